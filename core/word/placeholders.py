"""Fills named placeholders such as 【报告名称】 in a .docx that an office made itself; everything else stays.

Placeholders may stand in the text, in tables, in headers and footers, and may be cut into runs by the editor.
"""

from __future__ import annotations

import io
import re
import zipfile
from copy import deepcopy
from typing import TYPE_CHECKING

from core.base.archive_limits import checked_document_bytes, parse_xml
from core.word.marks import ZIP_DATE

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from lxml.etree import _Element

_STORIES = re.compile(r"word/(document|header\d*|footer\d*)\.xml")
_PLACEHOLDER = re.compile(r"【([^【】]{1,20})】")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_SMALL = ((450, 15), (70, 18))  # from so many characters on, half-points: a long value must not spill over the sheet


def fill_document(path: Path, values: Mapping[str, str]) -> tuple[bytes, set[str]]:
    r"""Return the .docx with the placeholders filled, and the names that were found and filled.

    A line feed in a value becomes a line break; unknown names in 【】 stay as they are.

    Raises:
        FileError: The file cannot be read or is no Word document.
    """
    found: set[str] = set()
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(checked_document_bytes(path))) as source,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            data = source.read(name)
            if _STORIES.fullmatch(name):
                data = _filled(data, path, values, found)
            target.writestr(zipfile.ZipInfo(name, ZIP_DATE), data, zipfile.ZIP_DEFLATED)
    return stream.getvalue(), found


def placeholders_in(path: Path) -> list[str]:
    """Return the names in 【】 of a .docx, each once, in the order of its parts.

    Raises:
        FileError: As for ``fill_document``.
    """
    names: dict[str, None] = {}
    with zipfile.ZipFile(io.BytesIO(checked_document_bytes(path))) as source:
        for part in source.namelist():
            if _STORIES.fullmatch(part):
                for paragraph in parse_xml(source.read(part), path).iter("{*}p"):
                    names.update(dict.fromkeys(m[1].strip() for m in _PLACEHOLDER.finditer(_text(_texts(paragraph)))))
    return list(names)


def _filled(data: bytes, path: Path, values: Mapping[str, str], found: set[str]) -> bytes:
    from lxml import etree  # deferred: 20 ms

    root = parse_xml(data, path)
    for element in list(root.iter("{*}p")):
        _fill_paragraph(element, values, found)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _fill_paragraph(paragraph: _Element, values: Mapping[str, str], found: set[str]) -> None:
    texts = _texts(paragraph)
    for match in reversed(list(_PLACEHOLDER.finditer(_text(texts)))):
        name = match[1].strip()  # 【 校验码 】
        value = values.get(name)
        if value is not None:
            found.add(name)
            _replace(texts, match.start(), match.end(), value)


def _texts(paragraph: _Element) -> list[_Element]:
    """Return the text elements of a paragraph, without those of a text box in it."""
    return [t for t in paragraph.iter("{*}t") if next(t.iterancestors("{*}p"), None) is paragraph]


def _text(texts: list[_Element]) -> str:
    return "".join(t.text or "" for t in texts)


def _replace(texts: list[_Element], start: int, end: int, value: str) -> None:
    """Put the value in place of the characters from start to end, in the look of the first of them."""
    position = 0
    for text in texts:
        content = text.text or ""
        first, last = max(start - position, 0), min(end - position, len(content))
        if first < last:
            is_first = position <= start
            text.text = content[:first] + (value if is_first else "") + content[last:]
            text.set(_SPACE, "preserve")
            if is_first:
                _shrink(text, len(value))
                _break_lines(text)
        position += len(content)


def _break_lines(text: _Element) -> None:
    """Turn the line feeds of a text element into line breaks between elements of its own."""
    lines = (text.text or "").split("\n")
    if len(lines) == 1:
        return
    space = text.tag.rpartition("}")[0]
    text.text = lines[0]
    last = text
    for line in lines[1:]:
        line_break = text.makeelement(f"{space}}}br")
        following = deepcopy(text)
        following.text, following.tail = line, None
        last.addnext(line_break)
        line_break.addnext(following)
        last = following


def _shrink(text: _Element, length: int) -> None:
    """Set a long value smaller."""
    size = next((half_points for characters, half_points in _SMALL if length >= characters), 0)
    run = text.getparent()
    if not size or run is None:
        return
    space = text.tag.rpartition("}")[0]
    properties = run.find(f"{space}}}rPr")
    if properties is None:
        properties = text.makeelement(f"{space}}}rPr")
        run.insert(0, properties)
    for name in ("sz", "szCs"):
        for old in properties.findall(f"{space}}}{name}"):
            properties.remove(old)
    anchor = next(
        (i for i, child in enumerate(properties) if child.tag.rpartition("}")[2] in _AFTER_SIZE), len(properties)
    )
    for offset, name in enumerate(("sz", "szCs")):
        properties.insert(anchor + offset, text.makeelement(f"{space}}}{name}", {f"{space}}}val": str(size)}))


_AFTER_SIZE = frozenset(
    {
        "highlight",
        "u",
        "effect",
        "bdr",
        "shd",
        "fitText",
        "vertAlign",
        "rtl",
        "cs",
        "em",
        "lang",
        "eastAsianLayout",
        "specVanish",
    }
)
"""What follows the size in the properties of a run, by the schema."""
