"""Has LibreOffice recalculate the drafts of random reports and compares all check cells with the program's findings.

    python -m build_scripts.sweeps.draft_sweep [--reports 100] [--seed 1]

The workbooks are written without cached values, so that every value compared was computed by LibreOffice. Some of
their cells hold what no program writes but people paste: numbers as text in every spelling, cells of mere blanks and
what is refused. A sheet beside the others asks of each cell what its colour asks. Each is read back as a draft as well
and must give the report it was made from. Exit code 1 where anything differs.
"""

import argparse
import random
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from openpyxl import Workbook

from build_scripts.sweeps.balanced_reports import balanced_report, with_controls
from build_scripts.sweeps.libreoffice import recalculate
from core.draft.workbook import load_draft
from core.draft.workbook.check_cells import ALL_FILLED, ALL_GOOD, BAD, GOOD, INCOMPLETE, first_check_column
from core.draft.workbook.codes import CONTROL
from core.draft.workbook.places import CONTROLS, GRID_LEFT, GRID_TOP, Places
from core.draft.workbook.sheet_plan import Formula, SheetPlan, Style, address
from core.draft.workbook.text_numbers import VERDICT_END, without_blanks
from core.draft.workbook.workbook_plan import plan_workbook
from core.draft.workbook.writer import workbook_bytes
from core.report.entry_text import Entry, Refused, clean_text
from core.report.report import Report, new_report, parse_cell
from core.validation.validation import Checker

_DENSITIES = (0.02, 0.1, 0.5)
_REFUSED = ("12abc", "/", "-1", "1.5", "无")
_JUDGING = "判定"
_WIDE = {ord(digit): ord(digit) - ord("0") + ord("０") for digit in "0123456789"}
_BLANKS = ((" ", "　", "\u00a0", "\t", "\u200b"), (" ", "　", "\u00a0", "\n", "\u200b"))
"""Blanks in one cell; tabs and line breaks apart: LibreOffice reads a tab in a cell of several lines otherwise."""
_UNIT_WORDS = {"件": ("件", "宗", "份", "条"), "万元": ("万元", "万"), "元": ("元",)}
_SLIPS = (
    "1",
    "０",
    ",",
    "，",
    " ",
    "  ",
    "件",
    "宗",
    "元",
    "万",
    ".",
    "-",
    "+",
    "/",
    "%",
    "O",
    "e5",
    "|",
    "¥",
    "年",
)


def main() -> int:
    """Run the sweep and print what differs."""
    parser = argparse.ArgumentParser(description="用 LibreOffice 重算草稿并核对")
    parser.add_argument("--reports", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    cases = random_cases(options.reports, options.seed)
    with tempfile.TemporaryDirectory() as folder:
        differences = sweep(cases, Path(folder))
    compared = sum(len(formulas(case.report)) for case in cases)
    judged = Counter(judgement for case in cases for judgement in judgements(case).values())
    print("\n".join(differences[:20]))
    print(f"{len(cases)} drafts, {compared} cells computed by LibreOffice, {len(differences)} differences")
    print("cells judged: " + ", ".join(f"{count} {judgement}" for judgement, count in judged.most_common()))
    return 1 if differences else 0


@dataclass(frozen=True)
class Case:
    """A draft as it is to be written, and what the program reads from it.

    Attributes:
        report: What the program reads.
        typed: Texts that stand in cells as they were pasted, by code.
    """

    report: Report
    typed: dict[str, str] = field(default_factory=dict)

    def read(self, code: str) -> Entry:
        """Return what the program reads of a cell."""
        plain = code.removeprefix(CONTROL)
        return (self.report.controls if code.startswith(CONTROL) else self.report.cells).get(plain)

    @property
    def texts(self) -> set[str]:
        """The codes of the cells that hold a number as text."""
        return {code for code in self.typed if not isinstance(self.read(code), Refused | None)}

    @property
    def in_sheet(self) -> Report:
        """What the sheet can add up: numbers as text are missing."""
        return self.report.with_cells(dict.fromkeys(self.texts))


def random_cases(count: int, seed: int) -> list[Case]:
    """Return random reports; every second one has texts pasted into some cells, every eighth is in the old format."""
    rng = random.Random(seed)
    cases = []
    for i, report in enumerate(random_reports(count, seed)):
        if i % 2 == 0:
            cases.append(Case(report))
            continue
        if i % 8 == 7:
            report = new_report("某某县水利局", "政府部门", 2020, form_id="2019", with_zeros=True)
            report = report.with_cells({c: 0 for c in report.form.entered if c not in report.cells})
        typed: dict[str, str] = {}
        for code in rng.sample(report.form.entered, k=rng.randint(1, 25)):
            typed[code] = pasted(report, code, report.cells.get(code), rng)
        read = {code: parse_cell(report.form, code, clean_text(text)) for code, text in typed.items()}
        cases.append(Case(report.with_cells(read), typed))
    return cases


def pasted(report: Report, code: str, entry: Entry, rng: random.Random) -> str:
    """Return an entry as text, in one of the spellings that people paste, now and then with a slip in it."""
    cell = report.form.cells[code]
    blanks = rng.choice(_BLANKS)
    if rng.random() < 0.1:
        return "".join(rng.choices(blanks, k=rng.randint(1, 3)))
    number = entry if isinstance(entry, int) and rng.random() < 0.7 else rng.randint(0, 10 ** rng.randint(1, 12) - 1)
    text = str(number)
    if rng.random() < 0.4:
        text = f"{number:,}".replace(",", rng.choice((",", "，", "﹐", " ", "\u00a0", "　")))
    if cell.decimals and rng.random() < 0.6:
        fraction = "".join(rng.choices("0123456789", k=rng.randint(1, cell.decimals)))
        text += rng.choice(".．。") + fraction
    if rng.random() < 0.3:
        text = text.translate(_WIDE)
    if rng.random() < 0.1:
        text = "+" + text
    if cell.is_signed and rng.random() < 0.5:
        text = rng.choice("-－−–—") + rng.choice(("", " ")) + text
    if rng.random() < 0.4:
        text += rng.choice(("", "", " ", "　", "  ")) + rng.choice(_UNIT_WORDS[cell.unit])
    if rng.random() < 0.4:
        text = "".join(rng.choices(blanks, k=rng.randint(0, 2))) + text + "".join(rng.choices(blanks, k=2))
    if rng.random() < 0.4:
        at = rng.randint(0, len(text))
        text = text[:at] + rng.choice(_SLIPS) + text[at + rng.randint(0, 1) :]
    return text


def random_reports(count: int, seed: int) -> list[Report]:
    """Return right, wrong and incomplete reports in turn, with and without control totals."""
    rng = random.Random(seed)
    reports = []
    for i in range(count):
        report = balanced_report(rng, density=rng.choice(_DENSITIES), largest=rng.choice((9, 300, 99_999)))
        if rng.random() < 0.5:
            report = with_controls(report)
        if i % 3 == 1:
            report = _wrong(report, rng)
        if i % 3 == 2:
            report = _incomplete(report, rng)
        reports.append(report)
    return reports


def _wrong(report: Report, rng: random.Random) -> Report:
    """Return the report with one to three other numbers or control totals."""
    changed: dict[str, Entry] = {}
    for _ in range(rng.randint(1, 3)):
        place = report.controls if report.controls and rng.random() < 0.5 else report.cells
        changed[rng.choice([code for code in place if code.startswith(("t3.", "t4."))])] = rng.randint(0, 99)
    return report.with_cells(changed)


def _incomplete(report: Report, rng: random.Random) -> Report:
    """Return the report with some numbers and control totals blank or refused."""
    changed: dict[str, Entry] = {}
    for place in (report.cells, report.controls):
        for code in rng.sample(sorted(place), k=min(len(place), rng.randint(1, 12))):
            is_blank = rng.random() < 0.5
            changed[code] = None if is_blank else parse_cell(report.form, code, rng.choice(_REFUSED))
    return report.with_cells(changed)


def sweep(cases: list[Case], folder: Path) -> list[str]:
    """Return a line for each cell that LibreOffice computes otherwise and each report that reads back changed."""
    paths = []
    for i, case in enumerate(cases):
        sheets = plan_workbook(case.report)
        rules = _judging(sheets, case.report)
        for sheet in sheets:
            for at, (value, style) in sheet.cells.items():
                if isinstance(value, Formula):
                    sheet.cells[at] = (Formula(value.text), style)
            for code, at in sheet.codes.items():
                if code in case.typed:
                    sheet.cells[at] = (case.typed[code], sheet.cells[at][1])
        path = folder / f"{i:04}.xlsx"
        path.write_bytes(workbook_bytes([*sheets, rules], case.report.title))
        paths.append(path)
    recalculate(paths, folder / "out", folder / "profile")
    return [line for case, path in zip(cases, paths, strict=True) for line in _compare(case, path)]


def _judging(sheets: list[SheetPlan], report: Report) -> SheetPlan:
    """Return a sheet that asks of each cell that is filled in what its colours ask, in the order of their rank."""
    judging = SheetPlan("judging", _JUDGING)
    asked = [(sheet, code, at) for sheet in sheets for code, at in sheet.codes.items() if _is_entered(report, code)]
    for row, (sheet, code, (top, left)) in enumerate(asked, 1):
        conditions = []
        for colour in sheet.colours:
            if any(a[0] <= top <= a[2] and a[1] <= left <= a[3] for a in colour.areas) and "TRIM" in colour.formula:
                first = address(*colour.areas[0][:2])
                there = f"'{sheet.title}'!{address(top, left)}"
                conditions.append(re.sub(rf"\b{first}\b", there, colour.formula[1:]))
        as_text, refused = conditions
        blank = f'{without_blanks(there)}=""'
        formula = f'=IF({blank},"blank",IF({as_text},"text",IF({refused},"refused","number")))'
        judging.put(row, 1, code, Style.LABEL)
        judging.put(row, 2, Formula(formula), Style.NOTE)
    return judging


def _is_entered(report: Report, code: str) -> bool:
    cell = report.form.cells.get(code.removeprefix(CONTROL))
    return cell is not None and (code.startswith(CONTROL) or not cell.is_derived)


def judgements(case: Case) -> dict[str, str]:
    """Return how the program judges each cell that is filled in: blank, text, refused or number."""
    form = case.report.form
    codes = [*(code for code in form.cells if code not in form.derived), *(CONTROL + code for code in form.derived)]
    return {
        code: "blank"
        if (entry := case.read(code)) is None
        else "refused"
        if isinstance(entry, Refused)
        else "text"
        if code in case.texts
        else "number"
        for code in codes
    }


def formulas(report: Report) -> dict[tuple[str, str], object]:
    """Return what the program says each formula of the workbook must give, by sheet and address."""
    return {
        (sheet.title, address(*at)): value.value
        for sheet in plan_workbook(report)
        for at, (value, _) in sheet.cells.items()
        if isinstance(value, Formula)
    }


def _compare(case: Case, path: Path) -> Iterator[str]:
    import openpyxl

    made = path.parent / "out" / path.name
    book = openpyxl.load_workbook(made, data_only=True)
    for (sheet, at), expected in formulas(case.in_sheet).items():
        computed = book[sheet][at].value
        if not _told_apart(case, sheet, at) and (computed if computed is not None else "") != expected:
            yield f"{path.name} {sheet}!{at}: {computed!r}, expected {expected!r}"
    said = {str(code): judged for _, code, judged in book[_JUDGING].iter_rows(min_row=2, max_col=3, values_only=True)}
    for code, judgement in judgements(case).items():
        if said.get(code) != judgement:
            shown = case.typed.get(code, case.read(code))
            yield f"{path.name} {code}: {shown!r} is {said.get(code)} in the sheet, {judgement} in the program"
    yield from (f"{path.name} {line}" for line in _against_findings(case, book))
    book.close()
    loaded = load_draft(made)
    told = [remark for remark in loaded.remarks if _JUDGING not in remark.sentence]  # no sheet of the draft
    if loaded.report != case.report or len(told) != len(case.texts):
        yield f"{path.name}: reads back changed after LibreOffice saved it; {loaded.remarks[:3]}"


def _told_apart(case: Case, sheet: str, at: str) -> bool:
    """Whether a cell is compared by `_against_findings`, since it tells numbers as text from blanks."""
    form, places = case.report.form, Places(case.report.form)
    if sheet == CONTROLS:
        return False
    table = next(table for table in form.tables.values() if places.table_titles[table.id] == sheet)
    if not any(code in table.cells for code in case.texts):
        return False
    column = first_check_column(table)
    return at in (address(1, column + 1), address(1, column + 3), address(2, GRID_LEFT))


def _against_findings(case: Case, book: Workbook) -> Iterator[str]:
    """Compare check cells and verdicts with what the program finds, not with what the workbook was made to say."""
    report = case.in_sheet
    places = Places(report.form)
    checker = Checker(report)
    broken = set(checker.sums.broken())
    result = checker.result()
    control_errors = {f for f in result.findings if f.rule_id in ("C-01", "C-04") and f.cells[0] in report.controls}
    errors = {f.cells[0].partition(".")[0] for f in result.blocking if f not in control_errors}
    for table in report.form.tables.values():
        sheet = book[places.table_titles[table.id]]
        column = first_check_column(table)
        texts = [code for code in case.texts if code in table.cells]
        own = [i for i, e in enumerate(report.form.equations) if e.left[0][0].startswith(f"{table.id}.")]
        for row, i in enumerate(own, GRID_TOP + 1):
            complete = checker.sums.residual(i) is not None
            expected = INCOMPLETE if not complete else BAD if i in broken else GOOD
            shown = sheet[address(row, column + 4)].value
            if shown != expected:
                yield f"{table.id}, equation {i}: {shown!r}, the program finds {expected!r}"
        blank = sum(case.read(code) is None for code in table.cells if code not in report.form.derived)
        is_open = bool(blank or texts)
        verdict = "有错误" if table.id in errors else "填写中" if is_open else ALL_GOOD if own else ALL_FILLED
        end = f"有{len(texts)}{VERDICT_END}" if texts else "。"
        shown = str(sheet[address(2, GRID_LEFT)].value)
        if not shown.startswith(verdict) or not shown.endswith(end) or (VERDICT_END in shown) != bool(texts):
            yield f"{table.id}: {shown!r}, the program says {verdict!r} … {end!r}"
        counts = [sheet[address(1, column + i)].value for i in (1, 3)]
        if counts != [blank, len(texts)]:
            yield f"{table.id}: blanks and texts {counts}, the program counts {blank} and {len(texts)}"


if __name__ == "__main__":
    sys.exit(main())
