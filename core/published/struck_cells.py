"""Struck-out numbers by the names of their cells: a clerk looks for （二）部分公开·自然人, not for 第2个表格第7行."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from core.form.form_definition import FormDefinition
from core.published.form_tables import RoleTable
from core.published.unsure import STRUCK, Unsure
from core.visible.blocks import Pages

_QUOTED = re.compile("“.*”$")


class StruckCells:
    """The cells of our tables in which something is struck out."""

    def __init__(self, pages: Pages, found: Mapping[str, RoleTable], form: FormDefinition) -> None:
        codes = {content: code for table in found.values() for content, code in _codes(table, form)}
        known = [(told, codes[id(content)]) for told, content in pages.struck if id(content) in codes]
        self._named = [(told, form.cells[code].name + _quoted(told), code) for told, code in known]

    def said(self, remark: str) -> str:
        """Return a remark with the names of the cells in place of table and row."""
        for told, named, _ in self._named:
            remark = remark.replace(told, named, 1)
        return remark

    def doubt(self, doubt: Unsure) -> Unsure:
        """Return a doubt of a remark that was told by names with the cells that it is about."""
        told = [(named, code) for _, named, code in self._named if named in doubt.said]
        if doubt.kind != STRUCK or not told or "个表格第" in doubt.said:
            return doubt
        written = "；".join(_quoted(named).strip("“”") for named, _ in told)
        return doubt._replace(cells=tuple(dict.fromkeys(code for _, code in told)), written=written)


def _quoted(told: str) -> str:
    found = _QUOTED.search(told)
    return found[0] if found else ""


def _codes(found: RoleTable, form: FormDefinition) -> list[tuple[int, str]]:
    """Return the codes of the cells behind the labels, by what stands in them; of rows that lack none of them."""
    table = next((table for table in form.tables.values() if table.section == found.role), None)
    if table is None:
        return []
    codes: list[tuple[int, str]] = []
    for row in found.rows:
        key = row.keys.get(form.formats[0], "")
        own: Sequence[str] = [code for code in table.cells if form.cells[code].row == key]
        if len(own) == len(row.values) and not found.is_reordered:
            codes += [(id(cell.content), code) for cell, code in zip(row.values, own, strict=True)]
    return codes
