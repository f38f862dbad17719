"""Reads what is told of fees without their sums: 实收率97.4%, 平均每件185元, 向1名申请人发出收费通知."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from core.base.patterns import pattern
from core.texts.language.numbers import numbers_in
from core.texts.reading.due import sentence_reader
from core.texts.reading.sentences import NumberReading, SentenceState, SourceText

_RULE = "N-17"
_NOTICES, _BILLED, _COLLECTED = ("fee.notices",), ("fee.billed",), ("fee.collected",)
_RATE = pattern(
    "(?:实收|收缴|实际收取|收取|到账|实缴|足额收取|足额缴纳)率(?:均|为|是|达到?|：|约)*(?P<value>\\d{1,3}(?:\\.\\d+)?%|百分之百)"
)
"""信息处理费(实收率达到97.4%): what was collected over what was billed."""
_AVERAGE = pattern(
    "(?:平均每[件份](?:通知书?)?|每[件份](?:通知书?)?平均|件均)(?:收费|应收|金额|信息处理费|收取|缴纳|实收|为|是|达|约)*(?P<value>\\d+(?:\\.\\d+)?元)"
)
"""(平均每件185元)"""
_ALL_PAID = pattern(
    "(?<=[，。；])(?:各)?(?:申请人|当事人|缴费人|对方)?(?:均|都|全部)已?(?:按期|按时|按通知|按要求)*(?:足额|全额|如数|悉数)(?:缴纳|缴费|缴清|缴讫|付清|收讫|收齐)(?=[，。；]|$)"
)
"""所发收费通知，(申请人均已足额缴费)"""
_SENT = pattern(
    "(?:向|对|给)(?:其中的?)?(?:\\d+|[一二两三四五六七八九十])[名位个](?:申请人|当事人|企业|单位|公民|群众)"
    "(?:依法|依规|分别|各|先后)*(?:发出|送达|出具|制发|开具|下达)(?:了)?(?:政府)?(?:信息公开)?(?:信息处理费|公开处理费)?的?(?:收费|缴费)通知书?(?=[，。；（]|后|$)"
)
"""(向1名申请人发出信息处理费收费通知)，后因其撤回申请而未收取: one at least."""
_SOME = pattern("其中|部分|\\d+[名位个]|[一二两三四五][名位个]|到期|年内")
_HALF = Decimal("0.5")


@sentence_reader(["s6"], ["费"])
def fee_rates(source: SourceText, sentence: SentenceState) -> Iterator[NumberReading]:
    """Yield the rates, averages and notices of a sentence on fees that no number of its own tells."""
    text = sentence.text
    if not source.vocabulary.knows("fee_notices"):
        return
    for told in _RATE.finditer(source.text, sentence.start, sentence.end):
        if source.is_this_year(sentence, told.start()):
            said = numbers_in(told["value"])
            span, quote = source.span(*told.span("value")), source.quote(*told.span())
            value, ways = (said[0].value if said else 100), (_COLLECTED, _BILLED)
            yield NumberReading(*span, quote, value, "share", "rate_of_cases", "实际收取的比例", _RULE, ways)
    for told in _ALL_PAID.finditer(source.text, sentence.start, sentence.end) if "元" not in text else ():
        if source.is_this_year(sentence, told.start()) and not _SOME.search(text):
            span, quote = source.span(*told.span()), source.quote(*told.span())
            ways = (_COLLECTED, _BILLED)
            yield NumberReading(*span, quote, 100, "share", "rate_of_cases", "实际收取的比例", _RULE, ways)
    for told in _AVERAGE.finditer(source.text, sentence.start, sentence.end):
        notices = [one.value for one in sentence.readings if one.key == "fee_notices" and one.kind == "count"]
        if len(notices) == 1 and notices[0] and source.is_this_year(sentence, told.start()):
            mean, many = numbers_in(told["value"])[0].value, notices[0]
            span, quote = source.span(*told.span("value")), source.quote(*told.span())
            name, slack = "收费通知总金额（平均数乘件数）", many * _HALF + 1
            ways = (_BILLED, _COLLECTED)
            yield NumberReading(*span, quote, mean * many, "count", "fee_billed", name, _RULE, ways, slack=slack)
    for told in _SENT.finditer(source.text, sentence.start, sentence.end):
        if source.is_this_year(sentence, told.start()):
            span, quote = source.span(*told.span()), source.quote(*told.span())
            yield NumberReading(*span, quote, 1, "some", "fee_notices", "发出收费通知", _RULE, (_NOTICES,))
