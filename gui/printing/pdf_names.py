"""Reads and writes what each glyph of a font stands for in a PDF of Qt: its ToUnicode maps (ISO 32000-1, 9.10.3)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

_FONT = re.compile(
    rb"\n\d+ 0 obj\s*<<\s*/Type /Font\s*/Subtype /Type0[^>]*/DescendantFonts \[(\d+) 0 R\][^>]*/ToUnicode (\d+) 0 R"
)
_RANGE = re.compile(rb"<([0-9A-F]{4})> <([0-9A-F]{4})> (?:<([0-9A-F]{4})>|\[([<>0-9A-F\s]*)\])")
_HEAD = b"""/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
"""
_FOOT = b"""endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""
_AT_ONCE = 100  # entries of one list at most


def renamed(pdf: bytes, texts_of: Callable[[Sequence[str]], Sequence[str]]) -> dict[int, bytes]:
    """Return the objects that name the glyphs of the fonts anew, by number.

    ``texts_of`` gives the texts of the glyphs of a font for the names that they have, "" for none; nothing where the
    font shall keep them.
    """
    objects: dict[int, bytes] = {}
    for font in _FONT.finditer(pdf):
        widths, named = _object(pdf, font[1]), _object(pdf, font[2])
        texts = texts_of(_names(named, _glyph_count(widths)))
        if texts:
            objects[int(font[2])] = _map(texts)
    return objects


def _object(pdf: bytes, number: bytes) -> bytes:
    found = re.search(rb"\n%s 0 obj(.*?)\nendobj" % number, pdf, re.DOTALL)
    return found[1] if found else b""


def _glyph_count(font: bytes) -> int:
    """Count the glyphs that a font gives widths for: after the number of the first one, or after first and last one."""
    widths = font.partition(b"/W [")[2]
    last = 0
    for first, many, end in re.findall(rb"(\d+) (?:\[([^\]]*)\]|(\d+) \d+)", widths):
        last = int(end) if end else int(first) + len(many.split()) - 1
    return last + 1


def _names(named: bytes, count: int) -> list[str]:
    """Return the names of the glyphs from the second on; the first one stands for signs that the font has not."""
    names = [""] * count
    for first, last, start, each in _RANGE.findall(named.partition(b"endcodespacerange")[2]):
        codes = range(int(first, 16), int(last, 16) + 1)
        points = [int(one, 16) for one in re.findall(rb"[0-9A-F]{4}", each)] or range(int(start, 16), 0x10000)
        for code, point in zip(codes, points, strict=False):
            if code < count and point:
                names[code] = chr(point)
    return names[1:]


def _map(texts: Sequence[str]) -> bytes:
    pairs = [
        b"<%04X> <%s>\n" % (code, text.encode("utf-16-be").hex().upper().encode())
        for code, text in enumerate(texts, 1)
        if text
    ]
    lists = [pairs[at : at + _AT_ONCE] for at in range(0, len(pairs), _AT_ONCE)]
    body = _HEAD + b"".join(b"%d beginbfchar\n%sendbfchar\n" % (len(one), b"".join(one)) for one in lists) + _FOOT
    return b"<< /Length %d >>\nstream\n%sendstream" % (len(body), body)
