"""雷同 of more than two units in one sentence: six units with one text are one matter, not fifteen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from core.office.collection.desk import UnitResult
from core.office.collection.desk_rules import BatchFinding
from core.office.collection.likeness import PARTS, Alike

_ALIKE = "B-05"
_GROUP = "{units}{count}个单位的{parts}相互雷同，请核实是否照搬；两两对照见核查情况.xlsx“雷同”。"


def grouped(
    batch: Sequence[BatchFinding], alike: Iterable[tuple[UnitResult, UnitResult, Alike]]
) -> list[tuple[BatchFinding, str]]:
    """Return findings with what is said of them; of pairs that hang together by more than two units the first alone.

    Args:
        batch: The findings.
        alike: The pairs that those of B-05 are about.
    """
    kinds = [(one.name, PARTS[pair.kind]) for one, _, pair in alike]
    pairs = [found for found in batch if found.rule_id == _ALIKE]
    groups = _groups(found.units for found in pairs)
    told: set[tuple[str, ...]] = set()
    lines = []
    for found in batch:
        group = next((units for units in groups if found.units[0] in units), ()) if found.rule_id == _ALIKE else ()
        if len(group) <= 2:
            lines.append((found, found.message))
        elif group not in told:
            told.add(group)
            parts = dict.fromkeys(part for name, part in kinds if name in group)
            said = _GROUP.format(units="、".join(group), count=len(group), parts="或".join(parts))
            lines.append((found, said))
    return lines


def _groups(pairs: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Return units that are alike by way of each other, in the order in which they were met."""
    groups: list[tuple[str, ...]] = []
    for pair in pairs:
        touched = [group for group in groups if not set(group).isdisjoint(pair)]
        merged = tuple(dict.fromkeys([*(unit for group in touched for unit in group), *pair]))
        groups = [*(group for group in groups if group not in touched), merged]
    return groups
