"""A radical in a PDF is the character that the page shows."""

from core.base.radicals import character_of


def test_radicals_are_the_characters_of_a_simplified_text() -> None:
    radicals = "⼀⼆⼈⺠⽂⾏⽉⽹⼾⾭⻘⻔⻋⻢⻚⻣\u2329\u232a"
    assert "".join(map(character_of, radicals)) == "一二人民文行月网户青青门车马页骨〈〉"


def test_anything_else_stays_as_it_is() -> None:
    assert "".join(map(character_of, "戶人，①㈠A１")) == "戶人，①㈠A１"
