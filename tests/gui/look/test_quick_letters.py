"""What makes letters quick changes nothing that is seen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from gui.look.quick_letters import quicken_letters


def written(app: QApplication, scale: float, *, is_quick: bool) -> QImage:
    picture = QPixmap(300, 60)
    picture.setDevicePixelRatio(scale)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    painter.setFont(app.font())
    if is_quick:
        quicken_letters(painter, 5, 5)
    painter.drawText(5, 20, "✕ “自然人”列：12＋3＝15，相差10")
    painter.end()
    return picture.toImage()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_letters_look_the_same(qapp: QApplication, scale: float) -> None:
    assert written(qapp, scale, is_quick=True) == written(qapp, scale, is_quick=False)
