"""What the list notes of a unit against its own answers is asked for: rule B-14."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from core.form.form_reader import load_form
from core.office.collection.added_up import added_up
from core.office.collection.collected import Collected
from core.office.collection.decisions import Decision
from core.office.collection.desk import ACCEPTED, DOUBTS, MISSING, Desk
from core.office.collection.desk_rules import desk_settings
from core.office.collection.make_desk import make_desk
from core.office.collection.preview import preview_notes, sum_gaps
from core.office.collection.unit_list import APART, NO, YES, ListedUnit, read_unit_list
from tests.core.office.collection.desk_samples import YEAR, desk, file, said


def with_note(note: str, counts: str = YES, *, must_report: bool = True) -> Desk:
    return desk([file("甲局"), file("乙局")], [ListedUnit("甲局", "", must_report, counts, note=note), "乙局"])


@pytest.mark.parametrize(
    "note",
    [
        "已撤销，不再报",
        "已撤销",
        "2025年3月撤销",
        "机构改革中撤并",
        "不再报",
        "不再报送年报",
        "不用单独报",
        "今年起不报",
        "无需编报年度报告",
        "不计入汇总",
        "不纳入全县汇总",
        "不参与汇总",
        "不计",
        "不予计入",
        "单独汇总",
        "并入水利局",
        "已并入县水利局",
        "2025年2月并入水利局，数据由水利局报",
        "划归市级",
        "由水利局代报",
        "随教育局一并上报",
        "数据含在水利局",
        "（已注销）",
    ],
)
def test_a_unit_that_is_noted_as_gone_or_apart_is_asked_about_and_held_back(note: str) -> None:
    made = with_note(note)
    assert [(rule, units) for rule, units, _ in said(made)] == [("B-14", ("甲局",))]
    assert f"“{note}”" in made.batch[0].message
    unit = made.units[0]
    assert (unit.state, unit.in_sum, unit.open_doubts) == (DOUBTS, False, 1)
    assert made.units[1].in_sum


@pytest.mark.parametrize(
    "note",
    [
        "",
        "联系人已换",
        "纸质件不报，只报电子版",
        "应报",
        "计入汇总",
        "未撤销",
        "拟撤销",
        "科技局并入",
        "原科技局2024年并入",
        "由科技局、信息局合并组建",
        "并入本局的有两个中心",
        "不计入考核",
        "报告不完整",
        "去年不计入，今年计入汇总",
        "撤销前的数据已报",
        "已撤销，今年仍报",
        "已并入水利局，2025年度继续单独报",
        "不报送纸质件",
        "信访件不计",
        "垂直管理",
        "新成立",
        "公章已换，落款用新名",
    ],
)
def test_other_notes_ask_nothing(note: str) -> None:
    made = with_note(note)
    assert said(made) == []
    assert made.units[0].in_sum


@pytest.mark.parametrize("counts", [NO, APART])
def test_a_note_that_the_answer_agrees_with_asks_nothing(counts: str) -> None:
    assert said(with_note("已撤销，不再报", counts)) == []
    assert said(with_note("不计入汇总", counts)) == []


def test_a_unit_without_a_report_is_asked_about_where_it_must_report() -> None:
    listed = [ListedUnit("甲局", note="已撤销，不再报"), ListedUnit("乙局")]
    made = desk([file("乙局")], listed)
    assert [rule for rule, *_ in said(made)] == ["B-01", "B-14"]
    assert made.batch[1].message.endswith("“应报”没有写“否”；不再报的请在名单中改为“否”，仍要报的请改备注。")
    assert made.units[0].state == MISSING
    made = desk([file("乙局")], [ListedUnit("甲局", note="不计入汇总"), ListedUnit("乙局")])
    assert [rule for rule, *_ in said(made)] == ["B-01"]


def test_adopting_or_deciding_settles_it() -> None:
    listed = [ListedUnit("甲局", counts=YES, note="并入水利局")]
    for decision, rules in (
        (Decision(adopted=("d-甲局",), reason="仍单独报"), ["B-14"]),
        (Decision(counts=YES), []),
    ):
        made = make_desk([file("甲局")], listed, YEAR, load_form(), desk_settings(), {"甲局": decision})
        assert [rule for rule, *_ in said(made)] == rules
        assert (made.units[0].state, made.units[0].in_sum) == (ACCEPTED, True)
        assert Collected(made, added_up(made, None, desk_settings())[0], None).is_settled


def test_the_sum_says_who_is_left_out_by_a_note() -> None:
    made = with_note("并入水利局")
    ledger, _ = added_up(made, None, desk_settings())
    assert "名单的备注写着撤销、并入或不计，没有计入1个：甲局" in sum_gaps(made, ledger)["units"]
    assert "名单的备注写着撤销、并入或不计，没有计入1个：甲局。" in preview_notes(Collected(made, ledger, None))


def test_hidden_rows_of_the_list_count_and_are_told(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (("单位全称",), ("甲局",), ("乙局",)):
        sheet.append(row)
    book.save(tmp_path / "名单.xlsx")
    assert read_unit_list(tmp_path / "名单.xlsx").left_out == ""
    sheet.row_dimensions[3].hidden = True
    book.save(tmp_path / "名单.xlsx")
    found = read_unit_list(tmp_path / "名单.xlsx")
    assert [unit.name for unit in found.units] == ["甲局", "乙局"]
    assert found.left_out == "名单中隐藏的行照常计入，请核对：第3行“乙局”。"
