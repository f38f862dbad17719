"""What last year's report gives to this year's: 结转, the unit's profile, and figures to stand beside the new ones.

No other number and no prose is filled in. Which row is carried where, and what a number of an older format means in the
new one, stands in ``carry_over.toml`` of the new format.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from functools import cache

from core.base.addresses import plain_address
from core.checks.rules import names_year
from core.checks.sum_findings import sum_findings
from core.form.form_definition import FormDefinition
from core.form.form_files import Record, fail
from core.form.form_reader import form_for_year, load_form
from core.form.formats import format_of
from core.office.department_split import SPLIT
from core.report.entry_text import Entry, Number, Refused, format_number
from core.report.report import Report, numbers_only
from core.report.same_unit import say_same
from core.report.totals import SumState, printed_numbers, report_numbers

PROFILE = ("unit", "unit_type", "scope", "level", "contact", "phone", "website", "author", "addressee", "sign_off")
"""Metadata that stay from year to year; title, number and date of the document do not."""
_WEBSITE = "meta.website"

SAMPLE_AUTHOR = "示例"
"""Who fills in the shipped sample (填报人): nothing of its unit may come along into a report of a real one."""

_FILE = "carry_over.toml"
_PRINTED_OTHERWISE = "印的总计是{printed}，各项相加是{added}"
_MOST_NAMED = 3  # of what the new format has no place for
_MOST_SHOWN = 3  # of what does not add up in last year's report


@dataclass(frozen=True, slots=True)
class CarriedNumber:
    """A number that goes on into the new year.

    Attributes:
        code: Where it goes, such as ``t3.R02.C1``.
        number: None where last year's cell is blank or unreadable.
        source: A Chinese phrase naming year, row and column.
        is_total: Whether it is only shown, since the program adds it up.
    """

    code: str
    number: Number | None
    source: str
    is_total: bool


@dataclass(frozen=True, slots=True)
class LastNumber:
    """Last year's figure beside a cell of the new report.

    Attributes:
        number: The figure.
        note: A Chinese clause where the two formats count differently, or the total was printed otherwise than its
            columns add up; "" otherwise.
        added: What the columns of such a total add up to; None where that is the figure, too.
    """

    number: Number
    note: str = ""
    added: Number | None = None


@dataclass(frozen=True, slots=True)
class OldNumber:
    """A figure of last year that has no counterpart in the new format; shown, never converted.

    Attributes:
        code: Its code in the old format.
        name: What the old form calls it.
        why: Why there is no counterpart.
    """

    code: str
    name: str
    number: Number
    why: str


@dataclass(frozen=True, slots=True)
class CarryOver:
    """What last year's report gives to the new one.

    Attributes:
        year: The new report year; None where last year's is unknown.
        form_id: Format of the new report.
        profile: Metadata of the unit by code.
        carried: 结转 for all columns, total included.
        remarks: Chinese sentences about what could not be carried.
        split: Which department supplies what, as the draft keeps it; "" for the usual split.
    """

    year: int | None
    form_id: str
    profile: Mapping[str, str]
    carried: tuple[CarriedNumber, ...]
    remarks: tuple[str, ...] = ()
    split: str = ""

    def start_report(self) -> Report:
        """Return the new report: the unit's profile, year and format, and 结转; everything else blank."""
        year = {} if self.year is None else {"meta.year": str(self.year)}
        report = Report(
            self.form_id,
            meta={**self.profile, **year, "meta.form": self.form_id},
            status={SPLIT: self.split} if self.split else {},
        )
        return report.with_cells({item.code: item.number for item in self.carried if not item.is_total})


@dataclass(frozen=True, slots=True)
class _Data:
    """Content of ``carry_over.toml``."""

    source_row: str
    target_row: str
    counterparts: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    undivided: Mapping[str, str] = field(default_factory=dict)
    history: tuple[tuple[str, str], ...] = ()


def carry_over(last: Report) -> CarryOver:
    """Return what this report of last year gives to the new one."""
    year = None if last.year is None else last.year + 1
    form = load_form() if year is None else form_for_year(year)
    remarks = imbalances(last)
    carried = _carried(last, form, remarks)
    if year is None:
        remarks.append("上年报告没有年度，请先在“基本信息”中填写本年报告的年度")
    profile = profile_of(last)
    split = last.status.get(SPLIT, "") if last.form_id == form.id else ""
    return CarryOver(year, form.id, profile, carried, tuple(remarks), split)


def profile_of(report: Report) -> dict[str, str]:
    """Return the metadata of a report that stay from year to year, without the address of the report itself.

    An address that names its year or the next, or that the report was published at, is that of no other report.
    """
    known = {f"meta.{name}": text for name in PROFILE if (text := report.meta.get(f"meta.{name}", "").strip())}
    address = known.get(_WEBSITE, "")
    years = [] if report.year is None else [report.year - 1, report.year, report.year + 1]
    is_published = plain_address(address) == plain_address(report.status.get("published_url", ""))
    if is_published or any(names_year(address, year) for year in years):
        known.pop(_WEBSITE, None)
    return known


def as_same_unit(report: Report, former: str, unit: str) -> Report:
    """Return a report that was begun from last year's for the same unit under its present name, and note it as such.

    It signs under that name too, where last year's report was signed with its own.
    """
    signed = report.meta.get("meta.sign_off", "")
    renamed = {"meta.sign_off": unit} if signed and "".join(signed.split()) == "".join(former.split()) else {}
    report = report.with_texts({"meta.unit": unit, **renamed})
    return say_same(report, former).applied_to(report)


def imbalances(last: Report) -> list[str]:
    """Return what does not add up in last year's report itself, so that its 结转 cannot be relied on: sentences."""
    sums = SumState(last.form, numbers_only(last.cells), numbers_only(last.controls))
    found = [finding.message for finding in sum_findings(last.form, sums) if finding.level == "error"]
    more = [f"另有{len(found) - _MOST_SHOWN}处不平"] if len(found) > _MOST_SHOWN else []
    year = f"{last.year}年" if last.year else "上年"
    return [f"{year}报告本身勾稽不平，结转请核对上年台账：{text}" for text in (*found[:_MOST_SHOWN], *more)]


def carried_codes(form: FormDefinition) -> list[tuple[str, str]]:
    """Return where each number is carried from and to, column by column, such as ``t3.R25.C1`` to ``t3.R02.C1``."""
    data = _data(form)
    columns = [form.cells[code].column for code in form.cells if code.startswith(f"{data.target_row}.")]
    return [(f"{data.source_row}.{column}", f"{data.target_row}.{column}") for column in columns]


def last_figures(last: Report, form: FormDefinition) -> tuple[dict[str, LastNumber], tuple[OldNumber, ...]]:
    """Return last year's printed figures by their code in the given format, and those that have none there."""
    data, computed = _data(form), report_numbers(last)
    counterparts: dict[str, LastNumber] = {}
    history: list[OldNumber] = []
    for code, number in printed_numbers(last).items():
        cell = last.form.cells[code]
        if not cell.table:
            continue
        new, note = data.counterparts.get(code, (code, ""))
        if new in form.cells:
            said = printed_otherwise(number, computed.get(code))
            added = computed.get(code) if said else None
            counterparts[new] = LastNumber(number, "；".join(filter(None, (note, said))), added)
            continue
        why = next((reason for pattern, reason in data.history if fnmatchcase(code, pattern)), "没有对应的栏目")
        history.append(OldNumber(code, cell.name, number, why))
    return counterparts, tuple(history)


def cells_of_last_year(last: FormDefinition, form: FormDefinition) -> dict[str, str]:
    """Return for each cell of the given format that last year's had too, blank or not, its code there."""
    named = _data(form).counterparts
    found = {named.get(code, (code, ""))[0]: code for code, cell in last.cells.items() if cell.table}
    return {new: old for new, old in found.items() if new in form.cells}


def printed_otherwise(printed: Entry, computed: Number | None) -> str:
    """Return what a published total says and what its columns add up to; "" where both are the same, or one lacks."""
    if computed is None or printed is None or isinstance(printed, Refused) or computed == printed:
        return ""
    return _PRINTED_OTHERWISE.format(printed=format_number(printed), added=format_number(computed))


def figures_in(report: Report, form: FormDefinition) -> tuple[dict[str, Number], tuple[str, ...]]:
    """Return the entered numbers of a report of any format by their code in the given one, for adding up.

    Also a Chinese phrase for each row that counts otherwise there, or has no place; many without one are told at once.
    A row that the given format divides goes into the one that ``carry_over.toml`` names.
    """
    data = _data(form)
    figures: dict[str, Number] = {}
    notes: dict[str, None] = {}
    lost: dict[str, None] = {}
    for code, number in numbers_only(report.cells).items():
        cell = report.form.cells.get(code)
        if cell is None:
            continue
        row, _, column = code.rpartition(".")
        new, note = data.counterparts.get(code, (code, ""))
        if new not in form.cells and f"{data.undivided.get(row)}.{column}" in form.cells:
            new = f"{data.undivided[row]}.{column}"
            lines = form.tables[form.cells[new].table].rows
            label = report.form.tables[cell.table].rows[cell.row].label
            note = f"“{label}”没有分项，计入“{lines[form.cells[new].row].label}”"
        if new not in form.cells:
            lost[cell.name] = None
            continue
        if note:
            notes[note] = None
        if not form.cells[new].is_derived:
            figures[new] = number
    told = [f"“{name}”没有对应的栏目，没有计入" for name in lost]
    if len(lost) > _MOST_NAMED:
        way = "混用两种格式" if report.form.is_mixed else f"按{report.form.first_year}年格式"
        told = [f"{way}填报，{len(lost)}处没有对应的栏目，没有计入"]
    return figures, (*notes, *told)


def _carried(last: Report, form: FormDefinition, remarks: list[str]) -> tuple[CarriedNumber, ...]:
    """Return 结转 column by column, with its source."""
    printed = printed_numbers(last)
    year = f"{last.year}年" if last.year else "上年"
    carried = []
    label = ""
    for source, code in carried_codes(form):
        cell = last.form.cells[source]
        table = last.form.tables[cell.table]
        label = table.rows[cell.row].label
        phrase = f"{year}报告“{label}”{table.columns[cell.column].name}"
        number = printed.get(source)
        carried.append(CarriedNumber(code, number, phrase, form.cells[code].is_derived))
    missing = [item.source for item in carried if item.number is None and not item.is_total]
    if missing:
        remarks.append(f"{year}报告“{label}”有{len(missing)}格是空白，空白不等于0，请核对上年台账后填写结转")
    return tuple(carried)


@cache
def _data(form: FormDefinition) -> _Data:
    """Return what is carried where.

    Raises:
        FormDefinitionError: The file of the format names a number that it does not have.
    """
    form_id = form.formats[0]
    record = Record(format_of(form_id).folder.toml(_FILE), f"{form_id}/{_FILE}")
    carried = Record(record.mapping("carried"), f"{record.place}, carried")
    data = _Data(
        carried.text("from"),
        carried.text("to"),
        {r.text("old"): (r.text("new"), r.text("note", "")) for r in record.records("counterparts")},
        record.mapping("undivided"),
        tuple((r.text("old"), r.text("why")) for r in record.records("history")),
    )
    record.done()
    unknown = [new for new, _ in data.counterparts.values() if new not in load_form(form_id).cells]
    if unknown:
        fail(record.place, f"unknown codes {unknown}")
    return data
