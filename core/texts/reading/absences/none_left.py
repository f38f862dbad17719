"""Reads that not one application was left over: 没有一件遗留, 无一未办结, 没有一件转入次年, 办结率100%、没有积压."""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.base.patterns import pattern
from core.texts.language.grammar import BREAK
from core.texts.reading.sentence.due import sentence_reader
from core.texts.reading.sentence.sentences import (
    OVERVIEW_TEXTS,
    REQUEST_TEXTS,
    NumberReading,
    SentenceState,
    SourceText,
)

_NEXT_YEAR = "(?:□□□)?(?:下一?个?年度?|第二年|次年|明年|来年|翌年|新的?一年)"
_SUBJECT = (
    "(?:(?:□□□本年|本年|全年|年内|今年|当年|全[市县区镇乡局])度?(?:内|里)?(?:所收|收到|新收|受理|办理)?的?(?:到的?)?"
    "(?:政府信息公开|信息公开|依申请公开|公开)?(?:申请|件|事项)|(?:经手|经办|承办|所有)的?(?:申请|件)"
    "|(?:[我本](?:局|委|办|厅|镇|乡|县|市|区|机关|单位|街道)|街道|[局镇乡县]里)(?:全年|今年|年内|本年度?)?(?:所?收到?|接到|受理|登记|经手)的?"
    "(?:公开|信息公开|政府信息公开)?申请)?"
)
"""(全年收到的申请)无一件跨年办理"""
_MOVED = "(?:结转|转入?|留待?|留给|遗留|积压|拖延?|带|延续?|顺延|推迟?|跨|压|挪)[到至入]?"
_PUT_OFF = f"(?:需要?|被)?{_MOVED}{_NEXT_YEAR}(?:继续)?(?:办理)?"
_NONE_LEFT = pattern(
    f"(?:^|(?<=[，；。：、\\n])){_SUBJECT}(?:(?:到|至|截至)?(?:年末|年底|期末)|◇|目前|最终|年内|全年|也|亦|更|且|并|再|已)*(?P<said>(?:没有|无|未有)一[件宗份]?(?:申请)?"
    "(?:被?(?:遗留|留下|剩下|剩余|结余|留存)(?:下来|[到至]" + _NEXT_YEAR + ")?"
    f"|{_PUT_OFF}"
    "|[拖留跨]过[^，；。]{0,6}?(?:年末|年底|年关|◇|◆底)"
    "|(?:尚未|仍未|未)(?:办结|办完|答复|了结)|在办|待办|(?:需要?|被|须)?跨年度?(?:办理|答复|处理)?)"
    f"|(?:没有|无)(?:一件)?{_PUT_OFF}的(?:申请|件|情况|情形)?)(?=[，；。\\n]|$)",
    needs=["没有", "无", "未有一"],
)
_CLEARED_TO = ("清零", "归零", "清空", "为零", "为0")
_CLEARED = pattern(
    "(?:^|(?<=[，；。：、\\n]))(?:(?:到|至|截至)?(?:年末|年底|期末|年终|◇|◆底)前?[，]?)(?P<said>(?:全部|所有)?(?:待办|在办|未办结|未结|存量|库存|在手|手头|(?<=[全所][部有])申请)(?:的)?(?:件|申请|办件|台账)*"
    "(?:已|均|全部|都|实现)*(?:清零|归零|清空|为零|为0))(?=[，；。\\n]|$)",
    needs=_CLEARED_TO,
)
"""到年底待办件已清零"""
_NO_BACKLOG = pattern(
    "(?:^|(?<=[，；。：、\\n]))(?:(?:到|至|截至)?(?:年末|年底|期末)|目前|最终|年内|全年|也|且|并|做到|实现)*(?P<said>"
    "(?:没有|无|未有)(?:一[件宗份]?|任何)?(?:申请)?积压(?:的?(?:申请|件|情况|现象))?|零积压)(?=[，；。、\\n]|$)",
    needs=["积压"],
)
_ALL_DONE = pattern(
    "(?:办结|办复|答复)率(?:均|都|为|是|达到|达|：|保持在|保持)*(?:100%|百分之百|百分百)"
    "|件件(?:都|均)?有(?:回音|答复|着落|回应|结果|交代)|(?:全部|均|都|悉数)(?:已|按时|按期|依法)*(?:办结|办完|答复)"
)
"""没有积压 alone may be said of those that were due; beside words that all were dealt with it is said of all."""
_OTHERS = pattern("热线|建议|提案|许可|处罚|诉求|服务事项|案件|评价|办件量")
_OF_THE_DUE = pattern("到期|期满|应答|当[办结]|下属|所辖|各[乡镇街村部单科]")
"""到期的申请没有一件未办结: said of some, wherever they are named."""
_OF_SOME = pattern(
    "期限|期内|时限|逾期|超期|应办|延期|补正|信访|咨询|留言|来信|工单|复议|诉讼|投诉|举报|栏目|系统|问题|整改|窗口|除|另|其中|历年|积压|陈年|旧"
)
_OF_KIND = pattern("^(?!.*[均都全]).*(?:类|自然人|企业|个人|法人|部分|公开的|不予|无法|结转|转来|移来|上年|去年)")
"""自然人申请20件，没有一件遗留: said of those of the clause before."""
_WITH_OLD = pattern("(?:连同|加上|加之|含|包括|合并|和|及|与)(?:□□□)?(?:上年|去年|上一年)[^，；。]{0,12}")


_IN_TIME = pattern(
    "(?:均|都|全部)[^，；。]*?(?:期限|期内|时限)(?:[以之]?内)?(?:（[^（）]*）)?(?:答复|办结|办理)(?:完毕|完)?(?=，)"
    "|(?:无一件?|没有(?:一件)?|均未|未|不)(?:逾期|超期)(?:答复|办理)?(?=，)"
)
"""均已在法定期限内答复完毕，无一逾期，(亦无一件留待次年): what is said of time does not narrow what comes behind it."""
_TO_NEXT_YEAR = pattern(f"{_NEXT_YEAR}|跨年")


def is_of_the_due(sentence: SentenceState, place: int) -> bool:
    """Whether the part of a sentence before a place, or the clause there, names some applications only."""
    return bool(_OF_THE_DUE.search(_part(sentence, place)))


def _part(sentence: SentenceState, place: int) -> str:
    text, at = sentence.text, place - sentence.start
    return text[text.rfind("；", 0, at) + 1 : at] + text[at:].split("，")[0]


def _is_of_some(part: str, said: str) -> bool:
    part = _WITH_OLD.sub("", part.replace(said, ""))
    is_of_all = _TO_NEXT_YEAR.search(said) or said.endswith(_CLEARED_TO)
    part = _IN_TIME.sub("", part) if is_of_all else part
    return bool(_OF_THE_DUE.search(part) or _OF_SOME.search(part) or any(map(_OF_KIND.match, BREAK.split(part)[-2:])))


@sentence_reader((*REQUEST_TEXTS, *OVERVIEW_TEXTS, "s5"), ("没有", "无", "未有一", "积压", *_CLEARED_TO))
def none_left(source: SourceText, sentence: SentenceState) -> Iterator[NumberReading]:
    """Yield that a sentence says so of all applications, where its numbers are those of applications."""
    cleared = _CLEARED.search(source.text, sentence.start, sentence.end)
    if cleared and _ALL_DONE.search(source.text, sentence.start, cleared.start()):
        cleared = None  # 均已办结，年末在办申请清零: said already
    said = [*_NONE_LEFT.finditer(source.text, sentence.start, sentence.end), *_no_backlog(source, sentence)]
    said += [cleared] if cleared else []
    for match in said:
        place = match.start("said")
        if source.topic_at(sentence, place) != "request" or not source.is_this_year(sentence, place):
            continue
        span = source.span(*match.span())
        if _is_of_some(_part(sentence, place), match["said"]) or any(
            r.kind == "none" and r.end > span[0] for r in sentence.readings
        ):
            continue
        cells = source.vocabulary.role("carried_out").alternatives("request")[:1]
        quote, scope = source.quote(*match.span()), source.scope(place)
        words = ("", source.subject(place))
        yield NumberReading(*span, quote, 0, "none", "none_carried_out", "一件未留", "N-03", cells, scope, words=words)


def _no_backlog(source: SourceText, sentence: SentenceState) -> Iterator[re.Match[str]]:
    """Yield 没有一件积压 beside words that all applications were dealt with: 办结率100%，没有一件积压."""
    text = source.text
    for match in _NO_BACKLOG.finditer(text, sentence.start, sentence.end):
        done = _ALL_DONE.search(text, sentence.start, sentence.end)
        if done and not _OTHERS.search(text, sentence.start, match.end()):
            yield match
