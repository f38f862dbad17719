"""Compares the printed labels of a draft with those of the form: who sorts rows or exchanges headings moves numbers.

Defined names and the key column stay where they are when Excel sorts a part of a table, so that they alone would take
every number for another row. What decides is the label, since it is all that a person sees beside a number:

- A place whose labels are those of another row or column is read as that one, and this is told, to be looked at.
- Where two places claim the same row, the one that stands where it belongs is read; the other one, and a place whose
  labels lead to no row or to several, is not read. What nobody claims stays blank. Nothing is guessed.
- A label that belongs to no other row was only reworded (notes, older versions): its place counts as ever.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from core.draft.workbook.found import CellPlace, Finder
from core.draft.workbook.sheet_plan import SheetPlan, Style, column_key
from core.draft.workbook.workbook_plan import plan_workbook
from core.form.form_definition import FormDefinition
from core.report.report import Report
from core.visible.units import is_of_one_kind, unit_of_label

_UNITS = ("件", "元", "万元")
_LABELS = (Style.LABEL, Style.HEADER)
_NOTE = re.compile(r"(?<=.)[(（][^()（）]*[)）]$")
_NOTES = re.compile(r"[(（][^()（）]*[)）]")
_NUMBER = re.compile(r"^(?:[(（][一二三四五六七八九十\d]+[)）]|[一二三四五六七八九十\d]+[、.．)）])")
_NOT_COMPARED = dict.fromkeys(map(ord, " \"'“”‘’:\u200b\ufeff"))


@dataclass(frozen=True, slots=True)
class Label:
    """A label of the form.

    Attributes:
        at: Row and column in a fresh workbook.
        text: Its words.
        is_row: Whether it names rows rather than columns.
    """

    at: tuple[int, int]
    text: str
    is_row: bool


@dataclass(frozen=True, slots=True)
class Labelled:
    """A place of the form with its labels.

    Attributes:
        at: Row and column in a fresh workbook.
        labels: Those of its row from the left, then those of its column from above.
        unit: What else may name the unit: a label behind it, the title of the sheet, whether or not the form has one
            there.
    """

    code: str
    at: tuple[int, int]
    labels: tuple[Label, ...]
    unit: tuple[Label, ...] = ()

    @property
    def path(self) -> tuple[str, ...]:
        """The words of its labels as they are compared."""
        return tuple(plain_label(label.text) for label in self.labels)

    @property
    def nearest(self) -> tuple[Label, ...]:
        """The labels right beside it, without those of groups."""
        rows = [label for label in self.labels if label.is_row]
        return tuple(rows[-1:] + [label for label in self.labels if not label.is_row][-1:])


@dataclass(frozen=True, slots=True)
class Printed:
    """A label as it stands in a workbook.

    Attributes:
        place: Where it stands.
        label: What the form has there.
        text: What stands there.
        known: The label of the form that this is, as it is compared; "" for none.
    """

    place: CellPlace
    label: Label
    text: str
    known: str

    @property
    def is_moved(self) -> bool:
        """Whether it is the label of another row or column."""
        return bool(self.known) and self.known != plain_label(self.label.text)

    @property
    def new_notes(self) -> list[str]:
        """What stands in brackets in the label, and not in that of the form."""
        own = plain_note(self.label.text)
        return [note for note in _NOTES.findall(self.text) if plain_note(note) not in own]


@dataclass(slots=True)
class SheetLabels:
    """What the labels of one sheet say.

    Attributes:
        printed: The labels as they stand, by code.
        source: The code in whose place each code is read, by code; None where nothing is read. Those read where they
            belong are left out.
        units: The units named beside each place, the nearest first, and where each stands; places beside which none is
            named are left out.
        unitless: Places of amounts beside which the form names a unit and the sheet none.
    """

    title: str
    printed: dict[str, list[Printed]] = field(default_factory=dict)
    source: dict[str, str | None] = field(default_factory=dict)
    units: dict[CellPlace, tuple[tuple[str, CellPlace], ...]] = field(default_factory=dict)
    unitless: set[CellPlace] = field(default_factory=set)


@lru_cache(maxsize=2048)
def plain_label(text: str) -> str:
    """Return the words of a label as they are compared: without spaces, breaks, quotation marks and a note behind."""
    plain = plain_note(text)
    while (shorter := _NOTE.sub("", plain)) != plain:
        plain = shorter
    return plain.rstrip("*。,;")


@lru_cache(maxsize=2048)
def plain_note(text: str) -> str:
    """Return a note, or a label with its notes, as it is compared: without spaces, breaks and quotation marks."""
    return "".join(unicodedata.normalize("NFKC", text).split()).translate(_NOT_COMPARED).casefold()


@lru_cache(maxsize=8)
def labels_of_form(form: FormDefinition) -> tuple[tuple[Labelled, ...], ...]:
    """Return the labelled places of each sheet of a draft."""
    return labels_of(plan_workbook(Report(form.id)))


def labels_of(sheets: Iterable[SheetPlan]) -> tuple[tuple[Labelled, ...], ...]:
    """Return the labelled places of each planned sheet that has any."""
    found = (tuple(_labelled(sheet)) for sheet in sheets)
    return tuple(places for places in found if places)


def _labelled(sheet: SheetPlan) -> Iterable[Labelled]:
    areas = {(top, left): (bottom, right) for top, left, bottom, right in sheet.merges}
    covering: dict[tuple[int, int], tuple[int, int]] = {}
    for (row, column), (value, style) in sheet.cells.items():
        if style in _LABELS and isinstance(value, str):
            bottom, right = areas.get((row, column), (row, column))
            spread = ((r, c) for r in range(row, bottom + 1) for c in range(column, right + 1))
            covering.update(dict.fromkeys(spread, (row, column)))
    for code, (row, column) in sheet.codes.items():
        beside = dict.fromkeys(covering[row, c] for c in range(1, column) if (row, c) in covering)
        over = list(dict.fromkeys(reversed(_heads(covering, row, column))))
        sides = [(at, True) for at in beside] + [(at, False) for at in over]
        if sides:
            labels = tuple(Label(at, str(sheet.cells[at][0]), is_row) for at, is_row in sides)
            yield Labelled(code, (row, column), labels, tuple(_units(sheet, row, column)))


def _units(sheet: SheetPlan, row: int, column: int) -> Iterable[Label]:
    """Yield the label behind a place where it is a unit, and the title of the sheet."""
    behind, style = sheet.cells.get((row, column + 1), ("", None))
    if style is Style.LABEL and behind in _UNITS:
        yield Label((row, column + 1), str(behind), is_row=True)
    title, style = sheet.cells.get((1, 1), ("", None))
    if style is Style.TITLE:
        yield Label((1, 1), str(title), is_row=False)


def _heads(covering: Mapping[tuple[int, int], tuple[int, int]], row: int, column: int) -> list[tuple[int, int]]:
    """Return the labels above a place, from below: the next ones without a gap between."""
    above = row - 1
    while above > 0 and (above, column) not in covering:
        above -= 1
    heads = []
    while (above, column) in covering:
        heads.append(covering[above, column])
        above -= 1
    return heads


def read_labels(finder: Finder, places: Sequence[Labelled]) -> SheetLabels | None:
    """Compare the labels of one sheet with those of the form; None where no label belongs elsewhere."""
    at = {one.code: place for one in places if (place := finder.place(one.code)) is not None}
    if not at:
        return None
    names = known_names(places)
    at_row: dict[int, Counter[int]] = {}
    for one in places:
        if one.code in at:
            at_row.setdefault(one.at[0], Counter())[at[one.code][1]] += 1
    rows = {
        row: found.most_common(1)[0][0] for row, found in at_row.items()
    }  # one cell of it may have been dragged off
    result = SheetLabels(next(iter(at.values()))[0])
    shared: dict[Label, Printed] = {}  # the title is beside all places
    for one in places:
        if one.code in at:
            place = at[one.code]
            result.printed[one.code] = [_printed(finder, one, place, label, rows, names) for label in one.labels]
            more = [shared.get(label) or _printed(finder, one, place, label, rows, names) for label in one.unit]
            shared |= {printed.label: printed for printed in more if not printed.label.is_row}
            units = _units_beside([*result.printed[one.code], *more])
            if units:
                result.units[place] = units
            if _is_amount([_unit_in(label.text) for label in (*one.labels, *one.unit)]) and not _is_amount(
                unit for unit, _ in units
            ):
                result.unitless.add(place)
    if any(printed.is_moved for found in result.printed.values() for printed in found):
        result.source = sources_of(places, result.printed)
    return result


def _units_beside(printed: Sequence[Printed]) -> tuple[tuple[str, CellPlace], ...]:
    """Return the units that are named beside a place, and where: behind it, above it, before it, in the title.

    Args:
        printed: Its labels in the order of the form: those of its row and column, then what else may name the unit.
    """
    named = [(_nearness(one), -i, unit, one.place) for i, one in enumerate(printed) if (unit := _unit_of(one))]
    return tuple((unit, place) for *_, unit, place in sorted(named))


def _unit_of(printed: Printed) -> str:
    return plain_label(printed.text) if printed.label.text in _UNITS else unit_of_label(printed.text)


def _unit_in(label: str) -> str:
    return label if label in _UNITS else unit_of_label(label)


def _is_amount(units: Iterable[str]) -> bool:
    return any(unit and is_of_one_kind(unit, "元") for unit in units)


def _nearness(printed: Printed) -> int:
    label = printed.label
    if label.text in _UNITS:
        return 0
    return 3 if label.at[0] == 1 else 2 if label.is_row else 1


def known_names(places: Iterable[Labelled]) -> dict[tuple[bool, str], str]:
    """Return each label of a sheet by what it may be written as: with its number, and without where that is clear."""
    known = {(label.is_row, plain_label(label.text)) for one in places for label in one.labels}
    short: dict[tuple[bool, str], set[str]] = {}
    for is_row, text in known:
        short.setdefault((is_row, _NUMBER.sub("", text)), set()).add(text)
    names = {key: next(iter(texts)) for key, texts in short.items() if len(texts) == 1 and len(key[1]) > 1}
    return names | {(is_row, text): text for is_row, text in known}


def _printed(
    finder: Finder,
    one: Labelled,
    place: CellPlace,
    label: Label,
    rows: Mapping[int, int],
    names: Mapping[tuple[bool, str], str],
) -> Printed:
    """Return what stands where the label of a place belongs, however rows and columns were moved."""
    sheet, row, column = place
    keys = finder.keys[sheet]
    if label.at[0] != one.at[0]:
        usual = keys.rows.get(f"r{label.at[0]}", row - one.at[0] + label.at[0])
        row = rows.get(label.at[0], usual) if label.is_row else usual
    if label.at[1] != one.at[1]:
        column = keys.columns.get(column_key(label.at[1]), column - one.at[1] + label.at[1])
    cell = finder.book.sheets[sheet].get((row, column))
    text = cell.text if cell is not None else ""
    known = names.get((label.is_row, plain_label(text)), "") if text.strip() else ""
    return Printed((sheet, row, column), label, text, known)


def sources_of(places: Sequence[Labelled], printed: Mapping[str, Sequence[Printed]]) -> dict[str, str | None]:
    """Return the code in whose place each code is read, for those that are not read where they belong."""
    full: dict[tuple[str, ...], list[str]] = {}
    near: dict[tuple[tuple[bool, str], ...], list[str]] = {}
    for one in places:
        full.setdefault(one.path, []).append(one.code)
        near.setdefault(tuple((label.is_row, plain_label(label.text)) for label in one.nearest), []).append(one.code)
    claims: dict[str, list[str]] = {}
    weak: set[str] = set()
    for one in places:
        if one.code not in printed:
            continue
        said = {p.label: p.known or plain_label(p.label.text) for p in printed[one.code]}
        if not any(p.is_moved for p in printed[one.code]):
            claimed = [one.code]
            weak |= {one.code} if any(not p.known for p in printed[one.code]) else set()
        else:
            claimed = full.get(tuple(said.values()), []) or near.get(
                tuple((label.is_row, said[label]) for label in one.nearest), []
            )
        if len(claimed) == 1:
            claims.setdefault(claimed[0], []).append(one.code)
    source: dict[str, str | None] = {}
    for one in places:
        claimers = claims.get(one.code, [])
        others = [code for code in claimers if code != one.code]
        is_own = one.code in claimers and not (others and one.code in weak)
        if not is_own and one.code in printed:
            source[one.code] = others[0] if len(others) == 1 else None
        elif not is_own and len(others) == 1:  # its own place is lost
            source[one.code] = others[0]
    return source
