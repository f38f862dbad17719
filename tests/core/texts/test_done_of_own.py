"""Those dealt with of this year's own applications: 今年收到82件，办结78件 of 84 with those carried in (N-04)."""

from __future__ import annotations

from datetime import date

import pytest

from core.texts.claims.claims import claims
from core.texts.claims.linking import link_repair
from core.validation.validation import Checker
from tests.core.texts.filled_reports import filled, findings_of

_CELLS = {"t3.R01.C1": 82, "t3.R02.C1": 6, "t3.R03.C1": 84, "t3.R25.C1": 4}


def _checker(text: str) -> Checker:
    return Checker(filled("某某县水利局", "s1.request", text, _CELLS), today=date(2026, 1, 12))


@pytest.mark.parametrize(
    "text",
    [
        "去年结转6件已全部办结；今年收到82件，办结78件，结转4件。",
        "去年结转6件已全部办结，今年收到82件，办结78件。",
        "本年收到申请82件，年内办结78件。",
        "2024年收到的申请82件，到年底办完78件，还有4件在办。",
        "2024年收到的82件申请，办完78件，还有4件在办。",
        "当年答复78件，答复率95.1%。",
        "当年办结78件，办结率95.12%。",
        "新收申请82件，年底前答复78件，答复率95.1%。",
        "今年收到82件，办结84件，结转4件。",
        "当年答复84件。",
    ],
)
def test_either_number_of_those_dealt_with_is_right(text: str) -> None:
    assert findings_of(filled("某某县水利局", "s1.request", text, _CELLS), "N-03", "N-04") == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("去年结转6件已全部办结；今年收到82件，办结79件，结转4件。", "办结79件"),
        ("本年收到申请82件，年内办结76件。", "年内办结76件"),
        ("当年办结77件。", "当年办结77件"),
        ("2024年收到的申请82件，到年底办完77件，还有4件在办。", "到年底办完77件"),
    ],
)
def test_what_is_neither_is_told_beside_both_and_not_replaced(text: str, quote: str) -> None:
    checker = _checker(text)
    (one,) = [f for f in checker.result().findings if f.rule_id == "N-04"]
    assert f"“{quote}”" in one.message
    assert "是84件，只算本年新收的是82－4＝78件，应是84或78件" in one.message
    assert link_repair(checker.context.report.texts, claims(checker.context), one) is None


@pytest.mark.parametrize(
    "text",
    [
        "全年办结78件。",
        "收到申请82件，连同上年结转6件，办结78件。",
        "上年结转6件，新收82件，办结78件。",
        "新收82件，年内办结78件（含上年结转6件）。",
        "应办88件，年内办结78件。",
        "新收申请82件，已办结79件。",
    ],
)
def test_those_of_all_may_be_replaced(text: str) -> None:
    checker = _checker(text)
    (one,) = [f for f in checker.result().findings if f.rule_id == "N-04"]
    assert "应是" not in one.message
    repair = link_repair(checker.context.report.texts, claims(checker.context), one)
    assert repair is not None
    assert (repair.cell, repair.value) == ("t3.R24.C7", "84")


def test_a_rate_above_a_hundred_is_not_offered() -> None:
    (one,) = findings_of(filled("某某县水利局", "s1.request", "当年答复78件，答复率85.1%。", _CELLS), "N-04")
    assert "78÷82＝95.12%、84÷88＝95.45%、84÷84＝100%，" in one.message
    (one,) = findings_of(filled("某某县水利局", "s1.request", "办结84件，答复率85.1%。", _CELLS), "N-04")
    assert "算出来是84÷88＝95.45%、84÷84＝100%，" in one.message


def test_without_applications_carried_in_there_is_one_number() -> None:
    cells = {"t3.R01.C1": 82, "t3.R03.C1": 78, "t3.R25.C1": 4}
    (one,) = findings_of(filled("某某县水利局", "s1.request", "本年收到申请82件，年内办结79件。", cells), "N-04")
    assert "是78件，请核对" in one.message
