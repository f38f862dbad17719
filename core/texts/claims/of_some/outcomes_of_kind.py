"""Leaves out results that make up the number of a kind of applicants before them: 其他主体2件，1件公开，1件撤回.

Together they are what became of these; the tables tell of each kind by itself only in its column.
"""

from __future__ import annotations

from core.checks.rules import CheckContext
from core.form.known_cells import ALL_WAYS
from core.report.entry_text import Number
from core.texts.claims.claim import Found
from core.texts.language.left_alone import OF_SOME
from core.texts.language.role_keys import ONE_KIND
from core.texts.reading.sentence.share_checks import added

_END = "。；！？\n"
_MOST = 6


def outcomes_of_kind_left_out(context: CheckContext, found: Found) -> Found:
    """Do not judge results that stand right behind one kind of applicants and add up to it."""
    wrong = [i for i, (c, _) in enumerate(found) if c.agrees is False and c.rule_id == "N-05" and c.key not in ONE_KIND]
    for i in wrong:
        head = next((j for j in range(i - 1, max(i - _MOST, 0) - 1, -1) if found[j][0].key in ONE_KIND), None)
        if head is not None and i in _run(context, found, head):
            claim, scope = found[i]
            found[i] = claim.left_alone(OF_SOME), scope
    return found


def _run(context: CheckContext, found: Found, head: int) -> range:
    """Return the claims behind a kind that add up to it, two at least; none where they do not."""
    kind, run = found[head][0], 0
    text = context.report.texts[kind.place.text]
    wholes = [added(way, context.numbers) for way in ALL_WAYS]
    if not kind.agrees or not kind.number or kind.is_share or kind.number in wholes:
        return range(0)  # 3件申请全部由自然人提出，公开1件、…: all there are
    end = min((at for at in (text.find(mark, kind.place.end) for mark in _END) if at >= 0), default=len(text))
    for j in range(head + 1, min(head + 1 + _MOST, len(found))):
        part = found[j][0]
        number: Number | None = part.number
        is_part = part.rule_id == "N-05" or part.key == "unknown"
        if part.place.text != kind.place.text or part.place.start >= end or number is None or not is_part:
            break
        run += int(number)
        if run == kind.number and j > head + 1:
            return range(head + 1, j + 1)
    return range(0)
