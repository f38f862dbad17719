"""Commands that read other reports: last year's, a published one."""

from __future__ import annotations

from functools import partial
from pathlib import Path, PureWindowsPath

from PySide6.QtCore import QMimeData, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from core import published
from core.base import user_files
from core.base.errors import ErrorText, ReportError
from core.base.on_disk import OnDisk, on_disk
from core.base.short_texts import first_lines
from core.draft import workbook
from core.office import carry_over as office_carry_over
from core.office import last_year_file, last_year_notes, report_source
from core.report import checksum, same_unit
from core.report.change import Change, status_change
from core.report.report import Report
from gui import dialogs
from gui.commands.archived_report import archived_report
from gui.commands.area import CommandArea, Surroundings
from gui.commands.command import Command
from gui.commands.named_unit import ask_unit, with_unit
from gui.dialogs import reading
from gui.look.plain_text import short_name
from gui.pages.start_page import StartPage

FROM_FILE, FROM_CLIPBOARD, CANCEL = "选择文件…", "粘贴导入（已复制整个网页）", "取消"
FROM_ARCHIVE = "选择归档文件夹…"
_LONGEST_REMARK = 300  # characters shown of one; the command line says all
LONGEST_SHOWN = 20  # signs of a file name in the status bar
_LAST_YEAR = "last_year_file"
_CHOOSE_AGAIN = "与上年有关的检查没有做，请用“报告－选择上年报告”再选一次"
_AGAIN = "读入上年报告时的说明，以后可以在“报告－与上年对照”中再看。"
_LEFT_ALONE = "上年的报告不会因此改动。"
_OTHER_YEAR_ADVICE = "请选择{wanted}的报告，或在“基本信息”中核对报告年度。"
_OTHER_YEAR = ErrorText("所选报告“{name}”的年度是{given}年，本年报告需要的是{wanted}的报告。", _OTHER_YEAR_ADVICE)
_NO_YEAR = ErrorText("所选报告“{name}”中找不到年度。", _OTHER_YEAR_ADVICE)


class SourceActions(CommandArea):
    """Commands of the menus 文件 and 报告 that open something beside the draft.

    Attributes:
        wanted: Leads to the choice of last year's report where it was not opened unasked; hidden elsewhere.
    """

    def __init__(self, given: Surroundings, start: StartPage) -> None:
        super().__init__(given)
        self._start = start
        self.wanted = QPushButton()
        self.wanted.hide()
        self.wanted.clicked.connect(partial(given.host.run, self.choose_last_year))
        given.session.replaced.connect(self._find_last_year)

    def commands(self) -> list[Command]:
        """Return the commands."""
        return [
            Command("new_from_last_year", "从上年报告新建…", self.from_last_year, "Ctrl+Shift+N", needs_report=False),
            Command("import", "导入已公布的报告…", self.import_published, "Ctrl+I", needs_report=False),
            Command("choose_last_year", "选择上年报告…", self.choose_last_year),
        ]

    # ------------------------------------------------------------ reading

    def ask_source(
        self,
        title: str,
        path: Path | None = None,
        *,
        may_be_archived: bool = False,
        known: user_files.RecentFile | None = None,
    ) -> report_source.OpenedReport | None:
        """Ask for a file or the clipboard and read the report in it; None where the clerk thought better of it.

        Nothing is asked where the file is named. ``may_be_archived`` offers the folder of an archive too, and a
        ``known`` draft is offered first.

        Raises:
            ReportError: It cannot be read, or holds no report.
        """
        if path is not None:
            return reading.in_process(self._host.widget, path.name, report_source.open_report, path)
        more = (
            "可以是草稿（.xlsx）、Word（.docx）、PDF（不是扫描件的）、保存的网页或文本。"
            "旧格式（.doc、.wps）请先另存为 .docx，或复制整个网页后粘贴导入。"
        )
        mine = f"用{known.year}年的草稿" if known else ""
        others = (FROM_FILE, *([FROM_ARCHIVE] if may_be_archived else []), FROM_CLIPBOARD, CANCEL)
        question = "从哪里读取？"
        if known:  # the name of the file in the question: on a button it would be cut
            question = f"要用“{known.unit}”{known.year}年的草稿吗？（{short_name(known.path.name, LONGEST_SHOWN)}）"
        answer = dialogs.choose(self._host.widget, title, question, more, (mine, *others) if mine else others)
        if known is not None and answer == mine:
            return reading.in_process(self._host.widget, known.path.name, report_source.open_report, known.path)
        if answer == FROM_ARCHIVE:
            return archived_report(self._host, title)
        if answer == FROM_FILE:
            path = self._host.files.open("source", title, dialogs.PUBLISHED_FILTER)
            return (
                reading.in_process(self._host.widget, path.name, report_source.open_report, path)
                if path is not None
                else None
            )
        if answer != FROM_CLIPBOARD:
            return None
        data = QGuiApplication.clipboard().mimeData() or QMimeData()  # none while nothing was copied
        pasted = Path("剪贴板")
        imported = reading.in_process(
            self._host.widget, pasted.name, published.import_clipboard, data.html() or None, data.text()
        )
        return report_source.OpenedReport.from_import(imported, pasted) if imported is not None else None

    def _tell_recognised(self, source: report_source.OpenedReport) -> None:
        """Say how much was recognised, what was not, and that it has to be looked over."""
        if source.is_draft and not source.remarks:
            return
        tables = source.report.form.tables
        found = "，".join(f"{tables[t].name} {n}" for t, n in source.summary.items() if t in tables)
        lines = [f"{place}：{text}" for place, text in source.remarks]
        lines = [line if len(line) <= _LONGEST_REMARK else f"{line[:_LONGEST_REMARK]}……" for line in lines]
        text = f"已识别：{found}。" if found else "已读入。"
        title = "请核对" if lines else "已读入"
        dialogs.inform(self._host.widget, title, text, "\n".join(first_lines(lines)))

    # ------------------------------------------------------------ beginning a draft

    def from_last_year(self, path: Path | None = None) -> None:
        """Begin this year's report from last year's: 结转 and the unit's profile, no other number and no prose.

        Args:
            path: Last year's report; None to ask for it.

        Raises:
            ReportError: Last year's report cannot be read.
        """
        mine = self._start.last_year_draft()
        source = self.ask_source("从上年报告新建", path, may_be_archived=True, known=mine)
        if source is None:
            return
        unit = ask_unit(self._host, self._start, source.report)
        if unit is None or not self._host.may_leave():
            return
        self._tell_recognised(source)
        carried = office_carry_over.carry_over(source.report)
        made = with_unit(carried.start_report(), unit, self._start)
        known = self._host.settings.profile_of(made.unit)
        # A published page does not name them: they are known from the last draft, or from the start page and the name
        for code, text in {"meta.unit_type": self._start.type_of(made.unit), **known}.items():
            if text and not made.meta.get(code):
                made = made.with_texts({code: text})
        made = self._note_last_year(made, source).applied_to(made)
        notes, unread = last_year_notes.last_year_notes(source), source.unread_tables
        self._draft.take(made, None, last_year=source.report, last_year_notes=notes, last_year_unread=unread)
        numbers = [c for c in carried.carried if c.number is not None]
        total = next((c for c in numbers if c.is_total), None)
        lines = [f"{c.source}：{c.number}" for c in numbers if not c.is_total and c.number]
        if made.year not in (None, self._start.year.value()):
            lines.insert(0, f"新建的是{made.year}年的报告，因为所选的是{source.report.year}年的报告。请核对。")
        brought = f"上年结转{total.number}件和" if total else "上年结转和" if numbers else ""
        blank = "" if numbers else "上年结转是空白，没有带入。"
        text = f"已从“{source.path.name}”带入{brought}单位信息，其他数字和文字没有照搬。{blank}"
        closing = [_LEFT_ALONE] * bool(office_carry_over.imbalances(source.report)) + [_AGAIN] * bool(notes)
        dialogs.inform(self._host.widget, "已新建", text, "\n".join([*lines, *carried.remarks, *closing]))

    def import_published(self, path: Path | None = None) -> None:
        """Read a published report into a new draft.

        Args:
            path: Its file; None to ask for it.

        Raises:
            ReportError: It cannot be read.
        """
        source = self.ask_source("导入已公布的报告", path)
        if source is not None and self._host.may_leave():
            self._draft.take(source.report, None)
            self._tell_recognised(source)

    def _note_last_year(self, report: Report, source: report_source.OpenedReport) -> Change:
        """Return what notes where the report of last year can be opened again: its file, or a copy of what was pasted.

        Nothing is noted where no copy can be kept: what was pasted is used all the same, as long as the draft is open.
        """
        path = source.path
        if dialogs.ask_places(self._host.widget, [path])[path].answer is OnDisk.MISSING:
            last = source.report
            try:
                # A page without its heading has no title of its own: another such page must not take its place
                path = user_files.last_years_folder() / user_files.safe_file_name(
                    f"{last.title} {checksum.report_checksum(last)}", ".xlsx"
                )
                workbook.save_draft(last, path)
            except ReportError:
                return status_change(report, {_LAST_YEAR: None})
        last_year_file.note_chosen(path)
        return status_change(report, {_LAST_YEAR: str(path)})

    # ------------------------------------------------------------ last year beside this year

    def choose_last_year(self, path: Path | None = None) -> None:
        """Give last year's report to the checks that compare years.

        Args:
            path: Its file; None to ask for it.

        Raises:
            ReportError: It cannot be read, or is not of the year before.
        """
        source = self.ask_source("选择上年报告", path, may_be_archived=True)
        if source is None:
            return
        last, report = source.report, self._session.report
        if last.year is None or report.year is None or last.year != report.year - 1:
            raise _other_year(source.path, last.year, report.year)
        if last.unit and report.unit and last.unit != report.unit:
            question = f"上年报告的单位是“{last.unit}”，本年是“{report.unit}”。是同一单位吗？"
            if not dialogs.confirm(self._host.widget, "单位名称不同", question, "是同一单位"):
                return
        self._tell_recognised(source)
        if strange := office_carry_over.imbalances(last):
            dialogs.inform(
                self._host.widget, "请核对", "上年报告已选用，但它本身勾稽不平。", "\n".join([*strange, _LEFT_ALONE])
            )
        self._session.set_last_year(last, last_year_notes.last_year_notes(source), source.unread_tables)
        self.wanted.hide()
        if not self._draft.is_read_only:
            self._session.record(self._note_last_year(self._session.report, source))
            if last.unit and self._session.report.unit and last.unit != self._session.report.unit:
                self._session.record(same_unit.say_same(self._session.report, last.unit))

    def _find_last_year(self) -> None:
        """Have last year's report read again where the draft names its file, and may do so unasked."""
        self.wanted.hide()
        named = self._session.report.status.get(_LAST_YEAR, "")
        if not named or self._session.last_year is not None:
            return
        # Not out of the signal: asking lets events through, and others are still to hear of the new report
        QTimer.singleShot(0, self, lambda: self._read_last_year(named))

    def _read_last_year(self, named: str) -> None:
        """Read last year's report in another process, unless another draft is open by now, or becomes so meanwhile."""
        if not self._lacks_last_year(named):
            return
        name = user_files.safe_file_name(
            PureWindowsPath(named).name
        )  # of both kinds of path, without signs that Qt might obey
        path, window, draft = Path(named), self._host.widget, self._draft.path
        try:
            found = dialogs.ask_disk(
                window, path, lambda: on_disk(path) if last_year_file.opens_unasked(named, draft) else None
            )
        except ReportError:
            found = OnDisk.UNREACHABLE
        if not self._lacks_last_year(named):
            return
        if found is None:
            self._offer_choice(name, "不在草稿所在的文件夹中，也不是在这台电脑上选的，没有自动打开")
            return
        if found is OnDisk.UNREACHABLE:
            self._offer_choice(name, "现在打不开")
            return
        if found is not OnDisk.FILE:
            self._host.say(f"上年报告“{name}”找不到了，{_CHOOSE_AGAIN}", 20000)
            return
        try:
            source = reading.in_process(window, name, report_source.open_report, path)
        except ReportError:
            self._host.say(f"上年报告“{name}”读不出来，与上年有关的检查没有做", 10000)
            return
        if source is None:
            self._host.say(f"上年报告“{name}”没有读完，{_CHOOSE_AGAIN}", 20000)
        elif self._lacks_last_year(named):
            self._session.set_last_year(source.report, last_year_notes.last_year_notes(source), source.unread_tables)

    def _lacks_last_year(self, named: str) -> bool:
        """Whether the open draft names this file and its report was not given yet."""
        is_named = self._draft.is_open and self._session.report.status.get(_LAST_YEAR) == named
        return is_named and self._session.last_year is None

    def _offer_choice(self, name: str, why: str) -> None:
        """Name last year's file in a button that leads to its choice: the draft may come from anybody."""
        short = short_name(name, LONGEST_SHOWN)
        self.wanted.setText(f"选择上年报告（{_button_text(name)}）…")
        self.wanted.setToolTip(f"草稿记有上年报告“{name}”，{why}。点此选择，与上年有关的检查才会做。")
        self.wanted.show()
        self._host.say(f"上年报告“{short}”{why}，与上年有关的检查没有做", 20000)


def _other_year(path: Path, given: int | None, year: int | None) -> ReportError:
    """Return what to raise where the report that was given is not of the year before (rule Y-05)."""
    wanted = f"{year - 1}年" if year else "上一年"
    return _OTHER_YEAR.of(path, given=given, wanted=wanted) if given else _NO_YEAR.of(path, wanted=wanted)


def _button_text(name: str) -> str:
    """Return the name of a file as a button has to be given it."""
    return short_name(name, LONGEST_SHOWN).replace("&", "&&")
