"""What speaks against a template whose names are known: numbers changed, other brackets, places that stay unfilled."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from core.form.form_definition import FormDefinition
from core.office.papers import placed_cells as sheets
from core.office.papers.cell_formats import format_fault, in_format
from core.office.papers.known import TEXTS, known_placeholders, spelling
from core.office.papers.labels import Cell, unit_lines
from core.office.papers.neighbours import changed_lines, units_of
from core.report.entry_text import Number
from core.report.linked_text import field, linked_codes
from core.visible.number_formats import hides_text, hides_zero
from core.word.placed_texts import PlacedText, placed_texts
from core.word.placeholders import names_in

_OPEN, _CLOSE = r"〔［\[〖{｛", r"〕］\]〗}｝"
_OTHER_BRACKETS = re.compile(rf"[{_OPEN}]([^{_OPEN}{_CLOSE}【】]{{1,80}})[{_CLOSE}]")
_LOOSE_BRACKETS = (
    re.compile("[《〈<＜「『]([^《〈<＜「『》〉>＞」』【】]{1,80})[》〉>＞」』]"),
    re.compile("[（(]((?:[^（）()【】]|[（(][^（）()【】]{1,20}[）)]){1,80})[）)]"),
    re.compile("“([^“”]{1,80})”"),
    re.compile('["＂]([^"＂]{1,80})["＂]'),
)
"""Brackets and quotes that stand in any text: only what is no everyday word is told in them."""
_EVERYDAY = frozenset(["年度", "上年度", "下年度", "今天", "结论", "未填", "会签", "稿次", "退回意见"])
"""Names of placeholders that say as much without one: 见报告“结论”; so do those of whole sections (见“总体情况”)."""
_ALONE = re.compile(r"\s*【[^【】]{1,80}】\s*")
_USUAL, _CHANGED = "请改为“常规”格式", "显示成另一个数或别的单位"


@dataclass(frozen=True, slots=True)
class Faults:
    """What is found in a template.

    Attributes:
        lines: What has to be changed before anything is made of it, each with its place.
        deleted: Placeholders that a revision deleted; they stay as they are.
        no_zero: Cells of a workbook that are blank where their number is zero, which it is.
        beside: Names of placeholders in comments and properties, which are filled too.
        placed: The texts in which placeholders are filled, each with its place.
    """

    lines: tuple[str, ...]
    deleted: tuple[str, ...] = ()
    no_zero: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    placed: tuple[tuple[str, str], ...] = ()


class _Judge:
    """Knows what each placeholder stands for."""

    def __init__(self, form: FormDefinition, values: Mapping[str, str | Number]) -> None:
        self.values, self.units, self._cells = values, units_of(form, values), form.cells
        known = known_placeholders(form)
        plain = {spelling(one.name) for one in known if one.group == TEXTS and "·" not in one.name} | _EVERYDAY
        self._names = dict.fromkeys(values, "")
        self._fields = {name: "" for name in values if name not in plain} | dict.fromkeys(self.units, "")
        for one in known:  # 联系人 of 联系人或联系科室
            parts = one.name.split("或") if "或" in one.name and "·" not in one.name else ()
            self._names |= {spelling(part): one.name for part in parts if spelling(part) not in values}

    def text_lines(self, place: str, text: str) -> Iterator[str]:
        """Yield what is wrong with a text in which placeholders are filled."""
        if "【" in text:
            yield from (f"{place}：{line}" for line in changed_lines(text, self.units, self.values))
        yield from (f"{place}：{line}" for line in self.bracket_lines(text))

    def bracket_lines(self, text: str) -> Iterator[str]:
        """Yield a line for each placeholder in other brackets than 【】."""
        for brackets in (_OTHER_BRACKETS, *_LOOSE_BRACKETS):
            known = self._names if brackets is _OTHER_BRACKETS else self._fields
            for match in brackets.finditer(text):
                name = "".join(match[1].split())
                if (meant := known.get(spelling(name))) is not None:
                    yield f"{''.join(match[0].split())}没有填，占位的括号是【】，请改为【{meant or name}】"

    def known_in(self, text: str) -> list[str]:
        """Return the names of a text that are placeholders, each once."""
        return [name for name in dict.fromkeys(names_in(text)) if spelling(name) in self.values]

    def unfilled_lines(self, place: str, text: str) -> Iterator[str]:
        """Yield a line for each placeholder in a text that is not filled."""
        for name in self.known_in(text) if "【" in text else ():
            yield f"{place}里的【{name}】不能填，请写在文字或单独一格里"

    def cell_lines(self, cell: sheets.PlacedCell) -> Iterator[str]:
        """Yield what is wrong with a cell of a workbook that holds placeholders."""
        name = spelling(names_in(cell.text)[0]) if _ALONE.fullmatch(cell.text) else ""
        if name in self.units:
            value = self.values[name]
            for code in cell.codes:
                drawn = in_format(cell.text, code, value)
                fault = format_fault(code, value) or any(changed_lines(drawn, self.units, self.values)) * _CHANGED
                if fault:
                    yield f"{cell.place}的数字格式{fault}，{_USUAL}"
        elif "【" in cell.text and hides_text(cell.codes[0]):
            yield f"{cell.place}的数字格式不显示文字，{_USUAL}"
        if cell.is_covered:
            yield f"{cell.place}被合并单元格盖住，看不见，请移到合并单元格的第一格"
        yield from self.text_lines(cell.place, cell.text)

    def value_lines(self, names: Iterable[str]) -> Iterator[str]:
        """Yield a line for each name whose value would be printed with the mark of a linked number."""
        for name in dict.fromkeys(names):
            value = self.values.get(spelling(name), "")
            marks = [code for code in linked_codes(value) if code in self._cells] if isinstance(value, str) else []
            if marks:
                yield f"【{name}】的内容里有记号“{field(marks[0])}”，会照样印出来，请在报告中改成文字"

    def no_zero(self, cell: sheets.PlacedCell) -> bool:
        """Whether a cell is blank since its number is zero."""
        if not _ALONE.fullmatch(cell.text) or not hides_zero(cell.codes[0]):
            return False
        value = self.values.get(spelling(names_in(cell.text)[0]), "")
        return not isinstance(value, str) and value == 0


def document_faults(path: Path, form: FormDefinition, values: Mapping[str, str | Number]) -> Faults:
    """Return what speaks against a .docx.

    Raises:
        FileError: The file cannot be read or is no Word document.
    """
    judge, found = _Judge(form, values), placed_texts(path)
    lines = [line for one in found.printed for line in judge.text_lines(one.place, one.text)]
    lines += unit_lines(_cells(found.printed), judge.units)
    lines += judge.value_lines(name for one in found.printed for name in names_in(one.text))
    lines += (line for one in found.unfilled for line in judge.unfilled_lines(one.place, one.text))
    deleted = [f"{one.place}【{name}】" for one in found.deleted for name in judge.known_in(one.text)]
    beside = dict.fromkeys(name for name in found.beside if spelling(name) in values)
    placed = tuple(one[:2] for one in found.printed)
    return Faults(tuple(dict.fromkeys(lines)), tuple(dict.fromkeys(deleted)), (), tuple(beside), placed)


def workbook_faults(path: Path, form: FormDefinition, values: Mapping[str, str | Number]) -> Faults:
    """Return what speaks against an .xlsx.

    Raises:
        FileError: The file cannot be read or is no workbook.
    """
    judge, cells = _Judge(form, values), list(sheets.placed_cells(path))
    lines = [line for cell in cells for line in judge.cell_lines(cell)]
    lines += unit_lines((Cell(c.place, c.text, c.sheet, c.row, c.column) for c in cells), judge.units)
    lines += judge.value_lines(name for cell in cells for name in names_in(cell.text))
    others = list(sheets.other_texts(path))
    lines += (line for place, text in others for line in judge.text_lines(place, text))
    lines += (line for place, text in sheets.unfilled_texts(path) for line in judge.unfilled_lines(place, text))
    blank = tuple(cell.place for cell in cells if judge.no_zero(cell))
    beside = dict.fromkeys(name for name in sheets.names_beside(path) if spelling(name) in values)
    placed = (*((cell.place, cell.text) for cell in cells), *others)
    return Faults(tuple(dict.fromkeys(lines)), (), blank, tuple(beside), placed)


def name_faults(pattern: str, form: FormDefinition, values: Mapping[str, str | Number]) -> list[str]:
    """Return what speaks against the pattern of a file name."""
    judge = _Judge(form, values)
    return [*judge.text_lines("文件名", pattern), *judge.value_lines(names_in(pattern))]


def _cells(texts: Iterable[PlacedText]) -> Iterator[Cell]:
    """Yield the cells of the tables of a document, row by row, with all paragraphs of each as one text."""
    in_tables = sorted((text for text in texts if text.grid), key=lambda text: text.grid)
    for row, members in groupby(in_tables, key=lambda text: text.grid[:2]):
        cells = [(column, list(found)) for column, found in groupby(members, key=lambda text: text.grid[2])]
        for column, found in cells:
            said = "\n".join(one.text for one in found)
            if said.strip():
                yield Cell(found[0].place, said, row[0], row[1], column, len(cells))
