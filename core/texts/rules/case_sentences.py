"""The rule on sentences on reviews and lawsuits that are not whole (N-20)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
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

_KINDS = {"复议": (REVIEWS,), "诉讼": LAWSUITS, "直接": LAWSUITS[:1], "复议后": LAWSUITS[1:]}
_WORDS = ("复议", "诉讼")
"""All cases; the others are the ways to court."""
_DECIDED = pattern("责令|(?:维持|撤销|纠正|驳回)了")
"""What a body did is a predicate: 市政府(责令)我局重新答复."""
_NOT_YET = pattern("可能|容易|一旦|凡|如(?:果|有|遇|发生|出现|收到|因)|若(?!干)|倘")
"""对(可能)引起行政诉讼的答复，先送司法局审核: no case is told."""
_ITEM = pattern("[（(]?(?:[一二三四五六]|\\d)[)）、.．]")
_NAMES = ("情况", "复议", "诉讼", "案件")
_TIME = "(?:20\\d\\d年度?|本年度?|今年|全年|年内|报告期内|，)*"
_BROUGHT = "(?:被|提起|申请|引[发起]|发生|产生|涉及)*"
_CASES = "(?:的|案件)*的?(?:情况|情形|案件|事件)"
_AFTER = "(?:经过?|由)?(?:行政)?复议(?:程序|决定)?(?:之?后|维持后)，?(?:又|再)?(?:向?(?:人民)?法院)?"
_DIRECT = "(?:未经过?(?:行政)?复议(?:程序)?)?[、，而]?直接(?:向?(?:人民)?法院)?"
_KIND = (
    f"(?:(?P<after>{_AFTER})|(?P<direct>{_DIRECT}))?{_BROUGHT}的?(?:(?:政府)?信息公开(?:类|工作)?的?)?"
    "(?:(?:行政)?(?P<kind>复议|诉讼)(?:申请)?|(?:起诉|应诉)的?(?:行政诉讼|诉讼)?)"
)
_BARE_NAME = pattern(
    f"{_TIME}(?P<who>[^，；。]{{0,30}}?){_TIME}(?:因[^，；。]{{0,12}}公开[^，；。]{{0,8}}?)?(?:的?(?:政府)?信息公开(?:类|工作)?)?{_KIND}{_CASES}"
)
"""集团因信息公开(被提起行政诉讼的情况), 未经复议直接起诉的行政诉讼案件: no heading."""
_CAUSED = pattern("因[^，；。]{0,12}公开")
_OURSELVES = pattern("|(?:[我本全])?(?:集团|公司|单位|机关|企业|[局委办厅院镇乡县市区校所]|街道|中心)")
_DIGIT = "\\d.一二三四五六七八九十百千万〇零"
_SAYS_NONE = (
    "(?:无(?![关论偿法须需障])|(?<![尚仍还])未(?!审|结|经)|没|不(?![断服仅但只得同])"
    f"|(?<![{_DIGIT}])[0零〇](?![{_DIGIT}]))"
)
"""无, 没有, 0件; the 0 of 2026年 says nothing, nor does 均与信息公开无关."""
_DENIED_BEHIND = pattern(f"[^。\\n]*?{_SAYS_NONE}")
"""未经复议直接起诉的案件。(我局全年没有)。"""
_DENIED_AT_ONCE = pattern(f"(?:(?:20\\d\\d年度?|本?年度?|今年|全年|年内)，)?[^。，\\n]*?{_SAYS_NONE}")
"""因信息公开被提起行政诉讼的情况。(2024年，无)。"""
_SHORTEST_NAME = 2
_ORDER, _DENIAL = "order", ""
"""What is wrong, as the messages are called: words in no order, and one that lacks."""


@check_function("sentence_without_predicate", TEXTS, "meta.unit", *CASE_TOTALS)
def sentence_without_predicate(context: CheckContext, rule: Rule) -> Iterable[Finding]:
    """N-20: 因政府信息公开被行政复议、行政诉讼情况 without 未发生, or with it twice, while table 四 is all 0.

    Section one may name them as a heading; words in no order are none there either. What was cut out is told anyhow.
    Where the table has cases of some kind, a sentence of section four that but names another kind lacks 未发生 too.
    """
    yield from holes_in_texts(context, rule, of_cases=True)
    none = [kind for kind, cells in _KINDS.items() if not any(_has(context, cell) for cell in cells)]
    if not none:
        return
    unit, is_of_some = context.report.unit, not all(word in none for word in _WORDS)
    for code, text in typed_texts(context).items():
        if not holds_one(text, _WORDS) or (is_of_some and code not in CASE_TEXTS):
            continue
        for span in _not_whole(text, code, context.report.year or context.form.first_year):
            if is_of_some and not _is_bare_name(text, span, none, unit):
                continue
            values = {"text": text_name(context.form, code), "quotes": quotes(context.texts[code], [span])}
            yield finding(rule, span.what, places=places(context, code, [span]), **values)


def _has(context: CheckContext, cell: str) -> bool:
    """Whether a cell holds another number than 0, or is blank."""
    return context.numbers.get(cell) != 0


def _is_bare_name(text: str, span: Span, none: Sequence[str], unit: str) -> bool:
    """Whether a sentence but names one kind of cases, of which there were none, beside others that there were."""
    sentence, behind = text[span.start : span.end], text[span.end :].lstrip("。；\n 　")
    bare = _BARE_NAME.fullmatch(sentence) if span.what == _DENIAL else None
    if bare is None or _kind_of(bare) not in none or not _is_our_name(bare["who"], unit):
        return False
    if _CAUSED.search(sentence):
        return not _DENIED_AT_ONCE.match(behind)
    before = text[: span.start].rpartition("\n")[2].strip()  # a heading stands first, or on a line of its own
    return bool(before) and not _DENIED_BEHIND.match(behind)


def _is_our_name(who: str, unit: str) -> bool:
    """Whether who is named is the unit, by its own name or a short one, or nobody else: 柳溪镇, 我局."""
    is_short = len(who) > _SHORTEST_NAME and unit.removesuffix("人民政府").removesuffix("办事处").endswith(who)
    return who == unit or is_short or bool(_OURSELVES.fullmatch(who))


def _kind_of(bare: re.Match[str]) -> str:
    """Return which cases a name is that of: all of a kind, or those that came to court in one way."""
    if bare["kind"] == "复议":
        return "复议" if not (bare["after"] or bare["direct"]) else ""
    return "复议后" if bare["after"] else "直接" if bare["direct"] else "诉讼"


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
