"""What the reader of published reports sees in web pages, plain texts and workbooks, and what it tells."""

from __future__ import annotations

import random
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

from core.base.archive_limits import open_archive
from core.base.errors import ReportError
from core.base.file_kinds import FileKind
from core.published import web_archives
from core.published.other_sheets import without_other_sheets
from core.published.plain_text import read_plain_text
from core.published.reading_order import in_reading_order
from core.published.sheets import read_workbook
from core.published.web_pages import read_web_page
from core.visible.blocks import Block, Pages, Paragraph, VisibleTable
from tests.kept.rooms import published_sheets as sheets
from tests.kept.rooms import published_snippets as snippets

_PATH = Path("年报.html")
_RUN = re.compile(r"([^\n]{1,20}?)\1{8,}")
_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_DEFAULT = '<Default Extension="xml" ContentType="application/xml"/>'
_LINKS = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'


def documents(folder: Path) -> dict[str, str]:
    """Return what is seen of each snippet."""
    return {
        "web": _text(_web()),
        "styles": _text(_styles()),
        "plain": _text(_plain()),
        "sheets": _text([*_sheets(folder), *_formats(folder)]),
    }


def _text(lines: Iterable[str]) -> str:
    return _RUN.sub(lambda run: f"{run[1]}×{len(run[0]) // len(run[1])}", "\n".join(lines)) + "\n"


# ---------------------------------------------------------------- how blocks are told


def told(blocks: Iterable[Block]) -> list[str]:
    """Return each block in a line: a paragraph with group and look, a table row by row."""
    made = []
    for block in blocks:
        if isinstance(block, Paragraph):
            made.append(f"{block.group}{f' {block.look}' if block.look else ''}: {block.text!r}")
        else:
            rows = (f"{row.number}{_row(block, i)}" for i, row in enumerate(block.rows))
            made.append(f"{block.place}{' ragged' * block.is_ragged}: {'; '.join(rows)}")
    return made


def _row(table: VisibleTable, number: int) -> str:
    """Return the cells of a row; where one is wider than a column or higher than a row, its size."""
    row = table.rows[number]
    cells, at = [], 0.0
    for cell in row.cells:
        where = f"@{cell.left:g}" if cell.left != at else ""
        size = f"*{cell.right - cell.left:g}x{cell.height}" if (cell.right - cell.left, cell.height) != (1, 1) else ""
        inner = [block for block in cell.content if isinstance(block, VisibleTable)]
        cells.append(f"{cell.text}{f' {{{told(inner)}}}' if inner else ''}{where}{size}")
        at = cell.right
    return f" [{'|'.join(cells)}]{f' to {row.end:g}' if row.end != at else ''}".replace("\n", "↵")


def _said(pages: Pages) -> list[str]:
    facts = [f"title {pages.title!r}"] * bool(pages.title) + [f"! {remark}" for remark in pages.remarks]
    return [*told(pages.blocks), *facts]


# ---------------------------------------------------------------- web pages


def _web() -> Iterable[str]:
    for page in snippets.WEB:
        yield page.replace("\n", "↵")
        for kind, with_hidden in (("", False), ("all ", True)):
            try:
                said = _said(read_web_page(page, _PATH, with_hidden=with_hidden))
            except ReportError as error:
                said = [str(error)]
            if not with_hidden:
                usual = said
            if not with_hidden or said != usual:
                yield from (f"  {kind}{line}" for line in said)
    for name, data in snippets.ENCODED:
        try:
            yield f"{name}: {' / '.join(_said(read_web_page(data, _PATH)))}"
        except ReportError as error:
            yield f"{name}: {error.summary}"
    for name, data in snippets.ARCHIVES:
        try:
            held = web_archives.page_in(data, _PATH)
            yield f"{name}: {held[:30]!r} {len(held)}"
        except ReportError as error:
            yield f"{name}: {error.summary}"


def _styles() -> Iterable[str]:
    """What is seen of 甲12乙 where a style is set at the digits, around them, or in a sheet."""
    usual, found = ("2: '甲12乙'", "第1个表格: 1 [1|12]", "3: '甲12乙'"), defaultdict[str, list[str]](list)
    for style in snippets.STYLES:
        inline = f'<p>甲<span style="{style}">12</span>乙</p>'
        around = f'<p style="{style}">甲<i>12</i>乙</p>'
        cell = f'<table><tr><td>1</td><td style="{style}">12</td></tr></table>'
        seen = []
        for kind, page in (("at", inline), ("around", around), ("cell", cell)):
            said = " / ".join(_said(read_web_page(page, _PATH)))
            seen += [f"{kind} {said}"] * (said not in usual)
        found["\n".join(seen) or "all as usual"].append(style)
    for sheet in snippets.SHEETS:
        page = f"<style>{sheet}</style><div id=d class='a b'><p class=c>甲<span class='z y' id=i>12</span>乙</p></div>"
        said = " / ".join(_said(read_web_page(page, _PATH)))
        found[f"sheet {said if said not in usual else 'as usual'}"].append(sheet.replace("\n", "↵"))
    for said, styles in found.items():
        yield said
        yield from (f"  {style}" for style in styles)


# ---------------------------------------------------------------- plain texts


def _plain() -> Iterable[str]:
    for text in sheets.PLAIN:
        yield repr(text if len(text) < 400 else f"{text[:60]}…{len(text)}")
        try:
            blocks = read_plain_text(text, Path("年报.txt")).blocks
        except ReportError as error:
            yield f"  {error.summary}"
            continue
        said = told(blocks)
        yield from (f"  {line}" for line in said)
        ordered = told(in_reading_order(blocks))
        if ordered != said:
            yield f"  in order {' / '.join(ordered)}"


# ---------------------------------------------------------------- workbooks


def workbook(bodies: dict[str, str], *, texts: str = "", styles: str = "", book: str = "", hidden: str = "") -> bytes:
    """Return a workbook made of the XML of its sheets."""
    states = {name: ' state="hidden"' if name == hidden else "" for name in bodies}
    named = "".join(
        f'<sheet name="{name}" sheetId="{n}" r:id="rId{n}"{states[name]}/>' for n, name in enumerate(bodies, 1)
    )
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    links = "".join(
        f'<Relationship Id="rId{n}" Type="{kind}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in range(1, len(bodies) + 1)
    )
    first = f'<Relationship Id="rId1" Type="{kind}/officeDocument" Target="xl/workbook.xml"/>'
    package = "http://schemas.openxmlformats.org/package/2006"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types">{_DEFAULT}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships">{first}</Relationships>',
        "xl/workbook.xml": f"<workbook {_MAIN} {_LINKS}>{book}<sheets>{named}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships">{links}</Relationships>',
        **{
            f"xl/worksheets/sheet{n}.xml": f"<worksheet {_MAIN}>{body}</worksheet>"
            for n, body in enumerate(bodies.values(), 1)
        },
    }
    if texts:
        parts["xl/sharedStrings.xml"] = f"<sst {_MAIN}>{texts}</sst>"
    if styles:
        parts["xl/styles.xml"] = f"<styleSheet {_MAIN}>{styles}</styleSheet>"
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return stream.getvalue()


def _read(data: bytes, folder: Path) -> Pages:
    path = folder / "年报.xlsx"
    path.write_bytes(data)
    return read_workbook(open_archive(path, FileKind.XLSX))


def _sheets(folder: Path) -> Iterable[str]:
    for name, options in sheets.WORKBOOKS.items():
        yield name
        pages = _read(workbook(**options), folder)  # type: ignore[arg-type]
        yield from (f"  {line}" for line in _said(pages))
        kept, others = without_other_sheets(pages.blocks)
        if others:
            yield f"  left out: {others}"
        ordered = told(in_reading_order(kept))
        if ordered != told(kept):
            yield f"  in order {' / '.join(ordered)}"


def _formats(folder: Path) -> Iterable[str]:
    """What is shown of numbers in each format."""
    codes = sheets.FORMATS
    built_in = sheets.BUILT_IN
    made = "".join(f'<numFmt numFmtId="{200 + n}" formatCode="{code}"/>' for n, code in enumerate(codes))
    looks = "".join(f'<xf numFmtId="{n}"/>' for n in (*built_in, *range(200, 200 + len(codes))))
    styles = f"<numFmts>{made}</numFmts><cellXfs>{looks}</cellXfs>"
    chance = random.Random(2912)
    values = [str(value) for value in sheets.VALUES]
    rows = []
    for n in range(len(built_in) + len(codes)):
        own = [*values[:4], *chance.sample(values[4:], 2)]
        cells = "".join(f'<c s="{n}"><v>{value}</v></c>' for value in own)
        rows.append(f"<row>{cells}</row>")
    for book in ("", '<workbookPr date1904="1"/>'):
        pages = _read(workbook({"数": f"<sheetData>{''.join(rows)}</sheetData>"}, styles=styles, book=book), folder)
        table = pages.blocks[0]
        assert isinstance(table, VisibleTable)
        yield f"formats {book}"
        for row in table.rows:
            n = row.number - 1
            code = built_in[n] if n < len(built_in) else codes[n - len(built_in)]
            said = "|".join(cell.text for cell in row.cells)
            if not book or "年" in said:
                yield f"  {code}: {said.replace('，显示成另一个数', '≠').replace('，是日期或时间', '时')}"
