"""Knows that there was no case of one sort, which says nothing of the others: 无未结诉讼, 没有二审诉讼."""

from __future__ import annotations

import re

from core.base.patterns import pattern
from core.form.known_cells import AFTER_ROW, DIRECT_ROW
from core.texts.reading.sentence.sentences import NumberReading

_SORT = pattern(
    "(?:未(?:审?结|审毕|办结|决|了结?|完结?|判决?)|在[审办]|待[审决判结]|审理中|在审理中?|遗留|积压|跨年度?|存量"
    "|二审|再审|上诉|重复)(?:的|行政|政府|信息公开|案件|类|、)*$"
)
"""无(未结)诉讼"""
_FOR_ONE_REASON = pattern(
    "(?:因为?|由于|就|针对)[^，；。]{0,12}?(?:重新出具|要求确认|要求更正|更正|重复|补正|收费|处理费|不予公开|部分公开|无法提供|不予处理|不存在"
    "|送达|期限|时限|程序|文书|格式|内部事务|过程性|第三方|隐私|商业秘密|检索|签收|出具)"
)
"""没有(因要求确认、重新出具政府信息被)起诉: there may be others."""
_NOUN_BEHIND = pattern("的?(?:政府信息公开|信息公开)?(?:的|案件|类)*(?:行政)?(?:复议|诉讼)[^，；。\\n]{0,12}")
_MARKS = pattern("[，；。]")
COURT_AGAIN = pattern("二审|再审|上诉")


def denies_a_sort(between: str) -> bool:
    """Whether words between a negation and 复议 or 诉讼 say of what sort there was none."""
    return bool(_SORT.search(between) or _FOR_ONE_REASON.match(between))


_STRAIGHT = pattern("直接|径[行直自]|(?:未经?过?|不经过?|没有经过|绕[过开]|跳过)(?:行政)?复议")
_REVIEWED = pattern(
    "复议后|(?:不服|不满)[^，；。、]{0,12}?复议(?:机关)?[^，；。、]{0,8}?(?:决定|结果|结论)?|(?:经过?|历经|走完|先行?)(?:行政)?复议(?!机关|机构)"
    "|对[^，；。、]{0,10}?复议[^，；。、]{0,8}?(?:决定|结果|结论)[^，；。、]{0,4}?(?:不服|不满|有异议)"
)


def way_denied(named: str) -> str:
    """Return the begin of the cells of the way to court that words before 未发生 name; "" for none.

    不服复议决定起诉的案件未发生: there may be cases that came to court directly.
    """
    is_straight, is_reviewed = _STRAIGHT.search(named), _REVIEWED.search(_STRAIGHT.sub("", named))
    if is_straight and is_reviewed:
        return ""
    return f"{DIRECT_ROW}." if is_straight else f"{AFTER_ROW}." if is_reviewed else ""


def noun_behind(denied: re.Match[str]) -> str:
    """Return the words behind 无未结 where they name the cases: 诉讼."""
    noun = _NOUN_BEHIND.match(denied.string, denied.end())
    return noun[0] if noun else ""


def with_words_of(denied: NumberReading, count: NumberReading, printed: str) -> NumberReading:
    """Return a denial with the words of the number it is told of, unless that stands in another clause behind it.

    无一败诉，负责人出庭应诉8次: the denial is not told of these 8.
    """
    is_behind = denied.end <= count.start and bool(_MARKS.search(printed, denied.end, count.start))
    return denied if is_behind else denied._replace(words=(*denied.words, *count.words[:1]))


def own_span(match: re.Match[str]) -> tuple[int, int]:
    """Return where a denial stands itself, without another one that it must stand behind."""
    return match.span("told" if "told" in match.re.groupindex else 0)
