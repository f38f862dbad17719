"""Documents in fictitious formats as they were kept."""

from pathlib import Path

import pytest

from tests.form_fixtures import next_formats  # noqa: F401  a fixture is found by its name here
from tests.kept import kept
from tests.kept.rooms import formats


@pytest.mark.usefixtures("next_formats")
def test_documents_in_other_formats_are_as_they_were_kept(tmp_path: Path) -> None:
    kept.check("formats", formats.documents(tmp_path))
