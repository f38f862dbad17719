"""The row of a column out of balance that a text counts otherwise by just the difference."""

from dataclasses import replace

import pytest

from core.checks.findings import Finding
from core.report.report import Explanation, Report, new_report
from core.texts.claims.claims import claims
from core.texts.claims.told_rows import told_rows_clue
from core.validation.validation import Checker

_TEXT = (
    "全年共收到政府信息公开申请33件，上年结转2件。全年办结30件，其中予以公开23件，部分公开3件，"
    "属于三类内部事务信息4件，结转下年度5件。"
)
_CELLS = {
    "t3.R01.C1": 20,
    "t3.R01.C2": 13,
    "t3.R02.C1": 2,
    "t3.R03.C1": 14,
    "t3.R03.C2": 9,
    "t3.R04.C1": 3,
    "t3.R09.C1": 2,
    "t3.R09.C2": 2,
    "t3.R25.C1": 3,
    "t3.R25.C2": 2,
}


def told(written: str = _TEXT, /, **changed: int) -> Report:
    """Return a report that is right but for some cells, such as R03_C1=13."""
    report = new_report("青原县水利局", "政府部门", 2025, with_zeros=True).with_cells(_CELLS)
    report = report.with_cells({f"t3.{code.replace('_', '.')}": number for code, number in changed.items()})
    return report.with_texts({"s1.request": written})


def clue(report: Report, column: str = "C1") -> str:
    checker = Checker(report)
    findings = checker.result().findings
    finding = next(f for f in findings if f.rule_id == "T3-01" and f"t3.R01.{column}" in f.cells)
    return told_rows_clue(report.form, finding, checker.numbers, claims(checker.context), findings)


@pytest.mark.parametrize(
    ("code", "number", "said"),
    [
        (
            "R03_C2",
            11,
            "文字“其中予以公开23件”，表中“（一）予以公开·总计”25，也相差2。"
            "本列可先看“（一）予以公开”（填了11），以台账为准。",
        ),
        (
            "R01_C1",
            21,
            "文字“全年共收到政府信息公开申请33件”，表中“本年新收·总计”34，也相差1。"
            "本列可先看“本年新收”（填了21），以台账为准。",
        ),
        (
            "R25_C1",
            2,
            "文字“结转下年度5件”，表中“结转下年·总计”4，也相差1。本列可先看“结转下年”（填了2），以台账为准。",
        ),
    ],
)
def test_the_row_that_a_text_counts_otherwise_by_the_difference_is_named(code: str, number: int, said: str) -> None:
    assert clue(told(**{code: number}), code[-2:]) == said


def test_where_the_text_knows_only_what_is_dealt_with_in_all_the_rows_behind_it_are_named() -> None:
    assert clue(told(R13_C1=1)) == (
        "文字“全年办结30件”，表中“（七）总计·总计”31，也相差1。本列可先看合计到“（七）总计”的各行，以台账为准。"
    )


@pytest.mark.parametrize("by", [-2, -1, 1, 2, 7])
def test_every_cell_that_is_off_by_a_number_is_the_one_that_is_named(by: int) -> None:
    for code, number in _CELLS.items():
        if number + by < 0:
            continue
        _, row, column = code.split(".")
        report = told(**{f"{row}_{column}": number + by})
        name = report.form.tables["t3"].rows[row].name
        said = clue(report, column).partition("本列可先看")[2]
        assert said == f"“{name}”（填了{number + by}），以台账为准。", code


def test_a_text_that_differs_by_another_number_or_the_other_way_names_nothing() -> None:
    assert clue(told("全年予以公开25件。", R03_C1=13)) == ""
    assert clue(told("全年予以公开23件。", R03_C1=13)) != ""
    assert clue(told("全年予以公开21件。", R03_C1=13)) == ""  # one less there would take the column further away
    assert clue(told("全年予以公开7件。", R03_C1=1, R04_C1=19)) == ""  # nor can a cell be three less than one


def test_a_number_that_may_be_counted_in_two_ways_names_nothing() -> None:
    assert clue(told("全年共收到政府信息公开申请35件。", R01_C1=21, R25_C1=5)) == ""  # new ones 34, with older ones 36


def test_a_text_whose_difference_was_explained_names_nothing() -> None:
    report = told("全年予以公开23件。", R03_C1=13)
    assert "（一）予以公开" in clue(report)
    checker = Checker(report)
    reason = Explanation("统计范围不同", "", "", "")
    findings = [replace(one, explained=reason) if one.places else one for one in checker.result().findings]
    finding = next(one for one in findings if one.rule_id == "T3-01")
    assert told_rows_clue(report.form, finding, checker.numbers, claims(checker.context), findings) == ""


def test_nothing_is_said_of_another_finding() -> None:
    report = told(R03_C1=13)
    checker = Checker(report)
    other = Finding("C-05", "hint", "数字较大。", ("t3.R03.C1",))
    findings = checker.result().findings
    assert told_rows_clue(report.form, other, checker.numbers, claims(checker.context), findings) == ""
