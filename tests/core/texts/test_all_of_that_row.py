"""All of a group in one row, and what is left of those dealt with (N-05)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, wrong_quotes

_CELLS = {
    "t3.R01.C1": 120, "t3.R03.C1": 14, "t3.R04.C1": 1, "t3.R08.C1": 2, "t3.R10.C1": 4, "t3.R11.C1": 3,
    "t3.R13.C1": 75, "t3.R14.C1": 10, "t3.R15.C1": 5, "t3.R16.C1": 1, "t3.R25.C1": 5,
}  # fmt: skip
"""办结115件：不予公开9件，无法提供90件"""


def _wrong(text: str) -> list[str]:
    return wrong_quotes(filled("平水市农业农村局", "s3", text, _CELLS, year=2025))


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("全年不予公开9件，占办结总数115件的7.83%，均因涉及第三方合法权益。", "均因涉及第三方合法权益"),
        ("全年无法提供90件，占办结的115件的78.26%，均为本机关不掌握。", "均为本机关不掌握"),
        ("9件不予公开决定全部以属于四类过程性信息为由作出。", "9件不予公开决定全部"),
        ("9件不予公开决定均属于过程性信息。", "9件不予公开决定均"),
        ("90件无法提供的申请均为本机关不掌握。", "均为本机关不掌握"),
        (
            "从无法提供的情况看，全年90件，其中本机关不掌握75件，没有现成信息5件，补正后仍不明确10件。",
            "没有现成信息5件",
        ),
        (
            "办结的115件中，予以公开14件、部分公开1件、不予公开9件、无法提供90件，其余1件为重复申请。",
            "其余1件为重复申请",
        ),
    ],
)
def test_all_of_a_group_in_a_row_that_has_fewer(text: str, quote: str) -> None:
    assert any(quote in one for one in _wrong(text))


@pytest.mark.parametrize(
    "text",
    [
        "全年不予公开9件，占办结总数115件的7.83%，其中过程性信息4件。",
        "9件不予公开集中于过程性信息。",
        "9件不予公开主要是过程性信息。",
        "9件不予公开均涉及过程性信息、执法案卷和第三方权益。",
        "9件不予公开决定均按期作出，过程性信息4件。",
        "从无法提供的情况看，全年90件，其中本机关不掌握75件，没有现成信息10件，补正后仍不明确5件。",
        "从予以公开的情况看，全年14件。",
        "从不予公开的情况看，主要集中在征地领域。",
        "办结的115件中，予以公开14件、部分公开1件、不予公开9件、无法提供90件，其余1件为信访事项。",
        "办结的115件中，80件当月办结，其余35件为本机关不掌握、第三方权益等。",
    ],
)
def test_some_of_a_group_and_right_rows(text: str) -> None:
    assert _wrong(text) == []
