"""Finds the numbers of earlier sentences that a list may be of: 收到38件。按内容分，征地20件、….

4月和9月为27件、22件，合计49件，占全年158件的31%。分事项看，…: what some parts make together, told as a share, is no
whole; the number that it is a share of is.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.base.patterns import pattern
from core.report.entry_text import Number
from core.texts.language.things import UNITS, Count, counts_in
from core.texts.sums.sum_shapes import NO_PART, OPENING, SUBTOTAL

_MOST = 60
_HEAD = pattern(
    "(?:从|按照?|就|以)?[^，；：。（）]{0,6}(?:内容|渠道|方式|途径|形式|来源|类型|类别|领域|主体|栏目|种类|身份)[^，；：。（）]{0,3}(?:看|分|划分|上|为|统计)*[：，]"
)
"""(按内容分：)征地20件、规划12件、其他7件: of what was told in the sentence before."""
_OF_WIDER_SCOPE = pattern(
    "(?:就|从|按照?|以)(?!.*(?:内容|渠道|方式|途径|形式|来源|类型|类别|领域|主体|栏目|种类|身份|结果|构成|结构|原因|事由|时间|分布|主题|去向))"
    "[^，；：。（）]{0,6}?(?:(?<![安健完])全(?!文|过程|流程|面(?:推|落)|链条)|整体|整个|总[体量数的]|所有|面上)"
)
"""(从全厅情况看，)予以公开60件、…: of more than was told in the sentence before."""
_BASE = pattern(
    rf"占[到了]?[^，；。、（）\d比]{{0,8}}(?P<number>\d{{1,12}})(?:{UNITS})"
    r"(?=[^，；。、（）\d]{0,10}[\d一二三四五六七八九半绝大多])"
)
_CHANGE = pattern("(?:同比|环比|[较比]□*(?:上年|去年|上一年))[^，；。]*[增减多少升降]")
"""公开信息1286条，(同比多出)182条: no whole."""
_OF_WHICH = pattern("[^，；。：\\d]{0,8}[中里]，")
"""从申请人结构看，(173件)新收申请中，个人142件: the whole of the next list too."""
_LAST_YEAR = pattern("(?:□□□(?:上年|他年)|上年|去年|上一年)度?(?:同期)?(?!结转|遗留|转)")
_CARRIED_IN = pattern("(?:上年|去年|上一年|□□□上年|年初)度?[底末]?(?:未办结)?的?(?:结转|遗留|转入|转来)[^，；。]{0,8}$")
"""新收21件，(上年结转)1件。其中公开…: of both together, or of the new ones."""
_MAINLY = pattern(
    "集中[在于到]?|居多|较多|最多|多为|大多|主要|突出|热点|靠前|居前|前[两二三四五]|为主|次之|居首|典型|高发|频繁|例如|比如"
)
"""申请(主要)集中在征地，有20件: some of all that a list behind may be of."""
_OF_ALL = pattern("共|计|总|全[年局市县区镇]|收到|受理|新收|接收|接到|办结|答复|[从按就][^，；。]{1,10}[看分]，")
_AS_SHARE = pattern("[，（]?(?: {2}|[约近已就可大概]{0,3}占|(?:约|近|超过?|接近|不到|达到?)[^，；。\\d]{0,4}[成半])")


def bases_of_shares(sentence: str) -> list[Count]:
    """Return the numbers that something is told to be a share of: 占全年(158件)的31%."""
    places = {match.start("number") for match in _BASE.finditer(sentence)} if "占" in sentence else ()
    return [c for c in counts_in(sentence) if c.start in places and not c.is_rough] if places else []


def told_before(head: str, before: Sequence[Count], earlier: Sequence[Count]) -> list[Count]:
    """Return the totals in earlier sentences that a list behind a head of its own may be of.

    Args:
        head: The words of the sentence up to the list.
        before: The numbers of the sentence before.
        earlier: Those of all sentences before.
    """
    if _OF_WIDER_SCOPE.match(head):
        return []
    if _HEAD.fullmatch(head) or head.endswith(("看，", "分，", "统计，")):
        told = earlier[-_MOST:]
        some = _some_as_share(told)
        told = [c for c in told if not (c.is_rough or c in some or _CHANGE.search(c.head))]
        told = [c for c in told if not _is_of_the_most(c)]
        return [c for c in told if not OPENING.match(c.text) or _OF_WHICH.match(c.text, c.end)]
    wholes = [c for c in before[:_MOST] if not NO_PART.search(c.head)] if OPENING.fullmatch(head) else []
    carried = [c for c in before[:_MOST] if _CARRIED_IN.search(c.head)] if len(wholes) == 1 else []
    return [*carried[:1], *wholes] if len(wholes) == 1 else []


def _some_as_share(told: Sequence[Count]) -> list[Count]:
    """Return what some parts make together where that is told as a share, with these parts."""
    found: list[Count] = []
    for i, total in enumerate(told):
        if not (SUBTOTAL.search(total.head) and _AS_SHARE.match(total.text, total.end)):
            continue
        added: Number = 0
        for j in range(i - 1, -1, -1):
            if told[j].text != total.text or told[j].unit != total.unit:
                break
            added += told[j].value
            if added == total.value and j < i - 1:
                found += told[j : i + 1]
                break
    return found


def possible_totals(totals: Sequence[Count], parts: Sequence[Count], here: Sequence[Count]) -> list[Count]:
    """Return those of some numbers that the parts of a list may add up to.

    A list that each number before its sentence is less than any part of is of another one, unless such a number is told
    of all: 其他处理4件。从时间分布看，上半年收到118件，下半年97件.
    """
    same = [c for c in totals if parts and c.unit == parts[0].unit and not _LAST_YEAR.match(c.head)]
    least = min((part.value for part in parts), default=0)
    return same if any(c in here or c.value >= least or _OF_ALL.search(c.head) for c in same) else []


def _is_of_the_most(count: Count) -> bool:
    """Whether a number is told of what is asked for most, behind its name: 4月、9月较多，分别有31件、22件."""
    begin = max(count.text.rfind("；", 0, count.start), 0)
    said = [match.end() for match in _MAINLY.finditer(count.text, begin, count.start)]
    return bool(said) and not _OF_ALL.search(count.text, said[-1], count.start)
