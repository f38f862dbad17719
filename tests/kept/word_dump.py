"""A Word file as readable lines: paragraphs and tables with their properties, and the other parts."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from tests.kept.xml_lines import Legend, SharedParts, lines_of, masked, name_of, parsed, parts_of, short

_BODY = "word/document.xml"
_OF_EACH = ("word/header", "word/footer", "docProps/")
_OF_THE_LIBRARY = ("word/theme/", "[Content_Types].xml", "_rels/.rels", "docProps/thumbnail")


def word_text(data: bytes, shared: SharedParts) -> str:
    """Return a .docx as text; parts that other files may have alike go to ``shared``."""
    parts = parts_of(data)
    dump = _Dump()
    body = dump.blocks(parsed(parts, _BODY)[0], "")
    lines = [f"{name}: {value}" for name, value in _others(parts, shared)]
    return masked("\n".join([*dump.legends, "", *body, "", *lines]) + "\n")


def _others(parts: dict[str, bytes], shared: SharedParts) -> list[tuple[str, str]]:
    found = []
    for name in sorted(parts):
        if name == _BODY or name.startswith(_OF_THE_LIBRARY):
            continue
        root = parsed(parts, name)
        if name.startswith(_OF_EACH):
            found.append((name, short(root)))
        elif name.endswith((".xml", ".rels")):
            found.append((name, shared.named(name, map(masked, lines_of(root)))))
    return found


class _Dump:
    """The lines of a body, and the legends of its properties."""

    def __init__(self) -> None:
        self.paragraphs, self.runs, self.rows, self.cells = Legend("P"), Legend("R"), Legend("T"), Legend("C")

    @property
    def legends(self) -> list[str]:
        return [*self.paragraphs.lines, *self.runs.lines, *self.rows.lines, *self.cells.lines]

    def blocks(self, parent: Any, margin: str) -> list[str]:
        lines: list[str] = []
        for child in parent:
            match name_of(child):
                case "p":
                    lines.append(margin + self.paragraph(child))
                case "tbl":
                    lines += self.table(child, margin)
                case "tcPr":
                    pass
                case _:
                    lines.append(margin + short(child))
        return lines

    def paragraph(self, paragraph: Any) -> str:
        properties = next((child for child in paragraph if name_of(child) == "pPr"), None)
        head = self.paragraphs.name("" if properties is None else _inside(properties)) or "P0"
        pieces = [self._piece(child) for child in paragraph if child is not properties]
        joined = [
            (f"[{look}]" if look else "") + "".join(text for _, text in group)
            for look, group in groupby(pieces, key=lambda piece: piece[0])
        ]
        return " ".join([head, *joined])

    def _piece(self, run: Any) -> tuple[str, str]:
        if name_of(run) != "r":
            return "", f"<{short(run)}>"
        look, text = "", ""
        for child in run:
            match name_of(child):
                case "rPr":
                    look = self.runs.name(_inside(child))
                case "t":
                    text += child.text or ""
                case _:
                    text += f"<{short(child)}>"
        return look, text

    def table(self, table: Any, margin: str) -> list[str]:
        lines = []
        for child in table:
            if name_of(child) != "tr":
                lines.append(f"{margin}{short(child)}")
                continue
            cells = [cell for cell in child if name_of(cell) == "tc"]
            row = self.rows.name(" ".join(short(part) for part in child if name_of(part) != "tc")) or "T0"
            lines.append(" | ".join([margin + row, *map(self._cell, cells)]))
        return lines

    def _cell(self, cell: Any) -> str:
        properties = next((_inside(part) for part in cell if name_of(part) == "tcPr"), "")
        return " ".join([self.cells.name(properties), " / ".join(self.blocks(cell, ""))])


def _inside(properties: Any) -> str:
    return " ".join(short(child) for child in properties)
