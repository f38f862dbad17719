"""The colours that carry a meaning, as pairs that can be read in the light and in the dark scheme.

No meaning stands on a colour alone: errors, warnings and hints also have marks of different shapes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtGui import QColor, QPalette

MARKS = {"error": "✕", "warning": "！", "hint": "i"}
"""What stands before a finding, by its level."""


@dataclass(frozen=True)
class Scheme:
    """Named colours as ``#rrggbb``; ``…_back`` is what the ink of the same name stands on.

    Attributes:
        base: Behind numbers that are filled in.
        text: Numbers and running text, on every back.
        faint: Text of little weight on ``base``.
        line: Lines of a table.
        label_back: Behind the printed labels of a table.
        total_back: Behind totals, which the program computes.
        active_back: Behind the labels of the current row and column.
        accent: The frame of the current cell and the ink of active labels.
        hatch: Thin strokes in a blank cell.
        error: Ink of errors; ``warning`` and ``hint`` likewise.
    """

    base: str
    text: str
    faint: str
    line: str
    label_back: str
    total_back: str
    active_back: str
    accent: str
    hatch: str
    error: str
    error_back: str
    warning: str
    warning_back: str
    hint: str
    hint_back: str


LIGHT = Scheme(
    base="#ffffff",
    text="#1f2328",
    faint="#646c75",
    line="#d5d9de",
    label_back="#f6f7f9",
    total_back="#eceff3",
    active_back="#dfe9f8",
    accent="#2358b0",
    hatch="#e3e6ea",
    error="#b3261e",
    error_back="#fdeceb",
    warning="#8a5300",
    warning_back="#fff4dc",
    hint="#2f5f93",
    hint_back="#edf4fb",
)

DARK = Scheme(
    base="#25292f",
    text="#e6e9ed",
    faint="#a0a8b2",
    line="#434a54",
    label_back="#2b3037",
    total_back="#323841",
    active_back="#2c405e",
    accent="#8ab8ff",
    hatch="#383e47",
    error="#ff9d94",
    error_back="#4a2b2c",
    warning="#f2c063",
    warning_back="#453818",
    hint="#9cc4f0",
    hint_back="#2a3a4c",
)


class Colours:
    """The colours of one scheme, ready for painting; each name of ``Scheme`` gives a ``QColor``."""

    def __init__(self, scheme: Scheme) -> None:
        self.scheme = scheme

    @cached_property
    def _made(self) -> Mapping[str, QColor]:
        return {name: QColor(value) for name, value in vars(self.scheme).items()}

    def __getattr__(self, name: str) -> QColor:
        if name.startswith("_"):
            raise AttributeError(name)
        try:
            return self._made[name]
        except KeyError:
            raise AttributeError(name) from None

    def ink(self, level: str) -> QColor:
        """Return the ink of a level of finding; that of plain text for any other word."""
        return self._made[level if level in ("error", "warning", "hint") else "text"]

    def back(self, level: str) -> QColor:
        """Return what stands behind a cell with a finding of this level; the plain base for any other word."""
        return self._made[f"{level}_back" if level in ("error", "warning", "hint") else "base"]

    def selection(self) -> QColor:
        """Return the veil over selected cells, thin enough to read through."""
        veil = QColor(self._made["accent"])
        veil.setAlpha(48)
        return veil


_LIGHT, _DARK = Colours(LIGHT), Colours(DARK)


def colours(palette: QPalette) -> Colours:
    """Return the colours that suit a palette: those for the dark where its base is darker than its text."""
    is_dark = palette.color(QPalette.ColorRole.Base).lightness() < palette.color(QPalette.ColorRole.Text).lightness()
    return _DARK if is_dark else _LIGHT
