"""What is carried over while it is in one of several stages: 3件处于征求意见、补正阶段，结转下年度 (N-03)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import HUNDRED, filled, told, wrong_quotes


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("年末尚有6件申请处于征求第三方意见、补正或者延期办理阶段，结转下年度继续办理。", ""),
        ("年末尚有8件申请处于征求第三方意见、补正或者延期办理阶段，结转下年度继续办理。", "8件"),
        ("截至年底，尚有6件处在补充检索、内部会商环节，需结转下年度办理。", ""),
        ("截至年底，尚有5件处在补充检索、内部会商环节，需结转下年度办理。", "5件"),
        ("年底尚有6件，分别处于补正、征求意见、会商等环节，将结转2025年继续办理。", ""),
        ("年底尚有9件，分别处于补正、征求意见、会商等环节，将结转2025年继续办理。", "9件"),
        ("还有6件申请仍处于征求意见、法定办理期限内，结转下年度办理。", ""),
        ("还有4件申请仍处于征求意见、法定办理期限内，结转下年度办理。", "4件"),
        ("年底另有8件咨询处于转办、核实阶段，结转下年度继续办理。", ""),
        ("自然人申请中尚有3件处于征求第三方意见、补正阶段，结转下年度继续办理。", ""),
        ("结转6件，其中4件处于征求意见、补正阶段，结转下年度办理。", ""),
    ],
)
def test_several_stages_narrow_nothing(text: str, quote: str) -> None:
    assert told(wrong_quotes(filled("青岚县教育局", "s3", text, HUNDRED)), quote)
