"""Lets a number of decisions be compared beside one that is the table's: 行政处罚决定2764件按规定公示，行政强制185件.

Words of publishing make such a number uncertain, since not all decisions are published. Where 许可, 处罚 and 强制 stand
beside each other in one part of a sentence and one of them is what the table has, all of them are meant. So are those
that go on behind a verb of deciding, right or not: 作出行政许可145件、行政处罚12件. Of those that were published only
one that is more than the table has, or has its digits in another order, is wrong for certain: 公示行政许可1250件，
公示行政处罚381件.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from core.base.patterns import pattern
from core.report.entry_text import Number
from core.texts.language.left_alone import OF_SOME
from core.texts.reading.amounts.swapped import is_swapped
from core.texts.reading.sentence.sentences import NumberReading
from core.texts.reading.told.elided_decisions import WHY as ELIDED
from core.texts.reading.told.trade_words import OF_YEAR
from core.texts.reading.told.trade_words import WHY as IN_TRADE

_KEYS = frozenset(["licensing", "penalty", "coercion"])
_BARE = pattern("(?:行政)?(?:许可|处罚|强制)(?:决定|措施)?书?\\d+件$")
_PUBLISHED = pattern(
    "(?:[^，；。]*?(?:公示|公开|公布|归集))?(?:了|的)?(?:行政)?(?:许可|处罚|强制)(?:决定|措施)?书?\\d+[件份]$"
)
_OF_A_SORT = pattern(
    "(?:(?:其中)?(?:涉及|涉|包括|含|采取|实施)[^，；。\\d]{2,24}的)?(?:行政)?(?:许可|处罚|强制)(?:决定|措施)?书?\\d+[件份]$"
)
"""涉及查封、扣押的行政强制21份: some of all are no more than these."""
_APART_IN_PRINT = pattern("[。！？\\n]|领域|季度|上半年|下半年|上年|去年|历年|累计|全[省市县区]")
_OF_SOME = pattern("领域|系统|季度|[上下]半年|上年|去年|历年|累计")
"""(在市场监管领域)公开行政许可37件: some of all."""
_DECIDED = pattern("(?:作出|作|实施|下达)了?(?:行政)?(?:许可|处罚|强制)")
_IN_A_FIELD = pattern("(?:其中，?)?在?(?!各|所有|重点|[^，]*等)[^，；。\\d]{2,10}(?:领域|行业)(?:中|内|里|方面)?，")
"""(在安全生产领域，)作出行政处罚35件、行政强制2件: some of all."""
_OF_A_SOURCE = pattern(
    "(?:举报|投诉|线索|移送|移交|交办|转办|抽检|抽查|专项|整治|针对|百日|集中行动)(?!.*(?:全年|年内|本年度?|今年)(?:共|累计|合计)?(?:作出|实施|下达))"
)
"""(接到群众举报41件，)经核实作出行政处罚9件: what these led to, some of all."""
_FOUND_OUT = pattern("(?:查实|核实|查证|属实|调查|立案|讨论|审议|取证|审理)[^，；。\\d]*\\d+[件起宗]$")
_BY_FORCES = pattern(
    "(?:执法(?:队伍|力量|[支大中总]队)|综合执法队)[^，；。\\d]{0,6}(?:作出|作|实施|下达)了?(?:行政)?(?:许可|处罚|强制)"
)
"""(三支执法队伍全年共作出行政处罚)107件、行政强制4件"""
_LIST = pattern("(?:(?:、|，|和|以?及|与)+(?:行政)?(?:许可|处罚|强制)(?:决定|措施)?书?\\d+件)+")
_WHO_DECIDES_PUBLISHES = pattern("谁(?:执法|处罚|决定|作出|办案)[、，者]?谁(?:公示|公开|公布)")
_ALL_PUBLISHED = pattern(
    "(?:全年|年内|本年度?|今年|20\\d\\d年度?|我局|本局|本机关|共|已|依法|及时|均)*(?:公示|公开|公布)了?(?:行政)?(?:许可|处罚|强制)(?:决定)?书?\\d+[件份]$"
)
"""(按照“谁执法、谁公示”要求，)全年公示行政处罚决定98件: no more than were decided."""
_OF_ALL_SORTS = pattern("等|各[类项种]|强制")
"""查封、扣押27次 may be some of all, beside one sort only: 等强制27次 are all."""
_ELSEWHERE = "另有所指"
_LARGE = 1000
_FEWEST = 10
"""A smaller number agrees by chance."""
_APART = pattern("[。；！？\\n]|其中|领域|季度|上半年|下半年|上年|去年|信息|条|网站")


def beside_right_ones(
    readings: Sequence[NumberReading], printed: str, numbers: Mapping[str, Number]
) -> Sequence[NumberReading]:
    """Return the readings of a text, with the decisions compared that stand beside right ones."""
    readings = [_of_a_field(r) if _is_of_a_field(r, printed, numbers) else r for r in readings]
    readings = [_compared(r) if _is_more_than_decided(r, printed, numbers) else r for r in readings]
    decisions = [r for r in readings if r.key in _KEYS and r.kind in ("count", "other")]
    if not decisions:
        return readings
    decided = [r for r in decisions if r.kind == "count" and _DECIDED.search(r.quote)]
    right_ones = [r for r in decisions if _is_right(r, numbers, fewest=1)]
    told = [r for r in right_ones if r.value >= _FEWEST]
    if not right_ones and not (decided and len(decisions) > 1):
        return readings
    right = [r for r in told if r.kind == "count"]
    published = [r for r in right_ones if r.kind == "other" and _ELSEWHERE in r.meaning]
    return [
        _compared(r)
        if _is_beside(r, right, printed)
        or _goes_on(r, decided, printed)
        or _is_listed_with(r, told, printed)
        or _is_wrong_anyhow(r, published, printed, numbers)
        or _is_too_many_of_a_sort(r, right_ones, printed, numbers)
        or _is_more_of_forces(r, right_ones, printed, numbers)
        or _is_swapped_in_fields(r, told, printed, numbers)
        else r
        for r in readings
    ]


def _is_wrong_anyhow(
    reading: NumberReading, right: Sequence[NumberReading], printed: str, numbers: Mapping[str, Number]
) -> bool:
    """Whether no such number of decisions can have been published, where that of another sort beside it is right."""
    if reading.kind != "other" or reading.key not in _KEYS or not reading.ways or _ELSEWHERE not in reading.meaning:
        return False
    known = numbers.get(reading.ways[0][0])
    if known is None or (reading.value <= known and not _has_its_digits(reading.value, known)):
        return False
    head = printed[max(printed.rfind(mark, 0, reading.start) for mark in "。；！？\n") + 1 : reading.start]
    if not _PUBLISHED.fullmatch(reading.quote) or _OF_SOME.search(head):
        return False
    fewest = 1 if known < reading.value and _has_its_digits(reading.value, known) else _FEWEST  # 公开许可81件 for 18
    beside = [r for r in right if r.key != reading.key and r.value >= fewest]
    gaps = [printed[min(r.end, reading.end) : max(r.start, reading.start)] for r in beside]
    return any(not _APART_IN_PRINT.search(gap) for gap in gaps)


def _is_more_than_decided(reading: NumberReading, printed: str, numbers: Mapping[str, Number]) -> bool:
    """Whether who decides publishes, and published more than it decided, with the digits of that number."""
    if reading.kind != "other" or reading.key not in _KEYS or _ELSEWHERE not in reading.meaning or not reading.ways:
        return False
    known = numbers.get(reading.ways[0][0])
    if known is None or reading.value <= known or not _has_its_digits(reading.value, known):
        return False
    head = printed[max(printed.rfind(mark, 0, reading.start) for mark in "。；！？\n") + 1 : reading.start]
    is_plain = bool(_ALL_PUBLISHED.fullmatch(reading.quote)) and not _OF_SOME.search(head)
    return is_plain and bool(_WHO_DECIDES_PUBLISHES.search(head))


def _is_swapped_in_fields(
    reading: NumberReading, right: Sequence[NumberReading], printed: str, numbers: Mapping[str, Number]
) -> bool:
    """Whether two digits changed places in a number whose fields are named, where two others of the list are right.

    The others tell that these fields are all there are: 种子、渔业等领域作出行政许可1834件，作出处罚57件，强制12件.
    """
    is_large = reading.kind == "count" and reading.key in _KEYS and reading.value >= _LARGE
    if not is_large or "等领域" not in reading.quote or not is_swapped(reading, numbers):
        return False
    beside = [r for r in right if r.start > reading.end and r.key != reading.key]
    is_one_list = all(not _APART_IN_PRINT.search(printed[reading.end : r.start]) for r in beside)
    return is_one_list and len({r.key for r in beside}) == len(_KEYS) - 1


def _is_too_many_of_a_sort(
    reading: NumberReading, right: Sequence[NumberReading], printed: str, numbers: Mapping[str, Number]
) -> bool:
    """Whether one sort of decisions is told as more than all are, beside numbers that are the table's."""
    is_open = reading.kind == "count" or (reading.kind == "other" and _ELSEWHERE in reading.meaning)
    if not is_open or reading.key not in _KEYS or not reading.ways:
        return False
    known = numbers.get(reading.ways[0][0])
    if known is None or reading.value <= known or not _OF_A_SORT.fullmatch(reading.quote):
        return False
    gaps = [printed[r.end : reading.start] for r in right if r.key != reading.key and r.value >= _FEWEST]
    return any(gap and not _APART_IN_PRINT.search(gap) for gap in gaps)


def _is_of_a_field(reading: NumberReading, printed: str, numbers: Mapping[str, Number]) -> bool:
    """Whether a number of decisions is fewer than all, in a sentence that begins with one field of several."""
    if reading.kind != "count" or reading.key not in _KEYS or reading.rule_id != "N-07":
        return False
    start = max(printed.rfind(mark, 0, reading.start) for mark in "。；！？\n") + 1
    known = numbers.get(reading.ways[0][0]) if reading.ways else None
    if known is None or reading.value >= known:
        return False
    is_found_out = bool(_FOUND_OUT.search(reading.quote) and _OF_A_SOURCE.search(printed, start, reading.end))
    return is_found_out or bool(_IN_A_FIELD.match(printed, start, reading.start))


def _of_a_field(reading: NumberReading) -> NumberReading:
    return reading._replace(kind="other", meaning=f"{reading.meaning}（{OF_SOME}，不核对）", rule_id="")


def _is_more_of_forces(
    reading: NumberReading, right: Sequence[NumberReading], printed: str, numbers: Mapping[str, Number]
) -> bool:
    """Whether the forces of the unit are told to have decided more than all, beside a number that is the table's.

    Forces of others would not have just the number of the table; fewer may be those of some of the unit's.
    """
    known = numbers.get(reading.ways[0][0]) if reading.ways else None
    is_of_forces = reading.kind == "count" and reading.key in _KEYS and _BY_FORCES.search(reading.quote)
    if not is_of_forces or known is None or reading.value <= known or _OF_SOME.search(reading.quote):
        return False
    return any(_LIST.fullmatch(printed, reading.end, r.end) for r in right if r.start > reading.end and r.value > 1)


def _has_its_digits(told: Number, known: Number) -> bool:
    """Whether a number is another one with its digits in another order: 79 for 97."""
    return told != known and sorted(str(told)) == sorted(str(known))


def _is_right(reading: NumberReading, numbers: Mapping[str, Number], fewest: int) -> bool:
    is_telling = reading.value >= fewest and len(reading.ways) == 1 and len(reading.ways[0]) == 1
    return is_telling and numbers.get(reading.ways[0][0]) == reading.value


def _is_beside(reading: NumberReading, right: Sequence[NumberReading], printed: str) -> bool:
    """Whether a number that was left alone counts another sort of decisions, in the same part as a right one."""
    if reading.kind != "other" or reading.key not in _KEYS or not reading.ways or _ELSEWHERE not in reading.meaning:
        return False
    if not _BARE.fullmatch(reading.quote):
        return False
    gaps = [printed[min(r.end, reading.end) : max(r.start, reading.start)] for r in right if r.key != reading.key]
    return any(not _APART.search(gap) for gap in gaps)


def _is_listed_with(reading: NumberReading, right: Sequence[NumberReading], printed: str) -> bool:
    """Whether a number told by its sort alone stands in a list with one of the table: 许可318件、(处罚174件)."""
    is_in_trade = IN_TRADE in reading.meaning
    if reading.kind != "other" or not (is_in_trade or ELIDED in reading.meaning):
        return False
    told_so = (ELIDED, IN_TRADE)
    beside = [
        r for r in right if r.key != reading.key and (r.kind == "count" or any(why in r.meaning for why in told_so))
    ]
    apart = _APART_IN_PRINT if is_in_trade else _APART
    if is_in_trade and OF_YEAR not in reading.meaning and not _OF_ALL_SORTS.search(reading.quote):
        beside = beside if len({r.key for r in beside}) == len(_KEYS) - 1 else []
    return any(not apart.search(printed[min(r.end, reading.end) : max(r.start, reading.start)]) for r in beside)


def _goes_on(reading: NumberReading, decided: Sequence[NumberReading], printed: str) -> bool:
    """Whether a number that was left alone goes on behind a verb of deciding: 作出行政许可145件、(行政处罚12件)."""
    if reading.kind != "other" or not reading.ways or _ELSEWHERE not in reading.meaning:
        return False
    return any(_LIST.fullmatch(printed, r.end, reading.end) for r in decided if r.end <= reading.start)


def _compared(reading: NumberReading) -> NumberReading:
    meaning = reading.meaning.partition("（")[0]
    return reading._replace(kind="count", meaning=meaning, rule_id="N-07", words=())
