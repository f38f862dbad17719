"""Adds to a PDF of Qt what Qt does not write: its language, bookmarks at its headings, its title in the window's bar.

It is appended as an incremental update (ISO 32000-1, 7.5.6), and so are objects that stand in place of others. Of what
Qt wrote only two faults are mended in place: that of Qt 6.8.0, which ARM64 has, and radicals that a font names where
the page shows characters. Tags, which tell a screen
reader headings from tables, would have to stand within the pages; Qt 6.8 offers no way to put them there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.base.radicals import character_of

_LANGUAGE = "zh-CN"
_UNENDED, _ENDED = b"/Trapped /False\n2\nendobj\n", b"/Trapped /False\n>>endobj\n"
"""How Qt 6.8.0 ends what it tells about the file, its title too, so that readers find none of it; and how it must."""
_NAMES = re.compile(rb"(?<=\n<[0-9A-F]{4}> <[0-9A-F]{4}> )\[[<>0-9A-F\s]*\]")
"""The code points that a font names for its glyphs from one to another."""
_RADICAL = re.compile(rb"<(2[EF][0-9A-F]{2}|232[9A])>")
_TRAILER = re.compile(rb"trailer\s*<<(.*?)>>\s*startxref\s*(\d+)\s*%%EOF\s*$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A heading: where a click on it leads.

    Attributes:
        level: From 1.
        page: From 0.
        top: Distance from the head of the page, in points.
    """

    title: str
    level: int
    page: int
    top: float


def with_marks(
    pdf: bytes, bookmarks: Sequence[Bookmark], page_height: float, replaced: Mapping[int, bytes] | None = None
) -> bytes:
    """Return the PDF with language and bookmarks; as it is where it is not built as Qt builds it.

    ``page_height`` is that of the sheet in points. ``replaced`` are objects in place of those of the same number.
    """
    pdf = pdf.replace(_UNENDED, _ENDED, 1)  # as long as before, as what follows: the places of all objects stay
    pdf = _NAMES.sub(_as_characters, pdf)
    trailer = _TRAILER.search(pdf, max(len(pdf) - 1024, 0))
    root = trailer and re.search(rb"/Root (\d+) 0 R", trailer[1])
    size = trailer and re.search(rb"/Size (\d+)", trailer[1])
    catalog = root and re.search(rb"\n%s 0 obj\s*<<(.*?)>>\s*endobj" % root[1], pdf, re.DOTALL)
    pages = re.search(rb"/Type /Pages\s*/Kids\s*\[(.*?)\]", pdf, re.DOTALL)
    if not (trailer and root and size and catalog and pages):
        return pdf
    kids = [int(number) for number in re.findall(rb"(\d+) 0 R", pages[1])]
    first = int(size[1])  # the first free number of an object
    outline = _outline([one for one in bookmarks if one.page < len(kids)], kids, page_height, first)
    more = b"/Lang (%s)\n/ViewerPreferences << /DisplayDocTitle true >>\n" % _LANGUAGE.encode()
    if len(outline) > 1:
        more += b"/Outlines %d 0 R\n/PageMode /UseOutlines\n" % first
    objects = {
        int(root[1]): b"<<" + catalog[1] + more + b">>",
        **(outline if len(outline) > 1 else {}),
        **(replaced or {}),
    }
    return pdf + _update(objects, len(pdf), trailer[1], int(trailer[2]), first)


def _as_characters(names: re.Match[bytes]) -> bytes:
    """Code points of a font with characters for the radicals that it draws with the same glyphs."""
    return _RADICAL.sub(lambda one: b"<%04X>" % ord(character_of(chr(int(one[1], 16)))), names[0])


def _outline(bookmarks: Sequence[Bookmark], kids: Sequence[int], page_height: float, first: int) -> dict[int, bytes]:
    """Return the objects of the outline by number: its root, then one for each bookmark."""
    parents: list[int] = []  # of each bookmark; -1 for the root
    path: list[int] = []
    for number, bookmark in enumerate(bookmarks):
        path = [one for one in path if bookmarks[one].level < bookmark.level]
        parents.append(path[-1] if path else -1)
        path.append(number)
    objects = {first: _item(-1, parents, first, b"/Type /Outlines")}
    for number, bookmark in enumerate(bookmarks):
        title = (b"\xfe\xff" + bookmark.title.encode("utf-16-be")).hex().encode()
        place = b"/Dest [%d 0 R /XYZ null %.1f null]" % (kids[bookmark.page], page_height - bookmark.top)
        siblings = [one for one, parent in enumerate(parents) if parent == parents[number]]
        at = siblings.index(number)
        around = b"/Parent %d 0 R" % (first + 1 + parents[number])
        if at:
            around += b" /Prev %d 0 R" % (first + 1 + siblings[at - 1])
        if at + 1 < len(siblings):
            around += b" /Next %d 0 R" % (first + 1 + siblings[at + 1])
        objects[first + 1 + number] = _item(number, parents, first, b"/Title <%s> %s %s" % (title, place, around))
    return objects


def _item(number: int, parents: Sequence[int], first: int, entries: bytes) -> bytes:
    """An object of the outline with its children, all of them open."""
    children = [one for one, parent in enumerate(parents) if parent == number]
    if children:
        count = len(parents) if number < 0 else len(children)
        entries += b" /First %d 0 R /Last %d 0 R /Count %d" % (first + 1 + children[0], first + 1 + children[-1], count)
    return b"<< " + entries + b" >>"


def _update(objects: dict[int, bytes], start: int, trailer: bytes, before: int, first: int) -> bytes:
    """Objects, cross-reference table and trailer, to be appended at ``start``."""
    body, places = b"", {}
    for number, content in sorted(objects.items()):
        places[number] = start + len(body)
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%d 1\n%010d 00000 n \n" % (number, place) for number, place in places.items())
    entries = re.sub(rb"/Size \d+", b"/Size %d" % max(first, *(number + 1 for number in objects)), trailer)
    end = b"trailer\n<<%s/Prev %d\n>>\nstartxref\n%d\n%%%%EOF\n" % (entries, before, start + len(body))
    return body + b"xref\n" + table + end
