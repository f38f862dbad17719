"""一件也没有 is no number, and people who come and go are no applications."""

from __future__ import annotations

import pytest

from core.report.entry_text import Number
from tests.core.texts.filled_reports import filled, wrong_quotes


def wrong(text: str, code: str, **cells: Number) -> list[str]:
    return wrong_quotes(filled("汀岚市水利局", code, text, {c.replace("_", "."): n for c, n in cells.items()}))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("未产生信息处理费，收费通知一份也未发出；无其他需要报告的事项。", "s6"),
        ("收费通知一件没发，信息处理费一元未收。", "s6"),
        ("信息处理费收费通知一件都没开过。", "s6"),
        ("收费通知书一份没有，信息处理费一分未收。", "s6"),
        ("信息处理费方面，收费通知一份不曾发出。", "s6"),
        ("行政复议一件也没有，行政诉讼一件未发生。", "s4"),
        ("行政诉讼案件一件也未出现。", "s4"),
        ("信访类申请一件也没有，重复申请一件都未收到。", "s1.request"),
        ("不予处理的一件没有。", "s1.request"),
    ],
)
def test_not_one_is_none(text: str, code: str) -> None:
    assert wrong(text, code) == []


@pytest.mark.parametrize(
    ("text", "code", "cells"),
    [
        ("信息处理费收费通知一份也未发出。", "s6", {"fee_notices": 2}),
        ("行政复议一件也没有。", "s4", {"t4_review_upheld": 2}),
        ("行政诉讼一件未发生。", "s4", {"t4_direct_upheld": 1}),
        ("重复申请一件都未收到。", "s1.request", {"t3_R01_C1": 4, "t3_R17_C1": 4}),
        ("信息处理费收费通知发出一件。", "s6", {"fee_notices": 0}),
    ],
)
def test_not_one_is_wrong_where_there_is_one(text: str, code: str, cells: dict[str, Number]) -> None:
    assert len(wrong(text, code, **cells)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "队员流动大，一年走了31个来了28个，新来的不懂依申请公开。",
        "窗口人员不稳定，今年来了6个，走了4个，熟悉申请办理的人少。",
        "协管员走了9个，新收进7个，都没学过条例。",
        "老同志退了3个，新来了2个，答复全靠一个人。",
        "新招聘来了9个，公开培训还没有做。",
    ],
)
def test_people_who_come_are_no_applications(text: str) -> None:
    assert wrong(f"不予公开的3件都是执法案卷。{text}", "s5", t3_R01_C1=45, t3_R03_C1=42, t3_R11_C1=3) == []


@pytest.mark.parametrize(
    "text",
    [
        "不予公开的申请一件也没有引发诉讼。",
        "重复申请4件，没有一件引发复议。",
        "部分公开的答复未引发复议。",
        "无法提供的一件也没引起诉讼。",
        "不予处理的申请没有导致复议、诉讼。",
        "收到的申请一件也没超期。",
        "复议2件，其中一件未收到决定书。",
    ],
)
def test_some_answers_led_to_no_case(text: str) -> None:
    cells = {"t3_R01_C1": 45, "t3_R03_C1": 41, "t3_R17_C1": 4, "t4_review_pending": 2, "t4_direct_pending": 1}
    assert wrong(text, "s1.request", **cells) == []


def test_no_answer_led_to_a_case() -> None:
    assert wrong("全年没有因信息公开引发行政复议。", "s1.request", t4_review_pending=2) != []


def test_an_outcome_of_cases_is_none_of_the_only_application() -> None:
    text = "当前申请办理压力较大，全年新收1件，人均承办量偏高；复议被纠正5件，较上年增加2件。"
    assert wrong(text, "s5", t3_R01_C1=1, t3_R03_C1=1, t4_review_corrected=5) == []


@pytest.mark.parametrize(("said", "wrong"), [("办理一件销号一件", 0), ("办结一件", 1)])
def test_one_after_the_other_is_no_number(said: str, wrong: int) -> None:
    report = filled("白石镇人民政府", "s3", f"全年收到申请9件，{said}。", {"t3.R01.C1": 9, "t3.R03.C1": 9})
    assert len(wrong_quotes(report)) == wrong
