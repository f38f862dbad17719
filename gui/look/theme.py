"""The look of the program: one quiet style for both schemes, light and dark."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6 import QtCore
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from core.base.resources import resource_path

_ROLES = QPalette.ColorRole

LIGHT: Mapping[QPalette.ColorRole, str] = {
    _ROLES.Window: "#f4f5f7",
    _ROLES.WindowText: "#1f2328",
    _ROLES.Base: "#ffffff",
    _ROLES.AlternateBase: "#f4f5f7",
    _ROLES.Text: "#1f2328",
    _ROLES.PlaceholderText: "#58606a",
    _ROLES.Button: "#ffffff",
    _ROLES.ButtonText: "#1f2328",
    _ROLES.BrightText: "#b3261e",
    _ROLES.Highlight: "#2358b0",
    _ROLES.HighlightedText: "#ffffff",
    _ROLES.Link: "#2358b0",
    _ROLES.ToolTipBase: "#fffef5",
    _ROLES.ToolTipText: "#1f2328",
    _ROLES.Light: "#ffffff",
    _ROLES.Midlight: "#e4e7eb",
    _ROLES.Mid: "#c8cdd3",
    _ROLES.Dark: "#8b949e",
    _ROLES.Shadow: "#6e7681",
}

DARK: Mapping[QPalette.ColorRole, str] = {
    _ROLES.Window: "#1e2126",
    _ROLES.WindowText: "#e6e9ed",
    _ROLES.Base: "#25292f",
    _ROLES.AlternateBase: "#2b3037",
    _ROLES.Text: "#e6e9ed",
    _ROLES.PlaceholderText: "#a0a8b2",
    _ROLES.Button: "#2f343b",
    _ROLES.ButtonText: "#e6e9ed",
    _ROLES.BrightText: "#ff8a80",
    _ROLES.Highlight: "#7ab0ff",
    _ROLES.HighlightedText: "#10141a",
    _ROLES.Link: "#8ab8ff",
    _ROLES.ToolTipBase: "#2f343b",
    _ROLES.ToolTipText: "#e6e9ed",
    _ROLES.Light: "#3a4048",
    _ROLES.Midlight: "#343a42",
    _ROLES.Mid: "#474e58",
    _ROLES.Dark: "#14171b",
    _ROLES.Shadow: "#0c0e11",
}

HANDLE = "#7d8590"
"""What is held of a scroll bar, the frames of fields and progress bars: stands out from the grounds of both schemes."""

_LAST_YEAR = "#b4bbc4"
"""Last year's text in the dark scheme: fainter it could not be read where it is shaded."""

_STYLE = """
QWizard, QWizardPage { background: palette(window); }
QToolBar {
    border: 0; border-bottom: 1px solid palette(mid); padding: 3px; spacing: 6px;
    background: palette(base);
}
QToolBar QToolButton { border: 1px solid transparent; border-radius: 4px; padding: 4px 5px; }
QToolBar QToolButton:hover, QToolBar QToolButton:pressed { background: palette(midlight); }
QToolBar QToolButton:disabled { color: FAINT; }
QToolBar QToolButton[popupMode="2"] { padding-right: 16px; }
QToolBar::separator { background: palette(mid); width: 1px; margin: 6px 4px; }
QPushButton, QToolButton#command {
    border: 1px solid palette(mid); border-radius: 4px; padding: 5px 14px; background: palette(button);
}
QPushButton:hover, QToolButton#command:hover { border-color: palette(highlight); }
QPushButton:focus, QToolButton#command:focus { border: 2px solid palette(highlight); padding: 4px 13px; }
QToolButton#command { padding-right: 26px; }
QToolButton#command:focus { padding-right: 25px; }
QToolButton::menu-indicator {
    image: url(ICONS/down-SCHEME.svg); width: 10px;
    subcontrol-origin: border; subcontrol-position: right center; right: 7px;
}
QPushButton:checked { background: palette(midlight); border-color: palette(highlight); }
QPushButton:disabled { color: FAINT; background: palette(window); border-color: palette(midlight); }
QPushButton#waits { color: FAINT; background: palette(window); border-color: palette(midlight); }
QPushButton#waits:hover { border-color: palette(highlight); }
QPushButton#waits:focus { border-color: palette(highlight); }
QPushButton#primary, QPushButton:default {
    background: palette(highlight); color: palette(highlighted-text); border-color: palette(highlight);
}
QPushButton#primary:focus { border: 2px solid palette(window-text); }
QPushButton#primary:disabled, QPushButton:default:disabled {
    background: palette(window); color: FAINT; border-color: palette(midlight);
}
QWizard QPushButton:default, StartPage QPushButton:default, LetterDialog QPushButton:default {
    background: palette(button); color: palette(button-text);
}
LetterDialog QPushButton:default:!focus { border-color: palette(mid); }
QWizard QPushButton#primary, StartPage QPushButton#primary, LetterDialog QPushButton#primary {
    background: palette(highlight); color: palette(highlighted-text);
}
QToolBar QPushButton { padding-top: 3px; padding-bottom: 3px; }
QToolBar QPushButton:focus, QToolButton#command { padding-top: 2px; padding-bottom: 2px; }
QToolButton#command:focus { padding-top: 1px; padding-bottom: 1px; }
QPushButton#tool { padding: 2px 8px; }
QPushButton#tool:focus { padding: 1px 7px; }
QStatusBar QPushButton { padding: 2px 12px; }
QStatusBar QPushButton:focus { padding: 1px 11px; }
WayStrip QPushButton { padding: 2px 4px; }
WayStrip QPushButton:focus { padding: 1px 3px; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QFileDialog {
    backward-icon: url(ICONS/previous-SCHEME.svg); forward-icon: url(ICONS/next-SCHEME.svg);
    filedialog-parent-directory-icon: url(ICONS/parent-SCHEME.svg);
    filedialog-new-directory-icon: url(ICONS/new-folder-SCHEME.svg);
    filedialog-listview-icon: url(ICONS/list-SCHEME.svg); filedialog-detailedview-icon: url(ICONS/details-SCHEME.svg);
}
QTextEdit, QLineEdit, QListWidget, QTreeWidget, QPlainTextEdit {
    border: 1px solid palette(mid); border-radius: 4px; background: palette(base);
}
QTextEdit, QLineEdit, QPlainTextEdit { border-color: HANDLE; }
QTextEdit:focus, QLineEdit:focus, QListWidget:focus, QTreeWidget:focus, QPlainTextEdit:focus {
    border: 2px solid palette(highlight);
}
QTextEdit { padding: 1px; }
QTextEdit:focus { padding: 0; }
QTextEdit#last-year, QTextEdit#last-year:focus {
    border: 0; border-left: 2px solid palette(mid); border-radius: 0; background: transparent; color: LAST;
}
QTextEdit#last-year:focus { border-left-color: palette(highlight); }
QLineEdit { padding: 4px 6px; }
QLineEdit#matrix-editor, QLineEdit#matrix-editor:focus { border: 0; border-radius: 0; padding: 0; }
SectionList { border-right: 1px solid palette(mid); background: palette(base); }
QListWidget#sections { border: 0; border-radius: 0; background: palette(base); outline: 0; }
QLabel#hint { color: FAINT; }
QLabel#heading { font-weight: 600; }
QLabel#page-title { font-size: TITLEpt; font-weight: 600; padding-right: 12px; }
QTabBar { qproperty-drawBase: 0; }
QTabBar::tab { padding: 4px 14px; border: 0; border-bottom: 2px solid transparent; }
QTabBar::tab:selected { border-bottom: 2px solid palette(highlight); font-weight: 600; }
QTabWidget, QTabWidget::pane { border: 0; }
QScrollArea { border: 0; background: transparent; }
QScrollArea > QWidget#qt_scrollarea_viewport > QWidget { background: transparent; }
QComboBox, QSpinBox, QDateEdit {
    border: 1px solid HANDLE; border-radius: 4px; background: palette(base); padding: 4px 6px;
}
QComboBox { combobox-popup: 0; padding-left: 8px; }
QSpinBox, QDateEdit { padding: 2px 6px 3px 7px; }  /* as high as the other fields: Qt adds to what is inside */
QLineEdit:disabled, QComboBox:disabled, QDateEdit:disabled, QSpinBox:disabled, TextEditor:read-only {
    background: palette(window); color: palette(text); border-color: palette(mid);
}
QDateEdit:disabled { color: FAINT; }  /* a day that is not chosen */
QDateEdit::up-arrow:disabled, QDateEdit::down-arrow:disabled { image: none; }
TextEditor:read-only:focus { border-color: FAINT; }
QComboBox:focus, QSpinBox:focus, QDateEdit:focus { border: 2px solid palette(highlight); padding: 3px 5px; }
QComboBox:focus { padding-left: 7px; }
QSpinBox:focus, QDateEdit:focus { padding: 1px 5px 2px 6px; }
QComboBox QLineEdit, QComboBox QLineEdit:focus, QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus {
    border: 0; padding: 0; background: transparent;
}
QComboBox::drop-down, QDateEdit::drop-down { border: 0; width: 22px; }
QSpinBox::up-button, QSpinBox::down-button, QDateEdit::up-button, QDateEdit::down-button { border: 0; width: 20px; }
QComboBox::down-arrow, QSpinBox::down-arrow, QDateEdit::down-arrow { image: url(ICONS/down-SCHEME.svg); width: 10px; }
QSpinBox::up-arrow, QDateEdit::up-arrow { image: url(ICONS/up-SCHEME.svg); width: 10px; }
QCheckBox::indicator, QListWidget::indicator, QTableWidget::indicator {
    width: 13px; height: 13px; border: 1px solid FAINT; border-radius: 3px;
    background: palette(base);
}
QCheckBox::indicator:checked, QListWidget::indicator:checked, QTableWidget::indicator:checked {
    background: palette(highlight); border-color: palette(highlight); image: url(ICONS/check-SCHEME.svg);
}
QTableWidget::indicator { left: -4px; }  /* else the padding of the cell would push it to the text */
QListWidget::indicator:selected, QTableWidget::indicator:selected {
    background: transparent; border-color: palette(highlighted-text);
}
QCheckBox::indicator:disabled { border-color: palette(mid); }
QCheckBox:focus { color: palette(highlight); text-decoration: underline; }
QCheckBox::indicator:focus { border: 2px solid palette(highlight); }
QTableWidget { gridline-color: palette(mid); }
QTableWidget, QFileDialog QTreeView, QFileDialog QListView { border: 1px solid palette(mid); }
QTreeWidget::item, QTableWidget::item { padding: 2px 4px; }
QHeaderView::section, QTableCornerButton::section {
    background: palette(alternate-base); border: 0; border-right: 1px solid palette(mid);
    border-bottom: 1px solid palette(mid); padding: 4px 6px;
}
ControlTotals QTableView { outline: 0; }
ControlTotals QHeaderView::section:vertical { padding: 0; }  /* it is hidden, and would make the rows higher */
ControlTotals QTableView::item:selected {
    border: 2px solid palette(highlight); background: palette(base); color: palette(text);
}
QTableWidget, QTreeWidget, QListWidget { outline: 0; }  /* else Qt shades the current cell */
QTableWidget::item:focus, QTreeWidget::item:focus { border: 1px solid palette(highlight); padding: 1px 0; }
QTableWidget::item:focus:!selected, QTreeWidget::item:focus:!selected { background: palette(base); }
QTableWidget::item:focus:selected, QTreeWidget::item:focus:selected {
    background: palette(highlight); color: palette(highlighted-text);
}
QListWidget::item:focus:!selected { border: 1px solid palette(highlight); background: palette(base); }
QScrollBar { border: 0; background: palette(window); }
QScrollBar:vertical { width: 14px; margin: 14px 0; }
QScrollBar:horizontal { height: 14px; margin: 0 14px; }
QScrollBar::handle { background: HANDLE; border: 2px solid palette(window); border-radius: 5px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: FAINT; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QScrollBar::add-line, QScrollBar::sub-line { background: palette(window); subcontrol-origin: margin; }
QScrollBar::add-line:vertical { height: 14px; subcontrol-position: bottom; }
QScrollBar::sub-line:vertical { height: 14px; subcontrol-position: top; }
QScrollBar::add-line:horizontal { width: 14px; subcontrol-position: right; }
QScrollBar::sub-line:horizontal { width: 14px; subcontrol-position: left; }
QScrollBar::up-arrow { image: url(ICONS/up-SCHEME.svg); width: 10px; }
QScrollBar::down-arrow { image: url(ICONS/down-SCHEME.svg); width: 10px; }
QScrollBar::left-arrow { image: url(ICONS/previous-SCHEME.svg); width: 10px; }
QScrollBar::right-arrow { image: url(ICONS/next-SCHEME.svg); width: 10px; }
QProgressBar { border: 1px solid HANDLE; border-radius: 3px; background: palette(base); }
QProgressBar::chunk { background: palette(highlight); }
QToolTip { border: 1px solid palette(mid); padding: 4px; }
QMenu { menu-scrollable: 1; }
"""

_DRESSED, _DARK = "dressed", "system-is-dark"
_FAMILIES = ("Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei")


def dress(widget: QWidget, name: str) -> bool:
    """Give a widget the look that the style sheet has for a name; return whether it had another one."""
    if widget.objectName() == name:
        return False
    widget.setObjectName(name)
    if widget.window().isVisible():  # else Qt dresses it when it is first painted
        widget.style().unpolish(widget)
        widget.style().polish(widget)
    return True


def follow_system(app: QApplication) -> None:
    """Note whether the system wants dark windows, now and whenever that changes; before anything else is dressed."""
    # By the palette that Qt chose: asking for the scheme makes Python enumerate the whole namespace Qt, in 11 ms
    palette = app.palette()
    app.setProperty(_DARK, palette.color(_ROLES.Window).lightness() < palette.color(_ROLES.WindowText).lightness())

    def note(scheme: QtCore.Qt.ColorScheme) -> None:
        app.setProperty(_DARK, scheme == QtCore.Qt.ColorScheme.Dark)

    app.styleHints().colorSchemeChanged.connect(note)


def is_dark(app: QApplication) -> bool:
    """Return whether the system wants dark windows."""
    return bool(app.property(_DARK))


def palette_of(colours: Mapping[QPalette.ColorRole, str]) -> QPalette:
    """Return a palette with these colours; disabled text is the placeholder colour."""
    palette = QPalette()
    for role, colour in colours.items():
        palette.setColor(role, QColor(colour))
    for role in (_ROLES.WindowText, _ROLES.Text, _ROLES.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours[_ROLES.PlaceholderText]))
    return palette


def style_sheet(*, dark: bool, points: int = 10) -> str:
    """Return the style sheet; FAINT is the placeholder colour, for which a style sheet has no palette(...).

    LAST is that of last year's text.
    """
    faint = (DARK if dark else LIGHT)[_ROLES.PlaceholderText]
    sheet = _STYLE.replace("ICONS", resource_path("icons").as_posix()).replace("FAINT", faint)
    sheet = sheet.replace("LAST", _LAST_YEAR if dark else faint)
    sheet = sheet.replace("HANDLE", HANDLE).replace("TITLE", str(points + 3))
    return sheet.replace("SCHEME", "dark" if dark else "light")


def apply(app: QApplication, *, points: int = 10, scheme: str = "system") -> None:
    """Give the program its style, palette and font.

    Args:
        app: The application.
        points: Size of the font of the window, in points.
        scheme: ``light``, ``dark`` or ``system``.
    """
    dark = is_dark(app) if scheme == "system" else scheme == "dark"
    dressed = f"{points} {dark}"
    if app.property(_DRESSED) == dressed:
        return  # each dressing lays out all windows anew
    app.setProperty(_DRESSED, dressed)
    focused = app.focusWidget()
    app.setStyleSheet("")  # to put one sheet over another takes Qt five times as long as to take one off and put one on
    app.setPalette(palette_of(DARK if dark else LIGHT))
    font = QFont()
    font.setFamilies([*_FAMILIES, app.font().family()])  # the first that is there; asking for all of them takes 13 ms
    font.setPointSize(points)
    app.setFont(font)
    # Again after a change of palette: Qt reads palette(...) when it sets the sheet
    app.setStyleSheet(style_sheet(dark=dark, points=points))
    while focused is not None and not focused.isVisible():  # the editor of a cell has closed
        focused = focused.parentWidget()
    if focused is not None:  # a wizard lays itself out anew and hides for a moment what has the focus
        focused.setFocus()
