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
_TIME = "(?:20\\d\\d年度?|本年度?|今年|全年|年内|报告期内|，)*"
_WORK = pattern(
    "(?:继续|持续|坚持|不断|进一步|切实|认真|依法|积极|主动|及时|全面|严格|扎实|稳妥|着力|高度|全力|统筹|联合|会同|专门|已|还)*"
    "(?:(?:抓好|做好|办好|开展|推进|推动|加强|强化|规范|健全|完善|建立|制定|修订|出台|印发|落实|履行|重视|应对|防范|化解|预防|提升|提高|组织|参加"
    "|梳理|总结|研究|分析|学习|宣传|配合|围绕|明确|细化|优化|改进|畅通|执行|支持|接受)(?:了|好|并)*|[将把](?=[^，；。]{2,24}[写列纳编加融贯]))"
    "[^，；。被因]{0,24}?(?:复议|诉讼|应诉)[^，；。]{0,12}?"
    "(?:工作|机制|制度|流程|规程|办法|程序|能力|水平|培训|讲座|台账|预案|风险|隐患|渠道|职责|法》?|案例|指引|质量|队伍|规定|清单|指南|衔接)"
)
"""做好政府信息公开(行政复议、行政诉讼应对工作), 将复议、诉讼(应对流程)写入制度: what is done about them, no case."""
_NAMED = pattern(
    f"公开|被|提起|申请|起诉的|未经|发生|引[发起]|存在|出现|产生|涉及|^{_TIME}(?:[^，；。对就把将]{{0,20}}?(?:局|委|办|厅|府|镇|乡|街道|处|院|校|中心|公司|集团|机关|单位|部门))?"
    f"{_TIME}的?(?:行政)?(?:复议|诉讼)"
)
_TO_AVOID = pattern(
    "减少|降低|避免|防止|防范|预防|杜绝|化解|反映|通报|告知|公示|列明|载明|旁听|[对就把将从](?!外)(?=[^，；。]{0,16}(?:复议|诉讼)[^，；。]{0,4}[中里上])"
)
"""2024年(行政复议)情况 names cases; 从源头(减少)行政复议, (对)行政复议中发现的问题 names none that there were."""
_ITEM = pattern("[（(]?(?:[一二三四五六]|\\d)[)）、.．]")
_HEADING = pattern("[^，。；20本今全我]{0,14}(?:行政)?(?:复议|诉讼)[^，。；]{0,12}(?:情况|案件|方面)")
_NAMES = ("情况", "复议", "诉讼", "案件")
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
    """N-20: 因政府信息公开被行政复议、行政诉讼情况 without 未发生, or with it twice, while table 四 has none.

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
    """Whether a cell holds another number than 0; a blank one tells of no case."""
    return bool(context.numbers.get(cell))


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
    has_predicate = phrases.PREDICATE.search(said) or _DECIDED.search(said)
    if is_own_section and not has_predicate and _names_cases(sentence.strip()) and not _heads_a_paragraph(match):
        return _DENIAL
    before = match.string[: match.start()].rpartition("\n")[2]
    behind = match.string[match.end() :].partition("\n")[0]
    place = Place(is_own_section, not before.strip(), not behind.strip("。； "))
    return _DENIAL if tells_some_or_nothing(sentence, place, year) else None


def _names_cases(sentence: str) -> bool:
    """Whether the first clause of a sentence on cases names some, and does not tell what is done about them."""
    first = next((clause for clause in re.split("[，；]", sentence) if holds_one(clause, _WORDS)), "")
    return bool(_NAMED.search(first)) and not (_WORK.search(first) or _TO_AVOID.search(first))


def _heads_a_paragraph(match: re.Match[str]) -> bool:
    """Whether a sentence is a line of its own before another one, as a heading is: 行政复议、行政诉讼情况."""
    rest = match.string[match.end() :]
    is_line = not match.string[: match.start()].rpartition("\n")[2].strip() and rest.startswith("\n")
    return is_line and bool(rest.strip()) and bool(_HEADING.fullmatch(match[0].strip()))
