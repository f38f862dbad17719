"""The report within a web page: what stands around it (navigation, page foot) is left out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from core.published.blocks import Paragraph
from core.published.labels import plain_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml import etree

    from core.published.blocks import Table

_FOOT = re.compile(
    r"^(?:[\[【(<]?(?:打印|关闭|返回|分享|收藏|纠错|顶部)(?:本页|窗口|此页|页面|列表|首页|到[:：])?[\]】)>]?$|附件\d*[:：]?|相关(?:链接|附件|文档|解读|信息|新闻|文章|稿件)|上一[篇条页]|下一[篇条页]"
    r"|扫一扫|分享到|主办(?:单位)?[:：]?|承办(?:单位)?[:：]?|版权所有|网站标识码|.{0,4}ICP备|.{0,3}公网安备|联系我们|关于我们|网站(?:地图|声明)"
    r"|责任编辑|编辑[:：]|信息来源|文章来源|来源[:：]|发布(?:日期|时间)|浏览(?:次数|量)|阅读(?:次数|量)|返回顶部|友情链接|无障碍|隐私声明|技术支持"
    r"|您是第|Copyright|©|\[?(?:大|中|小)\]?$|下载[:：]|【?打印本页)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[。；]")  # what a line of the report has and a line of a page foot has not
_LONGEST_FOOT = 120


def within_report(blocks: Sequence[Paragraph | Table], anchors: Sequence[int]) -> list[bool]:
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
        if len(plain) <= _LONGEST_FOOT and not _SENTENCE.search(plain) and _FOOT.match(plain):
            return at
    return len(lines)
