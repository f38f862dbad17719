"""The numbers that Word puts before paragraphs (一、 （一） 1.), which stand nowhere in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from core.base.ooxml import column_letters, integer

_DIGITS = "〇一二三四五六七八九"
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_PLACE = re.compile(r"%([1-9])")


@dataclass(slots=True)
class _Level:
    """One level of a list: kind of number, its text such as ``（%1）``, first number."""

    kind: str = "decimal"
    text: str = ""
    start: int = 1


@dataclass(slots=True)
class _List:
    """A list definition as a paragraph refers to it; lists of one abstract definition count on."""

    abstract: str
    levels: dict[int, _Level] = field(default_factory=dict)
    restarts: set[int] = field(default_factory=set)


class Numbering:
    """Counts the numbered paragraphs of one document, in reading order.

    Args:
        numbering: Root of ``numbering.xml``; None where there is none.
        styles: Root of ``styles.xml``; None where there is none.
        namespace: Namespace of the words of the document, in braces.
    """

    def __init__(self, numbering: etree._Element | None, styles: etree._Element | None, namespace: str) -> None:
        self._w = namespace
        self._lists = self._read_lists(numbering) if numbering is not None else {}
        self._styles = self._read_styles(styles) if styles is not None and self._lists else {}
        self._counts: dict[str, dict[int, int]] = {}
        self._started: set[str] = set()

    @property
    def is_empty(self) -> bool:
        """Whether no paragraph can have a number."""
        return not self._lists

    def number(self, properties: etree._Element | None) -> str:
        """Return the number of the paragraph with these properties (``w:pPr``) and count it; "" for none."""
        list_id, level = self._reference(properties)
        made = self._lists.get(list_id)
        if made is None or level not in made.levels:
            return ""
        counts = self._counts.setdefault(made.abstract, {})
        if list_id not in self._started:
            self._started.add(list_id)
            for restarted in made.restarts:
                counts.pop(restarted, None)
        own = made.levels[level]
        counts[level] = counts.get(level, own.start - 1) + 1
        for deeper in [k for k in counts if k > level]:
            del counts[deeper]

        def shown(match: re.Match[str]) -> str:
            index = int(match[1]) - 1
            place = made.levels.get(index, own)
            return _number_text(counts.get(index, place.start), place.kind)

        return _PLACE.sub(shown, own.text) if own.kind not in ("bullet", "none") else ""

    def _reference(self, properties: etree._Element | None) -> tuple[str, int]:
        """Return list and level of a paragraph, its own or those of its style."""
        if properties is None:
            return "", 0
        w = self._w
        own = properties.find(f"{w}numPr")
        style = properties.find(f"{w}pStyle")
        list_id, level = self._styles.get(style.get(f"{w}val", ""), ("", 0)) if style is not None else ("", 0)
        if own is not None:
            list_id, level = self._numbering_of(own, list_id, level)
        return list_id, level

    def _numbering_of(self, element: etree._Element, list_id: str, level: int) -> tuple[str, int]:
        w = self._w
        own_id, own_level = element.find(f"{w}numId"), element.find(f"{w}ilvl")
        if own_id is not None:
            list_id = own_id.get(f"{w}val", "")
        if own_level is not None:
            level = integer(own_level.get(f"{w}val"), 0)
        return list_id, level

    def _read_styles(self, styles: etree._Element) -> dict[str, tuple[str, int]]:
        w = self._w
        found: dict[str, tuple[str, int]] = {}
        bases: dict[str, str] = {}
        for style in styles.iterchildren(f"{w}style"):
            name = style.get(f"{w}styleId", "")
            base = style.find(f"{w}basedOn")
            bases[name] = base.get(f"{w}val", "") if base is not None else ""
            own = style.find(f"{w}pPr/{w}numPr")
            if own is not None:
                found[name] = self._numbering_of(own, "", 0)
        for name, base_name in bases.items():
            for _ in range(20):  # a circle of styles must not trap us
                if name in found or not base_name:
                    break
                if base_name in found:
                    found[name] = found[base_name]
                base_name = bases.get(base_name, "")
        return found

    def _read_lists(self, numbering: etree._Element) -> dict[str, _List]:
        w = self._w
        abstract = {
            a.get(f"{w}abstractNumId", ""): {
                integer(level.get(f"{w}ilvl"), 0): self._read_level(level) for level in a.iterchildren(f"{w}lvl")
            }
            for a in numbering.iterchildren(f"{w}abstractNum")
        }
        lists = {}
        for number in numbering.iterchildren(f"{w}num"):
            reference = number.find(f"{w}abstractNumId")
            name = reference.get(f"{w}val", "") if reference is not None else ""
            made = _List(name, dict(abstract.get(name, {})))
            for override in number.iterchildren(f"{w}lvlOverride"):
                self._override(made, override)
            lists[number.get(f"{w}numId", "")] = made
        return lists

    def _override(self, made: _List, override: etree._Element) -> None:
        w = self._w
        index = integer(override.get(f"{w}ilvl"), 0)
        level = override.find(f"{w}lvl")
        if level is not None:
            made.levels[index] = self._read_level(level)
        start = override.find(f"{w}startOverride")
        if start is not None and index in made.levels:
            old = made.levels[index]
            made.levels[index] = _Level(old.kind, old.text, integer(start.get(f"{w}val"), 1))
            made.restarts.add(index)

    def _read_level(self, level: etree._Element) -> _Level:
        w = self._w

        def value(name: str, default: str) -> str:
            element = level.find(f"{w}{name}")
            return element.get(f"{w}val", default) if element is not None else default

        return _Level(value("numFmt", "decimal"), value("lvlText", ""), integer(value("start", "1"), 1))


def _number_text(number: int, kind: str) -> str:
    """Return a number as the list prints it; unknown kinds of numbers are printed as digits."""
    if kind.startswith(("chinese", "taiwanese", "japanese", "ideograph", "korean")) and "Enclosed" not in kind:
        return chinese_number(number)
    if kind == "upperLetter" and 1 <= number <= 26:
        return column_letters(number)
    if kind == "lowerLetter" and 1 <= number <= 26:
        return column_letters(number).lower()
    if kind.startswith("decimalEnclosedCircle") and 1 <= number <= 20:
        return chr(0x245F + number)
    if kind in ("lowerRoman", "upperRoman") and 1 <= number < 40:
        text = _roman(number)
        return text.upper() if kind == "upperRoman" else text
    return str(number)


def chinese_number(number: int) -> str:
    """Return a number as 一 … 九十九; digits beyond."""
    if not 1 <= number <= 99:
        return str(number)
    tens, ones = divmod(number, 10)
    text = "" if not tens else "十" if tens == 1 else _DIGITS[tens] + "十"
    return text + (_DIGITS[ones] if ones or not tens else "")


def _roman(number: int) -> str:
    text = ""
    for value, sign in _ROMAN:
        while number >= value:
            text += sign
            number -= value
    return text
