"""Finds what the office is told to have done in a month of an earlier year: 2023年6月，我局组织培训 (N-08).

A day is also told rightly of an earlier year: of an act, of what began then, of what is compared. So only a sentence is
looked at that begins with the day and goes on with what the office itself did, and that names no other year.
"""

from __future__ import annotations

from core.base.patterns import pattern
from core.texts.views import Span, sentence_around

_DONE = pattern(
    r"(?:^|(?<=[。；：\n]))[ \u3000]*"
    r"(?P<date>(?P<year>20\d{2})\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日|份|底|末|初|[上中下]旬)?)[，,]?"
    r"(?:(?:我|本|全)(?:局|委|办|厅|县|市|区|镇|乡|院|校|街道|单位|中心|机关)|街道|镇里|县里)?"
    r"(?:还|专门|专题|集中|分别|先后|联合[^，。；]{2,12}|面向[^，。；]{2,12})?"
    r"(?:组织|召开|举办|开展|邀请|参加|承办|举行|收到|受理|办结|答复|发布|公开)(?!了?《)[^。；\n]{4,}",
    needs=["月"],
)
_WHOLE_YEAR = pattern(
    r"(?:^|(?<=[。；：\n]))[ \u3000]*"
    r"(?P<date>(?P<year>20\d{2})\s*年\s*1\s*月(?:\s*1\s*日)?\s*(?:至|到|—{1,2}|-)\s*(?:(?P=year)\s*年\s*)?12\s*月(?P<last>\s*31\s*日)?"
    r"|至\s*(?P<until>20\d{2})\s*年\s*12\s*月\s*31\s*日)[，,]?"
    r"(?=(?:我|本|全|局|县|市|区|镇|共|累计|通过|主动)[^。；\n]{4,})",
    needs=["12"],
)
"""2023年1月至12月，我局共发布信息310条; 至2023年12月31日，局网站共…."""
_OTHERWISE = pattern(
    "同比|相比|对比|[较比]|以来|至今|此后|起[，至]|今年|本年|去年|上年|次年|整改|试点|启动|首次|首个|成立|挂牌|连续|持续|延续|沿用|历年|结转|提出|申请|复议|诉讼|印发|修订|施行|通报|巡视|巡察|审计|督查"
)
_BY_OURSELVES = pattern("整改|通报|督查")
"""2023年1月1日至12月31日，县政府办开展监测4次，通报问题73个: what an office does itself in a whole year."""
_YEARS_BACK = 2


def done_in_old_years(text: str, year: int) -> list[Span]:
    """Return the days of earlier years at which sentences begin on what the office did."""
    found: list[Span] = []
    if not any(str(year - back) in text for back in range(1, _YEARS_BACK + 1)):
        return found  # as in most texts
    for match in (*_DONE.finditer(text), *_WHOLE_YEAR.finditer(text)):
        said = int(match["year"] or match["until"])
        sentence = sentence_around(text, *match.span("date"))
        rest = sentence.replace(match["date"], "")
        if match.groupdict().get("last"):
            rest = _BY_OURSELVES.sub("", rest)
        if year - _YEARS_BACK <= said < year and not _OTHERWISE.search(rest) and "年" not in rest:
            found.append(Span(*match.span("date"), str(said)))
    return found
