"""Reports whose numbers may be in the sum already: those that sum others up (B-11), two names of one unit (B-12).

Such a report is not added up until somebody has looked at it: adopts it, or takes it out of the sum.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from core.base.short_names import stands_in_order
from core.office.collection.desk import Desk, UnitResult
from core.office.collection.desk_rules import BatchFinding, batch_finding, desk_rules
from core.office.collection.file_versions import differing_cells
from core.office.collection.ledger import listed
from core.office.collection.letter_items import LetterItem, basis_of
from core.office.collection.unit_list import YES
from core.report.entry_text import Number

SUMMED = "汇总"
"""What a report says below 统计范围 that sums up others."""

_HEAD = re.compile(r"(?:人民政府|(?<=区)管理委员会|办事处)$")
"""How the names of units end whose report rightly sums up what belongs to them."""

_PLACE = re.compile("[\u4e00-\u9fff]{2,6}?[省市县区州旗盟]")
_BRACKETS = re.compile(r"[(\[{〔【<〈][^)\]}〕】>〉]*[)\]}〕】>〉]")
_ENOUGH_CELLS = 3
"""Numbers other than 0 that must all be the sum of others: one or two are so by chance."""


def hold_back(desk: Desk, apart: Collection[str] = (), *, has_list: bool) -> set[str]:
    """Note the reports whose numbers others may hold (B-11), and units that may be one (B-12).

    A list tells them apart, unless they have the same numbers; it may be the one that the program made of their names.

    Args:
        desk: The desk.
        apart: Plain names of units that are held back already, and not looked at.
        has_list: Whether the office gave a list.

    Returns:
        The plain names of the units that are not to be added up before somebody has decided.
    """
    units = [u for u in desk.units if u.counts_in_words == YES and not u.is_own and u.plain not in apart]
    units = [unit for unit in units if unit.record is not None and unit.record.year == desk.year]
    held = _same_units(desk, units, has_list=has_list)
    held |= _summing(desk, [unit for unit in units if unit.plain not in held])
    others = [unit for unit in units if unit.plain not in held]
    return held | _equal_to_others(desk, others)


# ---------------------------------------------------------------- reports that sum up others


def _summing(desk: Desk, units: Sequence[UnitResult]) -> set[str]:
    """B-11: reports that say 汇总 where what they sum up may be here too."""
    held = set()
    for unit in units:
        if unit.record is None or unit.record.scope != SUMMED or len(units) < 2:
            continue
        place = _HEAD.sub("", unit.plain)
        inner = [other.name for other in units if other is not unit and other.plain.startswith(place)]
        if place != unit.plain and not inner:
            continue  # a town, or a county among counties: it sums up nobody who is here
        others = listed(inner) if place != unit.plain else "其所属或所辖的单位"
        found = _found(unit, "", {"others": others})
        desk.batch.append(found)
        rule = desk_rules()[found.rule_id]
        check = "统计范围是“汇总”，加进合计会重复；数字只是本机关的，请改为“本机关”，不是的，请只报本机关的数字。"
        place_name = desk.form.meta["meta.scope"].name
        item = LetterItem(rule.id, rule.level, "基本信息", place_name, SUMMED, check, basis_of(rule))
        unit.items.append(item)
        held.add(unit.plain)
    return held


def _equal_to_others(desk: Desk, units: Sequence[UnitResult]) -> set[str]:
    """B-11: reports whose numbers are those of several others together."""
    given = [(unit, own, sum(own.values())) for unit in units if (own := _numbers(desk, unit))]
    held = set()
    for unit, mine, total in given:
        if len(mine) < _ENOUGH_CELLS:
            continue
        parts = [(other, own) for other, own, less in given if less < total and _fits(own, mine)]
        if len(parts) < 2 or any(number != sum(own.get(c, 0) for _, own in parts) for c, number in mine.items()):
            continue
        values = {"others": listed([part.name for part, _ in parts]), "count": len(mine)}
        desk.batch.append(_found(unit, "sum", values, mine))
        held.add(unit.plain)
    return held


def _numbers(desk: Desk, unit: UnitResult) -> dict[str, Number]:
    """Return the entered numbers of a unit that are not 0."""
    known = unit.record.figures if unit.record else {}
    return {code: known[code] for code in desk.form.entered if known.get(code)}


def _fits(part: Mapping[str, Number], whole: Mapping[str, Number]) -> bool:
    """Whether a unit may be a part of what another one reports: it has no number that is greater."""
    return len(part) <= len(whole) and all(number <= whole.get(code, 0) for code, number in part.items())


def _found(
    unit: UnitResult, variant: str, values: Mapping[str, object], cells: Mapping[str, Number] | None = None
) -> BatchFinding:
    files = [file.name for file in unit.reports if file.record is unit.record]
    unit.doubts.append("B-11")
    values = {"unit": unit.name, "file": "、".join(files), **values}
    return batch_finding("B-11", values, variant, units=[unit.name], files=files, cells=cells or ())


# ---------------------------------------------------------------- two names of one unit


def _same_units(desk: Desk, units: Sequence[UnitResult], *, has_list: bool) -> set[str]:
    """B-12: units whose names differ by the place or something in brackets; of equal numbers one report is added."""
    held = set()
    for one, other in _pairs_to_look_at(units):
        if not may_be_same(one.plain, other.plain) or one.record is None or other.record is None:
            continue
        full, short = sorted((one, other), key=lambda unit: (bool(_BRACKETS.search(unit.plain)), -len(unit.plain)))
        is_equal = not differing_cells(desk.form, [one.record, other.record])
        variant = "same" if is_equal else "listed" if has_list else ""
        names = [full.name, short.name]
        files = [f.name for unit in (full, short) for f in unit.reports if f.record is unit.record]
        values = {"unit": full.name, "other": short.name}
        desk.batch.append(batch_finding("B-12", values, variant, units=names, files=files))
        for unit in (full, short):
            unit.doubts += ["B-12"] if "B-12" not in unit.doubts else []
        held |= {"same": {short.plain}, "listed": set(), "": {short.plain, full.plain}}[variant]
    return held


def _pairs_to_look_at(units: Sequence[UnitResult]) -> list[tuple[UnitResult, UnitResult]]:
    """Return the pairs of which one ends like the other without its place, in the order of the units.

    By their ends, since to set a thousand names against each other would take seconds.
    """
    ends: dict[str, list[int]] = {}
    bare = [_BRACKETS.sub("", unit.plain) for unit in units]
    for at, name in enumerate(bare):
        for start in range(len(name)):
            ends.setdefault(name[start:], []).append(at)
    pairs = set()
    for at, name in enumerate(bare):
        place = _PLACE.match(name)
        for end in {name, name[place.end() :] if place else name}:
            pairs |= {(min(at, other), max(at, other)) for other in ends.get(end, ()) if other != at}
    return [(units[one], units[other]) for one, other in sorted(pairs)]


def may_be_same(one: str, other: str) -> bool:
    """Whether two plain names may be of one unit: 青澜县统计局 is 县统计局, 青澜统计局 and 青澜县统计局(新)."""
    short, long = sorted((_BRACKETS.sub("", name) for name in (one, other)), key=len)
    place = _PLACE.match(long)
    if short == long or place is None:
        return short == long
    rest = long[place.end() :]
    head = short.removesuffix(rest)
    return bool(rest) and head != short and (not head or stands_in_order(head, place[0]))
