"""Blanks around numbers change nothing of what a text says, and its places are those of the text as it is typed."""

from __future__ import annotations

import pytest

from core.texts.claims.closed_up import closed_up
from tests.core.texts.filled_reports import filled, wrong_quotes

CELLS = {"t4.review.upheld": 7, "t4.review.other": 2, "t3.R01.C1": 60, "t3.R03.C1": 40, "t3.R24.C1": 40}
TEXTS = (
    ("s4", "行政复议9件，维持6件，其他结果2件。"),
    ("s4", "因行政处罚被申请复议41件、被诉12件，信息公开复议9件，比上年减少2件。"),
    ("s3", "全年收到申请60件，予以公开41件（上年为36件）。"),
    ("s3", "收到申请60件，办结40件；下属的4个所新收12件，办结11件，其中公开5件。"),
)


@pytest.mark.parametrize(("code", "text"), TEXTS)
@pytest.mark.parametrize("blank", [" ", "\u00a0", "\u3000", "  "])
def test_blanks_change_no_finding(code: str, text: str, blank: str) -> None:
    apart = "".join(f"{blank}{c}{blank}" if c.isdigit() else c for c in text)
    apart = apart.replace(f"{blank}{blank}", "")  # not within a number
    closed = filled("溪川县水利局", code, text, CELLS)
    assert wrong_quotes(filled("溪川县水利局", code, apart, CELLS)) == wrong_quotes(closed)


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        ("收到 20 件", "收到20件"),
        ("20 件，\u00a03\u3000件", "20件，3件"),
        ("1 2件、A 3件", "1 2件、A 3件"),
        ("第一行\n 2件", "第一行\n 2件"),
        ("没有数字 的", "没有数字 的"),
        ("", ""),
    ],
)
def test_only_blanks_beside_numbers_go(printed: str, text: str) -> None:
    closed = closed_up(printed)
    assert closed.text == text
    for start in range(len(text)):
        first, last = closed.place_in_print(start, start + 1)
        assert printed[first:last] == text[start]
        assert closed.place_of_print(first, last) == (start, start + 1)
