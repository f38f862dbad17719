"""Pieces of reports on the clipboard, as other programs put them there."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from core.form.form_definition import Table
from core.form.form_reader import load_form
from core.report.entry_text import parse_entry
from gui.matrix.landings import PastePlan
from gui.matrix.paste_plan import plan_paste
from gui.matrix.pasted_block import PastedBlock

CLIPBOARD = Path(__file__).parents[2] / "data" / "clipboard"


FORM = load_form()


T2, T3, T4 = (FORM.tables[key] for key in ("t2", "t3", "t4"))


# As Excel puts it on the clipboard: style block, conditional comments, a text that runs over its neighbours.
EXCEL = """<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel">
<head><meta name=Generator content="Microsoft Excel 15"><style><!--table {mso-displayed-decimal-separator:"\\.";}
td {mso-style-parent:style0;}--></style></head><body>
<table border=0 cellpadding=0 cellspacing=0 width=216 style='border-collapse:collapse'>
<!--StartFragment--><col width=72 span=3 style='width:54pt'>
<tr height=19><td height=19 class=xl65 align=right x:num="1234"><span style='mso-spacerun:yes'>&nbsp;</span>1,234<span
  style='mso-spacerun:yes'>&nbsp;</span></td><td colspan=2 style='mso-ignore:colspan'>约三十件左右</td></tr>
<tr height=19><td height=19>２</td><td>&nbsp;</td><td x:num="5678">####</td></tr>
<tr style='display:none'><td>99</td><td>99</td><td>99</td></tr>
<![if supportMisalignedColumns]><![endif]>
<!--EndFragment--></table></body></html>"""


def put(html: str = "", text: str = "") -> None:
    """Put something on the clipboard as another program does."""
    data = QMimeData()
    if html:
        data.setHtml(html)
    if text:
        data.setText(text)
    QGuiApplication.clipboard().setMimeData(data)


def fixture(name: str) -> str:
    return (CLIPBOARD / name).read_text(encoding="utf-8")


def numbers_of_calc() -> dict[str, int]:
    """The numbers of the sheet that was copied, by code; blanks left out."""
    codes = iter(T3.cells)
    found = {}
    for line in fixture("calc_numbers.txt").splitlines():
        for text in line.split("\t"):
            code, entry = next(codes), parse_entry(text)
            if entry is not None and not FORM.cells[code].is_derived:
                assert isinstance(entry, int)
                found[code] = entry
    return found


def plan_of(block: PastedBlock, start: str = "t3.R01.C1", table_id: str = "t3") -> PastePlan:
    return plan_paste(FORM, FORM.tables[table_id], block, start, [start], {})


def block(*rows: str) -> PastedBlock:
    """A block written with | between cells."""
    return PastedBlock(tuple(tuple(cell.strip() for cell in row.split("|")) for row in rows))


NUMBER_OF = {code: str(n) for n, code in enumerate((code for t in (T2, T3, T4) for code in t.cells), 1)}


def printed(table: Table, *, texts: dict[str, str] | None = None, of: str = "") -> list[list[str]]:
    """The rows of a printed table as a browser copies them: nothing stands for the places a merged cell covers."""
    shown = NUMBER_OF | (texts or {})
    rows = [[shown[item.code] if item.code else item.label for item in row if of in item.code] for row in table.grid]
    return [row for row in rows if row]


def as_word(table: Table) -> list[list[str]]:
    """The rows as Word and WPS copy them: a cell merged downwards leaves an empty one in each row below."""
    owner = {(item.top + i, item.left): item for row in table.grid for item in row for i in range(item.height)}
    cells = [(i, item) for (i, _), item in sorted(owner.items())]
    return [
        [NUMBER_OF.get(item.code, item.label) if item.top == top else "" for i, item in cells if i == top]
        for top in range(len(table.grid))
    ]


def shapes_of(table: Table) -> dict[str, str]:
    """The same table as plain text, in the shapes that programs give it."""
    rows = printed(table)
    broken = [[t[:2] + "\n" + t[2:] if len(t) == 4 and not t.isdecimal() else t for t in row] for row in rows]
    return {
        "browser": "\n".join("\t".join(row) for row in rows),
        "word": "\r\n".join("\t".join(row) for row in as_word(table)),
        "title above, note below": "四、标题\n" + "\n".join("\t".join(row) for row in rows) + "\n注：无其他说明",
        "heads broken into lines": "\n".join("\t".join(row) for row in broken),
        "paragraphs in the cells": "\n\n".join("\n\t\n".join(row) for row in rows),
        "a line for each cell": "\n".join(text for row in rows for text in row),
        "blanks between the cells": "\n".join(" ".join(row) for row in rows),
    }
