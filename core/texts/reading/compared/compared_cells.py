"""Reads what is said to be more or less than another cell, or so many times as many: 许可决定还不到处罚决定的两倍."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from core.base.patterns import holds_one, pattern
from core.report.entry_text import Number
from core.texts.language.meanings import Role
from core.texts.language.numbers import han_number
from core.texts.language.phrase_said import Composed, Phrase
from core.texts.reading.sentence.due import sentence_reader
from core.texts.reading.sentence.sentences import (
    CASE_TEXTS,
    COMPARED_THERE,
    WORK_TEXTS,
    NumberReading,
    SentenceState,
    SourceText,
)
from core.texts.reading.sentence.share_checks import LIMIT
from core.texts.reading.sentence.some_of import ALL_OUTCOMES
from core.texts.reading.told.named_before import CASES

_TIMES = pattern(
    "(?<![^，；。：\\n])(?P<one>[^，；。：（）\\d]{2,24}?)(?:的)?(?:数量|件数|总数|总量)?(?P<about>约|大约)?(?:是|为|相当于|达到?)(?P<other>[^，；。：（）\\d]{2,20}?)"
    "(?:的)?(?:数量|件数|总数|总量)?的(?:(?P<times>[一二两三四五六七八九十]|\\d+(?:\\.\\d+)?)倍|(?P<half>一半))(?=[，；。]|$)"
)
"""(复议收案量为诉讼的两倍)"""
_RATIO = pattern(
    "(?<![^，；。：\\n])(?P<one>[^，；。：（）\\d]{2,24}?)(?:与|和|同|跟)(?P<other>[^，；。：（）\\d]{2,20}?)(?:的)?(?:数量|件数)?(?:之|的)?比(?:例|值)?(?:为|是|：|达)?(?P<about>约|大约)?(?:为)?"
    "(?P<a>\\d+(?:\\.\\d+)?)：(?P<b>\\d+(?:\\.\\d+)?)(?=[，；。]|$)"
)
"""(复议与诉讼件数之比为5：4)"""
_WORDS = ("多于", "少于", "超过", "反超", "高于", "低于", "不到", "不足", "不及")
_COMPARED = pattern(
    "(?<![^，；。：\\n])(?P<one>[^，；。：（）\\d]{2,24}?)(?:的)?(?:数量|件数|总数|总量|数)?(?:上)?(?:均|都|还|已|仍|尚|已经|明显|远|略|稍|首次|第一次|首度|再次|继续|总体|均已)*"
    "(?P<side>多于|少于|超过|反超|高于|低于|不到|不足|不及)了?(?P<other>[^，；。：（）\\d]{2,20}?)(?:的)?(?:数量|件数|总数|总量|数)?"
    "(?:的?(?:(?P<times>[一二两三四五六七八九十]|\\d+(?:\\.\\d+)?)倍|(?P<half>一半|半数)))?(?=[，；。]|$)"
)
"""(本局行政许可决定还不到行政处罚决定的两倍)"""
_EQUAL = pattern(
    "(?<![^，；。：\\n])(?P<one>[^，；。：（）、\\d]{2,24}?)(?:的)?(?:与|和|同|跟|及|、)(?P<other>[^，；。：（）、\\d]{2,20}?)(?:的)?(?:案件|数量|件数|总数)?"
    "(?P<about>大体|大致|基本|几乎|大约|约)?(?:均|都)?(?:各(?:占(?:了)?(?:一半|半数|五成|50%)|半)|平分秋色|(?:一半对一半|对半)(?:开|分)?|数量(?:相等|相同|一样多))(?=[，；。]|$)"
)
"""(直接起诉的与复议后起诉的各占一半)"""
_OF_TOLD = pattern(
    "(?<![^，；。：\\n])(?P<head>[^，；。：（）、\\d]{2,20}?)(?:的)?(?:共|有|计)*\\d+[件起宗](?:案件)?(?:中|里)?，$"
)
"""(未审结的6件，)复议、诉讼各占一半"""
_ANY = (*_WORDS, "倍", "一半", "比", "各半", "各占", "平分", "对半", "相等", "相同", "一样多")
_NAMES = pattern("许可|处罚|强制|复议|诉|维持|纠正|撤销|审结")
_OTHER = pattern(
    "增|降|率|占比|比例|时限|期限|质量|难度|力度|成本|满意|标准|上年|去年|往年|平均|同期|预期|全[省市县区]|每|审查|宣传|培训|以往|历年"
)
_LESS = ("少于", "低于", "不到", "不足", "不及")
_RULES = ("N-06", "N-07")
_RATE, _ROUNDED = "rate_of_cases", 12
"""两倍 may be a little more or less: points."""
_TEXTS = (*CASE_TEXTS, "s2", "note.t2")
_OF_POWERS = "N-07"


@sentence_reader((*_TEXTS, *WORK_TEXTS), _ANY)
def compared_cells(source: SourceText, sentence: SentenceState) -> Iterator[NumberReading]:
    """Yield what a sentence says one cell to be against another, both of table two or of table four."""
    is_elsewhere = source.code in WORK_TEXTS and not holds_one(sentence.text, COMPARED_THERE)
    if is_elsewhere or sentence.is_own_case is False:
        return
    yield from _ratios(source, sentence)
    for told in _COMPARED.finditer(source.text, sentence.start, sentence.end):
        if pair := _pair(source, sentence, told):
            side, value = -1 if told["side"] in _LESS else 1, _percent(told["times"], told["half"])
            span, quote = source.span(*told.span()), source.quote(*told.span())
            name, rule_id, ways = pair
            yield NumberReading(
                *span, quote, value, "share", LIMIT, name, rule_id, ways, source.scope(told.start()), counted=side
            )


def _ratios(source: SourceText, sentence: SentenceState) -> Iterator[NumberReading]:
    for shape in (_TIMES, _RATIO, _EQUAL):
        for told in shape.finditer(source.text, sentence.start, sentence.end):
            if pair := _pair(source, sentence, told):
                value: Number
                if shape is _TIMES:
                    value, slack = _percent(told["times"], told["half"]), _ROUNDED
                elif shape is _EQUAL:
                    value, slack = _percent(None, None), 1
                else:
                    value, slack = round(Decimal(told["a"]) * 100 / Decimal(told["b"]), 2) if float(told["b"]) else 0, 1
                slack = _ROUNDED if told["about"] else slack
                span, quote = source.span(*told.span()), source.quote(*told.span())
                name, rule_id, ways = pair
                yield NumberReading(
                    *span, quote, value, "share", _RATE, name, rule_id, ways, source.scope(told.start()), slack=slack
                )


def _pair(
    source: SourceText, sentence: SentenceState, told: re.Match[str]
) -> tuple[str, str, tuple[tuple[str, ...], ...]] | None:
    """Return the name, the rule and the cells of two things that are compared; None where one is not known."""
    names = told["one"], told["other"]
    is_on_work = source.code in WORK_TEXTS
    if is_on_work and source.words["public"].search(source.text, sentence.start, told.end()):
        return None
    if (
        not all(map(_NAMES.search, names))
        or _OTHER.search("".join(names))
        or not source.is_this_year(sentence, told.start())
    ):
        return None
    topic = source.topic_at(sentence, told.start())
    concepts = source.vocabulary.concepts
    first = concepts.composed(Phrase("", names[0], "", topic, "件"))
    of = first.topic if first and topic == "both" else topic  # 复议结果维持与纠正: both of reviews
    meant = [first, concepts.composed(Phrase("", names[1], "", of, "件"))]
    known = [one for one in meant if one and one.role.rule_id in _RULES]
    ways = [one.role.alternatives(one.topic) for one in known]
    if len(known) < len(names) or len({one.role.rule_id for one in known}) > 1 or any(len(w) != 1 for w in ways):
        return None
    if is_on_work and known[0].role.rule_id != _OF_POWERS:
        return None
    of_some = _OF_TOLD.search(source.text, sentence.start, told.start())
    if of_some and (outcome := _outcome(source, of_some["head"])):
        return _pair_of_outcome(outcome, known)
    (one,), (other,) = ways
    name = f"{known[0].role.name}与{known[1].role.name}的比例"
    return None if set(one) & set(other) else (name, known[0].role.rule_id, (one, other))


def _outcome(source: SourceText, head: str) -> Role | None:
    """Return the outcome that the words of a number before a comparison tell: (未审结)的6件，复议、诉讼各占一半."""
    made = source.vocabulary.concepts.composed(Phrase("", head, "", "both", "件"))
    return made.role if made and made.role.key in ALL_OUTCOMES else None


def _pair_of_outcome(role: Role, known: list[Composed]) -> tuple[str, str, tuple[tuple[str, ...], ...]] | None:
    """Return what ``_pair`` does of the cases that had an outcome; None where no kinds of cases are compared."""
    if not all(one.role.key in CASES for one in known):
        return None
    ways = [role.alternatives(CASES[one.role.key])[:1] for one in known]
    name = f"{role.name}：{known[0].role.name}与{known[1].role.name}的比例"
    return (name, role.rule_id, (ways[0][0], ways[1][0])) if all(ways) else None


def _percent(times: str | None, half: str | None) -> int:
    if half:
        return 50
    if not times:
        return 100
    return round(float(times) * 100) if times[0].isdecimal() else 100 * (han_number(times) or 1)
