"""The command line as it is measured from outside: exit codes, JSON, and no Qt."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from docx import Document

from build_scripts.make.sample import sample_report
from core.base.resources import resource_path
from core.cli.command_line import main
from core.draft.workbook import load_draft, save_draft
from core.office import review
from core.report.report import parse_cell
from tests.core.cli.cli_runs import SAMPLE, run_json
from tests.core.published.published_samples import all_samples
from tests.core.published.published_shapes import pieces, workbook


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
    capsys.readouterr()
    assert main(["generate", str(tmp_path / "a.xlsx"), "-o", str(out)]) == 0
    assert out.exists()
    assert "必须改的问题" not in capsys.readouterr().out


def test_a_draft_is_made_with_its_errors_and_says_how_many(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    save_draft(load_draft(SAMPLE).report.with_cells({"t3.R01.C1": 5}), tmp_path / "a.xlsx")
    wrong = run_json(capsys, "check", tmp_path / "a.xlsx", "--json")[1]["counts"]["error"]  # type: ignore[index]
    assert wrong > 0
    assert main(["generate", str(tmp_path / "a.xlsx"), "-o", str(tmp_path / "报告.docx")]) == 0
    said = capsys.readouterr().out
    assert "已生成：" in said
    assert f"稿子仍有{wrong}处必须改的问题，送审前请改正" in said


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


def test_last_year_of_another_scope_without_a_year_or_with_blanks_is_compared_and_that_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    last, draft = tmp_path / "上年.xlsx", tmp_path / "草稿.xlsx"
    report = load_draft(SAMPLE).report.with_texts({"meta.scope": "本机关"})
    save_draft(report, draft)
    other = report.with_texts({"meta.year": "", "meta.scope": "汇总"}).with_cells({"t3.R25.C1": None})
    save_draft(other, last)
    assert main(["check", str(draft), "--last-year", str(last)]) == 0
    said = capsys.readouterr().out
    assert "疑点 Y-05  所选的上年报告中找不到年度，当作2024年度的对照，请核对是不是。" in said
    assert "疑点 Y-05  上年报告的统计范围是“汇总”，本报告是“本机关”，" in said
    assert "提示 Y-01  上年报告的“结转下年度继续办理”有1格是空白（自然人），" in said
    paper = ("generate", draft, "--paper", resource_path("papers", "解读提纲.docx"), "-o", tmp_path / "a.docx")
    save_draft(other.with_texts({"meta.year": "2024"}), last)
    assert main([str(word) for word in (*paper, "--last-year", last)]) == 0
    assert "上年报告的统计范围是“汇总”，本报告是“本机关”，" in capsys.readouterr().out


def test_several_files_give_a_list(capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["check", str(SAMPLE), str(SAMPLE), "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)) == 2


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
