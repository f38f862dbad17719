"""The command line on a console: Ctrl+C, pipes, code pages, help, and the faults of the program."""

from __future__ import annotations

import io
import json
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import core
from core.base.reading_process import ReadingProcess
from core.base.resources import resource_path
from core.base.user_files import logs_folder
from core.cli.command_line import main
from core.draft.workbook import load_draft, save_draft
from tests.core.cli.cli_runs import SAMPLE


def test_the_command_line_imports_no_qt() -> None:
    code = (
        "import sys; from core.cli.command_line import main; main(['check', sys.argv[1]]);"
        "sys.exit(any(name.startswith(('PySide6', 'shiboken6', 'gui')) for name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code, str(SAMPLE)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "可送审" in done.stdout


def test_ctrl_c_is_answered_in_chinese(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(ReadingProcess, "read", interrupted)
    assert main(["check", str(SAMPLE)]) == 130
    assert capsys.readouterr().err.startswith("已按 Ctrl-C 停止。\n")


SILENT = """
import ctypes, signal, sys
from core.base.reading_process import ReadingProcess
from core.cli.command_line import main

def silent(*_):
    mutex = ctypes.create_string_buffer(64)
    print("ready", flush=True)
    for _ in range(2):  # for ever, and no signal gets through, as in a call to a disk that does not answer
        ctypes.CDLL(None).pthread_mutex_lock(mutex)

signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell in the background has it ignored
ReadingProcess.read = silent
sys.exit(main(["check", sys.argv[1]]))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the way to be stuck in the system is that of Linux")
def test_ctrl_c_is_answered_while_a_place_is_silent() -> None:
    command = [sys.executable, "-c", SILENT, str(SAMPLE)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8") as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        process.send_signal(signal.SIGINT)
        try:
            said = process.communicate(timeout=30)[1]
        finally:
            process.kill()
    assert said == "已按 Ctrl-C 停止。\n没有写完的文件不会留下，需要时请重新运行。\n"
    assert process.returncode == 130


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a full disk that every Linux has")
def test_output_that_cannot_be_written_is_said_in_chinese() -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-m", "core", "check", str(SAMPLE)],
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr == "结果无法输出，输出的位置已满或不能写入。\n请检查磁盘空间，或换一个位置输出后重新运行。\n"


def test_a_check_needs_no_folder_of_its_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "文件").write_text("", encoding="utf-8")
    monkeypatch.setenv("NIANBAO_HOME", str(tmp_path / "文件" / "数据"))
    assert main(["check", str(SAMPLE)]) == 0
    assert "可送审" in capsys.readouterr().out


def test_a_fault_of_the_program_is_two_sentences_and_an_entry_in_the_log(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def faulty(*_: object, **_options: object) -> None:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr("core.validation.validation.check_report", faulty)
    assert main(["check", str(SAMPLE)]) == 2
    log = logs_folder() / "nianbao.log"
    assert capsys.readouterr().err == f"程序内部出错，没有完成。\n请把日志“{log}”发给技术支持。\n"
    assert "ZeroDivisionError" in log.read_text(encoding="utf-8")


def test_a_shipped_file_that_is_missing_is_named(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def faulty(*_: object, **_options: object) -> None:
        resource_path("form", "2021", "没有.toml")

    monkeypatch.setattr("core.validation.validation.check_report", faulty)
    assert main(["check", str(SAMPLE)]) == 2
    assert capsys.readouterr().err.startswith("程序文件不完整：“form/2021/没有.toml”缺少或内容不全。\n")


def test_nothing_is_checked_where_a_shipped_file_is_missing(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.base.resources.beside_resources", lambda _: "5 form/2021/rules_没有.toml\n")
    assert main(["check", str(SAMPLE)]) == 2
    told = capsys.readouterr()
    assert (told.out, told.err.split("\n")[0]) == ("", "程序文件不完整：“form/2021/rules_没有.toml”缺少或内容不全。")


def redirected(monkeypatch: pytest.MonkeyPatch, page: str, *arguments: str) -> bytes:
    """Return what a command writes into a file where the console has this code page."""
    written = io.BytesIO()
    with monkeypatch.context() as patched:
        patched.setattr("core.cli.output._console_encoding", lambda: page)
        patched.setattr(sys, "stdout", io.TextIOWrapper(written, encoding="ascii"))
        assert main(list(arguments)) == 0
        sys.stdout.flush()
        return written.getvalue()


def test_redirected_text_is_in_the_code_page_of_the_console_and_json_in_utf_8(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = tmp_path / "草稿.xlsx"
    report = load_draft(SAMPLE).report
    report = report.with_texts({"meta.unit": "䶮县水利局"})
    save_draft(report, draft)
    text = redirected(monkeypatch, "cp936", "check", str(draft))
    assert "?县水利局2025年政府信息公开工作年度报告" in text.decode("gbk")
    for page in ("cp437", "cp65001", "cp99999"):
        assert "䶮县水利局2025年" in redirected(monkeypatch, page, "check", str(draft)).decode("utf-8")
    answer = json.loads(redirected(monkeypatch, "cp936", "check", str(draft), "--json").decode("utf-8"))
    assert answer["unit"] == "䶮县水利局"


@pytest.mark.parametrize("arguments", [["--help"], ["check", str(SAMPLE)], ["check", "没有.xlsx"]])
def test_a_reader_that_has_gone_is_no_complaint(arguments: list[str]) -> None:
    command = [sys.executable, "-m", "core", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        assert run.stdout is not None
        assert run.stderr is not None
        run.stdout.close()
        if "没有.xlsx" in arguments:
            run.stderr.close()
            assert run.wait() == 2
        else:
            assert run.stderr.read() == b""
            assert run.wait() == 0


def test_the_version_is_told_with_the_name(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"{core.NAME} {core.__version__}\n"


@pytest.mark.parametrize("command", [[], ["new"], ["check"], ["generate"], ["import"], ["rules"]])
def test_the_help_is_chinese(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        main([*command, "--help"])
    said = capsys.readouterr().out
    assert said.startswith("用法：nianbao-cli")
    assert not re.search("usage|argument|option|show|exit", said)
    assert command or "--json 一律为 UTF-8" in said


def helped(capsys: pytest.CaptureFixture[str], *command: str) -> str:
    with pytest.raises(SystemExit, match="0"):
        main([*command, "--help"])
    return capsys.readouterr().out


def test_the_help_names_for_each_command_the_options_it_has(capsys: pytest.CaptureFixture[str]) -> None:
    whole = helped(capsys)
    assert "check --final、generate --as review 或 final 时，没填的也算" in whole
    assert "--final" in helped(capsys, "check")
    said = helped(capsys, "generate")
    assert "--final" not in said
    assert "review 送审稿、final 定稿" in said


def test_the_usage_of_count_says_when_the_year_is_wanted_and_names_every_option(
    capsys: pytest.CaptureFixture[str],
) -> None:
    usage, _, listed = helped(capsys, "count").partition("参数：")
    assert "count 台账.xlsx -o 草稿.xlsx --year 年度 [" in usage
    assert "count --template -o 台账.xlsx [--year 年度]" in usage
    options = set(re.findall(r"--[a-z-]+", listed)) - {"--help", "--output"}
    assert options == set(re.findall(r"--[a-z-]+", usage))
