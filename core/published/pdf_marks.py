"""The characters of a page as a PDF has them, before the page is turned."""

from __future__ import annotations

from dataclasses import dataclass

from core.visible.contrast import Colour

Box = tuple[float, float, float, float]
"""Left, bottom, right and top, in the coordinates of the file."""


@dataclass(slots=True)
class Mark:
    """A character: its box, its origin, and the number of the piece of text it belongs to.

    Attributes:
        is_apart: Whether pdfium sees a blank before it.
    """

    char: str
    box: Box
    origin: tuple[float, float]
    run: int
    is_apart: bool


@dataclass(slots=True)
class Run:
    """What all characters of a piece of text share.

    Attributes:
        turns: Quarter turns to the left; None for a slant.
        size: Of its type.
        width: Of a Chinese character.
        is_hidden: Whether it is not drawn at all.
        colour: None where that is not known.
        owner: The object of the page that it is.
    """

    turns: int | None
    size: float
    width: float
    is_hidden: bool
    colour: Colour | None
    owner: int
