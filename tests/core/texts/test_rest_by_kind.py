"""Reviews and lawsuits that are kinds of those closed or pending, and shares of both kinds together (N-06)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, told, wrong_quotes

CELLS = {
    "t4.review.upheld": 2,
    "t4.review.corrected": 1,
    "t4.review.other": 1,
    "t4.review.pending": 1,
    "t4.direct.upheld": 1,
}
BOTH = {
    "t4.review.upheld": 4,
    "t4.review.other": 1,
    "t4.direct.upheld": 1,
    "t4.direct.corrected": 1,
    "t4.after_review.upheld": 1,
}


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("除1件复议未审结外，其余5件（复议4件、诉讼1件）全部审结。", ""),
        ("1件复议尚在审理，余下5件案件（复议4件，诉讼1件）已经结案。", ""),
        ("另有1件复议在审，剩余5件案件，包括复议4件、诉讼1件，均已办结。", ""),
        ("除1件在审外，其余案件均已审结，其中复议4件、诉讼1件。", ""),
        ("全年涉案6件（复议5件、诉讼1件），已结5件（复议4件、诉讼1件）。", ""),
        ("在审案件1件（复议1件），已结案件5件（复议4件、诉讼1件）。", ""),
        ("1件复议跨年审理，其余5件全部办结，其中复议4件、诉讼1件。", ""),
        ("未审结的案件仅复议1件，其他均已结案。", ""),
        ("已有结果的5件中，复议4件、诉讼1件。", ""),
        ("全年发生案件5件（复议4件、诉讼1件）。", "复议4件"),
        ("复议4件、诉讼1件，均已审结。", "复议4件"),
        ("除1件复议在审外，其余4件案件（复议3件、诉讼1件）均告终结。", "复议3件"),
    ],
)
def test_kinds_of_the_rest(text: str, quote: str) -> None:
    assert told(wrong_quotes(filled("江堤市水利局", "s4", text, CELLS)), quote)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("5件复议与3件诉讼合计8件，比上年减少6件。8件中结果为维持的6件，占四分之三。", ""),
        ("5件复议与3件诉讼合计8件，比上年减少6件。其中纠正的1件，占八分之一；其他结果的1件，占八分之一。", ""),
        ("5件复议和3件诉讼共8件，被纠正的1件，占12.5%。", ""),
        ("5件复议与3件诉讼合计8件。8件中结果为维持的6件，占60%。", "60%"),
        ("复议5件，维持4件，占60%。", "60%"),
        ("诉讼3件，维持2件，占四分之三。", "四分之三"),
    ],
)
def test_shares_of_both_kinds_together(text: str, quote: str) -> None:
    assert told(wrong_quotes(filled("江堤市水利局", "s4", text, BOTH)), quote)
