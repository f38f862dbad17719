"""A register counted: from its sheets to numbers, cases, unread rows, findings and what was left out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from core.base.errors import ErrorText
from core.base.short_texts import some_of
from core.form.form_definition import FormDefinition
from core.office.register.case_counts import count_column, other_count
from core.office.register.counting import Counted, count_cases
from core.office.register.day_reader import Years
from core.office.register.findings import (
    RegisterFinding,
    carried_findings,
    case_findings,
    count_findings,
    unread_findings,
)
from core.office.register.headers import Header, find_header
from core.office.register.left_out_rows import LeftOutRows
from core.office.register.mapping import RegisterMapping
from core.office.register.number_ranges import range_problems
from core.office.register.other_units import other_unit_findings, other_unit_problems
from core.office.register.problems import Problem, quoted
from core.office.register.rows import Case, Decisions, Joined, RowKey, RowReader, UnreadRow
from core.office.register.rows_alike import alike_findings
from core.office.register.same_cases import without_doubles
from core.office.register.same_numbers import names_several
from core.office.register.several_said import several_said
from core.office.register.told_rows import told_findings
from core.office.register.unused_columns import unused_columns
from core.office.register.values import RegisterSheet
from core.office.register.vocabulary import OPEN, plain, vocabulary
from core.report.report import Report

_NAMED = 8
_MERGED = "的“{fields}”与上面的行合并成一格，按合并格中的内容读入，请核对"
_HALF_A_HEADER = 2
"""Columns that may be missing in a sheet that is a register all the same."""

_NO_HEADER = ErrorText(
    "在“{name}”中没有找到台账的表头。",
    "台账要有登记号、收到日期、申请人类别、办结日期、办理结果五列；列名不同的，请写明哪一列是什么（命令行用 --map）。",
)
_MISSING = ErrorText(
    "在“{name}”中没有找到这些列：{columns}。",
    "请核对表头，补上缺少的列；列名不同的，请写明哪一列是它（命令行用 --map）。",
)
_DOUBLED = ErrorText("“{name}”中有几列都叫“{columns}”，分不清是哪一列。", "请在台账中把列名改得不同，再读一次。")
_ZEROS = "确实没有申请的，不用台账，把空白格填0即可。"
_NO_ROWS = ErrorText("“{name}”中一件申请也没有，没有计数，报告没有改动。", f"请核对选对了台账；{_ZEROS}")
_NONE_COUNTS = ErrorText(
    "“{name}”共{rows}行，没有一行计入{year}年度，没有计数，报告没有改动。",
    f"请核对报告年度和台账中的日期、办理结果；本年{_ZEROS}",
)


@dataclass(frozen=True)
class RegisterCount:
    """What a register makes in a year.

    Attributes:
        year: The report year.
        rows: How many applications it lists, unread ones and those marked 不计 included.
        counted: Numbers and cases of the rows that were read.
        unread: The rows that cannot be counted as they are; the numbers lack them.
        findings: What the clerk should look at, unread rows first.
        columns: Header in the file by the key of the field.
        sheets: How many sheets it was read from.
        remarks: What was left out, or counted though the file hides it; a sentence each.
        said_words: How many rows count as the clerk said of a word, by field, word and what it counts as.
    """

    year: int
    rows: int
    counted: Counted
    unread: tuple[UnreadRow, ...]
    findings: tuple[RegisterFinding, ...]
    columns: Mapping[str, str]
    sheets: int
    remarks: tuple[str, ...]
    said_words: Mapping[tuple[str, str, str], int] = field(default_factory=dict)

    @property
    def beside_unread(self) -> tuple[RegisterFinding, ...]:
        """The findings that say more than why the unread rows are not read."""
        told = set(unread_findings(self.unread))
        return tuple(one for one in self.findings if one not in told)

    @property
    def numbers_behind(self) -> dict[str, tuple[str, ...]]:
        """The 登记号 behind each number, by code."""
        return {code: tuple(case.key.number for case in cases) for code, cases in self.counted.cases.items()}


def count_register(
    sheets: Sequence[RegisterSheet],
    form: FormDefinition,
    year: int,
    mapping: RegisterMapping,
    *,
    name: str,
    decisions: Decisions | None = None,
    last_year: Report | None = None,
    year_of_days: int | None = None,
    unit: str = "",
    former_unit: str | None = None,
) -> RegisterCount:
    """Count a register.

    Args:
        sheets: What was read of it.
        form: The format of the report.
        year: The report year.
        mapping: What its headers and words stand for.
        name: Name of the file, for errors.
        decisions: What the clerk said of single rows.
        last_year: Last year's report to compare 上年结转 with, or None.
        year_of_days: Year of the days that are written without one; None where nobody has said it.
        unit: Full name of the report's unit; "" where it is not known.
        former_unit: Another name of it, "" for none; rows of other units wait to be decided on, or count where None.

    Raises:
        ReportError: No sheet has the columns that are needed.
    """
    decisions = decisions or Decisions()
    headers = {sheet.name: find_header(sheet, mapping.columns) for sheet in sheets}
    whole = [(sheet, header) for sheet in sheets if (header := headers[sheet.name]) and header.is_whole]
    _refuse_missing(headers, [header for _, header in whole], mapping, name)
    reading = _Reading(mapping, decisions, Years(year, year_of_days))
    for sheet, header in whole:
        reading.read(sheet, header)
    others = None if former_unit is None else _Others(unit, former_unit, reading.years, decisions)
    cases, unread = _parted(whole, reading, decisions, others)
    fields = {key for _, header in whole for key in header.columns}
    counted = count_cases(form, year, cases, fields)
    findings = [*unread_findings(unread), *_several_told(whole, reading, counted, unread)]
    findings += [*case_findings(counted, year, fields), *alike_findings(whole, cases)]
    findings += _told_cases(whole, _of_the_year(cases, counted), unit, decisions.counted)
    if last_year is not None:
        findings += carried_findings(form, counted, last_year)
    columns = {key: header.names[column] for _, header in reversed(whole) for key, column in header.columns.items()}
    remarks = [*_left_out_sheets(headers), *_lost_columns(mapping, fields), *reading.remarks()]
    more = (columns, len(whole), (*remarks, *_other_columns(mapping, columns)), dict(reading.said_words))
    return RegisterCount(year, reading.rows, counted, tuple(unread), tuple(findings), *more)


def _parted(
    sheets: Sequence[tuple[RegisterSheet, Header]], reading: _Reading, decisions: Decisions, others: _Others | None
) -> tuple[list[Case], list[UnreadRow]]:
    """Return the cases that surely count, and the rows that wait, in the order of the file."""
    cases, unread = without_doubles(sheets, reading.cases, reading.unread, decisions, reading.years)
    keys = _looked_at(cases, unread, reading.years)
    cases, unread = _asked(cases, unread, range_problems(sheets, keys, decisions.counted), reading.years)
    if others is not None:
        cases, unread = others.waiting(sheets, cases, unread)
    order = {sheet.name: i for i, (sheet, _) in enumerate(sheets)}
    return cases, sorted(unread, key=lambda row: (order[row.key.sheet], row.key.row))


def _several_told(
    sheets: Sequence[tuple[RegisterSheet, Header]], reading: _Reading, counted: Counted, unread: Sequence[UnreadRow]
) -> Iterator[RegisterFinding]:
    """Yield what is told of rows that count as one, or will, and say that they are several.

    Rows that wait since their number is that of several are asked about by that already.
    """
    keys = {case.key for cases in counted.cases.values() for case in cases} | {row.key for row in unread}
    asked = {row.key for row in unread if row.is_of_several or names_several(row.key.number)}
    told = [*reading.other_counts, *several_said(sheets, keys)]
    yield from count_findings(one for one in told if one[0] not in asked)


def _told_cases(
    sheets: Sequence[tuple[RegisterSheet, Header]], cases: Sequence[Case], unit: str, decided: Collection[RowKey]
) -> Iterator[RegisterFinding]:
    """Yield what is told of rows that count; those that the clerk has decided to count are not told again."""
    yield from other_unit_findings(sheets, cases, unit, decided)
    yield from told_findings(sheets, cases, decided)


class _Others(NamedTuple):
    """Parts the rows that other units received from those of this one."""

    unit: str
    former: str
    years: Years
    decisions: Decisions

    def waiting(
        self, sheets: Sequence[tuple[RegisterSheet, Header]], cases: Sequence[Case], unread: Sequence[UnreadRow]
    ) -> tuple[list[Case], list[UnreadRow]]:
        """Return the cases that this unit received, or the clerk counts; and the unread rows with those of others."""
        opened = {key for key, outcome in self.decisions.outcomes.items() if outcome == OPEN}
        decided = self.decisions.counted | opened
        problems = other_unit_problems(sheets, _looked_at(cases, unread, self.years), self.unit, self.former)
        return _asked(cases, unread, {key: said for key, said in problems.items() if key not in decided}, self.years)


def _looked_at(cases: Sequence[Case], unread: Sequence[UnreadRow], years: Years) -> list[RowKey]:
    """Return the rows of which more may be asked: those that count nowhere in the report year need no question."""
    here = [case.key for case in cases if not years.is_beyond(case.received, case.closed)]
    return [*here, *(row.key for row in unread)]


def _asked(
    cases: Sequence[Case], unread: Sequence[UnreadRow], found: Mapping[RowKey, Problem], years: Years
) -> tuple[list[Case], list[UnreadRow]]:
    """Return the cases of which nothing is asked, and the unread rows with the others and what is asked of each."""
    asked = [replace(r, problems=(*r.problems, found[r.key])) if r.key in found else r for r in unread]
    for case in (case for case in cases if case.key in found):
        is_open = case.closed is None or case.closed.year > years.report
        asked.append(UnreadRow(case.key, (found[case.key],), counts_as=OPEN if is_open else case.outcome))
    return [case for case in cases if case.key not in found], asked


def _of_the_year(cases: Sequence[Case], counted: Counted) -> list[Case]:
    beyond = {case.key for case in counted.beyond}
    return [case for case in cases if case.key not in beyond]


def refuse_without_cases(counted: RegisterCount, name: str) -> None:
    """Refuse a register of which nothing counts: it is rather the wrong file or year than a year without applications.

    Raises:
        ReportError: No row was counted, and none waits to be read.
    """
    if counted.unread or any(counted.counted.cases.values()):
        return
    if not counted.rows:
        raise _NO_ROWS.error(name=name)
    raise _NONE_COUNTS.error(name=name, rows=counted.rows, year=counted.year)


def _refuse_missing(
    headers: Mapping[str, Header | None], whole: Sequence[Header], mapping: RegisterMapping, name: str
) -> None:
    """Refuse a register without a column that is needed."""
    best = max((h for h in headers.values() if h), key=lambda h: len(h.columns), default=None)
    if best is None:
        raise _NO_HEADER.error(name=name)
    if whole:
        return
    if best.doubled:
        raise _DOUBLED.error(name=name, columns="、".join(best.doubled))
    raise _MISSING.error(name=name, columns="、".join(mapping.columns.get(key, key) for key in best.missing))


def _lost_columns(mapping: RegisterMapping, fields: Collection[str]) -> list[str]:
    """Say which columns the mapping names and the register does not have."""
    lost = [f"{key}（{head}）" for key, head in mapping.columns.items() if key not in fields]
    return [f"没有找到这些列，没有计入：{'、'.join(lost)}"] if lost else []


def _other_columns(mapping: RegisterMapping, columns: Mapping[str, str]) -> list[str]:
    """Say which fields were read from a column by its own name, since the one that the mapping names is not there."""
    other = [(k, head) for k, head in mapping.columns.items() if k in columns and plain(head) != plain(columns[k])]
    return [f"没有找到“{head}”列，“{key}”按“{columns[key]}”列读，请核对" for key, head in other]


def _left_out_sheets(headers: Mapping[str, Header | None]) -> list[str]:
    """Say which sheets were left out and why."""
    said, others = [], []
    for name, header in headers.items():
        if header is None or len(header.missing) > _HALF_A_HEADER:
            others.append(f"“{name}”")
        elif header.missing:
            said.append(f"工作表“{name}”缺少“{'”“'.join(header.missing)}”列，没有计入")
        elif header.doubled:
            said.append(f"工作表“{name}”有几列都叫“{'”“'.join(header.doubled)}”，没有计入")
    return [*([f"工作表{'、'.join(others)}没有台账的表头，没有计入"] if others else []), *said]


class _Reading:
    """Reads sheet by sheet, and notes what is left out.

    Attributes:
        years: The report year, and that of days without one.
        cases: The cases so far.
        unread: The unread rows so far.
        rows: How many applications are listed.
        said_words: How many rows count as the clerk said of a word.
        other_counts: The rows that say they are not one application: key, header of the column, what it says.
    """

    def __init__(self, mapping: RegisterMapping, decisions: Decisions, years: Years) -> None:
        self._mapping = mapping
        self.years = years
        self._decisions = decisions
        self.cases: list[Case] = []
        self.unread: list[UnreadRow] = []
        self.rows = 0
        self.other_counts: list[tuple[RowKey, str, str]] = []
        self.said_words: Counter[tuple[str, str, str]] = Counter()
        self._joined: list[Joined] = []
        self._not_counted = self._without_year = 0
        self._hidden_sheets: list[str] = []
        self._unused: dict[str, None] = {}
        self._noted: dict[str, list[str]] = defaultdict(list)

    def read(self, sheet: RegisterSheet, header: Header) -> None:
        """Read the rows below the header of a sheet."""
        reader = RowReader(sheet, header, self._mapping, self._decisions, self.years)
        where = f"工作表“{sheet.name}”" if sheet.name else ""
        counts = count_column(header)
        left_out_rows = LeftOutRows(sheet, header)
        self._unused |= dict.fromkeys(unused_columns(sheet, header))
        for row in sheet.rows:
            if row.number <= header.last:
                if row.number < header.first:
                    self._noted["在表头以上，没有计入"].append(f"{where}第{row.number}行")
                continue
            left_out = left_out_rows.why(row)
            if left_out:
                self._noted[left_out].append(f"{where}第{row.number}行")
                continue
            self.rows += 1
            found = reader.read(row)
            if isinstance(found, Case):
                self.cases.append(found)
            elif found is not None:
                self.unread.append(found)
            if found is not None and counts is not None and (said := other_count(row, counts)):
                self.other_counts.append((found.key, header.names[counts], said))
            if row.is_hidden:
                how = "被筛选隐藏" if sheet.is_filtered else "被隐藏"
                self._noted[f"{how}，已计入"].append(f"{where}第{row.number}行")
        if sheet.is_hidden:
            self._hidden_sheets.append(where)
        for fields, rows in reader.shared.items():
            self._noted[_MERGED.format(fields="”“".join(fields))] += [f"{where}第{row}行" for row in rows]
        self._joined += reader.joined
        self.said_words += reader.said
        self._not_counted += reader.not_counted
        self._without_year += reader.without_year

    def remarks(self) -> list[str]:
        """Return what was left out, or counted though the file hides it."""
        said = []
        for what, places in self._noted.items():
            said.append(f"{len(places)}行{what}（{some_of(places, _NAMED)}）")
        said += [*(f"{where}是隐藏的，已计入" for where in self._hidden_sheets), *self._unused]
        if self._joined:
            said.append(
                f"{len(self._joined)}行一格里写了几种结果，各计一件：{some_of(_told(self._joined), _NAMED, '件')}"
            )
        if self._not_counted:
            said.append(f"{self._not_counted}行标为不计，没有计入")
        if self._without_year:
            said.append(f"{self._without_year}行的日期没有写年份，按{self.years.of_days}年读入")
        return said


def _told(joined: Sequence[Joined]) -> list[str]:
    """Say of each row with several outcomes where it counts."""
    labels = {key: label.partition("（")[0] for key, label in vocabulary().outcome_labels.items()}
    return [f"登记号{key.number}“{quoted(word)}”计入“{labels[outcome]}”" for key, word, outcome in joined]
