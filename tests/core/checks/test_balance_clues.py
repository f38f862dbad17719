"""The numbers to look at first when a column is out of balance and its totals are computed."""

from core.checks.balance_clues import balance_clue
from core.checks.findings import Finding
from core.report.report import Report, new_report
from core.validation.validation import Checker


def clue(**column: int) -> str:
    """Return the clue on a report whose column 自然人 holds these rows, all else 0."""
    report = new_report("青原县水利局", "政府部门", 2025, with_zeros=True)
    report = report.with_cells({f"t3.{row}.C1": number for row, number in column.items()})
    return said(report)


def said(report: Report) -> str:
    checker = Checker(report)
    return balance_clue(report.form, balance(checker), checker.numbers)


def balance(checker: Checker) -> Finding:
    return next(f for f in checker.result().findings if f.rule_id == "T3-01" and "t3.R01.C1" in f.cells)


def test_numbers_that_equal_the_difference_or_half_of_it_are_listed_side_by_side() -> None:
    assert clue(R01=40, R02=4, R03=30, R13=4, R16=2, R25=4) == (
        "查找时可先看填了4（等于相差数）的格：“上年结转”、“（四）1.本机关不掌握相关政府信息”、“结转下年”；"
        "填了2（相差数的一半）的格：“（五）1.信访举报投诉类申请”。填错的也可能是别的格，以台账为准。"
    )


def test_numbers_whose_digits_may_have_changed_places_are_listed() -> None:
    assert clue(R01=52, R03=25, R04=9, R13=9) == (
        "查找时可先看填了9（等于相差数）的格：“（二）部分公开”、“（四）1.本机关不掌握相关政府信息”。填错的也可能是别的格，以台账为准。"
    )
    said = clue(R01=31, R03=13)
    assert (
        "填了31（两位数字颠倒后正好相等）的格：“本年新收”；填了13（两位数字颠倒后正好相等）的格：“（一）予以公开”"
        in said
    )


def test_a_lone_number_is_not_named_since_it_would_look_like_the_culprit() -> None:
    assert clue(R01=40, R03=30, R13=5, R25=0) == ""


def test_a_list_too_long_to_help_is_left_out() -> None:
    assert clue(R01=20, **{f"R{row:02}": 1 for row in range(3, 22)}) == ""


def test_nothing_is_said_where_control_totals_name_the_cell_or_another_rule_speaks() -> None:
    report = new_report("青原县水利局", "政府部门", 2025, with_zeros=True)
    report = report.with_cells({"t3.R01.C1": 9, "t3.R03.C1": 4, "t3.R13.C1": 4})
    checker = Checker(report)
    finding = balance(checker)
    assert balance_clue(report.form, Finding("C-05", "hint", "数字较大。", finding.cells), checker.numbers) == ""
    assert balance_clue(report.form, finding, {}) == ""
