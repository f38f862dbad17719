"""What there was none of in one way to court, or for one reason, says nothing of other lawsuits (N-06)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, findings_of, told, wrong_quotes

_DIRECT = {"t4.review.upheld": 2, "t4.direct.upheld": 1, "t4.direct.pending": 1}
_AFTER = {"t4.review.upheld": 2, "t4.after_review.upheld": 1, "t4.after_review.pending": 1}


@pytest.mark.parametrize(
    ("cells", "text", "quote"),
    [
        (_DIRECT, "不服复议决定起诉的案件未发生，直接起诉的两件中，一件驳回、一件未判。", ""),
        (_DIRECT, "没有因要求确认、重新出具政府信息被起诉的情形。", ""),
        (_DIRECT, "没有因要求重新出具信息被起诉，两件诉讼都与征地有关。", ""),
        (_DIRECT, "对复议决定不服再起诉的没有。", ""),
        (_DIRECT, "没有当事人对复议结果不服而提起诉讼。", ""),
        (_DIRECT, "直接起诉的案件未发生。", "未发生"),
        (_DIRECT, "未发生复议后起诉和直接起诉的案件。", "未发生"),
        (_DIRECT, "没有因为信息公开申请答复被申请复议和被起诉。", "没有"),
        (_AFTER, "未经复议径行起诉的情形未出现。", ""),
        (_AFTER, "没有对复议决定不服起诉的案件。", "没有"),
        (_AFTER, "不服复议决定而提起诉讼的情形未出现。", "未出现"),
        (_AFTER, "没有因信息公开答复被起诉。", "没有"),
    ],
)
def test_lawsuits_of_one_way_or_for_one_reason(cells: dict[str, int], text: str, quote: str) -> None:
    assert told(wrong_quotes(filled("青石县水利局", "s4", text, cells)), quote)


@pytest.mark.parametrize(
    "text",
    [
        "全年无人就信息公开申请行政复议，行政诉讼也没有被提起。",
        "本年度行政复议没有被申请，行政诉讼没有被提起。",
        "没有信息公开的行政复议被提起。",
        "信息公开行政诉讼一件也没有被提起过。",
        "行政复议未被申请，行政诉讼未被提起。",
    ],
)
def test_none_was_brought_is_a_sentence(text: str) -> None:
    assert findings_of(filled("青石县水利局", "s4", text, {}), "N-20", "N-06") == []


@pytest.mark.parametrize("text", ["行政复议没有被。", "未因信息公开行政诉讼没有提起。", "未发生被行政复议的没有情况。"])
def test_words_in_no_order_are_none(text: str) -> None:
    assert len(findings_of(filled("青石县水利局", "s4", text, {}), "N-20")) == 1
