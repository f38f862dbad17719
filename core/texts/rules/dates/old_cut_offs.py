"""Finds days of earlier years by which a report is said to tell something: 截至2023年12月31日 in one on 2024 (N-08)."""

from __future__ import annotations

import re

from core.base.patterns import pattern
from core.texts.language import phrases
from core.texts.rules.views import Span, sentence_around

YEARS_BACK = 6
_LEFT_THEN = re.compile("[，、]?(?:结转|未办结|在办|遗留)")
"""截至2023年底(结转)8件，2024年新收214件: what was left by then."""
_LEFT_OVER = re.compile(r"[，、]?(?:全[县市区局]|[我本]局)?(?:尚|仍|还)有\d+\s*[件宗份](?:政府信息公开)?申请")
_DONE_SINCE = re.compile("(?:现|目前)(?:已|均)|(?:已|均)+(?:全部|于|在)?[^，。；]{0,10}(?:办结|答复)")
"""截至2023年末(尚有7件申请)在办，结转2024年，(现已)全部办结"""
_OF_OLD_ONES = re.compile("(?:之前|以前|前)|[^，。；]{0,8}(?:有效|印发|制发|制定|出台|在用|保留)的(?!有|为|共)")
"""截至2020年底(现行有效的文件): which ones were looked through."""
_TELLS_BY_THEN = pattern(
    "[，,](?:[我本全]|[^，。；]{0,12}(?:局|委|厅|办|镇|乡|街道|政府|中心|共|累计|主动公开|通过))[^。；]*?(?:公开|发布|公示|推送|收到|受理|办结|答复)"
)
"""，(我局主动公开)信息1126条: what a report tells; not how many people live there."""
_THAN_BEFORE = pattern("(?:同比|[较比与](?:上年|去年|上一年)(?:度|同期|底|末|年底|年末)*(?:相比|相较)?)")
_LATER = pattern("今年|本年|现在|目前|如今|截至目前")
"""截至2023年底，我局有账号3个，较上年减少1个；(今年)又关停1个: the year before is told as such."""


def cut_off_in_old_years(text: str, year: int) -> list[Span]:
    """Return the days of earlier years up to which a text tells, where nothing compares them with the report year."""
    return [
        Span(*cut.span(), cut[1])
        for cut in phrases.CUT_OFF.finditer(text)
        if year - YEARS_BACK <= int(cut[1]) < year
        and not _is_compared_cut_off(text, cut, year)
        and not _OF_OLD_ONES.match(text, cut.end())
        and not (_LEFT_THEN.match(text, cut.end()) and str(year) in sentence_around(text, *cut.span()))
        and not (_LEFT_OVER.match(text, cut.end()) and _DONE_SINCE.search(sentence_around(text, *cut.span())))
    ]


def _is_compared_cut_off(text: str, cut: re.Match[str], year: int) -> bool:
    """Whether what there was by a day of an earlier year is compared with something.

    Where it is what the sentence itself tells (截至2023年12月31日，我局公开信息1126条，较上年同期增长9.1%), and no
    later year stands near, the year before that is compared with it.
    """
    sentence = sentence_around(text, *cut.span())
    if re.search(f"[，；](?:{year}年|今年)", sentence.partition(cut[0])[2]):
        return True  # 截至2023年底1032条；2024年公开1126条
    if sentence.lstrip().startswith(cut[0]) and _TELLS_BY_THEN.match(text, cut.end()):
        near = text[cut.start() :].partition("\n")[0].split("。")[:2]
        if not _LATER.search("".join(near).replace(str(year), "今年")):
            sentence = _THAN_BEFORE.sub("", sentence)
    return bool(phrases.SINCE_CUT_OFF.search(sentence))
