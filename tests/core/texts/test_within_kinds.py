"""What came of the applications of one kind, told within them: 自然人申请中予以公开6件、部分公开1件."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, wrong_quotes

CELLS = {
    "t3.R01.C1": 30,
    "t3.R01.C2": 12,
    "t3.R01.C5": 6,
    "t3.R03.C1": 20,
    "t3.R03.C2": 7,
    "t3.R04.C1": 4,
    "t3.R04.C5": 2,
    "t3.R11.C2": 5,
    "t3.R13.C1": 6,
    "t3.R13.C5": 4,
}


def wrong(text: str) -> list[str]:
    return wrong_quotes(filled("青原县自然资源局", "s3", text, CELLS))


@pytest.mark.parametrize(
    ("right", "slip", "told"),
    [
        ("企业提出的申请中，予以公开7件，不予公开5件。", "企业提出的申请中，予以公开9件，不予公开5件。", "9件"),
        (
            "个人申请里全部公开20件、部分公开4件；律所申请里部分公开2件、无法提供4件。",
            "个人申请里全部公开20件、部分公开4件；律所申请里部分公开3件、无法提供4件。",
            "部分公开3件",
        ),
        (
            "全年办结48件。自然人提交的信息公开申请当中予以公开20件、无法提供6件。",
            "全年办结48件。自然人提交的信息公开申请当中予以公开27件、无法提供6件。",
            "27件",
        ),
    ],
)
def test_results_within_a_kind_are_those_of_its_column(right: str, slip: str, told: str) -> None:
    assert wrong(right) == []
    assert [quote for quote in wrong(slip) if told in quote]


@pytest.mark.parametrize(
    "text",
    [
        "自然人申请中予以公开20件，全局共予以公开27件。",
        "自然人申请中涉及征收的9件，予以公开3件。",
        "全部申请中予以公开27件、部分公开6件。",
    ],
)
def test_what_is_not_of_a_kind_is_not_narrowed(text: str) -> None:
    assert wrong(text) == []
