"""Finds years to come of which a text tells numbers of the tables: 2026年分局新收申请48件 in a report on 2025 (N-08).

The sentence is read as any other; only what stands in the tables is told as done, whoever does it, by whatever verb.
"""

from __future__ import annotations

import re

from core.base.patterns import pattern
from core.checks.rules import CheckContext
from core.texts.reading.reader import read_text
from core.texts.rules.dates.coming_years import opened_with_coming_year
from core.texts.rules.views import Span, sentence_around

_YEAR = pattern(
    r"(?:(?:^|(?<=[。；：，、\n（(在]))[ \u3000]*)(?P<date>(?P<year>20\d{2})\s*年度?)"
    r"(?!\s*\d|[底末初前起]|年[底末初]|之前|以[来前]|第?[一二三四]季|[上下]半|[春秋]季)",
    re.MULTILINE,
    needs=["20"],
)
_BETWEEN = pattern("[，,]?[^，。；：\n]{0,40}")
"""2026年，(我局)新收48件"""
_COMPARED = pattern(
    r"(?:(?:与|同|和|跟|对比)(?P<date>(?P<year>20\d{2})\s*年)(?:度|同期|全年)*(?:相比|比较|相较|对比|持平)"
    r"|(?:较之?|相较于?|(?<![占对相])比)(?P<second>(?P<second_year>20\d{2})\s*年)(?:度|同期|全年)*"
    r"(?:净|略|小幅|大幅|明显|有所|再|又|分别)*(?:增|减|上升|下降|提高|提升|降低|回落|多|少|翻))",
    needs=["相比", "比", "较", "持平"],
)
"""比2026年减少5件 in a report on 2025"""
_TO_COME = pattern(
    "将|拟|计划|规划|下一?步|力争|争取|预[计期算测]|打算|目标|准备|继续|确保|努力|不少于|不低于|要(?!求|闻|点|素)|应(?!急|申|诉|对|用)"
    "|可能|结转|转入|顺延|未办|在办|其余|余下|剩余|另有|安排|任务|部署|明年|来年|新年|完成时限|届时|待|今后|[去上]年|方案|要点|课程|有效期"
)
_NEXT_STEPS = pattern("下一?步|今后|打算|接下来|改进(?:办法|措施|方向)|工作(?:计划|思路|安排|打算)")
_READ = ("count", "other", "none", "share")
_YEARS_AHEAD = 9


def told_of_coming_years(context: CheckContext, code: str, text: str, year: int) -> list[Span]:
    """Return the years to come that open a sentence without a word of plan, or have numbers of the tables.

    For texts other than section five, which may plan.
    """
    opened = opened_with_coming_year(text, year)
    return opened + [one for one in _counted(context, code, text, year) if one not in opened]


def _counted(context: CheckContext, code: str, text: str, year: int) -> list[Span]:
    """Return the years to come to which a text gives numbers of the tables, and those it compares this one with."""
    if not any(str(year + ahead) in text for ahead in range(1, _YEARS_AHEAD + 1)):
        return []  # as most texts
    compared = [
        Span(*m.span("date" if m["date"] else "second"), m["year"] or m["second_year"])
        for m in _COMPARED.finditer(text)
        if _is_coming(m["year"] or m["second_year"], year) and not _TO_COME.search(sentence_around(text, *m.span()))
    ]
    printed = context.texts[code]
    readings = [
        r
        for r in read_text(code, printed, year, context.report.form_id, context.report.unit)
        if r.kind in _READ and r.ways
    ]
    told = []
    for match in _YEAR.finditer(text) if readings else ():
        if not _is_coming(match["year"], year) or _NEXT_STEPS.search(text[: match.start()].rpartition("\n")[2]):
            continue
        begin = max(text.rfind(mark, 0, match.start()) for mark in "。！？\n") + 1
        first = next((r for r in readings if r.start >= begin), None)
        if first is None or not _BETWEEN.fullmatch(text, match.end(), max(first.start, match.end())):
            continue
        words = text[begin : first.end]
        if first.start >= match.end() and str(year) not in words and not _TO_COME.search(words):
            told.append(Span(*match.span("date"), match["year"]))
    return compared + told


def _is_coming(said: str, year: int) -> bool:
    return year < int(said) <= year + _YEARS_AHEAD
