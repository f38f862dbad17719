"""Finds changes since last year, multiples, averages and prices that the numbers beside them do not give."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from core.base.patterns import pattern
from core.report.entry_text import Number
from core.texts.language.things import Count
from core.texts.language.year_words import DONE, MOVED_TO
from core.texts.sums.means import means_of_each
from core.texts.sums.told_of import count_now, values_now

_LAST = "(?:□□□上年|上年|去年|上一年)度?(?:同期)?"
_LAST_YEAR = pattern(rf"{_LAST}(?!度?(?:[底末]|年底|年末)?的?(?:结转|遗留|转入|转来|留存|结存|未|尚未|在办))")
_THAN = rf"[，（]?(?:同比|环比|(?:较|比|与){_LAST}(?:相比)?，?)"
_MORE = f"(?:净)?(?:(?P<less>减少|下降|降低|少{DONE}|减)|增加|增长|上升|提高|多{DONE}|增)[了出]?"
_ONLY_LAST_YEAR = pattern(rf"(?:而|且)?{_LAST}(?:则|只|仅|为|是|有|共|收到|受理|新收|办结|的)*")
"""164件，(上年为)150件，同比净增14件"""
_CHANGED = pattern(rf"{_THAN}{_MORE}")
"""240条(，比上年增加)50条"""
_CHANGED_AFTER = pattern(rf"[，（]?(?:同比|比{_LAST}|较{_LAST})?{_MORE}")
"""上年200条，今年240条(，增加)50条"""
_BASE = pattern(rf"[，（]+{_LAST}(?:(?!结转)[^，；：。、（）\d]){{0,6}}")
"""50条(（上年)200条"""
_THAN_BASE = pattern(rf"[，（]?(?:比|较|与|同){_LAST}(?:的|收到的|受理的|新收的|办结的|答复的|结转的|（)*")
_HEAD_IS_BASE = pattern(rf"(?:比|较|与|同){_LAST}的?$")
_COMES_TO = pattern(
    "，(?:总量|总数|数量|件数|合计|共计|共)*(?:达到|达|为|增至|升至|增加到|上升到|降至|减至|减少到|下降到|共|共计|合计)"
)
"""较上年的16件多出6件(，达到)21件"""
_NEXT_LISTED = pattern("(?:、|和|及|以及)[^，；：。、（）\\d年]{1,12}")
_MOVED_FROM = pattern(rf"）?(?:相比|对比)?，?{_MORE}")
"""18件(，比上年的)12件(多出)6件"""
_RISEN_TO = pattern(MOVED_TO)
_MOVED = pattern("，(?:净)?(?:新增|增加|增|(?P<less>减少|压减|精简|减|关停))了?")
"""由8个增加到12个(，新增)5个"""
_MOVED_ROUNDED = pattern(
    rf"(?:从|由)[^，；。：（）\d]{{0,12}}(?P<was>\d+(?:\.\d+)?)万(?P<unit>[人件篇条][次]?|次|元)(?:{MOVED_TO})[^，；。\d]{{0,8}}?(?P<now>\d+(?:\.\d+)?)万(?P=unit)"
    r"，(?:净|共|同比)?(?:(?P<less>减少|下降|降低|少|减)|增加|增长|上升|提高|新增|多|增)[了出]?(?P<by>\d+(?:\.\d+)?)万(?P=unit)"
)
"""(从31.2万次增至36.5万次，多了4.3万次)"""
_BY = pattern("(?:多|少|增加?|减少?|增长|下降|上升)[了出]?$")
"""复议23件(较上年多)4件: a change, no number of last year."""
_SO_MANY = r"(?P<times>\d+(?:\.\d+)?|[两二三四五])倍(?P<over>多|余|有余|以上)?"
_TIMES = pattern(rf"[，（]?(?:约|大约)?(?:是|为|达到?|相当于){_LAST}的{_SO_MANY}")
_OF_BASE = pattern(rf"[，（]?(?:是|为|达到?|相当于){_LAST}[（ ]")
_TIMES_BEHIND = pattern(rf"[） ]的{_SO_MANY}")
"""40件，是上年（20件）的3倍"""
_DOUBLED = pattern(r"[，（]?(?:同比|较上年|比上年)?(?:增长|增加)了?(?P<times>一|1|两|二|2)倍(?!多|以上)")
_HAN = {"一": 1, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5}
_AVERAGE = pattern(
    r"(?:平均每个?|(?<!平均)每个?(?=(?:月|季度?)平均)|(?<![当本次每个\d◆])(?=[月季]均))(?P<part>月|季)度?(?:平均|均)?(?P<what>[^，；。、（）\d]{0,8})$"
)
_BREAK = pattern("[，；：。（）、]")
_MEANT = pattern(
    "(?:全年|即|也就是|相当于|折合|约|为|达到?|有|仅|是|了|近|超过?|逾|突破|不足|大约|数量|新收|收到|受理|接收|新增|申请|总?量|依|公开|政府信息)+"
)
"""月均(收到申请约)3件: no word of anything else than the whole before it."""
_OF_SOME_MONTHS = pattern("月|季|半年|旬|周|日|最[多少高低]|[峰谷]")
"""平均每月4件，(最多的5月收到)9件"""
_IN_A_MONTH = pattern("◆|[\\d一二三四五六七八九十]月(?!均)|个月|其余")
"""3月收到18件为全年最多，(10月收到)5件为全年最少"""
_OF_ALL = pattern("全年|本年|今年|年度|年内|[共总]|合计|累计")
_PARTS = {"月": 12, "季": 4}
_PRICE = pattern(r"每(?P<unit>[件份宗])[^，；。、（）\d]{0,6}$")
_PRICED = pattern(r"^(?:，)?(?:共|合计|总计|共计|总额|总金额)[^，；。、（）\d]{0,8}$")
_SLACK = Decimal("0.06")
_TENTH = Decimal("0.1")
_ROUGHLY = Decimal("0.2")
"""月均超过120件 of 1543件: by so much a rough mean may differ from what is reckoned."""

Found = Iterator[tuple[Count, Sequence[Count], str]]


def changes_told(text: str, counts: Sequence[Count]) -> Found:
    """Yield numbers, what they should be made of, and "" (a sum) or ``reckoned`` where that is not what they are."""
    if "万" in text:
        yield from _moves_in_ten_thousands(text)
    if "均" in text:
        yield from _averages(counts)
        yield from means_of_each(text)
    sure = [c for c in counts if not c.is_rough]
    if len(sure) != len(counts):
        return
    if "增" in text or "减" in text or "多" in text or "少" in text or "升" in text or "降" in text:
        yield from _differences_beside(text, counts)
    if "倍" in text:
        yield from _multiples(text, counts)
    if "每" in text and "元" in text:
        yield from _prices(counts)


def _moves_in_ten_thousands(text: str) -> Found:
    """从31.2万次增至36.5万次，多了4.3万次: rounded numbers, whose difference may be off by their last place."""
    for told in _MOVED_ROUNDED.finditer(text):
        was, now, by = (Decimal(told[name]) for name in ("was", "now", "by"))
        step = max(Decimal(1).scaleb(-len(told[name].partition(".")[2])) for name in ("was", "now", "by"))
        by = -by if told["less"] else by
        if abs(was + by - now) <= step or (now > was) == bool(told["less"]):
            continue
        one, two, three = (
            Count(*told.span(name), value, f"万{told['unit']}", False, text, "")
            for name, value in (("was", was), ("now", now), ("by", by))
        )
        yield two, (one, three), ""


def _differences_beside(text: str, counts: Sequence[Count]) -> Found:
    """240条，比上年增加50条（上年200条）; 上年200条，今年240条，增加50条."""
    for i, (one, two, three) in enumerate(zip(counts, counts[1:], counts[2:], strict=False)):
        if len({one.unit, two.unit, three.unit}) > 1:
            continue
        moved = _MOVED.fullmatch(text, two.end, three.start) if _RISEN_TO.fullmatch(text, one.end, two.start) else None
        if moved:
            signed = three._replace(value=-three.value) if moved["less"] else three
            if one.value + signed.value != two.value:
                yield two, (one, signed), ""
            continue
        come = _MOVED_FROM.fullmatch(text, one.end, two.start) if _HEAD_IS_BASE.search(one.head) else None
        if come and _COMES_TO.fullmatch(text, two.end, three.start):
            signed = two._replace(value=-two.value) if come["less"] else two
            if one.value + signed.value != three.value:
                yield three, (one, signed), ""
            continue
        changed = _CHANGED.fullmatch(text, one.end, two.start)
        is_than = _THAN_BASE.fullmatch(text, one.end, two.start)
        told = _MOVED_FROM.fullmatch(text, two.end, three.start) if is_than else None
        if told:
            now, before, change, changed = one, two, three, told
        elif changed and _BASE.fullmatch(text, two.end, three.start):
            now, before, change = one, three, two
        else:
            changed = _CHANGED_AFTER.fullmatch(text, two.end, three.start)
            is_told = _LAST_YEAR.search(one.head) and not _LAST_YEAR.search(two.head) and not _BY.search(one.head)
            is_behind = _ONLY_LAST_YEAR.fullmatch(two.head) and not _LAST_YEAR.search(one.head)
            is_told = is_told or (is_behind and not _BY.search(one.head))
            if not changed or not is_told or "；" in text[one.end : two.start]:
                continue
            now, before, change = (one, two, three) if is_behind else (two, one, three)
        signed = change._replace(value=-change.value) if changed["less"] else change
        totals = [now.value, *(count.value for count in counts[:i])]  # 33件，其中…6件，较上年的29件增加4件
        totals += sums_to(counts, now)
        listed = _listed_with(text, counts, before)
        if (
            sum(count.value for count in listed) + signed.value not in totals
            and before.value + signed.value not in totals
        ):
            yield now, (*listed, signed), ""


def _listed_with(text: str, counts: Sequence[Count], first: Count) -> list[Count]:
    """Return a number of last year with those listed behind it: （上年复议4件、诉讼1件）."""
    listed = [first]
    for count in counts:
        if (
            count.start > first.start
            and count.unit == first.unit
            and _NEXT_LISTED.fullmatch(text, listed[-1].end, count.start)
        ):
            listed.append(count)
    return listed


def sums_to(counts: Sequence[Count], last: Count) -> list[Number]:
    """Return what a number makes with those of its unit before it: 自然人9件、企业3件，较上年的8件增加4件."""
    found: list[Number] = []
    for count in reversed([c for c in counts if c.end <= last.end]):
        if count.unit != last.unit:
            break
        found.append(count.value + (found[-1] if found else 0))
    return found


def _multiples(text: str, counts: Sequence[Count]) -> Found:
    """240条，是上年的2倍（上年100条）; 公开240条，上年为200条，增长一倍."""
    for i, count in enumerate(counts):
        now = _this_year(counts, i)
        if now is None:
            continue
        for pattern_, more in ((_TIMES, 0), (_DOUBLED, 1)):
            bases = [c for c in counts if c is not now and c.unit == now.unit and _LAST_YEAR.search(c.head)]
            told = pattern_.match(text, count.end)
            if not told and not more and bases and _OF_BASE.fullmatch(text, count.end, bases[0].start):
                told = _TIMES_BEHIND.match(text, bases[0].end)
            told = told or (
                pattern_.match(text, bases[0].end)
                if len(bases) == 1 and i + 1 < len(counts) and counts[i + 1] is bases[0]
                else None
            )
            if not told or len(bases) != 1 or not bases[0].value or _LAST_YEAR.search(now.head):
                continue
            times = Decimal(_HAN.get(told["times"]) or told["times"]) + more
            over = told.groupdict().get("over")  # 2倍多 are less than three times as many
            if not any(_is_as_often(value, bases[0].value, times, over) for value in values_now(text, counts[: i + 1])):
                told_of = count_now([c for c in counts[: i + 1] if c.end <= now.end])
                yield told_of, (bases[0]._replace(value=bases[0].value * times),), "reckoned"


def _is_as_often(now: Number, base: Number, times: Decimal, over: str | None) -> bool:
    """Whether a number is so many times another one, or 多, 以上, beyond that."""
    beyond = Decimal(now) / base - times
    return -_SLACK <= beyond <= (_SLACK if not over else 1 if over != "以上" else beyond.copy_abs())


def _this_year(counts: Sequence[Count], place: int) -> Count | None:
    """Return what a multiple behind a number is told of: 5件，而上年仅有1件，增加4件，是上年的5倍 is of the first."""
    count = counts[place]
    if not _BY.search(count.head):
        return count
    told = [c for c in counts[:place] if c.unit == count.unit and not (_LAST_YEAR.search(c.head) or _BY.search(c.head))]
    return told[-1] if told else None


def _averages(counts: Sequence[Count]) -> Found:
    """全年120条，平均每月12条; 全年收到申请35件，月均约5件."""
    for i, mean in enumerate(counts):
        told = _AVERAGE.search(mean.head)
        if not told:
            continue
        ends = [0, *(c.end for c in counts)]
        told_before = [c.text[end : c.start] for end, c in zip(ends, counts, strict=False)]
        alike = [*zip(counts, told_before, strict=True)]
        wholes = [
            c for c, said in (alike[:i] or alike[i + 1 :])
            if c.unit == mean.unit
            and (_OF_ALL.search(said) or not _OF_SOME_MONTHS.search(said))
            and not _IN_A_MONTH.search(_BREAK.split(said)[-1])
        ]  # fmt: skip
        if len(wholes) != 1 or wholes[0].is_rough or not _are_of_one_thing(mean, told, wholes[0]):
            continue
        right = Decimal(wholes[0].value) / _PARTS[told["part"]]
        if abs(right - mean.value) >= (max(Decimal(1), right * _ROUGHLY) if mean.is_rough else 1):
            yield mean, (wholes[0]._replace(value=right.quantize(_TENTH)),), "reckoned"


def _are_of_one_thing(mean: Count, told: re.Match[str], whole: Count) -> bool:
    """Whether the words of a mean are those of the whole, or one of them has none: 月均发布信息105条，全年1500条."""
    if whole.start > mean.start and not _MEANT.sub("", whole.head):
        return True
    words = (_BREAK.split(mean.head[: told.start()])[-1], told["what"])
    return all(_MEANT.sub("", word) in whole.head for word in words)


def _prices(counts: Sequence[Count]) -> Found:
    """收费3件，每件80元，合计260元."""
    for number, price, total in zip(counts, counts[1:], counts[2:], strict=False):
        if number.unit == "元" or price.unit != "元" or total.unit != "元":
            continue
        each = _PRICE.search(price.head)
        if number.text.count("每") > 1:
            continue  # 第11件至第30件每件100元，第31件至第35件每件200元
        is_priced = each and each["unit"] == number.unit and _PRICED.search(total.head)
        if is_priced and number.value * price.value != total.value:
            yield total, (price._replace(value=number.value * price.value),), "reckoned"
