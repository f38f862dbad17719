"""The names of halls, unions and the like in their own reports: 县档案馆 for 柏川县档案馆, 市残联 for 残疾人联合会."""

from __future__ import annotations

from core.base.short_names import stands_in_order

_KINDS = "馆院站社会联处台校园行"
_PLACES = "省市县区州旗盟"
_LOWER = "乡镇街道各所辖"
"""乡镇(档案馆)"""
_OURS = "我本"
_LONGEST, _SHORTEST = 12, 3


def without_own_hall(clause: str, unit: str) -> str:
    """Return a clause without the name of the unit, shortened or not, where that is none of a 局 or 委."""
    if not unit or unit[-1] not in _KINDS:
        return clause
    end = len(clause)
    while end > 0:
        starts = range(max(end - _LONGEST, 0), end - _SHORTEST + 1) if clause[end - 1] in _KINDS else ()
        own = next((start for start in starts if _is_own(clause[start:end], clause[:start], unit)), None)
        own = own - 1 if own and clause[own - 1] in _OURS else own  # 我街道办事处
        clause = clause if own is None else clause[:own] + clause[end:]
        end = end - 1 if own is None else own
    return clause


def _is_own(name: str, before: str, unit: str) -> bool:
    if before[-1:] and before[-1] in _LOWER + _PLACES:
        return False
    is_short = name[0] in _PLACES and name[-1] in (unit[-1], "联")
    return (unit.endswith(name) or is_short) and stands_in_order(name, unit)
