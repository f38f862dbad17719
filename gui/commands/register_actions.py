"""Commands of the register of applications: table 三 counted from it, the cases behind a number, a new register."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from core.base import resources
from core.base.errors import ErrorText
from core.checks import findings
from core.office.register import count, decisions_kept, reading, rows, suspects, taking_over, template
from core.office.register import mapping as register_mapping
from core.office.register import work as register_work
from core.report.report import Report
from gui import dialogs
from gui.commands.area import CommandArea, Surroundings
from gui.commands.command import Command
from gui.dialogs import reading as dialogs_reading
from gui.dialogs import register_cases, register_preview
from gui.dialogs import register_mapping as dialogs_register_mapping
from gui.pages.work_area import WorkArea

SAMPLE = "示例台账.xlsx"
"""The shipped register, below ``resources/samples``."""
AS_UNREAD = "不读，逐行列出"
"""What is answered to the question about days without a year where they are of several years."""
IS_OURS, NOT_OURS = "是本单位，照样计入", "不是，逐行列出"
"""What is answered to the question whether the unit that most rows name is the report's."""
_MOST_UNITS = 40
"""Units whose mapping is kept beside that of the last one; the settings stay small."""
_NO_YEAR = ErrorText("报告还没有年度，不能用台账计数。", "请先在“基本信息”中填写报告年度，再导入台账。")
_NO_CASES = ErrorText(
    "这一格没有记下登记号。", "请把光标放在第三部分表格的数字上；还没有用台账计数的，先点“文件”菜单中的“导入台账”。"
)


class RegisterActions(CommandArea):
    """Commands around the register. What reads and counts it is imported at the first use."""

    def __init__(self, given: Surroundings, work: WorkArea) -> None:
        super().__init__(given)
        self._area = work
        self._read: register_work.RegisterWork | None = None
        self._counted: count.RegisterCount | None = None
        given.session.replaced.connect(self._forget)

    def commands(self) -> list[Command]:
        """Return the commands."""
        return [
            Command("import_register", "导入台账…", self.import_register, changes_report=True),
            Command("recount_register", "重新计数…", self.recount, changes_report=True),
            Command("register_cases", "这个数字的登记号", self.show_cases),
            Command("new_register", "新建台账…", self.new_register, needs_report=False),
            Command("sample_register", "示例台账…", self.save_sample, needs_report=False),
        ]

    def _forget(self) -> None:
        """Another report is open: what was read belongs to the former one, and it holds names."""
        self._read = self._counted = None

    # ------------------------------------------------------------ counting

    def import_register(self, path: Path | None = None) -> None:
        """Ask what a register means, show what it counts, and take it over in one undo step.

        Args:
            path: The register; None to ask for it.

        Raises:
            ReportError: The report has no year, or the register cannot be read or has nothing that counts.
        """
        self._need_year()
        path = path or self._host.files.open("register", "选择台账", dialogs.REGISTER_FILTER)
        work = self._read_work(path, self._kept_mapping()) if path is not None else None
        if work is not None:
            work = self._ask_columns(work)
        if work is not None:
            self._count(work)

    def recount(self) -> None:
        """Read the register again, and show what moved since.

        Raises:
            ReportError: The report has no year, or the register cannot be read.
        """
        year = self._need_year()
        if self._read is None or self._read.year != year:
            self.import_register()
            return
        work = self._reread(self._read)
        if work is not None:
            self._count(work)

    def _need_year(self) -> int:
        year = self._session.report.year
        if year is None:
            raise _NO_YEAR.error()
        return year

    def _read_work(self, path: Path, mapping: register_mapping.RegisterMapping) -> register_work.RegisterWork | None:
        """Read a register in another process; None where the clerk called it off."""
        sheets = dialogs_reading.in_process(self._host.widget, path.name, reading.read_register, path)
        if sheets is None:
            return None
        report = self._session.report
        return register_work.RegisterWork(
            path,
            sheets,
            mapping,
            report.form,
            self._need_year(),
            self._session.last_year,
            unit=report.unit,
            asks_units=True,
        )

    def _reread(self, work: register_work.RegisterWork) -> register_work.RegisterWork | None:
        """Read the file of a register again; what was decided holds for the rows that are still there."""
        read = self._read_work(work.path, work.mapping)
        if read is None:
            return None
        read = replace(read, year_of_days=work.year_of_days, former_unit=work.former_unit)
        return decisions_kept.with_decisions(read, decisions_kept.decided(work))

    def _ask_columns(self, work: register_work.RegisterWork) -> register_work.RegisterWork | None:
        dialog = dialogs_register_mapping.ColumnsDialog(
            work.path.name, work.sheets, work.mapping.columns, self._host.widget
        )
        if not dialogs.accepted(dialog):
            return None
        return replace(work, mapping=replace(work.mapping, columns=dialog.columns))

    def _count(self, work: register_work.RegisterWork) -> None:
        """Ask for unknown words, keep the mapping, show what is counted, and take it over."""
        report = self._session.report
        unit_said = self._ask_unit(work)
        if unit_said is None:
            return
        work = unit_said
        kept = self._kept_rows(work) if work.decisions == rows.Decisions() else []
        known = decisions_kept.with_decisions(work, kept)  # before all else: who was decided on is not asked for
        if known.without_year is not None:
            dated = self._ask_year(work)
            if dated is None:
                return
            known = decisions_kept.with_decisions(dated, kept)
        work = known
        asked = self._ask_words(work)
        if asked is None:
            return
        if asked.decisions == rows.Decisions():  # whom the clerk left out row by row may well have been the only one
            count.refuse_without_cases(asked.counted, asked.path.name)
        said = self._kept_mapping()
        dialog = register_preview.PreviewDialog(asked, report, self._read_again, self._host.widget, kept=said)
        is_accepted = dialogs.accepted(dialog)
        kept_work = dialog.work if dialog.keeps_said else None
        self._keep_mapping(kept_work.mapping if kept_work else replace(said, columns=dialog.work.mapping.columns))
        if kept_work is not None:
            self._read, self._counted = kept_work, dialog.counted
        if not is_accepted:
            return
        change = taking_over.take_over(report, dialog.counted, dialog.chosen, self._clock().date().isoformat())
        decided = decisions_kept.keep_decisions(report, dialog.work)
        doubted = suspects.keep_suspects(report, dialog.counted, dialog.cells)
        change = replace(change, status={**change.status, **decided.status, **doubted.status})
        taken = [cell for cell in dialog.cells if cell.code in dialog.chosen]
        self._session.do("采用台账", change, log=taking_over.log_sentence(taken, dialog.work.decisions))
        self._host.say(f"{taking_over.log_sentence(taken).partition('；')[0]}，可按 Ctrl+Z 撤销", 15000)

    def _kept_rows(self, work: register_work.RegisterWork) -> list[decisions_kept.Decided]:
        """Return what was decided of single rows: since the program started of this file, else in the report."""
        if self._read is not None and self._read.path == work.path:
            return decisions_kept.decided(self._read)
        return decisions_kept.kept_decisions(self._session.report)

    def _read_again(self, work: register_work.RegisterWork) -> register_work.RegisterWork | None:
        """Read again from the preview; what cannot be read is said there."""
        found: list[register_work.RegisterWork | None] = []
        self._host.run(lambda: found.append(self._reread(work)))
        return found[0] if found else None

    def _ask_year(self, work: register_work.RegisterWork) -> register_work.RegisterWork | None:
        """Ask once which year days without one are of; None where the clerk thought better of it."""
        found = work.without_year
        if found is None:
            return work
        takes = f"都按{work.year}年读入"
        text = f"台账中有{found.rows}行的日期没有写年份，{takes}吗？"
        lines = [f"登记号{key.number or '（没有）'}，第{key.row}行：{why}" for key, why in found.odd.items()]
        answers = (takes, AS_UNREAD, "取消")
        if lines:
            text += f"其中{len(lines)}行按{work.year}年读也有疑问，不会猜，仍列为没有读懂的行："
            answer, _ = dialogs.choose_with_list(self._host.widget, "导入台账：年份", text, lines, answers)
        else:
            more = f"如{found.example}；按{work.year}年的这一天读。"
            answer = dialogs.choose(self._host.widget, "导入台账：年份", text, more, answers)
        if answer == takes:
            return replace(work, year_of_days=work.year)
        return work if answer == AS_UNREAD else None

    def _ask_unit(self, work: register_work.RegisterWork) -> register_work.RegisterWork | None:
        """Ask once whether the unit that most rows name is this one; None where the clerk thought better of it."""
        found = work.other_unit
        if found is None:
            return work
        text = f"台账的“{found.head}”列有{found.rows}行写的是“{found.name}”，本报告的单位是“{work.unit}”。是本单位吗？"
        more = "单位改名的、写简称的，选“是本单位”；不都是的，逐行定计不计入；选错了台账的，选“取消”，另选一个文件。"
        # Return counts nothing: a wrong register is not taken over by one key after the other
        answer = dialogs.choose(self._host.widget, "导入台账：单位", text, more, (NOT_OURS, IS_OURS, "取消"))
        if answer == IS_OURS:
            return replace(work, former_unit=found.name)
        return work if answer == NOT_OURS else None

    def _ask_words(self, work: register_work.RegisterWork) -> register_work.RegisterWork | None:
        """Ask what the words mean that are no official labels; None where the clerk thought better of it."""
        counted = work.counted
        outcomes, kinds = register_work.unknown_outcomes(counted), register_work.unknown_kinds(counted)
        if not outcomes and not kinds:
            return work
        dialog = dialogs_register_mapping.WordsDialog(outcomes, kinds, self._host.widget)
        if not dialogs.accepted(dialog):
            return None
        return work.told_words(dialog.outcomes, dialog.kinds, dialog.left)

    # ------------------------------------------------------------ the mapping of the unit

    def _kept_mapping(self) -> register_mapping.RegisterMapping:
        """Return what was said of the last register of this unit; nothing where the settings were spoilt."""
        record = self._host.settings.values.registers.get(self._session.report.unit, {})
        return (
            register_mapping.RegisterMapping()
            if register_mapping.mapping_problem(record)
            else register_mapping.mapping_of(record)
        )

    def _keep_mapping(self, mapping: register_mapping.RegisterMapping) -> None:
        unit = self._session.report.unit
        if unit:
            others = [(name, one) for name, one in self._host.settings.values.registers.items() if name != unit]
            self._host.settings.note(registers=dict([*others[-_MOST_UNITS:], (unit, mapping.as_record())]))

    # ------------------------------------------------------------ cases

    def show_cases(self) -> None:
        """List the cases behind the current number, and go to another cell of one of them.

        Raises:
            ReportError: The current cell has none.
        """
        code = self._area.wizard.current_cell
        report: Report = self._session.report
        if not code or not taking_over.cases_of(report, code):
            raise _NO_CASES.error()
        dialog = register_cases.CasesDialog(report, code, self._counted, self._host.widget)
        if dialogs.accepted(dialog) and dialog.wanted:
            self._area.wizard.show_finding(findings.Finding("", "hint", "", (dialog.wanted,)))

    # ------------------------------------------------------------ registers of our own

    def new_register(self) -> None:
        """Save an empty register that counts table 三 by itself.

        Raises:
            FileError: It cannot be written.
        """
        path = self._host.files.save("register", "新建台账", "依申请公开台账.xlsx", dialogs.WORKBOOK_FILTER)
        if path is None:
            return
        self._write(path, template.template_bytes())
        text = "已新建台账。一件申请一行，用 Excel 或 WPS 登记；“表三”工作表随时自动统计。"
        dialogs.inform(self._host.widget, "已保存", text, "填报告时点“导入台账”，选这个文件。")

    def save_sample(self) -> None:
        """Save a copy of the shipped register with invented cases, to try out how one is counted.

        Raises:
            FileError: It cannot be written.
        """
        sample = resources.resource_path("samples", SAMPLE)
        path = self._host.files.save("register", "保存示例台账", SAMPLE, dialogs.WORKBOOK_FILTER)
        if path is not None:
            self._write(path, sample.read_bytes())
            self._host.say(f"已保存“{path.name}”，报告年度填2025，点“导入台账”试一试")
