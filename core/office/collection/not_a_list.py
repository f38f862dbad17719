"""What a workbook is that was given as 名单 by mistake: a report, a register, or what the program itself wrote."""

from __future__ import annotations

from pathlib import Path

from core.base.errors import FileError
from core.draft.workbook import draft_reader, raw_workbook
from core.form.form_reader import load_form
from core.office.collection.desk_sheets import FINDINGS, LEDGER
from core.office.register.vocabulary import plain, vocabulary

_LABELS_OF_A_REPORT = 5
_HEADS_OF_A_REGISTER = 3
_TOP_ROWS = 40


def what_it_is(book: raw_workbook.RawWorkbook, path: Path) -> str:
    """Return what a workbook is that is no list of units; "" where nothing speaks against it."""
    try:
        draft_reader.read_draft(book, path)
    except draft_reader.NotADraftError:
        pass
    except FileError:  # the sheet of a department, or a draft that lost what it says of itself
        return "本程序的填报表"
    else:
        return "年度报告草稿"
    if {FINDINGS, LEDGER} <= book.sheets.keys():
        return "汇总审核的核查情况"
    texts = [{(row, plain(cell.text)) for (row, _), cell in cells.items()} for cells in book.sheets.values()]
    if any(map(_is_register, texts)):  # one with lists to choose from has labels of the form too
        return "依申请公开台账"
    labels = {plain(line.label) for table in load_form().tables.values() for line in table.rows.values()}
    shown = {text for sheet in texts for _, text in sheet}
    return "年度报告" if len(labels & shown) >= _LABELS_OF_A_REPORT else ""


def _is_register(texts: set[tuple[int, str]]) -> bool:
    """Whether a row at the top of a sheet names most of the columns that a register needs."""
    heads = [{plain(name) for name in (f.key, *f.names)} for f in vocabulary().fields.values() if f.is_needed]
    rows: dict[int, set[str]] = {}
    for row, text in texts:
        if row < _TOP_ROWS:
            rows.setdefault(row, set()).add(text)
    return any(sum(bool(names & there) for names in heads) >= _HEADS_OF_A_REGISTER for there in rows.values())
