"""``generate --paper``: a paper of the office, filled from the report."""

from __future__ import annotations

import argparse
from datetime import datetime
from pathlib import Path

from core.base import atomic_file, reading_process
from core.base.errors import ErrorText, ReportError
from core.cli.output import USAGE, say, say_json
from core.cli.told import last_year_json, last_year_lines
from core.draft import other_programs, workbook
from core.office import last_year_file, report_source, review
from core.office.papers import known, paper
from core.report import checksum
from core.report import report as report_value
from core.validation import local_rules, validation

_OTHER_YEAR = ErrorText(
    "“{name}”是{given}的报告，不是上一年（{wanted}）的。", "请选择上一年的报告，或核对草稿的报告年度。"
)


def add_paper_options(generate: argparse.ArgumentParser) -> None:
    """Add the options to the parser of ``generate``."""
    generate.add_argument("--paper", type=Path, metavar="本单位的材料模板（.docx、.xlsx）")
    generate.add_argument("--last-year", type=Path, metavar="上年文件", help="与 --paper 合用：填上年数和增减")


def check_paper(options: argparse.Namespace) -> None:
    """Raise what speaks against the template itself, before anything is read."""
    paper.check_template(options.paper)


def generate_paper(options: argparse.Namespace) -> int:
    """Fill a template and write it; nothing is written where it holds a placeholder that is unknown."""
    for option in ("html", "signoff"):
        if getattr(options, option) is not None:
            raise USAGE.error(where="--paper", problem=f"不能与 --{option} 合用")
    template: Path = options.paper
    if options.output.suffix.lower() != template.suffix.lower():
        raise USAGE.error(where="-o", problem=f"文件名应与模板一样以 {template.suffix} 结尾")
    atomic_file.check_target(options.output)
    with reading_process.ReadingProcess() as reading:
        report = reading.read(options.draft.name, workbook.load_draft, options.draft).report
        review.refuse_other_than_final(report)
        last = _last_year(options.last_year, report, options.draft, reading)
        last_year = last.report if last else None
        now = datetime.now()
        result = validation.check_report(
            report,
            last_year=last_year,
            today=now.date(),
            local=local_rules.current_local_rules(),
            checksum=checksum.report_checksum,
        )
        values = known.paper_values(report, result, today=now, last_year=last_year)
        filled = reading.read(template.name, paper.fill_paper, template, report.form_id, values)
    other_programs.refuse_open(options.output)
    atomic_file.replace_file(options.output, filled.data)
    if options.json:
        notes = {"blank": filled.blank, "without_last_year": filled.without_last_year}
        say_json({"file": str(options.output), "filled": filled.count, **notes, **last_year_json(last)})
    else:
        remarks = [*filled.remarks, *paper.report_remarks(result, filled)]
        say(f"已生成：{options.output}", f"填了{filled.count}个占位。", *remarks, *last_year_lines(last))
    return 0


def _last_year(
    given: Path | None, report: report_value.Report, draft: Path, reading: reading_process.ReadingProcess
) -> report_source.OpenedReport | None:
    """Return last year's report: the one given, else the one that the draft names, where it may be opened unasked.

    Raises:
        ReportError: The one given cannot be read, or is not of the year before.
    """
    path = given or last_year_file.named_last_year(report, draft)
    if path is None:
        return None
    try:
        opened: report_source.OpenedReport = reading.read(path.name, report_source.open_report, path)
    except ReportError:
        if given is not None:
            raise
        return None  # the paper says what lacks its number
    last_year = opened.report
    if last_year.year is None or report.year is None or last_year.year != report.year - 1:
        if given is not None:
            wanted = f"{report.year - 1}年" if report.year else "未填年度"
            raise _OTHER_YEAR.of(path, given=f"{last_year.year}年" if last_year.year else "未写年度", wanted=wanted)
        return None
    return opened
