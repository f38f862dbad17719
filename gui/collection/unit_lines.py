"""What the list of units shows: one line a unit, and one for the files that belong to none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from core.form.form_definition import LEVELS
from core.office.collection.alike_groups import in_one
from core.office.collection.collected import Collected
from core.office.collection.desk import (
    ACCEPTED,
    DOUBTS,
    ERRORS,
    LEFT_IN_WORD,
    MISSING,
    PRIVACY,
    PUBLISHED,
    RECEIVED,
    RETURNED,
    STATES,
    UnitResult,
)
from core.office.collection.desk_rules import BatchFinding
from core.office.collection.unit_list import plain_name

APART = "其他文件和问题"
"""Name of the line for what belongs to no unit."""

_LEVEL_OF = {MISSING: "error", ERRORS: "error", DOUBTS: "warning", RECEIVED: "warning", RETURNED: "hint"}
_MARK_OF = {"error": "✕", "warning": "！", "hint": "→", "": "✓"}


IS_WAITING = "已放入，待读取"
MISSING_RULE = "B-01"


@dataclass(frozen=True, slots=True)
class UnitLine:
    """A line of the list.

    Attributes:
        unit: The unit; None for the line of what belongs to none.
        key: Plain name of the unit; "" for that line.
        texts: What the columns show: 单位, 类型, 已收文件, 结论, 错误／疑点, 状态, 计入汇总.
        level: By which it is coloured; "" for a unit with which all is well.
        order: What each column is sorted by.
        waiting: Name of a file that is likely its report and was not read yet; "" for none.
    """

    unit: UnitResult | None
    key: str
    texts: tuple[str, ...]
    level: str
    order: tuple[object, ...]
    waiting: str = ""


def unit_lines(collected: Collected, waiting: Sequence[str] = ()) -> list[UnitLine]:
    """Return the lines in the order of the list; what belongs to no unit comes last, and only where there is any.

    ``waiting`` are the names of files that were not read yet: a unit whose name one of them has is not said to be
    missing.
    """
    desk = collected.desk
    lines = [_line(number, unit, collected, waiting) for number, unit in enumerate(desk.units)]
    apart = [*desk.still_unread, *batch_of(collected, None)]
    if apart:
        files = "、".join(PurePosixPath(name).name for name, _ in desk.still_unread)
        level = "error" if desk.still_unread else "warning"
        texts = (APART, "", files, "", str(len(apart)), f"{_MARK_OF[level]} 待处理", "")
        last = len(desk.units)
        order = (last, "", files, "", (-1, -1), len(STATES), "")
        lines.append(UnitLine(None, "", texts, level, order))
    return lines


def _line(number: int, unit: UnitResult, collected: Collected, waiting: Sequence[str]) -> UnitLine:
    errors, doubts = unit.open_errors, unit.open_doubts
    if not unit.files:
        levels = [found.level for found in batch_of(collected, unit)]
        errors, doubts = levels.count("error"), levels.count("warning")
    level = "" if unit.state == MISSING and not unit.listed.must_report else _LEVEL_OF.get(unit.state, "")
    files = "、".join(PurePosixPath(file.name).name for file in unit.files)
    verdict = unit.record.verdict if unit.record else ""
    mark = _MARK_OF[level] if unit.listed.must_report or unit.files else "－"
    texts = (
        unit.name,
        unit.unit_type,
        files,
        verdict,
        f"{errors}／{doubts}" if unit.files or errors or doubts else "",
        f"{mark} {state_in_words(unit)}",
        unit.counted_in_words,
    )
    order = (number, unit.unit_type, files, verdict, (errors, doubts), STATES.index(unit.state), texts[-1])
    if unit.state == MISSING and (found := [name for name in waiting if unit.plain in plain_name(name)]):
        texts = (*texts[:4], "", f"{_MARK_OF['hint']} {IS_WAITING}", texts[-1])
        return UnitLine(unit, unit.plain, texts, "hint", order, found[0])
    return UnitLine(unit, unit.plain, texts, level, order)


def state_in_words(unit: UnitResult) -> str:
    """Return how a unit stands: 已退回第2次, 已公布 with the day."""
    noted = [PRIVACY] * bool(unit.private_hints)
    noted += dict.fromkeys(LEFT_IN_WORD[said] for _, said in unit.left_over)
    if unit.state == RETURNED:
        return "，".join([f"已退回第{unit.returned}次", *noted])
    if unit.state == PUBLISHED:
        return "，".join([f"已公布 {unit.published_on}", *noted])
    if unit.state == MISSING and not unit.listed.must_report:
        return "不要求报"
    adopted = ["已核实"] if unit.state == ACCEPTED and unit.adopted else []
    unclear = [unit.why_none] if unit.state == MISSING and unit.why_none else []
    wrong = [unit.publication_fault] if unit.publication_fault else []
    changed = [unit.reopened] if unit.reopened else []
    more = "，".join(
        [*unclear, *wrong, *changed, *noted, *adopted, *([f"退回过{unit.returned}次"] if unit.returned else [])]
    )
    return f"{unit.state}（{more}）" if more else unit.state


def batch_of(collected: Collected, unit: UnitResult | None) -> list[BatchFinding]:
    """Return what stands out about a unit; without one what is about none, errors first."""
    found = []
    names = {u.name for u in collected.desk.units}
    owned = {file.name for u in collected.desk.units for file in u.files}
    own = {file.name for file in unit.files} if unit else set()
    for finding in collected.desk.batch:
        if unit is None:
            is_about = not names.intersection(finding.units) and not owned.intersection(finding.files)
            is_about |= finding.rule_id in ("B-04", "B-08")
        else:
            is_about = unit.name in finding.owners
            if finding.rule_id != MISSING_RULE:  # that is told of another unit, whose file it may be
                is_about |= bool(own.intersection(finding.files))
        if is_about:
            found.append(finding)
    told = in_one(found, unit, collected.desk.alike) if unit else found
    return sorted(told, key=lambda finding: LEVELS.index(finding.level))
