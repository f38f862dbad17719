"""Reads fees for information that are told in 万元: 收费通知3件，总金额900万元; the table counts them in 元."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from core.base.patterns import pattern
from core.texts.language.grammar import BREAK
from core.texts.language.own_words import last_place
from core.texts.reading.sentence.due import sentence_reader
from core.texts.reading.sentence.sentences import NumberReading, SentenceState, SourceText
from core.texts.reading.told.roles import RoleFinder

_KEYS = ("fee_billed", "fee_collected", "fee_amount")
_UNITS = {"万元": 10_000, "亿元": 100_000_000}
_NAMES_THEM = pattern("信息处理费|公开处理费|处理费|收费通知")
_OTHER_MONEY = pattern(
    "行政事业|事业性|罚没|罚款|没收|经费|预算|决算|财政|项目|资金|税|基金|非税|租金|补贴|补偿|押金|保证金|拨付|投入|标准|其他收费"
)
_ROUNDED = Decimal("0.5")


@sentence_reader(["s6"], ["元"])
def fees_in_ten_thousands(source: SourceText, sentence: SentenceState) -> Iterator[NumberReading]:
    """Yield the amounts of fees of a sentence that are told in 万元, in 元.

    What is told so of other money in a sentence on it is left alone.
    """
    money = [number for number in sentence.numbers if number.unit in _UNITS and not number.is_rough]
    text = sentence.text
    if not money or not _NAMES_THEM.search(text) or _OTHER_MONEY.search(text):
        return
    for number in money:
        own = BREAK.split(source.text[sentence.start : number.start])[-1]
        one = number._replace(unit="元")
        role = RoleFinder(source).left_role(sentence, own, one, source.topic_at(sentence, number.start))
        if role is None or role.key not in _KEYS or not source.is_this_year(sentence, number.start):
            continue
        times = _UNITS[number.unit]
        span, quote = source.span(number.start, number.end), source.quote(number.start - len(own), number.end)
        slack = Decimal(last_place(number.value)) * times * _ROUNDED
        value, what = int(number.value * times), (role.key, role.name, role.rule_id)
        ways, scope = role.alternatives(""), source.scope(number.start)
        yield NumberReading(*span, quote, value, "count", *what, ways, scope, slack=slack, words=(own,))
