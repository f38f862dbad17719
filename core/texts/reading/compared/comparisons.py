"""Reads which of two is more, told without a number: 商业企业的申请已超过自然人, 自然人申请是企业的5倍多."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from core.base.patterns import holds_one, pattern
from core.texts.language.meanings import Alternatives
from core.texts.language.numbers import han_number
from core.texts.language.phrase_said import Phrase
from core.texts.language.word_shares import SAID, THAN, share_of
from core.texts.reading.sentence.due import sentence_reader
from core.texts.reading.sentence.frames import frame_of
from core.texts.reading.sentence.sentences import (
    CASE_TEXTS,
    COMPARED_THERE,
    REQUEST_TEXTS,
    WORK_TEXTS,
    NumberReading,
    SentenceState,
    SourceText,
)
from core.texts.reading.shares.largest import MORE, MORE_THAN

_MORE = "超过|多于|高于|大于|超出|多过"
_LESS = "少于|低于|小于|不及|不如"
_AMOUNT = "的?(?:(?<!案)件数|数量|总量|总数|量|数|占比|比例|比重)"
_STILL = f"(?:已经?|尚|还|却|首次|均|都|明显|远远?|大幅|略|仍然?|继续|依然|显著|要|也|又|数量上|{_AMOUNT})*"
_THAN = pattern(
    rf"^(?:其中)?(?P<who>[^，；。：、（）\d]{{0,24}}?){_STILL}(?:(?P<more>{_MORE})|(?P<less>{_LESS}))了?"
    rf"(?P<other>[^，；。：、（）\d]{{2,20}}?)(?:{_AMOUNT}|(?<=的)\d+[件宗起份部])?$"
)
"""(商业企业的申请数量)已超过(自然人)"""
_TIMES = pattern(
    rf"^(?:其中)?(?P<who>[^，；。：、（）\d]{{0,24}}?){_STILL}(?:是|为|相当于|达到?)(?P<other>[^，；。：、（）\d]{{2,20}}?)(?:{_AMOUNT})?的"
    r"(?P<mark>近|接近|约|超过)?(?P<n>\d+(?:\.\d+)?|[两三四五六七八九十])(?P<half>倍半)?倍?(?P<behind>多|以上|有余|余|强|左右)?$",
)
"""(自然人申请)是(企业申请)的5倍多"""
_THAN_OTHER = pattern(
    r"^(?:其中)?(?P<who>[^，；。：、（）\d]{0,24}?)比(?P<other>[^，；。：、（）\d]{2,20}?)的?(?:还|要|略|明显|更)*"
    r"(?:(?P<more>多|高)|(?P<less>少|低))(?:一些|些|得多)?$"
)
"""予以公开45件，比(无法提供)的多"""
_PART_OF = pattern(
    rf"^(?:其中)?(?P<who>[^，；。：、（）\d]{{0,24}}?){_STILL}(?:(?P<than>{THAN})|[仅只]?(?:为|是|有|相当于)(?P<about>约|大约)?)(?P<other>[^，；。：、（）\d]{{2,20}}?)(?:{_AMOUNT})?的"
    r"(?P<said>[一二两三四五六七八九]成|[一二两三四五六七八九十]分之[一二三四五六七八九]|一半)$"
)
"""(企业申请数量)不足(自然人申请数量)的一成"""
_SAYS_SO = (*_MORE.split("|"), *_LESS.split("|"), "倍", "比", "成", "分之", "一半")
_SAME_TIME = pattern("同期(?=(?:行政)?(?:许可|处罚|强制))")
"""不足(同期)行政处罚决定数的一成: of the same year."""
_CLAUSE = pattern("(?:（\\d+[件宗起份部]）|[^，；：。（）！？\n—])+")
_TOLD_NUMBER = pattern("（\\d+[件宗起份部]）")
"""废止的(（9件）)多于新制发的(（14件）)"""
_NOT_JUDGED = pattern(
    "年|月|季|期|预|计划|平均|其余|其他(?!处理|结果)|全[省市县区]|增|减|不$|[没未]有?$|幅|时长|时限|工作日"
)
_TEXTS = (*REQUEST_TEXTS, *CASE_TEXTS, "s2", "note.t2")
_OF_POWERS = "N-07"
_RULES = ("N-06", _OF_POWERS)
_STRICTLY = 1
_MANY = Decimal(10**6)


class _Told(NamedTuple):
    """One of the two: its name, the rule on it, whether it is a kind of applicants, and the ways to reckon it."""

    name: str
    rule_id: str
    key: str
    is_applicant: bool
    ways: Alternatives


@sentence_reader((*_TEXTS, *WORK_TEXTS), _SAYS_SO)
def comparisons(source: SourceText, sentence: SentenceState) -> Iterator[NumberReading]:
    """Yield which of two is said to be more in a sentence."""
    is_on_work = source.code in WORK_TEXTS
    if is_on_work and not holds_one(sentence.text, COMPARED_THERE):
        return
    for stretch in _CLAUSE.finditer(source.text, sentence.start, sentence.end):
        start, end = stretch.span()
        if is_on_work and source.words["public"].search(source.text, sentence.start, end):
            return
        clause = _SAME_TIME.sub("", _TOLD_NUMBER.sub("", stretch[0]))
        times = _TIMES.match(clause) if "倍" in clause else _PART_OF.match(clause)
        match = times or _THAN.match(clause) or _THAN_OTHER.match(clause)
        if match is None or _NOT_JUDGED.search(clause.replace("本年", "").replace("全年", "")):
            continue
        if not source.is_this_year(sentence, start) or frame_of(source, sentence, start) is not None:
            continue
        topic = source.topic_at(sentence, end)
        other = _meant(source, match["other"], topic)
        first = _meant(source, match["who"], topic) if match["who"] else _last(source, sentence.readings, start)
        if not (first and other) or (is_on_work and first.rule_id != _OF_POWERS):
            continue
        told = (other, first) if not times and match["less"] else (first, other)
        yield from _reading(source, (start, end), told, _range(times) if times else (_STRICTLY, 0))


def _meant(source: SourceText, noun: str, topic: str) -> _Told | None:
    """Return what a noun counts, if it is a kind of applicants, a result, a kind of case or of decisions."""
    made = source.vocabulary.concepts.composed(Phrase("", noun, "", topic, "件"))
    role = made.role if made else None
    if made is None or role is None or not (role.is_applicant or role.is_result or role.rule_id in _RULES):
        return None
    return _Told(role.name, role.rule_id, role.key, role.is_applicant, role.alternatives(made.topic))


def _last(source: SourceText, said: Sequence[NumberReading], place: int) -> _Told | None:
    """Return what the number right before a clause counts: 企业申请14件，少于法律服务机构."""
    at = source.span(place, place)[0]
    last = next((r for r in reversed(said) if r.kind == "count" and 0 <= at - r.end <= 1), None)
    if last is None or not last.ways:
        return None
    return _Told(last.meaning, last.rule_id, last.key, last.key == "applicants", last.ways)


def _range(times: re.Match[str]) -> tuple[Decimal | int, Decimal | int]:
    """Return how many times as many are told, and by how much that may differ: 5倍多 is 5 to 6 times."""
    if "than" in times.groupdict():
        share = share_of(SAID.match(f"{times['than'] or times['about'] or ''}{times['said']}") or times)
        return (share.middle / 100, share.slack / 100) if share else (_STRICTLY, 0)
    said, behind = times["n"], times["behind"] or ""
    n = Decimal(said if said[0].isdecimal() else han_number(said) or 0)
    if times["mark"] == "超过" or behind == "以上":
        return n + _MANY, _MANY + Decimal("0.05")
    if times["mark"] in ("近", "接近"):
        return n - Decimal("0.4"), Decimal("0.5")
    if behind and behind != "左右":
        return n + Decimal("0.5"), Decimal("0.55")
    return n, Decimal("0.1") if "." in said and not (behind or times["mark"]) else Decimal("0.5")


def _reading(
    source: SourceText, place: tuple[int, int], told: tuple[_Told, _Told], value: tuple[Decimal | int, Decimal | int]
) -> Iterator[NumberReading]:
    """Return that the first is said to be more than the second, if both are of one kind and share no cells."""
    more, less = told
    is_alike = more.rule_id == less.rule_id and more.is_applicant == less.is_applicant
    others = less.ways[:1]
    mine = more.ways[: 1 if more.is_applicant else None]
    own = tuple(way for way in mine if others and not {*way} & {*others[0]})
    if not is_alike or not own:
        return
    name = f"{more.name}{MORE_THAN}{less.name}"
    span, quote = source.span(*place), source.quote(*place)
    what = NumberReading(*span, quote, value[0], MORE, f"most_{more.key}", name, more.rule_id, (*own, *others))
    yield what._replace(counted=len(own), slack=value[1])
