"""Where the sheets of a workbook lie in its file, and what else is read before them.

A member that is damaged or goes beyond a limit raises FileError, as ``Archive.read`` does.
"""

from __future__ import annotations

import posixpath
import re

from lxml import etree

from core.base.archive_limits import Archive
from core.base.markup import parse_xml
from core.base.ooxml import column_number, integer
from core.visible.blocks import SCRIPTS

TEXTS = "xl/sharedStrings.xml"
TRUE = ("1", "true")
REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
WORKBOOK, _RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_STYLES = "xl/styles.xml"
_STRICT = "{http://purl.oclc.org/"


def children(element: etree._Element, name: str) -> list[etree._Element]:
    """Return the elements of a name, whatever its name space, directly below another one."""
    return [child for child in element if child.tag.rpartition("}")[2] == name]


def is_strict(archive: Archive) -> bool:
    """Return whether a workbook was saved as “Strict Open XML”, whose words have other name spaces than usual ones."""
    return WORKBOOK in archive and parse_xml(archive.read(WORKBOOK), archive.path).tag.startswith(_STRICT)


def rich_text(item: etree._Element, struck: list[str]) -> str:
    """Return the text of a string item as it is stored: its runs joined, without phonetic guides.

    Digits above or below the line become other signs, so that none of them joins the number beside it.

    Args:
        item: The item.
        struck: Takes what is struck out, which is left out.
    """
    pieces: list[str] = []
    for child in item:
        name = child.tag.rpartition("}")[2]
        if name == "t":
            pieces.append(child.text or "")
        elif name == "r":
            look = {s.tag.rpartition("}")[2]: s.get("val", "1") for p in children(child, "rPr") for s in p}
            script = SCRIPTS.get(look.get("vertAlign", ""), {})
            gone = look.get("strike", "0") in TRUE
            (struck if gone else pieces).extend((t.text or "").translate(script) for t in children(child, "t"))
    return "".join(pieces)


def sheets_of(archive: Archive) -> list[tuple[str, str, bool]]:
    """Return name and member of each sheet with cells, and whether it is hidden, in the order of the tabs."""
    targets = {}
    for relation in parse_xml(archive.read(_RELATIONS), archive.path):
        target = relation.get("Target", "")
        inside = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join("xl", target))
        targets[relation.get("Id", "")] = inside
    found = []
    for group in children(parse_xml(archive.read(WORKBOOK), archive.path), "sheets"):
        for sheet in group:
            identity = next((v for k, v in sheet.attrib.items() if str(k).endswith("}id")), "")
            member = targets.get(str(identity), "")
            if member in archive and "chart" not in member and "dialog" not in member:
                found.append((sheet.get("name", ""), member, sheet.get("state", "visible") != "visible"))
    return found


def counts_from_1904(archive: Archive) -> bool:
    """Return whether days are counted from 1904, as on an old Mac."""
    settings = children(parse_xml(archive.read(WORKBOOK), archive.path), "workbookPr")
    return any(one.get("date1904") in TRUE for one in settings)


def number_formats(archive: Archive) -> list[tuple[int, str | None]]:
    """Return for each cell style the number of its format, and what that says; None for one that every Excel knows."""
    if _STYLES not in archive:
        return []
    styles = parse_xml(archive.read(_STYLES), archive.path)
    own = {
        integer(one.get("numFmtId")): one.get("formatCode", "")
        for group in children(styles, "numFmts")
        for one in group
    }
    numbers = (integer(one.get("numFmtId")) for group in children(styles, "cellXfs") for one in group)
    return [(number, own.get(number)) for number in numbers]


def struck_styles(archive: Archive) -> set[int]:
    """Return the cell styles that strike out all that stands in a cell."""
    data = archive.read(_STYLES) if _STYLES in archive else b""
    if b"strike" not in data:
        return set()
    styles = parse_xml(data, archive.path)
    fonts = [font for group in children(styles, "fonts") for font in group]
    struck = {
        number for number, font in enumerate(fonts) if any(s.get("val", "1") in TRUE for s in children(font, "strike"))
    }
    cells = enumerate(one for group in children(styles, "cellXfs") for one in group)
    return {number for number, one in cells if integer(one.get("fontId")) in struck}


def corners_of(reference: str) -> tuple[int, int, int, int] | None:
    """Return first row and column, last row and column of a range, from 1; None where it is none."""
    corners = [match for part in reference.split(":") if (match := REFERENCE.fullmatch(part))]
    if len(corners) != 2:
        return None
    first, last = corners
    return int(first[2]), column_number(first[1]), int(last[2]), column_number(last[1])
