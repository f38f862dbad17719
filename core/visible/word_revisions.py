"""What a Word document still carries of its making: tracked changes, read as if accepted, and comments, not read."""

from __future__ import annotations

from lxml import etree

REVISIONS_READ = "文件里有没有接受的修订，按接受后的内容读入，请在 Word 或 WPS 中接受或拒绝全部修订后再用"
COMMENTS_LEFT = "文件里还有批注，没有读入，请在 Word 或 WPS 中处理并删去全部批注后再用"
"""What is told of such a document."""

_COMMENT = "commentReference"
_REVISIONS = ("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel")
"""Elements that stand for a change of what is printed; changes of its look alone are none."""


def left_over(body: etree._Element, *, is_told: bool) -> list[str]:
    """Return one sentence about tracked changes in a document and one about comments; none where nothing is told."""
    namespace = body.tag.partition("}")[0] + "}"

    def has(*names: str) -> bool:
        return is_told and next(body.iter(*(f"{namespace}{name}" for name in names)), None) is not None

    return [REVISIONS_READ] * has(*_REVISIONS) + [COMMENTS_LEFT] * has(_COMMENT)
