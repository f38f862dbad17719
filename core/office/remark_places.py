"""Finds the place in the report that a remark speaks of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from core.form.form_definition import FormDefinition

_NUMBERED = re.compile(r"第([一二三四五六七八九])部分|表([一二三四五六七八九])")
_NUMERALS = "一二三四五六七八九"
_SHORTEST = 4  # characters of a name that cannot stand in a sentence by chance


def find_place(form: FormDefinition, remark: str) -> str:
    """Return the code of the cell, text or field that a remark names; "" where it names none.

    A cell is named by its row and column, a text by its heading or name, a section also as 第五部分 or 表三.
    """
    said = "".join(remark.split())
    return max(_named(form, said), default=(0, 0, ""))[2] or _of_section(form, said)


def _named(form: FormDefinition, said: str) -> Iterator[tuple[int, int, str]]:
    """Yield what is named, with its weight: the longer name is meant, and of the same names the one said first."""
    for code, cell in form.cells.items():
        parts = ["".join(part.split()) for part in cell.name.split("·")]
        if len(parts) > 1 and all(part in said for part in parts):
            yield sum(map(len, parts)), -said.index(parts[0]), code
    for text in form.texts.values():
        names = [text.heading, text.name if text.heading else ""]
        yield from _best(names, text.code, said)
    for code, meta in form.meta.items():
        yield from _best([meta.name], code, said)
    for section in form.sections.values():
        yield from _best(
            [*(section.title, *section.synonyms), section.title.partition("、")[2]], section.contents[0], said
        )


def _best(names: list[str], code: str, said: str) -> Iterator[tuple[int, int, str]]:
    found = [name for name in names if len(name) >= _SHORTEST and name in said]
    if found:
        longest = max(found, key=len)
        yield len(longest), -said.index(longest), code


def _of_section(form: FormDefinition, said: str) -> str:
    """Return where a section begins that is named by its number; its table where it has one, as 表三 says."""
    match = _NUMBERED.search(said)
    number = _NUMERALS.index(match[1] or match[2]) if match else len(form.sections)
    if number >= len(form.sections):
        return ""
    contents = list(form.sections.values())[number].contents
    table = next((form.tables[content] for content in contents if content in form.tables), None)
    return table.cells[0] if table else contents[0]
