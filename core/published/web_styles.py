"""How a page sets its elements: its own style sheets, by tag, class, id and what stands around, and ``style`` itself.

Only what decides what is seen is kept. Of a sheet for several media that part counts which a usual screen takes; what
stands in files of their own is not known.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from lxml import etree

Style = Mapping[str, str]
"""Declarations by property, in small letters."""

PLAIN: Style = MappingProxyType({})

_KEPT = frozenset(
    ("display", "visibility", "mso-hide", "opacity", "font-size", "color", "background", "background-color",
     "background-image", "text-decoration", "text-decoration-line", "vertical-align", "mso-text-raise", "position",
     "left", "right", "top", "text-indent", "margin-left", "clip", "clip-path", "width", "height", "overflow", "float",
     "direction", "unicode-bidi", "transform")
)  # fmt: skip
_LONG = {"text-decoration-line": "text-decoration", "background-color": "background", "background-image": "background"}
"""Properties that one with a shorter name sets anew."""

_LONGEST_SHEETS = 200_000
_MOST_RULES = 2_000  # a page has some hundred that matter
_MOST_COMPOUNDS = 8
_SCREEN = 1366
"""Dots across of a usual screen."""

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.DOTALL)
_COMPOUND = re.compile(r"(\*|[a-z][\w-]*)?((?:[.#][\w-]+)*)", re.IGNORECASE)
_NAME = re.compile(r"[.#][\w-]+")
_JOINT = re.compile(r"\s*>\s*|\s+")
_WIDTH = re.compile(r"\(\s*(min|max)-(?:device-)?width\s*:\s*([\d.]+)\s*(px|em|rem)?\s*\)", re.IGNORECASE)
_DECLARATION = re.compile(r"(?<![\w-])([\w-]++)\s*+:\s*+((?:[^;\"'(]|\"[^\"]*\"|'[^']*'|\([^)]*\)|[\"'(])*)")
_IMPORTANT = re.compile(r" ?! ?important$")


@dataclass(frozen=True, slots=True)
class _Compound:
    """What is asked of one element: its tag ("" for any), its classes (``.name``) and id (``#name``).

    Attributes:
        is_child: Whether the one before it must be met by its parent, not by any element around it.
    """

    tag: str
    names: frozenset[str]
    is_child: bool = False

    def fits(self, tag: object, names: frozenset[str]) -> bool:
        return (not self.tag or self.tag == tag) and self.names <= names


@dataclass(frozen=True, slots=True)
class _Rule:
    """A selector with what it sets; ``weight`` is what CSS calls specificity, then the place in the sheets."""

    compounds: tuple[_Compound, ...]
    weight: tuple[int, int, int, int]
    usual: Style
    important: Style


class PageStyles:
    """The style sheets of a page, ready to be asked about its elements."""

    def __init__(self, root: etree._Element) -> None:
        self._rules: dict[str, list[_Rule]] = defaultdict(list)  # by a name or the tag that the element must have
        self._written: dict[str, tuple[Style, Style]] = {}  # by what stands in ``style``: cells repeat it
        self._names: dict[etree._Element, frozenset[str]] = {}
        self._sheet(root)

    def of(self, element: etree._Element) -> Style:
        """Return what holds for an element itself; what it inherits is not among it."""
        own = element.get("style", "")
        if not own and not self._rules:
            return PLAIN
        usual, important = self._written.get(own) or self._written.setdefault(own, _declarations(own))
        met = sorted(self._met(element), key=lambda rule: rule.weight) if self._rules else []
        if not met and not important:
            return usual
        found: dict[str, str] = {}
        layers = [*(rule.usual for rule in met), usual, *(rule.important for rule in met), important]
        for layer in layers:
            for name, value in layer.items():
                for long, short in _LONG.items():
                    if short == name:
                        found.pop(long, None)
                found[name] = value
        return found

    # ------------------------------------------------------------ which rules an element meets

    def _met(self, element: etree._Element) -> Iterator[_Rule]:
        names = self._names_of(element)
        for key in (*names, element.tag, "*"):
            for rule in self._rules.get(key, ()):
                if rule.compounds[-1].fits(element.tag, names) and self._stands_so(element, rule.compounds):
                    yield rule

    def _stands_so(self, element: etree._Element, compounds: Sequence[_Compound]) -> bool:
        """Whether the elements around one are those that a selector asks for; each as near as can be."""
        around = element.getparent()
        for wanted, inner in zip(compounds[-2::-1], compounds[:0:-1], strict=True):
            while around is not None and not wanted.fits(around.tag, self._names_of(around)):
                if inner.is_child:
                    return False
                around = around.getparent()
            if around is None:
                return False
            around = around.getparent()
        return True

    def _names_of(self, element: etree._Element) -> frozenset[str]:
        names = self._names.get(element)
        if names is None:
            made = [f".{name}" for name in element.get("class", "").split()]
            made += [f"#{name}"] if (name := element.get("id")) else []
            names = self._names[element] = frozenset(made)
        return names

    # ------------------------------------------------------------ reading the sheets

    def _sheet(self, root: etree._Element) -> None:
        sheets = [style.text or "" for style in root.iter("style") if _is_of_screen(style.get("media") or "all")]
        count = 0
        for prelude, body in _blocks(_COMMENT.sub(" ", "\n".join(sheets)[:_LONGEST_SHEETS])):
            usual, important = _declarations(body)
            if not (usual or important):
                continue
            for selector in prelude.split(","):
                compounds = _compounds(selector.strip())
                if not compounds or count >= _MOST_RULES:
                    continue
                names = [name for compound in compounds for name in compound.names]
                ids = sum(name.startswith("#") for name in names)
                weight = (ids, len(names) - ids, sum(bool(compound.tag) for compound in compounds), count)
                last = compounds[-1]
                key = min(last.names) if last.names else last.tag or "*"
                self._rules[key].append(_Rule(compounds, weight, usual, important))
                count += 1


def _blocks(sheet: str) -> Iterator[tuple[str, str]]:
    """Yield the selectors of each rule with its declarations, those within ``@media`` for a usual screen, too."""
    at = 0
    while (begin := sheet.find("{", at)) >= 0:
        prelude = sheet[at:begin].rpartition(";")[2].rpartition("}")[2].strip()
        if prelude.startswith("@"):
            end = _end(sheet, begin)
            kind, _, asked = prelude[1:].partition(" ")
            if kind.lower() == "media" and _is_of_screen(asked):
                yield from _blocks(sheet[begin + 1 : end])
        else:
            end = sheet.find("}", begin)
            end = len(sheet) if end < 0 else end
            yield prelude, sheet[begin + 1 : end]
        at = end + 1


def _end(sheet: str, begin: int) -> int:
    """Return where the block ends that begins there; the end of the sheet where it never does."""
    depth = 0
    for brace in re.compile(r"[{}]").finditer(sheet, begin):
        depth += 1 if brace[0] == "{" else -1
        if not depth:
            return brace.start()
    return len(sheet)


def _is_of_screen(asked: str) -> bool:
    """Whether a usual screen is what a sheet is meant for; what else it may ask for, it has not."""
    return any(map(_is_met, asked.lower().split(",")))


def _is_met(query: str) -> bool:
    widths = _WIDTH.findall(query)
    rest = _WIDTH.sub(" ", query).replace("only ", " ").replace(" and ", " ").split()
    if any(word not in ("screen", "all", "and") for word in rest):
        return False
    sizes = ((kind, float(size) * (1 if unit in ("", "px") else 16)) for kind, size, unit in widths if _is_number(size))
    return all(size <= _SCREEN if kind == "min" else size >= _SCREEN for kind, size in sizes)


def _is_number(text: str) -> bool:
    return text.count(".") <= 1 and text.strip(".") != ""


def _compounds(selector: str) -> tuple[_Compound, ...]:
    """Return what a selector asks for from the outside in; nothing where it asks for more than is understood."""
    joints = [">" in joint for joint in _JOINT.findall(selector)]
    parts = _JOINT.split(selector)
    found: list[_Compound] = []
    for part, is_child in zip(parts, [False, *joints], strict=True):
        match = _COMPOUND.fullmatch(part)
        if not part or match is None or len(found) >= _MOST_COMPOUNDS:
            return ()
        tag = (match[1] or "").lower()
        found.append(_Compound("" if tag == "*" else tag, frozenset(_NAME.findall(match[2])), is_child))
    return tuple(found)


def _declarations(text: str) -> tuple[Style, Style]:
    """Return what is declared of the properties that matter, and what of it is important."""
    usual: dict[str, str] = {}
    important: dict[str, str] = {}
    for name, value in _DECLARATION.findall(text):
        name = name.lower()
        if name in _KEPT:
            value = " ".join(value.lower().split())
            plain = _IMPORTANT.sub("", value)
            (important if plain != value else usual)[name] = plain
    return usual, important
