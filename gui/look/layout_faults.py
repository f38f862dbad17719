"""Finds what is laid out badly: widgets over one another, beyond their parents, or too small for their words."""

from __future__ import annotations

from itertools import combinations

from PySide6.QtCore import QMargins
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QLabel,
    QSizeGrip,
    QSplitterHandle,
    QTabBar,
    QWidget,
)

SIZES = ((1280, 649), (1366, 697), (1920, 1009), (2560, 1369))
"""Widths and heights that are left of the usual screens by task bar and title: 1280×720 to 2560×1440."""

_LEFT_OUT = ("qt_toolbar_ext_button", "qt_menubar_ext_button", "ScrollLeftButton", "ScrollRightButton")
"""What Qt shows where a tool bar, a menu bar or a row of tabs has no room for all."""

_ROUNDING = 1


def layout_faults(parent: QWidget) -> list[str]:
    """Return what is laid out badly in a window, or a part of one, as it is shown now, a line a fault."""
    children = [child for child in parent.children() if isinstance(child, QWidget) and _counts(child)]
    if _is_viewport(parent):  # what lies in it is scrolled, or is meant to cover what is below it for a while
        found = []
    else:
        found = _over_one_another(children) + [
            f"{_name(child)} beyond {_name(parent)}" for child in children if not _holds(parent, child)
        ]
    for child in children:
        found += _too_small(child) + layout_faults(child)
    return found


def _counts(widget: QWidget) -> bool:
    return widget.isVisible() and not widget.isWindow() and not isinstance(widget, QSizeGrip | QSplitterHandle)


def _is_viewport(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    return isinstance(parent, QAbstractScrollArea) and parent.viewport() is widget


def _holds(parent: QWidget, child: QWidget) -> bool:
    slack = QMargins(_ROUNDING, _ROUNDING, _ROUNDING, _ROUNDING)
    return parent.rect().marginsAdded(slack).contains(child.geometry())


def _over_one_another(children: list[QWidget]) -> list[str]:
    found = []
    for one, other in combinations(children, 2):
        common = one.geometry() & other.geometry()
        if common.width() > _ROUNDING and common.height() > _ROUNDING:
            found.append(f"{_name(one)} over {_name(other)}")
    return found


def _too_small(widget: QWidget) -> list[str]:
    """Return whether the words of a label or button are cut, or whether something has no room at all."""
    if widget.objectName() in _LEFT_OUT:
        return [f"{_name(widget.parentWidget())} has no room for all"]
    if isinstance(widget, QLabel) and widget.wordWrap():
        is_cut = widget.heightForWidth(widget.width()) > widget.height() + _ROUNDING
    elif isinstance(widget, QLabel | QAbstractButton) and not isinstance(widget.parentWidget(), QTabBar):
        needed = widget.minimumSizeHint() if isinstance(widget, QLabel) else widget.sizeHint()
        is_cut = needed.width() > widget.width() + _ROUNDING or needed.height() > widget.height() + _ROUNDING
    else:
        is_cut = False
    return [f"{_name(widget)} is cut"] if is_cut else []


def _name(widget: QWidget | None) -> str:
    if widget is None:
        return "nothing"
    words = widget.text() if isinstance(widget, QLabel | QAbstractButton) else widget.accessibleName()
    place = widget.geometry()
    named = f"{type(widget).__name__} {widget.objectName()} “{words[:20]}”"
    return f"{named} {place.width()}x{place.height()}+{place.x()}+{place.y()}"
