"""Finds other years than 2019 told of the statute in force: 国务院令第711号，2009年4月公布 (N-11)."""

from __future__ import annotations

from collections.abc import Iterator

from core.base.patterns import pattern
from core.texts.rules.views import Span, sentence_around

_YEAR = "2019"
_DAY = r"(?P<date>(?P<year>(?:19|20)\d{2})\s*年(?:\s*\d{1,2}\s*月)?(?:\s*\d{1,2}\s*日)?)"
_BY_NUMBER = pattern(
    rf"711\s*号(?:令)?[，、；]?\s*(?:于|自)?{_DAY}(?:新|第?[一二]次|起|正式)*(?:公布|发布|颁布|修订|修正|修改|施行|实施|通过)",
    needs=["711"],
)
_REVISED = pattern(
    rf"{_DAY}(?:新|最新|第?[一二]次)*(?:修订|修正|修改)(?:通过|公布|发布|颁布|施行|实施|后)*的?"
    r"(?:《(?:中华人民共和国)?|中华人民共和国)?政府信息公开条例(?!》?(?:实施|办法|细则|的?(?:指南|目录)))",
    needs=["政府信息公开条例"],
)
"""(2009年)修订的《政府信息公开条例》"""


def wrong_statute_years(text: str) -> Iterator[Span]:
    """Yield the years that are not that of its revision, where this one is not named beside them."""
    for told in (_BY_NUMBER, _REVISED):
        for match in told.finditer(text):
            if match["year"] != _YEAR and _YEAR not in sentence_around(text, *match.span()):
                yield Span(
                    *match.span("date"), f"“{match['date']}”：现行条例（国务院令第711号）是2019年4月3日修订公布的"
                )
