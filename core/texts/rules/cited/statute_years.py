"""Finds years, articles and numbers that the statute in force does not have: 国务院令第711号，2009年4月公布 (N-11)."""

from __future__ import annotations

from collections.abc import Iterator

from core.base.patterns import pattern
from core.texts.language.numbers import han_number
from core.texts.language.phrases import NEW_STATUTE_YEAR
from core.texts.rules.views import Span, sentence_around

_YEAR = str(NEW_STATUTE_YEAR)
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
_IN_FORCE_FROM = pattern(
    r"政府信息公开条例》?(?:[（(][^（）()\n]{0,24}[）)])?自(?P<date>(?P<year>(?:19|20)\d{2})\s*年\s*(?P<month>\d{1,2})\s*月(?:\s*(?P<day>\d{1,2})\s*日)?)起(?:正式)?(?:施行|实施|生效)",
    needs=["政府信息公开条例"],
)
_DAYS_IN_FORCE = {(2008, 5): 1, (2019, 5): 15}
"""Years and months in which the statute and its revision came into force, and the days."""
_DECREE_UNIT = pattern(r"国务院令\s*第?\s*711\s*(?P<unit>条|次|期|页|件)", needs=["711"])
_ARTICLE = pattern(
    r"《(?:中华人民共和国)?政府信息公开条例》(?:[（(][^（）()\n]{0,24}[）)])?的?(?P<article>第(?P<number>[一二三四五六七八九十百]{1,6}|\d{1,3})条)",
    needs=["条例》"],
)
_LAST_ARTICLE = 56
_NUMBER = pattern(r"国务院令\s*第?\s*(?P<number>\d{3})\s*号", needs=["国务院令"])
_RIGHT_NUMBER = "711"
_OF_REPORT = pattern("编制|编写|年度报告|政府信息公开")
_OTHER_TITLE = pattern("《(?!(?:中华人民共和国)?政府信息公开)")


def wrong_articles(text: str) -> Iterator[Span]:
    """Yield the articles that the statute does not have, and numbers one digit off its own beside no other title."""
    for match in _ARTICLE.finditer(text):
        number = int(match["number"]) if match["number"].isdecimal() else han_number(match["number"])
        if number is not None and number > _LAST_ARTICLE:
            yield Span(*match.span("article"), f"“{match['article']}”：《政府信息公开条例》共五十六条")
    for match in _NUMBER.finditer(text):
        said, sentence = match["number"], sentence_around(text, *match.span())
        differing = sum(a != b for a, b in zip(said, _RIGHT_NUMBER, strict=True))
        is_slip = differing == 1 or (differing and sorted(said) == sorted(_RIGHT_NUMBER))
        if is_slip and _OF_REPORT.search(sentence) and not _OTHER_TITLE.search(sentence):
            yield Span(*match.span(), f"“{match[0]}”应为国务院令第711号")


def wrong_days_in_force(text: str) -> Iterator[Span]:
    """Yield days from which the statute is said to be in force and was not, and 第711条 for its decree 第711号."""
    for match in _IN_FORCE_FROM.finditer(text):
        right = _DAYS_IN_FORCE.get((int(match["year"]), int(match["month"])))
        if right is None or int(match["day"] or right) != right:
            yield Span(*match.span("date"), f"“{match['date']}”：修订后的条例自2019年5月15日起施行")
    for match in _DECREE_UNIT.finditer(text):
        yield Span(*match.span(), f"“{match[0]}”应为国务院令第711号")


def wrong_statute_years(text: str) -> Iterator[Span]:
    """Yield the years that are not that of its revision, where this one is not named beside them."""
    for told in (_BY_NUMBER, _REVISED):
        for match in told.finditer(text):
            if match["year"] != _YEAR and _YEAR not in sentence_around(text, *match.span()):
                yield Span(
                    *match.span("date"), f"“{match['date']}”：现行条例（国务院令第711号）是2019年4月3日修订公布的"
                )
