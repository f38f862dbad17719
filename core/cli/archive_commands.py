"""The commands ``archive`` and ``verify``."""

from __future__ import annotations

import argparse
from datetime import datetime
from pathlib import Path

from core.base import reading_process
from core.base.errors import ErrorText, ReportError
from core.cli.output import Parser, complain, say
from core.draft import workbook
from core.office import last_year_file
from core.office.archive import found_files, selection, verification, writing

_INCOMPLETE = ErrorText(
    "归档已写好，但不全，缺少{count}项：{what}。",
    "请补齐后再归档一次，换一个归档文件夹；确实没有的，目录中已注明“没有收入”。",
)


def add_archive_commands(commands: argparse._SubParsersAction[Parser]) -> None:
    """Add both commands to the parser."""
    archive = commands.add_parser("archive", help="把公布了的报告归档")
    archive.add_argument("draft", type=Path, metavar="草稿.xlsx")
    archive.add_argument("--files", type=Path, required=True, metavar="定稿等文件所在的文件夹")
    archive.add_argument("-o", "--output", type=Path, required=True, metavar="归档文件夹")
    archive.set_defaults(command=_archive)

    verify = commands.add_parser("verify", help="核对归档")
    verify.add_argument("archive", type=Path, metavar="归档文件夹")
    verify.set_defaults(command=_verify)


def _archive(options: argparse.Namespace) -> int:
    paths = found_files.files_in(options.files)
    with reading_process.ReadingProcess() as reading:
        draft: Path = options.draft
        report = reading.read(draft.name, workbook.load_draft, draft).report
        at_hand = reading.read(draft.name, found_files.look_at, draft)
        found, unread = _looked_at(paths, reading)
        last_year = last_year_file.named_last_year(report, draft)
        named, lost = _looked_at([last_year] if last_year else [], reading)
    chosen = selection.choose_files(report, at_hand, found, named[0] if named else None)
    code = writing.write_archive(options.output, report, chosen, datetime.now())
    say(f"已归档：{options.output}", *(f"  {piece.what}：{piece.name}" for piece in chosen.pieces))
    say(*(f"  注意  {piece.name}：{piece.note}" for piece in chosen.pieces if piece.note))
    say(*(f"  缺少  {what}" for what in chosen.missing))
    say(*(f"  没有收入  {what}" for what in (*chosen.left, *unread, *lost, *found_files.passed_over(options.files))))
    say(f"归档码：{code}（请另外记下，核对归档时对照）")
    if chosen.missing:  # an archive of what there is: nothing is wrong with it, so it is no failure
        complain(_INCOMPLETE.error(count=len(chosen.missing), what="、".join(chosen.missing)))
    return 0


def _looked_at(
    paths: list[Path], reading: reading_process.ReadingProcess
) -> tuple[list[found_files.FoundFile], list[str]]:
    """Return what each file is, and those that cannot be read, each with why."""
    found, unread = [], []
    for path in paths:
        try:
            found.append(reading.read(path.name, found_files.look_at, path))
        except ReportError as error:
            unread.append(f"{path.name}（{error.summary}）")
    return found, unread


def _verify(options: argparse.Namespace) -> int:
    outcome = verification.verify_archive(options.archive)
    if outcome.differences:
        say(f"归档与清单不一致：{len(outcome.differences)}个文件", *(f"  {d.sentence}" for d in outcome.differences))
    else:
        say(f"归档完好：{outcome.count}个文件与清单一致。")
    if outcome.code:
        say(f"归档码：{outcome.code}（请与归档时记下的对照，不同则清单被重新编写过）")
    return 1 if outcome.differences else 0
