"""One finding as an item of a letter: where, what stands there, what to look into, and by which rule.

Only errors and warnings that are neither corrected nor explained become items; hints never.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from core.base.short_texts import some_of
from core.checks.findings import CheckResult, Finding
from core.checks.rule_run import NOT_CHECKED
from core.form.form_definition import LEVELS, FormDefinition, Level, Rule
from core.form.form_reader import form_for_year
from core.office import remarks_in_word
from core.office.collection import numbers_in_words
from core.office.collection.cell_places import column_of, row_with
from core.office.collection.told_findings import is_of_headings
from core.report.entry_text import Number, entry_as_text
from core.report.linked_text import linked_codes, resolve
from core.report.report import Report
from core.report.shown_report import one_line
from core.report.totals import printed_numbers
from core.texts.language.text_names import text_name
from core.validation import rule_book

_CLAUSE = re.compile("[；：，。、]")
_QUOTES = str.maketrans("", "", "“”")
_LONGEST_QUOTE = 60
_MOST_NUMBERS = 8
_BLANK = "空白"
_BLANK_TOTALS, _BLANKS, _NUMBERING, _EMPTY_HEADING = "C-06", "C-03", "N-13", "N-14c"
_NO_ROW = "表中没有这一行的，请按表样补上。"
_NO_TITLE = "这一部分的标题也没有找到，请一并补上。"
_WHOLE_TABLE = "整张表空白"
_WHOLE_ROW = "各栏"
_WHOLE_REPORT, _FACTS = "整份报告", "基本信息"
_FORMAT_RULE, _REPEATED_RULE, _ALL = "F-03", "N-18", 100
_PRINTED_IN = {"meta.unit": "标题", "meta.year": "标题", "meta.title": "标题", "meta.sign_off": "落款"}
"""Where a report prints what stands in 基本信息 of a draft, by the names of the paper."""


class LetterItem(NamedTuple):
    """One thing that a unit is asked to look into.

    Attributes:
        part: The part of the report, such as 第三部分.
        place: 位置: row and column, or the name of the text.
        written: 写的是: what stands there.
        check: 应核对的: the sentence of the rule.
        basis: 依据: number of the rule and where it comes from.
        blanks: Codes of the blank cells that it is about, where it is about nothing else.
    """

    rule_id: str
    level: Level
    part: str
    place: str
    written: str
    check: str
    basis: str
    blanks: tuple[str, ...] = ()


def item_of(kept: Sequence[Any]) -> LetterItem:
    """Return an item that JSON or Qt kept, which make lists of tuples; of an older program, without its blanks.

    Raises:
        TypeError: It is none.
    """
    item = LetterItem(*kept)
    return item._replace(blanks=tuple(map(str, item.blanks)))


def in_a_line(item: LetterItem) -> str:
    """Return place and sentence of an item; the place once, where the sentence begins with it, quoted or not."""
    begun = item.check.translate(_QUOTES).startswith(item.place.translate(_QUOTES))
    return item.check if begun else f"{item.place}：{item.check}"


def letter_items(report: Report, result: CheckResult, *, is_draft: bool = False) -> tuple[LetterItem, ...]:
    """Return the items of a letter about a report, errors first, each kind in the order of the form.

    Args:
        report: The report.
        result: What was found in it.
        is_draft: Whether it came as a draft of this program, whose 基本信息 no other file has.
    """
    numbers = printed_numbers(report)
    found = [f for f in result.findings if f.level == "error"] + list(result.open_warnings)
    wanted = [f for f in found if f.topic != NOT_CHECKED]
    in_words = numbers_in_words.written_in_words(report, wanted)
    wanted = [f for f in wanted if f not in in_words[1:]]
    items = [_item(report, numbers, finding) for finding in wanted]
    if in_words:
        at = wanted.index(in_words[0])
        written, check = numbers_in_words.told_in_words(report, in_words)
        item = items[at]
        items[at] = item._replace(part=_WHOLE_REPORT, place=numbers_in_words.PLACE, written=written, check=check)
    if not is_draft:
        items = [
            _as_printed(report, item, found) if _is_of_facts(report, found) else _with_missing_row(report.form, item)
            for item, found in zip(items, wanted, strict=True)
        ]
    return _told_once(items, wanted)


def _told_once(items: Sequence[LetterItem], findings: Sequence[Finding]) -> tuple[LetterItem, ...]:
    """Return items of which none says that a title is missing where another one says so of all that stands below it."""
    blank = {item.part for item in items if item.rule_id == _BLANKS}
    told: set[str] = set()
    kept = []
    for item, finding in zip(items, findings, strict=True):
        is_missing = (finding.rule_id, finding.variant) == (_NUMBERING, "missing")
        if is_missing and blank.issuperset(finding.values["parts"]):
            told.update(finding.values["parts"])
        else:
            kept.append(item)
    return tuple(
        item._replace(check=f"{item.check}{_NO_TITLE}") if item.rule_id == _BLANKS and item.part in told else item
        for item in kept
    )


def _with_missing_row(form: FormDefinition, item: LetterItem) -> LetterItem:
    """Return an item about rows that are blank as a whole: they may as well not be printed at all."""
    rows = {(form.cells[code].table, form.cells[code].row) for code in item.blanks}
    whole = [code for code, cell in form.cells.items() if (cell.table, cell.row) in rows and not cell.is_derived]
    if not rows or ("", "") in rows or len(whole) < 3 * len(rows) or set(whole) != set(item.blanks):
        return item
    is_table = item.place in {table.name for table in form.tables.values()}
    return item if is_table else item._replace(check=f"{item.check}{_NO_ROW}")


def _is_of_facts(report: Report, finding: Finding) -> bool:
    return bool(finding.cells) and not finding.places and all(code in report.form.meta for code in finding.cells)


def _as_printed(report: Report, item: LetterItem, finding: Finding) -> LetterItem:
    """Return an item about 基本信息 with a place that who writes in Word finds: the title, a table, the signature."""
    form, names = report.form, {code: _PRINTED_IN.get(code, report.form.meta[code].name) for code in finding.cells}
    place, written = "、".join(dict.fromkeys(names.values())), "没有写明" if item.written == _BLANK else item.written
    if finding.rule_id == _FORMAT_RULE and report.year is not None:
        other = set(form_for_year(report.year).cells)
        tables = [table for table in form.tables.values() if not other.issuperset(table.cells)]
        place = f"{'、'.join(form.sections[table.section].part for table in tables)}的表" if tables else place
        written = form.name
    return item._replace(part=_WHOLE_REPORT, place=place, written=written)


def in_form_order(form: FormDefinition, items: Iterable[LetterItem]) -> list[LetterItem]:
    """Return items errors first, each kind part by part as the form has them; what is about the whole report first.

    What compares a text with a table is found where the table stands and is told of the text.
    """
    opening = [text.name for text in form.texts.values() if not text.section]
    parts = [_WHOLE_REPORT, _FACTS, *opening, *(section.part for section in form.sections.values())]
    order = {part: place for place, part in enumerate(parts)}
    return sorted(items, key=lambda item: (LEVELS.index(item.level), order.get(item.part, len(order))))


def quoting(
    items: Iterable[LetterItem], report: Report, marks: Sequence[tuple[str, str, int]]
) -> tuple[LetterItem, ...]:
    """Return items that quote what stands in cells that count as blank: 2格“无”、1格空白.

    Args:
        items: Of a letter.
        report: What the letter is about.
        marks: Name of a table, what stands there for nothing (无, -), and in how many of its cells.
    """
    form = report.form  # how many of the marks stand for totals that are not there is not known
    unclear = {cell.table for code, cell in form.cells.items() if cell.is_derived and code not in report.controls}
    return tuple(_quoting(item, form, marks, unclear) for item in items)


def _quoting(
    item: LetterItem, form: FormDefinition, marks: Sequence[tuple[str, str, int]], unclear: Collection[str]
) -> LetterItem:
    tables = {form.cells[code].table for code in item.blanks if form.cells[code].table}
    names = {form.tables[table].name for table in tables}
    found = [(mark, count) for table, mark, count in marks if table in names]
    left = len(item.blanks) - sum(count for _, count in found)
    if not found:
        return item
    if left < 0 or tables.intersection(unclear):
        marked = "".join(f"“{mark}”" for mark, _ in found)
        return item._replace(written=f"{len(item.blanks)}格空白或{marked}")
    parts = [f"{count}格“{mark}”" for mark, count in found] + ([f"{left}格{_BLANK}"] if left else [])
    return item._replace(written="、".join(parts))


def basis_of(rule: Rule) -> str:
    """Return number and source of a rule, the source by its first words; only what is official is called so."""
    basis, _, source = rule_book.basis_in_words(rule).partition("：")
    first = _CLAUSE.split(source)[0]
    return f"{rule.id}，{first if first.startswith(basis) else f'{basis}：{first}'}"


def part_of(form: FormDefinition, cells: Collection[str], texts: Collection[str]) -> str:
    """Return the part of the report that a finding is about; 基本信息 for what stands in none, 整份报告 for nothing."""
    if not cells and not texts:
        return _WHOLE_REPORT
    for code in cells:
        cell = form.cells.get(code)
        if cell is not None:
            key = form.tables[cell.table].section if cell.table else list(form.sections)[-1]
            return form.sections[key].part
    for code in texts:
        text = form.texts.get(code)
        if text is not None:
            return form.sections[text.section].part if text.section else text.name
    return _FACTS


def _item(report: Report, numbers: Mapping[str, Number], finding: Finding) -> LetterItem:
    form = report.form
    texts = list(dict.fromkeys(place.text for place in finding.places))
    rule = form.rules[finding.rule_id]
    codes = [code for code in finding.cells if code in form.cells]
    blanks: tuple[str, ...] = ()
    if codes and not texts:
        printed = {} if finding.rule_id == _BLANK_TOTALS else numbers  # what the parts come to is not printed
        place, written = _cells(report, printed, codes)
        blanks = tuple(codes) if all(_shown(report, printed, code) == _BLANK for code in codes) else ()
    elif texts:
        facts = [_PRINTED_IN[code] for code in finding.cells if code in _PRINTED_IN]
        place = "、".join([*(text_name(form, code) for code in texts if code in form.texts), *facts])
        written = _quotes(report, numbers, finding)
    else:
        place = "、".join(form.meta[code].name for code in finding.cells if code in form.meta) or _WHOLE_REPORT
        written = "；".join(one_line(report.meta.get(c, "")) or _BLANK for c in finding.cells if c in form.meta)
        written = written or one_line(finding.topic)  # as of a title that stands in no text
    part = part_of(form, () if texts else finding.cells, texts)
    values = finding.values
    if is_of_headings(finding):
        part, place, written = values["part"], values["text"], "“{found}”之后不是“{expected}”".format(**values)
    if finding.rule_id == _EMPTY_HEADING and "found" in values:  # its text stands below a heading of another name
        written = values["found"]
    if finding.rule_id == _REPEATED_RULE:
        written = f"约{values['percent']}%与上年相同" if values["percent"] < _ALL else f"与上年{values['alike']}"
        if finding.variant == "whole":
            part = place = _WHOLE_REPORT
    return LetterItem(
        finding.rule_id,
        finding.level,
        part,
        place,
        written or remarks_in_word.SEE_RIGHT,
        one_line(finding.message),
        basis_of(rule),
        blanks,
    )


def _cells(report: Report, numbers: Mapping[str, Number], codes: list[str]) -> tuple[str, str]:
    """Return rows with their columns, and what stands in them: 结转下年（自然人、商业企业）, 自然人：空白."""
    form = report.form
    for table in form.tables.values():
        if {code for code in table.cells if not form.cells[code].is_derived} == set(codes) and not any(
            code in report.cells for code in codes
        ):
            return table.name, _WHOLE_TABLE
    columns = {column_of(form, code) for code in codes}
    if len(codes) > 2 and len(columns) == 1 and form.cells[codes[0]].table:
        rows_of = [form.tables[form.cells[c].table].rows[form.cells[c].row].name for c in codes]
        shown = [f"{row}：{_shown(report, numbers, code)}" for row, code in zip(rows_of, codes, strict=True)]
        return f"{columns.pop()}列", "、".join(shown[:_MOST_NUMBERS])
    rows: dict[tuple[str, str], list[str]] = {}
    for code in codes:
        rows.setdefault((form.cells[code].table, form.cells[code].row), []).append(code)
    places, values = [], []
    for (table_id, row), members in rows.items():
        if not table_id:
            places += [form.cells[code].name for code in members]
        else:
            table = form.tables[table_id]
            every = [c for c in table.cells if form.cells[c].row == row and not form.cells[c].is_derived]
            is_whole = len(members) > 2 and set(every) <= set(members)
            named = _WHOLE_ROW if is_whole else "、".join(column_of(form, code) for code in members)
            places.append(row_with(table.rows[row].name, named))
        names = [column_of(form, code) or form.cells[code].name for code in members]
        values += [f"{name}：{_shown(report, numbers, code)}" for name, code in zip(names, members, strict=True)]
    blanks = sum(value.endswith(_BLANK) for value in values)
    if blanks == len(values) and blanks > 1:
        return "、".join(places), f"{blanks}格空白"
    return "、".join(places), some_of(values, _MOST_NUMBERS, "格")


def _shown(report: Report, numbers: Mapping[str, Number], code: str) -> str:
    entry = report.controls.get(code, report.cells.get(code, numbers.get(code)))
    return _BLANK if entry is None else entry_as_text(entry)


def _quotes(report: Report, numbers: Mapping[str, Number], finding: Finding) -> str:
    quotes = []
    for place in finding.places:
        text = report.texts.get(place.text, "")
        quoted = text[place.start : place.end]
        if quoted.count("{") != quoted.count("}"):  # the stretch begins or ends within a linked number
            quoted = ""
        is_unknown = any(code not in report.form.cells for code in linked_codes(quoted))
        shown = one_line(quoted if is_unknown else resolve(quoted, numbers))
        if shown:
            quotes.append(shown if len(shown) <= _LONGEST_QUOTE else f"{shown[: _LONGEST_QUOTE - 1]}…")
        elif not text.strip():
            quotes.append("没有文字")
    return "；".join(dict.fromkeys(quotes[:3]))
