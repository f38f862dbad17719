"""Whether numbers without names may be told by order: a sheet of all rows must have the columns of the form."""

from __future__ import annotations

from core.base.short_texts import some_of
from core.form.form_definition import FormDefinition, Table
from core.report.entry_text import NOTHING, is_prose, parse_entry
from gui.matrix.column_sums import Numbers, numbers_in
from gui.matrix.pasted_block import PastedBlock
from gui.matrix.printed_order import is_number

_COLUMNS = (
    "粘贴的{}行{}列数字没有列名，本表从这里起有{}列，分不清各是哪一列。"
    "请把行名、列名一起复制，或者只复制要填的数字，一次一列，点好第一格再粘贴。"
)
_LINES = (
    "粘贴的{}行数字没有行名，本表有{}行；倒数第2行像是总计，分不清少了哪一行。"
    "请把行名一起复制，或者分段只复制数字，点好第一格再粘贴。"
)
_HEADS = (
    "没有认出列名{}。请把行名、列名一起复制，名称与本表相同，或者只复制数字，一次一行（或一列），点好第一格再粘贴。"
)
_SHOWN = 4


def doubt_of_order(form: FormDefinition, table: Table, block: PastedBlock, start: str) -> str:
    """Return why the order of numbers does not tell them; "" where it does, or the clerk points to few of them."""
    if strange := _heads(block):
        return _HEADS.format(some_of([f"“{text}”" for text in strange], _SHOWN, "个"))
    items = [item for row in table.grid for item in row if item.code]
    lines = {item.top for item in items}
    filled = {item.top for item in items if item.code in form.entered}
    height, width = len(block.rows), block.width
    if len(lines) < 2 or height < len(filled) or len(table.cells) % len(lines):
        return ""
    first = next(item for item in items if item.code == start)
    rest = [item.code for item in items if item.top == first.top and item.left >= first.left]
    parts = [code for code in rest if code in form.entered]
    if 1 < width < (len(parts) or len(rest)):
        return _COLUMNS.format(height, width, len(rest))
    numbers = numbers_in(block.rows)
    if height == len(filled) < len(lines) and _has_total(numbers):
        return _LINES.format(height, len(lines))
    return ""


def _heads(block: PastedBlock) -> list[str]:
    """Return the words of a first line without numbers, above lines of numbers only."""
    first, rest = block.rows[0], [text for row in block.rows[1:] for text in row if text]
    words = [text for text in first if text]
    if not words or not all(is_prose(parse_entry(text)) and text not in NOTHING for text in words):
        return []
    is_above = any(map(is_number, rest)) and all(is_number(text) or text in NOTHING for text in rest)
    return words if is_above else []


def _has_total(numbers: Numbers) -> bool:
    """Whether the last line but one is the sum of those above it, but for one or two at the top."""
    if not numbers or not any(numbers[-2]):
        return False
    columns = [*zip(*numbers, strict=True)]
    return any(all(column[-2] == sum(column[above:-2]) for column in columns) for above in (1, 2))
