"""From blocks to a report: which format, which numbers, which texts, and what could not be recognised."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from core.base.errors import ErrorText
from core.checks.number_rules import blank_totals, printed_subtotals
from core.checks.rules import CheckContext, PrintedForm
from core.form.form_definition import FormDefinition
from core.form.form_reader import load_form
from core.form.formats import for_year, mixture_id, newest
from core.published import phrases
from core.published.captions import is_of_other_year, year_of_report
from core.published.form_tables import RoleTable, read_tables
from core.published.headings import find_sections
from core.published.labels import plain_label
from core.published.number_cells import read_number, shortened
from core.published.other_sheets import without_other_sheets
from core.published.reading_order import in_reading_order
from core.published.struck_cells import StruckCells
from core.published.texts import Narrative, joined, read_texts, section_name
from core.published.title import unit_in_lead, year_of_period
from core.published.unsure import Unsure, unsure_cell, unsure_pages, unsure_table, unsure_twice
from core.published.vocabulary import vocabulary
from core.report.entry_text import Entry, Refused
from core.report.linked_text import literal
from core.report.report import Report, ReportBuilder
from core.report.totals import report_numbers
from core.texts.rules import wording_rules
from core.visible.blocks import Pages, Paragraph, VisibleTable
from core.visible.units import unit_of_label

LEAST_SECTIONS = 2
"""Section titles that a page without any of our tables must have to be a report."""

_TOO_OLD = ErrorText(
    "“{title}”是{year}年的报告，当时的格式与现在不同，没有现在的三张表，不能读入。",
    "请另选{first}年及以后年度的报告；需要以前的数字时，请打开原文对照。",
)

MARKS_READ = "{table}有{count}格印的是“{mark}”，按空白（未填）读入"
SEVERAL_REPORTS = "文件中可能有不止一份年度报告，只读入了“{read}”，请核对"
REMARK = "说明"
"""Stands in the place of a place before a remark about how something had to be read."""

LEAST_PAGE_NUMBERS = 2
"""Page numbers among the text from which they are taken for such."""

MANY_TRADITIONAL = 20
"""Traditional characters in the text from which it is told that it is written in them."""

MANY_DOUBLES = 2
"""Tables of ours that a file must hold twice to be told of as several reports."""


@dataclass(slots=True)
class Imported:
    """What was read from a published report.

    Attributes:
        report: Texts, metadata and numbers; printed totals are control totals.
        printed: What is printed in every place of the tables, by code, totals included: a number, None for a blank, or
            the refused text.
        unrecognised: Places and texts that stand nowhere in the report.
        summary: For each table how many of its places were found, such as ``{"t2": "10/10"}``; a blank counts as found,
            but for a total whose parts are all printed.
        remarks: Chinese sentences about how something had to be read.
        printed_form: How the form itself is printed, for the checks.
        unsure: What was read and may be meant otherwise; each stands among the others, too.
    """

    report: Report
    printed: dict[str, Entry]
    unrecognised: list[tuple[str, str]] = field(default_factory=list)
    summary: dict[str, str] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)
    printed_form: PrintedForm = field(default_factory=PrintedForm)
    unsure: list[Unsure] = field(default_factory=list)

    @property
    def form(self) -> str:
        """Which format it follows, as the command line says it."""
        return self.report.form_label

    @property
    def reported(self) -> tuple[tuple[str, str], ...]:
        """All that the clerk is told: places and texts that stand nowhere in the report, then the remarks."""
        return (*self.unrecognised, *((REMARK, remark) for remark in self.remarks))

    @property
    def is_complete(self) -> bool:
        """Whether every place of the tables was found."""
        return all(found == total for found, _, total in (s.partition("/") for s in self.summary.values()))


def recognise(pages: Pages) -> Imported | None:
    """Return the report that stands in a file, or None where there is none.

    Raises:
        ReportError: It is a report of a year before the oldest format.
    """
    shown, other_sheets = without_other_sheets(pages.blocks)
    blocks, numbers = _without_page_numbers(in_reading_order(shown))
    sections = find_sections(blocks)
    spans = [*(found.at for found in sections), len(blocks)]
    owner = {i: found.heading.key for n, found in enumerate(sections) for i in range(found.at, spans[n + 1])}
    tables = [(i, block) for i, block in enumerate(blocks) if isinstance(block, VisibleTable)]
    # Tables in the sections that have one first, and those of another year last.
    year = year_of_report(blocks)
    tables.sort(key=lambda at: (owner.get(at[0], "") not in vocabulary().roles, is_of_other_year(blocks, at[0], year)))
    found = read_tables(table for _, table in tables)
    _name_misplaced(found, {id(table): owner.get(i, "") for i, table in tables} if sections else {})
    pieces = {role: table.tables for role, table in found.items()}
    doubles = [double for table in found.values() for double in table.doubles]
    narrative = read_texts(pages, blocks, sections, pieces, doubles)
    if not any(table.cells for table in found.values()):
        _refuse_old(narrative)
        if not _is_report(narrative):
            return None
    imported = _assembled(pages, found, narrative, blocks)
    imported.unrecognised += other_sheets
    if numbers:
        imported.remarks.append(f"文字中间有{len(numbers)}行页码（第一行是“{numbers[0]}”）没有读入")
    return imported


def _without_page_numbers(blocks: list[Paragraph | VisibleTable]) -> tuple[list[Paragraph | VisibleTable], list[str]]:
    """Return blocks without the page numbers that a file made out of a PDF has in its text, and these numbers.

    They are lines such as — 3 — that count on; a single one, or one out of order, stays.
    """
    found = [
        (at, int(match[1]))
        for at, block in enumerate(blocks)
        if isinstance(block, Paragraph) and (match := phrases.PAGE_NUMBER.fullmatch(plain_label(block.text)))
    ]
    steps = {(b - a) for (_, a), (_, b) in pairwise(found)}
    if len(found) < LEAST_PAGE_NUMBERS or steps != {1}:
        return blocks, []
    places = {at for at, _ in found}
    texts = [block.text for at, block in enumerate(blocks) if at in places and isinstance(block, Paragraph)]
    return [block for at, block in enumerate(blocks) if at not in places], texts


def _refuse_old(narrative: Narrative) -> None:
    """Refuse a report without our tables that is older than the oldest format.

    Raises:
        ReportError: It is.
    """
    first = vocabulary().forms[-1].first_year
    if narrative.title.year and int(narrative.title.year) < first:
        raise _TOO_OLD.error(title=narrative.title.text, year=narrative.title.year, first=first)


def _name_misplaced(found: dict[str, RoleTable], owners: dict[int, str]) -> None:
    """Tell which tables stand in another place than their section: they may be those of another year."""
    for role, table in found.items():
        misplaced = [piece.place for piece in table.tables if owners.get(id(piece), role) != role]
        if misplaced:
            where = "、".join(misplaced)
            table.remarks.append(f"{table.name}取自{where}，不在{section_name(role)}下面，请核对是不是本年、本单位的")


def _is_report(narrative: Narrative) -> bool:
    return len(narrative.sections) >= LEAST_SECTIONS and bool(narrative.title.text or len(narrative.sections) > 3)


def _assembled(
    pages: Pages, found: dict[str, RoleTable], narrative: Narrative, blocks: list[Paragraph | VisibleTable]
) -> Imported:
    lead = joined(narrative.texts.get("lead", []))
    everything = "".join(b.text for b in blocks if isinstance(b, Paragraph))
    period = year_of_period(lead) or year_of_period(everything)
    year = narrative.title.year or period
    form = _form_of(found, year)
    builder = ReportBuilder(form.id)
    imported = Imported(builder.build(), {})
    struck = StruckCells(pages, found, form)
    remarks = [struck.said(remark) for remark in pages.remarks]
    imported.remarks += [*remarks, *narrative.remarks]
    imported.unsure += map(struck.doubt, unsure_pages(remarks))
    if sum(ord(char) in phrases.TRADITIONAL for char in everything) >= MANY_TRADITIONAL:
        imported.remarks.append("原文是繁体字，已照原样读入，请把文字改成规范汉字")
    if narrative.title.year and period and narrative.title.year != period:
        imported.remarks.append(f"标题的年度是{narrative.title.year}年，统计期限是{period}年，请核对")
    _fill_meta(imported, builder, narrative, year)
    for code, lines in narrative.texts.items():
        if text := joined(lines):
            builder.texts[code] = literal(text)
    empty = [code for role, table in found.items() for code in _fill_table(imported, builder, role, table)]
    imported.report = builder.build()
    subtotals = [line for table in found.values() for line in table.subtotals]
    titles = _printed_titles(narrative, blocks, form)
    blanks = _blank_totals(imported)
    imported.printed_form = PrintedForm(
        titles,
        tuple(dict.fromkeys(subtotals)),
        blanks,
        tuple(table.id for table in form.tables.values() if not found[table.section].cells),
        _reworded_titles(narrative, blocks, form),
        tuple(narrative.part_numbers),
        tuple(narrative.odd_headings),
        tuple(empty),
    )
    imported.summary = _summary(form, found, blanks)
    imported.remarks += _told_of_print(imported)
    if sum(bool(table.doubles) for table in found.values()) >= MANY_DOUBLES:
        read = narrative.title.text or "没有标题的一份"
        imported.remarks.append(SEVERAL_REPORTS.format(read=read))
    if narrative.sections:
        imported.remarks += _slips_of_titles(imported.printed_form.titles, form)
    else:
        imported.remarks.append("没有找到各部分的标题，只读入了表格")
    imported.unrecognised += narrative.lost
    return imported


def _printed_titles(
    narrative: Narrative, blocks: list[Paragraph | VisibleTable], form: FormDefinition
) -> tuple[str, ...]:
    """Return the section titles in their printed order: the numbers as printed, the words as in the form."""
    titles: list[str] = []
    for found in narrative.sections:
        block, title = blocks[found.at], form.sections[found.heading.key].title
        if found.heading.score == 0:  # rule N-13 says how it is printed
            titles.append(title)
            continue
        number = phrases.PRINTED_NUMBER.match(block.text) if isinstance(block, Paragraph) else None
        titles.append((number[0] if number else "") + title[2:])
    return tuple(titles)


def _reworded_titles(
    narrative: Narrative, blocks: list[Paragraph | VisibleTable], form: FormDefinition
) -> tuple[tuple[str, str], ...]:
    """Return the titles whose words are others than those of the form, with what they should be."""
    return tuple(
        (block.text.strip(), form.sections[found.heading.key].title)
        for found in narrative.sections
        if found.heading.score == 0 and isinstance(block := blocks[found.at], Paragraph)
    )


def _slips_of_titles(titles: tuple[str, ...], form: FormDefinition) -> list[str]:
    """Return what is wrong with the section titles, in the words of rule N-13: 6、其他需要报告的事项."""
    messages = form.rules["N-13"].messages
    return [
        messages[variant].format(**named).removesuffix("，请核对。")
        for variant, named in wording_rules.title_slips(titles, form)
    ]


def _blank_totals(imported: Imported) -> tuple[str, ...]:
    """Return the totals that are printed as blanks, or not at all, although all their parts are numbers."""
    numbers, cells = report_numbers(imported.report), imported.report.form.cells
    return tuple(
        code for code, entry in imported.printed.items() if entry is None and cells[code].is_derived and code in numbers
    )


def _told_of_print(imported: Imported) -> list[str]:
    """Return what rules say of the printed tables that a draft, which prints its own, cannot show: C-06 and T3-10."""
    form, report = imported.report.form, imported.report
    context = CheckContext(report, report_numbers(report), None, date.min, printed_form=imported.printed_form)
    found = [*blank_totals(context, form.rules["C-06"]), *printed_subtotals(context, form.rules["T3-10"])]
    return [finding.message.removesuffix("。") for finding in found]


def _summary(form: FormDefinition, found: dict[str, RoleTable], blanks: tuple[str, ...]) -> dict[str, str]:
    """Return how many places of each table were found."""
    summary: dict[str, str] = {}
    for table in form.tables.values():
        cells = [form.cells[code] for code in table.cells if code not in blanks]
        located = sum((cell.row, cell.column) in found[table.section].cells for cell in cells)
        summary[table.id] = f"{located}/{len(table.cells)}"
    return summary


def _form_of(found: dict[str, RoleTable], year: str) -> FormDefinition:
    """Return the format that fits all tables, of several that of the year; a mixture where there is none."""
    by_year = (for_year(int(year)) if year else newest()).id
    possible = [table.forms for table in found.values() if table.cells]
    known = [form.id for form in vocabulary().forms]
    common = [form_id for form_id in known if all(form_id in forms for forms in possible)]
    if common:
        return load_form(by_year if by_year in common else common[0])
    # As few formats as possible: what fits several follows the tables that fit one only, and the newest of these.
    mixed = {forms[0] for forms in possible if len(forms) == 1}
    mixed |= {by_year if by_year in forms else forms[0] for forms in possible if mixed.isdisjoint(forms)}
    newest_id = next(form_id for form_id in known if form_id in mixed)
    roles = [table.section for table in load_form(newest_id).tables.values()]
    fitting = [[form_id for form_id in found[role].forms if form_id in mixed] for role in roles]
    return load_form(mixture_id([forms[0] if forms else newest_id for forms in fitting]))


def _fill_meta(imported: Imported, builder: ReportBuilder, narrative: Narrative, year: str) -> None:
    title = narrative.title
    signer, date = narrative.signed
    unit = title.unit
    if not unit and signer:
        unit = signer
        imported.remarks.append(f"标题中没有单位名称，单位取自落款“{signer}”，请核对")
    if not unit and (unit := unit_in_lead(joined(narrative.texts.get("lead", [])))):
        imported.remarks.append(f"标题中没有单位名称，单位取自引言“{unit}”，请核对")
    if not unit:
        imported.remarks.append("没有找到单位名称，请在“基本信息”中填写")
    if not year:
        imported.remarks.append("没有找到报告年度，请在“基本信息”中填写")
    values = {"unit": unit, "year": year, "form": builder.form_id, "sign_off": signer, "date": date, **narrative.meta}
    for name, value in values.items():
        builder.set_text(f"meta.{name}", value)
    if title.text and title.text != builder.build().title:
        builder.set_text("meta.title", title.text)


def _fill_table(imported: Imported, builder: ReportBuilder, role: str, found: RoleTable) -> list[str]:
    """Put the printed cells of one table into the report; return those that are there and blank."""
    form = builder.form
    table = next((t for t in form.tables.values() if t.section == role), None)
    if table is None:
        imported.unrecognised += [(f"{found.name}（表样没有这张表）", cell.text) for cell in found.cells.values()]
        return []
    marks: Counter[str] = Counter()
    blanks: list[str] = []
    located = 0
    for row, column in found.cells:
        if f"{table.id}.{row}.{column}" not in form.cells:
            name = next((w.table.rows[row].name for w in vocabulary().roles[role] if row in w.table.rows), row)
            imported.unrecognised.append((f"{table.name}“{name}”行（表样没有这一格）", found.cells[row, column].text))
    for code in table.cells:
        cell = form.cells[code]
        printed = found.cells.get((cell.row, cell.column))
        entry: Entry = None
        if printed is not None:
            located += 1
            read = read_number(printed.text, cell, printed.unit)
            entry = read.entry
            marks[read.mark] += 1
            blanks += [code] * (entry is None)
            if read.remark:
                imported.unrecognised.append((f"{table.name}“{cell.name}”", printed.text.replace("\n", "")))
                imported.remarks.append(f"“{cell.name}”{read.remark}")
                labels = (table.columns[cell.column].label, table.rows[cell.row].label)
                doubt = unsure_cell(
                    code, cell.name, read.remark, printed.text, has_unit=any(map(unit_of_label, labels))
                )
                imported.unsure += [doubt] if doubt and not isinstance(entry, Refused) else []
            if isinstance(entry, Refused):
                shown = shortened(entry.text)
                imported.remarks.append(f"“{cell.name}”印的是“{shown}”，没有读成数字：{entry.reason}")
        imported.printed[code] = entry
        builder.set_cell(code, entry)
    del marks[""]
    imported.remarks += [MARKS_READ.format(table=table.name, count=n, mark=mark) for mark, n in marks.items()]
    imported.remarks += found.remarks
    imported.unrecognised += found.lost
    named = ((f"{table.id}.{row}.{column}", texts) for (row, column), texts in found.twice.items())
    twice = [(code, form.cells[code].name, *texts) for code, texts in named if code in form.cells]
    imported.unsure += [*unsure_table(found.remarks), *unsure_twice(table.name, twice)]
    if not located:
        imported.remarks.append(f"没有找到{table.name}，可能是图片、附件，或没有排成表格，请对照原文填写")
    return blanks
