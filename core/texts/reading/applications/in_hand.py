"""Reads what was in hand over the year: 全年在办13件，其中上年留下的2件 are new ones and those carried in.

在办 alone is what is left at the end of the year. Told of the whole year, or with those of last year among them or
beside them, it is all that had to be dealt with.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.base.patterns import pattern
from core.texts.language.numbers import PrintedNumber
from core.texts.reading.applications.read_as import read_as
from core.texts.reading.sentence.due import count_pass
from core.texts.reading.sentence.sentences import REQUEST_TEXTS, NumberReading, SentenceState, SourceText

_LAST_YEAR = "(?:□□□)?(?:上年|去年|上一年|年初|期初)"
_WHOLE_YEAR = "(?:全年|全年度|年内|□□□本年度?|本年度?|今年|当年|一年(?:来|里|下来|到头)?)"
_US = (
    "(?:[我本]?(?:局|委|厅|镇|乡|街道|县|区|市|单位|机关)(?:里|机关)?"
    "|[全我本](?:局|厅|镇|乡|街道|县|区|市|省)|县里|市里|区里|镇里|乡里)?"
)
_NOUN = "(?:的|政府信息公开|信息公开|依申请公开|公开|申请|办件|件|件数|总量|总数|数量|数|量)*"
_COUNTED = "(?:一共|总共|共计|合计|总计|累计|共|计|有|为|是|达到?)*"
_TODO = "(?:要|需要?|该|应当?|须)(?:办(?:理|结)?|处理|答复)"
_AT_HAND = "(?:手头|手上|手里|案头|经手)"
_OVER_YEAR = pattern(
    f"(?:{_US}{_WHOLE_YEAR}|{_WHOLE_YEAR}，?{_US})(?:里|内|实际)?(?:在办|{_AT_HAND}(?:上|里)?{_TODO}|{_TODO}){_NOUN}{_COUNTED}"
)
"""(街道全年手头要办的申请一共)13件"""
_OF_YEAR = pattern(f"{_US}{_WHOLE_YEAR}(?:里|内)?{_US}{_COUNTED}")
_IN_HAND = pattern("(?:政府信息公开|信息公开|公开)?(?:申请)?在办(?!结|理期)")
"""(全年共有)18件(在办)，办完17件"""
_BARE = pattern(f"(?:{_US}|{_US}{_AT_HAND})(?:在办|{_TODO}){_NOUN}{_COUNTED}")
"""(在办)18件（含上年1件）"""
_OLD_AMONG = pattern(
    f"{_NOUN}(?:[（，](?:其中|内有|当中)?，?(?:包括|包含|含|有)?|[中里](?:，|有|包括|包含|含)*){_LAST_YEAR}(?:[底末初])?"
    r"(?:结转|转入|转来|遗留|留下|未办(?:结|完)|没办完|没有办完|带来|剩下)?(?:下来|过来|来)?(?:的)?(?:申请|件)?(?:共|有)?(?:\d+|[一二两三四五六七八九十]+)[件份宗]"
)
_AT_THE_END = pattern("年末|年底|期末|年终|截[至止]|目前|尚|仍|还")
_CLAUSE = pattern("[，；：。（）]")
_OPEN = ("carried_out", "unknown")


@count_pass(
    texts=REQUEST_TEXTS, words=["在办", "要办", "需办", "该办", "要答复", "要处理", "需要办", "须办"], keys=_OPEN
)
def in_hand(source: SourceText, sentence: SentenceState, readings: Sequence[NumberReading]) -> list[NumberReading]:
    """Return the readings of a sentence, those of what was in hand over the year read as all that was due."""
    of_year = {source.span(n.start, n.end)[0] for n in sentence.numbers if _is_of_year(source, sentence, n)}
    return [read_as(source, r, "due") if r.start in of_year and r.key in _OPEN and not r.scope else r for r in readings]


def _is_of_year(source: SourceText, sentence: SentenceState, number: PrintedNumber) -> bool:
    clause = _CLAUSE.split(source.text[sentence.start : number.start])[-1]
    if _AT_THE_END.search(clause):
        return False
    if _OVER_YEAR.fullmatch(clause) or (_OF_YEAR.fullmatch(clause) and _IN_HAND.match(source.text, number.end)):
        return True
    return bool(_BARE.fullmatch(clause) and _OLD_AMONG.match(source.text, number.end))
