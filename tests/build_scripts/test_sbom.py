"""The list of what the program brings with it; the tool that begins it is called by `build.py package` only."""

import re
from typing import Any

import pytest

from build_scripts.installer import sbom
from build_scripts.installer.product import VERSION
from build_scripts.installer.wheels import run_lock


def from_the_lock(system: str) -> dict[str, Any]:
    """Return what cyclonedx-py says of the lock file for a system, as far as it matters."""
    found = re.findall(r"^([a-z0-9-]+)==([^\s;\\]+)", run_lock(system), re.MULTILINE)
    components = [{"name": name, "version": version, "description": "requirements line 1"} for name, version in found]
    return {"metadata": {"component": {}}, "components": components, "specVersion": "1.6"}


@pytest.mark.parametrize(
    ("system", "own"), [("linux", "ICU"), ("arm", "ICU"), ("windows", "Microsoft Visual C++ 运行库")]
)
def test_everything_that_is_shipped_is_listed_once_with_its_licence(system: str, own: str) -> None:
    bom = sbom.completed(from_the_lock(system), system)
    names = [component["name"] for component in bom["components"]]

    assert sbom.not_listed(bom, system) == []
    assert len(set(names)) == len(names)
    assert {own, "Qt", "CPython", "PyInstaller 的引导程序"} <= set(names)
    assert all(component["licenses"][0]["license"]["name"] for component in bom["components"])
    assert bom["metadata"]["component"]["version"] == VERSION
    assert ("fcitx-qt5 的 Qt 6 输入法插件" in names) == (system != "windows")
    assert {one["name"]: one["version"] for one in bom["components"] if one["name"] in ("Qt", "shiboken6")} == (
        {"Qt": "6.8.0", "shiboken6": "6.8.0.2"} if system == "arm" else {"Qt": "6.8.3", "shiboken6": "6.8.3"}
    )


def test_a_package_that_is_not_listed_is_noticed() -> None:
    listed = from_the_lock("linux")
    gone = listed["components"].pop()
    assert sbom.not_listed(listed, "linux") == [f"{gone['name']}=={gone['version']}"]
