"""What a reader of Word must not take at its face value: text that is hidden, struck out, raised or lowered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from lxml import etree

from core.visible.word_sight import FAINT, SETTINGS, UNSEEN, WordSight

Look: TypeAlias = Mapping[str, str]
"""Settings by name: ``vanish``, ``strike``, ``dstrike``, ``vertAlign``, ``position``; where it may matter ``color`` and
``sz``, and what comes of them as ``sight``."""

OFF = ("0", "false", "off")
_NAMES = ("vanish", "strike", "dstrike", "vertAlign", "position", "rStyle")
_FAR = 4  # half-points that a text must be moved up or down to be a mark, not a correction of its place
_MOST_BASES = 20  # a circle of styles must not trap us
_PLAIN: Look = {}


class Looks:
    """The looks that the styles of a document give, with their names, and the looks that runs set themselves.

    Args:
        styles: Root of ``styles.xml``; None where there is none.
        document: Root of the document.
        namespace: Namespace of the words of the document, in braces.

    Attributes:
        have_runs_any: Whether any run sets a look itself: in most documents none does, and none need be asked.
    """

    def __init__(self, styles: etree._Element | None, document: etree._Element, namespace: str) -> None:
        self._w = namespace
        sight = WordSight(styles, document, namespace)
        self._sight = sight if sight.is_needed else None
        self._kinds = {f"{namespace}{name}": name for name in (*_NAMES, *(SETTINGS if sight.is_needed else ()))}
        self.have_runs_any = next(document.iter(*self._kinds), None) is not None
        self._names: dict[str, str] = {}
        self._styles = self._read_styles(styles) if styles is not None else {}

    def of_style(self, key: str) -> tuple[Look, str]:
        """Return what a style sets for the paragraphs that have it, and its name; its key where it has none."""
        return self._styles.get(key, _PLAIN), self._names.get(key, key)

    def of_run(self, properties: etree._Element, around: Look) -> Look:
        """Return what holds for a run with these properties (``w:rPr``) in a paragraph that looks so."""
        own: dict[str, str] = {}
        for setting in properties:  # the style stands first
            name = self._kinds.get(setting.tag)
            if name is not None:
                value = setting.get(f"{self._w}val", "")
                own.update(self._styles.get(value, {}) if name == "rStyle" else {name: value})
        if not own:
            return around
        look = {**around, **own}
        if self._sight is not None:
            look["sight"] = self._sight.of_run(properties, look.get("color", ""), look.get("sz", ""))
        return look

    def font_of(self, run: etree._Element) -> str:
        """Return the font that a run sets itself for letters; "" for none."""
        fonts = run.find(f"{self._w}rPr/{self._w}rFonts")
        return "" if fonts is None else fonts.get(f"{self._w}ascii", "") or fonts.get(f"{self._w}hAnsi", "")

    def _read_styles(self, styles: etree._Element) -> dict[str, Look]:
        w = self._w
        own: dict[str, Look] = {}
        bases: dict[str, str] = {}
        for style in styles.iterchildren(f"{w}style"):
            name = style.get(f"{w}styleId", "")
            bases[name], own[name] = "", {}
            for setting in style:
                if setting.tag == f"{w}name":
                    self._names[name] = setting.get(f"{w}val", name)
                elif setting.tag == f"{w}basedOn":
                    bases[name] = setting.get(f"{w}val", "")
                elif setting.tag == f"{w}rPr":
                    own[name] = self.of_run(setting, {})
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
    """Return whether the text is not shown, or cannot be seen."""
    return look.get("vanish", "0") not in OFF or look.get("sight") == UNSEEN


def is_faint(look: Look) -> bool:
    """Return whether not everybody sees the text."""
    return look.get("sight") == FAINT


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
