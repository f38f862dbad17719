"""Finds days told as those that the statute gives which it does not: 延长期最多不得超过30个工作日 (N-25)."""

from __future__ import annotations

import re
from functools import lru_cache

from core.base.patterns import pattern
from core.texts.language.numbers import han_number
from core.texts.rules.views import Span, sentence_around

_COUNTED_BEFORE = pattern(r"(?:\d|[一二两三四五六七八九十])\s*[件宗](?:申请)?(?:是|用时|分别)?[在于]?$")
"""收到9件，其中(7件在)15个工作日内答复: how long some took."""
_ALL_COUNTED = pattern(
    r"(?:^|[，；：])(?:对于?|前述|上述|以上|这|该|此|其中|其余|另外?|的)*(?:\d+|[一二两三四五六七八九十]+)\s*[件宗](?:申请)?(?:的?(?:答复|办理))?，?"
    "(?:均|都|全部|全|皆|也|已|即|便|就)+(?:是|用时)?[在于]$"
)
"""解除隔离后提出3件申请…。(3件都在)15个工作日之内答复: how long these took."""
_LIMIT_KEPT = pattern("之?[以内]*的|(?:之内|以内|内)?[^，。；]{0,8}(?:期限|时限|规定|法定|条例)")
"""3件都在15个工作日(的法定期限)内答复: the limit all the same"""
EXTENDED_BY = pattern(
    r"(?:延[长期]|顺延|展期|宽限)(?:(?!答复|办结)[^，。；\d]){0,12}(?:20|二十)\s*个?工作日(?!之?内(?:予以)?(?:答复|办结|回复))"
    r"|(?:可以?|再|最多|另)(?:再|另|最多|多)*(?:给|加|增加|追加|延|推迟)(?:20|二十)\s*个?工作日"
)
"""15个工作日内答复，确需延长的可再(延长20个工作日): no limit to answer, so none that 15 days are within"""
_DAYS = r"(?P<days>(?P<number>(?<!\d)\d{1,3}|[一二三四五六七八九十百]{1,4})\s*个?工作日)"
_EXTENDED = pattern(
    "(?:(?:延长|延期)[^，。；\\n]{0,12}[，]?(?:最长|最多|至多)?(?:不得?超过|不能超过|不应超过|最长为?|最多为?|至多为?)"
    f"|(?:最长|最多|至多)(?:可以?|只能)?(?:延长|延期))[^，。；\\d]{{0,4}}?{_DAYS}",
    needs=["工作日"],
)
_BY_STATUTE = pattern(
    f"(?:条例》?(?:中|里)?所?(?:规定|明确|要求|确定|定)的?|法定的?){_DAYS}(?:之?内)?的?(?:法定)?(?:答复|办结)(?:期限|时限|期)"
    f"|(?:条例》?(?:中|里)?所?(?:规定|明确|要求|确定|定)的?|法定的?)(?:申请)?(?:答复|办结)(?:期限|时限|期)(?:为|是)(?:自?收到[^，；。]{{0,10}}之日起)?"
    f"{_DAYS.replace('days', 'days2').replace('number', 'number2')}",
    needs=["工作日"],
)
"""条例规定的(30个工作日)答复期限, 条例规定的答复期限为(10个工作日)"""
_TO_AMEND = pattern(
    f"(?:收到[^，。；]{{0,10}}之日起|(?:按照?|依照?|依据|根据)[^，。；]{{0,4}}条例[^，。；]{{0,4}}规定)[^，。；\\d]{{0,10}}{_DAYS}之?内?"
    "[^，。；]{0,16}(?:告知|通知)[^，。；]{0,8}补正",
    needs=["补正"],
)
"""(收到申请之日起15个工作日内一次性告知申请人补正): seven, by article 30."""
_OF_ANOTHER = pattern(
    "许可|信访|复议|诉讼|投诉|举报|工单|热线|提案|听证|处罚|来信|补正|缴费|第三方(?!.*延)|比|短于|优于"
)
_SO_MANY_EXTENDED = pattern(
    r"(?:延[长期][^，。；\d]{0,8}\d+[件宗份]|\d+[件宗份][^，。；\d]{0,4}延[长期])[^。；\d]{0,12}(?<!不得超过)(?<!不超过)(?<!不应超过)$"
)
"""(延期答复4件，延期时间最长)15个工作日: what was done, no rule"""
_OTHER_MATTERS = pattern("许可|信访|复议|诉讼|投诉|举报|工单|热线|提案|听证|处罚")
_IN_ALL = pattern("延[长期]后|合计|总[共计]?|连同|收到[^，。；]{0,10}之日|加上|共")
_TIME_TAKEN = pattern("\\d[件宗份]|用时|耗时|历时|用了|用去|花了|时长|[中里]，")
"""延期答复的(4件)，最长(用时)38个工作日: how long it took, within both limits together"""
_ANSWERED_BY_THEN = pattern("之?内?(?:均|都|全部|即|已)*(?:予以)?(?:办结|办毕|办理完毕|答复|回复|办复)")
_OF_PERIOD = pattern("期限|延长期|延期期|时间|再|延[长期]$")
"""延期的申请不超过40个工作日(办结): both limits together; not 延长的(期限)不超过40个工作日"""
_TO_ANSWER_BEHIND = pattern(
    "(?:之?内)?的?(?:法定|(?:《?条例》?|国家|法律)规定)的?(?:(?:申请|依申请公开)?(?:办理)?答复(?:期限|时限|期)|(?P<any>(?:办理|办结)?(?:期限|时限|期)))"
)
_TO_ANSWER_BEFORE = pattern(
    "(?:法定|(?:《?条例》?|国家|法律)规定)的?(?:(?:申请|依申请公开)?(?:办理)?答复(?:期限|时限|期)|(?P<any>(?:办理|办结)?(?:期限|时限|期)))的?[为是即（(]?$"
)
"""临近15个工作日(的法定答复期限)才报送意见, (法定答复期限)15个工作日: of applications, whatever is done by then."""
_GIVEN, _LIMIT_BEHIND = pattern("(?:法定|条例》?规定)的?$"), pattern("的?(?:申请)?答复(?:期限|时限|期)")
"""(条例规定的)15个工作日(答复期限)"""
_ON_REQUESTS = pattern("申请|答复|信息公开|条例")
_LIMIT, _LIMIT_BEFORE, _BOTH, _AMEND = 20, 15, 40, 7
"""Days to answer, those of the statute of 2007, with the extension, and to say what an application lacks."""


@lru_cache(maxsize=256)
def limits_not_given(text: str) -> tuple[tuple[str, Span], ...]:
    """Return the days that are told as given by the statute, to answer or as the longest extension, and are not."""
    found = []
    for match in _EXTENDED.finditer(text):
        number, sentence = _number(match["number"]), sentence_around(text, *match.span())
        is_in_all = number == _BOTH and bool(_IN_ALL.search(sentence))
        is_in_all = is_in_all or (number <= _BOTH and _is_time_taken(text, match))
        is_meant = _ON_REQUESTS.search(sentence) and not _OF_ANOTHER.search(sentence)
        if number > _LIMIT and is_meant and not is_in_all:
            found.append(("extended", Span(*match.span("days"))))
    for match in _BY_STATUTE.finditer(text):
        kind = "days" if match["days"] else "days2"
        number = _number(match["number"] or match["number2"])
        sentence = sentence_around(text, *match.span())
        if number not in (0, _LIMIT, _LIMIT_BEFORE) and not (_OF_ANOTHER.search(sentence) or "延" in sentence):
            found.append(("limit", Span(*match.span(kind))))
    late = [match for match in _TO_AMEND.finditer(text) if _number(match["number"]) > _AMEND]
    return (*found, *(("amend", Span(*match.span("days"))) for match in late))


def _is_time_taken(text: str, match: re.Match[str]) -> bool:
    """Whether days are told as those that applications took, from the first to the last: 延期的4件最长38个工作日."""
    if _TIME_TAKEN.search(text, match.start(), match.start("days")):
        return True
    is_answer = _ANSWERED_BY_THEN.match(text, match.end("days"))
    return bool(is_answer) and not _OF_PERIOD.search(text, match.start(), match.start("days"))


def are_days_taken(before: str, after: str) -> bool:
    """Whether days are those that so many applications took, by the words of the sentence before and behind them."""
    return bool(_COUNTED_BEFORE.search(before) or (_ALL_COUNTED.search(before) and not _LIMIT_KEPT.match(after)))


def is_to_answer(before: str, after: str) -> bool:
    """Whether days are called the legal limit to answer, in a clause that names nothing else to be answered."""
    clause = before[max(before.rfind(mark) for mark in "，；：") + 1 :]
    if _OF_ANOTHER.search(clause) or _OTHER_MATTERS.search(before):
        return False
    if _GIVEN.search(before) and _LIMIT_BEHIND.match(after):
        return True
    said = _TO_ANSWER_BEHIND.match(after) or _TO_ANSWER_BEFORE.search(before)
    return said is not None and (said["any"] is None or "申请" in clause)


def is_no_limit(text: str, place: int) -> bool:
    """Whether days at a place are no limit of applications: 信访事项最长可延期15个工作日, 延期4件，最长15个工作日."""
    if _SO_MANY_EXTENDED.search(text, 0, place):
        return True
    begin = max(text.rfind(mark, 0, place) for mark in "。\n") + 1
    return bool(_OTHER_MATTERS.search(text, begin, place))


def _number(said: str) -> int:
    return int(said) if said.isdecimal() else han_number(said) or 0
