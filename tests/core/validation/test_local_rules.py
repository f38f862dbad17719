"""Local rules: what an office may change of the catalogue, and what is refused in plain words."""

import re
from pathlib import Path

import pytest

from core.base.errors import FileError
from core.form.form_reader import load_form
from core.report.report import Report, new_report
from core.validation.local_rules import (
    LOCAL_ONLY,
    LocalRules,
    current_local_rules,
    forget_local_rules,
    import_local_rules,
    read_local_rules,
)
from core.validation.local_sample import sample_local_rules
from core.validation.validation import Checker, check_report
from tests.core.validation.following import followed

GOOD = """
name = "某某市2025年度填报口径"

[[rules]]
id = "T2-05"
level = "关闭"
reason = "由财政部门另行核对"

[[rules]]
id = "T2-02"
level = "提示"
reason = "本市口径不同"

[[statements]]
text = "监督保障"
any_of = ["社会评议", "满意度"]
reason = "市政务公开办通知要求"
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "本地口径.toml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def local(tmp_path: Path) -> LocalRules:
    return read_local_rules(written(tmp_path, GOOD))


@pytest.fixture
def report() -> Report:
    made = new_report("某某县水利局", "政府部门", 2025, with_zeros=True)
    made = made.with_cells({code: 0 for code in made.form.entered if code.startswith("t2.")})
    return made.with_cells({"t2.fees.amount": 20000, "t2.normative.issued": 3})


def levels(report: Report, local: LocalRules | None) -> dict[str, str]:
    return {f.rule_id: f.level for f in check_report(report, local=local).findings if f.rule_id[0] in "TL"}


def test_a_rule_is_switched_off_or_weighs_otherwise(report: Report, local: LocalRules) -> None:
    assert levels(report, None) == {"T2-05": "warning", "T2-02": "warning"}
    assert levels(report, local) == {"T2-02": "hint"}


def test_a_required_statement_is_missed_where_the_text_does_not_mention_it(report: Report, local: LocalRules) -> None:
    checker = Checker(report, local=local)
    report = followed(checker, report, report.with_texts({"s1.oversight": "2025年，本局定期开展培训。"}))
    found = [f for f in checker.result().findings if f.rule_id == "L-01"]
    assert [f.message for f in found] == [
        "“监督保障”没有写到“社会评议”或“满意度”；本地口径的要求：市政务公开办通知要求。"
    ]
    assert found[0].level == "warning"

    report = followed(checker, report, report.with_texts({"s1.oversight": "2025年，本局定期开展培训，社会评议满意。"}))
    assert not [f for f in checker.result().findings if f.rule_id == "L-01"]


def test_imported_rules_are_kept_until_they_are_forgotten(tmp_path: Path, local: LocalRules) -> None:
    assert current_local_rules() is None
    assert import_local_rules(written(tmp_path, GOOD)) == local
    assert current_local_rules() == local
    forget_local_rules()
    assert current_local_rules() is None


def test_a_refused_file_leaves_the_kept_one_in_force(tmp_path: Path, local: LocalRules) -> None:
    import_local_rules(written(tmp_path, GOOD))
    with pytest.raises(FileError, match="本地口径文件"):
        import_local_rules(written(tmp_path, "name = 3"))
    assert current_local_rules() == local


@pytest.mark.parametrize("rule", [r for r in load_form().rules.values() if r.id not in LOCAL_ONLY], ids=lambda r: r.id)
def test_only_suggestions_can_be_changed(tmp_path: Path, rule: object) -> None:
    from core.form.form_definition import Rule

    assert isinstance(rule, Rule)
    text = f'name = "口径"\n[[rules]]\nid = "{rule.id}"\nlevel = "关闭"\nreason = "试验"\n'
    can_block = "error" in (rule.level, *rule.levels.values())
    if rule.basis in ("printed", "label", "official") or can_block:
        with pytest.raises(FileError, match="不能关闭或改变级别"):
            read_local_rules(written(tmp_path, text))
    else:
        assert read_local_rules(written(tmp_path, text)).rules[0].level is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("x = 甲", "格式有误（第1行）"),
        ("x = [", "格式有误（请检查引号和括号）"),
        ("x = " + "[" * 3_000, "格式有误（括号层数太多，或有过长的数字）"),
        ("x = " + "9" * 5_000, "格式有误（括号层数太多，或有过长的数字）"),
        ("# " + "甲" * 100_000, "内容过大"),
        ('name = "甲"\n' + "b" * 5_000 + " = 1", "文件中的“bbb"),
        ("rules = []", "没有写名称"),
        ('name = "甲"\nfoo = 1', "文件中的“foo”不认识，只能写name、rules、statements、demands、repetition"),
        ('foo = 1\nname = "甲"', "第1行"),
        ('name = "甲"\n' + "[[rules]]\n" * 201, "[[rules]] 有201段，最多写200段"),
        ('name = "甲"\nrules = 1', "rules 应当写成 [[rules]] 开头的若干段"),
        ('name = "甲"\n[[rules]]\nid = "Q-99"\nlevel = "关闭"\nreason = "乙"', "没有编号为 Q-99 的规则"),
        ('name = "甲"\n[[rules]]\nid = "T2-05"\nlevel = "关闭"', "规则 T2-05 没有写理由（reason）"),
        ('name = "甲"\n[[rules]]\nid = "T2-05"\nlevel = "错误"\nreason = "乙"', "是建议，不能升为错误"),
        ('name = "甲"\n[[rules]]\nid = "T2-05"\nlevel = "高"\nreason = "乙"', "级别“高”不认识"),
        ('name = "甲"\n[[rules]]\nid = "T3-01"\nlevel = "提示"\nreason = "乙"', "官方表样印有，不能关闭或改变级别"),
        ('name = "甲"\n[[rules]]\nid = "T3-11"\nlevel = "提示"\nreason = "乙"', "是必须改正的错误"),
        ('name = "甲"\n[[statements]]\ntext = "结语"\nany_of = ["丙"]\nreason = "乙"', "没有名为“结语”的部分"),
        ('name = "甲"\n[[statements]]\ntext = "监督保障"\nany_of = []\nreason = "乙"', "没有写要出现的词"),
        ('name = "甲"\n' + '[[rules]]\nid = "T2-05"\nlevel = "关闭"\nreason = "乙"\n' * 2, "同一条规则写了两次"),
    ],
)
def test_what_cannot_be_used_is_named_in_chinese(tmp_path: Path, text: str, reason: str) -> None:
    with pytest.raises(FileError, match="本地口径文件") as caught:
        read_local_rules(written(tmp_path, text))
    assert reason in caught.value.summary
    assert len(caught.value.summary) < 300


def test_a_file_in_another_encoding_says_so(tmp_path: Path) -> None:
    path = tmp_path / "口径.toml"
    path.write_bytes('name = "某某市口径"'.encode("gb18030"))
    with pytest.raises(FileError, match="UTF-8"):
        read_local_rules(path)


DEMANDS = """
name = "某某市2025年度编制要求"

[[demands]]
part = "主动公开"
near = ["政策解读", "解读材料"]
unit = ["条", "篇"]
source = "《某市通知》"

[[demands]]
part = "第一部分"
near = "公报"
unit = "期"
unit_types = ["各级人民政府"]
source = "《某市通知》的要求"

[[demands]]
part = "第一部分"
near = "发布规范性文件"
unit = "件"
equals = "行政规范性文件·本年制发件数"
level = "提示"
source = "《某市通知》"

[[repetition]]
parts = ["第五部分"]
limit = 50
source = "《某市指标》"
"""


def asked(folder: Path, text: str, *, unit_type: str = "政府部门", issued: int = 3, last: str = "") -> list[str]:
    """Return what the demands find in a report with this text below 主动公开, with last year's section 五."""
    report = new_report("某某县水利局", unit_type, 2025).with_cells({"t2.normative.issued": issued})
    five = "公开内容不够丰富，政策解读形式单一，将开展图文解读、视频解读，由业务骨干讲解。"
    report = report.with_texts({"s1.active": text, "s5": five})
    last_year = new_report("某某县水利局", unit_type, 2024).with_texts({"s5": last})
    found = check_report(report, last_year=last_year, local=read_local_rules(written(folder, DEMANDS))).findings
    return [f"{f.rule_id} {f.level} {f.message}" for f in found if f.rule_id in LOCAL_ONLY]


@pytest.mark.parametrize(
    ("said", "is_stated"),
    [
        ("发布政策解读材料35条", True),
        ("全年发布３５篇政策解读", True),
        ("政策解读通过图文、视频等形式发布，全年共1,235条", True),
        ("公布政策解读三十五条", True),
        ("在政策解读方面，新制作图解35篇", True),
        ("发布政策解读{t2.normative.issued}条", True),
        ("未制发需要配套的政策解读", True),
        ("加强政策解读，主动公开信息500条", False),
        ("印发政策解读第3条", False),
        ("公开信息500条。政策解读形式丰富", False),
        ("开展政策解读35场", False),
    ],
)
def test_a_demanded_number_stands_with_its_word(tmp_path: Path, said: str, is_stated: bool) -> None:
    found = asked(tmp_path, f"2025年，本局{said}。发布规范性文件3件。")
    missing = (
        "L-03 warning “主动公开”没有写出政策解读或解读材料的条数或篇数（《某市通知》要求），请补写，例如“政策解读5条”。"
    )
    assert found == ([] if is_stated else [missing])


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("政策解读形式丰富。", (0, 4)),
        ("政策解读丰富，解读材料图文并茂。", (0, 4)),
        ("加强政策解读。", (2, 6)),
        ("本局加强解读材料审核。", (4, 8)),
        ("全年公开信息500条。", (0, 0)),
    ],
)
def test_a_number_that_is_missing_is_asked_for_where_its_word_stands(
    tmp_path: Path, text: str, marked: tuple[int, int]
) -> None:
    local = read_local_rules(written(tmp_path, DEMANDS))
    report = new_report("某某县水利局", "政府部门", 2025).with_texts({"s1.active": f"{text}发布规范性文件3件。"})
    (found,) = [f for f in check_report(report, local=local).findings if f.rule_id == "L-03"]
    assert [(p.text, p.start, p.end) for p in found.places] == [("s1.active", *marked)]


def test_demands_are_those_of_the_kind_of_unit(tmp_path: Path) -> None:
    text = "公布政策解读5条，发布规范性文件3件。"
    assert asked(tmp_path, text) == []
    assert asked(tmp_path, text, unit_type="各级人民政府") == [
        "L-03 warning 第一部分没有写出公报的期数（《某市通知》要求），请补写，例如“公报5期”。"
    ]
    assert asked(tmp_path, text + "编发《某县公报》4期。", unit_type="各级人民政府") == []


def test_a_report_that_does_not_tell_its_kind_is_taken_for_what_its_name_says(tmp_path: Path) -> None:
    local = read_local_rules(written(tmp_path, DEMANDS))
    report = new_report("某某镇人民政府", "", 2025).with_texts({"s1.active": "公布政策解读5条，发布规范性文件3件。"})
    assert [f.message[:13] for f in check_report(report, local=local).findings if f.rule_id == "L-03"] == [
        "第一部分没有写出公报的期数"
    ]


def test_a_demanded_number_equals_its_cell(tmp_path: Path) -> None:
    text = "公布政策解读5条，发布规范性文件4件。"
    assert asked(tmp_path, text, issued=4) == []
    assert asked(tmp_path, text.replace("4件", "近4件")) == []
    assert asked(tmp_path, text) == [
        "L-04 hint 第一部分写的是“发布规范性文件4件”，“行政规范性文件·本年制发件数”填的是3件，"
        "两个数应当相同（《某市通知》要求），请核对。"
    ]
    (first,) = asked(tmp_path, f"{text}发布规范性文件5件。")
    assert "“发布规范性文件4件”" in first


def test_a_limit_of_repetition_is_a_finding_with_its_notice(tmp_path: Path) -> None:
    text, same = "公布政策解读5条，发布规范性文件3件。", "公开内容不够丰富，政策解读形式单一，将开展培训。"
    assert asked(tmp_path, text, last=same) == [
        "L-02 warning 第五部分与上年报告约有56%相同，超过50%的界限（《某市指标》），请写本年的情况。"
    ]
    assert asked(tmp_path, text, last="工程信息更新不及时，拟增设专栏并逐月检查各站所，公开内容不够丰富。") == []


def test_each_demand_is_explained_by_itself(tmp_path: Path) -> None:
    """Two things are missing from the same text: a reason for one says nothing of the other."""
    demand = '[[demands]]\npart = "第一部分"\nnear = "{}"\nunit = "条"\nsource = "乙"\n'
    words = '[[statements]]\ntext = "主动公开"\nany_of = "{}"\nreason = "乙"\n'
    asked_for = [made.format(word) for made in (words, demand) for word in ("解读", "公报")]
    local = read_local_rules(written(tmp_path, 'name = "甲"\n' + "".join(asked_for)))
    report = new_report("某某县水利局", "政府部门", 2025).with_texts({"s1.active": "本局推进公开。"})
    keys = [f.key for f in check_report(report, local=local).findings if f.rule_id in LOCAL_ONLY]
    assert keys == ["L-01:s1.active", "L-01:s1.active:公报", "L-03:s1.active:解读条", "L-03:s1.active:公报条"]


def mistakes_in(folder: Path, text: str) -> list[str]:
    with pytest.raises(FileError) as caught:
        read_local_rules(written(folder, text))
    return caught.value.summary.splitlines()


def test_every_mistake_of_a_file_is_told_with_its_line(tmp_path: Path) -> None:
    text = (
        'name = "甲"\nfoo = 1\n[[rules]]\nid = "N-18"\nlevel = "关闭"\nreason = "乙"\n'
        '[[demands]]\npart = "第九部分"\nnear = "丙"\nunit = "条"\nsource = "丁"\n'
        '[[demands]]\npart = "第一部分"\nnear = "丙"\nunit = "条"\nequals = "规范性文件·制发"\nsource = "丁"\n'
        '[[demands]]\npart = "第一部分"\nnear = [3]\nunit = "条"\nsource = "丁"\n'
        '[[demands]]\npart = "第一部分"\nnear = "丙"\nunit = "条"\nunit_types = "局"\nsource = "丁"\n'
        '[[repetition]]\nlimit = "50%"\nsource = "丁"\n'
    )
    lines = mistakes_in(tmp_path, text)
    assert [line.partition("第")[2].partition("行")[0] for line in lines] == ["2", "4", "8", "16", "20", "27", "30"]
    assert all(line.endswith("。") for line in lines)
    assert "“与上年雷同”有明文规定，不能关闭" in lines[1]
    assert "最接近的是“行政规范性文件·本年制发件数”" in lines[3]
    assert "应当是1到99的整数，不加引号和%" in lines[6]


def test_all_mistakes_of_one_entry_are_told(tmp_path: Path) -> None:
    text = (
        'name = "甲"\n[[repetitions]]\nlimit = 50\n'
        '[[demands]]\npart = "第一部份"\nnear = "丙"\nunti = "条"\nsource = "丁"\n'
        '[[demands]]\npart = "第一部分"\nnear = "丙"\nunit = "条"\nequals = "制发"\nlevels = "区级"\nsource = "丁"\n'
        '[[rules]]\nid = "Q-99"\nlevel = "高"\n'
    )
    lines = mistakes_in(tmp_path, text)
    said = ["“repetitions”不认识", "没有写理由", "“高”不认识", "没有编号为 Q-99", "“unti”不认识", "没有名为“第一部份”"]
    said += ["没有写单位", "没有“制发”这一格"]
    for words, line in zip([*said, "另有1处错误"], lines, strict=True):
        assert words in line
    assert "第2行：" in lines[0]


@pytest.mark.parametrize("line", ["name = “甲”", 'name = "甲', "name = 甲", 'name = ["甲", “乙”]'])
def test_wrong_quotation_marks_are_named(tmp_path: Path, line: str) -> None:
    with pytest.raises(FileError, match="格式有误（第1行），引号要用英文的双引号，或缺了一个引号"):
        read_local_rules(written(tmp_path, line + "\nb = 1\n"))


def test_the_sample_can_be_taken_in_as_a_whole(tmp_path: Path) -> None:
    sample = sample_local_rules(load_form())
    assert read_local_rules(written(tmp_path, sample)).demands == ()
    taken = re.sub(r"(?m)^# ?(\[\[|\w+ = )", r"\1", sample)
    local = read_local_rules(written(tmp_path, taken))
    assert (len(local.rules), len(local.statements), len(local.demands), len(local.limits)) == (1, 1, 2, 2)
    said = [line for lines in local.asked_in_words().values() for line in lines]
    assert "第一部分、第五部分：与上年相同不超过50%，超过的列为疑点（《某市2025年政务公开评估指标》）" in said
    assert any("县级的各级人民政府、政府部门，疑点（《某市2025年度" in line for line in said)
