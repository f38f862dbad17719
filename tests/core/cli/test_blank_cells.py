"""Word reports with blank cells where 0 is meant, as very many offices leave them: ``check`` and ``collect``."""

import io
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from core.cli.command_line import main
from core.word.report import report_bytes
from tests.core.checks.test_blanks_as_zero import typed
from tests.core.cli.cli_runs import run_json

_NAME = "某某县水利局.docx"


def write_blank(path: Path, *, whole: str = "", sign: str = "") -> None:
    """Write a Word report with a sign for nothing in place of each 0; no number at all in the table that holds a label.

    Args:
        path: The file.
        whole: The label; "" for none.
        sign: What stands there instead.
    """
    document = Document(io.BytesIO(report_bytes(typed())))
    for table in document.tables:
        is_whole = bool(whole) and any(whole in cell.text for row in table.rows for cell in row.cells)
        for row in table.rows:
            for paragraph in (p for cell in row.cells for p in cell.paragraphs):
                if paragraph.text.strip() == "0" or (is_whole and paragraph.text.strip().isdecimal()):
                    for run in paragraph.runs:
                        run.text = ""
                    paragraph.runs[0].text = sign
    document.save(str(path))


def rules(answer: dict[str, Any]) -> list[str]:
    return [finding["rule"] for finding in answer["findings"] if finding["places"]]


@pytest.mark.parametrize("sign", ["", "—"])
def test_check_compares_the_texts_with_a_table_of_blanks(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], sign: str
) -> None:
    (tmp_path / "全.docx").write_bytes(report_bytes(typed()))
    write_blank(tmp_path / _NAME, sign=sign)
    _, full = run_json(capsys, "check", tmp_path / "全.docx", "--json")
    code, blank = run_json(capsys, "check", tmp_path / _NAME, "--json")
    assert (code, blank["verdict"], "remarks" in full) == (0, "填写中", False)
    assert rules(blank) == rules(full)
    assert len(rules(full)) >= 6
    told = [remark["text"] for remark in blank["remarks"]]  # type: ignore[attr-defined]
    assert len(told) == 3
    assert all("核对文字时按0算；实际不是0的，请补填后再检查一次" in sentence for sentence in told)


def test_check_says_that_texts_were_compared_with_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_blank(tmp_path / _NAME, whole="上年结转")
    assert main(["check", str(tmp_path / _NAME)]) == 0
    said = capsys.readouterr().out
    assert "说明：收到和处理政府信息公开申请情况表的144格都是空白，文字中与它们有关的数没有核对；" in said


def test_collect_asks_a_unit_about_its_texts_beside_blanks_and_tells_what_it_could_not_compare(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, out = tmp_path / "来件", tmp_path / "结果"
    folder.mkdir()
    write_blank(folder / _NAME, whole="结果维持")
    assert main(["collect", str(folder), "--year", "2025", "-o", str(out)]) == 1
    said = capsys.readouterr().out
    assert "  某某县水利局：行政复议、行政诉讼情况表的12格都是空白，文字中与它们有关的数没有核对；" in said
    letter = Document(str(out / "退回修改意见" / _NAME))
    items = "\n".join(cell.text for table in letter.tables for row in table.rows for cell in row.cells)
    assert "收到和处理政府信息公开申请情况表还有" in items  # C-03
    assert "结转下年度继续办理5件" in items
    assert "被提起行政诉讼" not in items
