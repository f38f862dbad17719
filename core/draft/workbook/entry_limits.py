"""Has Excel refuse what is no count or amount, with the reason, and paint what came in by pasting."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from core.draft.workbook.sheet_plan import Colour, SheetPlan, Validation, address, areas_of
from core.draft.workbook.text_numbers import by_kind, is_text_number, without_blanks
from core.form.form_definition import Cell

IS_FORMULA = "_xlfn.ISFORMULA"
"""Whether a cell holds a formula: a sheet adds up what it gives, but nobody sees where that comes from."""

_COUNT_HINT = "请填0或正整数；没有的事项填0，不要留空。"
_NOT_THESE = "不要填单位、公式、“/”或“无”。"


def limit_entries(sheet: SheetPlan, cells: Mapping[Cell, tuple[int, int]], hint: str = "") -> None:
    """Limit cells, given with their places, to what belongs there; a hint replaces the usual words."""
    for belongs, places in by_kind(cells.items()).items():
        unit, decimals, is_signed = belongs
        areas = tuple(areas_of(places))
        kind = ("signed_" if is_signed else "") + ("amount" if decimals else "count")
        title, usual, error = _words(unit, decimals=decimals, is_signed=is_signed)
        sheet.validations.append(Validation(areas, kind, title, hint or usual, hint or error))
        first = address(*areas[0][:2])
        sheet.colours.append(Colour(areas, f"={is_text_number(first, belongs)}", "text"))
        condition = "".join(_faults(first, decimals=decimals, is_signed=is_signed))
        sheet.colours.append(Colour(areas, condition, "bad"))
        # A rule of its own: a program that does not know the function passes over this one alone
        sheet.colours.append(Colour(areas, f"={IS_FORMULA}({first})", "bad"))


def _words(unit: str, *, decimals: int, is_signed: bool) -> tuple[str, str, str]:
    """Return title, hint and error text."""
    if not decimals and is_signed:
        hint = "请填整数，减少的填负数，例如-8；没有变化填0，不要留空。"
        return "增减数", hint, f"这一格只能填整数，减少的填负数，例如-8；没有变化填0。{_NOT_THESE}"
    if not decimals:
        return "件数", _COUNT_HINT, f"这一格只能填0或正整数，例如12。没有的事项请填0；{_NOT_THESE}"
    what = "数字，减少的填负数" if is_signed else "0或正数"
    ratio = "1元＝0.0001万元。" if unit == "万元" else ""
    return (
        f"金额（单位：{unit}）",
        f"单位是{unit}，可以填小数；没有的填0。{ratio}",
        f"这一格只能填{what}，单位是{unit}，例如12.5。没有的请填0；{_NOT_THESE}",
    )


def _faults(cell: str, *, decimals: int, is_signed: bool) -> Iterator[str]:
    """Yield the pieces of the condition under which a filled cell holds what does not belong there."""
    yield f'=AND({without_blanks(cell)}<>"",OR(NOT(ISNUMBER({cell}))'
    if not is_signed:
        yield f",{cell}<0"
    if not decimals:
        yield f',ISNUMBER(FIND(".",{cell}))'
    else:
        yield f",ROUND(N({cell}),{decimals})<>N({cell})"
    yield "))"
