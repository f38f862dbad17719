"""Collects the parts of a list that an opening (其中, 包括, ：) begins, and tells where it is closed (其他)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.base.patterns import holds_one, pattern
from core.texts.language.things import Count
from core.texts.sums.closing import JOINED_LAST, closes_list
from core.texts.sums.names_of_each import names_of_each
from core.texts.sums.outcomes_told import is_outcome_of
from core.texts.sums.sum_shapes import NO_PART, SUBTOTAL

_STATE = pattern("已")  # 已判4件: what became of parts
_NEW_FRAME = pattern(
    "(?:全年|年内|并|还|已|累计|共|依法)*(?:收到|受理|新收|办结|答复|召开|举办|组织|开展|回应|更新|培训|印发|制发|发放|接待|处理|审查|检查"
    "|推送|转发|阅读|访问|关注|结转|(?:主要|大多|多|均)(?:为|是|系|集中|涉及|包括))"
)
"""What begins another clause (，回应关切230条; ，主要为治安案件29件), not one more part."""
_BRACKETS = pattern(r"（[^（）]*）")
_OF_NAME = pattern(r"(?:[\u4e00-\u9fff、]|（[^（）\d]*）)+\d")
"""9个(县（市、区）及其部门、乡镇914件): a number within the name of what the next one counts."""
_MARKS, _BREAK = "、，；", pattern("[，；：、]")


def parts_listed(text: str, counts: Sequence[Count], opening: re.Match[str]) -> tuple[list[Count], int]:
    """Return the parts of a list between marks of one kind, and how many they are up to one that closes it (其他)."""
    start = opening.end()
    end = text.find("）", start) if opening[0].endswith("（") else len(text)
    is_plain = opening[0].endswith("其中") or "主要" in opening[0]
    parts: list[Count] = []
    between, closing, place = "", 0, start
    for count in counts:
        if count.start < start:
            continue
        if count.start >= end:
            break
        gap = text[place : count.start].strip()
        gap = _BRACKETS.sub("", gap).strip() if "（" in gap else gap
        if "（" in gap or "）" in gap:
            if "）" in gap:
                break
            continue  # a part in brackets is one of the part before
        if parts and count.unit != parts[0].unit and _OF_NAME.match(text, count.end):
            continue  # 9个县及其部门914件
        gap = JOINED_LAST.sub(between or "、", gap) if parts else gap
        mark = gap[:1] if parts else ""
        said = gap[1:] if parts else gap
        said = said.removesuffix("共") if "和" in said else said  # 不予处理和其他处理共20件
        if not said and (not parts or mark in _MARKS):
            return [], 0  # 1件正在审理: what is counted is said behind
        count = count._replace(value=count.value * names_of_each(said))
        closes = closes_list(_BREAK.split(said)[-1], parts)
        if parts and (mark not in _MARKS or (is_plain and mark == "；")):
            break  # 制发17件，其中涉企9件；废止23件
        if mark == "；" and text.startswith(("，其中", "中", "里"), count.end):
            break  # 不予公开的16件中，执法案卷15件；无法提供13件，其中不掌握12件
        if len(parts) > 1 and mark != between and not closes:
            break
        is_sum = len(parts) > 1 and SUBTOTAL.search(said) and _are_sum(parts, count)
        if is_sum or (parts and is_outcome_of(parts[-1], text[: count.start])):
            place = count.end  # 公开6件，部分公开2件，合起来8件，无法提供4件
            continue
        if count.unit != (parts[0].unit if parts else count.unit) or NO_PART.search(said) or SUBTOTAL.search(said):
            break
        if holds_one(said, "，；") or (parts and _NEW_FRAME.match(said) and mark != "、"):
            break
        if parts and _STATE.match(said) and not _STATE.match(parts[0].head.removeprefix("其中")):
            break  # 直接起诉6件，已判4件: another way to look at them
        between = mark if len(parts) == 1 else between
        parts.append(count)
        place = count.end
        closing = closing or len(parts) * closes
    return parts, closing


def _are_sum(parts: Sequence[Count], count: Count) -> bool:
    """Whether a number is what the last of some parts make together."""
    sums = {sum(part.value for part in parts[j:]) for j in range(len(parts) - 1)}
    return count.unit == parts[0].unit and count.value in sums
