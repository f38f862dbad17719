"""Reads totals of applications told in order, or together: 本年新收、上年结转、结转下年分别为63件、4件、5件.

办理结果、结转下年两项合计67件 is what the cells of both hold.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.base.patterns import pattern
from core.texts.language.numbers import numbers_in
from core.texts.reading.due import count_pass
from core.texts.reading.sentences import REQUEST_TEXTS, NumberReading, SentenceState, SourceText

_LINK = "(?:、|以及|和|及|与)"
_NOUN = "的?(?:政府信息公开|信息公开|依申请公开|公开)?(?:申请|办件)?(?:件数|数量|总数|总量|数|量)?"
_NAMES = {
    "received_new": "(?:(?:□□□)?本年度?|当年|今年|全年)?新收(?:到)?",
    "carried_in": "(?:□□□)?(?:上年|去年|上一年)度?(?:结转|转入|遗留)",
    "carried_out": "(?:结转|转入|转)(?:至|到|入)?(?:□□□)?(?:下年|下一年|次年)度?(?:继续办理)?"
    "|(?:年末|年底|期末)(?:结转|未办结|在办)",
    "handled": "(?:本年|当年|年内|全年)?(?:已)?办结|办理结果(?:总计)?|办理总计",
    "carried": "结转",
}
"""What the totals are called, and their roles."""
_NAME = "(?:" + "|".join(_NAMES.values()) + ")" + _NOUN
_IN_ORDER = pattern(
    f"(?:^|(?<=[，；。：\\n]))(?:其中|我[局委办镇乡]|全[省市县区镇])*(?P<names>{_NAME}(?:{_LINK}{_NAME})+)"
    "(?:[两三四2-4](?:项|个))?(?:数据|数字|总数|指标|数量|件数|申请)*(?:分别|依次|顺次)(?:为|是|有|：|达)*"
    f"(?P<numbers>\\d+[件宗份](?:(?:{_LINK}|，)\\d+[件宗份])+)(?![件宗份\\d、])",
    needs=["分别", "依次", "顺次"],
)


_TOGETHER = pattern(
    f"(?:^|(?<=[，；。：\\n]))(?P<names>{_NAME}(?:{_LINK}{_NAME})+)(?:[两三四2-4](?:项|个))(?:数据|数字|总数|指标)?"
    "(?:合计|共计|总计|相加|之和|共)(?:为|是|有|得|等于)*(?=(?P<numbers>\\d+)[件宗份])",
    needs=["项", "个"],
)


@count_pass(texts=REQUEST_TEXTS, words=["分别", "依次", "顺次", "项", "个"])
def totals_in_order(source: SourceText, sentence: SentenceState, found: Sequence[NumberReading]) -> list[NumberReading]:
    """Return the readings of a sentence, numbers that are not known named by the totals listed before them."""
    found = _together(source, sentence, found)
    keys: dict[int, str] = {}
    for match in _IN_ORDER.finditer(source.text, sentence.start, sentence.end):
        names = [_key(name) for name in re.split(_LINK, match["names"])]
        numbers = numbers_in(match["numbers"])
        is_each = len(names) == len(numbers) == len({*names}) and all(map(source.vocabulary.knows, names))
        if is_each and source.is_this_year(sentence, match.start()):
            starts = [match.start("numbers") + number.start for number in numbers]
            keys |= {source.span(start, start + 1)[0]: key for start, key in zip(starts, names, strict=True)}
    return [_named(source, r, keys[r.start]) if r.key == "unknown" and r.start in keys else r for r in found]


def _together(source: SourceText, sentence: SentenceState, found: Sequence[NumberReading]) -> list[NumberReading]:
    readings = [*found]
    for match in _TOGETHER.finditer(source.text, sentence.start, sentence.end):
        keys = [_key(name) for name in re.split(_LINK, match["names"])]
        start = source.span(match.start("numbers"), match.end("numbers"))[0]
        place = next((i for i, r in enumerate(readings) if r.start == start), None)
        if place is None or "carried" in keys or not all(map(source.vocabulary.knows, keys)):
            continue
        roles = [source.vocabulary.role(key) for key in keys]
        cells = tuple(cell for role in roles for cell in role.alternatives("request")[0])
        readings[place] = readings[place]._replace(
            kind="count",
            key="totals_together",
            meaning="、".join(role.name for role in roles),
            rule_id=roles[0].rule_id,
            ways=(cells,),
            words=(),
            phrase=None,
        )
    return readings


def _key(name: str) -> str:
    return next(key for key, words in _NAMES.items() if re.fullmatch(f"(?:{words}){_NOUN}", name))


def _named(source: SourceText, reading: NumberReading, key: str) -> NumberReading:
    role = source.vocabulary.role(key)
    ways = role.alternatives("request")
    ways = ways[:1] if key == "received_new" else ways
    return reading._replace(kind="count", key=role.key, meaning=role.name, rule_id=role.rule_id, ways=ways)
