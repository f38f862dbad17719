"""Decisions on single rows hold over a restart for the rows that are as they were, and for no other."""

from dataclasses import replace
from pathlib import Path

from core.form.form_reader import form_for_year
from core.office.register.decisions_kept import STATUS, decided, keep_decisions, kept_decisions, with_decisions
from core.office.register.mapping import RegisterMapping
from core.office.register.reading import read_register
from core.office.register.work import RegisterWork
from core.report.report import Report, new_report
from tests.core.office.register.register_files import GOOD, HEAD, text_register

BAD = (
    ("2", "2025-3-5", "法人", "2025-3-6", "予以公开", "绝密有限公司"),
    ("3", "2025-3-5", "自然人", "2025-3-6", "重复申请；属于国家秘密", "欧阳绝密"),
    ("4", "3月5日", "自然人", "", "", "欧阳绝密"),
    ("5", "2025-3-5", "自然人", "2025-3-6", "予以公开", ""),
    ("5", "2025-4-5", "自然人", "2025-4-6", "予以公开", ""),
    ("", "备注", "", "", "", ""),
)


def work(folder: Path, *rows: tuple[str, ...]) -> RegisterWork:
    path = text_register(folder, GOOD, *rows, head=(*HEAD, "申请人"))
    return RegisterWork(path, read_register(path), RegisterMapping(), form_for_year(2025), 2025)


def dealt_with(folder: Path) -> RegisterWork:
    """Return the register after each unread row was decided on."""
    made = work(folder, *BAD)
    keys = {row.key.number: row.key for row in made.counted.unread}
    made = made.set_kinds({keys["2"]: "C2"}).set_outcomes({keys["3"]: "R05"})
    made = made.leave_out([keys["4"], keys[""]], "备注行").set_apart([keys["5"]])
    assert made.counted.unread == ()
    return made


def report_of(made: RegisterWork) -> Report:
    report = new_report("某局", "政府部门", 2025)
    return keep_decisions(report, made).applied_to(report)


def test_what_was_decided_need_not_be_said_again(tmp_path: Path) -> None:
    before = dealt_with(tmp_path)
    report = report_of(before)
    again = with_decisions(work(tmp_path, *BAD), kept_decisions(report))
    assert again.counted.counted == before.counted.counted
    assert (
        again.told
        == "以前逐行处理过、台账中没有变的，沿用以前的处理：类别1件、结果1件、不计2件、分别计2件，见“已选的”。"
    )
    assert not any(secret in report.status[STATUS] for secret in ("绝密", "国家秘密", "重复申请"))


def test_a_row_that_changed_is_asked_again(tmp_path: Path) -> None:
    report = report_of(dealt_with(tmp_path))
    changed = (BAD[0], ("3", *BAD[1][1:4], "属于国家秘密；个人隐私", ""), ("4", "4月", *BAD[2][2:]), *BAD[3:])
    again = with_decisions(work(tmp_path, *changed), kept_decisions(report))
    assert [row.key.number for row in again.counted.unread] == ["3", "4"]


def test_a_row_that_moved_is_known_by_its_number(tmp_path: Path) -> None:
    kept = decided(dealt_with(tmp_path))
    moved = with_decisions(work(tmp_path, ("9", *GOOD[1:]), *BAD), kept)
    assert [row.key.number for row in moved.counted.unread] == ["5", "5", ""]  # a number twice, and none at all


def test_a_register_without_decisions_takes_the_old_ones_away(tmp_path: Path) -> None:
    report = report_of(dealt_with(tmp_path))
    clean = work(tmp_path)
    assert STATUS not in keep_decisions(report, clean).applied_to(report).status
    assert with_decisions(clean, []) is clean


def test_spoilt_decisions_are_none() -> None:
    report = new_report("某局", "政府部门", 2025)
    good = '["2",3,"ab","类别","C2"]'
    for text in ("{}", "[", "[1]", "[" * 100_000, '[["2",3,"ab","类别","C9"]]', '[["2",true,"ab","不计",""]]'):
        assert kept_decisions(replace(report, status={STATUS: text})) == []
    assert len(kept_decisions(replace(report, status={STATUS: f"[{good}]"}))) == 1


def test_the_names_beside_unread_rows_come_from_the_column_that_the_clerk_named(tmp_path: Path) -> None:
    path = text_register(tmp_path, (*GOOD, "甲"), ("2", *GOOD[1:4], "不知道", "乙"), head=(*HEAD, "谁"))
    made = RegisterWork(path, read_register(path), RegisterMapping({"申请人": "谁"}), form_for_year(2025), 2025)
    assert list(made.applicants(made.counted).values()) == ["乙"]


def test_a_row_that_counts_all_the_same_is_known_until_it_says_something_else(tmp_path: Path) -> None:
    first = work(tmp_path, ("2", *GOOD[1:], "误登"))
    before = first.set_counted([first.counted.unread[0].key])
    assert before.counted.unread == ()
    report = report_of(before)
    assert with_decisions(first, kept_decisions(report)).counted.counted == before.counted.counted
    assert "误登" not in report.status[STATUS]
    changed = with_decisions(work(tmp_path, ("2", *GOOD[1:], "作废")), kept_decisions(report))
    assert [row.key.number for row in changed.counted.unread] == ["2"]
