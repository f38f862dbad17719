import pytest

from core.base.ooxml import column_letters, column_number, integer, unescaped


@pytest.mark.parametrize(("number", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA")])
def test_columns_have_letters(number: int, letters: str) -> None:
    assert column_letters(number) == letters
    assert column_number(letters) == number


@pytest.mark.parametrize("text", [None, "", "x", "-1", "²", "１", "1.5", "123456789"])
def test_what_is_no_usual_number_is_the_default(text: str | None) -> None:
    assert integer(text, 7) == 7
    assert [integer("0012"), integer("12345678")] == [12, 12_345_678]


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("甲。_x000D_\n乙。", "甲。\n乙。"),
        ("甲。_x000d_乙。_x000B_丙。", "甲。\n乙。\n丙。"),
        ("甲_x0009_乙", "甲\t乙"),
        ("甲_x0001__xD800__xFFFF_乙", "甲乙"),
        ("_x005F_x000D_ _x000D a_x_ x005F_", "_x000D_ _x000D a_x_ x005F_"),
    ],
)
def test_what_excel_escapes_is_read_as_it_is_shown(stored: str, shown: str) -> None:
    assert unescaped(stored) == shown
