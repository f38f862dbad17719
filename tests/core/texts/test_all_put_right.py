"""All cases put right, the only one lost or won, and cases said right behind their number to be pending (N-06)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, told, wrong_quotes

_MIXED = {"t4.review.upheld": 1, "t4.review.other": 1, "t4.direct.other": 1}
_LOST = {"t4.review.corrected": 2, "t4.direct.corrected": 1}
_MANY = {
    "t4.review.upheld": 4, "t4.review.corrected": 2, "t4.review.other": 1, "t4.review.pending": 1,
    "t4.direct.upheld": 2, "t4.direct.corrected": 1, "t4.direct.other": 1, "t4.direct.pending": 2,
    "t4.after_review.upheld": 1, "t4.after_review.corrected": 1, "t4.after_review.pending": 1,
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("复议2件，均被撤销。", "均被撤销"),
        ("复议2件，均被纠正。", "均被纠正"),
        ("复议2件，全部被责令重新答复。", "全部被责令"),
        ("复议2件，均被复议机关撤销。", "均被复议机关撤销"),
        ("诉讼1件，败诉。", "败诉"),
        ("诉讼1件，法院判决我局败诉。", "败诉"),
        ("行政诉讼1件，我局胜诉。", "胜诉"),
        ("行政诉讼1件，法院判决驳回其诉讼请求，我局胜诉。", "法院判决驳回"),
        ("行政诉讼1件，为防范败诉风险，我局主动沟通，原告撤诉。", ""),
        ("复议2件，均已重新答复。", ""),
    ],
)
def test_what_is_said_of_all_or_the_only_one(text: str, quote: str) -> None:
    assert told(wrong_quotes(filled("青石县水利局", "s4", text, _MIXED)), quote)


@pytest.mark.parametrize(
    "text",
    [
        "复议2件，均被撤销。诉讼1件，败诉。",
        "复议2件，均被复议机关纠正。诉讼1件，原告胜诉。",
        "诉讼1件，一审胜诉、二审败诉。",
        "诉讼1件，法院判决我局败诉，现已重新答复。",
    ],
)
def test_what_was_lost_is_told_rightly(text: str) -> None:
    assert wrong_quotes(filled("青石县水利局", "s4", text, _LOST)) == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("复议案1件未办结，诉讼案3件在审。", ""),
        ("年末复议1件没办完，诉讼3件没审完。", ""),
        ("复议1件尚未办结，诉讼3件待判。", ""),
        ("复议1件悬而未决。", ""),
        ("复议2件没办完。", "复议2件"),
        ("诉讼2件尚未下判。", "诉讼2件"),
        ("征地类复议2件，均被撤销。", ""),
        ("复议8件，其中2件被纠正，均已按要求重新答复。", ""),
    ],
)
def test_some_of_many(text: str, quote: str) -> None:
    assert told(wrong_quotes(filled("青石县水利局", "s4", text, _MANY)), quote)
