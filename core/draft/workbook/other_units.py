"""Refuses the numbers beside which a sheet names another unit than the form: 5 万件 is not 5 件."""

from __future__ import annotations

from core.checks.findings import inner_quotes
from core.draft.workbook.found import CellPlace
from core.draft.workbook.raw_workbook import RawCell
from core.draft.workbook.reading import WorkbookReading
from core.report.entry_text import Entry, Refused, clean_text
from core.report.report import parse_cell
from core.visible.units import drawn_unit, is_of_one_kind, is_same_unit

_BESIDE = "这里写的单位是“{unit}”，表样是“{own}”，按它填的数没有读入，请换算成{own}重新填写，并改回单位。"
_DRAWN = (
    "这一格的数字格式显示的单位是“{unit}”，表样是“{own}”，{number}没有读入，请换算成{own}重新填写，并把格式改为“常规”。"
)
_UNSAID = "这里没有写单位，表样是“{own}”，{number}已按{own}读入，请核对，并在名称中补上单位。"
_UNSAID_DOUBT = "“{name}”的名称中没有写单位（表样是“{own}”），填的{number}已按{own}读入，请核对。"
_REASON = "表格里写的单位是{unit}，表样是{own}，请换算成{own}再填"


def entry_in_unit(reading: WorkbookReading, code: str, cell: RawCell, place: CellPlace) -> Entry:
    """Return what a cell holds as a number or refused text; a number in another unit is refused, and this is told.

    Nothing and a zero are the same in each unit, and a unit that is written with the number itself counts alone.
    """
    text = clean_text(cell.text)
    entry = parse_cell(reading.form, code, text)
    if not entry or isinstance(entry, Refused):
        return entry
    own = reading.form.cells[code].unit
    drawn = "" if cell.is_masked else drawn_unit(cell.drawn)  # 53 that is drawn as 5.3万 is doubted, not in 万
    unit, at = (drawn, place) if drawn else _other_unit(reading, place, own)
    number = text.strip()
    if place in reading.unitless and is_of_one_kind(own, "元") and not drawn and not number.endswith(own):
        reading.remark(place, inner_quotes(_UNSAID.format(own=own, number=number)))
        name = reading.form.cells[code].name
        reading.doubt([code], inner_quotes(_UNSAID_DOUBT.format(name=name, own=own, number=number)))
        return entry
    if not unit or is_same_unit(unit, own) or number.endswith(own):
        return entry
    sentence = (_DRAWN if drawn else _BESIDE).format(unit=unit, own=own, number=number)
    if at not in reading.told_units or drawn:
        reading.told_units.add(at)
        reading.remark(at, inner_quotes(sentence))
    return Refused(f"{number}{unit}", "C-04", _REASON.format(unit=unit, own=own))


def _other_unit(reading: WorkbookReading, place: CellPlace, own: str) -> tuple[str, CellPlace]:
    """Return the unit beside a place that is not the one of the form, and where it stands; "" where there is none.

    The nearest one counts whatever it is. Those further off, in the name of a row, an article, a heading above others
    or the title, speak of many places: only an amount is in another unit of amounts, only a count in one of counts.
    """
    named = reading.units.get(place, ())
    further = [one for one in named[1:] if is_of_one_kind(one[0], own)]
    others = [one for one in (*named[:1], *further) if not is_same_unit(one[0], own)]
    return others[0] if others else ("", place)
