"""``collect`` as it is measured from outside: exit codes, shapes of the JSON, sentences."""

import json
from pathlib import Path
from typing import Any

import pytest

from build_scripts.sweeps.desk_folders import Folder, list_bytes, make_folder
from core.cli.command_line import main
from core.word.report import report_bytes
from tests.core.cli.cli_runs import run_json


@pytest.fixture
def made(tmp_path: Path) -> Folder:
    folder = make_folder(11, units=4, faults=0)
    folder.write(tmp_path / "来件")
    (tmp_path / "名单.xlsx").write_bytes(list_bytes(folder))
    return folder


def arguments(folder: Path, *more: str) -> list[str]:
    place = [str(folder / "来件"), "--year", "2025", "-o", str(folder / "结果"), "--list", str(folder / "名单.xlsx")]
    return ["collect", *place, *more]


def test_a_folder_in_order_gives_code_0_and_the_shape_of_the_contract(
    made: Folder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, answer = run_json(capsys, *arguments(tmp_path, "--json"))
    assert code == 0
    assert list(answer) == ["year", "units", "batch", "sum", "unread"]
    units: list[dict[str, Any]] = answer["units"]  # type: ignore[assignment]
    assert [unit["unit"] for unit in units] == [unit for unit, _ in made.units]
    assert all(
        list(unit)
        == [
            *("unit", "type", "files", "state", "returned", "in_sum", "verdict", "form", "counts", "letter"),
            "findings",
        ]
        for unit in units
    )
    first = units[0]
    assert Path(first["files"][0]).is_file()
    assert (first["type"], first["state"], first["returned"], first["in_sum"]) == ("政府部门", "可采用", 0, True)
    assert (first["verdict"], first["form"], first["letter"]) == ("可送审", "2021", None)
    assert list(first["counts"]) == ["error", "warning", "hint"]
    total: dict[str, Any] = answer["sum"]  # type: ignore[assignment]
    assert list(total) == ["units", "cells", "last_year"]
    assert (len(total["cells"]), total["last_year"], answer["batch"], answer["unread"]) == (203, None, [], [])


def test_what_is_missing_or_wrong_gives_code_1_and_stands_in_the_json(
    made: Folder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = [unit for unit, _ in made.units]
    for unit in names[1:3]:
        next((tmp_path / "来件").glob(f"{unit}.*")).unlink()
    report = made.reports[names[2]]
    (tmp_path / "来件" / "坏.docx").write_bytes(report_bytes(report.with_cells({"t4.review.other": None})))
    (tmp_path / "来件" / "旧.pdf").write_bytes(b"%PDF-1.4 x")
    code, answer = run_json(capsys, *arguments(tmp_path, "--json"))
    assert code == 1
    units = {unit["unit"]: unit for unit in answer["units"]}  # type: ignore[attr-defined]
    assert [units[name]["state"] for name in names] == ["可采用", "未报", "有错误", "可采用"]
    wrong = units[names[2]]
    assert wrong["letter"] == str(tmp_path / "结果" / "退回修改意见" / f"{names[2]}.docx")
    assert Path(wrong["letter"]).is_file()
    assert (wrong["returned"], wrong["in_sum"], wrong["verdict"]) == (1, True, "有错误")
    finding = next(f for f in wrong["findings"] if f["rule"] == "C-03")
    assert list(finding) == ["rule", "level", "cells", "places", "message", "repairs", "explained"]
    batch: dict[str, Any] = answer["batch"][0]  # type: ignore[index]
    assert list(batch) == ["rule", "units", "files", "cells", "message"]
    assert {"rule": "B-01", "units": [names[1]], "files": [], "cells": []}.items() <= batch.items()
    unread: dict[str, str] = answer["unread"][0]  # type: ignore[index]
    assert unread["file"] == str(tmp_path / "来件" / "旧.pdf")
    assert unread["why"].startswith("“旧.pdf”已损坏或不完整，无法读取。")


def test_people_are_told_what_is_open_and_where_the_rest_stands(
    made: Folder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    unit = made.units[1][0]
    next((tmp_path / "来件").glob(f"{unit}.*")).unlink()
    (tmp_path / "来件" / "两\n行.zip").write_bytes(b"x")
    assert main(arguments(tmp_path)) == 1
    out = capsys.readouterr().out.splitlines()
    assert len(out) == 4
    assert out[0] == "2025年度：应报4个单位，已收3，未报1，可采用3；计入汇总3个单位。"
    assert out[1] == f"  错误 B-01  没有收到{unit}2025年度的报告，请催报。"
    assert out[-1] == f"已写入：{tmp_path / '结果'}（退回修改意见0份，其余见核查情况.xlsx）"
    (tmp_path / "结果" / "核查情况.xlsx").write_bytes(b"changed by hand")
    assert main(arguments(tmp_path)) == 1
    same = f"与上次相同，没有写新的文件：{tmp_path / '结果'}（退回修改意见0份，其余见核查情况.xlsx）"
    assert capsys.readouterr().out.splitlines()[-1] == same
    (tmp_path / "来件" / "另一个.zip").write_bytes(b"x")
    assert main(arguments(tmp_path)) == 1
    assert capsys.readouterr().out.splitlines()[-1].endswith("其余见核查情况（最新）.xlsx）")


def test_numbers_of_persons_are_told_though_no_letter_tells_them(
    made: Folder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    unit = made.units[1][0]
    next((tmp_path / "来件").glob(f"{unit}.*")).unlink()
    texts = made.reports[unit].texts
    report = made.reports[unit].with_texts({"s5": f"{texts['s5']}联系人手机13800138000。"})
    (tmp_path / "来件" / f"{unit}.docx").write_bytes(report_bytes(report))
    assert main(arguments(tmp_path)) == 1
    out = capsys.readouterr().out.splitlines()
    (line,) = [line for line in out if "手机号" in line]
    assert line == (
        f"  疑点 N-21  {unit}：第五部分出现手机号：“138****8000”，请确认可以公开。"
        "退回修改意见没有写这一条，请核实；不能公开的，请另告该单位删去。"
    )
    assert f"  {unit}：有疑点（错误0个，疑点1个）" in out
    assert not list((tmp_path / "结果" / "退回修改意见").glob("*.docx"))


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (["collect", "没有这个文件夹", "--year", "2025", "-o", "x"], "找不到文件夹“没有这个文件夹”。"),
        (["collect", "文件", "--year", "2025", "-o", "x"], "“文件”不是文件夹。"),
        (["collect", ".", "--year", "25", "-o", "x"], "（--year）：应是2019至2099之间的四位年份"),
        (["collect", ".", "-o", "x"], "缺少 --year"),
        (["collect", ".", "--year", "2025", "-o", "../x", "--list", "没有.xlsx"], "找不到文件“没有.xlsx”"),
        (
            ["collect", ".", "--year", "2025", "-o", "x", "--answer-by", "2020年1月5日"],
            "（--answer-by）：报回日期2020年1月5日已过，应是今天或以后的日期",
        ),
        *(
            (
                ["collect", ".", "--year", "2025", "-o", "x", "--answer-by", day],
                f"（--answer-by）：“{day}”不是一个具体的日期",
            )
            for day in ("2099-02-30", "13月45日前", "明天", "1月25日", "下周五前")
        ),
        (["collect", ".", "--year", "2025", "-o", "x", "--similarity", "0"], "（--similarity）：应是1至100之间的整数"),
    ],
)
def test_what_cannot_be_used_gives_code_2_and_two_sentences(
    change: list[str],
    sentence: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "文件").touch()
    assert main(change) == 2
    summary, advice = capsys.readouterr().err.splitlines()
    assert sentence in summary
    assert advice.endswith("。")
    assert not (tmp_path / "x").exists()


def test_results_of_another_folder_are_left_alone_with_code_2(
    made: Folder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments(tmp_path)) == 0
    files = [path for path in (tmp_path / "结果").rglob("*") if path.is_file()]
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in files}
    for other in ("来件二", "别处/来件"):
        made.write(tmp_path / other)
        capsys.readouterr()
        assert main(["collect", str(tmp_path / other), "--year", "2025", "-o", str(tmp_path / "结果")]) == 2
        summary, advice = capsys.readouterr().err.splitlines()
        assert summary.startswith("结果文件夹里是“")
        assert summary.endswith("，没有继续，什么也没有写。")
        assert advice.startswith("请另选一个结果文件夹；")
        after = [path for path in (tmp_path / "结果").rglob("*") if path.is_file()]
        assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in after} == before
    assert str(tmp_path / "来件") in summary  # of the same name: told by where they lie
    assert main(arguments(tmp_path)) == 0


def test_the_rule_book_has_a_chapter_on_the_desk(tmp_path: Path) -> None:
    assert main(["rules", "-o", str(tmp_path / "规则.html")]) == 0
    page = (tmp_path / "规则.html").read_text(encoding="utf-8")
    assert "汇总审核：各单位的报告之间" in page
    assert all(f'id="B-{number:02}"' in page for number in range(1, 11))


def test_amounts_are_added_exactly(made: Folder, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from decimal import Decimal

    from core.draft.workbook import save_draft

    for number, (unit, _) in enumerate(made.units[1:3]):
        next((tmp_path / "来件").glob(f"{unit}.*")).unlink()
        amount = Decimal("0.1") if number else Decimal("0.200001")
        save_draft(made.reports[unit].with_cells({"t2.fees.amount": amount}), tmp_path / "来件" / f"{number}.xlsx")
    for _ in range(2):  # the second time from what is remembered
        _, answer = run_json(capsys, *arguments(tmp_path, "--json"))
        assert json.dumps(answer["sum"]["cells"]["t2.fees.amount"]) == "0.300001"  # type: ignore[index]


def test_the_sum_of_last_year_stands_beside_this_years(
    made: Folder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = tmp_path / "上年来件"
    before.mkdir()
    for unit, report in made.reports.items():
        (before / f"{unit}.docx").write_bytes(report_bytes(report.with_texts({"meta.year": "2024"})))
    _, answer = run_json(capsys, *arguments(tmp_path, "--last-year", str(before), "--json"))
    last: dict[str, Any] = answer["sum"]["last_year"]  # type: ignore[index]
    assert (last["year"], sorted(last["units"]), last["joined"], last["left"]) == (2024, sorted(made.reports), [], [])
    assert last["cells"] == answer["sum"]["cells"]  # type: ignore[index]
