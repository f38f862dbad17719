"""Rules on what a text says about itself: sums, times that cannot be, numbers of things listed (N-24 to N-26)."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from functools import lru_cache

from core.base.patterns import holds_one, pattern
from core.checks.findings import Finding
from core.checks.rules import NUMBERS, TEXTS, CheckContext, check_function, finding
from core.form.form_definition import FormDefinition, Rule
from core.form.known_cells import ALL_WAYS, CARRIED_IN, RECEIVED
from core.report.entry_text import Number, format_number
from core.report.report import Report
from core.report.shown_report import one_line
from core.report.signed_day import is_no_day, signed_day
from core.texts.claims.claim import Claim
from core.texts.claims.claims import claims
from core.texts.claims.part_of_year import ended_too_early
from core.texts.claims.results_apart import are_results_apart
from core.texts.language import phrases
from core.texts.language.text_names import text_name
from core.texts.language.vocabulary import load_vocabulary
from core.texts.reading.sentence.sentences import REQUEST_TEXTS
from core.texts.reading.sentence.share_checks import added
from core.texts.rules.cited.statute_limits import (
    EXTENDED_BY,
    are_days_taken,
    is_no_limit,
    is_to_answer,
    limits_not_given,
)
from core.texts.rules.dates.published_early import LAST_MONTH, published_too_early
from core.texts.rules.listed.clauses_listed import clauses_miscounted
from core.texts.rules.listed.items_counted import items_miscounted
from core.texts.rules.listed.parts_listed import parts_left_out, parts_miscounted
from core.texts.rules.listed.problems_listed import announced_problems_miscounted
from core.texts.rules.listed.things_listed import numeral, things_miscounted
from core.texts.rules.views import Span, places, sentence_around, typed_texts
from core.texts.sums.late_ones import wrong_rates
from core.texts.sums.result_sums import MORE_RESULTS
from core.texts.sums.shares_listed import shares_above_all
from core.texts.sums.sums import wrong_sums
from core.texts.years.year_rules_of_texts import are_changes, places_said

_SIGNED = re.compile(r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(?:(\d{1,2})\s*日)?")
_SHORT = re.compile(r"(\d{4})\s*[./．-]\s*(\d{1,2})\s*[./．-]\s*(\d{1,2})")
_DAY = re.compile(_SIGNED.pattern.removesuffix("?") + r"\D*")
_BY_HAND = r"[\s_＿]*"
_DAY_TO_COME = re.compile(
    rf"{_BY_HAND}(?:\d{{4}}|[〇○零一二三四五六七八九]{{4}})?{_BY_HAND}年{_BY_HAND}(?:\d{{1,2}}|[一二三四五六七八九十]{{1,2}})?"
    rf"{_BY_HAND}月{_BY_HAND}(?:(?:\d{{1,2}}|[一二三四五六七八九十]{{1,3}})?{_BY_HAND}日)?{_BY_HAND}"
)
"""2026年1月　日, 　　年　月　日: blanks are left for handwriting; 二〇二六年一月十五日."""
_NUMBERED = re.compile(r"[〔［\[（(【]\s*(\d{4})\s*[〕］\]）)】]")
_HOLDS_PARTS = re.compile(r"(?:编制|编写|报告|全文)[^。；]{0,60}(?:由|共|分为?|包括|包含)(?:以下|下列)?$")
"""编制，包括: what stands before the number of parts in a lead."""
_BY_LAW_BEFORE = re.compile(
    "(?:条例|法律|法定)》?(?:中|里)?(?:关于|有关|对)?所?(?:规定|要求|确定)?的?(?:答复|办理|办结)?(?:期限|时限|期)?[为是即]?(?:自?收到[^，；。]{0,10}之日起)?的?$"
)
"""(法定的)15个工作日, (法定答复期限为收到申请之日起)15个工作日, (条例关于自收到申请之日起)15个工作日"""
_LAW_KEPT = pattern(
    "(?:严守|恪守|遵守|遵循|严格|按照|依照|落实)(?:按照|遵守|执行|落实|把握|遵循|依照|对照)?(?:法定|法律规定的?|条例规定的?)(?:答复|办理|办结)?(?:时限|期限)(?:要求|规定|标准)?[^。；]{0,30}?(?:收到[^，。；]{0,10}之日起|[，在于])$"
)
"""(严守法定时限，凡收到信息公开申请，自收到之日起)15个工作日"""
_PROMISED = pattern("承诺|缩短|压缩|压减|提[前速]|力争|争取|内部|[较比]法定|优于")
_NEW_LIMIT = re.compile("(?<!延长)(?<!延期)(?<!不超过)(?<!\\d)(?:20|二十)\\s*个?工作日")
"""15个工作日为法定期限的提法已更正为(20个工作日)"""
_SHARE = re.compile(r"占[^，；。\n增减升降]{0,8}\Z|（\Z")
_PERCENT = re.compile(r"(?P<number>\d+(?:\.(?P<places>\d+))?)[%％]")
_SLACK = 0.06
_ALL = 100
"""All shares in percent."""
_FULL_WIDTH = str.maketrans(",;", "，；")
_COUNTS_THINGS = pattern(
    rf"[两{phrases.HAN_DIGITS}\d]\s*(?:[个项种类大道方点条部章板环维领块问不短主事]|件[大实要重事工任，])"
)
"""三个平台, 五部分: what every number of listed things holds."""
_MADE_OF = re.compile("组成|构成")
_CIRCLED = re.compile("([①-⑳])")
_MOST_PARTS = 6
_MONTHS = 12
_LONGEST_QUOTE = 12
_NEAR = 20
"""How far before a number the last mark of its list may stand."""


@check_function("sums_in_text", TEXTS, "meta.", NUMBERS)
def sums_in_text(context: CheckContext, rule: Rule) -> Iterable[Finding]:
    """N-24: a total and its parts, shares in percent; silent where one of them is said not to agree with a table."""
    found, year = claims(context), context.report.year
    disagreeing = [*(claim.place for claim in found if claim.agrees is False), *places_said(context)]
    for code, text in context.texts.items():
        for ratio in wrong_rates(text, year) if text else ():
            (mark,) = places(context, code, [Span(ratio.start, ratio.end)])
            told = [c for c in found if c.place.text == mark.text]
            if any(c.place.start < mark.end and mark.start < c.place.end and not _is_right_rate(c) for c in told):
                continue  # N-05 compares it with the table
            if any(p.text == mark.text and p.start <= mark.start < p.end + _NEAR for p in disagreeing):
                continue  # it follows from a number that is said to be wrong
            said = text[ratio.start : ratio.end]
            if _SHARE.search(text, max(ratio.start - _NEAR, 0), ratio.start) and _is_share_of_all(
                context, ratio.part, said
            ):
                continue  # 来信4690件。…申请52件，占49.5%: of the 105 of the table
            named = text_name(context.form, code)
            yield finding(rule, "ratio", places=[mark], text=named, said=said, how=ratio.how, right=ratio.right)
        for start, end, added_up in shares_above_all(text, year) if text else ():
            (mark,) = places(context, code, [Span(start, end)])
            if not any(p.text == mark.text and mark.start <= p.start < mark.end for p in disagreeing):
                named = text_name(context.form, code)
                variant = "shares" if added_up > _ALL else "shares_less"
                yield finding(rule, variant, places=[mark], text=named, added=format_number(added_up))
        for wrong in wrong_sums(text, year) if text else ():
            marks = places(context, code, [Span(*span) for span in wrong.numbers])
            judged = [*disagreeing, *(c.place for c in found if c.agrees and wrong.kind == "refers")]
            if any(m.text == p.text and m.start < p.end and p.start < m.end for m in marks for p in judged):
                continue  # one slip is said once, with the cell; what the table holds needs not stand above
            is_told = len(marks) > len(wrong.parts)
            if are_changes(text, year, wrong.numbers):
                continue
            if is_told and are_results_apart(found, marks[0], marks[1:], load_vocabulary(context.form.id).results):
                continue
            total = sum(wrong.parts)
            if wrong.kind == MORE_RESULTS and _is_of_carried(context, text, total):
                continue
            parts = "＋".join(map(format_number, wrong.parts[:_MOST_PARTS])).replace("＋-", "－")
            parts += f"＋…共{len(wrong.parts)}项" if len(wrong.parts) > _MOST_PARTS else ""
            values = {"total": format_number(wrong.total), "parts": parts, "added": format_number(total)}
            if wrong.kind in ("refers", "bound"):
                values["quote"] = re.split("[，；。：（）\n]", text[: wrong.end])[-1].strip()[-_LONGEST_QUOTE:]
            if wrong.kind == "less":
                values["missing"] = format_number(wrong.total - total)
            kind = "more" if wrong.kind == MORE_RESULTS else wrong.kind
            yield finding(rule, kind, places=marks, text=text_name(context.form, code), unit=wrong.unit, **values)


def _is_share_of_all(context: CheckContext, part: Number, said: str) -> bool:
    """Whether a percentage is that of a number over all applications, which the text does not tell."""
    share = _PERCENT.fullmatch(said)
    if share is None:
        return False
    slack = max(0.5 * 10.0 ** -len(share["places"] or ""), _SLACK)
    wholes = [float(whole) for way in ALL_WAYS if (whole := added(way, context.numbers))]
    return any(part <= w and abs(float(part) * _ALL / w - float(share["number"])) <= slack for w in wholes)


def _is_right_rate(claim: Claim) -> bool:
    """Whether a claim is a right rate of those dealt with: the count beside it (167件中办结151件) may be wrong."""
    return claim.key == "rate_handled" and claim.agrees is True


def _is_of_carried(context: CheckContext, text: str, results: Number) -> bool:
    """Whether results may be those of applications of the year before too."""
    applications = added((RECEIVED, CARRIED_IN), context.numbers)
    return "结转" in text or (applications is not None and results <= applications)


@check_function("times_that_cannot_be", TEXTS, "meta.year", "meta.date", "meta.doc_number")
def times_that_cannot_be(context: CheckContext, rule: Rule) -> Iterable[Finding]:
    """N-25: a report published within the year it is about, signed in another or on no day; old limits."""
    year = context.report.year
    if year is None:
        return
    for code, variant in _wrongly_signed(context.report, year):
        quote, named = one_line(context.report.meta[code]), context.form.meta[code].name
        yield finding(rule, variant, cells=[code], text=named, quote=quote, year=year, next=year + 1)
    for code, text in typed_texts(context).items():
        if not holds_one(text, ("月", "工作日", "季度")):
            continue
        early = [("partial", Span(*span)) for span in ended_too_early(context, code)]
        for variant, span in (*early, *_wrong_times(text, year, is_on_requests=code in REQUEST_TEXTS)):
            quote = context.texts[code][span.start : span.end]
            named = text_name(context.form, code)
            yield finding(rule, variant, places=places(context, code, [span]), text=named, quote=quote, year=year)


def _wrong_times(text: str, year: int, *, is_on_requests: bool) -> tuple[tuple[str, Span], ...]:
    return (
        *published_too_early(text, year),
        *_done_too_late(text, year),
        *(_old_limits(text, year, is_on_requests=is_on_requests) or _other_limits(text, year)),
        *_no_dates(text, year),
    )


@lru_cache(maxsize=256)
def _done_too_late(text: str, year: int) -> tuple[tuple[str, Span], ...]:
    """Return what is told as done on a day after the report has to be public."""
    found = []
    for match in phrases.DONE_LATER.finditer(text) if str(year + 1) in text or str(year + 2) in text else ():
        before = sentence_around(text, *match.span()).partition(match[0])[0]
        clause = re.split("[，；。]", before)[-1] + re.split("[，；。\n]", text[match.end() :], maxsplit=1)[0]
        day = int(match["year"]), int(match["month"])
        if (year + 1, LAST_MONTH) < day <= (year + 2, _MONTHS) and not phrases.STILL_TO_COME.search(clause):
            found.append(("later", Span(*match.span("date"))))
    return tuple(found)


@lru_cache(maxsize=256)
def _old_limits(text: str, year: int, *, is_on_requests: bool) -> tuple[tuple[str, Span], ...]:
    """Return where applications are answered within the 15 days of the statute of 2007, or later by 15."""
    if year < phrases.NEW_STATUTE_YEAR:
        return ()
    text = text.translate(_FULL_WIDTH)
    found = {m.span("days") for m in phrases.EXTENSION.finditer(text) if not is_no_limit(text, m.start("days"))}
    for match in phrases.FIFTEEN_DAYS.finditer(text):
        sentence = sentence_around(text, *match.span())
        before, _, after = sentence.partition(match[0])
        *earlier, clause = re.split("[，；]", before)
        clause = earlier[-1] if earlier and not clause and earlier[-1].startswith(("对", "针对")) else clause
        clause += re.split("[，；]", after)[0]  # 对群众来信，15个工作日内答复
        sentence = EXTENDED_BY.sub("", before.rpartition("；")[2] + after.partition("；")[0])
        is_named = is_to_answer(before, after)
        is_answer = is_named or phrases.ANSWERED.search(sentence)
        is_answer = is_answer or (
            phrases.ANSWER.search(clause)
            and (is_on_requests or phrases.ON_REQUESTS.search(text) or phrases.OF_THE_STATUTE.search(before + after))
        )
        is_by_law = phrases.BY_LAW.match(after) or _BY_LAW_BEFORE.search(before) or _is_kept(before, sentence)
        is_by_law = is_by_law and not _NEW_LIMIT.search(sentence)
        is_other = (phrases.OTHER_LIMIT.search(clause) and not is_named) or (
            phrases.OWN_LIMIT.search(sentence) and not is_by_law
        )
        is_counted = not is_named and (phrases.COUNTED.search(after[:_NEAR]) or are_days_taken(before, after))
        if is_answer and not is_other and not is_counted:
            found.add(match.span())
    return tuple(("limit", Span(*span)) for span in sorted(found)[:1])


def _other_limits(text: str, year: int) -> tuple[tuple[str, Span], ...]:
    return limits_not_given(text) if "工作日" in text and year >= phrases.NEW_STATUTE_YEAR else ()


def _is_kept(before: str, sentence: str) -> bool:
    """Whether a limit is told as the one by law that is kept: 严守法定时限，自收到之日起15个工作日内."""
    return bool(_LAW_KEPT.search(before)) and not _PROMISED.search(sentence)


@lru_cache(maxsize=256)
def _no_dates(text: str, year: int) -> tuple[tuple[str, Span], ...]:
    """Return days that no calendar has, such as 2月30日."""
    periods = [match.span() for match in phrases.PERIOD.finditer(text)]  # N-09 looks at them
    months = tuple(("date", Span(*match.span())) for match in phrases.NO_MONTH.finditer(text))
    return months + tuple(
        ("date", Span(*match.span()))
        for match in phrases.DATE.finditer(text)
        if not any(start <= match.start() < end for start, end in periods)
        and not _is_date(int(match["year"] or year), int(match["month"]), int(match["day"]))
    )


def _wrongly_signed(report: Report, year: int) -> list[tuple[str, str]]:
    """Return the fields whose day does not exist or is of another year than the one after the report's, with which."""
    found = []
    written = signed_day(one_line(report.meta.get("meta.date", "")))
    short = _SHORT.fullmatch(written)
    signed = short or _SIGNED.search(written)
    is_day = signed and _is_date(int(signed[1]), int(signed[2]), int(signed[3] or 1))
    if written and not (is_day if short else _DAY.fullmatch(written) or _DAY_TO_COME.fullmatch(written)):
        found.append(("meta.date", "no_date"))
    elif (signed and not is_day) or is_no_day(written):
        found.append(("meta.date", "date"))
    elif signed and int(signed[1]) != year + 1:
        found.append(("meta.date", "signed"))
    numbered = _NUMBERED.search(report.meta.get("meta.doc_number", ""))
    if numbered and int(numbered[1]) != year + 1:
        found.append(("meta.doc_number", "signed"))
    return found


def _is_date(year: int, month: int, day: int) -> bool:
    return 1 <= month <= _MONTHS and 1 <= day <= monthrange(year, month)[1]


@check_function("numbers_of_listed_things", TEXTS)
def numbers_of_listed_things(context: CheckContext, rule: Rule) -> Iterable[Finding]:
    """N-26: 五部分内容 behind the names of six; 四个方面 before 一是 to 三是."""
    for code, text in typed_texts(context).items():
        if not (_COUNTS_THINGS.search(text) or _MADE_OF.search(text)):
            continue  # as most texts
        for variant, span, said, listed in _miscounted(text, context.form, is_lead=code == "lead"):
            values = {"text": text_name(context.form, code), "quote": text[span.start : span.end]}
            yield finding(rule, variant, places=places(context, code, [span]), said=said, listed=listed, **values)


@lru_cache(maxsize=256)
def _miscounted(text: str, form: FormDefinition, *, is_lead: bool) -> tuple[tuple[str, Span, int, int], ...]:
    """Return the numbers of things that are not so many, parts of the report first: what is said, what is listed."""
    parts = [*_sections_miscounted(text, form, is_lead=is_lead), *parts_left_out(text)]
    told = {span.start for span, _, _ in parts}
    counted = (_points_miscounted, things_miscounted, items_miscounted, clauses_miscounted, parts_miscounted)
    more = (_same_words_miscounted, _problems_miscounted, announced_problems_miscounted)
    others = [one for count in (*counted, *more) for one in count(text)]
    return (
        *(("parts", *found) for found in parts),
        *(("", *found) for found in others if found[0].start not in told),
    )


def _sections_miscounted(text: str, form: FormDefinition, *, is_lead: bool) -> tuple[tuple[Span, int, int], ...]:
    """Return how many parts a report is said to have, where the form has another number."""
    found = []
    for match in phrases.PARTS_OF_REPORT.finditer(text) if is_lead or "报告" in text or "总体情况" in text else ():
        said = numeral(match["number"])
        sentence = sentence_around(text, *match.span())
        listed = len([names for names in phrases.SECTION_NAMES if names.search(sentence)])
        is_said = bool(is_lead and _HOLDS_PARTS.search(text[: match.start()]))
        if not is_said and not phrases.OF_REPORT.search(sentence) and listed < phrases.ENOUGH_SECTIONS:
            continue
        expected = len(form.sections)  # what is listed in other words is not counted for sure
        expected += "引言" in sentence and said == expected + 1
        if said is not None and said != expected:
            found.append((Span(*match.span("said")), said, expected))
    return tuple(found)


def _points_miscounted(text: str) -> tuple[tuple[Span, int, int], ...]:
    """Return how many points are announced, where 一是、二是 count another number."""
    found = []
    for match in phrases.POINTS.finditer(text):
        listed = 0
        end = text.find("\n", match.end())
        end = end if end >= 0 else len(text)
        shape = next(
            s
            for s in (phrases.FIRST_IS, phrases.ITEM_IN_LINE, _CIRCLED, phrases.LISTED)
            if s.match(text, match.end()) or s is phrases.LISTED
        )
        for item in shape.finditer(text, match.end(), end):
            number = numeral(item[1])
            if number != listed + 1:
                break
            listed += 1
        said = numeral(match["number"])
        if listed > 1 and said is not None and said != listed:
            found.append((Span(*match.span("said")), said, listed))
    return tuple(found)


def _same_words_miscounted(text: str) -> tuple[tuple[Span, int, int], ...]:
    """Return 三个严格 before another number of clauses that begin with 严格."""
    found = []
    for match in phrases.SAME_WORDS.finditer(text):
        behind = text[match.end() :].partition("。")[0].partition("\n")[0]
        listed_things = behind.partition("：")[2] or behind.partition("，")[2]
        mark = "；" if "；" in listed_things else "、" if "、" in listed_things else "，"
        clauses = [clause for clause in listed_things.split(mark) if clause]
        said, listed = numeral(match["number"]), len(clauses)
        is_list = listed > 1 and all(clause.startswith(match["word"]) for clause in clauses)
        if is_list and said is not None and said != listed:
            found.append((Span(*match.span("said")), said, listed))
    return tuple(found)


def _problems_miscounted(text: str) -> tuple[tuple[Span, int, int], ...]:
    """Return 上述三个问题 behind a list of another number of problems, between semicolons."""
    found = []
    for match in phrases.PROBLEMS_MEANT.finditer(text):
        before, _, near = text[: match.start()].rpartition("。")
        listed = before.rpartition("：")[2].split("；") if len(near) <= _NEAR else []
        said = numeral(match["number"])
        if len(listed) > 1 and "。" not in "".join(listed) and said is not None and said != len(listed):
            found.append((Span(*match.span("said")), said, len(listed)))
    return tuple(found)
