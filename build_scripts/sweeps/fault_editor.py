"""The program that the fault sweep kills: session, draft and autosave as in the window, without a window.

python -m build_scripts.sweeps.fault_editor DRAFT.xlsx TYPING_MS SAVING_MS     edits until it is killed
python -m build_scripts.sweeps.fault_editor DRAFT.xlsx check                    says what is left after a kill
"""

import sys
import time
from datetime import datetime
from pathlib import Path

from build_scripts.sweeps.fault_kills import CODE, number_in
from core.base.user_files import autosave_folder, rescue_folder
from core.draft import draft_store
from core.draft.draft_versions import list_versions


def check(draft: Path) -> None:
    """Print the newest number that can be found again and the number in the file.

    Raises:
        ReportError: A file is damaged.
    """
    in_file = number_in(draft) if draft.exists() else 0
    newest = in_file
    for kept in draft_store.left_behind():
        number = kept.report.cells.get(CODE, 0)
        assert isinstance(number, int)
        assert kept.report.texts.get("s5", "第0次").split("\n")[-1] == f"第{number}次"
        newest = max(newest, number)
    damaged = [path.name for path in rescue_folder().iterdir() if path.suffix == ".damaged"]
    assert not damaged, f"damaged autosaves: {damaged}"
    for version in list_versions(draft)[:3]:
        number_in(version.file)
    strange = {path.name for path in draft.parent.iterdir()} - {"home", draft.name, f"~${draft.name}.lock"}
    strange = {name for name in strange if not name.startswith(".~nianbao-")}  # cleared up when ten minutes old
    assert not strange, f"left beside the draft: {strange}"
    print(newest, in_file)


def edit(draft: Path, typing_ms: int, saving_ms: int) -> None:
    """Recover what is left, then type and save until killed."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from core.base.instances import Instance
    from gui.report.autosaving import Autosave
    from gui.report.draft_file import DraftFile
    from gui.report.session import ReportSession

    app = QApplication(["nianbao"])
    session = ReportSession(datetime.now)
    instance = Instance(autosave_folder())
    file = DraftFile(session, datetime.now, session, instance_id=instance.id)
    autosave = Autosave(session, file, instance, datetime.now, session)
    left = draft_store.left_behind()
    if draft.exists():
        file.open(draft)
    else:
        file.new("某县水利局", "政府部门", 2025)
    newest = max(left, key=lambda kept: int(str(kept.report.cells.get(CODE, 0))), default=None)
    number = int(str(session.report.cells.get(CODE, 0)))
    if newest is not None and int(str(newest.report.cells.get(CODE, 0))) > number:
        autosave.restore(newest)
        print("recovered", flush=True)
        number = int(str(session.report.cells.get(CODE, 0)))
    for kept in left:
        if kept is not newest and kept.file.exists():
            draft_store.put_aside(kept)  # as a clerk does with what is older than what was restored

    def type_on() -> None:
        nonlocal number
        number += 1
        session.enter(CODE, str(number))
        session.set_text("s5", f"一是公开内容不够丰富。\n第{number}次", is_typing=True)
        print("typed", number, time.monotonic(), flush=True)

    def save() -> None:
        if not file.is_saving:
            file.save_behind(draft)

    typing = QTimer(interval=typing_ms)
    typing.timeout.connect(type_on)
    saving = QTimer(interval=saving_ms)
    saving.timeout.connect(save)
    typing.start()
    saving.start()
    app.exec()


if __name__ == "__main__":
    if sys.argv[2] == "check":
        check(Path(sys.argv[1]))
    else:
        edit(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
