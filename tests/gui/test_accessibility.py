"""What a screen reader meets: every control has a name, on every page and in every dialog."""

from collections.abc import Callable, Iterator
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget

from core.checks.findings import Finding
from core.office.correction import Correction
from core.report.report import new_report
from core.report.shown_report import Shown
from gui.dialogs.compare_dialogs import ComparisonDialog, DifferencesDialog
from gui.dialogs.correction_dialog import CorrectionDialog
from gui.dialogs.help_window import AboutDialog, HelpWindow
from gui.dialogs.papers_dialog import PapersDialog
from gui.dialogs.reason_dialog import ReasonDialog
from gui.dialogs.return_dialog import PublicationDialog
from gui.dialogs.settings_dialog import SettingsDialog
from gui.dialogs.zero_dialog import ZeroDialog
from gui.main_window import MainWindow
from gui.texts.find_replace import FindReplace
from gui.texts.link_dialog import InsertDialog

ROLE = QAccessible.Role
ALWAYS_NAMED = {
    ROLE.Window, ROLE.Dialog, ROLE.PushButton, ROLE.CheckBox, ROLE.RadioButton, ROLE.ComboBox, ROLE.EditableText,
    ROLE.SpinBox, ROLE.List, ROLE.ListItem, ROLE.Table, ROLE.Tree, ROLE.TreeItem, ROLE.PageTab, ROLE.PageTabList,
    ROLE.MenuBar, ROLE.MenuItem, ROLE.ToolBar, ROLE.ProgressBar, ROLE.ButtonMenu,
}  # fmt: skip
"""Whatever takes the focus must have a name as well. Panes that only hold others need none."""


def nodes(interface: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    for number in range(interface.childCount()):
        child = interface.child(number)
        if child is not None and child.isValid() and not child.state().invisible:  # type: ignore[attr-defined]
            yield child
            yield from nodes(child)


def is_inside(widget: object) -> bool:
    """Whether it is a part of a widget of Qt that is reached through the widget itself."""
    return isinstance(widget, QWidget) and widget.objectName().startswith("qt_")


def unnamed(widget: QWidget) -> list[str]:
    root = QAccessible.queryAccessibleInterface(widget)
    assert root is not None
    found = []
    for node in [root, *nodes(root)]:
        named = node.text(QAccessible.Text.Name).strip()
        matters = node.role() in ALWAYS_NAMED or node.state().focusable  # type: ignore[attr-defined]
        if matters and not named and not is_inside(node.object()):
            found.append(f"{node.role()} {node.object()}")
    return found


def test_every_control_of_every_page_has_a_name(window: MainWindow) -> None:
    for state in ["empty", "sample", "errors"]:
        if state == "empty":
            window.commands.opening.new("某某县水利局", "政府部门", 2025)
        else:
            window.open_sample()
        if state == "errors":
            window.session.enter_many({"t3.R01.C1": "5", "t3.R03.C1": "1O"}, "填")
            window.session.set_last_year(new_report("某某县水利局", "政府部门", 2024))
            window.menus.actions["controls"].trigger()
        for key in window.wizard.pages:
            window.wizard.show_page(key)
            QApplication.processEvents()
            assert unnamed(window) == [], key
            window.wizard.switch_part()
            QApplication.processEvents()
            assert unnamed(window) == [], key


def test_every_control_of_the_start_page_has_a_name(window: MainWindow) -> None:
    assert unnamed(window) == []


DIALOGS: dict[str, Callable[[MainWindow], QDialog]] = {
    "settings": lambda w: SettingsDialog(w.settings, w.session.form, w.files, w),
    "zero": lambda w: ZeroDialog(w.session, w),
    "find": lambda w: FindReplace(w.session, w),
    "number": lambda w: InsertDialog(w, "插入表中数字", [("合计", "t3.R01.C7")]),
    "publication": lambda w: PublicationDialog("", "", date(2026, 1, 12), w),
    "help": lambda w: HelpWindow("填报手册", "<p>手册</p>", w),
    "about": lambda w: AboutDialog(w),
    "comparison": lambda w: ComparisonDialog("与上年对照", "<p>对照</p>", print, w),
    "reason": lambda w: ReasonDialog(w, "填写说明", "请核对。", ["已核对台账"], ""),
    "differences": lambda w: DifferencesDialog("a.docx", [], Shown("", {}, {}, remarks=("缺少标题",)), w),
    "papers": lambda w: PapersDialog({}, w.files, w),
    "correction": lambda w: CorrectionDialog([Correction("s5:0", "问题及改进", "原", "现", "", "笔误")], w),
}


def test_every_control_of_a_dialog_has_a_name(window: MainWindow) -> None:
    window.open_sample()
    for name in DIALOGS:
        dialog = DIALOGS[name](window)
        dialog.show()
        QApplication.processEvents()
        assert dialog.windowTitle(), name
        tabs = getattr(dialog, "tabs", None)
        for number in range(tabs.count() if tabs is not None else 1):
            if tabs is not None:
                tabs.setCurrentIndex(number)
            assert unnamed(dialog) == [], name
        dialog.close()


def test_every_control_of_the_dialog_on_returns_has_a_name(window: MainWindow) -> None:
    from core.office import review
    from gui.dialogs.return_dialog import ReturnDialog

    window.open_sample()
    report = window.session.report
    report = review.submit(report, date(2026, 1, 10)).applied_to(report)
    report = review.register_return(report, "办公室", date(2026, 1, 11), ["核对第二部分"]).applied_to(report)
    dialog = ReturnDialog([report.rounds[-1]], date(2026, 1, 12), lambda _dialog: None, window)
    dialog.show()
    QApplication.processEvents()
    assert unnamed(dialog) == []
    dialog.close()


def test_the_level_of_a_finding_is_said_and_not_only_coloured(window: MainWindow) -> None:
    window.open_sample()
    window.session.enter("t3.R01.C1", "5")
    window.wizard.show_page("s3")
    rows = window.work.findings.list
    texts = [rows.item(row).data(int(Qt.ItemDataRole.AccessibleTextRole)) for row in range(rows.count())]
    assert any(text.startswith("错误：") for text in texts)
    assert any("✕" in rows.item(row).text() for row in range(rows.count()))
    assert isinstance(window.session.result.findings[0], Finding)
    labels: list[QLabel] = list(window.work.findings.findChildren(QLabel))
    assert all(label.text() or not label.isVisible() for label in labels)
