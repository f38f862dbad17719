"""The help: the manual, the rules, the keys, and about the program; all of it offline."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QTabWidget, QVBoxLayout, QWidget

from core import NAME
from core.base.build import version
from core.base.resources import resource_path, shipped_notice
from core.form.form_definition import FormDefinition, Table
from core.form.help_topics import help_topics
from core.office.signoff_fields import placeholders
from gui.dialogs.answer_buttons import close_buttons
from gui.dialogs.dialog_size import open_with_size, place_over_parent
from gui.dialogs.licences_tab import LicencesTab
from gui.dialogs.page_view import PageView
from gui.look.plain_text import PlainLabel
from gui.look.source_line import source_line

_MARGIN = 14
QT_NOTICE = (
    "窗口和打印使用 Qt 与 Qt for Python（PySide6），按 GNU 宽通用公共许可证第 3 版（LGPL-3.0）使用，"
    "以动态库形式原样随附，未作修改；您可以用接口兼容的版本替换程序文件夹里的相应文件。"
)
_LICENCE = "本程序按 MIT 许可证发布，可以免费使用、复制和修改；不提供担保。\n以下为英文原文，以原文为准。\n\n"
_TABLE_KEYS = (
    ("方向键、Tab、回车", "在表格中移动"),
    ("直接输入数字", "替换格中内容"),
    ("F2", "修改格中内容"),
    ("Esc", "恢复格中原来的内容"),
    ("Delete", "清空选中的格"),
    ("Ctrl+C、Ctrl+V", "复制、粘贴，可与 Excel、WPS 互相粘贴"),
    ("Ctrl+L", "本列（表四为本组）空白格填0"),
    ("Ctrl+B", "本表空白格填0"),
    ("Ctrl+加号、Ctrl+减号、Ctrl+0", "表格放大、缩小、恢复原大小"),
    ("Ctrl+F", "在表格或文字中查找"),
    ("Shift+F10 或菜单键", "打开当前位置的右键菜单"),
    ("Alt+菜单名后的字母", "打开菜单，再用方向键和回车选择"),
)


def manual_html(form: FormDefinition, actions: Iterable[QAction]) -> str:
    """Return the manual: its written part, then all rows of the form, common confusions, placeholders and keys."""
    written = resource_path("help", "manual.html").read_text(encoding="utf-8")
    added = "".join([*_rows(form), *_topics(), _placeholders(), keys_html(actions)])
    return written.replace("<!-- 逐行说明、常见混淆、占位符和键盘操作由程序加在这里 -->", added)


def _rows(form: FormDefinition) -> Iterable[str]:
    yield '<h2><a name="rows"></a>逐行说明</h2>'
    for table in form.tables.values():
        yield f"<h3>{escape(table.name)}</h3>"
        groups = _groups(table)
        for key, line in table.rows.items():
            yield from (f"<h4>{escape(label)}：</h4>" for label in groups.get(key, ()))
            yield (
                f'<p><a name="{table.id}.{key}"></a><b>{escape(line.label)}</b><br>{escape(line.help)}<br>'
                f"<i>{escape(source_line(line.source))}</i></p>"
            )
        for line in table.columns.values():
            if line.help:
                yield f"<p>{escape(line.help)}<br><i>{escape(source_line(line.source))}</i></p>"


def _groups(table: Table) -> dict[str, list[str]]:
    """Return what is printed over several rows, such as （三）不予公开, by the key of the first of them."""
    groups: dict[str, list[str]] = {}
    for items in table.grid:
        for key in (item.row_key for item in items if item.row_key):
            groups[key] = [item.label for item in items if item.label and not (item.row_key or item.is_header)]
    return groups


def _topics() -> Iterable[str]:
    yield '<h2><a name="topics"></a>常见混淆</h2>'
    for topic in help_topics():
        yield (
            f'<p><a name="{topic.key}"></a><b>{escape(topic.title)}</b><br>{escape(topic.text)}<br>'
            f"<i>{escape(source_line(topic.source))}</i></p>"
        )


def _placeholders() -> str:
    lines = "".join(f"<tr><td>【{escape(p.name)}】</td><td>{escape(p.help)}</td></tr>" for p in placeholders())
    head = "<tr><th>占位符</th><th>内容</th></tr>"
    return (
        '<h2><a name="placeholders"></a>本单位的审签单</h2>'
        "<p>在本单位的审签单（.docx）里写上下面的占位符，程序填好内容，其余照原样保留。</p>"
        f'<table class="lines" cellpadding="4">{head}{lines}</table>'
    )


def keys_html(actions: Iterable[QAction]) -> str:
    """Return the chapter on the keys: those of the commands as they are, then those inside a table.

    The icon text of a command names it apart from its menu and from what it would do just now.
    """
    rows = [
        (action.shortcut().toString(QKeySequence.SequenceFormat.NativeText), action.iconText().rstrip("…"))
        for action in actions
        if not action.shortcut().isEmpty()
    ]
    lines = "".join(f"<tr><td>{escape(k)}</td><td>{escape(what)}</td></tr>" for k, what in [*rows, *_TABLE_KEYS])
    head = "<tr><th>按键</th><th>作用</th></tr>"
    return f'<h2><a name="keys"></a>键盘操作</h2><table class="lines" cellpadding="4">{head}{lines}</table>'


class HelpWindow(QDialog):
    """Shows a page of help; it stays open beside the work."""

    def __init__(self, title: str, page: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(title)
        open_with_size(self, 900, 680)
        self.view = PageView(title, page)
        self.view.setOpenExternalLinks(False)
        self.view.document().setBaseUrl(QUrl.fromLocalFile(f"{resource_path('help')}/"))
        self.view.document().setDocumentMargin(_MARGIN)
        self.view.refresh()
        layout = QVBoxLayout(self)
        layout.addWidget(self.view)
        layout.addWidget(close_buttons(self))

    def show_place(self, anchor: str) -> None:
        """Show the window with this place of the page on top."""
        if not self.isVisible():
            place_over_parent(self)
        self.show()
        self.activateWindow()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.view.scrollToAnchor(anchor)


class AboutDialog(QDialog):
    """About the program: version, licence, and what it is made with."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("关于")
        open_with_size(self, 760, 500)
        about = PlainLabel(
            f"{NAME}　版本 {version()}\n\n"
            "离线填报、核对、生成《政府信息公开工作年度报告》。不连接网络，填报内容只保存在您选择的文件夹和本机的数据文件夹里。\n"
            "本程序不是国家机关发布的软件；检查结果供核对参考，报告内容由填报单位负责。\n\n"
            f"{QT_NOTICE}",
            wordWrap=True,
        )
        about.setAccessibleName("关于本程序")
        about.setMargin(12)
        about.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        about.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.tabs = tabs = QTabWidget()
        tabs.setAccessibleName("关于")
        tabs.tabBar().setAccessibleName("关于")
        tabs.addTab(about, "关于")
        own = QPlainTextEdit(f"{_LICENCE}{shipped_notice('LICENSE')}", readOnly=True)
        own.setAccessibleName("许可证")
        own.setTabChangesFocus(True)
        tabs.addTab(own, "许可证")
        tabs.addTab(LicencesTab(), "第三方软件")
        layout = QVBoxLayout(self)
        layout.addWidget(tabs)
        layout.addWidget(close_buttons(self))
