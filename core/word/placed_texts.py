"""The texts of a .docx with the place of each, as they are read on the page: what stands in two lines is two words.

Beside them the places where a placeholder is not filled: instructions of fields, WordArt, text deleted by a revision.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from lxml.etree import _Element

from core.base.archive_limits import checked_document_bytes
from core.base.markup import parse_xml
from core.word.placeholders import BESIDE, COMMENTS, STORIES, names_beside, text_elements

_PARTS = {"header": "页眉", "footer": "页脚", "footnotes": "脚注", "endnotes": "尾注"}
_BREAKS = frozenset({"br", "cr", "tab", "ptab", "sym", "drawing", "pict", "object", "footnoteReference"})
_OF_RUNS = ("{*}t", "{*}noBreakHyphen", *(f"{{*}}{name}" for name in sorted(_BREAKS)), "{*}endnoteReference")
_DRAWN = ("word/charts/", "word/diagrams/")
FIELD, WORD_ART, CHART = "域代码", "艺术字", "图表或 SmartArt 图形"
DELETED = "修订删除的文字"


class PlacedText(NamedTuple):
    """A text and where it stands, in words for the clerk: 正文第3段.

    Attributes:
        grid: For what is alone in a cell of a table its table, row and column; () elsewhere.
    """

    place: str
    text: str
    grid: tuple[int, ...] = ()


class PlacedTexts(NamedTuple):
    """What stands where in a .docx.

    Attributes:
        printed: The texts in which placeholders are filled, paragraph by paragraph.
        unfilled: What is printed but not filled, with what it is.
        deleted: What a revision took out.
        beside: The names in 【】 that stand in comments, properties and the like.
    """

    printed: list[PlacedText]
    unfilled: list[PlacedText]
    deleted: list[PlacedText]
    beside: list[str]


def placed_texts(path: Path) -> PlacedTexts:
    """Return the texts of a .docx.

    Raises:
        FileError: The file cannot be read or is no Word document.
    """
    found = PlacedTexts([], [], [], [])
    with zipfile.ZipFile(io.BytesIO(checked_document_bytes(path))) as source:
        for part in source.namelist():
            if STORIES.fullmatch(part):
                _read_story(found, part, parse_xml(source.read(part), path))
            elif part.startswith(_DRAWN) and part.endswith(".xml"):
                root = parse_xml(source.read(part), path)
                found.unfilled.append(PlacedText(CHART, "".join(map(str, root.itertext()))))
            elif part == COMMENTS or BESIDE.fullmatch(part):
                found.beside.extend(names_beside(part, source.read(part), path))
    return found


def _read_story(found: PlacedTexts, part: str, root: _Element) -> None:
    rows = _rows(root)
    number = 0
    kind = next((words for name, words in _PARTS.items() if name in part), "")
    for paragraph in root.iter("{*}p"):
        if next(paragraph.iterancestors("{*}Fallback"), None) is not None:
            continue
        text = _shown(paragraph)
        grid = _grid(paragraph, rows)
        is_boxed = next(paragraph.iterancestors("{*}txbxContent"), None) is not None
        if text.strip() and not (kind or grid or is_boxed):
            number += 1
        if is_boxed:
            place = f"{kind}文本框"
        elif grid:
            place = f"{kind}第{grid[0]}个表格第{grid[1]}行第{grid[2]}格"
        else:
            place = kind or f"正文第{max(number, 1)}段"
        found.printed.append(PlacedText(place, text, grid if not is_boxed else ()))
        found.unfilled.extend(PlacedText(f"{place}的{FIELD}", said) for said in _instructions(paragraph))
        gone = "".join(str(t.text or "") for t in paragraph.iter("{*}delText"))
        gone += "".join(str(t.text or "") for moved in paragraph.iter("{*}moveFrom") for t in moved.iter("{*}t"))
        if gone:
            found.deleted.append(PlacedText(place, gone))
    drawn = (str(art.get("string") or "") for art in root.iter("{*}textpath"))
    found.unfilled.extend(PlacedText(WORD_ART, text) for text in drawn)


def _shown(paragraph: _Element) -> str:
    """Return the text of a paragraph with a line feed where something parts its runs."""
    own = set(text_elements(paragraph))
    pieces = []
    for piece in paragraph.iter(*_OF_RUNS):
        name = str(piece.tag).rpartition("}")[2]
        if piece in own:
            pieces.append(piece.text or "")
        elif name != "t" and next(piece.iterancestors("{*}p"), None) is paragraph and _is_of_run(piece):
            pieces.append("-" if name == "noBreakHyphen" else "\n")
    return "".join(pieces)


def _is_of_run(piece: _Element) -> bool:
    """Whether a mark stands in the text; a tab may be one of the settings of the paragraph too."""
    parent = piece.getparent()
    return parent is not None and not str(parent.tag).endswith("}tabs")


def _instructions(paragraph: _Element) -> Iterator[str]:
    """Yield what the fields of a paragraph reckon or fetch."""
    yield "".join(str(t.text or "") for t in paragraph.iter("{*}instrText"))
    for simple in paragraph.iter("{*}fldSimple"):
        yield next((str(value) for key, value in simple.attrib.items() if str(key).endswith("}instr")), "")


def _rows(root: _Element) -> dict[_Element, tuple[int, int]]:
    """Return number of table and row of each row of a table."""
    return {
        row: (number, at)
        for number, table in enumerate(root.iter("{*}tbl"), 1)
        for at, row in enumerate(table.iterchildren("{*}tr"), 1)
    }


def _grid(paragraph: _Element, rows: dict[_Element, tuple[int, int]]) -> tuple[int, ...]:
    """Return table, row and cell in which a paragraph stands; () outside."""
    cell = next(paragraph.iterancestors("{*}tc"), None)
    row = cell.getparent() if cell is not None else None
    if cell is None or row is None or row not in rows:
        return ()
    return (*rows[row], sum(1 for _ in cell.itersiblings("{*}tc", preceding=True)) + 1)
