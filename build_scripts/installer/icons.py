"""Draws the icon in the sizes that installers want, from the two drawings in resources/icons."""

import struct
from pathlib import Path

from build_scripts.installer.product import ICON, ICON_SIZES, SMALL_ICON, SMALL_ICON_SIZES

_HEADER = struct.Struct("<HHH")
_ENTRY = struct.Struct("<BBBBHHII")
_SIDE = (164, 314)  # as NSIS wants it
_QUIET = "#e9eef7"
_LARGEST_BYTE = 256  # a size that .ico writes as 0


def write_icons(folder: Path) -> None:
    """Write 16.png to 256.png, icon.ico and side.bmp, the picture at the side of the setup."""
    from PySide6.QtCore import QRectF, Qt  # deferred: build.py must be able to say what is missing before Qt is needed
    from PySide6.QtGui import QColor, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    for pixels in ICON_SIZES:
        image = QImage(pixels, pixels, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        QSvgRenderer(str(SMALL_ICON if pixels in SMALL_ICON_SIZES else ICON)).render(painter)
        painter.end()
        image.save(str(folder / f"{pixels}.png"))
    side = QImage(*_SIDE, QImage.Format.Format_RGB888)
    side.fill(QColor(_QUIET))
    painter = QPainter(side)
    width = _SIDE[0] / 2
    QSvgRenderer(str(ICON)).render(painter, QRectF(width / 2, width / 2, width, width))
    painter.end()
    side.save(str(folder / "side.bmp"))
    (folder / "icon.ico").write_bytes(_ico({pixels: (folder / f"{pixels}.png").read_bytes() for pixels in ICON_SIZES}))


def _ico(pictures: dict[int, bytes]) -> bytes:
    """Return a Windows icon that holds PNG pictures."""
    offset = _HEADER.size + _ENTRY.size * len(pictures)
    entries = b""
    for pixels, data in pictures.items():
        side = pixels % _LARGEST_BYTE
        entries += _ENTRY.pack(side, side, 0, 0, 1, 32, len(data), offset)
        offset += len(data)
    return _HEADER.pack(0, 1, len(pictures)) + entries + b"".join(pictures.values())
