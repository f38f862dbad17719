"""A 汇总稿 that was worked on keeps its texts when the county is added up again."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from build_scripts.sweeps.desk_folders import make_folder
from core.base.atomic_file import replace_file
from core.base.errors import FileError, FileInUseError
from core.draft.workbook import load_draft, save_draft
from core.office.collection import open_desk
from core.office.collection.collected import Collected, Request
from core.office.collection.decisions import Decision
from core.office.collection.open_desk import OpenDesk
from core.office.collection.renewed_sum import renewed_sum
from core.report.report import Report

TODAY = date(2026, 1, 20)
NEW, FEES = "t3.R01.C1", "fee.notices"
COPY = "汇总稿（2026年1月20日留存）.xlsx"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[OpenDesk]:
    make_folder(7, units=4, faults=0).write(tmp_path / "来件")
    with OpenDesk(Request(tmp_path / "来件", 2025, tmp_path / "结果", TODAY)) as made:
        made.read()
        made.write()
        yield made


@pytest.fixture
def draft(desk: OpenDesk) -> Path:
    return desk.request.out / "汇总稿.xlsx"


def _edit(draft: Path, **cells: int) -> Report:
    edited = load_draft(draft).report.with_texts({"s5": "县里的问题。", "meta.contact": "张三"})
    edited = edited.with_cells({code.replace("__", "."): number for code, number in cells.items()})
    save_draft(edited, draft)
    return edited


def _leave_one_out(desk: OpenDesk, answer: str = "否") -> None:
    plain = sorted(unit.plain for unit in desk.judge().desk.units)[0]
    desk.decide({plain: Decision(counts=answer)})


def _drafts(draft: Path) -> list[str]:
    return sorted(path.name for path in draft.parent.glob("汇总稿*"))


def _told(made: Collected) -> str:
    (told,) = made.told
    return told


def test_the_same_sum_is_not_written_again_however_often_and_on_another_day(desk: OpenDesk, draft: Path) -> None:
    _edit(draft)
    before = draft.read_bytes()
    for _ in range(3):
        made = desk.write()
        assert (made.told, made.is_as_before) == ([], True)
    desk.request = replace(desk.request, today=date(2026, 1, 28))
    assert desk.write().is_as_before
    assert (draft.read_bytes(), _drafts(draft)) == (before, ["汇总稿.xlsx"])


def test_another_sum_keeps_the_texts_and_the_old_file_as_a_copy_with_the_day(desk: OpenDesk, draft: Path) -> None:
    _edit(draft)
    before = draft.read_bytes()
    _leave_one_out(desk)
    told = _told(desk.write())
    assert told.startswith("“汇总稿.xlsx”的数字已换成新的（改了")
    assert told.endswith(f"格），已写的文字保留；原来的一份留存为“{COPY}”。")
    report, sums = load_draft(draft).report, desk.judge().ledger.cells
    assert (report.texts["s5"], report.meta["meta.contact"]) == ("县里的问题。", "张三")
    assert {code: report.cells[code] for code in report.cells} == {code: sums[code] for code in report.cells}
    assert (draft.with_name(COPY).read_bytes(), _drafts(draft)) == (before, ["汇总稿.xlsx", COPY])
    assert desk.write().is_as_before
    _leave_one_out(desk, "是")
    assert _told(desk.write()).endswith("格），已写的文字保留。")  # nobody changed the file since
    assert load_draft(draft).report.texts["s5"] == "县里的问题。"
    assert _drafts(draft) == ["汇总稿.xlsx", COPY]


def test_copies_of_one_day_tell_when_each_was_saved(desk: OpenDesk, draft: Path) -> None:
    for number, (hour, minute, answer) in enumerate(((9, 30, "否"), (14, 5, "是"), (14, 5, "否")), start=1):
        _edit(draft, t3__R01__C1=900 + number)
        when = datetime(2026, 1, 20, hour, minute).timestamp()
        os.utime(draft, (when, when))
        _leave_one_out(desk, answer)
        desk.write()
    later = "汇总稿（2026年1月20日留存，14时05分保存的）"
    copies = {COPY: 901, f"{later}.xlsx": 902, f"{later}(1).xlsx": 903}
    assert _drafts(draft) == sorted(["汇总稿.xlsx", *copies])
    assert {name: load_draft(draft.with_name(name)).report.cells[NEW] for name in copies} == copies


def test_a_number_that_was_typed_over_a_sum_is_named(desk: OpenDesk, draft: Path) -> None:
    _edit(draft, t3__R01__C1=999)
    _leave_one_out(desk)
    assert _told(desk.write()).endswith("其中改过的1格也换成了合计：本年新收·自然人；改的数在留存的一份里。")
    assert load_draft(draft.with_name(COPY)).report.cells[NEW] == 999


def test_a_number_that_was_typed_over_the_same_sum_is_named_too(desk: OpenDesk, draft: Path) -> None:
    _edit(draft, t3__R01__C1=999)
    assert _told(desk.write()).endswith("其中改过的1格也换成了合计：本年新收·自然人；改的数在留存的一份里。")
    report = load_draft(draft).report
    assert (report.cells[NEW], report.texts["s5"]) == (desk.judge().ledger.cells[NEW], "县里的问题。")
    assert desk.write().is_as_before


def test_an_older_sum_that_was_saved_over_the_new_one_is_renewed(desk: OpenDesk, draft: Path) -> None:
    older = load_draft(draft).report
    _leave_one_out(desk)
    desk.write()
    save_draft(
        older.with_texts({"s5": "窗口里写的。"}), draft
    )  # a window in which the file had been open keeps its own
    assert "已写的文字保留" in _told(desk.write())
    report, sums = load_draft(draft).report, desk.judge().ledger.cells
    assert {code: report.cells[code] for code in report.cells} == {code: sums[code] for code in report.cells}
    assert report.texts["s5"] == "窗口里写的。"


@pytest.mark.parametrize("name", ["汇总稿.xlsx", "核查情况.xlsx"])
def test_a_file_that_could_not_be_replaced_is_written_at_the_next_time(
    desk: OpenDesk, draft: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    before = draft.with_name(name).read_bytes()
    _leave_one_out(desk)

    def in_use(path: Path, data: bytes) -> None:
        if path.name == name:
            raise FileInUseError(path)
        replace_file(path, data)

    monkeypatch.setattr(open_desk, "replace_file", in_use)
    with pytest.raises(FileError):
        desk.write()
    monkeypatch.undo()
    assert not desk.write().is_as_before
    assert draft.with_name(name).read_bytes() != before
    report, sums = load_draft(draft).report, desk.judge().ledger.cells
    assert {code: report.cells[code] for code in report.cells} == {code: sums[code] for code in report.cells}
    assert desk.write().is_as_before


def test_a_finished_report_is_left_and_its_texts_go_into_another_one(desk: OpenDesk, draft: Path) -> None:
    locked = _edit(draft)
    save_draft(replace(locked, status={**locked.status, "locked_on": "2026-01-21"}), draft)
    before = draft.read_bytes()
    _leave_one_out(desk)
    assert desk.write().told == [
        "“汇总稿.xlsx”已有人修改，没有覆盖；新的结果在“汇总稿（最新）.xlsx”。",
        "“汇总稿.xlsx”里保存过的文字已带到“汇总稿（最新）.xlsx”。",
    ]
    newest = load_draft(draft.with_name("汇总稿（最新）.xlsx")).report
    assert (draft.read_bytes(), newest.texts["s5"]) == (before, "县里的问题。")
    assert "locked_on" not in newest.status
    assert desk.write().is_as_before


def test_what_is_open_with_changes_is_taken_up_again_when_it_is_closed(desk: OpenDesk, draft: Path) -> None:
    _edit(draft)
    _leave_one_out(desk)
    assert desk.write(unsaved=draft).told[-1] == "“汇总稿.xlsx”里保存过的文字已带到“汇总稿（最新）.xlsx”。"
    later = load_draft(draft).report.with_texts({"s5": "后来写的。"})
    save_draft(later, draft)
    older, renewed = desk.write().told
    assert older == "“汇总稿（最新）.xlsx”是以前的结果，现在以“汇总稿.xlsx”为准。"
    assert COPY in renewed
    assert load_draft(draft).report.texts["s5"] == "后来写的。"


def test_a_file_that_is_no_draft_any_more_is_left_with_the_reason(desk: OpenDesk, draft: Path) -> None:
    draft.write_bytes(b"spoilt")
    _leave_one_out(desk)
    first, second = desk.write().told
    assert first.startswith("“汇总稿.xlsx”里的文字没有带过去：")
    assert second == "“汇总稿.xlsx”已有人修改，没有覆盖；新的结果在“汇总稿（最新）.xlsx”。"


def test_a_total_entered_by_hand_goes_where_its_parts_are_others_now(desk: OpenDesk, draft: Path) -> None:
    edited = _edit(draft)
    same = next(c for c in edited.form.cells if edited.form.cells[c].is_derived and c.startswith("t4"))
    save_draft(edited.with_cells({"t3.R01.C7": 99, same: 0}), draft)
    before = load_draft(draft).report
    fresh = replace(before, controls={}).with_cells({NEW: 1000})
    found = renewed_sum(before, fresh)
    assert (found.dropped, dict(found.report.controls)) == (("t3.R01.C7",), {same: 0})
    _leave_one_out(desk)
    total = edited.form.cells["t3.R01.C7"].name
    assert f"已去掉，由程序计算：{total}" in _told(desk.write())
    assert "t3.R01.C7" not in load_draft(draft).report.controls


def test_another_file_somebody_changed_is_told_only_where_something_is_written(desk: OpenDesk, draft: Path) -> None:
    _edit(draft)
    _leave_one_out(desk)
    desk.write(unsaved=draft)
    newest = draft.with_name("汇总稿（最新）.xlsx")
    save_draft(load_draft(newest).report.with_texts({"s5": "新的一份里写的。"}), newest)
    assert (desk.write().told, desk.write().is_as_before) == ([], True)
    _leave_one_out(desk, "是")
    assert desk.write().told[0] == "“汇总稿.xlsx”也有人改过，没有动；文字取自“汇总稿（最新）.xlsx”。"


def test_a_cell_that_no_unit_fills_in_keeps_what_was_typed_but_no_former_sum(desk: OpenDesk, draft: Path) -> None:
    kept = load_draft(draft).report
    fresh = kept.with_cells({NEW: None, FEES: None})
    assert renewed_sum(kept, fresh).report.cells.get(NEW) is None
    assert renewed_sum(kept.with_cells({NEW: 3, FEES: 8}), fresh).report.cells[NEW] == 3


def test_a_result_that_is_open_elsewhere_is_to_be_closed_not_renamed(
    desk: OpenDesk, draft: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> None:
        raise FileInUseError(path)

    monkeypatch.setattr(open_desk, "check_target", refuse)
    _leave_one_out(desk)
    with pytest.raises(FileError) as raised:
        desk.write()
    assert raised.value.advice == "请先关闭这个文件，或把它改名、移走，再试一次；此前的决定都在。"
