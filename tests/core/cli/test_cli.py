"""The command line as it is measured from outside: exit codes, JSON, and no Qt."""

from __future__ import annotations

import errno
import io
import json
import os
import re
import shutil
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from docx import Document

import core
from build_scripts.make.sample import sample_report
from core.base.reading_process import ReadingProcess
from core.base.resources import resource_path
from core.base.user_files import logs_folder
from core.cli.command_line import main
from core.draft.draft_versions import list_versions
from core.draft.workbook import load_draft, save_draft
from core.office import review
from core.report.report import parse_cell
from tests.core.published.published_samples import all_samples
from tests.core.published.published_shapes import pieces, workbook

SAMPLE = resource_path("samples", "示例.xlsx")


def run_json(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, dict[str, object]]:
    capsys.readouterr()
    code = main([str(a) for a in arguments])
    return code, json.loads(capsys.readouterr().out)


def test_a_new_draft_is_made_and_is_being_filled_in(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft = tmp_path / "草稿.xlsx"
    new = ["new", "-o", str(draft), "--unit", "某某县水利局", "--unit-type", "政府部门", "--year", "2025"]
    assert main([*new, "--zero"]) == 0
    code, answer = run_json(capsys, "check", draft, "--json")
    assert code == 0
    assert answer["verdict"] == "填写中"
    assert (answer["unit"], answer["year"], answer["form"]) == ("某某县水利局", 2025, "2021")
    report = load_draft(draft).report
    assert sum(code.startswith("t3.") for code in report.cells) == 144
    assert not any(code.startswith("t2.") for code in report.cells)


def test_the_sample_is_ready_and_carries_its_checksum(capsys: pytest.CaptureFixture[str]) -> None:
    code, answer = run_json(capsys, "check", SAMPLE, "--json")
    assert code == 0
    assert answer["verdict"] == "可送审"
    assert set(answer) == {"file", "unit", "year", "form", "verdict", "counts", "last_year", "checksum", "findings"}
    assert set(answer["counts"]) == {"error", "warning", "hint"}  # type: ignore[call-overload]
    checksum = str(answer["checksum"])
    assert len(checksum) == 9
    assert checksum[4] == "-"


def test_a_workbook_that_is_no_draft_is_read_as_a_published_report(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    published = tmp_path / "年报.xlsx"
    sample = all_samples()[0]
    published.write_bytes(workbook({"报告": pieces(sample)}))
    _, answer = run_json(capsys, "check", published, "--json")
    assert (answer["unit"], answer["form"]) == (sample.unit, "2021")


def test_a_wrong_number_gives_code_1_and_a_finding_with_its_numbers(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = load_draft(SAMPLE).report
    report = report.with_cells({"t3.R01.C1": 5})
    save_draft(report, tmp_path / "a.xlsx")
    code, answer = run_json(capsys, "check", tmp_path / "a.xlsx", "--json")
    assert code == 1
    errors = [f for f in answer["findings"] if f["level"] == "error"]  # type: ignore[attr-defined]
    assert errors[0]["rule"] == "T3-01"
    assert "t3.R01.C1" in errors[0]["cells"]
    assert set(errors[0]) == {"rule", "level", "cells", "places", "message", "repairs", "explained"}


def test_a_blank_blocks_only_what_is_to_go_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = load_draft(SAMPLE).report
    report = report.with_cells({"t3.R25.C1": None})
    save_draft(report, tmp_path / "a.xlsx")
    assert run_json(capsys, "check", tmp_path / "a.xlsx", "--json")[0] == 0
    code, answer = run_json(capsys, "check", tmp_path / "a.xlsx", "--final", "--json")
    assert code == 1
    assert (answer["verdict"], answer["counts"]["error"]) == ("有错误", 1)  # type: ignore[index]
    out = tmp_path / "报告.docx"
    assert main(["generate", str(tmp_path / "a.xlsx"), "-o", str(out), "--as", "review"]) == 1
    assert not out.exists()
    assert main(["generate", str(tmp_path / "a.xlsx"), "-o", str(out)]) == 0
    assert out.exists()


def test_what_a_published_report_prints_of_the_form_is_checked_and_said_once(
    capsys: pytest.CaptureFixture[str],
) -> None:
    published = Path(__file__).parent.parent.parent / "data" / "example-report.txt"
    sentence = "标题“6、其他需要报告的事项”应写作“六、其他需要报告的事项”"
    assert main(["check", str(published)]) == 0
    printed = capsys.readouterr().out
    assert printed.count(sentence) == 1
    assert f"疑点 N-13  {sentence}，请核对。" in printed


def test_last_year_is_named_only_where_it_was_compared_with(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = load_draft(SAMPLE).report
    for year in (2024, 2025):
        report = report.with_texts({"meta.year": str(year)})
        save_draft(report, tmp_path / f"{year}.xlsx")
    last, same = tmp_path / "2024.xlsx", tmp_path / "2025.xlsx"
    assert run_json(capsys, "check", SAMPLE, "--last-year", last, "--json")[1]["last_year"] == str(last)
    assert run_json(capsys, "check", SAMPLE, "--last-year", same, "--json")[1]["last_year"] is None
    assert main(["check", str(SAMPLE), "--last-year", str(same)]) == 0
    said = capsys.readouterr().out
    assert "没有可以对照的上年报告，与上年有关的规则没有检查" in said
    assert "疑点 Y-05" in said


def test_several_files_give_a_list(capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["check", str(SAMPLE), str(SAMPLE), "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)) == 2


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


def test_the_command_line_imports_no_qt() -> None:
    code = (
        "import sys; from core.cli.command_line import main; main(['check', sys.argv[1]]);"
        "sys.exit(any(name.startswith(('PySide6', 'shiboken6', 'gui')) for name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code, str(SAMPLE)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "可送审" in done.stdout


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


def test_a_number_that_nobody_could_read_is_cut_on_the_screen(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = load_draft(SAMPLE).report
    refused = parse_cell(report.form, "t3.R01.C1", "9" * 10_000)
    save_draft(report.with_cells({"t3.R01.C1": refused}), tmp_path / "草稿.xlsx")
    main(["check", str(tmp_path / "草稿.xlsx")])
    told = capsys.readouterr().out
    assert "9…（共" in told
    assert max(map(len, told.splitlines())) < 400


def test_kept_local_rules_that_cannot_be_read_are_refused_without_a_promise(capsys: pytest.CaptureFixture[str]) -> None:
    from core.base.user_files import local_rules_file

    local_rules_file().write_text("level = [", encoding="utf-8")
    assert main(["check", str(SAMPLE)]) == 2
    said = capsys.readouterr().err
    assert "“local_rules.toml”不能使用" in said
    assert "仍按原来的规则" not in said
    assert "“不再使用”" in said


def test_local_rules_that_were_imported_hold_on_the_command_line_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from core.draft.workbook import save_draft
    from core.report.report import new_report
    from core.validation.local_rules import import_local_rules

    report = new_report("某某县水利局", "政府部门", 2025, with_zeros=True)
    report = report.with_cells({code: 0 for code in report.form.entered if code.startswith("t2.")})
    report = report.with_cells({"t2.fees.amount": 20000}).with_texts({"s1.active": "本局推进公开。"})
    draft = tmp_path / "草稿.xlsx"
    save_draft(report, draft)

    def rules() -> list[str]:
        main(["check", str(draft), "--json"])
        return [finding["rule"] for finding in json.loads(capsys.readouterr().out)["findings"]]

    assert "T2-05" in rules()
    local = tmp_path / "口径.toml"
    local.write_text(
        'name = "口径"\n[[rules]]\nid = "T2-05"\nlevel = "关闭"\nreason = "财政另行核对"\n'
        '[[demands]]\npart = "第一部分"\nnear = "政策解读"\nunit = "条"\nsource = "《某市通知》"\n',
        encoding="utf-8",
    )
    import_local_rules(local)
    assert "T2-05" not in (found := rules())
    assert "L-03" in found
    main(["rules", "-o", str(tmp_path / "规则.html")])
    book = (tmp_path / "规则.html").read_text(encoding="utf-8")
    assert "财政另行核对" in book
    assert "第一部分：须写明政策解读的条数；各类单位，疑点（《某市通知》）" in book


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
    ("unit", "said"),
    [
        ("局", ["单位全称“局”只有1字，请写全称，与公章一致。"]),
        ("青原县/水利局", ["单位全称“青原县/水利局”中有“/”，请与公章核对。"]),
        ("青原县水利局", []),
    ],
)
def test_a_new_draft_of_a_strange_unit_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], unit: str, said: list[str]
) -> None:
    draft = tmp_path / "草稿.xlsx"
    assert main(["new", "-o", str(draft), "--unit", unit, "--year", "2025"]) == 0
    assert capsys.readouterr().out.splitlines() == [f"已新建草稿：{draft}", *said]


def test_what_a_draft_holds_beside_its_place_is_told_by_check_and_generate(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = tmp_path / "草稿.xlsx"
    main(["new", "-o", str(draft), "--unit", "某局", "--year", "2025", "--zero"])
    book = openpyxl.load_workbook(draft)
    book.copy_worksheet(book["三、依申请公开（表）"])
    book.save(draft)
    capsys.readouterr()
    for command in (["check", str(draft)], ["generate", str(draft), "-o", str(tmp_path / "报告.docx")]):
        main(command)
        said = capsys.readouterr().out
        assert "未能识别  工作表“三、依申请公开（表） Copy”与" in said
        assert "“三、依申请公开（表）”重复，没有读入；请核对用哪一张" in said


def test_a_unit_of_eighty_characters_is_read_back_from_its_word_report(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft, word = tmp_path / "草稿.xlsx", tmp_path / "报告.docx"
    unit = ("㛃䶮堃喆龑县人民政府政务服务和数据管理局" * 4)[:80]
    assert main(["new", "-o", str(draft), "--unit", unit, "--year", "2025", "--zero"]) == 0
    assert main(["generate", str(draft), "-o", str(word)]) == 0
    _, answer = run_json(capsys, "check", word, "--json")
    assert answer["unit"] == unit


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["check"], "命令写法不对（nianbao-cli check）：缺少 文件。"),
        (["gen"], "命令写法不对（nianbao-cli）：命令 不能是“gen”。"),
        (["new", "--year", "二五"], "命令写法不对（nianbao-cli new）：--year 应是四位数的年份，不能是“二五”。"),
        (["new", "--unit", "某局", "--year", "2025"], "命令写法不对（nianbao-cli new）：缺少 -o/--output。"),
        (["new", "-o", "a.xlsx"], "命令写法不对（nianbao-cli new）：缺少 --unit、--year。"),
        (["new", "--year"], "命令写法不对（nianbao-cli new）：--year 后面缺少内容。"),
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


@pytest.mark.parametrize("option", ["--html=没有/a.html", "--signoff=没有/b.docx"])
def test_where_one_of_several_files_cannot_be_written_none_is(
    option: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["generate", str(SAMPLE), "-o", "报告.docx", option]) == 2
    assert capsys.readouterr().err.startswith("找不到文件夹“没有”。")
    assert list(tmp_path.iterdir()) == []


def test_where_the_last_of_several_files_fails_half_way_the_old_set_stays_whole(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    names = ("报告.docx", "网页.html", "审签单.docx")
    paths = [tmp_path / name for name in names]
    for path in paths:
        path.write_bytes("去年的".encode())
    original = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if target.name == "审签单.docx":
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return original(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    report, page, sheet = map(str, paths)
    assert main(["generate", str(SAMPLE), "-o", report, "--html", page, "--signoff", sheet]) == 2
    assert "审签单.docx" in capsys.readouterr().err
    assert {path.read_bytes() for path in paths} == {"去年的".encode()}
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(names)


def test_a_file_is_told_by_its_content_not_by_its_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft, word = tmp_path / "草稿.xls", tmp_path / "报告.xlsx"
    shutil.copyfile(SAMPLE, draft)
    assert main(["generate", str(draft), "-o", str(tmp_path / "报告.docx")]) == 0
    (tmp_path / "报告.docx").rename(word)
    _, of_draft = run_json(capsys, "check", draft, "--json")
    _, of_word = run_json(capsys, "check", word, "--json")
    assert of_draft["verdict"] == "可送审"  # with its unit type and level: read as a draft
    assert of_word["checksum"] == of_draft["checksum"]


def test_a_file_that_cannot_be_used_beside_others_is_said_on_stderr_with_its_folder(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["check", "甲局/没有.xlsx", str(SAMPLE)]) == 2
    said = capsys.readouterr()
    assert said.err.splitlines() == [
        f"{Path('甲局/没有.xlsx')}：找不到文件“没有.xlsx”。",
        "请检查文件是否已被移动、改名或删除，然后重新选择。",
    ]
    assert "没有.xlsx" not in said.out
    assert "可送审" in said.out


def test_no_line_is_printed_for_remarks_that_there_are_none_of(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(SAMPLE)]) == 0
    assert "" not in capsys.readouterr().out.splitlines()


def test_a_draft_that_is_replaced_is_kept_as_a_version(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft = tmp_path / "草稿.xlsx"
    shutil.copyfile(SAMPLE, draft)
    assert main(["new", "-o", str(draft), "--unit", "某某县水利局", "--year", "2025"]) == 0
    assert "原来的文件已留存" in capsys.readouterr().out
    (version,) = list_versions(draft)
    assert version.file.read_bytes() == SAMPLE.read_bytes()
    assert main(["import", str(SAMPLE), "-o", str(draft)]) == 0
    assert "原来的文件已留存" in capsys.readouterr().out

    (tmp_path / "新").mkdir()
    assert main(["import", str(SAMPLE), "-o", str(tmp_path / "新" / "a.xlsx")]) == 0
    assert "留存" not in capsys.readouterr().out


def test_a_draft_that_cannot_be_kept_is_not_replaced(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = tmp_path / "草稿.xlsx"
    shutil.copyfile(SAMPLE, draft)
    (tmp_path / "文件").write_text("", encoding="utf-8")
    monkeypatch.setenv("NIANBAO_HOME", str(tmp_path / "文件" / "数据"))
    assert main(["new", "-o", str(draft), "--unit", "某某县水利局", "--year", "2025"]) == 2
    assert "“草稿.xlsx”原来的内容不能留存到版本历史，没有覆盖。" in capsys.readouterr().err
    assert draft.read_bytes() == SAMPLE.read_bytes()


def test_importing_a_draft_loses_nothing_of_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = load_draft(SAMPLE).report
    report = report.with_cells({"t3.R01.C7": 3})
    save_draft(report, tmp_path / "a.xlsx")
    code, answer = run_json(capsys, "import", tmp_path / "a.xlsx", "-o", tmp_path / "b.xlsx", "--json")
    assert code == 0
    assert load_draft(tmp_path / "b.xlsx").report == report
    assert answer["unrecognised"] == []
    assert answer["summary"] == {"t2": "10/10", "t3": "175/175", "t4": "15/15"}
    cells = answer["cells"]
    assert (len(cells), cells["t3.R01.C7"], cells["t3.R24.C7"]) == (200, 3, 0)  # type: ignore[arg-type, index]
    assert "2025年分局办理行政许可656件。" in answer["texts"]["s2"]  # type: ignore[index]


def test_what_is_lost_of_a_draft_altogether_is_said_by_an_import_without_a_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    workbook = openpyxl.load_workbook(SAMPLE)
    del workbook["信息处理费"]
    workbook.save(tmp_path / "a.xlsx")
    assert main(["import", str(tmp_path / "a.xlsx"), "-o", str(tmp_path / "b.xlsx")]) == 0
    assert "  说明：找不到“发出收费通知”的单元格（可能被删除），按未填处理。\n" in capsys.readouterr().out


def _draft_with(entries: dict[str, str], path: Path) -> Path:
    """Write the sample with something typed in its cells."""
    workbook = openpyxl.load_workbook(SAMPLE)
    for name, text in entries.items():
        ((sheet, place),) = workbook.defined_names[name].destinations
        workbook[sheet][place.replace("$", "")] = text
    workbook.save(path)
    return path


def test_a_number_that_was_text_is_said_by_check_with_its_cell(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = _draft_with({"nb_t3_R01_C1": "1,234件", "nb_t3_R01_C2": "３", "nb_t3_R01_C3": "=1+1"}, tmp_path / "a.xlsx")
    main(["check", str(draft)])
    out = capsys.readouterr().out
    assert "  按数字读入  三、依申请公开（表） E7：“本年新收·自然人”填的“1,234件”是文字数字，已按数字1234读入；" in out
    assert "  按数字读入  三、依申请公开（表） F7：“本年新收·商业企业”填的“３”" in out
    assert "  未能识别  三、依申请公开（表） G7：这一格是公式“=1+1”" in out
    main(["check", str(draft), "--json"])
    remarks = json.loads(capsys.readouterr().out)["remarks"]
    assert [remark["place"] for remark in remarks] == [f"三、依申请公开（表） {column}7" for column in "EFG"]
    assert remarks[0]["text"].startswith("“本年新收·自然人”填的“1,234件”是文字数字，已按数字1234读入；")
    main(["check", str(SAMPLE), "--json"])
    assert "remarks" not in json.loads(capsys.readouterr().out)


@pytest.mark.parametrize("day", ["2026年1月20日", "2026年1月"])
def test_a_page_that_ends_without_unit_and_date_is_told_of(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], day: str
) -> None:
    draft, page = tmp_path / "a.xlsx", tmp_path / "网页.html"
    signed = {"meta.sign_off": "某某县水利局", "meta.date": day}
    save_draft(load_draft(SAMPLE).report.with_texts(signed), draft)
    assert main(["generate", str(draft), "-o", str(tmp_path / "a.docx"), "--html", str(page)]) == 0
    said = "成文日期没有写到日，网页版没有印落款和日期。\n请在“基本信息”中写全成文日期，再生成或复制一次网页版。\n"
    is_left_out = day.endswith("月")
    assert (said in capsys.readouterr().err) is is_left_out
    assert ("某某县水利局</p>" in page.read_text(encoding="utf-8")) is not is_left_out
    assert main(["generate", str(draft), "-o", str(tmp_path / "a.docx")]) == 0
    assert said not in capsys.readouterr().err


def test_how_something_had_to_be_read_is_said_by_an_import(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "网页.html"
    assert main(["generate", str(SAMPLE), "-o", str(tmp_path / "a.docx"), "--html", str(page)]) == 0
    page.write_text(page.read_text(encoding="utf-8").replace(">656<", ">无<"), encoding="utf-8")
    capsys.readouterr()
    assert main(["import", str(page), "-o", str(tmp_path / "a.xlsx")]) == 0
    assert "  说明：主动公开情况表有1格印的是“无”，按空白（未填）读入\n" in capsys.readouterr().out


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


def test_a_unit_whose_bytes_are_not_utf_8_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    unit = "某局".encode("gbk").decode("utf-8", "surrogateescape")
    assert main(["new", "-o", str(tmp_path / "a.xlsx"), "--unit", unit, "--year", "2025"]) == 2
    assert capsys.readouterr().err.startswith("命令写法不对（nianbao-cli new）：--unit 中有不能识别的文字。")
    assert list(tmp_path.iterdir()) == []


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


def test_a_copy_and_its_signoff_sheet_have_the_number_that_the_rounds_of_the_draft_give(tmp_path: Path) -> None:
    report = sample_report()
    draft, word, sheet = (tmp_path / name for name in ("草稿.xlsx", "a.docx", "审签单.docx"))
    for number in (1, 2):
        report = report.with_texts({"s5": f"{report.texts['s5']}再改进。"})
        sent = review.submit(report, date(2026, 1, number)).applied_to(report)
        for one in (report, sent):  # before the round is noted, and while it is on its way
            save_draft(one, draft)
            asked = ["generate", str(draft), "-o", str(word), "--as", "review", "--signoff", str(sheet)]
            assert main(asked) == 0
            mark = Document(str(word)).sections[0].header.paragraphs[0].text
            cells = [cell.text for row in Document(str(sheet)).tables[0].rows for cell in row.cells]
            assert mark.startswith(f"送审稿第{number}稿　")
            assert cells[cells.index("稿次") + 1] == f"送审稿第{number}稿"
        report = review.register_return(sent, "主任", date(2026, 1, number), []).applied_to(sent)


def test_open_remarks_are_said_of_a_copy_that_goes_out_all_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = sample_report()
    report = review.submit(report, date(2026, 1, 10)).applied_to(report)
    report = review.register_return(report, "办公室", date(2026, 1, 11), ["处罚数请核对", "第五部分太短"]).applied_to(
        report
    )
    report = review.answer_remarks(report, 1, [("", ""), ("已改", "")]).applied_to(report)
    save_draft(report.with_cells({"t2.penalty.decisions": 3}).with_texts({"s2": ""}), tmp_path / "草稿.xlsx")
    for stage, is_said in (("draft", False), ("review", True), ("final", True)):
        assert main(["generate", str(tmp_path / "草稿.xlsx"), "-o", str(tmp_path / "a.docx"), "--as", stage]) == 0
        err = capsys.readouterr().err
        assert ("1条退回意见没有处理：\n  1．处罚数请核对\n" in err) is is_said
        assert ("1条意见标为“已改”，但所说的部分与第1稿相同：\n  2．第五部分太短\n" in err) is is_said
