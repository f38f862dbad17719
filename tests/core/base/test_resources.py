"""Shipped files are found, and a missing one is a bug with a name."""

from pathlib import Path

import pytest

import core.base.resources
from core.base.resources import (
    LISTED,
    ResourceMissingError,
    broken_installation,
    expect_all,
    expect_forms,
    listing,
    resource_path,
    shipped_notice,
)


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


def test_a_licence_that_lies_elsewhere_is_named() -> None:
    assert shipped_notice("没有这个文件") == "全文见安装文件夹中的 没有这个文件。"
    assert len(shipped_notice("LICENSE")) > 1000


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
    assert said.summary == "程序文件不完整：“form/t3.toml”缺少或内容不全。"
    assert "重新安装" in said.advice
    assert broken_installation(FileNotFoundError(2, "", "/home/草稿.xlsx")) is None
    assert broken_installation(ValueError()) is None


def test_a_packed_program_misses_files_that_nobody_asks_for_by_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "resources"
    rules = root / "form" / "rules_数字.toml"
    rules.parent.mkdir(parents=True)
    rules.write_text("x = 1\n", encoding="utf-8")
    (root / "help.png").write_bytes(b"png")
    monkeypatch.setattr(core.base.resources, "_ROOT", root)
    expect_all()
    (tmp_path / LISTED).write_text(listing(root), encoding="utf-8")
    expect_all()
    rules.write_text("x = 1 # longer\n", encoding="utf-8")
    expect_all()
    for spoil in (lambda: rules.write_text("x", encoding="utf-8"), rules.unlink):
        spoil()
        for expect in (expect_forms, expect_all):
            with pytest.raises(ResourceMissingError) as caught:
                expect()
            assert caught.value.name == "form/rules_数字.toml"


def test_a_picture_that_is_missing_stops_nobody_but_the_self_test(
    shipped: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(core.base.resources, "beside_resources", lambda _: "3 help.png\n")
    expect_forms()
    with pytest.raises(ResourceMissingError, match=r"help\.png"):
        expect_all()
