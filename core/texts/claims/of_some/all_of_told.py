"""Leaves out that all of so many were dealt with, where these are some that were told before: 这29件均已答复.

县政府本级新收29件。这29件均已答复 says nothing of what was carried over elsewhere, if 29 are not all of the table.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from core.base.patterns import last_of, pattern
from core.checks.rules import CheckContext
from core.form.known_cells import ALL_WAYS
from core.report.entry_text import Number
from core.texts.claims.claim import Claim, Found
from core.texts.language.left_alone import OF_SOME
from core.texts.reading.sentence.share_checks import added

_THESE = pattern(
    "(?<![^，。；：、\\n])(?:对于?|以上|上述|前述|这|该|其中|的)*(?P<n>\\d+)[件宗份](?:政府信息公开|公开)?的?(?:申请|办件)?[，、]?"
    "(?=[^，。；：\\d]{0,8}(?:均|都|全部|全都|一律))"
)
_SENTENCE = "。！？\n；"


def all_of_told_left_out(context: CheckContext, found: Found) -> Found:
    """Do not judge that all of so many were dealt with, or how many these are, where not all were told of before."""
    for i, (claim, scope) in enumerate(found):
        if claim.agrees is not False or claim.rule_id != "N-04" or claim.is_share:
            continue
        text = context.report.texts[claim.place.text]
        start = last_of(_SENTENCE, text, 0, claim.place.start) + 1
        these = [m for m in _THESE.finditer(text, start) if m.start() <= claim.place.start]
        before = [one for one in found[:i] if one[0].place.text == claim.place.text and one[0].place.end <= start]
        if these and _is_some(context.numbers, before, int(these[-1]["n"])):
            found[i] = claim.left_alone(OF_SOME), scope
    return found


def _is_some(numbers: Mapping[str, Number], before: Sequence[tuple[Claim, str]], number: int) -> bool:
    """Whether a number was told before of what is not all, or of one office, and is no sum of all in the table."""
    told = next((one for one in reversed(before) if one[0].number == number), None)
    if told is None or number in [added(way, numbers) for way in ALL_WAYS]:
        return False
    claim, scope = told
    return claim.agrees is None or (claim.agrees is False and bool(scope) and number < max(claim.sums, default=0))
