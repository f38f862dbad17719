"""Finds numbers of problems before another number of short clauses: 四个方面的问题：…不紧，…缓慢 (N-26).

Between commas one problem may take two clauses, so that only too few are wrong for certain; between
semicolons too many are as well.
"""

from __future__ import annotations

from core.base.patterns import pattern
from core.texts.rules.listed.things_listed import numeral
from core.texts.rules.views import Span

_ANNOUNCED = pattern(
    r"(?P<said>(?P<number>[两二三四五六七八九]|(?<!\d)[2-9])(?:个|项|点|条|类|大)?(?:方面)?的?(?:主要|突出|明显)?(?:问题|不足|短板|弱项|薄弱环节))"
    r"(?:(?:亟待|亟需|有待|需要?|值得|应当?|仍)?(?:尽快|进一步|着力|我们|认真)*(?:解决|改进|加强|重视|关注|完善|整改)|(?:比?较|较为)(?:突出|明显))?"
    r"(?:，?(?:主要|分别|即|具体)?[是为有]?)：(?P<list>[^。：\n]*[，；][^。：\n]*)(?=[。\n]|$)",
    needs=["问题", "不足", "短板", "弱项", "薄弱环节"],
)
_BAD = (
    "(?:不(?:够|太|甚|尽|大)?[^，；不]{1,4}|(?:偏|较|过|太|尚?欠|稍|略显?)[^，；不]{1,3}|(?:还|尚|仍)?(?:有待|需|待)(?:进一步|持续)?[^，；]{2,4}"
    "|(?<=[^，；])(?:缓慢|滞后|不足|单一|薄弱|陈旧|老化|欠缺|缺失|短缺|缺乏|频繁|慢|少|弱|旧|乱|浅|粗|低|差))"
)
_ITEM = pattern(rf"(?P<what>[\u4e00-\u9fff]{{2,14}}?){_BAD}$")
"""部分学校官网(更新缓慢): what is told of, and what is wrong with it."""
_NO_ITEM = pattern(
    "导致|造成|致使?|使得?|从而|以致|因而?|影响|且|并(?!联)|也|还|但|尤其|特别|其中|同时|此外|另|对此|为此|针对|下一?步|今后|[我本][局委办厅院镇乡县市区街]"
    "|第?[一二三四五六七八九十][是、]?|其[一二三四五六]|将|已|拟"
)
"""What begins a clause that goes on from the one before it, or numbers it, which another look counts."""
_RELATED = pattern(
    "[与和同][^，；]{1,10}?(?:衔接|对接|脱节|融合|结合|协同|联动|互动|沟通|配合|相比|同步|差距|距离|不符|不一|一致|匹配)"
    "|及(?=[时格])|[涉普波触]及|参与|与会|和谐|饱和|等级|平等|同等|高等|中等|初等|等待|等候"
)
"""校务公开(与政务公开衔接)不紧, 更新不(及时): one thing."""
_JOINED = pattern("[、和与及或等又]")
_ALSO = pattern("此外|另|还|同时|再|最后|第|也|并|(?:[（(]?[一二三四五六七八九]|其[一二三四五六])[是、）)]?")
"""What begins a sentence that may tell one more."""
_FEWEST = 2
_TOO_LONG = 20
"""Characters of a clause that may hold more than one problem."""


def announced_problems_miscounted(text: str) -> tuple[tuple[Span, int, int], ...]:
    """Return how many problems are announced, where a list of whole clauses tells another number of them."""
    found = []
    for match in _ANNOUNCED.finditer(text):
        mark = "；" if "；" in match["list"] else "，"
        items = [item for item in match["list"].split(mark) if item]
        said, listed = numeral(match["number"]), len(items)
        if mark == "；" and "方面" in match["said"]:
            continue  # ``clauses_miscounted`` counts these
        if said is None or said == listed or listed < _FEWEST or not all(map(_is_item, items)):
            continue
        is_less = listed < said and not (any(map(_is_joined, items)) or _goes_on(text[match.end() :]))
        if is_less or (listed > said and mark == "；"):
            found.append((Span(*match.span("said")), said, listed))
    return tuple(found)


def _is_item(clause: str) -> bool:
    return len(clause) <= _TOO_LONG and bool(_ITEM.match(clause)) and not _NO_ITEM.match(clause)


def _is_joined(clause: str) -> bool:
    return bool(_JOINED.search(_RELATED.sub("", clause)))


def _goes_on(behind: str) -> bool:
    """Whether the next sentence may tell one more problem."""
    said = behind.removeprefix("。").lstrip().partition("。")[0]
    first = said.replace("；", "，").partition("，")[0]
    return bool(_ALSO.match(said)) or _is_item(first)
