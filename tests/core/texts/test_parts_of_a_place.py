"""Whose numbers go on behind a semicolon: all of a place, where the office and the others are told before it."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, wrong_quotes

CELLS = {
    "t3.R01.C1": 246,
    "t3.R02.C1": 17,
    "t3.R03.C1": 245,
    "t3.R25.C1": 18,
    "t4.review.upheld": 5,
    "t4.review.pending": 1,
    "t4.direct.upheld": 3,
    "t4.direct.pending": 2,
}


def wrong(text: str, code: str, unit: str) -> list[str]:
    return wrong_quotes(filled(unit, code, text, CELLS, unit_type="各级人民政府"))


@pytest.mark.parametrize(
    ("right", "slip", "told"),
    [
        (
            "全县新收申请246件，其中县政府办公室受理19件，其余由各单位受理；上年结转17件，结转下年18件。",
            "全县新收申请246件，其中县政府办公室受理19件，其余由各单位受理；上年结转17件，结转下年16件。",
            "16件",
        ),
        (
            "全县收到申请246件，其中县府办收到41件、乡镇和县直部门收到205件；办结245件，结转下年18件。",
            "全县收到申请246件，其中县府办收到41件、乡镇和县直部门收到205件；办结254件，结转下年18件。",
            "254件",
        ),
        (
            "新收246件，其中本级30件，街道和部门216件；上年结转17件，转到下一年18件。",
            "新收246件，其中本级30件，街道和部门216件；上年结转27件，转到下一年18件。",
            "27件",
        ),
    ],
)
def test_the_whole_goes_on_where_all_of_it_was_told(right: str, slip: str, told: str) -> None:
    assert wrong(right, "s1.request", "梧县人民政府") == []
    assert [quote for quote in wrong(slip, "s1.request", "梧县人民政府") if told in quote]


@pytest.mark.parametrize(
    "text",
    ["全县新收246件，其中县政府办公室受理19件；上年结转2件，结转下年3件。", "县政府办公室新收19件；结转下年3件。"],
)
def test_the_office_goes_on_where_nobody_else_was_told_of(text: str) -> None:
    assert wrong(text, "s1.request", "梧县人民政府") == []


@pytest.mark.parametrize(
    "text",
    [
        "复议6件，维持5件，尚未审结1件；行政诉讼5件，法院均予维持。",
        "行政复议案件中有1件未审结。行政诉讼5件，全部获判维持。",
        "申请复议6件（在审1件）；被起诉5件，无一例外均被法院判决维持。",
    ],
)
def test_what_is_pending_of_another_kind_excuses_nothing(text: str) -> None:
    assert wrong(text, "s4", "梧县人民政府")


@pytest.mark.parametrize(
    "text",
    [
        "复议6件，维持5件，尚未审结1件；行政诉讼5件，2件未审结，其他均予维持。",
        "行政诉讼5件，审结的3件均予维持，尚有2件未审结。",
        "诉讼5件，已有判决的均予维持；未审结2件。",
    ],
)
def test_what_is_pending_of_the_same_kind_is_told(text: str) -> None:
    assert wrong(text, "s4", "梧县人民政府") == []
