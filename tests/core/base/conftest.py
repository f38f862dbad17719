"""Fixtures of the tests of files."""

from pathlib import Path

import pytest

from tests.core.base.failing_disk import OLD


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """An existing file."""
    path = tmp_path / "报告 草稿.xlsx"
    path.write_bytes(OLD)
    return path
