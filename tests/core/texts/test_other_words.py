"""Numbers in other words: numerals of accounts, 处罚案件, and the share of a kind of applicants."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, wrong_quotes

CELLS = {
    "t2.licensing.decisions": 6,
    "t2.penalty.decisions": 4,
    "t3.R01.C1": 4,
    "t3.R02.C1": 1,
    "t3.R03.C1": 4,
    "t3.R09.C1": 1,
}


def wrong(text: str) -> list[str]:
    return wrong_quotes(filled("石桥县林业局", "s1.active" if "处罚" in text else "s1.request", text, CELLS, year=2025))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("收到申请四件，不予公开贰件。", "不予公开贰件"),
        ("所有申请均予公开。", "所有申请均予公开"),
        ("新收4件，全年办妥4件。", "全年办妥4件"),
        ("收到申请拾肆件。", "收到申请拾肆件"),
        ("办结伍件，其中予以公开叁件。", "其中予以公开叁件"),
        ("实施行政强制0次，办理处罚案件14起。", "办理处罚案件14起"),
        ("查处处罚案件14件。", "查处处罚案件14件"),
        ("收到申请4件，其中自然人申请占比80%。", "其中自然人申请占比80%"),
        ("收到申请4件，其中自然人4件，占80%。", "占80%"),
        ("收到的申请中自然人占80%。", "收到的申请中自然人占80%"),
        ("新收申请中自然人占80%。", "新收申请中自然人占80%"),
    ],
)
def test_a_number_in_other_words_is_compared(text: str, told: str) -> None:
    assert wrong(text) == [told]


@pytest.mark.parametrize(
    "text",
    [
        "收到申请肆件，不予公开壹件。",
        "办结伍件，陆续送达，其中予以公开肆件。",
        "办理处罚案件4起。",
        "公示处罚案件14起。",
        "办理治安处罚案件14起。",
        "办理处罚类案件14起。",
        "全县办理处罚案件14起。",
        "收到申请4件，其中自然人申请占比100%。",
        "收到申请4件，其中自然人4件，占100%。",
        "网上申请中自然人申请占比80%。",
        "涉及征收的申请中自然人占80%。",
        "收到申请4件，上年结转1件，其中自然人申请占比100%。",
    ],
)
def test_a_right_number_in_other_words_raises_nothing(text: str) -> None:
    assert wrong(text) == []
