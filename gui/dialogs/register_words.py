"""Asks what unread rows count as: row by row, or once for all rows in which the same word stands."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from core.office.register.rows import UnreadRow
from core.office.register.vocabulary import KIND, OPEN, kind_word, outcome_word, vocabulary
from core.office.register.work import RegisterWork
from gui import dialogs
from gui.dialogs.register_mapping import LATER

TAKE, RETURN = "采用", "取消"
_LONGEST = 12


def decided_by_choice(
    parent: QWidget, work: RegisterWork, rows: Sequence[UnreadRow], waiting: Sequence[UnreadRow], field: str
) -> RegisterWork | None:
    """Return a register with what was chosen of rows; None where nothing was.

    Args:
        parent: Where it is asked.
        work: The register.
        rows: The rows that are selected.
        waiting: All rows that are unread.
        field: 申请人类别 or 办理结果.
    """
    if not rows:
        return None
    words = vocabulary()
    labels = words.kind_labels if field == KIND else {**words.outcome_choices, OPEN: f"{OPEN}，{words.carried_out}"}
    alike = _with_the_word(rows, waiting, field)
    text, every = f"选中的{len(rows)}行的{field}是哪一种？", ""
    if len(alike) > len(rows):
        word = " ".join(_word(rows[0], field).split())
        whose = f"写“{word if len(word) <= _LONGEST else word[: _LONGEST - 1] + '…'}”的{len(alike)}行"
        every = f"{whose}都采用"
        text += f"也可以让{whose}都这样计，下次导入照用。"
    answers = [answer for answer in (TAKE, every, RETURN) if answer]
    answer, at = dialogs.choose_with_list(parent, field, text, list(labels.values()), answers, LATER)
    if at < 0 or answer == RETURN:
        return None
    target = list(labels)[at]
    if answer == every:
        for word in dict.fromkeys(_word(row, field) for row in alike):
            work = work.said_of_word(field, word, target)
        return work
    targets = {row.key: target for row in rows}
    return work.set_kinds(targets) if field == KIND else work.set_outcomes(targets)


def _with_the_word(rows: Sequence[UnreadRow], waiting: Sequence[UnreadRow], field: str) -> list[UnreadRow]:
    """Return all unread rows with the word that stands in the selected ones; none where that is not one word."""
    compared = kind_word if field == KIND else outcome_word
    words = {compared(_word(row, field)) for row in rows}
    if len(words) != 1 or not all(_word(row, field) for row in rows):
        return []
    return [row for row in waiting if _word(row, field) and compared(_word(row, field)) in words]


def _word(row: UnreadRow, field: str) -> str:
    return row.kind if field == KIND else row.outcome
