"""Published reports in all shapes: every cell right, blanks as blanks, texts right."""

import json
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from core.base.errors import ReportError
from core.cli.command_line import main
from core.form.form_reader import load_form
from core.published import Imported, import_clipboard, import_json, import_report
from core.published.number_cells import read_number
from core.report.entry_text import Refused
from core.report.linked_text import resolve
from core.validation.validation import check_report
from tests.core.published import published_grids as grids
from tests.core.published import published_shapes as shapes
from tests.core.published.published_samples import WANTED_REFUSED, Sample, all_samples
from tests.core.published.published_shapes import Piece, pieces

EXAMPLE = Path(__file__).parent.parent.parent / "data" / "example-report.txt"
SAMPLES = {s.name: s for s in all_samples()}
BLANK_TOTALS = {"blanks as in real reports": 3, "negative changes and yuan": 7}
"""Totals that a sample leaves blank although their parts are printed."""


def check(imported: Imported, sample: Sample, *, texts: bool = True) -> None:
    """Compare everything that was read with what was printed."""
    report = imported.report
    assert imported.form == ("mixed" if sample.form_id.startswith("mixed") else sample.form_id)
    assert imported.report.form_label == imported.form
    unseen = {
        t: sum(code in imported.printed_form.blank_totals for code in table.cells)
        for t, table in sample.form.tables.items()
    }
    assert sum(unseen.values()) == BLANK_TOTALS.get(sample.name, 0)
    assert imported.summary == {
        t: f"{len(table.cells) - unseen[t]}/{len(table.cells)}" for t, table in sample.form.tables.items()
    }
    wrong = {}
    for code, wanted in sample.expected.items():
        got = imported.printed[code]
        same = isinstance(got, Refused) if wanted == WANTED_REFUSED else (got == wanted and type(got) is not Refused)
        if not same:
            wrong[code] = (sample.printed[code], wanted, got)
    assert wrong == {}
    for code, entry in imported.printed.items():
        place = report.controls if sample.form.cells[code].is_derived else report.cells
        assert place.get(code) == entry
    assert report.unit == sample.unit
    assert report.year == sample.year
    assert report.title == "".join(sample.title)
    if texts:
        got_texts = {code: resolve(text, {}).split("\n") for code, text in report.texts.items()}
        assert got_texts == {code: lines for code, lines in sample.texts.items() if lines}


Maker = Callable[[Sample], tuple[str, bytes]]


def each(change: Callable[[grids.Grid], list[grids.Grid]]) -> shapes.Change:
    return lambda _, grid: change(grid)


def only(table_id: str, change: Callable[[grids.Grid], list[grids.Grid]]) -> shapes.Change:
    return lambda name, grid: change(grid) if name == table_id else [grid]


def word(report: list[Piece], **options: object) -> tuple[str, bytes]:
    numbered = bool(options.get("numbered"))
    return "a.docx", shapes.docx(shapes.word_body(report, **options), numbering=numbered)  # type: ignore[arg-type]


def page(report: list[Piece], charset: str = "utf-8", encoding: str = "utf-8", **options: object) -> tuple[str, bytes]:
    body = shapes.web_body(report, **options)  # type: ignore[arg-type]
    return "a.html", shapes.portal(body, charset=charset).encode(encoding)


OLD = shapes.web_body(pieces(SAMPLES["large"]))
MISPRINTED = each(lambda grid: [grids.relabelled(grid, grids.MISPRINTS)])
CUT = only("t3", lambda grid: grids.cut(grid, 12, repeat_header=False))
CUT_WITH_HEADER = only("t3", lambda grid: grids.cut(grid, 17, repeat_header=True))
LOOSE_TITLES = {
    "s1": "1、总体情况",
    "s2": "二、 主动公开政府信息的情况",
    "s3": "３．收到和处理政府信息公开申请情况",
    "s4": "四、政府信息公开行政复议及行政诉讼情况",
    "s5": "五、存在问题及改进情况",
    "s6": "6、 其他需要报告的事项",
}

SHAPES: dict[str, Maker] = {
    "word": lambda s: word(pieces(s)),
    "word, runs broken": lambda s: word(pieces(s), runs=shapes.broken_runs),
    "word, tracked changes": lambda s: word(pieces(s), runs=shapes.tracked_runs),
    "word, content controls": lambda s: word(pieces(s), runs=shapes.controlled_runs),
    "word, dragged edges": lambda s: word(pieces(s), drag=True),
    "word, headings numbered by Word": lambda s: word(pieces(s), numbered=True),
    "word, misprints": lambda s: word(pieces(s, MISPRINTED, LOOSE_TITLES)),
    "word, table cut": lambda s: word(pieces(s, CUT)),
    "word, table cut, header repeated": lambda s: word(pieces(s, CUT_WITH_HEADER)),
    "word, strict": lambda s: ("a.docx", shapes.docx(shapes.word_body(pieces(s)), namespace=shapes.STRICT)),
    "word, text box": lambda s: ("a.docx", shapes.docx(shapes.text_box(shapes.word_body(pieces(s))))),
    "word, foreign tables": lambda s: word(shapes.with_foreign_tables(pieces(s))),
    "word, no merged cells": lambda s: word(pieces(s, each(lambda grid: [grids.padded(grid)]))),
    "word, layout table": lambda s: (
        "a.docx",
        shapes.docx(f"<w:tbl><w:tr><w:tc>{shapes.word_body(pieces(s))}<w:p/></w:tc></w:tr></w:tbl>"),
    ),
    "page": lambda s: page(pieces(s)),
    "page, GB18030": lambda s: page(pieces(s), "gb2312", "gb18030"),
    "page, wrong charset": lambda s: page(pieces(s), "gb2312", "utf-8"),
    "page, no charset, GB18030": lambda s: page(pieces(s), "", "gb18030"),
    "page, UTF-16": lambda s: page(pieces(s), "utf-16", "utf-16"),
    "page, misprints": lambda s: page(pieces(s, MISPRINTED, LOOSE_TITLES)),
    "page, no spans": lambda s: page(pieces(s), table=lambda g: shapes.web_table(g, spans=False)),
    "page, paragraphs in cells": lambda s: page(
        pieces(s), table=lambda g: shapes.web_table(g, cell="<p><span>&nbsp;{}</span></p><p></p>")
    ),
    "page, nested layout": lambda s: page(
        pieces(s),
        table=lambda g: f"<table><tr><td><table><tr><td>{shapes.web_table(g)}</td></tr></table></td></tr></table>",
    ),
    "page, nested cells": lambda s: page(
        pieces(s), table=lambda g: shapes.web_table(g, cell="<table><tr><td>{}</td></tr></table>")
    ),
    "page, lines in one block": lambda s: page(pieces(s), paragraph="{}<br>"),
    "page, table cut": lambda s: page(pieces(s, CUT)),
    "page, split header": lambda s: page(pieces(s, only("t3", lambda g: [grids.with_split_header(g)]))),
    "page, foreign tables": lambda s: page(shapes.with_foreign_tables(pieces(s))),
    "page, everything in one table": lambda s: (
        "a.html",
        shapes.portal(f"<table><tr><td>{shapes.web_body(pieces(s))}</td></tr></table>").encode(),
    ),
    "page, hidden old tables": lambda s: (
        "a.html",
        shapes.portal(
            f"<!-- {OLD} --><div class='old'>{OLD}</div><div id=gone>{OLD}</div><p hidden>{OLD}</p>"
            f"<div style='color:red; DISPLAY: none'>{OLD}</div>{shapes.web_body(pieces(s))}"
        ).encode(),
    ),
    "workbook": lambda s: ("a.xlsx", shapes.workbook({"报告": pieces(s)})),
    "workbook, no merged cells": lambda s: ("a.xlsx", shapes.workbook({"报告": pieces(s)}, merged=False)),
    "text, cells as lines": lambda s: ("a.txt", shapes.cells_as_lines(pieces(s)).encode()),
    "text, GB18030": lambda s: ("a.txt", shapes.cells_as_lines(pieces(s)).encode("gb18030")),
    "text, rows as lines": lambda s: ("a.txt", shapes.rows_as_lines(pieces(s)).encode()),
    "text, rows without blanks": lambda s: ("a.txt", shapes.rows_as_lines(pieces(s), blanks=False).encode()),
    "text, alternating": lambda s: ("a.txt", shapes.alternating_lines(pieces(s)).encode()),
}


# A blank at the end of a row and the end of the row look the same in this shape; such rows are listed, not guessed.
UNCLEAR = {("text, alternating", "blanks as in real reports"), ("text, alternating", "negative changes and yuan")}


@pytest.mark.parametrize(
    ("shape", "name"), [(shape, name) for shape in SHAPES for name in SAMPLES if (shape, name) not in UNCLEAR]
)
def test_every_cell_and_text_is_read_as_it_is_printed(shape: str, name: str, tmp_path: Path) -> None:
    file_name, data = SHAPES[shape](SAMPLES[name])
    path = tmp_path / file_name
    path.write_bytes(data)
    check(import_report(path), SAMPLES[name])


@pytest.mark.parametrize(("shape", "name"), sorted(UNCLEAR))
def test_a_row_whose_blanks_cannot_be_told_from_its_end_is_listed(shape: str, name: str, tmp_path: Path) -> None:
    imported = read(tmp_path, *SHAPES[shape](SAMPLES[name]))

    assert imported.unrecognised
    for code, entry in imported.printed.items():
        assert entry in (None, SAMPLES[name].expected[code])


def read(folder: Path, name: str, data: bytes) -> Imported:
    path = folder / name
    path.write_bytes(data)
    return import_report(path)


# ---------------------------------------------------------------- the real report of the example


def test_the_published_example_is_read_to_the_letter() -> None:
    imported = import_report(EXAMPLE)
    report = imported.report

    assert imported.summary == {"t2": "10/10", "t3": "175/175", "t4": "15/15"}
    assert {code: e for code, e in imported.printed.items() if e != 0} == {
        "t2.licensing.decisions": 656,
        **{f"t3.R25.C{i}": None for i in range(1, 8)},
    }
    assert report.meta == {
        "meta.unit": "武汉市人力资源和社会保障局东湖新技术开发区分局",
        "meta.year": "2023",
        "meta.form": "2021",
        "meta.title": "武汉市人力资源和社会保障局东湖新技术开发区分局2023年度政府信息公开工作年度报告",
    }
    assert imported.unrecognised == []
    assert "标题“6、其他需要报告的事项”应写作“六、其他需要报告的事项”" in imported.remarks
    assert report.texts["lead"].startswith("根据《中华人民共和国政府信息公开条例》（国务院令条711号）")
    assert report.texts["lead"].endswith("政府网站下载。")
    assert report.texts["s1"].startswith("本报告系按照")
    assert report.texts["s1"].endswith("https://www.wehdz.gov.cn/")
    assert report.texts["s1.request"] == "[bookmark: _GoBack]人社分局2023年度收到政府信息依申请公开0件。"
    assert report.texts["s1.oversight"].endswith("责任追究的情况。")
    assert report.texts["s2"].endswith("无行政事业收费事项。")
    assert report.texts["s3"] == "2023年度，人社分局未收到信息公开申请。"
    assert report.texts["s4"] == "人社分局本年度因政府信息公开被行政复议、行政诉讼情况。"
    assert report.texts["s5"].startswith("人社分局政府信息的公开的范围不够广")
    first, second = report.texts["s6"].split("\n")
    assert first.startswith("1.按照")
    assert second.startswith("2.2023年度")
    assert not [code for code in report.texts if code.startswith("note.")]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_the_example_is_read_in_every_encoding_and_with_line_ends_of_windows(encoding: str, tmp_path: Path) -> None:
    text = EXAMPLE.read_text(encoding="utf-8")
    imported = read(tmp_path, "a.txt", text.replace("\n", "\r\n").encode(encoding))
    assert import_json(imported) == import_json(import_report(EXAMPLE))


def test_the_example_pasted_as_plain_text_gives_the_same() -> None:
    text = EXAMPLE.read_text(encoding="utf-8")
    assert import_json(import_clipboard(None, text)) == import_json(import_report(EXAMPLE))


# ---------------------------------------------------------------- clipboard


def test_a_whole_web_page_pasted_is_read_from_its_tables() -> None:
    sample = SAMPLES["large"]
    html = shapes.portal(shapes.web_body(pieces(sample)))
    windows = f"Version:0.9\r\nStartHTML:00000097\r\nEndHTML:00170796\r\n{html}"
    check(import_clipboard(windows, "别的文字"), sample)


def test_the_plain_text_is_taken_where_the_pasted_page_holds_no_tables() -> None:
    sample = SAMPLES["small"]
    check(import_clipboard("<p>别的文字</p>", shapes.rows_as_lines(pieces(sample))), sample)


@pytest.mark.parametrize(("html", "text"), [(None, ""), ("", "   "), ("<p>你好</p>", "你好"), (None, "a\tb\n1\t2")])
def test_a_clipboard_without_a_report_is_refused_with_advice(html: str | None, text: str) -> None:
    with pytest.raises(ReportError, match="没有找到政府信息公开工作年度报告") as caught:
        import_clipboard(html, text)
    assert "剪贴板" in caught.value.summary


@pytest.mark.parametrize("layout", ["\n", " "])
def test_text_copied_out_of_a_pdf_is_refused_with_advice(layout: str) -> None:
    lines = []
    for _, piece in pieces(SAMPLES["small"]):
        lines += [piece] if isinstance(piece, str) else [layout.join(i.text for i in row) for row in piece]
    with pytest.raises(ReportError, match="像是从 PDF 里复制的") as caught:
        import_clipboard(None, "\n".join(lines))
    assert "直接导入那个 PDF 文件" in caught.value.advice


# ---------------------------------------------------------------- what reports add of their own


def changed(name: str, change: shapes.Change) -> tuple[str, bytes]:
    return page(pieces(SAMPLES[name], change))


@pytest.mark.parametrize("make", [word, page])
def test_an_additional_column_of_subtotals_is_listed_and_shifts_nothing(
    make: Callable[[list[Piece]], tuple[str, bytes]], tmp_path: Path
) -> None:
    sample = SAMPLES["small"]
    imported = read(tmp_path, *make(pieces(sample, only("t3", lambda g: [grids.with_subtotal_column(g)]))))

    check(imported, sample)
    assert len(imported.unrecognised) == 25
    assert all("小计" in place and text == "99" for place, text in imported.unrecognised)
    assert imported.printed_form.subtotals == ("“小计”列",)


def test_additional_rows_are_listed_and_shift_nothing(tmp_path: Path) -> None:
    sample = SAMPLES["small"]
    imported = read(tmp_path, *changed("small", each(lambda g: [grids.with_subtotal_rows(g)])))

    check(imported, sample)
    assert [text for _, text in imported.unrecognised] == [
        "其他主动公开文件 33 4 5",
        "（三）不予公开小计 5 5 5 5 5 5 5",
    ]
    assert imported.printed_form.subtotals == ("“（三）不予公开小计”行",)
    assert "表格中有官方表样没有的小计：“（三）不予公开小计”行，请去掉" in imported.remarks


def test_additional_subtotals_are_a_finding_on_the_page_and_not_in_the_draft_made_of_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name, data = changed("small", only("t3", lambda g: [grids.with_subtotal_column(grids.with_subtotal_rows(g))]))
    (tmp_path / name).write_bytes(data)
    draft = tmp_path / "草稿.xlsx"

    def said(path: Path) -> list[str]:
        main(["check", str(path), "--json"])
        return [f["message"] for f in json.loads(capsys.readouterr().out)["findings"] if f["rule"] == "T3-10"]

    assert said(tmp_path / name) == ["表格中有官方表样没有的小计：“小计”列、“（三）不予公开小计”行，请去掉。"]
    main(["import", str(tmp_path / name), "-o", str(draft)])
    capsys.readouterr()
    assert said(draft) == []


def test_rows_and_columns_in_another_order_are_read_by_their_labels(tmp_path: Path) -> None:
    sample = SAMPLES["small"]
    for make in (word, page):
        check(read(tmp_path, *make(pieces(sample, only("t3", lambda g: [grids.reordered(g)])))), sample)


def test_numbers_that_stand_in_a_row_without_a_known_label_are_not_taken(tmp_path: Path) -> None:
    change = only("t3", lambda g: [grids.relabelled(g, {"2.重复申请": "2.另一种结果"})])
    imported = read(tmp_path, *changed("small", change))

    assert imported.summary["t3"] == "168/175"
    assert all(imported.printed[f"t3.R17.C{i}"] is None for i in range(1, 8))
    assert [text.partition(" ")[0] for _, text in imported.unrecognised] == ["2.另一种结果"]


def test_a_second_table_of_ours_with_other_numbers_is_named(tmp_path: Path) -> None:
    sample = SAMPLES["small"]
    last_year = grids.grid_of(SAMPLES["large"], SAMPLES["large"].form.tables["t3"])
    imported = read(tmp_path, *page([*pieces(sample), ("grid", last_year)]))

    check(imported, sample)
    assert any("不止一张" in remark for remark in imported.remarks)
    assert len(imported.unrecognised) == 1


def test_lines_between_the_pieces_of_a_cut_table_are_listed(tmp_path: Path) -> None:
    sample = SAMPLES["small"]
    imported = read(tmp_path, *word(pieces(sample, CUT, between="（续表）")))

    check(imported, sample)
    assert imported.unrecognised == [("第三部分的表格中间", "（续表）")]


def test_a_foreign_table_is_listed_and_never_taken_for_ours(tmp_path: Path) -> None:
    imported = read(tmp_path, *word(shapes.with_foreign_tables(pieces(SAMPLES["small"]))))

    foreign = [text for place, text in imported.unrecognised if "财政拨款收支预算总表" in text]
    assert len(foreign) == 7  # one before section 一, one in each section


def test_a_file_with_foreign_tables_alone_holds_no_report(tmp_path: Path) -> None:
    for make in (word, page):
        with pytest.raises(ReportError, match="没有找到政府信息公开工作年度报告"):
            read(tmp_path, *make([("title", "2023年部门预决算"), ("grid", grids.FOREIGN)] * 3))


def test_the_first_page_alone_is_refused_as_a_part_of_a_report(tmp_path: Path) -> None:
    first_page: list[Piece] = [
        ("title", "某某县水利局\n2025年政府信息公开工作年度报告"),
        ("heading", "一、总体情况"),
        ("text", "2025年，我局主动公开政府信息92条。"),
    ]
    for make in (word, page):
        with pytest.raises(ReportError, match="只找到年度报告的标题，没有找到它的表格") as caught:
            read(tmp_path, *make(first_page))
        assert "完整的报告文件" in caught.value.advice


# ---------------------------------------------------------------- numbers


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("251000元", Decimal("25.1")),
        ("251,000 元", Decimal("25.1")),
        ("25.1", Decimal("25.1")),
        ("25.1万元", Decimal("25.1")),
        ("1.2亿元", Decimal(12000)),
        ("0.01元", Decimal("0.000001")),
        ("3（含罚没收入）", Decimal(3)),
        ("0", Decimal(0)),
        ("/", None),
        ("0.001元", "refused"),
        ("1 25", "refused"),
        ("12.5 999", "refused"),
        ("1\n25元", "refused"),
        ("约25万", "refused"),
        ("见附件", "refused"),
    ],
)
def test_an_amount_is_converted_exactly_or_refused(text: str, wanted: Decimal | str | None) -> None:
    read_as = read_number(text, load_form().cells["t2.fees.amount"])
    if wanted == "refused":
        assert isinstance(read_as.entry, Refused)
        assert read_as.entry.text == text
    else:
        assert read_as.entry == wanted
        says_more = text.endswith("元") != text.endswith("万元") or "（" in text
        has_no_unit = "元" not in text and wanted not in (None, 0)
        assert bool(read_as.remark) == (says_more or has_no_unit)


def test_an_amount_under_a_header_in_yuan_is_converted_and_told(tmp_path: Path) -> None:
    sample = SAMPLES["all zeros"]
    sample = replace(sample, printed={**sample.printed, "t2.fees.amount": "12345"})
    change = only("t2", lambda g: [grids.relabelled(g, {"本年收费金额（单位：万元）": "本年收费金额（单位：元）"})])
    imported = read(tmp_path, *page(pieces(sample, change)))

    assert imported.printed["t2.fees.amount"] == Decimal("1.2345")
    assert any("12345元" in remark and "1.2345万元" in remark for remark in imported.remarks)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("22（其中修订16件）", 22),
        ("22 (其中修订 16 件)", 22),
        ("5*", 5),
        ("5①", "refused"),
        ("5¹", 5),
        ("(5)", "refused"),
        ("5（6）", "refused"),
        ("5.0", 5),
        ("1.5", "refused"),
        ("12\n34", "refused"),
        ("12\n345", "refused"),
        ("12  345", "refused"),
        ("12 345", 12345),
        ("1 234 567件", 1_234_567),
        ("1 2345", "refused"),
        ("1 234.5", "refused"),
        ("1 2（其中网上1件）", "refused"),
        ("1\n2.0", "refused"),
        ("5₁", 5),
        ("¹²", "refused"),
        ("1,234", 1234),
        ("1，234件", 1234),
        ("１２", 12),
        ("", None),
        ("\u3000\xa0\u200b", None),
        ("——", None),
        ("无", None),
        ("12abc", "refused"),
    ],
)
def test_a_count_is_read_with_its_remark_or_refused(text: str, wanted: int | str | None) -> None:
    read_as = read_number(text, load_form().cells["t2.normative.issued"])
    if wanted == "refused":
        assert isinstance(read_as.entry, Refused)
    else:
        assert read_as.entry == wanted


def test_a_count_with_a_point_is_taken_over_with_a_remark() -> None:
    cell = load_form().cells["t2.normative.issued"]
    assert [read_number(text, cell).remark for text in ("5", "5.0")] == ["", "原文为“5.0”"]


@pytest.mark.parametrize(
    ("code", "text", "remark"),
    [
        ("t2.normative.issued", "1 234", ""),
        ("t2.normative.issued", "1 234*", "；数字后另有文字：1234*"),
        ("t2.normative.issued", "1 234（其中修订16件）", "；数字后另有文字：1234(其中修订16件)"),
        ("t2.fees.amount", "1 234.5万元", ""),
        ("t2.fees.amount", "1 234元", "；原文为1234元，已换算为0.1234万元"),
        ("t2.fees.amount", "1 234", "；没有写单位，按万元读入，请核对"),
    ],
)
def test_blanks_between_thousands_are_told_with_what_else_the_cell_says(code: str, text: str, remark: str) -> None:
    assert read_number(text, load_form().cells[code]).remark == f"原文为“{text}”，按一个数读入，请核对{remark}"


@pytest.mark.parametrize("printed", ["0（增加" * 10_000, f"0（{'增加' * 10_000}）"])
def test_a_giant_cell_is_told_by_its_beginning(printed: str, tmp_path: Path) -> None:
    name, data = page(pieces(SAMPLES["dashes for nothing"]))
    told = read(tmp_path, name, data.replace(">—<".encode(), f">{printed}<".encode(), 1)).remarks
    assert any("增加" in text for text in told)
    assert all(len(text) < 1_000 for text in told)


def test_what_a_workbook_escapes_in_a_text_is_read_as_it_is_shown(tmp_path: Path) -> None:
    report = pieces(SAMPLES["small"])
    last = max(i for i, (kind, _) in enumerate(report) if kind == "text")
    report[last] = ("text", "存在不足。\r\n改进_x0041_办法。\x01")  # XlsxWriter escapes as Excel does

    texts = read(tmp_path, "a.xlsx", shapes.workbook({"报告": report})).report.texts

    assert any(text.endswith("\n存在不足。\n改进_x0041_办法。") for text in texts.values())


def test_dashes_are_blanks_with_a_note_that_counts_them(tmp_path: Path) -> None:
    imported = read(tmp_path, *page(pieces(SAMPLES["dashes for nothing"])))
    assert "主动公开情况表有1格印的是“—”，按空白（未填）读入" in imported.remarks
    assert len([r for r in imported.remarks if "按空白（未填）读入" in r]) == 6


def test_a_remark_in_a_number_cell_is_listed_with_its_place(tmp_path: Path) -> None:
    imported = read(tmp_path, *page(pieces(SAMPLES["remarks in number cells"])))
    assert ("主动公开情况表“行政规范性文件·本年制发件数”", "22（其中修订 16 件）") in imported.unrecognised
    assert any("3或4" in remark for remark in imported.remarks)


# ---------------------------------------------------------------- blank totals


@pytest.mark.parametrize("word", ["工作报告", "工作总结"])
def test_a_title_that_names_no_yearly_report_is_read_and_is_a_suspicion(word: str, tmp_path: Path) -> None:
    sample = all_samples()[0]
    title = sample.title[0].replace("工作年度报告", word)
    named = replace(sample, title=[title])
    path = tmp_path / "a.docx"
    path.write_bytes(shapes.docx(shapes.word_body(pieces(named))))
    imported = import_report(path)
    check(imported, named)
    found = [f.message for f in check_report(imported.report).findings if f.rule_id == "F-05"]
    assert found == [f"报告标题“{title}”没有写明是政府信息公开工作年度报告，请核对。"]


def test_blank_totals_of_a_published_report_are_a_suspicion_and_none_in_the_draft_made_of_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sample = SAMPLES["small"]
    blank = {f"t3.R24.C{column}": "" for column in (1, 7)} | {"t3.R03.C7": "—", "t4.direct.total": ""}
    name, data = word(pieces(replace(sample, printed={**sample.printed, **blank})))
    (tmp_path / name).write_bytes(data)
    draft = tmp_path / "草稿.xlsx"

    def said(path: Path) -> tuple[str, list[tuple[str, list[str]]]]:
        main(["check", str(path), "--json"])
        made = json.loads(capsys.readouterr().out)
        return made["verdict"], [(f["message"], f["cells"]) for f in made["findings"] if f["rule"] == "C-06"]

    total, direct = sample.printed["t3.R03.C7"], sample.printed["t4.direct.total"]
    three = ["t3.R03.C7", "t3.R24.C1", "t3.R24.C7"]
    assert said(tmp_path / name) == (
        "待核实",
        [
            (
                "总计栏空白：收到和处理政府信息公开申请情况表有3格没有印总计，第一格是“（一）予以公开·总计”，"
                f"各项相加是{total}，请补上。",
                three,
            ),
            (
                "总计栏空白：行政复议、行政诉讼情况表有1格没有印总计，第一格是“未经复议直接起诉·总计”，"
                f"各项相加是{direct}，请补上。",
                ["t4.direct.total"],
            ),
        ],
    )
    main(["import", str(tmp_path / name), "-o", str(draft), "--json"])
    made = json.loads(capsys.readouterr().out)
    assert made["summary"] == {"t2": "10/10", "t3": "172/175", "t4": "14/15"}
    assert any("总计栏空白" in line["text"] for line in made["unrecognised"])
    assert said(draft)[1] == []


# ---------------------------------------------------------------- files that are never read


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("去年.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "WordDocument".encode("utf-16-le")),
        ("去年.wps", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600),
    ],
)
def test_old_formats_are_refused_with_the_way_out(name: str, data: bytes, tmp_path: Path) -> None:
    with pytest.raises(ReportError) as caught:
        read(tmp_path, name, data)
    assert name in caught.value.summary
    assert "打开网页全选复制后点“粘贴导入”" in caught.value.advice


@pytest.mark.parametrize("lead", ["一、概述", "本机关根据条例编制本报告。"])
def test_a_report_older_than_the_oldest_format_is_refused_truly(lead: str, tmp_path: Path) -> None:
    lines = ["东平县水利局2016年政府信息公开工作年度报告", lead, "二、主动公开政府信息情况", "全年公开12条。"]
    with pytest.raises(ReportError) as caught:
        read(tmp_path, *word([("text", line) for line in lines]))
    assert caught.value.summary == (
        "“东平县水利局2016年政府信息公开工作年度报告”是2016年的报告，当时的格式与现在不同，没有现在的三张表，不能读入。"
    )
    assert "2019年及以后" in caught.value.advice


# ---------------------------------------------------------------- contract


def test_the_json_has_the_shape_of_the_contract() -> None:
    made = import_json(import_report(EXAMPLE))
    assert list(made) == ["unit", "year", "form", "meta", "texts", "cells", "unrecognised", "summary"]
    assert made["year"] == 2023
    assert made["form"] == "2021"
    assert len(made["cells"]) == 200  # type: ignore[arg-type]


def test_a_printed_total_that_is_wrong_becomes_a_finding_with_both_numbers(tmp_path: Path) -> None:
    sample = SAMPLES["wrong totals"]
    findings = check_report(read(tmp_path, *word(pieces(sample))).report).findings
    sums = [f for f in findings if f.rule_id.startswith(("T3-0", "T4-0"))]

    printed = sample.printed["t3.R05.C7"]
    row = next(f for f in sums if f.rule_id == "T3-02" and "t3.R05.C7" in f.cells)
    assert printed in row.message
    assert str(int(printed) - 1) in row.message
    assert any(f.rule_id == "T4-02" and sample.printed["t4.direct.total"] in f.message for f in sums)
    assert any("t3.R24.C1" in f.cells for f in sums)


@pytest.mark.parametrize("name", ["all zeros", "small", "large", "trial format", "mixed", "mixed the other way"])
def test_a_correct_report_raises_no_finding_about_its_sums(name: str, tmp_path: Path) -> None:
    findings = check_report(read(tmp_path, *word(pieces(SAMPLES[name]))).report).findings
    assert [f for f in findings if f.rule_id in ("T3-01", "T3-02", "T3-03", "T4-01", "T4-02", "T4-03")] == []
