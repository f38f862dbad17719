"""Narrows a number of applications that are said to be all new: 收到申请6件，均为当年新收 holds none carried in."""

from __future__ import annotations

from collections.abc import Sequence

from core.base.patterns import pattern
from core.texts.language.role_keys import ONE_KIND
from core.texts.reading.due import count_pass
from core.texts.reading.sentences import NumberReading, SentenceState, SourceText

_YEAR = "(?:(?:□□□)?本年度?内?|当年|今年|年内|报告期内)"
_THIS_YEAR_OR_NEW = ("当年", "本年", "今年", "年内", "报告期内", "新收", "新增", "新提", "新受")
_ALL_NEW = pattern(
    "(?:均|全部|都|全|悉数|一律)(?:为|是|系|属于?|由|于|在)*(?:"
    + _YEAR
    + "(?:新收|新增|新提出|新提交|新受理|新登记|收到|受理|提出|提交|接收|登记|发生)|新收|新增|新提出|新提交|新受理)"
    "的?(?:政府信息公开|信息公开|公开)?(?:申请|件|办件)?(?=[，。；）\\n]|$)",
    needs=_THIS_YEAR_OR_NEW,
)
_WHOLES = ("received", "mentioned")
_BETWEEN = (*ONE_KIND, "unknown")
"""What may be listed of them in between."""
_OTHERS = pattern("其余|另|除|不含|结转|上年|去年|其中[^，；。]{0,20}$")


@count_pass(words=_THIS_YEAR_OR_NEW, keys=_WHOLES)
def all_new(source: SourceText, sentence: SentenceState, found: Sequence[NumberReading]) -> list[NumberReading]:
    """Return the readings of a sentence, the number of applications that are all new without those carried in."""
    text = source.text
    for match in _ALL_NEW.finditer(text, sentence.start, sentence.end):
        place = source.span(match.start(), match.start() + 1)[0]
        before = [i for i, r in enumerate(found) if r.end <= place and r.key not in _BETWEEN and r.kind != "share"]
        if not before or not source.is_this_year(sentence, match.start()):
            continue
        last = found[before[-1]]
        between = source.printed[last.end : place]
        is_open = last.key in _WHOLES and last.kind == "count" and len(last.ways) > 1
        if is_open and "；" not in between and not _OTHERS.search(between):
            return [r.with_ways(r.ways[:1]) if r is last else r for r in found]
    return list(found)
