"""Rules on what must not stand in a published text.

Wrong citations, placeholders, private data, slips of punctuation, marks of secrecy (N-11, N-12, N-21 to N-23).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from core.base.patterns import holds_one
from core.checks.blanks import says_nothing
from core.checks.findings import Finding, Place
from core.checks.rules import TEXTS, CheckContext, check_function, finding
from core.form.debris import find_debris, markup
from core.form.form_definition import FormDefinition, Rule
from core.form.formats import DOCUMENT, all_formats
from core.report.entry_text import format_number
from core.report.linked_text import BLANK, field, pieces
from core.report.paste_cleaner import punctuation_slips
from core.report.shown_report import OTHERS, TITLE, one_line
from core.texts.claims.glued import glued_numbers
from core.texts.language import phrases
from core.texts.language.text_names import text_name
from core.texts.rules.cited.brackets import wrong_brackets
from core.texts.rules.cited.document_number import written_rightly
from core.texts.rules.cited.fixed_strings import TITLES, is_slip, wrong_names, wrong_numbers
from core.texts.rules.cited.statute_years import wrong_articles, wrong_days_in_force, wrong_statute_years
from core.texts.rules.debris.damaged_fields import damaged_fields, in_braces
from core.texts.rules.debris.missing_numbers import holes_in_texts
from core.texts.rules.debris.odd_signs import SIGN, odd_signs
from core.texts.rules.debris.pasted_tables import pasted_numbers, pasted_rows
from core.texts.rules.debris.private_numbers import masked_examples, mobile_number, private_spans
from core.texts.rules.debris.said_twice import pasted_twice, said_twice
from core.texts.rules.debris.wrong_units import counted_in_money
from core.texts.rules.views import OVERVIEW, Span, places, quotes, sentence_around, typed_texts

OWN_PLACEHOLDER = "【请填写"
"""How what the program itself leaves to be filled in begins, such as 【请填写：下载网址】."""

# ---------------------------------------------------------------- N-11: citations

_OPEN, _CLOSE = r"[〔［\[（(【〈<﹝]", r"[〕］\]）)】〉>﹞]"
_STATUTE = re.compile(
    r"信息公开条例[》>]?\s*[（(]?[^（()）》。；\d]{0,14}?(?P<cite>(?:国务院令|国令|国务院)(?P<link>\D{0,4}?)\s*(?P<number>\d{2,4})\s*号(?:令)?)"
)
_OLD_STATUTE = re.compile(r"国务院令?第?\s*492\s*号(?:令)?")
_OF_FORMER_REPORT = re.compile(
    r"(?:20\d\d(?:年?、20\d\d)*(?:年度?|两个年度)|[上去]一?年度?|上一年度|往年|以前年度|此前|过去)的?(?:年度)?(?:报告|年报)?(?:所?(?:采用|使用|适用|执行|依据|沿用)的?)[^，。；]{0,12}$"
)
"""与(2020年度报告采用的)国办公开办函〔2019〕60号试行格式相比: the format of earlier reports."""
_NO_LONGER = re.compile(r"不再|废止|停止(?:使用|执行)|取代|替代|代替|替换|相比")
_FORMAT_TITLE = re.compile(r"年度报告格式[^。；]{0,14}$")
_COMPILED = re.compile(r"编制|编报|编写|填报|年度报告|年报|格式")
_FEE_TITLE = re.compile(r"信息处理费管理办法[^。；]{0,12}$")
_FEE_WORDS = re.compile(r"处理费|收费")
_FEE_RULES = "国办函〔2020〕109号"
_OLD_NOTICE = re.compile(r"[《〈][^《》〈〉\n]{0,40}年度报告有关事项的通知[》〉]")
_TRIAL_FORMAT = re.compile(r"《[^《》\n]{0,40}年度报告格式\s*[（(]试行[）)]\s*》")
_CITED_FORMAT = re.compile(r"〈(?P<name>[^〈〉\n]{0,30}年度报告[^〈〉\n]{0,20})〉的通知[》]?\s*[（(]?\s*国办公开办函")
_FORMAT_NAME = re.compile(r"(?:中华人民共和国)?(?:政府信息公开)?(?:工作)?年度报告格式(?:（试行）)?")
_FEE_NUMBER = re.compile(rf"(?P<cite>国办函\s*{_OPEN}\s*(\d{{4}})\s*{_CLOSE}\s*(\d+)\s*号)")
_CITING = ("号", "《", "〈", "国务院办公厅", "信息公开条例")
"""Signs of the numbers and titles of documents, and the office whose name may be misspelt."""


@check_function("citations", TEXTS, "meta.year", "meta.doc_number")
def citations(context: CheckContext, rule: Rule) -> Iterable[Finding]:
    """N-11: numbers of the statute, the format and the fee rules; brackets of document numbers; titles in titles."""
    year = context.report.year or context.form.first_year
    number = one_line(context.report.meta.get("meta.doc_number", ""))
    right = written_rightly(number)
    if right is not None:
        variant = "number" if right else "no_number"
        yield finding(rule, variant, cells=["meta.doc_number"], number=number, right=right, next=year + 1)
    documents = tuple(known.document for known in all_formats() if known.first_year <= year)
    for code, text in typed_texts(context).items():
        spans = _wrong_citations(text, year, documents)
        if spans:
            problems = "；".join(span.what for span in spans)
            name = text_name(context.form, code)
            yield finding(rule, places=places(context, code, spans), text=name, problems=problems)


@lru_cache(maxsize=256)
def _wrong_citations(text: str, year: int, documents: tuple[str, ...]) -> tuple[Span, ...]:
    """Return what is wrong; ``documents`` are the numbers of the formats so far, the one in force first."""
    if not holds_one(text, _CITING):
        return ()
    found = [*_wrong_statutes(text, year), *_wrong_formats(text, documents), *_wrong_fee_rules(text)]
    known = tuple(
        match.groups() for document in (*documents[:1], _FEE_RULES) if (match := DOCUMENT.fullmatch(document))
    )
    found += [*wrong_names(text), *wrong_numbers(text, known)]
    if year >= phrases.NEW_STATUTE_YEAR:
        found += (*wrong_statute_years(text), *wrong_articles(text), *wrong_days_in_force(text))
    found += [*_old_notices(text, documents), *_other_formats(text)]
    found += wrong_brackets(text)
    kept: list[Span] = []
    for span in sorted(found, key=lambda s: (s.start, -s.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)


_NEAR = 80
"""How far from a title its number may stand."""


def _wrong_statutes(text: str, year: int) -> Iterator[Span]:
    if year < phrases.NEW_STATUTE_YEAR:
        return
    for match in _STATUTE.finditer(text):
        if match["number"] != "711" or match["link"].strip() not in ("", "第"):
            yield Span(*match.span("cite"), f"“{match['cite']}”应为国务院令第711号")
    for match in _OLD_STATUTE.finditer(text):
        sentence = sentence_around(text, *match.span())
        if "公开" in sentence and "711" not in sentence:  # 2007年以第492号公布，2019年以第711号修订
            yield Span(*match.span(), f"“{match[0]}”是修订前的文号，现行为国务院令第711号")


def _wrong_formats(text: str, documents: tuple[str, ...]) -> Iterator[Span]:
    """Yield the numbers of older formats, and slips in that of the one in force; the first format had none before."""
    if len(documents) < 2:
        return
    current, *older = (match.groups() for document in documents if (match := DOCUMENT.fullmatch(document)))
    for match in _numbers_of_offices(frozenset(office for office, *_ in (current, *older))).finditer(text):
        said = match.groups()
        is_format = said in older or _FORMAT_TITLE.search(text, 0, match.start())
        if said[1] == current[1] or said[2] == current[2]:
            is_turned = said[2] == current[2] and sorted(said[1]) == sorted(current[1])  # 〔2012〕30号
            is_format = is_format or is_turned or _COMPILED.search(sentence_around(text, *match.span()))
        if is_format and said != current and not _is_of_former_reports(text, match, documents[0]):
            yield Span(*match.span(), f"“{match[0]}”不是现行格式的文号，应为{documents[0]}")


def _is_of_former_reports(text: str, match: re.Match[str], document: str) -> bool:
    """Whether the number of an older format is that of earlier reports: 不再沿用, and the one in force is cited too."""
    is_given_up = document in text and _NO_LONGER.search(sentence_around(text, *match.span()))
    return bool(is_given_up or _OF_FORMER_REPORT.search(text, 0, match.start()))


def _other_formats(text: str) -> Iterator[Span]:
    """Yield names under which no format was ever issued, where the notice on it is cited."""
    for match in _CITED_FORMAT.finditer(text):
        name = re.sub(r"\s", "", match["name"])
        if not _FORMAT_NAME.fullmatch(name) and not is_slip(name, TITLES[1]):
            yield Span(*match.span("name"), f"“{name}”应为“{TITLES[1]}”")


def _old_notices(text: str, documents: tuple[str, ...]) -> Iterator[Span]:
    """Yield the notice of 2019 on the format where it is cited by its title alone; with its number that is said."""
    if len(documents) < 2:
        return
    for match in _OLD_NOTICE.finditer(text):
        sentence = sentence_around(text, *match.span())
        if _COMPILED.search(sentence.replace(match[0], "")) and documents[0] not in sentence and "60号" not in sentence:
            yield Span(*match.span(), f"“{match[0]}”是2019年的通知，现行格式见{documents[0]}")
    for match in _TRIAL_FORMAT.finditer(text) if "试行" in text else ():
        sentence = sentence_around(text, *match.span())
        if (
            _COMPILED.search(sentence.replace(match[0], ""))
            and "号" not in sentence[sentence.index(match[0]) :][:_NEAR]
        ):
            yield Span(*match.span(), f"“{match[0]}”是2019年的试行格式，现行格式见{documents[0]}")


@cache
def _numbers_of_offices(offices: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"({'|'.join(sorted(offices))})\s*{_OPEN}\s*(\d{{4}})\s*{_CLOSE}\s*(\d+)\s*号")


def _wrong_fee_rules(text: str) -> Iterator[Span]:
    for match in _FEE_NUMBER.finditer(text):
        said = (match[2], match[3])
        is_turned = sorted(said[0] + said[1]) == sorted("2020109")  # wherever the fee is spoken of
        around = text if is_turned else sentence_around(text, *match.span())
        is_meant = ("2020" in said or "109" in said) and _FEE_WORDS.search(around)
        if said != ("2020", "109") and (is_meant or _FEE_TITLE.search(text, 0, match.start())):
            yield Span(*match.span("cite"), f"“{match['cite']}”应为国办函〔2020〕109号")


# ---------------------------------------------------------------- N-12: placeholders and debris

_OWN = re.compile(rf"{OWN_PLACEHOLDER}[^】\n]{{0,40}}】?")
_MOST_QUOTES = 3
_LONGEST_QUOTE = 12
_JUDGED_BY_CONTENT = ("s5", "s6")
"""Texts of which N-16 and N-17 say that they are too short."""
_PRINTED = ("meta.unit", TITLE, *OTHERS, "meta.contact", "meta.phone", "meta.website", "meta.author")
"""Metadata that the report prints, the unit in its usual title, or its sign-off sheet."""
_UNNAMED = "某"
_SOMEBODY = re.compile("某[镇乡局]")
"""案件涉及某镇, in the report of a county: not named on purpose."""


@check_function("placeholders", TEXTS, *_PRINTED)
def placeholders(context: CheckContext, rule: Rule) -> Iterable[Finding]:
    """N-12: what was left to be filled in, ours an error; debris of Word. Also in title, signature and the like."""
    unit = context.report.unit
    for code in _PRINTED:
        text = context.report.meta.get(code, "")
        for variant, spans in _left_open(text, unit):
            yield finding(rule, variant, cells=[code], text=context.form.meta[code].name, quotes=_told(text, spans))
        if braces := in_braces(text):
            yield finding(rule, "field", cells=[code], text=context.form.meta[code].name, quotes=quotes(text, braces))
        if spans := dict(odd_signs(text)).get(SIGN, ()):
            yield finding(rule, SIGN, cells=[code], text=context.form.meta[code].name, quotes=quotes(text, spans))
    for code, text in typed_texts(context).items():
        source, printed = context.report.texts[code], context.texts[code]
        for variant, found in (
            ("unknown", _unknown_numbers(source, context.form)),
            ("damaged", damaged_fields(source, context.form)),
        ):
            if found:
                quoted = "、".join(dict.fromkeys(f"“{span.what}”" for span in found))
                marks = [Place(code, span.start, span.end) for span in found]
                yield finding(rule, variant, places=marks, text=text_name(context.form, code), quotes=quoted)
        glued = [*_glued(context, rule, code)]
        yield from glued
        for variant, spans in _left_open(text, unit):
            values = {"text": text_name(context.form, code), "quotes": _told(printed, spans)}
            yield finding(rule, variant, places=places(context, code, spans), **values)
        changed = [place for one in glued for place in one.places]
        for variant, spans in odd_signs(text):
            apart_from = [s for s in spans if not any(_meets(p, changed) for p in places(context, code, [s]))]
            if apart_from:
                values = {"text": text_name(context.form, code), "quotes": quotes(printed, apart_from)}
                yield finding(rule, variant, places=places(context, code, apart_from), **values)
        if spans := counted_in_money(text):
            values = {"text": text_name(context.form, code), "quotes": quotes(printed, spans)}
            yield finding(rule, "unit", places=places(context, code, spans), **values)
        yield from _without_words(context, rule, code)
        yield from _pasted_table(context, rule, code, text)
    yield from holes_in_texts(context, rule, of_cases=False)
    yield from pasted_twice(context, rule)
    yield from said_twice(context, rule)


def _without_words(context: CheckContext, rule: Rule, code: str) -> Iterator[Finding]:
    """Yield a finding on a text that is a number alone, such as 0, or that 无 is all that section 一 tells."""
    shown = context.texts.get(code, "").strip()
    if code in OVERVIEW and phrases.NOTHING.match(shown):
        variant = "nothing"
    elif code in _JUDGED_BY_CONTENT or says_nothing(shown) or any(map(str.isalpha, shown)):
        return
    else:
        variant = "number"
    whole = [Place(code, 0, len(context.report.texts[code]))]
    quote = f"“{shown[:_LONGEST_QUOTE]}{'……' * (len(shown) > _LONGEST_QUOTE)}”"
    yield finding(rule, variant, places=whole, text=text_name(context.form, code), quote=quote)


def _pasted_table(context: CheckContext, rule: Rule, code: str, text: str) -> Iterator[Finding]:
    """Yield a finding on a pasted table, in a text that has words too: on its numbers, or else on its rows."""
    if not any(map(str.isalpha, text)):
        return
    numbers = pasted_numbers(text)
    if found := numbers or pasted_rows(text):
        whole = Span(found[0][0], found[-1][1])
        values = {"text": text_name(context.form, code), "count": str(len(found))}
        yield finding(rule, "table" if numbers else "rows", places=places(context, code, [whole]), **values)


def _told(text: str, spans: Iterable[Span]) -> str:
    """Return the first spots in quotes, each with what it is: “××”（待填的占位）、“[bookmark: _GoBack]”（…）等5处."""
    told = list(dict.fromkeys(f"“{text[s.start : s.end].strip()}”" + f"（{s.what}）" * bool(s.what) for s in spans))
    return "、".join(told[:_MOST_QUOTES]) + f"等{len(told)}处" * (len(told) > _MOST_QUOTES)


@lru_cache(maxsize=64)
def _unknown_numbers(source: str, form: FormDefinition) -> tuple[Span, ...]:
    """Return the fields of a text that name no number of the form, such as {t3.R99.C7}: they print nothing."""
    if "{" not in source:
        return ()
    found = [(start, code) for _, start, code in pieces(source, {}) if code and code not in form.cells]
    return tuple(Span(start, start + len(field(code)), field(code)) for start, code in found)


def _meets(place: Place, others: Iterable[Place]) -> bool:
    return any(place.start < other.end and other.start < place.end for other in others)


def _glued(context: CheckContext, rule: Rule, code: str) -> Iterator[Finding]:
    """Yield findings on the linked numbers of a text that are printed as part of a longer number, or as another one."""
    found = [
        glued
        for glued in glued_numbers(context.form, context.report.texts[code], context.numbers)
        if context.form.cells.keys() >= set(glued.cells)
    ]
    for variant in ("glued", "changed") if found else ():
        told, marks = [], []
        for glued in found:
            if glued.is_digits == (variant == "glued"):
                numbers = [context.numbers.get(cell) for cell in glued.cells]
                shown = "、".join(BLANK if number is None else format_number(number) for number in numbers)
                unit = "" if glued.is_digits else context.form.cells[glued.cells[0]].unit
                told.append(f"“{glued.printed}”（其中表中数字是{shown}{unit}）")
                marks.append(Place(code, glued.start, glued.end))
        if told:
            quoted = "、".join(told[:_MOST_QUOTES]) + f"等{len(told)}处" * (len(told) > _MOST_QUOTES)
            yield finding(rule, variant, places=marks, text=text_name(context.form, code), quotes=quoted)


@lru_cache(maxsize=256)
def _left_open(text: str, unit: str) -> tuple[tuple[str, tuple[Span, ...]], ...]:
    """Return our own placeholders, and other ones with the debris of Word, each behind the sentence that says so.

    A unit may call itself 某某局 where it tries the program; the X of an ID number is no placeholder (rule N-21).
    """
    own, debris = tuple(Span(*m.span()) for m in _OWN.finditer(text)), find_debris(text)
    if not (own or debris):
        return ()
    names = [m.span() for m in re.finditer(re.escape(unit), text)] if _UNNAMED in unit else []
    private = (*private_spans(text), *masked_examples(text))
    other = tuple(
        Span(*f)
        for f in debris
        if not any(o.start <= f.start < o.end for o in (*own, *private))
        and not (text[f.start] == _UNNAMED and any(start <= f.start < end for start, end in names))
        and not (_SOMEBODY.match(text, f.start) and unit and text[f.start + 1] not in unit)
    )
    return tuple((variant, spans) for variant, spans in (("own", own), ("", other)) if spans)


# ---------------------------------------------------------------- N-21: private data


@check_function("private_data", TEXTS, "meta.phone")
def private_data(context: CheckContext, rule: Rule) -> Iterable[Finding]:
    """N-21: mobile numbers, identity numbers, bank cards and private mailboxes."""
    mobile = mobile_number(context.report.meta.get("meta.phone", ""))
    if mobile:
        yield finding(rule, "phone", cells=["meta.phone"], quote=mobile)
    for code, text in typed_texts(context).items():
        spans = private_spans(text)
        if spans:
            kinds = "、".join(dict.fromkeys(span.what for span in spans))
            values = {"text": text_name(context.form, code), "kinds": kinds, "quotes": quotes(text, spans)}
            yield finding(rule, places=places(context, code, spans), **values)


# ---------------------------------------------------------------- N-22, N-23

_SECRECY_WORDS = ("密", "内部", "外传", "注意保存")


@check_function("punctuation", TEXTS)
def punctuation(context: CheckContext, rule: Rule) -> Iterable[Finding]:
    """N-22: slips of punctuation, put right by ``core.report.paste_cleaner.tidy_punctuation``."""
    for code, text in typed_texts(context).items():
        slips = _slips(text)
        if slips:
            kinds = "、".join(dict.fromkeys(slip.what for slip in slips))
            name = text_name(context.form, code)
            yield finding(rule, places=places(context, code, slips), text=name, count=len(slips), kinds=kinds)


@lru_cache(maxsize=256)
def _slips(text: str) -> tuple[Span, ...]:
    slips = punctuation_slips(text)
    debris = [match.span() for match in markup().finditer(text)] if slips else []  # N-12 has it deleted
    return tuple(
        Span(slip.start, slip.end, slip.what)
        for slip in slips
        if not any(start <= slip.start < end for start, end in debris)
    )


@check_function("secrecy_marks", TEXTS)
def secrecy_marks(context: CheckContext, rule: Rule) -> Iterable[Finding]:
    """N-23: marks of secrecy, 内部资料."""
    for code, text in typed_texts(context).items():
        spans = _secrecy(text)
        if spans:
            quote = text[spans[0].start : spans[0].end].strip()
            yield finding(rule, places=places(context, code, spans), text=text_name(context.form, code), quote=quote)


@lru_cache(maxsize=256)
def _secrecy(text: str) -> tuple[Span, ...]:
    if not holds_one(text, _SECRECY_WORDS):
        return ()
    return tuple(Span(*m.span()) for m in phrases.SECRECY.finditer(text))
