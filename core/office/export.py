"""Makes the report files of a stage, after the checks that the stage asks for: one way for window and command line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from core.base import atomic_file
from core.checks.findings import WITHDRAWN, CheckResult, Finding
from core.draft import other_programs
from core.office import signoff as office_signoff
from core.office.review import next_round, refuse_locked, refuse_other_than_final
from core.office.signoff_values import for_a_new_sheet
from core.report.checksum import report_checksum
from core.report.report import Report
from core.report.stages import STAGE_NAMES, Stage
from core.validation.local_rules import LocalRules
from core.validation.validation import check_report
from core.web import html_report
from core.word import report as word_report
from core.word.style_profile import StyleProfile


@dataclass(frozen=True, slots=True)
class Exported:
    """What came of an export.

    Attributes:
        written: The files that were written; empty where the stage was refused.
        sentence: The read-back proof, or why nothing was written.
        checksum: Checksum of what the report shows.
        result: The checks it was judged by.
    """

    written: tuple[Path, ...]
    sentence: str
    checksum: str
    result: CheckResult


def refusal(result: CheckResult, stage: Stage, to_fill: str = "") -> str:
    """Return why this stage cannot be made from a report with these findings; "" where it can.

    A 草稿 is always possible; a 送审稿 has no error and no blank; a 定稿 also no open 疑点. Where more is to be filled
    in than holds a 送审稿 up, ``to_fill`` says all of it, as the list of findings does.
    """
    if stage == "draft":
        return ""
    waiting: list[str] = []
    errors = sum(finding.rule_id != "C-03" for finding in result.blocking)
    if errors:
        waiting.append(f"{errors}个错误要改正")
    if result.unfilled:
        waiting.append(f"{to_fill or result.unfilled}未填")
    if stage == "final" and result.open_warnings:
        waiting.append(f"{len(result.open_warnings)}个疑点要核实或说明")
    if not waiting:
        return ""
    instead = STAGE_NAMES["draft" if stage == "review" or errors or result.blanks else "review"]
    return f"还不能生成{STAGE_NAMES[stage]}：{'，'.join(waiting)}。可以先生成{instead}。"


def left_open(result: CheckResult, stage: Stage) -> tuple[Finding, ...]:
    """Return the 疑点 that a 送审稿 leaves open: as its 审签单 lists them, which is printed anew for it."""
    return for_a_new_sheet(result).open_warnings if stage == "review" else ()


def open_points(result: CheckResult, stage: Stage) -> list[str]:
    """Return what whoever makes a 送审稿 is asked about: one sentence for each 疑点 that it leaves open."""
    return [f.message + WITHDRAWN * (f.withdrawn is not None) for f in left_open(result, stage)]


def export_report(
    report: Report,
    output: Path,
    *,
    stage: Stage,
    today: date,
    html: Path | None = None,
    signoff: Path | None = None,
    last_year: Report | None = None,
    local: LocalRules | None = None,
    profile: StyleProfile | None = None,
) -> Exported:
    """Check the report, write the files of a stage, all of them or none, and read the Word file back.

    Args:
        report: The report.
        output: The Word file.
        stage: 草稿, 送审稿 or 定稿.
        today: The day, for checks of the year.
        html: Where the web page goes; none is written where it is None.
        signoff: Where the sign-off sheet goes; likewise.
        last_year: Last year's report, for the checks that compare years.
        local: Local rules the report is checked by.
        profile: Style profile of the Word report; the usual one where it is None.

    Raises:
        ReportError: A target cannot be written, the file does not read back equal, or the report was changed after
            it was locked and more than a 草稿 in Word is asked for, or is locked and a 送审稿 is asked for.
    """
    if stage != "draft" or html is not None:  # no page of it is a draft once it is locked
        refuse_other_than_final(report)
    if stage == "review":
        refuse_locked(report)
    result = check_report(
        report, last_year=last_year, final=stage != "draft", today=today, local=local, checksum=report_checksum
    )
    if refused := refusal(result, stage):
        return Exported((), refused, report_checksum(report), result)
    number = next_round(report) if stage == "review" else None
    mark = word_report.stage_mark(stage, number)
    files = {output: word_report.report_bytes(report, stage=stage, round_number=number, profile=profile)}
    if html is not None:
        files[html] = html_report.report_html(report, mark=mark)
    if signoff is not None:
        files[signoff] = office_signoff.signoff_bytes(
            report, result, today=today, stage=mark or STAGE_NAMES[stage], profile=profile
        )
    other_programs.refuse_open(*files)
    atomic_file.replace_files(files)
    return Exported(tuple(files), word_report.read_back(report, output).sentence, report_checksum(report), result)
