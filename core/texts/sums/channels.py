"""Finds lists that are all of a number though nothing closes them but their own words: 信函、网络、当面三种方式分别为….

Ways in are named first and their numbers follow in order; parts of one kind (涉及征地的, 涉及规划的) end with 其他.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from core.base.patterns import pattern
from core.texts.language.numbers import han_number
from core.texts.language.things import Count
from core.texts.sums.sum_shapes import FEWEST, Sums, differs

_NAMES = pattern(
    "(?:其中|按|从|通过|以|经由?|渠道|方式|途径|为|：|，|由)*(?P<names>[^，；：。、（）\\d]{2,8}(?:(?:、|和|及|与)[^，；：。、（）\\d]{2,8}?)+?)"
    "(?:等?(?P<many>[二两三四五六])[种类个][^，；：。（）\\d]{0,4}|渠道|方式|途径)?(?:提交|提出|收到|受理|递交|申请|办理|登记)?的?"
    "(?:数量|件数)?(?:分别|依次)(?:为|是|有|收到|受理|提交|达)?$"
)
"""信函、网络、当面三种方式提交的分别为"""
_BETWEEN = pattern("(?:、|和|及|与|以及)")
CHANNEL = pattern(
    "信函|信件|邮寄|邮政|快递|来信|当面|现场|窗口|网|线上|平台|邮件|邮箱|传真|在线|系统|公众号|来人|上门|线下|小程序|微信"
)
_NAME, _AND = r"[^，；：。、（）\d]{2,10}?", "(?:、|，|和|及|与|以及)?"
_WAY = pattern(rf"(?P<name>{_NAME})(?P<number>(?P<digits>\d+)[件宗份]?){_AND}")
_LISTED = pattern(
    rf"(?P<list>(?:{_NAME}\d+[件宗份]?{_AND}){{2,}})(?:全年|年内)?(?:共计|共|一共|总共)(?:收到|受理|接收|新收|登记|有|为)*"
    r"(?:政府信息公开|政府信息|信息公开|依申请公开)?的?(?:申请)?(?P<total>\d+)[件宗份](?=[，；。]|$)",
    needs=["共"],
)
"""当面4、网上5、信函3件，共收到11件"""
_LISTED_BEHIND = pattern(
    rf"(?P<total>\d+)(?P<unit>人次|件次|次|件|个)：(?P<list>(?:{_NAME}\d+(?:人次|件次|次|件|个)?{_AND}){{3,}})(?=[。；]|$)",
    needs=["："],
)
"""接待咨询共96人次：电话57，窗口24，网上留言13"""
_OF_TALK = pattern(f"{CHANNEL.pattern}|电话|留言|热线|来电|来访")
OF_APPLICATIONS = ("件", "份", "宗")
OF_OTHERS = pattern("(?:上年|去年)(?!.*(?:转|遗留|移|留))|同期|较|比|增|减|其中|延期")
_APPLICATION = pattern("申请(?!人)|来件|收件|进件")
_WAY_IN = pattern(
    "^(?:其中|通过|经由?|以|从|由|来自|申请人|自)*"
    "(?:网络|网上|线上|在线|互联网|网站|门户网站|政府网站|平台|网页|信函|信件|邮寄|邮政|快递|来信|寄信|当面|现场|窗口|上门|来人|线下|电子邮件|电子邮箱|邮箱|邮件|传真|系统|公众号|小程序|微信|依申请公开|申请|等|/)+"
    "(?:方式|渠道|途径|形式|平台|系统)*(?:提交|递交|提出|申请|收到|受理|寄来|送达|登记|接收|的|有|共)*$"
)
"""网上提交, 以信函方式: the words before the number of a way in, all of them known."""
_YEAR_FIRST = pattern(
    f"^(?:全年|年内|本年度?|今年|新收|收到|共|申请[中里]?)+(?=(?:通过|以|由|从|经)?(?:{CHANNEL.pattern}))"
)
"""(全年申请)信函62件、网上198件: the first of them, and no total."""
_OF_WAYS = pattern(
    "^(?:的)?(?:政府信息公开)?(?:申请|办件)?的?(?:提交|递交|提出|送达|收到|受理|申请)?的?(?:方式|渠道|途径)(?:分别|依次|分布)*(?:为|是|有)：?"
)
"""4件(申请的提交方式分别为)网上申请平台2件: what the parts are, and no name of one."""
_NEXT_PART = pattern("[，、；](?:另有|还有|另|有|以及|和|及)?$")
_GOES_ON = pattern("[，、；]?(?:等|其他|其它|其余|余下|还有|另|以及|、|[^，；。]{0,12}\\d)")
TOLD_TWICE = pattern("同时|重复|多种|又|分别通过|交叉|并以|再次|补充|另")
_NEARLY_ALL = Decimal("0.9")
"""The share of their total from which on ways in that do not say how many they are seem to be all."""
NO_OTHER = pattern(
    "[，；、]?(?:(?:除)?此(?:之|以)?外，?)?(?:[别再并]{0,3}(?:没有|无|未收到|未发生|未出现)[^，；。\\d]{0,6}"
    f"(?:{CHANNEL.pattern}|其[他它]|别的)[^，；。\\d]{{0,8}}|(?:其[他它])(?:方式|渠道|途径)(?:均|都)?(?:没有|为?[零0无])[^，；。\\d]{{0,4}})(?=[，；。]|$)"
)
"""83件申请中信函39件、网络23件、当面12件(，没有传真方式), (，此外别无其他渠道): these are all."""
_BY_NET = pattern("网|线上|在线|平台|系统")
_BY_MAIL = pattern("信函|信件|邮寄|邮政|快递|来信|寄信")
_AT_DESK = pattern("当面|现场|窗口|上门|来人|线下")
_LEAST_OF_ALL_WAYS, _LEAST_OF_CLOSED = Decimal("0.8"), Decimal("0.5")
"""The share of their total from which on the three usual ways in, or those beside which none is, seem to be all."""
_LAST = pattern("^(?:其[他它余]|剩余|余下|剩下)(?:[各]?类|方面|事项|领域|内容|信息)*的?$")
_SORT = pattern("(?:的|类|方面)$")
_RESULT = pattern(
    "公开|提供|不予|办结|答复|结转|撤回|终止|补正|自然人|企业|法人|个人|维持|纠正|审结|驳回|网|信函|当面|邮"
)
"""What a list of matters does not tell: results and ways in stand beside it and are no parts of it."""
_OFTEN_BOTH = pattern("罚款|没收|警告|吊销|暂扣|责令")
"""What one penalty may be at once: 罚款决定90件，没收违法所得决定14件."""
_OFFICE = pattern(
    "(?!.*[涉转向送含])[^，；：。（）\\d]{0,10}(?:机关|本级|本部|分局|支局|(?<![结当此布])局|委员会|部门|乡镇|镇街|街道|[镇乡]|区县|县区|[支大]队|中心)"
)
"""县直部门193件, 江北分局231件: whose they are, nothing else."""
_MAIN, _BRANCH = pattern("(?:机关|本级|本部)$"), pattern("[^，；：。（）\\d]{2,6}(?:分局|支局|[支大]队)")
_KIND_OF_OFFICES = pattern(
    "(?:[省市州县区镇乡]|政府|全[省市州县区]|各级?){0,3}(?:机关|本级|(?:直属?|级)?(?:各|其他)?(?:部门|单位)|乡镇|镇街|街道|[镇乡]|区县|县区|县)"
    "(?:收到|受理|承办|接收|新收)?"
)
"""县政府本级、县直部门、乡镇: whoever names them so names all there are."""
_LEAST_OF_TWO, _LEAST_OF_MANY, _LEAST_OF_BRANCHES = Decimal("0.95"), Decimal("0.9"), Decimal("0.97")
"""The share of a total from which on the parts that are listed seem to be all."""


def least_share(heads: Sequence[str]) -> Decimal:
    """Return how much of a total some parts must be to be meant as all of it; 1 where some are left out as a rule.

    The office itself and its branches are all there are (局机关412件，江北分局231件，城南分局178件), so are
    kinds of offices; of other offices only those with many are named.
    """
    first, *others = named = [head.removeprefix("其中") for head in heads]
    if not all(map(_OFFICE.fullmatch, named)) or all(map(_KIND_OF_OFFICES.fullmatch, named)):
        return _LEAST_OF_TWO if len(heads) < FEWEST else _LEAST_OF_MANY
    is_whole = len(heads) > FEWEST and _MAIN.search(first) and all(map(_BRANCH.fullmatch, others))
    return _LEAST_OF_BRANCHES if is_whole else Decimal(1)


def is_one_list(heads: Sequence[str]) -> bool:
    """Whether the words before some numbers are alike: 涉及征收的、涉及物业的、其他; 食品许可、药品许可、其他许可.

    So are names of offices, each of which has its own: 县政府本级78件，县直部门193件，乡镇96件.
    """
    names = [head.removeprefix("其中") for head in heads]
    if len({name[:2] for name in names}) == 1 or all(map(_OFFICE.fullmatch, names)):
        return True
    if any(_RESULT.search(name) or _OFTEN_BOTH.search(name) for name in names):
        return False
    if len(names) >= FEWEST and len({name[-2:] for name in names}) == 1 and min(map(len, names)) > 2:
        return True
    if not _LAST.match(names[-1]):
        return False
    *named, _ = names
    sorts = [_SORT.search(name) for name in named]
    ends = {sort[0] for sort in sorts if sort}
    return len({name[:2] for name in named}) == 1 or (all(sorts) and len(ends) == 1)


def sums_of_channels(text: str, counts: Sequence[Count]) -> Sums:
    """Yield numbers that are not what came by all of the ways in: told in order, or listed before them."""
    yield from _in_order(text, counts)
    yield from _before_total(text, counts)
    yield from _behind_total(text, counts)


def _before_total(text: str, counts: Sequence[Count]) -> Sums:
    """Yield totals behind a list of ways in, of which the last may have the unit: 当面4、网上5、信函3件，共11件."""
    for match in _LISTED.finditer(text) if counts and "共" in text and CHANNEL.search(text) else ():
        total = next((c for c in counts if c.start == match.start("total")), None)
        if total is None or total.is_rough:
            continue
        ways = [*_WAY.finditer(text, *match.span("list"))]
        parts = [_part(total, way) for way in ways]
        added = sum(part.value for part in parts)
        is_all = added > total.value or (added < total.value and len(parts) >= FEWEST)
        if is_all and all(CHANNEL.search(way["name"]) for way in ways):
            yield total, parts, ""


def _behind_total(text: str, counts: Sequence[Count]) -> Sums:
    """Yield totals before a list of ways in, whose parts need no unit, and which ends its part of the sentence."""
    for match in _LISTED_BEHIND.finditer(text) if counts and "：" in text else ():
        total = next((c for c in counts if c.start == match.start("total")), None)
        ways = [*_WAY.finditer(text, *match.span("list"))]
        if total is None or total.is_rough or not all(_OF_TALK.search(way["name"]) for way in ways):
            continue
        parts = [_part(total, way) for way in ways]
        if sum(part.value for part in parts) != total.value:
            yield total, parts, ""


def _part(total: Count, way: re.Match[str]) -> Count:
    start, end = way.span("number")
    return total._replace(start=start, end=end, value=int(way["digits"]), head=way["name"])


def _in_order(text: str, counts: Sequence[Count]) -> Sums:
    """Yield numbers that are not all of the ways in, which are named before their numbers."""
    if "分别" not in text and "依次" not in text:
        return
    counts = [count for count in counts if count.unit != "个"]  # 三个渠道分别为83件、59件和18件
    for i, first in enumerate(counts[1:], 1):
        begin = max(text.rfind(mark, 0, first.start) for mark in "，；：。（）") + 1
        named = _NAMES.fullmatch(text[begin : first.start])
        if named is None or begin < counts[i - 1].end:
            continue
        names = _BETWEEN.split(named["names"])
        parts = counts[i : i + len(names)]
        totals = [c for c in counts[:i] if c.unit == first.unit and c.start >= text.rfind("；", 0, begin) + 1]
        if len(parts) < max(len(names), FEWEST) or not totals or not all(map(CHANNEL.search, names)):
            continue
        are_joined = all(_BETWEEN.fullmatch(text[a.end : b.start]) for a, b in pairwise(parts))
        if not are_joined or any(c.is_rough or c.unit != first.unit for c in (*totals, *parts)):
            continue
        is_all = bool(named["many"]) and han_number(named["many"]) == len(names)
        goes_on = bool(_GOES_ON.match(text, parts[-1].end))
        is_all = is_all or (not goes_on and sum(part.value for part in parts) >= _NEARLY_ALL * totals[-1].value)
        if differs(totals, parts, is_closed=is_all):
            yield totals[-1], parts, ""


def ways_in_listed(text: str, counts: Sequence[Count]) -> Sums:
    """Yield applications that are fewer than their ways in told behind them one by one, or hardly more.

    全年26件申请，网上提交15件，邮寄8件，当面递交5件: nothing but the words of the parts says that they are parts.
    """
    if len(counts) < FEWEST or not _APPLICATION.search(text) or TOLD_TWICE.search(text):
        return
    ways = [bool(_WAY_IN.match(_OF_WAYS.sub("", _YEAR_FIRST.sub("", count.head)))) for count in counts]
    first = next((i for i, is_way in enumerate(ways) if is_way), 0)
    end = next((i for i in range(first, len(counts)) if not ways[i]), len(counts))
    parts = counts[first:end]
    if len(parts) < 2:
        return
    if any(part.head.startswith("其中") for part in parts[1:]):
        return  # 网上380件，其中小程序112件；信函84件
    frame = text.rfind("；", 0, parts[0].start) + 1
    totals = [c for c in counts[:first] if c.start >= frame and not _is_aside(text, c, parts[0])]
    if not totals or {c.unit for c in (*totals, *parts)} - {*OF_APPLICATIONS}:
        return
    gaps = [text[a.end : b.start - len(b.head)].lstrip() for a, b in pairwise((totals[-1], *parts)) if b.head]
    is_plain = all(map(_NEXT_PART.match, gaps[1:])) and _APPLICATION.search(text, 0, parts[0].start)
    if not is_plain or any(c.is_rough or c.unit != totals[-1].unit for c in (*totals, *parts)):
        return
    if differs(totals, parts, is_closed=False):
        yield max(totals, key=lambda total: total.value), parts, "more"
    elif len(totals) == 1 and not _GOES_ON.match(text, parts[-1].end):
        least = _least_of_ways(text, parts)
        added = sum(part.value for part in parts)
        if least is not None and least * totals[-1].value <= added < totals[-1].value:
            yield totals[-1], parts, "" if least == _LEAST_OF_CLOSED else "less"


def _least_of_ways(text: str, parts: Sequence[Count]) -> Decimal | None:
    """Return how much of their total some ways in must be to be meant as all of it; None for ways that may be some."""
    if NO_OTHER.match(text, parts[-1].end):
        return _LEAST_OF_CLOSED
    if len(parts) < FEWEST:
        return None
    is_usual = all(any(way.search(part.head) for part in parts) for way in (_BY_NET, _BY_MAIL, _AT_DESK))
    return _LEAST_OF_ALL_WAYS if is_usual else _NEARLY_ALL


def _is_aside(text: str, count: Count, part: Count) -> bool:
    """Whether a number before some parts stands in brackets, or is one of another year: 26件（上年30件），网上15件."""
    between = text[count.end : part.start]
    return between.find("）") > between.find("（") == -1 or bool(OF_OTHERS.search(count.head))
