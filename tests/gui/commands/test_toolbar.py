"""The toolbar: every command has an icon for both schemes, and the verdict always finds room."""

import re

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QCursor, QIcon, QImage, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from core.base.resources import resource_path
from gui.commands.toolbar import COMMANDS
from gui.look import theme
from gui.look.colours import colours
from gui.look.icons import icon
from gui.main_window import MainWindow
from tests.gui.contrast import contrast

NAMES = [*COMMANDS.values(), "findings"]
INK = re.compile(r'stroke="(#[0-9a-f]{6})"')


def drawing(name: str, scheme: str) -> str:
    return resource_path("icons", f"{name}-{scheme}.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_both_schemes_show_the_same_drawing_in_an_ink_that_stands_out(name: str) -> None:
    light, dark = drawing(name, "light"), drawing(name, "dark")
    assert INK.sub("", light) == INK.sub("", dark)
    for scheme, text in ((theme.LIGHT, light), (theme.DARK, dark)):
        (ink,) = INK.findall(text)
        for role in (QPalette.ColorRole.Base, QPalette.ColorRole.Midlight, QPalette.ColorRole.Button):
            assert contrast(ink, scheme[role]) >= 4.5


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_an_icon_is_drawn_anew_for_each_scale(qapp: QApplication, name: str, scale: float) -> None:
    pixmap = icon(name, theme.palette_of(theme.DARK)).pixmap(QSize(20, 20), scale)
    assert pixmap.width() == 20 * scale
    image = pixmap.toImage().convertToFormat(QImage.Format.Format_ARGB32)
    inked = sum(image.pixelColor(x, y).alpha() > 128 for x in range(image.width()) for y in range(image.height()))
    assert 0.05 < inked / image.width() ** 2 < 0.5


@pytest.mark.parametrize("name", COMMANDS.values())
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_cannot_be_done_is_clearly_weaker(qapp: QApplication, name: str, scheme: str) -> None:
    assert INK.sub("", drawing(f"{name}-off", scheme)) == INK.sub("", drawing(name, scheme))
    palette = theme.palette_of(theme.DARK if scheme == "dark" else theme.LIGHT)
    back = palette.base().color()
    seen = {}
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled):
        image = QImage(QSize(40, 40), QImage.Format.Format_RGB32)
        image.fill(back)
        painter = QPainter(image)
        painter.drawPixmap(0, 0, icon(name, palette, has_off=True).pixmap(QSize(40, 40), mode))
        painter.end()
        inks = [image.pixelColor(x, y).name() for x in range(40) for y in range(40)]
        seen[mode] = max(contrast(ink, back.name()) for ink in inks)
    assert 1.8 <= seen[QIcon.Mode.Disabled] <= seen[QIcon.Mode.Normal] / 2


def test_commands_have_icon_and_text_and_give_way_to_the_verdict(window: MainWindow) -> None:
    window.commands.opening.new("某某县水利局", "政府部门", 2025)
    shown = [a for a in window.toolbar.actions() if a.text() and not a.isSeparator()]
    commands: list[QToolButton] = []
    for action in shown:
        widget = window.toolbar.widgetForAction(action)
        assert isinstance(widget, QToolButton)
        commands.append(widget)
    assert [b.text() for b in commands] == [
        "继续填写",
        "保存",
        "撤销",
        "重做",
        "空白格全部填0",
        "生成送审稿",
        "打印报告",
    ]
    pushed: list[QPushButton] = list(window.toolbar.findChildren(QPushButton))
    (show,) = [button for button in pushed if button.text() == "查看问题"]
    for width, style in (
        (1366, Qt.ToolButtonStyle.ToolButtonTextBesideIcon),
        (911, Qt.ToolButtonStyle.ToolButtonIconOnly),
        (1366, Qt.ToolButtonStyle.ToolButtonTextBesideIcon),
    ):
        window.resize(width, 600)
        QApplication.processEvents()
        assert {b.toolButtonStyle() for b in commands} == {style}
        assert show.isVisible() == window.work.is_folded == (width == 911)
        assert window.toolbar.rect().contains(show.geometry()) or not show.isVisible()


def button_for_findings(window: MainWindow) -> QPushButton:
    buttons: list[QPushButton] = list(window.toolbar.findChildren(QPushButton))
    (show,) = [button for button in buttons if button.accessibleName() == "查看问题"]
    return show


def test_the_bar_looks_alike_whatever_was_there_before(window: MainWindow) -> None:
    seen: dict[int, set[object]] = {}
    for scheme in ("light", "dark"):
        window.settings.change(scheme=scheme)
        for width in (853, 1000, 1280, 1366, 1000):
            for is_empty in (True, False):
                if is_empty:
                    window.commands.opening.new("某某县水利局", "政府部门", 2025)
                else:
                    window.open_sample()
                window.resize(width, 600)
                for _ in range(3):  # a bar has its layout done later
                    QApplication.processEvents()
                buttons: list[QToolButton] = list(window.toolbar.findChildren(QToolButton))
                looks = {button.toolButtonStyle() for button in buttons if button.defaultAction()}
                assert len(looks) == 1
                seen.setdefault(width, set()).update(looks)
                show = button_for_findings(window)
                assert show.isVisible() == window.work.is_folded, (width, is_empty)
                assert window.toolbar.rect().contains(show.geometry()) or not show.isVisible()
    assert {width: len(looks) for width, looks in seen.items()} == dict.fromkeys(seen, 1)
    assert seen[1280] == {Qt.ToolButtonStyle.ToolButtonTextBesideIcon}


def test_commands_keep_their_words_in_large_print_on_a_usual_screen(window: MainWindow) -> None:
    window.settings.change(points=13)
    window.open_sample()
    window.resize(1366, 700)
    for _ in range(3):  # a bar has its layout done later
        QApplication.processEvents()
    assert window.toolbar.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    show = button_for_findings(window)
    assert (show.text(), show.toolTip()) == ("", "查看问题")
    assert window.toolbar.rect().contains(show.geometry()) or not show.isVisible()


def test_the_findings_are_offered_only_where_no_list_of_them_is_open(window: MainWindow, qtbot: QtBot) -> None:
    window.open_sample()
    window.resize(1366, 700)
    show = button_for_findings(window)
    window.wizard.show_page("s1")
    qtbot.waitUntil(lambda: not show.isVisible())
    labels: list[QLabel] = list(window.toolbar.findChildren(QLabel))
    (verdict,) = [label for label in labels if label.accessibleName() == "检查结论"]

    def beside() -> int:
        edge: int = verdict.mapTo(window.toolbar, verdict.contentsRect().topRight()).x()
        return window.toolbar.width() - 1 - edge

    qtbot.waitUntil(lambda: 5 <= beside() <= 20)  # not at the very edge of the window
    window.work.fold(is_folded=True)
    qtbot.waitUntil(show.isVisible)
    show.click()
    assert window.wizard.current is window.wizard.review
    qtbot.waitUntil(lambda: not show.isVisible())
    window.wizard.show_page("s1")
    qtbot.waitUntil(show.isVisible)


def test_the_bar_says_undo_while_the_menu_says_what_is_undone(window: MainWindow) -> None:
    window.commands.opening.new("某某县水利局", "政府部门", 2025)
    window.session.enter("t3.R01.C1", "3")
    assert "撤销 填写" in [action.text() for action in window.menus.commands()]
    assert window.menus.actions["undo"].iconText() == "撤销"


def test_no_menu_offers_to_hide_the_bar(window: MainWindow) -> None:
    window.commands.opening.new("某某县水利局", "政府部门", 2025)
    for widget in (window.menuBar(), window.toolbar, window.statusBar()):
        where = widget.rect().center()
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, widget.mapToGlobal(where))
        QApplication.sendEvent(widget, event)
        assert QApplication.activePopupWidget() is None


def test_the_verdict_has_the_colour_of_what_it_names_first(window: MainWindow) -> None:
    window.open_sample()
    for entered, level in (("1O", "error"), ("0", "")):
        window.session.enter("t3.R01.C1", entered)
        window.session.catch_up()
        verdict = window.toolbar._verdict
        assert verdict.text().startswith("✕") is bool(level)
        assert verdict.palette().color(verdict.foregroundRole()) == colours(window.palette()).ink(level)


def test_a_button_whose_menu_opens_a_dialog_does_not_look_pressed_afterwards(window: MainWindow) -> None:
    window.open_sample()
    action = window.menus.actions["zeros"]
    button, menu = window.toolbar.widgetForAction(action), action.menu()
    assert button is not None
    assert isinstance(menu, QMenu)
    QCursor.setPos(window.mapToGlobal(window.rect().center()))
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)  # it was clicked, and then a line of its menu
    menu.aboutToHide.emit()
    assert not button.underMouse()
