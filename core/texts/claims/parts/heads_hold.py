"""Judges the parts of a number that is the table's, though its words are not all known.

依照《条例》规定不予处理13件，其中信访5件、重复申请8件: whatever the words say of those 13, they are as many as all of
不予处理, so that they are all of them, and parts that make them up are the rows of the table.
"""

from __future__ import annotations

from core.texts.claims.claim import Claim, Found

_NOT_KNOWN = "”未识别，不核对）"
_FEWEST, _MANY = 2, 5
"""Fewer than five may be the table's by chance."""
_MOST_PARTS = 8


def heads_hold(found: Found) -> Found:
    """Return the claims, unknown parts of a right head judged where together they are all of it."""
    for i, (claim, _) in enumerate(found):
        if claim.agrees is None and claim.rule_id == "N-05" and claim.meaning.endswith(_NOT_KNOWN):
            head = _head_of(found, i)
            for j in _parts(found, head) if head is not None else ():
                part, scope = found[j]
                if part.agrees is None and not _is_table(part):
                    meaning = part.meaning.partition("（“")[0]
                    found[j] = part._replace(agrees=False, meaning=meaning), scope
    return found


def _head_of(found: Found, i: int) -> int | None:
    """Return which claim before a part is the head that its cells belong to; None for none that is right."""
    cells = found[i][0].cells
    for j in range(i - 1, max(i - _MOST_PARTS, 0) - 1, -1):
        head = found[j][0]
        if head.place.text != found[i][0].place.text:
            return None
        if len(head.cells) > len(cells) and set(cells) < set(head.cells):
            is_right = head.agrees is True and head.rule_id == "N-05" and (head.number or 0) >= _MANY
            return j if is_right else None
    return None


def _parts(found: Found, head: int) -> range:
    """Return the claims that make up a head, one row each; none where they do not."""
    whole, run, cells = found[head][0], 0, set[str]()
    for j in range(head + 1, min(head + 1 + _MOST_PARTS, len(found))):
        part = found[j][0]
        is_known = part.number is not None and bool(part.sums or part.shown)
        is_row = is_known and bool(part.cells) and cells.isdisjoint(part.cells)
        if not is_row or not set(part.cells) < set(whole.cells) or part.place.text != whole.place.text:
            break
        run, cells = run + int(part.number or 0), cells | set(part.cells)
        if run == whole.number and j - head >= _FEWEST:
            return range(head + 1, j + 1)
    return range(0)


def _is_table(claim: Claim) -> bool:
    return claim.number in claim.sums
