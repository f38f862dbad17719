"""What of a page's text a person does not see, or not for certain: its colour, its size, its place, its direction."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from lxml import etree

from core.published.web_styles import PageStyles, Style
from core.visible import contrast
from core.visible.contrast import WHITE, Colour

_USUAL_SIZE = 16.0
_UNSEEN_SIZE, _FAINT_SIZE = 2.0, 5.0  # dots on a screen, 96 an inch
_SIZE = re.compile(r"(\d*\.?\d+)(px|pt|em|rem|%)?")
_DOTS = {"px": 1.0, "": 1.0, "pt": 96 / 72, "rem": _USUAL_SIZE}
_LENGTH = re.compile(r"-?\d*\.?\d+")
_FAR_OFF = -900.0  # dots beyond the edge, as authors move what only reading programs are to tell
_NO_CLIP = re.compile(r"rect\( ?(?:[01](?:px)?[ ,]*){4}\)")
_NO_PATH = re.compile(r"inset\((?:50|100)%|circle\(0|polygon\(0(?:px)? 0(?:px)?(?:, ?0(?:px)? 0(?:px)?)+\)")
_TOKEN = re.compile(r"[^\s(,/]+(?:\([^)]*\))?")
_NO_COLOUR = frozenset(("none", "transparent", "inherit", "initial", "unset", "0", "0px", "0%"))


class Sight(NamedTuple):
    """How the text of an element looks.

    Attributes:
        colour: Its colour; None for one that nobody takes for paper.
        behind: What it stands on; None where that is not known.
        size: In dots.
        is_clear: Whether what lies behind is seen through it.
        is_turned: Whether its characters are shown from right to left.
    """

    colour: Colour | None = (0, 0, 0)
    behind: Colour | None = WHITE
    size: float = _USUAL_SIZE
    is_clear: bool = False
    is_turned: bool = False

    @property
    def is_plain(self) -> bool:
        """Whether everybody sees it as it is written."""
        return _is_plain(self)

    @property
    def is_unseen(self) -> bool:
        """Whether nobody sees it."""
        is_same = self.colour is not None and self.behind is not None and contrast.is_unseen(self.colour, self.behind)
        return self.is_clear or is_same or self.size <= _UNSEEN_SIZE

    @property
    def is_faint(self) -> bool:
        """Whether it is not certain that somebody sees it."""
        if self.colour is None:
            return self.size <= _FAINT_SIZE
        return self.size <= _FAINT_SIZE or contrast.is_faint(self.colour, WHITE if self.behind is None else self.behind)


@lru_cache(maxsize=256)
def _is_plain(sight: Sight) -> bool:
    return not (sight.is_unseen or sight.is_faint or sight.is_turned)


USUAL = Sight()


class PageSights:
    """The looks of the elements of a page, each with what it inherits.

    Args:
        root: The page.
        styles: What its elements declare.
    """

    def __init__(self, root: etree._Element, styles: PageStyles) -> None:
        self._styles = styles
        links = (link.get("rel", "").lower() for link in root.iter("link"))
        self._known: dict[etree._Element | None, Sight] = {
            None: USUAL._replace(behind=None) if any("stylesheet" in rel for rel in links) else USUAL
        }

    def of(self, element: etree._Element) -> Sight:
        """Return how the text of an element looks."""
        known = self._known.get(element)
        if known is None:
            known = self._known[element] = _within(self._around(element), element, self._styles.of(element))
        return known

    def _around(self, element: etree._Element) -> Sight:
        parent: etree._Element | None = element.getparent()
        return self._known[None] if parent is None else self.of(parent)


def is_hidden(style: Style) -> bool:
    """Return whether an element is not shown: neither it nor anything in it."""
    if not style:
        return False
    if (
        style.get("display") == "none"
        or style.get("visibility") in ("hidden", "collapse")
        or style.get("mso-hide") == "all"
    ):
        return True
    opacity = _SIZE.fullmatch(style.get("opacity", "1"))
    if opacity and float(opacity[1]) <= (5 if opacity[2] else 0.05):
        return True
    is_lifted = style.get("position") in ("absolute", "fixed")
    if is_lifted and (_NO_CLIP.fullmatch(style.get("clip", "")) or _is_speck(style)):
        return True
    moved = ("left", "right", "top", "margin-left") if is_lifted else ("margin-left", "text-indent")
    return bool(_NO_PATH.match(style.get("clip-path", ""))) or any(_is_far(style.get(name, "")) for name in moved)


def _is_speck(style: Style) -> bool:
    sides = (_SIZE.fullmatch(style.get(name, "")) for name in ("width", "height"))
    return style.get("overflow") == "hidden" and all(side and float(side[1]) <= 1 for side in sides)


def _is_far(length: str) -> bool:
    match = _LENGTH.match(length)
    points = float(match[0]) if match else 0.0
    return points * (_USUAL_SIZE if length.endswith("em") else 1) <= _FAR_OFF and not length.endswith("%")


def _within(around: Sight, element: etree._Element, style: Style) -> Sight:
    """Return how an element looks that stands in one that looks so."""
    tag = element.tag
    colour = style.get("color") or (element.get("color", "") if tag == "font" else "")
    is_bdo = tag == "bdo" or style.get("unicode-bidi") in ("bidi-override", "isolate-override")
    direction = style.get("direction") or element.get("dir", "").lower()
    behind = element.get("bgcolor", ""), element.get("background", ""), style
    if not (colour or is_bdo or any(behind)):
        return around
    seen = around
    if colour and colour not in ("inherit", "unset"):
        is_clear = contrast.opacity_of(colour) <= 0.05
        seen = seen._replace(colour=contrast.colour_of(colour), is_clear=is_clear)
    if is_bdo:
        seen = seen._replace(is_turned=direction == "rtl")
    if size := _SIZE.fullmatch(style.get("font-size", "")):
        unit = size[2] or ""
        factor = {"em": around.size, "%": around.size / 100}.get(unit) or _DOTS.get(unit, 1.0)
        seen = seen._replace(size=float(size[1]) * factor)
    elif "font-size" in style:
        seen = seen._replace(size=_USUAL_SIZE)
    return seen._replace(behind=_behind(seen.behind, *behind))


def _behind(around: Colour | None, bgcolor: str, picture: str, style: Style) -> Colour | None:
    """Return what an element stands on: its own background, or what it lies on."""
    found = contrast.colour_of(bgcolor) if bgcolor else around
    if picture:
        found = None
    for name in ("background", "background-color", "background-image"):
        value = style.get(name, "")
        if not value:
            continue
        if "url(" in value or "gradient(" in value:
            return None
        for token in _TOKEN.findall(value):
            opacity = contrast.opacity_of(token)
            if token not in _NO_COLOUR and opacity:
                found = contrast.colour_of(token) if opacity == 1 else None
    return found
