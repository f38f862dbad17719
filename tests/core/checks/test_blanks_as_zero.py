"""Texts of a published report whose tables have blanks: judged where a blank may be 0, and told where nothing was."""

import re
from dataclasses import replace

import pytest

from core.checks.blanks_as_zero import NOT_COMPARED, blanks_read
from core.checks.findings import Finding
from core.checks.rules import PrintedForm
from core.report.change import Change
from core.report.report import Report
from core.report.totals import report_numbers
from core.validation.validation import Checker, check_report
from tests.core.checks.rule_examples import TODAY, good_case

_TEXTS = {
    "s1.request": "2025年，本局新收政府信息公开申请21件，上年结转2件，结转下年度继续办理5件。",
    "s2": "2025年，本局办理行政强制4件。",
    "s3": "2025年，本局收到申请19件，上年结转3件，办结18件，结转下年2件。",
    "s4": "2025年，本局因政府信息公开被申请行政复议5件；被提起行政诉讼2件。",
}
_SAID_OF_BLANKS = re.compile("（[^（）]*是空白，按0算）")


def typed() -> Report:
    """Return a report whose texts say other numbers than its tables, which have all their zeros."""
    return good_case().report.with_texts(_TEXTS)


def printed_without(report: Report, blanks: list[str], **totals: int) -> tuple[Report, PrintedForm]:
    """Return a report as it is read where these cells are blank; the totals that are not 0 are printed."""
    numbers = report_numbers(report) | {name.replace("__", "."): number for name, number in totals.items()}
    derived = [code for code, cell in report.form.cells.items() if cell.is_derived]
    shown = {code: numbers[code] for code in derived if numbers[code]}
    empty = (*blanks, *(code for code in derived if code not in shown))
    return replace(report.with_cells(dict.fromkeys(blanks)), controls=shown), PrintedForm(blanks=empty)


def zeros_of(report: Report, table: str = "t") -> list[str]:
    return [code for code, entry in report.cells.items() if code.startswith(table) and entry == 0]


def found(report: Report, printed: PrintedForm | None) -> list[Finding]:
    return [f for f in check_report(report, today=TODAY, printed_form=printed).findings if f.places]


def said(findings: list[Finding]) -> list[str]:
    return [_SAID_OF_BLANKS.sub("", finding.message) for finding in findings]


def test_texts_beside_blanks_are_judged_as_beside_zeros() -> None:
    report = typed()
    blank, printed = printed_without(report, zeros_of(report))
    expected = found(report, None)
    assert {"N-03", "N-04", "N-06", "N-07"} <= {finding.rule_id for finding in expected}
    assert said(found(blank, printed)) == said(expected)
    assert check_report(blank, today=TODAY, printed_form=printed).verdict == "填写中"  # a blank stays a blank


def test_a_finding_on_a_blank_says_that_it_was_taken_for_0() -> None:
    report = typed()
    sentences = [finding.message for finding in found(*printed_without(report, zeros_of(report)))]
    assert any("行政强制4件" in s and s.endswith("请核对（表中是空白，按0算）。") for s in sentences)
    assert any("结转下年度继续办理5件" in s and s.endswith("请核对。") for s in sentences)


def test_what_was_taken_for_0_is_told_table_by_table() -> None:
    report = typed()
    blank, printed = printed_without(report, zeros_of(report))
    counts = [len(zeros_of(report, table)) for table in ("t2", "t3", "t4")]
    told = blanks_read(blank, printed).told
    assert [re.findall(r"有(\d+)格空白，核对文字时按0算", sentence) for sentence in told] == [[str(n)] for n in counts]


def test_a_table_that_is_blank_as_a_whole_is_compared_with_nothing_and_that_is_told() -> None:
    report = typed()
    report = report.with_cells({code: 0 for code in report.form.entered if code.startswith("t4")})
    blank, printed = printed_without(report, zeros_of(report, "t4"))
    assert "N-06" not in {finding.rule_id for finding in found(blank, printed)}
    (told,) = blanks_read(blank, printed).told
    assert told == f"行政复议、行政诉讼情况表的12格都是空白，{NOT_COMPARED}；请填好（没有的填0）再检查一次"


def test_blanks_below_a_total_that_is_more_than_what_is_printed_are_not_taken_for_0() -> None:
    report = typed()
    blank, printed = printed_without(report, zeros_of(report, "t3"), t3__R01__C7=25)
    read = blanks_read(blank, printed)
    assert not {"t3.R01.C3", "t3.R01.C6"} & read.numbers.keys()
    assert read.numbers["t3.R01.C7"] == 25  # what is printed is what the texts are compared with
    assert any("按0算与印的合计对不上，第一格是“本年新收·科研机构”" in s and NOT_COMPARED in s for s in read.told)
    sentences = said(found(blank, printed))
    assert any("收到申请19件" in sentence and "25件" in sentence for sentence in sentences), sentences


def test_a_cell_that_was_not_found_is_no_0() -> None:
    report = typed()
    missing = [code for code in zeros_of(report, "t3") if ".R04." in code]
    blank, printed = printed_without(report, missing)
    unread = replace(printed, blanks=tuple(code for code in printed.blanks if ".R04." not in code))
    read = blanks_read(blank, unread)
    assert not set(missing) & read.numbers.keys()
    assert read.told == (
        f"{report.form.tables['t3'].name}有6格没有读到，第一格是“（二）部分公开·自然人”，"
        f"{NOT_COMPARED}；请填好（没有的填0）再检查一次",
    )


def test_sums_and_rules_on_numbers_keep_a_blank_a_blank() -> None:
    report = typed()
    blank, printed = printed_without(report, ["t2.normative.in_force"])
    checker = Checker(blank, today=TODAY, printed_form=printed)
    assert "T2-02" not in {finding.rule_id for finding in checker.result().findings}
    assert "t2.normative.in_force" not in checker.numbers


def test_a_draft_is_silent_beside_its_blanks() -> None:
    report = typed()
    blank = report.with_cells(dict.fromkeys(zeros_of(report)))
    assert not any(_SAID_OF_BLANKS.search(sentence) for sentence in map(str, found(blank, None)))
    assert found(blank, PrintedForm()) == found(blank, None)


@pytest.mark.parametrize("entry", [3, 0])
def test_a_cell_that_is_filled_in_later_is_compared_as_it_is_then(entry: int) -> None:
    report = typed()
    blank, printed = printed_without(report, zeros_of(report))
    checker = Checker(blank, today=TODAY, printed_form=printed)
    checker.result()
    after = blank.with_cells({"t2.coercion.decisions": entry})
    checker.follow(after, Change.between(blank, after))
    (about,) = [f.message for f in checker.result().findings if "行政强制4件" in f.message]
    assert f"{entry}件" in about
