"""Finds years that the words beside them contradict: 上年（2022年） in a report on 2024 (N-08)."""

from __future__ import annotations

import re
from functools import lru_cache

from core.base.patterns import pattern
from core.texts.rules.views import Span, sentence_around

_NAMED = pattern(
    r"(?P<word>上一?年|去年|本年|今年|全年|年内)(?P<of>度)?(?:同期|全年)?(?:[（(](?:即|也就是)?|，?即)\s*(?P<date>(?P<year>20\d{2})\s*年?度?)"
    r"(?:同期|全年)?(?=[）)]|相比|比|[，。；])",
    needs=["年（", "度（", "年(", "度(", "即", "期（", "期("],
)
"""与上年（2022年）相比, 同上年度即2022年度相比"""
_MEANT = {"上": (-1,), "去": (-1, 0), "本": (0,), "今": (0, 1), "全": (0,), "年": (0,)}
"""How far from the report year they are; who writes in January may call the report year 去年."""
_YEAR = pattern(r"20\d{2}")
_PROBLEMS = "(?:问题|不足|短板|差距|弱项|薄弱)"
_FAULTS_FOUND = pattern(
    r"(?P<date>(?P<year>20\d{2})\s*年)度?的?(?:政府信息公开|信息公开|政务公开)?(?:工作)?(?:年度)?(?:报告|年报|考核|评估|测评|检查|自查|督查)中?所?"
    r"(?:查找|查摆|指出|反映|发现|提出|梳理|存在|通报|列出|列举|分析)(?:出|到|过)?来?的?"
    rf"[^，。；\n]{{0,16}}(?:{_PROBLEMS}|建议|意见)[^。；\n]{{0,80}}?(?:已|均|全部)[^。；\n]{{0,10}}(?:改|完成|到位|落实|解决|销号)",
    needs=["报告", "年报", "考核", "评估", "测评", "检查", "自查", "督查"],
)
"""对(2025年)报告查找出的两方面不足，我局均已改进到位, in a report on 2024"""
_FAULTS_SEEN = pattern(
    r"(?P<date>(?P<year>20\d{2})\s*年)度?，?的?(?:(?:我|本|全)[局委办厅省市县区镇乡校院]|街道)?的?(?:政府信息公开|信息公开|政务公开)?(?:各项)?工作(?:中|上)?，?"
    rf"(?:还|仍|主要|也|依然|尚)*(?:存在|暴露)(?:出|着|了)?的?(?:主要|突出|一些|不少|以下|一定|几个)*的?{_PROBLEMS}",
    needs=["工作"],
)
"""回头看，(2025年)工作中存在的主要问题是……"""
_STILL_TO_COME = pattern("将|拟|可能|预计|预判|研判|估计|防止|避免|争取|力争|计划|打算|提前|谋划|以来|届时")
_YEARS_AHEAD = 2


@lru_cache(maxsize=256)
def named_otherwise(text: str, year: int) -> tuple[Span, ...]:
    """Return the years beside a word for another one, unless a year named before may be what the word is told of."""
    found = []
    for match in _NAMED.finditer(text):
        said = int(match["year"])
        before = sentence_around(text, *match.span()).partition(match[0])[0]
        is_of_another = any(int(one) != year for one in _YEAR.findall(before))
        if said - year not in _MEANT[match["word"][0]] and said != year and not is_of_another:
            found.append(Span(*match.span("date"), str(said)))
    return tuple(found)


@lru_cache(maxsize=256)
def faults_of_coming_years(text: str, year: int) -> tuple[Span, ...]:
    """Return the years to come whose faults are told as known or mended."""
    if not any(str(year + ahead) in text for ahead in range(1, _YEARS_AHEAD + 1)):
        return ()
    return tuple(
        Span(*match.span("date"), match["year"])
        for told in (_FAULTS_FOUND, _FAULTS_SEEN)
        for match in told.finditer(text)
        if year < int(match["year"]) <= year + _YEARS_AHEAD
        and not _STILL_TO_COME.search(sentence_around(text, *match.span()))
    )


_HAN_YEAR = re.compile("二[〇○零Ｏ][一二三四五六七八九〇○零]{2}(?=年)")
_DIGITS = str.maketrans("〇○零Ｏ一二三四五六七八九", "0000123456789")


def with_digits(text: str) -> str:
    """Return a text with 二〇二三年 written as 2023年, of the same length."""
    return _HAN_YEAR.sub(lambda match: match[0].translate(_DIGITS), text) if "二" in text else text
