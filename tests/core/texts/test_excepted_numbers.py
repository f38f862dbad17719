"""A number set aside by 除…外 is no part of a total behind it; what comes to one, comes to that told first (N-24)."""

from __future__ import annotations

import pytest

from core.texts.sums.sums import wrong_sums
from tests.core.texts.filled_reports import filled, wrong_claims


@pytest.mark.parametrize(
    "text",
    [
        "新收政府信息公开申请12件，除2件信函外都是从网上平台提交的，加上上年结转1件，合计13件。",
        "新收政府信息公开申请12件，除了2件信函以外均从网上提交，连同上年结转的1件，共计13件。",
        "新收政府信息公开申请12件，其中除2件外都是网上提交的，加上上年结转1件，合计13件。",
        "新收政府信息公开申请12件，信函仅2件，加上上年结转1件，合计13件。",
        "新收政府信息公开申请12件，除2件信函外，10件是从网上提交的，加上上年结转1件，合计13件。",
        "全年举办培训12场，除2场线上外都在会议室举行，加上讲座3场，合计15场。",
        "印发解读12篇、图解3篇，除1篇外均同步发布，加上问答2篇，合计17篇。",
        "检查网站12家，扣除2家停用的外都合格，加上新媒体3家，合计15家。",
    ],
)
def test_such_a_number_is_no_part(text: str) -> None:
    assert wrong_sums(text, 2024) == ()


@pytest.mark.parametrize(
    "text",
    [
        "全年举办培训12场，除2场线上外都在会议室举行，加上讲座3场，合计16场。",
        "印发解读12篇、图解3篇，除1篇外均同步发布，加上问答2篇，合计19篇。",
        "印发解读12篇、图解3篇，加上问答2篇，合计18篇。",
    ],
)
def test_a_total_that_is_none_is_told(text: str) -> None:
    assert len(wrong_sums(text, 2024)) == 1


CASES = {
    "t4.direct.upheld": 2, "t4.direct.other": 1, "t4.after_review.upheld": 4, "t4.after_review.pending": 1,
    "t4.review.upheld": 6, "t4.review.corrected": 1, "t4.review.other": 2,
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("因信息公开被起诉8件，除1件复议后起诉的案件仍待宣判外都已审结。", []),
        ("因信息公开被起诉8件，除了1件复议后起诉案件尚未判决，其余均已审结。", []),
        ("因信息公开被起诉8件，除1件经复议后再起诉的还没有判下来，别的都结了。", []),
        ("因信息公开被起诉8件，除复议后起诉的1件未审结外，全部审结。", []),
        ("因信息公开被复议9件，除1件复议申请被撤销原答复外，没有别的问题。", []),
        ("因信息公开被起诉8件，除2件复议后起诉的案件仍待宣判外都已审结。", [2]),
        ("因信息公开被起诉8件，除4件复议后起诉的外，其余3件均为直接起诉。", [4]),
        ("因信息公开被起诉8件，除复议后起诉的4件外，直接起诉3件。", [4]),
    ],
)
def test_cases_of_which_something_is_said_that_is_not_of_the_others(text: str, wrong: list[int]) -> None:
    assert [claim.number for claim in wrong_claims(filled("怀川市公安局", "s4", text, CASES))] == wrong
