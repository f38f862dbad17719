"""What comes next after the place where the clerk is, of all that is in the way of a 送审稿 or 定稿: remarks last."""

from __future__ import annotations

from collections.abc import Sequence

from core.checks.findings import CheckResult, Finding, Place
from core.office.review import ToDo, remarks_to_do
from gui.report.session import ReportSession


def next_place(session: ReportSession, here: Place | ToDo | None, result: CheckResult) -> Finding | ToDo | None:
    """Return the next blocking finding or open warning behind a place, then the open remarks, then the first again.

    What leads to the very place where the clerk is comes again only where nothing else waits. Without a place, what
    blocks comes first. None where nothing waits.

    Args:
        session: The open report.
        here: Where the clerk is: at a place, or at a remark.
        result: The checks as for a 定稿.
    """
    waiting = (*result.blocking, *result.open_warnings)
    remarks = waiting_remarks(session)
    if here is None:
        return _first(waiting, remarks)
    ranks = [(_rank(session, landing(session, finding)), number) for number, finding in enumerate(waiting)]
    first = [waiting[min(ranks)[1]]] if ranks else []
    if isinstance(here, ToDo):
        later = [what for what in remarks if (what.at, what.number) > (here.at, here.number)]
        return _first(later, first, remarks)
    behind = [found for found in ranks if found[0] > _rank(session, here)]
    return waiting[min(behind)[1]] if behind else _first(remarks, first)


def _first(*groups: Sequence[Finding | ToDo]) -> Finding | ToDo | None:
    return next((one for group in groups for one in group), None)


def waiting_remarks(session: ReportSession) -> list[ToDo]:
    """Return the remarks of superiors that nothing was done about yet, oldest first; a 定稿 has settled them."""
    if session.report.status.get("locked_on"):
        return []
    return [what for what in remarks_to_do(session.report) if not what.remark.answer]


def _rank(session: ReportSession, place: Place) -> tuple[int, int]:
    order = session.form.reading_order
    return order.get(place.text, len(order)), place.start


def landing(session: ReportSession, finding: Finding) -> Place:
    """Return where a finding leads to, as the pages do.

    That is not the first code it is about: a page goes to a wrong total, else to the cell named first, else to a text.
    """
    form = session.form
    order = form.reading_order
    cells = [code for code in (session.facts.wrong_totals(finding) or finding.cells) if code in order]
    about = [*cells, *(place.text for place in finding.places if place.text in order)]
    if not about:
        return Place("", 0, 0)
    first = min(about, key=order.__getitem__)
    page = next((codes for codes in form.pages.values() if first in codes), frozenset(form.meta))
    code = next((code for code in cells if code in page and code not in form.outside_tables), "")
    if code:
        return Place(code, 0, 0)
    return next((place for place in finding.places if place.text in page), Place(first, 0, 0))
