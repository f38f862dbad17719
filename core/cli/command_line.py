"""The command line: the same work as the window, without a display.

Exit codes: 0 nothing blocks; 1 findings of level error (with ``--final`` and in ``generate``, blanks too);
2 the input could not be used, or the program is at fault: one Chinese sentence says what and one what to do;
130 stopped by Ctrl-C.

What takes time to import is imported in the commands: only those that need it pay for it, and Ctrl-C is answered.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any

from core import NAME, published
from core.base import atomic_file, reading_process
from core.base.build import version
from core.base.errors import DataFolderError, ErrorText, ReportError
from core.base.file_names import check_file_name
from core.base.on_disk import followed
from core.base.resources import expect_forms
from core.checks import findings
from core.cli import count_command
from core.cli.archive_commands import add_archive_commands
from core.cli.collect import add_parser as add_collect
from core.cli.count_options import add_count
from core.cli.output import HELP_END, USAGE, OutputError, Parser, complain, fault, say, say_json, set_encoding
from core.cli.paper_command import add_paper_options, check_paper, generate_paper
from core.cli.stopping import stoppable
from core.cli.told import errors_left, last_year_json, last_year_lines, told_lines
from core.draft import draft_versions, workbook
from core.form import form_definition, form_reader
from core.office import export, report_source
from core.office import summary as office_summary
from core.office import whole_rule_book as office_whole_rule_book
from core.report import checksum
from core.report import report as report_value
from core.validation import local_rules, progress, validation
from core.web import html_report

OK, BLOCKED, UNUSABLE, STOPPED = 0, 1, 2, 130
LAST_YEAR = 2099
DRAFT, WORD, PAGE, PAPER = (".xlsx",), (".docx",), (".html", ".htm"), (".docx", ".xlsx")
"""What the names of the written files end with."""


_STOPPED = ErrorText("已按 Ctrl-C 停止。", "没有写完的文件不会留下，需要时请重新运行。")
_STILL_OPEN = ErrorText("送审稿中还有{count}个疑点没有核实或说明。", "请核实后改正，或在程序中填写说明，再生成一次。")
_UNFINISHED = "请在程序中处理完，再生成一次；已处理的，不用再做。"
_NOTHING_KEPT = ErrorText(
    "“{name}”原来的内容不能留存到版本历史，没有覆盖。",
    "请换一个文件名，或检查程序数据文件夹“{folder}”所在的磁盘空间和它的写入权限。",
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        set_encoding(stream)
    return stoppable(partial(_run, arguments), STOPPED, lambda: complain(_STOPPED.error()))


def _run(arguments: Sequence[str] | None) -> int:
    try:
        options = _parser().parse_args(arguments)
        if getattr(options, "json", False):
            set_encoding(sys.stdout, "utf-8")
        expect_forms()
        code: int = options.command(options)
    except BrokenPipeError:  # the reader of our output has gone, as with "| head"
        sys.stdout = None  # so that Python does not try to flush it at exit
        return OK
    except KeyboardInterrupt:
        complain(_STOPPED.error())
        return STOPPED
    except OutputError as error:
        sys.stdout = None  # likewise
        complain(error)
        return UNUSABLE
    except ReportError as error:
        complain(error)
        return UNUSABLE
    except Exception as error:  # noqa: BLE001 - the last place that can say it in words; the log has the rest
        complain(fault(error))
        return UNUSABLE
    return code


def _words(argument: str) -> str:
    """Return an argument as text, also where the language settings do not say that it is UTF-8."""
    return os.fsencode(argument).decode("utf-8")


_STAGES = ("draft", "review", "final")
_STAGES_IN_WORDS = "draft 草稿（默认）、review 送审稿、final 定稿"


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="nianbao-cli",
        description="政府信息公开工作年度报告：新建、检查、生成、导入",
        epilog=HELP_END,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"{NAME} {version()}", help="显示名称和版本")
    commands = parser.add_subparsers(required=True, metavar="命令")

    new = commands.add_parser("new", help="新建草稿")
    new.add_argument("-o", "--output", type=Path, required=True, metavar="草稿.xlsx")
    new.add_argument("--unit", type=_words, required=True, metavar="单位全称")
    new.add_argument("--unit-type", default="政府部门", metavar="单位类型")
    new.add_argument("--year", type=int, required=True, metavar="年度")
    new.add_argument("--zero", action="store_true", help="无申请、无复议诉讼：表三、表四填0")
    new.set_defaults(command=_new)

    check = commands.add_parser("check", help="检查草稿或已公布的报告")
    check.add_argument("files", type=Path, nargs="+", metavar="文件")
    check.add_argument("--last-year", type=Path, metavar="上年文件")
    check.add_argument("--final", action="store_true", help="按送审稿的要求检查，没填的也算错误")
    check.add_argument("--json", action="store_true", help="输出 JSON（UTF-8）")
    check.set_defaults(command=_check)

    generate = commands.add_parser("generate", help="生成 Word 报告")
    generate.add_argument("draft", type=Path, metavar="草稿.xlsx")
    generate.add_argument("-o", "--output", type=Path, required=True, metavar="报告.docx")
    generate.add_argument("--as", dest="stage", choices=_STAGES, default=_STAGES[0], help=_STAGES_IN_WORDS)
    generate.add_argument("--html", type=Path, metavar="网页.html")
    generate.add_argument("--signoff", type=Path, metavar="审签单.docx")
    add_paper_options(generate)
    generate.add_argument("--json", action="store_true", help="输出 JSON（UTF-8）")
    generate.set_defaults(command=_generate)

    importer = commands.add_parser("import", help="导入已公布的报告")
    importer.add_argument("published", type=Path, metavar="已公布的报告")
    importer.add_argument("-o", "--output", type=Path, required=True, metavar="草稿.xlsx")
    importer.add_argument("--json", action="store_true", help="输出 JSON（UTF-8）")
    importer.set_defaults(command=_import)

    rules = commands.add_parser("rules", help="输出规则手册")
    rules.add_argument("-o", "--output", type=Path, required=True, metavar="规则.html")
    rules.set_defaults(command=_rules)

    add_archive_commands(commands)
    add_count(commands, _count)
    add_collect(commands, _words)
    commands.add_parser("read").set_defaults(command=_read)  # not for people: see core.base.reading_process
    return parser


def _read(_options: argparse.Namespace) -> int:
    reading_process.serve(sys.stdin.buffer, sys.stdout.buffer)
    return OK


def _check_targets(*targets: tuple[str, Path | None, tuple[str, ...]], source: Path | None = None) -> None:
    """Refuse, before anything is written, a name of the wrong kind or none for Windows, and two names for one file.

    Args:
        targets: For each option its name, the path or None where it is not given, and what its name may end with.
        source: The file that is read.
    """
    taken = {_same_file(source): "要读的文件"} if source else {}
    for option, path, endings in targets:
        if path is None:
            continue
        if path.suffix.lower() not in endings:
            raise USAGE.error(where=option, problem=f"文件名应以 {endings[0]} 结尾")
        check_file_name(path)
        other = taken.setdefault(_same_file(path), option)
        if other != option:
            raise USAGE.error(where=option, problem=f"不能与{other if other[0] != '-' else f' {other} '}是同一个文件")


def _same_file(path: Path) -> str:
    """Return what two names of one file have in common; links that cannot be followed are no failure here."""
    return os.path.normcase(followed(path))


def _new(options: argparse.Namespace) -> int:
    _check_targets(("-o", options.output, DRAFT))
    if not options.unit.strip():
        raise USAGE.error(where="--unit", problem="请写单位全称")
    form = form_reader.form_for_year(options.year)
    if not form.first_year <= options.year <= LAST_YEAR:
        raise USAGE.error(where="--year", problem=f"应是{form.first_year}至{LAST_YEAR}之间的四位年份")
    choices = form.meta["meta.unit_type"].choices
    if options.unit_type not in choices:
        raise USAGE.error(where="--unit-type", problem=f"只能是：{'、'.join(choices)}")
    report = report_value.new_report(options.unit, options.unit_type, options.year, with_zeros=options.zero)
    kept = _save(report, options.output)
    found = validation.check_report(report).open_warnings
    on_unit = [finding.message for finding in found if finding.cells == ("meta.unit",)]
    say(f"已新建草稿：{options.output}", *on_unit, *kept)
    return OK


def _save(report: report_value.Report, path: Path) -> list[str]:
    """Write a draft; what is replaced is kept first, as with 保存 in the window. Return a sentence where it was."""
    atomic_file.check_target(path)
    try:
        kept = draft_versions.keep_file(path, datetime.now())
    except DataFolderError as error:
        raise _NOTHING_KEPT.of(path, folder=error.path) from error
    workbook.save_draft(report, path)
    return ["原来的文件已留存，用本程序打开这份草稿后，可在“版本历史”中找回。"] if kept else []


def _count(options: argparse.Namespace) -> int:
    _check_targets(("-o", options.output, DRAFT), source=options.register)
    return OK if count_command.count(options, _save) else BLOCKED


def _check(options: argparse.Namespace) -> int:
    with reading_process.ReadingProcess() as reading:
        return _check_files(options, reading)


def _check_files(options: argparse.Namespace, reading: reading_process.ReadingProcess) -> int:
    def opened_report(path: Path) -> report_source.OpenedReport:
        return reading.read(path.name, report_source.open_report, path)

    local = local_rules.current_local_rules()
    last_year = opened_report(options.last_year) if options.last_year else None
    answers: list[dict[str, Any]] = []
    worst = OK
    for file in options.files:
        try:
            opened = opened_report(file)
        except ReportError as error:
            if len(options.files) == 1:
                raise
            worst = UNUSABLE
            _report_unusable(file, error, answers, is_json=options.json)
            continue
        result = validation.check_report(
            opened.report,
            last_year=last_year.report if last_year else None,
            final=options.final,
            local=local,
            checksum=checksum.report_checksum,
            printed_form=opened.printed_form,
        )
        if result.blocking and worst == OK:
            worst = BLOCKED
        blanks = [(published.REMARK, text) for text in opened.told_of_blanks]
        told = [*blanks, *((place, text) for place, text in opened.remarks if not _is_said(text, result))]
        last = last_year if result.last_year else None
        if options.json:
            answer = check_json(file, opened.report, result, options.last_year if last else None)
            answers.append(answer | _remarks_json(told if opened.is_draft else blanks) | last_year_json(last))
        else:
            say(*_check_lines(file, opened.report, result), *told_lines(told), *last_year_lines(last))
    if options.json:
        say_json(answers[0] if len(options.files) == 1 else answers)
    return worst


def _is_said(remark: str, result: findings.CheckResult) -> bool:
    """Whether a finding says in the same words what an import remarked."""
    return any(finding.message.startswith(remark) for finding in result.findings)


def _report_unusable(file: Path, error: ReportError, answers: list[dict[str, Any]], *, is_json: bool) -> None:
    if is_json:
        answers.append({"file": str(file), "summary": error.summary, "advice": error.advice})
    complain(error, f"{file}：")  # the sentence has its name alone, which many folders may have


def check_json(
    file: Path, report: report_value.Report, result: findings.CheckResult, last_year: Path | None
) -> dict[str, Any]:
    """Return the answer of ``check --json`` for one file."""
    return {
        "file": str(file),
        "unit": report.unit,
        "year": report.year,
        "form": report.form_label,
        "verdict": result.verdict,
        "counts": {level: result.count(level) for level in form_definition.LEVEL_NAMES},
        "last_year": str(last_year) if last_year else None,
        "checksum": report_source.file_checksum(file, report),
        "findings": [findings.finding_json(finding) for finding in result.findings],
    }


def _remarks_json(told: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """Return what an answer in JSON has besides, where reading a draft, or blanks of another file, told something."""
    return {"remarks": [{"place": place, "text": text} for place, text in told]} if told else {}


def _check_lines(file: Path, report: report_value.Report, result: findings.CheckResult) -> list[str]:
    counts = "，".join(
        f"{form_definition.LEVEL_NAMES[level]}{result.count(level)}个" for level in form_definition.LEVEL_NAMES
    )
    lines = [
        f"{file}",
        f"  {report.title}",
        f"  结论：{result.verdict}（{counts}，未填{progress.unfilled_in_words(report, result) or '0格'}）",
    ]
    lines.append(f"  校验码：{report_source.file_checksum(file, report)}")
    if not result.last_year:
        lines.append("  没有可以对照的上年报告，与上年有关的规则没有检查")
    for level, name in form_definition.LEVEL_NAMES.items():
        for finding in result.findings:
            if finding.level == level:
                note = f"（已说明：{finding.explained.reason}）" if finding.explained else ""
                lines.append(f"  {name} {finding.rule_id}  {finding.message}{note}")
    return lines


def _generate(options: argparse.Namespace) -> int:
    if options.paper is not None:
        check_paper(options)  # before the ending of -o, which has to be the template's
        for source in (options.draft, options.paper):
            _check_targets(("-o", options.output, PAPER), source=source)
        return generate_paper(options)
    if options.last_year is not None:
        raise USAGE.error(where="--last-year", problem="只能与 --paper 合用")
    targets = (("-o", options.output, WORD), ("--html", options.html, PAGE), ("--signoff", options.signoff, WORD))
    _check_targets(*targets, source=options.draft)
    with reading_process.ReadingProcess() as reading:
        loaded = reading.read(options.draft.name, workbook.load_draft, options.draft)
    report, told = loaded.report, report_source.placed(loaded)
    outcome = export.export_report(
        report,
        options.output,
        stage=options.stage,
        html=options.html,
        signoff=options.signoff,
        today=date.today(),
        local=local_rules.current_local_rules(),
    )
    if options.json:
        say_json(
            {
                "file": str(options.output) if outcome.written else None,
                "verdict": outcome.result.verdict,
                "read_back": outcome.sentence,
                "checksum": outcome.checksum,
                "findings": [findings.finding_json(finding) for finding in outcome.result.findings],
                **_remarks_json(told),
            }
        )
    elif outcome.written:
        made = (f"已生成：{path}" for path in outcome.written)
        say(*made, outcome.sentence, f"校验码：{outcome.checksum}", *errors_left(outcome.result), *told_lines(told))
    else:
        say(*_check_lines(options.draft, report, outcome.result), outcome.sentence, *told_lines(told))
    fault = html_report.signature_fault(report)
    if options.html is not None and outcome.written and fault and options.stage != "final":  # which says so below
        complain(fault.error())
    points = export.open_points(outcome.result, options.stage) if outcome.written else []
    if points:
        still_open = _STILL_OPEN.error(count=len(points))
        complain(ReportError(summary="\n  ".join([still_open.summary, *points]), advice=still_open.advice))
    for part in (
        office_summary.unfinished(report, options.stage) if outcome.written and options.stage != "draft" else ()
    ):
        complain(ReportError(summary="\n  ".join([part.heading, *part.lines]), advice=_UNFINISHED))
    return OK if outcome.written else BLOCKED


def _import(options: argparse.Namespace) -> int:
    _check_targets(("-o", options.output, DRAFT), source=options.published)
    with reading_process.ReadingProcess() as reading:  # it starts while the rest is imported here
        imported = reading.read(options.published.name, report_source.import_any, options.published)
    kept = _save(imported.report, options.output)
    if options.json:
        say_json(published.import_json(imported))
        return OK
    say(f"已导入到草稿：{options.output}，请核对。", *kept)
    say(*(f"  {imported.report.form.tables[t].name}：{n}" for t, n in imported.summary.items()))
    say(*told_lines(imported.reported))
    return OK


def _rules(options: argparse.Namespace) -> int:
    _check_targets(("-o", options.output, PAGE))
    atomic_file.replace_file(
        options.output,
        office_whole_rule_book.whole_rule_book(form_reader.load_form(), local_rules.current_local_rules()).encode(
            "utf-8"
        ),
    )
    say(f"已输出规则手册：{options.output}")
    return OK
