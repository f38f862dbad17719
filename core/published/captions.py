"""The year that stands above a table, where a file prints the table of another year beside that of the report."""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.published.labels import plain_label
from core.visible.blocks import Paragraph, VisibleTable

_YEAR = re.compile(r"(?<!\d)(20\d\d)年")
_TITLE = re.compile(r"(?<!\d)(20\d\d)年?度?(?:政府|政务)?信息公开(?:工作)?年度?报告")
_LONGEST = 40


def year_of_report(blocks: Sequence[Paragraph | VisibleTable]) -> str:
    """Return the year that the first title of a report names; "" for none."""
    titles = (_TITLE.search(plain_label(b.text)) for b in blocks if isinstance(b, Paragraph) and len(b.text) < 200)
    return next((found[1] for found in titles if found), "")


def is_of_other_year(blocks: Sequence[Paragraph | VisibleTable], at: int, year: str) -> bool:
    """Whether the line above a table, or its first row, names only other years than that of the report.

    Args:
        blocks: The file.
        at: Place of the table.
        year: The year of the report; "" where it is not known.
    """
    table = blocks[at]
    if not year or not isinstance(table, VisibleTable):
        return False
    first = "".join(cell.text for cell in table.rows[0].cells) if table.rows else ""
    above = next((b for b in reversed(blocks[:at]) if isinstance(b, VisibleTable) or b.text.strip()), None)
    lines = [first, above.text if isinstance(above, Paragraph) else ""]
    years = {found for line in map(plain_label, lines) if _is_caption(line) for found in _YEAR.findall(line)}
    return bool(years) and year not in years


def _is_caption(line: str) -> bool:
    return len(line) <= _LONGEST and "。" not in line
