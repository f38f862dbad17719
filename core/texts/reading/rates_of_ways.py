"""Reads rates told for several kinds of cases, and what an outcome is said to be more or less than.

维持率：复议57.6%，直接起诉65.6%; 复议、诉讼维持率分别为60%、75%; 27件案件中，结果维持的占比超过六成.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from core.base.patterns import pattern
from core.form.known_cells import AFTER_ROW, DIRECT_ROW, REVIEW_ROW
from core.report.entry_text import Number
from core.texts.language.meanings import Alternatives
from core.texts.language.numbers import han_number, numbers_in
from core.texts.reading.due import sentence_reader
from core.texts.reading.sentences import CASE_TEXTS, NumberReading, SentenceState, SourceText
from core.texts.reading.share_checks import LIMIT

_KIND = (
    "(?:(?:政府信息公开|信息公开)?(?:行政)?(?P<review{0}>复议)(?!后|直接)|(?P<direct{0}>(?:未经(?:行政)?复议)?(?:而)?直接(?:起诉|诉讼))"
    "|(?P<after{0}>(?:经)?(?:行政)?复议[之以]?后(?:又|再)?(?:起诉|诉讼))|(?P<lawsuit{0}>(?:行政)?诉讼|应诉))(?:案件|类|的)*"
)
_WHAT = "(?P<what>结果维持|维持|支持|结果纠正|纠正|纠错|败诉)"
_HEADED = pattern(
    f"{_WHAT}的?(?:率|比例|比率|占比)(?:上|方面|来看|分别为?|为)?[：，](?P<list>(?=[^；。]*%[^；。]*%)[^；。]+)"
)
"""(结果维持比例：复议57.6%，直接起诉65.6%)"""
_ITEM = pattern(
    f"(?<=[，、；：和与及])(?:其中)?{_KIND.format('')}(?:为|是|达到?|占)?(?P<value>\\d{{1,3}}(?:\\.\\d+)?%)"
)
_IN_ORDER = pattern(
    f"(?P<kinds>[^，；。：（）\\d]{{4,40}}?)的?{_WHAT}的?(?:率|比例|比率|占比)(?:分别|依次|各)(?:为|是|达到?)?(?P<list>\\d[\\d.%、和与，]*%)"
)
"""(复议、诉讼的维持率分别为60%、75%)"""
_A_KIND = pattern(_KIND.format(""))
_VALUES = pattern("\\d{1,3}(?:\\.\\d+)?%")
_LIMIT = pattern(
    f"(?<![\\d.])(?P<whole>\\d+)[件起宗](?P<head>[^，；。：（）\\d]{{0,24}}?)(?:当中|之中|中|里)，?(?:其中)?(?:以|被|获|得到|结果为|最终)*{_WHAT}(?:结案)?的?(?:案件)?"
    "(?:的)?(?:占比|比例|比重|占|率)(?:已|均|也)?(?:为|达到?|是)?(?P<side>超过?|逾|突破|高于|多于|过|不足|不到|低于|未到|未达|不及)"
    "(?P<share>[一二三四五六七八九]成半?|半数?|一半|\\d{1,3}(?:\\.\\d+)?%)"
)
"""(27件信息公开复议诉讼案件中，结果维持的占比超过六成)"""
_CLOSED_RATE = pattern("(?<![期时限])(?<!时间)(?:审结|结案)率(?:均|为|是|达到?|：)*(?P<value>\\d{1,3}(?:\\.\\d+)?%)")
"""复议案件共15件，(审结率93.3%)"""
_SHARE = pattern(
    "(?<=[，；：、])(?:其中)?(?P<what>[^，；。：、（）\\d]{2,14}?)(?:的)?(?:案件)?(?:占比|占)(?:其中|全部|总数的?|比)?(?:为|是|达到?)?(?P<value>\\d{1,3}(?:\\.\\d+)?%)"
)
"""复议15件中，(被维持的占60%)"""
_REST = pattern(
    "(?<![\\d.])(?P<whole>\\d+)[件起宗][^，；。：（）\\d]{0,16}，(?:除了?|扣除)(?P<less>\\d+)[件起宗][^，；。\\d]{0,12}(?:外|以外|之外)，?(?:其余|其他|余下|剩余)?(?:的)?"
    "(?:均|都|全部)(?:已)?(?:获|被|得到|予以|由|结果|为|是|复议机关|法院|依法)*(?P<what>维持|支持)"
)
"""15件复议中，(除2件外均获维持): 13 were."""
_LESS = ("不", "低", "未")
_STEMS: dict[str, tuple[str, ...]] = {"review": (REVIEW_ROW,), "direct": (DIRECT_ROW,), "after": (AFTER_ROW,)}
_STEMS["lawsuit"] = (*_STEMS["direct"], *_STEMS["after"])
_CLOSED = ("upheld", "corrected", "other")
_FEWEST, _NEAR = 2, 4
_RULE, _RATE = "N-06", "rate_of_cases"


@sentence_reader(CASE_TEXTS, ("占", "比", "率", "除"))
def rates_of_ways(source: SourceText, sentence: SentenceState) -> Iterator[NumberReading]:
    """Yield the rates of a sentence in section four, each of its own kind of cases, and what is above a limit."""
    text = sentence.text
    if sentence.is_own_case is False:
        return
    if "%" in text and ("率" in text or "比" in text):
        yield from _headed(source, sentence)
        yield from _told_in_order(source, sentence)
    if "占" in text or "比" in text or "率" in text:
        yield from _limits(source, sentence, sentence.readings)
        yield from _of_outcomes(source, sentence, sentence.readings)
    if "除" in text and "外" in text:
        yield from _all_but_some(source, sentence, sentence.readings)


def _headed(source: SourceText, sentence: SentenceState) -> Iterator[NumberReading]:
    for head in _HEADED.finditer(source.text, sentence.start, sentence.end):
        items = [*_ITEM.finditer(source.text, head.start("list"), head.end("list"))]
        if len(items) < _FEWEST or not source.is_this_year(sentence, head.start()):
            continue
        for item in items:
            kind = next(key for key in _STEMS if item[key])
            yield _rate(source, item.span("value"), item["value"], head["what"], kind)


def _told_in_order(source: SourceText, sentence: SentenceState) -> Iterator[NumberReading]:
    for told in _IN_ORDER.finditer(source.text, sentence.start, sentence.end):
        kinds = [next(k for k in _STEMS if m[k]) for m in _A_KIND.finditer(told["kinds"])]
        values = [*_VALUES.finditer(source.text, told.start("list"), told.end("list"))]
        if len(kinds) != len(values) or len(kinds) < _FEWEST or not source.is_this_year(sentence, told.start()):
            continue
        for kind, value in zip(kinds, values, strict=True):
            yield _rate(source, value.span(), value[0], told["what"], kind)


def _rate(source: SourceText, place: tuple[int, int], said: str, what: str, kind: str) -> NumberReading:
    key = _outcome(what)
    ways = tuple(tuple(f"{stem}.{end}" for stem in _STEMS[kind]) for end in (key, "total"))
    closed = tuple(f"{stem}.{end}" for stem in _STEMS[kind] for end in _CLOSED)
    quote = source.quote(source.text.rfind("，", 0, place[0]) + 1, place[1])
    value, name = numbers_in(said)[0].value, f"{what}的比例"
    scope = source.scope(place[0])
    return NumberReading(*source.span(*place), quote, value, "share", _RATE, name, _RULE, (*ways, closed), scope)


def _limits(source: SourceText, sentence: SentenceState, found: Sequence[NumberReading]) -> Iterator[NumberReading]:
    for told in _LIMIT.finditer(source.text, sentence.start, sentence.end):
        place = source.span(told.start("whole"), told.end("whole"))[0]
        whole = next((r for r in found if r.start == place and r.kind == "count" and r.key.startswith("cases_")), None)
        value = _share(told["share"])
        if whole is None or value is None or len(whole.ways) != 1 or not source.is_this_year(sentence, told.start()):
            continue
        key, side = _outcome(told["what"]), -1 if told["side"].startswith(_LESS) else 1
        part = tuple(f"{cell.rpartition('.')[0]}.{key}" for cell in whole.ways[0])
        ways: Alternatives = (part, *whole.ways)
        span, quote = source.span(told.end("head"), told.end()), source.quote(told.start("what"), told.end())
        name = f"{told['what']}的比例"
        yield NumberReading(*span, quote, value, "share", LIMIT, name, _RULE, ways, whole.scope, counted=side)


def _of_outcomes(
    source: SourceText, sentence: SentenceState, found: Sequence[NumberReading]
) -> Iterator[NumberReading]:
    """Yield rates whose outcome is told without a number: 审结率93.3%, 被维持的占60%."""
    for told in (
        *_CLOSED_RATE.finditer(source.text, sentence.start, sentence.end),
        *_SHARE.finditer(source.text, sentence.start, sentence.end),
    ):
        topic, what = source.topic_at(sentence, told.start()), told.groupdict().get("what")
        stems = _STEMS.get(topic) if _is_of_one_kind(source, sentence, told.start()) else None
        role = source.vocabulary.concepts.outcome(what, topic) if what and stems else None
        if (
            stems is None
            or (what and (role is None or role.is_result))
            or not source.is_this_year(sentence, told.start())
        ):
            continue
        ways = role.alternatives(topic) if role else (tuple(f"{stem}.{end}" for stem in stems for end in _CLOSED),)
        total = tuple(f"{stem}.total" for stem in stems)
        closed = tuple(f"{stem}.{end}" for stem in stems for end in _CLOSED)
        span, quote = source.span(*told.span("value")), source.quote(*told.span())
        value, name = numbers_in(told["value"])[0].value, f"{what or '审结'}的比例"
        wholes = (total, closed) if what else (total,)
        told_closed = 0 if what else next((r.value for r in reversed(found) if r.key == "closed"), 0)
        reading = NumberReading(*span, quote, value, "share", _RATE, name, _RULE, (ways[0], *wholes))
        yield reading._replace(
            counted=told_closed, scope=source.scope(told.start())
        )  # 审结34件，审结率94.4%: wrong with its number


def _is_of_one_kind(source: SourceText, sentence: SentenceState, place: int) -> bool:
    """Whether only reviews or only lawsuits are told before a place, or its own clause names which."""
    clause = max(source.text.rfind(mark, sentence.start, place) for mark in "，；、：。")
    kinds = [(end, key == "review") for _, end, key in sentence.topics if key in _STEMS and end <= place + _NEAR]
    return any(end > clause for end, _ in kinds) or len({is_review for _, is_review in kinds}) == 1


def _all_but_some(
    source: SourceText, sentence: SentenceState, found: Sequence[NumberReading]
) -> Iterator[NumberReading]:
    for told in _REST.finditer(source.text, sentence.start, sentence.end):
        place = source.span(told.start("whole"), told.end("whole"))[0]
        whole = next((r for r in found if r.start == place and r.kind == "count" and r.key.startswith("cases_")), None)
        if whole is None or len(whole.ways) != 1 or not source.is_this_year(sentence, told.start()):
            continue
        ways = (tuple(f"{cell.rpartition('.')[0]}.upheld" for cell in whole.ways[0]),)
        span, quote = source.span(told.start("less"), told.end()), source.quote(told.start("whole"), told.end())
        value = int(told["whole"]) - int(told["less"])
        yield NumberReading(
            *span, quote, value, "count", "upheld", "结果维持（总数减去例外的）", _RULE, ways, whole.scope
        )


def _outcome(what: str) -> str:
    return "upheld" if what in ("结果维持", "维持", "支持") else "corrected"


def _share(said: str) -> Number | None:
    """Return what 六成, 半数 or 60% are in percent."""
    if said.endswith("%"):
        return numbers_in(said)[0].value
    if "成" in said:
        tenths = han_number(said[0])
        return None if tenths is None else tenths * 10 + (5 if said.endswith("半") else 0)
    return 50
