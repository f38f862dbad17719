"""Finds the place in the report that a remark speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.form.form_definition import FormDefinition

_NUMBERED = re.compile(r"第([一二三四五六七八九])部分|表([一二三四五六七八九])")
_NUMERALS = "一二三四五六七八九"
_SHORTEST = 4  # characters of a name that cannot stand in a sentence by chance


def find_place(form: FormDefinition, remark: str) -> str:
    """Return the code of the cell, text or field that a remark names; "" where it names none.

    A cell is named by its row and column, a text by its heading or name, a section also as 第五部分 or 表三.
    What stands before 写的是 counts first.
    """
    said = "".join(remark.split())
    parts = dict.fromkeys((said.partition("：写的是")[0], said))
    return next((code for part in parts if (code := _named_in(form, part))), "")


def _named_in(form: FormDefinition, said: str) -> str:
    return max(_cells(form, said), default=(0, 0, 0, ""))[-1] or (
        max(_texts(form, said), default=(0, 0, ""))[-1] or _of_section(form, said) or _outside(form, said)
    )


def _cells(form: FormDefinition, said: str) -> Iterator[tuple[int, int, int, str]]:
    """Yield the cells that are named, with their weight: the longest row is meant, and the column said first."""
    for code, cell in form.cells.items():
        row, _, column = ("".join(cell.name.split())).rpartition("·")
        if row and row in said and column in said:
            yield len(row), -said.index(row), -said.index(column), code


def _texts(form: FormDefinition, said: str) -> Iterator[tuple[int, int, str]]:
    """Yield what else is named, with its weight: the longest name is meant, and of equal ones the one said first."""
    for text in form.texts.values():
        yield from _best([text.heading, text.name if text.heading else ""], text.code, said)
    for code, meta in form.meta.items():
        yield from _best([meta.name], code, said)
    for section in form.sections.values():
        titles = [section.title, *section.synonyms, section.title.partition("、")[2]]
        yield from _best(titles, section.contents[0], said)


def _best(names: list[str], code: str, said: str) -> Iterator[tuple[int, int, str]]:
    found = [name for name in names if len(name) >= _SHORTEST and name in said]
    if found:
        longest = max(found, key=len)
        yield len(longest), -said.index(longest), code


def _of_section(form: FormDefinition, said: str) -> str:
    """Return where a section begins that is named by its number: the text that is named too, else its table."""
    match = _NUMBERED.search(said)
    number = _NUMERALS.index(match[1] or match[2]) if match else len(form.sections)
    if number >= len(form.sections):
        return ""
    contents = list(form.sections.values())[number].contents
    named = [code for code in contents if code in form.texts and form.texts[code].name in said]
    if named:
        return named[0]
    table = next((form.tables[content] for content in contents if content in form.tables), None)
    return table.cells[0] if table else contents[0]


def _outside(form: FormDefinition, said: str) -> str:
    """Return the text before all sections (引言) where its name stands in the remark, however short that is."""
    named = (text.code for text in form.texts.values() if not text.section and text.name in said)
    return next(named, "")
