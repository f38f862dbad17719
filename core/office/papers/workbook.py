"""Fills the placeholders of an .xlsx that an office made itself, in its XML; everything else stays, formulas too.

Placeholders may stand in cells, headers and footers of a sheet, text boxes, charts and comments. A cell that holds
nothing but the placeholder of a number becomes a number; every other text stays text, also one that begins with
``=``, ``+``, ``-`` or ``@``. Values of formulas are left out and computed anew by whoever opens the file.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from lxml import etree
from lxml.etree import _Element

from core.base.archive_limits import checked_workbook_bytes, open_archive
from core.base.file_kinds import FileKind
from core.base.markup import parse_xml
from core.base.markup_limits import TOO_LARGE
from core.office.papers.digits_shown import STYLES, DigitsShown
from core.report.entry_text import Number, format_number
from core.visible.sheet_members import WORKBOOK, sheets_of
from core.word.marks import ZIP_DATE
from core.word.placeholders import (
    BESIDE,
    MOST_FILLED,
    UNFILLED,
    fill_beside,
    fill_text,
    fill_texts,
    in_sentence,
    left_empty,
    names_in,
)

_SHEETS = re.compile(r"xl/(?:work|chart)sheets/[^/]+\.xml")
_STRINGS = re.compile(r"xl/sharedStrings\.xml")
_DRAWN = re.compile(r"xl/(?:drawings|charts)/[^/]+\.xml")
_COMMENTS = re.compile(r"xl/comments\d*\.xml|xl/comments/[^/]+\.xml")
_TABLES = re.compile(r"xl/tables/[^/]+\.xml")
_BEFORE_CALCULATION = (
    *("fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets"),
    *("functionGroups", "externalReferences", "definedNames"),
)
_SIZE_AT_END = re.compile(r"&\d+$")  # of a header: digits put behind it would be read as part of the size
_EXACT_DIGITS = 15  # that Excel keeps of a number
_IN_FORMULA = "（写在公式里，不能填；请单独写在一格，再由公式引用那一格）"


def workbook_texts(path: Path) -> tuple[list[str], list[str]]:
    """Return the texts of an .xlsx in which placeholders are filled, and lines for those that stand in formulas.

    Raises:
        FileError: The file cannot be read or is no workbook.
    """
    filled: list[str] = []
    wrong: dict[str, None] = {}
    for name, data in _members(path):
        if _is_filled(name):
            root = parse_xml(data, path)
            filled += ("".join(t.text or "" for t in texts) for texts in _groups(name, root))
            filled += (str(header.text or "") for header in _headers(root))
            filled += (str(column.get("name") or "") for column in _columns(name, root))
            for formula in root.iter("{*}f"):
                wrong.update((f"【{found}】{_IN_FORMULA}", None) for found in names_in(formula.text or ""))
    return filled, list(wrong)


def sheet_names(path: Path) -> list[str]:
    """Return what the sheets are called; a name stays as it is, since formulas go by it.

    Raises:
        FileError: The file cannot be read or is no workbook.
    """
    roots = (parse_xml(data, path) for name, data in _members(path) if name == WORKBOOK)
    return [str(sheet.get("name") or "") for root in roots for sheet in root.iter("{*}sheet")]


def fill_workbook(path: Path, values: Mapping[str, str | Number]) -> tuple[bytes, list[str]]:
    """Return the .xlsx with the placeholders filled, and the cells that show their numbers rounded.

    Names that are no key of ``values`` stay as they are.

    Raises:
        FileError: The file cannot be read or is no workbook.
    """
    texts = {name: value if isinstance(value, str) else format_number(value) for name, value in values.items()}
    members = dict(_members(path))
    numbers = _number_strings(members, path, values)
    shown = DigitsShown(parse_xml(members[STYLES], path) if STYLES in members else None)
    sheets = sheets_of(open_archive(path, FileKind.XLSX))
    titles = {member: title for title, member, _ in sheets} if len(sheets) > 1 else {}
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in members.items():
            content = data
            if _is_filled(name) or name == WORKBOOK:
                root = parse_xml(data, path)
                for cell in root.iter("{*}c") if _SHEETS.fullmatch(name) else ():
                    number = _fill_cell(cell, numbers, values)
                    if number is not None:
                        shown.show(cell, number, titles.get(name, ""))
                if _fill_part(name, root, texts) > MOST_FILLED:
                    raise TOO_LARGE.of(path)
                content = _part(root)
            elif BESIDE.fullmatch(name):
                content = fill_beside(data, path, texts)
            if name != STYLES or shown.root is None:
                target.writestr(zipfile.ZipInfo(name, ZIP_DATE), content, zipfile.ZIP_DEFLATED)
        if shown.root is not None:
            target.writestr(zipfile.ZipInfo(STYLES, ZIP_DATE), _part(shown.root), zipfile.ZIP_DEFLATED)
    return stream.getvalue(), shown.rounded


def _part(root: _Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _members(path: Path) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(checked_workbook_bytes(path))) as source:
        for name in source.namelist():
            yield name, source.read(name)


def _is_filled(name: str) -> bool:
    return any(part.fullmatch(name) for part in (_SHEETS, _STRINGS, _DRAWN, _COMMENTS, _TABLES))


def _groups(name: str, root: _Element) -> Iterator[list[_Element]]:
    """Yield the text elements of a part that are read as one text: a cell, a paragraph, a header."""
    wholes = ("{*}p",) if _DRAWN.fullmatch(name) else ("{*}text",) if _COMMENTS.fullmatch(name) else ("{*}si", "{*}is")
    for whole in root.iter(*wholes):
        yield [t for t in whole.iter("{*}t") if not any(above.tag.endswith("}rPh") for above in t.iterancestors())]


def _headers(root: _Element) -> Iterator[_Element]:
    """Yield headers and footers of a sheet."""
    for headers in root.iter("{*}headerFooter"):
        yield from headers


def _columns(name: str, root: _Element) -> Iterator[_Element]:
    """Yield where a table repeats the texts of its head, which must stay the same as the cells."""
    if _TABLES.fullmatch(name):
        yield from root.iter("{*}tableColumn")


def _number_strings(members: Mapping[str, bytes], path: Path, values: Mapping[str, str | Number]) -> dict[str, Number]:
    """Return which shared strings are nothing but the placeholder of a number, with that number, by their index."""
    numbers: dict[str, Number] = {}
    for name, data in members.items():
        if _STRINGS.fullmatch(name):
            for index, whole in enumerate(parse_xml(data, path).iter("{*}si")):
                number = _number(whole, values)
                if number is not None:
                    numbers[str(index)] = number
    return numbers


def _number(whole: _Element, values: Mapping[str, str | Number]) -> Number | None:
    """Return the number whose placeholder a text is; None where it is more or something else."""
    text = "".join(t.text or "" for t in whole.iter("{*}t")).strip()
    names = names_in(text)
    value = values.get(names[0]) if len(names) == 1 and text == f"【{text[1:-1]}】" else None
    if value is None or isinstance(value, str):
        return None
    digits = format_number(value).replace(".", "").lstrip("-0")
    return value if len(digits) <= _EXACT_DIGITS else None


def _fill_part(name: str, root: _Element, texts: Mapping[str, str]) -> int:
    """Fill one part; return how many characters were put into it, where it stops when they are too many."""
    if name == WORKBOOK:
        _compute_anew(root)
        return 0
    is_drawn = _DRAWN.fullmatch(name) is not None  # a line feed there would need elements of its own
    flat = {key: " ".join(text.split("\n")) for key, text in texts.items()} if is_drawn else texts
    filled = 0
    for group in _groups(name, root):
        if left_empty(group, flat):
            continue
        whole = "".join(t.text or "" for t in group)
        for _, value in fill_texts(group, in_sentence(whole, flat), set()):
            filled += len(value)
            if filled > MOST_FILLED:
                return filled
    for header in _headers(root):
        header.text = fill_text(header.text or "", _in_header(header.text or "", texts))
    for column in _columns(name, root):
        title = str(column.get("name") or "")
        column.set("name", fill_text(title, in_sentence(title, texts)))
    return filled


def _fill_cell(cell: _Element, numbers: Mapping[str, Number], values: Mapping[str, str | Number]) -> Number | None:
    """Make a cell a number where it holds the placeholder of one, and return it; leave out what a formula gave."""
    space = cell.tag.rpartition("}")[0]
    shown = cell.find(f"{space}}}v")
    if cell.find(f"{space}}}f") is not None:
        if shown is not None:
            cell.remove(shown)
        _drop_kind(cell)
        return None
    inline = cell.find(f"{space}}}is")
    if cell.get("t") == "s" and shown is not None:
        number = numbers.get((shown.text or "").strip())
    elif inline is not None:
        number = _number(inline, values)
    else:
        return None
    if number is None:
        return None
    if inline is not None:
        cell.remove(inline)
    if shown is None:
        shown = cell.makeelement(f"{space}}}v")
        cell.append(shown)
    shown.text = format_number(number)
    _drop_kind(cell)
    return number


def _drop_kind(cell: _Element) -> None:
    """Leave a cell without the mark of a text, an error or the like: a number has none."""
    if "t" in cell.attrib:
        del cell.attrib["t"]


def _in_header(text: str, texts: Mapping[str, str]) -> dict[str, str]:
    """Return the texts as a header of a sheet takes them, where & begins a code."""
    filled = {}
    for name, value in texts.items():
        before = text.partition(f"【{name}】")[0]
        gap = " " if value[:1].isdigit() and _SIZE_AT_END.search(before) else ""
        filled[name] = gap + (value.replace("&", "&&") or UNFILLED)
    return filled


def _compute_anew(root: _Element) -> None:
    """Have all formulas computed when the file is opened."""
    space = root.tag.rpartition("}")[0]
    calculation = root.find(f"{space}}}calcPr")
    if calculation is None:
        calculation = root.makeelement(f"{space}}}calcPr")
        last = max((i for i, part in enumerate(root) if _local(part) in _BEFORE_CALCULATION), default=-1)
        root.insert(last + 1, calculation)
    calculation.set("fullCalcOnLoad", "1")


def _local(element: _Element) -> str:
    return str(element.tag).rpartition("}")[2]
