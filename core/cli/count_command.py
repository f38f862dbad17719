"""The command ``count``: table 三 from a register of applications, or a new register."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

from core.base import atomic_file
from core.base.errors import ErrorText, ReportError
from core.base.on_disk import OnDisk, on_disk
from core.base.reading_process import ReadingProcess
from core.cli.output import USAGE, say, say_json
from core.cli.told import last_year_json, last_year_lines
from core.draft.workbook import load_draft
from core.form.form_definition import FormDefinition
from core.form.form_reader import form_for_year
from core.office.last_year_file import named_last_year
from core.office.register import count as register_count
from core.office.register import rows, template
from core.office.register.count import count_register
from core.office.register.days import FIRST_YEAR, LAST_YEAR
from core.office.register.mapping import RegisterMapping, read_mapping
from core.office.register.reading import read_register
from core.office.register.taking_over import counted_cells, log_sentence, take_over
from core.office.report_source import OpenedReport, open_report
from core.report.entry_text import entry_as_text
from core.report.open_report import REPORT_LOCKED
from core.report.report import Report, new_report

_OTHER_YEAR = ErrorText("“{name}”是{found}年的报告，不是{year}年的。", "请换一个草稿，或改用 --year {found}。")
_NOT_LAST_YEAR = ErrorText("“{name}”是{found}年的报告，不是{year}年的上一年。", "请另选上年的报告。")
_TAKEN = ErrorText("“{name}”已经存在，没有覆盖。", "请换一个文件名新建台账。")
_LAST_YEAR = LAST_YEAR


def count(options: argparse.Namespace, save: Callable[[Report, Path], list[str]]) -> bool:
    """Carry the command out; return whether every row was read and the draft written.

    Args:
        options: What was typed.
        save: Writes a draft, and returns a sentence about what it replaced.

    Raises:
        ReportError: The register, the map or the draft cannot be used, or no row of the register counts.
    """
    if options.template:
        _write_template(options)
        return True
    for where, value in (("台账", options.register), ("--year", options.year)):
        if value is None:
            raise USAGE.error(where=where, problem="缺少台账文件" if where == "台账" else "请写明报告年度")
    first = form_for_year(options.year).first_year
    if not first <= options.year <= _LAST_YEAR:
        raise USAGE.error(where="--year", problem=f"应是{first}至{_LAST_YEAR}之间的四位年份")
    of_days = options.year_of_days
    if of_days is not None and not FIRST_YEAR <= of_days <= _LAST_YEAR:
        raise USAGE.error(where="--year-of-days", problem=f"应是{FIRST_YEAR}至{_LAST_YEAR}之间的四位年份")
    mapping = read_mapping(options.mapping) if options.mapping else RegisterMapping()
    with ReadingProcess() as reading:
        sheets = reading.read(options.register.name, read_register, options.register)
        report, told = _draft(options, reading)
        last = _last_year(options, report, reading)
    counted = count_register(
        sheets,
        report.form,
        options.year,
        mapping,
        name=options.register.name,
        last_year=last.report if last else None,
        year_of_days=of_days,
        unit=report.unit,
    )
    register_count.refuse_without_cases(counted, options.register.name)
    lines: list[str] = []
    if not counted.unread:
        cells = counted_cells(report, counted)
        change = take_over(report, counted, [cell.code for cell in cells], date.today().isoformat())
        kept = save(change.applied_to(report), options.output)
        lines = [f"已写入草稿：{options.output}。{log_sentence(cells)}。", *kept, *told]
    if options.json:
        say_json(count_json(counted) | last_year_json(last))
        _say_aside([*counted.remarks, *told])
    else:
        say(*_lines(counted, report.form), *lines, *last_year_lines(last))
    return not counted.unread


def _draft(options: argparse.Namespace, reading: ReadingProcess) -> tuple[Report, list[str]]:
    """Return the draft that is there, or a new one, and what could not be read of it.

    Raises:
        ReportError: It cannot be read, is a 定稿, or is of another year.
    """
    path = options.output
    if on_disk(path) is OnDisk.MISSING:
        return new_report("", "", options.year), []
    draft = reading.read(path.name, load_draft, path)
    report = draft.report
    if report.status.get("locked_on"):
        raise REPORT_LOCKED.error()
    if report.year not in (None, options.year):
        raise _OTHER_YEAR.of(path, found=report.year, year=options.year)
    return report, [f"{sheet} {cell}：{said}" for sheet, cell, said in draft.remarks]


def _last_year(options: argparse.Namespace, report: Report, reading: ReadingProcess) -> OpenedReport | None:
    """Return last year's report: the one that was given, else the one that the draft names and may have opened.

    Raises:
        ReportError: The one that was given cannot be read, or is of another year.
    """
    if options.last_year:
        last: OpenedReport = reading.read(options.last_year.name, open_report, options.last_year)
        if last.report.year is not None and last.report.year != options.year - 1:
            raise _NOT_LAST_YEAR.of(options.last_year, found=last.report.year, year=options.year)
        return last
    named = named_last_year(report, options.output)
    if named:
        with suppress(ReportError):  # nobody asked for it: what cannot be read is not compared
            last = reading.read(named.name, open_report, named)
            return last if last.report.year == options.year - 1 else None
    return None


def count_json(counted: register_count.RegisterCount) -> dict[str, Any]:
    """Return the answer of ``count --json``."""
    return {
        "year": counted.year,
        "rows": counted.rows,
        "cells": dict(counted.counted.numbers),
        "cases": {code: list(numbers) for code, numbers in counted.numbers_behind.items()},
        "unread": [
            {"row": row.key.row, "number": row.key.number, "why": _where(row, counted) + row.why}
            for row in counted.unread
        ],
        "findings": [
            {"rule": found.rule, "rows": [key.row for key in found.rows], "message": found.message}
            for found in counted.findings
        ],
        "mapping": dict(counted.columns),
    }


def _where(row: rows.UnreadRow, counted: register_count.RegisterCount) -> str:
    """Name the sheet of a row where there are several."""
    return f"工作表“{row.key.sheet}”：" if row.key.sheet and counted.sheets > 1 else ""


def _lines(counted: register_count.RegisterCount, form: FormDefinition) -> list[str]:
    """Return what the command says to people."""
    lines = [f"台账共{counted.rows}行，{counted.year}年度："]
    numbers = counted.counted.numbers
    lines += [f"  {form.cells[code].name}：{entry_as_text(number)}" for code, number in numbers.items() if number]
    lines += [f"  {remark}" for remark in counted.remarks]
    lines += [f"  {found.rule}  {found.message}" for found in counted.beside_unread]
    if counted.unread:
        lines.append(f"有{len(counted.unread)}行没有读懂，没有写入草稿；请逐行改正台账或对照表，再运行一次：")
        lines += [f"  {_where(row, counted)}第{row.key.row}行 {row.key.number}：{row.why}" for row in counted.unread]
    if lacking := sum(row.lacks_year for row in counted.unread):
        lines.append(f"其中{lacking}行的日期没有写年份；确实都是同一年的，用 --year-of-days 写明是哪一年，再运行一次。")
    return lines


def _say_aside(lines: list[str]) -> None:
    """Say on stderr what the JSON has no place for."""
    if sys.stderr is not None:
        for line in lines:
            print(line, file=sys.stderr)


def _write_template(options: argparse.Namespace) -> None:
    """Write the program's own register.

    Raises:
        ReportError: There is a file of this name, which may be a register in use, or it cannot be written.
    """
    if on_disk(options.output) is not OnDisk.MISSING:
        raise _TAKEN.of(options.output)
    atomic_file.check_target(options.output)
    atomic_file.replace_file(options.output, template.template_bytes(options.year))
    say(f"已新建台账：{options.output}")
