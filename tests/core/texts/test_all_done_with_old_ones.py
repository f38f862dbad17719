"""全部办结 said of new applications and those carried in together (N-04): 办理23件（含上年结转2件），均已办结."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, wrong_claims

CELLS = {
    "t3.R01.C1": 60,
    "t3.R01.C2": 2,
    "t3.R02.C1": 3,
    "t3.R03.C1": 40,
    "t3.R13.C1": 21,
    "t3.R13.C2": 2,
    "t3.R25.C1": 2,
}


def wrong(text: str) -> list[tuple[str, str]]:
    report = filled("江堤市水利局", "s1.request", text, CELLS)
    return [(claim.rule_id, claim.quote) for claim in wrong_claims(report)]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("2024年，我局共办理政府信息公开申请65件（含上年结转3件），均已办结，按时答复率100%。", "均已办结"),
        ("全年受理申请65件（其中含上年结转3件），已全部办结。", "全部办结"),
        ("本年新收政府信息公开申请62件，上年结转3件，均已在年内办结。", "均已在年内办结"),
        ("本年新收政府信息公开申请62件，上年结转3件，均已于当年办结。", "均已于当年办结"),
        ("本年新收政府信息公开申请62件，上年结转3件，已全部年底前办结。", "全部年底前办结"),
        ("2024年新收申请62件。连同上年结转3件，应办65件，已全部在年内办结。", "全部在年内办结"),
        ("应办65件（含上年结转3件），均已办结。", "均已办结"),
        ("截至年底，本年度收到和上年结转的申请已全部办结，没有遗留。", "全部办结"),
        ("2024年受理的以及2023年结转的政府信息公开申请均已办结。", "均已办结"),
        ("上年结转的和本年新收的申请都已办结，其中予以公开40件。", "都已办结"),
    ],
)
def test_some_are_left_of_all_that_had_to_be_done(text: str, quote: str) -> None:
    assert wrong(text) == [("N-04", quote)]


@pytest.mark.parametrize("old", ["上年结转3件", "2023年结转3件"])
def test_a_wrong_number_of_new_ones_does_not_hide_it(old: str) -> None:
    found = wrong(f"本年新收政府信息公开申请55件，{old}，均已在年内办结。")
    assert [rule for rule, _ in found] == ["N-01", "N-04"]


@pytest.mark.parametrize(
    "text",
    [
        "2024年，我局共办理政府信息公开申请63件（含上年结转3件），均已办结。",
        "上年结转的3件，均已在年内办结。",
        "所有申请均在期内答复。",
        "本年新收申请62件；上年结转3件，已全部于当年办结。",
        "应办65件，除2件结转下年度外，均已在年内办结。",
        "应办申请65件，已办结63件，到期的均已在年底前办结。",
        "本年新收申请62件、上年结转3件，共65件，结转下年度继续办理2件，其余均已在年内办结。",
        "新收申请62件，其中网上提交30件，均已在年内办结。",
        "新收62件，上年结转3件，其中63件均已在年内办结，2件正在办理。",
        "到期应办的申请，均已在年底前办结。",
        "上年结转的申请已全部办结，本年收到的多数办结。",
        "本年收到的和上年结转的申请中，到期的已全部办结。",
    ],
)
def test_what_is_done_of_those_that_are_told_is_left_alone(text: str) -> None:
    assert wrong(text) == []


def of_one_left(text: str, code: str = "s1.request") -> list[str]:
    """Return the rules that speak up where 11 are new, 1 is carried in, 11 are dealt with and 1 is carried over."""
    cells = {"t3.R01.C1": 7, "t3.R01.C2": 4, "t3.R02.C1": 1, "t3.R03.C1": 7, "t3.R03.C2": 4, "t3.R25.C1": 1}
    return [claim.rule_id for claim in wrong_claims(filled("江堤市水利局", code, text, cells))]


@pytest.mark.parametrize("code", ["s1", "s1.request", "s3"])
@pytest.mark.parametrize(
    "text",
    [
        "收到申请11件，均已按期办结。",
        "收到申请11件，已全部办结。",
        "收到申请11件，全部在法定期限内答复完毕。",
        "全年共收到申请11件，均在法定期限内办结。",
        "新收申请11件，全部按时办结。",
        "收到政府信息公开申请11件，均已办结。",
    ],
)
def test_the_new_ones_are_not_all_done_where_one_is_left(text: str, code: str) -> None:
    assert of_one_left(text, code) == ["N-04"]


@pytest.mark.parametrize(
    "text",
    [
        "办理申请11件，均已按期办结。",
        "收到并办结申请11件，均按期办结。",
        "收到申请11件。办结11件，全部按期办结。",
        "收到申请11件，答复11件，均按期答复。",
        "收到申请11件，到期的均已按期办结。",
        "收到申请11件，除1件结转外均已办结。",
        "收到申请11件，其中10件已办结，1件结转下年度办理。",
        "收到申请11件，均已按期办结（另有上年结转1件仍在办理）。",
        "收到申请11件，均已答复申请人。",
        "收到申请11件，办结率100%。",
        "全年共收到各类信息公开申请11件（次），均已按期答复。",
    ],
)
def test_what_may_be_said_where_one_is_left(text: str) -> None:
    assert of_one_left(text) == []


def test_nor_by_the_end_of_a_named_year() -> None:
    cells = {"t3.R01.C1": 60, "t3.R02.C1": 3, "t3.R03.C1": 62, "t3.R25.C1": 1}
    text = "全年新收政府信息公开申请60件，上年结转3件，截至2024年底已全部办结，没有超期答复的情形。"
    found = wrong_claims(filled("江堤市水利局", "s1.request", text, cells))
    assert [(claim.rule_id, claim.cells) for claim in found] == [("N-04", ("t3.R25.C7",))]
