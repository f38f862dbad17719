"""The report in an archive, for whoever begins next year's from it."""

from __future__ import annotations

from functools import partial

from core.base.errors import ErrorText
from core.office import report_source
from core.office.archive import verification
from gui import dialogs
from gui.commands.command import Host
from gui.dialogs import reading

_MOST_NAMED = 6
_NO_REPORT = ErrorText(
    "归档“{name}”中没有与清单一致的草稿或定稿，不能使用。",
    "请从备份中取回归档；或者点“选择文件”，直接打开其中一份并仔细核对。",
)


def archived_report(host: Host, title: str) -> report_source.OpenedReport | None:
    """Ask for an archive, verify it and read its report; None where the clerk thought better of it.

    Raises:
        ReportError: It is no archive, or neither draft nor Word report is as it was.
    """
    folder = host.files.choose_folder("archive", f"{title}：选择归档文件夹")
    if folder is None:
        return None
    outcome = dialogs.in_thread(host.widget, "正在核对归档……", partial(verification.verify_archive, folder))
    if outcome.report is None:
        raise _NO_REPORT.of(folder)
    if outcome.differences:
        lines = [difference.sentence for difference in outcome.differences[:_MOST_NAMED]]
        question = "\n".join(
            [f"归档中有{len(outcome.differences)}个文件与清单不一致，“{outcome.report.name}”没有变：", *lines]
        )
        if not dialogs.confirm(host.widget, title, question, "仍然使用"):
            return None
    return reading.in_process(host.widget, outcome.report.name, report_source.open_report, outcome.report)
