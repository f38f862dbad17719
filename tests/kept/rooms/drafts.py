"""Draft workbooks."""

from __future__ import annotations

from pathlib import Path

from core.draft.workbook import blank_workbook, draft_bytes, problems_of
from core.form.form_reader import load_form
from core.office.review import unlock
from tests.kept import reports
from tests.kept.kept import beside
from tests.kept.workbook_dump import workbook_text


def documents(_folder: Path) -> dict[str, str]:
    """Return all drafts that are kept."""
    large = reports.large()
    full = workbook_text(draft_bytes(large, problems_of(large, reports.checked(large), reports.TODAY), reports.TODAY))
    published, sample = reports.published(reports.returned()), reports.sample()
    unlocked = unlock(published, "漏计一类", reports.TODAY).applied_to(published)
    others = {
        "empty": draft_bytes(reports.empty()),
        "blank": blank_workbook(load_form(), "", 2025),
        "returned": draft_bytes(reports.returned()),
        "published": draft_bytes(published, problems_of(sample, reports.checked(sample), reports.TODAY)),
        "unlocked": draft_bytes(unlocked),
        "form-2019": draft_bytes(reports.form_2019()),
    }
    texts = {name: workbook_text(data) for name, data in others.items()}
    found = {name: beside(full, texts[name]) for name in ("empty", "returned", "form-2019")}
    found |= {name: beside(texts["empty"], texts[name]) for name in ("blank",)}
    found |= {name: beside(texts["returned"], texts[name]) for name in ("published", "unlocked")}
    return {"large": full, **found}
