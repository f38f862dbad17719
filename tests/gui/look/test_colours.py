"""Colours can be read, in both schemes."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDateEdit,
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QProgressBar,
    QScrollBar,
    QSpinBox,
    QTableWidget,
    QTextEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gui.look import theme
from gui.look.colours import DARK, LIGHT, Scheme, colours
from gui.main_window import MainWindow
from gui.texts.same_marks import _GROUND
from tests.gui.contrast import contrast

READ_TOGETHER: tuple[tuple[str, str], ...] = (
    *(("text", back) for back in ("base", "label_back", "total_back", "active_back")),
    *((ink, back) for ink in ("text",) for back in ("error_back", "warning_back", "hint_back")),
    *((level, f"{level}_back") for level in ("error", "warning", "hint")),
    *((ink, "base") for ink in ("faint", "accent", "error", "warning", "hint")),
    ("faint", "label_back"),
    ("accent", "active_back"),
)
"""Ink and back that meet on the screen as text: each pair must have a contrast of at least 4.5 (WCAG AA)."""


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("pair", READ_TOGETHER, ids=" on ".join)
def test_every_pair_that_meets_as_text_has_the_contrast_of_wcag_aa(scheme: Scheme, pair: tuple[str, str]) -> None:
    ink, back = (getattr(scheme, name) for name in pair)
    assert contrast(ink, back) >= 4.5


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_the_frame_of_the_current_cell_stands_out_from_all_that_it_lies_on(scheme: Scheme) -> None:
    for back in ("base", "total_back", "error_back", "warning_back", "hint_back"):
        assert contrast(scheme.accent, getattr(scheme, back)) >= 3


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_a_dark_palette_gets_the_dark_colours() -> None:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Base, QColor("#202020"))
    palette.setColor(QPalette.ColorRole.Text, QColor("#eeeeee"))
    assert colours(palette).scheme is DARK
    palette.setColor(QPalette.ColorRole.Base, QColor("#ffffff"))
    palette.setColor(QPalette.ColorRole.Text, QColor("#000000"))
    assert colours(palette).scheme is LIGHT
    assert colours(palette).ink("error") == QColor(LIGHT.error)
    assert colours(palette).ink("") == QColor(LIGHT.text)


_ROLES = QPalette.ColorRole
PALETTE_PAIRS = [
    (_ROLES.WindowText, _ROLES.Window), (_ROLES.Text, _ROLES.Base), (_ROLES.Text, _ROLES.AlternateBase),
    (_ROLES.ButtonText, _ROLES.Button), (_ROLES.HighlightedText, _ROLES.Highlight),
    (_ROLES.ToolTipText, _ROLES.ToolTipBase), (_ROLES.PlaceholderText, _ROLES.Base),
    (_ROLES.PlaceholderText, _ROLES.Window), (_ROLES.PlaceholderText, _ROLES.Button),
    (_ROLES.PlaceholderText, _ROLES.Midlight), (_ROLES.Link, _ROLES.Base), (_ROLES.Link, _ROLES.Window),
    (_ROLES.BrightText, _ROLES.Window),
]  # fmt: skip


@pytest.mark.parametrize("palette", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
@pytest.mark.parametrize("pair", PALETTE_PAIRS, ids=lambda pair: f"{pair[0].name} on {pair[1].name}")
def test_every_pair_of_the_palette_has_the_contrast_of_wcag_aa(
    palette: Mapping[QPalette.ColorRole, str], pair: tuple[QPalette.ColorRole, QPalette.ColorRole]
) -> None:
    assert contrast(palette[pair[0]], palette[pair[1]]) >= 4.5


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_last_years_text_can_be_read_where_it_is_shaded(dark: bool) -> None:
    palette = theme.DARK if dark else theme.LIGHT
    shown = re.search(r"QTextEdit#last-year[^}]*[ ;]color: (#\w+);", theme.style_sheet(dark=dark))
    assert shown is not None
    ground, veil = QColor(palette[_ROLES.Base]), QColor(palette[_ROLES.Highlight])
    parts = [(a * (255 - _GROUND) + b * _GROUND) // 255 for a, b in zip(_rgb(ground), _rgb(veil), strict=True)]
    assert contrast(shown[1], QColor(*parts).name()) >= 4.5


def _rgb(colour: QColor) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()


@pytest.mark.parametrize("palette", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
def test_the_frame_of_what_has_the_focus_stands_out(palette: Mapping[QPalette.ColorRole, str]) -> None:
    for back in (_ROLES.Base, _ROLES.Window, _ROLES.Button):
        assert contrast(palette[_ROLES.Highlight], palette[back]) >= 3


@pytest.mark.parametrize("palette", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
def test_an_empty_check_box_can_be_seen(palette: Mapping[QPalette.ColorRole, str]) -> None:
    assert contrast(palette[_ROLES.PlaceholderText], palette[_ROLES.Window]) >= 3


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_style_sheet_names_only_colours_that_qt_knows(qapp: QApplication, scheme: str) -> None:
    """Qt says nothing of a palette(...) that it does not know, and paints something else."""
    sheet = theme.style_sheet(dark=scheme == "dark")
    assert "FAINT" not in sheet
    named = set(re.findall(r"palette\(([a-z-]+)\)", sheet))
    assert {"base", "mid", "highlight"} <= named
    theme.apply(qapp, scheme=scheme)
    try:
        for name in named:
            patch = QFrame()
            patch.setStyleSheet(f"QFrame {{ background: palette({name}); }}")
            patch.resize(8, 8)
            role = QPalette.ColorRole["".join(word.title() for word in name.split("-"))]
            assert patch.grab().toImage().pixelColor(4, 4) == qapp.palette().color(role), name
    finally:
        theme.apply(qapp)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_hint_is_fainter_than_what_it_explains(qapp: QApplication, scheme: str) -> None:
    theme.apply(qapp, scheme=scheme)
    try:
        hint = QLabel("提示")
        hint.setObjectName("hint")
        hint.ensurePolished()
        assert hint.palette().color(QPalette.ColorRole.WindowText) == qapp.palette().color(_ROLES.PlaceholderText)
    finally:
        theme.apply(qapp)


@pytest.mark.qt_log_ignore(r"does not support (grabbing|raise)", extend=True)  # the offscreen screen
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_chosen_line_of_an_open_list_can_be_read(qtbot: QtBot, qapp: QApplication, scheme: str) -> None:
    theme.apply(qapp, scheme=scheme)
    try:
        box = QComboBox()
        qtbot.addWidget(box)
        box.addItems(["省级", "县级"])
        box.setCurrentIndex(1)
        box.show()
        box.showPopup()
        view = box.view()
        place = view.visualRect(view.currentIndex())
        image = view.viewport().grab(place).toImage()
        back = image.pixelColor(place.width() - 2, place.height() // 2)
        assert contrast(qapp.palette().highlightedText().color().name(), back.name()) >= 4.5
        box.hidePopup()
    finally:
        theme.apply(qapp)


def test_what_has_the_ink_of_a_level_has_that_of_the_scheme_to_which_the_window_changes(
    window: MainWindow, qapp: QApplication
) -> None:
    window.open_sample()
    window.session.enter("t3.R01.C1", "14")
    window.session.set_text("meta.year", "20")
    labels = (
        window.toolbar.findChild(QLabel, "heading"),
        window.work.strip.counts["error"],
        window.wizard.pages["meta"].marks["meta.year"],  # type: ignore[attr-defined]
    )
    for scheme, inks in (("dark", DARK), ("light", LIGHT)):
        theme.apply(qapp, scheme=scheme)
        for label in labels:
            assert label is not None
            assert label.palette().color(label.foregroundRole()).name() == inks.error, label.text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_box_is_hollow_in_the_chosen_line_until_it_is_ticked(qtbot: QtBot, qapp: QApplication, scheme: str) -> None:
    theme.apply(qapp, scheme=scheme)
    try:
        view = QListWidget()
        qtbot.addWidget(view)
        for is_ticked in (False, True):
            item = QListWidgetItem("意见")
            item.setCheckState(Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked)
            view.addItem(item)
        view.show()
        back, ink = qapp.palette().highlight().color(), qapp.palette().highlightedText().color()
        seen = []
        for row in (0, 1):
            view.setCurrentRow(row)
            place = view.visualItemRect(view.item(row))
            image = view.viewport().grab(place.adjusted(0, 0, 24 - place.width(), 0)).toImage()
            middle = image.height() // 2
            across = [image.pixelColor(x, middle) for x in range(2, 20)]
            edges = [x for x, colour in enumerate(across) if contrast(colour.name(), back.name()) >= 3]
            assert edges, "the box has an edge in both states"
            seen.append(len(edges))
            assert contrast(across[edges[0]].name(), ink.name()) < 1.5
        assert seen[0] == 2  # its edges, and nothing between them
        assert seen[1] > 2
    finally:
        theme.apply(qapp)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("direction", ["vertical", "horizontal"])
def test_what_is_held_of_a_scroll_bar_stands_out_from_the_rest(
    qtbot: QtBot, qapp: QApplication, scheme: str, direction: str
) -> None:
    theme.apply(qapp, scheme=scheme)
    try:
        bar = QScrollBar(Qt.Orientation.Vertical if direction == "vertical" else Qt.Orientation.Horizontal)
        qtbot.addWidget(bar)
        bar.setRange(0, 100)
        bar.setPageStep(100)
        bar.resize(*((bar.sizeHint().width(), 300) if direction == "vertical" else (300, bar.sizeHint().height())))
        image = bar.grab().toImage()
        along = [
            image.pixelColor(*((image.width() // 2, at) if direction == "vertical" else (at, image.height() // 2)))
            for at in (80, 250)
        ]
        held, rest = (colour.name() for colour in along)  # it stands at its start and takes half of the way
        assert contrast(held, rest) >= 3
        assert contrast(held, qapp.palette().base().color().name()) >= 3
        assert contrast(rest, qapp.palette().base().color().name()) < 1.5, "the rest is the ground"
    finally:
        theme.apply(qapp)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_way_of_a_progress_bar_can_be_seen_before_anything_is_done(
    qtbot: QtBot, qapp: QApplication, scheme: str
) -> None:
    theme.apply(qapp, scheme=scheme)
    try:
        bar = QProgressBar(textVisible=False)
        qtbot.addWidget(bar)
        bar.setRange(0, 180)
        bar.setValue(0)
        bar.setFixedSize(200, 6)
        image = bar.grab().toImage()
        edge, inside = image.pixelColor(100, 0).name(), image.pixelColor(100, 3).name()
        assert contrast(edge, qapp.palette().base().color().name()) >= 3
        assert contrast(edge, inside) >= 3
        bar.setValue(90)
        done = bar.grab().toImage()
        assert done.pixelColor(50, 3) == done.pixelColor(20, 2) == qapp.palette().highlight().color()
        assert done.pixelColor(150, 3).name() == inside
    finally:
        theme.apply(qapp)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", [QTableWidget, QTreeWidget, QListWidget])
def test_the_current_line_that_is_not_chosen_has_a_plain_frame(
    qtbot: QtBot, qapp: QApplication, scheme: str, kind: type[QTableWidget | QTreeWidget | QListWidget]
) -> None:
    theme.apply(qapp, scheme=scheme)
    try:
        view = kind()
        qtbot.addWidget(view)
        if isinstance(view, QTableWidget):
            view.setRowCount(1)
            view.setColumnCount(1)
        elif isinstance(view, QTreeWidget):
            view.addTopLevelItem(QTreeWidgetItem([""]))
        else:
            view.addItem("")
        view.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        view.setCurrentIndex(view.model().index(0, 0))
        with qtbot.waitExposed(view):
            view.show()
        view.activateWindow()
        view.setFocus()
        qtbot.waitUntil(view.hasFocus)
        place = view.visualRect(view.model().index(0, 0))
        image = view.viewport().grab(place).toImage()
        frame = qapp.palette().highlight().color()
        colours_in = {image.pixelColor(place.width() // 2, y).name() for y in range(image.height())}
        assert frame.name() in colours_in
        assert colours_in <= {frame.name(), qapp.palette().base().color().name(), qapp.palette().mid().color().name()}
    finally:
        theme.apply(qapp)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", [QLineEdit, QTextEdit, QPlainTextEdit, QComboBox, QSpinBox, QDateEdit])
def test_the_frame_of_a_field_stands_out(qtbot: QtBot, qapp: QApplication, scheme: str, kind: type[QWidget]) -> None:
    theme.apply(qapp, scheme=scheme)
    try:
        field = kind()
        qtbot.addWidget(field)
        field.resize(200, 40)
        frame = field.grab().toImage().pixelColor(100, 0).name()
        assert contrast(frame, qapp.palette().base().color().name()) >= 3
    finally:
        theme.apply(qapp)
