"""Sheets of a workbook that are no part of the report in it: 填表说明 behind the sheet that holds all six sections."""

from __future__ import annotations

from collections.abc import Sequence

from core.published.headings import section_of
from core.published.reading_order import is_ours
from core.visible.blocks import Block, VisibleTable

_LEAST_SECTIONS = 5
"""Section titles on a sheet from which it holds the whole report."""


SHEET = "工作表"
"""What the place of a sheet begins with."""


def without_other_sheets(blocks: Sequence[Block]) -> tuple[list[Block], list[tuple[str, str]]]:
    """Return blocks without the sheets that follow the report and hold nothing of it, and these: place and text.

    A cover before it may hold the title.
    """
    kept: list[Block] = []
    others: list[tuple[str, str]] = []
    whole = ""
    for block in blocks:
        if not isinstance(block, VisibleTable) or not block.place.startswith(SHEET):
            kept.append(block)
            continue
        if not whole and _sections(block) >= _LEAST_SECTIONS:
            whole = block.place
        if whole and block.place != whole and not _is_of_report(block):
            texts = [cell.text.replace("\n", " ") for row in block.rows for cell in row.cells if cell.text]
            others.append((block.place, " ".join(texts)))
        else:
            kept.append(block)
    return kept, others


def _sections(table: VisibleTable) -> int:
    titles = (section_of(cell.text) for row in table.rows for cell in row.cells)
    return len({title.key for title in titles if title is not None})


def _is_of_report(table: VisibleTable) -> bool:
    return _sections(table) > 0 or any(is_ours(row) for row in table.rows)
