"""Nothing of a published report is lost in silence."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.core.published.published_random import lost, random_file


@pytest.mark.parametrize("first", range(0, 60, 10))
def test_every_word_of_a_file_stands_in_a_text_a_cell_or_the_list_of_the_unrecognised(
    first: int, tmp_path: Path
) -> None:
    for number in range(first, first + 10):
        made = random_file(number)
        assert lost(made, tmp_path) == [], made.name
