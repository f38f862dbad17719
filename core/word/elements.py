"""What the layouts of all papers share: an empty document in a style, its elements, its marked places.

A place is ``MARK kind | name | look END``: kind ``paragraph`` stands for its whole paragraph, repeated once for each
paragraph of the text in the look that fits; ``text`` for itself; ``size`` for the half-points of the number beside it.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from html import escape
from typing import cast

from docx import Document
from docx.document import Document as DocxDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, nsmap, qn
from docx.oxml.parser import oxml_parser
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section
from docx.shared import Mm
from lxml import etree

from core.word.marks import END, MARK, ZIP_DATE
from core.word.plan import grid_step
from core.word.style_profile import StyleProfile
from core.word.styles import font_table_xml, settings_xml, styles_xml

_KEPT = (
    "styles",
    "settings",
    "fontTable",
    "theme",  # validators miss it; nothing refers to it
    "header",
    "footer",
    "core-properties",
    "extended-properties",
    "officeDocument",
)
_IGNORABLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable"
_BODY_PART, _BODY = "word/document.xml", b"<w:body>"
_DASH = "—"
_LONGEST_PROPERTY = 255  # characters


def new_document(
    profile: StyleProfile, title: str | None = None, unit: str | None = None, mark: str | None = None
) -> DocxDocument:
    """Return an empty document in this style: page, header with a mark, footer, styles and properties.

    What is not given is a place.
    """
    document = _plain_document(profile, is_sheet=False)
    _set_grid(document.sections[0], profile)
    given = {"title": title, "unit": unit, "stage": mark}
    texts = {name: place("text", name) if text is None else text for name, text in given.items()}
    _set_stories(document.sections[0], profile, texts["stage"])
    _set_properties(document, texts["title"], texts["unit"])
    return document


def new_sheet(profile: StyleProfile, title: str, unit: str = "", mark: str = "") -> DocxDocument:
    """Return an empty document for a sheet of mostly one page.

    Its further pages bear the mark and a number, where there is a mark. It has no grid of lines, of which LibreOffice
    would keep a part of the page free.
    """
    document = _plain_document(profile, is_sheet=True)
    _set_properties(document, title, unit)
    section = document.sections[0]
    if mark:
        _set_stories(section, profile, mark)
        section.different_first_page_header_footer = True
        for story in (section.first_page_header, section.first_page_footer):
            story.is_linked_to_previous = False  # an empty one of its own, which takes no room
            _fill_story(story._element, element("w:p", {}, in_style("SheetEnd")))  # noqa: SLF001
    return document


def _plain_document(profile: StyleProfile, *, is_sheet: bool) -> DocxDocument:
    document = Document()
    _strip(document)
    _set_part(document, "styles", styles_xml(profile, is_sheet=is_sheet))
    _set_part(document, "settings", settings_xml())
    _set_part(document, "fontTable", font_table_xml(profile))
    _set_page(document.sections[0], profile)
    return document


def saved(document: DocxDocument, body: str = "") -> bytes:
    """Return the document as .docx, without what python-docx's own template would leave in it, nor the time of day.

    Args:
        document: The document.
        body: XML of paragraphs and tables before what stands in it; as elements, long tables take twenty times the
            memory.
    """
    _drop_unused_names(document)
    made, stream = io.BytesIO(), io.BytesIO()
    document.save(made)
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(stream, "w") as target:
        for name in source.namelist():
            member = zipfile.ZipInfo(name, ZIP_DATE)
            member.compress_type = zipfile.ZIP_DEFLATED
            data = source.read(name)
            if body and name == _BODY_PART:
                data = data.replace(_BODY, _BODY + body.encode())
            target.writestr(member, data)
    return stream.getvalue()


def _strip(document: DocxDocument) -> None:
    """Drop what python-docx's own template brings along: sample styles, thumbnail, theme, custom XML."""
    for holder in (document.part.package, document.part):
        for relation_id, relation in list(holder.rels.items()):
            if relation.reltype.rsplit("/", 1)[-1] not in _KEPT:
                del holder.rels[relation_id]
    for element in list(document.element.body):
        if element.tag != qn("w:sectPr"):
            document.element.body.remove(element)


def _drop_unused_names(document: DocxDocument) -> None:
    """Leave out the name spaces, revision marks and extensions that python-docx's template declares."""
    section = document.sections[0]
    stories = (
        *(section.header, section.even_page_header, section.first_page_header),
        *(section.footer, section.even_page_footer, section.first_page_footer),
    )
    own = [story._element for story in stories if not story.is_linked_to_previous]  # noqa: SLF001
    for root in (document.element, *own):
        root.attrib.pop(_IGNORABLE, None)
        etree.cleanup_namespaces(root, keep_ns_prefixes=["w", "r"])
    for attribute in list(section._sectPr.attrib):  # noqa: SLF001
        del section._sectPr.attrib[attribute]  # noqa: SLF001


def _set_part(document: DocxDocument, kind: str, xml: str) -> None:
    """Give the styles, settings or font table part a new content."""
    part = next(r.target_part for r in document.part.rels.values() if r.reltype.endswith(f"/{kind}"))
    if hasattr(part, "_element"):
        part._element = parse_xml(xml.encode())  # noqa: SLF001  WORKAROUND: python-docx has no way to replace a part's XML
    else:
        part._blob = xml.encode()  # noqa: SLF001  WORKAROUND: the same for parts it only carries along


def _set_properties(document: DocxDocument, title: str, unit: str) -> None:
    """Leave title, unit and language in the properties; no author, no dates, no program."""
    core = document.part.package.core_properties
    for child in list(core._element):  # noqa: SLF001  WORKAROUND: properties can be set to "" but not taken away
        core._element.remove(child)  # noqa: SLF001
    core.title = title[:_LONGEST_PROPERTY]
    core.language = "zh-CN"
    extended = next(
        r.target_part for r in document.part.package.rels.values() if r.reltype.endswith("/extended-properties")
    )
    extended._blob = (  # noqa: SLF001  WORKAROUND: a part that python-docx only carries along
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties'
        ' xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"<Company>{escape(unit, quote=False)}</Company></Properties>"
    ).encode()


def _set_page(section: Section, profile: StyleProfile) -> None:
    """A4 and margins."""
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(profile.margins["top"]), Mm(profile.margins["bottom"])
    section.left_margin, section.right_margin = Mm(profile.margins["left"]), Mm(profile.margins["right"])
    section.gutter = 0
    section.header_distance = Mm(max(profile.margins["top"] - 15, 5))
    # The dash of the page number stands 7 mm below the text: half a line above the distance that Word asks for.
    section.footer_distance = Mm(max(profile.margins["bottom"] - 10, 5))
    for old in section._sectPr.findall(qn("w:docGrid")):  # noqa: SLF001  WORKAROUND: python-docx knows no document grid
        section._sectPr.remove(old)  # noqa: SLF001


def _set_grid(section: Section, profile: StyleProfile) -> None:
    """The grid of lines and characters of an official document."""
    grid = element("w:docGrid", {})
    section._sectPr.append(grid)  # noqa: SLF001  WORKAROUND: as above
    pitch = round((grid_step(profile) - profile.sizes["body"]) * 4096)
    _set(grid, {"type": "linesAndChars", "linePitch": round(profile.pitch * 20), "charSpace": pitch})


def _set_stories(section: Section, profile: StyleProfile, mark: str) -> None:
    """The mark in the header, the page number in the footer, on odd and even pages."""
    for header in (section.header, section.even_page_header):
        header.is_linked_to_previous = False
        _fill_story(header._element, element("w:p", {}, in_style("StageMark"), run(mark)))  # noqa: SLF001
    for footer, style in ((section.footer, "PageNumberOdd"), (section.even_page_footer, "PageNumberEven")):
        footer.is_linked_to_previous = False
        name = style if profile.number_position == "outside" else "PageNumberCenter"
        _fill_story(footer._element, _page_number(name, profile.number_style))  # noqa: SLF001


def _fill_story(story: BaseOxmlElement, paragraph: BaseOxmlElement) -> None:
    for child in list(story):
        story.remove(child)
    story.append(paragraph)


def _page_number(style: str, look: str) -> BaseOxmlElement:
    paragraph = element("w:p", {}, in_style(style))
    if look == "none":
        return paragraph
    field = [
        element("w:r", {}, element("w:fldChar", {"fldCharType": "begin"})),
        parse_xml(f'<w:r {nsdecls("w")}><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'),
        element("w:r", {}, element("w:fldChar", {"fldCharType": "separate"})),
        run("1"),
        element("w:r", {}, element("w:fldChar", {"fldCharType": "end"})),
    ]
    if look == "dash":
        field = [run(f"{_DASH} "), *field, run(f" {_DASH}")]
    for part in field:
        paragraph.append(part)
    return paragraph


def place(kind: str, name: str, look: str = "") -> str:
    """Return the mark of a place."""
    return f"{MARK}{kind}|{name}|{look}{END}"


def add_paragraph(
    document: DocxDocument, style: str, text: str, *, starts_page: bool = False, closes: bool = False
) -> None:
    """Add a paragraph in this style at the end of the document.

    One that ``starts_page`` begins a page, one that ``closes`` a text stands on the page of the unit that follows.
    """
    names = ("w:pageBreakBefore",) if starts_page else ("w:keepNext", "w:keepLines") if closes else ()
    properties = [element(name, {}) for name in names]
    add_runs(document, style, [(text, False)] if text else [], *properties)


def add_runs(
    document: DocxDocument, style: str, pieces: Sequence[tuple[str, bool]], *properties: BaseOxmlElement
) -> None:
    """Add a paragraph of pieces of text, each with whether it is underlined, at the end of the document."""
    paragraph = element("w:p", {}, in_style(style))
    paragraph[0].extend(properties)
    for text, is_underlined in pieces:
        piece = run(text)
        if is_underlined:
            piece[0].append(element("w:u", {"val": "single"}))
        paragraph.append(piece)
    document.element.body.insert_element_before(paragraph, "w:sectPr")


def bordered_table(
    widths: Sequence[int], margins: Mapping[str, int], rows: Iterable[BaseOxmlElement], *named: BaseOxmlElement
) -> BaseOxmlElement:
    """Return a table with full borders; widths of its columns and margins in its cells in twips, {} for the usual ones.

    ``named`` are the properties that tell a screen reader what it shows.
    """
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = [element(f"w:{side}", {"val": "single", "sz": 4, "space": 0, "color": "000000"}) for side in sides]
    inside = [element(f"w:{side}", {"w": margins[side], "type": "dxa"}) for side in sides[:4] if margins]
    properties = element(
        "w:tblPr",
        {},
        element("w:tblW", {"w": sum(widths), "type": "dxa"}),
        element("w:jc", {"val": "center"}),
        element("w:tblBorders", {}, *lines),
        element("w:tblLayout", {"type": "fixed"}),
        *([element("w:tblCellMar", {}, *inside)] if inside else []),
        *named,
    )
    grid = element("w:tblGrid", {}, *(element("w:gridCol", {"w": width}) for width in widths))
    return element("w:tbl", {}, properties, grid, *rows)


def table_cell(
    width: int, paragraphs: Iterable[BaseOxmlElement], *, columns: int = 1, align: str = "center"
) -> BaseOxmlElement:
    """Return a cell of a table; its width in twips, ``columns`` those it spans, its text aligned from top to bottom."""
    properties = element("w:tcPr", {}, element("w:tcW", {"w": width, "type": "dxa"}))
    if columns > 1:
        properties.append(element("w:gridSpan", {"val": columns}))
    properties.append(element("w:vAlign", {"val": align}))
    return element("w:tc", {}, properties, *paragraphs)


def in_style(name: str) -> BaseOxmlElement:
    """Return the properties of a paragraph in this style."""
    return element("w:pPr", {}, element("w:pStyle", {"val": name}))


def run(text: str) -> BaseOxmlElement:
    """A run whose quotes, dashes and ellipses take the East-Asian font, as its Chinese characters do."""
    content = element("w:t", {}, text=text)
    content.set(qn("xml:space"), "preserve")
    return element("w:r", {}, element("w:rPr", {}, element("w:rFonts", {"hint": "eastAsia"})), content)


def element(tag: str, attributes: dict[str, object], *children: BaseOxmlElement, text: str = "") -> BaseOxmlElement:
    """Return an element of WordprocessingML."""
    name, namespace = _named(tag)
    element = cast("BaseOxmlElement", oxml_parser.makeelement(name, nsmap=namespace))
    _set(element, attributes)
    for child in children:
        element.append(child)
    if text:
        element.text = text
    return element


def _set(element: BaseOxmlElement, attributes: dict[str, object]) -> None:
    for name, value in attributes.items():
        element.set(_named(f"w:{name}")[0], str(value))


@cache
def _named(tag: str) -> tuple[str, dict[str, str]]:
    """Return a name as lxml has it, and its namespace: a template has thousands of elements of a few names."""
    prefix = tag.partition(":")[0]
    return qn(tag), {prefix: nsmap[prefix]}


def indents(left: int, right: int, first: int) -> list[BaseOxmlElement]:
    """Return the element of indents in twips; none where there are none."""
    given = {name: width for name, width in (("left", left), ("right", right), ("firstLine", first)) if width}
    return [element("w:ind", dict(given))] if given else []
