"""Old ones told behind their number, and exact shares told behind those in words."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, wrong_quotes

CELLS = {"t3.R01.C1": 19, "t3.R01.C2": 5, "t3.R02.C1": 3, "t3.R03.C1": 14, "t3.R13.C1": 6, "t3.R13.C2": 5}
CELLS |= {"t3.R25.C1": 2, "t4.review.upheld": 5}


def wrong(text: str) -> list[str]:
    return wrong_quotes(filled("樟溪区水利局", "s1.request", text, CELLS))


@pytest.mark.parametrize(
    "text",
    [
        "年初手里还有2件旧案，是上年结转过来的。",
        "年初有2件旧案，系上年遗留。",
        "另有2件老件，是去年转来的。",
        "手头还有2件旧件，是2023年结转来的。",
        "年初有2件旧申请，都是上年留下的。",
        "个人占八成有余，即81.2%。",
        "自然人占八成左右，为81.2%。",
        "企业占比不足两成，为26.7%。",
        "予以公开占六成，为68.0%。",
        "自然人占近八成，即81.2%。",
    ],
)
def test_old_ones_and_exact_shares_are_wrong(text: str) -> None:
    assert len(wrong(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "年初手里还有3件旧案，是上年结转过来的。",
        "另有2件补正件，其中1件是上年结转的。",
        "年初有2件复议旧案，是上年转来的。",
        "有2件旧案，是前年的。",
        "个人占近八成，为79.2%。",
        "个人占七成有余，即79.2%。",
        "企业占比两成有余，为20.8%。",
        "群众满意占八成有余，即81.2%。",
        "个人账号占八成有余，即81.2%。",
    ],
)
def test_old_ones_and_exact_shares_are_right(text: str) -> None:
    assert wrong(text) == []


@pytest.mark.parametrize(
    ("some", "said"),
    [
        ("其中3件系12月下旬收到，因需征求第三方意见，截至12月31日未办结，结转2025年度继续办理。", ["其中3件"]),
        ("其中1件系12月下旬收到，因需征求第三方意见，截至12月31日未办结，结转2025年度继续办理。", []),
        ("其中3件系12月下旬收到，因需征求第三方意见，延期后已在年内办结。", []),
    ],
)
def test_some_of_all_that_go_on_are_no_more_than_are_carried_over(some: str, said: list[str]) -> None:
    assert wrong(f"全年新收申请24件，上年结转3件。{some}") == said
