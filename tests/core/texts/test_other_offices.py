"""Sentences in the manner of other offices: cases after a decision, kinds of those carried in, shares of a few rows."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, findings_of, told, wrong_quotes

CASES = {
    "t4.review.upheld": 6, "t4.review.corrected": 1, "t4.review.pending": 2,
    "t4.after_review.upheld": 2, "t4.after_review.pending": 1,
}  # fmt: skip
REQUESTS = {
    "t3.R01.C1": 73, "t3.R01.C2": 4, "t3.R01.C5": 6, "t3.R02.C1": 12, "t3.R02.C2": 2,
    "t3.R03.C1": 40, "t3.R03.C2": 3, "t3.R08.C1": 9, "t3.R11.C1": 8, "t3.R12.C1": 6, "t3.R10.C1": 4,
    "t3.R13.C1": 15, "t3.R13.C2": 3, "t3.R13.C5": 6, "t3.R25.C1": 3,
}  # fmt: skip


def wrong(text: str, code: str) -> list[str]:
    return wrong_quotes(filled("昌宁市公安局", code, text, {**CASES, **REQUESTS}, year=2023))


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("诉讼3件都是对复议决定不服提起的，2件驳回诉讼请求，1件待判。", ""),
        ("诉讼3件均因对复议结果仍不服而起诉，2件维持，1件待判。", ""),
        ("被诉3件，均系不满复议决定后向法院提起，维持2件，未结1件。", ""),
        ("对信息公开答复不服申请行政复议9件，维持6件，纠正1件，2件待决。", ""),
        ("诉讼3件都是对复议决定不服提起的，6件驳回诉讼请求，1件待判。", "6件驳回诉讼请求"),
        ("诉讼4件均因对复议结果仍不服而起诉，2件维持，1件待判。", "诉讼4件"),
    ],
)
def test_what_came_of_cases_after_a_decision(text: str, quote: str) -> None:
    assert told(wrong(text, "s4"), quote)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("法人和其他组织共10件，企业4件、律所6件，占新收的12%。", ""),
        ("法人和其他组织共10件，企业4件、律所6件，占新收的7.2%。", ""),
        ("法人和其他组织共10件，企业4件、律所6件，占新收的21%。", "占新收的21%"),
        ("不予公开居前三位的是第三方权益9件、执法案卷8件、行政查询6件，三项23件，占85.2%。", ""),
        ("不予公开居前三位的是第三方权益9件、执法案卷8件、行政查询6件，三项23件，占58.2%。", "23件，占58.2%"),
        ("第三方权益9件、执法案卷8件，这两类17件，占不予公开的63%。", ""),
        ("第三方权益9件、执法案卷8件、行政查询6件，三项23件，占办结总数的24.5%。", ""),
    ],
)
def test_shares_of_what_a_list_tells_together(text: str, quote: str) -> None:
    assert told(wrong(text, "s3"), quote)


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("2022年转来14件，其中自然人12件、企业2件，均在一季度办结。", []),
        ("2022年遗留的14件，自然人12件、企业2件。", []),
        ("2022年度我局收到申请83件，办结94件，其中自然人80件。", ["N-08"]),
    ],
)
def test_the_kinds_of_those_carried_in_are_not_told_of_last_year(text: str, rules: list[str]) -> None:
    report = filled("昌宁市公安局", "s1.request", text, REQUESTS, year=2023)
    assert [finding.rule_id for finding in findings_of(report, "N-08")] == rules


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("3件诉讼涉及2个小区，其中一个小区2件，法院合并审理，全部维持；另1件待判。", ""),
        ("行政复议9件，其中物业类5件，均获维持，其余4件1件维持、1件纠正、2件未结。", ""),
        ("复议9件，其中水利类3件，均已审结。", ""),
        ("行政复议9件，均为复议机关维持，全部维持。", "全部维持"),
        ("复议9件，均获维持；另有诉讼3件。", "均获维持"),
        ("复议9件，其中因信息公开引发的9件均获维持。", "均获维持"),
    ],
)
def test_what_is_said_of_all_of_some_cases(text: str, quote: str) -> None:
    assert told(wrong(text, "s4"), quote)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("市局机关公开19件，分局公开24件。", ""),
        ("分局公开24件，市局机关公开19件。", ""),
        ("局机关新收33件、派出所新收50件。", ""),
        ("市局机关公开19件，分局公开14件。", "市局机关公开19件"),
        ("市局机关办结48件、分局办结52件。", "市局机关办结48件"),
    ],
)
def test_what_offices_of_the_unit_told_beside_each_other_add_up_to(text: str, quote: str) -> None:
    assert told(wrong(text, "s3"), quote)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("办结94件，其中上年结转14件，本年新收80件。", ""),
        ("办结94件。其中本年新收80件、上年结转14件。", ""),
        ("办结94件，由上年结转14件、本年新收80件组成。", ""),
        ("办结94件，其中上年结转14件，本年新收81件。", "本年新收81件"),
        ("办结94件，上年结转14件，本年新收80件。", "本年新收80件"),
        ("网上61件（自然人55件、企业2件、律所4件），信函22件。", ""),
        ("网上61件（自然人55件、企业3件、律所4件），信函22件。", "自然人55件"),
        ("收到申请62件（自然人56件、企业6件）。", "收到申请62件"),
        ("另有60件，自然人60件。", "自然人60件"),  # one number told twice is no list of parts
    ],
)
def test_the_new_ones_and_the_kinds_of_some(text: str, quote: str) -> None:
    assert told(wrong(text, "s3"), quote)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("行政复议16件，维持9件、撤销4件、驳回1件、终止1件、未结1件。", ""),
        ("行政复议16件，维持9件、撤销4件、驳回2件、未结1件。", ""),
        ("行政复议16件，驳回9件、撤销4件、其他2件、未结1件。", ""),
        ("行政复议16件，维持9件、撤销4件、驳回3件、未结1件。", "驳回3件"),
        ("行政复议16件，驳回8件、撤销4件、未结1件。", "驳回8件"),
        ("县政府被复议0件，部门和乡镇被复议16件。", ""),
        ("县政府被复议2件，部门和乡镇被复议14件。", ""),
        ("县政府被复议2件，部门和乡镇被复议16件。", "县政府被复议2件"),
    ],
)
def test_what_was_rejected_beside_what_was_upheld(text: str, quote: str) -> None:
    cells = {"upheld": 9, "corrected": 4, "other": 2, "pending": 1}
    report = filled("玉泉县人民政府", "s4", text, {f"t4.review.{key}": n for key, n in cells.items()}, year=2023)
    assert told(wrong_quotes(report), quote)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("治安类43件，比户政类多12件；公开30件，不掌握9件，信访4件。", ""),
        ("治安类43件，比户政类多12件；公开30件，不掌握9件，信访9件。", "公开30件"),
        ("14件旧件加83件新件共97件，结转3件，答复94件。", ""),
        ("上年结转14件，新件共84件。", "新件共84件"),
    ],
)
def test_how_much_more_it_is_and_whose_noun_it_is(text: str, quote: str) -> None:
    assert told(wrong(text, "s3"), quote)


def test_a_year_before_may_tell_which_ones_were_left() -> None:
    text = "2022年未办结的14件，1月办结10件、2月办结4件。"
    report = filled("昌宁市公安局", "s1.request", text, REQUESTS, year=2023)
    assert findings_of(report, "N-08") == []
    report = report.with_texts({"s1.request": "2022年未发生申请人投诉的情形。"})
    assert [finding.rule_id for finding in findings_of(report, "N-08")] == ["N-08"]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("结转的14件办结后，公开4件、不掌握3件、查询7件；新收的83件办结80件，公开39件、不掌握21件。", ""),
        ("上年结转14件，新收83件，办结80件，公开43件。", "办结80件"),
        ("上年结转14件，新收83件，办结94件，公开39件。", "公开39件"),
        ("上年结转14件，公开4件、不掌握3件、查询7件；新收83件，公开39件。", ""),
        ("上年结转14件，公开4件、不掌握3件、查询7件；新收83件，公开40件。", "公开40件"),
        ("3件过程性信息申请由企业提出，其余1件由个人提出，合计4件。", ""),
        ("5件查询事项由个人提出，其余1件由企业提出。", ""),
        ("3件过程性信息申请由企业提出，其余3件由个人提出。", "3件过程性信息"),
    ],
)
def test_what_is_told_apart(text: str, quote: str) -> None:
    assert told(wrong(text, "s3"), quote)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("9件复议、3件诉讼，结案9件，未结3件。", ""),
        ("复议维持6件，诉讼维持2件；复议纠正1件，诉讼无纠正。", ""),
        ("9件复议、3件诉讼，结案8件，未结3件。", "结案8件"),
        ("9件复议、3件诉讼，复议结案9件，未结3件。", "结案9件"),
        ("诉讼3件，复议无纠正。", "无纠正"),
        ("诉讼3件，复议9件，均无一被纠正。", "无一被纠正"),
    ],
)
def test_outcomes_of_both_kinds_of_cases(text: str, quote: str) -> None:
    assert told(wrong(text, "s4"), quote)
