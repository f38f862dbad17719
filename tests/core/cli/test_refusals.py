"""What the command line cannot use is refused in two Chinese sentences, before anything is written."""

from __future__ import annotations

import errno
import re
import shutil
import sys
from datetime import date
from pathlib import Path

import pytest

from core.base.resources import resource_path
from core.cli.command_line import main
from core.draft.workbook import load_draft, save_draft
from core.office.review import finalise
from tests.core.cli.cli_runs import SAMPLE, run_json


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "没有这个文件.xlsx"],
        ["check"],
        ["verify"],
        ["new", "-o", "a.xlsx", "--unit", "甲", "--year", "二五"],
        ["new", "-o", "a.xlsx", "--unit", "甲", "--year", "2025", "--unit-type", "公司"],
        ["generate", "没有.xlsx", "-o", "b.docx"],
    ],
)
def test_what_cannot_be_used_gives_code_2_and_two_chinese_sentences(
    arguments: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == 2
    said = capsys.readouterr().err
    assert "Traceback" not in said
    assert "error" not in said
    assert len(said.strip().splitlines()) == 2
    assert all(line.endswith("。") for line in said.strip().splitlines())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check", ""], "文件 是空的，应写出文件或文件夹"),
        (
            ["new", "-o", "", "--unit", "某局", "--unit-type", "政府部门", "--year", "2025"],
            "是空的，应写出文件或文件夹",
        ),
        (
            ["new", "-o", "草稿.xlsx", "--unit", "某局", "--unit-type", "政府部门", "--year", "9" * 5000],
            f"--year 应是四位数的年份，不能是“{'9' * 20}…（共5000位）”",
        ),
    ],
)
def test_arguments_that_make_no_sense_are_told_briefly(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    told = capsys.readouterr().err
    assert said in told
    assert len(told) < 300


def test_kept_local_rules_that_cannot_be_read_are_refused_without_a_promise(capsys: pytest.CaptureFixture[str]) -> None:
    from core.base.user_files import local_rules_file

    local_rules_file().write_text("level = [", encoding="utf-8")
    assert main(["check", str(SAMPLE)]) == 2
    said = capsys.readouterr().err
    assert "“local_rules.toml”不能使用" in said
    assert "仍按原来的规则" not in said
    assert "“不再使用”" in said


@pytest.mark.parametrize(
    ("unit", "year", "sentence"),
    [
        ("某某县水利局", "25", "命令写法不对（--year）：应是2019至2099之间的四位年份。"),
        ("某某县水利局", "2100", "命令写法不对（--year）：应是2021至2099之间的四位年份。"),
        (" ", "2025", "命令写法不对（--unit）：请写单位全称。"),
    ],
)
def test_a_draft_without_unit_or_of_no_year_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], unit: str, year: str, sentence: str
) -> None:
    draft = tmp_path / "草稿.xlsx"
    assert main(["new", "-o", str(draft), "--unit", unit, "--year", year]) == 2
    assert capsys.readouterr().err.startswith(sentence)
    assert not draft.exists()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], "命令写法不对（nianbao-cli）：缺少 命令。"),
        (["check"], "命令写法不对（nianbao-cli check）：缺少 文件。"),
        (["gen"], "命令写法不对（nianbao-cli）：没有“gen”这个命令。"),
        (["new", "--year", "二五"], "命令写法不对（nianbao-cli new）：--year 应是四位数的年份，不能是“二五”。"),
        (["new", "--unit", "某局", "--year", "2025"], "命令写法不对（nianbao-cli new）：缺少 -o/--output。"),
        (["new", "-o", "a.xlsx"], "命令写法不对（nianbao-cli new）：缺少 --unit、--year。"),
        (["new", "--year"], "命令写法不对（nianbao-cli new）：--year 后面缺少内容。"),
        (
            ["generate", "a.xlsx", "-o", "b.docx", "--as", "foo"],
            "命令写法不对（nianbao-cli generate）：--as 不能是“foo”，只能是 draft、review、final。",
        ),
        (["check", "a.xlsx", "--all"], "命令写法不对（nianbao-cli）：不认识 --all。"),
    ],
)
def test_a_wrong_command_is_explained_in_chinese(
    capsys: pytest.CaptureFixture[str], arguments: list[str], sentence: str
) -> None:
    assert main(arguments) == 2
    assert capsys.readouterr().err.splitlines()[0] == sentence


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["generate", "草稿.xlsx", "-o", "草稿.xlsx"], "（-o）：文件名应以 .docx 结尾"),
        (["generate", "草稿.docx", "-o", "草稿.docx"], "（-o）：不能与要读的文件是同一个文件"),
        (["generate", "草稿.xlsx", "-o", "a.docx", "--html", "草稿.xlsx"], "（--html）：文件名应以 .html 结尾"),
        (["generate", "草稿.xlsx", "-o", "a.docx", "--signoff", "./a.docx"], "（--signoff）：不能与 -o 是同一个文件"),
        (["import", "草稿.xlsx", "-o", "草稿.xlsx"], "（-o）：不能与要读的文件是同一个文件"),
        (["new", "-o", "a.docx", "--unit", "甲局", "--year", "2025"], "（-o）：文件名应以 .xlsx 结尾"),
        (["rules", "-o", "a.docx"], "（-o）：文件名应以 .html 结尾"),
    ],
)
def test_a_target_that_would_overwrite_what_is_read_or_mislead_by_its_name_is_refused(
    arguments: list[str],
    sentence: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("草稿.xlsx", "草稿.docx"):
        shutil.copyfile(SAMPLE, name)
    assert main(arguments) == 2
    assert capsys.readouterr().err.startswith(f"命令写法不对{sentence}。")
    assert {path.name: path.read_bytes() == SAMPLE.read_bytes() for path in tmp_path.iterdir()} == {
        "草稿.xlsx": True,
        "草稿.docx": True,
    }


@pytest.mark.parametrize(
    "arguments",
    [
        ["generate", str(SAMPLE), "-o", "CON.docx"],
        ["generate", str(SAMPLE), "-o", "C:\\a:b.docx"],
        ["generate", str(SAMPLE), "-o", "a.docx", "--html", "nul.html"],
        ["generate", str(SAMPLE), "-o", "a.docx", "--signoff", "COM1.docx"],
        ["new", "-o", "年报?.xlsx", "--unit", "甲局", "--year", "2025"],
        ["import", str(SAMPLE), "-o", "LPT1.xlsx"],
        ["rules", "-o", "aux.html"],
    ],
)
def test_a_name_that_windows_cannot_have_is_refused_before_anything_is_written(
    arguments: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == 2
    assert re.search("Windows 保留的名称|有不能使用的字符", capsys.readouterr().err)
    assert list(tmp_path.iterdir()) == []


def test_a_share_that_is_down_is_no_traceback(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def down(path: Path) -> str:
        error = OSError(errno.EINVAL, "network name deleted")
        error.winerror = 64  # type: ignore[attr-defined] # Windows alone has it
        raise error

    monkeypatch.setattr("core.base.on_disk.os.path.realpath", down)
    monkeypatch.chdir(tmp_path)
    shutil.copyfile(SAMPLE, "草稿.docx")
    assert main(["generate", "草稿.docx", "-o", "./草稿.docx"]) == 2
    assert "不能与要读的文件是同一个文件" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right of their own there")
def test_links_are_followed_and_a_loop_of_them_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copyfile(SAMPLE, "草稿.xlsx")
    Path("a.docx").symlink_to("草稿.xlsx")
    assert main(["generate", "草稿.xlsx", "-o", "a.docx"]) == 2
    assert capsys.readouterr().err.startswith("命令写法不对（-o）：不能与要读的文件是同一个文件。")
    Path("圈.xlsx").symlink_to("圈.xlsx")
    assert main(["new", "-o", "圈.xlsx", "--unit", "某局", "--year", "2025"]) == 2
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize("command", ["check", "import", "generate"])
def test_a_file_that_takes_too_long_gives_code_2_and_two_sentences(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.base.reading_process.LONGEST", 0.0)
    monkeypatch.setattr("core.base.reading_process._POLL", 0.001)
    target = [] if command == "check" else ["-o", str(tmp_path / ("a.docx" if command == "generate" else "a.xlsx"))]

    assert main([command, str(SAMPLE), *target]) == 2

    summary, advice = capsys.readouterr().err.splitlines()
    assert summary == "“示例.xlsx”读了0秒还没有读完，已经停止读取。"
    assert advice.startswith("请用 WPS 或浏览器打开它")
    assert list(tmp_path.iterdir()) == []


def test_a_unit_whose_bytes_are_not_utf_8_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    unit = "某局".encode("gbk").decode("utf-8", "surrogateescape")
    assert main(["new", "-o", str(tmp_path / "a.xlsx"), "--unit", unit, "--year", "2025"]) == 2
    assert capsys.readouterr().err.startswith("命令写法不对（nianbao-cli new）：--unit 中有不能识别的文字。")
    assert list(tmp_path.iterdir()) == []


def test_a_final_copy_changed_outside_says_so_in_check_and_gives_neither_page_nor_paper(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = load_draft(SAMPLE).report
    locked = finalise(report, date(2026, 1, 20)).applied_to(report)
    draft, code = tmp_path / "草稿.xlsx", "t2.licensing.decisions"
    for changed, is_refused in ((locked, False), (locked.with_cells({code: 46}), True)):
        save_draft(changed, draft)
        answer = run_json(capsys, "check", draft, "--final", "--json")[1]
        findings = answer["findings"]
        assert isinstance(findings, list)
        told = [one["message"] for one in findings if one["rule"] == "F-06"]
        assert [f"定稿的校验码是{locked.status['locked_checksum']}" in said for said in told] == [True] * is_refused
        assert answer["verdict"] == "有错误" or not is_refused
        paper = resource_path("papers", "报送函.docx")
        for made, arguments in (
            ("函.docx", ["--paper", str(paper)]),
            ("报告.docx", ["--html", str(tmp_path / "报告.html")]),
        ):
            done = main(["generate", str(draft), "-o", str(tmp_path / made), *arguments])
            assert done == (2 if is_refused else 0)
            assert ("草稿现在的内容与定稿不同：定稿的校验码是" in capsys.readouterr().err) is is_refused
            assert (tmp_path / made).exists() is not is_refused
            (tmp_path / made).unlink(missing_ok=True)
