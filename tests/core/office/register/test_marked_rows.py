"""Rows that say themselves that they do not count or are not closed are asked about; ordinary words say nothing."""

from pathlib import Path

import pytest

from core.office.register.mapping import RegisterMapping
from core.office.register.rows import Decisions
from tests.core.office.register.register_files import GOOD, HEAD, book_register, counted, numbers, rules, text_register

ONE = {"t3.R01.C1": 1, "t3.R03.C1": 1}
TWO = {"t3.R01.C1": 2, "t3.R03.C1": 2}
OTHER = ("2", "2025-4-5", "自然人", "2025-4-20", "予以公开")


def with_column(folder: Path, head: str, text: object, *, row: tuple[str, ...] = OTHER) -> Path:
    return text_register(folder, (*GOOD, ""), (*row, text), head=(*HEAD, head))


@pytest.mark.parametrize(
    "remark",
    [
        *("误登，作废", "作废", "此件已作废", "作废处理。", "（作废）", "电话联系；不计入统计", "此件已撤销登记，不计"),
        *("系误登", "重复登记，与2025-001为同一件", "与2025-001为同一件", "与上一行重复", "已并入2025-001", "重复"),
        *("已撤销原答复，2026年1月重新答复不予公开", "属重复登记", "不算", "录错了", "测试"),
        *("不列入年报", "此件登记错误", "多登一次", "不作为政府信息公开申请"),
    ],
)
def test_a_remark_that_says_so_is_asked_about(remark: str, tmp_path: Path) -> None:
    found = counted(with_column(tmp_path, "备注", remark))
    assert [(row.key.number, row.is_marked) for row in found.unread] == [("2", True)]
    assert found.unread[0].why.startswith("“备注”列写的是“")
    assert (rules(found), numbers(found)) == (["REG-13"], ONE)


@pytest.mark.parametrize(
    "remark",
    [
        *(
            "已公开",
            "电话联系",
            "补正后答复",
            "重复申请",
            "与2025-001一并答复",
            "延期答复",
        ),
        *(
            "不计收费",
            "复议撤销原答复，责令重新答复",
            "登记有误已更正",
            "不作废",
            "未作废",
            "非重复登记",
            "2025年3月5日重新答复",
        ),
        *(
            "不动产注销登记",
            "作废的公章问题",
            "误寄后重寄",
            "无",
            "/",
            "申请人要求删除",
            "不计入信息处理费",
            "并入档案",
        ),
        *("转法规科办理", "与申请人沟通2次", "同意公开", "已邮寄（EMS 1234567890123）", "同2025-001"),
    ],
)
def test_ordinary_remarks_say_nothing(remark: str, tmp_path: Path) -> None:
    found = counted(with_column(tmp_path, "备注", remark))
    assert (rules(found), numbers(found)) == ([], TWO)


@pytest.mark.parametrize(
    ("outcome", "remark"),
    [
        ("重复申请", "重复"),
        ("重复申请", "与2025-001重复"),
        ("3.其他", "撤销"),
        ("信访举报投诉类申请", "不属于政府信息公开申请"),
    ],
)
def test_a_remark_that_says_what_the_outcome_says_is_ordinary(outcome: str, remark: str, tmp_path: Path) -> None:
    words = RegisterMapping(outcomes={"3.其他": "R23"})
    found = counted(with_column(tmp_path, "备注", remark, row=(*OTHER[:4], outcome)), words)
    assert not found.unread


@pytest.mark.parametrize(
    ("head", "text", "is_asked"),
    [
        *(("是否计入统计", text, True) for text in ("否", "不计", "×", "N", "待定", "0")),
        *(("是否计入统计", text, False) for text in ("是", "√", "Y", "1", "", "/")),
        *(
            (head, "否", True)
            for head in ("是否计入年报", "是否计入", "计入统计（是/否）", "是否有效", "是否属于政府信息公开申请")
        ),
        *(("是否作废", text, True) for text in ("是", "已作废", "√", "TRUE")),
        *(("是否作废", text, False) for text in ("否", "", "无", "×", "FALSE")),
        *((head, "是", True) for head in ("是否误登", "是否重复登记", "是否重复", "是否无效", "作废？")),
        *((head, "是", False) for head in ("是否延期", "是否收费", "是否重复申请", "是否补正", "是否电话联系")),
        *((head, "否", False) for head in ("是否延期", "是否收费", "是否告知")),
    ],
)
def test_a_column_of_yes_and_no(head: str, text: str, is_asked: bool, tmp_path: Path) -> None:
    found = counted(with_column(tmp_path, head, text))
    assert (rules(found), numbers(found)) == ((["REG-13"], ONE) if is_asked else ([], TWO))


def test_a_repeated_request_may_say_that_it_is_one(tmp_path: Path) -> None:
    assert not counted(with_column(tmp_path, "是否重复", "是", row=(*OTHER[:4], "重复申请"))).unread


@pytest.mark.parametrize("head", ["状态", "办理状态", "办结状态", "是否办结"])
@pytest.mark.parametrize(("text", "closed"), [("未办结", True), ("办理中", True), ("否", True), ("已办结", False)])
def test_a_state_at_odds_with_the_day_is_asked_about(head: str, text: str, closed: bool, tmp_path: Path) -> None:
    row = OTHER if closed else (*OTHER[:3], "", "")
    found = counted(with_column(tmp_path, head, text, row=row))
    assert [row.why for row in found.unread] == [
        f"“{head}”列写的是“{text}”，却{'写了' if closed else '没有写'}办结日期，不知道有没有办结（REG-13）"
    ]


@pytest.mark.parametrize(("text", "closed"), [("已办结", True), ("延期", True), ("补正", True), ("办理中", False)])
def test_a_state_that_goes_with_the_day_says_nothing(text: str, closed: bool, tmp_path: Path) -> None:
    row = OTHER if closed else ("2", "2025-12-29", "自然人", "", "")
    assert not rules(counted(with_column(tmp_path, "状态", text, row=row)))


def test_a_whole_cell_of_any_other_column_and_the_number_may_say_it(tmp_path: Path) -> None:
    for head, text in (("核查", "作废"), ("状态", "已作废"), ("", "误登")):
        assert rules(counted(with_column(tmp_path, head, text))) == ["REG-13"]
    for head, text in (("核查", "核查后不计收费，作废旧件"), ("申请内容", "测试"), ("内容", "重复登记")):
        assert not rules(counted(with_column(tmp_path, head, text)))
    for number in ("2025-004（作废）", "2025-004误登"):
        assert rules(counted(text_register(tmp_path, GOOD, (number, *OTHER[1:])))) == ["REG-13"]


def test_a_ticked_cell_of_a_workbook_is_read(tmp_path: Path) -> None:
    path = book_register(tmp_path, (*GOOD, False), (*OTHER, True), head=(*HEAD, "是否作废"))
    assert [row.key.number for row in counted(path).unread] == ["2"]


def test_the_column_that_is_mapped_as_the_remark_is_one(tmp_path: Path) -> None:
    words = RegisterMapping(columns={"备注": "经办人的话"})
    assert rules(counted(with_column(tmp_path, "经办人的话", "电话联系，作废"), words)) == ["REG-13"]


def test_who_decided_has_it_counted_or_left_out(tmp_path: Path) -> None:
    path = with_column(tmp_path, "备注", "作废")
    key = counted(path).unread[0].key
    assert numbers(counted(path, decisions=Decisions(counted=frozenset({key})))) == TWO
    assert numbers(counted(path, decisions=Decisions(left_out={key: "作废"}))) == ONE


def test_a_row_of_another_year_is_asked_about_only_for_its_state(tmp_path: Path) -> None:
    before = ("2", "2024-4-5", "自然人", "2024-4-20", "予以公开")
    assert rules(counted(with_column(tmp_path, "备注", "作废", row=before))) == ["REG-9"]
    assert rules(counted(with_column(tmp_path, "状态", "办理中", row=before))) == ["REG-13"]
