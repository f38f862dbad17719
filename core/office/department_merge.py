"""Merges 科室填报表 that came back into the report: what fills what, conflicts with both numbers, origins of blocks.

Nothing is guessed: a number goes into a blank cell, or stands there already, or the clerk decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from core.form.blocks import blocks_of
from core.form.form_definition import FormDefinition
from core.office.department_doubts import charges_in_yuan
from core.office.department_sheets import DepartmentReturn
from core.office.department_split import SentSheet, sent_sheets
from core.office.signers import BETWEEN, sources_of
from core.report.change import Change
from core.report.entry_text import Entry, Number, Refused, entry_as_text, shown_entry
from core.report.report import Origin, Report
from core.report.shown_report import one_line


class MergeKind(Enum):
    """What becomes of a cell that departments were asked for."""

    CONFLICT = "conflict"
    """Another number stands in the report, or departments gave different ones: the clerk decides."""
    REFUSED = "refused"
    """What the department wrote is no number."""
    BLANK = "blank"
    """No department gave a number."""
    FILL = "fill"
    """The number goes into a blank cell."""
    SAME = "same"
    """The same number stands there already."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What one sheet says about a cell."""

    source: DepartmentReturn
    entry: Entry


@dataclass(frozen=True, slots=True)
class MergeCell:
    """One cell that departments were asked for.

    Attributes:
        place: What the clerk reads: section and cell.
        block: Code of its block.
        old: What stands in the report.
        offers: What the sheets say, in the order of the files.
    """

    code: str
    place: str
    block: str
    old: Entry
    offers: tuple[Offer, ...]

    @property
    def numbers(self) -> list[Number]:
        """The different numbers that were given."""
        given = [o.entry for o in self.offers if o.entry is not None and not isinstance(o.entry, Refused)]
        return list(dict.fromkeys(given))

    @property
    def kind(self) -> MergeKind:
        """What becomes of it."""
        numbers = self.numbers
        if not numbers:
            is_refused = any(isinstance(offer.entry, Refused) for offer in self.offers)
            return MergeKind.REFUSED if is_refused else MergeKind.BLANK
        if len(numbers) > 1:
            return MergeKind.CONFLICT
        if self.old is None:
            return MergeKind.FILL
        return MergeKind.SAME if self.old == numbers[0] else MergeKind.CONFLICT

    def givers(self, number: Number) -> str:
        """Return who gave a number; file names where two sheets carry the same department."""
        names = [offer.source.origin.department for offer in self.offers]
        shown = [
            offer.source.origin.department
            if names.count(offer.source.origin.department) == 1
            else f"{offer.source.origin.department}（{offer.source.path.name}）"
            for offer in self.offers
            if offer.entry == number and not isinstance(offer.entry, Refused)
        ]
        return "、".join(shown)


@dataclass(frozen=True, slots=True)
class Merge:
    """What merging some sheets would do.

    Attributes:
        returns: The sheets that belong to this report.
        cells: The cells that they were asked for, in the order of the form.
        rejected: One sentence for each sheet that does not belong to this report.
        remarks: Sentences about what the clerk should know of the others.
    """

    returns: tuple[DepartmentReturn, ...]
    cells: tuple[MergeCell, ...]
    rejected: tuple[str, ...]
    remarks: tuple[str, ...]

    def of_kind(self, kind: MergeKind) -> list[MergeCell]:
        """Return the cells of one kind."""
        return [cell for cell in self.cells if cell.kind is kind]

    def entries(self, choices: Mapping[str, Entry]) -> dict[str, Entry]:
        """Return what is to be entered, by code; ``choices`` says what stands in each conflict afterwards.

        Raises:
            KeyError: A conflict is not decided.
        """
        filled: dict[str, Entry] = {cell.code: cell.numbers[0] for cell in self.of_kind(MergeKind.FILL)}
        decided = {cell.code: choices[cell.code] for cell in self.of_kind(MergeKind.CONFLICT)}
        return filled | decided

    def origins(self, report: Report, choices: Mapping[str, Entry]) -> dict[str, Origin]:
        """Return where the numbers of each block come from after merging; blocks without a taken number are left out.

        Several sources of one block are named together.
        """
        after = self.entries(choices)
        found: dict[str, Origin] = {}
        for block in dict.fromkeys(cell.block for cell in self.cells):
            cells = [cell for cell in self.cells if cell.block == block]
            sources: dict[Origin, None] = {}
            keeps_old = False
            for cell in cells:
                final = after.get(cell.code, cell.old)
                givers = [_origin(o.source) for o in cell.offers if final is not None and o.entry == final]
                sources.update(dict.fromkeys(givers))
                keeps_old = keeps_old or (final is not None and not givers)
            known = report.origins.get(block)
            if sources:
                earlier = [known] if keeps_old and known is not None else []
                found[block] = _joined([*earlier, *sources])
        return found

    def change(self, report: Report, choices: Mapping[str, Entry]) -> Change:
        """Return what enters the numbers, with where they come from."""
        change = Change.of_cells(report, self.entries(choices))
        origins = {block: (report.origins.get(block), one) for block, one in self.origins(report, choices).items()}
        return replace(change, origins={block: pair for block, pair in origins.items() if pair[0] != pair[1]})

    def sentence(self, choices: Mapping[str, Entry]) -> str:
        """Return what was done, for the log, with both numbers of each conflict."""
        names = "、".join(dict.fromkeys(_who(r.origin) for r in self.returns))
        said = [f"收回科室填报表（{names}）：填入{len(self.of_kind(MergeKind.FILL))}格"]
        for cell in self.of_kind(MergeKind.CONFLICT):
            given = "，".join(f"{cell.givers(number)}填{entry_as_text(number)}" for number in cell.numbers)
            said.append(f"{cell.place}原为{shown_entry(cell.old)}，{given}，采用{shown_entry(choices[cell.code])}")
        for cell in self.of_kind(MergeKind.REFUSED):
            said += [f"{cell.place}{_refusal(o)}，要重填" for o in cell.offers if isinstance(o.entry, Refused)]
        said += dict.fromkeys(f"{r.origin.department}说明：{one_line(r.note)}" for r in self.returns if r.note)
        return "；".join(said)


def merge(report: Report, returns: Sequence[DepartmentReturn], last_year: Report | None = None) -> Merge:
    """Return what merging these sheets would do; the report is not changed, last year's is for doubts."""
    sent = {sheet.id: sheet for sheet in sent_sheets(report)}
    accepted: list[DepartmentReturn] = []
    rejected: list[str] = []
    for returned in returns:
        reason = _why_rejected(report, returned, is_own=returned.identity.id in sent)
        if reason:
            rejected.append(f"“{returned.path.name}”没有读入：{reason}")
        else:
            accepted.append(returned)
    cells = [
        MergeCell(code, _place(report.form, code), block.code, report.cells.get(code), offers)
        for block in blocks_of(report.form)
        for code in block.cells
        if (offers := tuple(Offer(r, r.cells[code]) for r in accepted if code in r.cells))
    ]
    doubts = charges_in_yuan(report, cells, last_year)
    told = [remark for r in accepted for remark in _remarks(r, sent)]
    remarks = [*doubts, *_twice(accepted), *told, *_not_taken(cells)]
    return Merge(tuple(accepted), tuple(cells), tuple(rejected), tuple(remarks))


def returned_sheets(report: Report, merged: Merge, day: str) -> list[SentSheet]:
    """Return the sheets that went out, those that were merged marked as returned on this day.

    A sheet with a number that is none has not come back: the department has to fill it in again.
    """
    refused: dict[str, list[str]] = {returned.identity.id: [] for returned in merged.returns}
    for cell in merged.of_kind(MergeKind.REFUSED):
        for sheet_id in {o.source.identity.id for o in cell.offers if isinstance(o.entry, Refused)}:
            refused[sheet_id].append(cell.code)
    return [
        sheet._replace(returned_on="" if refused[sheet.id] else day, refused=" ".join(refused[sheet.id]))
        if sheet.id in refused
        else sheet
        for sheet in sent_sheets(report)
    ]


def _why_rejected(report: Report, returned: DepartmentReturn, *, is_own: bool) -> str:
    """Return why a sheet does not belong to this report; "" where it does.

    A sheet that went out from this draft belongs to it even if the name of the unit was put right since.
    """
    identity = returned.identity
    if identity.year != report.year:
        return f"它是{identity.year}年度的填报表，本报告是{report.year}年度。" if report.year else "本报告没有年度。"
    if identity.form_id != report.form_id:
        return "它用的报告格式与本报告不同，请重新发出填报表。"
    if identity.unit != report.unit and not is_own:
        return f"它是“{identity.unit}”的填报表，本报告的单位是“{report.unit or '（未填）'}”。"
    return ""


def _place(form: FormDefinition, code: str) -> str:
    cell = form.cells[code]
    if not cell.table:
        return f"信息处理费：{cell.name}"
    return f"{form.sections[form.tables[cell.table].section].name}：{cell.name}"


def _who(origin: Origin) -> str:
    return f"{origin.department}{origin.person}".replace("\n", " ") or "没有写明科室"


def _refusal(offer: Offer) -> str:
    return f"填的是“{one_line(entry_as_text(offer.entry))}”"


def _origin(returned: DepartmentReturn) -> Origin:
    """Return where numbers of a sheet come from, with what the department says of them."""
    origin = returned.origin
    note = f"说明：{returned.note}" if returned.note else ""
    return origin._replace(basis="；".join(filter(None, (origin.basis, note))))


def _twice(returns: Iterable[DepartmentReturn]) -> list[str]:
    """Say which files are the same sheet, filled in twice."""
    by_id: dict[str, list[str]] = {}
    for returned in returns:
        by_id.setdefault(returned.identity.id, []).append(f"“{returned.path.name}”")
    return [f"{'、'.join(names)}是同一份填报表，请核对以哪个为准。" for names in by_id.values() if len(names) > 1]


def _not_taken(cells: Iterable[MergeCell]) -> list[str]:
    """Say what is no number where another department gave one; the other cells are listed by themselves."""
    return [
        f"“{offer.source.path.name}” {cell.place}{_refusal(offer)}：{offer.entry.reason}，没有采用。"
        for cell in cells
        if cell.kind is not MergeKind.REFUSED
        for offer in cell.offers
        if isinstance(offer.entry, Refused)
    ]


def _remarks(returned: DepartmentReturn, sent: Mapping[str, SentSheet]) -> list[str]:
    name, origin = returned.path.name, returned.origin
    said = []
    if returned.note:
        said.append(f"{origin.department}说明：{returned.note}")
    blanks = [
        label for label, text in (("填报人", origin.person), ("日期", origin.date), ("依据", origin.basis)) if not text
    ]
    if blanks:
        said.append(f"“{name}”没有填写{'、'.join(blanks)}。")
    if origin.department != returned.identity.department:
        said.append(
            f"“{name}”是发给{returned.identity.department}的填报表，填报的是{origin.department}，请核对有没有填错表。"
        )
    if returned.identity.id not in sent:
        said.append(f"“{name}”不在本草稿的发出记录中，可能是从另一份草稿发出的，请核对。")
    elif sent[returned.identity.id].returned_on:
        said.append(f"“{name}”在{sent[returned.identity.id].returned_on}已经收回过一次，本次再收。")
    said += [f"“{name}” {sheet}{' ' + cell if cell else ''}：{text}" for sheet, cell, text in returned.remarks]
    return said


def _joined(origins: Sequence[Origin]) -> Origin:
    """Return several sources of one block as one origin: each department and person once, with their last day."""
    days: dict[tuple[str, str], str] = {}
    for origin in origins:
        for department, person, day in sources_of(origin):
            days[department, person] = max(days.get((department, person), ""), day)
    bases = dict.fromkeys(origin.basis for origin in origins if origin.basis)
    departments, persons = ([names[at] for names in days] for at in (0, 1))
    return Origin(_listed(departments), _listed(persons), _listed([*days.values()]), "；".join(bases))


def _listed(texts: list[str]) -> str:
    """Return texts in one field, as ``sources_of`` takes them apart: one that all have in common stands once."""
    return texts[0] if len(set(texts)) == 1 else BETWEEN.join(texts)
