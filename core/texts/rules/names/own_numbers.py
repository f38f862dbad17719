"""Other units whose sentence tells the numbers of our tables (N-10): 岚河县市场监管局办理行政许可20418件, as we did.

What another unit did is told in other numbers than ours. Where those of its sentence are what our cells hold, several
of them or a long one, its name stands where ours belongs, whatever kind of unit it is and whatever it is said to do.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from core.base.patterns import pattern
from core.texts.claims.claim import Claim
from core.texts.rules.names import reasons
from core.texts.rules.names.authors import is_own
from core.texts.rules.names.first_person import levels_of
from core.texts.rules.names.foreign_units import is_no_county, is_no_place
from core.texts.rules.names.names_of_units import SORTS, Named, may_be_second_name, named_units, parts_of, sort_of
from core.texts.rules.views import Span, sentence_around

_ENOUGH, _PLENTY = 3, 4
"""How many digits of numbers agree by no chance; of a bureau of our own place, which may act for us."""
_LONG = 3
"""Digits of a number that tells enough by itself."""
_ACT = ("", "compiles")
"""How a unit that acts is told: as the head of a clause, or behind 由."""
_OF_COURTS = "t4."
"""Cells on what others decide about us: their numbers are told of those others."""
_WHO = pattern("[省市县区州盟旗镇乡道][^，。；]{0,24}(?:局|委|厅|府|处|会|中心|公司|院)|[县旗区市镇乡]|街道|海关")
"""What the name of another unit holds."""
_WHOLE = pattern(
    r"(?:^|(?<=[。；，\n]))[ \u3000]*(?:20\d\d年度?，?|全年，?|一年来，?)?"
    "(?P<name>全(?P<kind>[省市县区州旗盟]))(?!域|面|系统|直)",
    needs=["全"],
)
"""(全市)各级行政机关新收申请278件"""
_GOVERNS = pattern("人民政府|政府|各级|各部门|本级|机关")
"""(沅清县)各级行政机关: a place that acts as its government does."""
_FOR_US = pattern("执法|审批|政务|数据|行政服务|公共资源|司法|公安")
"""Bureaus of our place that decide or count for others."""


def tellers_of_our_numbers(text: str, code: str, unit: str, told: Sequence[Claim]) -> list[Span]:
    """Return the names of other units whose sentences tell what cells of our tables hold."""
    tellers = _tellers(text, unit)
    ours = [claim for claim in told if claim.place.text == code and _is_ours(claim)] if tellers else []
    if _weight(ours) < _ENOUGH:
        return []
    wrong = [claim.place.start for claim in told if claim.place.text == code and claim.agrees is False]
    found = []
    for named, start, end, enough in tellers:
        theirs = [claim for claim in ours if start <= claim.place.start < end]
        if _weight(theirs) >= enough and sum(start <= place < end for place in wrong) < len(theirs):
            found.append(Span(named.start, named.end, named.name))
    return found


def wholes_of_others(text: str, code: str, unit: str, told: Sequence[Claim]) -> list[Span]:
    """Return places of another level than ours that are told the numbers of our tables: 全市新收278件, by a county."""
    levels = levels_of(unit)
    is_told = bool(levels) and _WHOLE.search(text)
    ours = [claim for claim in told if claim.place.text == code and _is_ours(claim)] if is_told else []
    if _weight(ours) < _PLENTY:
        return []
    found = []
    for match in _WHOLE.finditer(text):
        end = text.find("。", match.end())
        theirs = [c for c in ours if match.end() <= c.place.start < (end if end >= 0 else len(text))]
        said = sentence_around(text, *match.span("name"))
        is_ours = match["kind"] in levels or any(f"{who}{sign}" in said for who in "全我本" for sign in levels)
        if not is_ours and _weight(theirs) >= _PLENTY and not reasons.TOLD_BESIDE.search(said):
            found.append(Span(*match.span("name"), match["name"]))
    return found[:1]


def _is_ours(claim: Claim) -> bool:
    """Whether a number is what a cell of our tables holds, and more than none."""
    is_counted = bool(claim.agrees and claim.number and claim.cells and not claim.is_share)
    return is_counted and not claim.cells[0].startswith(_OF_COURTS)


def _weight(claims: Sequence[Claim]) -> int:
    """Return how much it tells that numbers agree: by their digits, of each cell once."""
    digits = {claim.cells[0]: len(str(int(claim.number or 0))) for claim in claims}
    return sum(_PLENTY if count >= _LONG else count for count in digits.values())


@lru_cache(maxsize=256)
def _tellers(text: str, unit: str) -> tuple[tuple[Named, int, int, int], ...]:
    """Return the other units that act, from where to where they are told of, and how much must agree."""
    if not _WHO.search(text):
        return ()
    found: list[tuple[Named, int, int, int]] = []
    for sort in SORTS:
        for named in named_units(text, sort):
            enough = _needed(text, named, sort, unit) if named.lead in _ACT else 0
            if enough and not any(named.start == other.start and other.end > named.end for other, *_ in found):
                sentence = sentence_around(text, named.start, named.end)
                if not reasons.TOLD_BESIDE.search(sentence.replace(named.name, "□")):
                    end = text.find("。", named.end)
                    start = text.rfind("。", 0, named.start) if named.lead else named.after
                    found.append((named, start, end if end >= 0 else len(text), enough))
    return tuple(found)


def _needed(text: str, named: Named, sort: str, unit: str) -> int:
    """Return how much must agree for a unit that is not ours; 0 for what may well be told by us."""
    ours, our_sort = parts_of(unit), sort_of(unit)
    if is_own(named.name, unit) or is_no_place(named.place) or reasons.NO_SUBJECT.match(text, named.after):
        return 0
    is_office = "政府办公" in unit
    if sort == "county":
        is_peer = our_sort == "county" and ours is not None and named.kind == ours.kind
        if is_no_county(named) or not (is_peer or named.name.endswith("府")) or named.place in unit:
            return 0
        return _ENOUGH if is_peer or _GOVERNS.search(named.name) else 0
    if our_sort == "county" and not is_office:
        return 0  # what is under a government may be told by it
    if may_be_second_name(named.kind, unit):
        return 0
    is_beside = named.place == named.level or _is_place_of(named.place, unit)
    if is_beside and named.lead:
        return 0
    if is_beside and _FOR_US.search(named.kind):
        return 0
    return _PLENTY if is_beside and is_office else _ENOUGH


def _is_place_of(place: str, unit: str) -> bool:
    """Whether a unit lies in a place: 怀岭县, of 苍澜市生态环境局怀岭分局."""
    return place in unit or place.rstrip("省市县区州盟旗") in unit
