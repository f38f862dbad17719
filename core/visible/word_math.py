"""A formula of Word as a line of text: 4 over 2 is 4/2, never 42."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from core.visible.blocks import SCRIPTS

_RAISED = {"sup": "superscript", "sub": "subscript"}
_APART = frozenset(("mr", "e", "lim", "deg", "fName"))
"""Parts that stand beside or above each other without being one number."""
_PROPERTIES = "Pr"


def formula_text(element: etree._Element) -> str:
    """Return what a formula says (``m:oMath``, ``m:oMathPara``), its parts kept apart where they are no one number."""
    return "".join(_pieces(element)).strip()


def _pieces(element: etree._Element) -> Iterator[str]:
    for child in element:
        local = str(child.tag).rpartition("}")[2]
        if local == "t":
            yield child.text or ""
        elif local == "f":
            yield " " + "/".join("".join(_pieces(part)).strip() for part in child if not _is_property(part))
        elif local in _RAISED:
            yield "".join(_pieces(child)).translate(SCRIPTS[_RAISED[local]])
        elif local in _APART and len(_parts(element)) > 1 and not _bears_script(element):
            yield f" {''.join(_pieces(child)).strip()} "
        elif not _is_property(child):
            yield from _pieces(child)


def _parts(element: etree._Element) -> list[etree._Element]:
    return [child for child in element if not _is_property(child)]


def _bears_script(element: etree._Element) -> bool:
    """Whether a part has others raised or lowered behind it, which joins them to it."""
    return any(str(child.tag).rpartition("}")[2] in _RAISED for child in element)


def _is_property(element: etree._Element) -> bool:
    return str(element.tag).endswith(_PROPERTIES)
