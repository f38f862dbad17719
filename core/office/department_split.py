"""Who supplies which numbers: the departments that the blocks of a form are given to, and the sheets that went out.

The usual split is the form's; an office's own one, and the sheets sent out, stand in the status of its draft.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from core.base.errors import ErrorText
from core.form.blocks import blocks_of
from core.form.form_definition import FormDefinition
from core.office.signers import sources_of
from core.report.change import Change, status_change
from core.report.entry_text import Entry, Refused, clean_text
from core.report.report import Origin, Report

SPLIT = "departments"
"""Name of the split among the facts of a report's status; ``carry_over`` takes it to the next year."""
SENT = "department_sheets"
"""Name of the list of sheets that went out."""
NO_UNIT_OR_YEAR = ErrorText(
    "还没有填写单位全称或报告年度，科室填报表不能发出。", "请先在“基本信息”中填好单位全称和报告年度。"
)

_BETWEEN, _AFTER_NAME, _FIELDS = "；", "：", "，"
_NOT_IN_NAMES = re.compile(r"[；：，\s]+")
_LONGEST_NAME = 30


@dataclass(frozen=True, slots=True)
class SheetIdentity:
    """What a 科室填报表 is for.

    Attributes:
        id: A random key.
        unit: Full name of the unit when it went out.
        year: Report year.
        form_id: The national format.
        department: Whom it went to.
        blocks: Codes of its blocks.
    """

    id: str
    unit: str
    year: int
    form_id: str
    department: str
    blocks: tuple[str, ...]


class SentSheet(NamedTuple):
    """A 科室填报表 that went out.

    Attributes:
        id: The random key that the sheet carries.
        department: Whom it went to.
        sent_on: The day, YYYY-MM-DD.
        returned_on: The day its numbers were taken over; "" while they were not.
        refused: Codes of the cells that came back with something that is no number, with blanks between them.
    """

    id: str
    department: str
    sent_on: str
    returned_on: str = ""
    refused: str = ""


# ------------------------------------------------------------ the split


def split_of(report: Report) -> dict[str, str]:
    """Return the department of each block of the report; "" for a block that no department is asked for."""
    usual = usual_split(report.form)
    kept = report.status.get(SPLIT, "")
    if not kept:
        return usual
    split = dict.fromkeys(usual, "")
    for part in kept.split(_BETWEEN):
        name, _, codes = part.partition(_AFTER_NAME)
        split.update({code: name for code in codes.split() if code in split})
    return split


def usual_split(form: FormDefinition) -> dict[str, str]:
    """Return the department of each block as the form proposes it."""
    return {block.code: block.department for block in blocks_of(form)}


def keep_split(report: Report, split: Mapping[str, str]) -> Change:
    """Return what keeps a split in the report; the usual one leaves no trace."""
    if dict(split) == usual_split(report.form):
        return status_change(report, {SPLIT: None})
    parts = [f"{name}{_AFTER_NAME}{' '.join(codes)}" for name, codes in departments_of(split).items()]
    # A split without any department is kept too, as a lone mark, else the usual one would come back.
    return status_change(report, {SPLIT: _BETWEEN.join(parts) or _BETWEEN})


def departments_of(split: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Return the blocks of each department, in the order of the form."""
    departments: dict[str, tuple[str, ...]] = {}
    for code, name in split.items():
        if name:
            departments[name] = (*departments.get(name, ()), code)
    return departments


def department_name(typed: str) -> str:
    """Return a typed name of a department without what lists of names are written with."""
    return _NOT_IN_NAMES.sub("", clean_text(typed))[:_LONGEST_NAME]


# ------------------------------------------------------------ the sheets that went out


def sent_sheets(report: Report) -> list[SentSheet]:
    """Return the sheets that went out, oldest first; entries that somebody spoilt are left out."""
    entries = [entry.split(_FIELDS) for entry in report.status.get(SENT, "").split(_BETWEEN)]
    most = len(SentSheet._fields)
    return [SentSheet(*fields) for fields in entries if len(fields) in (most - 1, most)]


def keep_sent(report: Report, sheets: Iterable[SentSheet]) -> Change:
    """Return what keeps in the report which sheets went out; several to one department stand for themselves."""
    kept = (sheet if sheet.refused else sheet[:-1] for sheet in sheets)
    return status_change(report, {SENT: _BETWEEN.join(map(_FIELDS.join, kept))})


def missing_departments(report: Report) -> list[str]:
    """Return the departments whose latest sheet has not come back yet, without those of ``open_cells``."""
    again = open_cells(report)
    return [name for name, sheet in _latest(report).items() if not sheet.returned_on and name not in again]


def open_cells(report: Report) -> dict[str, list[str]]:
    """Return the cells that a department has to fill in again: codes by department, as long as they hold no number."""
    found = {}
    for name, sheet in _latest(report).items():
        codes = [code for code in sheet.refused.split() if not _is_number(report.cells.get(code))]
        if codes:
            found[name] = codes
    return found


def named_departments(report: Report) -> dict[str, str]:
    """Return the department of each block that the office gave it to: in its own split, or with a sheet sent out.

    What only the form proposes is nobody's word for where a number came from.
    """
    split = split_of(report)
    if report.status.get(SPLIT):
        return split
    sent = _latest(report)
    return {code: name for code, name in split.items() if name in sent}


def _latest(report: Report) -> dict[str, SentSheet]:
    return {sheet.department: sheet for sheet in sent_sheets(report)}


def _is_number(entry: Entry) -> bool:
    return entry is not None and not isinstance(entry, Refused)


# ------------------------------------------------------------ where a number came from


def origin_at(report: Report, code: str) -> Origin | None:
    """Return where the number of a cell came from; None where nothing is noted for its block."""
    block = code
    while block:
        if block in report.origins:
            return report.origins[block]
        block = block.rpartition(".")[0]
    return None


def origin_sentence(origin: Origin) -> str:
    """Return an origin as the clerk reads it."""
    who = "、".join(" ".join(filter(None, source)) for source in sources_of(origin))
    basis = origin.basis.replace("\n", " ")
    if basis and not origin.department and not origin.person:
        return f"数字来源：{basis}" + (f"（{origin.date}）" if origin.date else "")
    return f"数字来源：{who or '没有写明'}" + (f"，依据：{basis}" if basis else "")
