"""The row that a result was decided by is compared: 不予公开14件，其中按“保护第三方合法权益”作出决定4件 (N-05)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, wrong_claims

CELLS = {
    "t3.R01.C1": 34, "t3.R08.C1": 6, "t3.R10.C1": 1, "t3.R11.C1": 3, "t3.R12.C1": 4, "t3.R16.C1": 2,
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("不予公开14件，其中按“保护第三方合法权益”作出决定4件，过程性信息1件。", [4]),
        ("不予公开14件，其中按“保护第三方合法权益”作出决定6件，过程性信息1件。", []),
        ("不予公开14件，其中依据“行政执法案卷”作出答复5件。", [5]),
        ("不予公开14件，其中适用“行政执法案卷”条款3件。", []),
        ("不予处理2件，按信访举报投诉类申请作出处理的1件。", [1]),
        ("不予公开14件，其中按照规定作出决定5件，行政执法案卷3件。", []),
        ("不予公开14件，按集体讨论意见作出决定5件。", []),
        ("不予公开14件，根据第三方意见作出决定5件。", []),
    ],
)
def test_a_result_by_the_row_it_was_decided_by(text: str, numbers: list[int]) -> None:
    assert [c.number for c in wrong_claims(filled("国家税务总局青岚市税务局", "s3", text, CELLS))] == numbers
