"""How wide the letters, digits and signs of Times New Roman are, and so those of the fonts made to take its place."""

from __future__ import annotations

_WIDTHS = {
    180: "'",
    200: "|",
    250: " ,.",
    278: "/:;\\ijlt",
    333: "!()-I[]`fr",
    389: "Js",
    408: '"',
    444: "?acez",
    469: "^",
    480: "{}",
    541: "~",
    556: "FPS",
    564: "+<=>",
    611: "ELTZ",
    667: "BCR",
    722: "ADGHKNOQUVXYw",
    778: "&m",
    833: "%",
    889: "M",
    921: "@",
    944: "W",
}
"""Thousandths of the size; all others have half of it."""
_OF_SIGN = {sign: width / 1000 for width, signs in _WIDTHS.items() for sign in signs}
_USUAL = 0.5


def latin_width(word: str) -> float:
    """Return how wide a word is, as a multiple of its size."""
    return sum([_OF_SIGN.get(sign, _USUAL) for sign in word])
