"""Sentences that but name one kind of cases, of which the table has none beside others that there were (N-20)."""

from __future__ import annotations

import time

import pytest

from tests.core.texts.filled_reports import filled, findings_of

_BUREAU = "白石县水务局"
_REVIEW = "行政复议1件，结果维持。", {"t4.review.upheld": 1}
_DIRECT = "行政复议1件，结果维持；未经复议直接起诉1件，结果维持。", {"t4.review.upheld": 1, "t4.direct.upheld": 1}
_AFTER = "行政复议1件，结果维持。复议后起诉1件，结果维持；", {"t4.review.upheld": 1, "t4.after_review.upheld": 1}
_LAWSUIT = "未经复议直接起诉1件，结果维持。", {"t4.direct.upheld": 1}


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (_REVIEW, "政府信息公开行政诉讼案件。"),
        (_REVIEW, "未经复议直接起诉的案件。"),
        (_REVIEW, "复议后提起行政诉讼的情况。"),
        (_REVIEW, "我局被提起行政诉讼的情况。"),
        (_DIRECT, "全年我局因政府信息公开答复经复议后被提起行政诉讼的情况。"),
        (_DIRECT, "经复议后起诉的行政诉讼案件。"),
        (_DIRECT, "复议后又起诉的情况。我局按时应诉。"),
        (_AFTER, "未经复议直接提起行政诉讼的情况。"),
        (_AFTER, "直接提起行政诉讼的案件。"),
        (_AFTER, "全年未经行政复议直接向人民法院起诉的行政诉讼案件。"),
        (_LAWSUIT, "我局因政府信息公开被申请行政复议的情况。"),
        (_LAWSUIT, "政府信息公开行政复议案件。"),
        (_REVIEW, "我局被提起行政诉讼的情况。2026年继续做好应诉工作。"),
        (_REVIEW, "我局因政府信息公开被提起行政诉讼的情况。2026年我局将加强培训。"),
        (_REVIEW, "我局因政府信息公开被提起行政诉讼的情况。我局不断提高答复质量。"),
        (_AFTER, "直接提起行政诉讼的案件。二〇二六年加强培训，处理好20件申请。"),
        (_LAWSUIT, "我局因政府信息公开被申请行政复议的情况。全年办结申请10.5万件。"),
        (_REVIEW, "白石县水务局因政府信息公开工作被提起行政诉讼情况。"),
        (_REVIEW, "水务局因政府信息公开工作被提起行政诉讼情况。"),
        (_AFTER, "未经复议直接起诉的行政诉讼案件。其他行政复议19件，均与政府信息公开无关。"),
    ],
)
def test_nothing_is_told_of_a_kind_that_is_named(told: tuple[str, dict[str, int]], text: str) -> None:
    before, cells = told
    assert findings_of(filled(_BUREAU, "s4", before + text, cells), "N-20")


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (_REVIEW, "行政诉讼情况。我局全年没有。"),
        (_REVIEW, "行政诉讼案件。收到应诉通知0份。"),
        (_REVIEW, "\n行政诉讼情况。\n我局按时应诉。"),
        (_DIRECT, "复议后起诉的案件。我局没有收到。"),
        (_DIRECT, "未经复议直接起诉的行政诉讼案件。"),
        (_DIRECT, "我局因政府信息公开被提起行政诉讼的情况。"),
        (_DIRECT, "没有复议后起诉的案件。"),
        (_AFTER, "复议后起诉的行政诉讼案件。"),
        (_AFTER, "未经复议直接起诉的行政诉讼案件没有发生。"),
        (_AFTER, "县司法局通报未经复议直接起诉的案件。"),
        (_LAWSUIT, "被申请行政复议的案件。无。"),
        (_REVIEW, "我局因政府信息公开被提起行政诉讼的情况。2025年，无。"),
        (_REVIEW, "我局因政府信息公开被提起行政诉讼的情况。2025年度未发生。"),
        (_REVIEW, "我局因政府信息公开被提起行政诉讼的情况。0件。"),
        (_REVIEW, "我局被提起行政诉讼的情况。2025年共零件。"),
        (_DIRECT, "复议后起诉的案件。我局不存在。"),
        (_LAWSUIT, "复议案件由法规科承办。"),
    ],
)
def test_a_kind_is_told_of_or_had_cases(told: tuple[str, dict[str, int]], text: str) -> None:
    before, cells = told
    assert not findings_of(filled(_BUREAU, "s4", before + text, cells), "N-20")


@pytest.mark.parametrize("part", ["被提起", "复议后", "因信息公开", "的案件", "未经复议直接"])
def test_words_in_endless_repetition_take_no_time(part: str) -> None:
    before, cells = _REVIEW
    start = time.process_time()
    findings_of(filled(_BUREAU, "s4", f"{before}我局{part * 500}行政诉讼的情况", cells), "N-20")
    assert time.process_time() - start < 2
