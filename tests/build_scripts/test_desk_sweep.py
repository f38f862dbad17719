"""The sweep over folders with planted faults, bounded: one whole folder; the full run is a named command."""

import sys

import pytest

from build_scripts.sweeps import desk_sweep
from build_scripts.sweeps.desk_folders import kinds, make_folder
from build_scripts.sweeps.desk_sweep import judge


@pytest.mark.slow
def test_every_planted_fault_is_told_and_nothing_else_whatever_the_files_are_called() -> None:
    folder = make_folder(1)
    assert (len(folder.units), len(folder.faults)) == (40, 60)
    assert judge(folder, 1, renamed=True) == []


def test_folders_have_faults_of_every_class_and_units_without_any() -> None:
    folder = make_folder(2)
    assert len(kinds(folder)) >= 18
    faulty = {unit for fault in folder.faults for unit in fault.units}
    assert len(faulty) <= 32


def test_a_line_is_printed_for_each_folder(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(desk_sweep, "judge", lambda *_, **__: [])
    monkeypatch.setattr(sys, "argv", ["desk_sweep", "--seeds", "2", "--first", "7"])
    assert desk_sweep.main() == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:2] == [f"seed {seed}: 60 faults planted, 0 differences" for seed in (7, 8)]
