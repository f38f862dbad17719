"""Printing and PDF: preview first, the same papers for both."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtGui import QPaintEngine
from PySide6.QtPrintSupport import QPrinter

from core.base import user_files
from core.base.errors import ErrorText
from core.office import annex as office_annex
from core.office.review import round_on_its_way
from core.report.stages import STAGE_NAMES, Stage
from core.word import report as word_report
from gui import dialogs
from gui.commands import sign_question
from gui.commands.area import CommandArea, Surroundings
from gui.commands.command import Command
from gui.commands.report_actions import ReportActions
from gui.printing import paper, pdf_paper, printed_report

_NO_PDF = ErrorText(
    "无法生成“{name}”，打印部件没有写出文件。", "请改用“生成草稿”得到 Word 文件，再用 WPS 或 Word 另存为 PDF。"
)
_PRINTED = "（打印）"
"""Marks the name of a report printed into a file, so that it does not take the place of one saved as PDF."""
_OPEN_FOLDER, _CLOSE = "打开所在文件夹", "关闭"


class PrintActions(CommandArea):
    """Commands that print. The printing modules are imported at the first use, not at start."""

    def __init__(self, given: Surroundings, report: ReportActions) -> None:
        super().__init__(given)
        self._report = report

    def commands(self) -> list[Command]:
        """Return the commands."""
        return [
            Command("print_report", "打印报告…", self.print_report, "Ctrl+P"),
            Command("print_signoff", "打印审签单…", self.print_signoff, "Ctrl+Shift+P"),
            Command("print_changes", "打印修改情况…", partial(self._print_annex, self.changes_paper, "修改情况")),
            Command("print_findings", "打印问题清单…", partial(self._print_annex, self.findings_paper, "问题清单")),
            Command("save_pdf", "报告另存为 PDF…", self.save_pdf),
        ]

    @property
    def mark(self) -> str:
        """What the report is called now: 草稿, 送审稿第N稿, or nothing for a 定稿."""
        return word_report.stage_mark(*self._goes_out_as())

    @property
    def page_mark(self) -> str:
        """What each page is marked with: that, and beside 送审稿第N稿 the checksum."""
        return word_report.page_mark(self._session.report, *self._goes_out_as())

    def _goes_out_as(self) -> tuple[Stage, int | None]:
        """Return the stage of what is printed now; for a 送审稿 that is on its way with its number."""
        if self._session.open_report.is_final:
            return "final", None
        sent = round_on_its_way(self._session.report)
        return ("review", sent.number) if sent else ("draft", None)

    @property
    def stage(self) -> str:
        """What the report is called on a sign-off sheet: 草稿, 送审稿第N稿 or 定稿."""
        return self.mark or STAGE_NAMES["final"]

    # ------------------------------------------------------------ papers

    def report_paper(self, printer: QPrinter) -> paper.Paper:
        """Lay out the report with its mark."""
        return self._marked_paper(printer, self.page_mark)

    def handed_paper(self, printer: QPrinter) -> paper.Paper:
        """Lay out the report as it is handed on: a 草稿 says how many errors it has, on each page."""
        mark, errors = self.page_mark, self._session.result.count("error")
        if mark == STAGE_NAMES["draft"] and errors:
            mark = f"{mark}　有{errors}个错误"
        return self._marked_paper(printer, mark)

    def _marked_paper(self, printer: QPrinter, mark: str) -> paper.Paper:
        return printed_report.report_paper(printer, self._session.report, self._host.settings.profile, mark)

    def signoff_paper(self, printer: QPrinter) -> paper.Paper:
        """Lay out the sign-off sheet."""
        session, profile = self._session, self._host.settings.profile
        return printed_report.signoff_paper(printer, session.report, session.result, profile, self._clock(), self.stage)

    def changes_paper(self, printer: QPrinter) -> paper.Paper:
        """Lay out what changed since the 送审稿 before."""
        return self._annex_paper(printer, office_annex.change_annex(self._session.report))

    def findings_paper(self, printer: QPrinter) -> paper.Paper:
        """Lay out all findings with their explanations."""
        return self._annex_paper(printer, office_annex.findings_annex(self._session.report, self._session.result))

    def _annex_paper(self, printer: QPrinter, annex: office_annex.Annex) -> paper.Paper:
        mark = self.page_mark
        facts = office_annex.annex_facts(self._session.report, self.stage, self._clock(), mark)
        return printed_report.annex_paper(printer, annex, facts, self._host.settings.profile, mark)

    # ------------------------------------------------------------ on paper or into a file

    def preview(self, lay_out: Callable[[QPrinter], paper.Paper], name: str) -> bool:
        """Show a paper as it will be printed; printing is one click away. Return whether it was printed.

        Where it is printed into a file, Qt asks for the name, and says nothing afterwards: so it is said here.

        Raises:
            FileError: The file was not written.
        """
        made: list[tuple[str, bytes]] = []

        def paint(target: QPrinter) -> None:
            # The preview has the pages painted into pictures, and only the print button has them painted in earnest
            is_looked_at = target.paintEngine().type() == QPaintEngine.Type.Picture
            laid_out, path = lay_out(target), target.outputFileName()
            if path and not is_looked_at and target.outputFormat() == QPrinter.OutputFormat.PdfFormat:
                made.append((path, _pdf(laid_out, target)))
                return
            laid_out.paint()
            if not is_looked_at:
                made.append(("", b""))

        printer = _printer(name)
        if printer.outputFormat() == QPrinter.OutputFormat.PdfFormat:  # no printer here: its preview asks for a file
            printer.setOutputFileName(str(self._host.files.folder("output") / f"{name}.pdf"))
        dialogs.preview_print(self._host.widget, printer, paint)
        if made and made[-1][0]:
            self._keep_printed(Path(made[-1][0]), made[-1][1])
        return bool(made)

    def _keep_printed(self, path: Path, pdf: bytes) -> None:
        """Write what was printed into a file, and say where it is.

        Raises:
            FileError: It was not written; the old one is whole.
        """
        if not pdf:
            raise _NO_PDF.of(path)
        self._write(path, pdf)
        told = f"已保存为 {path.name}"
        answer = dialogs.choose(self._host.widget, "已打印到文件", told, str(path.parent), (_OPEN_FOLDER, _CLOSE))
        if answer == _OPEN_FOLDER:
            self._host.open_outside(path.parent)

    def print_report(self) -> None:
        """Print the report."""
        if not sign_question.goes_on(self._host, self._session.report, "打印"):
            return
        self.preview(self.handed_paper, f"{self._report_name()}{_PRINTED}")

    def print_signoff(self) -> None:
        """Print the sign-off sheet, and note in the draft what it was printed for."""
        if self.preview(self.signoff_paper, self._paper_name("审签单")):
            self._report.note_signoff()

    def _print_annex(self, lay_out: Callable[[QPrinter], paper.Paper], kind: str) -> None:
        self.preview(lay_out, self._paper_name(kind))

    def _report_name(self) -> str:
        return Path(word_report.report_file_name(self._session.report, *self._goes_out_as())).stem

    def _paper_name(self, kind: str) -> str:
        report = self._session.report
        return user_files.safe_file_name(f"{report.unit}{report.year or ''}年报{kind}（{self.stage}）")

    def save_pdf(self) -> None:
        """Write the report as PDF.

        Raises:
            FileError: The file cannot be written.
        """
        if not sign_question.goes_on(self._host, self._session.report, "另存"):
            return
        proposal = f"{self._report_name()}.pdf"
        path = self._host.files.save("output", "另存为 PDF", proposal, dialogs.PDF_FILTER)
        if path is not None:
            self.write_pdf(path, self.handed_paper)
            self._host.say(f"已生成 {path.name}")

    def write_pdf(self, path: Path, lay_out: Callable[[QPrinter], paper.Paper]) -> None:
        """Print a paper into a PDF file beside the target, and move it over the target.

        Raises:
            FileError: The file cannot be written; the old one is whole.
        """
        self._write(path, self.pdf_bytes(path, lay_out))

    def pdf_bytes(self, path: Path, lay_out: Callable[[QPrinter], paper.Paper]) -> bytes:
        """Return a paper as PDF.

        Raises:
            FileError: The printing part wrote nothing; ``path`` is named.
        """
        printer = _printer(path.stem)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        pdf = _pdf(lay_out(printer), printer)
        if not pdf:
            raise _NO_PDF.of(path)
        return pdf


def _pdf(laid_out: paper.Paper, printer: QPrinter) -> bytes:
    """Return a paper as PDF; nothing where Qt wrote nothing, or there is no room for temporary files."""
    try:
        return pdf_paper.pdf_of(laid_out, printer)
    except OSError:
        return b""


def _printer(name: str) -> QPrinter:
    """Return a printer for a paper of a name: the title of a PDF, and the proposal of a print dialog."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    return printer
