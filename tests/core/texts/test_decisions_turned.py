"""Decisions that were published, with the digits of the table in another order, beside others that are the table's."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, told, wrong_quotes

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


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ("全系统作出行政处罚决定7251件，实施行政强制318件。", "7251件"),
        ("全系统作出行政处罚决定7215件，实施行政强制318件。", ""),
        ("全系统作出行政处罚决定7251件，移送司法机关318件。", ""),
        ("全系统作出行政处罚决定9251件，实施行政强制318件。", ""),
        ("全系统作出行政处罚决定7251件，其中本局作出行政处罚决定7215件；实施行政强制318件。", ""),
    ],
)
def test_a_slip_told_of_the_whole_system(text: str, slip: str) -> None:
    cells = {"t2.penalty.decisions": 7215, "t2.coercion.decisions": 318}
    assert told(wrong_quotes(filled("澜海市市场监督管理局", "s2", text, cells)), slip)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("行政强制均为强制措施，没有行政强制执行。", ""),
        ("作出行政强制措施31件，未实施行政强制执行。", ""),
        ("行政强制31件，均为查封扣押，无强制执行。", ""),
        ("行政强制31件。没有强制执行案件。", ""),
        ("没有行政强制措施，均为强制执行。", ""),
        ("没有行政强制执行。", "没有行政强制执行"),
        ("无行政强制措施，也没有行政强制执行。", "行政强制执行"),
        ("作出行政强制31件。没有采取行政强制措施。", "行政强制措施"),
        ("无行政强制决定，未实施行政强制执行。", "行政强制执行"),
    ],
)
def test_one_sort_of_coercion_is_denied(text: str, quote: str) -> None:
    found = wrong_quotes(filled("青原县水利局", "s2", text, CELLS))
    assert any(quote in one for one in found) if quote else found == []
