"""Commands for a report that came back: the remarks on it, and what was changed in its Word file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from core.base.errors import ErrorText
from core.office import remark_list, remarks_in_word, review
from core.office import returned_copy as office_returned_copy
from core.report import differences
from core.report import shown_report as report_shown_report
from core.report.report import ReviewRound
from core.word import reader
from gui import dialogs
from gui.commands.area import CommandArea
from gui.commands.command import Command
from gui.dialogs import reading
from gui.dialogs.compare_dialogs import DifferencesDialog
from gui.dialogs.day_field import chosen_day
from gui.dialogs.return_dialog import ReturnDialog
from gui.matrix import words

_NO_RETURN = ErrorText("还没有登记过退回意见。", "送审稿被退回时，请先点“登记退回意见”。")


class ReturnedActions(CommandArea):
    """Commands of the menu 报告 for what a leader or the office above did with a 送审稿."""

    def commands(self) -> list[Command]:
        """Return the commands."""
        return [
            Command("register_return", "登记退回意见…", self.register_return, "Ctrl+R"),
            Command("answer_remarks", "处理退回意见", self.answer_remarks, "Ctrl+Shift+R"),
            Command("compare_word", "核对改过的 Word 文件…", self.compare_with_word, name="核对 Word"),
        ]

    # ------------------------------------------------------------ remarks

    def register_return(self, path: Path | None = None) -> None:
        """Note that the last 送审稿, a 定稿 or what else went out came back, with its remarks, and show these.

        Args:
            path: A Word file with the remarks; None to type them, or to ask for it.

        Raises:
            ReportError: The draft is open for reading only, nothing went out, or the file holds no remarks.
        """
        self._draft.refuse_read_only()
        report, today = self._session.report, self._clock().date()
        sent = review.rounds_to_return(report, today)
        dialog = ReturnDialog(sent, today, self._read_remarks, self._host.widget)
        if path is not None:
            read = self._remarks_in(path, self._host.widget)
            if read is None:
                return
            dialog.add_remarks(read)
        if dialogs.accepted(dialog):
            by, on = dialog.by.text().strip(), chosen_day(dialog.on)
            self._record(review.register_return(report, by, on, dialog.lines, dialog.came_back))
            self._host.show_remarks()

    def _read_remarks(self, dialog: ReturnDialog) -> remarks_in_word.ReadRemarks | None:
        """Read remarks out of a Word file that is asked for; None where there is none, which is said."""
        found: list[remarks_in_word.ReadRemarks | None] = [None]

        def work() -> None:
            path = self._host.files.open("returned", "读取退回意见", dialogs.WORD_FILTER, dialog)
            if path is not None:
                found[0] = self._remarks_in(path, dialog)

        self._host.run(work)
        return found[0]

    def _remarks_in(self, path: Path, parent: QWidget) -> remarks_in_word.ReadRemarks | None:
        """Read remarks out of a Word file; a letter about another report is taken only where the clerk says so."""
        report = self._session.report
        read = reading.in_process(parent, path.name, remarks_in_word.read_remarks, path, report.form_id)
        other = "" if read is None else read.about_another(report)
        question = f"{other}\n请确认“{path.name}”选对了；确实要用的才读入。"
        if other and not dialogs.confirm(parent, "读取退回意见", question, "仍然读入", "不读入"):
            return None
        return read

    def answer_remarks(self) -> None:
        """Show the remarks, to be ticked off.

        Raises:
            ReportError: None were registered.
        """
        if not remark_list.remarks_to_do(self._session.report):
            raise _NO_RETURN.error()
        self._host.show_remarks()

    # ------------------------------------------------------------ a Word file

    def compare_with_word(self, path: Path | None = None) -> None:
        """List what a leader did in a Word file of ours; take over what is ticked.

        Args:
            path: The file; None to ask for it.

        Raises:
            ReportError: The report takes no changes, or the file cannot be read or is no report of ours.
        """
        path = path or self._host.files.open("returned", "核对改过的 Word 文件", dialogs.WORD_FILTER)
        if path is None:
            return
        report, window = self._session.report, self._host.widget
        shown = reading.in_process(
            window, path.name, reader.read_report, path, report.form_id, report_shown_report.shown_report(report)
        )
        if shown is None:
            return
        copy = office_returned_copy.returned_copy(report, shown)
        if not (copy.differences or shown.remarks or shown.notes):
            dialogs.inform(window, "核对 Word 文件", _nothing_to_do(path.name, copy))
            return
        may_register, locked = bool(report.rounds), words.locked_hint(self._session)
        dialog = DifferencesDialog(
            path.name,
            copy.differences,
            shown,
            window,
            may_register=may_register,
            locked=locked,
            is_known=copy.made is not None,
        )
        if dialogs.accepted(dialog):
            self._take_over(dialog, copy.made)

    def _take_over(self, dialog: DifferencesDialog, made: ReviewRound | None) -> None:
        said = []
        if dialog.chosen:
            self._draft.refuse_unchangeable()
            changed = self._session.report
            for difference in reversed(dialog.chosen):  # from the end, so that earlier paragraphs keep their place
                changed = differences.take_over(changed, difference)
            self._session.adopt(changed, "采用 Word 中的修改")
            said.append(f"采用{len(dialog.chosen)}处修改，可以撤销")
        if dialog.noted:
            self._register(dialog.noted, made)
            said.append(f"登记{len(dialog.noted)}条退回意见")
        self._host.say(f"已{'；'.join(said)}" if said else "没有采用文件中的内容")

    def _register(self, notes: list[report_shown_report.Note], made: ReviewRound | None) -> None:
        """Note what stands in the margin of a Word file as remarks on the last 送审稿; or a 定稿, if it is none."""
        self._draft.refuse_read_only()
        by = "、".join(dict.fromkeys(note.author for note in notes if note.author))
        day = self._clock().date()
        report = self._session.report
        came_back = review.rounds_to_return(report, day)[-1 if made else 0]
        self._record(review.add_remarks(report, by, day, [note.sentence for note in notes], came_back))
        self._host.show_remarks()


def _nothing_to_do(name: str, copy: office_returned_copy.ReturnedCopy) -> str:
    original = copy.made.name if copy.made else "填报内容"
    if copy.settled:
        return f"“{name}”比{original}改了{copy.settled}处，现在的填报内容都已这样改了，没有批注。"
    return f"“{name}”的数字、文字与{original}一致，没有批注。"
