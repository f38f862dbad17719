"""Rules on what a section must say: N-14 to N-19."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from core.checks.blanks import says_nothing
from core.checks.findings import Finding, Place
from core.checks.rules import TEXTS, CheckContext, check_function, finding, kind_of_unit
from core.form.form_definition import Rule
from core.report.entry_text import Number, count_characters, format_number
from core.texts.claims.claim import Claim
from core.texts.claims.claims import claims
from core.texts.language import phrases
from core.texts.language.numbers import numbers_in, plain_text
from core.texts.language.vocabulary import load_vocabulary
from core.texts.rules import repetition
from core.texts.rules.comparison_rules import claim_finding, disagreeing
from core.texts.rules.improvement import tells_improvement
from core.texts.rules.views import OVERVIEW, Span, places, typed_texts

_SHORTEST_OVERVIEW = 100
_MANY = 2
_HEADED = re.compile("^[ \u3000]*[（(]五[）)][ \u3000]*监督保障", re.MULTILINE)
"""（五）监督保障 as a heading that was typed into section 一."""
_FEES = {"fee_notices": "fee.notices", "fee_billed": "fee.billed", "fee_collected": "fee.collected"}
"""Keys of the three numbers of section 六 in a text, and their cells."""


@check_function("five_aspects", *OVERVIEW)
def five_aspects(context: CheckContext, rule: Rule) -> Iterable[Finding]:
    """N-14: section 一 speaks of the five aspects; one finding names all that are missing.

    Where it has sub-headings, N-14c says which of them are empty; where it is blank, C-03 says so.
    """
    whole = context.texts.get("s1", "")
    if says_nothing(whole) or not all(says_nothing(context.texts.get(code, "")) for code in phrases.ASPECTS):
        return
    missing = [code for code, pattern in phrases.ASPECTS.items() if not pattern.search(whole)]
    if missing:
        names = "、".join(context.form.texts[code].name for code in missing)
        yield finding(rule, places=[Place(code, 0, 0) for code in missing], missing=names)


@check_function("empty_headings", TEXTS)
def empty_headings(context: CheckContext, rule: Rule) -> Iterable[Finding]:
    """N-14c: a sub-heading without text; all those of a section are printed as soon as one of them has a text."""
    form = context.form
    for section in form.sections.values():
        headed = [code for code in form.texts_of(section.key) if form.texts[code].heading]
        empty = [code for code in headed if _is_empty(context.texts.get(code, ""), form.texts[code].heading)]
        for code in empty if len(empty) < len(headed) else ():
            if phrases.NOTHING.match(context.texts.get(code, "").strip()):
                continue  # N-12 says so
            heading = form.texts[code].heading
            yield finding(rule, places=[Place(code, 0, 0)], part=section.part, heading=heading)
        for code in section.contents if context.texts else ():
            text = typed_texts(context).get(code, "")
            for match in phrases.HEADING_ALONE.finditer(text) if "\n" in text else ():
                mark = places(context, code, [Span(*match.span("heading"))])
                yield finding(rule, places=mark, part=section.part, heading=match["heading"])


def _is_empty(text: str, heading: str) -> bool:
    """Whether a text below a sub-heading has nothing to say, but perhaps 无 or the heading once more."""
    if phrases.NOTHING.match(text.strip()):
        return True
    if any(char.isalnum() and char not in heading for char in text):
        return False  # as in most texts
    return says_nothing(text) or re.sub(r"\W", "", text) in re.sub(r"\W", "", heading)


@check_function("length_of_overview", *OVERVIEW)
def length_of_overview(context: CheckContext, rule: Rule) -> Iterable[Finding]:
    """N-14b: section 一 should not exceed 1000 characters."""
    limit = context.form.sections["s1"].limit
    written = [code for code in OVERVIEW if context.texts.get(code)]
    count = sum(count_characters(context.texts[code]) for code in written)
    if limit and count > limit:
        yield finding(rule, places=[Place(code, 0, 0) for code in written[:1]], count=count, limit=limit)


@check_function("oversight_of_governments", *OVERVIEW, "meta.unit", "meta.unit_type")
def oversight_of_governments(context: CheckContext, rule: Rule) -> Iterable[Finding]:
    """N-15: governments report on 工作考核, 社会评议 and 责任追究."""
    if kind_of_unit(context, "meta.unit_type") not in rule.params["unit_types"]:
        return
    told = context.texts.get("s1.oversight", "").strip()
    place = "s1.oversight" if told else "s1" if _HEADED.search(context.texts.get("s1", "")) else ""
    if not place:
        return  # N-14 says so
    whole = "\n".join(context.texts.get(code, "") for code in OVERVIEW)
    missing = [name for name, pattern in phrases.GOVERNMENT_DUTIES.items() if not pattern.search(whole)]
    if missing:
        yield finding(rule, places=[Place(place, 0, 0)], missing="、".join(missing))


@check_function("problems_and_measures", "s5", "meta.year")
def problems_and_measures(context: CheckContext, rule: Rule) -> Iterable[Finding]:
    """N-16: section 五 tells problems and improvements."""
    text = context.texts.get("s5", "").strip()
    count = count_characters(text)
    if says_nothing(text):
        return  # C-03 says so
    words = load_vocabulary(context.report.form_id)
    if phrases.NOTHING.match(text):
        variant = "empty"
    elif count < rule.params["shortest"]:
        variant = "short"
    elif not words.words["problem"].search(phrases.DENIED_PROBLEM.sub("", text)):
        variant = "problem"
    elif not tells_improvement(text, words, context.report.year):
        variant = "measure"
    else:
        return
    yield finding(rule, variant, places=[Place("s5", 0, len(context.report.texts.get("s5", "")))], count=count)


@check_function("fee_statement", TEXTS, "fee.")
def fee_statement(context: CheckContext, rule: Rule) -> Iterable[Finding]:
    """N-17: section 六 states 信息处理费 by its name, with the amounts that were entered."""
    text = typed_texts(context).get("s6", "")
    whole = [Place("s6", 0, len(context.report.texts.get("s6", "")))]
    if not (says_nothing(text) or phrases.FEE.search(text) or _tells_fees(context, rule)):
        yield finding(rule, "missing", places=whole)
    wrong = [Span(*m.span()) for m in phrases.WRONG_FEE.finditer(text)]
    if wrong:
        term = text[wrong[0].start : wrong[0].end]
        yield finding(rule, "term", places=places(context, "s6", wrong), term=term)
    for group in disagreeing(context, rule.id).values():
        yield claim_finding(context, rule, group, "number")


def _tells_fees(context: CheckContext, rule: Rule) -> bool:
    """Whether section six tells of fees in other words: 今年没有收一分钱."""
    told = (claim for claim in claims(context) if claim.place.text == "s6")
    return any(claim.rule_id == rule.id or claim.key.startswith("fee_") for claim in told)  # 每件收取100元 too


@check_function("fee_figures_agree", TEXTS, "fee.")
def fee_figures_agree(context: CheckContext, rule: Rule) -> Iterable[Finding]:
    """X-02: nobody pays more than was billed, and there is a sum where there is a notice; also in the text alone."""
    told = {c.key: c for c in claims(context) if c.key in _FEES and c.number is not None and c.agrees is not False}
    notices, billed, collected = (_fee(context, told, key) for key in _FEES)
    if collected is not None and billed is not None and collected > billed:
        yield _fee_finding(context, rule, "more", ("fee_collected", "fee_billed"), told)
    if notices is not None and billed is not None and bool(notices) != bool(billed):
        yield _fee_finding(context, rule, "amount" if notices else "notices", ("fee_notices", "fee_billed"), told)


def _fee(context: CheckContext, told: Mapping[str, Claim], key: str) -> Number | None:
    """Return what was entered, else what the text tells; None for neither."""
    return context.numbers.get(_FEES[key], told[key].number if key in told else None)


def _fee_finding(
    context: CheckContext, rule: Rule, variant: str, keys: tuple[str, str], told: Mapping[str, Claim]
) -> Finding:
    cells = [_FEES[key] for key in keys if _FEES[key] in context.numbers]
    marks = [] if len(cells) == len(keys) else [told[key].place for key in keys if key in told]
    values = {_FEES[key].removeprefix("fee."): format_number(_fee(context, told, key) or 0) for key in keys}
    return finding(rule, variant, cells=cells, places=marks, **values)


@check_function(repetition.FUNCTION, TEXTS, "meta.unit")
def same_as_last_year(context: CheckContext, rule: Rule) -> Iterable[Finding]:
    """N-18: section 五, or the whole, hardly differs from last year's."""
    found = repetition.section_repetition(context, "s5")
    if found is not None and found.percent > rule.params["section_five"]:
        length = len(context.report.texts.get("s5", ""))
        marks = [Place("s5", 0, length)]
        yield finding(rule, "section", places=marks, alike=found.alike, percent=found.percent)
        return
    found = repetition.whole_repetition(context)
    if found is not None and found.percent > rule.params["whole"]:
        written = [code for code in context.form.texts if code in context.texts]
        marks = [Place(code, 0, 0) for code in written[:1]]
        yield finding(rule, "whole", places=marks, alike=found.alike, percent=found.percent)


@check_function("generic_overview", TEXTS, "meta.unit", "meta.year")
def generic_overview(context: CheckContext, rule: Rule) -> Iterable[Finding]:
    """N-19: section 一 without any number, or without the unit."""
    written = [code for code in OVERVIEW if context.texts.get(code)]
    whole = "\n".join(context.texts[code] for code in written)
    if count_characters(whole) < _SHORTEST_OVERVIEW:
        return
    place = [Place(written[0], 0, 0)]
    if not any(_has_number(context.texts[code], context.report.year) for code in written):
        yield finding(rule, "number", places=place)
    if not phrases.FIRST_PERSON.search(whole) and not _names_unit(context, whole):
        yield finding(rule, "unit", places=place)


@lru_cache(maxsize=64)
def _has_number(text: str, year: int | None) -> bool:
    plain = plain_text(text, year).text
    return any(n.value >= _MANY or plain[n.start].isdecimal() for n in numbers_in(plain))


def _names_unit(context: CheckContext, whole: str) -> bool:
    """Whether the text names the unit: by the place it begins with, by its end, or by a short name it explains."""
    unit = re.sub(r"\s", "", context.report.unit)
    if not unit or unit[:2] in whole or unit[-2:] in whole:  # a longer end holds the last two characters
        return True
    aliases = phrases.ALIAS_IN_QUOTES.findall("\n".join(context.texts.values()))
    return any(alias in whole for alias in aliases)
