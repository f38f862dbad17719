"""What a leader does to a Word report, one step at a time, by python-docx."""

import io
from collections.abc import Callable
from copy import deepcopy

from docx.document import Document
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.table import CT_Tbl
from docx.oxml.text.paragraph import CT_P
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.table import Table
from docx.text.paragraph import Paragraph

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c49444154789c63606060000000040001f61738550000000049454e44ae426082"
)
PLATFORM, OVERSIGHT = "（四）政府信息公开平台建设", "（五）监督保障"


# ---------------------------------------------------------------- where


def at(document: Document, start: str) -> Paragraph:
    return next(p for p in document.paragraphs if p.text.replace("\n", "").startswith(start))


def below(document: Document, start: str, number: int = 1) -> Paragraph:
    paragraphs = document.paragraphs
    return paragraphs[next(i for i, p in enumerate(paragraphs) if p.text.startswith(start)) + number]


def drop(element: BaseOxmlElement) -> None:
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)


def styled(document: Document, style: str) -> Paragraph:
    return next(p for p in document.paragraphs if p.style is not None and p.style.name == style)


def strike(*paragraphs: Paragraph) -> None:
    for paragraph in paragraphs:
        drop(paragraph._p)


def retype(paragraph: Paragraph, text: str) -> None:
    for run in paragraph.runs[1:]:
        drop(run._r)
    paragraph.runs[0].text = text


def reword(paragraph: Paragraph, old: str, new: str) -> None:
    assert old in paragraph.text
    retype(paragraph, paragraph.text.replace(old, new, 1))


def cell(table: Table, row: int, number: int) -> Paragraph:
    """Return the paragraph of a cell, counted among those of its row as Word keeps them."""
    return Paragraph(table._tbl.tr_lst[row].tc_lst[number].p_lst[0], table)


def comment(document: Document, paragraph: Paragraph, text: str, author: str = "李局长") -> None:
    document.add_comment(runs=paragraph.runs, text=text, author=author, initials="李")


def track(paragraph: Paragraph, kind: str, text: str = "") -> None:
    """Insert a text as a tracked change at the end, or delete the whole content as one."""
    mark = OxmlElement(f"w:{kind}")
    for name, value in (("w:id", "90"), ("w:author", "李局长"), ("w:date", "2026-01-13T00:00:00Z")):
        mark.set(qn(name), value)
    if kind == "ins":
        run = deepcopy(paragraph.runs[-1]._r)
        run.text = text
        mark.append(run)
        paragraph._p.append(mark)
        return
    for run in [r._r for r in paragraph.runs]:
        for t in run.findall(qn("w:t")):
            t.tag = qn("w:delText")
        run.addprevious(mark) if mark.getparent() is None else None
        mark.append(run)


# ---------------------------------------------------------------- what


def two_comments(document: Document) -> None:
    comment(document, below(document, "（一）主动公开"), "补充解读条数")
    comment(document, cell(document.tables[1], 3, 1), "与台账核对", author="王主任")


def comment_twice(document: Document) -> None:
    comment(document, below(document, OVERSIGHT), "写得太空")
    comment(document, below(document, OVERSIGHT), "已补充", author="王主任")


def track_row(document: Document) -> None:
    mark = OxmlElement("w:del")
    mark.set(qn("w:id"), "92")
    mark.set(qn("w:author"), "李局长")
    document.tables[1]._tbl.tr_lst[12].get_or_add_trPr().append(mark)


def comment_over_two_paragraphs(document: Document) -> None:
    first, last = below(document, OVERSIGHT), below(document, OVERSIGHT, 2)
    document.add_comment(runs=[first.runs[0], last.runs[-1]], text="这两段合并", author="李局长")


def footnote(document: Document, kind: str = "footnote") -> None:
    reference = OxmlElement(f"w:{kind}Reference")
    reference.set(qn("w:id"), "1")
    below(document, "（三）政府信息管理").runs[0]._r.append(reference)
    content = "<w:p><w:r><w:t>数据截至12月31日</w:t></w:r></w:p>"
    xml = f'<w:{kind}s {NAMESPACE}><w:{kind} w:id="1">{content}</w:{kind}></w:{kind}s>'
    type_ = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}s+xml"
    part = Part(PackURI(f"/word/{kind}s.xml"), type_, xml.encode(), document.part.package)
    document.part.relate_to(part, f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}s")


def text_box(document: Document, said: str = "同意，请抓紧公布") -> None:
    shape = OxmlElement("w:pict")
    box, content, paragraph = (OxmlElement(f"w:{name}") for name in ("x", "txbxContent", "p"))
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = said
    run.append(text)
    paragraph.append(run)
    content.append(paragraph)
    box.append(content)
    shape.append(box)
    below(document, "六、").runs[0]._r.append(shape)


def tracked_paragraph_mark(document: Document) -> None:
    """Join two paragraphs as a tracked change does."""
    paragraph = below(document, PLATFORM)
    marks = OxmlElement("w:rPr")
    gone = OxmlElement("w:del")
    for name, value in (("w:id", "91"), ("w:author", "李局长"), ("w:date", "2026-01-13T00:00:00Z")):
        gone.set(qn(name), value)
    marks.append(gone)
    paragraph._p.get_or_add_pPr().append(marks)


def strike_part(document: Document, heading: str, until: str) -> None:
    content = list(at(document, heading)._p.itersiblings())
    strike(at(document, heading))
    for element in content:
        if isinstance(element, CT_P) and Paragraph(element, document).text.startswith(until):
            return
        if isinstance(element, CT_P | CT_Tbl):
            drop(element)


def move_before(document: Document, start: str, length: int, target: str) -> None:
    paragraphs = document.paragraphs
    first = next(i for i, p in enumerate(paragraphs) if p.text.startswith(start))
    goal = at(document, target)._p
    for paragraph in paragraphs[first : first + length]:
        goal.addprevious(paragraph._p)


def insert_heading(document: Document, before: str, text: str, style: str) -> None:
    at(document, before).insert_paragraph_before(text, style=document.styles[style])


def strike_and_renumber(document: Document) -> None:
    strike(at(document, PLATFORM), below(document, PLATFORM), below(document, PLATFORM, 2))
    reword(at(document, OVERSIGHT), "（五）", "（四）")


def strike_behind_moved(document: Document) -> None:
    move_before(document, OVERSIGHT, 3, PLATFORM)
    strike(at(document, PLATFORM))


def restyle_all(document: Document) -> None:
    style = below(document, "（一）主动公开").style
    for name in ("（一）主动公开", "（二）依申请公开", "（三）政府信息管理", PLATFORM, OVERSIGHT):
        at(document, name).style = style


def add_row(document: Document, table: int, row: int, name: str) -> None:
    source = document.tables[table]._tbl.tr_lst[row]
    made = deepcopy(source)
    source.addnext(made)
    for tc in made.tc_lst:
        paragraph = Paragraph(tc.p_lst[0], document)
        if not paragraph.text.isdecimal() and paragraph.runs:
            retype(paragraph, name)


def remove_row(document: Document, table: int, row: int) -> None:
    drop(document.tables[table]._tbl.tr_lst[row])


def remove_column(document: Document) -> None:
    table = document.tables[1]._tbl
    grid = table.tblGrid
    grid.remove(grid.gridCol_lst[-2])
    for tr in table.tr_lst:
        tcs = tr.tc_lst
        if len(tcs) > 2:
            tr.remove(tcs[-2])


def remove_table(document: Document, table: int) -> None:
    drop(document.tables[table]._tbl)


def add_table(document: Document) -> None:
    table = document.add_table(2, 3)
    table.rows[0].cells[0].text = "备注"
    document.tables[1]._tbl.addprevious(table._tbl)


def add_paragraph(document: Document) -> None:
    at(document, PLATFORM).insert_paragraph_before("另加的一段。", style=below(document, "（一）").style)


def unit(text: str) -> Callable[[Document], None]:
    def do(document: Document) -> None:
        retype(styled(document, "落款"), text)

    return do


def day(document: Document) -> None:
    retype(styled(document, "成文日期"), "2026年1月20日")


def drop_unit(document: Document) -> None:
    strike(styled(document, "落款"))


def plain_unit(document: Document) -> None:
    styled(document, "落款").style = document.styles["Normal"]


def plain_title(document: Document) -> None:
    styled(document, "Title").style = document.styles["Normal"]


def retitle(document: Document) -> None:
    title = at(document, "某某县水利局2025")
    retype(title, "某某县水利局2025年工作报告")
    title.style = document.styles["Normal"]


def write_in_margin(margin: str, text: str) -> Callable[[Document], None]:
    """Return what adds words to the ``header`` or ``footer`` of all pages."""

    def edit(document: Document) -> None:
        for section in document.sections:
            getattr(section, margin).paragraphs[0].add_run(text)

    return edit


def table_in_cell(document: Document) -> None:
    document.tables[1].rows[3].cells[1].add_table(1, 1).cell(0, 0).text = "另计3件"


def picture(document: Document) -> None:
    below(document, OVERSIGHT).add_run().add_picture(io.BytesIO(_PIXEL))
