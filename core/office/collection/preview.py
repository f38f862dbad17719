"""What is missing in a sum: units without a report, cells that hold no number, and what somebody has to look at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from core.base.short_texts import some_of
from core.form.form_definition import FormDefinition
from core.office.collection.collected import Collected
from core.office.collection.desk import DOUBTS, ERRORS, MISSING, RETURNED, Desk, UnitResult
from core.office.collection.file_record import FEES_UNREAD, REPORT
from core.office.collection.ledger import Ledger
from core.office.collection.list_notes import RULE as NOTES
from core.office.collection.unit_list import YES
from core.office.collection.unsure_numbers import unsure_codes, unsure_in_words

_MOST_NAMED = 5
_MOST_UNITS, _MOST_CELLS = 200, 3
"""Names in a sentence that a draft keeps: all units of a county, the first cells of each."""

_UNSURE = "有读入时没有把握的数（照读到的加）"
_NOT_MENDED = "（已退回，还没有改好）"
_LOOK = "汇总时有{count}个单位{what}：{names}。请核对原件，核实后采用，再汇总一次；不再汇总的，写明原因。"
_ADVICE = "请补齐后再汇总一次，已写的文字会保留；不再补的，写明原因。"


def preview_notes(collected: Collected) -> list[str]:
    """Return why the sum is not final yet, a sentence each; none where it is.

    A unit at which somebody has to look is named, however many there are.
    """
    expected = _expected(collected.desk)
    left_out = _left_out(collected.desk)
    faulty = faulty_units(collected.desk)
    undecided = [u for u in expected if u.in_sum and u.state in (DOUBTS, RETURNED)]
    summed = collected.ledger.summed
    parts = (
        ("还有错误", [_as_returned(u) for u in faulty]),
        ("有疑点或已退回，还没有采用", [u.name for u in undecided if u not in faulty]),
        (_UNSURE, [u.name for u in _unsure(collected.desk)]),
        ("有不是数字的格（不加）", [c.name for c in summed if c.refused]),
        ("有空白（空白不加）", [c.name for c in summed if c.blank_cells]),
        *_fees_unread(collected.desk),
    )
    notes = [f"{_counted(what, [u.name for u in units])}。" for what, units in left_out if units]
    notes += [f"{_counted(what, names)}。" for what, names in parts if names]
    untold = {u.name for u in collected.desk.units if any(_tells(u, said) for said in FEES_UNREAD)}
    fees = [c.name for c in summed if c.blank_fees and c.name not in untold]
    known = [f"{len(fees)}个单位的第六部分没有写全信息处理费，没写的按0加，不用处理：{_first(fees)}。"] if fees else []
    return [*(["现在的合计是预览：", *notes] if notes else []), *known]


def sum_gaps(desk: Desk, ledger: Ledger) -> dict[str, str]:
    """Return what is missing in a sum, as its draft keeps it (rule C-08).

    Returns:
        Sentences by what they are about: a word, and behind it the codes of the cells that lack something.
    """
    expected = _expected(desk)
    left_out = [(what, [unit.name for unit in units]) for what, units in _left_out(desk) if units]
    gaps: dict[str, str] = {}
    if left_out:
        counted = sum(unit.in_sum for unit in expected)
        said = "；".join(_counted(what, names) for what, names in left_out)
        gaps["units"] = f"汇总时应计入{len(expected)}个单位，计入了{counted}个：{said}。{_ADVICE}"
    files = [name for name, _ in desk.still_unread]
    files += [file.name for file in desk.lost if file.record.kind == REPORT and file.record.year in (None, desk.year)]
    if files:
        gaps["files"] = f"汇总时有{len(files)}个文件没有读入，或对不上单位，没有计入：{_named(files)}。{_ADVICE}"
    if faulty := faulty_units(desk):
        said = _counted("还有错误的单位", [unit.name for unit in faulty])
        gaps["errors"] = f"汇总时{said}。请改好后再汇总一次；不再改的，写明原因。"
    refused = {unit.name: unit.record.refused for unit in desk.units if unit.record}
    for topic, what, cells in (
        ("refused", "不是数字的格没有加", {c.name: list(c.refused) for c in ledger.summed if c.refused}),
        ("blank", "空白没有加", {c.name: c.blank_cells for c in ledger.summed if c.blank_cells}),
    ):
        if cells:
            codes = [code for code in ledger.form.cells if any(code in own for own in cells.values())]
            names = [_with_cells(ledger.form, name, own, refused.get(name, {})) for name, own in cells.items()]
            gaps[" ".join((topic, *codes))] = f"汇总时有{len(names)}个单位的{what}：{_named(names)}。{_ADVICE}"
    if unsure := {u.name: unsure_in_words(u) for u in _unsure(desk)}:
        told = set[str]().union(*(unsure_codes(unit) for unit in _unsure(desk)))
        codes = [code for code in ledger.form.cells if code in told]
        names = [f"{name}（{some_of(said, _MOST_CELLS, '处', between='；')}）" for name, said in unsure.items()]
        gaps[" ".join(("unsure", *codes))] = _LOOK.format(count=len(names), what=_UNSURE, names=_named(names))
    for said, names in _fees_unread(desk):
        if names:
            gaps[f"fees{FEES_UNREAD.index(said)}"] = f"汇总时{_counted(said, names)}。"
    return gaps


def _expected(desk: Desk) -> list[UnitResult]:
    """Return the units that are to be added: those that must report, and others whose files are there."""
    units = [unit for unit in desk.units if unit.listed.must_report or unit.files]
    return [unit for unit in units if unit.counts_in_words == YES]


def _left_out(desk: Desk) -> list[tuple[str, list[UnitResult]]]:
    """Return the units that are not in the sum, by why."""
    expected = _expected(desk)
    none = [unit for unit in expected if unit.record is None]
    held = [unit for unit in expected if unit.is_held]
    return [
        ("还没有报", [unit for unit in none if unit.state == MISSING and not unit.why_none]),
        ("收到的文件读不出，或单位名称待核", [unit for unit in none if unit.state == MISSING and unit.why_none]),
        ("只有报送函，没有报告", [unit for unit in none if unit.files and not unit.reports]),
        ("报告不是本年度的，没有计入", [unit for unit in none if unit.reports and not unit.has_report]),
        ("没有写明年度，没有计入", [unit for unit in expected if unit.record is not None and unit.record.year is None]),
        ("待定以哪一份为准", [unit for unit in none if unit.has_report]),
        ("可能重复，没有计入", [unit for unit in held if NOTES not in unit.doubts]),
        ("名单的备注写着撤销、并入或不计，没有计入", [unit for unit in held if NOTES in unit.doubts]),
    ]


def faulty_units(desk: Desk) -> list[UnitResult]:
    """Return the units whose report has errors and is added up all the same, those that were asked to mend it too."""
    told = {id(unit) for _, units in _left_out(desk) for unit in units}
    return [unit for unit in _expected(desk) if ERRORS in (unit.state, unit.found) and id(unit) not in told]


def _as_returned(unit: UnitResult) -> str:
    return f"{unit.name}{_NOT_MENDED}" if unit.state == RETURNED else unit.name


def _unsure(desk: Desk) -> list[UnitResult]:
    """Return the units that are added up with numbers that may be meant otherwise."""
    return [unit for unit in desk.units if unit.in_sum and unsure_in_words(unit)]


def _fees_unread(desk: Desk) -> list[tuple[str, list[str]]]:
    return [(said, [unit.name for unit in desk.units if _tells(unit, said)]) for said in FEES_UNREAD]


def _with_cells(form: FormDefinition, name: str, codes: Sequence[str], refused: Mapping[str, str]) -> str:
    cells = [form.cells[code].name + (f"写的是“{refused[code]}”" if code in refused else "") for code in codes]
    return f"{name}（{some_of(cells, _MOST_CELLS, '格')}）"


def _counted(what: str, names: Sequence[str]) -> str:
    return f"{what}{len(names)}个：{'、'.join(names)}"


def _named(names: Sequence[str]) -> str:
    return some_of(names, _MOST_UNITS, "个")


def _tells(unit: UnitResult, said: str) -> bool:
    return unit.in_sum and said in unit.partly_read


def _first(names: Sequence[str]) -> str:
    return some_of(names, _MOST_NAMED)
