"""Files of others are read in another process: what comes back, and how it ends whatever it is stuck in."""

import os
import pickle
import re
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from core.base import memory_watch, reading_process
from core.base.errors import FileMissingError, ReportError
from core.base.reading_process import ReadingBugError, ReadingProcess
from core.base.resources import resource_path
from core.base.toml_files import shipped_toml
from core.office.report_source import import_any, open_report

SAMPLE = resource_path("samples", "示例.xlsx")
RUNAWAY = re.fullmatch, "(a*)*b", "a" * 60
"""Holds Python's lock for ages, so that in this process not even a thread could go on."""


def test_what_is_read_there_is_what_would_be_read_here() -> None:
    text = resource_path("samples", "示例.xlsx").with_name("没有.txt")
    with ReadingProcess() as reading:
        assert reading.read(SAMPLE.name, open_report, SAMPLE) == open_report(SAMPLE)
        assert reading.read(SAMPLE.name, import_any, SAMPLE) == import_any(SAMPLE)
        with pytest.raises(FileMissingError) as caught:
            reading.read(text.name, open_report, text)
    assert caught.value.path == text


def test_a_pattern_that_runs_away_is_given_up_and_the_next_file_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    with ReadingProcess() as reading:
        first = reading._process
        monkeypatch.setattr(reading_process, "LONGEST", 1.0)
        with pytest.raises(ReportError) as caught:
            reading.read("年报.html", *RUNAWAY)
        monkeypatch.undo()
        assert first.poll() is not None
        assert reading.read(SAMPLE.name, open_report, SAMPLE).report.unit
        second = reading._process
    assert caught.value.summary == "“年报.html”读了1秒还没有读完，已经停止读取。"
    assert second.poll() is not None


def test_a_shipped_file_that_is_missing_is_told_as_a_broken_installation() -> None:
    with ReadingProcess() as reading, pytest.raises(ReportError) as caught:
        reading.read("年报.docx", shipped_toml, "form", "没有.toml")
    assert caught.value.summary == "程序文件不完整：“form/没有.toml”缺少或内容不全。"


def test_a_process_that_dies_is_told_and_a_bug_is_a_bug_over_here() -> None:
    with ReadingProcess() as reading:
        with pytest.raises(ReportError, match="时中断了，没有读完"):
            reading.read("年报.docx", os._exit, 3)
        with pytest.raises(ReadingBugError, match="ValueError: invalid literal"):
            reading.read("年报.docx", int, "x")
        with pytest.raises(ReadingBugError, match="cannot pickle"):
            reading.read("年报.docx", threading.Lock)
        assert reading.read("年报.docx", int, "7") == 7


def test_what_takes_too_much_memory_is_ended_and_the_next_file_is_read() -> None:
    with ReadingProcess() as reading:
        with pytest.raises(ReportError, match="的内容过大"):
            reading.read("年报.pdf", bytearray, 2**30)
        assert reading.read("年报.docx", int, "7") == 7
    assert memory_watch.used_bytes() > 0


def test_where_no_program_may_start_another_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_process, "_command", lambda: ["/没有这个程序"])
    with pytest.raises(ReportError, match="不能启动"):
        ReadingProcess()


def test_the_seconds_of_a_file_begin_when_the_other_process_has_started(monkeypatch: pytest.MonkeyPatch) -> None:
    slow = "import time; time.sleep(1.5); from core.cli.command_line import main; main(['read'])"
    monkeypatch.setattr(reading_process, "_command", lambda: [sys.executable, "-c", slow])
    monkeypatch.setattr(reading_process, "LONGEST", 1.0)
    with ReadingProcess() as reading:
        assert reading.read("年报.docx", int, "7") == 7
        monkeypatch.setattr(reading_process, "_TO_BEGIN", 0.2)
    with ReadingProcess() as reading, pytest.raises(ReportError, match="不能启动"):
        reading.read("年报.docx", int, "7")


def test_one_that_nobody_waits_for_any_more_ends_itself() -> None:
    program = (
        "import sys, core.base.reading_process as r; r._ORPHANED = 0.5; r.serve(sys.stdin.buffer, sys.stdout.buffer)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        input=pickle.dumps((RUNAWAY[0], RUNAWAY[1:])),
        cwd=Path(__file__).parent.parent.parent.parent,
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (1, b"\n", b"")


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the system does not tell")
def test_the_memory_of_a_program_is_what_it_holds_not_what_it_may_address() -> None:
    held = re.search(r"VmRSS:\s*(\d+)", Path("/proc/self/status").read_text(encoding="utf-8"))
    assert held
    assert memory_watch.used_bytes() == pytest.approx(int(held[1]) * 1024, rel=0.2)
