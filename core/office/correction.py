"""更正: what a published report showed, what it shows now, and why; the 更正说明 as a Word file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from core.base.day_words import day_in_words, iso_in_words
from core.base.errors import ErrorText
from core.office import correction_layout
from core.report.change import Change, kept_texts, status_change
from core.report.differences import BLANK, compare
from core.report.report import Report
from core.report.shown_report import Shown, one_line, shown_of, shown_report
from core.word import style_profile

_NOT_PUBLISHED = ErrorText(
    "这份报告没有公布后又解除定稿，没有要更正的内容。", "公布后发现错误的，请先“解除定稿”，改正后再做更正说明。"
)
_NOTHING = ErrorText("报告与公布时的内容相同，没有要更正的。", "请先改正有错的数字或文字，再做更正说明。")
_FOLLOWS = "随各项数字的更正重新相加"


@dataclass(frozen=True, slots=True)
class Correction:
    """One number or stretch of text that is corrected.

    Attributes:
        key: By which its reason is kept.
        place: What messages call it.
        before: What was published; "" for nothing.
        after: What it is now; "" for nothing.
        reason: Why, as the clerk wrote it; "" while nothing was written.
        usual: What stands for the reason while none is written.
    """

    key: str
    place: str
    before: str
    after: str
    reason: str
    usual: str


def published_facts(report: Report, reason: str) -> dict[str, str | None]:
    """Return what is kept of a published report that is unlocked for a reason; nothing of one that was not published.

    By name of the status. The reasons of an earlier correction go. Where the draft was changed behind its lock, what
    the 送审稿 of the same checksum showed is what was published.
    """
    status = report.status
    if not status.get("published_on"):
        return {}
    pinned = (made.shown for made in report.rounds if made.checksum == status.get("locked_checksum"))
    shown = json.dumps(dict(next(pinned, shown_report(report).by_code())), ensure_ascii=False)
    where = f"{status['published_on']} {status.get('published_url', '')}".strip()
    return {
        "published_shown": shown,
        "published_before": where,
        "correction_reason": reason,
        "correction_reasons": None,
    }


def published_before(report: Report) -> tuple[str, str]:
    """Return on which day and at which address it was published before its correction; "" where that is not kept."""
    day, _, url = report.status.get("published_before", "").partition(" ")
    return day, url


def corrections(report: Report) -> list[Correction]:
    """Return what differs from what was published, title first, then numbers, then texts.

    Raises:
        ReportError: It was not unlocked after its publication, or nothing differs.
    """
    before = _published(report)
    if before is None:
        raise _NOT_PUBLISHED.error()
    reasons, form = kept_texts(report, "correction_reasons"), report.form
    why = one_line(report.status.get("correction_reason", ""))
    found = []
    for difference in compare(form, before, shown_report(report)):
        key = f"{difference.code}:{difference.start}"
        is_total = difference.kind == "number" and form.cells[difference.code].is_derived
        texts = ("\n".join(difference.ours), "\n".join(difference.theirs))
        usual = _FOLLOWS if is_total else why
        found.append(Correction(key, difference.place, *texts, reasons.get(key, ""), usual))
    if not found:
        raise _NOTHING.error()
    return found


def note_reasons(report: Report, reasons: Mapping[str, str]) -> Change:
    """Keep the reasons of corrections by their key."""
    written = {key: one_line(reason) for key, reason in reasons.items() if reason.strip()}
    return status_change(report, {"correction_reasons": json.dumps(written, ensure_ascii=False) if written else None})


def correction_bytes(report: Report, today: date, profile: style_profile.StyleProfile) -> bytes:
    """Return the 更正说明 as .docx.

    Raises:
        ReportError: As for ``corrections``.
    """
    listed = corrections(report)
    rows = [
        (str(number), one.place, one.before or BLANK, one.after or BLANK, one.reason or one.usual)
        for number, one in enumerate(listed, 1)
    ]
    day, url = published_before(report)
    title = shown_report(report).title
    begin = f"《{title}》已于{iso_in_words(day)}公布{f'（{url}）' if url else ''}。现对其中{len(rows)}处更正如下："
    end = "除以上各处外，报告的其他内容不变。"
    signed = (one_line(report.unit), day_in_words(today))
    return correction_layout.correction_document(f"关于{title}的更正说明", begin, rows, end, signed, profile)


def _published(report: Report) -> Shown | None:
    """Return what was published; None where nothing is kept, or somebody spoilt it in Excel."""
    kept = kept_texts(report, "published_shown")
    return shown_of(report.form, kept) if kept else None
