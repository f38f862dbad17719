"""Rows whose other columns say something else than their outcome are asked about or told, not ordinary words."""

from pathlib import Path

import pytest

from core.office.register.mapping import RegisterMapping
from core.office.register.rows import Decisions
from tests.core.office.register.register_files import GOOD, HEAD, counted, numbers, rules, text_register

OTHER = ("2", "2025-4-5", "自然人", "2025-4-20", "予以公开")
OPEN_ROW = ("2", "2025-12-20", "自然人", "", "")
WORDS = RegisterMapping(
    outcomes={"撤回": "R23", "信访": "R16", "不掌握": "R13", "重复申请": "R17", "逾期不补正": "R21", "在办": "尚未办结"}
)


def found_rules(folder: Path, head: str, text: object, row: tuple[str, ...] = OTHER) -> list[str]:
    found = counted(text_register(folder, (*GOOD, ""), (*row, text), head=(*HEAD, head)), WORDS)
    assert ("2" in {one.key.number for one in found.unread}) == (not set(rules(found)) <= {"REG-16"})
    return rules(found)


@pytest.mark.parametrize(
    "text",
    [
        *("转信访", "转信访办理", "已转信访部门办理", "移送县信访局", "按信访件处理", "信访"),
        *("撤回", "申请人撤回", "申请人撤回申请", "申请人已撤回申请", "已撤回", "申请人主动撤回政府信息公开申请"),
        *("电话联系，申请人撤回", "放弃申请", "申请人书面放弃申请", "终止", "终止办理", "中止", "不予受理"),
        *("撤件", "申请人放弃", "逾期未补正终止"),
    ],
)
@pytest.mark.parametrize("head", ["备注", "状态", "说明"])
def test_what_became_of_a_row_at_odds_with_its_outcome_is_asked_about(head: str, text: str, tmp_path: Path) -> None:
    if head == "状态" and "，" in text:
        return  # a state is one word
    assert found_rules(tmp_path, head, text) == ["REG-15"]


@pytest.mark.parametrize(
    "text", ["并案", "并案办理", "与2026-001并案处理", "与张某的申请并案", "并案至2025-001办理", "咨询件"]
)
@pytest.mark.parametrize("head", ["备注", "状态", "件类型"])
def test_what_is_no_application_of_its_own_is_asked_about(head: str, text: str, tmp_path: Path) -> None:
    assert found_rules(tmp_path, head, text) == ["REG-13"]


@pytest.mark.parametrize(
    ("head", "text"),
    [
        *(("统计标志", text) for text in ("0", "否", "不计", "N")),
        *(
            (head, "否")
            for head in ("是否计入年报", "是否政府信息公开申请", "是否统计", "年报标志", "有效标志", "年报统计")
        ),
        *(
            (head, "是")
            for head in ("是否重复登记", "是否无效", "是否测试", "删除标志", "作废标识", "是否并案", "并案")
        ),
        *(("数据状态", text) for text in ("已删除", "作废", "无效", "测试", "草稿", "已注销")),
        *(("作废原因", "录错了"), ("作废时间", "2025-5-1"), ("并案编号", "2025-001"), ("重复登记", "√")),
    ],
)
def test_columns_that_say_it_does_not_count_are_asked_about(head: str, text: str, tmp_path: Path) -> None:
    if (head, text) in (("作废原因", "录错了"), ("作废时间", "2025-5-1")):
        assert found_rules(tmp_path, head, text) in (["REG-13"], [])
        return
    assert found_rules(tmp_path, head, text) == ["REG-13"]


@pytest.mark.parametrize(
    ("head", "text"),
    [
        ("是否撤回", "是"),
        ("撤回日期", "2025-4-10"),
        ("撤回原因", "已取得"),
        ("是否转信访", "√"),
        ("转信访日期", "2025-4-8"),
    ],
)
def test_columns_about_another_outcome_are_asked_about(head: str, text: str, tmp_path: Path) -> None:
    assert found_rules(tmp_path, head, text) == ["REG-15"]


@pytest.mark.parametrize(
    ("head", "text"),
    [
        *(("备注", text) for text in ("转办", "移送", "转水利局办理", "已移送县自然资源局", "转交县教育局处理")),
        *(("备注", text) for text in ("合并办理", "与2025-001合并办理", "补录", "事后补录", "补登记")),
        *(
            ("是否转办", "是"),
            ("是否补录", "是"),
            ("转办单位", "县水利局"),
            ("合并编号", "2025-001"),
            ("办理方式", "合并办理"),
        ),
    ],
)
def test_what_counts_all_the_same_is_told(head: str, text: str, tmp_path: Path) -> None:
    found = counted(text_register(tmp_path, (*GOOD, ""), (*OTHER, text), head=(*HEAD, head)))
    assert (rules(found), numbers(found)) == (["REG-16"], {"t3.R01.C1": 2, "t3.R03.C1": 2})
    assert "（登记号2）" in found.findings[0].message
    assert [key.row for key in found.findings[0].rows] == [3]


def test_the_rows_told_are_grouped_by_what_they_say(tmp_path: Path) -> None:
    said = ("转办", "补录", "转办", "", "补录，转办")
    rows = [(str(n), f"2025-3-{n}", *GOOD[2:], text) for n, text in enumerate(said, 1)]
    found = counted(text_register(tmp_path, *rows, head=(*HEAD, "备注")))
    assert [one.message for one in found.findings] == [
        "备注等列写着“转办”（登记号1、3）、“补录”（登记号2、5），都按办理结果各计1件；不该计的，请把办理结果改为“不计”。"
    ]


@pytest.mark.parametrize(
    ("outcome", "text"),
    [
        *(("撤回", text) for text in ("撤回", "申请人撤回申请", "放弃申请", "终止", "转信访", "转水利局办理")),
        *(("信访", text) for text in ("转信访", "信访", "信访件", "不予受理", "转办", "终止办理")),
        *(("不掌握", text) for text in ("转办", "转水利局办理", "移送", "不予受理")),
        *(("重复申请", text) for text in ("并案", "重复", "与2025-001并案办理")),
        *(("逾期不补正", text) for text in ("放弃申请", "视为放弃申请", "终止办理")),
    ],
)
def test_words_that_go_with_the_outcome_say_nothing(outcome: str, text: str, tmp_path: Path) -> None:
    for head in ("备注", "状态"):
        assert found_rules(tmp_path, head, text, (*OTHER[:4], outcome)) == []


@pytest.mark.parametrize(
    ("head", "text", "asked"),
    [
        *(("状态", text, True) for text in ("撤回", "终止", "转信访", "并案")),
        *(("备注", text, True) for text in ("申请人撤回申请", "转信访")),
        *(("状态", text, False) for text in ("中止", "转办", "征求意见", "退回", "办理中", "延期")),
    ],
)
def test_a_row_without_outcome_that_has_ended_is_asked_about(head: str, text: str, asked: bool, tmp_path: Path) -> None:
    for row in (OPEN_ROW, (*OPEN_ROW[:4], "在办")):
        assert bool(found_rules(tmp_path, head, text, row)) == asked


@pytest.mark.parametrize(
    ("head", "text"),
    [
        *(("收到方式", text) for text in ("转办", "移送")),
        *(("来源", text) for text in ("上级转办", "转办", "信访")),
        *(
            ("信息类别", "信访"),
            ("复议情况", "撤回"),
            ("诉讼状态", "撤回起诉"),
            ("诉讼状态", "中止"),
            ("邮寄状态", "退件"),
        ),
        *(
            ("转办科室", "法规科"),
            ("转办单位", "法规科"),
            ("转办日期", "2025-4-6"),
            ("是否转办", "否"),
            ("撤回日期", "/"),
        ),
        *(("办理状态", text) for text in ("已办结", "办结", "已答复", "已归档", "已送达", "予以公开", "办结归档")),
        *(("统计标志", text) for text in ("1", "是", "√", "", "计入")),
        *(("删除标志", text) for text in ("0", "否", "", "N", "正常")),
        *(
            ("统计", "已统计"),
            ("纳入年报", "已纳入年报"),
            ("是否上报", "否"),
            ("登记方式", "网上"),
            ("合并", "否"),
            ("信访", "否"),
        ),
        *(("数据状态", text) for text in ("正常", "有效", "已提交", "")),
        *(("是否撤回", "否"), ("是否中止", "是"), ("是否并案", "否"), ("并案编号", "无"), ("是否合并办理", "")),
        *(
            ("备注", text)
            for text in (
                *(
                    "撤回复议申请",
                    "撤诉",
                    "申请人已撤诉",
                    "邮件退回后重寄",
                    "中止后恢复办理",
                    "转法规科办理",
                    "转办公室",
                ),
                *("与信访件内容相同", "信访系统转来", "上级转办", "市政府转办", "与第三方沟通", "一并答复", "合并邮寄"),
                *("取消公证", "放弃收费", "补录像资料", "移送档案", "终止日期12月", "转账缴费", "测试报告", "无效合同"),
            )
        ),
    ],
)
def test_ordinary_words_and_columns_say_nothing(head: str, text: str, tmp_path: Path) -> None:
    assert found_rules(tmp_path, head, text) == []


def test_the_question_says_both_and_is_answered_either_way(tmp_path: Path) -> None:
    path = text_register(tmp_path, (*GOOD, ""), (*OTHER, "申请人撤回申请"), head=(*HEAD, "备注"))
    (row,) = counted(path).unread
    assert row.why == (
        "“备注”列写的是“申请人撤回申请”，办理结果却是“予以公开”，不知道按哪一个计，请改正办理结果或“备注”列（REG-15）"
    )
    assert (row.is_marked, row.lacks_outcome) == (True, True)
    as_written = counted(path, decisions=Decisions(counted=frozenset({row.key})))
    withdrawn = counted(path, decisions=Decisions(outcomes={row.key: "R23"}))
    left_out = counted(path, decisions=Decisions(left_out={row.key: "撤回"}))
    assert [rules(one) for one in (as_written, withdrawn, left_out)] == [[], [], []]
    assert numbers(as_written) == {"t3.R01.C1": 2, "t3.R03.C1": 2}
    assert numbers(withdrawn) == {"t3.R01.C1": 2, "t3.R03.C1": 1, "t3.R23.C1": 1}
    assert numbers(left_out) == {"t3.R01.C1": 1, "t3.R03.C1": 1}


def test_what_the_clerk_decided_to_count_is_not_told_again(tmp_path: Path) -> None:
    path = text_register(tmp_path, (*OTHER, "转办"), head=(*HEAD, "备注"))
    key = counted(path).findings[0].rows[0]
    assert rules(counted(path, decisions=Decisions(counted=frozenset({key})))) == []


def test_rows_of_another_year_are_neither_asked_about_nor_told(tmp_path: Path) -> None:
    before = ("2", "2024-4-5", "自然人", "2024-4-20", "予以公开")
    for text in ("撤回", "转办"):
        for head in ("备注", "状态"):
            found = counted(text_register(tmp_path, (*before, text), head=(*HEAD, head)))
            assert rules(found) == ["REG-9"]


@pytest.mark.parametrize("text", ["未办结", "办理中", "正在办理", "尚未答复", "待答复"])
def test_a_remark_that_it_is_not_done_is_at_odds_with_an_outcome(text: str, tmp_path: Path) -> None:
    assert found_rules(tmp_path, "备注", text) == ["REG-15"]
