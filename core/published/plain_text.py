r"""Plain text as blocks: cells as lines that begin with a tab, or rows as lines with tabs between the cells.

Four shapes of tables occur:

- *cells*: each cell is a line that begins with a tab, a blank line ends the row, a line without a tab goes on in the
  cell above (what a Word file becomes when its text is taken out);
- *rows*: each row is a line, with tabs between its cells (copied from Word, WPS, Excel or a web page);
- *alternating*: cells are lines, with a line of just a tab between them (copied from a web page with paragraphs in its
  cells);
- *piped*: each row is a line, with strokes between its cells (Markdown, tables drawn with characters).

Text may be indented by a tab, too: a line with a single cell is text where it reads as such.
"""

from __future__ import annotations

import re
from pathlib import Path

from core.base.markup_limits import TOO_LARGE
from core.published import phrases
from core.published.headings import section_of
from core.published.part_headings import part_of
from core.published.vocabulary import is_form_label, vocabulary
from core.visible.blocks import Block, Pages, Paragraph, VisibleTable, lay_out, moved_on

LONGEST_BAND = 40
_MOST_CHARACTERS = 1_000_000  # a report has some ten thousand

# Blank lines and quoted cells may run on for thousands of lines: each of these begins where such a run begins, and
# gives nothing back, or the time would grow with the square of their length.
_ALTERNATING = re.compile(r"(?<![ \u3000\n])[ \u3000]*+\n(?:[ \u3000]*+\n)*+\t[ \u3000]*+\n(?:[ \u3000]*+\n)*+")
_QUOTED = re.compile(r'(?<![^\t\n])"((?:[^"\t]++|"")*+)"(?=\t|\n|$)')
_PART = re.compile(r"\s*[一二三四五六]、")
_STROKE = re.compile("[|│┃｜║]")
_RULE = re.compile(r"[\s|│┃｜║+\-:=_─━═┄┅┼├┤┬┴└┘┌┐╋┣┫┳┻┗┛┏┓╬╠╣╦╩╚╝╔╗]+")
_HASHES = re.compile(r"\s{0,3}#{1,6}\s+")
_LEAST_PIPED = 10
"""Lines with strokes between cells from which on strokes stand between cells."""
_SENTENCE_ENDS = tuple("。；：;:！？")
_MOST_LINES = 20_000  # a report with a line for each cell has a thousand
_LONG = 60  # characters that no cell of the form has


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
    lines = _without_indents(_without_strokes(text.split("\n")))
    return Pages(_Lines(lines).blocks(), is_plain=True)


def _without_strokes(lines: list[str]) -> list[str]:
    """Return the lines with tabs in place of the strokes between cells, and no lines that are drawn."""
    if sum(len(_STROKE.findall(line)) > 1 for line in lines) < _LEAST_PIPED:
        return lines
    made: list[str] = []
    for line in lines:
        bare = line.strip()
        if _STROKE.search(line) and not bare.endswith("。"):
            first, last = _STROKE.match(bare) is not None, len(bare) > 1 and _STROKE.match(bare[-1]) is not None
            cells = _STROKE.split(bare)[int(first) : -1 if last else None]
            if not _RULE.fullmatch(bare):
                made.append("\t".join(cell.strip() for cell in cells))
        elif not (bare and _RULE.fullmatch(bare)):
            made.append(_HASHES.sub("", line))
    return made


def _without_indents(lines: list[str]) -> list[str]:
    """Return the lines without the tab before text that is indented by it, in a file no longer than a report."""
    if len(lines) > _MOST_LINES:
        return lines
    single = [line.startswith("\t") and bool(line.strip()) and "\t" not in line.strip() for line in lines]
    shown = [at for at, line in enumerate(lines) if line.strip()]
    texts = {at for at in shown if "\t" not in lines[at].strip() and _reads_as_text(lines[at].strip())}
    for before, at, after in zip(shown, shown[1:], shown[2:], strict=False):
        if (
            single[at] and before in texts and after in texts and not is_form_label(lines[at])
        ):  # a short line among text
            texts.add(at)
    return [line.strip() if single[at] and at in texts else line for at, line in enumerate(lines)]


def _reads_as_text(text: str) -> bool:
    """Whether what could be a cell is text: a title, a heading, a sentence."""
    if text.endswith(_SENTENCE_ENDS) or len(text) > _LONG or part_of(text) is not None:
        return True
    title = section_of(text)
    is_title = phrases.TITLE_END.search(text) is not None and phrases.LOOSE_KERNEL.search(text) is not None
    return is_title or (title is not None and title.is_numbered and title.score >= 1)


def _is_row(line: str) -> bool:
    """Whether a line holds cells; a tab at its end alone makes none of text."""
    bare = line.rstrip(" \u3000")
    return "\t" in bare.removesuffix("\t") or (bare.endswith("\t") and is_form_label(bare))


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
            if _is_row(line) or line.startswith("\t") or self._is_band(at):
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
        return "\t" in below and not self._is_cell(at)

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
        while at < len(lines) and (_is_row(lines[at]) or self._is_band(at) or _goes_on(lines, at)):
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
    return not lines[at].strip() and at + 1 < len(lines) and _is_row(lines[at + 1])


def _joined(lines: list[str]) -> str:
    return "".join(lines)


def _line(text: str) -> list[Block]:
    return [Paragraph(text)] if text else []
