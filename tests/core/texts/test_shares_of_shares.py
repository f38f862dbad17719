"""What is told of shares alone: 不予公开占28.6%，其中四分之三是执法案卷; 予以公开占50%，部分公开占20%，两项合计28件."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, wrong_quotes

CELLS = {
    "t3.R01.C1": 32,
    "t3.R01.C2": 8,
    "t3.R03.C1": 20,
    "t3.R04.C2": 8,
    "t3.R11.C1": 3,
    "t3.R12.C1": 1,
    "t3.R13.C1": 6,
    "t3.R16.C1": 2,
}
"""40 dealt with: 20 granted, 8 in part, 4 not, 6 not to be had, 2 not processed."""


def wrong(text: str) -> list[str]:
    return wrong_quotes(filled("清河县水务局", "s3", text, CELLS))


@pytest.mark.parametrize(
    "text",
    [
        "不予公开占办结总数的10.0%，其中四分之三是行政执法案卷。",
        "不予公开占10.0%，这当中四分之三属于行政执法案卷。",
        "不予公开占10.0%，里面四分之三是行政执法案卷。",
        "不予公开占一成，其中四分之三是行政执法案卷。",
        "不予公开占办结总数的10.0%。其中四分之三涉及行政执法案卷。",
        "一成的申请不予公开，其中四分之三是行政执法案卷。",
        "占办结总数10.0%的申请不予公开，其中四分之三是行政执法案卷。",
        "不予公开占10.0%，行政执法案卷占百分之八左右。",
        "九成以上的应办申请已经办结，其中一半予以公开。",
    ],
)
def test_a_share_is_of_what_the_share_before_is_told_of(text: str) -> None:
    assert wrong(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "不予公开占办结总数的10.0%，其中四分之三是行政查询事项。",
        "不予公开占10.0%，其中一半是行政执法案卷。",
        "不予公开占一成，这当中多数是行政查询事项。",
        "无法提供占15.0%，其中一半是本机关不掌握。",
        "九成以上的应办申请已经办结，其中八成予以公开。",
    ],
)
def test_a_share_that_is_right_of_neither_is_wrong(text: str) -> None:
    assert len(wrong(text)) == 1


@pytest.mark.parametrize(
    ("text", "right", "slip"),
    [
        ("予以公开占50.0%，部分公开占20.0%，两项合计{}件，逐件登记。", 28, 38),
        ("予以公开占50.0%，部分公开占20.0%，二者合计{}件。", 28, 20),
        ("予以公开占50.0%，部分公开占20.0%，不予公开占10.0%，这三类答复共{}件。", 32, 23),
        ("予以公开占50.0%；部分公开占20.0%；两者相加{}件。", 28, 8),
        ("予以公开占50.0%，部分公开占20.0%，合起来是{}件。", 28, 29),
        ("予以公开占50.0%，部分公开占20.0%，不予公开占10.0%，前两项合计{}件。", 28, 20),
        ("自然人占80.0%，企业占20.0%，两者合计{}件。", 40, 32),
    ],
)
def test_a_number_behind_shares_is_of_all_of_them(text: str, right: int, slip: int) -> None:
    assert wrong(text.format(right)) == []
    assert len(wrong(text.format(slip))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "予以公开占50.0%，部分公开占20.0%，共8件。",
        "予以公开占50.0%，部分公开占20.0%，共28件。",
        "予以公开占50.0%，部分公开占20.0%，共计40件。",  # of all dealt with
        "不予公开占10.0%，其中行政执法案卷占7.5%，行政查询占2.5%，两项合计4件。",
        "予以公开20件占50.0%，部分公开8件占20.0%，不予公开4件占10.0%，无法提供6件占15.0%，不予处理2件占5.0%，合计40件。",
        "予以公开占50.0%，部分公开占20.0%，两项合计占70.0%，共计28件。",
        "予以公开占50.0%，部分公开占20.0%，两者合计占70.0%，即28件。",
        "无法提供6件，其中自然人申请的占三成。",
        "无法提供6件，占15.0%，其中自然人占66.7%，企业占33.3%。",
        "无法提供占15.0%，其中自然人提出的占七成，企业提出的占三成。",
        "网络提交占65.0%，信函占28.5%，当面占6.5%，合计40件。",
    ],
)
def test_what_may_be_of_others_is_left_alone(text: str) -> None:
    assert wrong(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "收到申请40件，其中自然人占70.0%。",
        "予以公开20件，占50.0%。自然人占70.0%。",
        "予以公开20件；新收申请40件，其中自然人占70.0%，企业占20.0%。",
    ],
)
def test_a_share_of_applicants_of_all_is_still_compared(text: str) -> None:
    assert "自然人占70.0%" in wrong(text)[0]


DENIED = {
    "t3.R01.C1": 200, "t3.R03.C1": 100, "t3.R04.C1": 21, "t3.R05.C1": 2, "t3.R06.C1": 5, "t3.R07.C1": 3,
    "t3.R08.C1": 21, "t3.R09.C1": 6, "t3.R10.C1": 9, "t3.R11.C1": 11, "t3.R12.C1": 22,
}  # fmt: skip
LEAD = "不予公开79件，第三方合法权益21件，行政查询事项22件，"


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        (f"{LEAD}两者相加占不予公开总数的六成多。", True),
        (f"{LEAD}两者相加占不予公开总数的五成多。", False),
        (f"{LEAD}两样加起来占不予公开总数的三分之二。", True),
        (f"{LEAD}加起来占不予公开总数的六成。", True),
        (f"{LEAD}合起来占不予公开总数的一半还多。", False),
        (f"{LEAD}合计占不予公开总数的54.4%。", False),
        (f"{LEAD}行政执法案卷11件，合计占不予公开的68.4%。", False),
        (f"{LEAD}行政执法案卷11件，合计占不予公开的78.4%。", True),
        (f"{LEAD}后者占不予公开总数的近三成。", False),
        (f"{LEAD}行政执法案卷11件，三类加在一起占不予公开总数的近七成。", False),
        (f"{LEAD}行政执法案卷11件，三类加在一起占不予公开总数的八成。", True),
        ("不予公开79件，第三方合法权益21件，占26.6%，行政查询事项22件，占27.8%，加起来占不予公开总数的54.4%。", False),
        (f"{LEAD}这两样再加上执法案卷的11件，占不予公开总数的近七成。", False),
        (f"{LEAD}还有一些零星的，合计占不予公开总数的近六成。", False),
        ("部分公开的21件约占全年办结量的七分之一，即14.3%。", True),
        ("部分公开的21件约占全年办结量的一成，即10.5%。", False),
        ("予以公开100件，占办结的一半，准确说是52.5%。", True),
        ("予以公开100件，占办结的一半，准确说是50%。", False),
        ("予以公开100件，占一半，即比上年提高12.5个百分点。", False),
    ],
)
def test_sums_within_a_group_and_shares_told_again(text: str, is_wrong: bool) -> None:
    assert bool(wrong_quotes(filled("石浦市商务局", "s3", text, DENIED))) == is_wrong
