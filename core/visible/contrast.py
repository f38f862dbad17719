"""Whether the colour of a text can be told from what lies behind it."""

from __future__ import annotations

import re

Colour = tuple[int, int, int]
"""Red, green and blue, each up to 255."""

WHITE: Colour = (255, 255, 255)

_SAME = 16
"""Steps of 255 that every part of two colours may differ and nobody sees it."""
_FAINT = 48
"""Steps up to which some see it and others do not."""

_HEX = re.compile(r"#?([0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)
_PARTS = re.compile(r"rgba?\(([\d.]+%?)[\s,]+([\d.]+%?)[\s,]+([\d.]+%?)(?:[\s,/]+([\d.]+%?))?\s*\)", re.IGNORECASE)
_NAMES = dict(
    re.findall(
        r"(\w+):(\w+)",
        "white:ffffff snow:fffafa ivory:fffff0 ghostwhite:f8f8ff whitesmoke:f5f5f5 floralwhite:fffaf0 "
        "mintcream:f5fffa azure:f0ffff aliceblue:f0f8ff seashell:fff5ee honeydew:f0fff0 lightyellow:ffffe0 "
        "lightcyan:e0ffff linen:faf0e6 oldlace:fdf5e6 beige:f5f5dc black:000000 silver:c0c0c0 gray:808080 "
        "grey:808080 lightgray:d3d3d3 lightgrey:d3d3d3 maroon:800000 red:ff0000 purple:800080 fuchsia:ff00ff "
        "magenta:ff00ff green:008000 lime:00ff00 olive:808000 yellow:ffff00 navy:000080 blue:0000ff teal:008080 "
        "aqua:00ffff cyan:00ffff orange:ffa500",
    )
)
"""Those of old pages, and all that can be mistaken for white paper."""


def colour_of(text: str) -> Colour | None:
    """Return a colour as Word or a web page writes it: FFFFFF, #fff, rgb(…), white; None for another or none at all."""
    text = text.strip()
    text = _NAMES.get(text.lower(), text)
    if hexadecimal := _HEX.fullmatch(text):
        digits = hexadecimal[1] if len(hexadecimal[1]) == 6 else "".join(2 * digit for digit in hexadecimal[1])
        return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)
    if parts := _PARTS.fullmatch(text):
        return _part(parts[1]), _part(parts[2]), _part(parts[3])
    return None


def opacity_of(text: str) -> float:
    """Return how much of what lies behind a colour covers, from 0 to 1."""
    parts = _PARTS.fullmatch(text.strip())
    if text.strip().lower() == "transparent":
        return 0.0
    return min(_number(parts[4], 1.0), 1.0) if parts and parts[4] else 1.0


def is_unseen(text: Colour, behind: Colour) -> bool:
    """Return whether a text has the colour of what lies behind it."""
    return _apart(text, behind) <= _SAME


def is_faint(text: Colour, behind: Colour) -> bool:
    """Return whether not everybody sees a text on what lies behind it."""
    return _apart(text, behind) <= _FAINT


def _apart(one: Colour, other: Colour) -> int:
    return max(abs(a - b) for a, b in zip(one, other, strict=True))


def _part(text: str) -> int:
    return min(round(_number(text, 255.0)), 255)


def _number(text: str, whole: float) -> float:
    """Return a number, or a share of the whole."""
    plain = text.rstrip("%")
    value = float(plain) if plain.count(".") <= 1 and plain.strip(".") else 0.0
    return value * whole / 100 if text.endswith("%") else value
