"""Lines are set as Word sets them: words whole, signs where they may stand, edges straight."""

import pytest

from core.word.lines import Line, Setting, set_lines

SIZE = 16.0


def width(word: str) -> float:
    return len(word) * SIZE / 2


def lines_of(text: str, characters: float = 10, align: str = "both", first: float = 0) -> list[Line]:
    return set_lines(text, Setting(characters * SIZE, SIZE, SIZE, align, first=first), width)


def texts(lines: list[Line]) -> list[str]:
    return ["".join(piece.text for piece in line.pieces) for line in lines]


def test_a_number_goes_to_the_next_line_as_a_whole() -> None:
    assert texts(lines_of("全年共受理申请一百123456件")) == ["全年共受理申请一百", "123456件"]


def test_no_line_begins_with_a_closing_sign_or_ends_with_an_opening_one() -> None:
    for text in ("一二三四五六七八九十，甲乙", "一二三四五六七八九（甲乙）", "一二三四五六七八九十”。甲乙"):
        for line in texts(lines_of(text)):
            assert line[0] not in "，。”）", text
            assert line[-1] not in "（“", text


def test_all_lines_but_the_last_reach_the_right_edge() -> None:
    *full, last = lines_of("本年度收到12件申请，其中自然人7件、法人5件，均已按期答复。")
    for line in full:
        *_, piece = line.pieces
        assert piece.left + sum(SIZE + piece.spacing for _ in piece.text) - piece.spacing == pytest.approx(160)
    *_, piece = last.pieces
    assert piece.left + SIZE * len(piece.text) < 160
    assert piece.spacing == 0


@pytest.mark.parametrize(("align", "left"), [("left", 0), ("center", 64), ("right", 128)])
def test_a_short_line_stands_where_it_is_aligned_to(align: str, left: float) -> None:
    (line,) = lines_of("年月", align=align)
    assert line.left == left


def test_the_first_line_is_indented_and_holds_less() -> None:
    lines = lines_of("一二三四五六七八九十", first=2 * SIZE)
    assert texts(lines) == ["一二三四五六七八", "九十"]
    assert [line.left for line in lines] == [32, 0]


def test_a_web_address_is_broken_behind_its_signs_and_anywhere_only_where_it_is_longer_than_a_line() -> None:
    assert texts(lines_of("见https://www.a.gov.cn/xxgk/")) == ["见https://", "www.a.gov.cn/xxgk/"]
    assert texts(lines_of("a" * 45, align="left")) == ["a" * 20, "a" * 20, "a" * 5]


def test_a_telephone_number_stays_whole() -> None:
    assert texts(lines_of("请联系办公室（电话：0000-1234567）。", 13)) == ["请联系办公室（电话：", "0000-1234567）。"]
    assert texts(lines_of("一二三四五六七2025-01-12起", 10)) == ["一二三四五六七", "2025-01-12起"]
    assert texts(lines_of("见a.gov.cn/col-b/", 7)) == ["见a.gov.cn/", "col-b/"]  # elsewhere a line may end there
    assert texts(lines_of("1-" * 12 + "1", 10, "left")) == ["1-" * 10, "1-1-1"]  # longer than any line


def test_a_line_feed_begins_a_line_and_blanks_hang_over_the_edge() -> None:
    assert texts(lines_of("甲\n乙")) == ["甲", "乙"]
    assert lines_of("") == []
    assert texts(lines_of("abcdefghij klmnopqrst u")) == ["abcdefghij ", "klmnopqrst u"]


def test_a_sign_that_only_chooses_a_shape_takes_no_room() -> None:
    assert texts(lines_of("一二三四五❤\ufe0f六七八九十", 11)) == ["一二三四五❤六七八九十"]


def test_lines_longer_than_most_are_broken_like_others() -> None:
    line = "甲1" * 60  # more pieces than are looked at in one go
    assert texts(lines_of(line * 2 + "甲", 114)) == [line, line, "甲"]
    assert texts(lines_of("1 " * 300, 400, "left")) == ["1 " * 300]
