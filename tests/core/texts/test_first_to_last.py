"""What was open at the begin of the year and at its end, and those of one day that go on (N-03)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, wrong_quotes

_CELLS = {"t3.R01.C1": 50, "t3.R02.C1": 3, "t3.R03.C1": 43, "t3.R25.C1": 10}


def _wrong(text: str) -> list[str]:
    return wrong_quotes(filled("平水市农业农村局", "s3", text, _CELLS, year=2025))


@pytest.mark.parametrize(
    "text",
    [
        "在办申请由年初3件变为年末10件。",
        "结转下年度办理的申请由年初3件变为年末10件。",
        "未办结的申请从年初的3件变成年底的10件，增加7件。",
        "未结申请由2025年初的3件升到年末的10件。",
        "公众号由年初8件变为年末9件。",
        "信访件由年初8件变为年末9件。",
        "12月29日收到的1件申请结转2026年办理。",
        "12月下旬收到的10件申请尚在办理期限内，结转下年。",
        "12月30日收到的12件申请已于当日答复。",
        "2024年12月29日收到的12件转入2025年办理。",
    ],
)
def test_right_ones_and_other_things(text: str) -> None:
    assert _wrong(text) == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("在办申请由年初3件变为年末9件。", "变为年末9件"),
        ("结转下年度办理的申请由年初8件变为年末10件。", "结转下年度办理的申请由年初8件"),
        ("未办结的申请从年初的3件变成年底的9件。", "变成年底的9件"),
        ("待办理申请由年初3件变为年底9件。", "变为年底9件"),
        ("12月29日收到的11件申请结转2026年办理。", "12月29日收到的11件"),
        ("新收申请50件，其中12月下旬收到的12件尚在办理期限内，按规定结转下年继续办理。", "其中12月下旬收到的12件"),
    ],
)
def test_wrong_ones(text: str, quote: str) -> None:
    assert _wrong(text) == [quote]
