"""名单.xlsx as offices write it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import Font

from core.base.errors import ReportError
from core.draft.workbook import save_draft
from core.form.form_reader import form_for_year
from core.office.collection.collected import Request
from core.office.collection.run import run_collection
from core.office.collection.unit_list import (
    APART,
    COLUMNS,
    NO,
    YES,
    ListedUnit,
    UnitList,
    nearest,
    plain_name,
    read_unit_list,
)
from core.office.department_sheets import new_identity, workbook_of
from core.office.department_split import keep_split, usual_split
from core.office.register.template import template_bytes
from core.report.report import new_report


def written(folder: Path, *rows: tuple[str | int | None, ...]) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    path = folder / "名单.xlsx"
    book.save(path)
    return path


def test_a_list_is_read_below_its_header_wherever_that_stands(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        ("青澜县2025年度应报单位名单",),
        (),
        COLUMNS,
        (1, "青澜县 水利局", "政府部门", "是", "是", "王某", 5551234, "备注"),
        (2, "青澜县供水公司", "公共企事业单位", "否", "另行说明", None, None, None),
        (3, "青澜县教育局", "", "是", "", "", "", ""),
        ("", "", "", "", "", "", "", "以上共3个"),
        (4, "青澜县教育局", "", "应报", "", "", "", "写了两次"),
        ("合计", "合计"),
    )
    found = read_unit_list(path)
    assert found.left_out == "名单中不是单位的行没有计入：第9行“合计”。"
    assert found.units == (
        ListedUnit("青澜县水利局", "政府部门", True, YES, "王某", "5551234", "备注"),
        ListedUnit("青澜县供水公司", "公共企事业单位", False, APART),
        ListedUnit("青澜县教育局"),
    )


def test_names_alone_are_a_list(tmp_path: Path) -> None:
    assert read_unit_list(written(tmp_path, ("单位全称",), ("甲局",))) == UnitList((ListedUnit("甲局"),))


@pytest.mark.parametrize("name", ["青澜县水利局", "青澜县青石镇", "青澜县供水公司"])
def test_the_short_head_of_a_column_of_names_is_read(name: str, tmp_path: Path) -> None:
    found = read_unit_list(written(tmp_path, ("序号", "单位", "应报"), (1, name, "是"), ("序号", "单位", "应报")))
    assert [unit.name for unit in found.units] == [name]
    with pytest.raises(ReportError):
        read_unit_list(written(tmp_path, ("项目", "单位"), (name, "件"), ("金额", "万元")))


def test_a_list_that_is_no_workbook_is_called_what_its_name_says(tmp_path: Path) -> None:
    path = tmp_path / "名单.csv"
    path.write_text("单位全称\n青澜县水利局\n", encoding="utf-8")
    with pytest.raises(ReportError) as caught:
        read_unit_list(path)
    assert "是逗号分隔的表格（.csv），这里需要的是Excel 工作簿（.xlsx）" in caught.value.summary
    assert caught.value.advice == "请用 Excel 或 WPS 打开它，另存为 .xlsx，再选另存的文件。"


@pytest.mark.parametrize(
    ("row", "named"),
    [
        (("合计", "25家"), "合计"),
        ((None, "共25家"), "共25家"),
        ((26, "合计"), "合计"),
        (("三", "合计25个单位"), "合计25个单位"),
        ((None, "合计：1个单位"), "合计：1个单位"),
        ((None, "以上共25个单位"), "以上共25个单位"),
        (("填报人：", "李四"), "填报人："),
        ((None, "填报人：李四"), "填报人：李四"),
        (("注：1月20日前报送", "见通知"), "注：1月20日前报送"),
        (("序号", "单位全称"), "单位全称"),
    ],
)
def test_totals_and_what_stands_at_the_end_of_a_list_are_no_units(
    tmp_path: Path, row: tuple[str | int | None, ...], named: str
) -> None:
    found = read_unit_list(written(tmp_path, ("序号", "单位全称"), (1, "甲局"), row, (2, "注册会计师协会")))
    assert [unit.name for unit in found.units] == ["甲局", "注册会计师协会"]
    assert found.left_out == f"名单中不是单位的行没有计入：第3行“{named}”。"


@pytest.mark.parametrize("head", ["是否计入汇总", "计入汇总（是/否）", "纳入汇总", "计入\n汇总"])
def test_who_is_not_added_up_is_known_however_the_header_says_it(tmp_path: Path, head: str) -> None:
    path = written(tmp_path, ("序号", "单位名称", "是否应报", head, "备注"), (1, "甲局", "否", "否", "是"))
    assert read_unit_list(path).units == (ListedUnit("甲局", "", must_report=False, counts=NO, note="是"),)


def test_a_line_with_two_units_is_taken_for_one_and_says_so(tmp_path: Path) -> None:
    head, both = ("单位全称", "备注"), "甲县工业和信息化局、国有资产监督管理局"
    path = written(tmp_path, head, (both, "合署"), ("乙县退役军人事务局", None), ("甲乙、丙有限公司", None))
    assert [(unit.name, unit.note) for unit in read_unit_list(path).units] == [
        (both, "合署；名单这一行像是几个单位，现按一个单位计；是几个单位的请分行写"),
        ("乙县退役军人事务局", ""),
        ("甲乙、丙有限公司", ""),
    ]


def test_days_and_addresses_of_publication_may_stand_in_the_list(tmp_path: Path) -> None:
    path = written(tmp_path, ("单位全称", "公布日期", "公布网址"), ("甲局", "2026-01-20", "https://x"))
    (unit,) = read_unit_list(path).units
    assert (unit.published_on, unit.published_url) == ("2026-01-20", "https://x")


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([("序号", "名称"), (1, "甲局")], "“名单.xlsx”不能用作名单：没有找到“单位全称”一栏。"),
        ([COLUMNS], "名单“名单.xlsx”中一个单位也没有。"),
        ([COLUMNS, (1, "甲局", "", "看情况")], "名单“名单.xlsx”第2行“应报”写的是“看情况”，看不出是哪一种，没有猜。"),
        (
            [COLUMNS, (1, "甲局", "", "是"), (2, "乙局", "", "是（待定）"), (3, "丙局", "", "", "否（待定）")],
            "名单“名单.xlsx”第3行“应报”写的是“是（待定）”，第4行“计入汇总”写的是“否（待定）”，看不出是哪一种，没有猜。",
        ),
        (
            [COLUMNS, (1, "甲局"), (2, "甲 局", "", "", "否")],
            "名单“名单.xlsx”第3行的“甲局”前面已有一行，“应报”或“计入汇总”写得不同。",
        ),
    ],
)
def test_a_list_that_cannot_be_used_says_why(
    tmp_path: Path, rows: list[tuple[str | int | None, ...]], sentence: str
) -> None:
    with pytest.raises(ReportError) as caught:
        read_unit_list(written(tmp_path, *rows))
    assert caught.value.summary == sentence
    assert caught.value.advice
    assert "运行" not in caught.value.advice  # it is read in the window as well


def test_the_nearest_name_is_found_and_a_far_one_is_not() -> None:
    names = ["青澜县水利局", "青澜县教育局"]
    assert nearest("青澜县水力局", names, 60) == "青澜县水利局"
    assert nearest("海宁港经济技术开发区管理委员会", names, 60) == ""
    listed = [
        f"清溪县{name}" for name in ("教育局", "财政局", "城市管理局", "卫生健康委员会", "城关镇人民政府", "水利局")
    ]
    for name in ("气象局", "民政局", "应急管理局", "医疗保障局", "东关镇人民政府", "红十字会", "司法局"):
        assert nearest(f"清溪县{name}", listed, 60) == ""
    for name, near in (("清溪县卫健委", 3), ("教育局", 0), ("清溪县城关镇政府", 4), ("清溪县水力局", 5)):
        assert nearest(name, listed, 60) == listed[near]
    assert plain_name("青澜县 水利局（水务局）") == plain_name("青澜县水利局(水务局)")


def struck_out(path: Path, *places: str) -> Path:
    book = openpyxl.load_workbook(path)
    for place in places:
        book.worksheets[0][place].font = Font(strike=True)
    book.save(path)
    return path


def test_a_unit_that_is_struck_out_is_left_out_and_named(tmp_path: Path) -> None:
    path = written(tmp_path, ("序号", "单位全称", "应报"), (1, "甲局", "是"), (2, "乙 局", "是"), ("合计", 2, None))
    found = read_unit_list(struck_out(path, "A3", "B3", "C3"))
    assert [unit.name for unit in found.units] == ["甲局"]
    assert found.left_out == ("名单中不是单位的行没有计入：第4行“合计”。名单中划了删除线的单位没有计入：第3行“乙 局”。")


def test_an_answer_that_is_struck_out_is_asked_for(tmp_path: Path) -> None:
    path = written(tmp_path, ("单位全称", "应报", "备注"), ("甲局", "否", "撤销"))
    with pytest.raises(ReportError, match="第2行“应报”写的是“否（划了删除线）”"):
        read_unit_list(struck_out(path, "B2"))
    assert (
        read_unit_list(struck_out(written(tmp_path, ("单位全称", "备注"), ("甲局", "撤销")), "B2")).units[0].note == ""
    )


def draft(path: Path) -> None:
    save_draft(new_report("甲局", "政府部门", 2025), path)


def department_sheet(path: Path) -> None:
    report = new_report("甲局", "政府部门", 2025)
    split = keep_split(report, dict.fromkeys(usual_split(report.form), "办公室")).applied_to(report)
    path.write_bytes(workbook_of(new_identity(split, "办公室")))


def register(path: Path) -> None:
    path.write_bytes(template_bytes())


def register_of_others(path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["编号", "收件日期", "单位名称", "答复结果", "类别"])
    book.worksheets[0].append([1, "2025-1-5", "甲有限公司", "予以公开", "企业"])
    book.save(path)


def published(path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["单位全称", "甲局"])
    for line in form_for_year(2025).tables["t3"].rows.values():
        book.worksheets[0].append([line.label, 0])
    book.save(path)


def desk_results(path: Path) -> None:
    folder = path.parent / "来件"
    folder.mkdir()
    draft(folder / "甲局.xlsx")
    request = Request(folder, 2025, path.parent / "结果", date(2026, 1, 20))
    run_collection(request)
    (request.out / "核查情况.xlsx").replace(path)


@pytest.mark.parametrize(
    ("made", "kind"),
    [
        (draft, "年度报告草稿"),
        (department_sheet, "本程序的填报表"),
        (register, "依申请公开台账"),
        (register_of_others, "依申请公开台账"),
        (published, "年度报告"),
        (desk_results, "汇总审核的核查情况"),
    ],
)
def test_another_workbook_of_the_office_is_no_list(made: Callable[[Path], None], kind: str, tmp_path: Path) -> None:
    made(tmp_path / "名单.xlsx")
    with pytest.raises(ReportError) as caught:
        read_unit_list(tmp_path / "名单.xlsx")
    assert caught.value.summary == f"“名单.xlsx”是{kind}，不是名单。"
