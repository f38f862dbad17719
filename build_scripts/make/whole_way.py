"""The whole way of a report with two returns, by keyboard alone: from last year's report to the archive and beyond.

``whole_way`` is a script for ``Keyboard``. ``python -m build_scripts.make.whole_way FOLDER`` follows it light and dark
on a small and on a large screen, and leaves a picture of each step in the folder, to be looked at.
"""

import argparse
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from docx import Document
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from build_scripts.make.keyboard import Keyboard, Step, named, primary
from build_scripts.make.offscreen import platform_of
from build_scripts.make.sample import sample_report
from core.draft.workbook import save_draft
from gui.app import make_application, make_window
from gui.main_window import MainWindow

Way = Callable[[Keyboard, MainWindow, Path, Callable[[str], object]], Iterator[Step]]

SIZES = ((1366, 768), (1920, 1080))
_PANEL = 40  # what the system keeps for its own bar
CLOCK = datetime(2026, 1, 12, 9, 30)
TEXTS = ("lead", "s1", "s1.active", "s1.request", "s1.manage", "s1.platform", "s1.oversight")
LAST_YEARS = {
    "meta.year": "2024",
    **dict.fromkeys(("lead", "s1.request", "s1.manage", "s1.platform", "s1.oversight"), ""),
    "s1.active": "主动公开信息57条，答复网民留言12件，办事指南全部更新一遍。",
    "s5": "网站栏目设置较多，群众查找不便。已合并栏目四个，并在首页加设检索入口。",
}
TOO_SHORT = "公开不够及时，将改进。"
PASTED = "1．第五部分写得太短，请写清主要问题和改进措施。\n2．第二部分行政许可的件数请再核对。"
COMMENT = "请写明参加培训的人次"
ADDED = "全年参加培训86人次。"
URL = "https://www.example.gov.cn/gxrs/2025.html"


def prepare(folder: Path) -> Path:
    """Write last year's report, which is there before the way begins; return it."""
    last_year = folder / "2024年.xlsx"
    report = sample_report().with_cells({"t2.licensing.decisions": 512}).with_texts(LAST_YEARS)
    save_draft(report, last_year)
    return last_year


def whole_way(keys: Keyboard, folder: Path, look: Callable[[str], object]) -> Iterator[Step]:
    """Yield all steps; ``prepare`` was called for the folder, ``look`` is called with a name for each thing to see."""
    yield keys.window(lambda: look("开始页"))
    yield from _begin(keys, folder, look)
    yield from _fill_in(keys, folder, look)
    yield from _first_copy(keys, look)
    yield from _first_return(keys, look)
    yield from _copy(keys, look, 2)
    yield from _second_return(keys, folder, look)
    yield from _copy(keys, look, 3)
    yield from _final_copy(keys, look)
    yield from _publish(keys, look)
    yield from _archive(keys, folder, look)
    yield from _next_year(keys, folder, look)


def _begin(keys: Keyboard, folder: Path, look: Callable[[str], object]) -> Iterator[Step]:
    yield keys.press("Ctrl+Shift+N")
    yield keys.box("从上年报告新建", lambda: look("从上年报告新建"))
    yield keys.press("Return")
    yield from _name(keys, "从上年报告新建", folder / "2024年.xlsx")
    yield keys.box("已新建", lambda: look("已新建"))
    yield keys.press("Return")
    yield keys.window(lambda: look("基本信息"))


def _fill_in(keys: Keyboard, folder: Path, look: Callable[[str], object]) -> Iterator[Step]:
    texts = {code: _as_typed(text) for code, text in sample_report().texts.items()}
    yield keys.press("Alt+2")
    for code in TEXTS:
        if texts.get(code):
            yield keys.write(texts[code])
        yield keys.press("Tab")
    yield keys.window(lambda: look("第一部分"))
    yield keys.press("Alt+3")
    yield keys.press("Down", times=2)
    yield keys.press("6", "5", "6", "Return")
    yield keys.press("Ctrl+B", "Ctrl+T")
    yield keys.write(texts["s2"])
    yield keys.window(lambda: look("第二部分"))
    yield keys.press("F8")
    yield keys.box("无申请", lambda: look("无申请、无诉讼"))
    yield keys.press("Tab", "Space", "Tab", "Space", "Return")  # sections three and four
    yield keys.press("Alt+4")
    yield keys.window(lambda: look("第三部分"))
    yield keys.press("Alt+6")
    yield keys.write(TOO_SHORT)
    yield keys.press("Alt+7")
    yield keys.press("0", "Tab", "0", "Tab", "0", "Tab")
    yield keys.write(texts["s6"])
    yield keys.window(lambda: look("第六部分"))
    yield keys.press("Ctrl+S")
    yield from _name(keys, "保存草稿", folder / "草稿.xlsx", look)
    yield keys.press("Alt+8")
    yield keys.window(lambda: look("填完"))


def _first_copy(keys: Keyboard, look: Callable[[str], object]) -> Iterator[Step]:
    yield keys.press("Ctrl+G")
    yield keys.box("生成送审稿第1稿", lambda: look("送审稿第1稿前"))
    yield from keys.press_until("Tab", named("仍然生成"), "仍然生成")
    yield keys.press("Return")
    yield keys.box("生成送审稿", lambda: look("保存送审稿"))
    yield keys.press("Return")
    yield keys.box("已生成", lambda: look("已生成第1稿"))
    yield keys.press("Return")  # 打印审签单
    yield keys.box("打印预览", lambda: look("审签单预览"))
    yield keys.press("Esc")  # Return would print, on whatever stands there
    yield keys.window(lambda: look("送审中"))


def _first_return(keys: Keyboard, look: Callable[[str], object]) -> Iterator[Step]:
    QGuiApplication.clipboard().setText(PASTED)  # out of the message of the leader's office
    yield keys.press("Ctrl+R")
    yield keys.box("登记退回意见")
    yield keys.write("李主任")
    yield from keys.press_until("Tab", lambda at: at.accessibleName() == "退回意见", "退回意见")
    yield keys.press("Ctrl+V")
    yield keys.box("登记退回意见", lambda: look("登记退回意见"))
    yield from keys.press_until("Tab", named("登记"), "登记")
    yield keys.press("Return")
    yield keys.window(lambda: look("退回修改"))
    yield keys.press("Return")  # to the place that the first remark names
    yield keys.press("Ctrl+A")
    yield keys.write(_as_typed(sample_report().texts["s5"]))
    yield keys.press("Ctrl+Shift+R")
    yield from keys.press_until("Tab", named("已改"), "已改")
    yield keys.press("Space")
    yield keys.press("Ctrl+Shift+R")
    yield keys.window(lambda: look("处理退回意见"))
    yield from keys.press_until("Tab", named("不改…"), "不改")
    yield keys.press("Space")
    yield keys.box("不改的理由")
    yield keys.write("件数已与许可台账核对无误")
    yield keys.box("不改的理由", lambda: look("不改的理由"))
    yield keys.press("Return")
    yield keys.press("Alt+8")
    yield keys.window(lambda: look("意见都已处理"))


def _copy(keys: Keyboard, look: Callable[[str], object], number: int) -> Iterator[Step]:
    yield keys.press("Ctrl+G")
    yield keys.box(f"生成送审稿第{number}稿", lambda: look(f"送审稿第{number}稿前"))
    yield keys.press("Return")
    yield keys.box("生成送审稿")
    yield keys.press("Return")
    yield keys.box("已生成", lambda: look(f"已生成第{number}稿"))
    yield from keys.press_until("Tab", named("打印修改情况"), "打印修改情况")
    yield keys.press("Return")
    yield keys.box("打印预览", lambda: look(f"第{number}稿修改情况"))
    yield keys.press("Esc")
    yield keys.window(lambda: look(f"第{number}稿送审中"))


def _second_return(keys: Keyboard, folder: Path, look: Callable[[str], object]) -> Iterator[Step]:
    copy = next(path for path in folder.iterdir() if "第2稿" in path.name)
    yield keys.press("Ctrl+R")
    yield keys.box("登记退回意见", lambda: _comment(copy))
    yield from keys.press_until("Tab", named("从 Word 读取…"), "从 Word 读取")
    yield keys.press("Space")
    yield from _name(keys, "读取退回意见", copy)
    yield keys.box("登记退回意见", lambda: look("读入批注"), at="退回意见")
    yield from keys.press_until("Tab", named("登记"), "登记")
    yield keys.press("Return")
    yield keys.window(lambda: look("再次退回"))
    yield keys.press("Return", "Ctrl+End")
    yield keys.write(ADDED)
    yield keys.window(lambda: look("改第一部分"))
    yield keys.press("Ctrl+Shift+R")
    yield from keys.press_until("Tab", named("已改"), "已改")
    yield keys.press("Space")
    yield keys.press("Alt+8")
    yield keys.window(lambda: look("意见又都处理"))


def _final_copy(keys: Keyboard, look: Callable[[str], object]) -> Iterator[Step]:
    yield from _entry(keys, "审签单（Word）", look)
    yield keys.box("审签单", lambda: look("审签单用哪一种"))
    yield keys.press("Return")
    yield from _name(keys, "保存审签单")
    yield keys.box("已生成", lambda: look("已生成审签单"))
    yield keys.press("Esc")
    yield keys.window(lambda: look("等待签发"))
    yield from keys.press_until("Tab", primary, "生成定稿")
    yield keys.press("Return")
    yield keys.box("生成定稿", lambda: look("生成定稿"))
    yield keys.press("Return")
    yield keys.box("已生成", lambda: look("已生成定稿"))
    yield keys.press("Return")  # 复制网页版
    yield keys.window(lambda: look("定稿"))
    yield from _entry(keys, "修改情况（Word）")
    yield from _name(keys, "保存修改情况")
    yield keys.box("已生成")
    yield keys.press("Esc")
    yield keys.window(lambda: look("待公布"))


def _publish(keys: Keyboard, look: Callable[[str], object]) -> Iterator[Step]:
    yield from keys.press_until("Tab", primary, "登记公布")
    yield keys.press("Return")
    yield keys.box("登记公布")
    yield keys.press("Ctrl+A")
    yield keys.write(URL)
    yield keys.box("登记公布", lambda: look("登记公布"))
    yield keys.press("Return")
    yield keys.window(lambda: look("已公布"))


def _archive(keys: Keyboard, folder: Path, look: Callable[[str], object]) -> Iterator[Step]:
    yield from keys.press_until("Tab", named("归档"), "归档")  # here nobody has saved the published page to compare it
    yield keys.press("Return")
    yield from _name(keys, "归档：", folder, look)
    yield keys.box("归档", lambda: look("归档前"))
    yield keys.press("Return")
    yield keys.box("已归档", lambda: look("已归档"))
    yield keys.press("Esc")
    yield keys.window(lambda: look("归档后"))
    yield from keys.press_until("Tab", primary, "核对归档")
    yield keys.press("Return")
    yield from _name(keys, "核对归档", archive_in(folder))
    yield keys.box("核对归档", lambda: look("核对归档"))
    yield keys.press("Return")


def _next_year(keys: Keyboard, folder: Path, look: Callable[[str], object]) -> Iterator[Step]:
    yield keys.press("Ctrl+Shift+N")
    yield keys.box("从上年报告新建")
    yield from keys.press_until("Tab", named("选择归档文件夹…"), "选择归档文件夹")
    yield keys.press("Return")
    yield from _name(keys, "从上年报告新建", archive_in(folder))
    yield keys.box("已新建", lambda: look("从归档新建"))
    yield keys.press("Return")
    yield keys.window()
    yield keys.press("Alt+4")
    yield keys.window(lambda: look("下一年的第三部分"))


def _name(
    keys: Keyboard, title: str, path: Path | None = None, look: Callable[[str], object] | None = None
) -> Iterator[Step]:
    """Type a path into a file dialog, or take the one it offers."""
    yield keys.box(title)
    if path is not None:
        yield keys.press("Ctrl+A")
        yield keys.write(str(path))
    if look is not None:
        yield keys.box(title, lambda: look(title.rstrip("：")))
    yield keys.press("Return")


def _entry(keys: Keyboard, text: str, look: Callable[[str], object] = lambda _name: None) -> Iterator[Step]:
    """Choose an entry of the menu 报告."""
    yield keys.press("Alt+R")
    yield from keys.press_until("Down", named(text), text)
    yield Step("菜单", lambda: True, lambda: look("菜单"))
    yield keys.press("Return")


def archive_in(folder: Path) -> Path:
    """Return the archive that was made in a folder."""
    return next(path for path in folder.iterdir() if path.is_dir() and path.name.endswith("归档"))


def _comment(copy: Path) -> None:
    """Comment in the Word file, as the leader above does."""
    document = Document(str(copy))
    paragraph = next(p for p in document.paragraphs if p.text.startswith("分局由一名负责人"))
    document.add_comment(runs=paragraph.runs, text=COMMENT, author="王局长", initials="王")
    document.save(str(copy))


def _as_typed(source: str) -> str:
    """Return a text with its linked numbers as a clerk types them: all of the sample but one are 0."""
    return re.sub(r"\{([^}]+)\}", lambda match: "656" if match[1] == "t2.licensing.decisions" else "0", source)


class Pictures:
    """Grabs what is seen: the window with the boxes above it, as large as the screen.

    Attributes:
        window: The window.
    """

    def __init__(self, window: QWidget, folder: Path, name: str) -> None:
        self.window, self._folder, self._name = window, folder, name
        self._number = 0

    def take(self, what: str) -> None:
        """Grab a picture, with the number of the step in its name."""
        self._number += 1
        for _ in range(3):
            QApplication.processEvents()
        screen = self.window.screen().geometry()
        picture = QPixmap(screen.size())
        picture.fill(Qt.GlobalColor.darkCyan)
        painter = QPainter(picture)
        for widget in (self.window, *_boxes()):
            painter.drawPixmap(widget.pos(), widget.grab())
        painter.end()
        picture.save(str(self._folder / f"{self._name}-{self._number:02}-{what}.png"))


def _boxes() -> list[QWidget]:
    """Return the open dialogs and menus, the uppermost one last."""
    shown = [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog | QMenu) and w.isVisible()]
    return sorted(shown, key=lambda w: (w is QApplication.activePopupWidget(), w is QApplication.activeModalWidget()))


def follow(way: Way, folder: Path, scheme: str) -> None:
    """Go a way in a window of its own that fills the screen, with pictures."""
    app = make_application(["nianbao"])
    window = make_window(lambda: CLOCK)
    window.settings.change(scheme=scheme)
    screen = window.screen().geometry()
    window.resize(screen.width(), screen.height() - _PANEL)
    window.move(0, 0)
    window.show()
    with TemporaryDirectory() as work:
        pictures = Pictures(window, folder, f"{scheme}-{screen.width()}")
        keys = Keyboard(window)

        def look(what: str) -> None:
            pictures.window = keys.front
            pictures.take(what)

        keys.follow(way(keys, window, Path(work), look))
        print(f"{keys.count} 次按键")
        window.draft.close()
        window.close()
        app.clipboard().clear()  # offscreen it would outlive Python, and with it the web page that was put there


def _prepared(keys: Keyboard, _window: MainWindow, folder: Path, look: Callable[[str], object]) -> Iterator[Step]:
    prepare(folder)
    return whole_way(keys, folder, look)


def pictures_of(way: Way, module: str, description: str | None) -> None:
    """Follow a way once for each scheme and size, each in a process of this module with a screen of its own."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--scheme", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.scheme:
        follow(way, options.folder, options.scheme)
        return
    options.folder.mkdir(parents=True, exist_ok=True)
    for width, height in SIZES:
        with TemporaryDirectory() as home:
            platform = platform_of(Path(home), width, height)
            for scheme in ("light", "dark"):
                own = Path(home, scheme)
                own.mkdir()
                surroundings = {
                    **os.environ,
                    "QT_QPA_PLATFORM": platform,
                    "HOME": str(own),
                    "NIANBAO_HOME": str(own / "data"),
                }
                command = [sys.executable, "-m", module, str(options.folder)]
                subprocess.run([*command, "--scheme", scheme], env=surroundings, check=True)


if __name__ == "__main__":
    pictures_of(_prepared, "build_scripts.make.whole_way", __doc__)
