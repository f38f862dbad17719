"""Shares of a list are of one whole: one that is of another was reckoned with the wrong number."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, wrong_quotes

CELLS = {
    "t3.R01.C1": 1000, "t3.R02.C1": 43, "t3.R03.C1": 449, "t3.R04.C1": 150, "t3.R08.C1": 106, "t3.R13.C1": 246,
    "t3.R16.C1": 54, "t3.R21.C1": 13, "t3.R25.C1": 25,
}  # fmt: skip


def wrong(text: str) -> list[str]:
    return wrong_quotes(filled("澜南州人民政府", "s3", text, CELLS))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("予以公开449件（44.1%）、部分公开150件（14.7%）、不予公开106件（10.4%）、无法提供246件（24.2%）。", []),
        ("予以公开449件（44.1%）、部分公开150件（14.7%）、不予公开106件（10.4%）、无法提供246件（24.6%）。", ["24.6%"]),
        (
            "予以公开449件，占44.1%；部分公开150件，占14.7%；不予公开106件，占10.6%；无法提供246件，占24.2%。",
            ["占10.6%"],
        ),
        ("予以公开449件（44.9%）、部分公开150件（15.0%）、不予公开106件（10.6%）、无法提供246件（24.6%）。", []),
        ("予以公开449件（44.1%）、不予公开106件（10.4%）、无法提供246件（24.6%）。", []),
        ("予以公开449件（44.1%）、部分公开150件（14.7%）、不予公开106件（10.4%）。无法提供246件，占24.6%。", []),
        ("予以公开449件（44.1%）、部分公开150件（14.7%）、不予公开106件（10.4%），无法提供246件，占新收的24.6%。", []),
    ],
)
def test_a_share_of_another_whole_than_its_list(text: str, told: list[str]) -> None:
    assert wrong(text) == told


DONE = {
    "t3.R01.C1": 102, "t3.R02.C1": 3, "t3.R03.C1": 37, "t3.R04.C1": 18, "t3.R08.C1": 10, "t3.R13.C1": 24,
    "t3.R14.C1": 6, "t3.R16.C1": 5, "t3.R25.C1": 5,
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("全年办结的100件申请中，公开（含部分公开）55件，占55%；因本机关不掌握而无法提供24件，占24%。", []),
        (
            "全年办结的100件申请中，公开（含部分公开）55件，占53.9%；因本机关不掌握而无法提供24件，占23.5%。",
            ["占53.9%", "占23.5%"],
        ),
        ("办结的100件申请中，予以公开37件，占37%；无法提供30件，占29.4%；不予公开10件，占10%。", ["占29.4%"]),
        ("办结的100件申请中，无法提供30件，占30%；本机关不掌握24件，占80%。", []),
        ("收到申请102件，予以公开37件，占36.3%；本机关不掌握24件，占23.5%。", []),
    ],
)
def test_shares_among_those_dealt_with_are_of_these(text: str, told: list[str]) -> None:
    assert wrong_quotes(filled("澜南州人民政府", "s3", text, DONE)) == told


FIGURES = {"t3.R01.C1": 78, "t3.R02.C1": 2, "t3.R03.C1": 33, "t3.R04.C1": 10, "t3.R13.C1": 32, "t3.R25.C1": 5}


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("办结的75件中，予以公开33件，占44.0%；部分公开10件，占13.3%；无法提供32件，占40.0%。", True),
        ("办结的75件中，予以公开33件，占44.0%；部分公开10件，占13.3%；无法提供32件，占42.7%。", False),
        ("办结的75件中，予以公开33件，占44.0%；无法提供32件，占应办申请的40.0%。", False),
        ("予以公开33件，占44.0%；无法提供32件，占40.0%。", False),
        ("办结的75件中，予以公开33件、部分公开10件，合计43件，公开率为44%。", True),
        ("办结的75件中，予以公开33件、部分公开10件，合计43件，公开率为57.3%。", False),
        ("办结的75件中，予以公开33件、部分公开10件，合计43件，其中予以公开率44%。", False),
    ],
)
def test_shares_of_those_dealt_with_that_head_their_list(text: str, is_wrong: bool) -> None:
    assert bool(wrong_quotes(filled("石浦市商务局", "s3", text, FIGURES))) == is_wrong
