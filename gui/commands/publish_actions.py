"""What goes out beside the Word report: the web page, also for the portal's editor, the sign-off sheet, the annexes."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from core.base import user_files
from core.office import annex as office_annex
from core.office import annex_layout, review, signoff, signoff_fields
from core.office.export import refusal
from core.report.shown_report import one_line
from core.report.stages import STAGE_NAMES
from core.web import html_report
from core.word import report as word_report
from gui import dialogs
from gui.commands.area import CommandArea, Surroundings
from gui.commands.command import Command
from gui.commands.print_actions import PrintActions
from gui.commands.report_actions import ReportActions

OFFICE_TEMPLATE = "用本单位的审签单（.docx）…"
OWN_SHEET = "用自带的审签单"
LEFT_EMPTY, PRINTED_SO = "这些处留空", "照原样印"


class PublishActions(CommandArea):
    """Commands of the menu 报告 that publish or print."""

    def __init__(self, given: Surroundings, report: ReportActions, printing: PrintActions) -> None:
        super().__init__(given)
        self._report = report
        self._printing = printing

    def commands(self) -> list[Command]:
        """Return the commands."""
        return [
            Command("copy_page", "复制网页版（带表格）", self.copy_page, "Ctrl+Shift+W", name="复制网页版"),
            Command("save_page", "保存网页版…", self.save_page),
            Command("make_signoff", "审签单（Word）…", self.make_signoff),
            Command("changes_word", "修改情况（Word）…", self.write_changes),
            Command("findings_word", "问题清单（Word）…", self.write_findings),
        ]

    @property
    def _mark(self) -> str:
        """草稿 as long as the report could not go out; "" afterwards."""
        return STAGE_NAMES["draft"] if refusal(self._session.facts.final_result(), "review") else ""

    @property
    def _unsigned(self) -> str:
        """Why the page ends without unit and date, or without the date; "" where it does not."""
        said = html_report.signature_fault(self._session.report)
        return f"{said.summary}{said.advice}" if said else ""

    def copy_page(self) -> None:
        """Put the report on the clipboard as HTML and as text, for the editor of a portal.

        Raises:
            ReportError: It is locked, and shows something else than its 定稿.
        """
        review.refuse_other_than_final(self._session.report)
        data = QMimeData()
        data.setHtml(html_report.report_fragment(self._session.report, mark=self._mark))
        data.setText(html_report.report_text(self._session.report))
        QGuiApplication.clipboard().setMimeData(data)
        note = "（还有错误或空格，已标“草稿”）" if self._mark else ""
        self._host.say(f"已复制{note}，请到网站后台的编辑框中粘贴。{self._unsigned}".removesuffix("。"), 10000)

    def save_page(self) -> None:
        """Write the web page.

        Raises:
            ReportError: The file cannot be written; or the report is locked, and shows something else than its 定稿.
        """
        review.refuse_other_than_final(self._session.report)
        name = word_report.report_file_name(self._session.report, "draft" if self._mark else "final")
        proposal = str(Path(name).with_suffix(".html"))
        path = self._host.files.save("output", "保存网页版", proposal, dialogs.HTML_FILTER)
        if path is not None:
            self._write(path, html_report.report_html(self._session.report, mark=self._mark))
            self._offer_to_open(path, lines=self._unsigned)

    def make_signoff(self) -> None:
        """Write the sign-off sheet, the shipped one or the office's own with its placeholders filled.

        Raises:
            ReportError: A file cannot be read or written, or the office's own has no placeholder.
        """
        template: Path | None = None
        text = "审签单用哪一种？"
        names = "".join(f"【{placeholder.name}】" for placeholder in signoff_fields.placeholders())
        more = f"本单位的发文稿纸里写上占位符，程序会填好：{names}。各填什么见填报手册“本单位的审签单”。"
        answer = dialogs.choose(self._host.widget, "审签单", text, more, (OWN_SHEET, OFFICE_TEMPLATE, "取消"))
        if answer == OFFICE_TEMPLATE:
            template = self._host.files.open("template", "本单位的审签单", dialogs.WORD_FILTER)
        if answer == "取消" or (answer == OFFICE_TEMPLATE and template is None):
            return
        report, now = self._session.report, self._clock()
        make = partial(
            signoff.signoff_bytes,
            report,
            self._session.result,
            today=now,
            stage=self._printing.stage,
            template=template,
            profile=self._host.settings.profile,
        )
        data = make()
        unknown = signoff.unknown_placeholders(template) if template else []
        if template and unknown:
            answer = self._ask_unknown(template.name, unknown)
            if answer == "取消":
                return
            data = make(left_empty=unknown) if answer == LEFT_EMPTY else data
        proposal = user_files.safe_file_name(f"{report.unit}{report.year or ''}年报审签单", ".docx")
        path = self._host.files.save("output", "保存审签单", proposal, dialogs.WORD_FILTER)
        if path is not None:
            self._write(path, data)
            self._report.note_signoff()
            self._offer_to_open(path)

    def _ask_unknown(self, template: str, unknown: list[str]) -> str:
        """Name what the office's own sheet asks for and the program does not know, before it is printed."""
        names = "".join(f"【{name}】" for name in unknown)
        text = f"“{template}”中有{len(unknown)}个占位程序不认识：{names}。"
        more = "留空的由您手写；写错名称的，请取消，改好后再生成。可用的占位见填报手册“本单位的审签单”。"
        return dialogs.choose(self._host.widget, "审签单", text, more, (LEFT_EMPTY, PRINTED_SO, "取消"))

    def write_changes(self) -> None:
        """Write what changed since the 送审稿 before, with the remarks on that one and what became of them.

        Raises:
            ReportError: The file cannot be written.
        """
        self._write_annex(office_annex.change_annex(self._session.report))

    def write_findings(self) -> None:
        """Write all findings with their explanations.

        Raises:
            ReportError: The file cannot be written.
        """
        self._write_annex(office_annex.findings_annex(self._session.report, self._session.result))

    def _write_annex(self, annex: office_annex.Annex) -> None:
        report, stage = self._session.report, self._printing.stage
        name = user_files.safe_file_name(f"{annex.title}（{stage}）", ".docx")
        path = self._host.files.save("output", f"保存{annex.kind}", name, dialogs.WORD_FILTER)
        if path is not None:
            mark, profile = self._printing.page_mark, self._host.settings.profile
            facts = office_annex.annex_facts(report, stage, self._clock(), mark)
            data = annex_layout.annex_bytes(annex, facts, unit=one_line(report.unit), mark=mark, profile=profile)
            self._write(path, data)
            self._offer_to_open(path)
