"""Reads what is said to be more or less than another cell, or so many times as many: 许可决定还不到处罚决定的两倍."""

from __future__ import annotations

from collections.abc import Iterator

from core.base.patterns import holds_one, pattern
from core.texts.language.concepts import Phrase
from core.texts.language.numbers import han_number
from core.texts.reading.sentences import CASE_TEXTS, NumberReading, SentenceState, SourceText
from core.texts.reading.share_checks import LIMIT

_WORDS = ("多于", "少于", "超过", "高于", "低于", "不到", "不足", "不及")
_COMPARED = pattern(
    "(?<![^，；。：\\n])(?P<one>[^，；。：（）\\d]{2,24}?)(?:的)?(?:数量|件数|总数|总量|数)?(?:上)?(?:均|都|还|已|仍|尚|已经|明显|远|略|稍)*"
    "(?P<side>多于|少于|超过|高于|低于|不到|不足|不及)了?(?P<other>[^，；。：（）\\d]{2,20}?)(?:的)?(?:数量|件数|总数|总量|数)?"
    "(?:的?(?:(?P<times>[一二两三四五六七八九十]|\\d+(?:\\.\\d+)?)倍|(?P<half>一半|半数)))?(?=[，；。]|$)"
)
"""(本局行政许可决定还不到行政处罚决定的两倍)"""
_NAMES = pattern("许可|处罚|强制|复议|诉")
_OTHER = pattern(
    "增|降|率|占比|比例|时限|期限|质量|难度|力度|成本|满意|标准|上年|去年|往年|平均|同期|预期|全[省市县区]|每|审查|宣传|培训|以往|历年"
)
_LESS = ("少于", "低于", "不到", "不足", "不及")
_RULES = ("N-06", "N-07")
_TEXTS = (*CASE_TEXTS, "s2", "note.t2")


def compared_cells(source: SourceText, sentence: SentenceState) -> Iterator[NumberReading]:
    """Yield what a sentence says one cell to be against another, both of table two or of table four."""
    if source.code not in _TEXTS or not holds_one(sentence.text, _WORDS) or sentence.is_own_case is False:
        return
    for told in _COMPARED.finditer(source.text, sentence.start, sentence.end):
        names = told["one"], told["other"]
        if (
            not all(map(_NAMES.search, names))
            or _OTHER.search(told[0])
            or not source.is_this_year(sentence, told.start())
        ):
            continue
        topic = source.topic_at(sentence, told.start())
        meant = [source.vocabulary.concepts.composed(Phrase("", name, "", topic, "件")) for name in names]
        known = [one for one in meant if one and one.role.rule_id in _RULES]
        ways = [one.role.alternatives(one.topic) for one in known]
        if len(known) < len(names) or len({one.role.rule_id for one in known}) > 1 or any(len(w) != 1 for w in ways):
            continue
        (one,), (other,) = ways
        if set(one) & set(other):
            continue
        span, quote, side = source.span(*told.span()), source.quote(*told.span()), -1 if told["side"] in _LESS else 1
        name = f"{known[0].role.name}与{known[1].role.name}的比例"
        yield NumberReading(
            *span,
            quote,
            _percent(told["times"], told["half"]),
            "share",
            LIMIT,
            name,
            known[0].role.rule_id,
            (one, other),
            counted=side,
        )


def _percent(times: str | None, half: str | None) -> int:
    if half:
        return 50
    if not times:
        return 100
    return round(float(times) * 100) if times[0].isdecimal() else 100 * (han_number(times) or 1)
