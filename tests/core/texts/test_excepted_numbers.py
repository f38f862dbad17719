"""A number set aside by 除…外 is no part of a total behind it; what comes to one, comes to that told first (N-24)."""

from __future__ import annotations

import pytest

from core.texts.sums.sums import wrong_sums


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
