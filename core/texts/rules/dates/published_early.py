"""Finds a report that was published before its year was over (N-25): 统计期限为…，已于2023年1月19日公布."""

from __future__ import annotations

import re
from functools import lru_cache

from core.base.patterns import holds_one, pattern
from core.texts.language import phrases
from core.texts.rules.views import Span, sentence_around

LAST_MONTH = 3
"""Reports have to be public by the end of March."""
_SITE = "（[^（）]{0,60}）|“[^“”]{0,24}”"
_ON_SITE = f"(?:通过|在|于|经)[^，。；\\d（“]{{0,24}}(?:{_SITE})*[^，。；\\d（“]{{0,10}}(?:{_SITE})?"
_DAY_PUBLISHED = r"(?<![至到—~-])(?P<year>20\d\d)\s*年\s*(?P<month>\d\d?)\s*月\s*(?:(?P<day>\d\d?)\s*日|[底初份]|中旬)?"
_PUBLISHED = pattern(
    rf"{_DAY_PUBLISHED}\s*(?:起|前|已|正式|，|可)*(?:{_ON_SITE})?(?:对外|面?向社会|面?向公众|主动|全文|完成)*"
    "(?:公布|发布|公开(?!条例)|上线|挂网|刊登|公示|上网|编制|形成|审定|下载|查阅|(?:审议|研究|讨论|审核)通过)(?!的)"
)
"""2025年1月15日在县人民政府网站公布"""
_DAY_OF_PUBLISHING = pattern(rf"(?:公布|发布|公开|上网|刊登)的?(?:日期|时间)(?:为|是|：|:)?于?{_DAY_PUBLISHED}")
"""公布日期为2025年1月15日"""
_OF_ANOTHER = pattern(
    "(?<!报告)(?<!年报)》[（(]$|(?:上一?年|去年|往年|前一年)[^，；。]{0,14}(?:报告|年报)[^，；。]{0,6}$"
)
"""《云岭县政务公开办法》（(2023年1月19日公布)）, 上年度报告已于(2023年1月19日公布)"""
_BY_ITSELF = pattern("(?:并|且|现|已|均|也|业已|已经|同步|全文)*[于在]?")
_ON_THE_REPORT = pattern("[ \u3000]*(?:以上)?(?:报告|年报|所[列涉用有]数据|各?项?数据|数据|统计)")
"""报告所列数据统计期限为…，(已于)2023年1月19日公布: of what the sentence speaks."""


@lru_cache(maxsize=256)
def published_too_early(text: str, year: int) -> tuple[tuple[str, Span], ...]:
    """Return where the report is said to have been published before its year was over."""
    spans: list[tuple[str, Span]] = []
    for match in (*_PUBLISHED.finditer(text), *_DAY_OF_PUBLISHING.finditer(text)):
        before = sentence_around(text, *match.span()).partition(match[0])[0]
        if _OF_ANOTHER.search(before):
            continue
        named = phrases.YEAR_OF_REPORT.findall(before)
        is_own = phrases.THIS_REPORT.search(before) if not named else int(named[-1]) == year
        is_late = int(match["month"]) > LAST_MONTH  # the report before had to be public by then
        is_own = is_own or (is_late and phrases.REPORT_ITSELF.search(before))
        earlier = text[: match.start()].rpartition("。")[0].rpartition("。")[2]
        is_own = is_own or (phrases.REPORT_ITSELF.search(before) and _covers(earlier, year)) or _covers(before, year)
        is_own = is_own or _is_beside_its_period(sentence_around(text, *match.span()), before, year)
        day = (int(match["year"]), int(match["month"]), int(match["day"] or 0))
        if is_own and (year, 1) <= day[:2] and day < (year, 12, 31):
            spans.append(("early", Span(*match.span())))
    return tuple(spans)


def _is_beside_its_period(sentence: str, before: str, year: int) -> bool:
    """发布日期：2021年12月20日；统计起止：2021年1月1日—2021年12月31日; 统计期限自…止，报告全文已于."""
    said, clause = sentence.partition("统计")[2], re.split("[，；]", before)[-1]
    is_day = holds_one(sentence, ("日期", "时间")) or phrases.REPORT_ITSELF.search(clause)
    is_day = is_day or (_BY_ITSELF.fullmatch(clause) and _ON_THE_REPORT.match(sentence))
    return bool(is_day) and f"{year}年1月1日" in said and "12月31日" in said


def _covers(said: str, year: int) -> bool:
    """Whether words say that this report is of its year: 本报告统计期限为2024年1月1日至12月31日."""
    return holds_one(said, ("本报告", "本年度报告", "本年报")) and f"{year}年1月1日" in said and "12月31日" in said
