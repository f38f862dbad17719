"""Finds percentages that the numbers beside them do not give, without knowing what is counted.

A part of a total: 公开信息156条，其中微信公开25条，占26%.
A rate named after its number: 收回问卷185份，满意174份，满意率97.0%.
A change: 公开信息135条，比上年的123条增长15%.

What is not understood is left alone: a percentage is wrong only if none of the numbers it may be a share of gives it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from core.base.patterns import pattern
from core.report.entry_text import Number, format_number
from core.texts.language.last_year import is_of_last_year
from core.texts.language.numbers import plain_text
from core.texts.language.things import FRAME, Count, counts_in
from core.texts.language.year_words import DONE, FALLEN, GROWTH_IN_WORDS, RISEN
from core.texts.sums.bases_told import shares_of_bases
from core.texts.sums.percentages import HUNDRED, gives, gives_either, in_words, places_of
from core.texts.sums.sum_shapes import TOTAL_ALONE
from core.texts.sums.told_of import has_own_base, values_now
from core.texts.sums.years_in_turn import LAST_YEAR, is_growth_between, is_same_of_last_year

_UNIT = "[件条篇个次份人家期]"
_PERCENT = r"(?P<about>约|近|超过?|达到?|逾)?(?P<share>\d{1,3}(?:\.\d{1,3})?)%"
_IN_WORDS = (
    "(?P<words>(?:超过?|接近|将?近|约|逾|不[足到]|达到?)?(?:[一二两三四五六七八九]成|[二三四五十]分之[一二三四]|一半))"
)
"""(三成)以上"""
_GROWTH = f"(?:{_PERCENT}|{_IN_WORDS})"
_OF_ALL = "(?:了|比|其|全部|总|数|量|的|为|是|约|公开|信息|发布|条|申请|办件|全年|当年|本年度?|：)*"
_SHARE = rf"(?P<about0>约)?占{_OF_ALL}{_PERCENT}(?!左右|、|[和与及]\d)"
_PART = pattern(f"[，、（]?(?:仅|只|也|就)?{_SHARE}")
"""，占总数的84%"""
_PART_SAID = pattern(
    rf"(?=[^件宗])[^\d，；。：、（）](?:[^，；。：、（）\d]|\d+(?:个月|天|日|年)){{1,14}}，{_SHARE}", needs=["占"]
)
"""12个，其中7个(超过3个月未更新，占58.3%)"""
_IN_BRACKETS = pattern(rf"（{_PERCENT}）")
"""（64.4%）"""
_RATE = pattern(rf"[，（]?(?P<name>[\u4e00-\u9fff]{{2,4}}?)率(?:为|是|达到?|：)*{_PERCENT}")
"""，满意率97.0%"""
_RATE_BEHIND = pattern(
    rf"(?![未不没])[\u4e00-\u9fff]{{2,10}}[，（](?P<name>[\u4e00-\u9fff]{{2,4}}?)率(?:为|是|达到?|：)*{_PERCENT}"
)
"""30个单位中28个(合格，合格率90%)"""
_WITHIN_NAME = pattern("(?<=次)性?[\u4e00-\u9fff]{2,6}率")
"""一次(应答率)91.7%, 一次(性告知率): a number within the name of a rate."""
_ALL_OF_THEM = pattern("全部|均|都|逐一|逐件|同步")
_NO_RATE = pattern("办结|答复|按期|按时|及时|公开|公示|合格|完成|优秀|同比|增长|上升|下降|环比|纠|诉|维持")
"""Rates whose base may be another one: those answered of those that were due."""
_AT_COURT, _OF_COURT = ("出庭", "应诉"), pattern("诉|庭|案")
"""受训民警964人次。…负责人11人次，(出庭)率91.67%: of the cases in court, of no others."""
_CHANGE = pattern(
    rf"[）]?[，]?(?:(?:增加|减少|[多少]{DONE})\d+{_UNIT}，)?(?:同比)?(?:(?P<more>增长|增加|上升|提高|增幅|增)|(?P<less>下降|减少|降低|降幅|降))(?:了|为|达)?{_GROWTH}"
)
"""，增长43.2%; 增加5件，增幅20%"""
_GROWN = pattern(
    rf"，?(?P<than>同比|比上年|比去年|较上年|较去年)?(?:(?P<more>{RISEN})|(?P<less>{FALLEN}))[了为是]?{_GROWTH}"
)
"""上年收到12件，今年收到18件(，同比增长50%)"""
_THAN = pattern(
    "）?[，（]?(?:同比|(?:较|比|与)(?:□□□上年|上年|去年|上一年)度?(?:同期)?(?:相比)?，?)(?:净)?"
    f"(?:(?P<less>减少|下降|降低|少{DONE})|增加|增长|上升|提高|多{DONE})[了出]?"
)
_DIFFERENCE = pattern(rf"[，、（](?:同比)?(?:{RISEN}|{FALLEN}|幅度|比例)(?:为|达到?|了|约)?{_GROWTH}")
"""30篇，同比增加10篇(，增长60%)"""
_BASE = pattern(
    "^(?:[^，；。\\d]{0,8}申请[件总数量]*)?(?:比|较|与|同|跟|由|从|在)(?:□□□上年|□□□他年|上年|去年|上一年)(?!度?[底末]?的?(?:结转|遗留|转入))"
)
_IS_CHANGE = pattern(f"(?:增加?|减少?|增长|下降|上升|[多少]{DONE}|提高|降低)[了出]?$")
_BASE_IN_BRACKETS = pattern("(?:比|较|与|同|跟)(?:□□□上年|□□□他年|上年|去年|上一年)度?（(?:为|是|收到|共)?$")
_MOVED = pattern(
    "）?(?:相比|对比|比)?，?(?:[^，；。：（）\\d]{0,10}?)"
    f"(?:净)?(?:减少|下降|降低|减|增加|增长|上升|提高|增|[多少]{DONE})[了出]?"
)
"""(与上年的)14件(相比增加)4件，增长28.6%"""
_MOVED_SINCE = pattern(
    f"，(?:今年|本年度?|□□□本年度?)(?:净)?(?:减少|下降|降低|减|增加|增长|上升|提高|增|[多少]{DONE})[了出]?"
)
"""上年收到37件(，今年减少)3件，下降8.1%"""
_ROSE_BY = pattern(f"[，）]?(?:相比|对比)?，?(?:净)?(?:减少|下降|降低|减|增加|增长|上升|提高|增|[多少]{DONE})[了出]?")
"""上年的104件(增加)26件"""
_GROWN_FROM = pattern(
    rf"[，（]?(?:同比|较|比)?(?:□□□上年|上年|去年|上一年)?度?(?:同期)?(?:的)?(?:(?P<more>增长|增加|上升|提高|增)|(?P<less>下降|减少|降低|降))了?{_GROWTH}"
    rf"[，（]+(?:其中)?(?:□□□上年|上年|去年|上一年)度?(?:同期)?(?:收到|受理|共|公开|发布|办结)*(?:为|是|有)?"
)
"""16件(，较上年增长33.3%（2023年为)10件"""
_BEFORE = pattern(
    "[，（]?(?:比|较)[^，；。、（）\\d]{0,6}□□□(?:上年|他年)度?(?:同期)?(?:的|为|是)?（?|[，（]?(?:比|较|而|同比（?)?(?:□□□上年|上年|去年|上一年)度?(?:同期)?(?:的|是|为|有|收到)*（?"
)
"""，比上年的(88件)"""
_RECKONED = pattern(
    rf"(?:率|占比|比例)(?:为|是|达到?|：)*{_PERCENT}(?:（(?:共|即|全部)?|，(?:即|也就是|亦即))(?P<whole>\d+)(?P<unit>{_UNIT})"
    r"[^，；：。（）\d]{0,8}[中里]有?，?(?:[^，；：。（）\d]{0,10}?)(?P<part>\d+)(?P=unit)[^，；：。（）\d]{0,8}(?=[），；。]|$)",
    needs=["中", "里"],
)
"""纠错率达到40%（20件中纠正4件）"""
_MORE_OR_LESS = ("近", "超", "超过", "逾")
_SUM = pattern("(?:以上|上述|这)?(?:[两二三四][者项类种样块])?(?:合计|共计|总计|之和)")
_SAYS_RATIO = pattern("占|率|（[\\d.]+%|增|升|涨|提高|下降|减少|降|跌")
"""What stands before a percentage that is looked at."""
_BEFORE_IT = 3
"""Sentences before one whose numbers a share may be of."""
_APPLICATIONS = "申请"
_LETTERS = pattern("信箱|来信|热线|来电|留言|工单|咨询|投诉|信访|建议|提案|许可|处罚|推文|推送")
"""民意信箱来信4690件。通过网站提交的申请52件，占49.5%: not of the letters."""
_MORE_THAN_ALL = 101
_NEAR = 10
_MOST = 40
"""A sentence with more numbers than a person would write is left alone."""


class WrongRatio(NamedTuple):
    """A percentage that its numbers do not give: its place in the printed text, the numbers and what they give."""

    start: int
    end: int
    part: Number
    whole: Number
    right: str

    @property
    def how(self) -> str:
        """How it was reckoned: 39÷366 for a share, 135和123计算 for what one is more than the other."""
        part, whole = format_number(self.part), format_number(self.whole)
        share = float(self.part) * HUNDRED / float(self.whole) if self.whole else 0
        is_share = abs(share - float(self.right.rstrip("%"))) < 1
        return f"{part}÷{whole}" if is_share else f"{part}和{whole}计算"


@lru_cache(maxsize=256)
def wrong_ratios(printed: str, year: int | None) -> tuple[WrongRatio, ...]:
    """Return the percentages of a text that do not follow from the numbers beside them, in reading order."""
    if "%" not in printed and "％" not in printed and not GROWTH_IN_WORDS.search(printed):
        return ()
    plain = plain_text(printed, year)
    found: list[WrongRatio] = []
    told: list[tuple[Count, ...]] = []
    for sentence in FRAME.finditer(plain.text):
        counts = counts_in(sentence[0])
        if plain.text[sentence.start() - 1] == "\n" and not sentence[0].startswith("其中"):
            told.clear()  # of one paragraph
        before = [count for earlier in told[-_BEFORE_IT:] for count in earlier]
        told.append(counts)
        is_told = "%" in sentence[0] or GROWTH_IN_WORDS.search(sentence[0])
        if not is_told or not _SAYS_RATIO.search(sentence[0]) or len(counts) >= _MOST:
            continue
        for match, part, whole, right in _ratios(sentence[0], counts, before):
            words = None if match["share"] else in_words(match)
            first, last = words.span() if words else match.span("share")
            start, end = plain.places[sentence.start() + first], plain.places[sentence.start() + last]
            shown = f"{right:.{places_of(match['share'] or '')}f}%"
            if not found or found[-1].start != start:  # 较上年的160件增加53件，增长40%: said once
                found.append(WrongRatio(start, end + bool(match["share"]), part, whole, shown))
    return tuple(found)


def _ratios(
    text: str, counts: Sequence[Count], before: Sequence[Count]
) -> Iterator[tuple[re.Match[str], Number, Number, Decimal]]:
    for i, count in enumerate(counts):
        if count.is_rough or not count.value or _WITHIN_NAME.match(text, count.end):
            continue
        part = _PART.match(text, count.end) or _IN_BRACKETS.match(text, count.end)
        part = part or (_PART_SAID.match(text, count.end) if _is_singled_out(count) else None)
        rate = _rate_of(text, count)
        match = part or (rate if rate and not _is_rate_of_all(rate) else None)
        is_of_rough = any(c.is_rough and c.unit == count.unit for c in counts[:i])  # 咨询126.3万次，…率91.7%
        is_change = _IS_CHANGE.search(count.head)  # 25件，比上年增加9件，占36.8%: of the 25
        if match and not (count.head.startswith("共") or is_of_rough or is_change):
            told = [c for c in (*before, *counts[:i]) if c.unit == count.unit and not _is_of_other_thing(count, c)]
            told = [c for c in told if not (match is rate and _has_rate(c, match["name"]))]
            if match is rate and match["name"].endswith(_AT_COURT):
                told = [c for c in told if _OF_COURT.search(c.head)]
            if is_of_last_year(text[: count.end]):  # 公开29件，占50.9%；上年公开24件，占47.1%
                told = [c for c in told if c in counts and is_of_last_year(text[: c.end])]
            if match is rate and _is_within_name(match["name"], count, told):
                continue
            wholes = [c.value for c in told if c.value >= count.value and not _is_beside(text, c, count)]
            if _SUM.match(count.head) and any(_SUM.match(c.head) for c in told):
                wholes = []  # 不掌握和需制作合计54件；信访和重复合计14件，占6.5%: of none of these
            shared = [c.value for c in counts if c.unit == count.unit and _says_share(text, c.end)]
            behind = [
                c.value
                for c in counts[i + 1 :]
                if "计" in c.head and c.unit == count.unit and TOTAL_ALONE.match(c.head)
            ]
            maybe = (*wholes, *behind, sum(wholes), sum(shared), sum(c.value for c in counts if c.unit == count.unit))
            maybe = (*maybe, counts[i - 1].value) if i and match is part else maybe  # 18个处室…，其中7人，占38.9%
            parts = (count.value, *_whole_of_list(counts[: i + 1]))
            shares = [Decimal(some * HUNDRED) / whole for some in parts for whole in maybe if whole]
            shares += [HUNDRED - share for share in shares] if match is rate else []  # 61家中4家逾期，按时率93.4%
            if wholes and not any(gives(match, share) for share in shares):
                whole = max((c.value for c in counts[:i] if c.value in wholes), default=max(wholes))
                right = Decimal(count.value * HUNDRED) / whole
                if match is rate and abs(Decimal(match["share"]) + right - HUNDRED) < _NEAR:
                    right = HUNDRED - right  # those that did not fail were meant
                yield match, count.value, whole, right
        beside = counts[i - 1] if i else None
        if beside and beside.unit == count.unit and not beside.is_rough:
            yield from _changes(text, counts[:i], count, before)
    yield from shares_of_bases(text, counts, before)
    for said in _RECKONED.finditer(text):
        some, of_all = int(said["part"]), int(said["whole"])
        right = Decimal(some * HUNDRED) / of_all if of_all else Decimal(_MORE_THAN_ALL)
        if some <= of_all and said["about"] not in _MORE_OR_LESS and not gives_either(said, right):
            yield said, some, of_all, right


def _rate_of(text: str, count: Count) -> re.Match[str] | None:
    """Return the rate behind a number that is named after it: 满意174份，满意率97.0%."""
    rate = _RATE.match(text, count.end) or _RATE_BEHIND.match(text, count.end)
    if rate is None or count.head.endswith(("中", "中有", "里")):
        return rate
    is_named = _is_named(rate["name"], count.head + rate[0].partition("，")[0])
    return rate if is_named and not _NO_RATE.search(rate["name"]) else None


def _changes(
    text: str, before: Sequence[Count], count: Count, earlier: Sequence[Count]
) -> Iterator[tuple[re.Match[str], Number, Number, Decimal]]:
    """Yield the changes in percent that a number and the one before it do not give."""
    beside = before[-1]
    told = values_now(text, before, earlier if text.startswith("其中") else ())
    both = _DIFFERENCE.match(text, count.end)
    if both and (than := _THAN.fullmatch(text, beside.end, count.start)):
        bases = _bases_of_change(text, before, count, told, is_less=bool(than["less"]))
        rights = [Decimal(count.value * HUNDRED) / base for base in bases]
        if bases and not any(gives(both, right) for right in rights):
            yield both, count.value, bases[0], rights[0]
    elif both and beside.value and _is_moved_from(text, beside, count):
        right = Decimal(count.value * HUNDRED) / beside.value
        if not gives(both, right):
            yield both, count.value, beside.value, right
    growth = _growth(text, before, count) or _growth_of_three(text, before, count)
    growth = growth or _growth_told_before(text, before, count, told)
    if growth:
        yield growth
    change = _CHANGE.match(text, count.end)
    if change and (_BEFORE.fullmatch(text[beside.end : count.start]) or is_same_of_last_year(beside, count)):
        sign = -1 if change["less"] else 1
        is_change = bool(_IS_CHANGE.search(beside.head))  # 增加47件（2023年为403件），增幅11.7%
        nows = [*told, *(c.value for c in before)]
        nows += accumulate(c.value for c in reversed(before))  # 公开9件、部分公开3件，较上年的8件增加4件，增长50%
        rights = [sign * Decimal((now - count.value) * HUNDRED) / count.value for now in nows]
        rights += [Decimal(beside.value * HUNDRED) / count.value] * is_change
        if not any(gives(change, right) for right in rights):
            yield change, told[0], count.value, rights[0]


def _bases_of_change(
    text: str, before: Sequence[Count], change: Count, told: Sequence[Number], *, is_less: bool
) -> list[Number]:
    """Return what it may be the growth of: 30篇，同比增加10篇 of 20; 上年为3128件，同比增加423件 of 3128."""
    beside = before[-1]
    since = beside.value + (change.value if is_less else -change.value)
    if not _is_of_last_year(text, beside):
        return [base for now in told if (base := now + since - beside.value) > 0]
    is_three = any(abs(now.value - beside.value) == change.value for now in before[-2:-1])
    return [base for base in (beside.value, since)[: 1 if is_three else None] if base > 0]


def _is_base(text: str, count: Count) -> bool:
    """Whether a number is that of the year before, in brackets or not: 与2023年（80件）相比."""
    return bool(_BASE.match(count.head) or _BASE_IN_BRACKETS.search(text[: count.start]))


def _is_of_last_year(text: str, count: Count) -> bool:
    """Whether a number is told as that of the year before: 上年为3128件，同比增加423件."""
    is_change = _IS_CHANGE.search(count.head)
    return _is_base(text, count) or bool(LAST_YEAR.search(count.head) and not is_change)


def _is_moved_from(text: str, before: Count, change: Count) -> bool:
    """Whether a number is the change since that of the year before: 由上年的37件减少3件."""
    if _is_base(text, before):
        return bool(_MOVED.fullmatch(text, before.end, change.start))
    return bool(LAST_YEAR.match(before.head) and _MOVED_SINCE.fullmatch(text, before.end, change.start))


def _growth(text: str, told: Sequence[Count], count: Count) -> tuple[re.Match[str], Number, Number, Decimal] | None:
    """Return the growth behind two numbers, where they do not give it: 上年12件，今年18件，同比增长40%."""
    before = told[-1]
    grown = _GROWN.match(text, count.end)
    if not grown or not before.value:
        return None
    if not is_growth_between(text, before, count, is_than_told=bool(grown["than"])):
        return None
    if has_own_base(text, before, count, grown.end()):
        return None
    if _ROSE_BY.fullmatch(text, before.end, count.start):  # 比上年的104件增加26件，同比增长25%
        right = Decimal(count.value * HUNDRED) / before.value
        return None if gives(grown, right) else (grown, count.value, before.value, right)
    base = before.value
    if _SUM.match(count.head):  # 直接起诉5件（上年4件）、复议后起诉4件（上年3件），合计9件，同比增长28.6%
        base = sum(c.value for c in told if c.unit == count.unit and LAST_YEAR.match(c.head))
    right = Decimal((count.value - base) * HUNDRED) / base
    right = -right if grown["less"] else right
    return None if gives(grown, right) else (grown, count.value, base, right)


def _growth_of_three(
    text: str, before: Sequence[Count], more: Count
) -> tuple[re.Match[str], Number, Number, Decimal] | None:
    """Return the growth behind a difference whose base is told first: 与上年48件相比，新收60件净增12件，增幅20%."""
    both = _DIFFERENCE.match(text, more.end)
    if not both or len(before) < 2:
        return None
    base, now = before[-2:]
    is_three = base.value and base.unit == now.unit and _is_base(text, base) and not _is_base(text, now)
    if not is_three or abs(now.value - base.value) != more.value or not _MOVED.fullmatch(text, now.end, more.start):
        return None
    right = Decimal(more.value * HUNDRED) / base.value
    return None if gives(both, right) else (both, more.value, base.value, right)


def _growth_told_before(
    text: str, told: Sequence[Count], before: Count, values: Sequence[Number]
) -> tuple[re.Match[str], Number, Number, Decimal] | None:
    """Return the growth between two numbers, where they do not give it: 16件，较上年增长33.3%（2023年为10件）.

    It may be that of a whole told before its parts: 新收410件，机关97件、分局313件，同比增长10.2%（2023年372件）.
    """
    grown = _GROWN_FROM.fullmatch(text, told[-1].end, before.start)
    if not grown:
        return None
    sign = -1 if grown["less"] else 1
    nows = [*values, *(c.value for c in told if c.unit == before.unit)]
    rights = [sign * Decimal((now - before.value) * HUNDRED) / before.value for now in nows]
    return None if any(gives(grown, right) for right in rights) else (grown, nows[0], before.value, rights[0])


def _whole_of_list(counts: Sequence[Count]) -> list[Number]:
    """Return what the last parts of a list add up to, where it is told before them: 31件，涉及拆违18件、举报13件."""
    values = [c.value for c in counts if c.unit == counts[-1].unit]
    runs = accumulate(reversed(values))
    return [run for many, run in enumerate(runs, 1) if many > 1 and run in values[-many - 1 : -many]]


def _is_rate_of_all(rate: re.Match[str]) -> bool:
    """Whether a rate says nothing but 全部 again: 规范性文件5件全部解读，解读率100%."""
    return Decimal(rate["share"] or 0) == HUNDRED and bool(_ALL_OF_THEM.search(rate[0]))


def _is_singled_out(count: Count) -> bool:
    """Whether a number is one of those right before it, and counts no applications, whose bases are in the tables."""
    return count.head.startswith("其中") and count.unit not in ("件", "份")


def _is_of_other_thing(part: Count, above: Count) -> bool:
    """Whether a number of a sentence before tells of letters and calls, where its share is one of applications."""
    if above.text is part.text:
        return False
    return _APPLICATIONS in part.head and _APPLICATIONS not in above.text and bool(_LETTERS.search(above.text))


def _is_beside(text: str, other: Count, count: Count) -> bool:
    """Whether a number stands right before another one in a list: 许可1250条、处罚318条，占公开总量的35.2%."""
    return other.text is count.text and text[other.end : count.start] == f"、{count.head}"


def _says_share(text: str, place: int) -> bool:
    """Whether a share is told directly behind a number."""
    return bool(_PART.match(text, place) or _IN_BRACKETS.match(text, place))


def _has_rate(count: Count, name: str) -> bool:
    """Whether a number has a rate of its own of that name: 复议结案67件，(结案率91.8%)。诉讼结案17件，结案率81.0%."""
    rate = _RATE.match(count.text, count.end)
    return rate is not None and rate["name"] == name


def _is_named(name: str, head: str) -> bool:
    """Whether a rate has the name of what is counted before it: 满意率 of 满意174份."""
    return name in head or (len(name) > 1 and set(name) <= set(head))


def _is_within_name(name: str, part: Count, told: Sequence[Count]) -> bool:
    """Whether a rate has its name from the kind of thing that is counted, not from what became of it.

    解读材料38篇，其中图文解读26篇，解读率100%: whole and part are explained both, and the rate is of other documents.
    """
    head = part.head.removeprefix("其中")
    return name in head and not head.startswith(name) and any(name in c.head for c in told)
