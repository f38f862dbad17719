"""Lines of the same name, each with numbers, of which no year tells which is meant: nothing is filled in for them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from core.base.short_texts import some_of
from gui.matrix.landings import LABEL, LOST, Landing
from gui.matrix.pasted_block import PastedBlock
from gui.matrix.printed_order import is_number
from gui.matrix.year_told import numbered, only_of_year

_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Doubled:
    """What is left without the lines of the same name.

    Attributes:
        landings: Where each cell goes, those of such lines nowhere.
        told: What is said of them, without the mark at its end; "" where there are none.
    """

    landings: tuple[Landing, ...]
    told: str = ""


def without_doubled(
    block: PastedBlock,
    names: Sequence[tuple[str, int]],
    found: Sequence[Landing],
    places: Sequence[int],
    year: int | None,
    line: str,
) -> Doubled:
    """Return the landings without those of lines that share their name with another one that has other numbers.

    Args:
        block: The lines that are not known to be of other years.
        names: The row of the form that each of its lines names, and where; "" and -1 for none.
        found: Where its cells go. Lines left out are not among them.
        places: Which line of what was pasted each of them is; none where all are here.
        year: The year of the report; None where it is not filled in.
        line: What a line is called: 列 where the block was turned.
    """
    numbers: dict[int, list[int]] = {}
    for one in found:
        if one.text and one.kind != LABEL and one.column > names[one.row][1] and is_number(one.text):
            numbers.setdefault(one.row, []).append(one.column)
    groups = _groups(block, names, numbers)
    taken = {one.column for one in found if one.code}
    several = {key: lines for key, lines in groups.items() if len(lines) > 1 and _differ(block, names, lines, taken)}
    filled = {one.row for one in found if one.code and one.text}
    if not any(filled & {*lines} for lines in several.values()):
        return Doubled(tuple(found))
    gone = {i: len(lines) for lines in several.values() for i in lines}
    left = tuple(_nowhere(one, gone[one.row], year, line) if one.row in gone else one for one in found)
    texts = {key: block.rows[lines[0]][names[lines[0]][1]] for key, lines in several.items()}
    said = [
        f"{numbered([places[i] if places else i for i in lines], line)}都是“{texts[key]}”"
        for key, lines in several.items()
    ]
    which = f"{year}年" if year else "本年"
    told = f"{some_of(said, _SHOWN, '项', between='，')}，分不清哪一{line}是{which}的，没有填入。"
    return Doubled(left, f"{told}{only_of_year(year, line)}".removesuffix("。"))


def _groups(
    block: PastedBlock, names: Sequence[tuple[str, int]], numbers: Mapping[int, Sequence[int]]
) -> dict[str, list[int]]:
    """Return the lines with numbers of each row of the form; a line without a name is of the row above it."""
    groups: dict[str, list[int]] = {}
    name, at, beside = "", -1, set[int]()
    for i, row in enumerate(block.rows):
        first = min(numbers.get(i, ()), default=len(row))
        filled = {j for j, text in enumerate(row[:first]) if text}
        if names[i][0]:
            name, at = names[i] if i in numbers else ("", -1)
            beside = {j for j in filled if j > at}
        elif not any(row):
            continue
        elif not filled <= beside:
            name = ""
        if name and i in numbers:
            groups.setdefault(name, []).append(i)
    return groups


def _differ(block: PastedBlock, names: Sequence[tuple[str, int]], lines: Sequence[int], taken: Collection[int]) -> bool:
    """Whether some lines have other numbers than the others; the same ones again are the same row copied twice.

    What stands in columns that are taken counts whatever it is; elsewhere, as in remarks, only numbers do.
    """
    at = max(names[i][1] for i in lines)
    texts = ({j: text for j, text in enumerate(block.rows[i]) if j > at and text} for i in lines)
    return len({tuple((j, text) for j, text in its.items() if j in taken or is_number(text)) for its in texts}) > 1


def _nowhere(landing: Landing, count: int, year: int | None, line: str) -> Landing:
    if not (landing.code or landing.kind == LOST):
        return landing
    why = f"这一项有{count}{line}，分不清哪一{line}是{f'{year}年' if year else '本年'}的"
    return replace(landing, code="", kind=LOST, why=why)
