"""What a matrix puts on the clipboard: the selected numbers, or the whole table with its labels."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from html import escape

from core.form.form_definition import Table

_STYLE = 'border="1" style="border-collapse:collapse"'


def selected_rows(table: Table, codes: Collection[str], shown: Callable[[str], str]) -> list[list[str]]:
    """Return the smallest block that holds the selected numbers, "" where one between them is not selected."""
    items = [item for row in table.grid for item in row if item.code in codes]
    tops, lefts = sorted({item.top for item in items}), sorted({item.left for item in items})
    block = [[""] * (lefts[-1] - lefts[0] + 1) for _ in tops]
    for item in items:
        block[tops.index(item.top)][item.left - lefts[0]] = shown(item.code)
    return block


def whole_rows(table: Table, shown: Callable[[str], str]) -> list[list[str]]:
    """Return the printed grid, each text at the first place of its merged cell."""
    block = [[""] * table.width for _ in table.grid]
    for item in (item for row in table.grid for item in row):
        block[item.top][item.left] = shown(item.code) if item.code else item.label
    return block


def as_tsv(rows: Sequence[Sequence[str]]) -> str:
    """Return rows as text with tabs between cells; a refused text loses its line ends."""
    return "\r\n".join("\t".join(" ".join(text.split()) for text in row) for row in rows)


def as_html(rows: Sequence[Sequence[str]]) -> str:
    """Return rows as an HTML table."""
    body = "".join("<tr>" + "".join(f"<td>{escape(text)}</td>" for text in row) + "</tr>" for row in rows)
    return f"<table {_STYLE}>{body}</table>"


def whole_html(table: Table, shown: Callable[[str], str]) -> str:
    """Return the table with its merges as HTML."""
    body = ""
    for row in table.grid:
        body += "<tr>"
        for item in row:
            text = escape(shown(item.code) if item.code else item.label)
            align = ' align="center"' if item.code or item.is_header else ""
            body += f'<td rowspan="{item.height}" colspan="{item.width}"{align}>{text}</td>'
        body += "</tr>"
    return f"<table {_STYLE}>{body}</table>"
