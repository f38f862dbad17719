"""Workbooks of others: none costs openpyxl too much memory or time."""

import io
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from core.base import workbook_limits
from core.base.archive_limits import Archive, check_workbook_members, checked_workbook_bytes
from core.base.errors import DamagedFileError, FileError
from tests.core.base.made_files import EMPTY, MAIN, NAMESPACES, OFFICE, book, book_members, columns_of, zip_of

ROOT = Path(__file__).parent.parent.parent.parent


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "去年 年报.xlsx"


ROW = workbook_limits.MAX_ROW
CELLS = workbook_limits.MAX_CELLS
MERGES = workbook_limits.LIMITS["merges"]
FORMULA = "+".join(["A1"] * 100)


def merge(reference: str) -> str:
    return f'{EMPTY}<mergeCells><mergeCell ref="{reference}"/></mergeCells>'


GIANTS: dict[str, Callable[[], bytes]] = {
    "a cell too far down": lambda: book(f'<sheetData><row r="9"><c r="A{ROW + 1}"/></row></sheetData>'),
    "a cell in the last row of all": lambda: book('<sheetData><row r="1048576"><c r="A1048576"/></row></sheetData>'),
    "a cell too far right": lambda: book('<sheetData><row r="1"><c r="SG1"/></row></sheetData>'),
    "a cell at XFD": lambda: book('<sheetData><row r="1"><c r="XFD1"/></row></sheetData>'),
    "a cell in small letters": lambda: book('<sheetData><row r="1"><c r="xfd1"/></row></sheetData>'),
    "a cell written in entities": lambda: book('<sheetData><row r="1"><c r="A&#57;&#57;999"/></row></sheetData>'),
    "a cell without a place in a row far down": lambda: book('<sheetData><row r="99999"><c/></row></sheetData>'),
    "a row of cells without a place": lambda: book("<sheetData><row>" + "<c/>" * 501 + "</row></sheetData>"),
    "a cell by another name": lambda: book('<sheetData><row r="1"><zelle r="A99999"/></row></sheetData>'),
    "another prefix": lambda: book(f'<x:row xmlns:x="{MAIN}" r="1"><x:c r="A99999"/></x:row>'),
    "too many cells": lambda: book(
        "<sheetData>" + "".join(columns_of(row, 500, "") for row in range(1, 402)) + "</sheetData>"
    ),
    "too many rows": lambda: book("<sheetData>" + "<row/>" * (CELLS + 1) + "</sheetData>"),
    "too many values in a cell": lambda: book("<sheetData><row><c>" + "<v/>" * (CELLS + 1) + "</c></row></sheetData>"),
    "a giant merge": lambda: book(merge("A1:SF20000")),
    "a giant merge upside down": lambda: book(merge("SF20000:A1")),
    "a giant merge with dollars": lambda: book(merge("$A$1:$SF$20000")),
    "a merge too far down": lambda: book(merge(f"A1:A{ROW + 1}")),
    "too many merges": lambda: book(
        f"{EMPTY}<mergeCells>" + '<mergeCell ref="A1:B1"/>' * (MERGES + 1) + "</mergeCells>"
    ),
    "a giant dimension": lambda: book(f'<dimension ref="A1:XFD1048576"/>{EMPTY}'),
    "a giant link": lambda: book(f'{EMPTY}<hyperlinks><hyperlink ref="A1:SF20000" location="A1"/></hyperlinks>'),
    "a giant note": lambda: book(f'{EMPTY}<comments><comment ref="A1:SF20000"/></comments>'),
    "links times merges": lambda: book(
        f"{EMPTY}<mergeCells>"
        + "".join(f'<mergeCell ref="A{row}:B{row}"/>' for row in range(1, 1001))
        + "</mergeCells><hyperlinks>"
        + "".join(f'<hyperlink ref="B{row}" location="A1"/>' for row in range(1, 1001))
        + "</hyperlinks>"
    ),
    "a shared formula in many cells": lambda: book(
        "<sheetData>"
        + "".join(
            columns_of(row, 20, f'<f t="shared" si="0">{FORMULA if row == 1 else ""}</f>') for row in range(1, 1001)
        )
        + "</sheetData>"
    ),
    "too many shared texts": lambda: book(strings="<si><t>x</t></si>" * 100_001),
    "too many styles": lambda: book(styles="<fonts>" + "<font/>" * 200_001 + "</fonts>"),
    "too many named styles": lambda: book(styles="<cellStyles>" + "<cellStyle/>" * 5_001 + "</cellStyles>"),
    "a print area that takes hours to parse": lambda: book(
        names='<definedName name="_xlnm.Print_Area" localSheetId="0">' + "$A:$A," * 10_000 + "</definedName>"
    ),
    "a header that takes hours to parse": lambda: book(f"{EMPTY}<oddHeader>{'&amp;L' * 10_000}</oddHeader>"),
    "rules over long lists of ranges": lambda: book(
        f'{EMPTY}<conditionalFormatting sqref="{"A1 " * 1000}">{"<cfRule/>" * 1000}</conditionalFormatting>'
    ),
    "too many sheets": lambda: book(
        sheets="".join(f'<sheet name="{n}" sheetId="{n}" r:id="x{n}"/>' for n in range(2, 300))
    ),
    "one giant text": lambda: book(f'<sheetData><row><c t="str"><v>{"x" * 3_000_000}</v></c></row></sheetData>'),
    "one giant attribute": lambda: book(f'{EMPTY}<x a="{"x" * 3_000_000}"/>'),
    "too many attributes": lambda: book(EMPTY + "<x" + "".join(f' a{n}="1"' for n in range(201)) + "/>"),
    "too many comments": lambda: book("<!---->" * 200_001 + EMPTY),
    "too deep": lambda: book("<a>" * 101 + "</a>" * 101 + EMPTY),
    "each limit reached by half and more": lambda: book(
        "<sheetData>" + "".join(columns_of(row, 20, "") for row in range(1, 8000)) + "</sheetData>"
        "<mergeCells>" + '<mergeCell ref="A1:AL1"/>' * 4_900 + "</mergeCells>",
        styles="<fonts>" + "<font/>" * 150_000 + "</fonts>",
    ),
    "a sheet read by many": lambda: book(
        "<sheetData>" + "".join(columns_of(row, 20, "") for row in range(1, 1001)) + "</sheetData>",
        sheets="".join(f'<sheet name="s{n}" sheetId="{n}" r:id="x{n}"/>' for n in range(2, 30)),
        links="".join(
            f'<Relationship Id="x{n}" Type="{OFFICE}/worksheet" Target="{target}"/>'
            for n, target in zip(
                range(2, 30), ["/xl/worksheets/sheet1.xml", "./worksheets/../worksheets/sheet1.xml"] * 14, strict=True
            )
        ),
    ),
}


@pytest.mark.parametrize("name", GIANTS)
def test_a_giant_workbook_is_refused_within_seconds(path: Path, name: str) -> None:
    path.write_bytes(GIANTS[name]())

    start = time.process_time()
    with pytest.raises(FileError, match="内容过大"):
        checked_workbook_bytes(path)
    assert time.process_time() - start < 20  # seconds for anything, as promised
    with pytest.raises(FileError, match="内容过大"):
        check_workbook_members(Archive(path, path.read_bytes()))


ODD: dict[str, Callable[[], bytes]] = {
    "a document type": lambda: zip_of(book_members() | {"xl/worksheets/sheet1.xml": "<!DOCTYPE a><worksheet/>"}),
    "a cell that is nowhere": lambda: book('<sheetData><row r="1"><c r="第一格"/></row></sheetData>'),
    "a cell without a row": lambda: book('<sheetData><row r="1"><c r="A"/></row></sheetData>'),
    "a row that is no number": lambda: book('<sheetData><row r="1e9"><c/></row></sheetData>'),
    "a row in a row": lambda: book('<sheetData><row><row><c r="A1"/></row></row></sheetData>'),
    "a merge of whole columns": lambda: book(merge("A:XFD")),
    "a link on whole columns": lambda: book(f'{EMPTY}<hyperlinks><hyperlink ref="A:XFD"/></hyperlinks>'),
    "the same sheet twice": lambda: book(sheets='<sheet name="二" sheetId="2" r:id="r1"/>'),
    "no XML": lambda: book("<sheetData>"),
}


@pytest.mark.parametrize("name", ODD)
def test_a_workbook_made_as_no_program_makes_it_is_damage(path: Path, name: str) -> None:
    path.write_bytes(ODD[name]())

    with pytest.raises(DamagedFileError):
        checked_workbook_bytes(path)


def test_a_sheet_may_bear_any_name(path: Path) -> None:
    members = book_members()
    sheet = f'<worksheet {NAMESPACES}><sheetData><row r="1"><c r="XFD1"/></row></sheetData></worksheet>'
    path.write_bytes(zip_of(members | {"xl/media/image1.png": "\n" * 500 + sheet}))

    with pytest.raises(FileError, match="内容过大"):
        checked_workbook_bytes(path)


@pytest.mark.parametrize("encoding", ["utf-16", "gb18030"])
def test_a_sheet_in_another_encoding_is_checked_and_comes_out_in_utf_8(path: Path, encoding: str) -> None:
    def sheet(reference: str) -> bytes:
        text = f'<?xml version="1.0" encoding="{encoding}"?><worksheet {NAMESPACES}><sheetData><row r="1">'
        return f'{text}<c r="{reference}" t="str"><v>合计</v></c></row></sheetData></worksheet>'.encode(encoding)

    path.write_bytes(zip_of(book_members() | {"xl/worksheets/sheet1.xml": sheet("A1")}))
    workbook = openpyxl.load_workbook(io.BytesIO(checked_workbook_bytes(path)), keep_links=False)
    assert workbook.active is not None
    assert workbook.active["A1"].value == "合计"

    path.write_bytes(zip_of(book_members() | {"xl/worksheets/sheet1.xml": sheet("XFD1")}))
    with pytest.raises(FileError, match="内容过大"):
        checked_workbook_bytes(path)


@pytest.mark.parametrize(
    "start",
    [
        b'<?xml version="1.0" encoding="UTF-7"?>',
        b'<?xml version="1.0" encoding="cp037"?>',
        b'<?xml version="1.0"' + b" " * 2000 + b' encoding="UTF-7"?>',
        b'<?xml version="1.0" encoding="utf-8" encoding="UTF-7"?>',
        b"<\x00?\x00x\x00m\x00l\x00",
        "<?xml?>".encode("cp037"),
        b"\x00\x00\x00<",
    ],
)
def test_an_encoding_that_hides_what_is_inside_is_refused(path: Path, start: bytes) -> None:
    path.write_bytes(zip_of(book_members() | {"xl/worksheets/sheet1.xml": start + b"<worksheet/>"}))

    with pytest.raises(DamagedFileError):
        checked_workbook_bytes(path)


def test_notes_that_are_no_xml_do_no_harm(path: Path) -> None:
    path.write_bytes(zip_of(book_members() | {"xl/drawings/vmlDrawing1.vml": b"<xml><br></xml>"}))

    assert checked_workbook_bytes(path)


def test_rows_without_a_place_are_counted_one_by_one(path: Path) -> None:
    path.write_bytes(book("<sheetData>" + "<row><c/></row>" * ROW + "</sheetData>"))
    assert checked_workbook_bytes(path)
    path.write_bytes(book("<sheetData>" + "<row><c/></row>" * (ROW + 1) + "</sheetData>"))
    with pytest.raises(FileError, match="内容过大"):
        checked_workbook_bytes(path)


AT_THE_LIMIT: dict[str, Callable[[], bytes]] = {
    "cells": lambda: book(
        "<sheetData>" + "".join(columns_of(row, 19, "<f>A1+B1</f><v>1</v>") for row in range(1, 9990)) + "</sheetData>"
    ),
    "merges": lambda: book(
        f"{EMPTY}<mergeCells>"
        + "".join(f'<mergeCell ref="A{row}:J{row}"/>' for row in range(1, MERGES))
        + "</mergeCells>"
    ),
    "spread": lambda: book(merge("A1:J19990")),
    "names": lambda: book(names="".join(f'<definedName name="n{n}">表!$A$1</definedName>' for n in range(190_000))),
    "texts": lambda: book(strings="".join(f"<si><t>{'甲' * 100}\U0001f600{n}</t></si>" for n in range(90_000))),
}

MEASURE = """
import gc, io, sys, time
from pathlib import Path
import openpyxl
from core.base.archive_limits import checked_workbook_bytes
gc.disable()  # as while the window reads a file
openpyxl.load_workbook(io.BytesIO(checked_workbook_bytes(Path(sys.argv[1]))), keep_links=False)
# getrusage would count what the tests that started this had in memory
peak = int(Path("/proc/self/status").read_text().partition("VmHWM:")[2].split()[0]) / 1024
print(time.process_time(), peak)  # what other programs do meanwhile does not count
"""


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="Windows measures memory in another way")
@pytest.mark.parametrize("name", AT_THE_LIMIT)
def test_what_is_let_through_costs_openpyxl_less_than_20_s_and_600_mb(path: Path, name: str) -> None:
    path.write_bytes(AT_THE_LIMIT[name]())

    command = [sys.executable, "-c", MEASURE, str(path)]
    answer = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)

    seconds, megabytes = map(float, answer.stdout.split())
    assert seconds < 20
    assert megabytes < 500  # the window takes the rest
