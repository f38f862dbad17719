"""In the window, rows that another unit received wait to be decided on; rows that are not closed may be carried on."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from core.form.form_reader import form_for_year
from core.office.register.decisions_kept import decided, keep_decisions, kept_decisions, with_decisions
from core.office.register.mapping import RegisterMapping
from core.office.register.reading import read_register
from core.office.register.said import said_otherwise, said_so_far
from core.office.register.vocabulary import OPEN, OUTCOME
from core.office.register.work import RegisterWork
from core.report.report import new_report
from tests.core.office.register.register_files import GOOD, HEAD, counted, text_register

OURS = "云岭县水务局"
OTHER = "云岭县住房和城乡建设局"


def work(
    folder: Path, *rows: Sequence[object], head: Sequence[str], unit: str = OURS, former: str = ""
) -> RegisterWork:
    path = text_register(folder, *rows, head=(*HEAD, *head))
    form = form_for_year(2025)
    return RegisterWork(
        path, read_register(path), RegisterMapping(), form, 2025, unit=unit, asks_units=True, former_unit=former
    )


def of_units(folder: Path, *names: str, head: str = "受理机关", unit: str = OURS, former: str = "") -> RegisterWork:
    rows = [(str(n), f"2025-3-{n}", *GOOD[2:], name) for n, name in enumerate(names, 1)]
    return work(folder, *rows, head=(head,), unit=unit, former=former)


def waiting(made: RegisterWork) -> list[str]:
    return [row.key.number for row in made.counted.unread]


def test_rows_of_another_unit_wait_and_count_where_the_clerk_says_so(tmp_path: Path) -> None:
    made = of_units(tmp_path, OURS, OURS, "县水务局", OTHER, OTHER)
    assert waiting(made) == ["4", "5"]
    row = made.counted.unread[0]
    assert row.why == f"“受理机关”列写的是“{OTHER}”，本报告的单位是“{OURS}”，不知道计不计入（REG-14）"
    assert (row.may_count, row.may_be_open, row.counts_as) == (True, False, "R03")
    assert made.counted.counted.numbers["t3.R01.C1"] == 3
    done = made.set_counted([row.key]).leave_out([made.counted.unread[1].key], "不是本单位收到的申请")
    assert not done.counted.unread
    assert not done.counted.findings
    assert done.counted.counted.numbers["t3.R01.C1"] == 4
    assert [(one.field, one.counts_as) for one in said_so_far(done)] == [
        ("照样计入", "（一）予以公开"),
        ("不计入", "不是本单位收到的申请"),
    ]
    assert with_decisions(made, decided(done)).counted.counted == done.counted.counted


def test_the_command_counts_them_and_tells(tmp_path: Path) -> None:
    path = of_units(tmp_path, OURS, OURS, OTHER).path
    found = counted(path, unit=OURS)
    assert not found.unread
    assert [one.rule for one in found.findings] == ["REG-14"]
    assert found.counted.numbers["t3.R01.C1"] == 3


@pytest.mark.parametrize(
    ("head", "unit", "asked"),
    [
        ("承办单位", OURS, ["3"]),
        ("承办单位", "云岭县人民政府", []),
        ("承办单位", "", []),
        ("受理机关", "", ["3"]),
        ("受理机关", "云岭县人民政府", ["1", "2", "3"]),
    ],
)
def test_who_deals_with_a_request_need_not_have_received_it(
    head: str, unit: str, asked: list[str], tmp_path: Path
) -> None:
    assert waiting(of_units(tmp_path, OURS, OURS, OTHER, head=head, unit=unit)) == asked


def test_a_former_name_of_the_unit_is_its_own(tmp_path: Path) -> None:
    names = ("云岭县水利局", "云岭县水利局", OTHER)
    made = of_units(tmp_path, *names)
    assert waiting(made) == ["1", "2", "3"]
    found = made.other_unit
    assert found is not None
    assert (found.head, found.name, found.rows) == ("受理机关", "云岭县水利局", 2)
    again = of_units(tmp_path, *names, former="云岭县水利局")
    assert waiting(again) == ["3"]
    assert again.other_unit is None
    assert of_units(tmp_path, OURS, OURS, OTHER).other_unit is None


def test_a_row_that_is_unread_anyway_says_all_at_once(tmp_path: Path) -> None:
    rows = [(str(n), f"2025-3-{n}", *GOOD[2:], OURS, "") for n in range(1, 3)]
    made = work(tmp_path, *rows, ("3", "2025-3-5", *GOOD[2:], OTHER, "作废"), head=("受理机关", "备注"))
    assert [one.rule for one in made.counted.unread[0].problems] == ["REG-13", "REG-14"]
    assert not made.set_counted([made.counted.unread[0].key]).counted.unread


def test_a_row_that_is_said_to_be_open_is_carried_on(tmp_path: Path) -> None:
    made = work(tmp_path, ("1", *GOOD[1:], "未办结"), ("2", "2024-3-5", *GOOD[2:], "在办"), head=("状态",))
    assert [(row.may_count, row.may_be_open, row.counts_as) for row in made.counted.unread] == [(True, True, "R03")] * 2
    done = made.set_open([row.key for row in made.counted.unread])
    found = done.counted
    assert not found.unread
    assert [found.counted.numbers[f"t3.{row}.C1"] for row in ("R01", "R02", "R03", "R25")] == [1, 1, 0, 2]
    said = said_so_far(done)
    assert [one.counts_as for one in said] == ["尚未办结，四、结转下年度继续办理"] * 2
    assert said_otherwise(done, said, "").counted.unread == made.counted.unread
    assert said_otherwise(done, said, "R03").counted.unread == made.counted.unread  # the state still says otherwise


@pytest.mark.parametrize(
    ("row", "may_count"),
    [
        (("2025-3-5", "自然人", "", "予以公开", "未办结"), False),
        (("2025-3-5", "自然人", "", "予以公开", ""), False),
        (("2025-3-5", "自然人", "2025-3-9", "", "未办结"), False),
        (("2025-3-5", "自然人", "2025-3-9", "尚未办结", ""), False),
        (("2025-3-5", "自然人", "2025-3-9", "予以公开", "中止"), True),
        (("2025-3-5", "自然人", "", "", "已办结"), True),
    ],
)
def test_a_row_without_its_day_may_be_carried_on(row: tuple[str, ...], may_count: bool, tmp_path: Path) -> None:
    made = work(tmp_path, ("1", *row), head=("状态",))
    unread = made.counted.unread[0]
    assert (unread.may_count, unread.may_be_open) == (may_count, True)
    done = made.set_open([unread.key])
    assert not done.counted.unread
    assert done.counted.counted.numbers["t3.R25.C1"] == 1
    report = new_report("某局", "政府部门", 2025)
    kept = kept_decisions(keep_decisions(report, done).applied_to(report))
    assert [(one.what, one.value) for one in kept] == [("结果", OPEN)]
    assert with_decisions(made, kept).counted.counted == done.counted.counted


@pytest.mark.parametrize("remark", ["撤件", "转信访", "作废"])
def test_a_row_that_ended_otherwise_is_not_carried_on(remark: str, tmp_path: Path) -> None:
    made = work(tmp_path, (*GOOD, remark), head=("备注",))
    unread = made.counted.unread[0]
    assert (unread.may_count, unread.may_be_open) == (True, False)


def test_all_the_same_says_where_a_row_counts(tmp_path: Path) -> None:
    rows = [("1", "2025-12-5", "自然人", "2026-1-5", "予以公开", "误登"), ("2", *GOOD[1:4], "重复申请", "误登")]
    made = work(tmp_path, *rows, head=("备注",))
    assert [row.counts_as for row in made.counted.unread] == [OPEN, "R17"]
    said = said_so_far(made.set_counted([row.key for row in made.counted.unread]))
    assert [one.counts_as for one in said] == ["四、结转下年度继续办理", "（五）不予处理：2.重复申请"]
    assert all(one.field != OUTCOME for one in said)


@pytest.mark.parametrize("remark", ["已退件", "退件", "予以退件", "已退回申请人"])
def test_a_request_sent_back_is_asked_about(remark: str, tmp_path: Path) -> None:
    assert [row.is_marked for row in work(tmp_path, (*GOOD, remark), head=("备注",)).counted.unread] == [True]
    other = (*GOOD[:4], "无正当理由大量反复申请", remark)
    assert not work(tmp_path, other, head=("备注",)).counted.unread
