"""Results of some applications that the sentence before tells of (N-05)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import HUNDRED, filled, told, wrong_quotes

UNIT = "东桥区民政局"


@pytest.mark.parametrize(
    "text",
    [
        "科研机构来的5件都有了结果：某大学2件，某社科院3件，要的是分县数据。4件予以公开；另外1件要全国数据，答复本机关不掌握。",
        "涉及征地的6件均已答复。5件予以公开，其余1件不予公开。",
        "学生寄来的3件都办完了，要的是学区划分材料。2件予以公开，1件部分公开。",
        "村民小组长提出的7件全部办结。4件公开，另外3件本机关不掌握。",
    ],
)
def test_results_of_those_are_left_alone(text: str) -> None:
    assert wrong_quotes(filled(UNIT, "s3", text, HUNDRED)) == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("今年收到的100件都有了结果。40件予以公开；另外60件不掌握。", "40件予以公开"),
        ("今年收到的90件都有了结果。40件予以公开；另外50件不掌握。", "40件予以公开"),
        ("科研机构来的60件都有了结果。58件予以公开；另外2件不予公开。", "58件予以公开"),
        ("科研机构来的5件都有了结果。本年予以公开49件。", "予以公开49件"),
        ("科研机构来的5件都有了结果。\n40件予以公开，10件部分公开。", "40件予以公开"),
    ],
)
def test_results_of_all_are_compared(text: str, quote: str) -> None:
    assert told(wrong_quotes(filled(UNIT, "s3", text, HUNDRED)), quote)
