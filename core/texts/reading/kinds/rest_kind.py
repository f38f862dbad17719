"""Reads how many applications the rest is whose kind of applicant is told: 80件，除企业6件、律所3件外，均来自自然人.

Every other number of the list must be of a kind too, so that nothing else is left over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.base.patterns import pattern
from core.texts.reading.sentence.due import sentence_reader
from core.texts.reading.sentence.sentences import (
    OVERVIEW_TEXTS,
    REQUEST_TEXTS,
    NumberReading,
    SentenceState,
    SourceText,
)

_KIND = (
    "(?:自然人|公民个人|公民|个人|商业企业|企业|公司|科研机构|社会公益组织|公益组织|法律服务机构|律师事务所|律所"
    "|其他组织)"
)
_SENT = "(?:提交|提出|递交|申请|提起|代理|所提|的)*"
_PART = (
    f"(?:(?:由|来自|系|属于?|为|有|是)?{_KIND}{_SENT}(?:共|有|为)?\\d+[件宗份]"
    f"|\\d+[件宗份](?:申请)?(?:由|来自|系|属于?|为|是)?{_KIND}{_SENT})"
)
_LEFT = pattern(
    "(?<=[件宗份])(?:政府信息公开|信息公开|公开)?(?:申请)?(?:当?中|里)?[，：]?(?:其中|除了?|除去)?，?"
    f"(?P<parts>{_PART}(?:(?:[、，]|和|及|与|以及)+{_PART})*)(?:(?:以|之)?外)?，"
    "(?P<said>(?:(?:其余|余下|剩余|剩下|其他)的?(?:申请|件)*(?:均|都|全部|全|皆|则)*|(?:均|都|全部|全|皆)+)"
    f"(?:由|来自|为|是|系|属于?)*(?P<what>{_KIND}){_SENT})(?=[，。；]|$)"
)
WHOLES = ("received", "received_new", "mentioned")
LEFT_OF_ALL = "（总数减去前面的）"
_RULE = "N-01"


@sentence_reader((*REQUEST_TEXTS, *OVERVIEW_TEXTS), ("其余", "余下", "剩余", "剩下", "其他", "除"))
def rest_kind(source: SourceText, sentence: SentenceState) -> Iterator[NumberReading]:
    """Yield how many applications the rest is, with the kind that has them."""
    for told in _LEFT.finditer(source.text, sentence.start, sentence.end):
        start, end = source.span(*told.span("said"))
        place = source.span(told.start(), told.start() + 1)[0]
        whole = next((r for r in reversed(sentence.readings) if r.start < place), None)
        if whole is None or whole.kind != "count" or whole.key not in WHOLES or whole.end < place:
            continue
        kind = source.vocabulary.concepts.shared(told["what"], "request")
        rest = whole.value - sum(int(number) for number in re.findall(r"\d+", told["parts"]))
        if kind is None or not kind.is_applicant or rest <= 0 or not source.is_this_year(sentence, told.start()):
            continue
        name, ways = f"{kind.name}{LEFT_OF_ALL}", kind.alternatives("request")
        quote = source.quote(told.start("parts"), told.end())
        yield NumberReading(start, end, quote, rest, "count", kind.key, name, _RULE, ways, whole.scope)
