"""Refusals told by subject matters, laws and what was asked for (N-05, N-24), and reviews told by fields (N-06)."""

from __future__ import annotations

import pytest

from core.texts.sums.sums import wrong_sums
from tests.core.texts.filled_reports import filled, wrong_quotes

CELLS = {
    "t3.R01.C1": 127, "t3.R02.C1": 2, "t3.R03.C1": 60, "t3.R06.C1": 1, "t3.R08.C1": 2, "t3.R09.C1": 1,
    "t3.R10.C1": 2, "t3.R11.C1": 30, "t3.R13.C1": 10, "t3.R16.C1": 3, "t3.R17.C1": 7, "t3.R18.C1": 3,
    "t3.R21.C1": 5, "t3.R23.C1": 2, "t3.R25.C1": 2, "t3.R25.C2": 1, "t4.review.upheld": 8,
    "t4.review.corrected": 3, "t4.review.other": 5, "t4.review.pending": 1, "t4.direct.upheld": 5,
}  # fmt: skip


def wrong(text: str, code: str = "s3") -> list[str]:
    return wrong_quotes(filled("云岭县人民政府", code, text, CELLS))


@pytest.mark.parametrize(
    "text",
    [
        "涉及企业商业秘密的3件：1件按《反不正当竞争法》不予公开，2件因权利人书面反对而未公开。",
        "涉及个人隐私的3件（1件依照《中华人民共和国档案法》有关规定不予公开，2件征求第三方意见后不予公开）。",
        "涉及商业秘密的申请3件，1件属于《统计法》禁止公开的资料，2件权利人不同意公开，均未提供。",
        "与经营数据有关、涉及商业秘密的有3件：2件企业不同意，1件《统计法》第九条不准对外提供。",
    ],
)
def test_a_subject_refused_for_several_reasons_is_of_no_one_row(text: str) -> None:
    assert wrong(text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("涉及企业商业秘密而不予公开的3件。", "3件"),
        ("涉及商业秘密、经征求第三方意见后不予公开的4件：3件企业不同意，1件个人不同意。", "4件"),
        ("涉及第三方合法权益3件，执法案卷30件，法律禁止公开1件。", "3件"),
        ("涉及个人隐私的3件（1件依照《政府信息公开条例》第十五条不予公开，2件因第三方反对不予公开）。", "3件"),
    ],
)
def test_a_subject_refused_for_one_reason_is_compared(text: str, told: str) -> None:
    assert told in wrong(text)[0]


@pytest.mark.parametrize(
    "text",
    [
        "其他处理7件，其中逾期不补正5件，撤回2件，无逾期未缴费。",
        "其他处理7件，其中逾期不补正5件，主动撤回2件，没有逾期未缴费的。",
        "其他处理7件，逾期不补正的5件，撤销申请后终止办理的2件，无因不缴费而终止的。",
        "其他处理7件，撤回申请2件，均无逾期未缴费情形，逾期不补正5件。",
    ],
)
def test_what_is_denied_behind_a_number_says_nothing_of_it(text: str) -> None:
    assert wrong(text) == []


def test_what_is_said_behind_a_number_still_shows_its_row() -> None:
    assert wrong("收到缴费通知后逾期未交费、不再办理的2件。") != []
    assert wrong("其他处理8件，其中逾期不补正5件，撤回3件，无逾期未缴费。") != []


@pytest.mark.parametrize(
    "text",
    [
        "不予公开36件，其中30件属于投诉举报案件的行政执法案卷信息，占83.3%。",
        "不予公开36件，30件系投诉举报处理中形成的行政执法案卷。",
        "其中2件为信访事项办理中的过程性信息，不予公开。",
        "2件申请要求公开举报人姓名，认定为个人隐私，权利人不同意，计入第三方合法权益。",
        "1件申请要求公开土地出让底价，认定为商业秘密，不予公开。",
        "1件申请公开会议讨论记录，认定为过程性信息，不予公开。",
        "2件索要县志，属于公开出版物，不予处理。",
        "2件申请反映物业问题，认定为投诉举报，不予处理。",
    ],
)
def test_what_was_asked_for_is_not_the_row_or_some_of_it(text: str) -> None:
    assert wrong(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "其中4件属于投诉举报类申请，不予处理。",
        "6件要求公开会议纪要，属于过程性信息，不予公开。",
        "6件申请涉及个人隐私，认定为第三方合法权益，不予公开。",
        "8件内容雷同，均认定为重复申请，不予处理。",
    ],
)
def test_more_than_the_row_has_is_told_whatever_was_asked_for(text: str) -> None:
    assert wrong(text) != []


@pytest.mark.parametrize(
    "text",
    [
        "行政复议17件，均为不服答复引起，其中自然资源领域9件、乡镇政府5件、其他3件。",
        "行政复议17件，没有跨年的情况，其中自然资源领域9件、乡镇政府5件、其他3件。",
        "行政复议17件，被申请人为自然资源部门的9件，占52.9%，乡镇政府5件，占29.4%，其他3件，占17.6%。",
    ],
)
def test_fields_and_offices_of_reviews_are_no_outcomes(text: str) -> None:
    assert wrong(text, "s4") == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("行政复议17件，其中维持8件、占47.1%，纠正3件、占17.6%，其他6件、占35.3%。", "其他6件"),
        ("行政复议17件，均已结案，其中自然资源领域9件、乡镇政府5件、其他3件。", "均已结案"),
    ],
)
def test_outcomes_of_reviews_are_compared(text: str, told: str) -> None:
    assert wrong(text, "s4") == [told]


def test_a_row_told_of_one_kind_is_wrong_once() -> None:
    assert wrong("上年度结转3件，均为自然人所提。") == ["上年度结转3件"]
    assert len(wrong("结转下年度4件，均系自然人申请。")) == 2  # one of the three is a firm's


@pytest.mark.parametrize(
    "text",
    [
        "收到信件86件，其中建议类30件，占34.9%；咨询类20件，占23.3%；涉及教育12件，涉及住房9件，涉及医疗8件，其余7件。",
        "发布信息300条，其中动态类150条，占50%；政策类60条，占20%；涉及财政30条、人事20条、其余40条。",
        "公开42件，占33.9%。其中案卷类22件，占52.4%；查询类5件，占11.9%；涉及秘密1件，禁止公开3件，安全2件，其余9件。",
        "从领域看，征地52件，占36.9%；城管31件，占22.0%；教育20件；涉及养老12件，涉及交通9件，其余17件。",
    ],
)
def test_parts_behind_a_share_are_of_the_head_of_their_list(text: str) -> None:
    assert wrong_sums(text, 2024) == ()


def test_a_list_within_a_list_still_has_its_sum() -> None:
    text = "收到信件86件，其中建议类30件；咨询类56件，其中教育20件、住房19件、其余18件。"
    assert [wrong.total for wrong in wrong_sums(text, 2024)] == [56]
