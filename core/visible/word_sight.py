"""Whether the text of a Word document can be seen: its colour on what lies behind it, and its size."""

from __future__ import annotations

from lxml import etree

from core.visible import contrast
from core.visible.contrast import WHITE, Colour

SETTINGS = ("color", "sz")
UNSEEN, FAINT = "unseen", "faint"
_UNSEEN_SIZE, _FAINT_SIZE = 4, 7  # half-points
_NONE = ("", "auto")


class WordSight:
    """What lies behind the text of a document.

    Args:
        styles: Root of ``styles.xml``; None where there is none.
        document: Root of the document.
        namespace: Namespace of the words of the document, in braces.

    Attributes:
        is_needed: Whether anything in the document has a colour or a size that some do not see.
    """

    def __init__(self, styles: etree._Element | None, document: etree._Element, namespace: str) -> None:
        self._w = w = namespace
        tags = [f"{w}{name}" for name in SETTINGS]
        roots = [document, *([styles] if styles is not None else [])]
        found = {(str(e.tag), e.get(f"{w}val", "")) for root in roots for e in root.iter(*tags)}
        backgrounds = {colour for root in roots for e in root.iter(f"{w}shd") if (colour := self._fill(e))}
        colours = [colour for tag, value in found if tag == tags[0] and (colour := contrast.colour_of(value))]
        sizes = [size for tag, value in found if tag == tags[1] and (size := _number(value)) is not None]
        self.is_needed = any(size <= _FAINT_SIZE for size in sizes) or any(
            contrast.is_faint(colour, behind) for colour in colours for behind in (WHITE, *backgrounds)
        )
        self._has_colour_of_page = document.find(f"{w}background") is not None
        self._shaded = {
            style.get(f"{w}styleId", "")
            for style in (styles.iter(f"{w}style") if styles is not None else ())
            if next(style.iter(f"{w}shd"), None) is not None
        }
        """Styles that lay something behind a text, perhaps in some of their rows only."""

    def of_run(self, properties: etree._Element, colour: str, size: str) -> str:
        """Return ``unseen``, ``faint`` or "" for a run with these properties (``w:rPr``)."""
        own, points = contrast.colour_of(colour), _number(size)
        if points is not None and points <= _UNSEEN_SIZE:
            return UNSEEN
        if own is not None and contrast.is_faint(own, behind := self._behind(properties) or WHITE):
            is_known = self._behind(properties) is not None
            return UNSEEN if is_known and contrast.is_unseen(own, behind) else FAINT
        return FAINT if points is not None and points <= _FAINT_SIZE else ""

    def _behind(self, properties: etree._Element) -> Colour | None:
        """Return what lies behind a run; None where that is not known."""
        w = self._w
        if properties.find(f"{w}highlight") is not None:
            return None
        for holder in (properties, *properties.iterancestors(f"{w}p", f"{w}tc", f"{w}tbl", f"{w}txbxContent")):
            local = str(holder.tag).removeprefix(w)
            if local == "txbxContent":
                return None
            own = holder if local == "rPr" else holder.find(f"{w}{local}Pr")
            if own is None:
                continue
            shading = own.find(f"{w}shd")
            if shading is not None and not self._is_clear(shading):
                return self._fill(shading)
            styled = own.find(f"{w}tblStyle" if local == "tbl" else f"{w}pStyle")
            if styled is not None and styled.get(f"{w}val", "") in self._shaded:
                return None
        return None if self._has_colour_of_page else WHITE

    def _is_clear(self, shading: etree._Element) -> bool:
        """Whether shading shades nothing."""
        fill = shading.get(f"{self._w}fill", "")
        return shading.get(f"{self._w}val", "clear") in ("clear", "nil") and fill in _NONE

    def _fill(self, shading: etree._Element) -> Colour | None:
        """Return the colour of shading; None for a pattern."""
        is_plain = shading.get(f"{self._w}val", "clear") == "clear"
        return contrast.colour_of(shading.get(f"{self._w}fill", "")) if is_plain else None


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) < 6 else None
