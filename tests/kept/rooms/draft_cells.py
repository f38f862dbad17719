"""What is seen in the cells of workbooks, whatever their looks; how differences are marked; who has a file open."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from io import BytesIO
from itertools import product
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Color, Font, PatternFill
from openpyxl.workbook.defined_name import DefinedName

from core.draft.draft_changes import DraftDifference
from core.draft.other_programs import open_in_program
from core.draft.workbook.raw_workbook import number_text, read_workbook

_TEXTS = (
    "",
    "甲",
    "甲乙丙",
    "甲乙丁",
    "丙",
    "一二三四五六七八九十" * 29,
    "一二三四五六七八九十" * 31,
    "一二三四五六七八九十" * 20 + "改" + "一二三四五六七八九十" * 20,
)
_NUMBERS = (
    0,
    -1,
    0.1,
    1 / 3,
    1e14,
    1e15,
    1.5e15,
    1e-5,
    1.5e-7,
    -2.5e-9,
    1e-20,
    1e-21,
    123456789.123456,
    1e300,
    5.0,
    -0.0,
)
_VALUES: tuple[Any, ...] = (
    1,
    -2,
    0.5,
    1e-7,
    1e20,
    True,
    False,
    "文字",
    " ",
    "_x000a_甲_x005F_x0041_",
    "=A1+1",
    "#N/A",
    datetime(2025, 1, 3),
    datetime(2025, 1, 3, 9, 30),
    date(2025, 1, 3),
    time(9, 30),
    timedelta(hours=30),
)
_FORMATS = (
    "0",
    "0.00",
    "#,##0",
    "0%",
    ";;;",
    "0,",
    '0"元"',
    '0"万件"',
    "¥0",
    "0.0E+00",
    "yyyy-mm-dd",
    '"共"0',
    "@",
    "[>2]0;0.0",
)
_COLOURS = ("FFFFFFFF", "FFEEEEEE", "FFDDDDDD", "FFCCCCCC", "FFFF0000", "FF000000")
_SIZES = (1, 2, 2.5, 11)
_EXCEL = b"\x04wang".ljust(55, b" ")


def documents(folder: Path) -> dict[str, str]:
    """Return what is seen."""
    lines = [*_cells(), *_numbers(), *_marked(), *_programs(folder)]
    return {"cells": "\n".join(lines) + "\n"}


def _cells() -> Iterable[str]:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "值"
    for row, value in enumerate(_VALUES, 1):
        sheet.cell(row, 1).value = value
    for column, code in enumerate(_FORMATS, 2):
        for row, number in enumerate((0, 1, -2.5, 1234.567), 1):
            cell = sheet.cell(row, column)
            cell.value, cell.number_format = number, code
    looks = book.create_sheet("样")
    for row, (colour, fill) in enumerate(product(_COLOURS, ("", "FF000000", "FFFFFFFF", "FFEE0000")), 1):
        looks.cell(row, 1).value = row
        looks.cell(row, 1).font = Font(color=colour)
        if fill:
            looks.cell(row, 1).fill = PatternFill("solid", fgColor=fill)
    for column, font in enumerate(_fonts(), 2):
        looks.cell(1, column).value, looks.cell(2, column).value = 12, "字3"
        looks.cell(1, column).font = looks.cell(2, column).font = font
    for column, text in enumerate(_rich(), 2):
        looks.cell(3, column).value = text
    looks.merge_cells("H5:J7")
    for place in ("C5", "D6", "E7", "F8"):
        looks[place].value = place
    looks.merge_cells("C5:E7")
    looks.row_dimensions[8].hidden, looks.row_dimensions[6].height = True, 2
    looks.column_dimensions["E"].hidden, looks.column_dimensions["F"].width = True, 0.4
    looks["F8"].comment, looks["C5"].comment = Comment("一\n二", "李"), Comment("", "李")
    book.create_sheet("藏").sheet_state = "hidden"
    for name, target in (
        ("nb_一", "值!$A$1"),
        ("NB_two", "'样'!$C$5:$D$6"),
        ("bad", "值!$A"),
        ("gone", "无!$A$1"),
        ("sum", "1+1"),
    ):
        book.defined_names[name] = DefinedName(name, attr_text=target)
    stream = BytesIO()
    book.save(stream)
    read = read_workbook(stream.getvalue(), Path("甲.xlsx"))
    for title, cells in read.sheets.items():
        yield f"{title}{' hidden' * (title in read.hidden)} unseen {read.unseen[title]}"
        yield from (f"  {row} {column} {_told(cell)}" for (row, column), cell in sorted(cells.items()))
    yield f"names {read.names}"
    yield f"notes {read.notes}"
    yield f"values only {read.is_values_only}"


def _told(cell: object) -> str:
    """Return a cell without what it has not."""
    facts = {name: getattr(cell, name) for name in ("struck", "is_masked", "drawn", "faint")}
    said = " ".join(f"{name}={value!r}" for name, value in facts.items() if value)
    return f"{cell.kind} {cell.text!r} {said}".strip()  # type: ignore[attr-defined]


def _fonts() -> Iterable[Font]:
    yield from (Font(sz=size) for size in _SIZES)
    yield from (
        Font(strike=True),
        Font(vertAlign="superscript"),
        Font(vertAlign="subscript"),
        Font(vertAlign="baseline"),
    )
    yield from (
        Font(color=Color(theme=0)),
        Font(color=Color(theme=1)),
        Font(color=Color(indexed=9)),
        Font(color=Color(indexed=10)),
    )
    yield Font(color=Color(rgb="FFFFFFFF", tint=-0.5))


def _rich() -> Iterable[CellRichText]:
    looks = (
        InlineFont(strike=True),
        InlineFont(vertAlign="superscript"),
        InlineFont(color=Color("FFFFFFFF")),
        InlineFont(color=Color("FF000000")),
        InlineFont(sz=2),
        InlineFont(sz=9),
    )
    yield from (CellRichText("共", TextBlock(look, "5"), "件") for look in looks)
    yield CellRichText(TextBlock(InlineFont(strike=True, color=Color("FFFFFFFF")), "全部"))


def _numbers() -> Iterable[str]:
    yield from (f"{number!r}: {number_text(number)}" for number in _NUMBERS)


def _marked() -> Iterable[str]:
    for one, other in product(_TEXTS, _TEXTS):
        if one == other:
            continue
        for is_text in (True, False) if len(one) < len(other) < 9 else (True,):
            told = DraftDifference("处", one, other, is_text=is_text).marked
            pair = f"{_TEXTS.index(one)} {_TEXTS.index(other)}{' text' * is_text}"
            yield f"{pair}: {' → '.join(_short(text) for text in told)}"


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:12]}…{len(text)}…{text[-12:]}"


def _programs(folder: Path) -> Iterable[str]:
    """Which program is said to have a paper open, and who."""
    name = "王工".encode("utf-16-le")
    marks = {
        "~$草稿.xlsx": (
            _EXCEL + b"\x02\0" + name,
            _EXCEL + b"\x01\0" + name,
            _EXCEL + b"\x09\0" + name,
            _EXCEL[:20],
            _EXCEL + b"\x02\0\xff\xff\x00\xd8",
        ),
        ".~lock.草稿.xlsx#": (
            "张三,zhang,PC".encode(),
            b",zhang,PC,x",
            b",,PC",
            "张三".encode(),
            b"\xff\xfe,,",
        ),
        ".~草稿.xlsx": (_EXCEL + b"\x02\0" + name, b""),
    }
    for mark, contents in marks.items():
        for content in contents:
            (folder / mark).write_bytes(content)
            other = open_in_program(folder / "草稿.xlsx")
            yield f"{mark} {content[55:] or content!r}: {other.sentence if other else '–'}"
        (folder / mark).unlink()
    names = (
        "报告.docx",
        "年度报告书.docx",
        "年度报告书甲.docx",
        "县年度报告书甲.docx",
        "县水利局年度报告书.docx",
        "报告.xlsx",
    )
    for own, mark in product(names, names):
        for cut in (0, 1, 2):
            (folder / f"~${mark[cut:]}").write_bytes(b"\x02wang")
            if open_in_program(folder / own):
                yield f"{own} is open by ~${mark[cut:]}"
            (folder / f"~${mark[cut:]}").unlink()
    for beside in ("市水利局年度报告书.docx", "市水利局年度报告.docx", "~$水利局年度报告书.docx"):
        (folder / "~$水利局年度报告书.docx").write_bytes(b"\x02wang")
        (folder / beside).write_bytes(b"x")
        yield f"beside {beside}: {open_in_program(folder / '县水利局年度报告书.docx') is not None}"
        (folder / beside).unlink()
