"""科室填报表: what goes out, what is filled in with Excel, WPS or LibreOffice, and what is refused."""

from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from build_scripts.sweeps.libreoffice import edit, recalculate
from build_scripts.sweeps.mutate_drafts import LONGEST, sweep_sheets
from core.base.errors import FileError, ReportError
from core.draft.workbook import load_draft, save_draft
from core.draft.workbook.codes import name_of
from core.office.department_plan import DATE, PERSON, SHEET_ID, YEAR
from core.office.department_sheets import (
    DepartmentReturn,
    new_identity,
    read_department_workbook,
    sheet_file_name,
    workbook_of,
)
from core.report.entry_text import Refused
from core.report.report import Report, new_report
from core.report.totals import report_numbers
from tests.workbook_cells import fill_in, place_of

T2 = "二、主动公开（表）"
FACTS = {"sheet.person": "张三", "sheet.date": "2026-01-10", "sheet.basis": "处罚台账", "sheet.note": "含简易程序"}


@pytest.fixture
def report() -> Report:
    return new_report("某某县水利局", "政府部门", 2025)


def sent_out(report: Report, department: str, folder: Path) -> Path:
    path = folder / f"{department}.xlsx"
    path.write_bytes(workbook_of(new_identity(report, department)))
    return path


def filled_in(path: Path, values: dict[str, object]) -> DepartmentReturn:
    """Type values into the cells of codes, as a person would, and read the sheet."""
    return read_department_workbook(fill_in(path, values))


# ---------------------------------------------------------------- there and back


def test_a_sheet_comes_back_with_its_numbers_and_their_origin(report: Report, tmp_path: Path) -> None:
    path = sent_out(report, "行政执法科", tmp_path)

    returned = filled_in(path, {**FACTS, "t2.penalty.decisions": 12, "t2.coercion.decisions": "３件"})

    assert returned.cells == {"t2.penalty.decisions": 12, "t2.coercion.decisions": 3}
    origin = returned.origin
    assert (origin.department, origin.person, origin.date) == ("行政执法科", "张三", "2026-01-10")
    assert (origin.basis, returned.note) == ("处罚台账", "含简易程序")
    assert returned.identity.unit == "某某县水利局"
    assert returned.identity.year == 2025
    assert returned.identity.blocks == ("t2.penalty", "t2.coercion")
    assert returned.remarks == ()


@pytest.mark.parametrize("department", ["法规科", "行政审批科", "行政执法科", "财务科", "政务公开科", "复议应诉科"])
def test_every_cell_of_every_department_comes_back(report: Report, tmp_path: Path, department: str) -> None:
    path = sent_out(report, department, tmp_path)
    blank = read_department_workbook(path)
    values = {code: number for number, code in enumerate(blank.cells, 1)}

    assert set(blank.cells.values()) == {None}
    assert blank.remarks == ()
    assert filled_in(path, dict(values)).cells == values


def test_money_may_have_decimals_and_the_units_are_told_apart(report: Report, tmp_path: Path) -> None:
    returned = filled_in(
        sent_out(report, "财务科", tmp_path), {"t2.fees.amount": 12.5, "fee.billed": 400, "fee.notices": 1}
    )

    assert returned.cells["t2.fees.amount"] == Decimal("12.5")
    assert returned.cells["fee.billed"] == 400
    book = openpyxl.load_workbook(tmp_path / "财务科.xlsx")
    assert book[T2]["B2"].value == "主动公开情况表（单位：万元）"


def test_each_sheet_has_a_key_of_its_own(report: Report) -> None:
    ids = {new_identity(report, "法规科").id for _ in range(5)}

    assert len(ids) == 5
    assert sheet_file_name(new_identity(report, "法规科")) == "2025年政府信息公开年度报告填报表（法规科）.xlsx"


def test_a_sheet_needs_unit_and_year(report: Report) -> None:
    report = report.with_texts({"meta.unit": ""})
    with pytest.raises(ReportError, match="还没有填写单位全称或报告年度"):
        new_identity(report, "法规科")


def test_the_sheet_has_the_labels_checks_limits_and_help_of_its_table(report: Report, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(sent_out(report, "政务公开科", tmp_path))
    sheet = book["三、依申请公开（表）"]

    assert book.sheetnames == ["填报说明", "三、依申请公开（表）", "填报口径"]
    assert [cell.value for cell in book["填报口径"][3]][1:4] == ["项目", "填什么", "依据"]
    assert [book["填报口径"].column_dimensions[letter].width > 30 for letter in "BCD"] == [True] * 3
    texts = {cell.value for row in sheet.iter_rows() for cell in row}
    assert "（七）总计" in texts
    assert sheet["B3"].value.startswith("=IF(")
    assert place_of(book, "t3.R01.C7").value.startswith("=IF(COUNT(")
    assert "核对合计" not in "".join(str(text) for text in texts)
    assert any(rule.type == "whole" for rule in sheet.data_validations.dataValidation)
    assert any("三类是指人事管理" in str(cell.value) for row in book["填报口径"].iter_rows() for cell in row)


# ---------------------------------------------------------------- what people do to it


def test_refused_text_strange_cells_and_foreign_ones_are_named(report: Report, tmp_path: Path) -> None:
    path = sent_out(report, "行政执法科", tmp_path)
    book = openpyxl.load_workbook(path)
    place_of(book, "t2.penalty.decisions").value = "无"
    place_of(book, "t2.coercion.decisions").value = datetime(2026, 1, 3)
    book[T2]["F9"] = "比上年少2件"
    book.create_sheet("台账")["A1"] = "明细"
    book.save(path)

    returned = read_department_workbook(path)

    refused = returned.cells["t2.penalty.decisions"]
    assert isinstance(refused, Refused)
    assert refused.reason == "没有的事项请填0"
    assert isinstance(returned.cells["t2.coercion.decisions"], Refused)
    assert [(r.sheet, r.sentence) for r in returned.remarks][1:] == [
        (T2, "“比上年少2件”不属于填报表，没有读入。"),
        ("台账", "工作表“台账”（1格有内容）不属于填报表，没有读入。"),
    ]
    assert "被识别成了日期" in returned.remarks[0].sentence


def test_a_total_typed_over_its_formula_is_said_and_not_taken(report: Report, tmp_path: Path) -> None:
    returned = filled_in(sent_out(report, "复议应诉科", tmp_path), {"t4.review.total": 5})

    assert "t4.review.total" not in returned.cells
    assert "合计公式被改成了“5”，没有采用，合计由程序计算。" in returned.remarks[0].sentence
    assert len(returned.remarks) == 1


@pytest.mark.parametrize("department", ["法规科", "行政执法科", "政务公开科", "复议应诉科", "财务科"])
def test_what_the_formulas_came_to_is_no_remark_in_a_file_of_values(
    report: Report, tmp_path: Path, department: str
) -> None:
    path = sent_out(report, department, tmp_path)
    values = dict.fromkeys(read_department_workbook(path).cells, 2)
    filled_in(path, dict(values))
    numbers = report_numbers(report.with_cells(values))
    book = openpyxl.load_workbook(path)
    for code in (code for code, cell in report.form.cells.items() if cell.is_derived):
        if name_of(code) in book.defined_names:
            place_of(book, code).value = numbers[code]
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and cell.value.startswith("="):
                    cell.value = 6  # as a check cell counts
    book.save(path)

    returned = read_department_workbook(path)

    assert returned.remarks == ()
    assert returned.cells == values


def test_another_total_in_a_file_of_values_is_said(report: Report, tmp_path: Path) -> None:
    path = sent_out(report, "复议应诉科", tmp_path)
    book = openpyxl.load_workbook(path)
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and cell.value.startswith("="):
                    cell.value = None
    place_of(book, "t4.review.total").value = 9
    book.save(path)
    (remark,) = read_department_workbook(path).remarks
    assert "合计公式被改成了“9”" in remark.sentence


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        (datetime(2026, 1, 9), "2026-01-09"),
        ("2026年1月9日", "2026-01-09"),
        ("2026.1.9", "2026-01-09"),
        ("2026/01/09", "2026-01-09"),
        ("元月上旬", "元月上旬"),
        (None, ""),
    ],
)
def test_the_day_is_understood_as_people_write_it(report: Report, tmp_path: Path, typed: object, day: str) -> None:
    returned = filled_in(sent_out(report, "法规科", tmp_path), {DATE: typed})

    assert returned.origin.date == day
    assert returned.remarks == ()


def test_a_blank_department_is_the_one_it_was_sent_to(report: Report, tmp_path: Path) -> None:
    path = sent_out(report, "法规科", tmp_path)

    assert filled_in(path, {"sheet.department": None}).origin.department == "法规科"
    assert filled_in(path, {"sheet.department": "政策法规股"}).origin.department == "政策法规股"


def test_lost_cells_and_names_are_found_by_their_keys_or_named(report: Report, tmp_path: Path) -> None:
    path = sent_out(report, "行政执法科", tmp_path)
    filled_in(path, {"t2.penalty.decisions": 7, "t2.coercion.decisions": 1})
    book = openpyxl.load_workbook(path)
    for name in list(book.defined_names):
        del book.defined_names[name]
    book.save(path)
    assert read_department_workbook(path).cells == {"t2.penalty.decisions": 7, "t2.coercion.decisions": 1}

    del book[T2]
    book.save(path)
    returned = read_department_workbook(path)
    assert set(returned.cells.values()) == {None}
    assert "找不到“" in returned.remarks[0].sentence


def test_a_sheet_edited_in_libreoffice_reads_back(report: Report, tmp_path: Path) -> None:
    path = sent_out(report, "复议应诉科", tmp_path)
    filled_in(path, {**FACTS, "t4.review.upheld": 1, "t4.direct.pending": 2})
    title = "四、复议诉讼（表）"
    lines = [
        f'  document.Sheets.getByName("{title}").Rows.insertByIndex(2, 2)',
        f'  document.Sheets.getByName("{title}").Columns.insertByIndex(1, 1)',
        f'  document.Sheets.getByName("{title}").Name = "改名"',
    ]
    edit(path, tmp_path / "改过.xlsx", lines, tmp_path / "profile")

    returned = read_department_workbook(tmp_path / "改过.xlsx")

    assert {code: e for code, e in returned.cells.items() if e is not None} == {
        "t4.review.upheld": 1,
        "t4.direct.pending": 2,
    }
    assert returned.origin.person == "张三"
    assert returned.remarks == ()


def test_libreoffice_computes_the_checks_of_a_sheet_as_the_program_does(report: Report, tmp_path: Path) -> None:
    path = sent_out(report, "政务公开科", tmp_path)
    numbers: dict[str, object] = dict.fromkeys(read_department_workbook(path).cells, 0)
    filled_in(path, {**numbers, "t3.R01.C1": 3, "t3.R03.C1": 2})
    recalculate([path], tmp_path / "out", tmp_path / "profile")

    sheet = openpyxl.load_workbook(tmp_path / "out" / path.name, data_only=True)["三、依申请公开（表）"]

    said = "有错误：2项勾稽关系不成立。“自然人”列：新收3＋结转0＝3；办理总计2＋结转下年0＝2，相差1。"
    assert sheet["B3"].value == said


# ---------------------------------------------------------------- other files


def test_a_draft_is_no_sheet_and_a_sheet_is_no_draft(report: Report, tmp_path: Path) -> None:
    save_draft(report, tmp_path / "草稿.xlsx")
    with pytest.raises(FileError, match="不是本程序发出的科室填报表"):
        read_department_workbook(tmp_path / "草稿.xlsx")
    with pytest.raises(FileError, match="收回合并"):
        load_draft(sent_out(report, "法规科", tmp_path))


def test_a_spoilt_identity_is_refused(report: Report, tmp_path: Path) -> None:
    identity = new_identity(report, "法规科")
    for number, (code, value) in enumerate(
        [(YEAR, "去年"), (SHEET_ID, None), ("sheet.blocks", "t9"), ("sheet.form_id", "..")]
    ):
        path = tmp_path / f"{number}.xlsx"
        path.write_bytes(workbook_of(identity))
        with pytest.raises(FileError, match="不是本程序发出的科室填报表"):
            filled_in(path, {code: value})


def test_a_sheet_of_a_newer_program_says_which_version_is_needed(report: Report, tmp_path: Path) -> None:
    path = sent_out(report, "法规科", tmp_path)
    with pytest.raises(FileError, match=r"9\.1"):
        filled_in(path, {"sheet.format_version": "2", "sheet.program_version": "9.1"})


def test_hostile_and_foreign_files_are_refused_with_a_sentence(report: Report, tmp_path: Path) -> None:
    whole = workbook_of(new_identity(report, "法规科"))
    (tmp_path / "半个.xlsx").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "旧.xls").write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(2000))
    with ZipFile(tmp_path / "炸弹.xlsx", "w", 8) as bomb:
        bomb.writestr("[Content_Types].xml", "<Types/>")
        bomb.writestr("xl/worksheets/sheet1.xml", b"0" * 50_000_000)
    Workbook().save(tmp_path / "空白.xlsx")
    expected = {
        "半个.xlsx": "已损坏或不完整",
        "炸弹.xlsx": "内容过大",
        "空白.xlsx": "不是本程序发出的科室填报表",
        "没有.xlsx": "找不到文件",
        "旧.xls": "不能直接读取",
    }
    for name, sentence in expected.items():
        with pytest.raises(FileError, match=sentence):
            read_department_workbook(tmp_path / name)


def test_damaged_sheets_open_or_are_refused_with_a_clear_error(tmp_path: Path) -> None:
    outcomes, slowest = sweep_sheets(60, 3, tmp_path)

    assert [outcome for outcome in outcomes if outcome.startswith("BUG")] == []
    assert slowest < LONGEST


@pytest.mark.parametrize("department", ["法规科", "行政审批科", "行政执法科", "财务科"])
def test_the_sheets_of_the_2019_format_come_back_too(tmp_path: Path, department: str) -> None:
    old = new_report("某某县水利局", "政府部门", 2020, form_id="2019")
    path = sent_out(old, department, tmp_path)
    cells = read_department_workbook(path).cells
    values = {code: -number if code.endswith(".change") else number for number, code in enumerate(cells, 1)}

    assert filled_in(path, dict(values)).cells == values


def test_text_that_looks_like_a_formula_stays_text(report: Report, tmp_path: Path) -> None:
    report = report.with_texts({"meta.unit": '=HYPERLINK("http://x")'})
    identity = replace(new_identity(report, "法规科"), department="=1+1")
    path = tmp_path / "公式.xlsx"
    path.write_bytes(workbook_of(identity))

    returned = read_department_workbook(path)

    assert returned.identity.unit == '=HYPERLINK("http://x")'
    assert returned.origin.department == "=1+1"
    assert returned.remarks == ()


def test_the_person_may_write_any_text(report: Report, tmp_path: Path) -> None:
    assert filled_in(sent_out(report, "法规科", tmp_path), {PERSON: " 李\u200b四 "}).origin.person == "李四"


def test_rows_that_a_department_sorted_are_read_by_their_labels_and_told(report: Report, tmp_path: Path) -> None:
    path = fill_in(sent_out(report, "行政执法科", tmp_path), {"t2.penalty.decisions": 12, "t2.coercion.decisions": 3})
    book = openpyxl.load_workbook(path)
    penalty, coercion = (place_of(book, f"t2.{name}.decisions") for name in ("penalty", "coercion"))
    for cell, other in ((penalty, coercion), (penalty.offset(column=-1), coercion.offset(column=-1))):
        cell.value, other.value = other.value, cell.value
    book.save(path)

    returned = read_department_workbook(path)

    assert returned.cells == {"t2.penalty.decisions": 12, "t2.coercion.decisions": 3}
    assert ["可能排序或移动过行；内容已按名称读入，请核对。" in remark.sentence for remark in returned.remarks] == [
        True
    ] * 2
