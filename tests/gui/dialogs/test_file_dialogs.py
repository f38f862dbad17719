"""Qt's own file dialog, shown where the system has none: no English in it."""

import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QDir, QLocale, QSettings, Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from core.base import user_files
from core.base.errors import DataFolderError
from core.base.user_files import data_folder
from gui import dialogs
from gui.dialogs import remembered_places
from gui.dialogs.file_columns import size_in_words

WORDS = re.compile("[A-Za-z]{2,}")
FILES = ("旧报告.doc", "去年.docx", "草稿.xlsx", "网页.html", "无后缀", "口径.toml")
ASKING: dict[str, Callable[[QWidget, Path], object]] = {
    "open": lambda parent, folder: dialogs.ask_open(parent, "继续填写", str(folder), "全部 (*)"),
    "many": lambda parent, folder: dialogs.ask_open_many(parent, "选择填报表", str(folder), "全部 (*)"),
    "folder": lambda parent, folder: dialogs.ask_folder(parent, "选择文件夹", str(folder)),
    "save": lambda parent, folder: dialogs.ask_save(parent, "保存草稿", folder / "草稿.xlsx", "全部 (*)"),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "年报"
    (made / "子文件夹").mkdir(parents=True)
    for name in FILES:
        (made / name).write_text("内容", encoding="utf-8")
    return made


def labels(dialog: QDialog) -> list[str]:
    """Every text of the dialog itself, without names of files and paths."""
    found = [dialog.windowTitle()]
    widgets: list[QWidget] = list(dialog.findChildren(QWidget))
    for widget in widgets:
        found += [widget.toolTip(), widget.accessibleName()]
        if isinstance(widget, QLabel | QPushButton):
            found.append(widget.text())
        elif isinstance(widget, QLineEdit):
            found.append(widget.placeholderText())
        elif isinstance(widget, QComboBox) and widget.objectName() == "fileTypeCombo":
            found += [widget.itemText(i) for i in range(widget.count())]
    return found


def columns(dialog: QDialog) -> list[list[str]]:
    """The list of files as it is shown: its heading and one line a file."""
    trees: list[QTreeView] = list(dialog.findChildren(QTreeView, "treeView"))
    (tree,) = trees
    model, root = tree.model(), tree.rootIndex()
    head = [str(model.headerData(c, Qt.Orientation.Horizontal)) for c in range(model.columnCount(root))]
    rows = range(model.rowCount(root))
    return [head, *([str(model.index(r, c, root).data()) for c in range(len(head))] for r in rows)]


@pytest.mark.parametrize("kind", ASKING)
def test_nothing_in_the_dialog_is_english(qtbot: QtBot, qapp: QApplication, folder: Path, kind: str) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    seen: list[tuple[list[str], list[list[str]]]] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        expected = 1 if kind == "folder" else len(FILES) + 1
        qtbot.waitUntil(lambda: len(columns(dialog)) == expected + 1)
        seen.append((labels(dialog), columns(dialog)))
        boxes: list[QWidget] = list(dialog.findChildren(QComboBox, "fileTypeCombo"))
        assert [box.isVisible() for box in boxes] == [kind != "folder"]  # of folders there is one kind
        assert kind != "folder" or "文件夹：" in labels(dialog)
        dialog.reject()

    QTimer.singleShot(0, look)
    assert not ASKING[kind](parent, folder)
    ((said, (head, *lines)),) = seen
    assert [text for text in said if WORDS.search(text)] == []
    assert head == ["名称", "大小", "类型", "修改日期"]
    kinds = {name: kind for name, _, kind, _ in lines}
    assert kinds["子文件夹"] == "文件夹"
    if kind != "folder":
        assert kinds["草稿.xlsx"] == "Excel 工作簿"
        assert kinds["旧报告.doc"] == "Word 文档（旧格式）"
        assert kinds["无后缀"] == "文件"
    sizes = {size for name, size, _, _ in lines if name != "子文件夹"}
    assert sizes <= {QLocale("zh_CN").formattedDataSize(6)}
    assert not any(WORDS.search(date) for _, _, _, date in lines)


def test_the_usual_places_stand_at_the_side_and_what_is_plugged_in_first(
    qapp: QApplication, qtbot: QtBot, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("USER", "clerk")
    (tmp_path / "media" / "clerk" / "KINGSTON").mkdir(parents=True)
    found = remembered_places.usual_places([str(tmp_path / "media"), str(tmp_path / "none")])
    assert list(found) == ["U盘 KINGSTON", "桌面", "文档", "下载", "个人文件夹"]
    places = {"U盘 KINGSTON": found["U盘 KINGSTON"], "桌面": str(folder), "文档": str(tmp_path / "none")}
    monkeypatch.setattr(remembered_places, "usual_places", lambda: places)
    dialog = dialogs._file_dialog(None, "继续填写", str(folder))
    sides: list[QListView] = list(dialog.findChildren(QListView, "sidebar"))
    side = sides[0]
    names = [side.model().index(row, 0).data() for row in range(side.model().rowCount())]
    assert names[:2] == ["U盘 KINGSTON", "桌面"]
    with qtbot.waitSignal(side.model().dataChanged):
        dialog.setDirectory(str(folder.parent))  # Qt reads it, and names the folders in it
    assert [side.model().index(row, 0).data() for row in range(2)] == names[:2]


def save_as(monkeypatch: pytest.MonkeyPatch, *paths: Path) -> None:
    """Let the clerk choose these files in the dialog, one after the other."""
    chosen = iter(paths)
    monkeypatch.setattr(dialogs, "_chosen", lambda _dialog: [next(chosen)])


@pytest.mark.parametrize(("typed", "saved"), [("年报12.31", "年报12.31.xlsx"), ("报告.docx", "报告.docx.xlsx")])
def test_what_is_saved_bears_its_own_suffix(
    qapp: QApplication, folder: Path, monkeypatch: pytest.MonkeyPatch, typed: str, saved: str
) -> None:
    save_as(monkeypatch, folder / typed)
    assert dialogs.ask_save(None, "保存草稿", folder / "草稿.xlsx") == folder / saved


def test_a_file_that_gets_in_the_way_by_its_suffix_is_asked_about(
    qapp: QApplication, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "年报12.31.xlsx").write_bytes(b"")
    for answer, saved in ((True, "年报12.31.xlsx"), (False, "另一份.xlsx")):
        save_as(monkeypatch, folder / "年报12.31", folder / "另一份.xlsx")
        monkeypatch.setattr(dialogs, "confirm", lambda *_, answer=answer: answer)
        assert dialogs.ask_save(None, "保存草稿", folder / "草稿.xlsx") == folder / saved


def test_a_name_that_windows_cannot_have_is_refused_and_asked_for_again(
    qapp: QApplication, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(dialogs, "show_error", lambda _parent, error: said.append(error.summary))
    save_as(monkeypatch, folder / "CON.xlsx", folder / "年报：2025?", folder / "年报2025")
    assert dialogs.ask_save(None, "保存草稿", folder / "草稿.xlsx") == folder / "年报2025.xlsx"
    assert said == [
        "文件名“CON.xlsx”不能使用，“CON”是 Windows 保留的名称。",
        "无法写入“年报：2025?”，文件名中有不能使用的字符。",
    ]


def test_sizes_are_in_units_that_everybody_knows() -> None:
    language = QLocale("zh_CN")
    assert [size_in_words(language, size) for size in (6, 43402, 2_500_000)] == ["6 字节", "42.4 kB", "2.4 MB"]


@pytest.mark.skipif(sys.platform == "win32", reason="there it is in the registry")
def test_what_qt_remembers_of_its_dialogs_lies_in_the_data_folder(
    qapp: QApplication, folder: Path, user_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def choose(dialog: QDialog) -> int:
        dialog.show()
        dialog.reject()
        shiboken6.delete(dialog)  # then Qt writes it
        return 0

    monkeypatch.setattr(dialogs, "_run", choose)
    dialogs.ask_folder(None, "选择文件夹", str(folder))
    assert (data_folder() / "QtProject.conf").exists()
    kept = [path for path in user_home.rglob("*.conf") if not path.is_relative_to(data_folder())]
    assert kept == []


@pytest.mark.skipif(sys.platform == "win32", reason="there it is in the registry")
def test_a_data_folder_that_does_not_answer_is_not_asked_by_the_dialogs_of_qt(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def refuse() -> Path:
        raise DataFolderError(tmp_path, is_silent=True)

    with monkeypatch.context() as patch:
        patch.setattr(user_files, "data_folder", refuse)
        remembered_places.keep_in_data_folder()
    assert QSettings(QSettings.Scope.UserScope, "QtProject").fileName() == f"{QDir.tempPath()}/QtProject.conf"
