"""PDF files: read by their characters and ruling lines, with nothing guessed; what cannot be read says why."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from core.base.errors import ReportError
from core.base.reading_process import ReadingProcess
from core.cli.command_line import main
from core.published import Imported, import_report
from core.published.pdf_file import MAX_OBJECTS, MAX_PAGES, pages_of
from core.published.pdf_grids import whole_lines
from core.published.pdf_lines import lines_of
from core.published.pdf_pages import read_pdf
from core.report.entry_text import Refused
from core.report.linked_text import resolve
from core.visible.blocks import Paragraph, VisibleTable
from tests.core.published import published_pdf
from tests.core.published import published_shapes as shapes
from tests.core.published.published_grids import Grid, Item
from tests.core.published.published_grids import cut as cut_at
from tests.core.published.published_pdf import HEIGHT, WIDTH, Setter, Sheet, pdf, report_pdf, set_report
from tests.core.published.published_random import differing
from tests.core.published.published_samples import ONE_FEE, Sample, all_samples
from tests.core.published.test_published_report import check

SAMPLES = {sample.name: sample for sample in all_samples()}
SMALL, LARGE = SAMPLES["small"], SAMPLES["large"]
WORDS = "全年公开政府信息若干条，其中网站公开若干条，政务新媒体公开若干条，并按要求更新了公开指南和公开目录。"


def read(folder: Path, data: bytes, name: str = "年报.pdf") -> Imported:
    path = folder / name
    path.write_bytes(data)
    return import_report(path)


def small_pdf(sample: Sample = SMALL, change: shapes.Change | None = None, **options: float) -> bytes:
    return report_pdf(shapes.pieces(sample, change), **options)  # type: ignore[arg-type]


def told(imported: Imported) -> str:
    return "\n".join(imported.remarks)


@pytest.mark.parametrize("name", ["large", "trial format", "thousands separators", "remarks in number cells"])
def test_every_cell_and_text_of_a_pdf_is_read_as_it_is_printed(name: str, tmp_path: Path) -> None:
    check(read(tmp_path, small_pdf(SAMPLES[name])), SAMPLES[name])


@pytest.mark.parametrize("number", ["{}", "第 {} 页 共 9 页", ""])
def test_page_numbers_are_left_out_and_pages_that_lie_are_read(number: str, tmp_path: Path) -> None:
    imported = read(tmp_path, report_pdf(shapes.pieces(SMALL), number=number, width=HEIGHT))
    check(imported, SMALL)
    assert told(imported) == ONE_FEE
    assert imported.unrecognised == []


@pytest.mark.parametrize("matrix", ["0 1 -1 0 595 0", "0 -1 1 0 0 842", "-1 0 0 -1 842 595", "1 0 0 1 0 0"])
@pytest.mark.parametrize("rotation", ["", "/Rotate 90"])
def test_a_page_that_is_turned_is_read_the_way_it_is_written(matrix: str, rotation: str, tmp_path: Path) -> None:
    setter = set_report(Setter(width=HEIGHT), shapes.pieces(SMALL))
    for sheet in setter.sheets:
        sheet.operators = [f"q {matrix} cm", *sheet.operators, "Q"]
        sheet.extra = rotation
        if matrix.startswith("0"):
            sheet.width, sheet.height = sheet.height, sheet.width
    check(read(tmp_path, pdf(setter.sheets)), SMALL)


def test_paragraphs_go_on_over_the_page_and_end_with_their_last_line(tmp_path: Path) -> None:
    texts = {**SMALL.texts, "s2": [WORDS * 9, WORDS[:29] + "。", WORDS * 20], "s5": [WORDS, WORDS * 11]}
    sample = replace(SMALL, texts=texts)
    check(read(tmp_path, small_pdf(sample)), sample)


@pytest.mark.parametrize("row", [5, 12, 24])
def test_a_table_that_goes_on_with_its_header_on_the_next_page_is_one(row: int, tmp_path: Path) -> None:
    def cut(name: str, grid: Grid) -> list[Grid]:
        return cut_at(grid, row, repeat_header=True) if name == "t3" else [grid]

    check(read(tmp_path, small_pdf(change=cut)), SMALL)


def test_a_pdf_and_the_draft_imported_from_it_raise_the_same_findings(tmp_path: Path) -> None:
    sample = SAMPLES["wrong totals"]
    (tmp_path / "年报.pdf").write_bytes(small_pdf(sample))
    assert differing(tmp_path / "年报.pdf", tmp_path) == set()


def test_the_command_line_imports_and_checks_a_pdf(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, draft = tmp_path / "年报.pdf", tmp_path / "草稿.xlsx"
    path.write_bytes(small_pdf())
    assert main(["import", str(path), "-o", str(draft), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["summary"] == {"t2": "10/10", "t3": "175/175", "t4": "15/15"}
    assert draft.exists()
    main(["check", str(path), "--json"])
    assert json.loads(capsys.readouterr().out)["year"] == 2022


# ---------------------------------------------------------------- what must not become another number


def with_numbers(draw: Callable[[Sheet, float, float], None]) -> bytes:
    """Return a report whose first number of table 四 is drawn by hand, in a cell of 30 by 40 points."""
    setter = Setter()
    setter.text("某县水利局2024年政府信息公开工作年度报告", size=18, is_centred=True)
    for title in ("一、总体情况", "四、政府信息公开行政复议、行政诉讼情况"):
        setter.text(title)
    table = SMALL.form.tables["t4"]
    rows = [[Item(i.label if not i.code else "", i.width, i.height) for i in row] for row in table.grid]
    setter.grid([*rows[:-1], [Item("\n\n\n", height=1), *rows[-1][1:]]])
    for title in ("五、存在的主要问题及改进情况", "六、其他需要报告的事项"):
        setter.text(title)
        setter.text(WORDS)
    sheet = setter.sheets[0]
    left = published_pdf.MARGIN
    bottom = max(y for y in _lines_across(sheet))
    draw(sheet, left, bottom - 30)
    return pdf(setter.sheets)


def _lines_across(sheet: Sheet) -> list[float]:
    """Return the lower edges of the boxes of a sheet."""
    boxes = [re.fullmatch(r"(\S+) (\S+) (\S+) (\S+) re S", line) for line in sheet.operators]
    return [sheet.height - float(box[2]) for box in boxes if box]


FIRST = "t4.review.upheld"


@pytest.mark.parametrize(
    ("draw", "wanted"),
    [
        (lambda sheet, x, y: sheet.put(x + 4, y, "37", 8), 37),
        (lambda sheet, x, y: sheet.put(x + 17, y, "12345", 8), "123\n45"),  # runs over the line at its right
        (lambda sheet, x, y: sheet.put(x - 10, y, "12345", 8), "12\n345"),  # out of the table at its left
        (lambda sheet, x, y: (sheet.put(x + 3, y, "12", 8), sheet.put(x + 17, y, "7", 8)), "12 7"),
        (lambda sheet, x, y: (sheet.put(x + 3, y - 8, "12", 8), sheet.put(x + 3, y + 2, "7", 8)), "12\n7"),
        (lambda sheet, x, y: (sheet.put(x + 2, y - 8, "12345", 8), sheet.put(x + 2, y + 2, "67", 8)), 1234567),
        (lambda sheet, x, y: (sheet.put(x + 4, y, "37", 8), sheet.put(x + 14, y - 4, "2", 5)), "37²"),
    ],
)
def test_digits_are_one_number_only_where_nothing_else_can_be_meant(
    draw: Callable[[Sheet, float, float], None], wanted: int | str, tmp_path: Path
) -> None:
    imported = read(tmp_path, with_numbers(draw))
    entry = imported.printed[FIRST]
    if isinstance(wanted, int):
        assert entry == wanted
    elif wanted == "37²":
        assert entry == 37
        assert "数字后有上标²" in told(imported)
    else:
        assert isinstance(entry, Refused)
        assert entry.text == wanted
    assert imported.printed["t4.review.corrected"] is None


def test_a_number_that_was_put_together_from_two_lines_is_told(tmp_path: Path) -> None:
    def draw(sheet: Sheet, x: float, y: float) -> None:
        sheet.put(x + 2, y - 8, "12345", 8)
        sheet.put(x + 2, y + 2, "67", 8)

    assert "表格中的“1234567”分两行印在一格里，按一个数读入，请核对" in told(read(tmp_path, with_numbers(draw)))


def test_what_is_struck_out_or_invisible_or_slanted_is_left_out_and_told(tmp_path: Path) -> None:
    def draw(sheet: Sheet, x: float, y: float) -> None:
        sheet.put(x + 3, y, "37", 8)
        sheet.line(x + 2, y - 2.6, x + 14, y - 2.6)
        sheet.put(x + 3, y + 9, "5", 8, mode=3)
        sheet.put(200, 500, "内部资料", 40, matrix="0.7 0.7 -0.7 0.7")

    imported = read(tmp_path, with_numbers(draw))
    assert imported.printed[FIRST] is None
    assert "1处文字划了删除线" in told(imported)
    assert "有1个看不见的字" in told(imported)
    assert "“内部资料”（如水印）没有读入" in told(imported)


def test_text_in_columns_without_lines_stays_text(tmp_path: Path) -> None:
    setter = Setter(number="")  # some fonts that stand in for those of the file have no dash to tell a page number by
    for line in ("某县水利局2024年政府信息公开工作年度报告", "一、总体情况", "二、主动公开政府信息情况"):
        setter.text(line)
    setter.text(WORDS)
    setter.sheets[0].put(90, 500, "行政许可")
    setter.sheets[0].put(300, 500, "37")
    path = tmp_path / "年报.pdf"
    path.write_bytes(pdf(setter.sheets))
    blocks = read_pdf(path.read_bytes(), path).blocks
    assert not any(isinstance(block, VisibleTable) for block in blocks)
    assert [block.text for block in blocks if isinstance(block, Paragraph)][-1] == "行政许可 37"


def test_notes_fields_and_stamps_laid_over_a_page_are_told(tmp_path: Path) -> None:
    note = "/Annots[<</Type/Annot/Subtype/FreeText/Rect[0 0 9 9]/DA(/F2 9 Tf)/Contents(5)>>]"
    data = small_pdf().replace(b"/Resources<<", f"{note}/Resources<<".encode(), 1)
    assert "第1页上另加的批注、表单或印章没有读入" in told(read(tmp_path, data))


def test_a_page_that_is_a_picture_is_told(tmp_path: Path) -> None:
    sheets = set_report(Setter(), shapes.pieces(SMALL))
    picture = Sheet()
    image = "q 500 0 0 800 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID 0 EI Q"
    picture.operators.append(image)
    assert f"第{len(sheets.sheets) + 1}页是图片" in told(read(tmp_path, pdf([*sheets.sheets, picture])))


def upwards(sheet: Sheet, x: float, y: float, text: str) -> None:
    for place, char in enumerate(text):
        sheet.put(x, y - 9 * place, char, 9, matrix="0 1 -1 0")


def test_a_label_written_upwards_is_read_and_a_page_number_at_the_side_is_left_out(tmp_path: Path) -> None:
    setter = set_report(Setter(), shapes.pieces(SMALL))
    for sheet in setter.sheets:
        upwards(sheet, 30, 400, "—3—")
    sheet = Sheet()
    sheet.put(60, 40, WORDS[:30])
    for n, text in enumerate(("年度办理结果", "自然人")):
        sheet.box(60 + 100 * n, 60, 160 + 100 * n, 160)
        upwards(sheet, 80 + 100 * n, 150, text)
    path = tmp_path / "年报.pdf"
    path.write_bytes(pdf([*setter.sheets, sheet]))
    imported = import_report(path)
    assert {code: imported.printed[code] for code in SMALL.expected} == SMALL.expected
    assert imported.remarks == [ONE_FEE]
    *_, table = read_pdf(path.read_bytes(), path).blocks
    assert isinstance(table, VisibleTable)
    assert table.rows[-1].text == "年度办理结果 自然人"


# ---------------------------------------------------------------- what is refused


def hostile(kind: str) -> bytes:
    good = small_pdf()
    if kind == "no text":
        return pdf([Sheet(operators=["0 0 m 300 300 l S"])])
    if kind == "recognised":
        sheet = Sheet()
        for n in range(9):
            sheet.put(60, 60 + 20 * n, WORDS[:30], mode=3)
        return pdf([sheet])
    if kind == "fonts":
        return good.replace(b"/UniGB-UCS2-H", b"/Identity-H")
    if kind == "password":
        keys = b"/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/O<%s>/U<%s>/P -4>>>>" % (b"41" * 32, b"42" * 32)
        return good.replace(b"/Root 1 0 R>>", b"/Root 1 0 R" + keys)
    if kind == "pages":
        return pdf([Sheet() for _ in range(3 * MAX_PAGES)])
    if kind == "objects":
        return pdf([Sheet(operators=["0 0 m 9 9 l S"] * 2 * MAX_OBJECTS)])
    return good[: len(good) // 2]  # "cut"


@pytest.fixture(scope="module")
def reading() -> Iterator[ReadingProcess]:
    with ReadingProcess() as process:
        yield process


@pytest.mark.parametrize(
    ("kind", "summary", "advice"),
    [
        ("no text", "“年报.pdf”是扫描件（图片）", "PDF转Word"),
        ("recognised", "“年报.pdf”是扫描件（图片）", "PDF转Word"),
        ("fonts", "个字只有字形、没有编码", "PDF转Word"),
        ("password", "“年报.pdf”设有打开密码", "取消密码"),
        ("pages", f"“年报.pdf”有300页，最多能读{MAX_PAGES}页", "只把年度报告的那几页"),
        ("objects", "“年报.pdf”的内容过大", "请确认选对了文件"),
        ("cut", "“年报.pdf”已损坏或不完整", "另存一份"),
    ],
)
def test_what_cannot_be_read_says_why(
    kind: str, summary: str, advice: str, reading: ReadingProcess, tmp_path: Path
) -> None:
    path = tmp_path / "年报.pdf"
    path.write_bytes(hostile(kind))
    with pytest.raises(ReportError) as caught:  # within the 20 s after which it would be given up
        reading.read(path.name, import_report, path)
    assert summary in caught.value.summary
    assert advice in caught.value.advice


@pytest.mark.parametrize(
    "damage", [(rb"startxref\n\d+", b"startxref\n99"), (rb"\n0{3}\d{7} 00000 n", b"\n0000000077 00000 n")]
)
def test_a_file_whose_list_of_objects_is_broken_is_read_all_the_same(
    damage: tuple[bytes, bytes], tmp_path: Path
) -> None:
    check(read(tmp_path, re.sub(*damage, small_pdf())), SMALL)


def test_a_title_that_fills_its_first_line_goes_on_in_the_middle_of_the_next(tmp_path: Path) -> None:
    sheet = Sheet()
    for y, text in ((60, "某县水利和湖泊管理局2024年政府信息公开工作年度报"), (104, "告")):
        length = sum(published_pdf.advance(char, 18) for char in text)
        sheet.put((published_pdf.WIDTH - length) / 2, y, text, 18)
    for n, text in enumerate(
        ("一、总体情况", WORDS[:36], WORDS[36:], WORDS[:36], "二、主动公开政府信息情况", "没有。")
    ):
        sheet.put(80, 180 + 20 * n, text, 12)
    blocks = read_pdf(pdf([sheet]), tmp_path / "年报.pdf").blocks
    assert isinstance(blocks[0], Paragraph)
    assert blocks[0].text == "某县水利和湖泊管理局2024年政府信息公开工作年度报告"


def test_radicals_are_read_as_the_characters_of_a_simplified_text(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.put(80, 100, "人民政府户籍青年", 12)
    made = pdf([sheet], instead="人⼈民⺠户⼾青⾭")
    assert "".join(glyph.char for page in pages_of(made, tmp_path) for glyph in page.glyphs) == "人民政府户籍青年"


@pytest.mark.parametrize(("size", "x", "y"), [(40, 150, 330), (16, 199, 333), (14, 210, 500), (16, 60, 260)])
def test_letters_over_the_text_are_told_and_leave_its_lines_alone(
    size: float, x: float, y: float, tmp_path: Path
) -> None:
    plain, marked = set_report(Setter(), shapes.pieces(SMALL)), set_report(Setter(), shapes.pieces(SMALL))
    for sheet in marked.sheets:
        sheet.put(x, y, "仅供内部参考", size)
    whole = read(tmp_path, pdf(plain.sheets))
    imported = read(tmp_path, pdf(marked.sheets))
    assert told(imported).count("压在正文上的") == 1
    assert "压在正文上的“仅供内部参考”（如水印）没有读入" in told(imported)
    assert (imported.report.texts, imported.printed) == (whole.report.texts, whole.printed)


def test_letters_over_the_text_of_one_page_are_told_and_leave_its_lines_alone(tmp_path: Path) -> None:
    plain, marked = set_report(Setter(), shapes.pieces(SMALL)), set_report(Setter(), shapes.pieces(SMALL))
    marked.sheets[0].put(60, 260, "仅供内部参考", 16)
    whole, imported = read(tmp_path, pdf(plain.sheets)), read(tmp_path, pdf(marked.sheets))
    assert "压在正文上的“仅供内部参考”（如水印）没有读入" in told(imported)
    assert (imported.report.texts, imported.printed) == (whole.report.texts, whole.printed)


def test_spaced_type_leaves_numbers_whole_and_digits_in_a_cell_apart(tmp_path: Path) -> None:
    sheet = Sheet()
    for n, text in enumerate(("2024年收到申请9件", "与2023年同比 3 5")):
        x = 60.0
        for char in text:
            sheet.put(x, 100 + 30 * n, char, 12)
            x += (7.2 if char.isascii() else 12) + 3
    sheet.box(60, 200, 200, 220)
    for n, char in enumerate("357"):
        sheet.put(64 + 12 * n, 214, char, 12)
    lines = [line.text for line in lines_of(pages_of(pdf([sheet]), tmp_path / "a.pdf")[0].glyphs)]
    assert lines == ["2024年收到申请9件", "与2023年同比3 5", "3 5 7"]


def test_text_in_two_columns_is_told(tmp_path: Path) -> None:
    setter = set_report(Setter(), shapes.pieces(SMALL))
    assert "分栏" not in told(read(tmp_path, pdf(setter.sheets)))
    sheet = Sheet()
    sheet.put(60, 90, WORDS[:40], 12)
    for n in range(5):
        sheet.put(60, 120 + 20 * n, WORDS[:18], 12)
        if n != 2:
            sheet.put(310, 120 + 20 * n, WORDS[18:35], 12)
    imported = read(tmp_path, pdf([*setter.sheets, sheet]))
    assert f"第{len(setter.sheets) + 1}页有文字分栏或并排" in told(imported)


def test_a_table_without_lines_is_read_where_its_sums_prove_it_and_else_told(tmp_path: Path) -> None:
    def unruled(change: Callable[[str], str], *, is_swapped: bool = False) -> Imported:
        made: shapes.Change = swapped if is_swapped else lambda _, grid: [spoilt(grid, change)]
        sheets = set_report(Setter(), shapes.pieces(SMALL, made)).sheets
        for sheet in sheets:
            sheet.operators = [line for line in sheet.operators if not line.endswith(" re S")]
        return read(tmp_path, pdf(sheets))

    def swapped(name: str, grid: Grid) -> list[Grid]:
        names = {"商业企业": "科研机构", "科研机构": "商业企业"}
        return [[[replace(i, text=names.get(i.text, i.text)) for i in row] for row in grid]] if name == "t3" else [grid]

    def spoilt(grid: Grid, change: Callable[[str], str]) -> Grid:
        return [[replace(i, text=change(i.text)) if i.code == "t3.R20.C4" else i for i in row] for row in grid]

    imported = unruled(lambda text: text)
    assert {c: imported.printed[c] for c in SMALL.form.tables["t3"].cells} == {
        code: entry for code, entry in SMALL.expected.items() if code.startswith("t3")
    }
    assert "表没有表格线，是按文字的位置读出、按勾稽关系核对后读入的，请核对" in told(imported)
    assert resolve(imported.report.texts["s3"], {}) == "（一）申请情况见下表。"
    others = [unruled(change) for change in (lambda text: str(int(text) + 1), lambda _: "", lambda _: "1 2")]
    for imported in (*others, unruled(str, is_swapped=True)):
        assert imported.summary["t3"] == "0/175"
        assert "行数字没有表格线，不知属于哪一格，同表中的字一起当作文字读入，请对照原文填写" in told(imported)


@pytest.mark.parametrize("text", [WORDS[:45], "以上数字含下属单位。"])
def test_text_among_the_rows_of_a_table_without_lines_is_not_lost(text: str, tmp_path: Path) -> None:
    sheets = set_report(Setter(), shapes.pieces(SMALL)).sheets
    for sheet in sheets:
        sheet.operators = [line for line in sheet.operators if not line.endswith(" re S")]
    sheets[2].put(60, 50, text, 8)  # above the rows that go on there
    imported = read(tmp_path, pdf(sheets))
    assert imported.summary["t3"] == "0/175"
    assert text in "".join([*imported.report.texts.values(), *(lost for _, lost in imported.reported)])


def test_a_line_of_dots_is_a_line(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.put(60, 90, WORDS, 12)
    dots = [(100 + 1.5 * n, 700.0) for n in range(40)] + [(100.0, 700 - 1.5 * n) for n in range(20)]
    sheet.operators += [f"{x} {y} .75 .75 re f" for x, y in dots]
    page = pages_of(pdf([sheet]), tmp_path / "a.pdf")[0]
    lines = [[round(rule.end - rule.start) for rule in whole_lines(rules)] for rules in (page.across, page.down)]
    assert lines == [[59], [29]]


def test_the_title_of_a_section_begins_a_paragraph_wherever_it_stands(tmp_path: Path) -> None:
    sheet = Sheet()
    lines = (WORDS[:40], WORDS[:40], "二、主动公开政府信息情况", WORDS[:40], "三、四项工作都有进展。")
    for n, text in enumerate(lines):
        sheet.put(60, 100 + 20 * n, text, 11)
    texts = [b.text for b in read_pdf(pdf([sheet]), tmp_path / "a.pdf").blocks if isinstance(b, Paragraph)]
    assert texts == [2 * WORDS[:40], lines[2], lines[3] + lines[4]]


def test_a_heading_in_large_type_goes_on_in_its_second_line(tmp_path: Path) -> None:
    sheet = Sheet()
    for n in range(4):
        sheet.put(60, 100 + 18 * n, WORDS[:40], 12)
    sheet.put(60, 220, "四、政府信息公开行政复议、行政诉讼情", 26)
    sheet.put(60, 261, "况", 26)
    sheet.put(84, 320, WORDS[:30], 12)
    blocks = read_pdf(pdf([sheet]), tmp_path / "a.pdf").blocks
    assert [b.text for b in blocks if isinstance(b, Paragraph)][1] == "四、政府信息公开行政复议、行政诉讼情况"


def test_two_pages_on_a_sheet_are_read_one_after_the_other(tmp_path: Path) -> None:
    single = set_report(Setter(), shapes.pieces(LARGE)).sheets
    whole = read(tmp_path, pdf(single))
    double = [Sheet(2 * WIDTH, HEIGHT) for _ in single[::2]]
    for n, sheet in enumerate(single):
        double[n // 2].operators += [f"q 1 0 0 1 {WIDTH * (n % 2)} 0 cm", *sheet.operators, "Q"]
    imported = read(tmp_path, pdf(double))
    assert "第1页是左右两栏（或一张纸上两页），先读左边、再读右边" in told(imported)
    assert (imported.report.texts, imported.printed) == (whole.report.texts, whole.printed)


def test_what_stands_beyond_the_edge_of_a_page_is_told(tmp_path: Path) -> None:
    setter = set_report(Setter(), shapes.pieces(SMALL))
    assert "超出页边" not in told(read(tmp_path, pdf(setter.sheets)))
    setter.sheets[0].put(published_pdf.WIDTH + 20, 500, "37 件", 9)
    assert "第1页有3个字超出页边" in told(read(tmp_path, pdf(setter.sheets)))


def test_a_table_is_read_though_lines_of_the_one_above_run_through_its_title(tmp_path: Path) -> None:
    report = shapes.pieces(SMALL)
    at = next(i for i, (_, content) in enumerate(report) if str(content).startswith("四、"))
    head, rest = set_report(Setter(number=""), report[: at - 1]), set_report(Setter(number=""), report[at - 1 :])
    sheet = rest.sheets[1]
    for column in (1, 2):
        x = published_pdf.MARGIN + column * (WIDTH - 2 * published_pdf.MARGIN) / 10
        sheet.line(x, 150, x, 310)
    imported = read(tmp_path, pdf([*head.sheets, *rest.sheets]))
    check(imported, SMALL)
    assert imported.unrecognised == []
    assert not any("第四部分" in remark for remark in imported.remarks)
