"""Offices with the numbers of their tables, and which rules find a text on requests wrong beside them."""

from __future__ import annotations

from collections.abc import Mapping

from core.report.entry_text import Number
from tests.core.texts.filled_reports import filled, findings_of, wrong_claims

_ON_NUMBERS = ("N-01", "N-02", "N-03", "N-04", "N-05", "N-06", "N-07", "N-24")
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

# fmt: off
FORTY_NEW: dict[str, Number] = {
    "t3.R01.C1": 30, "t3.R01.C2": 6, "t3.R01.C5": 3, "t3.R01.C6": 1, "t3.R02.C1": 2, "t3.R02.C2": 1, "t3.R03.C1": 10,
    "t3.R03.C2": 2, "t3.R04.C1": 4, "t3.R04.C2": 1, "t3.R08.C1": 2, "t3.R09.C1": 1, "t3.R11.C1": 3, "t3.R11.C2": 1,
    "t3.R12.C1": 2, "t3.R13.C1": 4, "t3.R13.C5": 1, "t3.R14.C1": 2, "t3.R15.C2": 1, "t3.R16.C1": 1, "t3.R17.C1": 1,
    "t3.R21.C2": 1, "t3.R21.C5": 1, "t3.R23.C6": 1, "t3.R25.C1": 2, "t3.R25.C2": 1, "t3.R25.C5": 1,
    "t2.licensing.decisions": 87, "t2.penalty.decisions": 168, "t2.coercion.decisions": 9, "t2.fees.amount": 433,
    "t4.review.upheld": 3, "t4.review.corrected": 1, "t4.review.pending": 1, "t4.review.total": 5,
    "t4.direct.upheld": 1, "t4.direct.total": 1, "t4.after_review.pending": 1, "t4.after_review.total": 1,
}
# fmt: on
"""40 new ones and 3 old ones: 12 granted, 5 in part, 9 denied, 8 unavailable, 2 not processed, 3 otherwise, 4 left."""
NONE_LEFT: dict[str, Number] = {
    **FORTY_NEW,
    "t3.R03.C1": 12, "t3.R03.C2": 3, "t3.R03.C5": 1, "t3.R25.C1": 0, "t3.R25.C2": 0, "t3.R25.C5": 0,
}  # fmt: skip
"""The same, all 43 dealt with."""


def wrong_rules(office: Office, text: str) -> set[str]:
    unit, cells = office
    return {claim.rule_id for claim in wrong_claims(filled(unit, "s1.request", text, cells))}


def wrong_answers(text: str) -> list[tuple[str, str]]:
    """Return the rules and quotes of what is wrong beside the 73 dealt with."""
    report = filled("青梧县自然资源局", "s1.request", text, SEVENTY_THREE)
    return [(claim.rule_id, claim.quote) for claim in wrong_claims(report)]


def told_of(unit: str, code: str, text: str, cells: Mapping[str, Number]) -> list[str]:
    """Return what the rules on numbers say of a text."""
    return [finding.message for finding in findings_of(filled(unit, code, text, cells), *_ON_NUMBERS)]
