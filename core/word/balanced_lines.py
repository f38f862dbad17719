"""Sets a title, an addressee and the unit below a letter in balanced lines, where a document uses our styles for them.

The document may be one that an office made from a shipped template: sizes and indents are those of its own styles.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lxml.etree import _Element

from core.word.looks import NAMES
from core.word.title_lines import addressee_lines, title_lines

STYLES = "word/styles.xml"
_BALANCED = {NAMES[style] for style in ("Title", "Addressee", "SignOff")}
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

    One that is divided into pieces, or has a size or indents of its own, stays as it is.
    """
    style = styles.get(_value(paragraph.find("{*}pPr/{*}pStyle")))
    filled = [text for text in texts if text.text]
    has_own = paragraph.find("{*}pPr/{*}ind") is not None or paragraph.find("{*}r/{*}rPr/{*}sz") is not None
    if style is None or has_own or len(filled) != 1 or "\n" in str(filled[0].text):
        return
    longest = (room - style.indents) / style.size
    if longest > 2:
        is_addressee = style.name == NAMES["Addressee"]
        fitting = round(longest) if is_addressee else int(longest)  # the body stands on a grid
        filled[0].text = "\n".join((addressee_lines if is_addressee else title_lines)(str(filled[0].text), fitting))
        yield filled[0]


def _value(element: _Element | None, name: str = "val") -> str:
    if element is None:
        return ""
    return str(element.get(f"{element.tag.rpartition('}')[0]}}}{name}") or "")


def _number(element: _Element | None, name: str = "val") -> int:
    text = _value(element, name)
    return int(text) if text.isascii() and text.isdigit() else 0
