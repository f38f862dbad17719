"""What every paper and screen asks of a printed table: its head, its kinds of labels, where it may be broken.

Word, web page, Excel sheet, print and window all take the answers from here, so that they cannot differ.
"""

from __future__ import annotations

from typing import Literal

from core.base.patterns import pattern
from core.form.form_definition import GridItem, Table

LabelKind = Literal["head", "row", "group"]


NUMBERED = pattern(r"[（(]?[一二三四五六七八九十\d]+[）)、.]")
"""What a numbered label begins with."""

_NUMBER = pattern(r"（[一二三四五六七八九十]+）|[一二三四五六七八九十]+、")
_IN_BRACKETS = pattern(r"（[^）]+）")
_MOST_LINES = 4  # a longer label is a sentence, and is broken wherever a line is full
_OF_A_SENTENCE = "（、，"


def head_rows(table: Table) -> int:
    """Return how many rows head the whole table; 0 where headers stand between the numbers too, as in table 二."""
    later = table.grid[table.header_height :]
    return 0 if any(item.is_header for row in later for item in row) else table.header_height


def label_kind(item: GridItem) -> LabelKind:
    """Return what a label names: the columns below it, its own row, or a group of rows."""
    return "head" if item.is_header else "row" if item.row_key else "group"


def begins_left(item: GridItem) -> bool:
    """Return whether a label begins at the left on paper, as numbered rows do; all others stand in the middle."""
    return label_kind(item) == "row" and NUMBERED.match(item.label) is not None


def may_break_before(table: Table, row: int) -> bool:
    """Return whether a page may end above this row: within no head, block or result group, and no row stands alone."""
    last = len(table.grid) - 1
    if not 0 < row <= last or any(item.is_header for item in table.grid[row - 1]):
        return False
    if not head_rows(table):  # a block goes from one head to the next
        return any(item.is_header for item in table.grid[row])
    groups = _groups(table)
    # The label beside all results flows over the page unless the part before the break has room for it.
    if row == last or (groups and row <= groups[0].top):
        return False
    return not any(group.top < row < group.top + group.height for group in groups)


def _groups(table: Table) -> list[GridItem]:
    """Return the labels of several rows within which no other such label lies: the result groups."""
    tall = [item for row in table.grid[table.header_height :] for item in row if item.height > 1]
    return [
        group
        for group in tall
        if not any(item is not group and group.top <= item.top < group.top + group.height for item in tall)
    ]


def label_lines(label: str, fitting: int) -> list[str]:
    """Divide a label into lines of at most so many characters: 结果／维持, not 结果维／持; （三） stands alone.

    One that fits, and a sentence with brackets or commas, comes back in one line.
    """
    if len(label) <= fitting or len(label) > _MOST_LINES * fitting:
        return [label]
    number = _IN_BRACKETS.match(label)
    if number and len(number[0]) < len(label) <= len(number[0]) + fitting:
        return [number[0], label[number.end() :]]
    if any(sign in label for sign in _OF_A_SENTENCE):
        return [label]
    even = -(-len(label) // -(-len(label) // fitting))
    even += even % 2 and even < fitting  # Chinese words have two characters, mostly
    return [label[at : at + even] for at in range(0, len(label), even)]


def narrow_lines(label: str, fitting: int) -> list[str]:
    """Divide a label as above, and also where its number and two more lines are needed: （三）／不予／公开.

    A label of the same kind with another number is 三、／本年度／办理／结果.
    """
    lines, number = label_lines(label, fitting), _NUMBER.match(label)
    if lines != [label] or not number or not len(number[0]) <= fitting < len(label):
        return lines
    rest = label[number.end() :]
    if number[0].endswith("、") and not any(sign in rest for sign in _OF_A_SENTENCE):
        odd = len(rest) % 2 and (3 if fitting > 2 else 1)  # what is left are words of two characters, mostly
        return [number[0], *filter(None, [rest[:odd]]), *[rest[at : at + 2] for at in range(odd, len(rest), 2)]]
    return [number[0], *label_lines(rest, fitting)]
