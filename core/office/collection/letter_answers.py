"""What became of a letter: mended, still open, new; of blanks cell by cell, since one item names all of a table."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from core.base.short_texts import some_of
from core.form.form_definition import FormDefinition
from core.form.form_reader import load_form
from core.form.formats import all_formats
from core.office.collection import numbers_in_words
from core.office.collection.cell_places import place_of
from core.office.collection.decisions import ItemKey, item_key
from core.office.collection.desk import UnitResult
from core.office.collection.letter_items import LetterItem, part_of
from core.office.collection.state import UnitRounds
from core.published.number_cells import is_in_words

_MOST_NAMED = 12
_NUMBER = re.compile(r"\d[\d.,]*")


@dataclass(frozen=True, slots=True)
class PartlyFilled:
    """Blanks of a table that a letter told, and that are other ones now, though not all of them are filled.

    Attributes:
        item: What is found now.
        told: Codes of the cells that were blank when the letter went out.
    """

    item: LetterItem
    told: tuple[str, ...]

    @property
    def filled(self) -> list[str]:
        """Codes of the cells that the letter told and that are blank no more."""
        return [code for code in self.told if code not in self.item.blanks]

    @property
    def left(self) -> list[str]:
        """Codes of the cells that the letter told and that are still blank."""
        return [code for code in self.told if code in self.item.blanks]

    @property
    def added(self) -> list[str]:
        """Codes of the cells that are blank now and were not then."""
        return [code for code in self.item.blanks if code not in self.told]

    @property
    def added_in_words(self) -> str:
        """What follows the count of those that are left: how many came to them; "" for none."""
        return f"，另有{len(self.added)}格新空白" if self.added else ""


@dataclass(frozen=True, slots=True)
class Answered:
    """What the files that came after a letter made of it.

    Attributes:
        mended: What the letter said and is no longer found.
        open: What it said and is still found.
        changed: What is found by the same rule at the same place, where something else stands now: no more mended.
        partly: Blanks that it told and of which some are left.
        new: What is found and it did not say.
        own: What the office had added in its own words, which nothing but reading shows to be mended.
    """

    mended: tuple[LetterItem, ...] = ()
    open: tuple[LetterItem, ...] = ()
    changed: tuple[LetterItem, ...] = ()
    partly: tuple[PartlyFilled, ...] = ()
    new: tuple[LetterItem, ...] = ()
    own: tuple[LetterItem, ...] = ()

    @property
    def in_words(self) -> str:
        """How many of each there are; blanks that came to a table with others are something new."""
        still = len(self.open) + len(self.changed) + len(self.partly)
        new = len(self.new) + sum(bool(part.added) for part in self.partly)
        return f"已改{len(self.mended)}处，未改{still}处，新发现{new}处"


def answered(unit: UnitResult, rounds: UnitRounds, struck: Collection[ItemKey] = ()) -> Answered | None:
    """Return what became of the last letter; None while it is not answered by another file.

    What the office struck was seen before: it is nothing new.
    """
    if not rounds.items or rounds.files == unit.digests or not unit.files:
        return None
    own = tuple(item for item in rounds.items if not item.rule_id)
    told = {item_key(item): item for item in rounds.items if item.rule_id}
    now = {key: item for item in unit.items if (key := item_key(item)) in told or key not in struck}
    again = found_again(list(told.values()), list(now.values()))
    same = [key for key, former in again.items() if is_same(former, now[key])]
    others = [key for key in again if key not in same]
    gone = [item for key, item in told.items() if key not in map(item_key, again.values())]
    cleared = emptied(gone, list(now.values()))
    return Answered(
        tuple(item for item in gone if item not in cleared),
        (*(now[key] for key in same), *cleared),
        tuple(now[key] for key in others if not again[key].blanks),
        tuple(PartlyFilled(now[key], again[key].blanks) for key in others if again[key].blanks),
        tuple(item for key, item in now.items() if key not in again),
        own,
    )


def found_again(told: Sequence[LetterItem], now: Sequence[LetterItem]) -> Mapping[ItemKey, LetterItem]:
    """Return what a letter told already of the items that are found now, by their keys.

    It is the item itself, or another one of its rule and place: another number there does not mend what is wrong. Of
    blanks it is the item that told one of those that are left, however many were filled. Nor is a wrong number mended
    by taking it out.
    """
    waiting = {item_key(item): item for item in told}
    again = {key: waiting.pop(key) for key in dict.fromkeys(map(item_key, now)) if key in waiting}
    for item in now:
        former = next((old for old in waiting.values() if _is_about_the_same(old, item)), None)
        if item_key(item) not in again and former is not None:
            again[item_key(item)] = waiting.pop(item_key(former))
    merged = next((old for old in told if old.place == numbers_in_words.PLACE), None)
    if merged is not None:  # too few are left to be told as one
        again = {**again, **{item_key(i): merged for i in now if item_key(i) not in again and _is_in_words(merged, i)}}
        waiting = {key: old for key, old in waiting.items() if old not in again.values()}
    for former in list(waiting.values()):
        found = next((i for i in now if item_key(i) not in again and emptied([former], [i])), None)
        if found is not None:
            again[item_key(found)] = waiting.pop(item_key(former))
    return again


def emptied(told: Iterable[LetterItem], now: Iterable[LetterItem]) -> list[LetterItem]:
    """Return items about one cell which is blank now."""
    blank = {_place(code) for item in now for code in item.blanks}
    return [item for item in told if not item.blanks and (item.part, item.place) in blank]


def is_same(former: LetterItem, item: LetterItem) -> bool:
    """Whether nothing was changed since; of a text that is compared with a cell the sentence tells what that holds."""
    if item_key(former) != item_key(item) or set(former.blanks) != set(item.blanks):
        return False
    return bool(item.blanks) or _NUMBER.findall(former.check) == _NUMBER.findall(item.check)


def _is_about_the_same(former: LetterItem, item: LetterItem) -> bool:
    if former.rule_id != item.rule_id:
        return False
    if item.blanks and not former.blanks:  # kept by a program that did not keep the cells
        return former.part == item.part
    return former.place == item.place or not set(former.blanks).isdisjoint(item.blanks)


def _is_in_words(merged: LetterItem, item: LetterItem) -> bool:
    """Whether an item is about one of the numbers in Chinese characters that a letter told as one."""
    return item.rule_id == merged.rule_id and is_in_words(item.written.rpartition("：")[2])


def cells_in_words(codes: Sequence[str]) -> str:
    """Return cells by name, the first of them where there are many."""
    return some_of([_name(code) for code in codes], _MOST_NAMED, "格")


def _name(code: str) -> str:
    form = _form_of(code)
    return form.cells[code].name if form else code


def _place(code: str) -> tuple[str, str]:
    """Return part and place by which a letter names a cell."""
    form = _form_of(code)
    return (part_of(form, [code], ()), place_of(form, code)) if form else ("", "")


def _form_of(code: str) -> FormDefinition | None:
    """Return the newest format that has a cell: a letter may be about an older one."""
    forms = (load_form(known.id) for known in all_formats())
    return next((form for form in forms if code in form.cells), None)
