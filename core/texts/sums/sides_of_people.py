"""Knows that parts tell several sides of the same people, and need not add up: 9名，其中党员6名、女性5名 (N-24).

One side alone divides them: 女性7名、男性6名 are parts. So are 专职5名、兼职8名, but not 中级以上职称9名、高级职称6名,
of which the first holds the others.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from core.base.patterns import pattern
from core.texts.language.things import Count

_PEOPLE = ("名", "人", "位", "个")
_SIDES = (
    pattern("党员|团员|^群众$|民主党派|无党派|政治面貌"),
    pattern("女|男"),
    pattern("学历|学位|本科|专科|大专|中专|高中|硕士|博士|研究生|大学"),
    pattern("职称|[初中高]级|工程师|会计师|经济师"),
    pattern("岁|年龄|[6-9]0后|青年|中年|老年|年轻"),
    pattern("专职|兼职|专兼职"),
    pattern("在编|编外|编制|聘[用请任]|合同制|公务员|事业编|借调|派遣|临聘|外聘"),
    pattern("退役军人|退伍|转业"),
    pattern("(?:汉|少数民)族"),
    pattern("(?:从事|工作|任职)[^，；。、]{0,8}年"),
)
_PERSONAL = frozenset(side.pattern for side in _SIDES[:5])
"""What people are wherever they work: 党员6名、机关5名 may overlap; 机关21人、乡镇专职委员35人 are parts."""
_PAPER = pattern(
    "(?:[未无没]有?|尚|已)*(?:持有?|取得|具有|具备|获得?|通过|考取|拥有)?(?P<paper>[^，；。、]*(?:证书?|资格)[^，；。、]*)"
)
"""持(执法证)的: each sort of them is a side of its own."""
_HEAD = pattern("^(?:其中|含|包括|包含|有|分为|分别为?|[：，、（])+")
_REST = pattern("^(?:其他|其它|其余|余下|剩余|另有|另|合计|共)")
_RANKS = (
    *map(pattern, ("高中|中专|初级", "大专|专科", "本科|中级|大学", "硕士|研究生|副高", "博士|正高|(?<!副)高级")),
)
_OPEN_UP, _OPEN_DOWN = pattern("以上|及上"), pattern("以下|以内|及下")


def are_of_several_sides(parts: Sequence[Count]) -> bool:
    """Whether some parts tell of people by more than one side, so that one person may be in several of them."""
    if any(part.unit not in _PEOPLE for part in parts):
        return False
    heads = [_HEAD.sub("", part.head) for part in parts]
    heads = [head for head in heads if not _REST.match(head)]
    sides = [_side(head) for head in heads]
    known = {side for side in sides if side}
    if not known or "" in heads:
        return False  # 参与群众分别为50人、60人
    is_mixed = "" in sides and not known.isdisjoint(_PERSONAL)
    return is_mixed or len(known) > 1 or any(_holds(one, other) for one, other in combinations(heads, 2))


def _side(head: str) -> str:
    """Return by which side people are told, "" for none that is known."""
    paper = _PAPER.match(head)
    if paper:
        return f"paper {paper['paper'].removesuffix('的')}"
    return next((side.pattern for side in _SIDES if side.search(head)), "")


def _holds(one: str, other: str) -> bool:
    """Whether one of two names of a side reaches over the other: 本科以上 and 硕士, 35岁以下 and 45岁以下."""
    if _OPEN_DOWN.search(one) and _OPEN_DOWN.search(other):
        return True
    for low, high in ((one, other), (other, one)):
        if _OPEN_UP.search(low) and (_OPEN_UP.search(high) or _rank(high) >= _rank(low) > 0):
            return True
    return False


def _rank(head: str) -> int:
    """Return the place of a degree or title in their order, 0 for none."""
    return max((i for i, names in enumerate(_RANKS, 1) if names.search(head)), default=0)
