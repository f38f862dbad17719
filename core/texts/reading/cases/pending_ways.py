"""Reads cases that are said to be pending in one clause, or of which a sentence names the decided ones only.

1件复议后起诉案件未结 is not all of these; nor are those behind 在已审结的行政诉讼中，直接起诉58件. Pending are also
those that have a reason to be: 1件因申请人补充证据至年底尚未审结.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.base.patterns import pattern
from core.texts.language.left_alone import OF_SOME
from core.texts.reading.sentence.due import count_pass
from core.texts.reading.sentence.sentences import CASE_TEXTS, NumberReading, SentenceState, SourceText
from core.texts.reading.told.named_before import CASES
from core.texts.reading.told.references import THESE

_WAYS_TO_COURT = ("cases_direct", "cases_after")
_PENDING = pattern(
    "[^，；。、（）\\d]{0,12}(?:起诉|诉讼|应诉)的?(?:行政)?(?:诉讼|应诉)?(?:案件|案)?的?(?:目前|至今|现|年末|年底)?"
    "(?:(?:尚|仍|还|暂)?(?:未|没有?|未能)(?:审结|结案|结|审完|审理完毕|办结|作出判决|判决|宣判)|(?:尚|仍|还)?(?:正在|在)审(?:理|$|(?=[，；。]))"
    "|(?:尚|仍|还|正)?(?:有?待|等待?)(?:法院)?(?:宣判|判|开庭|裁判|裁定|审理|下判)|审理中)"
)
"""1件(复议后起诉案件未结)"""
_NOUN = "(?:的|行政|复议|诉讼|应诉|政府|信息公开|类)*(?:案件|案子)"
_STATE_NOUN = pattern(
    f"(?:(?P<closed>已经?(?:结|判|决|审|裁决?)|已?经?(?:审结|结案|办结|审毕|审完|审理完毕|下判|宣判|裁判|有(?:了)?(?:结果|结论|定论)))了?"
    f"|(?:尚|还|仍)?(?:未|没有?)(?:审结|结案|办结|审完|结|决|判)|(?:尚|仍|还|正)?在(?:审理?|办)中?|审理中){_NOUN}(?![^，；。、]{{0,3}}\\d)",
    needs=["案件", "案子"],
)
"""复议后起诉的9件(已结案件)里; 行政复议3件(未审结案件)"""
_ENDED_MEANWHILE = pattern(
    "[^，；。、（）\\d]{0,10}(?:过程|阶段|期间|环节)[之当]?[中里内]?，[^，；。、\\d]{0,12}(?:撤回|撤诉|终止|和解|调解|化解|息诉)",
    needs=["过程", "阶段", "期间", "环节"],
)
_EXCEPT = pattern("(?:^|[，；。：（\\n])仅?除(?:了|去)?[^，；。：（）\\d]{0,12}$")
_PLAIN = "(?:的|案件|案子|案|申请|被|行政|政府|信息公开|复议后起诉|直接起诉|复议|诉讼|起诉|以|之)*"
_EXCEPTED_FOR = pattern(
    f"(?!{_PLAIN}(?:外|，)){_PLAIN}[^，；。、（）\\d]{{2,24}}?(?:外|，(?:其余|其他|余下|剩余|剩下|别的|另外))"
)
"""除1件(复议后起诉的案件仍在二审外)，都已审结: what became of some of them."""
_KIND = "(?:政府信息公开|信息公开)?(?:类|的)?(?:行政)?(?:复议|诉讼|应诉)(?:案件|案)?"
_BOTH_LEFT = pattern(f"(?:(?:[尚仍还]|目前|年底|现|至今)有|[剩余]下?有?)(?:{_KIND})?$")
_OTHER_KIND = "\\d+[件起宗例]"
_BOTH_PENDING = pattern(
    f"(?:的?{_KIND})?(?:、|和|及|与|以及)(?:{_OTHER_KIND}的?{_KIND}|{_KIND}{_OTHER_KIND})(?:均|都|目前|现|尚|仍|还|正)*"
    "(?:(?:未|没有?|未能|没能)(?:审结|结案|审完|审理完毕|办结|结)|(?:正?在|处于)(?:复议机关|法院)?审(?:理|查)?|待(?:审|判|宣判))(?![^，；。]{0,3}\\d)",
    needs=["结", "审", "待"],
)
"""尚有2件(行政复议、1件行政诉讼没有审结): both are pending."""
_OF_DECIDED = pattern(
    "(?:在|全年|年内|截至年底|上述|以上|现)*已?(?:审结|结案|办结)的(?:政府信息公开|信息公开)?(?:类|的)?(?:行政)?(?:复议|诉讼|应诉)?"
    "(?:案件|案)?(?:中|里|当中)，"
)
_PART = pattern("[^。！？\\n]*?(?=尚|仍|还有|未[审结]|其余|[。！？\\n]|$)")
"""(在已审结的行政诉讼中，直接起诉58件…；复议后起诉56件…。)"""
_NOW = "(?:(?:直?至|到|截至|截止到?)?(?:□□□)?(?:本年|当年|今年)?(?:年[底末终内]|报告期末|◇|目前)(?:[前时止]|为止)?)?"
_FOR_A_REASON = pattern(
    "(?:案件|案)?(?:系|是|则)?(?:因|由于|鉴于|受)(?:(?!案(?!情|卷|由)|诉|复议|审(?!理)|[判裁年撤]|终止|而)[^，；。：、（）\\d]){2,24}?[，、]?"
    rf"{_NOW}(?:(?:(?:尚|仍|还|暂|均)?(?:未|没有?|未能))(?:审结|结案|审完|审理完毕|办结|作出决定|作出判决|判决|宣判)"
    "|(?:尚|仍|还)?(?:正在|在|处于)(?:复议机关|法院)?审理(?:之?中|过程中|阶段)?)"
    "(?=[；。\\n]|$|，(?![^；。]*(?:终止|撤[回诉]|维持|纠正|审结|驳回|结案)))"
)
"""1件(因申请人补充证据至年底尚未审结)"""
_NEAR = 2
"""How far before a number 这 or 上述 may begin."""
_FAR = 18
"""How far before a number 尚有 may begin."""
_UNITS = ("件", "起", "宗", "例")
_LAST_YEAR = pattern("上年|去年|他年|结转|转入")


@count_pass(keys=[*CASES, "pending"])
def pending_of_ways(
    source: SourceText, sentence: SentenceState, readings: Sequence[NumberReading]
) -> list[NumberReading]:
    """Return the readings of a sentence, cases as the pending or the decided ones where it says so."""
    decided = _OF_DECIDED.match(sentence.text) if "结" in sentence.text else None
    if decided:
        end = _PART.match(sentence.text, decided.end()) or decided
        places = range(*source.span(sentence.start + decided.end(), sentence.start + end.end()))
        return [
            _closed(source, r) if r.key in CASES and r.kind == "count" and r.start in places else r for r in readings
        ]
    found = [_by_state(source, r) if r.key in CASES and r.kind == "count" else r for r in readings]
    found = _ways_of_closed(source, found)
    found = [_some(r) if _is_told_again(source, r, readings) or _has_ended(source, r) else r for r in found]
    return [_some(r) if _is_excepted(source, r) else r for r in found] if "除" in sentence.text else found


@count_pass(texts=CASE_TEXTS, words=("审结", "结案", "审理", "审完", "办结", "判", "决定"), keys=["unknown"])
def pending_for_reasons(
    source: SourceText, sentence: SentenceState, readings: Sequence[NumberReading]
) -> list[NumberReading]:
    """Return the readings of a sentence, cases that are pending for a reason as those."""
    found = []
    starts = {source.span(*number[:2])[0]: number for number in sentence.numbers if number.unit in _UNITS}
    role = source.vocabulary.role("pending")
    for reading in readings:
        number = starts.get(reading.start) if reading.key == "unknown" else None
        if number and _FOR_A_REASON.match(source.text, number.end):
            topic = source.topic_at(sentence, number.start)
            clause = source.clause(number.start, number.end)
            ways = role.alternatives(topic) if not _LAST_YEAR.search(clause) else ()
            if ways and source.is_this_year(sentence, number.start):
                told = reading._replace(kind="count", key=role.key, meaning=role.name, rule_id=role.rule_id)
                reading = told._replace(ways=ways, words=(), phrase=None)
        found.append(reading)
    return found


def _ways_of_closed(source: SourceText, readings: list[NumberReading]) -> list[NumberReading]:
    """Return cases by their way to court as closed where closed ones are made up of them: 5件已结，直接起诉2件…."""
    for i, whole in enumerate(readings):
        ways = readings[i + 1 : i + 1 + len(_WAYS_TO_COURT)]
        is_split = whole.key == "closed" and sorted(r.key for r in ways) == sorted(_WAYS_TO_COURT)
        if is_split and sum(r.value for r in ways) == whole.value and all(r.kind == "count" for r in ways):
            return [*readings[: i + 1], *(_closed(source, r) for r in ways), *readings[i + 1 + len(ways) :]]
    return readings


def _is_told_again(source: SourceText, reading: NumberReading, readings: Sequence[NumberReading]) -> bool:
    """Whether cases of a way to court are some told before, of which is said how they came: 这2件均为复议后起诉."""
    if reading.key not in _WAYS_TO_COURT or not THESE.search(
        source.printed, max(reading.start - _NEAR, 0), reading.start
    ):
        return False
    before = [r for r in readings if r.end <= reading.start and r.value == reading.value]
    return bool(before) and before[-1].key not in CASES


def _has_ended(source: SourceText, reading: NumberReading) -> bool:
    """Whether cases ended while they were heard: 2件在审理过程中，申请人撤回申请."""
    return reading.key == "pending" and bool(_ENDED_MEANWHILE.match(source.printed, reading.end))


def _closed(source: SourceText, reading: NumberReading) -> NumberReading:
    role = source.vocabulary.role("closed")
    ways = role.alternatives(CASES[reading.key])[:1]
    return reading._replace(key=role.key, meaning=role.name, ways=ways, phrase=None)


def _is_excepted(source: SourceText, reading: NumberReading) -> bool:
    """Whether cases are those that something is said of which is not of the others: 除1件复议后起诉的仍在二审外."""
    if reading.key not in CASES or reading.kind != "count":
        return False
    return bool(_EXCEPT.search(source.printed, 0, reading.start) and _EXCEPTED_FOR.match(source.printed, reading.end))


def _some(reading: NumberReading) -> NumberReading:
    return reading._replace(kind="other", meaning=f"{reading.meaning}（{OF_SOME}，不核对）", rule_id="", phrase=None)


def _is_left_with_other(source: SourceText, reading: NumberReading) -> bool:
    """Whether cases stand before those of the other kind, which with them are pending: 尚有2件复议、1件诉讼未审结."""
    is_left = _BOTH_LEFT.search(source.printed, max(reading.start - _FAR, 0), reading.start)
    return bool(is_left and _BOTH_PENDING.match(source.printed, reading.end))


def _by_state(source: SourceText, reading: NumberReading) -> NumberReading:
    """Return cases as decided or pending ones where the words behind their number say that they are."""
    noun = _STATE_NOUN.match(source.printed, reading.end)
    if noun and noun["closed"]:
        return _closed(source, reading)
    is_of_way = reading.key in _WAYS_TO_COURT and _PENDING.match(source.printed, reading.end)
    if not (noun or is_of_way or _is_left_with_other(source, reading)):
        return reading
    role = source.vocabulary.role("pending")
    return reading._replace(key=role.key, meaning=role.name, ways=role.alternatives(CASES[reading.key]), phrase=None)
