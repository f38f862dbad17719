"""The one layout of the Word report: python-docx makes the fixed XML of a form in a style, with marked places.

Nothing here is called while a report is generated in one of the shipped styles: their templates are made by
``build_scripts/make_word_templates.py`` and lie in ``resources/word``. ``core.word_template`` fills the places.

A place is ``MARK kind | name | look END``: kind ``paragraph`` stands for its whole paragraph, repeated once for each
paragraph of the text in the look that fits; ``text`` for itself; ``size`` for the half-points of the number beside it.
"""

from __future__ import annotations

import io
import re
from itertools import pairwise
from typing import TYPE_CHECKING, cast

from docx import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm
from lxml import etree

from core.word_styles import font_table_xml, settings_xml, styles_xml
from core.word_template import END, MARK

if TYPE_CHECKING:
    from docx.document import Document as DocxDocument
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.section import Section

    from core.form_definition import FormDefinition, GridItem, Table
    from core.style_profile import StyleProfile

_KEPT = (
    "styles",
    "settings",
    "fontTable",
    "header",
    "footer",
    "core-properties",
    "extended-properties",
    "officeDocument",
)
_NUMBERED = re.compile(r"[（(]?[一二三四五六七八九十\d]+[）)、.]")
_WIDE_TABLE = 7  # columns from which the smaller size is used
_IGNORABLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable"
_TWIPS = 1440 / 25.4  # in a millimetre
_PAGE_WIDTH = 11906  # twips
_CELL_MARGIN = 28  # twips at each side; leaves a seven-digit number its place in 720 twips
_CELL_PADDING = 20  # twips above and below
_ROW_HEIGHT = {"table": 440, "wide_table": 350}  # twips at least
_DASH = "—"


def build_template(form: FormDefinition, profile: StyleProfile) -> bytes:
    """Return the marked .docx for reports in this form and style."""
    document = Document()
    _strip(document)
    width = text_width(profile)
    _set_part(document, "styles", styles_xml(profile))
    _set_part(document, "settings", settings_xml())
    _set_part(document, "fontTable", font_table_xml(profile))
    _set_page(document.sections[0], profile)
    _set_properties(document)
    _write_head(document, form)
    for section in form.sections.values():
        _paragraph(document, "Heading1", section.title)
        for content in section.contents:
            if content in form.tables:
                document.element.body.insert_element_before(_table(form.tables[content], profile, width), "w:sectPr")
            else:
                _write_text(document, form, content)
    _write_signature(document)
    _drop_unused_names(document)
    stream = io.BytesIO()
    document.save(stream)
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


def text_width(profile: StyleProfile) -> int:
    """Return the width between the margins in twips: 8845 for the 156 mm of an official document."""
    return _PAGE_WIDTH - round(profile.margins["left"] * _TWIPS) - round(profile.margins["right"] * _TWIPS)


def _drop_unused_names(document: DocxDocument) -> None:
    """Leave out the name spaces, revision marks and extensions that python-docx's template declares."""
    section = document.sections[0]
    stories = (section.header, section.even_page_header, section.footer, section.even_page_footer)
    for root in (document.element, *(story._element for story in stories)):  # noqa: SLF001
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


def _set_properties(document: DocxDocument) -> None:
    """Leave title, unit and language in the properties; no author, no dates, no program."""
    core = document.part.package.core_properties
    for child in list(core._element):  # noqa: SLF001  WORKAROUND: properties can be set to "" but not taken away
        core._element.remove(child)  # noqa: SLF001
    core.title = _place("text", "title")
    core.language = "zh-CN"
    extended = next(
        r.target_part for r in document.part.package.rels.values() if r.reltype.endswith("/extended-properties")
    )
    extended._blob = (  # noqa: SLF001  WORKAROUND: a part that python-docx only carries along
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties'
        ' xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"<Company>{_place('text', 'unit')}</Company></Properties>"
    ).encode()


def _set_page(section: Section, profile: StyleProfile) -> None:
    """A4, margins, the grid of lines and characters, header with the stage, footer with the page number."""
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(profile.margins["top"]), Mm(profile.margins["bottom"])
    section.left_margin, section.right_margin = Mm(profile.margins["left"]), Mm(profile.margins["right"])
    section.gutter = 0
    section.header_distance = Mm(max(profile.margins["top"] - 15, 5))
    # The dash of the page number stands 7 mm below the text: half a line above the distance that Word asks for.
    section.footer_distance = Mm(max(profile.margins["bottom"] - 10, 5))
    for old in section._sectPr.findall(qn("w:docGrid")):  # noqa: SLF001  WORKAROUND: python-docx knows no document grid
        section._sectPr.remove(old)  # noqa: SLF001
    grid = _element("w:docGrid", {})
    section._sectPr.append(grid)  # noqa: SLF001
    width = (210 - profile.margins["left"] - profile.margins["right"]) / 25.4 * 72
    pitch = int((width / profile.characters - profile.sizes["body"]) * 4096)
    _set(grid, {"type": "linesAndChars", "linePitch": round(profile.pitch * 20), "charSpace": pitch})
    for header in (section.header, section.even_page_header):
        header.is_linked_to_previous = False
        _fill_story(header._element, _element("w:p", {}, _style("StageMark"), _run(_place("text", "stage"))))  # noqa: SLF001
    for footer, style in ((section.footer, "PageNumberOdd"), (section.even_page_footer, "PageNumberEven")):
        footer.is_linked_to_previous = False
        name = style if profile.number_position == "outside" else "PageNumberCenter"
        _fill_story(footer._element, _page_number(name, profile.number_style))  # noqa: SLF001


def _fill_story(story: BaseOxmlElement, paragraph: BaseOxmlElement) -> None:
    for child in list(story):
        story.remove(child)
    story.append(paragraph)


def _page_number(style: str, look: str) -> BaseOxmlElement:
    paragraph = _element("w:p", {}, _style(style))
    if look == "none":
        return paragraph
    field = [
        _element("w:r", {}, _element("w:fldChar", {"fldCharType": "begin"})),
        parse_xml(f'<w:r {nsdecls("w")}><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'),
        _element("w:r", {}, _element("w:fldChar", {"fldCharType": "separate"})),
        _run("1"),
        _element("w:r", {}, _element("w:fldChar", {"fldCharType": "end"})),
    ]
    if look == "dash":
        field = [_run(f"{_DASH} "), *field, _run(f" {_DASH}")]
    for run in field:
        paragraph.append(run)
    return paragraph


def _write_head(document: DocxDocument, form: FormDefinition) -> None:
    """Document number and addressee where given, title, one empty line, lead paragraph."""
    _paragraph(document, "DocumentNumber", _place("paragraph", "meta.doc_number", "plain"))
    _paragraph(document, "Title", _place("paragraph", "title", "plain"))
    _paragraph(document, "AfterTitle", "")
    _paragraph(document, "Addressee", _place("paragraph", "meta.addressee", "plain"))
    for text in form.texts.values():
        if not text.section:
            _write_text(document, form, text.code)


def _write_text(document: DocxDocument, form: FormDefinition, code: str) -> None:
    """The places of one text, each look in a paragraph of its own; its sub-heading before it."""
    text = form.texts[code]
    if text.heading:
        _paragraph(document, "Heading2", _place("paragraph", f"heading.{code}", "plain"))
    if text.is_note:
        _paragraph(document, "TableNote", _place("paragraph", code, "plain"))
    else:
        _paragraph(document, "BodyText", _place("paragraph", code, "plain"))
        _paragraph(document, "BodyPoint", _place("paragraph", code, "point"))


def _write_signature(document: DocxDocument) -> None:
    """Unit and date at the right, with room above for the seal; all of it only where given."""
    _paragraph(document, "SealRoom", _place("paragraph", "seal", "plain"))
    _paragraph(document, "SignOff", _place("paragraph", "meta.sign_off", "plain"))
    _paragraph(document, "SignDate", _place("paragraph", "meta.date", "plain"))


def _table(table: Table, profile: StyleProfile, text_width: int) -> BaseOxmlElement:
    """The table in its official shape: borders, merges, fixed widths in grid and cells."""
    is_wide = table.width >= _WIDE_TABLE
    widths = _scaled(table.widths, text_width)
    properties = _element(
        "w:tblPr",
        {},
        _element("w:tblW", {"w": sum(widths), "type": "dxa"}),
        _element("w:jc", {"val": "center"}),
        _element(
            "w:tblBorders",
            {},
            *(
                _element(f"w:{side}", {"val": "single", "sz": 4, "space": 0, "color": "000000"})
                for side in ("top", "left", "bottom", "right", "insideH", "insideV")
            ),
        ),
        _element("w:tblLayout", {"type": "fixed"}),
        _element(
            "w:tblCellMar",
            {},
            _element("w:top", {"w": _CELL_PADDING, "type": "dxa"}),
            _element("w:left", {"w": _CELL_MARGIN, "type": "dxa"}),
            _element("w:bottom", {"w": _CELL_PADDING, "type": "dxa"}),
            _element("w:right", {"w": _CELL_MARGIN, "type": "dxa"}),
        ),
    )
    grid = _element("w:tblGrid", {}, *(_element("w:gridCol", {"w": width}) for width in widths))
    look = "wide_table" if is_wide else "table"
    rows = [_row(table, top, widths, profile.sizes[look], look) for top in range(len(table.grid))]
    return _element("w:tbl", {}, properties, grid, *rows)


def _scaled(widths: tuple[int, ...], width: int) -> list[int]:
    """The column widths in twips, together as wide as the text; with the usual margins those of the form."""
    total = sum(widths)
    edges = [round(sum(widths[:i]) * width / total) for i in range(len(widths) + 1)]
    return [right - left for left, right in pairwise(edges)]


def _row(table: Table, top: int, widths: list[int], size: float, look: str) -> BaseOxmlElement:
    properties = _element(
        "w:trPr",
        {},
        _element("w:cantSplit", {}),
        _element("w:trHeight", {"val": _ROW_HEIGHT[look], "hRule": "atLeast"}),
    )
    if top < table.header_height and _has_one_header(table):
        properties.append(_element("w:tblHeader", {}))
    keep = _stays_with_next(table, top)
    row = _element("w:tr", {}, properties)
    for item in sorted(_covering(table, top), key=lambda item: item.left):
        width = sum(widths[item.left : item.left + item.width])
        row.append(_cell(item, top, width, size, look, keep=keep))
    return row


def _covering(table: Table, top: int) -> list[GridItem]:
    """The items that begin in this row or reach into it from above."""
    return [item for row in table.grid[: top + 1] for item in row if item.top + item.height > top]


def _has_one_header(table: Table) -> bool:
    """Whether the head stands at the top only; table 二 has one for each block, which must not be repeated."""
    return not any(item.is_header for row in table.grid[table.header_height :] for item in row)


def _stays_with_next(table: Table, top: int) -> bool:
    """Whether no page may end below this row: within a head, a block or a result group, and no row stands alone."""
    last = len(table.grid) - 1
    if top == last:
        return False
    below = table.grid[top + 1]
    if any(item.is_header for item in table.grid[top]):
        return True
    if not _has_one_header(table):
        return not any(item.is_header for item in below)
    groups = _groups(table)
    # The label beside all results flows over the page unless the part before the break has room for it.
    if top == last - 1 or (groups and top < groups[0].top):
        return True
    return any(group.top <= top < group.top + group.height - 1 for group in groups)


def _groups(table: Table) -> list[GridItem]:
    """The labels of several rows within which no other such label lies: the result groups."""
    tall = [item for row in table.grid[table.header_height :] for item in row if item.height > 1]
    return [
        group
        for group in tall
        if not any(item is not group and group.top <= item.top < group.top + group.height for item in tall)
    ]


def _cell(item: GridItem, top: int, width: int, size: float, look: str, *, keep: bool) -> BaseOxmlElement:
    properties = _element("w:tcPr", {}, _element("w:tcW", {"w": width, "type": "dxa"}))
    if item.width > 1:
        properties.append(_element("w:gridSpan", {"val": item.width}))
    if item.height > 1:
        properties.append(_element("w:vMerge", {"val": "restart"} if top == item.top else {}))
    properties.append(_element("w:vAlign", {"val": "center"}))
    style = _cell_style(item)
    paragraph = _element("w:p", {}, _style(f"{'WideTable' if look == 'wide_table' else 'Table'}{style}"))
    if keep:
        paragraph[0].append(_element("w:keepNext", {}))
    if top == item.top:
        room = width - 2 * _CELL_MARGIN
        if style == "Label":
            paragraph[0].extend(_balanced(item.label, room, size))
        paragraph.append(_number_run(item.code, room, look) if item.code else _run(item.label))
    return _element("w:tc", {}, properties, paragraph)


def _cell_style(item: GridItem) -> str:
    if item.code:
        return "Number"
    return "Row" if not item.is_header and item.height == 1 and _NUMBERED.match(item.label) else "Label"


def _balanced(label: str, room: int, size: float) -> list[BaseOxmlElement]:
    """Indents that make the lines of a label about equally long, a leading （三） on a line of its own."""
    character = round(size * 20)
    fitting = room // character
    if len(label) <= fitting or fitting < 2:
        return []
    longest = -(-len(label) // -(-len(label) // fitting))
    spare = room - longest * character - character // 4
    indents = {"left": spare // 2, "right": spare // 2} if spare > 0 else {}
    number = _NUMBERED.match(label)
    if number and len(number[0]) < longest == len(label) - len(number[0]):
        # Just enough that the next character goes to the second line; the lines stay nearly centred.
        indents["firstLine"] = (longest - len(number[0])) * character - character // 2
    return [_element("w:ind", dict(indents))] if indents else []


def _number_run(code: str, room: int, look: str) -> BaseOxmlElement:
    """The place of a number; its size shrinks where it would not fit on one line."""
    size = _place("size", code, f"{room}:{look}")
    return _element(
        "w:r",
        {},
        _element("w:rPr", {}, _element("w:sz", {"val": size}), _element("w:szCs", {"val": size})),
        _element("w:t", {}, text=_place("text", code)),
    )


def _place(kind: str, name: str, look: str = "") -> str:
    return f"{MARK}{kind}|{name}|{look}{END}"


def _paragraph(document: DocxDocument, style: str, text: str) -> None:
    paragraph = _element("w:p", {}, _style(style))
    if text:
        paragraph.append(_run(text))
    document.element.body.insert_element_before(paragraph, "w:sectPr")


def _style(name: str) -> BaseOxmlElement:
    return _element("w:pPr", {}, _element("w:pStyle", {"val": name}))


def _run(text: str) -> BaseOxmlElement:
    """A run whose quotes, dashes and ellipses take the East-Asian font, as its Chinese characters do."""
    content = _element("w:t", {}, text=text)
    content.set(qn("xml:space"), "preserve")
    return _element("w:r", {}, _element("w:rPr", {}, _element("w:rFonts", {"hint": "eastAsia"})), content)


def _element(tag: str, attributes: dict[str, object], *children: BaseOxmlElement, text: str = "") -> BaseOxmlElement:
    element = cast("BaseOxmlElement", OxmlElement(tag))
    _set(element, attributes)
    for child in children:
        element.append(child)
    if text:
        element.text = text
    return element


def _set(element: BaseOxmlElement, attributes: dict[str, object]) -> None:
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), str(value))
