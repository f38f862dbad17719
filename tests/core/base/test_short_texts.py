"""Names and lines, the first of them where they are many."""

from core.base.short_texts import first_lines, normalised, some_of


def test_names_are_counted_where_some_are_left_out() -> None:
    assert some_of([], 2, "格") == ""
    assert some_of(["甲", "乙"], 2, "格") == "甲、乙"
    assert some_of(["甲", "乙", "丙"], 2, "格") == "甲、乙等3格"
    assert some_of(["甲", "乙", "丙"], 2) == "甲、乙等"
    assert some_of(("甲处", "乙处", "丙处"), 2, "处", between="；") == "甲处；乙处等3处"


def test_lines_are_counted_where_some_are_left_out() -> None:
    assert first_lines(["甲", "乙"], 2) == ["甲", "乙"]
    assert first_lines(["甲", "乙", "丙"], 2) == ["甲", "乙", "……共3处"]
    assert first_lines(["甲", "乙", "丙"], 1, "个") == ["甲", "……共3个"]


def test_white_space_of_any_width_is_one_blank() -> None:
    assert normalised(" 甲\u3000乙\n 丙 ") == "甲 乙 丙"
