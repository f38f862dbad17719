"""Looks of cells that leave what stands there unseen: the colour of what lies behind, or a size that nobody reads."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree
from openpyxl import Workbook
from openpyxl.styles.colors import Color
from openpyxl.styles.fills import PatternFill

from core.visible.contrast import WHITE, Colour, colour_of, is_faint

SMALLEST = 2.0
"""Points up to which nobody sees a sign, or what stands in a row of this height."""
_NARROWEST = 0.5
"""Widths of a sign up to which nobody sees what stands in a column."""
_INDEXED: dict[int, Colour] = {1: WHITE, 9: WHITE, 65: WHITE, 0: (0, 0, 0), 8: (0, 0, 0), 64: (0, 0, 0)}


def unseen_styles(workbook: Workbook) -> set[int]:
    """Return the styles of cells that leave what stands there unseen, or not seen by everybody."""
    fonts, fills = workbook._fonts, workbook._fills  # type: ignore[attr-defined]  # noqa: SLF001
    looks = [(_colour(font.color), font.sz is not None and float(font.sz) <= SMALLEST) for font in fonts]
    if not any(small or colour is not None for colour, small in looks):
        return set()
    behind = [_behind(fill) for fill in fills]
    found = set()
    for number, style in enumerate(workbook._cell_styles):  # type: ignore[attr-defined]  # noqa: SLF001
        (colour, small), ground = looks[style.fontId], behind[style.fillId]
        if small or (colour is not None and ground is not None and is_faint(colour, ground)):
            found.add(number)
    return found


def unseen_runs(item: etree._Element) -> str:
    """Return the runs of a string item that are unseen on white paper; what is struck out is not read anyway."""
    pieces: list[str] = []
    for run in item:
        looks = {_name(s): s for p in run if _name(p) == "rPr" for s in p}
        size, colour = looks.get("sz"), looks.get("color")
        is_small = size is not None and _points(size.get("val")) <= SMALLEST
        seen = _attributes(colour) if colour is not None else None
        if "strike" not in looks and (is_small or (seen is not None and is_faint(seen, WHITE))):
            pieces.extend(t.text or "" for t in run if _name(t) == "t")
    return "".join(pieces)


def is_too_small(look: Mapping[str, str], name: str) -> bool:
    """Return whether a row (``ht``) or a column (``width``) is so small that nobody sees what stands there."""
    return _points(look.get(name)) <= (SMALLEST if name == "ht" else _NARROWEST)


def _name(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _points(text: str | None) -> float:
    try:
        return float(text) if text is not None else 99.0
    except ValueError:
        return 99.0


def _colour(colour: Color | None) -> Colour | None:
    """Return a colour of openpyxl; None for one that is not known, or none at all."""
    if colour is None or colour.tint:
        return None
    if colour.type == "rgb":
        return colour_of(str(colour.rgb)[-6:])
    if colour.type == "theme":
        return WHITE if colour.theme == 0 else None
    return _INDEXED.get(colour.indexed)


def _attributes(colour: etree._Element) -> Colour | None:
    """Return a colour as a run of a text names it."""
    if (colour.get("tint") or "0").strip("0."):
        return None
    if colour.get("rgb"):
        return colour_of(str(colour.get("rgb"))[-6:])
    if colour.get("theme"):
        return WHITE if colour.get("theme") == "0" else None
    index = colour.get("indexed") or ""
    return _INDEXED.get(int(index)) if index.isdecimal() else None


def _behind(fill: object) -> Colour | None:
    """Return the colour that lies behind a text; None for one that is not known."""
    if not isinstance(fill, PatternFill):
        return None
    if fill.fill_type in (None, "none"):
        return WHITE
    return _colour(fill.fgColor) if fill.fill_type == "solid" else None
