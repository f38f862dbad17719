"""What of a register reaches the report: numbers, 登記号 and where they come from, as one change."""

from dataclasses import replace
from pathlib import Path

from core.draft.workbook import load_draft, save_draft
from core.office.department_split import SentSheet, keep_sent, keep_split, split_of
from core.office.register.taking_over import cases_of, counted_cells, log_sentence, origin_of_cell, take_over
from core.report.counted_cells import kept_cases
from core.report.report import Origin, Report, new_report
from core.report.status_names import REGISTER_CASES as STATUS
from core.validation.validation import check_report
from tests.core.office.register.register_files import GOOD, counted, text_register

DAY = "2026-01-05"


def test_all_numbers_are_one_change_that_can_be_taken_back(tmp_path: Path) -> None:
    report = new_report("某局", "政府部门", 2025).with_cells({"t3.R01.C1": 4, "t2.fees.amount": 3})
    found = counted(text_register(tmp_path, GOOD))
    cells = counted_cells(report, found)
    assert len(cells) == 144
    change = take_over(report, found, [cell.code for cell in cells], DAY)
    after = change.applied_to(report)
    assert (after.cells["t3.R01.C1"], after.cells["t3.R25.C6"], after.cells["t2.fees.amount"]) == (1, 0, 3)
    assert after.origins["t3"].basis == "台账 登记号1"
    assert cases_of(after, "t3.R24.C7") == ("1",)
    assert cases_of(after, "t3.R25.C7") == ()
    assert log_sentence(cells) == "按台账填入144格；本年新收·自然人由4改为1"
    assert change.inverse.applied_to(after) == report


def test_single_numbers_can_be_taken(tmp_path: Path) -> None:
    report = new_report("某局", "政府部门", 2025)
    found = counted(text_register(tmp_path, GOOD))
    after = take_over(report, found, ["t3.R01.C1"], DAY).applied_to(report)
    assert dict(after.cells) == {"t3.R01.C1": 1}
    assert kept_cases(after) == {"t3.R01.C1": ("1",)}


def test_a_cell_tells_its_own_cases_and_not_those_of_the_whole_table(tmp_path: Path) -> None:
    report = new_report("某局", "政府部门", 2025).with_cells({"t3.R16.C1": 2})
    found = counted(text_register(tmp_path, GOOD, ("2", *GOOD[1:4], "重复申请")))
    taken = [cell.code for cell in counted_cells(report, found) if cell.code != "t3.R16.C1"]
    after = take_over(report, found, taken, DAY).applied_to(report)
    assert after.origins["t3"].basis == "台账 登记号1、2"
    codes = ("t3.R03.C1", "t3.R01.C7", "t3.R25.C1", "t3.R16.C1")
    origins = [origin_of_cell(after, code) for code in codes]
    assert [origin and origin.basis for origin in origins] == [
        "台账 登记号1",
        "台账 登记号1、2",
        "台账（没有申请）",
        "",
    ]
    assert origin_of_cell(report, "t3.R03.C1") is None


def counted_report(folder: Path) -> Report:
    """Return a report all of whose numbers were counted: 2 of 自然人, received and granted."""
    report = new_report("某局", "政府部门", 2025)
    found = counted(text_register(folder, GOOD, ("2", *GOOD[1:])))
    return take_over(report, found, list(found.counted.numbers.keys() & report.form.entered), DAY).applied_to(report)


def doubts(report: Report) -> list[str]:
    return [found.message for found in check_report(report).findings if found.rule_id == "C-09"]


def test_a_number_typed_over_is_told_though_the_columns_balance(tmp_path: Path) -> None:
    report = counted_report(tmp_path)
    assert doubts(report) == []
    typed = report.with_cells({"t3.R01.C1": 3, "t3.R03.C1": 3})
    assert doubts(typed) == [
        "有2格与台账数出的不同，请核对：本年新收·自然人：台账2件，现在是3；（一）予以公开·自然人：台账2件，现在是3。"
    ]
    assert doubts(typed.with_cells({"t3.R01.C1": 2, "t3.R03.C1": 2})) == []
    assert doubts(report.with_cells({"t3.R01.C1": None})) == []  # a blank is told as one
    assert doubts(report.with_cells({"t3.R05.C2": 1})) == [
        "有1格与台账数出的不同，请核对：（三）1.属于国家秘密·商业企业：台账0件，现在是1。"
    ]


def test_the_place_of_a_number_typed_over_says_what_was_counted(tmp_path: Path) -> None:
    typed = counted_report(tmp_path).with_cells({"t3.R01.C1": 3, "t3.R05.C2": 1})
    codes = ("t3.R01.C1", "t3.R01.C7", "t3.R05.C2", "t3.R05.C7", "t3.R03.C1", "t3.R04.C1")
    origins = [origin_of_cell(typed, code) for code in codes]
    assert [origin and origin.basis for origin in origins] == [
        "台账数出2件，后来改为3（台账 登记号1、2）",
        "台账数出2件，后来改为3（台账 登记号1、2）",
        "台账数出0件，后来改为1",
        "",
        "台账 登记号1、2",
        "台账（没有申请）",
    ]


def test_a_new_count_settles_it(tmp_path: Path) -> None:
    typed = counted_report(tmp_path).with_cells({"t3.R01.C1": 3, "t3.R03.C1": 3})
    found = counted(text_register(tmp_path, GOOD, ("2", *GOOD[1:]), ("3", *GOOD[1:])))
    again = take_over(typed, found, ["t3.R01.C1", "t3.R03.C1"], DAY).applied_to(typed)
    assert doubts(again) == []
    assert kept_cases(again)["t3.R01.C1"] == ("1", "2", "3")


def test_what_was_not_taken_over_is_no_doubt(tmp_path: Path) -> None:
    report = new_report("某局", "政府部门", 2025).with_cells({"t3.R16.C1": 2})
    found = counted(text_register(tmp_path, GOOD))
    taken = [cell.code for cell in counted_cells(report, found) if cell.code != "t3.R16.C1"]
    assert doubts(take_over(report, found, taken, DAY).applied_to(report)) == []


def test_only_a_department_that_the_office_named_is_said_to_be_the_source(tmp_path: Path) -> None:
    report = new_report("某局", "政府部门", 2025)
    found = counted(text_register(tmp_path, GOOD))

    def department(before: Report) -> str:
        return take_over(before, found, ["t3.R01.C1"], DAY).applied_to(before).origins["t3"].department

    assert department(report) == ""
    sent = keep_sent(report, [SentSheet("1", "政务公开科", DAY)])
    assert department(sent.applied_to(report)) == "政务公开科"
    own = keep_split(report, {**split_of(report), "t3": "办公室"})
    assert department(own.applied_to(report)) == "办公室"
    noted = replace(report, origins={"t3": Origin("信访科", "王某", "", "")})
    assert department(noted) == "信访科"


def test_a_new_count_says_which_cases_moved(tmp_path: Path) -> None:
    report = new_report("某局", "政府部门", 2025)
    found = counted(text_register(tmp_path, GOOD))
    report = take_over(report, found, list(found.counted.numbers.keys() & report.form.entered), DAY).applied_to(report)
    again = counted(text_register(tmp_path, (*GOOD[:3], "", ""), ("2", *GOOD[1:])))
    moved = {cell.code: cell.moved for cell in counted_cells(report, again) if cell.moved}
    assert moved == {"t3.R01.C1": "增加2", "t3.R03.C1": "增加2；减少1", "t3.R25.C1": "增加1"}


def test_the_draft_keeps_the_cases_of_ten_thousand_rows(tmp_path: Path) -> None:
    report = new_report("某局", "政府部门", 2025)
    found = counted(text_register(tmp_path, *((f"依申请2025-{n:05}", *GOOD[1:]) for n in range(10_000))))
    after = take_over(report, found, ["t3.R01.C1", "t3.R03.C1"], DAY).applied_to(report)
    save_draft(after, tmp_path / "草稿.xlsx")
    loaded = load_draft(tmp_path / "草稿.xlsx")
    assert loaded.remarks == ()
    assert loaded.report == after
    assert len(kept_cases(loaded.report)["t3.R01.C1"]) == 10_000


def test_spoilt_cases_are_no_cases() -> None:
    for text in ("[1]", "{", '{"t3.R01.C1": [1]}', '{"t3.R01.C1": "1"}', "[" * 100_000):
        report = new_report("某局", "政府部门", 2025)
        assert kept_cases(report.__class__(report.form_id, report.meta, status={STATUS: text})) == {}
