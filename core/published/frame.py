"""The report within a web page: what stands around it (navigation, page foot) is left out."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from core.published import phrases
from core.published.labels import plain_label
from core.visible.blocks import Paragraph, VisibleTable

_LONGEST_FOOT = 120
LEAST_PRINTED_FOOT = 2
"""Lines such as 上一篇： below a report from which they are the foot of a page that was printed to a file."""


def within_report(blocks: Sequence[Paragraph | VisibleTable], anchors: Sequence[int]) -> list[bool]:
    """Return for each block whether it stands in the element that holds all anchors; all do where there is none."""
    nodes = [blocks[at].node for at in anchors]
    if len(nodes) < 2 or any(node is None for node in nodes):
        return [True] * len(blocks)
    holder = _common_ancestor(nodes)
    inside: dict[int, bool] = {}

    def stands_inside(node: object) -> bool:
        if id(node) not in inside:
            inside[id(node)] = node is holder or holder in _ancestors(node)
        return inside[id(node)]

    return [block.node is None or stands_inside(block.node) for block in blocks]


def _ancestors(node: object) -> list[object]:
    element: etree._Element = node  # type: ignore[assignment]  # blocks know nothing of lxml
    return list(element.iterancestors())


def _common_ancestor(nodes: Sequence[object]) -> object:
    lines = [[*reversed(_ancestors(node)), node] for node in nodes]
    common: object = lines[0][0]
    for level in zip(*lines, strict=False):
        if any(element is not level[0] for element in level):
            break
        common = level[0]
    return common


def foot_of(lines: Sequence[str]) -> int:
    """Return the place of the first line of a page foot; the number of lines where there is none."""
    for at, line in enumerate(lines):
        plain = plain_label(line)
        if len(plain) <= _LONGEST_FOOT and not phrases.FULL_STOP.search(plain) and phrases.PAGE_FOOT.match(plain):
            return at
    return len(lines)


def printed_foot_of(lines: Sequence[str]) -> int:
    """Return the place of the first line of a page foot in a file that a page of a portal was printed to.

    It has at least two lines that no report has, and no sentence; the number of lines where there is none.
    """
    plain = [plain_label(line) for line in lines]
    marks = [at for at, line in enumerate(plain) if phrases.PRINTED_FOOT.match(line)]
    is_foot = len(marks) >= LEAST_PRINTED_FOOT and not any(map(phrases.FULL_STOP.search, plain[marks[0] :]))
    return marks[0] if is_foot else len(lines)
