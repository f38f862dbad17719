"""The words that show rows and flows are those of the report's own format, not of the newest one."""

from pathlib import Path

import pytest

from core.form.form_files import FormatFolder
from core.texts.language.told_rows import told_rows
from core.texts.language.vocabulary import load_vocabulary
from core.texts.reading.applications.row_signs import row_signs
from tests.form_fixtures import next_formats  # noqa: F401  fixtures are found by name here


@pytest.mark.parametrize("form_id", ["2021", "2019"])
def test_the_words_are_those_of_the_format(form_id: str) -> None:
    folder = load_vocabulary(form_id).folder
    assert folder.path.name == form_id
    assert told_rows(folder) is told_rows(load_vocabulary(form_id).folder)


def test_a_next_format_may_have_words_of_its_own(next_formats: Path) -> None:  # noqa: F811
    (next_formats / "2027" / "row_signs.toml").write_text("[counted]\nends = '新件$'\n", encoding="utf-8")
    folder = FormatFolder(next_formats / "2027")
    assert folder.toml("row_signs.toml")["counted"]["ends"] == "新件$"
    assert load_vocabulary("2021").folder.toml("row_signs.toml")["counted"]["ends"] != "新件$"
    assert row_signs(folder) is not row_signs(load_vocabulary("2021").folder)
