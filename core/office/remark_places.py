"""Finds the place in the report that a remark speaks of; where that is not certain, only its page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from core.form.form_definition import FormDefinition, Section
from core.office.remark_words import Group, Word, plain, spoken, table_words
from core.report.shown_report import TITLE

META = "meta"
"""The page 基本信息."""

_NUMERALS = "一二三四五六七八九"
_DIGIT = f"[{_NUMERALS}1-9]"
_PART = re.compile(rf"(?:第|^)({_DIGIT})部分|(表)格?({_DIGIT})(?![\d件宗])")
_SUB_PART = re.compile(r"^第?[,:的中、之]?(?:第|\()([一二三四五六七八九])(?:\)|个?小标题|小节|点)")
_ITEM = re.compile(rf"^(?:[中的里下·:,、]*第)?({_DIGIT})(?:小?项|点|条|目|行|[.、)])|^\(({_DIGIT})\)")
_BARE_ITEM = re.compile(rf"^第?({_DIGIT})(?:小?项|点|条|目|行|[.、])?")
_BESIDE = "[·/,(、的:)-]?"
_TITLE = re.compile("(?<!小)标题|题目")  # of the report: its unit and its year
_SHORTEST = 4  # characters of a name that cannot stand in a sentence by chance
_WRITTEN = ":写的是"


class RemarkPlace(NamedTuple):
    """What a remark names: the code of a cell, text or field, "" for none, and the page, "" for none."""

    code: str
    page: str


class _Found(NamedTuple):
    """A word that is said: where it begins and ends, and what it means."""

    start: int
    end: int
    key: str


class _Part(NamedTuple):
    section: Section
    start: int
    end: int
    is_table: bool


NOWHERE = RemarkPlace("", "")


def find_place(form: FormDefinition, remark: str) -> RemarkPlace:
    """Return the place that a remark names; what stands before 写的是 counts first.

    A cell is named by its row and column, a text by its heading or name, a section also as 第五部分 or 表三. A cell
    that would have to be guessed is none: who types at once must not write over another number. A row without its
    column means its total, which nobody types.
    """
    said = plain(remark)
    parts = dict.fromkeys((said.partition(_WRITTEN)[0], said))
    return next((place for part in parts if (place := _named_in(form, part)).page), NOWHERE)


def _named_in(form: FormDefinition, said: str) -> RemarkPlace:
    part, sub = _part(form, said), _heading(form, said)
    if sub and (part is None or sub.start < part.start or part.section.key == form.texts[sub.key].section):
        return _at(form, sub.key)
    if part is not None:
        code = _in_section(form, part, said)
        return _at(form, code) if code else RemarkPlace("", part.section.key)
    return _anywhere(form, said)


def _at(form: FormDefinition, code: str) -> RemarkPlace:
    page = next((key for key, codes in form.pages.items() if code in codes), META if code in form.meta else "")
    return RemarkPlace(code, page)


def _part(form: FormDefinition, said: str) -> _Part | None:
    """Return the section that is named first, by its number or title or the name of its table."""
    found: list[_Part] = []
    sections = list(form.sections.values())
    for match in _PART.finditer(said):
        number = _number(match[1] or match[3])
        if number <= len(sections):
            found.append(_Part(sections[number - 1], match.start(), match.end(), bool(match[2])))
    for section in sections:
        ids = [table.id for table in form.tables.values() if table.section == section.key]
        tables = [plain(form.tables[table].name) for table in ids]
        tables += [word.said for word in spoken(form, "tables") if word.key in ids]
        titles = [name for title in (section.title, *section.synonyms) for name in (plain(title), _untitled(title))]
        for name in (*titles, *tables):
            at = said.find(name) if len(name) >= _SHORTEST else -1
            if at >= 0:
                found.append(_Part(section, at, at + len(name), name in tables))
    return min(found, key=lambda part: (part.start, -part.end), default=None)


def _untitled(title: str) -> str:
    return plain(title.partition("、")[2])


def _number(digit: str) -> int:
    return int(digit) if digit.isdigit() else _NUMERALS.index(digit) + 1


# ---------------------------------------------------------------- texts


def _heading(form: FormDefinition, said: str) -> _Found | None:
    """Return the sub-heading that is named with its number: （四）平台建设."""
    names = [
        (f"{heading[:3]}{name}", text.code)
        for text in form.texts.values()
        if (heading := plain(text.heading))
        for name in (heading[3:], plain(text.name), *map(plain, text.synonyms))
    ]
    return _first(said, (Word(*name) for name in names))


def _in_section(form: FormDefinition, part: _Part, said: str) -> str:
    """Return what a remark names within a section, "" for nothing certain."""
    section = part.section
    tables = [content for content in section.contents if content in form.tables]
    texts = form.texts_of(section.key)
    if not tables and len(texts) == 1:
        return _fee(form, section, said) or texts[0]
    if numbered := _SUB_PART.match(said[part.end :]):
        number = f"({numbered[1]})"
        by_number = [code for code in texts if plain(form.texts[code].heading).startswith(number)]
        if by_number:
            return by_number[0]
    if named := _first(said[part.end :], _text_words(form, texts, shortest=1)):
        return named.key
    cell = next(filter(None, (_cell(form, table, said, is_told=True) for table in tables)), "")
    if cell or not part.is_table:
        return cell
    # Who counts the tables and not the parts means another one
    return next(filter(None, (_cell(form, table, said, is_told=False) for table in form.tables)), "")


def _text_words(form: FormDefinition, texts: Iterable[str], shortest: int) -> Iterator[Word]:
    for code in texts:
        text = form.texts[code]
        names = [plain(text.heading), plain(text.heading)[3:], plain(text.name)]
        names += [plain(name) for name in text.synonyms if text.heading]
        names += [word.said for word in spoken(form, "texts") if word.key == code]
        yield from (Word(name, code) for name in names if len(name) >= shortest)


def _fee_words(form: FormDefinition) -> list[Word]:
    return [Word(plain(form.cells[code].name), code) for code in form.outside_tables]


def _fee(form: FormDefinition, section: Section, said: str) -> str:
    found = _first(said, _fee_words(form))
    return found.key if found and found.key in form.pages[section.key] else ""


def _anywhere(form: FormDefinition, said: str) -> RemarkPlace:
    """Return what is named without its section: a cell by row and column, else what is said first."""
    for table in form.tables:
        if code := _cell(form, table, said, is_told=False, needs_column=True):
            return _at(form, code)
    texts = [text.code for text in form.texts.values() if text.heading or not _is_twice(form, text.name)]
    words = [*_text_words(form, texts, _SHORTEST), *(Word(plain(m.name), m.code) for m in form.meta.values())]
    words += [*_fee_words(form), *(word for word in spoken(form, "meta") if word.key in form.meta)]
    words += [word for word in spoken(form, "parts") if word.key in form.sections]
    named = _first(said, (word for word in words if len(word.said) >= _SHORTEST))
    rows = [(found.start, table) for table in form.tables if (found := _row(form, table, said))]
    for start, table in sorted(rows):
        if (code := _cell(form, table, said, is_told=False)) and (named is None or start < named.start):
            return _at(form, code)
    if named and named.key in form.sections:
        contents = form.sections[named.key].contents
        return RemarkPlace(contents[0] if len(contents) == 1 else "", named.key)
    if named:
        return _at(form, named.key)
    outside = [text.code for text in form.texts.values() if not text.section and text.name in said]
    if outside:
        return _at(form, outside[0])
    return RemarkPlace(_title_field(form), META) if _TITLE.search(said) else NOWHERE


def _title_field(form: FormDefinition) -> str:
    """Return the field of the title; the name of the unit, which the title begins with, where a format has none."""
    return next((code for code in (TITLE, "meta.unit") if code in form.meta and not form.meta[code].is_hidden), "")


def _is_twice(form: FormDefinition, name: str) -> bool:
    return sum(text.name == name for text in form.texts.values()) > 1


# ---------------------------------------------------------------- cells


def _cell(form: FormDefinition, table: str, said: str, *, is_told: bool, needs_column: bool = False) -> str:
    """Return the cell of a table that is named, or the total of the row or column that is; "" where it is not certain.

    Args:
        form: The form.
        table: The id of the table.
        said: The remark.
        is_told: Whether it names the table: then a number alone, as （一）, may be a row, and a column may stand alone.
        needs_column: Whether a row without its column is not enough.
    """
    row = _row(form, table, said) or (_numbered_row(form, table, said) if is_told else None)
    rest = said if row is None else f"{said[: row.start]}\0{said[row.end :]}"
    column = _column(form, table, rest)
    cells = [form.cells[code] for code in form.tables[table].cells]
    if row is not None:
        of_row = [cell for cell in cells if cell.row == row.key]
        exact = [cell.code for cell in of_row if column and cell.column == column.key]
        if exact or needs_column:
            return exact[0] if exact else ""
        is_short = row.end - row.start < _SHORTEST - 1
        if is_short and not is_told and not re.search(r"\d", said[row.end :]):
            return ""
        cells = of_row
    elif column is None or not is_told or needs_column:
        return ""
    else:
        cells = [cell for cell in cells if cell.column == column.key]
    sums = [cell.code for cell in cells if cell.is_derived]
    if len(cells) == 1:
        return cells[0].code
    return sums[-1] if sums and (row is not None or len(sums) == 1) else ""


def _row(form: FormDefinition, table: str, said: str) -> _Found | None:
    """Return the row that is named first, in its own words or as an item of a group; a group means its first row."""
    words = table_words(form, table)
    items = [found for group in words.groups for found in _items(group, said)]
    named = _first(said, words.rows)
    firsts = [found for found in (*items, named) if found]
    if firsts:
        return min(firsts, key=lambda found: (found.start, -found.end))
    return _first(said, (Word(group.name, group.rows[0]) for group in words.groups if len(group.rows) < _SHORTEST * 3))


def _items(group: Group, said: str) -> Iterator[_Found]:
    """Yield the rows that are said as items of a group: 不予公开第3项, （三）3."""
    for name, pattern in ((group.name, _ITEM), (group.number, _BARE_ITEM)):
        at = said.find(name)
        match = pattern.match(said[at + len(name) :]) if at >= 0 else None
        number = _number(match[1] or match[match.re.groups]) if match else 0
        if match and 0 < number <= len(group.rows):
            yield _Found(at, at + len(name) + match.end(), group.rows[number - 1])


def _numbered_row(form: FormDefinition, table: str, said: str) -> _Found | None:
    """Return the row or the group that is named by its number alone: 表三（一）."""
    words = table_words(form, table)
    numbers = [Word(group.number, group.rows[0]) for group in words.groups]
    return _first(said, (*(Word(number, key) for number, key in words.numbered.items()), *numbers))


def _column(form: FormDefinition, table: str, rest: str) -> _Found | None:
    """Return the column that is named first; the row stands as NUL in the rest.

    A name that is a part of rows as well (其他) counts beside the row only, or as 其他列.
    """
    words = table_words(form, table)
    found = []
    for word in words.columns:
        is_loose = any(word.said in row.said for row in words.rows)
        name = re.escape(word.said)
        pattern = rf"(?<=\0){_BESIDE}{name}|{name}(?={_BESIDE}\0)|{name}[列栏]" if is_loose else name
        if match := re.search(pattern, rest):
            found.append(_Found(match.start(), match.end(), word.key))
    return min(found, key=lambda one: (one.start, -one.end), default=None)


def _first(said: str, words: Iterable[Word]) -> _Found | None:
    """Return the word that is said first; of words that overlap the longest."""
    found = [_Found(at, at + len(word.said), word.key) for word in words if (at := said.find(word.said)) >= 0]
    first = min(found, key=lambda one: (one.start, -one.end), default=None)
    if first is None:
        return None
    over = [one for one in found if one.start < first.end]
    return max(over, key=lambda one: (one.end - one.start, -one.start))
