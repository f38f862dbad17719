"""Tells what a draft holds otherwise than it shows: formats that draw another figure, hidden rows, columns and sheets.

What is stored is read, since a format or a hidden row may be an accident of copying; who judges is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from core.base.ooxml import column_letters
from core.base.short_texts import some_of
from core.checks.findings import inner_quotes
from core.draft.workbook.codes import CONTROL
from core.draft.workbook.found import CellPlace
from core.draft.workbook.moved_labels import shortened
from core.draft.workbook.reading import WorkbookReading
from core.visible.units import drawn_unit

_MASKED = "这一格的数字格式显示的不是填的数，已按填的{number}读入，请核对，并把格式改为“常规”。"
_DOUBT = "{cells}的数字格式在表格里显示的不是填的数，已按填的读入，请核对。"
_DRAWN = "这一格的数字格式在数的旁边另外显示“{drawn}”，已按填的{number}读入，请核对，并把格式改为“常规”。"
_DRAWN_DOUBT = "{cells}的数字格式在数的旁边另外显示了字，已按填的数、表样的单位读入，请核对。"
_FAINT = "这一格中“{text}”与底色几乎一样，或小得看不见，已照常读入，请核对，不要的请删去。"
_FAINT_DOUBT = "{cells}与底色几乎一样，或小得看不见，已照常读入，请核对。"
_HIDDEN = "工作表“{sheet}”隐藏了{what}，里面有填写的内容，例如“{text}”，已照常读入，请核对。"
_HIDDEN_SHEET = "工作表“{sheet}”是隐藏的，里面有填写的内容，例如“{text}”，已照常读入，请核对。"
_YUAN = ("¥", "￥")
_NAMED, _SHOWN = 3, 20


def remark_unlike_seen(reading: WorkbookReading, codes: Iterable[str], names: Mapping[str, str]) -> None:
    """Tell what of the given codes is not as it is seen; to be called when all of them were read.

    Args:
        reading: The reading.
        codes: Codes of numbers and texts.
        names: What messages call the numbers, by code.
    """
    masked: dict[CellPlace, tuple[str, str]] = {}
    drawn: dict[CellPlace, tuple[str, str]] = {}
    faint: dict[CellPlace, tuple[str, str]] = {}
    sheets: dict[str, None] = {}
    for code, place in _places(reading, codes):
        sheets[place[0]] = None
        cell = reading.finder.book.sheets[place[0]].get(place[1:])
        if cell is not None and cell.faint.strip() not in ("", "0"):
            text = shortened(cell.faint)
            reading.remark(place, inner_quotes(_FAINT.format(text=text)))
            faint[place] = code, f"“{names.get(code, code)}”中的“{text}”"
        if cell is not None and cell.is_masked:
            reading.remark(place, _MASKED.format(number=cell.text))
            masked[place] = code, f"“{names.get(code, code)}”（{cell.text}）"
        elif cell is not None and cell.drawn and not _is_unit(reading, code, cell.drawn):
            reading.remark(place, inner_quotes(_DRAWN.format(number=cell.text, drawn=cell.drawn)))
            drawn[place] = code, f"“{names.get(code, code)}”（{cell.text}，另有“{cell.drawn}”）"
    for found, sentence in ((masked, _DOUBT), (drawn, _DRAWN_DOUBT), (faint, _FAINT_DOUBT)):
        if found:
            said = some_of([words for _, words in found.values()], _NAMED, "格")
            reading.doubt([code for code, _ in found.values()], inner_quotes(sentence.format(cells=said)))
    for title in sheets:
        _remark_hidden(reading, title)


def _places(reading: WorkbookReading, codes: Iterable[str]) -> Iterator[tuple[str, CellPlace]]:
    """Yield the places of codes, those of texts with each further cell."""
    for code in codes:
        first = reading.finder.place(code)
        more = (place for place in reading.text_cells.get(code, ()) if place != first)
        yield from ((code, place) for place in (first, *more) if place is not None)


def _is_unit(reading: WorkbookReading, code: str, drawn: str) -> bool:
    """Whether a format draws a unit; another one than that of the form was refused already."""
    cell = reading.form.cells.get(code.removeprefix(CONTROL))
    return bool(drawn_unit(drawn)) or (cell is not None and cell.unit == "元" and drawn in _YUAN)


def _remark_hidden(reading: WorkbookReading, title: str) -> None:
    """Remark hidden rows and columns of a sheet, or all of it, where something but zeros was filled in."""
    book, keys = reading.finder.book, reading.finder.keys[title]
    if title in book.hidden:
        first = next(_filled(reading, title), None)
        if first is not None:
            reading.remark(None, _HIDDEN_SHEET.format(sheet=title, text=_text(reading, first)))
        return
    rows, columns = book.unseen[title]
    hidden_rows, hidden_columns = rows - {keys.row}, columns - {keys.column}
    found = [at for at in _filled(reading, title) if at[1] in hidden_rows or at[2] in hidden_columns]
    if found:
        what = [f"第{row + 1}行" for row in sorted({at[1] for at in found} & hidden_rows)]
        what += [f"{column_letters(column + 1)}列" for column in sorted({at[2] for at in found} & hidden_columns)]
        text = _text(reading, found[0])
        reading.remark(found[0], _HIDDEN.format(sheet=title, what=some_of(what, _NAMED, "处"), text=text))


def _filled(reading: WorkbookReading, title: str) -> Iterator[CellPlace]:
    """Yield the cells of a sheet that were read, in reading order, without formulas, zeros and blanks."""
    cells = reading.finder.book.sheets[title]
    for row, column in sorted(reading.used.get(title, ())):
        cell = cells.get((row, column))
        if cell is not None and cell.kind != "formula" and cell.text.strip() not in ("", "0"):
            yield title, row, column


def _text(reading: WorkbookReading, place: CellPlace) -> str:
    return " ".join(reading.finder.book.sheets[place[0]][place[1:]].text.split())[:_SHOWN]
