"""What comes next after the place where the clerk is, of all that is in the way of a 送审稿 or 定稿."""

from __future__ import annotations

from core.checks.findings import CheckResult, Finding, Place
from gui.report.session import ReportSession


def next_place(session: ReportSession, here: Place | None, result: CheckResult) -> Finding | None:
    """Return the next blocking finding or open warning behind a place, and after the last one the first.

    What leads to the very place where the clerk is comes again only where nothing else waits. Without a place, what
    blocks comes first. None where nothing waits.
    """
    waiting = (*result.blocking, *result.open_warnings)
    if here is None or not waiting:
        return next(iter(waiting), None)
    ranks = [(_rank(session, landing(session, finding)), number) for number, finding in enumerate(waiting)]
    later = [found for found in ranks if found[0] > _rank(session, here)]
    return waiting[min(later or ranks)[1]]


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
