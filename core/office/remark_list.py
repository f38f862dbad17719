"""The remarks to be worked through, and those that are noted as followed though the report does not show it."""

from __future__ import annotations

from collections.abc import Sequence

from core.form.form_definition import FormDefinition
from core.office.remark_numbers import missing_numbers
from core.office.remark_places import RemarkPlace, find_place
from core.office.review import FOLLOWED, ToDo
from core.report.differences import Difference, compare
from core.report.report import Remark, Report, ReviewRound
from core.report.shown_report import one_line, shown_of, shown_report


def remarks_to_do(report: Report) -> list[ToDo]:
    """Return the remarks to be worked through: all of what came back last, and older ones that are not settled.

    Not settled is what nobody answered; until the 定稿 also what is noted as followed where nothing was changed.
    """
    last = len(report.rounds) - 1
    unchanged = [] if report.status.get("locked_on") else unchanged_remarks(report)
    return [one for one in _all_remarks(report) if one.at == last or not one.remark.answer or one in unchanged]


def unchanged_remarks(report: Report, found: Sequence[Difference] | None = None) -> list[ToDo]:
    """Return the remarks that are noted as followed where the report shows what the paper did that came back.

    Of what went out before any 送审稿 only the last remarks are judged: what it showed was pinned as late as these.

    Args:
        report: The report.
        found: What changed since the last 送审稿, where that is known.
    """
    last = len(report.rounds) - 1
    result = []
    for at, made in enumerate(report.rounds):
        followed = [one for one in _all_remarks(report, at) if one.remark.answer == FOLLOWED]
        if followed and (at == last or _is_pinned(made)):
            differences = found if at == last and found is not None else changes_since(report, made)
            changed = [difference.code for difference in differences]
            result += [one for one in followed if _is_same(report.form, one.remark, changed)]
    return result


def unfound_numbers(report: Report) -> list[tuple[ToDo, list[str]]]:
    """Return the last remarks that are noted as followed, with the numbers they want that stand nowhere there.

    Those where nothing was changed at all are left to `unchanged_remarks`.
    """
    at = max((at for at, made in enumerate(report.rounds) if made.remarks), default=-1)
    if at < 0:
        return []
    same = unchanged_remarks(report)
    followed = (one for one in _all_remarks(report, at) if one.remark.answer == FOLLOWED and one not in same)
    pairs = ((one, missing_numbers(report, one.remark.text)) for one in followed)
    return [(one, missing) for one, missing in pairs if missing]


def changes_since(report: Report, made: ReviewRound) -> list[Difference]:
    """Return what the report shows differently from what went out."""
    return compare(report.form, shown_of(report.form, made.shown), shown_report(report))


def remark_said(report: Report, made: ReviewRound, remark: Remark, changed: Sequence[Difference]) -> str:
    """Return what was done about a remark, as a superior may read it; also that the report does not show it.

    ``changed`` is what changed since the paper that came back with it.
    """
    reason = f"：{one_line(remark.reason)}" if remark.reason else ""
    if remark.answer != FOLLOWED:
        return f"{remark.answer or '未处理'}{reason}"
    said = []
    if _is_pinned(made) and _is_same(report.form, remark, [difference.code for difference in changed]):
        place = find_place(report.form, remark.text).page
        what = "所说的部分" if place in report.form.sections else "数字、文字和标题"
        said.append(f"{what}与{made.short_name}相同")
    if missing := missing_numbers(report, remark.text):
        said.append(f"报告中没有找到“{'”“'.join(missing)}”")
    return f"标为{FOLLOWED}；{'，'.join(said)}" if said else f"{FOLLOWED}{reason}"


def remarks_in_words(report: Report) -> str:
    """Return how many remarks came back and what was done about them; "" for none."""
    remarks = [remark for made in report.rounds for remark in made.remarks]
    if not remarks:
        return ""
    answers = [remark.answer for remark in remarks]
    counts = [
        f"{answer or '未处理'}{answers.count(answer)}条" for answer in dict.fromkeys(sorted(answers, reverse=True))
    ]
    vain = {"没有改动": len(unchanged_remarks(report)), "没有找到所说数字": len(unfound_numbers(report))}
    told = "、".join(f"{what}的{number}条" for what, number in vain.items() if number)
    return f"退回意见{len(remarks)}条，{'、'.join(counts)}" + (f"（标为{FOLLOWED}、{told}）" if told else "")


def _all_remarks(report: Report, only: int | None = None) -> list[ToDo]:
    """Return all remarks, oldest first; of one round where that is given by its place."""
    return [
        ToDo(made, at, number, remark)
        for at, made in enumerate(report.rounds)
        if only in (None, at)
        for number, remark in enumerate(made.remarks, 1)
    ]


def _is_pinned(made: ReviewRound) -> bool:
    """Whether what it showed was pinned as it went out."""
    return bool(made.number) or made.is_final


def _is_same(form: FormDefinition, remark: Remark, changed: Sequence[str]) -> bool:
    return not changed or _is_same_there(form, find_place(form, remark.text), changed)


def _is_same_there(form: FormDefinition, place: RemarkPlace, changed: Sequence[str]) -> bool:
    """Whether nothing changed where a remark leads to: in its text, in the row and column of its cell, on its page.

    Also the rest of a row and a column counts, since sums are mended there. Of what is not compared nothing is said.
    """
    if place.page not in form.sections:
        return False
    if place.code in form.texts:
        return place.code not in changed
    named = form.cells.get(place.code)
    if named is None or not named.table:
        return form.pages[place.page].isdisjoint(changed)
    cells = [form.cells[code] for code in changed if code in form.cells]
    return not any(c.table == named.table and (c.row == named.row or c.column == named.column) for c in cells)
