"""The rule on sentences on reviews and lawsuits that are not whole (N-20)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from core.base.patterns import holds_one, pattern
from core.checks.findings import Finding
from core.checks.rules import TEXTS, CheckContext, check_function, finding
from core.form.debris import find_debris
from core.form.form_definition import Rule
from core.form.known_cells import CASE_TOTALS, LAWSUITS, REVIEWS
from core.texts.language import garbled, phrases
from core.texts.language.case_events import Place, tells_some_or_nothing
from core.texts.language.text_names import text_name
from core.texts.rules.debris.missing_numbers import CASE_TEXTS, has_hole, holes_in_texts
from core.texts.rules.views import OVERVIEW, Span, places, quotes, typed_texts

_WORDS = ("复议", "诉讼")
_CELLS = ((REVIEWS,), LAWSUITS)
_DECIDED = pattern("责令|(?:维持|撤销|纠正|驳回)了")
"""What a body did is a predicate: 市政府(责令)我局重新答复."""
_NOT_YET = pattern("可能|容易|一旦|凡|如(?:果|有|遇|发生|出现|收到|因)|若(?!干)|倘")
"""对(可能)引起行政诉讼的答复，先送司法局审核: no case is told."""
_ITEM = pattern("[（(]?(?:[一二三四五六]|\\d)[)）、.．]")
_NAMES = ("情况", "复议", "诉讼", "案件")
_BARE_NAME = pattern(
    "(?:20\\d\\d年度?|本年度?|今年|全年|年内|报告期内|，)*(?P<who>[^，；。]{0,30}?)因[^，；。]{0,12}公开[^，；。]{0,8}?(?:被|被申请|被提起|提起|申请|引[发起]|发生)*"
    "的?(?:行政)?(?:复议|诉讼)(?:案件)?的?(?:情况|情形|案件|事件)"
)
"""集团因信息公开(被提起行政诉讼的情况): no heading."""
_OURSELVES = pattern("|(?:[我本全])?(?:集团|公司|单位|机关|企业|[局委办厅院镇乡县市区校所]|街道|中心)")
_TOLD_BEHIND = pattern("[无未没零0〇]|本?年度?[无未没]|20\\d\\d年度?，?[无未没]|不存在")
"""因信息公开被提起行政诉讼的情况。(无)。"""
_ORDER, _DENIAL = "order", ""
"""What is wrong, as the messages are called: words in no order, and one that lacks."""


@check_function("sentence_without_predicate", TEXTS, "meta.unit", *CASE_TOTALS)
def sentence_without_predicate(context: CheckContext, rule: Rule) -> Iterable[Finding]:
    """N-20: 因政府信息公开被行政复议、行政诉讼情况 without 未发生, or with it twice, while table 四 is all 0.

    Section one may name them as a heading; words in no order are none there either. What was cut out is told anyhow.
    Where the table has cases of one kind, a sentence of section four that but names the other kind lacks 未发生 too.
    """
    yield from holes_in_texts(context, rule, of_cases=True)
    none = [word for word, cells in zip(_WORDS, _CELLS, strict=True) if not any(_has(context, cell) for cell in cells)]
    if not none:
        return
    unit, is_of_one_kind = context.report.unit, len(none) < len(_WORDS)
    for code, text in typed_texts(context).items():
        if not holds_one(text, none) or (is_of_one_kind and code not in CASE_TEXTS):
            continue
        for span in _not_whole(text, code, context.report.year or context.form.first_year):
            if is_of_one_kind and not _is_bare_name(text, span, none[0], unit):
                continue
            values = {"text": text_name(context.form, code), "quotes": quotes(context.texts[code], [span])}
            yield finding(rule, span.what, places=places(context, code, [span]), **values)


def _has(context: CheckContext, cell: str) -> bool:
    """Whether a cell holds another number than 0, or is blank."""
    return context.numbers.get(cell) != 0


def _is_bare_name(text: str, span: Span, kind: str, unit: str) -> bool:
    """Whether a sentence but names one kind of cases, of which there were none, beside others that there were."""
    sentence, behind = text[span.start : span.end], text[span.end :].lstrip("。；\n 　")
    others = [word for word in _WORDS if word != kind and word in sentence]
    bare = _BARE_NAME.fullmatch(sentence) if span.what == _DENIAL and not others else None
    is_of_us = bare is not None and (bare["who"] == unit or bool(_OURSELVES.fullmatch(bare["who"])))
    return is_of_us and not _TOLD_BEHIND.match(behind)


@lru_cache(maxsize=256)
def _not_whole(text: str, code: str, year: int) -> tuple[Span, ...]:
    """Return the sentences on cases that are not whole, each with what is wrong, where no more is known to lack."""
    found = []
    for match in phrases.CASE_SENTENCE.finditer(text):
        what = _what_is_wrong(match, code, year)
        if what is not None and not has_hole(text, *match.span()):
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            found.append(Span(start, start + len(match[0].strip()), what))
    return tuple(found)


def _what_is_wrong(match: re.Match[str], code: str, year: int) -> str | None:
    """Return what is wrong with a sentence; None for nothing.

    Where something is left open, such as a number in 被提起行政诉讼件, rule N-12 says it.
    """
    sentence, is_own_section = match[0], code in CASE_TEXTS
    if (is_own_section or code in OVERVIEW) and garbled.is_garbled(sentence):
        return _ORDER
    said = phrases.NO_PREDICATE.sub("", sentence.strip())
    if not said or find_debris(sentence) or _NOT_YET.search(sentence):
        return None
    item = _ITEM.match(said)
    if item and is_own_section:
        rest = match.string[match.end() :].lstrip("。；\n 　")
        is_bare = not phrases.PREDICATE.search(said, item.end()) and said.endswith(_NAMES)
        return _DENIAL if is_bare and (not rest or _ITEM.match(rest)) else None
    if is_own_section and not phrases.PREDICATE.search(said) and not _DECIDED.search(said):
        return _DENIAL
    before = match.string[: match.start()].rpartition("\n")[2]
    behind = match.string[match.end() :].partition("\n")[0]
    place = Place(is_own_section, not before.strip(), not behind.strip("。； "))
    return _DENIAL if tells_some_or_nothing(sentence, place, year) else None
