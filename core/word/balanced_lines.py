"""Sets titles, addressees and names of units in balanced lines, where a document uses our styles for them.

The document may be one that an office made from a shipped template: sizes and indents are those of its own styles.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lxml.etree import _Element

from core.report.title_lines import addressee_lines, title_lines
from core.word.looks import NAMES

STYLES = "word/styles.xml"
_ANNEX, _CELL = NAMES["BodyText"], NAMES["TableRow"]
_BALANCED = {_ANNEX, _CELL, *(NAMES[style] for style in ("Title", "Addressee", "SignOff"))}
_HALF_POINTS_A_TWIP = 10


@dataclass(frozen=True, slots=True)
class OwnStyle:
    """A style in whose paragraphs lines are balanced.

    Attributes:
        name: What it is called in Word.
        size: Of a sign, in twips.
        indents: Left and right together, in twips.
    """

    name: str
    size: int
    indents: int


def own_styles(root: _Element) -> dict[str, OwnStyle]:
    """Return the styles of ours in a styles part by their ids; none where the document is not made from ours."""
    found = {}
    for style in root.iter("{*}style"):
        name = _value(style.find("{*}name"))
        size = _number(style.find("{*}rPr/{*}sz")) * _HALF_POINTS_A_TWIP
        if name in _BALANCED and size:
            indent = style.find("{*}pPr/{*}ind")
            found[_value(style, "styleId")] = OwnStyle(name, size, _number(indent, "left") + _number(indent, "right"))
    return found if any(style.name == NAMES["SignOff"] for style in found.values()) else {}


def text_room(root: _Element) -> int:
    """Return how wide a line of a document is, in twips; 0 where it does not say so."""
    size, margins = root.find(".//{*}sectPr/{*}pgSz"), root.find(".//{*}sectPr/{*}pgMar")
    return _number(size, "w") - _number(margins, "left") - _number(margins, "right")


def balance(
    paragraph: _Element, texts: Sequence[_Element], styles: Mapping[str, OwnStyle], room: int
) -> Iterator[_Element]:
    """Put line feeds into the text of a filled paragraph in one of the styles; yield it where there are any.

    One that is divided into pieces, or has a size of its own, stays as it is; so does all of the body but 附件：….
    """
    style = styles.get(_value(paragraph.find("{*}pPr/{*}pStyle")))
    filled = [text for text in texts if text.text]
    has_own = paragraph.find("{*}r/{*}rPr/{*}sz") is not None
    if style is None or has_own or len(filled) != 1 or "\n" in str(filled[0].text):
        return
    text = str(filled[0].text)
    longest = _room(paragraph, style, room) / style.size
    if longest > 2:
        is_addressee = style.name == NAMES["Addressee"]
        fitting = round(longest) if is_addressee else int(longest)  # the body stands on a grid
        begin = _hung(paragraph, text, style.size) if style.name == _ANNEX else ""
        lines = (addressee_lines if is_addressee else title_lines)(text.removeprefix(begin), fitting)
        filled[0].text = begin + "\n".join(lines)
        yield filled[0]


def _room(paragraph: _Element, style: OwnStyle, room: int) -> int:
    """Return how wide the lines of a paragraph are, in twips; 0 where they are not balanced."""
    indent, cell = paragraph.find("{*}pPr/{*}ind"), paragraph.getparent()
    if style.name == _ANNEX:
        is_left = _value(paragraph.find("{*}pPr/{*}jc")) == "left"  # a justified line would be stretched
        return room - _number(indent, "left") if is_left and _number(indent, "hanging") else 0
    if style.name == _CELL and indent is None and cell is not None:
        margins = next(paragraph.iterancestors("{*}tbl"), paragraph).find(".//{*}tblCellMar")
        sides = () if margins is None else (margins.find("{*}left"), margins.find("{*}right"))
        return _number(cell.find("{*}tcPr/{*}tcW"), "w") - sum(_number(side, "w") for side in sides) - style.indents
    return 0 if indent is not None or style.name == _CELL else room - style.indents


def _hung(paragraph: _Element, text: str, size: int) -> str:
    """Return what hangs out at the left of the first line: 附件：."""
    begin = text[: text.find("：") + 1]
    return begin if len(begin) * size == _number(paragraph.find("{*}pPr/{*}ind"), "hanging") else ""


def _value(element: _Element | None, name: str = "val") -> str:
    if element is None:
        return ""
    return str(element.get(f"{element.tag.rpartition('}')[0]}}}{name}") or "")


def _number(element: _Element | None, name: str = "val") -> int:
    text = _value(element, name)
    return int(text) if text.isascii() and text.isdigit() else 0
