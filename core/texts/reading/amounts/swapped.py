"""Finds large numbers that are those of the tables but for two digits that changed places: 2417.06 for 2471.06.

Or fees in 元 with the digits that the table has in 万元. What such a number counts need not be understood: no other
number would come so near by chance.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from core.base.patterns import pattern
from core.report.entry_text import Number
from core.texts.language import grammar
from core.texts.language.own_words import in_table_unit
from core.texts.reading.sentence.due import sentence_reader
from core.texts.reading.sentence.sentences import NumberReading, SentenceState, SourceText

KIND = "swapped"
"""The kind of such a reading: shown only where its digits are those of the table in another order."""
_FEWEST_DIGITS = 4
_MONEY = ("元", "万元")
_TEN_THOUSAND = 10_000
_SURE_DIGITS = 3
_EACH = pattern("每|人均|单价|人次|按")
_ABOUT = (
    ("fees", pattern("费"), _MONEY),
    ("licensing", pattern("许可|审批"), tuple("件宗个起份例")),
    ("penalty", pattern("处罚|罚单"), tuple("件宗个起份例")),
)
_FEES_NAMED = pattern("[\u4e00-\u9fff]费(?:、|和|及|与)[^，；。、]{2,12}费|[\u4e00-\u9fff]费等")
"""公办幼儿园保教费、普通高中学费和住宿费等收入，(全年共收365.8万元)"""
_OTHER = pattern("罚款|罚没|处理费|减|免|退|标准|预算|经费|基金|税|资金|同比|较|比|增|全[省市州]|上年|去年|元/")
"""Words of a clause whose number is another one."""


@sentence_reader(("s1", "s1.active", "s2", "note.t2"), ("费", "许可", "审批", "处罚", "罚单"))
def read_swapped(source: SourceText, sentence: SentenceState) -> Iterator[NumberReading]:
    """Yield the large numbers of a sentence of which nothing was understood, as what their clause speaks of."""
    for number in sentence.numbers:
        if number.is_rough or len(_digits(number.value)) < _FEWEST_DIGITS:
            continue
        start, end = source.span(number.start, number.end)
        if any(r.start < end and start < r.end and r.kind != "other" for r in sentence.readings):
            continue
        clause = source.clause(number.start, number.end)
        key = next((key for key, words, units in _ABOUT if number.unit in units and words.search(clause)), "")
        key = key or ("fees" if number.unit in _MONEY and _FEES_NAMED.search(sentence.text) else "")
        if not source.vocabulary.knows(key) or _OTHER.search(clause) or not source.is_this_year(sentence, number.start):
            continue
        role, value = source.vocabulary.role(key), in_table_unit(number) if key == "fees" else number.value
        quote = source.quote(number.start - len(grammar.BREAK.split(source.text[: number.start])[-1]), number.end)
        scope, ways = source.scope(number.start), role.alternatives("")
        yield NumberReading(start, end, quote, value, KIND, role.key, role.name, role.rule_id, ways, scope)


def is_swapped(reading: NumberReading, numbers: Mapping[str, Number]) -> bool:
    """Whether a number has the digits of its cell but for two neighbours that changed places."""
    table = numbers.get(reading.ways[0][0]) if reading.ways else None
    if table is None or table == reading.value:
        return False
    if reading.key == "fees" and table == reading.value * _TEN_THOUSAND:
        return len(_digits(table).replace(".", "").strip("0")) >= _SURE_DIGITS and not _EACH.search(reading.quote)
    said, right = _digits(reading.value), _digits(table)
    differing = [i for i, (a, b) in enumerate(zip(said, right, strict=False)) if a != b]
    if len(said) != len(right) or len(differing) != 2:
        return False
    first, second = differing
    return second == first + 1 and said[first] == right[second] and said[second] == right[first]


def _digits(value: Number) -> str:
    if isinstance(value, int):
        return str(value)
    whole, _, places = format(value, "f").partition(".")
    return whole + (f".{places.rstrip('0')}" if places.rstrip("0") else "")
