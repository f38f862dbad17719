"""What the buttons below the unread rows of a register do with the selected ones, in words."""

from __future__ import annotations

from collections.abc import Sequence

from core.office.register.rows import UnreadRow
from core.office.register.vocabulary import OPEN, vocabulary

LEAVE_OUT, COUNT, CARRY_ON, OUTCOMES = "选中的不计入…", "照样计入", "结转下年", "选办理结果…"
_LONGEST = 12


def count_words(rows: Sequence[UnreadRow]) -> str:
    """Return what the button says that counts rows all the same: as what, where they count as the same."""
    counts_as = _counts_as(rows)
    if len(counts_as) != 1:
        return COUNT
    key = next(row.counts_as for row in rows if row.may_count and row.counts_as)
    label = CARRY_ON if key == OPEN else vocabulary().outcome_labels[key].partition("（")[0]
    return f"{COUNT}“{label if len(label) <= _LONGEST else label[: _LONGEST - 1] + '…'}”"


def ways_said(rows: Sequence[UnreadRow]) -> str:
    """Return a sentence about each button that decides the selected rows; "" where only the register can be mended."""
    said = []
    if any(row.may_count for row in rows):
        counts_as = _counts_as(rows)
        where = "、".join(f"“{label}”" for label in counts_as) or "所选的办理结果"
        said.append(f"要计的点“{COUNT}”，计入{where}")
    if any(row.may_be_open for row in rows):
        said.append(f"还没有办结的点“{CARRY_ON}”，计入“{vocabulary().carried_out}”")
    if any(row.is_marked and row.lacks_outcome for row in rows):
        said.append(f"结果写错的点“{OUTCOMES.rstrip('…')}”")
    if any(row.is_marked for row in rows):
        said.insert(0, f"不计的点“{LEAVE_OUT.rstrip('…')}”")
    return f"{'；'.join(said)}。" if said else ""


def _counts_as(rows: Sequence[UnreadRow]) -> list[str]:
    """Return the rows of table 三 that the rows count in, each once."""
    named = (vocabulary().row_named(row.counts_as) for row in rows if row.may_count)
    return [*dict.fromkeys(filter(None, named))]
