"""Papers (公文) behind a number are no 规范性文件, even where a sentence speaks of these before (N-07)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, wrong_claims


def wrong(text: str, issued: int) -> list[str]:
    found = wrong_claims(filled("青峰县白石镇人民政府", "s1.manage", text, {"t2.normative.issued": issued}))
    return [claim.quote for claim in found if claim.rule_id == "N-07"]


@pytest.mark.parametrize(
    "text",
    [
        "我镇全年未制发行政规范性文件，印发的62份公文中主动公开17份、依申请公开8份、不予公开37份。",
        "全年没有制发行政规范性文件，印发的40件公文均标明公开属性。",
        "我镇未制定行政规范性文件，全年制发62份公文。",
    ],
)
def test_they_are_not_compared(text: str) -> None:
    assert wrong(text, 0) == []


@pytest.mark.parametrize(
    ("text", "issued"),
    [
        ("我镇全年未制发行政规范性文件，印发的62份公文均标明公开属性。", 2),
        ("行政规范性文件审查严格，全年印发3件。", 2),
        ("全年印发3件行政规范性文件，印发的62份公文均标明公开属性。", 2),
    ],
)
def test_what_is_said_of_the_others_is_compared(text: str, issued: int) -> None:
    assert wrong(text, issued) != []
