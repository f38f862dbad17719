"""Reads rates told for several kinds of cases, how many were closed, and what came of all but some.

维持率：复议57.6%，直接起诉65.6%; 复议、诉讼维持率分别为60%、75%; 审结率93.3%; 除2件外均获维持.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from core.base.patterns import pattern
from core.form.known_cells import AFTER_ROW, DIRECT_ROW, REVIEW_ROW
from core.texts.language.numbers import numbers_in
from core.texts.reading.sentence.due import sentence_reader
from core.texts.reading.sentence.sentences import CASE_TEXTS, NumberReading, SentenceState, SourceText

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
_CLOSED_RATE = pattern("(?<![期时限])(?<!时间)(?:审结|结案)率(?:均|为|是|达到?|：)*(?P<value>\\d{1,3}(?:\\.\\d+)?%)")
"""复议案件共15件，(审结率93.3%)"""
_REST = pattern(
    "(?<![\\d.])(?P<whole>\\d+)[件起宗][^，；。：（）\\d]{0,16}，(?:除了?|扣除)(?P<less>\\d+)[件起宗][^，；。\\d]{0,12}(?:外|以外|之外)，?(?:其余|其他|余下|剩余)?(?:的)?"
    "(?:均|都|全部)(?:已)?(?:获|被|得到|予以|由|结果|为|是|复议机关|法院|依法)*(?P<what>维持|支持)"
)
"""15件复议中，(除2件外均获维持): 13 were."""
_STEMS: dict[str, tuple[str, ...]] = {"review": (REVIEW_ROW,), "direct": (DIRECT_ROW,), "after": (AFTER_ROW,)}
_STEMS["lawsuit"] = (*_STEMS["direct"], *_STEMS["after"])
_CLOSED = ("upheld", "corrected", "other")
_FEWEST, _NEAR = 2, 4
_RULE, _RATE = "N-06", "rate_of_cases"


@sentence_reader(CASE_TEXTS, ("比", "率", "除"))
def rates_of_ways(source: SourceText, sentence: SentenceState) -> Iterator[NumberReading]:
    """Yield the rates of a sentence in section four, each of its own kind of cases."""
    text = sentence.text
    if sentence.is_own_case is False:
        return
    if "%" in text and ("率" in text or "比" in text):
        yield from _headed(source, sentence)
        yield from _told_in_order(source, sentence)
    if "率" in text:
        yield from _closed_rates(source, sentence, sentence.readings)
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


def _closed_rates(
    source: SourceText, sentence: SentenceState, found: Sequence[NumberReading]
) -> Iterator[NumberReading]:
    """Yield what share of the cases of a kind was closed: 审结率93.3%."""
    for told in _CLOSED_RATE.finditer(source.text, sentence.start, sentence.end):
        topic = source.topic_at(sentence, told.start())
        stems = _STEMS.get(topic) if _is_of_one_kind(source, sentence, told.start()) else None
        if stems is None or not source.is_this_year(sentence, told.start()):
            continue
        ways = tuple(tuple(f"{stem}.{end}" for stem in stems for end in ends) for ends in (_CLOSED, ("total",)))
        span, quote = source.span(*told.span("value")), source.quote(*told.span())
        value, scope = numbers_in(told["value"])[0].value, source.scope(told.start())
        closed = next((r.value for r in reversed(found) if r.key == "closed"), 0)
        reading = NumberReading(*span, quote, value, "share", _RATE, "审结的比例", _RULE, ways, scope)
        yield reading._replace(counted=closed)  # 审结34件，审结率94.4%: wrong with its number


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
