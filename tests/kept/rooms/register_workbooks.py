"""Files with registers as other programs write them, and what is read of each."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from html import escape
from pathlib import Path

from core.base.errors import ReportError
from core.office.register.reading import read_register
from core.office.register.values import CellFault, RegisterSheet, Value

_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CODES = (
    *(
        "yyyy-mm-dd",
        "General",
        "0.00",
        "mm:ss",
        'm"月"d"日"',
        "[h]:mm",
        "[$-804]yyyy\\年m\\月",
        '"d"0',
        "0.0E+00",
        "m/d;@",
    ),
    *("e-m-d", "@", "[Red]0", "_d0", "*d0", "mmss"),
)
"""Formats of numbers; the styles 1 to 16 of the workbook have them, those behind have built-in ones."""
_BUILT_IN = (0, 13, 14, 17, 18, 21, 22, 23, 27, 31, 32, 36, 37, 50, 54, 55, 57, 58, 59)


def read_files(folder: Path) -> str:
    """Return what is read of each of the files."""
    lines = []
    for name, data in {**_texts(), **_archives(folder)}.items():
        path = folder / name
        path.write_bytes(data)
        lines.append(f"=== {name}")
        try:
            lines += [line for sheet in read_register(path) for line in _sheet(sheet)]
        except ReportError as error:
            lines.append(f"{error.summary}{error.advice}")
    return "\n".join(lines) + "\n"


def _sheet(sheet: RegisterSheet) -> Iterator[str]:
    signs = {"hidden": sheet.is_hidden, "filtered": sheet.is_filtered, "1904": sheet.counts_from_1904}
    yield f"sheet “{sheet.name}” {' '.join(sign for sign, is_so in signs.items() if is_so)} {sheet.merges}"
    before = ""
    for row in sheet.rows:
        cells = [f"{column}:{_shown(value)}" for column, value in row.values.items()]
        told = " ".join(cells if len(cells) < _MANY else [cells[0], f"({len(cells)})", cells[-1]])
        struck = f" struck {dict(row.struck)}" if row.struck else ""
        if told != before:
            yield f"{row.number}{' hidden' * row.is_hidden} {told}{struck}"
        before = told


_MANY, _LONG = 20, 60


def _shown(value: Value) -> str:
    """Return a value as it is told: a fault with a sign before it, of a long text its length."""
    text = f"{value!r}" if len(str(value)) < _LONG else f"{str(value)[:3]!r}…({len(str(value))})"
    return f"!{text}" if isinstance(value, CellFault) else text


def _texts() -> dict[str, bytes]:
    """Return text files: parted by other signs, with quotes, with nothing."""
    swallowed = 'a,b,c,d\n1,"2,3,4\n5,6,7",8\n'
    texts = {
        "commas.csv": 'a,b\n1," 2 "\n,,\n3,"x\ny"\n',
        "tabs.csv": "a\tb,c\n1\t2,5\n",
        "semicolons.csv": "a;b\r\n1;2,5\r\n",
        "as many commas as tabs.csv": "a,b\tc\n1,2\t3\n",
        "more commas below.csv": "a;b\n" * 20 + "1,2,3,4\n" * 5,
        "more commas in line 20.csv": "a;b\n" * 19 + ",,,,,,,,,,,,,,,,,,,,\n",
        "three in a field.csv": 'a,b,c\n1,"2,3\n4,5",6\n',
        "four in a field.csv": swallowed,
        "an open quote.csv": 'a,b\n1,2\n3,"4\n',
        "a quote amid.csv": 'a,b\n1,"2"3\n',
        "nothing.csv": "",
        "blanks.csv": " , \n,\n",
        "noughts.csv": "a,b\0\n\0,1\n",
        "controls.csv": "a,b\x01\x02\x03\x04\x05\x06\x0e\x0f\n1,2\x07\n",
        "long.csv": f"{'长' * 4_001},b\n",
        "wide.csv": ",".join("x" * 202) + "\n",
        "by its content.xlsx": "a,b\n1,2\n",
        "a page.csv": "<html><body>a,b</body></html>",
    }
    return {name: text.encode() for name, text in texts.items()} | {"gb.csv": "登记号,收到\n1,甲\n".encode("gb18030")}


def _archives(folder: Path) -> dict[str, bytes]:
    cells = {
        "kinds": _KINDS,
        "shared": _row(1, *(f'<c t="s"><v>{number}</v></c>' for number in (*range(9), -1, 99, ""))),
        "styles": "".join(
            _row(at, f'<c s="{at}"><v>45000.5</v></c>') for at in range(len(_CODES) + len(_BUILT_IN) + 3)
        ),
        "inline": _INLINE,
        "numbers": _row(1, *(f"<c><v>{number}</v></c>" for number in _NUMBERS)),
        "places": _PLACES,
        "merges": f"{_row(1, _text('a'))}</sheetData>{_MERGES}<sheetData>",
        "empty": _row(1, "<c/>"),
    }
    made = {f"{name}.xlsx": _book(folder, {name: rows}) for name, rows in cells.items()}
    several = {"hidden": _row(1, _text("a")), "very": _row(2, _text("b")), "none": "", "shown": _row(3, _text("c"))}
    made["sheets.xlsx"] = _book(folder, several, states={"hidden": "hidden", "very": "veryHidden"})
    made["1904.xlsx"] = _book(
        folder, {"days": _row(1, '<c s="1"><v>0</v></c>', '<c s="1"><v>44260</v></c>')}, is_1904=True
    )
    made["filter.xlsx"] = _book(folder, {"f": f'{_row(1, _text("a"))}</sheetData><autoFilter ref="A1"/><sheetData>'})
    made["entities.xlsx"] = _book(folder, {"f": _row(1, _text("a"))}, doctype='<!DOCTYPE x [<!ENTITY e "e">]>')
    made["broken.xlsx"] = _book(folder, {"f": "<row><c>"})
    return made


def _row(number: int, *cells: str, more: str = "") -> str:
    return f'<row r="{number}"{more}>{"".join(cells)}</row>'


def _text(text: str) -> str:
    return f'<c t="inlineStr"><is><t>{text}</t></is></c>'


_KINDS = (
    _row(
        1,
        '<c t="b"><v>1</v></c>',
        '<c t="b"><v>0</v></c>',
        '<c t="e"><v>#N/A</v></c>',
        '<c t="d"><v>2025-03-05T00:00:00</v></c>',
    )
    + _row(
        2,
        '<c t="d"><v>bald</v></c>',
        '<c t="str"><v> a_x000A_b </v></c>',
        '<c t="str"><v></v></c>',
        '<c t="x"><v>5</v></c>',
    )
    + _row(
        3,
        "<c><f>1+1</f></c>",
        "<c><f>1+1</f><v>2</v></c>",
        "<c><f>1+1</f><v/></c>",
        "<c><v> </v></c>",
        '<c t="str"><f>x</f></c>',
    )
    + _row(
        4,
        '<c t="str"><f>x</f><v></v></c>',
        '<c t="e"><f>x</f><v>#DIV/0!</v></c>',
        '<c t="n"><v>12</v></c>',
        "<c><v>x</v></c>",
    )
)
_STRIKE, _NO_STRIKE = "<rPr><strike/></rPr>", '<rPr><strike val="0"/></rPr>'
_SHARED = (
    "<si><t> plain </t></si>",
    "<si><t> </t></si>",
    f"<si><r>{_STRIKE}<t>gone</t></r></si>",
    f"<si><r>{_STRIKE}<t>gone</t></r><r><t>kept</t></r></si>",
    f"<si><r>{_STRIKE}<t>gone</t></r><r><t> </t></r></si>",
    f"<si><r>{_NO_STRIKE}<t>kept</t></r></si>",
    "<si><t>汉字</t><rPh sb='0' eb='1'><t>hanzi</t></rPh><t>下</t></si>",
    "<si><t>_x0041_ and _x000D_</t></si>",
    f"<si><t>{'长' * 4_001}</t></si>",
)
_INLINE = (
    _row(1, _text(" a "), _text(" "), '<c t="inlineStr"><is/></c>')
    + _row(2, f'<c t="inlineStr"><is><r>{_STRIKE}<t>gone</t></r><r><t>kept</t></r></is></c>', _text("b"))
    + _row(3, f'<c t="inlineStr"><is><r>{_STRIKE}<t>gone</t></r></is></c>', '<c s="37"><v>1</v></c>', "<c><v>2</v></c>")
)
_NUMBERS = (
    "1",
    "1.0",
    "1.50",
    "-3",
    "1e3",
    "1e31",
    "1E-31",
    "1e30",
    "NaN",
    "Infinity",
    "0",
    "x1",
    "12345678901234567890",
)
_PLACES = (
    _row(
        2,
        '<c r="C2"><v>1</v></c>',
        "<c><v>2</v></c>",
        '<c r="GR2"><v>200</v></c>',
        '<c r="GS2"><v>201</v></c>',
        '<c r="?"><v>3</v></c>',
    )
    + "<row><c><v>4</v></c></row>"
    + _row(9, "<c><v>5</v></c>", more=' hidden="1"')
    + _row(10, "<c><v>6</v></c>", more=' hidden="false"')
    + _row(11, '<c r="A11"/>', '<c r="B11" s="37"/>')
    + '<row r="x"><c><v>7</v></c></row>'
)
_MERGES = '<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="C3"/><mergeCell ref="x"/><mergeCell/></mergeCells>'


def _book(
    folder: Path,
    sheets: dict[str, str],
    *,
    states: dict[str, str] | None = None,
    is_1904: bool = False,
    doctype: str = "",
) -> bytes:
    """Return a workbook of sheets with these rows."""
    path = folder / "made.xlsx"
    listed = "".join(
        f'<sheet name="{name}" sheetId="{i}" state="{(states or {}).get(name, "visible")}" r:id="rId{i}"/>'
        for i, name in enumerate(sheets, 1)
    )
    related = "".join(
        f'<Relationship Id="rId{i}" Type="{_RELATIONS}/worksheet" Target="worksheets/{i}.xml"/>' for i in range(1, 9)
    )
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{relations}"/>',
        "xl/workbook.xml": f'<workbook {_MAIN} xmlns:r="{_RELATIONS}"><workbookPr date1904="{int(is_1904)}"/>'
        f"<sheets>{listed}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{relations}">{related}</Relationships>',
        "xl/styles.xml": _styles(),
        "xl/sharedStrings.xml": f"<sst {_MAIN}>{''.join(_SHARED)}</sst>",
    }
    for i, rows in enumerate(sheets.values(), 1):
        parts[f"xl/worksheets/{i}.xml"] = f"{doctype}<worksheet {_MAIN}><sheetData>{rows}</sheetData></worksheet>"
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name), text)
    return path.read_bytes()


def _styles() -> str:
    formats = "".join(f"<numFmt numFmtId='{200 + i}' formatCode='{escape(code)}'/>" for i, code in enumerate(_CODES))
    numbers = [0, *range(200, 200 + len(_CODES)), *_BUILT_IN]
    styles = (
        "".join(f'<xf numFmtId="{number}"/>' for number in numbers) + '<xf numFmtId="0"/><xf numFmtId="0" fontId="1"/>'
    )
    return (
        f"<styleSheet {_MAIN}><numFmts>{formats}</numFmts><fonts><font/><font><strike/></font></fonts>"
        f"<cellXfs>{styles}</cellXfs></styleSheet>"
    )
