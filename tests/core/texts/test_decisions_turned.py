"""Decisions that were published, with the digits of the table in another order, beside others that are the table's."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, wrong_quotes

CELLS = {"t2.licensing.decisions": 640, "t2.penalty.decisions": 97, "t2.coercion.decisions": 31}


def wrong(text: str) -> list[str]:
    return wrong_quotes(filled("青原县水利局", "s1.active", text, CELLS))


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ("我局公示行政许可640件、行政处罚79件、行政强制31件。", "79件"),
        ("全年归集公示许可决定640件，处罚决定97件，强制决定13件。", "13件"),
        ("依法公布行政许可460件、行政处罚97件。", "460件"),
    ],
)
def test_turned_digits_are_found(text: str, slip: str) -> None:
    assert [quote for quote in wrong(text) if slip in quote] == wrong(text)[:1] != []


@pytest.mark.parametrize(
    "text",
    [
        "我局公示行政许可640件、行政处罚97件、行政强制31件。",
        "我局公示行政许可640件、行政处罚80件、行政强制20件。",
        "公示行政许可500件、行政处罚79件。",
    ],
)
def test_fewer_may_have_been_published(text: str) -> None:
    assert wrong(text) == []


@pytest.mark.parametrize(
    ("text", "slips"),
    [
        ("公开行政许可决定81件、行政处罚决定3件。", ["公开行政许可决定81件"]),
        ("公示行政许可18件、行政处罚3件。", []),
        ("公示行政许可25件、行政处罚3件。", []),
        ("公示行政许可81件、行政处罚2件。", []),
        ("公示行政许可81件。上年公示行政处罚3件。", []),
    ],
)
def test_more_than_all_beside_a_small_right_number(text: str, slips: list[str]) -> None:
    few = {"t2.licensing.decisions": 18, "t2.penalty.decisions": 3}
    assert wrong_quotes(filled("青原县水利局", "s1.active", text, few)) == slips
