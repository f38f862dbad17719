"""A workbook as readable lines: every cell with its looks, and everything else that its sheets say."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import groupby
from typing import Any

from openpyxl.utils import column_index_from_string, get_column_letter

from tests.kept.xml_lines import Legend, lines_of, masked, name_of, parsed, parts_of, quoted, short, shortened

_AT = re.compile("([A-Z]+)([0-9]+)")
_CELL = re.compile(r"(\$?)\b([A-Z]{1,2})(\$?)(\d+)\b")
_SHEET = re.compile(r"xl/worksheets/sheet(\d+)\.xml")
_LEFT_OUT = (
    "docProps/app.xml",
    "xl/theme/",
    "[Content_Types].xml",
    "_rels/.rels",
    "xl/_rels/",
    "xl/sharedStrings.xml",
    "xl/styles.xml",
)
_IN_A_LINE = 8


def workbook_text(data: bytes) -> str:
    """Return an .xlsx as text."""
    parts = parts_of(data)
    looks = _Looks(parsed(parts, "xl/styles.xml"))
    texts = [short_text(item) for item in parsed(parts, "xl/sharedStrings.xml")] if _has_texts(parts) else []
    body: list[str] = []
    for name in sorted(parts, key=lambda name: (_SHEET.fullmatch(name) is None, len(name), name)):
        root = parsed(parts, name) if name.endswith((".xml", ".rels", ".vml")) else None
        if root is None or name.startswith(_LEFT_OUT):
            continue
        body += ["", f"=== {name}"]
        if _SHEET.fullmatch(name):
            body += _sheet(root, texts, looks)
        elif name == "xl/workbook.xml":
            body += _workbook(root)
        else:
            body += lines_of(root)
    return masked("\n".join([*looks.cells.lines, *looks.conditions.lines, *body]) + "\n")


def _has_texts(parts: dict[str, bytes]) -> bool:
    return "xl/sharedStrings.xml" in parts


def short_text(item: Any) -> str:
    """Return a shared text; its runs with their looks, where there are some."""
    runs = [child for child in item if name_of(child) == "r"]
    if not runs:
        return quoted(shortened("".join(child.text or "" for child in item)))
    return " ".join(short(run) for run in runs)


class _Looks:
    """The looks of cells in words, by number."""

    def __init__(self, styles: Any) -> None:
        self._parts = {name_of(child): child for child in styles}
        self._formats = {item.get("numFmtId"): item.get("formatCode") for item in self._parts.get("numFmts", ())}
        self.cells, self.conditions = Legend("S"), Legend("D")
        self._named: dict[str, str] = {}

    def of_cell(self, number: str) -> str:
        """Return the name of the looks of a cell."""
        if number not in self._named:
            self._named[number] = self.cells.name(self._described(number))
        return self._named[number]

    def _described(self, number: str) -> str:
        look = self._parts["cellXfs"][int(number)]
        words = [self._word("fonts", look, "fontId"), self._word("fills", look, "fillId")]
        words += [self._word("borders", look, "borderId")]
        chosen = look.get("numFmtId", "0")
        words += [f"format({self._formats.get(chosen, chosen)})"] if chosen != "0" else []
        words += [short(child) for child in look]
        return " ".join(filter(None, words))

    def _word(self, part: str, look: Any, attribute: str) -> str:
        chosen = look.get(attribute, "0")
        return short(self._parts[part][int(chosen)]) if part == "fonts" or chosen != "0" else ""

    def of_condition(self, number: str) -> str:
        """Return the name of the looks that a condition gives."""
        return self.conditions.name(short(self._parts["dxfs"][int(number)]))


def _sheet(root: Any, texts: list[str], looks: _Looks) -> list[str]:
    lines: list[str] = []
    formulas: dict[tuple[int, int], str] = {}
    rules: dict[str, list[str]] = defaultdict(list)
    for child in root:
        match name_of(child):
            case "sheetData":
                lines += [line for row in child for line in _row(row, texts, looks, formulas)]
            case "dimension":
                pass
            case "mergeCells":
                areas = [area.get("ref", "") for area in child]
                lines += [f"merged {' '.join(areas[i : i + 12])}" for i in range(0, len(areas), 12)]
            case "conditionalFormatting":
                for rule in child:
                    look = looks.of_condition(rule.attrib.pop("dxfId")) if "dxfId" in rule.attrib else ""
                    rules[child.get("sqref", "")].append(f"{look} {short(rule)}")
            case "dataValidations":
                lines += [f"allowed {short(rule)}" for rule in child]
            case _:
                lines.append(short(child))
    for area, told in rules.items():
        lines += [f"condition {area}: {rule}" for rule in told]
    return lines


def _row(row: Any, texts: list[str], looks: _Looks, formulas: dict[tuple[int, int], str]) -> list[str]:
    """Return a line for each run of equal cells, and what the row itself says."""
    number = row.get("r")
    facts = " ".join(f"{name}={value}" for name, value in row.attrib.items() if name not in ("r", "spans"))
    lines = [f"row {number} {facts}"] if facts else []
    cells = [(_column(cell), *_said(cell, texts, looks, formulas)) for cell in row]
    for (said, value), group in groupby(cells, key=lambda cell: cell[1:]):
        for _, run in groupby(enumerate(cell[0] for cell in group), key=lambda pair: pair[1] - pair[0]):
            ends = [column for _, column in run]
            first, last = get_column_letter(ends[0]), get_column_letter(ends[-1])
            place = f"{first}{number}" if first == last else f"{first}{number}:{last}{number}"
            lines.append(f"{place} {said}")
            lines += [f"{place} → {value}"] if value else []
    return lines


def _column(cell: Any) -> int:
    found = _AT.fullmatch(cell.get("r"))
    assert found
    return column_index_from_string(found[1])


def _formula(text: str, row: int, column: int, formulas: dict[tuple[int, int], str]) -> str:
    """Return a formula; of one that is that of the cell above or on the left, moved along, only that it is."""

    def moved(found: re.Match[str]) -> str:
        fixed_column, letters, fixed_row, number = found.groups()
        across = letters if fixed_column else f"[{column_index_from_string(letters) - column}]"
        return f"{across}{number if fixed_row else f'[{int(number) - row}]'}"

    formulas[row, column] = relative = _CELL.sub(moved, text)
    if formulas.get((row - 1, column)) == relative:
        return "= as above"
    return "= as on the left" if formulas.get((row, column - 1)) == relative else f"={shortened(text)}"


def _said(cell: Any, texts: list[str], looks: _Looks, formulas: dict[tuple[int, int], str]) -> tuple[str, str]:
    """Return looks and content of a cell, and what its formula came to; "" where it has none."""
    look = looks.of_cell(cell.get("s", "0"))
    formula = value = ""
    for child in cell:
        if name_of(child) == "f":
            others = "".join(f" {name}={set_}" for name, set_ in child.attrib.items())
            formula = _formula(child.text or "", int(cell.getparent().get("r")), _column(cell), formulas) + others
        elif name_of(child) == "v":
            value = child.text or ""
        else:
            value = short(child)
    if cell.get("t") == "s":
        value = texts[int(value)]
    elif cell.get("t"):
        value = f"{cell.get('t')}:{value}"
    return (f"{look} {formula}", value) if formula else (f"{look} {value}".strip(), "")


def _workbook(root: Any) -> list[str]:
    lines: list[str] = []
    for child in root:
        if name_of(child) != "definedNames":
            lines += lines_of(child)
            continue
        names = []
        for name in child:
            others = " ".join(f"{key}={value}" for key, value in name.attrib.items() if key != "name")
            names.append((*_place(name.text or ""), f"{name.get('name')} {others}".strip()))
        for sheet, group in groupby(names, key=lambda item: item[0]):
            told = [f"{name} {place}" for _, place, name in group]
            lines += [
                f"names in {sheet}: {', '.join(told[i : i + _IN_A_LINE])}" for i in range(0, len(told), _IN_A_LINE)
            ]
    return lines


def _place(text: str) -> tuple[str, str]:
    sheet, _, place = text.rpartition("!")
    return sheet, place.replace("$", "")
