"""Offices with the numbers of their tables, and which rules find a text on requests wrong beside them."""

from __future__ import annotations

from core.report.entry_text import Number
from tests.core.texts.filled_reports import filled, wrong_claims

Office = tuple[str, dict[str, Number]]

BUREAU: Office = (
    "青梧县自然资源局",
    {
        "t3.R01.C1": 31,
        "t3.R01.C2": 9,
        "t3.R01.C4": 1,
        "t3.R01.C5": 2,
        "t3.R02.C1": 3,
        "t3.R02.C2": 1,
        "t3.R03.C1": 14,
        "t3.R03.C2": 5,
        "t3.R03.C5": 2,
        "t3.R04.C1": 5,
        "t3.R04.C2": 1,
        "t3.R08.C1": 2,
        "t3.R10.C2": 2,
        "t3.R13.C1": 7,
        "t3.R13.C2": 1,
        "t3.R13.C4": 1,
        "t3.R14.C1": 1,
        "t3.R15.C1": 1,
        "t3.R16.C1": 2,
        "t3.R17.C2": 1,
        "t3.R25.C1": 2,
    },
)
DISTRICT: Office = (
    "梅源区人民政府",
    {
        "t3.R01.C1": 286,
        "t3.R01.C2": 57,
        "t3.R01.C3": 3,
        "t3.R01.C4": 4,
        "t3.R01.C5": 12,
        "t3.R01.C6": 6,
        "t3.R02.C1": 21,
        "t3.R02.C2": 5,
        "t3.R03.C1": 290,
        "t3.R03.C2": 60,
        "t3.R03.C3": 3,
        "t3.R03.C4": 4,
        "t3.R03.C5": 12,
        "t3.R03.C6": 6,
        "t3.R25.C1": 17,
        "t3.R25.C2": 2,
    },
)
SCHOOLS: Office = ("长岗县教育体育局", {"t3.R01.C1": 11, "t3.R01.C4": 1, "t3.R03.C1": 11, "t3.R03.C4": 1})
NOTHING: Office = ("石桥镇人民政府", {"t3.R01.C1": 0, "t3.R02.C1": 0, "t3.R25.C1": 0})

SEVENTY_THREE: dict[str, Number] = {
    "t3.R01.C1": 60,
    "t3.R01.C2": 12,
    "t3.R01.C5": 3,
    "t3.R02.C1": 4,
    "t3.R02.C2": 1,
    "t3.R25.C1": 6,
    "t3.R25.C2": 1,
    "t3.R03.C1": 30,
    "t3.R03.C2": 6,
    "t3.R03.C5": 1,
    "t3.R04.C1": 8,
    "t3.R04.C2": 2,
    "t3.R08.C1": 3,
    "t3.R08.C2": 1,
    "t3.R11.C1": 2,
    "t3.R13.C1": 7,
    "t3.R13.C2": 1,
    "t3.R13.C5": 2,
    "t3.R15.C1": 2,
    "t3.R16.C1": 3,
    "t3.R16.C2": 1,
    "t3.R17.C1": 2,
    "t3.R21.C1": 1,
    "t3.R21.C2": 1,
}
"""73 dealt with: 37 granted, 10 in part, 6 denied, 12 unavailable, 6 not processed, 2 otherwise."""


def wrong_rules(office: Office, text: str) -> set[str]:
    unit, cells = office
    return {claim.rule_id for claim in wrong_claims(filled(unit, "s1.request", text, cells))}


def wrong_answers(text: str) -> list[tuple[str, str]]:
    """Return the rules and quotes of what is wrong beside the 73 dealt with."""
    report = filled("青梧县自然资源局", "s1.request", text, SEVENTY_THREE)
    return [(claim.rule_id, claim.quote) for claim in wrong_claims(report)]
