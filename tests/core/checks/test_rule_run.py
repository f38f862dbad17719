"""A rule at which the program fails is told as not checked: neither is the report stopped nor the rule passed over."""

import sys
import unicodedata
from collections.abc import Iterable, Iterator

import pytest

from core.base.crash_log import recent_log
from core.checks import rule_run
from core.checks.findings import Finding
from core.checks.rules import FUNCTIONS, CheckContext, Registered
from core.form.form_definition import Rule
from core.office.collection.letter_items import letter_items
from core.report.change import Change
from core.report.report import Report, new_report
from core.validation import rule_index
from core.validation.validation import Checker, check_report

log_fault = rule_run.log_fault  # as the program has it; in other tests a fault fails the test


@pytest.fixture
def report() -> Report:
    return new_report("某某县水利局", "政府部门", 2025, with_zeros=True)


@pytest.fixture
def _numbering_fails(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Have the rule on numbering fail at a ⑩, as it once did."""
    numbering = FUNCTIONS["numbering"]

    def fail(context: CheckContext, rule: Rule) -> Iterable[Finding]:
        if "⑩" in context.texts.get("s5", ""):
            raise KeyError("⑩")
        return numbering.function(context, rule)

    monkeypatch.setitem(FUNCTIONS, "numbering", Registered(fail, numbering.reads))
    monkeypatch.setattr(rule_run, "log_fault", log_fault)
    rule_index._valid_of_form.cache_clear()  # the functions are those of the program for good
    yield
    rule_index._valid_of_form.cache_clear()


@pytest.mark.usefixtures("_numbering_fails")
def test_a_rule_that_fails_is_told_and_the_others_go_on(report: Report) -> None:
    checker = Checker(report)
    wrong = report.with_texts({"s5": "一是问题。三是⑩。截至2019年12月31日。"})
    checker.follow(wrong, Change.between(report, wrong))

    told = {f.rule_id: f for f in checker.result().findings}

    assert told["N-13"].level == "warning"
    assert "没有检查成" in told["N-13"].message
    assert "N-08" in told
    assert "KeyError" in recent_log()
    assert {f.rule_id for f in checker.result(final=True).findings} >= {"N-13", "N-08"}

    mended = wrong.with_texts({"s5": "一是问题。三是改进。"})
    checker.follow(mended, Change.between(wrong, mended))
    assert ["一是" in f.message for f in checker.result().findings if f.rule_id == "N-13"] == [True]


@pytest.mark.usefixtures("_numbering_fails")
def test_no_unit_is_asked_about_a_fault_of_the_program(report: Report) -> None:
    wrong = report.with_texts({"s5": "一是问题。⑩。"})
    result = check_report(wrong)

    assert "N-13" in {f.rule_id for f in result.open_warnings}
    assert "N-13" not in {item.rule_id for item in letter_items(wrong, result)}


NUMERALS = [char for char in map(chr, range(sys.maxunicode)) if unicodedata.numeric(char, None) is not None]
SHAPES = (
    "{0}新增{0}件，",
    "（{0}）本年{0}件。\n",
    "\n{0}、共{0}年，第{0}条",
    "{0}是收到申请{0}宗；",
    "占{0}成、{0}%，",
)


@pytest.mark.parametrize("shape", SHAPES)
def test_no_numeral_of_any_script_makes_a_rule_fail(report: Report, shape: str) -> None:
    for begin in range(0, len(NUMERALS), 60):
        text = "".join(shape.format(char) for char in NUMERALS[begin : begin + 60])
        check_report(report.with_texts({"s5": text, "s1.request": text, "s6": text}))  # a fault fails the test
