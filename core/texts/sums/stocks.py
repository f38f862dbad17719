"""Finds stocks that are not what there was, came and went: 年初38个，新开2个，关停14个，现保留22个.

The stock may stand before how it came to be: 24件（年初23件，新增3件，废止2件）, which are no parts of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from core.base.patterns import pattern
from core.report.entry_text import Number
from core.texts.language.things import Count

_WAS = pattern("年初|原有|原来|此前|期初|上年末|上年底|去年底|去年末|□□□上年底|□□□上年末")
_GONE = pattern(
    "(?:已|全年|年内|(?:□□□)?本年|当年|陆续|先后)*(?:关停|注销|关闭|撤销|合并|整合|停用|减少|清退|停更|下线|取消|废止|失效|宣布失效|移出|退出)[^，；：、]{0,4}$"
)
_CAME = pattern(
    "(?:又|全年|年内|(?:□□□)?本年|当年|陆续|先后)*(?:新增|新开|新建|新设|增设|增加|开设|开通|新制定|制定|制发|新出台)[^，；：、]{0,6}$"
)
_NEW = pattern("(?:新增|新开|新建|新设|增设|开设|开通|制定|制发|出台)[^，；：、]{0,6}$")
_NET = pattern("^(?:本年|全年|两项相抵|相抵后|实际)*净增加?了?$")
"""制发6件，废止4件，(净增)2件"""
_MERGED = pattern(r"(?:合并|整合)[^，；：、\d]{0,4}[2-9二三四五六七八九两]")
_STILL = pattern(
    "(?:现|目前|年底|年末|年终|期末|到年底|截至◇+|至◇+|尚|还|仍|共|实)*(?:保留|现有|剩余|剩下|剩|保有|在运行|运行|在用|在册|有|为|现行有效)[^，；：、]{0,6}$"
    "|^到?(?:年末|年底|年终|期末)[^，；：、]{0,6}$"
)
_AMID = pattern("[；：（其]")
_OPENS = pattern("（|：|，?其中[，：]?|，其中包括|（其中[，：]?")
"""现有24件(（)年初23件，新增3件，废止2件）"""
_CLOSES = pattern("[）；。]|$|，(?!另|还|其余|余下|剩)")

Found = Iterator[tuple[Count, Sequence[Count], str]]


def stocks(text: str, counts: Sequence[Count]) -> Found:
    """Yield what is there that is not what there was, went and came."""
    if "结转" in text or not _WAS.search(text):
        return
    for first, was in enumerate(counts):
        if was.is_rough or not _WAS.search(was.head):
            continue
        moves = _moves(was, counts[first + 1 :])
        left = counts[first + 1 + len(moves)] if first + 1 + len(moves) < len(counts) else None
        if not moves:
            continue
        is_behind = left is not None and left.unit == was.unit and not left.is_rough and bool(_STILL.match(left.head))
        stock = left if is_behind else _told_before(text, counts[:first], was, moves[-1])
        if stock is None or _AMID.search(text, was.end, stock.start):
            continue
        if stock.value not in _rights(text, was, moves):
            yield stock, (was, *moves), ""


def net_growth(text: str, counts: Sequence[Count]) -> Found:
    """Yield a growth that is not what came without what went right before it: 制发6件，废止4件，净增2件."""
    if "净增" not in text:
        return
    for came, gone, net in zip(counts, counts[1:], counts[2:], strict=False):
        is_flow_of = _NET.match(net.head) and _GONE.search(gone.head) and _NEW.search(came.head)
        is_sure = len({came.unit, gone.unit, net.unit}) == 1 and not any(c.is_rough for c in (came, gone, net))
        is_beside = not _AMID.search(text, came.end, net.start) and not _MERGED.search(text, came.end, net.start)
        if is_flow_of and is_sure and is_beside and came.value - gone.value != net.value:
            yield net, (came, gone._replace(value=-gone.value)), ""


def is_flow(parts: Sequence[Count]) -> bool:
    """Whether a list tells how a stock came to be, no parts of it: 24件（年初23件，新增3件，废止2件）."""
    if len(parts) < 2 or not _WAS.search(parts[0].head):
        return False
    return all(_CAME.match(part.head) or _GONE.match(part.head) for part in parts[1:])


def _moves(was: Count, behind: Sequence[Count]) -> list[Count]:
    """Return what came to a stock and went from it, told behind what it was; what went as less than nothing."""
    moves: list[Count] = []
    for count in behind:
        if count.unit != was.unit or count.is_rough:
            break
        if moves and _STILL.match(count.head):
            break
        if _GONE.match(count.head):
            moves.append(count._replace(value=-count.value))
        elif _CAME.match(count.head):
            moves.append(count)
        else:
            break
    return moves


def _told_before(text: str, before: Sequence[Count], was: Count, last: Count) -> Count | None:
    """Return the stock that is told right before what it was, where nothing but moves is told up to the end."""
    stock = before[-1] if before else None
    if stock is None or stock.unit != was.unit or stock.is_rough:
        return None
    opened = text[stock.end : was.start].removesuffix(was.head)
    if not _OPENS.fullmatch(opened) and not _OPENS.fullmatch(opened + was.head[:2]):
        return None
    return stock if _CLOSES.match(text, last.end) else None


def _rights(text: str, was: Count, moves: Sequence[Count]) -> set[Number]:
    right = was.value + sum(move.value for move in moves)
    is_merged = _MERGED.search(text[was.end : moves[-1].end])  # 合并2个 may be two that became one
    return {right, right + 1} if is_merged else {right}
