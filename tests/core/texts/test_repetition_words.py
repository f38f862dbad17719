"""How much of a text is last year's, in words: about and all exclude each other."""

import pytest

from core.texts.rules.repetition import Repetition


@pytest.mark.parametrize(
    ("same", "said"), [(860, "约有86%相同"), (994, "约有99%相同"), (995, "几乎完全相同"), (1000, "完全相同")]
)
def test_what_is_all_the_same_is_not_about_all(same: int, said: str) -> None:
    assert Repetition(same, 1000).alike == said
