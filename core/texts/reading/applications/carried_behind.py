"""Reads applications that the clause behind carries over: 仍有3件涉及招标的申请正在征求意见，结转下年办理.

They are at least so many, whatever they are about: what they ask for may narrow them.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.base.patterns import pattern
from core.texts.reading.sentence.due import count_pass
from core.texts.reading.sentence.sentences import REQUEST_TEXTS, NumberReading, SentenceState, SourceText

_STILL = pattern("(?:仍|尚|还|另|余|，|目前|年末|年底)(?:共|只|仅)?有$")
_BEHIND = pattern(
    "(?![^。；]*(?:答复|办结|公开)(?:了|完毕|，结转))[^，；。（）\\d]{0,30}申请(?![人表书])[^，；。（）\\d]{0,20}"
    "(?:，[^，；。（）\\d]{0,14})?(?:结转|顺延|转入|延至)(?:到|至|入)?(?:□□□)?(?:下年|下一年|次年|明年)"
)
_UNKNOWN, _SOME, _REACH = "unknown", "some", 8


@count_pass(REQUEST_TEXTS, ("结转",), (_UNKNOWN,))
def carried_behind(
    source: SourceText, sentence: SentenceState, readings: Sequence[NumberReading]
) -> list[NumberReading]:
    """Return the readings of a sentence, such numbers as at least so many carried over."""
    found = list(readings)
    places = {source.span(n.start, n.end)[0]: n for n in sentence.numbers}
    for i, reading in enumerate(found):
        number = places.get(reading.start)
        if reading.key != _UNKNOWN or number is None or not _BEHIND.match(source.text, number.end):
            continue
        near = source.text[max(number.start - _REACH, sentence.start) : number.start]
        if not _STILL.search(near) or not source.is_this_year(sentence, number.start):
            continue
        role = source.vocabulary.role("carried_out")
        name, ways = f"至少有的{role.name}", role.alternatives("request")
        told = reading._replace(kind=_SOME, key=role.key, meaning=name, rule_id=role.rule_id, ways=ways)
        found[i] = told._replace(scope=source.scope(number.start))
    return found
