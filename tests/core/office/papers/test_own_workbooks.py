"""The office's own workbooks: formulas go on working, numbers are numbers, texts stay texts."""

import io
import re
import zipfile
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Font

from build_scripts.sweeps.libreoffice import recalculate
from core.draft.workbook import load_draft
from core.office.papers.paper import UnknownPlaceholdersError
from core.report.report import new_report
from core.word.placeholders import UNFILLED
from tests.core.office.papers.papers_driver import SAMPLE, fill, members
from tests.core.report.sample_reports import written_report

FEES = "表二·行政事业性收费·本年收费金额"


def test_a_number_with_decimals_is_shown_in_full_unless_the_office_says_otherwise(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for place in ("A1", "A2", "A3"):
        sheet[place] = f"【{FEES}】"
    sheet["A1"].alignment = Alignment(wrap_text=True)
    sheet["A2"].number_format = "0.0"
    sheet["A3"].font = Font(bold=True)
    sheet["A4"] = "【表三·本年新收·自然人】"
    book.save(tmp_path / "a.xlsx")
    report = written_report().with_cells({"t2.fees.amount": Decimal("1.123456"), "t3.R01.C1": 7})
    filled = fill(tmp_path / "a.xlsx", report)
    told = "有1格的数字格式显示不全小数：A2（1.123456，只显示1位小数）；请在模板中改为“常规”格式后重新生成。"
    assert filled.remarks[-1] == told
    made = openpyxl.load_workbook(io.BytesIO(filled.data)).active
    assert made is not None
    cells = [made[place] for place in ("A1", "A2", "A3", "A4")]
    assert [cell.number_format for cell in cells] == ["0.000000", "0.0", "0.000000", "General"]
    assert [cell.alignment.shrink_to_fit for cell in cells] == [True, None, True, None]
    assert [cells[0].alignment.wrap_text, cells[2].font.bold] == [None, True]


@pytest.mark.parametrize(
    ("format_code", "places"),
    [
        *(("General", None), ("@", None), ("0", 0), ("0.00", 2), ("#,##0.00", 2), ("0.000000", None)),
        *(('0.0"万元"', 1), ("#,##0.00_ ", 2), ("0.00;[Red]-0.00", 2), ("[DBNum1]General", None)),
    ],
)
def test_a_format_that_rounds_a_number_is_told(tmp_path: Path, format_code: str, places: int | None) -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = f"【{FEES}】"  # type: ignore[index]
    book.active["A1"].number_format = format_code  # type: ignore[index]
    book.save(tmp_path / "a.xlsx")
    for fee, is_told in (("98.123456", places is not None), ("98", False)):
        filled = fill(tmp_path / "a.xlsx", written_report().with_cells({"t2.fees.amount": Decimal(fee)}))
        assert filled.rounded == ((f"A1（{fee}，只显示{places}位小数）",) if is_told else ())


def test_names_of_sheets_stay_and_a_placeholder_in_one_is_named(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "【年度】"  # type: ignore[index]
    other = book.create_sheet("【附】表")
    other["A1"], other["A2"] = "【年度】年", "='Sheet'!A1"
    book.save(tmp_path / "a.xlsx")
    filled = openpyxl.load_workbook(io.BytesIO(fill(tmp_path / "a.xlsx", load_draft(SAMPLE).report).data))
    assert filled.sheetnames == ["Sheet", "【附】表"]
    assert [filled["【附】表"][place].value for place in ("A1", "A2")] == ["2025年", "='Sheet'!A1"]
    book.create_sheet("【年度】年统计")
    book.save(tmp_path / "a.xlsx")
    with pytest.raises(UnknownPlaceholdersError, match="【年度】（写在工作表名称里，不能填；请单独写在一格）"):
        fill(tmp_path / "a.xlsx", load_draft(SAMPLE).report)


def test_a_cell_that_addresses_nobody_stays_empty_as_such_a_line_does(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(str(tmp_path / "a.xlsx"))
    sheet = book.add_worksheet()
    sheet.write_column("A1", ["【主送机关】：", "致【主送机关】："])
    sheet.write_rich_string("A3", "【主送", book.add_format({"bold": True}), "机关】", " :")
    sheet.insert_textbox("D2", "【主送机关】：")
    book.close()
    report = new_report("某局", "政府部门", 2025)
    for addressee, cells in (
        ("", ["", "致（未填）：", ""]),
        ("某市政府办", ["某市政府办：", "致某市政府办：", "某市政府办 :"]),
    ):
        data = fill(tmp_path / "a.xlsx", report.with_texts({"meta.addressee": addressee})).data
        found = openpyxl.load_workbook(io.BytesIO(data)).active
        assert found is not None
        assert [found[place].value or "" for place in ("A1", "A2", "A3")] == cells
        box = re.sub("<[^>]+>", "", members(data)["xl/drawings/drawing1.xml"].decode())
        assert UNFILLED not in box
        assert ("：" in box) == bool(addressee)


def own_workbook(path: Path) -> None:
    book = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False})
    sheet = book.add_worksheet("表")
    bold = book.add_format({"bold": True, "num_format": "0.0"})
    sheet.write_string("A1", "【表三·本年新收·自然人】", bold)
    sheet.write_string("A2", " 【 表三·本年新收·商业企业 】 ")
    sheet.write_formula("A3", "=SUM(A1:A2)*2", None, 777)
    sheet.write_formula("A4", '="共"&A3&"件"', None, "旧")
    sheet.write_string("B1", "收【表三·本年新收·自然人】件")
    sheet.write_rich_string("B2", "【填报", bold, "单位】", "！")
    sheet.write_string("B3", "【引言】")
    sheet.write_string("B4", "【增减·表三·本年新收·自然人】")
    sheet.write_string("B5", "=1+1")
    sheet.set_header("&C&12【年度】年　【填报单位】")
    sheet.insert_textbox("D2", "框：【年度】")
    sheet.write_comment("A1", "批注：【年度】")
    book.close()


def test_formulas_work_numbers_are_numbers_and_texts_stay_texts(tmp_path: Path) -> None:
    own_workbook(tmp_path / "a.xlsx")
    report = written_report().with_cells({"t3.R01.C1": 12, "t3.R01.C2": 30})
    report = report.with_texts({"lead": "=HYPERLINK(1)", "meta.unit": "A&B局"})
    filled = fill(tmp_path / "a.xlsx", report, written_report().with_cells({"t3.R01.C1": 15}))
    sheet = openpyxl.load_workbook(io.BytesIO(filled.data))["表"]
    assert [sheet[place].value for place in ("A1", "A2", "A3", "B4")] == [12, 30, "=SUM(A1:A2)*2", -3]
    assert sheet["A1"].number_format == "0.0"
    assert sheet["A1"].font.bold
    assert [sheet[place].value for place in ("B1", "B2")] == ["收12件", "A&B局！"]
    with zipfile.ZipFile(io.BytesIO(filled.data)) as archive:
        xml = archive.read("xl/worksheets/sheet1.xml").decode()
        parts = {name: archive.read(name).decode() for name in archive.namelist() if "xml" in name}
    assert re.search(r'<c r="B3"[^>]* t="s"', xml)
    assert "777" not in xml
    assert "&amp;C&amp;12 2025年　A&amp;&amp;B局" in xml
    assert "框：2025" in parts["xl/drawings/drawing1.xml"]
    assert "批注：2025" in parts["xl/comments1.xml"]
    assert 'fullCalcOnLoad="1"' in parts["xl/workbook.xml"]


@pytest.mark.needs_libreoffice
def test_another_program_computes_the_formulas(tmp_path: Path) -> None:
    own_workbook(tmp_path / "a.xlsx")
    report = written_report().with_cells({"t3.R01.C1": 12, "t3.R01.C2": 30}).with_texts({"lead": "=1+1"})
    (tmp_path / "b.xlsx").write_bytes(fill(tmp_path / "a.xlsx", report, written_report()).data)
    recalculate([tmp_path / "b.xlsx"], tmp_path / "out", tmp_path / "profile")
    sheet = openpyxl.load_workbook(tmp_path / "out" / "b.xlsx", data_only=True)["表"]
    assert [sheet[place].value for place in ("A3", "A4", "B3")] == [84, "共84件", "=1+1"]


def test_cells_with_their_text_inside_are_filled_too(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"] = CellRichText("【表三·本年新收·", TextBlock(InlineFont(b=True), "自然人】"))
    sheet["A2"] = "见【年度】"
    book.save(tmp_path / "a.xlsx")
    report = written_report().with_cells({"t3.R01.C1": 12})
    data = fill(tmp_path / "a.xlsx", report).data
    found = openpyxl.load_workbook(io.BytesIO(data)).active
    assert found is not None
    assert [found["A1"].value, found["A2"].value] == [12, "见2025"]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:  # a number with a text beside it is a damaged workbook
        assert archive.read("xl/worksheets/sheet1.xml").count(b"<is>") == 1


def test_a_placeholder_in_a_formula_is_named(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = '="共【表三·本年新收·总计】件"'  # type: ignore[index]
    book.save(tmp_path / "a.xlsx")
    with pytest.raises(UnknownPlaceholdersError, match="写在公式里"):
        fill(tmp_path / "a.xlsx", written_report())
