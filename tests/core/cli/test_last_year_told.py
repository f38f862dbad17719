"""What is told of last year's report that a command is given."""

from __future__ import annotations

import copy
import json
from pathlib import Path

import docx
import pytest
from docx.table import Table

from core.base.resources import resource_path
from core.cli.command_line import main
from core.draft.workbook import load_draft, save_draft
from core.word.report import report_bytes
from tests.core.cli.cli_runs import SAMPLE, run_json


def two_tables(folder: Path) -> Path:
    """A report on 2024 of another office's making: an amount without its unit, 表三 twice, sums that do not hold."""
    report = load_draft(SAMPLE).report.with_texts({"meta.year": "2024"})
    path = folder / "上年.docx"
    path.write_bytes(report_bytes(report.with_cells({"t2.fees.amount": 53000, "t3.R25.C1": 9, "t3.R01.C1": 3})))
    book = docx.Document(str(path))
    for cell in (cell for row in book.tables[0].rows for cell in row.cells if "万元" in cell.text):
        cell.text = "本年收费金额"
    requests = book.tables[1]
    other = copy.deepcopy(requests._tbl)
    requests._tbl.addnext(other)
    Table(other, book).rows[-1].cells[3].text = "8"
    requests._tbl.addnext(book.add_paragraph("2023年情况")._p)
    book.save(str(path))
    return path


def test_what_the_window_tells_of_last_years_report_the_commands_tell_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    last, paper = two_tables(tmp_path), resource_path("papers", "解读提纲.docx")
    register = resource_path("samples", "示例台账.xlsx")
    told = ("没有写单位，按万元读入", "文件中有不止一张", "2024年报告本身勾稽不平")
    for number, command in enumerate(
        (
            ("check", SAMPLE),
            ("generate", SAMPLE, "--paper", paper, "-o", tmp_path / "a.docx"),
            ("count", register, "--year", "2025", "-o", tmp_path / "a.xlsx"),
        )
    ):
        (tmp_path / "a.xlsx").unlink(missing_ok=True)
        assert main([str(word) for word in (*command, "--last-year", last)]) == 0, number
        said = capsys.readouterr().out
        assert "上年报告“上年.docx”读入时要核对的：" in said
        assert [word for word in told if word not in said] == []
        (tmp_path / "a.xlsx").unlink(missing_ok=True)
        _, answer = run_json(capsys, *command, "--last-year", last, "--json")
        remarks = json.dumps(answer["last_year_remarks"], ensure_ascii=False)
        assert [word for word in told if word not in remarks] == []


def test_of_an_ordinary_report_of_last_year_nothing_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    last = tmp_path / "上年.xlsx"
    save_draft(load_draft(SAMPLE).report.with_texts({"meta.year": "2024"}), last)
    assert main(["check", str(SAMPLE), "--last-year", str(last)]) == 0
    assert "上年报告“上年.xlsx”" not in capsys.readouterr().out
    _, answer = run_json(capsys, "check", SAMPLE, "--last-year", last, "--json")
    assert "last_year_remarks" not in answer
