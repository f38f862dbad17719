"""A sheet with rows of the form beside each other and its columns below each other is read as the form prints it."""

from __future__ import annotations

from dataclasses import replace

from gui.matrix.form_words import FormWords
from gui.matrix.landings import PastePlan
from gui.matrix.pasted_block import PastedBlock
from gui.matrix.printed_order import is_number

_TURNED = "（粘贴的表行、列与本表对调）"


def is_turned(words: FormWords, block: PastedBlock) -> bool:
    """Whether rows of the form stand above the numbers, and none beside them.

    Table 四 prints rows above its numbers too, but columns beside each other below these.
    """
    rows = [[words.row(text) for text in line] for line in block.rows]
    if not any(any(keys) for keys in rows):
        return False
    columns = [[words.column(text) for text in line] for line in block.rows]
    numbers = [
        [j for j, text in enumerate(line) if text and is_number(text) and not keys[j]]
        for line, keys in zip(block.rows, rows, strict=True)
    ]
    if any(found and any(keys[: found[-1]]) for keys, found in zip(rows, numbers, strict=True)):
        return False
    many = [(len({*keys} - {""}), len({*heads} - {""})) for keys, heads in zip(rows, columns, strict=True)]
    if any(heads > 1 and heads >= keys for keys, heads in many):
        return False
    last = max((i for i, (keys, _) in enumerate(many) if keys), default=-1)
    below = [i for i in range(last + 1, len(numbers)) if numbers[i]]
    if last < 0 or not below:
        return False
    beside = {key for i in below for key in columns[i][: numbers[i][0]] if key}
    return any(keys > 1 for keys, _ in many) or len(beside) > 1


def turned(block: PastedBlock) -> PastedBlock:
    """Return a block with its lines as columns."""
    filled = [(*row, *[""] * (block.width - len(row))) for row in block.rows]
    return replace(block, rows=tuple(zip(*filled, strict=True)))


def turned_back(plan: PastePlan) -> PastePlan:
    """Return the plan of a turned block with its cells where they stand in what was pasted."""
    found = (replace(landing, row=landing.column, column=landing.row) for landing in plan.landings)
    where = f"{plan.where}{_TURNED}" if plan.where else ""
    return replace(plan, where=where, landings=tuple(found), told=tuple(map(_turned_sentence, plan.told)))


def _turned_sentence(told: str) -> str:
    """Return what is said of lines and columns left out, where they stand the other way in what was pasted."""
    if not told.startswith(("不是本表的列", "不是本表的行")):
        return told
    swapped = {"行": "列", "列": "行"}
    last = swapped.get(told[-1], told[-1])  # 共4行, and 等5列 where there are many
    return f"不是本表的{swapped[told[5]]}{told[6:-1]}{last}"
