"""Has the places of a workbook follow their printed labels, and tells where these were moved or reworded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from core.base.ooxml import column_letters
from core.base.short_texts import some_of
from core.checks.findings import inner_quotes
from core.draft.workbook.found import CellPlace
from core.draft.workbook.labels import Labelled, Printed, SheetLabels, plain_label, read_labels
from core.draft.workbook.reading import WorkbookReading
from core.visible.units import is_of_one_kind, unit_of_label

_MOVED = "{where}的名称是“{text}”，表样中这一{kind}是“{label}”，可能排序或移动过{kind}；"
READ_BY_LABEL = "内容已按名称读入，请核对。"
"""What the remark about a row or column says that was read by its label, not by its place."""
_PARTLY = "内容按名称读入，其中{count}格的名称对不上，没有读入，请核对后填写。"
_UNREAD = "名称重复或对不上，内容没有读入，请核对后填写。"
_IN_PLACE = "内容仍按原来的位置读入，请核对。"
_STRAY = "“{name}”的格移到了别的名称旁边（{where}），内容按那里的名称算，请核对后填写。"
_REWORDED = "{where}的名称改成了“{text}”，表样是“{label}”，内容仍按原来的位置读入。"
_DOUBT = "工作表“{sheet}”中{moved}，可能排序或移动过行、列；{read}请对照台账逐格核对。"
_READ_SO = "数字和文字已按看到的名称读入，"
_LEFT_OUT = "名称重复或对不上的{count}格没有读入，按未填处理，"
_NAMED, _SHOWN = 3, 30


def follow_labels(
    reading: WorkbookReading, sheets: Iterable[Sequence[Labelled]], names: Mapping[str, str], *, is_own_version: bool
) -> None:
    """Compare the labels of all sheets with those of the form, and have the numbers read by what is printed.

    Args:
        reading: The reading; places that were moved are found elsewhere from now on.
        sheets: The labelled places of each sheet.
        names: What messages call the places, by code.
        is_own_version: Whether this version of the program wrote the workbook, so that its labels are known.
    """
    for places in sheets:
        found = read_labels(reading.finder, places)
        if found is None:
            continue
        reading.units |= found.units
        reading.unitless |= found.unitless
        if is_own_version:
            _remark_reworded(reading, found)
        if not found.source:
            continue
        at = {code: reading.finder.place(code) for code in found.printed}
        reading.finder.moved |= {code: at[source] if source else None for code, source in found.source.items()}
        _tell_moved(reading, found, names)


def _where(printed: Printed) -> str:
    _, row, column = printed.place
    return f"第{row + 1}行" if printed.label.is_row else f"{column_letters(column + 1)}列"


def _remark_reworded(reading: WorkbookReading, found: SheetLabels) -> None:
    """Note labels that are no label of the form; words added to one are no change, unless they stand in brackets."""
    told = set()
    noted = _noted_labels(reading, found)
    for printed in (one for labels in found.printed.values() for one in labels):
        if not printed.text.strip() or printed.place in told:
            continue
        told.add(printed.place)
        has_other_words = plain_label(printed.label.text) not in plain_label(printed.text)
        if printed.place in noted if printed.known else has_other_words:
            text, label = shortened(printed.text), shortened(printed.label.text)
            reading.remark(printed.place, inner_quotes(_REWORDED.format(where=_where(printed), text=text, label=label)))


def _noted_labels(reading: WorkbookReading, found: SheetLabels) -> set[CellPlace]:
    """Return the labels of numbers with a note that the form does not have; a unit is told with the numbers."""
    noted: set[CellPlace] = set()
    units: set[CellPlace] = set()
    cells = reading.form.cells
    for code, printed in ((code, one) for code, labels in found.printed.items() if code in cells for one in labels):
        for note in () if printed.is_moved else printed.new_notes:
            unit = unit_of_label(note)
            is_told = unit and is_of_one_kind(unit, cells[code].unit)
            (units if is_told else noted).add(printed.place)
    return noted - units


def _tell_moved(reading: WorkbookReading, found: SheetLabels, names: Mapping[str, str]) -> None:
    """Tell each label that stands elsewhere, and each cell that was dragged elsewhere alone; doubt them together."""
    used = {source for source in found.source.values() if source}
    beside: dict[CellPlace, list[str]] = {}
    moved: dict[CellPlace, Printed] = {}
    right: set[CellPlace] = set()
    for code, one in ((code, one) for code, labels in found.printed.items() for one in labels):
        beside.setdefault(one.place, []).append(code)
        if one.is_moved:
            moved.setdefault(one.place, one)
        elif one.known:
            right.add(one.place)
    said, first = [], []
    for place, one in moved.items():
        if place not in right:
            codes = [code for code in beside[place] if code in found.source]
            said.append(_tell_label(reading, one, sum(code in used for code in codes), len(codes)))
            first += codes[:1]
    for code, labels in found.printed.items():
        stray = next((one for one in labels if one.is_moved and one.place in right), None)
        if stray is not None and code in found.source:
            name, where = names.get(code, code), _where(stray)
            reading.remark(stray.place, inner_quotes(_STRAY.format(name=name, where=where)))
            said.append(f"“{name}”的格移到了{where}")
            first.append(code)
    left_out = sum(source is None for source in found.source.values())
    outcome = _READ_SO * bool(used) + _LEFT_OUT.format(count=left_out) * bool(left_out)
    reading.doubt(first, _DOUBT.format(sheet=found.title, moved=some_of(said, _NAMED, "处"), read=outcome))


def _tell_label(reading: WorkbookReading, one: Printed, read: int, count: int) -> str:
    """Remark a label that stands elsewhere; return it in words.

    Args:
        reading: The reading.
        one: The label.
        read: At how many places beside it the content is read by it.
        count: At how many places it is not read as the form has it.
    """
    if not count:
        outcome = _IN_PLACE
    elif not read:
        outcome = _UNREAD
    else:
        outcome = READ_BY_LABEL if read == count else _PARTLY.format(count=count - read)
    kind = "行" if one.label.is_row else "列"
    where, text, label = _where(one), shortened(one.text), shortened(one.label.text)
    sentence = _MOVED.format(where=where, text=text, label=label, kind=kind) + outcome
    reading.remark(one.place, inner_quotes(sentence))
    return f"{where}的名称是“{text}”（表样是“{label}”）"


def shortened(text: str) -> str:
    """Return a label as one line, of a long one its beginning."""
    plain = " ".join(text.split())
    return plain if len(plain) <= _SHOWN else plain[:_SHOWN] + "…"
