"""What comes next after the place where the clerk is, of all that is in the way of a 送审稿 or 定稿: remarks last."""

from __future__ import annotations

from core.checks.findings import Finding, Place
from core.office import remark_list
from core.office.review import ToDo
from gui.pages.blank_groups import blank_groups
from gui.report.session import ReportSession

Waiting = Finding | ToDo


def next_place(session: ReportSession, here: Place | None, last: Waiting | None) -> Waiting | None:
    """Return what waits behind the clerk, then the first again, so that each one comes once before any comes twice.

    Without a place, what blocks comes first. None where nothing waits.

    Args:
        session: The open report.
        here: Where the clerk is.
        last: What the clerk was led to last and has not left since, or the remark in hand; it counts before the place,
            since several may wait at one place. None where the clerk has moved.
    """
    order = all_waiting(session)
    if last is not None:
        at = next((at for at, one in enumerate(order) if _is_same(one, last)), -1)
        later = order[at + 1 :] if at >= 0 else [w for w in order if _rank_of(session, w) >= _rank_of(session, last)]
    elif here is not None:
        later = [what for what in order if _rank_of(session, what) > (0, *_rank(session, here))]
    else:
        blanks = {*session.facts.told.blanks}
        later = [what for what in order if isinstance(what, Finding) and _blocks(what, blanks)]
    return next(iter((*later, *order)), None)


def all_waiting(session: ReportSession) -> list[Waiting]:
    """Return all that waits, in the order of the pages: what the list of findings shows and no more, then remarks."""
    result = session.facts.told
    waiting: list[Waiting] = [*result.blocking, *result.open_warnings, *[g.first for g in blank_groups(session)]]
    waiting += waiting_remarks(session)
    return sorted(waiting, key=lambda what: _rank_of(session, what))


def waiting_remarks(session: ReportSession) -> list[ToDo]:
    """Return the remarks of superiors that nothing was done about yet, oldest first; a 定稿 has settled them."""
    if session.report.status.get("locked_on"):
        return []
    return [what for what in remark_list.remarks_to_do(session.report) if not what.remark.answer]


def unchanged_remarks(session: ReportSession) -> list[ToDo]:
    """Return the remarks that are noted as followed although nothing was changed; none once locked.

    Also none where no 送审稿 went out: what is compared with was pinned as late as the remarks were noted.
    """
    report = session.report
    is_settled = report.status.get("locked_on") or not (report.rounds and report.rounds[-1].number)
    return [] if is_settled else remark_list.unchanged_remarks(report)


def _blocks(finding: Finding, blanks: set[str]) -> bool:
    """Whether there is no 送审稿 as long as this waits: an error, or blanks that are one at a 送审稿."""
    return finding.level == "error" or not blanks.isdisjoint((*finding.cells, *[p.text for p in finding.places]))


def _is_same(what: Waiting, last: Waiting) -> bool:
    if isinstance(what, ToDo) and isinstance(last, ToDo):
        return (what.at, what.number) == (last.at, last.number)
    return what == last


def _rank_of(session: ReportSession, what: Waiting) -> tuple[int, int, int]:
    if isinstance(what, ToDo):
        return 1, what.at, what.number
    return 0, *_rank(session, landing(session, what))


def _rank(session: ReportSession, place: Place) -> tuple[int, int]:
    order = session.form.reading_order
    return order.get(place.text, len(order)), place.start


def landing(session: ReportSession, finding: Finding) -> Place:
    """Return where a finding leads to: the words that are marked, else a wrong total, else the cell named first.

    What a sentence says against the table is read in the sentence first. The cell named first is that of the first
    page the finding is about; a place without words comes last, such as a text that is missing.
    """
    form = session.form
    order = form.reading_order
    marked = [place for place in finding.places if place.start < place.end and place.text in order]
    if marked:
        return min(marked, key=lambda place: order[place.text])
    hidden = {field.code for field in form.meta.values() if field.is_hidden}
    cells = [c for c in (session.facts.wrong_totals(finding) or finding.cells) if c in order and c not in hidden]
    about = [*cells, *(place.text for place in finding.places if place.text in order)]
    if not about:
        return Place("", 0, 0)
    first = min(about, key=order.__getitem__)
    page = next((codes for codes in form.pages.values() if first in codes), frozenset(form.meta))
    code = next((code for code in cells if code in page and code not in form.outside_tables), "")
    if code:
        return Place(code, 0, 0)
    return next((place for place in finding.places if place.text in page), Place(first, 0, 0))
