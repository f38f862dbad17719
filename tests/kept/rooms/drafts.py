"""Draft workbooks."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import openpyxl
from openpyxl.comments import Comment
from openpyxl.workbook import Workbook

from core.draft.draft_changes import report_changes
from core.draft.workbook import blank_workbook, draft_bytes, foreign_content, load_draft, problems_of
from core.draft.workbook.codes import name_of
from core.form.form_reader import load_form
from core.office.review import unlock
from tests.kept import reports
from tests.kept.kept import beside
from tests.kept.workbook_dump import workbook_text
from tests.kept.xml_lines import shortened
from tests.workbook_cells import place_of

_MOST = 50  # differences of two reports


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
    return {"large": full, **found, "changes": "\n".join(_changes()) + "\n"}


def _changes() -> list[str]:
    """Return what differs between reports, as a clerk is told who has changed one in Excel."""
    pairs = (
        (reports.large(), reports.returned_twice()),
        (reports.sample(), reports.corrected()),
        (reports.empty(), reports.form_2019()),
    )
    lines = []
    for before, after in pairs:
        for one in report_changes(before, after)[:_MOST]:
            told = [shortened(state) for state in one.marked]
            lines.append(f"{one.place}: {told[0]} → {told[1]}{' (text)' * one.is_text}{' (number)' * one.is_number}")
    return lines


def edited(folder: Path) -> dict[str, str]:
    """Return what is told of drafts that somebody has changed in Excel."""
    lines = []
    for name, changes in (("typed", (_typed, _added)), ("moved", (_moved, _taken))):
        path = folder / f"{name}.xlsx"
        path.write_bytes(draft_bytes(reports.large()))
        book = openpyxl.load_workbook(path)
        for change in changes:
            change(book)
        book.save(path)
        loaded = load_draft(path)
        lines += [f"=== {name}", *(str(tuple(remark)) for remark in loaded.remarks)]
        lines += [f"would be lost: {tuple(lost)}" for lost in foreign_content(path)]
        lines += [
            f"{one.place}: {shortened(one.before)} → {shortened(one.after)}"
            for one in report_changes(reports.large(), loaded.report)
        ]
    return {"edited": "\n".join(lines) + "\n"}


def _typed(book: Workbook) -> None:
    """Type into cells what is and is no number, date or choice."""
    values: dict[str, object] = {
        "t3.R01.C1": "1,234件",
        "t3.R01.C2": "约3件",
        "t3.R01.C3": 2.5,
        "t3.R01.C4": -1,
        "t3.R01.C5": datetime(2025, 1, 3),
        "t3.R01.C6": True,
        "t3.R02.C1": "=1+1",
        "t3.R02.C2": "/",
        "t3.R02.C3": "　",
        "t3.R01.C7": 77,
        "t2.fees.amount": "0.5万元",
        "meta.unit_type": "公司",
        "meta.year": 2025.0,
        "meta.date": datetime(2026, 1, 20),
        "lead": 12,
    }
    for code, value in values.items():
        place_of(book, code).value = value


def _moved(book: Workbook) -> None:
    """Let rows and columns change their places."""
    sheet = place_of(book, "t3.R03.C1").parent
    sheet.insert_rows(9)
    sheet.move_range("E11:J11", rows=0, cols=1)
    cell = place_of(book, "t2.licensing.decisions")
    labels = cell.parent
    labels.cell(cell.row, 2).value, labels.cell(cell.row + 4, 2).value = "行政处罚", "行政许可"
    text = place_of(book, "s5")
    text.parent.insert_rows(text.row + 1)
    text.parent.cell(text.row + 1, text.column).value = "插入的一段。"


def _taken(book: Workbook) -> None:
    """Take sheets, names, keys and entries of lists away."""
    sheet = place_of(book, "t4.review.upheld").parent
    sheet.delete_rows(7)
    for name in ("note.t2", "t2.rules.issued", "s1.active"):
        del book.defined_names[name_of(name)]
    key = place_of(book, "s6")
    key.parent.cell(key.row, 1).value = None
    book.remove(book["问题"]) if "问题" in book.sheetnames else None
    del book[book.sheetnames[-1]]


def _added(book: Workbook) -> None:
    """Add notes, sheets and words where none belong."""
    cell = place_of(book, "t3.R01.C1")
    cell.comment = Comment("核对过\n两次", "李四")
    cell.parent.cell(60, 3).value = "旁注"
    cell.parent.cell(cell.row, 25).value = 5
    book.create_sheet("自己的表")["B2"] = "备忘"
    place_of(book, "meta.unit").offset(column=3).value = "注意"
    place_of(book, "s2").offset(row=1).value = "=第二段"
