"""雷同 of more than two units in one sentence: six units with one text are one matter, not fifteen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from core.base.short_texts import some_of
from core.office.collection.desk import UnitResult
from core.office.collection.desk_rules import BatchFinding
from core.office.collection.likeness import PARTS, Alike

ALIKE_RULE = "B-05"
_NAMED = 3
_GROUP = "{units}{count}个单位的{parts}相互雷同，请核实是否照搬；两两对照见核查情况.xlsx“雷同”。"

_OF_UNIT = "与{count}个单位雷同，最高{percent}%相同（{named}），请核实是否照搬；两两对照见“对照雷同的文字”。"


def grouped(batch: Sequence[BatchFinding], alike: Iterable[tuple[UnitResult, UnitResult, Alike]]) -> list[BatchFinding]:
    """Return findings; those of pairs that hang together by more than two units as one, in the place of the first.

    Args:
        batch: The findings.
        alike: The pairs that those of B-05 are about.
    """
    kinds = [(one.name, PARTS[pair.kind]) for one, _, pair in alike]
    pairs = [found for found in batch if found.rule_id == ALIKE_RULE]
    groups = _groups(found.units for found in pairs)
    told: set[tuple[str, ...]] = set()
    lines = []
    for found in batch:
        group = next((u for u in groups if found.units[0] in u), ()) if found.rule_id == ALIKE_RULE else ()
        if len(group) <= 2:
            lines.append(found)
        elif group not in told:
            told.add(group)
            parts = dict.fromkeys(part for name, part in kinds if name in group)
            said = _GROUP.format(units="、".join(group), count=len(group), parts="或".join(parts))
            files = dict.fromkeys(name for pair in pairs if pair.units[0] in group for name in pair.files)
            lines.append(replace(found, units=group, files=tuple(files), message=said))
    return lines


def in_one(
    batch: Sequence[BatchFinding], unit: UnitResult, alike: Iterable[tuple[UnitResult, UnitResult, Alike]]
) -> list[BatchFinding]:
    """Return what was found about a unit; that it is like several others as one, which names the nearest of them.

    Args:
        batch: What was found about the unit.
        unit: The unit.
        alike: All pairs that are alike.
    """
    others = sorted(
        ((pair.percent, (two if one is unit else one).name) for one, two, pair in alike if unit in (one, two)),
        key=lambda other: -other[0],
    )
    pairs = [found for found in batch if found.rule_id == ALIKE_RULE]
    if len(pairs) < 2:
        return list(batch)
    named = some_of([f"{name}{percent}%" for percent, name in others], _NAMED, "个单位")
    said = _OF_UNIT.format(count=len(pairs), percent=others[0][0], named=named)
    return [replace(f, message=said) if f is pairs[0] else f for f in batch if f not in pairs[1:]]


def _groups(pairs: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Return units that are alike by way of each other, in the order in which they were met."""
    groups: list[tuple[str, ...]] = []
    for pair in pairs:
        touched = [group for group in groups if not set(group).isdisjoint(pair)]
        merged = tuple(dict.fromkeys([*(unit for group in touched for unit in group), *pair]))
        groups = [*(group for group in groups if group not in touched), merged]
    return groups
