"""Numbers that were read and may be meant otherwise stand against their unit: rule B-13."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import openpyxl
import pytest

from build_scripts.sweeps.desk_folders import Folder, list_bytes, make_folder
from core.cli.command_line import main
from core.draft.workbook import load_draft, save_draft
from core.form.form_reader import load_form
from core.office.collection.added_up import added_up
from core.office.collection.changed_numbers import take_numbers
from core.office.collection.collected import Collected
from core.office.collection.decisions import Decision, item_key
from core.office.collection.desk import ACCEPTED, DOUBTS, DeskFile
from core.office.collection.desk_rules import desk_rules, desk_settings
from core.office.collection.desk_workbook import finding_rows
from core.office.collection.doubts import doubts_in_words
from core.office.collection.file_record import read_record
from core.office.collection.make_desk import make_desk
from core.office.collection.preview import preview_notes, sum_gaps
from core.office.collection.state import DeskState, load_state, save_state
from core.office.collection.unit_list import ListedUnit
from core.published import Unsure
from core.published import unsure as kinds
from core.word.report import report_bytes
from tests.core.office.collection.desk_samples import YEAR, desk, file, record, said
from tests.core.published.published_shapes import pieces
from tests.core.published.test_published_report import SAMPLES, word

LICENSING, AMOUNT = "t2.licensing.decisions", "t2.fees.amount"
SPACED = Unsure("spaced", "“行政许可”原文为“1 656”，按一个数读入", (LICENSING,), "1 656")
STRUCK = Unsure("struck", "原文有1处文字划了删除线，按已删除处理，没有读入：第1个表格第7行“65”")
NO_UNIT = Unsure("unit", "“本年收费金额”写的是“800”，没有写单位，按万元读入", (AMOUNT,), "800")


def test_a_unit_is_not_adoptable_while_a_number_is_in_doubt() -> None:
    made = desk([file("甲局", unsure=(SPACED, STRUCK, SPACED))], ["甲局"])
    (unit,) = made.units
    assert (unit.state, unit.open_errors, unit.open_doubts, unit.in_sum) == (DOUBTS, 0, 2, True)
    assert [rule for rule, *_ in said(made)] == ["B-13", "B-13"]
    assert made.batch[0].cells == (LICENSING,)
    assert "原文为“1 656”" in made.batch[0].message
    assert [(item.rule_id, item.place, item.written) for item in unit.items] == [
        ("B-13", "整份报告", "65"),
        ("B-13", "行政许可（本年处理决定数量）", "1 656"),
    ]
    assert [row[:3] for row in finding_rows(made)] == [["甲局", "疑点", "B-13"]] * 2
    assert sum("“1 656”" in sentence for sentence in doubts_in_words(made, unit)) == 1


def test_who_has_looked_adopts_the_report() -> None:
    units = [ListedUnit("甲局")]
    files = [file("甲局", unsure=(SPACED,))]
    decided = {"甲局": Decision(adopted=("d-甲局",), reason="已电话核实")}
    made = make_desk(files, units, YEAR, load_form(), desk_settings(), decided)
    assert made.units[0].state == ACCEPTED
    ledger, _ = added_up(made, None, desk_settings())
    assert Collected(made, ledger, None).is_settled
    assert not any("没有把握" in gap for gap in sum_gaps(made, ledger).values())
    assert finding_rows(made)[0][6] == "已核实（已电话核实）"


def test_the_sum_says_which_numbers_are_in_doubt_until_then() -> None:
    form = load_form()
    figures = dict.fromkeys((*form.entered, *form.outside_tables), 1)
    made = desk(
        [file("甲局", unsure=(SPACED, NO_UNIT), figures=figures), file("乙局", figures=figures)], ["甲局", "乙局"]
    )
    ledger, _ = added_up(made, None, desk_settings())
    gaps = sum_gaps(made, ledger)
    assert list(gaps) == [f"unsure {LICENSING} {AMOUNT}"]
    assert "有1个单位有读入时没有把握的数（照读到的加）：甲局（" in gaps[f"unsure {LICENSING} {AMOUNT}"]
    assert "有读入时没有把握的数（照读到的加）1个：甲局。" in preview_notes(Collected(made, ledger, None))


def test_two_doubts_of_a_file_are_two_items_of_the_letter() -> None:
    hidden = Unsure("hidden", "表格里有1处隐藏的文字没有读入：第1个表格第7行“8”")
    head = Unsure("head", f"{load_form().tables['t3'].name}的表头未能识别，已按官方表样的列次读入")
    made = desk([file("甲局", unsure=(STRUCK, hidden, head))], ["甲局"])
    assert len({item_key(item) for item in made.units[0].items}) == 3
    assert [item.part for item in made.units[0].items] == ["整份报告", "整份报告", "第三部分"]


def test_each_kind_of_doubt_asks_something() -> None:
    known = {value for name, value in vars(kinds).items() if name.isupper() and isinstance(value, str)}
    assert known | {""} == set(desk_rules()["B-13"].messages)
    for kind in known:
        made = desk([file("甲局", unsure=(Unsure(kind, "说的事"),))], ["甲局"])
        assert made.units[0].items[0].check.startswith("说的事。请")


def test_a_number_that_was_asked_for_may_change() -> None:
    state = DeskState(YEAR)
    before = desk([file("甲局", unsure=(SPACED,), figures={LICENSING: 1656})], ["甲局"])
    take_numbers(before, state)
    assert state.numbers["甲局"].asked == (LICENSING,)


def test_doubts_are_remembered(tmp_path: Path) -> None:
    state = DeskState(YEAR, "b", {"d": record("甲局", unsure=(SPACED, STRUCK))})
    save_state(tmp_path, state)
    assert load_state(tmp_path, YEAR, "b").records["d"].unsure == (SPACED, STRUCK)


@pytest.mark.parametrize(("printed", "count"), [("1 656", 1), ("656（其中不收件600件）", 1), ("656¹", 1), ("656", 0)])
def test_a_file_with_such_a_number(printed: str, count: int, tmp_path: Path) -> None:
    sample = SAMPLES["small"]
    name, data = word(pieces(replace(sample, printed={**sample.printed, LICENSING: printed})))
    (tmp_path / name).write_bytes(data)
    read = read_record(tmp_path / name, "d", sample.year, {}, date(sample.year + 1, 1, 20))
    assert len(read.unsure) == count
    made = make_desk([DeskFile(name, read)], [ListedUnit(sample.unit)], sample.year, load_form(), desk_settings())
    assert [rule for rule, *_ in said(made)] == ["B-13"] * count


# ---------------------------------------------------------------- from outside


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    made = make_folder(11, units=3, faults=0)
    made.write(tmp_path / "来件")
    (tmp_path / "名单.xlsx").write_bytes(list_bytes(made))
    return made


def collect(folder: Path, *more: str) -> int:
    place = [str(folder / "来件"), "--year", "2025", "-o", str(folder / "结果"), "--list", str(folder / "名单.xlsx")]
    return main(["collect", *place, *more])


def spoil(folder: Path, made: Folder, text: str) -> str:
    """Print a unit's count of licences with more than the number; return the name of the unit."""
    unit, report = next((u, r) for u, r in made.reports.items() if not u.endswith("办公室"))
    for old in (folder / "来件").iterdir():
        if unit in old.name or unit in old.read_bytes().decode("utf-8", "ignore"):
            old.unlink()
    path = folder / "来件" / f"{unit}.docx"
    path.write_bytes(report_bytes(report.with_cells({LICENSING: 1656})))
    book = docx.Document(str(path))
    cells = [c for row in book.tables[0].rows for c in row.cells if c.text == "1656"]
    assert cells
    for cell in cells:
        cell.text = text
    book.save(str(path))
    return unit


def test_the_doubt_stands_in_every_output(folder: Folder, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    unit = spoil(tmp_path, folder, "1 656")
    assert collect(tmp_path) == 1
    assert f"  疑点 B-13  {unit}的“{unit}.docx”：" in capsys.readouterr().out
    out = tmp_path / "结果"
    book = openpyxl.load_workbook(out / "核查情况.xlsx")
    shown = {
        sheet.title: " ".join(str(c.value) for row in sheet.iter_rows() for c in row if c.value is not None)
        for sheet in book
    }
    assert all("“1 656”，按一个数读入" in shown[name] for name in ("问题清单", "汇总台账"))
    (letter,) = (out / "退回修改意见").iterdir()
    words = [cell.text for table in docx.Document(str(letter)).tables for row in table.rows for cell in row.cells]
    assert "1 656" in words
    summed = load_draft(out / "汇总稿.xlsx").report
    assert "照读到的加" in summed.status["sum_gaps"]
    assert collect(tmp_path, "--json") == 1
    answer = json.loads(capsys.readouterr().out)
    assert [(found["rule"], found["cells"]) for found in answer["batch"]] == [("B-13", [LICENSING])]
    assert {one["unit"]: one["state"] for one in answer["units"]}[unit] == "有疑点"


def test_a_folder_without_such_numbers_has_no_such_doubt(
    folder: Folder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert collect(tmp_path) == 0
    assert "B-13" not in capsys.readouterr().out


@pytest.mark.parametrize("as_folder", [True, False])
def test_what_was_unsure_in_last_years_reports_is_told(
    folder: Folder, as_folder: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    unit, report = next(iter(folder.reports.items()))
    before = tmp_path / "上年"
    before.mkdir()
    path = before / f"{unit}.docx"
    path.write_bytes(report_bytes(report.with_texts({"meta.year": "2024"}).with_cells({LICENSING: 1656})))
    book = docx.Document(str(path))
    for cell in (c for row in book.tables[0].rows for c in row.cells if c.text == "1656"):
        cell.text = "1 656"
    book.save(str(path))
    collect(tmp_path, "--last-year", str(before if as_folder else path))
    told = f"上年报告“{unit}.docx”：“行政许可·本年处理决定数量”原文为“1 656”，按一个数读入；与它对照的数请核对。"
    assert told in capsys.readouterr().out
    collect(tmp_path, "--json", "--last-year", str(before if as_folder else path))
    assert told in json.loads(capsys.readouterr().out)["remarks"]


def test_a_hidden_sheet_of_a_draft_is_a_doubt(folder: Folder, tmp_path: Path) -> None:
    report = next(iter(folder.reports.values()))
    path = tmp_path / "a.xlsx"
    save_draft(report.with_cells({LICENSING: 1656}), path)
    assert read_record(path, "d", 2025, {}, date(2026, 1, 20)).unsure == ()
    book = openpyxl.load_workbook(path)
    book["二、主动公开（表）"].sheet_state = "hidden"
    book.save(path)
    (doubt,) = read_record(path, "d", 2025, {}, date(2026, 1, 20)).unsure
    assert doubt.kind == "hidden"
