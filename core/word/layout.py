"""The Word template of a report: python-docx makes the fixed XML of a plan in a style, with marked places.

Nothing here is called while a report is generated in one of the shipped styles: their templates are made by
``build_scripts/make/word_templates.py`` and lie in ``resources/word``. ``core.word.template`` fills the places.
"""

from __future__ import annotations

from collections.abc import Mapping

from docx.oxml.xmlchemy import BaseOxmlElement

from core.form.form_definition import FormDefinition, GridItem
from core.word.elements import bordered_table, element, in_style, indents, new_document, place, run, saved
from core.word.plan import (
    ABOVE,
    CELL_MARGINS,
    DOWN,
    END,
    FREE,
    PAIR,
    TWIPS,
    WHOLE,
    CellPlan,
    ParagraphPlan,
    RowPlan,
    TablePlan,
    report_plan,
)
from core.word.style_profile import StyleProfile
from core.word.table_notes import keep_name, note_of

_KEPT = {
    "": (),
    PAIR: ("w:keepLines",),
    WHOLE: ("w:keepNext", "w:keepLines"),
    END: ("w:keepNext", "w:widowControl"),
    FREE: ("w:widowControl",),
}
"""What keeps a paragraph whole, or with unit and date, in Word."""

_ALWAYS = "1"  # a row of a table stands with the next one


def build_template(form: FormDefinition, profile: StyleProfile) -> bytes:
    """Return the marked .docx for reports in this form and style."""
    document = new_document(profile)
    for part in report_plan(form, profile):
        made = [_table(part, form)] if isinstance(part, TablePlan) else _paragraphs(part, profile)
        for one in made:
            document.element.body.insert_element_before(one, "w:sectPr")
    return saved(document)


def _paragraphs(plan: ParagraphPlan, profile: StyleProfile) -> list[BaseOxmlElement]:
    """A paragraph for each look of a place."""
    paragraphs = []
    keeping = ["", *plan.kept]
    keeping += [kept + ABOVE for kept in keeping] if plan.may_be_above else []
    keeping += DOWN[1:] if plan.may_be_down else ()
    kinds = [(kind, style, kept) for kind, style in plan.looks.items() for kept in keeping]
    for kind, style, kept in kinds:
        paragraph = element("w:p", {}, in_style(style))
        paragraph[0].extend(element(name, {}) for name in _KEPT.get(kept.removesuffix(ABOVE), ()))
        down = DOWN.index(kept) if kept in DOWN else 0
        halves = {"before": plan.is_below_table + down, "after": int(kept.endswith(ABOVE))}
        if any(halves.values()):
            paragraph[0].append(_spacing(halves, profile.pitch / 2))
        text = place("paragraph", plan.code, kind + kept) if plan.code else ""
        if text:
            paragraph.append(run(text))
        paragraphs.append(paragraph)
    return paragraphs


def _spacing(halves: Mapping[str, int], half: float) -> BaseOxmlElement:
    twips: dict[str, object] = {side: round(count * half * TWIPS) for side, count in halves.items() if count}
    return element("w:spacing", twips)


def _table(plan: TablePlan, form: FormDefinition) -> BaseOxmlElement:
    """The table in its official shape, with what it shows for those who have it read to them."""
    table = plan.table
    about = f"{form.sections[table.section].title}，共{len(plan.rows)}行{len(plan.widths)}列"
    named = (element("w:tblCaption", {"val": table.name}), element("w:tblDescription", {"val": about}))
    last = len(plan.rows) - 1
    below = place("text", keep_name(table)) if note_of(table, form) else ""
    rows = [_row(row, top, _ALWAYS if row.keeps_next else below * (top == last)) for top, row in enumerate(plan.rows)]
    return bordered_table(plan.widths, CELL_MARGINS, rows, *named)


def _row(plan: RowPlan, top: int, keeps_next: str) -> BaseOxmlElement:
    properties = element(
        "w:trPr", {}, element("w:cantSplit", {}), element("w:trHeight", {"val": plan.height, "hRule": "atLeast"})
    )
    if plan.is_head:
        properties.append(element("w:tblHeader", {}))
    cells = [_cell(cell, top, keeps_next) for cell in plan.cells]
    return element("w:tr", {}, properties, *cells)


def _cell(plan: CellPlan, top: int, keeps_next: str) -> BaseOxmlElement:
    item = plan.item
    properties = element("w:tcPr", {}, element("w:tcW", {"w": plan.width, "type": "dxa"}))
    if item.width > 1:
        properties.append(element("w:gridSpan", {"val": item.width}))
    if item.height > 1:
        properties.append(element("w:vMerge", {"val": "restart"} if top == item.top else {}))
    properties.append(element("w:vAlign", {"val": "center"}))
    paragraph = element("w:p", {}, in_style(plan.look))
    if keeps_next:
        paragraph[0].append(element("w:keepNext", {"val": keeps_next} if keeps_next != _ALWAYS else {}))
    if top == item.top:
        paragraph[0].extend(indents(plan.left, plan.right, plan.first))
        paragraph.append(_number_run(item, plan) if item.code else run(item.label))
    return element("w:tc", {}, properties, paragraph)


def _number_run(item: GridItem, plan: CellPlan) -> BaseOxmlElement:
    """The place of a number; its size shrinks where it would not fit on one line."""
    look = "wide_table" if plan.look.startswith("Wide") else "table"
    size = place("size", item.code, f"{plan.room}:{look}")
    return element(
        "w:r",
        {},
        element("w:rPr", {}, element("w:sz", {"val": size}), element("w:szCs", {"val": size})),
        element("w:t", {}, text=place("text", item.code)),
    )
