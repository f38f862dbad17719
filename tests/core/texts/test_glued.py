"""Linked numbers that are printed as part of a longer one, or as another one (N-12)."""

from __future__ import annotations

from datetime import date

import pytest

from core.report.report import Report, new_report
from core.texts.claims.claims import claims
from core.texts.claims.glued import glued_numbers
from core.texts.claims.linking import parted, with_link
from core.validation.validation import Checker

_FORM = new_report("", "", 2025).form
_ROW = "{t3.R01.C1}"
_NUMBERS = {"t3.R01.C1": 45, "t3.R03.C1": 45, "t2.licensing.decisions": 656, "t2.fees.amount": 12, "fee.billed": 120}


def _report(text: str) -> Report:
    report = new_report("某县水利局", "政府部门", 2025, with_zeros=True).with_cells(_NUMBERS)
    return report.with_texts({"s1.request": text})


def test_places_stay_and_what_is_printed_follows_the_numbers() -> None:
    source = "收到{t3.R01.C1}3件，答复{t3.R03.C1}件。"
    for number, printed in ((40, "403"), (7, "73")):
        (glued,) = glued_numbers(_FORM, source, {"t3.R01.C1": number, "t3.R03.C1": 5})
        assert (glued.printed, glued.cells, glued.is_digits) == (printed, ("t3.R01.C1",), True)
        assert source[glued.start : glued.end] == "{t3.R01.C1}3"


@pytest.mark.parametrize(
    ("words", "printed", "mended"),
    [
        (f"{_ROW}万件", "45万件", f"{_ROW}件"),
        (f"{_ROW}亿件", "45亿件", f"{_ROW}件"),
        (f"{_ROW}千余件", "45千余件", f"{_ROW}件"),
        (f"{_ROW}十件", "45十件", f"{_ROW}件"),
        (f"{_ROW}〇件", "45〇件", f"{_ROW}件"),
        (f"{_ROW}.5件", "45.5件", f"{_ROW}件"),
        (f"{_ROW}·5件", "45·5件", f"{_ROW}件"),
        (f"{_ROW}点五件", "45点五件", f"{_ROW}件"),
        (f"{_ROW}×10件", "45×10件", f"{_ROW}件"),
        (f"{_ROW}至90件", "45至90件", f"{_ROW}件"),
        (f"{_ROW}%", "45%", f"{_ROW}件"),
        (f"{_ROW}w件", "45w件", f"{_ROW}件"),
        (f"{_ROW}分之一", "45分之一", _ROW),
        (f"百分之{_ROW}", "百分之45", _ROW),
        (f"{_ROW}元", "45元", f"{_ROW}件"),
        (f"{_ROW}（百）件", "45（百）件", f"{_ROW}件"),
        (f"负{_ROW}件", "负45件", f"{_ROW}件"),
        (f"零下{_ROW}件", "零下45件", f"{_ROW}件"),
        (f"-{_ROW}件", "-45件", f"{_ROW}件"),
        (f"一百{_ROW}件", "一百45件", f"{_ROW}件"),
        (f"一.{_ROW}件", "一.45件", f"{_ROW}件"),
        (f"1.{_ROW}件", "1.45件", f"{_ROW}件"),
        ("{fee.billed}万元", "120万元", "{fee.billed}元"),
        ("{fee.billed}.5元", "120.5元", "{fee.billed}元"),
        ("{fee.billed}件", "120件", "{fee.billed}元"),
        ("{t2.fees.amount}元", "12元", "{t2.fees.amount}万元"),
        ("{t2.fees.amount}亿元", "12亿元", "{t2.fees.amount}万元"),
        ("负{t2.fees.amount}万元", "负12万元", "{t2.fees.amount}万元"),
        ("{t2.licensing.decisions}.8件", "656.8件", "{t2.licensing.decisions}件"),
    ],
)
def test_what_makes_another_number_of_a_linked_one_is_told_and_taken_away(
    words: str, printed: str, mended: str
) -> None:
    report = _report(f"全年新收政府信息公开申请{words}，均已办理。")
    checker = Checker(report, today=date(2026, 1, 2))
    (found,) = [f for f in checker.result().findings if f.variant == "changed"]
    assert (found.rule_id, f"“{printed}”（其中表中数字是" in found.message) == ("N-12", True), found.message
    repair = parted(report.form, report.texts, checker.numbers, found)
    assert repair is not None
    source = report.texts["s1.request"]
    assert with_link(report.form, source, repair) == f"全年新收政府信息公开申请{mended}，均已办理。"
    linked = [claim for claim in claims(checker.context) if claim.is_linked]
    assert {(claim.agrees, claim.quote) for claim in linked} <= {(False, printed)}


@pytest.mark.parametrize(
    "text",
    [
        f"全年新收申请{_ROW}件，3件为企业提出。",
        f"担负{_ROW}件申请的答复，三项之一{_ROW}件。",
        f"1.{_ROW}件为个人提出；",
        f"新收申请 {_ROW} 件，较上年多3件。",
        f"申请量由30件增至{_ROW}件，由{_ROW}到90件。",
        f"申请量{_ROW}余件，公开{_ROW}件次、{_ROW}人次、{_ROW}份。",
        f"全年详见表三{_ROW}件",
        f"征求意见{_ROW}百姓关心的事项。",
        "收费{t2.fees.amount}万元，{t2.fees.amount} 万元；处理费{fee.billed}元。",
        "{fee.unknown}万件",
    ],
)
def test_words_that_leave_a_linked_number_what_it_is(text: str) -> None:
    assert glued_numbers(_FORM, text, {}) == []


def test_both_kinds_are_told_of_one_text() -> None:
    checker = Checker(_report(f"新收申请{_ROW}3件，公开{_ROW}万件、{_ROW}亿件。"), today=date(2026, 1, 2))
    told = {f.variant: f.message for f in checker.result().findings if f.variant in ("glued", "changed")}
    assert "“453”（其中表中数字是45）" in told["glued"]
    assert "“45万件”（其中表中数字是45件）、“45亿件”（其中表中数字是45件）" in told["changed"]


def test_what_changes_a_linked_number_is_told_once_and_other_slips_with_what_is_printed() -> None:
    checker = Checker(_report(f"2026年分局新收申请负{_ROW}件，公开{_ROW}件。"), today=date(2026, 1, 2))
    found = checker.result().findings
    assert [f.variant for f in found if f.rule_id == "N-12"] == ["changed"]
    checker = Checker(_report(f"未发生行政复议件，新收申请{_ROW}件，发布××件{_ROW}件。"), today=date(2026, 1, 2))
    assert "00" not in "".join(f.message for f in checker.result().findings if f.rule_id in ("N-12", "N-20"))
