"""Reviews and lawsuits against one sort of decisions that are no answers to applications (N-06)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import HUNDRED, filled, told, wrong_quotes

UNIT = "南关区柳荫街道办事处"


@pytest.mark.parametrize(
    "text",
    [
        "街道执法队作出的处罚被申请复议7件、被诉2件，那是对处罚不服，没有计到表里去。",
        "街道拆除违建的决定被申请复议7件、起诉2件。",
        "综合执法处罚被申请复议7件，被诉2件。",
        "执法队作出的强制决定被申请复议4件、被起诉3件，均已结案。",
    ],
)
def test_other_disputes_are_left_alone(text: str) -> None:
    assert wrong_quotes(filled(UNIT, "s4", text, HUNDRED)) == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("信息公开答复被申请复议20件、被诉12件。", "被诉12件"),
        ("本年被申请复议20件、被诉12件。", "被诉12件"),
        ("我街道作出的答复被申请复议20件、被诉12件。", "被诉12件"),
        ("执法队作出的处罚被申请复议7件；本年因信息公开被诉2件。", "被诉2件"),
    ],
)
def test_own_lawsuits_are_compared(text: str, quote: str) -> None:
    assert told(wrong_quotes(filled(UNIT, "s4", text, HUNDRED)), quote)
