"""How long the program takes from start to its first painted window, beside an empty window of Qt in the same run.

``python -m build_scripts.bench.start [ROUNDS]`` prints CPU milliseconds of whole processes, their ratio, and which
modules the program imported that are not to be there yet. The first window is the start page; all else follows.
It uses the offscreen platform unless QT_QPA_PLATFORM says otherwise. Both are run in turn, so that a busy machine
slows both.
"""

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
GOAL = 1.6

FLOOR = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

class Empty(QWidget):
    def paintEvent(self, event):
        QTimer.singleShot(0, app.quit)

app = QApplication(sys.argv)
window = Empty()
window.resize(1366, 728)
window.show()
app.exec()
"""

PROGRAM = """
import sys
from datetime import datetime
from PySide6.QtCore import QEvent, QObject, QTimer
from gui.app import first_window, make_application

class FirstPaint(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, app.quit)
        return False

app = make_application(["nianbao"])
window = first_window(datetime.now)
watcher = FirstPaint()
window.start.installEventFilter(watcher)
window.resize(1366, 728)
window.show()
app.exec()
late = {"openpyxl", "docx", "lxml", "xlsxwriter", "numpy", "core.validation.validation"} & set(sys.modules)
if late:
    print(*sorted(late))
"""


def cpu_ms(script: str, home: str) -> tuple[float, str]:
    """Run a script in a process of its own; return its CPU milliseconds and what it printed."""
    env = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "NIANBAO_HOME": home, "PYTHONPATH": str(ROOT)}
    # Compiled once, as what is installed is; an environment without compiled files would time the compiler
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    env["PYTHONPYCACHEPREFIX"] = str(Path(home, "compiled"))
    process = subprocess.Popen(
        [sys.executable, "-c", script], cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    assert process.stdout is not None
    printed = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"a run failed with {process.returncode}")
    return (usage.ru_utime + usage.ru_stime) * 1000, printed.strip()


def main(arguments: list[str]) -> int:
    """Measure and print; return 1 where the goal is missed."""
    rounds = int(arguments[0]) if arguments else 15
    floors, programs, printed = [], [], set()
    with tempfile.TemporaryDirectory() as home:
        for number in range(rounds + 1):
            floor, _ = cpu_ms(FLOOR, home)
            program, said = cpu_ms(PROGRAM, home)
            printed.add(said)
            if number:  # the first round fills the caches
                floors.append(floor)
                programs.append(program)
    floor, program = statistics.median(floors), statistics.median(programs)
    ratio = min(programs) / min(floors)
    print(f"empty window  {floor:6.1f} ms cpu (best {min(floors):.1f})")
    print(f"program       {program:6.1f} ms cpu (best {min(programs):.1f})")
    print(f"ratio         {ratio:6.2f} of the best (goal {GOAL}), {program / floor:.2f} of the medians")
    for line in printed - {""}:
        print(f"imported too early: {line}")
    return int(ratio > GOAL)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
