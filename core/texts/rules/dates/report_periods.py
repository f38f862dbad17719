"""Finds periods of the report in months or parts of the year: 统计期为2024年1月至11月 (N-09)."""

from __future__ import annotations

import re
from functools import lru_cache

from core.base.patterns import pattern
from core.texts.language import phrases
from core.texts.language.numbers import han_number
from core.texts.rules.views import Span, sentence_around

_REPORT = r"(?:(?<=本)|(?<=该)|(?<=年度)|(?<=[。；，、\n])|^)(?:年度|年)?(?:报告|年报)|(?:文中|本文)"
_TOLD = (
    "(?:(?:统计|数据|数字|期限|区间|时段|时间|周期|期间|起止|跨度)|(?P<tells>涵盖|覆盖|反映|汇总|总结|记录|记载|体现))"
    "(?:的|期限?|时间|时段|区间|周期|范围|口径|跨度|起止|统计|均|为|是|限|定|于|了|即){0,6}(?:：|，?(?=[自从]))?"
)
_PERIOD_OF = "(?:数据|数字|报告)?(?:的?统计|起止)(?:期限?|时间|时段|区间|周期|期间|范围|口径|跨度)"
_MONTH = "(?:\\d{1,2}|[一二三四五六七八九十]{1,2})"
_TO = r"\s*(?:至|到|—{1,2}|-|－|–|~|～)\s*"
_SPAN = (
    r"(?P<quote>(?:自|从)?\s*(?P<first>20\d{2})\s*年\s*(?:度)?(?:"
    rf"(?P<part>[上下]半年|前[一二两三]个?季度|第?一(?:季度)?{_TO}第?[二三]季度|第?[一二三四]季度(?!{_TO}第?四))"
    rf"|(?P<from>{_MONTH})\s*月?(?P<day>\s*\d{{1,2}}\s*日)?(?:起算|算起|开始|起)?[，,]?{_TO}(?:(?P<last>20\d{{2}})\s*年)?\s*(?P<to>{_MONTH})"
    r"\s*月(?P<until>\s*\d{1,2}\s*日|底|末|份)?(?:为?止)?))"
)
_OF_REPORT = pattern(
    rf"(?:(?:{_REPORT})(?P<between>[^。；《》\n\d]{{0,24}}?){_TOLD}|(?:^|(?<=[。；\n]))(?:本次|本年度?)?{_PERIOD_OF}(?:为|是|：|限定?[为于])*){_SPAN}",
    re.MULTILINE,
    needs=["报告", "年报", "文中", "本文", "统计", "起止"],
)
"""本报告所列数据的统计期限为2024年1月至11月, 本年度报告反映的是2024年上半年……"""
_OF_OTHERS = pattern(
    "评估|考核|普查|清理|监测|测评|网站|公布的|发布的|抽查|显示|表明|问卷|调查|编制|编写|采集|报送|填报|公布|下载|公示|审核|发布|查阅"
)
OTHER_YEARS = pattern(
    "学年|学期|财年|(?:会计|考核|审计|监测|评价)(?:年度|周期)|口径[^，。；]{0,8}(?:不同|不一|有别)|与本(?:报告|年报)[^，。；]{0,8}(?:不同|不一|有别)"
)
"""高校报告以(学年)计: a year of others."""
_WHOLE = (1, 12)


@lru_cache(maxsize=256)
def periods_in_months(text: str, year: int) -> tuple[Span, ...]:
    """Return the periods of the report that are told without the days of both ends and are not its whole year."""
    found = []
    for match in _OF_REPORT.finditer(text) if "20" in text else ():
        if _OF_OTHERS.search(match["between"] or "") or ((match["until"] or "").endswith("日") and match["day"]):
            continue  # rule N-09 looks at days itself
        is_whole = _is_whole(match, year)
        sentence = sentence_around(text, *match.span())
        is_new = match["to"] and _number(match["to"]) == _WHOLE[1] and phrases.SET_UP.search(sentence)
        if not (is_whole or is_new):
            found.append(Span(*match.span("quote"), re.sub(r"\s", "", match["quote"])))
    return tuple(found)


def _is_whole(match: re.Match[str], year: int) -> bool:
    if match["part"]:
        return False
    years = int(match["first"]), int(match["last"] or match["first"])
    months = _number(match["from"]), _number(match["to"])
    begins, ends = (re.sub(r"\D", "", match[name] or "") for name in ("day", "until"))
    return years == (year, year) and months == _WHOLE and begins in ("", "1", "01") and ends in ("", "31")


def _number(said: str) -> int | None:
    return int(said) if said.isdecimal() else han_number(said)
