"""The visible content of a WordprocessingML body as a flow of paragraphs and tables."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element

_GONE = frozenset(
    {"del", "moveFrom", "instrText", "delText", "delInstrText", "Fallback", "txbxContent", "pPr", "rPr", "rt"}
)
"""What is not seen: deleted or moved away, codes of fields, the second form of a drawing, text boxes, furigana."""

_CHARACTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


@dataclass(slots=True)
class Paragraph:
    r"""A paragraph: name of its style and its visible text, ``\n`` for a line break."""

    style: str
    text: str


@dataclass(slots=True)
class Table:
    """A table: visible text by row and grid column of the upper left corner of each (merged) cell."""

    cells: dict[tuple[int, int], str] = field(default_factory=dict)


def read_flow(document: _Element, style_names: Mapping[str, str]) -> Iterator[Paragraph | Table]:
    """Yield paragraphs and tables of a ``w:document`` in order; a style without a name is called by its key."""
    waiting: Paragraph | None = None  # its mark is deleted, so that the next one goes on with it
    for element in _blocks(document):
        if _name(element) == "tbl":
            if waiting is not None:
                yield waiting
                waiting = None
            yield _table(element)
            continue
        key = _value(element, "pPr", "pStyle") or "Normal"
        paragraph = Paragraph(style_names.get(key, key), _text(element))
        if waiting is not None:
            paragraph.text = waiting.text + paragraph.text
        waiting = paragraph if _mark_is_deleted(element) else None
        if waiting is None:
            yield paragraph
    if waiting is not None:
        yield waiting


def _blocks(element: _Element) -> Iterator[_Element]:
    """The paragraphs and tables below an element, looking into content controls and the like."""
    for child in element:
        name = _name(child)
        if name in ("p", "tbl"):
            yield child
        elif name not in _GONE:
            yield from _blocks(child)


def _table(table: _Element) -> Table:
    result = Table()
    for top, row in enumerate(_rows(table)):
        column = _columns(_value(row, "trPr", "gridBefore"), 0)
        for cell in _cells(row):
            if _value(cell, "tcPr", "vMerge") in (None, "restart"):
                paragraphs = [_text(p) for p in _blocks(cell) if _name(p) == "p"]
                result.cells[top, column] = "".join("".join(paragraphs).split("\n"))
            column += _columns(_value(cell, "tcPr", "gridSpan"), 1)
    return result


def _columns(value: str | None, usual: int) -> int:
    """Return a number of columns; the usual one where there is none, or what says none."""
    return int(value) if value and value.isascii() and value.isdecimal() and len(value) <= 3 else usual


def _rows(table: _Element) -> Iterator[_Element]:
    for child in table:
        if _name(child) == "tr":
            if _child(child, "trPr", "del") is None:
                yield child
        elif _name(child) not in _GONE:
            yield from _rows(child)


def _cells(row: _Element) -> Iterator[_Element]:
    for child in row:
        if _name(child) == "tc":
            yield child
        elif _name(child) not in _GONE and _name(child) != "trPr":
            yield from _cells(child)


def _text(element: _Element) -> str:
    """The visible text below an element."""
    pieces: list[str] = []
    for child in element:
        name = _name(child)
        if name == "t":
            pieces.append(child.text or "")
        elif name in _CHARACTERS:
            pieces.append(_CHARACTERS[name])
        elif name == "r" and _is_on(_child(child, "rPr", "vanish")):
            continue
        elif name not in _GONE:
            pieces.append(_text(child))
    return "".join(pieces)


def _mark_is_deleted(paragraph: _Element) -> bool:
    properties = _child(paragraph, "pPr", "rPr")
    return properties is not None and any(_name(child) in ("del", "moveFrom") for child in properties)


def _is_on(element: _Element | None) -> bool:
    if element is None:
        return False
    return _attribute(element) not in ("0", "false", "off")


def _child(element: _Element, *names: str) -> _Element | None:
    """The descendant reached by these names, or None."""
    found: _Element | None = element
    for name in names:
        found = next((child for child in found if _name(child) == name), None) if found is not None else None
    return found


def _value(element: _Element, *names: str) -> str | None:
    """The value of a property: None where there is none, "" where it has no value."""
    found = _child(element, *names)
    return None if found is None else _attribute(found)


def _attribute(element: _Element) -> str:
    return next((str(value) for key, value in element.items() if str(key).endswith("}val")), "")


def _name(element: _Element) -> str:
    return str(element.tag).rpartition("}")[2]
