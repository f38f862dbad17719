"""``collection.json`` gives back what was put into it."""

from __future__ import annotations

import errno
import json
from decimal import Decimal
from pathlib import Path

import pytest

from core.base.errors import ReportError
from core.office.collection import state as state_module
from core.office.collection.file_record import UNREAD, FileRecord
from core.office.collection.state import STATE_FILE, DeskState, KeptNumbers, UnitRounds, load_state, save_state
from core.office.collection.unit_list import ListedUnit
from tests.core.office.collection.desk_samples import FINDING, ITEM, YEAR, record


def filled() -> DeskState:
    state = DeskState(YEAR, "basis")
    known = record(
        "甲局",
        figures={"t2.fees.amount": Decimal("0.000001"), "t3.R01.C1": 0},
        controls={"t3.R24.C1": 3},
        refused={"t3.R02.C1": "1O"},
        notes=("一句话",),
        findings=(FINDING,),
        items=(ITEM,),
        texts={"s5": "问题。\n改进。"},
        published_on="2026-01-20",
    )
    state.records = {"d.docx": known, "x.pdf": FileRecord("x", UNREAD, why="“{file}”是PDF 文件。")}
    state.units = {"甲局": UnitRounds(2, ("d",), (ITEM,), "l", "f", is_open=True, before=(ITEM,)), "乙局": UnitRounds()}
    state.outputs = {"核查情况.xlsx": ("a", "")}
    state.shown = {"核查情况.xlsx": "s"}
    state.numbers = {"甲局": KeptNumbers("d", "s", {"t3.R01.C1": "7"}, "公布", {"t3.R01.C1": "无"}, "f", "采用")}
    state.places = {"list": "../名单.xlsx"}
    state.listed = ("n", (ListedUnit("甲局", "政府部门", must_report=False, counts="否"),))
    return state


def test_everything_comes_back_as_it_was(tmp_path: Path) -> None:
    save_state(tmp_path, filled())
    assert load_state(tmp_path, YEAR, "basis") == filled()


def test_another_program_or_other_local_rules_read_everything_anew_and_keep_the_rounds(tmp_path: Path) -> None:
    save_state(tmp_path, filled())
    state = load_state(tmp_path, YEAR, "another")
    assert (state.records, state.listed, state.shown) == ({}, ("", filled().listed[1]), {})  # the list is read anew
    assert (state.units, state.basis, state.places) == (filled().units, "another", filled().places)


def test_the_state_of_a_newer_program_is_left_alone(tmp_path: Path) -> None:
    save_state(tmp_path, filled())
    path = tmp_path / STATE_FILE
    newer = path.read_text(encoding="utf-8").replace('"format": 3', '"format": 4').replace('"units"', '"u"')
    path.write_text(newer, encoding="utf-8")
    with pytest.raises(ReportError, match="更新版本的程序"):
        load_state(tmp_path, YEAR, "basis")
    assert path.read_text(encoding="utf-8") == newer


def test_the_state_of_a_program_that_kept_no_numbers_is_read(tmp_path: Path) -> None:
    state = filled()
    save_state(tmp_path, state)
    path = tmp_path / STATE_FILE
    kept = json.loads(path.read_bytes())
    del kept["numbers"]
    path.write_text(json.dumps(kept), encoding="utf-8")
    state.numbers = {}
    assert load_state(tmp_path, YEAR, "basis") == state


def test_a_folder_that_may_not_be_read_is_said_to_be_the_one_for_the_results(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path) -> bytes:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(state_module, "read_ordinary", refuse)
    with pytest.raises(ReportError) as caught:
        load_state(tmp_path / "结果", YEAR, "basis")
    assert caught.value.summary == "结果文件夹“结果”不能使用，没有读取其中内容的权限。"
