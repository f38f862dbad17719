"""没有作其他处理的情形: 其他处理 is the name of a group, not something other than what was told (N-05)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, wrong_quotes

TEXT = "全年办结18件，其中予以公开10件，不予公开8件，{}，结转下年度1件。"


def wrong(said: str, other: int) -> list[str]:
    cells = {"t3.R01.C1": 19 + other, "t3.R03.C1": 10, "t3.R08.C1": 8, "t3.R23.C1": other, "t3.R25.C1": 1}
    found = wrong_quotes(filled("青峰县水利局", "s3", TEXT.format(said), cells))
    return [quote for quote in found if quote != "全年办结18件"]


@pytest.mark.parametrize(
    "said",
    [
        *("没有作其他处理的情形", "没有其他处理的申请", "未作其他处理", "其他处理没有", "不存在其他处理情形"),
        *("没有需作其他处理的", "没有申请按其他处理", "其他处理为零"),
    ],
)
def test_what_is_said_not_to_have_been_treated_otherwise_is_compared(said: str) -> None:
    assert wrong(said, 1) == [said]
    assert wrong(said, 0) == []


@pytest.mark.parametrize("said", ["没有其他处理方式的情形", "无其他处理结果"])
def test_other_ways_than_those_told_are_left_alone(said: str) -> None:
    assert wrong(said, 1) == []
