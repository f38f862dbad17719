"""The sheets of the draft workbook: official grids, totals and checks as formulas, limits, print set-up."""

import random
import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from build_scripts.sweeps.balanced_reports import balanced_report, with_controls
from build_scripts.sweeps.draft_sweep import Case, random_cases, sweep
from build_scripts.sweeps.libreoffice import recalculate
from core.draft.workbook import blank_workbook, draft_bytes, foreign_content, load_draft, problems_of, save_draft
from core.draft.workbook.check_cells import BAD, GOOD, INCOMPLETE, first_check_column
from core.draft.workbook.places import GRID_LEFT, GRID_TOP, Places
from core.draft.workbook.sheet_plan import Formula, address
from core.draft.workbook.workbook_plan import plan_workbook
from core.form.form_definition import Table
from core.form.form_reader import load_form
from core.report.checksum import report_checksum
from core.report.entry_text import Refused, clean_text
from core.report.report import LogEntry, Origin, Report, new_report, parse_cell
from core.validation.validation import Checker

T2, T3, T4 = "二、主动公开（表）", "三、依申请公开（表）", "四、复议诉讼（表）"
# All of them known to Excel 2010, WPS and LibreOffice.
_KNOWN = (
    "ABS AND CHAR COUNT COUNTIF FIND IF INDEX ISNUMBER ISTEXT LEFT MATCH N NOT OR ROUND SUBSTITUTE SUM SUMPRODUCT TRIM"
)
FUNCTIONS = set(_KNOWN.split(" "))


def workbook(report: Report, *, values: bool = False) -> Workbook:
    return openpyxl.load_workbook(BytesIO(draft_bytes(report)), data_only=values)


def check_rows(sheet: Worksheet, table: Table) -> list[list[object]]:
    """Name, left, right, difference, result and sentence of each check cell beside a table."""
    column = first_check_column(table) + 1
    rows = sheet.iter_rows(min_row=GRID_TOP + 2, min_col=column, max_col=column + 5, values_only=True)
    return [list(row) for row in rows if row[0]]


@pytest.fixture
def balanced() -> Report:
    return balanced_report(random.Random(5), density=0.3, largest=50)


@pytest.mark.parametrize("form_id", ["2021", "2019", "mixed"])
def test_grids_have_the_labels_and_merges_of_the_form(form_id: str) -> None:
    book = workbook(Report(form_id=form_id))
    form = load_form(form_id)

    for table in form.tables.values():
        sheet = book[Places(form).table_titles[table.id]]
        merged = {str(area) for area in sheet.merged_cells.ranges}
        for item in (item for row in table.grid for item in row):
            top, left = GRID_TOP + item.top, GRID_LEFT + item.left
            last = address(top + item.height - 1, left + item.width - 1)
            assert (sheet[address(top, left)].value or "") == item.label or item.code
            assert (f"{address(top, left)}:{last}" in merged) == (item.height * item.width > 1)


def test_columns_of_numbers_show_eight_digits_and_those_of_labels_are_as_narrow_as_the_form_has_them() -> None:
    columns = workbook(Report())[T3].column_dimensions
    assert columns["E"].width > 9 > columns["B"].width


def test_the_columns_of_a_list_are_as_wide_as_what_they_hold() -> None:
    report = Report(log=(LogEntry("2026-01-05 10:00", "空白格全部填0"),))
    columns = workbook(report)["修改记录"].column_dimensions
    number, when, what = (columns[letter].width for letter in "BCD")
    assert number < when < what


def test_totals_are_formulas_that_are_blank_until_complete_and_carry_their_values(balanced: Report) -> None:
    balanced = balanced.with_cells({"t3.R01.C1": None})
    written, shown = workbook(balanced)[T3], workbook(balanced, values=True)[T3]

    assert written["K7"].value == '=IF(COUNT(E7:J7)=6,SUM(E7:J7),"")'
    assert written["E30"].value == '=IF(COUNT(E9:E29)=21,SUM(E9:E29),"")'
    assert shown["K7"].value in ("", None)
    assert shown["E30"].value == Checker(balanced).sums.computed["t3.R24.C1"]


def test_all_42_equalities_are_check_cells(balanced: Report) -> None:
    form = load_form()
    book = workbook(balanced, values=True)

    rows = [
        row for table in form.tables.values() for row in check_rows(book[Places(form).table_titles[table.id]], table)
    ]

    assert len(rows) == len(form.equations) == 42
    assert {row[4] for row in rows} == {GOOD}


def test_a_broken_equality_says_what_the_program_says(balanced: Report) -> None:
    balanced = with_controls(balanced)
    balanced = balanced.with_cells({"t4.review.total": 999})
    result = Checker(balanced).result()
    book = workbook(balanced, values=True)

    (broken,) = (row for row in check_rows(book[T4], load_form().tables["t4"]) if row[4] == BAD)

    assert broken[5] in {finding.message for finding in result.blocking}
    assert str(book[T4]["B3"].value).startswith("有错误：1项勾稽关系不成立。“行政复议”：纸上的总计是999")


def test_totals_of_the_paper_are_told_from_those_of_the_program_as_in_the_program(balanced: Report) -> None:
    paper = {f"t3.R{row:02}.C7": row * row + 1000 for row in (*range(1, 24), 25)}
    balanced = balanced.with_cells(paper)
    said = {finding.message for finding in Checker(balanced).result().blocking}
    book = workbook(balanced, values=True)

    rows = [
        row for row in check_rows(book[T3], load_form().tables["t3"]) if row[4] == BAD and "“总计”列" in str(row[5])
    ]

    assert len(rows) == 2
    assert {row[5] for row in rows} <= said


def test_a_row_whose_total_is_contradicted_is_marked_at_its_end(balanced: Report) -> None:
    balanced = balanced.with_cells({"t3.R05.C7": 999})

    sheet = workbook(balanced, values=True)[T3]

    assert [row for row in range(7, 32) if sheet[f"L{row}"].value == BAD] == [11]


def test_the_verdict_has_a_colour_for_each_way_it_may_begin() -> None:
    for title in (T2, T3, T4):
        rules = [r for r in workbook(Report())[title].conditional_formatting if str(r.sqref) == "B3"]
        formulas = [rule.formula[0] for area in rules for rule in area.rules]
        assert [formula[-4:-1] for formula in formulas][:2] == ["有错误", "填写中"]
        assert len(formulas) == 3


def test_each_equality_of_table_four_colours_its_own_cells() -> None:
    painted = {
        rule.formula[0]: str(area.sqref)
        for area in workbook(Report())[T4].conditional_formatting
        for rule in area.rules
        if rule.formula[0].startswith("$")
    }
    assert painted == {f'$V${row}="{BAD}"': cells for row, cells in ((5, "B7:F7"), (6, "G7:K7"), (7, "L7:P7"))}


def test_verdicts_go_from_filling_in_to_good() -> None:
    report = new_report("某局", "政府部门", 2025)
    assert workbook(report, values=True)[T3]["B3"].value == "填写中：还有144格未填，没有的事项请填0。"

    report = new_report("某局", "政府部门", 2025, with_zeros=True)
    book = workbook(report, values=True)
    assert book[T3]["B3"].value == "勾稽全部成立，没有空格。"
    assert book[T2]["B3"].value == "填写中：还有10格未填，没有的事项请填0。"


def test_an_incomplete_equality_says_so(balanced: Report) -> None:
    balanced = balanced.with_cells({"t4.review.upheld": None})

    rows = check_rows(workbook(balanced, values=True)[T4], load_form().tables["t4"])

    assert [row[4] for row in rows] == [INCOMPLETE, GOOD, GOOD]
    assert rows[0][1] in ("", None)


def test_the_sentence_of_a_check_takes_its_numbers_from_their_cells(balanced: Report) -> None:
    formulas = [v.text for s in plan_workbook(balanced) for v, _ in s.cells.values() if isinstance(v, Formula)]
    (sentence,) = [text for text in formulas if "“自然人”列：新收" in text]
    assert re.search(r'新收"&[A-Z]+\d+&"＋结转"&[A-Z]+\d+&"＝', sentence)
    assert re.search(
        r'办理总计"&[^&]+![A-Z]+\d+&IF\([^&]+,"","（纸上）"\)&"＋结转下年"&[A-Z]+\d+&"＝', sentence
    )  # a control total counts first


@pytest.mark.parametrize("form_id", ["2021", "2019", "mixed"])
def test_formulas_use_only_functions_that_every_office_program_knows(form_id: str) -> None:
    report = new_report("某局", "政府部门", 2020, form_id=form_id)
    for sheet in plan_workbook(report):
        formulas = [value.text for value, _ in sheet.cells.values() if isinstance(value, Formula)]
        formulas += [colour.formula for colour in sheet.colours]
        for formula in formulas:
            outside_texts = re.sub(r'"[^"]*"|\'[^\']*\'', "", formula)
            # The one newer function does no harm where it is not known: alone in its rule, or with an answer for that
            outside_texts = re.sub(r"^=_xlfn\.ISFORMULA\([A-Z]+\d+\)$|IFERROR\([^,]+,0\)", "", outside_texts)
            assert set(re.findall(r"[A-Z]+(?=\()", outside_texts)) <= FUNCTIONS
            assert len(formula) < 8192
            assert all(len(text) <= 255 for text in re.findall(r'"([^"]*)"', formula))


def test_counts_and_the_amount_are_limited_with_hint_and_reason() -> None:
    book = workbook(Report())

    counts, amount = book[T2].data_validations.dataValidation
    assert (counts.type, counts.operator, counts.formula1) == ("whole", "greaterThanOrEqual", "0")
    assert "请填0或正整数" in counts.prompt
    assert "没有的事项请填0" in counts.error
    assert (amount.type, str(amount.sqref)) == ("decimal", "C17")
    assert "万元" in amount.prompt
    covered = {cell for area in book[T3].data_validations.dataValidation[0].sqref.ranges for cell in area.cells}
    assert len(covered) == 144


def test_the_2019_changes_may_be_negative() -> None:
    kinds = {v.kind for sheet in plan_workbook(Report(form_id="2019")) for v in sheet.validations}

    assert "signed_count" in kinds


def test_nothing_is_locked_and_pages_are_a4_one_page_wide() -> None:
    book = workbook(Report())

    for sheet in book.worksheets:
        assert not sheet.protection.sheet
        assert sheet.page_setup.paperSize == 9
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    assert book[T3].freeze_panes == "E7"
    assert book[T2].freeze_panes == f"A{GRID_TOP + 1}"  # headers stand between its numbers too
    assert book[T4].page_setup.orientation == "landscape"


def test_texts_stay_texts_in_cells_of_text_format() -> None:
    report = Report()
    report = report.with_texts({"s5": "=1+1\n@a\n2026年1月"})
    sheet = workbook(report)["五、问题及改进"]

    cells = [sheet["C5"], sheet["C6"], sheet["C7"]]
    assert [(c.value, c.data_type, c.number_format) for c in cells] == [
        ("=1+1", "s", "@"),
        ("@a", "s", "@"),
        ("2026年1月", "s", "@"),
    ]


def test_numbers_are_numbers_and_refused_text_is_text() -> None:
    report = Report(cells={"t2.fees.amount": Decimal("12.345678"), "t2.licensing.decisions": 656})
    sheet = workbook(report)[T2]

    assert sheet["C17"].value == 12.345678
    assert sheet["C10"].value == 656


def test_the_blank_workbook_explains_itself() -> None:
    book = openpyxl.load_workbook(BytesIO(blank_workbook(load_form(), "某局", 2025)))

    assert book.sheetnames[:3] == ["说明", "基本信息", "引言"]
    words = "".join(str(cell.value) for row in book["说明"].iter_rows() for cell in row if cell.value)
    for word in ("怎样填写", "颜色和结论", "没有的事项填0", "接上格", "不要改数凑平"):
        assert word in words


def test_the_title_of_the_guide_goes_on_in_a_second_line_and_not_beyond_the_sheet() -> None:
    sheet = openpyxl.load_workbook(BytesIO(blank_workbook(load_form(), "某" * 47, 2025)))["说明"]
    assert sheet["B2"].value == f"{'某' * 47}2025年政府信息公开工作年度报告（填报草稿）"
    assert sheet["B2"].alignment.wrap_text
    assert sheet.row_dimensions[2].height is None  # it fits itself
    inches = 210 / 25.4 - sheet.page_margins.left - sheet.page_margins.right
    assert (sheet.column_dimensions["B"].width * 7 + 5) / 96 <= inches
    assert sheet.print_area == f"'说明'!$B$2:$C${sheet.max_row}"  # of one column LibreOffice would cut off the rest


@pytest.mark.needs_libreoffice
def test_libreoffice_computes_what_the_program_finds(tmp_path: Path) -> None:
    assert sweep(random_cases(8, seed=11), tmp_path) == []


@pytest.mark.needs_libreoffice
def test_a_minus_far_from_its_number_is_judged_as_the_program_does(tmp_path: Path) -> None:
    report = new_report("某某县水利局", "政府部门", 2020, form_id="2019", with_zeros=True)
    codes = [code for code in report.form.entered if report.form.cells[code].is_signed]
    spellings = ("—  ８０２６", "-  1 234 件", "－1  234", "1  -", "  −　 5  宗")
    typed = dict(zip(codes, spellings, strict=True))
    read = {code: parse_cell(report.form, code, clean_text(text)) for code, text in typed.items()}

    assert read[codes[0]] == -8026
    assert isinstance(read[codes[2]], Refused)
    assert sweep([Case(report.with_cells(read), typed)], tmp_path) == []


JUDGED_BY_EXCEL: dict[float | str, str] = {
    12.123456: "已全部填写",
    12.1234567: "有错误：1格填写有误（红色格）",  # too many decimals
    "1,234.5万元": "填写中：有1格是文字数字（深黄色格）",
    "1,2": "有错误：1格填写有误（红色格）",
    " ": "填写中：还有1格未填",
    "　": "填写中：还有1格未填",
    "无": "有错误：1格",
    "=6+6": "有错误：1格填写有误（红色格）",  # nobody sees where its number comes from
    "=-1": "有错误：",
}


@pytest.mark.needs_libreoffice
def test_excel_judges_an_amount_as_the_program_does(balanced: Report, tmp_path: Path) -> None:
    files = [tmp_path / f"{number}.xlsx" for number in range(len(JUDGED_BY_EXCEL))]
    book = workbook(balanced)
    for typed, file in zip(JUDGED_BY_EXCEL, files, strict=True):
        book[T2]["C17"] = typed
        book.save(file)
    recalculate(files, tmp_path / "out", tmp_path / "profile")

    for (typed, said), file in zip(JUDGED_BY_EXCEL.items(), files, strict=True):
        shown = openpyxl.load_workbook(tmp_path / "out" / file.name, data_only=True, read_only=True)
        assert str(shown[T2]["B3"].value).startswith(said), typed
        shown.close()


def test_control_totals_are_not_asked_to_be_zero(balanced: Report) -> None:
    rules = workbook(balanced)["核对合计"].data_validations.dataValidation

    assert {rule.error for rule in rules} == {"照抄另有的合计，只填数字；没有就留空。"}


def test_the_list_of_origins_names_the_numbers_of_each_block(tmp_path: Path) -> None:
    report = new_report("某某县水利局", "政府部门", 2025)
    report = replace(report, origins={**report.origins, "t2.penalty": Origin("法规科", "赵", "2026-01-03", "处罚台账")})
    save_draft(report, tmp_path / "草稿.xlsx")

    cells = [cell.value for cell in workbook(report)["数字来源"][5]]

    assert cells[2:] == ["t2.penalty", "法规科", "赵", "2026-01-03", "处罚台账", "主动公开：行政处罚"]
    assert load_draft(tmp_path / "草稿.xlsx").report.origins == report.origins
    assert foreign_content(tmp_path / "草稿.xlsx") == ()


def test_a_table_without_equalities_does_not_speak_of_them() -> None:
    report = new_report("某某县水利局", "政府部门", 2025)
    report = report.with_cells(dict.fromkeys([c for c in report.form.entered if c.startswith("t2.")], 0))

    assert workbook(report, values=True)[T2]["B3"].value == "已全部填写，没有空格。"


def test_a_text_that_looks_like_a_formula_is_marked_as_text_and_others_are_not() -> None:
    texts = ["=1+1", "+86 电话", "-3件", "@某某", "2025年"]
    report = new_report("=某局", "政府部门", 2025).with_texts({"s5": "\n".join(texts)})
    book = workbook(report)
    marked = {
        cell.value: bool(cell.quotePrefix)
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value in (*texts, "=某局")
    }
    assert marked == {text: text != "2025年" for text in (*texts, "=某局")}


def test_a_long_paragraph_is_divided_where_a_sentence_ends_so_that_excel_shows_all_of_it(tmp_path: Path) -> None:
    paragraph = "本局认真落实信息公开各项要求，做好主动公开和依申请公开工作。" * 100
    report = new_report("某某县水利局", "政府部门", 2025).with_texts({"s5": f"{paragraph}\n第二段。"})
    save_draft(report, tmp_path / "a.xlsx")
    assert load_draft(tmp_path / "a.xlsx").report.texts["s5"] == report.texts["s5"]
    pieces = [
        cell.value
        for sheet in workbook(report).worksheets
        for (cell,) in sheet.iter_rows(min_col=3, max_col=3)
        if isinstance(cell.value, str) and cell.value.startswith("本局")
    ]
    assert len(pieces) == 3
    assert all(len(piece) <= 1200 and piece.endswith("。") for piece in pieces)


def test_the_sheet_of_problems_says_what_no_other_sheet_computes_and_is_not_read_back(tmp_path: Path) -> None:
    report = new_report("某某县水利局", "政府部门", 2025, with_zeros=True).with_cells({"t3.R01.C1": 3})
    report = report.with_texts({"s5": "存在的问题：××，2023年。"})
    result = Checker(report).result()
    problems = problems_of(report, result, date(2026, 1, 12))
    assert any(finding.rule_id == "T3-01" for finding in result.findings)
    rules = {rule for *_, rule in problems.rows}
    assert "T3-01" not in rules
    assert "N-12" in rules
    sheet = openpyxl.load_workbook(BytesIO(draft_bytes(report, problems)))["问题"]
    shown = ["".join(str(value) for value in row if value) for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert "2026年1月12日" in shown[0]
    assert report_checksum(report) in shown[0]
    assert "不会自动更新" in shown[1]
    assert len(shown) == 4 + len(problems.rows)
    headings, *rows = list(sheet.iter_rows(values_only=True))[-len(problems.rows) - 1 :]
    told = dict(zip(headings, rows[0], strict=True))
    level, sentence, _, rule = problems.rows[0]
    assert [told[name] for name in ("序号", "级别", "问题", "说明", "规则")] == [1, level, sentence, None, rule]
    (tmp_path / "a.xlsx").write_bytes(draft_bytes(report, problems))
    assert load_draft(tmp_path / "a.xlsx").report == report
    assert foreign_content(tmp_path / "a.xlsx") == ()


def test_a_sheet_that_looks_for_no_new_functions_is_what_xlsxwriter_writes(
    monkeypatch: pytest.MonkeyPatch, balanced: Report
) -> None:
    day = date(2026, 1, 15)
    assert "_prepare_formula" in vars(xlsxwriter.worksheet.Worksheet), "not called so any more: drafts take longer"
    ours = draft_bytes(balanced, day=day)
    monkeypatch.setattr("core.draft.workbook.writer._Sheet", xlsxwriter.worksheet.Worksheet)
    assert draft_bytes(balanced, day=day) == ours
