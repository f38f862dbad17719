"""The shipped formats with the fictitious next ones of ``tests/data/form`` beside them."""

import shutil
import sys
from pathlib import Path

import pytest

from core.base import reading_process, resources

NEXT = Path(__file__).parent / "data" / "form"


def with_next_formats(folder: Path) -> Path:
    """Copy all formats below a folder; return where they lie."""
    root = Path(shutil.copytree(resources.FORMS, folder / "form"))
    shutil.copytree(NEXT, root, dirs_exist_ok=True)
    return root


@pytest.fixture
def next_formats(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the program finds the shipped formats and the fictitious ones."""
    root = with_next_formats(tmp_path_factory.mktemp("formats"))
    monkeypatch.setattr(resources, "FORMS", root)
    program = (
        "import pathlib, sys; from core.base import resources; resources.FORMS = pathlib.Path(sys.argv[1]);"
        "from core.cli.command_line import main; main(['read'])"
    )
    monkeypatch.setattr(reading_process, "_command", lambda: [sys.executable, "-c", program, str(root)])
    return root
