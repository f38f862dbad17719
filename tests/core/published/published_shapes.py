"""Files in all the shapes in which reports are published, made from samples: Word, web page, workbook, plain text."""

import html
import zipfile
from collections.abc import Callable
from io import BytesIO

from tests.core.published.published_grids import FOREIGN, Grid, Item, grid_of, padded, without_sideways_merges
from tests.core.published.published_samples import Sample

Piece = tuple[str, str | Grid]
"""title, lead, heading, part (a heading of section 一), text, or grid, with what stands there."""

Change = Callable[[str, Grid], list[Grid]]


def pieces(
    sample: Sample, change: Change | None = None, headings: dict[str, str] | None = None, between: str = ""
) -> list[Piece]:
    """Return the report piece by piece.

    Args:
        change: What is done to each table (id, grid); several grids are pieces of it.
        headings: Printed titles by section key, in place of the form's.
        between: A line between the pieces of a table that was cut.
    """
    form = sample.form
    result: list[Piece] = [("title", line) for line in sample.title]
    result += [("text", line) for line in sample.texts.get("lead", [])]
    for section in form.sections.values():
        result.append(("heading", (headings or {}).get(section.key, section.title)))
        for content in section.contents:
            if content in form.tables:
                grid = grid_of(sample, form.tables[content])
                for number, part in enumerate(change(content, grid) if change else [grid]):
                    if number and between:
                        result.append(("text", between))
                    result.append(("grid", part))
                continue
            if form.texts[content].heading:
                result.append(("part", form.texts[content].heading))
            result += [("text", line) for line in sample.texts.get(content, [])]
    return result


# ---------------------------------------------------------------- Word

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)
_RELS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"'
    ' Target="word/document.xml"/></Relationships>'
)


def plain_runs(text: str) -> str:
    lines = "<w:br/>".join(f'<w:t xml:space="preserve">{html.escape(line)}</w:t>' for line in text.split("\n"))
    return f"<w:r>{lines}</w:r>"


def broken_runs(text: str) -> str:
    """Each character in a run of its own, with marks of spelling, bookmarks, a smart tag and a field between."""
    made = []
    for i, char in enumerate(text):
        run = f'<w:r w:rsidR="00{i:06d}"><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{html.escape(char)}</w:t></w:r>'
        if i == 0:
            run = f'<w:bookmarkStart w:id="1" w:name="_GoBack"/>{run}<w:bookmarkEnd w:id="1"/>'
            run += '<w:proofErr w:type="spellStart"/>'
        elif i == 1:
            run = f'<w:smartTag w:uri="u" w:element="chsdate"><w:smartTagPr/>{run}</w:smartTag>'
        elif i == 2:
            run = (
                '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DOCPROPERTY 5</w:instrText></w:r>'
                f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
            )
        elif i == 3:
            run = f'<w:hyperlink w:anchor="a">{run}</w:hyperlink>'
        made.append(run)
    return "".join(made)


def tracked_runs(text: str) -> str:
    """The text as it is after a revision: half of it inserted, something else deleted, moved, hidden."""
    half = len(text) // 2
    mark = 'w:id="1" w:author="x" w:date="2024-01-01T00:00:00Z"'
    return (
        f"{plain_runs(text[:half]) if half else ''}<w:del {mark}><w:r><w:delText>77</w:delText></w:r></w:del>"
        f"<w:ins {mark}>{plain_runs(text[half:])}</w:ins><w:moveFrom {mark}><w:r><w:t>88</w:t></w:r></w:moveFrom>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>99</w:t></w:r>"
    )


def controlled_runs(text: str) -> str:
    """The text in a content control; where there is none, the control shows its prompt."""
    if text.strip():
        return f"<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{plain_runs(text)}</w:sdtContent></w:sdt>"
    prompt = plain_runs("单击或点击此处输入文字。")
    return f"<w:sdt><w:sdtPr><w:showingPlcHdr/><w:text/></w:sdtPr><w:sdtContent>{prompt}</w:sdtContent></w:sdt>"


def word_table(grid: Grid, runs: Callable[[str], str] = plain_runs, *, drag: bool = False) -> str:
    """A table with gridSpan and vMerge; with dragged edges every second row has borders of its own."""
    columns = _widest(grid)
    fine = 3 if drag else 1
    lines = []
    open_below: dict[int, tuple[int, int]] = {}  # column -> rows left, width
    for number, row in enumerate(grid):
        cells: list[tuple[int, str, str]] = []
        items = list(row)
        left = 0
        while left < columns and (items or open_below.get(left, (0, 0))[0] > 0):
            rows_left, width = open_below.get(left, (0, 0))
            if rows_left > 0:
                open_below[left] = rows_left - 1, width
                cells.append((width, "<w:vMerge/>", ""))
            else:
                item = items.pop(0)
                width = item.width
                merge = '<w:vMerge w:val="restart"/>' if item.height > 1 else ""
                cells.append((width, merge, item.text))
                open_below[left] = item.height - 1, width
            left += width
        lines.append(_word_row(cells, runs, fine, dragged=drag and number % 2 == 1))
    widths = "".join(
        f'<w:gridCol w:w="{590 if not drag else (250, 40, 300)[i % 3]}"/>' for i in range(columns * fine + fine)
    )
    return f"<w:tbl><w:tblPr/><w:tblGrid>{widths}</w:tblGrid>{''.join(lines)}</w:tbl>"


def _word_row(cells: list[tuple[int, str, str]], runs: Callable[[str], str], fine: int, *, dragged: bool) -> str:
    before = '<w:gridBefore w:val="1"/>' if dragged else ""
    after = f'<w:gridAfter w:val="{fine - 1 if dragged else fine}"/>' if fine > 1 else ""
    made = []
    for number, (width, merge, text) in enumerate(cells):
        span = width * fine
        if dragged and number == 0:
            span += 1
        elif dragged and number == len(cells) - 1:
            span -= 1
        content = "".join(f"<w:p>{runs(line)}</w:p>" for line in [text])
        made.append(f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/>{merge}</w:tcPr>{content}</w:tc>')
    return f"<w:tr><w:trPr>{before}{after}</w:trPr>{''.join(made)}</w:tr>"


def _widest(grid: Grid) -> int:
    height: dict[int, int] = {}
    most = 0
    for top, row in enumerate(grid):
        left = 0
        for item in row:
            while height.get(left, 0) > top:
                left += 1
            for column in range(left, left + item.width):
                height[column] = top + item.height
            left += item.width
            most = max(most, left)
    return most


def word_body(
    report: list[Piece], runs: Callable[[str], str] = plain_runs, *, drag: bool = False, numbered: bool = False
) -> str:
    made = []
    for kind, content in report:
        if isinstance(content, list):
            made.append(word_table(content, runs, drag=drag) + "<w:p/>")
        elif kind == "title":
            made.append(f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr>{runs(content)}</w:p>')
        elif numbered and kind in ("heading", "part"):
            level = 0 if kind == "heading" else 1
            words = content.partition("、" if kind == "heading" else "）")[2]
            style = (
                "<w:pStyle w:val='H1'/>"
                if kind == "heading"
                else f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="7"/></w:numPr>'
            )
            made.append(f"<w:p><w:pPr>{style}</w:pPr>{runs(words)}</w:p>")
        else:
            made.append(f"<w:p>{runs(content)}</w:p>")
    return "".join(made)


NUMBERING = f"""<?xml version="1.0"?><w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="3">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num></w:numbering>"""
STYLES = f"""<?xml version="1.0"?><w:styles xmlns:w="{W}"><w:style w:styleId="H1"><w:basedOn w:val="H0"/></w:style>
<w:style w:styleId="H0"><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style></w:styles>"""


def docx(body: str, *, namespace: str = W, numbering: bool = False, styles: str = "") -> bytes:
    document = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="{namespace}"'
        ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
        ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
        ' xmlns:v="urn:schemas-microsoft-com:vml">'
        f"<w:body>{body}<w:sectPr/></w:body></w:document>"
    )
    parts = {"[Content_Types].xml": _TYPES, "_rels/.rels": _RELS, "word/document.xml": document}
    if numbering:
        parts |= {"word/numbering.xml": NUMBERING, "word/styles.xml": STYLES}
    if styles:
        parts["word/styles.xml"] = f'<?xml version="1.0"?><w:styles xmlns:w="{namespace}">{styles}</w:styles>'
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return stream.getvalue()


def text_box(body: str) -> str:
    """A drawing with a text box, and the same once more for old programs."""
    return (
        "<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx><w:txbxContent>"
        f"{body}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{body}"
        "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )


# ---------------------------------------------------------------- web page


def web_table(grid: Grid, *, spans: bool = True, cell: str = "{}") -> str:
    lines = []
    for row in grid:
        made = []
        for item in row:
            size = f' colspan="{item.width}"' if item.width > 1 and spans else ""
            size += f' rowspan="{item.height}"' if item.height > 1 and spans else ""
            text = html.escape(item.text).replace("\n", "<br/>") or "&nbsp;"
            made.append(f"<td{size}>{cell.format(text)}</td>")
        lines.append(f"<tr>{''.join(made)}</tr>")
    return f"<table border=1><tbody>{''.join(lines)}</tbody></table>"


def web_body(report: list[Piece], table: Callable[[Grid], str] = web_table, paragraph: str = "<p>{}</p>") -> str:
    made = []
    for kind, content in report:
        if isinstance(content, list):
            made.append(table(content))
        elif kind == "title":
            made.append(f"<h1>{html.escape(content)}</h1>")
        else:
            made.append(paragraph.format("&nbsp;&nbsp;&nbsp;&nbsp;" + html.escape(content)))
    return "\n".join(made)


def portal(body: str, *, charset: str = "utf-8") -> str:
    """A page as a portal serves it: navigation, breadcrumbs, info line, page foot."""
    meta = f'<meta charset="{charset}">' if charset else ""
    script = '<script>var t = "<table><tr><td>5</td></tr></table>";</script>'
    return f"""<!DOCTYPE html><html><head>{meta}<title>政府信息公开年报_某某县人民政府</title>
<style>.nav li{{float:left}} .old, #gone {{ display: none }}</style>{script}</head><body>
<div class="top"><ul class="nav"><li><a href="#">首页</a></li><li><a>政府信息公开</a></li><li><a>总体情况</a></li>
</ul></div>
<div class="path">当前位置：首页 &gt; 政府信息公开 &gt; 政府信息公开年报</div>
<div class="left"><ul><li>政府信息公开指南</li><li>政府信息公开制度</li><li>政府信息公开年报</li></ul>
<table><tr><td>信息统计</td><td>主动公开</td></tr><tr><td>总计</td><td>12</td></tr></table></div>
<div class="main"><div class="content">
<div class="info">发布时间：2024-01-20 10:00　来源：某某局　浏览次数：<span>120</span>　字号：[大 中 小]</div>
{body}
</div></div><div class="tools">【打印本页】 【关闭窗口】</div>
<div class="foot"><p>主办单位：某某县人民政府办公室</p><p>ICP备00000000号　网站标识码：0000000000</p>
<p>其他需要报告的事项请拨打12345。</p></div>
</body></html>"""


# ---------------------------------------------------------------- workbook


def workbook(sheets: dict[str, list[Piece]], *, merged: bool = True) -> bytes:
    """A workbook with all pieces of a sheet one below the other."""
    import xlsxwriter

    stream = BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_numbers": False})
    for name, report in sheets.items():
        sheet = book.add_worksheet(name)
        row = 0
        for _, content in report:
            if isinstance(content, str):
                if merged:
                    sheet.merge_range(row, 0, row, 9, content)
                else:
                    sheet.write_string(row, 0, content)
                row += 1
                continue
            for line in padded(content) if not merged else []:
                for column, item in enumerate(line):
                    _write(sheet, row, column, item)
                row += 1
            if merged:
                row = _write_merged(sheet, content, row)
            row += 1
    book.close()
    return stream.getvalue()


def _write_merged(sheet: object, grid: Grid, top: int) -> int:
    taken: set[tuple[int, int]] = set()
    for number, line in enumerate(grid):
        column = 0
        for item in line:
            while (number, column) in taken:
                column += 1
            taken |= {(number + i, column + j) for i in range(item.height) for j in range(item.width)}
            if item.width > 1 or item.height > 1:
                sheet.merge_range(  # type: ignore[attr-defined]
                    top + number, column, top + number + item.height - 1, column + item.width - 1, ""
                )
            _write(sheet, top + number, column, item)
            column += item.width
    return top + len(grid)


def _write(sheet: object, row: int, column: int, item: Item) -> None:
    if item.code and item.text.replace(".", "", 1).isdecimal() and item.text.isascii():
        sheet.write_number(row, column, float(item.text))  # type: ignore[attr-defined]
    elif item.text:
        sheet.write_string(row, column, item.text)  # type: ignore[attr-defined]


# ---------------------------------------------------------------- plain text


def cells_as_lines(report: list[Piece]) -> str:
    """Cells as lines that begin with a tab, rows apart by blank lines."""
    made = []
    for _, content in report:
        if isinstance(content, str):
            made.append(content)
            continue
        rows = without_sideways_merges(content)
        made.append("\n\n".join("\n".join(f"\t{item.text}" for item in row) for row in rows) + "\n\n\n")
    return "\n".join(made)


def rows_as_lines(report: list[Piece], *, blanks: bool = True) -> str:
    """Rows as lines with tabs, as Excel (blanks for merged cells) or a browser (nothing for them) copies a table."""
    made = []
    for _, content in report:
        if isinstance(content, str):
            made.append(content)
            continue
        rows = padded(content) if blanks else content
        made += ["\t".join(i.text.replace("\n", "") for i in row) for row in rows]
    return "\r\n".join(made)


def alternating_lines(report: list[Piece]) -> str:
    """Cells as lines with a line of just a tab between them, as a browser copies cells that hold paragraphs."""
    made = []
    for _, content in report:
        if isinstance(content, str):
            made.append(content)
            continue
        made += ["\n\n\t\n\n".join(i.text.replace("\n", "") for i in row) for row in content]
    return "\n".join(made)


def drawn(report: list[Piece]) -> str:
    """A table drawn with characters."""
    made = []
    for _, content in report:
        rows = [content] if isinstance(content, str) else padded(content)
        for row in rows:
            made.append(row if isinstance(row, str) else f"│{'│'.join(item.text for item in row)}│".replace("\n", ""))
            made.append("" if isinstance(row, str) else "├─" + "┼─" * len(row) + "┤")
    return "\n".join(made)


def marked_down(report: list[Piece]) -> str:
    """A table in Markdown."""
    text = drawn(report).replace("│", "|").replace("├", "|").replace("┤", "|").replace("┼", "|").replace("─", "---")
    return "\n".join(f"## {line}" if line[1:2] == "、" else line for line in text.split("\n"))


def indented(report: list[Piece], write: Callable[[list[Piece]], str]) -> str:
    """A plain text whose paragraphs begin with a tab."""
    return write([(kind, content if isinstance(content, list) else f"\t{content}") for kind, content in report])


def with_foreign_tables(report: list[Piece]) -> list[Piece]:
    """Budget tables before, between and behind ours."""
    result: list[Piece] = []
    for piece in report:
        if piece[0] == "heading":
            result.append(("grid", FOREIGN))
        result.append(piece)
    return [*result, ("grid", FOREIGN)]
