"""What commands write and read: all files or none, versions kept, and what was lost on the way said."""

from __future__ import annotations

import errno
import json
import os
import shutil
from pathlib import Path

import openpyxl
import pytest

from core.base.errors import writing_failed
from core.base.user_files import versions_folder
from core.cli.command_line import main
from core.draft import draft_versions
from core.draft.draft_versions import list_versions
from core.draft.workbook import load_draft, save_draft
from tests.core.cli.cli_runs import SAMPLE, run_json


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
    summary, advice = capsys.readouterr().err.splitlines()
    assert summary == "“草稿.xlsx”原来的内容不能留存到版本历史，没有覆盖。"
    assert f"“{tmp_path / '文件' / '数据'}" in advice
    assert draft.read_bytes() == SAMPLE.read_bytes()


@pytest.mark.parametrize(("number", "why"), [(errno.ENOSPC, "所在的磁盘空间不足"), (errno.EACCES, "里写不进文件")])
def test_a_full_folder_of_versions_is_named_and_nothing_else(
    number: int, why: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = tmp_path / "草稿.xlsx"
    shutil.copyfile(SAMPLE, draft)

    def refuse(path: Path, data: bytes) -> None:
        error = OSError(number, "")
        raise writing_failed(error, path) from error

    monkeypatch.setattr(draft_versions, "replace_file", refuse)
    assert main(["import", str(SAMPLE), "-o", str(draft)]) == 2
    summary, advice = capsys.readouterr().err.splitlines()
    assert summary.startswith(f"“草稿.xlsx”没有覆盖，旧内容不能留存：版本历史的文件夹“{versions_folder()}")
    assert summary.endswith(f"”{why}。")
    assert "急用时请换一个文件名保存" in advice
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
    generate = ["-o", str(tmp_path / "a.docx"), "--as", "draft", "--json"]
    main(["generate", str(draft), *generate])
    assert json.loads(capsys.readouterr().out)["remarks"] == remarks
    for command in (["check", str(SAMPLE), "--json"], ["generate", str(SAMPLE), *generate]):
        main(command)
        assert "remarks" not in json.loads(capsys.readouterr().out)


@pytest.mark.parametrize("day", ["2026年1月20日", "2026年1月"])
def test_a_page_that_ends_without_unit_and_date_is_told_of(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], day: str
) -> None:
    draft, page = tmp_path / "a.xlsx", tmp_path / "网页.html"
    signed = {"meta.sign_off": "某某县水利局", "meta.date": day}
    save_draft(load_draft(SAMPLE).report.with_texts(signed), draft)
    assert main(["generate", str(draft), "-o", str(tmp_path / "a.docx"), "--html", str(page)]) == 0
    said = (
        "成文日期没有写到日，网页版没有印落款和日期。\n"
        "请在“基本信息”中写全成文日期（已定稿的先解除定稿），再生成或复制一次网页版。\n"
    )
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
