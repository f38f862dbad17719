"""The list of what the program brings with it; the tool that begins it is called by `build.py package` only."""

from __future__ import annotations

import re
from typing import Any

import pytest

from build_scripts.installer import sbom
from build_scripts.installer.product import ROOT, VERSION


@pytest.fixture
def from_the_lock() -> dict[str, Any]:
    """What cyclonedx-py says of the lock file, as far as it matters."""
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    found = re.findall(r"^([a-z0-9-]+)==([^\s;\\]+)", lock, re.MULTILINE)
    components = [{"name": name, "version": version, "description": "requirements line 1"} for name, version in found]
    return {"metadata": {"component": {}}, "components": components, "specVersion": "1.6"}


@pytest.mark.parametrize(("system", "own"), [("linux", "ICU"), ("windows", "Microsoft Visual C++ 运行库")])
def test_everything_that_is_shipped_is_listed_once_with_its_licence(
    from_the_lock: dict[str, Any], system: str, own: str
) -> None:
    bom = sbom.completed(from_the_lock, system)
    names = [component["name"] for component in bom["components"]]

    assert sbom.not_listed(bom) == []
    assert len(set(names)) == len(names)
    assert {own, "Qt", "CPython", "PyInstaller 的引导程序"} <= set(names)
    assert all(component["licenses"][0]["license"]["name"] for component in bom["components"])
    assert bom["metadata"]["component"]["version"] == VERSION
    assert ("fcitx-qt5 的 Qt 6 输入法插件" in names) == (system == "linux")


def test_a_package_that_is_not_listed_is_noticed(from_the_lock: dict[str, Any]) -> None:
    gone = from_the_lock["components"].pop()
    assert sbom.not_listed(from_the_lock) == [f"{gone['name']}=={gone['version']}"]
