"""What becomes of the totals of paper (核对合计) when a table is pasted."""

from __future__ import annotations

from collections.abc import Container

from gui.matrix.landings import PastePlan


def pasted_totals(plan: PastePlan, controls: Container[str], *, keeps: bool) -> tuple[dict[str, str], str]:
    """Return the totals of paper to be entered with a paste, "" for those to go, and what to say of it.

    A whole table with its totals is another paper: the totals of the one before say nothing about it. Those of the new
    one take their place, unless they agree anyhow or the clerk saw that they do not and wants none.

    Args:
        plan: What is pasted.
        controls: Codes of the totals of paper that there are.
        keeps: Whether the clerk wants the pasted ones kept.
    """
    old = [code for code in plan.table.cells if code in controls] if plan.is_whole_table else []
    gone = f"，本表原有的 {len(old)} 个核对合计不再使用" if old else ""
    if keeps or (old and not plan.has_right_totals and not plan.wrong_totals):
        return {**dict.fromkeys(old, ""), **plan.totals}, f"，{len(plan.totals)} 个合计存为核对合计{gone}"
    return dict.fromkeys(old, ""), gone
