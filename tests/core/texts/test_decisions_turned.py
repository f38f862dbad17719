"""Decisions that were published, with the digits of the table in another order, beside others that are the table's."""

from __future__ import annotations

from decimal import Decimal

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


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ("全市城管系统的处罚由各区分别统计，委直属支队作出行政处罚8817件，较上年增加226件。", "8817件"),
        ("执法支队全年作出行政处罚9269件，比上年减少226件。", "9269件"),
        ("全市城管系统的处罚由各区分别统计，委直属支队作出行政处罚8817件，较上年增加126件。", ""),
        ("其中支队作出行政处罚8817件，较上年增加226件。", ""),
        ("上年支队作出行政处罚8817件，本年增加226件。", ""),
    ],
)
def test_last_years_number_by_its_change(text: str, slip: str) -> None:
    cells = {"t2.licensing.decisions": 1876, "t2.penalty.decisions": 9043}
    found = wrong_quotes(filled("澄州市城市管理委员会", "s2", f"行政许可办结1876件。{text}", cells))
    assert told(found, slip)


@pytest.mark.parametrize(("amount", "slip"), [("321.8", "321.8万元"), ("312.8", ""), ("1321.8", "")])
def test_amounts_beside_a_whole_place(amount: str, slip: str) -> None:
    text = f"全区46所学校均公示收费标准，全年行政事业性收费{amount}万元。我局全年作出行政许可决定87件。"
    cells: dict[str, int | Decimal] = {"t2.fees.amount": Decimal("312.8"), "t2.licensing.decisions": 87}
    assert told(wrong_quotes(filled("松岭区教育局", "s2", text, cells)), slip)


@pytest.mark.parametrize(
    "text",
    [
        "本年制发行政规范性文件4件，全部同步配发解读；经评估，废止2件。截至年底现行有效的{n}件已汇编成册。",
        "制发规范性文件4件，均同步解读。现行有效{n}件。",
        "本年制发行政规范性文件4件，解读9篇。废止2件，现行有效{n}件。",
    ],
)
def test_documents_go_on_behind_what_explains_them(text: str) -> None:
    cells = {"t2.normative.issued": 4, "t2.normative.repealed": 2, "t2.normative.in_force": 31}
    assert wrong_quotes(filled("绥阳市人民政府", "s2", text.format(n=31), cells)) == []
    (wrong,) = wrong_quotes(filled("绥阳市人民政府", "s2", text.format(n=13), cells))
    assert "13件" in wrong
