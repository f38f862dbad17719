"""Leaves out numbers of other offices, or of all of a place, beside which the unit's own number is told.

据区政府办公室汇总，全区收到申请612件，我委38件，占6.21%: 38 is what the table has. 省政府审结的案件213件，我厅占1.88%:
the 213 are not ours. Where the own number beside them is none of the table's, that one is wrong: 全区612件，我委39件.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from core.base.patterns import holds_one, last_of, pattern
from core.base.short_names import stands_in_order
from core.checks.findings import Place
from core.checks.rules import CheckContext
from core.texts.claims.claim import Claim, Found
from core.texts.language.left_alone import OTHER_SCOPE

_RULES = frozenset(["N-01", "N-04", "N-05", "N-06"])
_PARTS = "。；！？\n"
_GOVERNMENT = "人民政府"
_SHORTEST_NAME = 3
_OTHERS_NAMED = ("全", "个", "家", "各", "政府", "系统")
_KINDS = "省市县区州盟旗"
_OTHERS = pattern(
    f"全(?P<kind>[{_KINDS}])(?!面)|\\d(?:个|家)(?:街道|乡镇|镇街|镇|乡|部门|单位|[县区市]|分局)|各(?:部门|单位|街道|乡镇|镇街|镇|[县区市局])"
    f"|[{_KINDS}](?:人民)?政府(?!门户|网|信息)"
)
"""(全区)收到612件, 区里(12个街道)一共收到158件, (省政府)审结的案件213件"""
_OURS = f"[我本](?:[局委办厅院镇乡街处站所队馆{_KINDS}]|街道|中心|公司|机关|单位|部门)"
_OURSELVES = pattern(_OURS)
_SAME = "(?:为(?:被申请人|被告)的|(?:则|也|新收|收到|为|有|是|共)*)"
_BESIDE = pattern(
    "(?:，平均[^，；。]{0,12}\\d[\\d.]*[件宗起])?，(?P<among>其中，?|仅|而)?以?(?P<told>"
    f"(?:{_OURS}|(?P<name>[\u4e00-\u9fff]{{3,10}}?)){_SAME}"
    "(?:(?P<n>\\d+)[件宗起](?=[，；。、\\n]|占|$)|(?P<rate>\\d+(?:\\.\\d+)?)%|(?P<share>占(?:比|其|了|到|约|近|全[省市县区]的?)*(?P<part>\\d+(?:\\.\\d+)?))))",
)
"""全区612件(，我委38件)，占6.21%; 12个街道收到158件(，平均每个街道13.2件，柳荫街道16件)"""
_SHOWN = pattern("(\\d+(?:\\.\\d+)?)%")
_OF_UNIT = frozenset(["received", "cases_review", "cases_lawsuit", "corrected", "upheld", "rate_both", "rate_granted"])
"""What a bare own number beside is told of without a doubt."""


def beside_others(context: CheckContext, found: Found) -> Found:
    """Do not judge what others have beside the unit, but the unit's own number, told in the same words."""
    more: list[tuple[int, Claim]] = []
    told = [claim for claim, _ in found]
    for i, (claim, scope) in enumerate(found):
        if claim.agrees is not False or claim.rule_id not in _RULES or claim.number is None:
            continue
        own = _told_beside(context, claim)
        if own is None:
            continue
        value: str = own["n"] or own["rate"] or (own["part"] if claim.is_share else "") or ""
        is_of_place = not own["name"] and own["told"][1] in _KINDS  # 全省，我市
        is_of_place = is_of_place and not context.report.unit.endswith(_GOVERNMENT)
        values = [known for other in (claim, *_of_others_before(context, told, claim)) for known in _values(other)]
        is_right = not value or is_of_place or Decimal(value) in values
        if is_right:
            found[i] = claim.left_alone(OTHER_SCOPE), scope
        elif not own["among"] and claim.key in _OF_UNIT:
            place = Place(claim.place.text, own.start("told"), own.end("told"))
            number = int(value) if value.isdecimal() else Decimal(value)
            if not any(_is_judged_there(c, place) for c, _ in found):
                more.append((i + 1, claim._replace(place=place, quote=own["told"], number=number)))
            found[i] = claim.left_alone(OTHER_SCOPE), scope
    for at, claim in reversed(more):
        found.insert(at, (claim, ""))
    return found


def _of_others_before(context: CheckContext, told: Sequence[Claim], claim: Claim) -> list[Claim]:
    """Return the numbers before the last one of others in its part of the sentence: 132件，维持80件，我局3件."""
    begin = last_of(_PARTS, context.report.texts[claim.place.text], 0, claim.place.start)
    return [c for c in told if c.place.text == claim.place.text and begin < c.place.start < claim.place.start]


def _is_judged_there(claim: Claim, place: Place) -> bool:
    """Whether a number in a place is known by its own words: 我委(新收103)件."""
    is_there = claim.place.text == place.text and place.start <= claim.place.end <= place.end
    return is_there and bool(claim.rule_id) and not claim.is_share


def _told_beside(context: CheckContext, claim: Claim) -> re.Match[str] | None:
    """Return the unit's own number told behind that of others; None where a number is not of others."""
    text, unit = context.report.texts[claim.place.text], context.report.unit
    begin = last_of(_PARTS, text, 0, claim.place.start) + 1
    head = text[begin : claim.place.end]
    if not unit or not holds_one(head, _OTHERS_NAMED) or _OURSELVES.search(head):
        return None
    own = _BESIDE.match(text, claim.place.end)
    if own is None or bool(own["n" if claim.is_share else "rate"]) or not _are_others(unit, head, own["told"]):
        return None
    name = own["name"]
    is_ours = not name or (len(name) >= _SHORTEST_NAME and stands_in_order(name, unit))
    return own if is_ours else None


def _are_others(unit: str, head: str, own: str) -> bool:
    """Whether others are named before a number: of a government, a larger place than its own."""
    if not unit.endswith(_GOVERNMENT):
        return bool(_OTHERS.search(head))
    ours = unit.removesuffix(_GOVERNMENT)[-1:]
    named = {match["kind"] for match in _OTHERS.finditer(head)}
    return own[1:2] == ours and bool(named - {None}) and ours not in named


def _values(claim: Claim) -> Sequence[Decimal]:
    """Return what the tables say, as it may be told of the unit."""
    if claim.is_share:
        return [Decimal(shown) for shown in _SHOWN.findall(claim.shown)]
    return [Decimal(number) for number in claim.sums]
