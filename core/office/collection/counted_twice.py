"""Reports whose numbers may be in the sum already: those that sum others up (B-11), two names of one unit (B-12).

Such a report is not added up until somebody has looked at it: adopts it, or takes it out of the sum.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import combinations

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


def hold_back(desk: Desk, *, has_list: bool) -> set[str]:
    """Note the reports whose numbers others may hold (B-11), and units that may be one (B-12, where there is no list).

    Returns:
        The plain names of the units that are not to be added up before somebody has decided.
    """
    units = [unit for unit in desk.units if unit.counts_in_words == YES and not unit.is_own]
    units = [unit for unit in units if unit.record is not None and unit.record.year == desk.year]
    held = set() if has_list else _same_units(desk, units)
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
    numbers = {unit.plain: _numbers(desk, unit) for unit in units}
    held = set()
    for unit in units:
        mine = numbers[unit.plain]
        if len(mine) < _ENOUGH_CELLS:
            continue
        parts = [other for other in units if other is not unit and _fits(numbers[other.plain], mine)]
        if len(parts) < 2 or any(
            number != sum(numbers[p.plain].get(c, 0) for p in parts) for c, number in mine.items()
        ):
            continue
        values = {"others": listed([part.name for part in parts]), "count": len(mine)}
        desk.batch.append(_found(unit, "sum", values, mine))
        held.add(unit.plain)
    return held


def _numbers(desk: Desk, unit: UnitResult) -> dict[str, Number]:
    """Return the entered numbers of a unit that are not 0."""
    known = unit.record.numbers(desk.form) if unit.record else {}
    return {code: known[code] for code in desk.form.entered if known.get(code)}


def _fits(part: Mapping[str, Number], whole: Mapping[str, Number]) -> bool:
    """Whether a unit may be a part of what another one reports: it has no number that is greater."""
    return 0 < len(part) <= len(whole) and all(number <= whole.get(code, 0) for code, number in part.items())


def _found(
    unit: UnitResult, variant: str, values: Mapping[str, object], cells: Mapping[str, Number] | None = None
) -> BatchFinding:
    files = [file.name for file in unit.reports if file.record is unit.record]
    unit.doubts.append("B-11")
    values = {"unit": unit.name, "file": "、".join(files), **values}
    return batch_finding("B-11", values, variant, units=[unit.name], files=files, cells=cells or ())


# ---------------------------------------------------------------- two names of one unit


def _same_units(desk: Desk, units: Sequence[UnitResult]) -> set[str]:
    """B-12: units whose names differ by the place or something in brackets; of equal numbers one report is added."""
    held = set()
    for one, other in combinations(units, 2):
        if not may_be_same(one.plain, other.plain) or one.record is None or other.record is None:
            continue
        full, short = sorted((one, other), key=lambda unit: (bool(_BRACKETS.search(unit.plain)), -len(unit.plain)))
        is_equal = not differing_cells(desk.form, [one.record, other.record])
        names = [full.name, short.name]
        files = [f.name for unit in (full, short) for f in unit.reports if f.record is unit.record]
        values = {"unit": full.name, "other": short.name}
        desk.batch.append(batch_finding("B-12", values, "same" if is_equal else "", units=names, files=files))
        for unit in (full, short):
            unit.doubts += ["B-12"] if "B-12" not in unit.doubts else []
        held |= {short.plain} if is_equal else {short.plain, full.plain}
    return held


def may_be_same(one: str, other: str) -> bool:
    """Whether two plain names may be of one unit: 青澜县统计局 is 县统计局, 青澜统计局 and 青澜县统计局(新)."""
    short, long = sorted((_BRACKETS.sub("", name) for name in (one, other)), key=len)
    place = _PLACE.match(long)
    if short == long or place is None:
        return short == long
    rest = long[place.end() :]
    head = short.removesuffix(rest)
    return bool(rest) and head != short and (not head or stands_in_order(head, place[0]))
