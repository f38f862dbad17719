"""Registers of which somebody decides rows and words: what is counted then, what is said of it, what a report keeps."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from core.checks.findings import Finding
from core.form.form_reader import form_for_year
from core.office.register.decisions_kept import STATUS, decided, keep_decisions, kept_decisions, with_decisions
from core.office.register.mapping import RegisterMapping
from core.office.register.rows import Decisions
from core.office.register.said import Said, said_otherwise, said_so_far, told_again
from core.office.register.suspects import keep_suspects, suspects_clue
from core.office.register.taking_over import cases_of, counted_cells, log_sentence, origin_of_cell, take_over
from core.office.register.work import RegisterWork, unknown_kinds, unknown_outcomes
from core.report.change import status_change
from core.report.counted_cells import kept_cases
from core.report.report import Report, new_report
from core.report.status_names import REGISTER_CASES as CASES
from tests.kept.rooms.registers import Layout, layouts, told_count

_Step = Callable[[RegisterWork], RegisterWork]


def decided_registers() -> str:
    """Return what becomes of registers step by step."""
    known = {layout.name.partition(":")[0]: layout for layout in layouts()}
    lines = [line for name, steps in _STEPS.items() for line in _worked(known[name], steps)]
    lines += ["=== words of days", *_without_years(known.values())]
    lines += ["=== kept in a report", *_kept(known["several"]), *_spoilt(known["gaps"])]
    return "\n".join(lines) + "\n"


def _work(layout: Layout, year: int = 2025) -> RegisterWork:
    return RegisterWork(Path("台账.xlsx"), layout.sheets, RegisterMapping(), form_for_year(year), year)


def _worked(layout: Layout, steps: dict[str, _Step]) -> Iterator[str]:
    work = _work(layout)
    yield f"=== {layout.name}"
    yield f"{unknown_outcomes(work.counted)} {unknown_kinds(work.counted)}"
    yield str([f"{key.row} {name}" for key, name in work.applicants(work.counted).items()])
    for name, step in steps.items():
        before = list(told_count(work.counted))
        work = step(work)
        now = list(told_count(work.counted))
        yield f"--- {name}"
        yield from (line for line in now if line not in before)
        yield from (f"no more: {line[:60]}" for line in before if line not in now)
        yield from map(_said, said_so_far(work))
        yield told_again(work)
        yield str([tuple(one) for one in decided(work)])


def _said(one: Said) -> str:
    return f"{one.field} “{one.word}” {one.number} {one.rows} → {one.target} = {one.counts_as} {one.key}"


def _row(work: RegisterWork, row: int) -> RegisterWork:
    """Return the register with a row left out."""
    return work.leave_out([key for key in _keys(work) if key.row == row], "重复的")


def _keys(work: RegisterWork) -> list:  # type: ignore[type-arg]  # of the keys of rows
    return [row.key for row in work.counted.unread]


def _first(work: RegisterWork, kind: str) -> list[Said]:
    return [one for one in said_so_far(work) if one.field == kind][:1]


_STEPS: dict[str, dict[str, _Step]] = {
    "gaps": {
        "words": lambda work: work.told_words(
            {"同意公开": "R03", "办理中": "尚未办结", "垃圾信息": "不计"}, {"个人": "C1", "什么人": "C2"}, []
        ),
        "other words": lambda work: said_otherwise(work, _first(work, "办理结果"), "R04"),
        "no words": lambda work: said_otherwise(work, _first(work, "申请人类别"), ""),
        "a kind": lambda work: work.set_kinds({key: "C3" for key in _keys(work) if key.row in (4, 10)}),
        "another kind": lambda work: said_otherwise(work, _first(work, "申请人类别"), "C4"),
        "an outcome": lambda work: work.set_outcomes({key: "R13" for key in _keys(work) if key.row in (6, 15)}),
        "no outcome": lambda work: said_otherwise(
            work, [one for one in said_so_far(work) if one.key and one.field == "办理结果"], ""
        ),
        "left out": lambda work: _row(_row(work, 7), 8),
        "taken in": lambda work: said_otherwise(work, _first(work, "不计入"), ""),
    },
    "several": {
        "waiting": lambda work: work.told_words(
            {"没有这种": "R05"}, {}, ["予以公开；没有这种", "予以公开、重复申请", "未知"]
        ),
        "chosen": lambda work: work.set_outcomes(dict.fromkeys(_keys(work), "R03")),
    },
    "doubles": {
        "apart": lambda work: work.set_apart(
            [key for key in _keys(work) if key.number in ("2025-3", "2025-003", "2025-10")]
        ),
        "more apart": lambda work: work.set_apart(_keys(work)),
        "together": lambda work: said_otherwise(work, [one for one in said_so_far(work) if one.number == "2025-3"], ""),
    },
    "marks": {
        "counted": lambda work: work.set_counted(_keys(work)[:3]),
        "not counted": lambda work: said_otherwise(work, _first(work, "照样计入"), ""),
    },
}


def _without_years(known: object) -> Iterator[str]:
    for layout in layouts():
        if layout.name.startswith("days without"):
            found = _work(layout).without_year
            yield f"{layout.name}: {found.rows} {found.example}" if found else f"{layout.name}: none"
            yield from (f"  {key.row} {why}" for key, why in (found.odd if found else {}).items())


def _report() -> Report:
    return new_report("青澜县水利局", "政府工作部门", 2025)


def _kept(layout: Layout) -> Iterator[str]:
    """Yield what a report keeps of a register, and what it tells when the register or its cells changed since."""
    work = _work(layout)
    report = _report().with_cells({"t3.R01.C1": 4, "t3.R04.C1": 9})
    cells = counted_cells(report, work.counted)
    yield from (
        f"{cell.name} {cell.old}→{cell.new} {cell.is_other} {cell.moved}" for cell in cells if cell.new or cell.old
    )
    yield log_sentence(cells, work.leave_out(_keys(work), "不是申请").decisions)
    yield log_sentence([cell for cell in cells if not cell.is_other])
    report = take_over(
        report, work.counted, [cell.code for cell in cells if cell.code != "t3.R17.C1"], "2026-01-12"
    ).applied_to(report)
    yield str(report.status)
    yield from (f"{code}: {origin}" for code, origin in report.origins.items())
    later = work.set_outcomes(dict.fromkeys(_keys(work), "R03"))
    moved = counted_cells(report, later.counted)
    yield from (f"{cell.name} {cell.old}→{cell.new} {cell.moved}" for cell in moved if cell.moved)
    report = keep_suspects(report, later.counted, moved).applied_to(report)
    yield str(report.status["register_suspects"])
    odd = report.with_cells({"t3.R01.C1": 5, "t3.R03.C1": None, "t3.R04.C1": 3})
    for cells_of in (("t3.R01.C1",), ("t3.R24.C1", "t3.R04.C1"), ("t3.R24.C7",), ("t2.rules.issued",), ()):
        finding = Finding("T3-01", "error", "", cells=cells_of)
        clues = [suspects_clue(one, finding) for one in (odd, report, _report())]
        yield f"{cells_of}: {' | '.join(clues)}"
    for code in ("t3.R01.C1", "t3.R01.C2", "t3.R04.C1", "t3.R17.C1", "t3.R24.C7", "t4.review.upheld"):
        yield f"{code} {cases_of(report, code)} {origin_of_cell(report, code)}"


def _spoilt(layout: Layout) -> Iterator[str]:
    """Yield what is made of kept cases and decisions that somebody spoilt, and of those of rows that changed."""
    cases = ("[]", "{", '{"a":["1"],"b":[1],"c":"1"}', '{"a":[]}', "null")
    yield str([kept_cases(status_change(_report(), {CASES: text}).applied_to(_report())) for text in cases])
    decisions = (
        '[["1",2,"f","不计","重复"]]',
        '[["1",2,"f","类别","C9"],["1",2,"f","类别","C1"],["1",2,"f","结果","R05"],["1",2,"f","结果","R99"]]',
        '[["1","2","f","不计",""],["1",2,"f"],"x",["1",2,"f","分别计",""],["1",2,"f","照样计入",""],["1",2,"f","什么",""]]',
        "{}",
    )
    for text in decisions:
        yield str(kept_decisions(status_change(_report(), {STATUS: text}).applied_to(_report())))
    work = _work(layout)
    done = _row(_row(work, 7), 8).set_kinds({key: "C3" for key in _keys(work) if key.row in (4, 10)})
    done = done.set_outcomes({key: "R13" for key in _keys(work) if key.row == 6}).set_counted(_keys(work)[:1])
    done = done.set_apart(_keys(work)[2:3])
    report = keep_decisions(_report(), done).applied_to(_report())
    kept = kept_decisions(report)
    again = with_decisions(work, kept)
    yield f"{again.told} {again.decisions == done.decisions} {with_decisions(work, []).told}"
    for changed in (
        [one._replace(row=one.row + 1) for one in kept],
        [one._replace(fault="0") for one in kept],
        [one._replace(number="", row=3) for one in kept],
    ):
        again = with_decisions(work, changed)
        yield f"{again.told} {len(said_so_far(again))}"
    yield str(keep_decisions(report, replaced(done)).applied_to(report).status)


def replaced(work: RegisterWork) -> RegisterWork:
    """Return a register of which nothing is decided."""
    return RegisterWork(work.path, work.sheets, work.mapping, work.form, work.year, decisions=Decisions())
