"""Reads what a sentence says is left of the kind of applicants that the one before tells of.

企业申请10件，办结9件。还有1件结转下年: of the firms', whatever others are carried over too.
"""

from __future__ import annotations

from core.base.patterns import pattern
from core.checks.rules import CheckContext
from core.form.known_cells import CARRIED_OUT, CARRIED_OUT_ROW, OF_ALL_KINDS
from core.texts.claims.claim import Found
from core.texts.language.role_keys import ONE_KIND

_REST = pattern("(?:还|尚|仍|另|剩下|剩余|余下|其余|余)有?的?\\d")
_MARKS = "。！？\n"
_LEAST = 2
"""A kind and what became of its applications."""


def left_of_kind(context: CheckContext, found: Found) -> Found:
    """Compare what is carried over at the head of a sentence with the column of the sentence before it."""
    for i, (claim, scope) in enumerate(found):
        if claim.agrees is not False or claim.cells != (CARRIED_OUT,) or i < _LEAST:
            continue
        cell = f"{CARRIED_OUT_ROW}{_column_before(context, found, i)}"
        left = context.numbers.get(cell)
        if left is not None and left == claim.number:
            found[i] = claim._replace(cells=(cell,), sums=(left,), agrees=True), scope
    return found


def _column_before(context: CheckContext, found: Found, i: int) -> str:
    """Return the only column that all numbers of the sentence before are right in: ".C2"; "" for none."""
    claim = found[i][0]
    text = context.report.texts[claim.place.text]
    begin = max(text.rfind(mark, 0, claim.place.start) for mark in _MARKS)
    if begin < 0 or not _REST.match(text[begin + 1 :].lstrip()):
        return ""
    above = max(text.rfind(mark, 0, begin) for mark in _MARKS)
    told = [c for c, _ in found[:i] if c.place.text == claim.place.text and above < c.place.start < begin]
    columns = {cell[-3:] for c in told if c.agrees is True for cell in c.cells[:1]} - {OF_ALL_KINDS}
    is_one = len(told) >= _LEAST and told[0].key in ONE_KIND and len(columns) == 1
    return columns.pop() if is_one and not any(c.agrees is False for c in told) else ""
