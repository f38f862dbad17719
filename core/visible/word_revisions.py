"""Tracked changes of a Word document that nobody has accepted or rejected yet: they are read as if accepted."""

from __future__ import annotations

from lxml import etree

REVISIONS_READ = "文件里有没有接受的修订，按接受后的内容读入，请在 Word 或 WPS 中接受或拒绝全部修订后再用"
"""What is told of such a document."""

_REVISIONS = ("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel")
"""Elements that stand for a change of what is printed; changes of its look alone are none."""


def open_revisions(body: etree._Element, *, is_told: bool) -> list[str]:
    """Return the one sentence about tracked changes in a document; none without them, or where it is not to be told."""
    namespace = body.tag.partition("}")[0] + "}"
    is_there = is_told and next(body.iter(*(f"{namespace}{name}" for name in _REVISIONS)), None) is not None
    return [REVISIONS_READ] if is_there else []
