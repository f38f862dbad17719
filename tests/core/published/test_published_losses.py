"""Nothing of a published report is lost in silence."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.core.published.published_random import differing, lost, random_file
from tests.core.published.test_published_report import EXAMPLE, SAMPLES, SHAPES


@pytest.mark.parametrize("first", range(0, 60, 10))
def test_every_word_of_a_file_stands_in_a_text_a_cell_or_the_list_of_the_unrecognised(
    first: int, tmp_path: Path
) -> None:
    for number in range(first, first + 10):
        made = random_file(number)
        assert lost(made, tmp_path) == [], made.name


@pytest.mark.parametrize("place", range(0, len(SHAPES), 4))
def test_a_file_and_the_draft_imported_from_it_raise_the_same_findings(place: int, tmp_path: Path) -> None:
    shape, sample = list(SHAPES)[place], list(SAMPLES.values())[place % len(SAMPLES)]
    name, data = SHAPES[shape](sample)
    (tmp_path / name).write_bytes(data)
    assert differing(tmp_path / name, tmp_path) == set()


def test_the_published_example_and_the_draft_imported_from_it_raise_the_same_findings(tmp_path: Path) -> None:
    assert differing(EXAMPLE, tmp_path) == set()
