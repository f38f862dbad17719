"""Cases not said to be about 信息公开, as many as the table has, of which all are said to be upheld (N-06)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, wrong_claims

CELLS = {
    "t4.review.upheld": 4, "t4.review.corrected": 1, "t4.review.other": 3, "t4.after_review.upheld": 14,
    "t4.after_review.corrected": 1, "t4.after_review.pending": 6, "t4.after_review.other": 2,
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("全年8件行政复议案件，县政府全部作出维持决定。", "review"),
        ("全年发生行政复议8件，均获维持。", "review"),
        ("对复议结果不服而起诉的23起案件，人民法院均判决驳回原告诉讼请求。", "after_review"),
        ("全年9件行政复议案件，县政府全部作出维持决定。", ""),  # other cases may be among them
        ("因工伤认定引发的8件行政复议案件，县政府全部作出维持决定。", ""),
        ("全县8件行政复议案件，县政府全部作出维持决定。", ""),
        ("全年8件行政复议案件，除1件外均获维持。", ""),
        ("全年8件行政复议案件，均已审结。", ""),
    ],
)
def test_all_of_as_many_as_the_table_has(text: str, row: str) -> None:
    wrong = wrong_claims(filled("溪口县市场监督管理局", "s1", text, CELLS))
    assert [c.cells[0] for c in wrong] == ([f"t4.{row}.corrected"] if row else [])


def test_all_are_upheld() -> None:
    text = "全年8件行政复议案件，县政府全部作出维持决定。"
    assert wrong_claims(filled("溪口县市场监督管理局", "s1", text, {"t4.review.upheld": 8})) == []


@pytest.mark.parametrize(("number", "wrong"), [(1, [1]), (2, [])])
def test_what_is_pending_beside_an_outcome_in_other_words(number: int, wrong: list[int]) -> None:
    text = f"因信息公开经复议后起诉6件，法院支持我厅答复3件，判令重新答复1件，到年底未审结{number}件。"
    cells = {"t4.after_review.upheld": 3, "t4.after_review.corrected": 1, "t4.after_review.pending": 2}
    assert [c.number for c in wrong_claims(filled("溪口县市场监督管理局", "s4", text, cells))] == wrong
