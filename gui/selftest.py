"""The self-test of an installed program: ``nianbao --selftest DIR`` does once what a clerk does, in the real window.

It is run after building, after installing, and by a technician who wants to know whether a PC can run the program.
All that is written goes to DIR, the user's data included. The result stands in DIR/自检结果.txt, since a program
without a console can print nothing; the exit code is 0 only if every step went through and nothing unexpected was
printed, warned or left on the screen.
"""

from __future__ import annotations

import io
import os
import re
import sys
import threading
import time
import traceback
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TextIO

from PySide6.QtCore import QEventLoop, QTimer, qInstallMessageHandler
from PySide6.QtGui import QIcon
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication, QWidget

from core import NAME
from core.base import reading_process
from core.base.build import version
from core.base.errors import folder_unusable, writing_failed
from core.base.resources import broken_installation, expect_all, resource_path
from core.draft import workbook
from core.form import form_reader, formats
from core.office import export, report_source
from core.report import totals
from core.validation import validation
from core.word import style_profile
from gui.app import make_application, make_window
from gui.commands.own_test import RESULT
from gui.look import fonts_note, layout_faults
from gui.main_window import MainWindow
from gui.printing import printed_report

FAILED, UNUSABLE = 1, 2
_EXAMPLE = "D:\\自检" if sys.platform == "win32" else "~/自检"
_EXPECTED = (
    "This plugin does not support propagateSizeHints()",  # said by the offscreen platform at each show
    '"Unable to open monitor interface to',  # said under Wine and in remote sessions, where screens have no name
)
_LOCALE_NOTICE = re.compile(
    r'Detected locale "[^"\n]*" with character encoding "[^"\n]*", which is not UTF-8\.\n'
    r'Qt depends on a UTF-8 locale, and has switched to "[^"\n]*" instead\.\n'
    r"If this causes problems, reconfigure your locale\. See the locale\(1\) manual\nfor more information\.\s*"
)
"""What Qt says where the session's locale is not UTF-8, as "C" is: it has helped itself, and nothing is amiss."""
_BLOCKER_MS = 1500
_SETTLE_MS = 120
_LAYOUT_ROUNDS = 4
"""Rounds of events until a page is laid out: what one of them asks for comes in the next."""


class SelfTestError(Exception):
    """A step found something else than it must find."""


class SelfTest:
    """One run of all steps.

    Attributes:
        unexpected: What was printed, warned or left open although nothing should have been.
        lines: The result so far, a line a step.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.unexpected: list[str] = []
        self.lines: list[str] = []
        self._failures = 0
        self._window: MainWindow | None = None

    # ------------------------------------------------------------ running

    def run(self, arguments: Sequence[str]) -> int:
        """Do all steps; return the exit code."""
        steps: tuple[tuple[str, Callable[[], str]], ...] = (
            ("打开窗口", lambda: self._open_window(arguments)),
            ("中文字体", self._look_for_font),
            ("读取全部资源", self._read_resources),
            ("逐页翻看", self._show_pages),
            ("各种窗口大小", self._measure_pages),
            ("保存草稿", self._save_draft),
            ("生成Word、网页、审签单", self._write_report),
            ("打印成PDF", self._print_pdf),
            ("导入自己生成的Word、PDF", self._import_own),
            ("校核", self._check),
            ("关闭窗口", self._close),
        )
        with self._listening():
            for name, step in steps:
                self._step(name, step)
                if self._window is None:
                    break  # nothing further can be done without it
        passed = len(steps) - self._failures if self._window else 0
        self.lines += [f"意外输出：{text}" for text in self.unexpected]
        is_good = passed == len(steps) and not self.unexpected
        self.lines.append("自检通过" if is_good else "自检未通过")
        (self.folder / RESULT).write_text(self.text, encoding="utf-8")
        return 0 if is_good else FAILED

    @property
    def text(self) -> str:
        """The result so far, as it is written down."""
        return "\n".join([f"{NAME} {version()}", f"Python {sys.version}", *self.lines, ""])

    def _step(self, name: str, step: Callable[[], str]) -> None:
        begin = time.perf_counter()
        try:
            outcome = step()
        except Exception as error:  # noqa: BLE001 - whatever it is, it is the result of the test
            self._failures += 1
            known = broken_installation(error)
            said = f"\n{known.summary}{known.advice}" if known else ""
            self.lines.append(f"失败  {name}{said}\n{traceback.format_exc()}")
        else:
            self.lines.append(f"通过  {name}（{time.perf_counter() - begin:.2f}秒）{outcome}")

    @contextmanager
    def _listening(self) -> Iterator[None]:
        """Take for a failure whatever is printed, warned, raised where nobody catches it, or asked in a dialog."""
        printed = io.StringIO()
        streams = sys.stdout, sys.stderr
        sys.stdout = sys.stderr = printed
        warnings.showwarning = lambda message, kind, *_more: self.unexpected.append(f"{kind.__name__}: {message}")
        sys.excepthook = lambda kind, error, _trace: self.unexpected.append(f"{kind.__name__}: {error}")
        sys.unraisablehook = lambda args: self.unexpected.append(f"{args.exc_type.__name__}: {args.exc_value}")
        threading.excepthook = lambda args: self.unexpected.append(f"{args.exc_type.__name__}: {args.exc_value}")
        qInstallMessageHandler(lambda _kind, _context, message: self._hear_qt(message))
        try:
            yield
        finally:
            sys.stdout, sys.stderr = streams
            qInstallMessageHandler(None)
            if printed.getvalue().strip():
                self.unexpected.append(printed.getvalue().strip())

    def _hear_qt(self, message: str) -> None:
        if not message.startswith(_EXPECTED) and not _LOCALE_NOTICE.fullmatch(message):
            self.unexpected.append(f"Qt: {message}")

    # ------------------------------------------------------------ the steps

    def _open_window(self, arguments: Sequence[str]) -> str:
        app = make_application(arguments)
        self._blocker = QTimer()
        self._blocker.timeout.connect(self._close_dialogs)
        self._blocker.start(_BLOCKER_MS)
        window = make_window(datetime.now)
        if app.windowIcon().isNull():
            raise SelfTestError("the program has no icon")
        window.resize(1366, 728)
        window.show()
        self._settle()
        self._picture(window, "开始页")
        self._window = window
        return f"平台 {app.platformName()}"

    def _close_dialogs(self) -> None:
        """Close whatever waits for an answer: in a self-test nobody is there to give one."""
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            children: list[QWidget] = list(dialog.findChildren(QWidget))
            texts = [text for child in children if callable(text := getattr(child, "text", None))]
            said = " ".join(str(text()) for text in texts)
            self.unexpected.append(f"弹出了对话框：{dialog.windowTitle()} {said[:500]}")
            dialog.close()

    def _look_for_font(self) -> str:
        if sys.platform != "win32" and not fonts_note.has_chinese_font():  # Windows always has some
            raise SelfTestError("没有中文字体，窗口和打印中的文字都是方框，请由管理员安装")
        return ""

    def _read_resources(self) -> str:
        expect_all()
        files = [path for path in resource_path().rglob("*") if path.is_file()]
        empty = [path.name for path in files if not path.read_bytes()]
        if empty:
            raise SelfTestError(f"empty files: {empty}")
        forms = [form_reader.load_form(form_id) for form_id in formats.form_ids()]
        styles = [style_profile.preset(path.stem) for path in sorted(resource_path("styles").glob("*.toml"))]
        for path in resource_path("icons").iterdir():
            if QIcon(str(path)).pixmap(32, 32).isNull():
                raise SelfTestError(f"picture cannot be shown: {path.name}")
        return f"{len(files)}个文件，{len(forms)}种表样，{len(styles)}种版式"

    def _show_pages(self) -> str:
        window = self._shown
        window.open_sample()
        self._settle()
        if not window.draft.is_open:
            raise SelfTestError("the sample was not opened")
        for number, key in enumerate(window.wizard.pages, 1):
            window.wizard.show_page(key)
            self._settle()
            if window.wizard.current.key != key:
                raise SelfTestError(f"page {key} is not shown")
            self._picture(window, f"第{number}页")
        return f"{len(window.wizard.pages)}页"

    def _measure_pages(self) -> str:
        """Look for widgets over one another or too small for their words, in the sizes that the screen allows."""
        window, usual, measured = self._shown, self._shown.size(), 0
        frame = window.frameGeometry().size() - usual
        room = window.screen().availableSize() - frame
        is_bound = QApplication.platformName() != "offscreen"  # there a window may be larger than its screen
        for width, height in layout_faults.SIZES:
            if is_bound and (width > room.width() or height > room.height()):
                continue  # Windows makes it smaller, and Qt complains of that
            window.resize(width, height)
            for key in window.wizard.pages:
                window.wizard.show_page(key)
                for _ in range(_LAYOUT_ROUNDS):
                    QApplication.processEvents()
                if (window.width(), window.height()) != (width, height):
                    break
                if layout_faults.layout_faults(window):
                    self._settle()  # something may have been told meanwhile
                if faults := layout_faults.layout_faults(window):
                    raise SelfTestError(f"page {key} at {width}x{height}: {faults}")
            else:
                measured += 1
        window.resize(usual)
        return f"{measured}种"

    def _save_draft(self) -> str:
        window, path = self._shown, self.folder / "草稿.xlsx"
        window.draft.save(path)
        loaded = workbook.load_draft(path)
        wanted = totals.report_numbers(window.session.report)
        if loaded.remarks or totals.report_numbers(loaded.report) != wanted or loaded.report.texts != self._texts:
            raise SelfTestError(f"the draft reads back differently: {loaded.remarks}")
        return f"{len(wanted)}个数字"

    @property
    def _texts(self) -> object:
        return self._shown.session.report.texts

    def _write_report(self) -> str:
        made = export.export_report(
            self._shown.session.report,
            self.folder / "报告.docx",
            stage="draft",
            html=self.folder / "网页.html",
            signoff=self.folder / "审签单.docx",
            today=datetime.now().date(),
        )
        small = [path.name for path in made.written if path.stat().st_size < 1000]
        if len(made.written) != 3 or small:
            raise SelfTestError(f"written: {made.written}, too small: {small}")
        return made.sentence

    def _print_pdf(self) -> str:
        path = self.folder / "报告.pdf"
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        paper = printed_report.report_paper(printer, self._shown.session.report, style_profile.preset(), "草稿")
        paper.paint()
        if not path.read_bytes().startswith(b"%PDF") or path.stat().st_size < 10_000:
            raise SelfTestError(f"no PDF: {path.stat().st_size} bytes")
        return f"{paper.page_count}页，本机打印机{len(QPrinterInfo.availablePrinterNames())}台"

    def _import_own(self) -> str:
        wanted = totals.printed_numbers(self._shown.session.report)
        said = []
        with reading_process.ReadingProcess() as reading:  # as for a clerk, in the other program of the package
            for name in ("报告.docx", "报告.pdf"):
                imported = reading.read(name, report_source.import_any, self.folder / name)
                found = totals.printed_numbers(imported.report)
                differing = sorted(c for c in wanted if wanted[c] != found.get(c) and not c.startswith("fee."))
                if differing or not imported.is_complete:
                    raise SelfTestError(f"{name} imported differently: {differing}, {dict(imported.summary)}")
                said.append("，".join(f"{table} {share}" for table, share in imported.summary.items()))
        return "；".join(said)

    def _check(self) -> str:
        result = validation.check_report(
            workbook.load_draft(self.folder / "草稿.xlsx").report, today=datetime.now().date()
        )
        shown = self._shown.session.result
        if result.verdict != shown.verdict:
            raise SelfTestError(f"{result.verdict} in the file, {shown.verdict} in the window")
        return f"结论：{result.verdict}"

    def _close(self) -> str:
        self._shown.close()
        self._settle()
        if self._shown.isVisible():
            raise SelfTestError("the window does not close")
        return ""

    # ------------------------------------------------------------ means

    @property
    def _shown(self) -> MainWindow:
        assert self._window is not None
        return self._window

    def _settle(self) -> None:
        """Let the window paint and its timers run."""
        loop = QEventLoop()
        QTimer.singleShot(_SETTLE_MS, loop.quit)
        loop.exec()

    def _picture(self, window: MainWindow, name: str) -> None:
        folder = self.folder / "画面"
        folder.mkdir(exist_ok=True)
        if not window.grab().save(str(folder / f"{name}.png")):
            raise SelfTestError(f"no picture of {name}")


def run_selftest(arguments: Sequence[str]) -> int:
    """Run the self-test into the folder named behind ``--selftest``; return the exit code.

    The folder must be new or empty, so that no file of the user's is written over.
    """
    if len(arguments) < 2:
        return _refuse("--selftest 后面缺少文件夹。", f"请写上一个新的空文件夹，例如 --selftest {_EXAMPLE}。")
    folder = Path(arguments[1]).absolute()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            return _refuse(f"自检的文件夹“{folder}”里已有文件。", "请换一个新的空文件夹。")
    except OSError as error:
        return _refuse(f"自检的文件夹“{folder}”不能使用。{_reason(error, folder)}", "请换一个新的空文件夹。")
    os.environ["NIANBAO_HOME"] = str(folder / "用户数据")
    test = SelfTest(folder)
    try:
        code = test.run(["nianbao"])
    except OSError as error:
        _say(sys.stdout, test.text)
        return _refuse(f"自检的结果没有能写下来。{_reason(error, folder / RESULT)}", "请换一个新的空文件夹再自检一次。")
    _say(sys.stdout, test.text)
    return code


def _reason(error: OSError, path: Path) -> str:
    """Return why a folder cannot be made or a file in it not be written."""
    is_taken = isinstance(error, FileExistsError)  # by a file of the name
    return (folder_unusable(path) if is_taken else writing_failed(error, path)).summary


def _refuse(summary: str, advice: str) -> int:
    _say(sys.stderr, f"{summary}\n{advice}\n")
    return UNUSABLE


def _say(stream: TextIO | None, text: str) -> None:
    """Write to a stream, if the program has one, as UTF-8: what it was redirected into may know no Chinese."""
    if stream is None:
        return
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="replace")
    stream.write(text)
