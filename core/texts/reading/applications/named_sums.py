"""Reads a total behind the names of several cells as their sum: 纠正和其他相加共5件, 处罚加上强制，合计4813件.

Or before them: 其余6件为不予处理和逾期不补正.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

from core.base.patterns import pattern
from core.form.known_cells import LAWSUIT_ROWS, REVIEW_ROW
from core.texts.language.grammar import BREAK
from core.texts.language.meanings import Alternatives
from core.texts.language.numbers import PrintedNumber
from core.texts.language.phrase_said import Composed, Phrase
from core.texts.reading.sentence.due import count_pass
from core.texts.reading.sentence.sentences import NumberReading, SentenceState, SourceText
from core.texts.reading.told.references import OUTCOMES
from core.texts.reading.told.told_bases import is_base

_ADDS = (
    "合计",
    "共计",
    "总计",
    "相加",
    "合起来",
    "加起来",
    "之和",
    "总和",
    "在一起",
    "两项",
    "三项",
    "两类",
    "三类",
    "两种",
    "者",
    "加总",
    "总数",
    "总量",
    "总共",
    "加",
    "一块",
    "连同",
    "＋",
    "+",
)
_MANY = "(?:这|上述|以上)?(?:[两二三四][项类种者样块]|[两二三四]个?方面)"
_SUM = "合计|共计|总计|相加|合起来|加起来|[加合算]在一[起块]|之和|总和|加总|总数|总量|总共"
_OF_YEAR = "全年|年内|本年度?|□□□本年度?|一年(?:下来|间|来|里)?|累计|作出|办理|办结|下达|发出"
_THEM = f"(?:{_MANY}(?:行政)?(?:执法)?(?:决定|案件|结果|情形|文件|理由|原因|缘由|事由|答复|申请|类型)?|案件|结果|决定)"
_IS = "起来|总数|总量|数量|共|有|为|是|达到?|，|、"
_TOTAL = pattern(
    f"(?:把|将|{_OF_YEAR}|共)*(?:(?P<names>[^，；。：（）\\d]{{3,60}}?)(?:，)?{_THEM}*(?:，)?(?:{_OF_YEAR}|，)*"
    f"(?:一|总|的)?(?:{_SUM})(?:{_IS}|{_OF_YEAR})*$"
    f"|(?P<few>[^，；。：（）\\d]{{3,40}}?)(?:，)?(?:这|上述|以上)?[两二三四][项类种](?:行政)?(?:执法)?决定(?:(?:{_OF_YEAR}|，)*共|(?:{_OF_YEAR})*累计)(?:{_IS}|{_OF_YEAR})*$"
    f"|{_THEM}（(?P<listed>[^，；。：（）\\d]{{3,40}}?)）(?:{_OF_YEAR}|，)*(?:{_SUM}|共)(?:{_IS}|{_OF_YEAR})*$)"
)
"""许可、处罚、强制(三类决定全年共)491件; 三类决定(（许可、处罚、强制）相加为)491件"""
_PLUS = "(?:(?:再|外)?(?<![增参更附施追添])加上?(?![强快大入盖急班密工装固油深速倍码挂建])|连同|＋|\\+)"
_JOINT = pattern(
    f"、|以及|或者?|和|(?<!涉)及(?!时)|与|(?:，)?{_PLUS}|(?<!连)(?<!陪)同(?=[\u4e00-\u9fff])(?![意类一样期时行])"
)
_JOINED = pattern(_PLUS)
_ADDED = pattern(
    f"(?:把|将|其中|{_OF_YEAR})*(?P<names>[^，；。：（）、\\d]{{2,24}}?{_PLUS}[^，；。：（）、\\d]{{2,20}}?)"
    f"(?:的|了|{_THEM}|{_SUM}|{_IS}|一|总|计)*$"
)
"""(公开加部分公开)22件: the word that joins them adds them up."""
_IS_CALLED = ("件为", "件是", "件属", "件系", "件均为")
_CALLED = pattern(
    "(?:申请)?(?:均|都)?(?:为|是|属于?|系)(?P<names>[^，；。：（）\\d]{2,16}?(?:(?:、|以及|和|及|与|或者?)[^，；。：（）\\d、和及与或]{3,16})+)(?=[，；。\\n]|$)"
)
"""其余6件(为不予处理和逾期不补正)"""
_OUTCOME = ("不再处理", "视为", "视同")
"""What one row comes to is no other row: 9件是逾期不补正、视为不再处理."""
_RULES = ("N-05", "N-06", "N-07")
_FEWEST = 2
_NO_SUM = pattern("分别|依次|各|其中|较|比(?!例)|同期|上年|去年|增|减(?!免)")
_WHY = "几项合计，不核对"
_FAR = 80
_KEY = "named_together"


@count_pass(words=_ADDS)
def named_sums(source: SourceText, sentence: SentenceState, readings: Sequence[NumberReading]) -> list[NumberReading]:
    """Return the readings of a sentence, totals behind the names of several cells compared with these together."""
    numbers = sentence.numbers
    found = [*readings]
    for number in numbers:
        told = None if is_base(source, number) else _named_before(source, sentence, number)
        if told is None:
            continue
        start, end = source.span(number.start, number.end)
        roles, ways, length = told
        if not ways:
            found = [_unjudged(one) if one.start == start else one for one in found]
            continue
        name, rule_id = "、".join(dict.fromkeys(role.role.name for role in roles)), roles[0].role.rule_id
        quote, scope = source.quote(number.start - length, number.end), source.scope(number.start)
        reading = NumberReading(start, end, quote, number.value, "count", _KEY, name, rule_id, ways, scope)
        found = [*(one for one in found if one.start != start), reading]
    found.sort(key=lambda reading: reading.start)
    both = next((one.start for one in found if one.key == _KEY and _is_of_both_kinds(one)), None)
    return found if both is None else [_perhaps_of_both(source, one) if one.start > both else one for one in found]


@count_pass(words=_IS_CALLED)
def named_behind(source: SourceText, sentence: SentenceState, readings: Sequence[NumberReading]) -> list[NumberReading]:
    """Return the readings of a sentence, numbers with the names of several results behind them as their sum."""
    found = [*readings]
    for number in sentence.numbers:
        said = _CALLED.match(source.text, number.end)
        start = source.span(number.start, number.end)[0]
        at = next((i for i, one in enumerate(found) if one.start == start), None) if said else None
        if said is None or at is None or number.is_rough or found[at].kind not in ("count", "other"):
            continue
        if any(word in said["names"] for word in _OUTCOME):
            continue
        roles = _meant(source, said["names"], source.topic_at(sentence, number.start), number.unit)
        ways = _together(roles) if len(roles) >= _FEWEST and all(one.role.is_result for one in roles) else ()
        old = found[at]
        if not ways or (old.key != "unknown" and not (old.ways and {*old.ways[0]} < {*ways[0]})):
            continue
        if not source.is_this_year(sentence, number.start):
            continue
        name = "、".join(dict.fromkeys(one.role.name for one in roles))
        quote = source.quote(number.start, said.end())
        what = number.value, "count", _KEY, name, "N-05", ways, source.scope(number.start)
        found[at] = NumberReading(start, old.end, quote, *what, words=(source.subject(number.start),))
    return found


def _is_of_both_kinds(reading: NumberReading) -> bool:
    rows = {cell.rpartition(".")[0] for cell in reading.ways[0]}
    return REVIEW_ROW in rows and not rows.isdisjoint(LAWSUIT_ROWS)


def _perhaps_of_both(source: SourceText, reading: NumberReading) -> NumberReading:
    """把复议纠正和诉讼败诉加在一起共5件，相当于已审结(30件)的六分之一: of both kinds, though 诉讼 was said last."""
    if reading.kind != "count" or reading.key not in (*OUTCOMES, "closed"):
        return reading
    both = source.vocabulary.role(reading.key).alternatives("both")[:1]
    return reading.with_ways(tuple(dict.fromkeys((*reading.ways, *both))))


def _named_before(
    source: SourceText, sentence: SentenceState, number: PrintedNumber
) -> tuple[list[Composed], Alternatives, int] | None:
    """Return what the names before a total mean, the cells to add up, and the length of the words; None for none."""
    if number.is_rough or number.unit == "%" or not source.is_this_year(sentence, number.start):
        return None
    before = source.text[max(sentence.start, number.start - _FAR) : number.start]
    breaks = list(BREAK.finditer(before))
    begin = max((match.end() for match in breaks if match[0] not in "，（）"), default=0)
    for at in [begin, *(match.end() for match in breaks if match.start() >= begin)]:
        said = _TOTAL.fullmatch(before, at)
        names = next(filter(None, said.group("names", "few", "listed")), "") if said else ""
        is_added = not names and _JOINED.search(before, at)
        if is_added and (said := _ADDED.fullmatch(before, at)):
            names = said["names"]
        if not names or _NO_SUM.search(names) or _is_published(source, sentence, number, names):
            continue
        topic = source.topic_at(sentence, number.start)
        roles = _meant(source, names, topic, number.unit)
        ways = _together(roles) if len(roles) >= _FEWEST else ()
        if ways or _is_mixed(roles):
            return roles, ways, len(before) - at
        if is_added and _names_row(source, _JOINED.split(names)[0], topic, number.unit):
            return [], (), len(before) - at  # 个人加企业38件: not of the last alone, at any rate
    return None


def _names_row(source: SourceText, name: str, topic: str, unit: str) -> bool:
    """Whether the first of several names is a result, an outcome, a sort of decision or a kind of applicants."""
    made = source.vocabulary.concepts.composed(Phrase("", name, "", topic, unit))
    return made is not None and (made.role.rule_id in _RULES or made.role.is_applicant)


def _is_published(source: SourceText, sentence: SentenceState, number: PrintedNumber, names: str) -> bool:
    """Whether decisions in a text on the work may be only those that were published."""
    is_of_work = source.code.startswith("s1") and any(sort in names for sort in ("许可", "处罚", "强制"))
    return is_of_work and bool(source.words["public"].search(source.text, sentence.start, number.start))


def _meant(source: SourceText, names: str, topic: str, unit: str) -> list[Composed]:
    """Return what each of some names means; [] where one is not understood, or they are of several rules."""
    concepts = source.vocabulary.concepts
    meant = [concepts.composed(Phrase("", name, "", topic, unit)) for name in _JOINT.split(names)]
    known = [one for one in meant if one]
    rules = {one.role.rule_id for one in known}
    is_sure = len(known) == len(meant) and len(rules) == 1 and rules <= {*_RULES}
    return known if is_sure else []


def _is_mixed(roles: Sequence[Composed]) -> bool:
    """Whether some names are of cases and others of what came of them: 复议、诉讼中维持和纠正合计20件."""
    return len({one.role.key.startswith("cases_") for one in roles}) > 1


def _unjudged(reading: NumberReading) -> NumberReading:
    if reading.kind != "count":
        return reading
    return reading._replace(kind="other", meaning=f"{reading.meaning}（{_WHY}）", rule_id="")


def _together(roles: Sequence[Composed]) -> Alternatives:
    """Return the ways to add up some cells: all of each first; () where two names are of the same cell."""
    each = [one.role.alternatives(one.topic) for one in roles]
    if not all(each) or _is_mixed(roles):
        return ()
    many = min(map(len, each))
    ways = tuple(reduce(lambda a, b: (*a, *b), (ways[i] for ways in each)) for i in range(many))
    return tuple(way for way in ways if len({*way}) == len(way))
