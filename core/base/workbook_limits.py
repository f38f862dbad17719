"""What a workbook from others would cost openpyxl is counted before openpyxl sees it.

The members are run through once by a streaming parser that keeps nothing, so that a workbook made to fill the memory
or to take hours is refused after a second or two. The seconds beside the limits are openpyxl's at the limit.
"""

import posixpath
import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Final
from xml.parsers import expat

from core.base.errors import DamagedFileError
from core.base.markup_limits import TOO_LARGE, check_markup
from core.base.ooxml import column_letters

MAX_ROW = 20_000  # a register of applications has some thousand; iterating a sheet visits every row up to the last
MAX_COLUMN = 500  # likewise
MAX_DEPTH = 100  # nested elements; a chart reaches 25
MAX_ELEMENT_ATTRIBUTES = 200  # the richest element of the format has some forty
MAX_SHEET_TAGS = 2_000_000  # "<" signs of one member: six for a cell with formula and value, and some more
MAX_CELLS = 200_000  # cells and rows of all sheets; 5 s, 140 MB

# What all members together may hold.
LIMITS: Final = {
    "cells": MAX_CELLS,
    "merges": 5_000,  # merged ranges; an official form has a hundred; 4 s
    "spread": 200_000,  # cells covered by merges, links and notes: openpyxl makes an object for each; 4 s, 140 MB
    "lookups": 500_000,  # links times merges: openpyxl looks for each link among all merges; 5 s
    "parts": 200_000,  # other elements: styles, shared texts, rules, names, charts; 5 s, 220 MB
    "styles": 5_000,  # named styles: openpyxl compares each new one with all before it; 2 s
    "shared": 4_000_000,  # longest shared formula times the cells that share one; 5 s
    "names": 100_000_000,  # squared lengths of names and headers: openpyxl's patterns are quadratic; 1 s
    "ranges": 500_000,  # characters of range lists ("A1 B3:B9 …"), once for each rule; 1 s
    "sheets": 255,
    "bytes": 40 * 2**20,  # of XML; a text with one rare character takes four times as much in memory
}
MAX_LOAD = 2.0  # sum of the shares in these limits: whoever needs all of one has little left for the others; 10 s

_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_RANGE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})(?::([A-Z]{1,3})([0-9]{1,7}))?")
_ONE_PART_ONCE: Final = {"sheet", "chart", "pivotCache", "externalReference", "tablePart"}
_MEASURED_TEXTS: Final = {
    "definedName",
    "oddHeader",
    "oddFooter",
    "evenHeader",
    "evenFooter",
    "firstHeader",
    "firstFooter",
}


class WorkbookScan:
    """Counts what the members of one workbook hold; `scan` each of them, then `finish`.

    A member that several others refer to is counted as often, since openpyxl reads it as often.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._counts: dict[str, Counter[str]] = {}
        self._referred: Counter[str] = Counter()

    def scan(self, name: str, data: bytes) -> None:
        """Run through the XML `data` (UTF-8) of the member `name`.

        Raises:
            FileError: The member alone goes beyond a limit.
            DamagedFileError: It is not well-formed, or made as no program makes it.
        """
        check_markup(data, self._path, max_tags=MAX_SHEET_TAGS)
        member = _MemberScan(self._path)
        try:
            member.run(data)
        except expat.ExpatError as error:
            # Old notes (VML) are often no XML; nobody reads them.
            if not name.lower().endswith(".vml"):
                raise DamagedFileError(self._path) from error
        self._counts[name] = member.counts
        if name.endswith(".rels"):
            folder = posixpath.dirname(posixpath.dirname(name))
            for target in member.targets:
                joined = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
                self._referred[posixpath.normpath(joined)] += 1

    def finish(self) -> None:
        """Judge all members together.

        Raises:
            FileError: Together they go beyond a limit.
        """
        total: Counter[str] = Counter()
        for name, counts in self._counts.items():
            times = max(self._referred[name], 1)
            for what, number in counts.items():
                total[what] += number * times
        if exceeds(total):
            raise TOO_LARGE.of(self._path)


def exceeds(counts: Counter[str]) -> bool:
    """Tell whether one of the counts is beyond its limit, or all of them together ask too much."""
    shares = [counts[what] / limit for what, limit in LIMITS.items()]
    return max(shares) > 1 or sum(shares) > MAX_LOAD


class _MemberScan:
    """One run of the streaming parser through one member.

    Attributes:
        counts: What the member holds, by the names that `exceeds` uses.
        targets: Where its relationships lead, if it holds any; links to the web are left out.
    """

    def __init__(self, path: Path) -> None:
        self.counts: Counter[str] = Counter()
        self.targets: list[str] = []
        self._path = path
        self._depth = 0
        self._row_depth = 0  # depth of the open <row>, 0 outside
        self._row = 0
        self._column = 0
        self._rows_seen: set[str] = set()  # row numbers as written, found to be within the limit
        self._cells = 0
        self._values = 0
        self._formulas = 0
        self._links = 0
        self._shared = 0
        self._longest_shared = 0
        self._parts = 0
        self._range_length = 0  # of the open conditional format
        self._text_of = ""  # element whose text is being measured
        self._text_length = 0
        self._identities: set[tuple[str, str]] = set()
        self._columns = _columns()
        self._handlers: dict[str, Callable[[dict[str, str]], None]] = {
            "row": self._start_row,
            "f": self._start_formula,
            "mergeCell": self._start_merge,
            "hyperlink": self._start_link,
            "comment": self._start_link,
            "dimension": self._start_dimension,
            "cellStyle": lambda _: self._add("styles", 1),
            "conditionalFormatting": self._start_ranges,
            "dataValidation": self._start_ranges,
            "cfRule": lambda _: self._add("ranges", self._range_length),
            "Relationship": self._start_relationship,
        }

    def run(self, data: bytes) -> None:
        """Run through `data` and fill `counts` and `targets`.

        Raises:
            FileError: It goes beyond the limits.
            DamagedFileError: It has what no workbook has, such as a row within a row.
            ExpatError: It is no well-formed XML.
        """
        parser = expat.ParserCreate("utf-8")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CommentHandler = self._count_part  # they take memory like elements
        parser.ProcessingInstructionHandler = self._count_part
        parser.StartDoctypeDeclHandler = self._refuse_doctype
        self._parser = parser
        parser.Parse(data, True)
        self.counts["bytes"] = len(data)
        self.counts["cells"] += self._cells
        self.counts["parts"] += self._parts
        self.counts["shared"] = self._shared * self._longest_shared
        self.counts["lookups"] = self._links * self.counts["merges"]
        if exceeds(self.counts):
            raise TOO_LARGE.of(self._path)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        """Count one element; called some hundred thousand times, so the common cases come first."""
        self._depth += 1
        if self._row_depth:
            if self._depth == self._row_depth + 1:  # openpyxl takes any child of a row for a cell
                if name.endswith("row"):  # its cells would be children of two rows
                    raise DamagedFileError(self._path)
                self._start_cell(attributes)
                return
            if name == "v":
                self._values += 1
                if self._values > MAX_CELLS:
                    raise TOO_LARGE.of(self._path)
                return
        if self._depth > MAX_DEPTH:
            raise TOO_LARGE.of(self._path)
        self._count_part()
        if len(attributes) > MAX_ELEMENT_ATTRIBUTES:
            raise TOO_LARGE.of(self._path)
        local = name.rpartition(":")[2] if ":" in name else name
        handler = self._handlers.get(local)
        if handler:
            handler(attributes)
        elif local in _ONE_PART_ONCE:
            self._start_reference(local, attributes)
        elif local in _MEASURED_TEXTS:
            self._measure(local)

    def _count_part(self, *_details: str) -> None:
        self._parts += 1
        if self._parts > LIMITS["parts"]:
            raise TOO_LARGE.of(self._path)

    def _end(self, _name: str) -> None:
        if self._depth == self._row_depth:
            self._row_depth = 0
        self._depth -= 1
        if self._text_of:
            self._end_measured()

    def _add(self, what: str, number: int) -> None:
        self.counts[what] += number

    def _start_row(self, attributes: dict[str, str]) -> None:
        if self._row_depth:  # somewhere inside a cell
            raise DamagedFileError(self._path)
        self._parts -= 1  # a row counts as a cell
        self._row_depth = self._depth
        self._column = 0
        number = attributes.get("r", "")
        if not number:
            self._row += 1
        elif number.isascii() and number.isdecimal() and len(number) <= 7:
            self._row = int(number)
        else:
            raise DamagedFileError(self._path)
        self._cells += 1
        if self._cells > MAX_CELLS:
            raise TOO_LARGE.of(self._path)

    def _start_cell(self, attributes: dict[str, str]) -> None:
        self._cells += 1
        reference = attributes.get("r")
        if reference is None:  # then it stands beside the one before
            self._column += 1
            if self._row > MAX_ROW or self._column > MAX_COLUMN:
                raise TOO_LARGE.of(self._path)
            return
        digits = reference.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        column = self._columns.get(reference.removesuffix(digits))
        if column and digits in self._rows_seen:
            self._column = column
        else:
            self._column = self._corner(_REFERENCE.fullmatch(reference.upper()), 1)[1]
            self._rows_seen.add(digits)

    def _start_formula(self, attributes: dict[str, str]) -> None:
        if self._row_depth and self._formulas < MAX_CELLS:
            self._formulas += 1
            self._parts -= 1  # a formula goes with its cell
        if attributes.get("t") == "shared":
            self._shared += 1
            self._measure("f")

    def _start_merge(self, attributes: dict[str, str]) -> None:
        self.counts["merges"] += 1
        self.counts["spread"] += self._area(attributes.get("ref", ""))

    def _start_link(self, attributes: dict[str, str]) -> None:
        if "ref" in attributes:  # a link in a drawing has none
            self._links += 1
            self.counts["spread"] += self._area(attributes["ref"])

    def _start_dimension(self, attributes: dict[str, str]) -> None:
        self._area(attributes.get("ref", "A1"))

    def _start_ranges(self, attributes: dict[str, str]) -> None:
        self._range_length = len(attributes.get("sqref", ""))
        self.counts["ranges"] += self._range_length

    def _start_relationship(self, attributes: dict[str, str]) -> None:
        if attributes.get("TargetMode") != "External":
            self.targets.append(attributes.get("Target", ""))

    def _start_reference(self, local: str, attributes: dict[str, str]) -> None:
        """Refuse a second element that leads to the same part: openpyxl would read the part once more for each."""
        if local == "sheet":
            self.counts["sheets"] += 1
        for key, value in attributes.items():
            if key.endswith(":id"):
                if (local, value) in self._identities:
                    raise DamagedFileError(self._path)
                self._identities.add((local, value))

    def _area(self, reference: str) -> int:
        """Return the number of cells of a range such as A1:C5, whose corners must lie within the limits."""
        corners = _RANGE.fullmatch(reference.replace("$", "").upper())
        row, column = self._corner(corners, 1)
        if corners is None or corners[3] is None:
            return 1
        last_row, last_column = self._corner(corners, 3)
        return (abs(last_row - row) + 1) * (abs(last_column - column) + 1)

    def _corner(self, match: re.Match[str] | None, group: int) -> tuple[int, int]:
        """Return row and column of one corner."""
        if match is None:
            raise DamagedFileError(self._path)
        row, column = int(match[group + 1]), self._columns.get(match[group])
        if column is None or row > MAX_ROW:
            raise TOO_LARGE.of(self._path)
        return row, column

    def _measure(self, local: str) -> None:
        """Begin to measure the text of the element that was just opened."""
        self._text_of = local
        self._text_length = 0
        self._parser.CharacterDataHandler = self._count_text

    def _count_text(self, text: str) -> None:
        self._text_length += len(text)

    def _end_measured(self) -> None:
        """Add the length of the text that ends here to what it costs."""
        self._parser.CharacterDataHandler = None
        if self._text_of == "f":
            self._longest_shared = max(self._longest_shared, self._text_length)
        else:
            self.counts["names"] += self._text_length**2
        self._text_of = ""

    def _refuse_doctype(self, *_details: object) -> None:
        raise DamagedFileError(self._path)


@cache
def _columns() -> dict[str, int]:
    """Return the letters of all columns within the limit, with their numbers."""
    return {column_letters(number): number for number in range(1, MAX_COLUMN + 1)}
