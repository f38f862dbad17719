"""A whole session of a clerk as a program of its own: start, fill, save, generate, print to PDF, close.

Run as ``python -m tests.end_to_end.scripted_session FOLDER``; prints the imported modules, one a line.
"""

import sys
from datetime import datetime
from pathlib import Path

from PySide6.QtTest import QTest

from gui import dialogs
from gui.app import make_application, make_window
from gui.crash import CrashHandler
from gui.main_window import MainWindow


def main(folder: Path) -> None:
    """Go through the session; every file is written into the folder."""
    app = make_application(["nianbao"])
    window = make_window(datetime.now)
    CrashHandler(window.autosave, datetime.now, window).install()
    sys.excepthook = sys.__excepthook__  # a failed step ends the script instead of asking somebody who is not there
    window.resize(1366, 728)
    window.show()
    targets = iter([folder / "草稿.xlsx", folder / "报告.docx"])
    dialogs.ask_save = lambda *_: next(targets)
    dialogs.inform = lambda *_: None
    dialogs.choose = lambda *answers: answers[-1][-1]
    assert not window.recover()
    window.open_sample()
    window.session.enter("t2.penalty.decisions", "3")
    window.session.set_text("s5", "一是公开内容不够丰富。", is_typing=True)
    autosave = window.autosave.file
    assert autosave is not None
    for _ in range(100):
        if not autosave.exists():
            QTest.qWait(100)
    assert autosave.exists()
    assert window.save()
    window.session.enter("t2.penalty.decisions", "4")
    assert window.commands.saving.save_behind()
    window.draft.wait()
    assert window.commands.run("make.draft")
    window.commands.saving.disk.look()
    print_pdf(window, folder / "报告.pdf")
    assert window.close()
    app.processEvents()


def print_pdf(window: MainWindow, path: Path) -> None:
    """Print what the report says; the printer is what could open a connection."""
    from PySide6.QtGui import QTextDocument
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    document = QTextDocument()
    document.setPlainText("\n".join(window.session.facts.printed_text(code) for code in window.session.form.texts))
    document.print_(printer)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
    print("\n".join(sorted(sys.modules)))
