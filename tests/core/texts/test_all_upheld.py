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


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("企业就土地出让方案提起的3件复议，市政府均作出维持决定。", True),
        ("村民因征地档案申请的复议3件，县政府都维持了。", True),
        ("围绕停车场规划图引发的3件行政复议，市人民政府一概维持。", True),
        ("全年发生复议3件，皆为维持。", True),
        ("企业就土地出让方案提起的2件复议，市政府均作出维持决定；另有1件在审。", False),  # of some
        ("因工伤认定提起的3件复议，市政府均维持。", False),  # perhaps other cases
        ("就路灯合同提起的3件复议，已作出决定的均为维持。", False),
        ("2023年就路灯合同提起的3件复议，市政府均维持。", False),
    ],
)
def test_as_many_as_the_table_has_are_upheld_whatever_they_are_about(text: str, is_wrong: bool) -> None:
    pending = {"t4.review.upheld": 2, "t4.review.pending": 1}
    assert bool(wrong_claims(filled("溪口县自然资源局", "s4", text, pending))) is is_wrong
    upheld = wrong_claims(filled("溪口县自然资源局", "s4", text, {"t4.review.upheld": 3}))
    assert not (is_wrong and upheld)


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("复议机关均作出维持原答复的决定。", True),
        ("复议机关全部作出了维持我局答复的复议决定。", True),
        ("复议机关全部支持了我局的答复。", True),
        ("除1件终止外，复议机关均作出维持原答复的决定。", False),
        ("1件终止审理，其余均作出维持原答复的决定。", False),
    ],
)
def test_none_of_all_that_are_upheld_ended_otherwise(text: str, *, is_wrong: bool) -> None:
    said = f"我局因政府信息公开被申请行政复议2件，{text}"
    ended = filled("溪口县农业农村局", "s4", said, {"t4.review.upheld": 1, "t4.review.other": 1})
    assert bool(wrong_claims(ended)) is is_wrong
    if is_wrong:
        assert wrong_claims(filled("溪口县农业农村局", "s4", said, {"t4.review.upheld": 2})) == []


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("行政诉讼11件，其中直接起诉5件、复议后起诉6件，有3件仍在审理，已审结的8件无一败诉。", True),
        ("行政诉讼11件：直接起诉5件、复议后起诉6件。已审结的8件案件中无一败诉。", True),
        ("直接起诉5件、复议后起诉6件，至年底审结8件，无一败诉。", True),
        ("直接起诉5件，复议后起诉6件，已审结的4件无一败诉。", False),
        ("行政诉讼11件，复议后起诉6件，其中4件已审结，无一败诉。", False),
        ("行政诉讼11件，直接起诉5件，复议后起诉的6件无一败诉。", False),
    ],
)
def test_none_lost_of_those_closed(text: str, is_wrong: bool) -> None:
    cells = {
        "t4.direct.upheld": 1, "t4.direct.corrected": 1, "t4.direct.other": 2, "t4.direct.pending": 1,
        "t4.after_review.upheld": 3, "t4.after_review.other": 1, "t4.after_review.pending": 2,
    }  # fmt: skip
    wrong = wrong_claims(filled("溪口县市场监督管理局", "s4", text, cells))
    assert ["t4.direct.corrected" in claim.cells for claim in wrong] == [True] * is_wrong
