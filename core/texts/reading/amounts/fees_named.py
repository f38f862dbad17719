"""Reads fees that are told by their names behind what they are: 行政事业性收费为农机监理费11.2万元 (N-07).

Several of them are added up: 行政事业性收费为农机监理费11.2万元、植物检疫费27.4万元.
"""

from __future__ import annotations

from collections.abc import Iterator

from core.base.patterns import pattern
from core.texts.language.own_words import in_table_unit
from core.texts.reading.sentence.due import sentence_reader
from core.texts.reading.sentence.sentences import NumberReading, SentenceState, SourceText

_NAME = "(?!(?:减|免|退|停|降|取消|补|缓|应|代|多|少)[^，；。：（）、\\d]{0,4})[^，；。：（）、\\d和与及等]{1,20}?费"
_AMOUNT = "(?:收入|金额|共|计|合计|为|是|，)*\\d[\\d.,]*[万亿]?元"
_LIST = pattern(
    "(?:^|(?<=[，；：。的\\n收取我征局委厅办镇乡本年度全]))行政事业性?收费(?:收入|项目|事项|金额|总额)*(?:，?(?:目前|现|本年度?|□□□本年度?|全年))*"
    f"(?:[均都全]部?|仅仅|仅|(?<!不)只)?(?:为|是|系|即|有|剩)(?P<fees>{_NAME}{_AMOUNT}(?:(?:、|，|；|和|及|与|以及)(?:另有|还有)?{_NAME}{_AMOUNT}){{0,5}})(?=[，；。（\\n]|$)",
    needs=["收费"],
)
"""(行政事业性收费为农机监理费11.2万元、植物检疫费27.4万元)，已全额上缴"""
_MORE = pattern("(?:另|还|此外|同时|其他|其余|除此)[^。]{0,30}费|费[^，；。\\d]{0,10}\\d[\\d.,]*[万亿]?元")
"""…为农机监理费11.2万元。(另收植物检疫费)…: not all of them."""
_NOT_CASHED = pattern("应收|预计|拟|计划|下属|所属|直属|下辖|各|代[收征]|委托|上半年|季度|月")
_MONEY = ("元", "万元", "亿元")
_FAR = 60


@sentence_reader(("s1", "s1.active", "s2", "note.t2"), ["收费"])
def fees_named(source: SourceText, sentence: SentenceState) -> Iterator[NumberReading]:
    """Yield what the fees named in a list come to, where that is said to be the fees of the office."""
    match = _LIST.search(source.text, sentence.start, sentence.end)
    if not match or any(reading.key == "fees" for reading in sentence.readings) or not source.vocabulary.knows("fees"):
        return
    role, begin = source.vocabulary.role("fees"), match.start("fees")
    amounts = [n for n in sentence.numbers if n.unit in _MONEY and begin <= n.start < match.end("fees")]
    clause = source.text[sentence.start : match.end()]
    if not amounts or any(n.is_rough for n in amounts) or _NOT_CASHED.search(clause):
        return
    if _MORE.search(source.text, match.end(), match.end() + _FAR) or (role.veto and role.veto.search(clause)):
        return
    if not source.is_this_year(sentence, amounts[0].start):
        return
    value = sum(in_table_unit(amount) for amount in amounts)
    span, quote = source.span(amounts[0].start, amounts[-1].end), source.quote(match.start(), match.end())
    what, scope = (role.key, role.name, role.rule_id), source.scope(amounts[0].start)
    yield NumberReading(*span, quote, value, "count", *what, role.alternatives(""), scope)
