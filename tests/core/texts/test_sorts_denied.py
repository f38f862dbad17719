"""无未结诉讼 denies pending lawsuits, not lawsuits (N-06)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, told, wrong_quotes

CELLS = {
    "t4.review.upheld": 3,
    "t4.review.pending": 2,
    "t4.after_review.upheld": 1,
    "t4.after_review.other": 1,
}


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("行政诉讼2件均有结论，无未结诉讼。", ""),
        ("年末无未审结的诉讼案件。", ""),
        ("不存在在审的行政诉讼。", ""),
        ("没有审理中的行政诉讼案件。", ""),
        ("无遗留诉讼。", ""),
        ("无跨年诉讼，无二审诉讼。", ""),
        ("无未结复议。", "无未结"),
        ("没有正在审理的复议案件。", "没有正在审理"),
        ("年末无未审结的复议、诉讼案件。", "无未审结"),
        ("未发生行政诉讼。", "未发生行政诉讼"),
        ("无诉讼案件。", "无诉讼"),
    ],
)
def test_no_cases_of_a_sort(text: str, quote: str) -> None:
    assert told(wrong_quotes(filled("江堤市水利局", "s4", text, CELLS)), quote)


def test_pending_lawsuits_are_compared() -> None:
    cells = {**CELLS, "t4.direct.pending": 1}
    assert told(wrong_quotes(filled("江堤市水利局", "s4", "无未结诉讼。", cells)), "无未结")


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("已审结的案件我局无一败诉，行政机关负责人出庭应诉8次。", "无一败诉"),
        ("全年无一败诉，负责人出庭应诉8次，出庭率100%。", "无一败诉"),
        ("行政处罚类案件无一败诉，负责人出庭应诉8次。", ""),
        ("直接起诉的案件无一败诉，负责人出庭应诉8次。", ""),
    ],
)
def test_what_is_counted_in_another_clause(text: str, quote: str) -> None:
    cells = {"t4.direct.upheld": 2, "t4.after_review.upheld": 11, "t4.after_review.corrected": 1}
    assert told(wrong_quotes(filled("澜海市水利局", "s4", text, cells)), quote)
