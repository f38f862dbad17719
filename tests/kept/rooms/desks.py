"""What is said of small desks, in all places where the office reads it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date

from core.form.form_definition import LEVEL_NAMES
from core.form.form_reader import load_form
from core.office.collection.added_up import added_up
from core.office.collection.collected import Collected
from core.office.collection.desk import Desk, UnitResult
from core.office.collection.desk_rules import desk_settings
from core.office.collection.desk_workbook import _fill as fill
from core.office.collection.desk_workbook import blanks_in_words, compared, finding_rows, totals_in_words
from core.office.collection.doubts import doubts_in_words
from core.office.collection.ledger import Ledger
from core.office.collection.letter_items import in_a_line
from core.office.collection.make_desk import make_desk
from core.office.collection.offered_items import offered_items
from core.office.collection.preview import preview_notes, sum_gaps
from core.office.collection.publication import publication_contents
from core.office.collection.sum_parts import kept_parts
from core.office.collection.summed_draft import summed_report
from core.office.collection.unlisted_files import offered_files
from core.report.report import Report
from tests.core.office.collection.desk_samples import YEAR
from tests.kept.rooms.desk_records import Scene
from tests.kept.rooms.desk_scenes import scenes

_DAY = date(2026, 1, 20)
_SHOWN_AS_A_WORKBOOK = ("all states", "a government with other numbers", "three versions")


def documents() -> dict[str, str]:
    """Return what is said of each desk."""
    lines, sheets = [], []
    for name, scene in scenes().items():
        desk, collected = judged(scene)
        lines += [f"=== {name}", *_desk(desk), *_sums(collected)]
        told = _Told()
        fill(told, desk, collected.ledger)  # type: ignore[arg-type]  # has what a workbook is asked for
        digest = hashlib.sha256("\n".join(told.lines).encode()).hexdigest()[:12]
        sheets += [f"=== {name}: {len(told.lines)} {digest}", *(told.shown if name in _SHOWN_AS_A_WORKBOOK else ())]
    return {"desks": "\n".join(lines) + "\n", "workbooks": "\n".join(sheets) + "\n"}


def judged(scene: Scene) -> tuple[Desk, Collected]:
    """Return a desk, and all of it added up."""
    desk = make_desk(scene.files, scene.listed, YEAR, load_form(), desk_settings(), scene.decisions)
    ledger, last = added_up(desk, scene.last, desk_settings())
    return desk, Collected(desk, ledger, last, decisions=scene.decisions)


def _desk(desk: Desk) -> Iterator[str]:
    for unit in desk.units:
        yield from _unit(desk, unit)
    for found in desk.batch:
        about = "、".join(found.units) if found.units != found.owners else ""
        where = f"{about} {list(found.files)} {_some(found.cells)}"
        yield f"{found.rule_id} {found.level} {'、'.join(found.owners)} {where} {found.message}"
    if desk.lost or desk.unread:
        yield f"lost {[file.name for file in desk.lost]} unread {desk.unread}"
        yield f"still {len(desk.still_unread)} {desk.replaced}"
    if desk.government or desk.office:
        yield f"government {desk.government} office {desk.office}"
    yield totals_in_words(desk)
    yield "；".join(f"{row[0]} {row[2]} {row[3]} {row[6]}" for row in finding_rows(desk))
    title, lines, rows = publication_contents(desk, Ledger(desk.form, (), {}, frozenset()))
    yield from (f"{title} {'；'.join(' '.join(row) for row in rows)}", *lines)


def _parted(sentence: str) -> tuple[str, str]:
    """Return the level of a doubt and what it is."""
    level, colon, rest = sentence.partition("：")
    return (level, rest) if colon and level in LEVEL_NAMES.values() else ("", sentence)


def _brief(text: str, most: int) -> str:
    """Return the beginning of a text that is told in full elsewhere, and its length."""
    return text if len(text) <= most else f"{text[:most]}…({len(text)})"


def _some(codes: tuple[str, ...]) -> str:
    return " ".join(codes) if len(codes) < 8 else f"{len(codes)} cells from {codes[0]} to {codes[-1]}"


def _unit(desk: Desk, unit: UnitResult) -> Iterator[str]:
    signs = {"has report": unit.has_report, "own": unit.is_own, "published": unit.is_published}
    said = [sign for sign, is_so in signs.items() if is_so]
    yield f"{unit.name} {unit.unit_type} {unit.state} {unit.why_none} {unit.counted_in_words} {','.join(said)}"
    facts = {
        "files": [name for file in unit.files if (name := file.name) != f"{unit.name}.docx"],
        "near": [file.name for file in unit.near],
        "offered files": [file.name for file in offered_files(desk, unit)],
        "chosen": unit.chosen,
        "adopted": unit.adopted,
        "doubts": unit.doubts,
        "fault": unit.publication_fault,
        "open": (unit.open_errors, unit.open_doubts) if unit.open_errors or unit.open_doubts else (),
        "findings": [finding["rule"] for finding in unit.findings],
        "apart": [(file, finding["rule"]) for file, finding in unit.apart],
        "left over": [(file.name, said) for file, said in unit.left_over],
    }
    yield from (f"  {name}: {value}" for name, value in facts.items() if value)
    yield from (f"  item {item.rule_id} {item.part} {in_a_line(item)} [{item.written}]" for item in unit.items)
    yield from (f"  offered {item.place} {item.written} {item.check}" for item in offered_items(desk, unit))
    told = [*(in_a_line(item) for item in unit.items), *(found.message for found in desk.batch)]
    doubts = [
        (level, told.index(rest) if rest in told else rest) for level, rest in map(_parted, doubts_in_words(desk, unit))
    ]
    yield from [f"  doubts in words, by place or as told: {doubts}"] if doubts else []
    text = compared(unit, "whole")
    yield from [f"  compared {len(text)} {len(compared(unit, 'five'))} {len(compared(unit, 'first'))}"] if text else []


def _sums(collected: Collected) -> Iterator[str]:
    desk, ledger = collected.desk, collected.ledger
    for column in (*ledger.columns, *ledger.undecided):
        numbers = {code: str(n) for code, n in column.numbers.items() if n and not desk.form.cells[code].is_derived}
        many = numbers if len(numbers) < 9 else len(numbers)
        yield f"column {column.name} {'in sum' * column.is_in_sum} {' '.join(blanks_in_words(column))} {many}"
    cells = {code: str(number) for code, number in ledger.cells.items() if number}
    yield f"sum {cells if len(cells) < 14 else len(cells)} given {len(ledger.given)} settled {collected.is_settled}"
    if collected.last is not None:
        yield f"last {collected.last.year} {list(collected.last.columns)} {collected.last.total}"
    yield from preview_notes(collected)
    for topic, sentence in sum_gaps(desk, ledger).items():
        yield f"gap {_brief(topic, 40)}: {_brief(sentence, 90)}"
    yield from _draft(summed_report(desk, ledger, _DAY))


def _draft(report: Report) -> Iterator[str]:
    if report.unit:
        yield " ".join(report.meta.values())
    for code, origin in report.origins.items():
        if "＝" in origin.basis:
            yield f"{code} {origin.department} {origin.date} {_brief(origin.basis, 60)}"
    parts = {code: kept_parts(report, code) for code in ("t3.R01.C1", "t3.R01.C7", "t2.rules.issued", "fee.billed")}
    yield " ".join(f"{code}:{'+'.join(f'{name}{n}' for name, n in found)}" for code, found in parts.items() if found)


class _Told:
    """Stands for a workbook and its sheets, and writes down what is to be written into them.

    Attributes:
        lines: All of it.
        shown: What a person reads of it: no zeros and blanks of the ledger.
    """

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.shown: list[str] = []

    def _write(self, line: str, *, is_shown: bool = True) -> None:
        self.lines.append(line)
        self.shown += [line] if is_shown else []

    def sheet(self, title: str, columns: dict[str, int]) -> _Told:
        self._write(f"sheet {title} {columns}")
        return self

    def row(self, row: int, values: list[object], looks: list[str]) -> None:
        is_of_ledger = looks == ["mark", "text", "text"]
        self._write(f"{row}: {' | '.join(map(str, values))} ({' '.join(looks)})", is_shown=not is_of_ledger)

    def text(self, row: int, column: int, text: str, look: str) -> None:
        self._write(f"{row},{column}: {text} ({look})", is_shown=bool(text))

    def number(self, row: int, column: int, value: object, look: str) -> None:
        self._write(f"{row},{column}: {value} ({look})", is_shown=bool(value))

    def formula(self, row: int, column: int, formula: str, look: str, shown: float) -> None:
        self._write(f"{row},{column}: {formula} {shown} ({look})", is_shown=bool(shown))

    def widen(self, column: int, width: int) -> None:
        self._write(f"widen {column} {width}", is_shown=False)

    def filter(self, last: int, columns: int) -> None:
        self._write(f"filter {last} {columns}")

    def keep_in_sight(self, rows: int, columns: int) -> None:
        self._write(f"in sight {rows} {columns}")
