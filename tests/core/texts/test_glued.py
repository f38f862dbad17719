"""Linked numbers that are printed as part of a longer one."""

from core.texts.claims.glued import glued_numbers


def test_places_stay_and_what_is_printed_follows_the_numbers() -> None:
    source = "收到{t3.R01.C1}3件，答复{t3.R03.C1}件。"
    for number, printed in ((40, "403"), (7, "73")):
        (glued,) = glued_numbers(source, {"t3.R01.C1": number, "t3.R03.C1": 5})
        assert (glued.printed, glued.cells) == (printed, ("t3.R01.C1",))
        assert source[glued.start : glued.end] == "{t3.R01.C1}3"
