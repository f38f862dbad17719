"""The texts of an .xlsx with the place of each, and how its cells show what stands in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from lxml.etree import _Element

from core.base.archive_limits import Archive, open_archive
from core.base.file_kinds import FileKind
from core.base.markup import parse_xml
from core.base.ooxml import column_number
from core.visible.number_formats import BUILT_IN
from core.visible.sheet_members import TEXTS, WORKBOOK, children, corners_of, number_formats, sheets_of
from core.word.placeholders import BESIDE, may_hold
from core.word.placeholders import names_beside as beside_names

_MONEY = dict.fromkeys((5, 6, 7, 8, 42, 44), '"¥"#,##0.00')
"""Formats that have a number only and draw the sign of the money."""
_STYLES = "xl/styles.xml"
_AT = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_FORMULAS = ("{*}definedName", "{*}formula", "{*}formula1", "{*}formula2", "{*}calculatedColumnFormula")
_PARTS_WITH_FORMULAS = re.compile(r"xl/(?:workbook|worksheets/[^/]+|tables/[^/]+)\.xml")
_OTHER_PARTS = re.compile(
    r"xl/(?:diagrams|pivotCache|pivotTables|slicers|slicerCaches)/[^/]+\.xml|xl/drawings/[^/]+\.vml"
)
_TAG, _HEADER_CODE = re.compile(r"<[^>]*>"), re.compile(r'&(?:"[^"]*"|K[0-9A-Fa-f]{6}|\d+|[BIUSXYEOH&])')
_HEADER_PART = re.compile("&[LCRDTFAZG]")
_HEADER_NUMBER = re.compile("&[PN]")


class PlacedCell(NamedTuple):
    """A cell with a text.

    Attributes:
        place: In words for the clerk: 工作表“统计”B7.
        sheet: The number of its sheet.
        row: From 1.
        column: From 1.
        codes: Its number format, "" for the usual one, then those that rules may give it.
        is_covered: Whether nobody sees it, since a merged cell lies over it.
    """

    place: str
    text: str
    sheet: int
    row: int
    column: int
    codes: tuple[str, ...]
    is_covered: bool


def placed_cells(path: Path) -> Iterator[PlacedCell]:
    """Yield all cells with a text, sheet by sheet.

    Raises:
        FileError: The file cannot be read or is no workbook.
    """
    archive = open_archive(path, FileKind.XLSX)
    strings = [_text(item) for item in parse_xml(archive.read(TEXTS), path)] if TEXTS in archive else []
    codes = [own if own is not None else (BUILT_IN | _MONEY).get(number, "") for number, own in number_formats(archive)]
    looks = _looks_of_rules(archive)
    for number, (title, member, _) in enumerate(sheets_of(archive), 1):
        root = parse_xml(archive.read(member), path)
        ruled = _ruled(root, looks)
        merged = [corners for one in root.iter("{*}mergeCell") if (corners := corners_of(one.get("ref", "")))]
        for cell in root.iter("{*}c"):
            at = _AT.fullmatch(cell.get("r", ""))
            text = _cell_text(cell, strings)
            if at is None or not text:
                continue
            row, column, style = int(at[2]), column_number(at[1]), cell.get("s", "0")
            code = codes[int(style)] if style.isdecimal() and int(style) < len(codes) else ""
            may_change = [c for area, c in ruled if _holds(area, row, column)] if "【" in text else []
            is_covered = "【" in text and any(
                _holds(area, row, column) and (row, column) != area[:2] for area in merged
            )
            yield PlacedCell(f"工作表“{title}”{at[0]}", text, number, row, column, (code, *may_change), is_covered)


def _looks_of_rules(archive: Archive) -> list[str]:
    """Return the number formats that rules give; "" for one that leaves it."""
    if _STYLES not in archive:
        return []
    looks = [look for group in parse_xml(archive.read(_STYLES), archive.path).iter("{*}dxfs") for look in group]
    return [next((one.get("formatCode", "") for one in children(look, "numFmt")), "") for look in looks]


def _ruled(root: _Element, looks: list[str]) -> list[tuple[tuple[int, int, int, int], str]]:
    """Return which areas of a sheet are given a number format by a rule."""
    found = []
    for rules in root.iter("{*}conditionalFormatting") if any(looks) else ():
        numbers = [
            int(rule.get("dxfId", "")) for rule in children(rules, "cfRule") if rule.get("dxfId", "").isdecimal()
        ]
        codes = [looks[number] for number in numbers if number < len(looks) and looks[number]]
        areas = [one if ":" in one else f"{one}:{one}" for one in rules.get("sqref", "").split()]
        found += [(corners, code) for area in areas if (corners := corners_of(area)) for code in codes]
    return found


def _holds(area: tuple[int, int, int, int], row: int, column: int) -> bool:
    top, left, last, right = area
    return top <= row <= last and left <= column <= right


def other_texts(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the texts of headers, text boxes, charts and comments as they are read, with their place.

    Raises:
        FileError: The file cannot be read or is no workbook.
    """
    archive = open_archive(path, FileKind.XLSX)
    titles = {member: f"工作表“{title}”" for title, member, _ in sheets_of(archive)}
    for member in archive.names:
        if member.startswith(("xl/worksheets/", "xl/chartsheets/")) and member.endswith(".xml"):
            data = archive.read(member)
            for header in parse_xml(data, path).iter("{*}headerFooter") if b"headerFooter" in data else ():
                yield from ((f"{titles.get(member, '')}页眉页脚", _header(one.text or "")) for one in header)
        elif member.startswith(("xl/drawings/", "xl/charts/")) and member.endswith(".xml"):
            for paragraph in parse_xml(archive.read(member), path).iter("{*}p"):
                pieces = paragraph.iter("{*}t", "{*}br")
                yield "文本框或图表", "".join(p.text or "" if str(p.tag).endswith("}t") else "\n" for p in pieces)
        elif member.startswith("xl/comments") and member.endswith(".xml"):
            for text in parse_xml(archive.read(member), path).iter("{*}text"):
                yield "批注", _text(text)


def unfilled_texts(path: Path) -> Iterator[tuple[str, str]]:
    """Yield what no placeholder is filled in, with what it is: formulas outside cells, pivot tables, buttons.

    Raises:
        FileError: The file cannot be read or is no workbook.
    """
    archive = open_archive(path, FileKind.XLSX)
    for member in archive.names:
        if _PARTS_WITH_FORMULAS.fullmatch(member):
            kind = "名称" if member == WORKBOOK else "条件格式、数据验证等的公式"
            data = archive.read(member)
            formulas = parse_xml(data, path).iter(*_FORMULAS) if may_hold(data) else ()
            yield from ((kind, str(one.text or "")) for one in formulas)
        elif _OTHER_PARTS.fullmatch(member):
            said = archive.read(member).decode("utf-8", "replace")
            kind = "透视表等" if "pivot" in member or "slicer" in member else "按钮、SmartArt 图形等"
            yield kind, said if "pivot" in member or "slicer" in member else _TAG.sub("", said)


def names_beside(path: Path) -> list[str]:
    """Return the names in 【】 of the properties of a workbook and the like, which are no text of it.

    Raises:
        FileError: The file cannot be read or is no workbook.
    """
    archive = open_archive(path, FileKind.XLSX)
    members = filter(BESIDE.fullmatch, archive.names)
    return [name for member in members for name in beside_names(member, archive.read(member), path)]


def _cell_text(cell: _Element, strings: list[str]) -> str:
    inline = children(cell, "is")
    if inline:
        return _text(inline[0])
    shown = next((v.text or "" for v in children(cell, "v")), "").strip()
    if children(cell, "f") or cell.get("t") != "s" or not shown.isdecimal() or int(shown) >= len(strings):
        return ""
    return strings[int(shown)]


def _text(item: _Element) -> str:
    """Return a string as it is filled: its runs joined, without phonetic guides."""
    texts = (t for t in item.iter("{*}t") if not any(str(above.tag).endswith("}rPh") for above in t.iterancestors()))
    return "".join(t.text or "" for t in texts)


def _header(text: str) -> str:
    """Return a header as it is read, its parts in lines."""
    return _HEADER_CODE.sub("", _HEADER_NUMBER.sub("1", _HEADER_PART.sub("\n", text)))
