"""Where a number of table 三 is doubted, the cases to look at first are named by 登记号."""

from dataclasses import replace
from pathlib import Path

import pytest

from core.checks.findings import Finding, Place
from core.office.register.suspects import STATUS, keep_suspects, suspects_clue
from core.office.register.taking_over import counted_cells, take_over
from core.report.report import Report, new_report
from tests.core.office.register.register_files import GOOD, counted, text_register

DAY = "2026-01-05"
COLUMN = Finding("T3-01", "error", "", ("t3.R01.C1", "t3.R02.C1", "t3.R24.C1", "t3.R25.C1"))
ROWS = (
    ("12", "2025-12-31", "自然人", "2026-1-3", "予以公开"),
    ("15", "2025-6-1", "自然人", "2025-6-9", "予以公开；属于国家秘密"),
)


def taken(report: Report, folder: Path, *rows: tuple[str, ...]) -> Report:
    found = counted(text_register(folder, *rows))
    cells = counted_cells(report, found)
    change = take_over(report, found, [cell.code for cell in cells], DAY)
    doubted = keep_suspects(report, found, cells)
    return replace(change, status={**change.status, **doubted.status}).applied_to(report)


def test_days_at_the_turn_of_the_year_several_outcomes_and_hand_made_changes_are_named(tmp_path: Path) -> None:
    report = taken(new_report("某局", "政府部门", 2025), tmp_path, GOOD, *ROWS)
    said = "台账中可先看登记号12（年底年初收到、年底年初办结）、15（一格里有几种结果）。"
    assert suspects_clue(report, COLUMN) == said
    changed = report.with_cells({**report.cells, "t3.R03.C1": 7, "t3.R25.C1": None})
    named = "（一）予以公开·自然人：台账1件，格中7；结转下年·自然人：台账1件，格中空白"
    assert suspects_clue(changed, COLUMN) == f"台账数出的与格中不同：{named}。{said}"
    assert suspects_clue(changed, Finding("T3-01", "error", "", ("t3.R01.C2",))) == ""


def test_a_text_that_is_wrong_points_to_no_case(tmp_path: Path) -> None:
    report = taken(new_report("某局", "政府部门", 2025), tmp_path, GOOD, *ROWS)
    in_text = replace(COLUMN, places=(Place("s1.request", 0, 4),))
    assert suspects_clue(report, in_text) == ""
    changed = report.with_cells({**report.cells, "t3.R03.C1": 7})  # of the number itself it is still told
    assert suspects_clue(changed, in_text) == "台账数出的与格中不同：（一）予以公开·自然人：台账1件，格中7。"


@pytest.mark.parametrize(("count", "more"), [(6, ""), (7, "等7格")])
def test_of_more_than_six_changed_cells_the_number_is_said(count: int, more: str, tmp_path: Path) -> None:
    kinds = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")
    rows = [(str(number), GOOD[1], kind, *GOOD[3:]) for number, kind in enumerate(kinds)]
    report = taken(new_report("某局", "政府部门", 2025), tmp_path, *rows)
    codes = [f"t3.R01.C{column}" for column in range(1, 7)] + ["t3.R03.C1"]
    changed = report.with_cells(dict.fromkeys(codes[:count], 9))
    said = suspects_clue(changed, Finding("T3-01", "error", "", tuple(codes)))
    assert said.count("台账1件，格中9") == 6
    assert said.endswith(f"格中9{more}。")


@pytest.mark.parametrize(("count", "more"), [(6, "。"), (7, "等7件。")])
def test_of_more_than_six_cases_the_number_is_said(count: int, more: str, tmp_path: Path) -> None:
    doubtful = [(str(number), *ROWS[0][1:]) for number in range(1, 1 + count)]
    said = suspects_clue(taken(new_report("某局", "政府部门", 2025), tmp_path, *doubtful), COLUMN)
    assert said.endswith(f"6（年底年初收到、年底年初办结）{more}")


def test_cases_that_moved_since_the_last_count_are_named(tmp_path: Path) -> None:
    before = taken(new_report("某局", "政府部门", 2025), tmp_path, GOOD, ("2", *GOOD[1:]))
    assert STATUS not in before.status
    after = taken(before, tmp_path, GOOD, ("2", *GOOD[1:4], "属于国家秘密"), ("7", *GOOD[1:]))
    cell = Finding("N-06", "warning", "", ("t3.R03.C1",))
    assert suspects_clue(after, cell) == "台账中可先看登记号7（上次计数后有变动）。"


def test_a_report_without_a_register_has_no_clue(tmp_path: Path) -> None:
    report = new_report("某局", "政府部门", 2025)
    assert suspects_clue(report, COLUMN) == ""
    counted_once = taken(report, tmp_path, GOOD, *ROWS)
    for spoilt in ("[]", "{", '{"12": 1}'):
        assert suspects_clue(replace(counted_once, status={**counted_once.status, STATUS: spoilt}), COLUMN) == ""
