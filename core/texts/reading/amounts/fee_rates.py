"""Reads what is told of fees without their sums: 实收率97.4%, 平均每件185元, 向1名申请人发出收费通知."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from core.base.patterns import holds_one, pattern
from core.texts.language.numbers import han_number, numbers_in
from core.texts.language.word_shares import SAID, THAN, share_of
from core.texts.reading.sentence.due import sentence_reader
from core.texts.reading.sentence.sentences import NumberReading, SentenceState, SourceText

_RULE = "N-17"
_NOTICES, _BILLED, _COLLECTED = ("fee.notices",), ("fee.billed",), ("fee.collected",)
_RATE = pattern(
    "(?:实收|收缴|实际收取|收取|到账|实缴|足额收取|足额缴纳)(?:率|比例)(?:均|为|是|达到?|：|约)*(?P<value>\\d{1,3}(?:\\.\\d+)?%|百分之百)"
)
_COLLECTED_OF = (
    "(?:实收|实际收取|实际到账|实缴|到账|已收|收缴|收取|入库)(?:信息处理费|的|额|总?金额|费用)*"
    "(?:\\d+(?:\\.\\d+)?元)?，?"
)
_BILLED_OF = "(?:全部|所有)?(?:应收|应缴|核定|通知|计费)(?:收取|缴纳)?(?:信息处理费|的|总?额|总?金额|款项?|费用|总?数)*"
_SHARES = (
    pattern(
        f"{_COLLECTED_OF}(?:仅|只|已|还)*(?P<before>约|大约|{THAN})?(?:仅|只)?(?:占了?|为|是|相当于)?(?P<than>约|大约|{THAN})?了?{_BILLED_OF}的(?P<share>{SAID.pattern})(?=[，。；]|$)"
    ),
    pattern(
        f"(?<![^，；：。]){_BILLED_OF}(?:(?:[中里]|当中)，?(?:已|均)*有?|，?已?(?:收回|收到|入库|收缴)了?)(?P<before>)(?P<than>)(?P<share>{SAID.pattern})(?:已|的)*(?:到账|收回|收取|收到|入库|缴清|实收|得到缴纳)?(?=[，。；]|$)"
    ),
    pattern(
        f"(?:实收|收缴|实际收取|收取|到账|实缴)(?:率|比例)(?:为|是|达到?|仅|只有|：)*(?P<before>)(?P<than>)(?P<share>(?=[^，。；]*成){SAID.pattern})(?=[，。；]|$)"
    ),
)
"""实收310元，(约占应收金额的八成); (应收信息处理费中有八成已到账)"""
"""信息处理费(实收率达到97.4%): what was collected over what was billed."""
_AVERAGE = pattern(
    "(?:平均每[件份](?:通知书?)?|每[件份](?:通知书?)?平均|件均)(?:收费|应收|金额|信息处理费|收取|缴纳|实收|为|是|达|约)*(?P<value>\\d+(?:\\.\\d+)?元)"
)
"""(平均每件185元)"""
_ALL_PAID = pattern(
    "(?<=[，。；])(?:各)?(?:申请人|当事人|缴费人|对方)?(?:均|都|全部)已?(?:按期|按时|按通知|按要求)*(?:足额|全额|如数|悉数)(?:缴纳|缴费|缴清|缴讫|付清|收讫|收齐)(?=[，。；]|$)"
)
"""所发收费通知，(申请人均已足额缴费)"""
_SUM = "(?:金额|总额|总金额|的|信息处理费)*"
_EACH = pattern(
    f"(?P<one>应收|应缴|实收|实际收取){_SUM}(?:、|和|与|及)(?P<other>应收|应缴|实收|实际收取){_SUM}(?:分别|依次|各)(?:为|是)?(?P<a>\\d+(?:\\.\\d+)?元)(?:、|，|和|与)(?P<b>\\d+(?:\\.\\d+)?元)"
)
"""信息处理费(应收、实收分别为240元、200元)"""
_OF_BILLED = ("fee_billed", "收费通知总金额", (_BILLED,))
_OF_COLLECTED = ("fee_collected", "实际收取总金额", (_COLLECTED,))
_HOW_MANY = "(?P<many>\\d+|[一二两三四五六七八九十])"
_FOR_REQUESTS = pattern(
    f"(?:向|对|就|针对){_HOW_MANY}[件份宗](?:[^，；。\\d未没不拟应]{{0,12}}?的)?(?:政府)?(?:信息公开)?申请(?:依法|依规|分别|各|先后|共)*"
    "(?:发出|送达|出具|制发|开具|下达)(?:了)?(?:政府)?(?:信息公开)?(?:信息处理费|公开处理费)?的?(?:收费|缴费)通知书?(?=[，。；（]|后|$)"
)
"""(对两件申请发出信息处理费收费通知)，平均每件240元: two at least."""
_NOT_DONE = pattern("[拟未不没应需]|准备|计划|是否|可以")
_SOME_CHARGED = pattern(
    "(?<![^，；：。])(?:[我本](?:局|镇|乡|委|办|厅|机关|单位|街道)|街道|全年|年内|本年度?|□□□本年度?|仅|共|依法|依规|按规定|依标准)*"
    "(?:向|对|就|针对)(?:\\d+|[一二两三四五六七八九十]|某)[件份宗名位个家](?:[^，；。\\d未没不拟应]{0,12}?的)?(?:政府)?(?:信息公开)?(?:申请人?|企业|公司|单位|当事人)"
    "(?:依法|依规|按规定|依标准|分别|各|先后|共)*收取了?(?:政府)?(?:信息公开)?(?:信息处理费|公开处理费)(?=[，。；]|$)"
)
"""(对一件大量复制的申请收取了信息处理费)"""
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
    text, found = sentence.text, sentence.readings
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
    yield from _shares(source, sentence)
    yield from _each(source, sentence, found)
    sent = [*_of_requests(source, sentence)]
    yield from sent
    for told in _AVERAGE.finditer(source.text, sentence.start, sentence.end):
        notices = [one.value for one in (*found, *sent) if one.key == "fee_notices" and one.kind in ("count", "some")]
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


def _shares(source: SourceText, sentence: SentenceState) -> Iterator[NumberReading]:
    """Yield the shares in words of what was collected in what was billed."""
    if not holds_one(sentence.text, ("成", "分之", "%", "半")):
        return
    for shape in _SHARES:
        for told in shape.finditer(source.text, sentence.start, sentence.end):
            said = SAID.match((told["before"] or told["than"] or "") + told["share"])
            share = share_of(said) if said else None
            if said and share and source.is_this_year(sentence, told.start()):
                span, quote = source.span(*told.span("share")), source.quote(*told.span())
                ways = (_COLLECTED, _BILLED)
                is_exact = share.is_exact  # as exactly as it is written
                value, slack = (Decimal(said["percent"]), Decimal(0)) if is_exact else (share.middle, share.slack)
                name = "实际收取的比例"
                yield NumberReading(*span, quote, value, "share", "rate_of_cases", name, _RULE, ways, slack=slack)


def _of_requests(source: SourceText, sentence: SentenceState) -> Iterator[NumberReading]:
    """Yield how many notices were sent at least, and that something was collected, where applications are counted."""
    for told in _FOR_REQUESTS.finditer(source.text, sentence.start, sentence.end):
        if source.is_this_year(sentence, told.start()) and not _NOT_DONE.search(source.subject(told.start())):
            many = int(told["many"]) if told["many"].isdecimal() else han_number(told["many"]) or 1
            span, quote = source.span(*told.span()), source.quote(*told.span())
            yield NumberReading(*span, quote, many, "some", "fee_notices", "发出收费通知", _RULE, (_NOTICES,))
    for told in _SOME_CHARGED.finditer(source.text, sentence.start, sentence.end):
        if source.is_this_year(sentence, told.start()):
            span, quote = source.span(*told.span()), source.quote(*told.span())
            yield NumberReading(*span, quote, 1, "some", "fee_collected", "实际收取总金额", _RULE, (_COLLECTED,))


def _each(source: SourceText, sentence: SentenceState, found: Sequence[NumberReading]) -> Iterator[NumberReading]:
    """Yield what was billed and what was collected where both are named first."""
    for told in _EACH.finditer(source.text, sentence.start, sentence.end):
        for name, number in (("one", "a"), ("other", "b")) if source.is_this_year(sentence, told.start()) else ():
            span = source.span(*told.span(number))
            if not any(known.start < span[1] and span[0] < known.end for known in found):
                quote, value = source.quote(told.start(), told.end(number)), numbers_in(told[number])[0].value
                key, meaning, ways = _OF_BILLED if "应" in told[name] else _OF_COLLECTED
                yield NumberReading(*span, quote, value, "count", key, meaning, _RULE, ways)
