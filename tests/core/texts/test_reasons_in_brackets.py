"""The reason in brackets behind a group of results narrows its number: 不予公开1件（属于国家秘密）."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, wrong_quotes

CELLS = {"t3.R01.C1": 10, "t3.R03.C1": 5, "t3.R08.C1": 1, "t3.R09.C1": 1, "t3.R13.C1": 2, "t3.R16.C1": 1}


def wrong(text: str) -> list[str]:
    return wrong_quotes(filled("石桥镇人民政府", "s1.request", text, CELLS, unit_type="各级人民政府", year=2025))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("收到申请10件，不予公开2件（属于国家秘密）。", "2件（属于国家秘密"),
        ("收到申请10件，不予公开2件（国家秘密）。", "2件（国家秘密"),
        ("不予公开2件（属于过程性信息），无法提供2件（本机关不掌握相关政府信息）。", "2件（属于过程性信息"),
        ("无法提供2件（需要另行制作）。", "2件（需要另行制作"),
        ("不予处理1件（重复申请）。", "1件（重复申请"),
    ],
)
def test_a_reason_in_brackets_that_is_not_the_table_s_is_told(text: str, told: str) -> None:
    assert wrong(text) == [told]


@pytest.mark.parametrize(
    "text",
    [
        "无法提供2件（本机关不掌握相关政府信息）。",
        "不予处理1件（信访举报投诉类申请）。",
        "不予公开1件（涉及第三方合法权益）、1件（内部事务信息）。",
        "不予公开2件（三类内部事务信息1件、第三方合法权益1件）。",
        "不予公开2件（涉及第三方合法权益和内部事务）。",
        "不予公开2件（含第三方合法权益）。",
        "不予公开2件（主要为内部事务信息）。",
        "不予公开2件（属于内部事务信息等）。",
        "不予公开2件（已书面告知申请人）。",
        "无法提供2件（信息不存在）。",
        "予以公开5件（含区分处理）。",
    ],
)
def test_a_right_reason_and_other_words_in_brackets_raise_nothing(text: str) -> None:
    assert wrong(text) == []
