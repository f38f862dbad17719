"""What was read and may be meant otherwise is told apart from what is only told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from core.published import import_report, unsure_draft
from core.published.unsure import unsure_cell, unsure_pages, unsure_table
from tests.core.published import published_grids as grids
from tests.core.published import published_shapes as shapes
from tests.core.published.published_grids import Grid, Item
from tests.core.published.published_shapes import pieces
from tests.core.published.test_published_report import SAMPLES, only, page, read, word

SAMPLE = SAMPLES["small"]
LICENSING, AMOUNT, RECEIVED = "t2.licensing.decisions", "t2.fees.amount", "t3.R01.C1"
HEADING = "本年收费金额（单位：万元）"


def kinds(folder: Path, printed: dict[str, str], change: shapes.Change | None = None) -> list[tuple[str, ...]]:
    sample = replace(SAMPLE, printed={**SAMPLE.printed, **printed})
    return [(doubt.kind, *doubt.cells) for doubt in read(folder, *word(pieces(sample, change))).unsure]


@pytest.mark.parametrize(
    ("code", "text", "kind"),
    [
        (LICENSING, "1 656", "spaced"),
        (LICENSING, "1 656 234", "spaced"),
        (LICENSING, "656（其中办结不收件600件）", "note"),
        (RECEIVED, "40（不含信访转办12件）", "note"),
        (LICENSING, "656*", "note"),
        (LICENSING, "656[2]", "note"),
        (LICENSING, "656注1", "note"),
        (LICENSING, "0（其中12件未计）", "note"),
        (LICENSING, "656¹", "script"),
        (LICENSING, "656₂", "script"),
        (LICENSING, "656", ""),
        (LICENSING, "656件", ""),
        (LICENSING, "656（件）", ""),
        (LICENSING, "1,656", ""),
        (LICENSING, "６５６", ""),
        (LICENSING, "656.0", ""),
        (LICENSING, "0（无此项职权）", ""),
        (AMOUNT, "5.3", ""),
        (AMOUNT, "5.3万元", ""),
        (AMOUNT, "53000元", ""),
        (AMOUNT, "0", ""),
        (LICENSING, "—", ""),
    ],
)
def test_a_number_that_is_printed_with_more_than_itself(code: str, text: str, kind: str, tmp_path: Path) -> None:
    assert kinds(tmp_path, {code: text}) == ([(kind, code)] if kind else [])


@pytest.mark.parametrize(
    ("heading", "printed", "is_unsure"),
    [
        ("本年收费金额", "53000", True),
        ("本年收费金额", "0.5", True),
        ("收费金额", "800", True),
        ("本年收费金额", "0", False),
        ("本年收费金额", "5.3万元", False),
        ("本年收费金额", "—", False),
        ("本年收费金额（万元）", "5.3", False),
        ("本年收费金额\n(单位:万元)", "5.3", False),
        ("本年收费金额（单位：元）", "53000", False),
    ],
)
def test_an_amount_under_a_heading_without_its_unit(
    heading: str, printed: str, is_unsure: bool, tmp_path: Path
) -> None:
    change = only("t2", lambda grid: [grids.relabelled(grid, {HEADING: heading})])
    assert kinds(tmp_path, {AMOUNT: printed}, change) == ([("unit", AMOUNT)] if is_unsure else [])


def test_a_form_that_names_no_unit_itself_asks_nobody_for_it() -> None:
    remark = "没有写单位，按万元读入，请核对"
    assert unsure_cell("c", "采购总金额", remark, "5", has_unit=False) is None
    spaced = f"原文为“1 234”，按一个数读入，请核对；{remark}"
    found = unsure_cell("c", "采购总金额", spaced, "1 234", has_unit=False)
    assert found is not None
    assert found.kind == "spaced"


def doubled(grid: Grid, changes: dict[str, str]) -> Grid:
    """The column of the decisions twice, with what stands in the second of them."""
    return [
        [*row, *(replace(item, text=changes.get(item.code, item.text)) for item in row[1:] if item.width >= 3)]
        for row in grid
    ]


def test_two_columns_of_one_name_are_unsure_where_their_numbers_differ(tmp_path: Path) -> None:
    same = only("t2", lambda grid: [doubled(grid, {})])
    assert kinds(tmp_path, {LICENSING: "700"}, same) == []
    other = only("t2", lambda grid: [doubled(grid, {LICENSING: "656"})])
    sample = replace(SAMPLE, printed={**SAMPLE.printed, LICENSING: "700"})
    (doubt,) = read(tmp_path, *word(pieces(sample, other))).unsure
    assert (doubt.kind, doubt.cells) == ("twice", (LICENSING,))
    assert "“行政许可·本年处理决定数量”读的是“700”，另有“656”" in doubt.said


def without_header(grid: Grid) -> Grid:
    first = next(at for at, row in enumerate(grid) if any(item.code for item in row))
    return grid[first:]


def test_a_table_without_its_header_is_unsure(tmp_path: Path) -> None:
    assert kinds(tmp_path, {}, only("t3", lambda grid: [without_header(grid)])) == [("head",)]


def test_a_heading_that_only_its_place_gives_away_is_unsure(tmp_path: Path) -> None:
    change = only("t3", lambda grid: [grids.relabelled(grid, {"法律服务机构": "法律服务组织"})])
    assert {kind for kind, *_ in kinds(tmp_path, {}, change)} == {"head"}


@pytest.mark.parametrize("look", ["<w:strike/>", "<w:dstrike/>", "<w:vanish/>"])
def test_digits_that_are_struck_out_or_hidden_are_unsure(look: str, tmp_path: Path) -> None:
    sample = replace(SAMPLE, printed={**SAMPLE.printed, LICENSING: "6"})
    body = shapes.word_body(pieces(sample))
    digits = f"<w:r><w:rPr>{look}</w:rPr><w:t>65</w:t></w:r>"
    at = body.index("行政许可")
    end = body.index(">6<", at)
    run = max(body.rfind("<w:r>", 0, end), body.rfind("<w:r ", 0, end))
    path = tmp_path / "a.docx"
    path.write_bytes(shapes.docx(body[:run] + digits + body[run:]))
    (doubt,) = import_report(path).unsure
    if "vanish" in look:
        assert doubt.kind == "hidden"
        assert doubt.said.endswith("行“65”")
    else:  # named by its cell, so that a clerk finds it
        assert (doubt.kind, doubt.cells, doubt.written) == ("struck", (LICENSING,), "65")
        assert doubt.said.endswith("没有读入：行政许可·本年处理决定数量“65”")


@pytest.mark.parametrize(
    ("remark", "kind"),
    [
        ("原文有1处文字划了删除线，按已删除处理，没有读入，请核对：第4页“4”", "struck"),
        ("表格里有1处隐藏的文字没有读入：第1个表格第7行“8”，请核对", "hidden"),
        ("有1处看不见的字（与底色相同、极小或被盖住）没有读入：第2页“8”，请对照原文", "hidden"),
        ("有1处看不见的字（与底色相同、极小或被盖住）没有读入：第2页“内部”，请对照原文", ""),
        ("第1页有3个字超出页边，看不见，没有读入，请核对表格是否印全", "hidden"),
        ("表格中的“12345”分两行印在一格里，按一个数读入，请核对", "spaced"),
        ("文件有1条脚注或尾注，没有读入，请核对：其中600件不收件", "footnote"),
        ("文件里嵌有另外1个文件的内容，没有读入，请用 Word 或 WPS 打开，另存后再导入", "embedded"),
        ("网页中的正文是隐藏的，已一并读入，请核对是否为现行内容", "place"),
        ("压在正文上的“内部资料”（如水印）没有读入，请核对", ""),
        ("斜排或转了方向的“{}”（如水印）没有读入", ""),
        ("第1页是左右两栏（或一张纸上两页），先读左边、再读右边，请核对次序", ""),
        ("第3页上另加的批注、表单或印章没有读入，请对照原文", ""),
        ("原文是繁体字，已照原样读入，请把文字改成规范汉字", ""),
    ],
)
def test_what_is_said_of_a_whole_file(remark: str, kind: str) -> None:
    found = list(unsure_pages([remark]))
    assert [doubt.kind for doubt in found] == [kind] * bool(kind)
    assert all("请核对" not in doubt.said for doubt in found)


def test_what_is_said_of_a_table() -> None:
    said = [
        "主动公开情况表的“商业企业”列在原文中是“甲”，已按位置读入，请核对",
        "收到和处理政府信息公开申请情况表的“三、本年度办理结果”3行，数字与表头对不上，按勾稽关系核对后读入，请核对",
        "主动公开情况表取自第9个表格，不在第二部分下面，请核对是不是本年、本单位的",
        "文件中有不止一张主动公开情况表，只读入了第2个表格，请核对是不是本年、本单位的",
    ]
    assert [doubt.kind for doubt in unsure_table(said)] == ["head", "head", "place"]


@pytest.mark.parametrize(
    ("remark", "kind"),
    [
        ("“65”划了删除线，按已删除处理，没有读入；要保留的请去掉删除线，或重新填写。", "struck"),
        ("工作表“三、依申请公开（表）”是隐藏的，里面有填写的内容，例如“5”，已照常读入，请核对。", "hidden"),
        ("工作表“三、依申请公开（表）”隐藏了第7行，里面有填写的内容，例如“5”，已照常读入，请核对。", "hidden"),
        ("这一格被合并的单元格盖住，看不到的“5”没有读入；请取消合并后核对，重新填写。", "hidden"),
        ("C列的名称改成了“本年收费（元）”，表样是“本年收费金额”，内容仍按原来的位置读入。", "head"),
        ("“行政许可”填的“1,234件”是文字数字，已按数字1234读入；在表格里用到它的合计算不出来。", ""),
        ("不认识名称“nb_x”，这一格的内容没有读入。", ""),
    ],
)
def test_what_is_said_of_a_draft(remark: str, kind: str) -> None:
    found = list(unsure_draft([("表 C16", remark)]))
    assert [doubt.kind for doubt in found] == [kind] * bool(kind)
    assert all("，请" not in doubt.said and "；" not in doubt.said for doubt in found)


@pytest.mark.parametrize("name", sorted(SAMPLES.keys() - {"remarks in number cells"}))
def test_an_ordinary_report_leaves_no_doubt(name: str, tmp_path: Path) -> None:
    for made in (word, page):
        assert read(tmp_path, *made(pieces(SAMPLES[name]))).unsure == []


# ---------------------------------------------------------------- the table of another year


@pytest.mark.parametrize(
    ("captions", "wanted"),
    [
        (("2024年情况", "2025年情况"), 1),
        (("2025年情况", "2024年情况"), 0),
        (("2024年情况", ""), 1),
        (("", "2024年情况"), 0),
        (("（2024年度）", "（2025年度）"), 1),
        (("2024年办理申请共45件。", ""), 0),
        (("", ""), 0),
        (("2024年、2025年情况", ""), 0),
    ],
)
def test_the_table_of_the_year_of_the_report_is_read(captions: tuple[str, str], wanted: int, tmp_path: Path) -> None:
    year = SAMPLE.year - 2025
    lines = [c.replace("2024", str(2024 + year)).replace("2025", str(2025 + year)) for c in captions]
    tables: list[Grid] = []
    report: list[shapes.Piece] = []
    for kind, content in pieces(SAMPLE):
        if kind == "grid" and isinstance(content, list) and any(i.code == RECEIVED for row in content for i in row):
            other = [[_counted(item) for item in row] for row in content]
            tables = [content, other]
            for line, table in zip(lines, tables, strict=True):
                report += [("text", line)] * bool(line) + [("grid", table)]
        else:
            report.append((kind, content))
    imported = read(tmp_path, *word(report))
    printed = [item.text for row in tables[wanted] for item in row if item.code == RECEIVED]
    assert str(imported.printed[RECEIVED]) == printed[0]
    assert any("不止一张" in remark for remark in imported.remarks)


def _counted(item: Item) -> Item:
    return replace(item, text=str(int(item.text) + 1)) if item.code == RECEIVED else item
