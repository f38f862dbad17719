"""What the buttons below the unread rows of a register do with the selected ones, in words."""

from __future__ import annotations

from collections.abc import Sequence

from core.office.register.rows import UnreadRow
from core.office.register.vocabulary import OPEN, vocabulary

LEAVE_OUT, COUNT, CARRY_ON, OUTCOMES = "选中的不计入…", "照样计入", "结转下年", "选办理结果…"
APART, KINDS, AGAIN = "重复的分别计", "选申请人类别…", "重新读取台账"
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
    """Return a sentence about each button that decides the selected rows; "" where none is selected."""
    said = [f"不计的点“{LEAVE_OUT.rstrip('…')}”"] if rows else []
    if any(row.is_double for row in rows):
        said.append(f"各是一件的点“{APART}”")
    if any(row.may_count for row in rows):
        counts_as = _counts_as(rows)
        where = "、".join(f"“{label}”" for label in counts_as) or "所选的办理结果"
        whose = "只是1件的" if all(row.is_of_several for row in rows if row.may_count) else "要计的"
        said.append(f"{whose}点“{COUNT}”，计入{where}")
    if any(row.may_be_open for row in rows):
        said.append(f"还没有办结的点“{CARRY_ON}”，计入“{vocabulary().carried_out}”")
    if any(row.lacks_outcome for row in rows):
        whose = "结果写错的" if all(row.is_marked for row in rows if row.lacks_outcome) else "已经办结的"
        said.append(f"{whose}点“{OUTCOMES.rstrip('…')}”")
    if any(row.lacks_kind for row in rows):
        said.append(f"类别不认识的点“{KINDS.rstrip('…')}”")
    if any(row.is_for_the_register for row in rows):
        said.append(f"写漏、写错的在台账中改正、保存后点“{AGAIN}”")
    return f"{'；'.join(said)}。" if said else ""


def _counts_as(rows: Sequence[UnreadRow]) -> list[str]:
    """Return the rows of table 三 that the rows count in, each once."""
    named = (vocabulary().row_named(row.counts_as) for row in rows if row.may_count)
    return [*dict.fromkeys(filter(None, named))]
