"""Rule Y-06: what the texts tell of the year before, beside last year's report; and the same in the list of numbers."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from core.base.patterns import pattern
from core.checks.findings import Finding, Place
from core.checks.rules import NUMBERS, TEXTS, CheckContext, check_function, finding
from core.form.form_definition import Rule
from core.form.known_cells import CARRIED_IN, RECEIVED
from core.report.entry_text import Number, format_number
from core.texts.claims.claim import Claim
from core.texts.claims.claims import claims
from core.texts.language.numbers import plain_text
from core.texts.language.text_names import text_name
from core.texts.language.year_words import COMPARES, MOVED_TO
from core.texts.reading.sentence.share_checks import added
from core.texts.sums.ratios import wrong_ratios
from core.texts.years.year_arithmetic import Years
from core.texts.years.year_comparisons import Judged, judged_comparisons
from core.texts.years.year_shapes import REQUESTS, told_of_year_before

_NEW = "新收申请"
_FROM_TO = pattern(MOVED_TO)
_LAST_TOLD = pattern("[，（](?:□□□上年|上年|去年|上一年)度?(?:同期)?(?:共|为|是|有|仅)*$")
"""18期，比上年减少4期(（上年为)24期）"""
_CASES = "t4."
_NUMBERED = pattern(r"^(?:（[一二三四五六七八九十]）|\d\.)+")
_BOTH = "上年报告印的总计是{printed}，各项相加是{added}"
_HUNDRED = 100
_NEW_OR_ALL = ((RECEIVED,), (RECEIVED, CARRIED_IN))
_MEANING = "与上年报告对照：{name}"
_KEY = "last_year"
_BESIDE = 16
"""Characters between two comparisons that are quoted as one."""


@check_function("years_in_text", TEXTS, "meta.", NUMBERS)
def years_in_text(context: CheckContext, rule: Rule) -> Iterable[Finding]:
    """Y-06: so many more or fewer than last year, and last year's own numbers."""
    for code, judged in judged_comparisons(context).items():
        groups: dict[tuple[object, ...], list[Judged]] = {}
        for item in said_here(context, code, judged):
            groups.setdefault((item.told.base, item.thing), []).append(item)
        for group in groups.values():
            yield _finding(context, rule, code, group)


def said_here(context: CheckContext, code: str, judged: Iterable[Judged]) -> list[Judged]:
    """Return the comparisons that last year's report contradicts, but a percentage that rule N-24 speaks of already.

    N-24 leaves it to this rule where the numbers that it would be reckoned from are wrong themselves.
    """
    wrong = [item for item in judged if not item.agrees]
    if not any(item.told.kind == "percent" for item in wrong):
        return wrong
    printed, year = context.texts[code], context.report.year
    told = [(ratio.start, ratio.end) for ratio in wrong_ratios(printed, year)]
    slips = {(item.told.base, item.thing) for item in wrong if item.told.kind != "percent"}
    return [
        item
        for item in wrong
        if item.told.kind != "percent"
        or (item.told.base, item.thing) in slips
        or not any(a < item.own[1] and item.own[0] < b for a, b in told)
    ]


def places_said(context: CheckContext) -> list[Place]:
    """Return the places that rule Y-06 speaks of; for times also the number that N-24 would reckon them from."""
    found = judged_comparisons(context)
    said = [item for code, judged in found.items() for item in said_here(context, code, judged)]
    return [item.place for item in said] + [item.told_of for item in said if item.told.kind == "times"]


def are_changes(printed: str, year: int | None, numbers: Iterable[tuple[int, int]]) -> bool:
    """Whether numbers of a sum are changes since last year, told without its number: they are no parts of a total.

    新收216件，较上年增加41件，其中征地类100件，较上年增加22件
    """
    spans = [*numbers]
    if year is None or (len(spans) > 1 and _FROM_TO.fullmatch(printed, spans[1][1], spans[0][0])):
        return False  # 与上年相比，由8件降至6件，减少1件: last year's number is told
    plain = plain_text(printed, year)
    if any(_LAST_TOLD.search(plain.text, 0, bisect_left(plain.places, start)) for start, _ in spans):
        return False  # 18期，比上年减少4期（上年为24期）
    told = {plain.places[t.number.start]: t.kind for t in told_of_year_before(printed, year) if t.number}
    kinds = {told.get(start) for start, _ in spans}
    return "change" in kinds and "last" not in kinds


def is_told_beside(printed: str, year: int | None, place: int) -> bool:
    """Whether a year before is named at a place to tell its number beside this year's: 新收48件（2024年为60件）."""
    if year is None:
        return False
    places = plain_text(printed, year).places
    told = [t for t in told_of_year_before(printed, year) if t.kind == "last" and t.base]
    return any(places[t.start] <= place <= places[t.end - 1] for t in told)


def has_others(context: CheckContext) -> bool:
    """Whether a text compares with the year before in a way that was not, or cannot be, judged."""
    found, year = judged_comparisons(context), context.report.year
    for code, printed in context.texts.items():
        if not printed or year is None:
            continue
        known = [item.told for item in found.get(code, ())]
        places = [told.start for told in told_of_year_before(printed, year)]
        places += [m.start() for m in COMPARES.finditer(plain_text(printed, year).text)]
        if any(not any(told.start <= place < told.end for told in known) for place in places):
            return True
    return False


def claims_of_both_years(context: CheckContext) -> list[Claim]:
    """Return what the numbers in all texts were taken for, with what was compared with last year's report."""
    judged = [j for items in judged_comparisons(context).values() for j in items if j.told.kind != "sign"]
    if not judged:
        return claims(context)
    compared = [_claim(context, item) for item in judged]
    taken = [claim.place for claim in compared]
    others = [c for c in claims(context) if not any(_overlap(c.place, place) for place in taken)]
    order = list(context.form.texts)
    return sorted([*others, *compared], key=lambda c: (order.index(c.place.text), c.place.start))


def _overlap(one: Place, other: Place) -> bool:
    return one.text == other.text and one.start < other.end and other.start < one.end


def _claim(context: CheckContext, item: Judged) -> Claim:
    quote = context.texts[item.place.text][slice(*item.span)]
    unit = _unit(context, item)
    other = _other_last(context, item)
    beside = "" if other is None else f"（{_BOTH.format(**_printed_and_added(context, item))}）"
    shown = f"上年{format_number(item.years.last or 0)}{unit}{beside}，本年{format_number(item.years.now or 0)}{unit}"
    meaning = _MEANING.format(name=_name(context, item))
    number = item.told.value if item.told.number else None
    return Claim(item.number, quote, meaning, number, item.thing.cells, (), item.agrees, "Y-06", _KEY, shown)


def _finding(context: CheckContext, rule: Rule, code: str, group: Sequence[Judged]) -> Finding:
    """Return one finding on what is told of one number."""
    first, unit = group[0], _unit(context, group[0])
    years, together = _new_and_all(context, first)
    values: dict[str, str] = {
        "quote": _quote(context.texts[code], group),
        "name": _name(context, first),
        "unit": unit,
        "right": "、".join(dict.fromkeys(_right(item, unit) for item in group)),
        "now": format_number(years.now or 0),
        "last": format_number(years.last or 0),
        "note": _note(context, group),
    }
    variant = "last" if any(item.told.kind == "last" for item in group) else ""
    if together:
        variant = "both"
        values |= {"all_now": format_number(together.now or 0), "all_last": format_number(together.last or 0)}
    places = [item.place for item in group]
    return finding(rule, variant, cells=first.thing.cells, places=places, text=text_name(context.form, code), **values)


def _other_last(context: CheckContext, item: Judged) -> Number | None:
    """Return what else last year's total may be, as printed or as its columns add up; None where both are the same."""
    for way in item.thing.ways:
        both = [added(way, numbers) for numbers in (context.last_printed, context.last_numbers)]
        if None not in both and both[0] != both[1] and item.years.last in both:
            return both[1] if item.years.last == both[0] else both[0]
    return None


def _printed_and_added(context: CheckContext, item: Judged) -> dict[str, str]:
    """Return last year's total as printed and as its columns add up, in words."""
    last, other = item.years.last or 0, _other_last(context, item) or 0
    is_printed = any(added(way, context.last_printed) == last for way in item.thing.ways)
    printed, together = (last, other) if is_printed else (other, last)
    unit = _unit(context, item)
    return {"printed": f"{format_number(printed)}{unit}", "added": f"{format_number(together)}{unit}"}


def _note(context: CheckContext, group: Sequence[Judged]) -> str:
    """Return what is said beside last year's number where its total was printed otherwise; "" elsewhere."""
    first = group[0]
    other = _other_last(context, first)
    if other is None:
        return ""
    numbers = _printed_and_added(context, first)
    if any(item.told.kind == "last" for item in group):
        return f"（{_BOTH.format(**numbers)}）"
    years = Years(first.years.now, other)
    right = "、".join(dict.fromkeys(_right(replace(item, years=years), _unit(context, item)) for item in group))
    return f"（{_BOTH.format(**numbers)}，按{format_number(other)}{_unit(context, first)}算是{right}）"


def _quote(printed: str, group: Iterable[Judged]) -> str:
    """Return what is told, as printed, with what stands between where that is short."""
    spans: list[tuple[int, int]] = []
    for start, end in (item.span for item in group):
        if spans and start - spans[-1][1] <= _BESIDE:
            spans[-1] = spans[-1][0], end
        else:
            spans.append((start, end))
    return "…".join(printed[start:end].strip() for start, end in spans)


def _new_and_all(context: CheckContext, item: Judged) -> tuple[Years, Years | None]:
    """Return what to tell of both years; of applications that may be meant with the old ones, those too."""
    if item.thing.rule_id != REQUESTS or item.thing.cells != (RECEIVED,) or len(item.thing.ways) == 1:
        return item.years, None
    sums = [[added(way, n) for n in (context.numbers, context.last_printed)] for way in _NEW_OR_ALL]
    new, together = (Years(*numbers) for numbers in sums)
    return new, together if None not in together and together != new else None


def _name(context: CheckContext, item: Judged) -> str:
    """Return the name of what is compared; cases by their group, since texts call all of them 案件."""
    cells = item.thing.cells
    if item.thing.rule_id == REQUESTS and cells == (RECEIVED,):
        return _NEW
    is_case = len(cells) == 1 and cells[0].startswith(_CASES)
    name = context.form.cells[cells[0]].name if is_case else item.thing.name.partition("（")[0] or item.thing.name
    return _NUMBERED.sub("", name).removesuffix("·总计")


def _unit(context: CheckContext, item: Judged) -> str:
    return context.form.cells[item.thing.cells[0]].unit


def _right(item: Judged, unit: str) -> str:
    """Return what should be told in place of something, in its manner."""
    now, last = item.years.now or 0, item.years.last or 0
    if item.told.kind == "last":
        return f"{format_number(last)}{unit}"
    if now == last:
        return "持平"
    more = now > last
    if item.told.kind == "percent":
        is_in_words = bool(item.told.number and item.told.number.slack)
        share = abs(Decimal(now) - Decimal(last)) * _HUNDRED / Decimal(last)
        return f"{'增长' if more else '下降'}{share:.{0 if is_in_words else _places(item.told.value)}f}%"
    return f"{'增加' if more else '减少'}{format_number(now - last if more else last - now)}{unit}"


def _places(number: Number) -> int:
    exponent = number.as_tuple().exponent if isinstance(number, Decimal) else 0
    return -exponent if isinstance(exponent, int) else 0
