"""The command count as it is measured from outside: exit codes, JSON, what is kept and what is never told."""

import json
import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from core.base.user_files import data_folder, logs_folder
from core.cli.command_line import main
from core.draft.workbook import load_draft, save_draft
from core.office.register.cases_kept import keep_cases
from core.report.report import new_report
from tests.core.office.register.register_files import GOOD, HEAD, counted, text_register

KEYS = ["year", "rows", "cells", "cases", "unread", "findings", "mapping"]
SECRET_NAME, SECRET_CONTENT = "欧阳绝密", "东坝村地块征收补偿"
FULL_HEAD = (*HEAD, "申请人", "内容")


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    capsys.readouterr()
    code = main(["count", *map(str, arguments)])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_a_register_becomes_a_draft(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    register = text_register(tmp_path, GOOD, ("合计", "1"))
    draft = tmp_path / "草稿.xlsx"
    code, out, err = run(capsys, register, "--year", 2025, "-o", draft, "--json")
    answer = json.loads(out)
    assert code == 0
    assert list(answer) == KEYS
    assert (answer["year"], answer["rows"]) == (2025, 1)
    assert len([code for code in answer["cells"] if code.startswith("t3.")]) == 175
    assert answer["cells"]["t3.R24.C7"] == 1
    assert answer["cases"]["t3.R03.C1"] == ["1"]
    assert all(len(answer["cases"][code]) == number for code, number in answer["cells"].items())
    assert (answer["unread"], answer["findings"]) == ([], [])
    assert answer["mapping"] == {name: name for name in HEAD}
    assert err == "1行是合计行，没有计入（第3行）\n"
    report = load_draft(draft).report
    assert (report.year, report.unit, report.cells["t3.R03.C1"], report.cells["t3.R25.C6"]) == (2025, "", 1, 0)
    assert not any(code.startswith(("t2", "t4", "fee")) for code in report.cells)


def test_days_without_a_year_are_read_only_if_it_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    register = text_register(tmp_path, ("1", "3月5日", "自然人", "25.3.20", "予以公开"))
    draft = tmp_path / "草稿.xlsx"
    code, out, _ = run(capsys, register, "--year", 2025, "-o", draft)
    assert (code, draft.exists()) == (1, False)
    assert "其中1行的日期没有写年份；确实都是同一年的，用 --year-of-days 写明是哪一年，再运行一次。" in out
    code, out, _ = run(capsys, register, "--year", 2025, "--year-of-days", 2025, "-o", draft)
    assert (code, draft.exists()) == (0, True)
    assert "1行的日期没有写年份，按2025年读入" in out
    code, _, err = run(capsys, register, "--year", 2025, "--year-of-days", 25, "-o", draft)
    assert code == 2
    assert "--year-of-days" in err


def test_unread_rows_stop_the_writing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    register = text_register(tmp_path, GOOD, ("2", "3月5日", *GOOD[2:]))
    draft = tmp_path / "草稿.xlsx"
    code, out, _ = run(capsys, register, "--year", 2025, "-o", draft, "--json")
    answer = json.loads(out)
    assert code == 1
    assert not draft.exists()
    (unread,) = answer["unread"]
    assert list(unread) == ["row", "number", "why"]
    assert (unread["row"], unread["number"]) == (3, "2")
    assert [list(finding) for finding in answer["findings"]] == [["rule", "rows", "message"]]
    assert answer["findings"][0]["rows"] == [3]
    code, out, _ = run(capsys, register, "--year", 2025, "-o", draft)
    assert code == 1
    assert "有1行没有读懂，没有写入草稿" in out
    assert "第3行 2：" in out


@pytest.mark.parametrize("months", [("1月",), ("1月", "2月"), ("1月", "2月", "3月")])
def test_an_unread_row_names_its_sheet_only_where_several_are_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], months: tuple[str, ...]
) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].title = "说明"
    for month in months:
        sheet = book.create_sheet(month)
        for row in (HEAD, (f"{month}1", *GOOD[1:]), (f"{month}2", *GOOD[1:4], "不知道")):
            sheet.append(row)
    register = tmp_path / "台账.xlsx"
    book.save(register)
    _, out, _ = run(capsys, register, "--year", 2025, "-o", tmp_path / "草稿.xlsx", "--json")
    named = [re.match("工作表“(.*?)”：", row["why"]) for row in json.loads(out)["unread"]]
    assert [match and match[1] for match in named] == ([None] if len(months) == 1 else [*months])


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ((), "“台账.csv”中一件申请也没有，没有计数，报告没有改动。"),
        ((("合计", "0"),), "“台账.csv”中一件申请也没有，没有计数，报告没有改动。"),
        (
            (("1", "2023-3-5", "自然人", "2023-3-6", "予以公开"), ("2", *GOOD[1:4], "不计")),
            "“台账.csv”共2行，没有一行计入2025年度，没有计数，报告没有改动。",
        ),
    ],
)
def test_a_register_of_which_nothing_counts_fills_no_zeros(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], rows: tuple[tuple[str, ...], ...], said: str
) -> None:
    draft = tmp_path / "草稿.xlsx"
    save_draft(new_report("某局", "政府部门", 2025).with_cells({"t3.R01.C1": 4}), draft)
    before = draft.read_bytes()
    register = text_register(tmp_path, *rows)
    for more in ([], ["--json"]):
        code, out, err = run(capsys, register, "--year", 2025, "-o", draft, *more)
        assert (code, out) == (2, "")
        assert said in err
        assert draft.read_bytes() == before


def test_a_draft_keeps_everything_else(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft = tmp_path / "草稿.xlsx"
    report = new_report("某局", "政府部门", 2025, with_zeros=True).with_cells({"t2.fees.amount": 7, "fee.notices": 3})
    report = report.with_texts({"s5": "主要问题", "meta.phone": "0571"})
    save_draft(report, draft)
    register = text_register(tmp_path, GOOD)
    assert run(capsys, register, "--year", 2025, "-o", draft)[0] == 0
    after = load_draft(draft).report
    assert (after.texts, after.meta) == (report.texts, report.meta)
    changed = {code for code in after.cells if after.cells[code] != report.cells.get(code)}
    assert changed == {"t3.R01.C1", "t3.R03.C1"}


@pytest.mark.parametrize("status", [{}, {"locked_on": "2026-01-20"}])
def test_a_draft_of_another_year_or_a_locked_one_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], status: dict[str, str]
) -> None:
    draft = tmp_path / "草稿.xlsx"
    report = new_report("某局", "政府部门", 2025 if status else 2024)
    save_draft(type(report)(report.form_id, report.meta, status=status), draft)
    before = draft.read_bytes()
    code, out, err = run(capsys, text_register(tmp_path, GOOD), "--year", 2025, "-o", draft, "--json")
    assert (code, out) == (2, "")
    assert ("已经定稿" if status else "是2024年的报告") in err
    assert draft.read_bytes() == before


def test_a_map_says_what_headers_and_words_mean(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    head = ("编号", *HEAD[1:])
    register = text_register(tmp_path, ("1", "2025-3-5", "公民", "2025-3-6", "同意公开"), head=head)
    table = tmp_path / "map.toml"
    table.write_text('[columns]\n登记号 = "编号"\n[outcomes]\n"同意公开" = "R03"\n[kinds]\n"公民" = "C1"\n', "utf-8")
    draft = tmp_path / "草稿.xlsx"
    code, _, err = run(capsys, register, "--year", 2025, "-o", draft)
    assert code == 2
    assert "登记号" in err
    assert "--map" in err
    code, out, _ = run(capsys, register, "--year", 2025, "-o", draft, "--map", table, "--json")
    assert code == 0
    assert json.loads(out)["mapping"]["登记号"] == "编号"


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ('[outcomes]\n"同意公开" = "R03"\n"同意公开 " = "R05"', "是同一种写法，却分别对应 R03 和 R05"),
        ('[outcomes]\n"予以公开" = "R05"', "“予以公开”是表样上的名称，计入 R03（予以公开），不能对应 R05"),
        ('[kinds]\n"法人或其他组织－商业企业" = "C1"', "计入 C2（商业企业），不能对应 C1"),
        ('[outcomes]\n"尚未办结" = "R03"', "计入 “尚未办结”，不能对应 R03"),
    ],
)
def test_a_map_that_contradicts_itself_or_the_form_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], lines: str, said: str
) -> None:
    table, draft = tmp_path / "map.toml", tmp_path / "草稿.xlsx"
    table.write_text(lines, "utf-8")
    code, _, err = run(capsys, text_register(tmp_path, GOOD), "--year", 2025, "-o", draft, "--map", table)
    assert code == 2
    assert said in err
    assert not draft.exists()
    table.write_text('[outcomes]\n"同意公开" = "R03"\n"同意公开 " = "R03"\n"予以公开" = "R03"\n', "utf-8")
    assert run(capsys, text_register(tmp_path, GOOD), "--year", 2025, "-o", draft, "--map", table)[0] == 0


def test_what_several_outcomes_make_is_told_by_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    row = ("2", "2025-3-5", "自然人", "2025-3-20", "予以公开、属于国家秘密")
    _, out, _ = run(capsys, text_register(tmp_path, GOOD, row), "--year", 2025, "-o", tmp_path / "草稿.xlsx")
    assert "1行一格里写了几种结果，各计一件：登记号2“予以公开、属于国家秘密”计入“部分公开" in out


def test_last_years_report_is_compared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    last = tmp_path / "上年.xlsx"
    report = new_report("某局", "政府部门", 2024, with_zeros=True).with_cells({"t3.R25.C1": 1})
    save_draft(keep_cases(report, {"t3.R25.C1": ["9"]}).applied_to(report), last)
    register = text_register(tmp_path, GOOD)
    code, out, _ = run(capsys, register, "--year", 2025, "-o", tmp_path / "a.xlsx", "--last-year", last, "--json")
    (finding,) = json.loads(out)["findings"]
    assert code == 0
    assert finding["rule"] == "REG-6"
    assert "只在上年报告中的登记号：9" in finding["message"]
    this = new_report("某局", "政府部门", 2025)
    save_draft(replace(this, status={"last_year_file": str(last)}), tmp_path / "c.xlsx")
    code, out, _ = run(capsys, register, "--year", 2025, "-o", tmp_path / "c.xlsx", "--json")
    assert [finding["rule"] for finding in json.loads(out)["findings"]] == ["REG-6"]
    elsewhere = tmp_path / "别处" / "c.xlsx"  # a draft may not have files opened above its own folder
    elsewhere.parent.mkdir()
    (tmp_path / "c.xlsx").rename(elsewhere)
    code, out, _ = run(capsys, register, "--year", 2025, "-o", elsewhere, "--json")
    assert json.loads(out)["findings"] == []
    code, _, err = run(capsys, register, "--year", 2024, "-o", tmp_path / "b.xlsx", "--last-year", last)
    assert code == 2
    assert "不是2024年的上一年" in err


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("--year", "2025"), "缺少台账"),
        (("无.csv", "--year", "2025"), "找不到文件"),
        (("台账.csv",), "--year"),
        (("台账.csv", "--year", "1999"), "--year"),
        (("台账.csv", "--year", "2025", "--map", "无.toml"), "找不到文件"),
    ],
)
def test_wrong_usage_is_said_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, arguments: tuple[str], why: str
) -> None:
    text_register(tmp_path, GOOD)
    monkeypatch.chdir(tmp_path)
    code, out, err = run(capsys, *arguments, "-o", "草稿.xlsx")
    assert (code, out) == (2, "")
    assert why in err
    assert len(err.splitlines()) == 2


def test_a_new_register_is_written_and_never_over_another_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "台账.xlsx"
    assert run(capsys, "--template", "-o", path)[0] == 0
    assert counted(path).rows == 0
    before = path.read_bytes()
    code, _, err = run(capsys, "--template", "-o", path)
    assert code == 2
    assert "没有覆盖" in err
    assert path.read_bytes() == before


def test_a_fault_of_the_program_tells_nothing_of_the_rows(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_values: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("core.office.register.rows.RowReader._reviews", fail)
    register = text_register(tmp_path, (*GOOD, SECRET_NAME, SECRET_CONTENT), head=FULL_HEAD)
    code, out, err = run(capsys, register, "--year", 2025, "-o", tmp_path / "草稿.xlsx")
    (log,) = logs_folder().glob("*.log")
    text = log.read_text("utf-8")
    assert code == 2
    assert "RuntimeError" in text
    assert not any(secret in said for secret in (SECRET_NAME, SECRET_CONTENT) for said in (text, out, err))


def test_names_and_contents_stay_in_the_register(tmp_path: Path) -> None:
    rows = ((*GOOD, SECRET_NAME, SECRET_CONTENT), ("2", "3月5日", "法人", "", "", SECRET_NAME, SECRET_CONTENT))
    out = tmp_path / "out"
    out.mkdir()
    register = text_register(tmp_path, *rows, head=FULL_HEAD)
    good = text_register(out, rows[0], head=FULL_HEAD).rename(tmp_path / "好.csv")
    told = b""
    for path in (register, good):
        command = [sys.executable, "-m", "core", "count", str(path), "--year", "2025", "-o", str(out / "草稿.xlsx")]
        for more in ((), ("--json",)):
            done = subprocess.run([*command, *more], capture_output=True, check=False)
            told += done.stdout + done.stderr
    written = [path for folder in (out, data_folder()) for path in folder.rglob("*") if path.is_file()]
    assert out / "草稿.xlsx" in written
    for secret in (SECRET_NAME, SECRET_CONTENT, "绝密", "东坝村"):
        forms = (
            secret.encode("utf-8"),
            secret.encode("gb18030"),
            secret.encode("utf-16-le"),
            ascii(secret)[1:-1].encode(),
        )
        for form in forms:
            assert form not in told
            for path in written:
                assert form not in path.read_bytes()
                if zipfile.is_zipfile(path):
                    with zipfile.ZipFile(path) as archive:
                        assert not any(form in archive.read(name) for name in archive.namelist())
