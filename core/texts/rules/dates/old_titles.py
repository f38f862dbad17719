"""Finds the report itself named by the year of an earlier one (N-08): in its lead, and where it is described."""

from __future__ import annotations

import re
from functools import lru_cache

from core.base.patterns import pattern
from core.texts.language import phrases
from core.texts.rules.dates.old_cut_offs import YEARS_BACK
from core.texts.rules.views import Span, apart, sentence_around

_DESCRIBED = pattern(
    r"(?:编制|公布|发布|形成|汇编|完成)[^，。；\n\d]{0,30}(?P<title>(?P<year>20\d{2})\s*年度?政府信息公开(?:工作)?(?:年度报告|年报))[》”]?"
    r"(?=[，,。；](?:[^。；\n]{0,24}[，,])?(?:本报告|本年报|报告|全文|年报|正文)?[^。；，\n]{0,10}"
    r"(?:(?:由|共|分|包括|包含|含)[^。；\n]{0,60}(?:部分|章|板块)|(?:电子版|全文|文本)[^。；，\n]{0,8}可[在从通于]))",
    needs=["年度报告", "年报"],
)
"""编制并向社会公布(2023年政府信息公开工作年度报告)，全文由六个部分组成: the report that is being read."""
_HEADED = pattern(
    r"^[ \u3000]*"
    r"(?P<title>《?[^《》，。；：\n\d]{0,30}政府信息公开(?:工作)?(?:年度报告|年报)》?[（(](?P<year>20\d{2})\s*年度?[）)]》?)(?=[。\n]|$)",
    re.MULTILINE,
    needs=["年度报告", "年报"],
)
"""县司法局政府信息公开工作年度报告（2024年）, by itself at the head of a paragraph."""
_MADE = pattern(
    r"(?:编制|编写|撰写|形成)(?:完成|了)?(?P<title>(?P<year>20\d{2})\s*年度?(?:年度报告|报告|年报))(?=[。，,；])",
    needs=["报告", "年报"],
)
"""县林业局编制(2025年度报告)。 in the lead, where no other report is meant."""
_EARLY = pattern(r"20\d{2}\s*年\s*[1-6]\s*月(?:\s*\d{1,2}\s*日|底|初|中旬|下旬|份)?[^。]*(?:公布|发布|公开)")
_PUBLISHED_IN_TIME = pattern("按时|按期|如期|年初|月|规定时限|期限内|已于|曾|往年|历年|均|《[^《》]*》、《")
"""按时公布2023年政府信息公开工作年度报告: what was done in the year after."""
_DONE_BEFORE = pattern(
    r"(?:按时|按期|如期|及时|提前|年初|[1-6一二三四五六]\s*月(?:\s*\d{1,2}\s*日|底|初|中旬|下旬|份|以?前)*|规定时限|期限内|曾|往年|历年|均|指导|督促|组织(?:所属|下属)"
    r"|所属[^，。；\n]{0,12}|下属[^，。；\n]{0,12}|各[^，。；\n]{1,10})[^。；\n]{0,16}?(?:编制|公布|发布|公开|报送|完成)[^。；\n]{0,24}$"
)
"""年初，我厅按时编制并公布(2023年政府信息公开工作年度报告): in a lead too it is the report of the year before."""
_DONE_BEHIND = pattern(
    r"》?(?:（[^（）\n]{0,20}）)?，?(?:也|均|已经?|都)*(?:(?<=均已)|按时|按期|如期|及时|(?:于|在)(?:当?年初|(?P<year>20\d{2})\s*年\s*)?"
    r"(?:\d{1,2}\s*月[^，。；\n]{0,6}?)?)(?:[^，。；\n]{0,12}?)(?:公布|发布|公开|报送|编制|完成)"
)
"""(2022年度政府信息公开工作年度报告)已于2023年1月19日公布, in the report on 2023."""
_THIS_ONE = pattern("现(?:向社会)?(?:将|公布|公开|发布)|特此|本报告|如下")


@lru_cache(maxsize=256)
def old_titles(text: str, year: int) -> tuple[Span, ...]:
    """Return where the lead names the report itself by an older year."""
    made = tuple(
        Span(*match.span("title"), match["year"])
        for match in _MADE.finditer(text)
        if _is_earlier(match["year"], year) and not _is_of_another(text, match)
    )
    if not any(_is_earlier(said, year) for said in phrases.YEAR_OF_TITLE.findall(text)):
        return made  # as in most leads, which the whole title takes long to be searched in
    return (
        *made,
        *(
            Span(match.start(1), match.end(), match[1])
            for match in phrases.OWN_TITLE.finditer(text)
            if _is_earlier(match[1], year)
            and not phrases.OTHER_TITLE.search(sentence_around(text, *match.span()))
            and not published_in_time(text, match.start(1), year)
        ),
    )


def _is_earlier(said: str, year: int) -> bool:
    return year - YEARS_BACK <= int(said) < year


def _is_of_another(text: str, match: re.Match[str]) -> bool:
    sentence = sentence_around(text, *match.span())
    return bool(phrases.OTHER_TITLE.search(sentence) or _PUBLISHED_IN_TIME.search(sentence))


def published_in_time(text: str, start: int, year: int) -> bool:
    """Whether a report of the year before is told as published early in this one: 2024年1月30日公布2023年…年度报告."""
    title = phrases.YEAR_OF_TITLE.match(text, start)
    if not title or title[1] != str(year - 1):
        return False
    before = text[max(text.rfind("。", 0, start), text.rfind("\n", 0, start)) + 1 : start]
    if _EARLY.search(before) and str(year) in before:
        return True
    if _THIS_ONE.search(before) or str(year + 1) in before:
        return False
    behind = _DONE_BEHIND.match(text, title.end())
    is_told = behind is not None and behind["year"] in (None, str(year))
    return is_told or bool(_DONE_BEFORE.search(before))


@lru_cache(maxsize=256)
def described_titles(text: str, year: int) -> tuple[Span, ...]:
    """Return where a report of an older year stands for this one: by its whole title, or described."""
    found = [
        Span(*match.span("title"), match["year"])
        for match in _HEADED.finditer(text)
        if _is_earlier(match["year"], year)
    ]
    for match in _DESCRIBED.finditer(text):
        is_told = str(year) in sentence_around(text, *match.span())
        if _is_earlier(match["year"], year) and not (is_told or _is_of_another(text, match)):
            found.append(Span(*match.span("title"), match["year"]))
    return tuple(found)


def titles_of_old_years(text: str, year: int, *, is_lead: bool) -> tuple[Span, ...]:
    """Return where the report itself is named by an older year: in a lead it may be by its title or described."""
    is_published = is_lead or phrases.PUBLISHES.search(text)
    titles = old_titles(text, year) if is_published else ()
    others = described_titles(text, year) if is_lead or not is_published else ()
    return (*titles, *apart(others, titles))
