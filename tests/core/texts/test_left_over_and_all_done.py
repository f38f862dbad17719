"""All done with the old ones, what is left told beside the fees, and kinds behind 具体构成为 (N-03, N-04, N-24)."""

from __future__ import annotations

import pytest

from core.texts.sums.sums import wrong_sums
from tests.core.texts.filled_reports import filled, wrong_quotes

CELLS = {"t3.R01.C1": 35, "t3.R02.C1": 2, "t3.R03.C1": 35, "t3.R25.C1": 2}
NONE_LEFT = {"t3.R01.C1": 35, "t3.R02.C1": 2, "t3.R03.C1": 37}


@pytest.mark.parametrize(
    "text",
    [
        "2024年新收政府信息公开申请35件，连同上年结转的2件已全部办结，未出现逾期答复。",
        "2024年新收政府信息公开申请35件，加上上年结转的2件均已办结。",
    ],
)
def test_all_done_together_with_the_old_ones_is_compared(text: str) -> None:
    assert len(wrong_quotes(filled("望湖区卫生健康局", "s1.request", text, CELLS))) == 1
    assert wrong_quotes(filled("望湖区卫生健康局", "s1.request", text, NONE_LEFT)) == []


@pytest.mark.parametrize(
    "text",
    [
        "新收政府信息公开申请35件，上年结转的2件已全部办结，2件结转下年度继续办理。",
        "新收政府信息公开申请35件，连同上年结转的2件中到期的已全部办结。",
        "新收政府信息公开申请35件，连同上年结转的2件全部登记在册。",
        "上年新收政府信息公开申请31件，连同上年结转的2件已全部办结。",
    ],
)
def test_what_is_said_of_the_old_ones_alone_is_not(text: str) -> None:
    assert wrong_quotes(filled("望湖区卫生健康局", "s1.request", text, CELLS)) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("年末尚有1件申请正在办理，将结转下年度继续办理。2024年未收取信息处理费。", 1),
        ("截至年底，尚有1件申请因征求第三方意见结转下年度办理。", 1),
        ("年末尚有2件申请正在办理，将结转下年度继续办理。", 0),
        ("年末尚有1件许可申请正在办理。", 0),
        ("复议机关有1件申请正在办理。", 0),
        ("区政协有1件提案正在办理，将结转下年度继续办理。", 0),
    ],
)
def test_applications_left_over_are_told_beside_the_fees(text: str, count: int) -> None:
    assert len(wrong_quotes(filled("望湖区卫生健康局", "s6", text, CELLS))) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("新收167件，具体构成为自然人143件，商业企业17件，社会公益组织1件，法律服务机构4件，其他3件。", 1),
        ("新收167件，具体构成为自然人143件，商业企业17件，社会公益组织1件，法律服务机构4件，其他2件。", 0),
        ("公开信息100条，构成为政策类30条、动态类50条、公告类30条。", 1),
        ("公开信息100条，构成为政策类30条、动态类50条等。", 0),
        ("公开信息100条，其构成为政策类30条、动态类50条、其他20条，其中首页推送25条。", 0),
    ],
)
def test_what_something_is_made_up_of_is_a_list(text: str, count: int) -> None:
    assert len(wrong_sums(text, 2024)) == count
