"""Leaves out results of a few applications that a text tells a story of, until it comes back to the year.

王庄村6户村民先后递交申请，共6件。我局合并检索，6件均予以公开: who asked, where, and how many there were of these
narrow what is told behind it. So do 同楼另有4户提出内容相近的申请，2件部分公开 and 新收的54件中，后来有3件追问.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from core.base.patterns import holds_one, last_of, pattern
from core.checks.rules import CheckContext
from core.form.known_cells import ALL_WAYS
from core.report.entry_text import Number
from core.texts.claims.claim import Claim, Found
from core.texts.language.left_alone import OF_SOME
from core.texts.language.numbers import NUMERALS, han_number
from core.texts.reading.sentence.sentences import OVERVIEW_TEXTS, REQUEST_TEXTS
from core.texts.reading.sentence.share_checks import added

_TEXTS = (*REQUEST_TEXTS, *OVERVIEW_TEXTS)
_RULES = ("N-01", "N-03", "N-04", "N-05")
_OF_NUMBERS = ("N-01", "N-03")
_RESULTS = ("N-03", "N-05")
_OF_RESULTS = ("N-03", "N-04", "N-05")
_DIGITS = f"(?:\\d+|[{NUMERALS}]+)"
_NO_ASKER = "(?!干部|工作|专|兼|领导|法律顾问|部门|科室|单位|月|方面|渠道|类|季度|乡镇|街道|小时|环节|层级)"
_PERSONS = f"(?:多|余)?(?:[名位户]|家|个(?=人|村民|申请人|居民|企业|公司)|人(?!次)){_NO_ASKER}"
_GROUP = pattern(f"(?P<n>{_DIGITS})(?:{_PERSONS}|(?:多|余)?(?:[件份起]|宗(?!地|土地)|次(?=申请|提出|提交|递交)))")
"""(6户)村民，(共6件): how many of these there were."""
_NO_STORY = "网上|网络|信函|当面|邮寄|平台|窗口|现场|线[上下]|邮件|邮箱|传真|结转|遗留"
"""Channels, and what was carried over: numbers of these are of all."""
_OF_NO_STORY = pattern(f"(?:{_NO_STORY})[^，；。、：\\d]{{0,10}}$")
_NARROWED = pattern(
    f"某|[\u4e00-\u9fff](?:先生|女士|大爷|大妈|老伯|阿姨|老师)|同一(?:名|位)?(?:代理人|委托人|律师|村民|居民)"
    "|(?:集中|一次性?|连续|接连|先后)(?:[两三四五六\\d]次)?(?:提[交出]|递交|寄来|送来|收到|接到|申请)"
    f"|(?:同|该|邻|这|本|那|另一)一?(?:楼|村|小区|社区|组|栋|单元|院|地块|申请人|人|企业|公司|项目|片区|事项|批|户|家|街区|律所|律师)"
    f"|(?:后来|此后|其后|之后|随后|不久)|(?:又|另|还|也|再)有(?![^，；。\\d]*(?:{_NO_STORY}))[^，；。]{{0,6}}[\\d{NUMERALS}]|类似|相近|相同|同样|相似|同类"
    f"|(?<![\\d.]){_DIGITS}{_PERSONS}|(?<![\\d至到—-])(?!1月1日|12月31日)\\d{{1,2}}月\\d+日(?![至到起止—-]|前(?!后)|以[前来])"
)
_ASKS = pattern(
    "申请(?!公开(?:工作|方面|平台|情况))|递交|提交|提出|来函|来信|索要|索取|要求|追问|询问|打听|来问|寄来|发来"
)
_BACK = pattern(
    "全[年局市县区省州委厅镇乡]|[今本]年|(?<!一)年[内度末底]|当年|截至|累计|总[计数量体]|合计|共计|所有|全部申请|各类|新收|上年|去年"
    "|20\\d\\d年|结转|此外|[按从][^，；。\\d]{1,8}(?:看|(?<!部)分)|(?:其余|余下|剩[余下])的?(?:各类)?申请|办结[^，；。\\d]{0,6}\\d|[我本](?:[局委办厅院市县区镇乡]|机关|单位|街道)(?:共|一共)|\n"
)
"""What brings a text back from a few to all."""
_AMONG = pattern("\\d+[件宗份](?:申请)?(?:当?中|里|之中)，?")
"""新收的54件(中，)后来有3件追问"""
_STOPS = "。！？\n"
_ALL_OF_THEM = pattern("[件宗份]?(?:申请)?(?:均|都|全部|全|一律|皆)")
_JUST_BEFORE = pattern("(?P<n>\\d+)[件宗份](?:申请)?$")
_REACH = 10
_OF_YEAR = pattern("累计|全年|新收|年内")
_EACH = pattern(
    f"(?P<many>{_DIGITS}){_PERSONS}[^，；。\\d]{{0,24}}?(?:各自?|每[人户家名位])[^，；。\\d]{{0,6}}?(?P<n>{_DIGITS})[件份]"
    "[^，；。\\d]{0,12}，[^，；。\\d]{0,6}\\d+[件份]$"
)
"""(三户)村民各递交(3件)申请，合计9件"""
_SUMMED = pattern("(?:合计|共计|总计|累计)(?:提出|提交|递交|申请|收到|为|有)*$")
"""14户农户分别来函，(合计)14件: how many of theirs."""
_OF_ONE = pattern(
    f"(?:(?<![\\d.第{NUMERALS}])(?:一|1)(?:[名位家户]|个(?=人|村民|申请人|居民|当事人|企业|公司))|(?<!\\d)某(?!些|种|类|项)|同一(?:个|名|位|家)?(?:申请人|人|村民|居民|当事人|企业|公司|律师)"
    "|[\u4e00-\u9fff](?:先生|女士|大爷|大妈|老伯|阿姨|老师)|有个(?:申请人|人|村民|居民|当事人|企业|公司|律师))(?P<told>[^；。！？\n]*)"
    "[，、](?:前后|先后|连同|拢共|这|都|，)*(?:共计|合计|总计|累计|一共|总共|共|计)(?:有|是|为)?\\d+[件份宗]$"
)
"""(一位申请人先后要过录像、底稿和笔录，计3件): of one person, whose papers were counted one by one."""
_WANTED = pattern(
    "申请(?!人)|递交|提交|提出|来[函信]|索[要取]|追问|询问|打听|[来寄发]来|问[过了起]|查[过了阅询]|调取|(?<![主重需首必只])要(?!么|点|件|闻|素)"
)
_OTHERS_TOO = pattern(
    "等(?!到|待|于|额)|负责|专人|工作人员|办理|接收|受理|\\d+[件份宗]|[一二两三四五六七八九十][件份宗](?!申请人)|另[一有]|其他|其余|还有|以及其"
)
_SO_FAR = pattern("截[至止](?:到|于)?(?:20\\d\\d年|本年|当年|今年)?(?:12月31日|年底|年末|期末|岁末)(?=[，,])")
"""(截至年末，)3件公开，2件结转: also of five applications, if these are all of them."""
_FARTHEST, _TWICE, _MANY = 2, 2, 10
"""So many sentences behind the one that tells of some a result may be theirs."""
_HINTS = (
    "户",
    "名",
    "位",
    "家",
    "人",
    "某",
    "同",
    "后",
    "又",
    "另",
    "还",
    "也",
    "类似",
    "相近",
    "日",
    "集中",
    "一次",
    "连续",
    "接连",
    "先生",
    "女士",
    "大",
    "老",
    "阿",
)


class _Group(NamedTuple):
    """Some applications that a sentence introduces: where it ends to tell how many, and the numbers that it tells."""

    end: int
    sizes: tuple[Number, ...]


def told_stories_left_out(context: CheckContext, found: Found) -> Found:
    """Do not judge the results of a few applications by those of all."""
    for i, (claim, scope) in enumerate(found):
        is_wrong = claim.agrees is False and claim.rule_id in _RULES and claim.place.text in _TEXTS
        is_wrong = is_wrong and (claim.rule_id not in _OF_NUMBERS or claim.number is not None)
        if not is_wrong or claim.is_share or (claim.number or 0) > max(claim.sums, default=0):
            continue
        told = [c for c, _ in found if c.place.text == claim.place.text]
        if _is_sum_of_each(context, claim) or _is_of_one_person(context, claim) or _is_of_story(context, told, claim):
            found[i] = claim.left_alone(OF_SOME), scope
    return found


def _is_sum_of_each(context: CheckContext, claim: Claim) -> bool:
    """Whether a number is what all of some persons sent in: 三户村民各递交3件申请，合计9件."""
    if claim.rule_id != "N-01":
        return False
    text = context.report.texts[claim.place.text]
    each = _EACH.search(text, last_of(_STOPS, text, 0, claim.place.start) + 1, claim.place.end)
    if each is None or _OF_YEAR.search(text, each.start(), claim.place.start):
        return False
    return _value(each, "many") * _value(each, "n") == claim.number


def _is_of_one_person(context: CheckContext, claim: Claim) -> bool:
    """Whether a number is how many papers one person asked for: 一位申请人要过录像和笔录，计2件，都归入执法案卷."""
    text, place = context.report.texts[claim.place.text], claim.place
    begin = last_of("。！？；\n", text, 0, place.start) + 1
    one = _OF_ONE.search(text, begin, place.end)
    if one is None or not _WANTED.search(one["told"]):
        return False
    number = claim.number or 0
    is_few = number < _MANY or all(number * _TWICE <= known for known in claim.sums)
    return is_few and not (_BACK.search(one["told"]) or _OTHERS_TOO.search(one["told"]))


def _is_of_story(context: CheckContext, told: Sequence[Claim], claim: Claim) -> bool:
    """Whether a result is that of some applications told of in its sentence, or in one of the two before it."""
    if claim.rule_id not in _OF_RESULTS:
        return False
    text, place = context.report.texts[claim.place.text], claim.place
    wholes = {added(way, context.numbers) for way in ALL_WAYS}
    end = place.start
    for back in range(_FARTHEST + 1):
        start = last_of(_STOPS, text, 0, end) + 1
        group = _group(text[start:end], wholes, _results_in(told, start, end, claim))
        if group:
            at = start + group.end
            run = _run(text, told, claim, at)
            is_sum = claim.number is not None and len(run) > 1 and sum(run) in group.sizes
            between = _SO_FAR.sub("", text[at : place.start]) if is_sum else text[at : place.start]
            return not _BACK.search(between) and _fits(text, claim, group.sizes, run, back)
        if start == 0 or text[start - 1] == "\n" or _BACK.search(_SO_FAR.sub("", text[start:end])):
            return False
        end = start - 1
    return False


def _results_in(told: Sequence[Claim], start: int, end: int, claim: Claim) -> list[tuple[int, int]]:
    """Return where in a sentence results are told, counted from its beginning; their numbers are of no group."""
    return [
        (c.place.start - start, c.place.end - start)
        for c in told
        if c is not claim and c.rule_id == "N-05" and c.number is not None and start <= c.place.start < end
    ]


def _group(words: str, wholes: set[Number | None], results: Sequence[tuple[int, int]]) -> _Group | None:
    """Return the applications that a sentence introduces as some, up to a claim; None for none."""
    if not holds_one(words, _HINTS):
        return None
    among = [*_AMONG.finditer(words)]
    begin = among[-1].end() if among else 0
    narrowed = _NARROWED.search(words, begin)
    if narrowed is None or not _ASKS.search(words, begin):
        return None
    counts = [
        count
        for count in _GROUP.finditer(words, begin)
        if not any(start < count.end() and count.start() < end for start, end in results)
        and not _OF_NO_STORY.search(words, begin, count.start())
    ]
    sizes = tuple(_value(count) for count in counts)
    if not counts or any(size in wholes for size in sizes):
        return None
    summed = _SUMMED.search(words, begin, counts[-1].start()) if len(counts) > 1 else None
    if _BACK.search(words, begin, (summed or counts[-1]).start()):
        return None
    return _Group(counts[-1].end(), sizes)


def _value(count: re.Match[str], name: str = "n") -> Number:
    return int(count[name]) if count[name].isdecimal() else han_number(count[name]) or 0


def _run(text: str, told: Sequence[Claim], claim: Claim, at: int) -> list[Number]:
    """Return the results told beside one behind a place, up to where the text comes back to the year."""
    sentence = last_of(_STOPS, text, 0, claim.place.start) + 1
    ends = [place for mark in _STOPS if (place := text.find(mark, claim.place.end)) >= 0]
    back_again = _BACK.search(text, claim.place.end)
    end = min([*ends, len(text)] + ([back_again.start()] if back_again else []))
    return [
        c.number
        for c in told
        if c.rule_id in _RESULTS
        and c.number
        and not c.is_share
        and max(at, sentence) <= c.place.start < end
        and not _ALL_OF_THEM.match(text, c.place.end)
    ]


def _fits(text: str, claim: Claim, sizes: Sequence[Number], run: Sequence[Number], back: int) -> bool:
    """Whether a result may be of some: no more together than they are.

    In a sentence behind theirs it is just as many, or fewer where the table has more than they are.
    """
    if claim.number is None:
        told = _JUST_BEFORE.search(text, max(claim.place.start - _REACH, 0), claim.place.start)
        return max(sizes) > 0 and (not back or (told is not None and int(told["n"]) in sizes))
    if claim.number in sizes and _ALL_OF_THEM.match(text, claim.place.end):
        return True
    return sum(run) <= max(sizes) and (not back or sum(run) in sizes or max(sizes) < min(claim.sums))
