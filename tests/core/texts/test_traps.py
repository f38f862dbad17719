"""Right texts that were taken for wrong once, each beside one of its shape that is wrong."""

from __future__ import annotations

import pytest

from core.report.entry_text import Number
from core.texts.sums.ratios import wrong_ratios
from core.texts.sums.sums import wrong_sums
from tests.core.texts.filled_reports import filled, wrong_quotes

CELLS: dict[str, Number] = {
    "t3.R01.C1": 44, "t3.R01.C2": 13, "t3.R01.C4": 1, "t3.R01.C5": 2, "t3.R02.C1": 2, "t3.R02.C2": 1,
    "t3.R03.C1": 19, "t3.R03.C2": 6, "t3.R08.C1": 9, "t3.R13.C1": 16, "t3.R13.C2": 8,
    "t3.R21.C1": 3, "t3.R23.C1": 1, "t3.R25.C1": 1,
    "t4.review.upheld": 2, "t4.review.other": 1, "t4.direct.corrected": 1, "t4.after_review.upheld": 1,
    "t2.normative.in_force": 13,
}  # fmt: skip


def wrong(text: str, code: str, year: int = 2025) -> list[str]:
    return wrong_quotes(filled("荔城市教育局", code, text, CELLS, year=year))


@pytest.mark.parametrize("kind", ["企业申请占比", "企业的占比", "企业占比"])
def test_a_share_that_has_risen_is_of_the_kind_named_before_both(kind: str) -> None:
    text = f"申请人中自然人44件、企业13件、社会公益组织1件、律师事务所2件，{kind}由上年的15.2%升至%。"
    assert wrong(text.replace("至%", "至21.7%"), "s1.request") == []
    assert wrong(text.replace("至%", "至31.7%"), "s1.request") == [f"{kind}由上年的15.2%升至31.7%"]


@pytest.mark.parametrize(
    "text",
    [
        "另有11名申请人要求查询办理进度，经沟通后自行撤回，未登记为政府信息公开申请。",
        "对咨询类来信，未作为政府信息公开申请登记。",
        "此类来信未按依申请公开办理。",
        "上述事项未纳入政府信息公开申请。",
    ],
)
def test_what_is_not_entered_as_an_application_says_nothing_of_others(text: str) -> None:
    assert wrong(text, "s1.request") == []


def test_no_application_is_still_wrong_where_there_are_some() -> None:
    assert wrong("全年未收到政府信息公开申请。", "s1.request") == ["未收到政府信息公开申请"]
    assert wrong("全年未作出过不予公开决定。", "s3") == ["未作出过不予公开决定"]


def test_how_a_lawsuit_came_to_court_is_said_without_the_word() -> None:
    text = "复议3件、诉讼2件。诉讼中未经复议的1件被判决纠正，经复议的1件获维持。"
    assert wrong(text, "s4") == []
    assert wrong(text.replace("未经复议的1件", "未经复议的2件"), "s4") == ["诉讼中未经复议的2件"]
    assert wrong(text.replace("，经复议的1件", "，经复议的2件"), "s4") == ["经复议的2件"]


def test_the_stock_in_a_text_that_names_a_wrong_year_only_is_that_of_now() -> None:
    text = "2024年全年审核发布信息1106条，规范性文件数据库收录现行有效文件{}件。"
    assert wrong(text.format(15), "s1.manage") == ["规范性文件数据库收录现行有效文件15件"]
    assert wrong(text.format(13), "s1.manage") == []
    assert wrong(f"{text.format(15)}2025年新增1件。", "s1.manage") == []


def test_cases_told_by_respondent_are_some_of_all() -> None:
    text = "上述3件复议案件均因依申请公开引起；以市局为被申请人的2件，以分局为被申请人的1件。"
    assert wrong(text, "s4") == []
    assert wrong("以我局为被申请人的复议案件2件。", "s4") == ["以我局为被申请人的复议案件2件"]


def test_other_cases_are_told_by_what_all_of_them_are_about() -> None:
    text = "信息公开行政复议3件；另有5件以我局为被申请人的复议案件，均为{}。"
    assert wrong(text.format("征税行为争议"), "s4") == []
    assert wrong(text.format("信息公开争议"), "s4") == ["另有5件以我局为被申请人的复议案件"]


def test_the_rate_of_other_business_is_none_of_applications() -> None:
    text = "窗口受理学籍转接等业务申请1286件，当场办结率93.7%；其中查询档案的不纳入政府信息公开申请统计。"
    assert wrong(text, "s1.request") == []
    assert wrong("收到政府信息公开申请，办结率93.7%。", "s1.request") == ["办结率93.7%"]


@pytest.mark.parametrize(
    "text",
    [
        "不予公开中超过半数（9件）涉及第三方合法权益。",
        "9件不予公开中超过半数涉及第三方合法权益。",
        "不予公开的9件中大多数涉及第三方合法权益。",
    ],
)
def test_most_of_a_group_is_more_than_half_of_it(text: str) -> None:
    assert wrong(text, "s3") == []
    assert wrong(text.replace("第三方合法权益", "行政查询事项").replace("（9件）", ""), "s3") != []
    assert wrong("超过半数涉及第三方合法权益。", "s3") == ["超过半数涉及第三方合法权益"]


def test_applicants_of_some_answers_went_nowhere() -> None:
    assert wrong("涉及第三方合法权益的9件决定不予公开，申请人未申请行政复议。", "s3") == []
    assert wrong("公开、不予公开、无法提供共办结62件，申请人未申请行政复议。", "s3") == ["未申请行政复议"]


def test_other_behind_the_rows_of_its_group_is_the_rest() -> None:
    text = "逾期不补正3件，另以“其他”方式处理{}件；保护第三方合法权益9件。"
    assert wrong(text.format(1), "s3") == []
    assert wrong(text.format(2), "s3") == ["另以“其他”方式处理2件"]


def test_a_rate_may_be_that_of_those_that_did_not_fail() -> None:
    late = "61家应披露企业中有4家逾期，按时披露率为{}。"
    less = "学科类机构由74家压减至22家，压减率为{}。"
    assert wrong_ratios(late.format("93.4%") + less.format("70.3%"), 2025) == ()
    assert [w.right for w in wrong_ratios(late.format("95.4%"), 2025)] == ["93.4%"]


def test_names_that_have_a_number_each_are_so_many_parts() -> None:
    text = "新收24件中，自然人{}件，商业企业和法律服务机构各1件。"
    assert wrong_sums(text.format(22), 2025) == ()
    assert [w.parts for w in wrong_sums(text.format(23), 2025)] == [(23, 2)]
