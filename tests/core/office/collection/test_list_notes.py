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
from tests.core.office.collection.desk_samples import ITEM, YEAR, desk, file, said


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
        "与县住建局合并编报",
        "与发改局合并编报",
        "县教体局一并编报",
        "不再保留",
        "机构改革后不再保留",
        "停报",
        "2025年起停报",
        "已停止报送",
        "暂停编报",
        "牌子挂在住建局",
        "在住建局挂牌",
        "挂靠县教育局",
        "由住建局加挂牌子",
        "职能划转县农业农村局",
        "职能已整体划转至水利局",
        "职责移交县应急局",
        "合署办公",
        "与县委宣传部合署办公",
        "和发改局合署",
        "与住建局合并",
        "跟教育局一起报",
        "今年和水利局合报",
        "与发改局一个机构两块牌子",
        "一套人马、两块牌子",
        "已转隶县委组织部",
        "改为住建局内设机构",
        "由县水利局编报",
        "归口县委宣传部报送",
        "不再单设",
        "机构已取消",
        "数据由住建局统计",
        "与住建局重复",
        "去年单独报，今年与住建局合并编报",
        "上年与水利局合并编报，今年停报",
        "合并编报",
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
        "上年合并编报，今年单独报",
        "2024年与住建局合并编报，2025年起单独编报",
        "去年由水利局代报",
        "上年与发改局合并编报",
        "原与住建局合署办公，现已分设",
        "不再合署办公",
        "粮食局牌子挂在本局",
        "加挂县能源局牌子",
        "挂乡村振兴局牌子",
        "不再保留科技局牌子",
        "粮食局不再保留",
        "水利局职能划转本局",
        "从农业农村局划转来的职能一并填报",
        "部分职能划转水利局",
        "人员已划转水利局",
        "下属二级单位已撤销",
        "没有停报",
        "未与其他单位合并编报",
        "不合并编报",
        "报送函一并报送",
        "与电子件一并报送",
        "纸质件不再保留",
        "纸质材料停报",
        "计划与住建局合并",
        "2026年拟并入住建局",
        "由局办公室报送",
        "由综合科编报",
        "单独编报",
        "独立编报",
        "原县园林局，2025年更名",
        "与上年格式一致",
        "数据已与台账核对",
        "联系人与林业局同一人",
        "由甲局、乙局合并组建",
        "职能调整",
        "业务股室合并",
        "报告由王某某报送",
        "统一社会信用代码已换",
    ],
)
def test_other_notes_ask_nothing(note: str) -> None:
    made = with_note(note)
    assert said(made) == []
    assert made.units[0].in_sum


MORE_ASKED = """
与县住建局合并编报年报
与县发改局合并编报，不单报
县水利局代报
与县水利局合署办公，年报由水利局统一编制
已经停报
从2025年起不再保留
牌子挂县住建局
挂牌县政府办
2025年3月职能划转至县农业农村局
职能全部划转
并到县水利局
撤并到水利局
年报由县文旅局一并编制
数据汇总到县文旅局
报告与县文旅局合编
与文旅局共用一份报告
今年起由文旅局代为编报
已更名并入县文旅局
不再作为单独报送单位
机构改革后撤销
随主管局报
与主管部门一起编报
数据并入县住建局
已不存在
不用报了
无需报送
不在编报范围
不属于编报范围
2025年被住建局合并
隶属县住建局，不单独编报
县住建局二级单位，不单独编报
职能并入县住建局
已划归开发区
撤县设区时撤销
"""
MORE_QUIET = """
垂直管理单位
与上年相同
与去年一致
新设立
今年新增单位
2025年3月由科技局更名
加挂县林业局牌子
合并了原农机局
原农机局已并入
农机局职能划入
新组建，上年数据为原农机局
报告已公布
已催报
电话催报三次
已电话核对
与台账一致
县委工作部门
党委口，照常报
年报由局办负责
双重管理
纸质版未报
主要负责人变动
联系电话已停用
座机停机
经办人休假
本单位无依申请公开
零申请
下属单位一并计入
含下属事业单位
包括所属3个事业单位数据
数据含二级单位
合并填报了下属单位数据
含合署办公的县志办
与审批局系统数据核对一致
网站已并入政府门户网站
公众号已停更
公众号已注销
网站已关停
政府网站不再保留
第2次报送
已报送纸质件
不需要退回
不再修改
重复报送，以最新为准
与第一次报送重复
数据与上年重复，已修改
统一由我局报送
由我局统一编报
由本局统一报送
汇总了下属单位
年报已由主要领导审定
职能科室已核对
"""


@pytest.mark.parametrize(("notes", "asks"), [(MORE_ASKED, True), (MORE_QUIET, False)])
def test_notes_of_many_offices(notes: str, asks: bool) -> None:
    listed = [ListedUnit(f"甲{n}局", note=note) for n, note in enumerate(notes.split())]
    made = desk([file(unit.name) for unit in listed], listed)
    asked = {unit.listed.note for unit in made.units if "B-14" in unit.doubts}
    assert asked == (set(notes.split()) if asks else set())


def test_the_own_name_in_a_note_is_not_another_unit() -> None:
    """县能源局不再保留 in the row of 县能源局 is about itself; 牌子挂在发改局 in that of 发改局 is about others."""
    names = ["青澜县能源局", "青澜县发改局"]
    for note, asked in (
        ("县能源局不再保留", 1),
        ("能源局与水利局合并编报", 1),
        ("县粮食局不再保留", 0),
        ("粮食局牌子挂在县能源局", 0),
        ("粮食局并入能源局", 0),
    ):
        made = desk([file(name) for name in names], [ListedUnit(names[0], note=note), names[1]])
        assert [rule for rule, *_ in said(made)] == ["B-14"] * asked, note


@pytest.mark.parametrize("counts", [NO, APART])
def test_a_note_that_the_answer_agrees_with_asks_nothing(counts: str) -> None:
    assert said(with_note("已撤销，不再报", counts)) == []
    assert said(with_note("不计入汇总", counts)) == []


@pytest.mark.parametrize(
    ("counts", "says"), [("", "“计入汇总”没有填，没有计入"), (YES, "“计入汇总”写的是“是”，没有计入")]
)
def test_what_the_list_answers_is_told_as_it_stands_there(counts: str, says: str) -> None:
    assert says in said(with_note("2025年6月撤销，并入农业农村局", counts))[0][2]


def test_an_abolished_unit_that_need_not_report_and_is_to_be_added_is_added_and_asked_about() -> None:
    made = with_note("2025年6月撤销，并入农业农村局", must_report=False)
    ((rule, units, message),) = said(made)
    assert (rule, units) == ("B-14", ("甲局",))
    assert "“应报”写“否”，“计入汇总”写“是”，照名单计入了" in message
    assert (made.units[0].in_sum, made.units[0].counted_in_words, made.units[0].state) == (True, YES, DOUBTS)
    ledger, _ = added_up(made, None, desk_settings())
    assert [column.name for column in ledger.summed] == ["甲局", "乙局"]
    assert "有疑点或已退回，还没有采用1个：甲局。" in preview_notes(Collected(made, ledger, None))
    assert "units" not in sum_gaps(made, ledger)


@pytest.mark.parametrize(("note", "counts"), [("2025年6月撤销，并入农业农村局", ""), ("已撤销，不计入汇总", YES)])
def test_a_unit_that_need_not_report_and_is_held_back_is_named_wherever_it_lacks(note: str, counts: str) -> None:
    made = with_note(note, counts, must_report=False)
    assert (made.units[0].in_sum, made.units[0].counted_in_words) == (False, "待核")
    ledger, _ = added_up(made, None, desk_settings())
    left_out = "名单的备注写着撤销、并入或不计，没有计入1个：甲局。"
    assert f"应计入2个单位，计入了1个：{left_out}" in sum_gaps(made, ledger)["units"]
    assert left_out in preview_notes(Collected(made, ledger, None))


def test_errors_of_a_unit_that_need_not_report_and_is_added_up_are_named() -> None:
    made = desk([file("甲局", items=(ITEM,)), file("乙局")], [ListedUnit("甲局", "", must_report=False), "乙局"])
    ledger, _ = added_up(made, None, desk_settings())
    assert made.units[0].in_sum
    assert "还有错误的单位1个：甲局" in sum_gaps(made, ledger)["errors"]


def test_a_unit_without_a_report_is_asked_about_where_it_must_report() -> None:
    listed = [ListedUnit("甲局", note="已撤销，不再报"), ListedUnit("乙局")]
    made = desk([file("乙局")], listed)
    assert [rule for rule, *_ in said(made)] == ["B-01", "B-14"]
    assert made.batch[1].message.endswith("“应报”没有写“否”；不再报的请在名单中改为“否”；仍要报的请催报，备注不用改。")
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
