"""Grabs pictures of the running window: those of the README, or every page in both schemes.

``python -m build_scripts.make_pictures`` renews the pictures that README and manual show;
``python -m build_scripts.make_pictures --all FOLDER`` grabs every page, empty, filled and with errors, to be looked at.
"""

from __future__ import annotations

import argparse
import os
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from core.report import new_report
from core.resources import resource_path
from gui import theme
from gui.app import make_application, make_window

if TYPE_CHECKING:
    from gui.main_window import MainWindow

SIZES = ((1366, 728), (1920, 1040))
CLOCK = datetime(2026, 1, 12, 9, 30)

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


def _grab(window: MainWindow, path: Path) -> None:
    for _ in range(3):
        QApplication.processEvents()
    window.grab().save(str(path))


def _with_errors(window: MainWindow) -> None:
    window.open_sample()
    for code, text in WRONG.items():
        window.session.enter(code, text)
        window.session.close_edit()


def readme_pictures(window: MainWindow) -> None:
    """Renew the pictures of README and manual."""
    folder = resource_path("help") / "pictures"
    folder.mkdir(exist_ok=True)
    window.resize(*SIZES[0])
    _grab(window, folder / "start.png")
    _with_errors(window)
    window.wizard.show_page("s3")
    _grab(window, folder / "table3.png")
    window.open_sample()
    window.wizard.show_page("s1")
    _grab(window, folder / "texts.png")
    window.wizard.show_page("review")
    _grab(window, folder / "review.png")


def all_pictures(window: MainWindow, app: QApplication, folder: Path) -> None:
    """Grab every page, empty, filled and with errors, light and dark, at both sizes."""
    folder.mkdir(parents=True, exist_ok=True)
    for scheme in ("light", "dark"):
        theme.apply(app, scheme=scheme)
        for width, height in SIZES:
            window.resize(width, height)
            window.show_start()
            _grab(window, folder / f"{scheme}-{width}-start.png")
            for state in ("empty", "filled", "errors"):
                if state == "empty":
                    window.draft.take(new_report("某某县水利局", "政府部门", 2025), None, is_fresh=False)
                elif state == "filled":
                    window.open_sample()
                else:
                    _with_errors(window)
                for key in window.wizard.pages:
                    window.wizard.show_page(key)
                    _grab(window, folder / f"{scheme}-{width}-{state}-{key}.png")
                window.session.undo_stack.setClean()


def main() -> None:
    """Make the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", type=Path, metavar="FOLDER")
    options = parser.parse_args()
    app = make_application(["nianbao"])
    window = make_window(lambda: CLOCK)
    window.show()
    if options.all:
        all_pictures(window, app, options.all)
    else:
        readme_pictures(window)


if __name__ == "__main__":
    main()
