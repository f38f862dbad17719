"""Shipped files are found, and a missing one is a bug with a name."""

from pathlib import Path

import pytest

import core.base.resources
from core.base.resources import ResourceMissingError, broken_installation, resource_path


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of resources of our own."""
    (tmp_path / "form" / "2021").mkdir(parents=True)
    (tmp_path / "form" / "2021" / "表三.toml").write_text("x = 1", encoding="utf-8")
    monkeypatch.setattr(core.base.resources, "_ROOT", tmp_path)
    return tmp_path


def test_resources_lie_beside_the_package_core() -> None:
    assert Path(core.__file__).parent.parent / "resources" == core.base.resources._ROOT


def test_a_shipped_file_is_found(shipped: Path) -> None:
    assert resource_path("form", "2021", "表三.toml").read_text(encoding="utf-8") == "x = 1"


def test_a_shipped_folder_is_found(shipped: Path) -> None:
    assert resource_path("form", "2021") == shipped / "form" / "2021"
    assert resource_path() == shipped


def test_a_missing_file_is_a_bug_that_names_the_file(shipped: Path) -> None:
    with pytest.raises(ResourceMissingError, match="form/1999"):
        resource_path("form", "1999")


def test_a_missing_file_is_not_taken_for_a_file_of_the_clerk() -> None:
    assert not issubclass(ResourceMissingError, OSError)


def test_what_came_of_a_missing_file_is_a_broken_installation(shipped: Path) -> None:
    error = ValueError()
    error.__cause__ = FileNotFoundError(2, "", str(shipped / "form" / "t3.toml"))
    said = broken_installation(error)
    assert said is not None
    assert said.summary == "程序文件不完整：缺少“form/t3.toml”。"
    assert "重新安装" in said.advice
    assert broken_installation(FileNotFoundError(2, "", "/home/草稿.xlsx")) is None
    assert broken_installation(ValueError()) is None
