"""What a reader of Word must not take at its face value: text that is hidden, struck out, raised or lowered."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

    Look: TypeAlias = Mapping[str, str]
    """Settings by name: ``vanish``, ``strike``, ``dstrike``, ``vertAlign``, ``position``."""

OFF = ("0", "false", "off")
_NAMES = ("vanish", "strike", "dstrike", "vertAlign", "position", "rStyle")
_FAR = 4  # half-points that a text must be moved up or down to be a mark, not a correction of its place
_MOST_BASES = 20  # a circle of styles must not trap us


class Looks:
    """The looks that the styles of a document give, and those that runs set themselves.

    Args:
        styles: Root of ``styles.xml``; None where there is none.
        namespace: Namespace of the words of the document, in braces.
    """

    def __init__(self, styles: etree._Element | None, namespace: str) -> None:
        self._w = namespace
        self._kinds = {f"{namespace}{name}": name for name in _NAMES}
        self._styles = self._read_styles(styles) if styles is not None else {}

    def of_paragraph(self, properties: etree._Element) -> Look:
        """Return what the style of a paragraph sets (``w:pPr``)."""
        style = properties.find(f"{self._w}pStyle") if self._styles else None
        return self._styles.get(style.get(f"{self._w}val", ""), {}) if style is not None else {}

    def of_run(self, properties: etree._Element, around: Look) -> Look:
        """Return what holds for a run with these properties (``w:rPr``) in a paragraph that looks so."""
        own: dict[str, str] = {}
        for setting in properties:  # the style stands first
            name = self._kinds.get(setting.tag)
            if name is not None:
                value = setting.get(f"{self._w}val", "")
                own.update(self._styles.get(value, {}) if name == "rStyle" else {name: value})
        return {**around, **own} if own else around

    def _read_styles(self, styles: etree._Element) -> dict[str, Look]:
        w = self._w
        own: dict[str, Look] = {}
        bases: dict[str, str] = {}
        for style in styles.iterchildren(f"{w}style"):
            name = style.get(f"{w}styleId", "")
            base, properties = style.find(f"{w}basedOn"), style.find(f"{w}rPr")
            bases[name] = base.get(f"{w}val", "") if base is not None else ""
            own[name] = self.of_run(properties, {}) if properties is not None else {}
        found: dict[str, Look] = {}
        for name in own:
            line = [name]
            while bases.get(line[-1]) and len(line) < _MOST_BASES:
                line.append(bases[line[-1]])
            look: dict[str, str] = {}
            for part in reversed(line):
                look.update(own.get(part, {}))
            if look:
                found[name] = look
        return found


def is_hidden(look: Look) -> bool:
    """Return whether the text is not shown."""
    return look.get("vanish", "0") not in OFF


def is_struck(look: Look) -> bool:
    """Return whether the text is struck out."""
    return look.get("strike", "0") not in OFF or look.get("dstrike", "0") not in OFF


def script_of(look: Look) -> str:
    """Return ``superscript`` or ``subscript``; "" for text on the line."""
    set_so = look.get("vertAlign", "")
    if set_so in ("superscript", "subscript"):
        return set_so
    moved = look.get("position", "0")
    if not moved.removeprefix("-").isdecimal() or abs(int(moved)) < _FAR:
        return ""
    return "subscript" if moved.startswith("-") else "superscript"
