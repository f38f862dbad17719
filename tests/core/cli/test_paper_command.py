"""``generate --paper`` as it is measured from outside."""

import io
import json
import os
from pathlib import Path

import docx
import pytest

from core.base.resources import resource_path
from core.cli.command_line import main
from core.draft.workbook import load_draft, save_draft
from core.report.change import status_change

SAMPLE = resource_path("samples", "示例.xlsx")
LETTER = resource_path("papers", "报送函.docx")


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    capsys.readouterr()
    code = main(["generate", str(SAMPLE), *map(str, arguments)])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_a_paper_is_filled_from_the_draft(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    output = tmp_path / "函.docx"
    code, out, err = run(capsys, "--paper", LETTER, "-o", output)
    assert (code, err) == (0, "")
    assert "报告中没有内容的1个，独占一段或一格的留空，句子里的写“（未填）”：【主送机关】。" in out
    text = "\n".join(paragraph.text for paragraph in docx.Document(str(output)).paragraphs)
    assert "编制了2025年政府信息公开工作年度报告" in text
    code, out, _ = run(capsys, "--paper", resource_path("papers", "统计表.xlsx"), "-o", tmp_path / "a.xlsx", "--json")
    assert json.loads(out) == {"file": str(tmp_path / "a.xlsx"), "filled": 209, "blank": [], "without_last_year": []}


def test_a_paper_of_a_report_with_errors_is_made_and_they_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = "报告还有1个错误，这份材料照现在的内容填写；请改正报告后重新生成。"
    for year, is_told in (("", True), ("2025", False)):
        draft = tmp_path / "草稿.xlsx"
        save_draft(load_draft(SAMPLE).report.with_texts({"meta.year": year}), draft)
        assert main(["generate", str(draft), "--paper", str(LETTER), "-o", str(tmp_path / "a.docx")]) == 0
        assert (told in capsys.readouterr().out) is is_told
        assert (tmp_path / "a.docx").exists()


def test_last_years_numbers_come_from_the_file_that_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outline = resource_path("papers", "解读提纲.docx")
    code, out, _ = run(capsys, "--paper", outline, "-o", tmp_path / "a.docx")
    assert code == 0
    assert "填了“—”或“没有上年数字”的2个" in out
    last = tmp_path / "2024.xlsx"
    save_draft(load_draft(SAMPLE).report.with_texts({"meta.year": "2024"}).with_cells({"t3.R01.C1": 3}), last)
    code, out, _ = run(capsys, "--paper", outline, "-o", tmp_path / "a.docx", "--last-year", last)
    assert code == 0
    assert "“—”" not in out
    text = "\n".join(paragraph.text for paragraph in docx.Document(str(tmp_path / "a.docx")).paragraphs)
    assert "本年新收申请上年3件，减少3件" in text
    code, _, err = run(capsys, "--paper", outline, "-o", tmp_path / "a.docx", "--last-year", SAMPLE)
    assert code == 2
    assert "是2025年的报告，不是上一年（2024年）的。" in err


def test_last_years_report_of_another_unit_is_told_where_the_paper_asks_for_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    last, report = tmp_path / "2024.xlsx", load_draft(SAMPLE).report
    told = f"上年报告的单位是“林业局”，本报告的单位是“{report.unit}”，请确认是不是同一单位。"
    for unit, template, is_told in (
        ("林业局", "解读提纲.docx", True),
        ("林业局", "报送函.docx", False),
        (report.unit, "解读提纲.docx", False),
    ):
        save_draft(report.with_texts({"meta.year": "2024", "meta.unit": unit}), last)
        paper = ("--paper", resource_path("papers", template), "-o", tmp_path / "a.docx")
        code, out, _ = run(capsys, *paper, "--last-year", last)
        assert code == 0
        assert (told in out) is is_told, template


def test_last_years_numbers_come_from_the_file_that_the_draft_names(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = load_draft(SAMPLE).report
    last, draft = tmp_path / "2024.xlsx", tmp_path / "草稿.xlsx"
    save_draft(report.with_texts({"meta.year": "2024"}), last)
    save_draft(status_change(report, {"last_year_file": str(last)}).applied_to(report), draft)
    arguments = ["generate", str(draft), "--paper", str(resource_path("papers", "解读提纲.docx"))]
    for is_there in (True, False):
        assert main([*arguments, "-o", str(tmp_path / "a.docx")]) == 0
        assert ("“—”或" in capsys.readouterr().out) is not is_there
        last.unlink(missing_ok=True)


def test_thirty_wrong_placeholders_are_named_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = docx.Document()
    for number in range(30):
        document.add_paragraph(f"【不认识的{number}】")
    stream = io.BytesIO()
    document.save(stream)
    (tmp_path / "a.docx").write_bytes(stream.getvalue())
    output = tmp_path / "b.docx"
    output.write_bytes(b"old")
    code, out, err = run(capsys, "--paper", tmp_path / "a.docx", "-o", output)
    assert (code, out) == (2, "")
    assert all(f"【不认识的{number}】" in err for number in range(30))
    assert err.count("\n  正文第") == 30
    assert output.read_bytes() == b"old"


def test_what_does_not_go_together_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = tmp_path / "函.docx"
    own.write_bytes(LETTER.read_bytes())
    for arguments in (
        ("--paper", own, "-o", own),
        ("--paper", own, "-o", tmp_path / "a.xlsx"),
        ("--paper", own, "-o", tmp_path / "a.pdf"),
        ("--paper", own, "-o", tmp_path / "a.docx", "--html", tmp_path / "a.html"),
        ("--paper", own, "-o", tmp_path / "a.docx", "--signoff", tmp_path / "b.docx"),
        ("--paper", tmp_path / "无.docx", "-o", tmp_path / "a.docx"),
        ("--paper", own, "-o", tmp_path / "a.docx", "--last-year", tmp_path / "无.xlsx"),
        ("-o", tmp_path / "a.docx", "--last-year", SAMPLE),
    ):
        code, out, err = run(capsys, *arguments)
        assert (code, out) == (2, ""), arguments
        assert len(err.splitlines()) == 2, err
    assert [path.name for path in tmp_path.iterdir()] == ["函.docx"]
    assert own.read_bytes() == LETTER.read_bytes()


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("报送函", "请选择 .docx 或 .xlsx 文件作为模板。"),
        ("README.md", "请选择 .docx 或 .xlsx 文件作为模板。"),
        ("报送函.dotx", "另存为 .docx"),
        ("报送函.DOC", "另存为 .docx"),
        ("统计表.xltx", "另存为 .xlsx"),
    ],
)
def test_a_template_with_another_ending_is_refused_by_its_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, advice: str
) -> None:
    for output in ("a.docx", f"a{Path(name).suffix}"):
        code, out, err = run(capsys, "--paper", tmp_path / name, "-o", tmp_path / output)
        assert (code, out) == (2, "")
        assert f"模板“{name}”的文件名不是以 .docx 或 .xlsx 结尾。" in err
        assert advice in err


def test_a_folder_is_no_template(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "模板.docx"
    folder.mkdir()
    code, _, err = run(capsys, "--paper", folder, "-o", tmp_path / "a.docx")
    assert code == 2
    assert err.startswith("“模板.docx”是文件夹，不是模板。\n")


def test_a_template_named_as_the_other_kind_makes_no_paper(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for source, ending, told in (
        ("统计表.xlsx", ".docx", "的内容是Excel 工作簿（.xlsx），文件名却以 .docx 结尾。\n请把文件名的结尾改为 .xlsx"),
        ("报送函.docx", ".xlsx", "的内容是Word 文档（.docx），文件名却以 .xlsx 结尾。\n请把文件名的结尾改为 .docx"),
    ):
        template, output = tmp_path / f"模板{ending}", tmp_path / f"材料{ending}"
        template.write_bytes(resource_path("papers", source).read_bytes())
        code, out, err = run(capsys, "--paper", template, "-o", output)
        assert (code, out) == (2, "")
        assert told in err
        assert not output.exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows itself refuses")
@pytest.mark.parametrize("paper", [(), ("--paper", LETTER)])
def test_a_word_file_that_is_open_elsewhere_is_not_replaced(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], paper: tuple[object, ...]
) -> None:
    output, mark = tmp_path / "a.docx", tmp_path / ".~lock.a.docx#"
    output.write_bytes(b"old")
    mark.write_text("张三,zhang,PC-01,28.11.2026 09:00,file:///home/zhang/;", "utf-8")
    code, out, err = run(capsys, *paper, "-o", output)
    assert (code, out) == (2, "")
    assert err.startswith("“a.docx”正在别的程序（LibreOffice 等）中打开，打开的人是张三（电脑“PC-01”），没有覆盖。\n")
    assert output.read_bytes() == b"old"
    mark.unlink()
    assert run(capsys, *paper, "-o", output)[0] == 0


def test_the_rule_book_lists_the_placeholders(tmp_path: Path) -> None:
    assert main(["rules", "-o", str(tmp_path / "规则.html")]) == 0
    page = (tmp_path / "规则.html").read_text(encoding="utf-8")
    for name in (
        "表三·本年新收·自然人",
        "表三·（三）不予公开·总计",
        "校验码",
        "退回意见",
        "引言",
        "上年·表二·规章·本年制发件数",
    ):
        assert f"【{name}】" in page
