"""Start: nothing heavy is imported before the first window has been painted."""

from __future__ import annotations

import subprocess
import sys

SCRIPT = """
import sys
from datetime import datetime
from PySide6.QtWidgets import QApplication
from gui.app import make_application, make_window
app = make_application(["nianbao"])
window = make_window(datetime.now)
window.show()
app.processEvents()
window.grab()
heavy = {"openpyxl", "docx", "lxml", "xlsxwriter", "numpy", "pandas"}
print(sorted(heavy & {name.partition(".")[0] for name in sys.modules}))
"""


def test_no_office_library_is_imported_before_the_first_paint() -> None:
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True)
    assert done.stdout.strip().splitlines()[-1] == "[]"


MOST_MODULES = 40
"""Modules of the program that the start page may need: each costs about half a millisecond."""

FIRST_WINDOW = """
import sys
import PySide6.QtCore
from datetime import datetime
from types import ModuleType
from gui.app import first_window, make_application, show_first
app = make_application(["nianbao"])
window = first_window(datetime.now)
show_first(window)
late = {"core.validation.validation", "core.form.form_reader", "gui.pages.wizard", "gui.pages.fonts_note"}
late |= {"typing_extensions", "secrets", "PySide6.QtPrintSupport"}
enumerated = {"Qt"} & vars(PySide6.QtCore).keys()  # the whole namespace is made at its first use, in 11 ms
loaded = {name for name, module in sys.modules.items() if type(module) is ModuleType}
ours = {name for name in loaded if name.startswith(("core.", "gui."))}
print(len(ours))
print(window.start.isVisible(), sorted(late & loaded | enumerated))
"""


def test_the_start_page_is_painted_before_the_rest_is_read() -> None:
    done = subprocess.run([sys.executable, "-c", FIRST_WINDOW], capture_output=True, text=True, check=True)
    count, late = done.stdout.strip().splitlines()[-2:]
    assert late == "True []"
    assert int(count) <= MOST_MODULES


WHOLE_WINDOW = """
from datetime import datetime
from core.texts.language.vocabulary import load_vocabulary
from gui.app import make_application, make_window
app = make_application(["nianbao"])
window = make_window(datetime.now)
print(load_vocabulary.cache_info().currsize)
"""


def test_the_words_of_the_texts_are_read_with_the_first_text() -> None:
    """They take 3 MB and 70 ms: the window, which has nothing to read yet, does without."""
    done = subprocess.run([sys.executable, "-c", WHOLE_WINDOW], capture_output=True, text=True, check=True)
    assert done.stdout.strip().splitlines()[-1] == "0"


DRESSINGS = """
from datetime import datetime
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget
from gui.app import make_application, make_window

class Count(QObject):
    total = 0

    def eventFilter(self, watched, event):
        self.total += event.type() == QEvent.Type.StyleChange
        return False

app = make_application(["nianbao"])
count = Count()
app.installEventFilter(count)
window = make_window(datetime.now)
assert all(page.blocks for page in window.wizard.section_pages)  # made when they are first needed
print(count.total / len(window.findChildren(QWidget)))
"""


def test_what_the_window_is_made_of_is_made_in_its_place() -> None:
    """All that lies in a widget is dressed anew when it gets a parent: half the time that building the window took."""
    done = subprocess.run([sys.executable, "-c", DRESSINGS], capture_output=True, text=True, check=True)
    assert float(done.stdout.strip().splitlines()[-1]) < 3.2
