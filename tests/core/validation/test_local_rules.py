"""Local rules: what an office may change of the catalogue, and what is refused in plain words."""

from pathlib import Path

import pytest

from core.base.errors import FileError
from core.form.form_reader import load_form
from core.report.report import Report, new_report
from core.validation.local_rules import (
    LocalRules,
    current_local_rules,
    forget_local_rules,
    import_local_rules,
    read_local_rules,
)
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


@pytest.mark.parametrize("rule", [r for r in load_form().rules.values() if r.id != "L-01"], ids=lambda r: r.id)
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
        ('name = "甲"\nfoo = 1', "文件中的“foo”不认识，只能写name、rules、statements"),
        ('name = "甲"\nrules = 1', "rules 应当写成 [[rules]] 开头的若干段"),
        ('name = "甲"\n[[rules]]\nid = "Q-99"\nlevel = "关闭"\nreason = "乙"', "没有编号为 Q-99 的规则"),
        ('name = "甲"\n[[rules]]\nid = "T2-05"\nlevel = "关闭"', "规则 T2-05 没有写理由（reason）"),
        ('name = "甲"\n[[rules]]\nid = "T2-05"\nlevel = "错误"\nreason = "乙"', "是建议，不能升为错误"),
        ('name = "甲"\n[[rules]]\nid = "T2-05"\nlevel = "高"\nreason = "乙"', "级别“高”不认识"),
        ('name = "甲"\n[[rules]]\nid = "T3-01"\nlevel = "提示"\nreason = "乙"', "官方表样印有，不能关闭或改变级别"),
        ('name = "甲"\n[[rules]]\nid = "T3-11"\nlevel = "提示"\nreason = "乙"', "是必须改正的错误"),
        ('name = "甲"\n[[statements]]\ntext = "结语"\nany_of = ["丙"]\nreason = "乙"', "没有名为“结语”的部分"),
        ('name = "甲"\n[[statements]]\ntext = "监督保障"\nany_of = []\nreason = "乙"', "没有写要出现的词"),
        (
            'name = "甲"\n' + '[[rules]]\nid = "T2-05"\nlevel = "关闭"\nreason = "乙"\n' * 2,
            "同一条规则写了两次",
        ),
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
