"""Linked numbers print the table's value; braces of the clerk's own stay braces."""

from hypothesis import given
from hypothesis import strategies as st

from core.report.linked_text import linked_codes, literal, pieces, resolve


def test_a_field_prints_the_value_of_its_cell() -> None:
    assert resolve("新收{t3.R01.C7}件。", {"t3.R01.C7": 14}) == "新收14件。"


def test_a_blank_cell_prints_a_gap_that_cannot_be_taken_for_a_number() -> None:
    assert resolve("新收{t3.R01.C7}件。", {}) == "新收＿＿件。"


def test_doubled_braces_are_literal() -> None:
    assert resolve("{{t3.R01.C7}}", {"t3.R01.C7": 1}) == "{t3.R01.C7}"
    assert linked_codes("{{t3.R01.C7}}{t4.review.total}") == ["t4.review.total"]


@given(st.text(alphabet="{}t3.R01C7我"))
def test_any_text_made_literal_prints_as_itself(text: str) -> None:
    assert resolve(literal(text), {}) == text


def test_pieces_know_where_they_stand_in_the_source() -> None:
    assert pieces("a{t3.R01.C7}b", {"t3.R01.C7": 12}) == [("a", 0, ""), ("12", 1, "t3.R01.C7"), ("b", 12, "")]
