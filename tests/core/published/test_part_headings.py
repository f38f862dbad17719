"""Headings of section 一 as offices write them, and lines that only look like one."""

from pathlib import Path

import pytest

from core.published import Imported, import_report
from core.published.headings import section_of
from core.published.part_headings import part_of
from core.validation.validation import check_report
from tests.core.published import published_shapes as shapes
from tests.core.published.published_samples import all_samples
from tests.core.published.published_shapes import pieces

SAMPLE = next(s for s in all_samples() if s.name == "small")

VARIANTS = {
    "s1.active": (
        "主动公开",
        "主动公开情况",
        "主动公开方面",
        "主动公开工作情况",
        "主动公开政府信息",
        "主动公开政府信息情况",
        "政府信息主动公开情况",
        "扎实推进主动公开",
        "主动公开工作扎实有力",
    ),
    "s1.request": (
        "依申请公开",
        "依申请公开情况",
        "依申请公开方面",
        "依申请公开工作情况",
        "依申请公开政府信息情况",
        "政府信息依申请公开情况",
        "依申请公开办理情况",
        "规范依申请公开",
        "收到和处理政府信息公开申请情况",
    ),
    "s1.manage": (
        "政府信息管理",
        "政府信息管理情况",
        "政府信息管理方面",
        "信息管理",
        "信息管理情况",
        "加强政府信息管理",
        "政府信息资源管理",
        "政务信息管理情况",
    ),
    "s1.platform": (
        "政府信息公开平台建设",
        "政府信息公开平台建设情况",
        "平台建设",
        "平台建设方面",
        "平台建设情况",
        "加强平台建设",
        "信息公开平台建设情况",
        "公开平台建设",
        "政府信息公开平台",
    ),
    "s1.oversight": ("监督保障", "监督保障情况", "监督保障方面", "监督管理情况", "强化监督保障", "监督和保障情况"),
}


def read(folder: Path, lines: list[str]) -> Imported:
    """Read a Word file with these lines in section 一."""
    made = []
    for kind, content in pieces(SAMPLE):
        if kind == "part" or (kind == "text" and content in _overview()):
            continue
        made.append((kind, content))
        if content == "一、总体情况":
            made += [("text", line) for line in lines]
    path = folder / "a.docx"
    path.write_bytes(shapes.docx(shapes.word_body(made)))
    return import_report(path)


def _overview() -> list[str]:
    return [line for code, lines in SAMPLE.texts.items() if code.startswith("s1") for line in lines]


def test_there_are_forty_one_usual_variants() -> None:
    assert sum(map(len, VARIANTS.values())) == 41


@pytest.mark.parametrize(("code", "words"), [(code, w) for code, words in VARIANTS.items() for w in words])
def test_a_usual_heading_goes_to_its_box(code: str, words: str) -> None:
    for line in (f"（三）{words}", f"（一） {words}。", f"3.{words}", f"（二）{words}：全年公开12条。"):
        part = part_of(line)
        assert part is not None, line
        assert part.codes == (code,)
        assert part.rest == ("全年公开12条。" if line.endswith("条。") else "")


@pytest.mark.parametrize(
    "line",
    [
        "（二）收到依申请公开9件，均已答复。",
        "（二）收到依申请公开9件",
        "（一）主动公开80条。",
        "（五）监督保障到位，开展培训2次。",
        "（四）平台建设新增专栏3个",
        "（一）政务公开",
        "（三）政策解读",
        "（六）其他",
        "2.5万条主动公开",
    ],
)
def test_a_numbered_line_that_says_more_is_text(line: str) -> None:
    assert part_of(line) is None


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("依申请公开开", "s1.request"),
        ("主动公开开", "s1.active"),
        ("政府信息管", "s1.manage"),
        ("政府信息的管理", "s1.manage"),
        ("政府信公开平台建设", "s1.platform"),
        ("信息公开平台建", "s1.platform"),
        ("收到和处理政府信息公开申情况", "s1.request"),
        ("依申请公井", "s1.request"),
        ("依申请公", ""),
        ("监督保", ""),
        ("依申请公开开开", ""),
        ("政府信", ""),
    ],
)
def test_a_name_with_a_character_too_many_or_too_few_is_that_of_its_part(words: str, code: str) -> None:
    part = part_of(f"（三）{words}")
    assert (part.codes if part else ()) == ((code,) if code else ())


def test_a_short_numbered_line_of_our_own_word_stays_and_its_number_is_checked(tmp_path: Path) -> None:
    lines = ["（一）主动公开", "公开80条。", "（二）收到依申请公开9件，均已答复。", "（三）政府信息管理", "有制度。"]
    texts = read(tmp_path, lines).report.texts

    assert texts["s1.active"] == "公开80条。\n（二）收到依申请公开9件，均已答复。"
    assert texts["s1.manage"] == "有制度。"


def test_parts_in_another_order_go_to_their_boxes(tmp_path: Path) -> None:
    imported = read(tmp_path, ["（一）监督保障", "甲。", "（二）平台建设方面", "乙。", "（三）主动公开", "丙。"])

    texts = imported.report.texts
    assert (texts["s1.oversight"], texts["s1.platform"], texts["s1.active"]) == ("甲。", "乙。", "丙。")
    assert "第一部分的小标题与表样不同：“平台建设方面”归入“政府信息公开平台建设”，请核对" in imported.remarks


def test_two_parts_under_one_heading_are_said(tmp_path: Path) -> None:
    imported = read(tmp_path, ["（一）主动公开和依申请公开情况", "甲。", "（二）信息管理", "乙。"])

    assert imported.report.texts["s1.active"] == "甲。"
    assert (
        "小标题“主动公开和依申请公开情况”合写了“主动公开”、“依申请公开”，文字都放在“主动公开”中，请核对后拆分"
        in imported.remarks
    )


def test_a_heading_that_is_none_of_the_five_stays_and_is_said(tmp_path: Path) -> None:
    imported = read(tmp_path, ["（一）主动公开", "甲。", "（二）政策解读", "乙。"])

    assert imported.report.texts["s1.active"] == "甲。\n（二）政策解读\n乙。"
    assert "第一部分的“（二）政策解读”不是五个方面的名称，连同下面的文字放在“主动公开”中，请核对" in imported.remarks


def test_a_sentence_that_begins_with_the_part_goes_to_its_box_as_a_whole(tmp_path: Path) -> None:
    texts = read(tmp_path, ["（一）主动公开方面，全年公开80条。", "（二）依申请公开方面，收到9件。"]).report.texts

    assert texts["s1.active"] == "主动公开方面，全年公开80条。"
    assert texts["s1.request"] == "依申请公开方面，收到9件。"


def test_a_heading_in_its_own_line_goes_before_a_sentence_that_begins_like_it(tmp_path: Path) -> None:
    early = "（二）依申请公开情况。全年收到9件。"
    imported = read(tmp_path, [early, "（一）主动公开", "甲。", "（二）依申请公开", "乙。", "（二）依申请公开", "丙。"])

    texts = imported.report.texts
    assert (texts["s1"], texts["s1.active"], texts["s1.request"]) == (early, "甲。", "乙。\n（二）依申请公开\n丙。")
    assert "第一部分的“（二）依申请公开”是第二次出现，连同下面的文字放在“依申请公开”中，请核对" in imported.remarks


@pytest.mark.parametrize(
    "line", ["1.主动公开情况", "一是主动公开", "（1）主动公开", "⑴主动公开情况。", "①主动公开", "主动公开"]
)
def test_the_bare_name_of_a_part_begins_it_whatever_its_number_is(line: str, tmp_path: Path) -> None:
    imported = read(tmp_path, [line, "甲。", "（二）依申请公开", "乙。", "（三）政府信息管理", "丙。"])

    assert imported.report.texts["s1.active"] == "甲。"
    assert not any("出现" in remark or "小标题" in remark for remark in imported.remarks)


def test_the_second_bare_name_of_a_part_begins_nothing(tmp_path: Path) -> None:
    imported = read(tmp_path, ["一是主动公开", "甲。", "二是主动公开", "乙。", "（二）依申请公开", "丙。"])

    assert imported.report.texts["s1.active"] == "甲。\n二是主动公开\n乙。"


def test_a_line_that_may_be_a_heading_is_said_and_none_is_a_second_one_before_the_first(tmp_path: Path) -> None:
    lines = ["1.主动公开", "甲。", "（一）主动公开", "乙。", "一是加强平台建设", "丙。", "（二）依申请公开", "丁。"]
    imported = read(tmp_path, lines)

    assert imported.report.texts["s1.active"] == "乙。\n一是加强平台建设\n丙。"
    assert "第一部分的“1.主动公开”与后面的小标题重复，连同下面的文字放在“总述”中，请核对" in imported.remarks
    assert "第一部分的“一是加强平台建设”像是小标题，连同下面的文字放在“主动公开”中，请核对" in imported.remarks


def retitled(folder: Path, title: str) -> Imported:
    """Read a Word file with this title of section 五."""
    path = folder / "a.docx"
    made = [(kind, title if str(content).startswith("五、") else content) for kind, content in pieces(SAMPLE)]
    path.write_bytes(shapes.docx(shapes.word_body(made)))
    return import_report(path)


@pytest.mark.parametrize(
    "title",
    [
        "五、存在的问题和下一步打算",
        "五、工作中的主要困难与下一步计划",
        "（五）存在的主要问题及改进情况",
        "第五部分 存在的主要问题及改进情况",
        "5.存在的不足及整改措施",
    ],
)
def test_section_five_is_found_by_its_number_and_its_subject(title: str, tmp_path: Path) -> None:
    imported = retitled(tmp_path, title)

    assert imported.report.texts["s5"] == "\n".join(SAMPLE.texts["s5"])
    assert "note.t4" not in imported.report.texts
    assert not any("没有找到" in remark for remark in imported.remarks)
    assert any(title.replace(" ", "") in remark.replace(" ", "") for remark in imported.remarks)


@pytest.mark.parametrize("title", ["（五）下一年怎么做", "5.明年的安排", "五、明年的安排，后年的打算"])
def test_a_title_that_is_not_known_is_listed_with_its_place(title: str, tmp_path: Path) -> None:
    imported = retitled(tmp_path, title)

    assert imported.report.texts["note.t4"].startswith(title)
    said = f"“{title}”像是没有找到的第五部分的标题，连同下面的文字放在第四部分的“表下注”中，请核对"
    assert said in imported.remarks


@pytest.mark.parametrize("title", ["五、明年的安排", "第五部分 明年的安排"])
def test_a_title_with_other_words_is_known_by_its_number_and_place_and_told(title: str, tmp_path: Path) -> None:
    imported = retitled(tmp_path, title)

    assert imported.report.texts["s5"] == "\n".join(SAMPLE.texts["s5"])
    assert f"标题与表样不同：“{title}”作为第五部分读入，请核对" in imported.remarks
    said = [f.message for f in check_report(imported.report, printed_form=imported.printed_form).findings]
    assert [m for m in said if "标题" in m] == [f"标题写的是“{title}”，应为“五、存在的主要问题及改进情况”，请核对。"]


def test_two_lines_with_the_number_of_a_lost_title_are_no_title(tmp_path: Path) -> None:
    imported = retitled(tmp_path, "五、明年的安排")
    path = tmp_path / "b.docx"
    made = [(kind, "五、明年的安排" if str(c).startswith("五、") else c) for kind, c in pieces(SAMPLE)]
    at = next(i for i, (_, content) in enumerate(made) if content == "五、明年的安排")
    path.write_bytes(shapes.docx(shapes.word_body([*made[:at], (made[at][0], "五、后年的打算"), *made[at:]])))

    assert imported.report.texts["s5"]
    assert "s5" not in import_report(path).report.texts


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("一二三四五", []),
        ("一二三五六", ["第一部分小标题的编号不连续：“（三）”之后应是“（四）”，请核对。"]),
        ("一二二四五", ["第一部分小标题的编号不连续：“（二）”之后应是“（三）”，请核对。"]),
        ("二三四五六", []),  # （一） may be the 总述
    ],
)
def test_the_printed_numbers_of_the_parts_follow_each_other(printed: str, said: list[str], tmp_path: Path) -> None:
    numbers = dict(zip("一二三四五", printed, strict=True))
    made = [(k, f"（{numbers[str(c)[1]]}{str(c)[2:]}" if k == "part" else c) for k, c in pieces(SAMPLE)]
    path = tmp_path / "a.docx"
    path.write_bytes(shapes.docx(shapes.word_body(made)))
    imported = import_report(path)
    found = check_report(imported.report, printed_form=imported.printed_form).findings
    assert [f.message for f in found if f.rule_id == "N-13"] == said


@pytest.mark.parametrize(
    ("line", "words", "rest"),
    [
        ("（二）依申请公开：无", "依申请公开", "无"),
        ("（二）依申请公开。无。", "依申请公开", "无。"),
        ("（一）主动公开 无", "主动公开", "无"),
        ("（三）政府信息管理。落实制度。", "政府信息管理", "落实制度。"),
        ("（三）政府信息管里：", "政府信息管里", ""),
    ],
)
def test_a_short_text_behind_a_heading_is_no_misprint_of_it(line: str, words: str, rest: str) -> None:
    part = part_of(line)
    assert part is not None
    assert (part.words, part.rest) == (words, rest)


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("六、其他需要报告的事项 无", "无"),
        ("四、政府信息公开行政复议、行政诉讼情况\u3000无。", "无。"),
        ("一、总体情况 全年平稳", "全年平稳"),
        ("六、其他需要 报告的事项", ""),
        ("五、存在的主要问题 及改进情况", ""),
        ("五、存在的主要问题 和改进情况", ""),
    ],
)
def test_a_text_that_a_blank_parts_from_its_title_is_kept(line: str, rest: str) -> None:
    heading = section_of(line)
    assert heading is not None
    assert heading.rest == rest
