"""Reads the number of all new applications where they are what is looked into: 结合新收的53件申请，梳理高频事项9类.

What such a clause begins with, and what is done with them, narrows nothing. Of 收到的 that is only believed beside 全年
or the like, since some may be looked into as well.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.base.patterns import pattern
from core.texts.language.role_keys import ASKED_FOR
from core.texts.reading.sentence.due import count_pass
from core.texts.reading.sentence.sentences import REQUEST_TEXTS, NumberReading, SentenceState, SourceText

_AT_HEAD = "(?:^|(?<=[，；。：、\\n]))(?<!其中，)(?:通过|经|并|也|还)?"
_BY = "结合|围绕|针对|对照|对|就|根据|依据|按照|基于|立足|从|以|将|把|在|聚焦|利用"
_LOOKED = "梳理|分析|统计|汇总|归纳|研判|复盘|回顾|盘点|剖析"
_HEAD = f"{_AT_HEAD}(?:(?:{_BY})(?:{_LOOKED}|逐[件一项]|了|对)*|(?:{_LOOKED})(?:{_LOOKED}|逐[件一项]|了|对)*)"
_YEAR = "(?:(?:□□□)?(?:本年度?|当年度?|今年)|全年|年内|报告期内?|全[局委县市区镇乡街州]|[我本][局委办县市区镇乡])"
_NEW = "(?:新收到?|新受理|新接收|新增)的?"
_GOT = "(?:共|累计|度|内|里)*(?:收到|受理|接收|接到)的?"
_NOUN = "(?:政府信息公开|信息公开|依申请公开|公开)?(?:申请(?!公开|人|表|书)(?:件|事项)?|办件)"
_LOOKED_INTO = pattern(
    f"(?:{_HEAD}{_YEAR}*{_NEW}(?=\\d)|{_HEAD}{_YEAR}+(?P<got>{_GOT})(?=\\d)|{_HEAD}{_YEAR}*(?=\\d+[件宗份]{_NEW}{_NOUN})"
    f"|{_AT_HEAD}{_YEAR}*(?=\\d+[件宗份]{_NEW}{_NOUN}(?:均|都|全部|悉数|已)))\\d+[件宗份](?:{_NEW})?(?P<noun>{_NOUN})"
)
_NAMES_IT = "公开"
_OPEN = ("unknown", *ASKED_FOR)


@count_pass(words=["新收", "新受理", "新接收", "新增", "收到", "受理", "接收", "接到"], keys=_OPEN)
def looked_into(source: SourceText, sentence: SentenceState, found: Sequence[NumberReading]) -> list[NumberReading]:
    """Return the readings of a sentence, such a number read as that of the new applications."""
    readings = [*found]
    for match in _LOOKED_INTO.finditer(source.text, sentence.start, sentence.end):
        begin, end = source.span(*match.span())
        is_about = _NAMES_IT in match["noun"] or source.code in REQUEST_TEXTS
        is_about = is_about or source.topic_at(sentence, match.start()) in ("request", "")
        if not is_about or not source.is_this_year(sentence, match.start()):
            continue
        role = source.vocabulary.role("received" if match["got"] else "received_new")
        for i, r in enumerate(readings):
            if begin <= r.start and r.end <= end and r.key in _OPEN:
                ways = role.alternatives("request")
                told = r._replace(kind="count", key=role.key, meaning=role.name, rule_id=role.rule_id, ways=ways)
                readings[i] = told._replace(words=(), phrase=None)
    return readings
