"""Which commands of the way of a report cannot do anything yet, and what comes before them."""

from __future__ import annotations

from collections.abc import Mapping

from core.office.export import refusal
from core.office.remark_list import remarks_to_do
from gui.pages.next_place import all_waiting
from gui.report.session import ReportSession

NOTHING_OPEN = "没有未填的，也没有错误和待核实的疑点"


def not_yet(session: ReportSession) -> Mapping[str, str]:
    """Return for each command by its id why it would do nothing now; "" for one that would."""
    facts, report = session.facts, session.report
    to_fill, is_final = facts.to_fill_in_words(), session.open_report.is_final
    return {
        "next_open": "" if all_waiting(session) else NOTHING_OPEN,
        "make.review": refusal(facts.told, "review", to_fill),
        "make.final": refusal(facts.told, "final", to_fill),
        "answer_remarks": "" if remarks_to_do(report) else "先登记退回意见",
        "unlock": "" if is_final else "还没有定稿",
        "note_publication": "" if is_final else "先生成定稿",
        "archive": "" if report.status.get("published_on") else "先登记公布",
    }
