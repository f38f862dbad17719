"""Signs that Word keeps by font and place (插入－符号, ``w:sym``) instead of as characters, and private-use characters.

Only what is certain is mapped: signs of the fonts Symbol, Wingdings and Wingdings 2 that offices use. Any other sign
of a font of signs stands as ``UNKNOWN``, so that nobody takes what is left for the whole.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

UNKNOWN = "〓"
"""Stands for a sign that is not known, as compositors have it stand for one they lack."""

PRIVATE = re.compile("[\uf020-\uf0ff]")
"""Characters that stand for a place in a font of signs."""

_PRIVATE = 0xF000
"""Added to the places of signs in fonts that are no fonts of letters."""

_GREEK = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"
_DIGITS = "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿"


def _signs(places: str, runs: Mapping[int, str] = MappingProxyType({})) -> dict[int, str]:
    """Return signs by place: each behind its own place in hexadecimal digits, and runs by that of their first."""
    named = places.split()
    signs = {int(place, 16): sign for place, sign in zip(named[::2], named[1::2], strict=True)}
    return signs | {first + n: sign for first, run in runs.items() for n, sign in enumerate(run)}


_SYMBOL = _signs(
    "23 # 25 % 26 & 28 ( 29 ) 2A * 2B + 2C , 2D - 2E . 2F / 3A : 3B ; 3C < 3D = 3E > 3F ? 5B [ 5D ] 5F _ 7B { 7C | "
    "7D } 21 ! A3 ≤ A5 ∞ AC ← AD ↑ AE → AF ↓ B0 ° B1 ± B3 ≥ B4 × B7 • B8 ÷ B9 ≠ BB ≈ BC … D7 · DE ⇒ E5 ∑",
    {0x20: " ", 0x30: "0123456789", 0x41: _GREEK[0], 0x61: _GREEK[1]},
)
_WINGDINGS = _signs(
    "28 ☎ 6C ● 6E ■ 6F □ 71 ❑ 75 ◆ 76 ❖ 9E · 9F • A1 ○ A7 ▪ A8 □ AB ★ D8 ➢ DF ← E0 → E1 ↑ E2 ↓ FB ✘ FC ✔ FD ☒ FE ☑",
    {0x80: _DIGITS},
)
_WINGDINGS_2 = _signs("50 ✓ 51 ✗ 52 ☑ 53 ☒ A3 □", {0x69: _DIGITS})
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2}
_OTHER_SIGNS = ("wingdings", "webdings", "symbol", "dingbats", "marlett", "mt extra", "monotype sorts")


def symbol(font: str, char: str) -> str:
    """Return the sign of ``w:sym``: its character, or ``UNKNOWN``.

    Args:
        font: Name of its font.
        char: Its place in it, in hexadecimal digits, such as F036.
    """
    try:
        return _sign(font, int(char, 16))
    except ValueError:
        return UNKNOWN


def with_signs(text: str, font: str) -> str:
    """Return a text whose private-use characters are what their font shows there."""
    return PRIVATE.sub(lambda match: _sign(font, ord(match[0])), text)


def _is_private(code: int) -> bool:
    return _PRIVATE + 0x20 <= code <= _PRIVATE + 0xFF


def _sign(font: str, code: int) -> str:
    place = code - _PRIVATE if _is_private(code) else code
    name = font.strip().lower()
    if name in _FONTS:
        return _FONTS[name].get(place, UNKNOWN)
    if any(known in name for known in _OTHER_SIGNS) or place > 0x10FFFF or 0xD800 <= place < 0xE000:
        return UNKNOWN
    sign = chr(place)
    return sign if sign.isprintable() or sign == "\u3000" else UNKNOWN
