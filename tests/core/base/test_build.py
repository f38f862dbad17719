"""Two builds of one version can be told apart."""

from pathlib import Path

import pytest

from core import __version__
from core.base import resources
from core.base.build import BUILD, version


def test_a_packed_program_tells_the_commit_it_was_made_from(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "_ROOT", tmp_path / "resources")
    assert version() == __version__
    (tmp_path / BUILD).write_text("2026-11-30 a0af4e0b\n", encoding="utf-8")
    assert version() == f"{__version__}（2026-11-30 a0af4e0b）"
