r"""Plain text as blocks: cells as lines that begin with a tab, or rows as lines with tabs between the cells.

Three shapes of tables occur:

- *cells*: each cell is a line that begins with a tab, a blank line ends the row, a line without a tab goes on in the
  cell above (what a Word file becomes when its text is taken out);
- *rows*: each row is a line, with tabs between its cells (copied from Word, WPS, Excel or a web page);
- *alternating*: cells are lines, with a line of just a tab between them (copied from a web page with paragraphs in its
  cells).
"""

from __future__ import annotations

import re
from pathlib import Path

from core.base.markup_limits import TOO_LARGE
from core.published.vocabulary import vocabulary
from core.visible.blocks import Block, Pages, Paragraph, VisibleTable, lay_out, moved_on

LONGEST_BAND = 40
_MOST_CHARACTERS = 1_000_000  # a report has some ten thousand

# Blank lines and quoted cells may run on for thousands of lines: each of these begins where such a run begins, and
# gives nothing back, or the time would grow with the square of their length.
_ALTERNATING = re.compile(r"(?<![ \u3000\n])[ \u3000]*+\n(?:[ \u3000]*+\n)*+\t[ \u3000]*+\n(?:[ \u3000]*+\n)*+")
_QUOTED = re.compile(r'(?<![^\t\n])"((?:[^"\t]++|"")*+)"(?=\t|\n|$)')
_PART = re.compile(r"\s*[一二三四五六]、")


def read_plain_text(text: str, path: Path) -> Pages:
    """Return the paragraphs and tables of a plain text; ``path`` is the file to be named if it fails.

    Raises:
        FileError: It has more characters than ``_MOST_CHARACTERS``.
    """
    if len(text) > _MOST_CHARACTERS:
        raise TOO_LARGE.of(path)
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n").replace("\ufeff", "")
    text = _QUOTED.sub(lambda m: m[1].replace('""', '"').replace("\n", "") if "\n" in m[1] else m[0], text)
    if len(_ALTERNATING.findall(text)) > 5 and not re.search(r"(?:^|\n)\t[^\t\n]", text):
        text = _ALTERNATING.sub("\t", text)
    return Pages(_Lines(text.split("\n")).blocks(), is_plain=True)


class _Lines:
    """One pass through the lines of a text."""

    def __init__(self, lines: list[str]) -> None:
        self._lines = lines
        self._blocks: list[Block] = []
        self._group = 0
        self._tables = 0

    def blocks(self) -> list[Block]:
        """Return the paragraphs and tables."""
        at = 0
        while at < len(self._lines):
            line = self._lines[at]
            if "\t" in line.rstrip() or line.startswith("\t") or self._is_band(at):
                # The last rows of another table may stand close above one with a line for each cell
                is_cell = line.startswith("\t") and self._is_cell(at)
                at = moved_on(at, self._cells(at) if is_cell else self._rows(at))
                continue
            if not line.strip():
                self._group += 1
            else:
                self._blocks.append(Paragraph(line.strip(), self._group))
            at += 1
        return self._blocks

    def _is_cell(self, at: int) -> bool:
        """Whether the table that begins here has a line for each cell."""
        near = [line for line in self._lines[at : at + 40] if "\t" in line]
        single = sum(line.startswith("\t") and "\t" not in line[1:].rstrip() for line in near)
        return single * 2 > len(near)

    def _is_band(self, at: int) -> bool:
        """Whether a line is a label across the table (第二十条第（一）项), with a row below it."""
        line = self._lines[at].strip()
        if not line or len(line) > LONGEST_BAND or vocabulary().groups.match(line) is None:
            return False
        below = next((text for text in self._lines[at + 1 : at + 4] if text.strip()), "")
        return "\t" in below and not self._is_cell(at + 1)

    def _cells(self, at: int) -> int:
        """Read a table with a line for each cell; return the line after it."""
        rows: list[list[list[str]]] = [[]]
        lines = self._lines
        while at < len(lines):
            line = lines[at]
            if line.startswith("\t"):
                rows[-1].append([line.strip()])
            elif not line.strip():
                rows.append([])
            elif rows[-1] and not _PART.match(line):
                rows[-1][-1].append(line.strip())
            else:
                break
            at += 1
        self._add([[_joined(cell) for cell in row] for row in rows])
        return at

    def _rows(self, at: int) -> int:
        """Read a table with a line for each row; return the line after it."""
        rows: list[list[str]] = []
        lines = self._lines
        while at < len(lines) and ("\t" in lines[at] or self._is_band(at) or _goes_on(lines, at)):
            rows.append([cell.strip() for cell in lines[at].split("\t")] if lines[at].strip("\n ") else [])
            at += 1
        self._add(rows)
        return at

    def _add(self, rows: list[list[str]]) -> None:
        self._tables += 1
        laid = lay_out([[(1, 1, _line(cell)) for cell in row] for row in rows if row])
        if laid:
            self._blocks.append(VisibleTable(laid, f"第{self._tables}个表格"))
        self._group += 1


def _goes_on(lines: list[str], at: int) -> bool:
    """Whether a blank line stands within a table: the next line is a row again."""
    return not lines[at].strip() and at + 1 < len(lines) and "\t" in lines[at + 1]


def _joined(lines: list[str]) -> str:
    return "".join(lines)


def _line(text: str) -> list[Block]:
    return [Paragraph(text)] if text else []
