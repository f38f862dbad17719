"""What two sets by other hands showed: kinds dealt with, fields, cases not lost, old ones too, garbled words."""

from __future__ import annotations

import pytest

from core.checks.findings import Finding
from core.checks.rules import FUNCTIONS
from core.report.entry_text import Number
from tests.core.texts.filled_reports import context_of, filled

CELLS: dict[str, Number] = {
    "t2.normative.in_force": 2,
    "t2.normative.repealed": 1,
    "t2.licensing.decisions": 1843,
    "t2.penalty.decisions": 89,
    "t2.coercion.decisions": 12,
    "t3.R01.C1": 46,
    "t3.R01.C2": 6,
    "t3.R02.C1": 3,
    "t3.R03.C1": 47,
    "t3.R03.C2": 6,
    "t3.R25.C1": 2,
    "t4.review.upheld": 5,
    "t4.review.corrected": 1,
    "t4.review.other": 2,
    "t4.review.pending": 1,
    "t4.direct.corrected": 1,
}
"""New 52, carried in 3, dealt with 53 (自然人 47, 企业 6), carried over 2."""
CALM: dict[str, Number] = {**CELLS, "t4.review.upheld": 8, "t4.review.corrected": 0, "t4.review.other": 0}
UPHELD: dict[str, Number] = {**CELLS, "t4.direct.corrected": 0, "t4.direct.upheld": 1}
DONE: dict[str, Number] = {**CELLS, "t3.R03.C1": 49, "t3.R25.C1": 0}
_RULES = ("N-01", "N-03", "N-04", "N-05", "N-06", "N-07", "N-20", "N-24")


def told(code: str, text: str, cells: dict[str, Number] = CELLS) -> set[str]:
    context = context_of(filled("青原市农业农村局", code, text, cells))
    rules = [context.form.rules[rule_id] for rule_id in _RULES]
    found: list[Finding] = [f for rule in rules for f in FUNCTIONS[rule.function].function(context, rule)]
    return {f.rule_id for f in found if code in {place.text for place in f.places}}


@pytest.mark.parametrize(
    ("rule", "code", "text"),
    [
        ("N-04", "s1.request", "年内办结53件，自然人提出的45件，企业提出的6件。"),
        ("N-24", "s1.oversight", "举办培训5期，市直部门参训212人、县区参训168人，共计390人次。"),
        ("N-24", "s1.oversight", "举办培训5期，市直部门参训212人、县区参训168人，共计350人次。"),
        ("N-07", "s1.manage", "废止行政规范性文件1件，目前局现行有效行政规范性文件3件。"),
        ("N-07", "s1.active", "按照“谁执法、谁公示”要求，全年公示行政处罚决定98件。"),
        ("N-07", "s1.active", "种子、农药等领域全年作出行政许可决定1834件，作出行政处罚决定89件，行政强制12件。"),
        ("N-06", "s4", "全年行政诉讼1件，未出现被法院判决纠正的情形。"),
        ("N-04", "s1.request", "包括上年结转件在内，本局应办申请55件，办结率100%。"),
        ("N-06", "s4", "信息公开行政复议9件，除1件尚未审结外，其余8件复议机关均维持了原答复。"),
        ("N-20", "s4", "因政府信息公开未发生申请行政复议、提起行政诉讼的未发生情况均已按期。"),
        ("N-20", "s4", "因政府信息公开行政复议被提起、行政诉讼的情况未发生行政诉讼案件复议0。"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_by_its_own_rule(rule: str, code: str, text: str) -> None:
    assert told(code, text, {} if rule == "N-20" else CELLS) == {rule}


@pytest.mark.parametrize(
    "text",
    [
        "年内办结53件，自然人提出的47件，企业提出的6件。",
        "新收申请52件，自然人提出的46件，企业提出的6件。",
        "年内办结53件，其中网上提出的45件，当面提出的8件。",
        "包括上年结转件在内，应在年底前答复的申请办结率100%。",
        "上年结转件办结率100%，无超期。",
        "包括上年结转件在内，本局应办申请55件，办结53件，结转2件。",
        "包括上年结转件在内，到期应办申请53件，办结率100%。",
    ],
)
def test_numbers_of_requests_that_may_be_right_are_left_alone(text: str) -> None:
    assert told("s1.request", text) == set()


def test_all_that_had_to_be_done_were() -> None:
    assert told("s1.request", "包括上年结转件在内，本局应办申请55件，办结率100%。", DONE) == set()


@pytest.mark.parametrize(
    "text",
    [
        "举办培训5期，市直部门参训212人、县区参训168人，共计380人次。",
        "举办培训5期，市直部门参训212人、县区参训168人，共计960人次。",
        "举办培训5期，市直部门参训212人、县区参训168人，其中骨干39人次。",
        "举办培训5期，市直部门参训约212人、县区参训168人，共计390人次。",
        "举办培训5期，市直部门参训212人，测试168人，共计390人次。",
    ],
)
def test_people_may_come_more_than_once(text: str) -> None:
    assert told("s1.oversight", text) == set()


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("s1.manage", "目前局现行有效行政规范性文件2件。"),
        ("s1.manage", "目前市局和分局起草的行政规范性文件3件。"),
        ("s1.manage", "目前局代拟的现行有效行政规范性文件3件。"),
        ("s1.manage", "去年底局现行有效行政规范性文件3件。"),
        ("s1.active", "按照“谁执法、谁公示”要求，全年公示行政处罚决定89件。"),
        ("s1.active", "按照“谁执法、谁公示”要求，全年公示行政处罚决定80件。"),
        ("s1.active", "按照“谁执法、谁公示”要求，指导县区公示行政处罚决定98件。"),
        ("s1.active", "全年公示行政处罚决定98件。"),
        ("s1.active", "种子、农药等领域全年作出行政许可决定1843件，作出行政处罚决定89件，行政强制12件。"),
        ("s1.active", "种子、农药等领域全年作出行政许可决定1534件，作出行政处罚决定89件，行政强制12件。"),
        ("s1.active", "种子、农药等领域全年作出行政许可决定1724件，同步公开办事指南12件。"),
        ("s1.active", "种子、农药等领域全年作出行政许可决定1724件，结果均已公示。"),
    ],
)
def test_documents_and_decisions_that_may_be_right_are_left_alone(code: str, text: str) -> None:
    assert told(code, text) == set()


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("全年行政诉讼1件，未出现被法院判决纠正的情形。", UPHELD),
        ("全年行政诉讼1件，没有被人民法院判决撤销的情形。", UPHELD),
        ("全年行政诉讼1件，被法院判决纠正。", CELLS),
        ("全年行政诉讼1件，未出现被法院判决缓交的情形。", CELLS),
        ("信息公开行政复议9件，除1件尚未审结外，其余8件复议机关均维持了原答复。", CALM),
        ("信息公开行政复议9件，1件尚未审结，5件复议机关维持了原答复。", CELLS),
        ("信息公开行政复议9件，除1件尚未审结外，其余8件复议机关均作出了决定。", CELLS),
        ("工伤认定行政复议9件，除1件尚未审结外，其余8件复议机关均维持了原决定。", CELLS),
    ],
)
def test_outcomes_of_cases_that_may_be_right_are_left_alone(text: str, cells: dict[str, Number]) -> None:
    assert told("s4", text, cells) == set()


@pytest.mark.parametrize(
    "text",
    [
        "未发生申请行政复议、提起行政诉讼的情况，各项答复均已按期办结。",
        "被提起行政诉讼的情况未发生，行政复议0件。",
        "因政府信息公开被提起行政诉讼的情况未发生。",
        "复议维持的情况未发生行政诉讼。",
        "未发生申请人不满意而提起的行政复议，也未发生逾期情况。",
    ],
)
def test_plain_words_on_none_are_not_garbled(text: str) -> None:
    assert told("s4", text, {}) == set()
