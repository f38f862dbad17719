"""Commands of the 科室填报表: out to the departments, back and merged; and the blank workbook for a PC without us."""

from __future__ import annotations

from pathlib import Path

from core.base.errors import ReportError
from core.draft import workbook
from core.form import form_reader
from core.form.blocks import blocks_of
from core.office import department_merge, department_sheets
from core.office.department_split import (
    NO_UNIT_OR_YEAR,
    SentSheet,
    keep_sent,
    keep_split,
    missing_departments,
    open_cells,
    sent_sheets,
    split_of,
)
from gui import dialogs
from gui.commands.area import CommandArea
from gui.commands.command import Command
from gui.dialogs import department_dialog, reading

_OPEN_FOLDER, _CLOSE = "打开所在文件夹", "关闭"


class DepartmentActions(CommandArea):
    """Commands of the menu 文件 that let other people fill in. What knows workbooks is imported at the first use."""

    def commands(self) -> list[Command]:
        """Return the commands."""
        return [
            Command("send_sheets", "发出…", self.send_out, changes_report=True),
            Command("collect_sheets", "收回合并…", self.collect, changes_report=True),
            Command("blank_sheet", "空白填报表…", self.save_blank, needs_report=False),
        ]

    # ------------------------------------------------------------ out

    def send_out(self) -> None:
        """Ask who supplies what, and write a workbook for each department into a folder.

        Raises:
            ReportError: The report lacks unit or year, or a file cannot be written.
        """
        report = self._session.report
        if not report.unit or report.year is None:
            raise NO_UNIT_OR_YEAR.error()
        dialog = department_dialog.SendDialog(
            blocks_of(report.form),
            split_of(report),
            sent_sheets(report),
            self._host.widget,
            to_refill=open_cells(report),
        )
        if not dialogs.accepted(dialog):
            return
        folder = self._host.files.choose_folder("sheets", "填报表存到哪个文件夹")
        if folder is None:
            return
        if dialog.split != split_of(report):
            self._session.record(keep_split(report, dialog.split))
        written = [self._write_sheet(folder, department).name for department in dialog.chosen]
        text = f"已生成{len(written)}份填报表，请分别发给各科室；交回后点“收回合并”。"
        answer = dialogs.choose(self._host.widget, "已发出", text, "\n".join(written), (_OPEN_FOLDER, _CLOSE))
        if answer == _OPEN_FOLDER:
            self._host.open_outside(folder)

    def _write_sheet(self, folder: Path, department: str) -> Path:
        """Write the workbook of a department and note that it went out.

        Raises:
            FileError: It cannot be written.
        """
        report = self._session.report
        identity = department_sheets.new_identity(report, department)
        wanted = folder / department_sheets.sheet_file_name(identity)
        path = self._free_place(wanted)  # what is there may be a sheet that is filled in already
        self._write(path, department_sheets.workbook_of(identity))
        sent = SentSheet(identity.id, department, self._clock().date().isoformat())
        self._session.record(keep_sent(report, [*sent_sheets(report), sent]))
        return path

    # ------------------------------------------------------------ back

    def collect(self) -> None:
        """Ask for the sheets that came back, show what they would change, and merge them in one undo step."""
        paths = self._host.files.open_many("sheets", "选择科室交回的填报表（可多选）", dialogs.SHEET_FILTER)
        if not paths:
            return
        read = reading.each_in_process(
            self._host.widget, department_sheets.read_department_workbook, [(path.name, path) for path in paths]
        )
        if read is None:
            return
        returns = [sheet for sheet in read if not isinstance(sheet, ReportError)]
        unreadable = [str(error) for error in read if isinstance(error, ReportError)]
        report = self._session.report
        merged = department_merge.merge(report, returns, self._session.last_year)
        if not merged.returns:
            dialogs.inform(
                self._host.widget, "没有收回", "所选文件都不能合并：", "\n".join([*unreadable, *merged.rejected])
            )
            return
        dialog = department_dialog.MergeDialog(merged, unreadable, self._host.widget)
        if not dialogs.accepted(dialog):
            return
        decided = dialog.decided
        change = merged.change(report, decided)
        self._session.do("收回科室填报表", change, log=merged.sentence(decided))
        if sent_sheets(report):
            returned = department_merge.returned_sheets(report, merged, self._clock().date().isoformat())
            self._session.record(keep_sent(self._session.report, returned))
        self._tell_merged(len(change.cells))

    def _tell_merged(self, count: int) -> None:
        """Say what was filled in and what is still to come; in a box of its own what has to be given again."""
        report = self._session.report
        again = {f"{name}：{len(codes)}格要重填": codes for name, codes in open_cells(report).items()}
        missing = missing_departments(report)
        more = [*again, f"还没有收回：{'、'.join(missing)}"] if missing else [*again]
        self._host.say("；".join([f"已填入{count}格，可按 Ctrl+Z 撤销", *more]), 15000)
        if again:
            cells = "、".join(report.form.cells[code].name for codes in again.values() for code in codes)
            advice = f"填的不是数字：{cells}。请这些科室改好后再交回，填报表没有算作已收回。"
            dialogs.inform(self._host.widget, "还要重填", f"{'；'.join(again)}。", advice)

    # ------------------------------------------------------------ a workbook for a PC without the program

    def save_blank(self) -> None:
        """Save an empty, self-checking workbook that is later opened like any draft.

        Raises:
            FileError: It cannot be written.
        """
        report = self._session.report
        year = report.year or self._clock().year - 1
        path = self._host.files.save("sheets", "保存空白填报表", "空白填报表.xlsx", dialogs.SHEET_FILTER)
        if path is None:
            return
        form = form_reader.form_for_year(year) if report.year is None else report.form
        self._write(path, workbook.blank_workbook(form, report.unit, year))
        text = f"已保存{year}年度的空白填报表，可在没有本程序的电脑上用 Excel 或 WPS 填写。"
        dialogs.inform(self._host.widget, "已保存", text, "填完后拿回来，点“继续填写”打开。")
