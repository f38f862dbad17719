"""Fills named placeholders such as 【报告名称】 in a .docx that an office made itself; everything else stays.

Placeholders may stand in the text, in tables, text boxes, notes, headers and footers, and may be cut into runs by the
editor.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from copy import deepcopy
from pathlib import Path

from lxml import etree
from lxml.etree import _Element

from core.base.archive_limits import checked_document_bytes
from core.base.markup import parse_xml
from core.base.markup_limits import TOO_LARGE
from core.word.balanced_lines import STYLES, OwnStyle, balance, own_styles, text_room
from core.word.marks import ZIP_DATE

STORIES = re.compile(r"word/(document\d*|header\d*|footer\d*|footnotes|endnotes)\.xml")
"""Parts that are printed; an unknown name in one is told."""
COMMENTS = "word/comments.xml"
"""Filled as well; but what is said there in 【】 may be anything."""
BESIDE = re.compile(r"docProps/(?:core|app|custom)\.xml|customXml/item\d+\.xml|xl/threadedComments/[^/]+\.xml")
"""What is no text of the file but shown with it: its properties, to which fields and controls of Word are bound."""
_BRACKET = ("【".encode(), b"&#12304;", b"&#x3010;")
PLACEHOLDER = re.compile(r"【([^【】]{0,80})】")
_UNCLOSED = re.compile(r"【([^【】]+)(?=【|\Z)")
_UNOPENED = re.compile(r"(?:\A|】)([^【】]+)(?=】)")
_DOUBLED = re.compile(r"【【([^【】]*)|([^【】]+)】】")
_UNIT_AT_END = re.compile(r"\d(\D{1,3})\Z|(。)\Z")
# With the signs of no width that come along from web pages.
_BLANK = r"[\s\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]*"
_ADDRESS_LINE = re.compile(rf"{_BLANK}【([^【】]{{1,80}})】{_BLANK}[：:]{_BLANK}")
"""A line that is nothing but a name and its colon: 【主送机关】：."""
_NAMED = rf"[^。，：；【】]{{1,24}}：{_BLANK}【[^【】]{{1,80}}】{_BLANK}"
_ASKED = re.compile(f"(?<![^。])(?:{_NAMED}，)+{_NAMED}。")
"""A sentence that is nothing but names with what they are: 联系人：【联系人或联系科室】，联系电话：【联系电话】。"""
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
MOST_FILLED = (
    10_000_000  # characters put into one part; the longest report has 30,000, and a template repeats some of it
)
_STANDS_ONCE = (
    *("{*}sectPr", "{*}drawing", "{*}pict", "{*}object"),
    *("{*}footnoteReference", "{*}endnoteReference", "{*}commentReference"),
)
"""What a copy of a paragraph must not hold once more: the end of a section, a picture, a text box, a note."""
UNFILLED = "（未填）"
"""What stands in a sentence where the report has nothing; what has its paragraph or cell to itself stays empty."""

_SMALL = ((450, 15), (70, 18))  # from so many characters on, half-points: a long value must not spill over the sheet


def fill_document(path: Path, values: Mapping[str, str], *, is_sheet: bool = True) -> tuple[bytes, set[str]]:
    r"""Return the .docx with the placeholders filled, and the names that were found and filled.

    A line feed in a value becomes a line break; unknown names in 【】 stay as they are. On a sheet of one page a long
    value is set smaller. Elsewhere the lines of one that has its paragraph to itself become paragraphs like it, a
    sentence says of what is blank that it is or is left out, a line that addresses nobody stays empty, and a title or a
    unit in a style of ours is set in balanced lines.

    Raises:
        FileError: The file cannot be read or is no Word document.
    """
    found: set[str] = set()
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(checked_document_bytes(path))) as source,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        names = source.namelist()
        styles = {} if is_sheet or STYLES not in names else own_styles(parse_xml(source.read(STYLES), path))
        for name in names:
            data = source.read(name)
            if STORIES.fullmatch(name):
                data = _filled(data, path, values, found, is_sheet=is_sheet, styles=styles)
            elif name == COMMENTS:
                data = _filled(data, path, values, set(), is_sheet=is_sheet, styles={})
            elif BESIDE.fullmatch(name):
                data = fill_beside(data, path, values)
            target.writestr(zipfile.ZipInfo(name, ZIP_DATE), data, zipfile.ZIP_DEFLATED)
    return stream.getvalue(), found


def fill_beside(data: bytes, path: Path, values: Mapping[str, str]) -> bytes:
    """Return a part such as the properties of a file with the placeholders in its texts filled, in one line each."""
    if not may_hold(data):
        return data
    root, flat = parse_xml(data, path), {name: " ".join(value.split("\n")) for name, value in values.items()}
    filled = 0
    for element in root.iter("*"):
        text = element.text or ""
        if "【" in text:
            element.text = fill_text(text, in_sentence(text, flat))
            filled += len(element.text)
            if filled > MOST_FILLED:
                raise TOO_LARGE.of(path)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def names_beside(name: str, data: bytes, path: Path) -> list[str]:
    """Return the names in 【】 of a part that is filled where they are known, but is no part of the text."""
    if name == COMMENTS:
        texts = [_text(text_elements(paragraph)) for paragraph in parse_xml(data, path).iter("{*}p")]
    elif BESIDE.fullmatch(name) and may_hold(data):
        texts = [element.text or "" for element in parse_xml(data, path).iter("*")]
    else:
        return []
    return [found for text in texts for found in names_in(text)]


def may_hold(data: bytes) -> bool:
    """Whether a part holds a bracket, as an editor writes it; most of them are not even parsed."""
    return any(bracket in data for bracket in _BRACKET)


def placeholders_in(path: Path) -> list[str]:
    """Return the names in 【】 of a .docx, each once, in the order of its parts.

    Raises:
        FileError: As for ``fill_document``.
    """
    return list(dict.fromkeys(name for text in texts_of(path) for name in names_in(text)))


def texts_of(path: Path) -> list[str]:
    """Return the texts of a .docx, paragraph by paragraph, in which placeholders are filled.

    Raises:
        FileError: As for ``fill_document``.
    """
    texts: list[str] = []
    with zipfile.ZipFile(io.BytesIO(checked_document_bytes(path))) as source:
        for part in source.namelist():
            if STORIES.fullmatch(part):
                texts += (
                    _text(text_elements(paragraph)) for paragraph in parse_xml(source.read(part), path).iter("{*}p")
                )
    return texts


def names_in(text: str) -> list[str]:
    """Return the names in 【】 of a text, in its order."""
    return [match[1].strip() for match in PLACEHOLDER.finditer(text)]


def unclosed_in(text: str) -> list[str]:
    """Return what follows each 【 of a text that no 】 closes."""
    return [match[1].strip() for match in _UNCLOSED.finditer(text)]


def unopened_in(text: str) -> list[str]:
    """Return what stands before each 】 of a text that no 【 opens."""
    return [match[1].strip() for match in _UNOPENED.finditer(text)]


def doubled_in(text: str) -> list[str]:
    """Return the names in more than one pair of brackets, of which all but the inner one would stay: 【【年度】】."""
    return [name for match in _DOUBLED.finditer(text) if (name := (match[1] or match[2] or "").strip())]


def fill_text(text: str, values: Mapping[str, str]) -> str:
    """Return a text with its placeholders filled; unknown names in 【】 stay as they are."""

    def filled(match: re.Match[str]) -> str:
        value = values.get(match[1].strip())
        return match[0] if value is None else _without_unit(value, text[match.end() :])

    return PLACEHOLDER.sub(filled, text)


def in_sentence(text: str, values: Mapping[str, str]) -> Mapping[str, str]:
    """Return the values as they are put into a text: one that is blank is said to be so, unless it stands alone."""
    names = names_in(text)
    if len(names) == 1 and text.strip() == f"【{text.strip()[1:-1]}】":
        return values
    return {name: values[name] or UNFILLED for name in names if name in values}


def _without_unit(value: str, following: str) -> str:
    """Return a value without the unit it ends with where the same follows: 【报告年度】年 is no 2025年年."""
    unit = _UNIT_AT_END.search(value)
    end = (unit[1] or unit[2]) if unit else ""
    return value.removesuffix(end) if end and following.startswith(end) else value


def _filled(
    data: bytes,
    path: Path,
    values: Mapping[str, str],
    found: set[str],
    *,
    is_sheet: bool,
    styles: Mapping[str, OwnStyle],
) -> bytes:
    root = parse_xml(data, path)
    room = text_room(root)
    filled = 0
    for element in list(root.iter("{*}p")):
        parts = [(element, values)] if is_sheet else _paragraphs(element, values)
        for paragraph, given in parts:
            if not is_sheet and left_empty(text_elements(paragraph), values):
                _take_out(paragraph)
                continue
            before = _text(text_elements(paragraph))
            if not is_sheet:
                _leave_out(text_elements(paragraph), values)
            for text, value in fill_texts(text_elements(paragraph), given, found):
                filled += len(value)
                if filled > MOST_FILLED:
                    raise TOO_LARGE.of(path)
                if is_sheet:
                    _shrink(text, len(value))
                _break_lines(text)
            if styles and names_in(before):
                for text in balance(paragraph, text_elements(paragraph), styles, room):
                    _break_lines(text)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _paragraphs(paragraph: _Element, values: Mapping[str, str]) -> list[tuple[_Element, Mapping[str, str]]]:
    """Return the paragraph, followed by copies of it where it holds nothing but a value of several lines."""
    text = _text(text_elements(paragraph)).strip()
    names = names_in(text)
    lines = values.get(names[0], "").split("\n") if len(names) == 1 and text == f"【{text[1:-1]}】" else []
    if len(lines) < 2 or next(paragraph.iter(*_STANDS_ONCE), None) is not None:
        return [(paragraph, in_sentence(text, values))]
    parts: list[tuple[_Element, Mapping[str, str]]] = [(paragraph, {names[0]: lines[0]})]
    for line in lines[1:]:
        copy = deepcopy(paragraph)
        copy.attrib.clear()  # ids, of which each stands once
        copy.tail = None
        for mark in list(copy.iter("{*}bookmarkStart", "{*}bookmarkEnd")):
            mark.getparent().remove(mark)  # type: ignore[union-attr] # it stands in the paragraph
        parts[-1][0].addnext(copy)
        parts.append((copy, {names[0]: line}))
    return parts


def left_empty(texts: list[_Element], values: Mapping[str, str]) -> bool:
    """Leave a line, or a cell, empty that addresses nobody, since a letter does not begin with （未填）：.

    Returns:
        Whether it is one; nothing else is to be filled in it.
    """
    line = _ADDRESS_LINE.fullmatch(_text(texts))
    if line is None or values.get(line[1].strip()) != "":
        return False
    for text in texts:
        text.text = ""
    return True


def _take_out(paragraph: _Element) -> None:
    """Take out a line that was left empty, or it would be seen as a gap; a cell, and what holds more, keeps its one."""
    parent = paragraph.getparent()
    is_of_page = parent is not None and str(parent.tag).endswith("}body")
    if parent is not None and is_of_page and next(paragraph.iter(*_STANDS_ONCE), None) is None:
        parent.remove(paragraph)


def _leave_out(texts: list[_Element], values: Mapping[str, str]) -> None:
    """Take out the sentences that say whom to ask where all of it is blank: a letter to be sealed says no （未填）."""
    for sentence in reversed(list(_ASKED.finditer(_text(texts)))):
        if all(values.get(name) == "" for name in names_in(sentence[0])):
            _replace(texts, *sentence.span(), "")


def text_elements(paragraph: _Element) -> list[_Element]:
    """Return the text elements of a paragraph, without those of a text box in it, nor of what was moved elsewhere."""
    own = (t for t in paragraph.iter("{*}t") if next(t.iterancestors("{*}p"), None) is paragraph)
    return [t for t in own if next(t.iterancestors("{*}moveFrom"), None) is None]


def _text(texts: list[_Element]) -> str:
    return "".join(t.text or "" for t in texts)


def fill_texts(texts: list[_Element], values: Mapping[str, str], found: set[str]) -> Iterator[tuple[_Element, str]]:
    """Fill the placeholders of text elements that are read as one, the last one first.

    Yields:
        The element that begins with or holds a value now, and that value, before the next one is filled.
    """
    whole = _text(texts)
    for match in reversed(list(PLACEHOLDER.finditer(whole))):
        name = match[1].strip()  # 【 校验码 】
        value = values.get(name)
        if value is not None:
            found.add(name)
            value = _without_unit(value, whole[match.end() :])
            yield _replace(texts, match.start(), match.end(), value), value


def _replace(texts: list[_Element], start: int, end: int, value: str) -> _Element:
    """Put the value in place of the characters from start to end, in the look of the first of them; return where."""
    position, place = 0, texts[0]
    for text in texts:
        content = text.text or ""
        first, last = max(start - position, 0), min(end - position, len(content))
        if first < last:
            is_first = position <= start
            text.text = content[:first] + (value if is_first else "") + content[last:]
            text.set(_SPACE, "preserve")
            if is_first:
                place = text
        position += len(content)
    return place


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
