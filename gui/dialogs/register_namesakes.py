"""Asks whether what is decided of a row holds for all rows that name the same unit: once a name, not once a row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from core.base.short_texts import some_of
from core.office.register.rows import UnreadRow
from gui import dialogs

ONLY, RETURN = "只处理选中的", "返回"


def with_namesakes(
    parent: QWidget, rows: Sequence[UnreadRow], waiting: Sequence[UnreadRow], does: str
) -> Sequence[UnreadRow]:
    """Return the rows with those that wait only because they name the same units; none where the clerk went back.

    Args:
        parent: Where it is asked.
        rows: The rows that are decided on.
        waiting: All rows that are unread.
        does: What becomes of them, as the button says it.
    """
    units = list(dict.fromkeys(row.unit for row in rows if row.unit))
    chosen = {row.key for row in rows}
    more = [row for row in waiting if row.unit in units and row.waits_for_its_unit and row.key not in chosen]
    if not more:
        return rows
    named = some_of([f"“{unit}”" for unit in units], 3, "个")
    text = f"写{named}的还有{len(more)}行，也{does}吗？"
    both = f"{len(rows) + len(more)}行都{does}"
    listed = f"登记号：{some_of([row.key.number or f'第{row.key.row}行' for row in more], 8, '件')}。"
    # Return decides no more than what is selected: one key after the other takes nothing over
    answer = dialogs.choose(parent, "导入台账：单位", text, listed, (ONLY, both, RETURN))
    return () if answer == RETURN else [*rows, *more] if answer == both else rows
