"""Rules on how a text is worded: years, period and numbering (N-08, N-09, N-13)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import groupby
from typing import Any

from core.base.patterns import pattern
from core.checks.findings import Finding
from core.checks.rules import NUMBERS, TEXTS, CheckContext, check_function, finding
from core.form.form_definition import FormDefinition, Rule
from core.texts.language import phrases
from core.texts.language.numbers import han_number, plain_text
from core.texts.language.phrases import HAN_DIGITS
from core.texts.language.text_names import text_name
from core.texts.rules.comparison_rules import told_of_last_year
from core.texts.rules.dates.coming_years import done_in_coming_years, planned_beyond_next_year
from core.texts.rules.dates.coming_years_counted import told_of_coming_years
from core.texts.rules.dates.old_cut_offs import YEARS_BACK, cut_off_in_old_years
from core.texts.rules.dates.old_dates import OLD_PAPERS, done_in_old_years, is_of_that_year, without_own_year
from core.texts.rules.dates.old_titles import published_in_time, titles_of_old_years
from core.texts.rules.dates.own_year_compared import compared_with_itself
from core.texts.rules.dates.plans import wrong_hopes, wrong_plans
from core.texts.rules.dates.report_periods import OTHER_YEARS, periods_in_months
from core.texts.rules.dates.year_digits import garbled_years
from core.texts.rules.dates.years_beside import faults_of_coming_years, named_otherwise, with_digits
from core.texts.rules.dates.years_left import years_left
from core.texts.rules.listed.items_begun import stands_before
from core.texts.rules.views import Span, apart, places, quotes, sentence_around, typed_texts

# ---------------------------------------------------------------- N-08: years

_PLANS = "s5"
"""The text that tells what the next year shall bring."""
_NOTHING_CARRIED = pattern(
    "(?<=[，；])(?:也|均|目前|年末|全年)?(?:无|没有|不存在|未有|未发生|未产生)[^，；。]{0,8}(?:结转|未结)(?!过来|[来自])[^，；。]{0,10}(?=[，；。]|$)"
)
"""，无结转: says nothing of another year."""
_THAN_LAST_YEAR = pattern(
    "(?:[比较](?:上年|去年|上一年)(?:度的?\\d+[件条次份])?(?:同期)?|同比)[均都有所略稳步]*(?:增长|增加|减少|下降|上升)?"
)
_NEWLY, _CARRIED = pattern("度?(?:全年)?共?新[收增](?!的)"), pattern("(?:上年|去年)?结转")
"""结转 behind 2023年新收17件: both rows belong to the year at the head."""
_PRAISED_AGAIN = pattern(
    "(?:已?连续第?[一两二三四五六七八九十\\d]+(?:个?年度?|次)|再次|蝉联|继续)*(?:获评|被评|荣获|获得|获|位居|位列|入选|保持|被授予)[^，。；]*"
)
_ALL_ITS_WORK = pattern(
    "^[\\s]*□□□(?:上年|他年)度?，?[^，。；]{0,14}(?:坚持|围绕|聚焦|紧扣|立足|高度重视|认真|严格|深入|扎实|积极|不断|全面|持续)[^。；]*?，全年[^，。；]{0,24}\\d"
)
"""2023年，某县坚持…，全年发布信息6842条，(连续第三年获评先进县): a whole year of its own; praise compares no years."""
_AND_THIS_YEAR = pattern(
    "[^。；\\n]*\\d[件条次][^。；\\n]*[，；]而?(?:今年|本年度?)[^，。；\\d\\n]{0,12}\\d+[件条次]"
    "|[^。；\\n]*[，；]而?(?:今年|本年度?)(?:是|为|系|属)?(?:首次|首例|首件|第一[次件])"
)
"""2023年(我局败诉1件，教训深刻，今年行政诉讼2件)均维持, 2020年(没有复议，今年是首次): both years are told of."""

_SAME_OF_THIS_YEAR = pattern(
    "(?:今年|本年度?|□□□本年度?)(?:全年|共|，)*(?P<verb>[\\u4e00-\\u9fff]{2})(?P<what>[^，。；\\d\\n]{0,10})(?P<count>\\d+[件条次份])[^。；\\n]*；$"
)
"""(本年发出收费通知1件，…；)2021年发出2件: the same was told of this year, with another number."""


@check_function("leftover_years", TEXTS, "meta.", NUMBERS)
def leftover_years(context: CheckContext, rule: Rule) -> Iterable[Finding]:
    """N-08: years of earlier reports, or of the one to come, where the report year is meant."""
    year = context.report.year
    if year is None:
        return
    title = context.report.meta.get("meta.title", "")
    years = phrases.YEAR_IN_TITLE.findall(title)
    if years and str(year) not in years:
        yield finding(rule, "title", cells=["meta.title"], title=title.strip(), year=year)
    elif title.strip() and not years and not phrases.YEAR_IN_WORDS.search(title):
        yield finding(rule, "no_year", cells=["meta.title"], title=title.strip(), year=year)
    for code, printed in typed_texts(context).items():
        if "年" not in printed:
            continue  # as most texts
        text = with_digits(printed)
        plans, spans = wrong_plans(text, year), _old_years_or_titles(text, year, is_lead=code == "lead")
        if code == _PLANS:
            plans = (*plans, *apart(wrong_hopes(text, year), plans))
            plans = (*plans, *apart(planned_beyond_next_year(text, year), plans))
        else:
            spans = (*spans, *apart(told_of_coming_years(context, code, text, year), spans))
        spans = (*spans, *apart((*named_otherwise(text, year), *faults_of_coming_years(text, year)), spans))
        spans = tuple(apart(spans, plans))
        if not (spans or plans):
            spans = tuple(Span(*span, str(year - 1)) for span in told_of_last_year(context, code))
        near, far = ([p for p in plans if (int(p.what) > year) == is_far] for is_far in (False, True))
        itself = compared_with_itself(text, year) if code != _PLANS else []
        told = (("digits", garbled_years(text, year)), ("", spans), ("plan", near), ("far", far), ("itself", itself))
        for variant, some in told:
            if some:
                said = "、".join(dict.fromkeys(f"{span.what}年" for span in some))
                near_years = {"year": f"{year}", "next": f"{year + 1}", "last": f"{year - 1}"}
                values = {
                    "text": text_name(context.form, code),
                    "years": said,
                    "quotes": quotes(context.texts[code], some),
                }
                yield finding(rule, variant, places=places(context, code, some), **near_years, **values)


@lru_cache(maxsize=256)
def _old_years_or_titles(text: str, year: int, *, is_lead: bool) -> tuple[Span, ...]:
    return _old_years(text, year) or titles_of_old_years(text, year, is_lead=is_lead)


def _old_years(text: str, year: int) -> tuple[Span, ...]:
    plain = plain_text(text, year)
    spans: list[Span] = []
    for match in phrases.OLD_YEAR.finditer(plain.text):
        start = plain.places[match.start()]
        said = re.match(r"\d{4}", text[start : start + 4])
        if not said or not year - YEARS_BACK <= int(said[0]) < year:
            continue
        sentence = sentence_around(plain.text, match.start(), match.end())
        if published_in_time(text, start, year):
            continue
        before = plain.text[max(match.start() - 30, 0) : match.start()]
        after = plain.text[match.end() : match.end() + 32]
        others = sentence if "当年" in sentence else _NOTHING_CARRIED.sub("", sentence)
        others = _CARRIED.sub("", others) if _NEWLY.match(after) else others
        others = _THAN_LAST_YEAR.sub("", others) if phrases.BEGINS_WITH_YEAR.match(sentence) else others
        others = phrases.THAN_HOPED.sub("", OLD_PAPERS.sub("", without_own_year(others)))
        if _ALL_ITS_WORK.search(sentence) and "今年" not in sentence:
            others = _PRAISED_AGAIN.sub("", others)
        is_compared = (phrases.COMPARES.search(others) and not _shifted(sentence)) or _contrasts(
            plain.text, match.start()
        )
        is_compared = is_compared or _AND_THIS_YEAR.match(plain.text, match.end()) is not None
        is_compared = is_compared or _is_told_of_this_year(plain.text, match.start(), match.end())
        is_compared = is_compared or is_of_that_year(plain.text, match.start(), match.end())
        if is_compared or not phrases.SUBJECT.search(before) or not phrases.GOES_ON.match(after):
            continue
        end = plain.places[min(match.end() + 8, len(plain.text))]
        spans.append(Span(start, _end_of_clause(text, start, end), said[0]))
    spans += [
        Span(plain.places[m.start()], plain.places[m.end() - 1] + 1, str(year - 1))
        for m in phrases.HEADING.finditer(plain.text)
    ]
    spans += [
        Span(*m.span("title"), m["year"]) for m in phrases.NUMBERED_HEADING.finditer(text) if int(m["year"]) < year
    ]
    spans += done_in_old_years(text, year)
    spans += done_in_coming_years(text, year)
    spans += cut_off_in_old_years(text, year)
    spans += [
        Span(*m.span(), m[1])
        for m in phrases.CARRIED_LONG_AGO.finditer(text)
        if year - YEARS_BACK <= int(m[1]) < year - 1 and not re.search(f"{year - 1}|[上去]年|上一年", text)
    ]
    spans += apart(years_left(plain, text, year), spans)
    return tuple(dict.fromkeys(spans))


def _is_told_of_this_year(plain: str, start: int, end: int) -> bool:
    """Whether the part before tells of this year what is told of an earlier one here, by the same verb."""
    begin = max(plain.rfind(mark, 0, start) for mark in "。！？\n") + 1
    told = _SAME_OF_THIS_YEAR.search(plain, begin, start)
    if told is None:
        return False
    said = f"[度全年共，]*{told['verb']}(?:{re.escape(told['what'])})?[了共]*(\\d+.)"
    again = re.compile(said).match(plain, end)
    return again is not None and again[1] != told["count"]


def _contrasts(plain: str, start: int) -> bool:
    """Whether a sentence beside it (2023年收到申请1件。) tells the same of the report year as this one of another."""
    paragraph, _, sentence = plain[:start].rpartition("\n")[2].rpartition("。")
    before, after = paragraph.rpartition("。")[2], sentence + plain[start:].partition("。")[0]
    behind = plain[start:].partition("\n")[0].partition("。")[2].partition("。")[0]
    if behind.startswith(("□□□本年", "今年", "本年")) and any(word in behind and word in after for word in _TOLD_OF):
        return True
    return "□□□本年" in before and any(word in before and (word in after or "同类" in after) for word in _TOLD_OF)


_TOLD_OF = ("申请", "复议", "诉讼", "行政许可", "行政处罚", "规范性文件")


def _shifted(sentence: str) -> bool:
    """Whether last year is compared with the year before it, and the report year not named: a copy of last year."""
    return bool(phrases.SHIFTED.search(sentence)) and "□□□本年" not in sentence


def _end_of_clause(text: str, start: int, end: int) -> int:
    """Return where a quote of a leftover year ends: at the next mark, or where it is long enough."""
    mark = re.search(r"[，。；：\n]", text[start + 5 : end])
    return start + 5 + mark.start() if mark else end


# ---------------------------------------------------------------- N-09: period

_ABOUT_PERIOD = pattern(
    "统计|期限|时限|数据|报告期|跨度|时间范围|本年?报告?[\u4e00-\u9fff]{0,8}时间"
    r"|(?:报告|年报)[\u4e00-\u9fff]{0,8}(?:反映|涵盖|覆盖|总结|汇总|记载|记录|体现|介绍)了?的?[是为]?\s*(?=\d{4}\s*年[^。；]{0,48}(?:信息|政务)公开)"
)
"""数据统计期限, 本报告反映2024年…政府信息公开工作情况: the period is that of the report."""


_AFTER_THE_YEAR = pattern("采集|编制|编写|报送|填报|下载|公示|审核|查阅")
"""年报数据(采集时间为)2025年1月1日至1月15日: of the work on the report."""
_NEAR = 12


@check_function("period", TEXTS, "meta.year")
def period(context: CheckContext, rule: Rule) -> Iterable[Finding]:
    """N-09: the period must be the whole report year."""
    year = context.report.year
    if year is None:
        return
    for code, text in typed_texts(context).items():
        spans = _wrong_periods(text, year) if "日" in text or "." in text else ()
        for span in (*spans, *apart(periods_in_months(text, year), spans)):
            place = places(context, code, [span])
            yield finding(rule, places=place, text=text_name(context.form, code), quote=span.what, year=year)


@lru_cache(maxsize=256)
def _wrong_periods(text: str, year: int) -> tuple[Span, ...]:
    spans: list[Span] = []
    for match in (*phrases.PERIOD.finditer(text), *phrases.PERIOD_IN_DOTS.finditer(text)):
        first, last = int(match[1]), int(match[4] or match[1])
        days = tuple(map(int, match.group(2, 3, 5, 6)))
        is_right = (first, last) == (year, year) and days == (1, 1, 12, 31)
        sentence = sentence_around(text, *match.span())
        is_new = first == last == year and days[2:] == (12, 31) and phrases.SET_UP.search(sentence)
        is_after = first == year + 1 and _AFTER_THE_YEAR.search(text, max(match.start() - _NEAR, 0), match.start())
        if not (is_right or is_new or is_after or OTHER_YEARS.search(sentence)) and _ABOUT_PERIOD.search(sentence):
            spans.append(Span(*match.span(), re.sub(r"\s", "", match[0])))
    ends = [m for m in phrases.STATISTICS_END.finditer(text) if tuple(map(int, m.groups())) != (year, 12, 31)]
    return (*spans, *(Span(*match.span(), re.sub(r"\s", "", match[0])) for match in ends))


# ---------------------------------------------------------------- N-13: numbering

_LISTS = (
    (phrases.IN_BRACKETS, "（{}）"),
    (phrases.FIRST_IS, "{}是"),
    (phrases.FIRST_MUST, "{}要"),
    (phrases.ORDINAL, "第{}"),
    (phrases.THIRDLY, "其{}"),
    (phrases.ITEM, "{}."),
    (phrases.HAN_ITEM, "{}、"),
    (pattern(r"(?:^|(?<=[：:；;。]))[ \u3000]*[（(](\d{1,2})[)）]", re.MULTILINE, needs=["（", "("]), "（{}）"),
    (pattern(r"(?:^|(?<=[：:；;。]))[ \u3000]*(\d{1,2})[)）]", re.MULTILINE, needs=["）", ")"]), "{}）"),
    (pattern(r"(?:^|(?<=[：:；;。]))[ \u3000]*([①-⑳])", re.MULTILINE), "{}"),
    (pattern(r"^[ \u3000]*注[ \u3000]*(\d{1,2})[：:]", re.MULTILINE, needs=["注"]), "注{}："),
)
_CIRCLED = ord("①") - 1
_NUMBERED = pattern(
    rf"[{HAN_DIGITS}\d①-⑳注](?:(?<=[①-⑳注])|(?<=[其第][{HAN_DIGITS}])|(?<=[{HAN_DIGITS}])[是要、)）]"
    r"|(?<=\d)(?<![^：:；;。（( \u3000\n注]\d)\d?[)）.．、：:])"
)
"""What every item of a list holds, of whatever kind: most texts are passed over at once."""

_NOTE = pattern("(?:备|附)?注[：:]")
"""What a note begins with, behind which its first item stands."""
_ITEM_OF_NOTE = pattern(r"(?:^|(?<=[：:；;。，/\s]))(\d{1,2})[.．、](?!\d)", re.MULTILINE)
"""注：1.… / 3.…: the items of a note in one line, whatever stands between them."""


@check_function("title_names_report", "meta.title")
def title_names_report(context: CheckContext, rule: Rule) -> Iterable[Finding]:
    """F-05: the title calls it 年度报告, whatever an office is used to write over it."""
    title = context.report.meta.get("meta.title", "").strip()
    if title and not phrases.KIND_OF_REPORT.search("".join(title.split())):
        yield finding(rule, cells=["meta.title"], title=title)


@check_function("numbering", TEXTS)
def numbering(context: CheckContext, rule: Rule) -> Iterable[Finding]:
    """N-13: （一）（二） and 一是、二是 follow each other; the parts are complete and carry Chinese numerals."""
    for code, text in typed_texts(context).items():
        for variant, span, found, expected in _jumps(text):
            values = {"text": text_name(context.form, code), "found": found, "expected": expected}
            yield finding(rule, variant, places=places(context, code, [span]), **values)
    if context.printed_form:
        for variant, named in title_slips(context.printed_form.titles, context.form):
            yield finding(rule, variant, places=(), **named)
        for found, expected in _part_jumps(context.printed_form.part_numbers):
            yield finding(rule, text="第一部分小标题", part="第一部分", found=found, expected=expected)
        for found, expected in context.printed_form.reworded:
            yield replace(finding(rule, "words", found=found, expected=expected), topic=found)


def _part_jumps(numbers: Sequence[str]) -> list[tuple[str, str]]:
    """Return the first break in the numbers of sub-headings, as printed; nothing where a list within a part is begun.

    Our own output numbers them itself, so this is for what was imported: （三） and then （五）.
    """
    if sum(number.startswith(("（一", "(一")) for number in numbers) > 1:
        return []
    jump = _first_jump(text := "\n".join(numbers), [*phrases.IN_BRACKETS.finditer(text)], "（{}）")
    return [jump[2:]] if jump else []


def title_slips(titles: Sequence[str], form: FormDefinition) -> list[tuple[str, dict[str, Any]]]:
    """Return what is wrong with the section titles of a published report, as printed and in their order (N-13).

    Our own output writes the titles itself, so this is for what was imported. Each slip is a sentence of the rule and
    what it names; where no title at all is known, nothing is said.
    """
    expected = list(form.sections.values())
    cores = [phrases.TITLE_NUMBER.sub("", title).strip() for title in titles]
    known = [{s.title[2:], *(synonym[2:] for synonym in s.synonyms)} for s in expected]
    places = [next((i for i, names in enumerate(known) if core in names), -1) for core in cores]
    slips: list[tuple[str, dict[str, Any]]] = [
        ("title", {"found": title.replace(" ", ""), "expected": f"{HAN_DIGITS[place]}、{core}"})
        for title, core, place in zip(titles, cores, places, strict=True)
        if place >= 0 and not re.match(rf"\s*{HAN_DIGITS[place]}、", title)
    ]
    missing = [s for i, s in enumerate(expected) if i not in places]
    if missing and len(missing) < len(expected):
        named = "、".join(f"“{s.title}”" for s in missing)
        slips.append(("missing", {"titles": named, "parts": tuple(s.part for s in missing)}))
    seen = [place for place in places if place >= 0]
    if seen != sorted(seen):
        slips.append(("order", {}))
    return slips


@lru_cache(maxsize=256)
def _jumps(text: str) -> tuple[tuple[str, Span, str, str], ...]:
    """Return the first break of each kind of numbering: sentence, place, what stands there, what is expected."""
    if not _NUMBERED.search(text):
        return ()
    found = [_first_jump(text, _items(text, pattern), shape) for pattern, shape in _LISTS]
    for _, line in groupby(phrases.ITEM_IN_LINE.finditer(text), lambda item: text.count("\n", 0, item.start())):
        items = [*line]
        if len(items) > 1:
            found.append(_first_jump(text, items, "{}."))
    note = _NOTE.match(text)
    if note and not any(found):
        found.append(_first_jump(text, [*_ITEM_OF_NOTE.finditer(text)], "{}."))
    first = phrases.ITEM_IN_LINE.match(text, note.end()) if note else None
    if first and first[1] != "1" and not any(found):
        found.append(("start", Span(*first.span(1)), f"{first[1]}.", "1."))
    for match in phrases.WRONG_TITLE.finditer(text):
        right = f"{HAN_DIGITS[int(match[2]) - 1]}、{match[3]}"
        found.append(("style", Span(match.start(1), match.end(3)), re.sub(r"\s", "", match[0]), right))
    return tuple(jump for jump in found if jump and not stands_before(text, *jump))


def _items(text: str, pattern: re.Pattern[str]) -> list[re.Match[str]]:
    """Return the items of a list; of one in lines of its own also those before: 注：1.… and 2.… in the next line."""
    items = [*pattern.finditer(text)]
    if not items or pattern is not phrases.ITEM:
        return items
    return [*phrases.ITEM_IN_LINE.finditer(text, 0, items[0].start()), *items]


def _first_jump(text: str, matches: Sequence[re.Match[str]], shape: str) -> tuple[str, Span, str, str] | None:
    """Return the first break of one kind of numbering; None where the numbers follow each other."""
    items = [(match, _value(match[1])) for match in matches]
    last = 0
    for i, (match, number) in enumerate(items):
        span = Span(match.start(1), match.end(1))
        if number == 1 or number == last + 1:
            last = number
            continue
        if i == 0:
            if len(items) > 1 and items[1][1] < number:
                return None  # （八）…；（七）…: rows of the form, told from below
            has_more = len(items) > 1 and items[1][1] == number + 1
            is_begun = phrases.BEGUN.search(text[: match.start()])
            if has_more and not is_begun and shape != "（{}）":  # （二）（三） may be printed sub-headings
                return "start", span, shape.format(match[1]), shape.format(_like(match[1], 1))
            last = number
            continue
        before = items[i - 1][0][1]
        return "", span, shape.format(before), shape.format(_like(match[1], last + 1))
    return None


def _value(numeral: str) -> int:
    if numeral.isdecimal():
        return int(numeral)
    return ord(numeral) - _CIRCLED if _is_circled(numeral) else han_number(numeral) or 0


def _is_circled(numeral: str) -> bool:
    return "①" <= numeral <= "⑳"  # for Python no digits from ⑩ on


def _like(numeral: str, number: int) -> str:
    """Return a number in the numerals of another one."""
    if numeral.isdecimal():
        return str(number)
    if _is_circled(numeral):
        return chr(_CIRCLED + number)
    tens, ones = divmod(number, 10)
    return ("" if not tens else "十" if tens == 1 else f"{HAN_DIGITS[tens - 1]}十") + (
        HAN_DIGITS[ones - 1] if ones else ""
    )
