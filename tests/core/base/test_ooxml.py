import pytest

from core.base.ooxml import column_letters, column_number, integer


@pytest.mark.parametrize(("number", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA")])
def test_columns_have_letters(number: int, letters: str) -> None:
    assert column_letters(number) == letters
    assert column_number(letters) == number


@pytest.mark.parametrize("text", [None, "", "x", "-1", "²", "１", "1.5", "123456789"])
def test_what_is_no_usual_number_is_the_default(text: str | None) -> None:
    assert integer(text, 7) == 7
    assert integer("0012") == 12
