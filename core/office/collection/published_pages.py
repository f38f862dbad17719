"""Published pages, saved as files, beside the reports that were adopted: the public must read what was sent in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from core.form.form_definition import FormDefinition
from core.office.collection.desk import DOUBTS, SETTLED, Desk, DeskFile, UnitResult
from core.office.collection.file_owner import FileNames
from core.office.collection.file_record import NAME, REPORT, UNREAD, FileRecord
from core.office.collection.file_versions import text_names
from core.office.collection.unit_list import plain_name
from core.report.entry_text import number_or_blank

_MOST_CELLS = 12
_NOT_ADOPTED = "来件还没有采用，已公布"


@dataclass(frozen=True, slots=True)
class PageCheck:
    """What came of one page.

    Attributes:
        file: Its name.
        unit: The unit it is of; "" where it is of none.
        is_equal: Whether it says what was adopted.
        differences: Chinese phrases about what it says otherwise, or why it could not be compared; that the report
            was not adopted comes first.
    """

    file: str
    unit: str
    is_equal: bool
    differences: tuple[str, ...] = ()


def check_pages(desk: Desk, pages: Iterable[DeskFile]) -> list[PageCheck]:
    """Compare pages with the judged reports of their units, in the order of the list; pages of nobody come last."""
    by_name = {unit.plain: unit for unit in desk.units}
    names = FileNames(by_name)
    order = {unit.name: place for place, unit in enumerate(desk.units)}
    found = []
    for page in pages:
        record = page.record
        unit = by_name.get(plain_name(record.unit)) if record.kind == REPORT else None
        if unit is None:
            called = by_name.get(names.named(page.name)) if not record.unit else None
            found.append(PageCheck(page.name, called.name if called else "", False, (_why_not(page),)))
        elif record.year not in (None, desk.year):
            found.append(PageCheck(page.name, unit.name, False, (f"网页是{record.year}年度的报告",)))
        elif unit.record is None:
            found.append(PageCheck(page.name, unit.name, False, ("没有可以对照的报告：没有收到，或几份不同没有选定",)))
        else:
            is_adopted = _is_adopted(unit)
            what = "采用的" if is_adopted else "来件"
            differing = tuple(_differences(desk.form, unit.record, record, what))
            not_yet = () if is_adopted else (_NOT_ADOPTED,)
            found.append(PageCheck(page.name, unit.name, is_adopted and not differing, (*not_yet, *differing)))
    return sorted(found, key=lambda check: (order.get(check.unit, len(order)), check.file))


def _is_adopted(unit: UnitResult) -> bool:
    """Whether nothing of the report itself is open: a wrong day of its publication is no fault of what it says."""
    is_day_alone = unit.state == DOUBTS and bool(unit.publication_fault) and unit.open_doubts == 1
    return unit.state in SETTLED or (is_day_alone and not unit.open_errors)


def _why_not(page: DeskFile) -> str:
    record = page.record
    if record.kind == UNREAD:
        return record.why.replace(NAME, page.name)
    if record.kind != REPORT:
        return "没有报告正文"
    return f"写的单位是“{record.unit}”，名单上没有" if record.unit else "没有写明单位"


def _differences(form: FormDefinition, adopted: FileRecord, page: FileRecord, what: str) -> Iterable[str]:
    mine, theirs = adopted.printed(form), page.printed(form)
    codes = [code for code in form.cells if form.cells[code].table and mine.get(code) != theirs.get(code)]
    for code in codes[:_MOST_CELLS]:
        ours, shown = number_or_blank(mine.get(code)), number_or_blank(theirs.get(code))
        yield f"{form.cells[code].name}：{what}是{ours}，公布的是{shown}"
    if len(codes) > _MOST_CELLS:
        yield f"还有{len(codes) - _MOST_CELLS}格数字不同"
    refused = [code for code, text in page.refused.items() if adopted.refused.get(code) != text]
    if refused:
        yield f"网页有{len(refused)}格不是数字"
    texts = [c for c in {**adopted.texts, **page.texts} if adopted.letters(c) != page.letters(c)]
    if absent := [code for code in texts if not page.letters(code)]:
        yield f"公布的没有{text_names(form, absent)}的文字"
    if texts := [code for code in texts if code not in absent]:
        yield f"文字不同：{text_names(form, texts)}"
