"""What offices put beside the plain numbers: no number may join another one, move, or come from last year."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from core.base.errors import DamagedFileError
from core.cli.command_line import main
from core.published import COMMENTS_LEFT, REVISIONS_READ
from core.report.entry_text import Entry, Refused, parse_entry
from tests.core.published import published_grids as grids
from tests.core.published import published_shapes as shapes
from tests.core.published.published_grids import Grid, Item
from tests.core.published.published_samples import Sample, all_samples
from tests.core.published.published_shapes import Piece, pieces
from tests.core.published.test_published_report import check, only, page, read, word

SAMPLES = {s.name: s for s in all_samples()}
NEW, OTHER, OLD = SAMPLES["small"], SAMPLES["large"], SAMPLES["trial format"]
COUNTED: dict[str, Entry] = {code: n for n, code in enumerate((c for c in NEW.printed if c.startswith("t3.")), 100)}
NUMBERED = replace(NEW, printed={**NEW.printed, **{code: str(number) for code, number in COUNTED.items()}})
"""Each number of table 三 another one, so that none can take the place of another unseen."""


# ---------------------------------------------------------------- text that does not stand on the line


def styled(number: str, mark: str, look: str) -> str:
    """A number with another piece of text in front of it or behind it that looks so (``w:rPr``)."""
    return f"{number}<w:r><w:rPr>{look}</w:rPr><w:t>{mark}</w:t></w:r>"


def in_front(look: str) -> Callable[[str], str]:
    return lambda text: styled("", "9", look) + shapes.plain_runs(text) if text.isdecimal() else shapes.plain_runs(text)


def behind(look: str) -> Callable[[str], str]:
    return lambda text: styled(shapes.plain_runs(text), "1", look) if text.isdecimal() else shapes.plain_runs(text)


STYLES = (
    '<w:style w:styleId="Hidden"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:styleId="Heir"><w:basedOn w:val="Hidden"/></w:style>'
    '<w:style w:styleId="Struck"><w:rPr><w:strike/></w:rPr></w:style>'
    '<w:style w:styleId="Mark"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
)


@pytest.mark.parametrize("look", ["<w:strike/>", "<w:dstrike/>", '<w:rStyle w:val="Struck"/>'])
def test_what_is_struck_out_in_word_is_left_out_and_told(look: str, tmp_path: Path) -> None:
    body = shapes.word_body(pieces(NEW), in_front(look))
    imported = read(tmp_path, "a.docx", shapes.docx(body, styles=STYLES))
    check(imported, NEW)
    assert any("处文字划了删除线，按已删除处理，没有读入，请核对" in remark for remark in imported.remarks)


@pytest.mark.parametrize(("runs", "is_told"), [(shapes.tracked_runs, True), (shapes.plain_runs, False)])
def test_tracked_changes_that_nobody_accepted_are_told_once(
    runs: Callable[[str], str], is_told: bool, tmp_path: Path
) -> None:
    imported = read(tmp_path, "a.docx", shapes.docx(shapes.word_body(pieces(NEW), runs)))
    check(imported, NEW)
    assert imported.remarks.count(REVISIONS_READ) == is_told


@pytest.mark.parametrize("is_there", [True, False])
def test_comments_that_were_left_in_word_are_told_once(is_there: bool, tmp_path: Path) -> None:
    mark = '<w:r><w:commentReference w:id="0"/></w:r>' if is_there else ""
    imported = read(
        tmp_path, "a.docx", shapes.docx(shapes.word_body(pieces(NEW), lambda t: shapes.plain_runs(t) + mark))
    )
    check(imported, NEW)
    assert imported.remarks.count(COMMENTS_LEFT) == is_there


@pytest.mark.parametrize("style", ["Hidden", "Heir"])
def test_what_a_style_hides_in_word_is_left_out(style: str, tmp_path: Path) -> None:
    body = shapes.word_body(pieces(NEW), in_front(f'<w:rStyle w:val="{style}"/>'))
    check(read(tmp_path, "a.docx", shapes.docx(body, styles=STYLES)), NEW)


def test_a_run_shows_what_its_style_hides(tmp_path: Path) -> None:
    def runs(text: str) -> str:
        return styled("", text, '<w:rStyle w:val="Hidden"/><w:vanish w:val="0"/>')

    check(read(tmp_path, "a.docx", shapes.docx(shapes.word_body(pieces(NEW), runs), styles=STYLES)), NEW)


@pytest.mark.parametrize(
    "look",
    [
        '<w:rStyle w:val="Mark"/>',
        '<w:vertAlign w:val="superscript"/>',
        '<w:vertAlign w:val="subscript"/>',
        '<w:position w:val="8"/>',
    ],
)
def test_a_raised_or_lowered_digit_in_word_does_not_join_its_number(look: str, tmp_path: Path) -> None:
    body = shapes.word_body(pieces(NEW), behind(look))
    imported = read(tmp_path, "a.docx", shapes.docx(body, styles=STYLES))
    check(imported, NEW, texts=False)
    assert any("数字后有上标¹" in remark or "数字后有下标₁" in remark for remark in imported.remarks)


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("<s>9</s>{}", True),
        ("<strike>9</strike>{}", True),
        ('<span style="color:red; text-decoration: line-through">9</span>{}', True),
        ('<span style="font-size:0px">9</span>{}', False),
        ("<ruby>{}<rt>9</rt></ruby>", False),
        ('<span style="position:relative;top:-1.0pt;mso-text-raise:1.0pt">{}</span>', False),  # as Word writes it
        ('<span style="mso-text-raise:0pt">{}</span>', False),
    ],
)
def test_what_is_struck_out_or_invisible_on_a_page_is_left_out(cell: str, told: bool, tmp_path: Path) -> None:
    report = pieces(NEW)
    body = shapes.web_body(report, table=lambda grid: shapes.web_table(grid, cell=cell))
    imported = read(tmp_path, "a.html", shapes.portal(body).encode())
    check(imported, NEW)
    assert any("划了删除线" in remark for remark in imported.remarks) is told


@pytest.mark.parametrize(
    ("mark", "told"),
    [
        ("<sub>1</sub>", "下标₁"),
        ('<span style="vertical-align: super">1</span>', "上标¹"),
        ('<span style="vertical-align: sub">1</span>', "下标₁"),
        ('<i style="mso-text-raise:4.0pt">1</i>', "上标¹"),
        ('<i style="mso-text-raise:-4.0pt">1</i>', "下标₁"),
    ],
)
def test_a_raised_or_lowered_digit_on_a_page_does_not_join_its_number(mark: str, told: str, tmp_path: Path) -> None:
    body = re.sub(r"(<td[^>]*>[\d.]+)(</td>)", rf"\1{mark}\2", shapes.web_body(pieces(NEW)))
    imported = read(tmp_path, "a.html", shapes.portal(body).encode())
    check(imported, NEW)
    assert any(f"数字后有{told}" in remark for remark in imported.remarks)


@pytest.mark.parametrize(
    "box",
    [
        '<span style="display:block">{}</span>',
        '<span style="display:inline-block;width:50%">{}</span>',
        '<span style="float:left">{}</span>',
        '<input type="text" value="{}">',
    ],
)
def test_two_numbers_in_boxes_of_one_cell_are_not_joined(box: str, tmp_path: Path) -> None:
    boxes = box.format("12") + box.format("34")
    body = re.sub(r"(<td[^>]*>)7(</td>)", rf"\1{boxes}\2", shapes.web_body(pieces(seven("t3.R01.C1"))))
    imported = read(tmp_path, "a.html", shapes.portal(body).encode())
    assert isinstance(imported.printed["t3.R01.C1"], Refused)


def test_a_cell_that_is_struck_out_as_a_whole_is_blank_and_told(tmp_path: Path) -> None:
    body = shapes.web_body(pieces(seven("t3.R01.C1"))).replace(
        "<td>7</td>", "<td style='text-decoration:line-through'>7</td>"
    )
    imported = read(tmp_path, "a.html", shapes.portal(body).encode())
    assert imported.printed["t3.R01.C1"] is None
    assert any(r.startswith("原文有1处文字划了删除线，按已删除处理，没有读入，请核对") for r in imported.remarks)


def test_what_a_page_hides_on_paper_or_telephones_counts(tmp_path: Path) -> None:
    """Both copies of the report would else be hidden, and that of telephones be read."""
    rules = ".phone{display:none} @media print{.main{display:none}} @media (max-width:700px){.pc{display:none}}"
    style = f"<style>{rules}</style>"
    phone = shapes.web_body(pieces(OTHER))
    body = f"{style}<div class='pc'>{shapes.web_body(pieces(NEW))}</div><div class='phone'>{phone}</div>"
    check(read(tmp_path, "a.html", shapes.portal(body).encode()), NEW)


def seven(code: str) -> Sample:
    """The sample with no 7 but in one place."""
    return replace(NEW, printed={**{c: "0" if text == "7" else text for c, text in NEW.printed.items()}, code: "7"})


# ---------------------------------------------------------------- last year's numbers


def last_year_first(grid: Grid) -> list[Grid]:
    """Table 二 with last year's decisions in a column before this year's."""
    made = []
    for row in grid:
        label = row[-1].text
        if row[-1].width == 3 and len(row) == 2 and not label.startswith("本年收费"):
            last = Item("77") if row[-1].code else Item(label.replace("本年", "上年"))
            row = [row[0], last, replace(row[-1], width=2)]
        made.append(row)
    return [made]


def test_a_column_of_last_year_is_not_taken_for_that_of_this_year(tmp_path: Path) -> None:
    imported = read(tmp_path, *word(pieces(NEW, only("t2", last_year_first))))
    assert imported.printed["t2.licensing.decisions"] == NEW.expected["t2.licensing.decisions"]
    assert imported.printed["t2.penalty.decisions"] == NEW.expected["t2.penalty.decisions"]
    assert any("“上年处理决定数量”列" in place and text == "77" for place, text in imported.unrecognised)


def test_a_label_that_leaves_last_year_out_or_compares_with_it_is_this_years(tmp_path: Path) -> None:
    label = "本年新收政府信息公开申请数量"
    names = {f"一、{label}": f"一、{label}（不含上年结转）"}
    check(read(tmp_path, *page(pieces(NEW, only("t3", lambda g: [grids.relabelled(g, names)])))), NEW)
    change = only("t2_2019", lambda g: [grids.relabelled(g, {"本年增/减": "比上年增/减"})])
    check(read(tmp_path, *page(pieces(OLD, change))), OLD)


def test_a_table_with_columns_of_last_year_alone_is_not_read(tmp_path: Path) -> None:
    change = only("t2", lambda g: [grids.relabelled(g, {"本年处理决定数量": "去年处理决定数量"})])
    imported = read(tmp_path, *page(pieces(NEW, change)))
    assert imported.printed["t2.licensing.decisions"] is None
    assert any("行政许可" in text for _, text in imported.unrecognised)


@pytest.mark.parametrize("make", [word, page])
def test_a_table_that_stands_outside_its_section_is_told(
    make: Callable[[list[Piece]], tuple[str, bytes]], tmp_path: Path
) -> None:
    """The report has no table 四, and that of another year stands at the end."""
    report = pieces(NEW, lambda name, g: [] if name == "t4" else [g])
    other = [p for p in pieces(OTHER, lambda name, g: [g] if name == "t4" else []) if p[0] == "grid"]
    imported = read(tmp_path, *make([*report, *other]))
    assert [r for r in imported.remarks if "行政复议、行政诉讼情况表取自" in r and "不在第四部分下面" in r]


def test_which_of_two_tables_was_read_is_told(tmp_path: Path) -> None:
    other = [p for p in pieces(OTHER, lambda name, g: [g] if name == "t4" else []) if p[0] == "grid"]
    imported = read(tmp_path, *word([*pieces(NEW), *other]))
    check(imported, NEW, texts=False)
    assert "文件中有不止一张行政复议、行政诉讼情况表，只读入了第3个表格，请核对是不是本年、本单位的" in imported.remarks


def test_the_same_table_printed_twice_asks_nothing(tmp_path: Path) -> None:
    same = [p for p in pieces(NEW, lambda name, g: [g] if name == "t4" else []) if p[0] == "grid"]
    imported = read(tmp_path, *word([*pieces(NEW), *same]))
    check(imported, NEW, texts=False)
    assert not [said for said in imported.remarks if "不止一张" in said]


def test_the_command_line_says_how_something_had_to_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    name, data = word([*pieces(OTHER), *pieces(NEW)])
    (tmp_path / name).write_bytes(data)
    order = ["import", str(tmp_path / name), "-o", str(tmp_path / "draft.xlsx")]
    sentence = f"文件中可能有不止一份年度报告，只读入了“{''.join(NEW.title)}”，请核对"

    assert main(order) == 0
    assert f"\n  说明：{sentence}\n" in capsys.readouterr().out
    assert main([*order, "--json"]) == 0
    assert {"place": "说明", "text": sentence} in json.loads(capsys.readouterr().out)["unrecognised"]


def test_which_of_two_reports_in_a_file_was_read_is_told(tmp_path: Path) -> None:
    imported = read(tmp_path, *word([*pieces(OTHER), *pieces(NEW)]))
    title = "".join(NEW.title)
    check(imported, NEW)
    assert f"文件中可能有不止一份年度报告，只读入了“{title}”，请核对" in imported.remarks


def test_two_tables_of_another_report_are_told_as_one(tmp_path: Path) -> None:
    other = pieces(OTHER, lambda name, g: [g] if name in ("t3", "t4") else [])
    imported = read(tmp_path, *word([*other, *pieces(NEW)]))
    assert any("文件中可能有不止一份年度报告" in remark for remark in imported.remarks)


# ---------------------------------------------------------------- rows and columns


def test_a_group_label_is_not_taken_for_a_row_that_reads_nearly_so(tmp_path: Path) -> None:
    """（三）不予公开 beside a label that nobody knows must not become （一）予以公开."""
    change = only("t3", lambda g: [grids.relabelled(g, {"（一）予以公开": "（一）公开", "1.属于国家秘密": "1.涉密"})])
    imported = read(tmp_path, *word(pieces(NEW, change)))
    for column in ("C1", "C2", "C7"):
        assert imported.printed[f"t3.R03.{column}"] == NEW.expected[f"t3.R03.{column}"]
        assert imported.printed[f"t3.R05.{column}"] is None


@pytest.mark.parametrize("label", ["合计", "2022年新收政府信息公开申请数量"])
def test_a_row_with_the_label_of_the_form_goes_before_one_that_is_like_it(label: str, tmp_path: Path) -> None:
    """A sum of their own, or last year's number, stands above the row it is taken for."""

    def with_another(grid: Grid) -> list[Grid]:
        other = [Item(label, width=3), *([Item("9999")] * 7)]
        return [[*grid[:3], other, *grid[3:]]]

    imported = read(tmp_path, *word(pieces(NEW, only("t3", with_another))))
    check(imported, NEW)
    assert any(f"{label} 9999" in text for _, text in imported.unrecognised)


@pytest.mark.parametrize(("label", "value"), [("单位", "件"), ("备注", "见说明")])
def test_a_column_beside_the_numbers_shifts_none_where_a_cell_is_missing(
    label: str, value: str, tmp_path: Path
) -> None:
    """Just as many cells as columns: but the first or last one is of a column that the form has not."""

    def beside(grid: Grid) -> list[Grid]:
        at = len(grid[0]) if label == "备注" else 1
        made = [[*grid[0][:at], Item(label, height=3), *grid[0][at:]], *grid[1:3]]
        for number, row in enumerate(grid[3:]):
            first = len(row) - 7
            numbers = [*row[first : first + 3], *row[first + 4 :]] if number == 4 else row[first:]
            cells = [*numbers, Item(value)] if label == "备注" else [Item(value), *numbers]
            made.append([*row[:first], *cells])
        return [made]

    for name, data in (word(pieces(NUMBERED, only("t3", beside))), page(pieces(NUMBERED, only("t3", beside)))):
        imported = read(tmp_path, name, data)
        assert all(imported.printed[code] in (None, number) for code, number in COUNTED.items())
        assert any("1.属于国家秘密" in text for _, text in imported.unrecognised)


@pytest.mark.parametrize("name", ["t3", "t4"])
def test_what_stands_in_a_column_that_the_form_has_not_is_listed(name: str, tmp_path: Path) -> None:
    def with_remark(grid: Grid) -> list[Grid]:
        top, rest = [[*grid[0], Item("备注", height=3, is_header=True)], *grid[1:3]], grid[3:]
        return [[*top, *([*row, Item("见说明" if row is rest[-1] else "")] for row in rest)]]

    imported = read(tmp_path, *word(pieces(NEW, only(name, with_remark))))
    check(imported, NEW)
    assert [text for place, text in imported.unrecognised if "“备注”" in place] == ["见说明"]


def test_numbers_that_do_not_stand_below_their_labels_are_listed(tmp_path: Path) -> None:
    """LibreOffice opens a page with tables so: 总计 is left blank and a column has nothing but 申请人情况 above it."""

    def shifted(grid: Grid) -> list[Grid]:
        top, below = grid[0], grid[1]
        wide = [*top[:-1], replace(top[-1], width=top[-1].width + 1)]
        head = [below[0], Item("", height=2), *below[1:]]
        return [[wide, head, grid[2], *([*row, Item("", code="x")] for row in grid[3:])]]

    for name, data in (word(pieces(NUMBERED, only("t3", shifted))), page(pieces(NUMBERED, only("t3", shifted)))):
        imported = read(tmp_path, name, data)
        assert all(imported.printed[code] in (None, number) for code, number in COUNTED.items())
        assert any("一、本年新收" in text for _, text in imported.unrecognised)


@pytest.mark.parametrize("is_gone", [False, True])
def test_a_column_whose_label_was_lost_is_read_by_its_place(tmp_path: Path, *, is_gone: bool) -> None:
    """The label 法律服务机构 is blank, or its cell is missing, which moves the one behind it."""

    def unlabelled(grid: Grid) -> list[Grid]:
        line = [item for item in grid[2] if not is_gone or item.text != "法律服务机构"]
        blank = [replace(item, text="") if item.text == "法律服务机构" else item for item in line]
        return [[*grid[:2], blank, *grid[3:]]]

    check(read(tmp_path, *page(pieces(NEW, only("t3", unlabelled)))), NEW)


def test_a_group_that_stands_before_the_first_column_is_read_there_even_without_spans(tmp_path: Path) -> None:
    def group_first(grid: Grid) -> list[Grid]:
        person, group, *rest = grid[1]
        moved = [[*row[:-7], *row[-6:-1], row[-7], row[-1]] for row in grid[3:]]
        return [[grid[0], [group, person, *rest], grid[2], *moved]]

    report = pieces(NEW, only("t3", group_first))
    for spans in (True, False):
        body = shapes.web_body(report, table=lambda grid, spans=spans: shapes.web_table(grid, spans=spans))  # type: ignore[misc]
        check(read(tmp_path, "a.html", shapes.portal(body).encode()), NEW)


def without_totals(grid: Grid) -> list[Grid]:
    """Table 三 without its column 总计."""
    made = []
    for row in grid:
        last = row[-1]
        is_over_all = last.text == "申请人情况"
        made.append([*row[:-1], replace(last, width=6)] if is_over_all else row)
        if last.text == "总计" or last.code.endswith(".C7"):
            made[-1] = row[:-1]
    return [made]


@pytest.mark.parametrize("make", [word, page])
def test_a_table_whose_totals_are_left_out_is_read(
    make: Callable[[list[Piece]], tuple[str, bytes]], tmp_path: Path
) -> None:
    imported = read(tmp_path, *make(pieces(NEW, only("t3", without_totals))))
    assert imported.summary["t3"] == "150/175"
    for code, wanted in NEW.expected.items():
        if code.startswith("t3."):
            assert imported.printed[code] == (None if code.endswith(".C7") else wanted)


def test_numbers_without_a_label_are_listed_under_the_table_whose_header_is_above_them(tmp_path: Path) -> None:
    above: Grid = []

    def joined(table: str, grid: Grid) -> list[Grid]:
        """Table 三 directly below table 二, its header in one row, and the label of its first numbers lost."""
        if table != "t3":
            above.extend(grid if table == "t2" else [])
            return [grid] if table == "t4" else []
        persons, _, total = grid[1]
        header = [replace(item, height=1) for item in (replace(grid[0][0], text="类别"), persons, *grid[2], total)]
        first = [replace(grid[3][0], text="甲乙丙丁戊"), *grid[3][1:]]
        return [[*above, header, first, *grid[4:]]]

    imported = read(tmp_path, *word(pieces(NEW, joined)))
    assert imported.summary == {"t2": "10/10", "t3": "168/175", "t4": "15/15"}
    ((place, _),) = [lost for lost in imported.unrecognised if "甲乙丙丁戊" in lost[1]]
    assert place.startswith("收到和处理政府信息公开申请情况表")


def test_a_row_of_text_whose_last_blanks_were_cut_off_shifts_no_number(tmp_path: Path) -> None:
    printed = {code: "" if code.endswith(("C6", "C7")) else str(number) for code, number in COUNTED.items()}
    numbered = replace(NEW, printed={**NEW.printed, **printed, "t3.R25.C7": "999"})
    report = pieces(numbered, lambda _, g: [grids.padded(g)])
    text = "\n".join(line.rstrip() for line in shapes.rows_as_lines(report).split("\n"))
    imported = read(tmp_path, "a.txt", text.encode())
    assert all(imported.printed[code] in (None, number, 999) for code, number in COUNTED.items())
    assert any("一、本年新收" in text for _, text in imported.unrecognised)


def test_blanks_behind_a_label_shift_no_number_where_only_the_header_lost_its_own(tmp_path: Path) -> None:
    blank = {f"t3.R02.C{column}": "" for column in range(1, 8)}  # a row of blanks alone, too
    expected = {**NEW.expected, **dict.fromkeys(blank)}
    sample = replace(NEW, printed={**NEW.printed, **blank}, expected=expected)
    lines = shapes.rows_as_lines(pieces(sample, lambda _, g: [grids.padded(g)])).split("\r\n")
    text = "\n".join(line.rstrip("\t") if "申请人情况" in line else line for line in lines)
    imported = read(tmp_path, "a.txt", text.encode())
    check(imported, sample)
    assert imported.unrecognised == []


@pytest.mark.parametrize(
    ("header", "label", "printed", "wanted"),
    [
        ("本年收费金额", "行政事业性收费（单位：元）", "125000", Decimal("12.5")),
        ("本年收费金额（单位：元）", "行政事业性收费（万元）", "12.5", None),
        ("本年收费金额", "行政事业性收费", "12.5", Decimal("12.5")),
        ("本年收费金额（单位：千元）", "行政事业性收费", "125", Decimal("12.5")),
        ("本年收费金额（百万元）", "行政事业性收费", "0.125", Decimal("12.5")),
        ("本年收费金额（十亿元）", "行政事业性收费", "1", None),
    ],
)
def test_the_unit_of_an_amount_is_that_of_its_labels_and_else_told(
    header: str, label: str, printed: str, wanted: Entry, tmp_path: Path
) -> None:
    names = {"本年收费金额（单位：万元）": header, "行政事业性收费": label}
    sample = replace(NEW, printed={**NEW.printed, "t2.fees.amount": printed})
    imported = read(tmp_path, *word(pieces(sample, only("t2", lambda g: [grids.relabelled(g, names)]))))
    entry = imported.printed["t2.fees.amount"]
    if wanted is None:
        assert isinstance(entry, Refused)
        assert isinstance(parse_entry(entry.text, "万元", 6), Refused)  # nor does the draft made of it take it
    else:
        assert entry == wanted
    assert any("行政事业性收费·本年收费金额" in remark for remark in imported.remarks)


def test_counts_in_ten_thousands_are_refused(tmp_path: Path) -> None:
    names = {"本年处理决定数量": "本年处理决定数量（单位：万件）"}
    sample = replace(NEW, printed={**NEW.printed, "t2.licensing.decisions": "3"})
    imported = read(tmp_path, *word(pieces(sample, only("t2", lambda g: [grids.relabelled(g, names)]))))
    entry = imported.printed["t2.licensing.decisions"]
    assert isinstance(entry, Refused)
    assert entry.reason == "表上写的单位是万件，请换算成件再填"
    assert isinstance(parse_entry(entry.text), Refused)


@pytest.mark.parametrize("place", [0, 1, 2])
def test_blanks_beside_a_number_under_a_wide_header_do_no_harm(place: int, tmp_path: Path) -> None:
    """The header 本年处理决定数量 is merged over three columns, the cells below it are not."""

    def unmerged(grid: Grid) -> list[Grid]:
        blanks = [Item("", code="x")] * 3
        return [
            [
                [row[0], *blanks[:place], replace(row[1], width=1), *blanks[place + 1 :]]
                if len(row) == 2 and row[1].code and row[1].width == 3
                else row
                for row in grid
            ]
        ]

    check(read(tmp_path, *word(pieces(NEW, only("t2", unmerged)))), NEW)


@pytest.mark.parametrize("kind", [word, page])
def test_a_number_merged_over_two_columns_is_given_to_neither(
    kind: Callable[[list[Piece]], tuple[str, bytes]], tmp_path: Path
) -> None:
    def merged(grid: Grid) -> list[Grid]:
        kept = [[item for item in row if item.code != "t3.R03.C2"] for row in grid]
        return [[[replace(item, width=2) if item.code == "t3.R03.C1" else item for item in row] for row in kept]]

    imported = read(tmp_path, *kind(pieces(OTHER, only("t3", merged))))
    assert imported.printed["t3.R03.C1"] is None
    assert imported.printed["t3.R03.C2"] is None
    ((_, lost),) = imported.unrecognised
    assert OTHER.printed["t3.R03.C1"] in lost


# ---------------------------------------------------------------- workbooks


@pytest.mark.parametrize("missing", ["xl/workbook.xml", "xl/_rels/workbook.xml.rels"])
def test_a_workbook_without_its_list_of_sheets_is_damaged(missing: str, tmp_path: Path) -> None:
    stream = BytesIO()
    with ZipFile(BytesIO(shapes.workbook({"报告": pieces(NEW)}))) as whole, ZipFile(stream, "w") as cut:
        for name in whole.namelist():
            if name != missing:
                cut.writestr(name, whole.read(name))
    with pytest.raises(DamagedFileError):
        read(tmp_path, "a.xlsx", stream.getvalue())


def test_the_signature_below_a_table_that_is_wider_than_the_text_is_read(tmp_path: Path) -> None:
    report: list[Piece] = [*pieces(NEW), ("text", NEW.unit), ("text", "2024年1月20日")]
    imported = read(tmp_path, "a.xlsx", shapes.workbook({"报告": report}))
    check(imported, NEW)
    assert imported.report.meta["meta.sign_off"] == NEW.unit
    assert imported.report.meta["meta.date"] == "2024年1月20日"


SIGNED = (NEW.unit, "2024年1月20日")


@pytest.mark.parametrize(
    "places",
    [((0, 0), (1, 0)), ((0, 9), (1, 9)), ((1, 9), (2, 9)), ((0, 8), (0, 9)), ((1, 2), (2, 2))],
    ids=["left", "right", "a row below", "side by side", "in the middle"],
)
@pytest.mark.parametrize("other", ["", "填表说明"])
def test_the_signature_in_cells_that_are_not_merged_is_read(
    places: tuple[tuple[int, int], ...], other: str, tmp_path: Path
) -> None:
    book = openpyxl.load_workbook(BytesIO(shapes.workbook({"报告": pieces(NEW)}, merged=False)))
    sheet = book.worksheets[0]
    below = sheet.max_row + 1
    for (row, column), text in zip(places, SIGNED, strict=True):
        sheet.cell(below + row, column + 1, text)
    if other:
        book.create_sheet(other).append(["请各单位如实填写，没有的填0。"])
    stream = BytesIO()
    book.save(stream)
    imported = read(tmp_path, "a.xlsx", stream.getvalue())
    assert (imported.report.meta["meta.sign_off"], imported.report.meta["meta.date"]) == SIGNED
    check(imported, NEW)
    assert imported.unrecognised == ([("工作表“填表说明”", "请各单位如实填写，没有的填0。")] if other else [])


def test_a_sheet_of_numbered_instructions_is_no_part_of_the_report(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(BytesIO(shapes.workbook({"报告": pieces(NEW)})))
    sheet = book.create_sheet("填表说明")
    sheet.append([1, "请各单位如实填写，没有的填0。"])
    sheet.append([2, "填写后请核对。"])
    stream = BytesIO()
    book.save(stream)
    imported = read(tmp_path, "a.xlsx", stream.getvalue())
    check(imported, NEW)
    assert imported.unrecognised == [("工作表“填表说明”", "1 请各单位如实填写，没有的填0。 2 填写后请核对。")]


def test_sheets_that_hold_parts_of_the_report_are_all_read(tmp_path: Path) -> None:
    report = pieces(NEW)
    cut = next(i for i, (kind, content) in enumerate(report) if kind == "heading" and str(content).startswith("四、"))
    check(read(tmp_path, "a.xlsx", shapes.workbook({"一": report[:cut], "二": report[cut:]})), NEW)


def formatted(sample: Sample, value: float | CellRichText, number_format: str) -> bytes:
    """A workbook in which one number has another value and a number format."""
    mark = 987654
    marked = replace(sample, printed={**sample.printed, "t3.R01.C1": str(mark)})
    book = openpyxl.load_workbook(BytesIO(shapes.workbook({"报告": pieces(marked)})))
    cell = next(c for row in book.worksheets[0].iter_rows() for c in row if c.value == mark)
    cell.value, cell.number_format = value, number_format
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("value", "number_format", "wanted"),
    [
        (44961, 'm"月"d"日"', "2023年2月4日"),
        (44961, "[$-804]yyyy\\.m\\.d;@", "2023年2月4日"),
        (0.5, "h:mm", "0.5，是日期或时间"),
        (2_957_004, "yyyy", "2957004，是日期或时间"),
        (1, "0%", "100%"),
        (123456, "0!.0,", "123456，显示成另一个数"),
        (True, "General", "TRUE"),
        (12, ";;;", None),
        (12, "General", 12),
        (12, "#,##0_ ;[Red]\\-#,##0\\ ", 12),
        (12, '0"件"', 12),
        (12, '#,##0"元"', "12元"),
        (12, '0"万件"', "12万件"),
        (12, '[>=100]0"万";0', 12),
        (0, '[=0]"—";0', 0),
        (12, '_ * #,##0_ ;_ * \\-#,##0_ ;_ * "-"??_ ;_ @_ ', 12),
    ],
)
def test_a_number_that_a_workbook_shows_otherwise_is_no_count(
    value: float, number_format: str, wanted: Entry | str, tmp_path: Path
) -> None:
    imported = read(tmp_path, "a.xlsx", formatted(NEW, value, number_format))
    entry = imported.printed["t3.R01.C1"]
    assert (entry.text if isinstance(entry, Refused) else entry) == wanted
    assert imported.printed["t3.R01.C2"] == NEW.expected["t3.R01.C2"]


@pytest.mark.parametrize(
    "cell",
    [
        CellRichText(TextBlock(InlineFont(strike=True), "9"), TextBlock(InlineFont(), "12")),
        CellRichText(TextBlock(InlineFont(), "12"), TextBlock(InlineFont(vertAlign="superscript"), "1")),
    ],
    ids=["struck", "raised"],
)
def test_a_struck_or_raised_piece_in_a_workbook_does_not_join_a_number(cell: CellRichText, tmp_path: Path) -> None:
    imported = read(tmp_path, "a.xlsx", formatted(NEW, cell, "General"))
    assert imported.printed["t3.R01.C1"] == 12
    assert any("删除线" in remark or "上标¹" in remark for remark in imported.remarks)


def test_a_cell_of_a_workbook_that_is_struck_out_as_a_whole_is_blank_and_told(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(BytesIO(formatted(NEW, 12, "General")))
    next(c for row in book.worksheets[0].iter_rows() for c in row if c.value == 12).font = Font(strike=True)
    stream = BytesIO()
    book.save(stream)
    imported = read(tmp_path, "a.xlsx", stream.getvalue())
    assert imported.printed["t3.R01.C1"] is None
    assert any(r.startswith("原文有1处文字划了删除线，按已删除处理，没有读入，请核对") for r in imported.remarks)
