"""Grabs pictures of the running window: those of the README, or every page and dialog in both schemes.

``python -m build_scripts.make.pictures`` renews the pictures that README and manual show;
``python -m build_scripts.make.pictures --all FOLDER`` grabs every page, empty, filled and with errors, and every
dialog, light and dark, to be looked at: as the window opens on each of the usual screens at 100, 150 and 200 %.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from datetime import datetime
from functools import partial
from itertools import product
from pathlib import Path

# Without a screen of its own it is one of 800 by 800, on which boxes are narrow
os.environ.setdefault("QT_QPA_PLATFORM", f"offscreen:configfile={Path(__file__).parents[1] / 'picture_screen.json'}")

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from build_scripts.make.offscreen import platform_of
from build_scripts.make.pictured_dialogs import asked, grab_asked, pictured_dialogs
from core.base.resources import resource_path
from core.draft.workbook import load_draft
from core.report.report import Report, new_report
from gui.app import make_application, make_window
from gui.main_window import MainWindow

_READ_WIDTH = 800
_READ_SIZE = (1180, 680)
_TABLE_SIZE = (1280, 728)  # in a narrower window the findings fold away, of which the picture of the table tells
SCREENS = ((1280, 720), (1366, 768), (1920, 1080), (2560, 1440))
SCALES = ("1", "1.5", "2")
_TASKBAR = 40  # what a desktop keeps of a screen for itself
_LEAST = 850  # the width left of the least screen at 150 %: nobody sets a small one to 200 %
CLOCK = datetime(2026, 1, 12, 9, 30)
SAMPLE = resource_path("samples", "示例.xlsx")

WRONG = {
    "t3.R01.C1": "14",
    "t3.R02.C1": "2",
    "t3.R03.C1": "9",
    "t3.R04.C1": "1",
    "t3.R12.C1": "2",
    "t3.R16.C1": "1",
    "t3.R25.C1": "2",
    "t3.R01.C2": "3",
    "t3.R03.C2": "3",
    "t3.R07.C2": "1O",
}


def _grab(widget: QWidget, path: Path) -> None:
    for _ in range(3):
        QApplication.processEvents()
    widget.grab().save(str(path))


def _grab_small(window: MainWindow, path: Path) -> None:
    """Grab a picture for reading: the help window does not scale smoothly."""
    _grab(window, path)
    whole = QPixmap(str(path))
    whole.scaledToWidth(_READ_WIDTH, Qt.TransformationMode.SmoothTransformation).save(str(path))


def _take(window: MainWindow, report: Report, last_year: Report | None = None) -> None:
    window.draft.take(report, None, is_fresh=False, last_year=last_year)


def _with_errors(window: MainWindow) -> None:
    last = load_draft(SAMPLE).report
    last = last.with_texts({"meta.year": "2024"})
    _take(window, load_draft(SAMPLE).report, last)
    for code, text in WRONG.items():
        window.session.enter(code, text)
        window.session.close_edit()
    window.session.catch_up()


def readme_pictures(window: MainWindow) -> None:
    """Renew the pictures of README and manual."""
    folder = resource_path("help") / "pictures"
    folder.mkdir(exist_ok=True)
    window.resize(*_READ_SIZE)
    _grab_small(window, folder / "start.png")
    window.resize(*_TABLE_SIZE)
    _with_errors(window)
    window.wizard.show_page("s3")
    _grab_small(window, folder / "table3.png")
    window.resize(*_READ_SIZE)
    _take(window, load_draft(SAMPLE).report)
    window.wizard.show_page("s1")
    _grab_small(window, folder / "texts.png")
    window.wizard.show_page("review")
    _grab_small(window, folder / "review.png")


def all_pictures(window: MainWindow, folder: Path, name: str) -> None:
    """Grab every page, empty, filled and with errors, and every dialog, light and dark."""
    folder.mkdir(parents=True, exist_ok=True)
    for scheme in ("light", "dark"):
        window.settings.change(scheme=scheme)  # some dialogs dress the program by its settings anew
        window.draft.close()
        window.show_start()
        window.activateWindow()  # the dialogs before took the focus, which is to be seen
        _grab(window, folder / f"{scheme}-{name}-start.png")
        for state in ("empty", "filled", "errors"):
            if state == "empty":
                _take(window, new_report("某某县水利局", "政府部门", 2025))
            elif state == "filled":
                _take(window, load_draft(SAMPLE).report)
            else:
                _with_errors(window)
            for key in window.wizard.pages:
                window.wizard.show_page(key)
                _grab(window, folder / f"{scheme}-{name}-{state}-{key}.png")
        _further_pages(window, folder, f"{scheme}-{name}")
        _all_dialogs(window, folder, f"{scheme}-{name}")


def _all_dialogs(window: MainWindow, folder: Path, name: str) -> None:
    for dialog_name, dialog in pictured_dialogs(window):
        dialog.show()
        _grab(dialog, folder / f"{name}-dialog-{dialog_name}.png")
        dialog.hide()
    for dialog_name, opens in asked(window).items():
        grab_asked(opens, partial(_grab, path=folder / f"{name}-asked-{dialog_name}.png"))


def _further_pages(window: MainWindow, folder: Path, name: str) -> None:
    """Grab what is seen only after a further step: texts beside a table, last year's text, totals of paper."""
    window.wizard.show_page("s3")
    window.wizard.switch_part()
    _grab(window, folder / f"{name}-errors-s3-texts.png")
    window.menus.actions["controls"].setChecked(True)
    window.wizard.show_controls(is_wanted=True)
    window.wizard.switch_part()
    _grab(window, folder / f"{name}-errors-s3-paper.png")
    window.wizard.show_page("s5")
    block = window.wizard.pages["s5"].blocks["s5"]  # type: ignore[attr-defined]
    block.beside.click()
    _grab(window, folder / f"{name}-errors-s5-beside.png")
    block.beside.click()
    window.wizard.show_page("review")
    window.wizard.review.tabs.setCurrentIndex(1)
    _grab(window, folder / f"{name}-errors-review-numbers.png")
    window.wizard.review.tabs.setCurrentIndex(0)


def _on_all_screens(folder: Path) -> None:
    """Grab all pictures for each screen and scale, which Qt takes at its start only."""
    command = [sys.executable, "-m", "build_scripts.make.pictures", "--all", str(folder), "--name"]
    for scale, (width, height) in product(SCALES, SCREENS):
        if width / float(scale) < _LEAST:
            continue
        with tempfile.TemporaryDirectory(prefix="nianbao-screen-") as home:
            surroundings = {
                **os.environ,
                "QT_QPA_PLATFORM": platform_of(Path(home), width, height),
                "QT_SCALE_FACTOR": scale,
            }
            subprocess.run([*command, f"{width}-{scale}"], check=True, env=surroundings)


def main() -> None:
    """Make the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", type=Path, metavar="FOLDER")
    parser.add_argument("--name", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.all and not options.name:
        _on_all_screens(options.all)
        return
    with tempfile.TemporaryDirectory(prefix="nianbao-pictures-") as home:
        os.environ["NIANBAO_HOME"] = home  # the look and the drafts of whoever makes them are not to be seen
        app = make_application(["nianbao"])
        window = make_window(lambda: CLOCK)
        window.show()
        if options.all:
            room = app.primaryScreen().availableSize()
            window.resize(room.width(), room.height() - _TASKBAR)
            all_pictures(window, options.all, options.name)
        else:
            readme_pictures(window)
        window.draft.close()
        window.close()


if __name__ == "__main__":
    main()
