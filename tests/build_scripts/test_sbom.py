"""The list of what the program brings with it; the tool that begins it is called by `build.py package` only."""

from __future__ import annotations

import re
from typing import Any

import pytest

from build_scripts.installer import sbom
from build_scripts.installer.product import VERSION
from build_scripts.installer.shipped_parts import Part
from build_scripts.installer.steps import BuildError
from build_scripts.installer.wheels import run_lock


def from_the_lock(system: str) -> dict[str, Any]:
    """Return what cyclonedx-py says of the lock file for a system, as far as it matters."""
    found = re.findall(r"^([a-z0-9-]+)==([^\s;\\]+)", run_lock(system), re.MULTILINE)
    components = [
        {"name": name, "version": version, "bom-ref": f"{name}-1", "description": "requirements line 1"}
        for name, version in found
    ]
    return {"metadata": {"component": {}}, "components": components, "specVersion": "1.6"}


def part(name: str, version: str, **others: Any) -> Part:
    told = {"purl": f"pkg:generic/{name.lower()}@{version}", "spdx": "MIT", "licence": "", "owner": "", "within": ""}
    return Part(name=name, version=version, **{**told, "files": (f"lib{name}.so",), **others})


def component(bom: dict[str, Any], reference: str) -> dict[str, Any]:
    found: list[dict[str, Any]] = [one for one in bom["components"] if one["bom-ref"] == reference]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(("system", "qt"), [("linux", "6.8.3"), ("arm", "6.8.0"), ("windows", "6.8.3")])
def test_every_component_has_an_owner_and_a_licence(system: str, qt: str) -> None:
    shipped = [part("Qt", qt), part("PCRE2", "10.45", within="Qt", owner="a"), part("libxcb1", "1.14-3")]
    bom = sbom.completed(from_the_lock(system), system, shipped)

    assert sbom.not_listed(bom, system) == []
    assert bom["metadata"]["component"]["version"] == VERSION
    for one in bom["components"]:
        assert one.get("publisher") or one["supplier"]["name"] == "Debian"
        (licence,) = one["licenses"]
        assert licence.get("expression") or licence["license"]["id"]
    references = [one["bom-ref"] for one in bom["components"]]
    assert len(set(references)) == len(references)
    assert bom["compositions"] == [{"aggregate": "incomplete", "assemblies": [f"pkg:generic/qt@{qt}"]}]
    assert component(bom, f"pkg:generic/qt@{qt}")["publisher"].startswith("The Qt Company")
    assert component(bom, "Qt/pkg:generic/pcre2@10.45")["properties"] == [
        {"name": sbom.FILE, "value": "libPCRE2.so"},
        {"name": "nianbao:within", "value": "Qt"},
    ]


def test_a_licence_is_an_id_or_an_expression_of_spdx_or_words() -> None:
    alternatives, words = part("Qt", "6.8.3", spdx="MIT OR Zlib"), part("x", "", spdx="", licence="公有领域", owner="y")
    bom = sbom.completed(from_the_lock("linux"), "linux", [alternatives, words])
    assert component(bom, "openpyxl-1")["licenses"] == [{"license": {"id": "MIT"}}]
    assert component(bom, alternatives.purl)["licenses"] == [{"expression": "MIT OR Zlib"}]
    assert component(bom, words.purl)["licenses"] == [{"license": {"name": "公有领域"}}]
    assert "version" not in component(bom, words.purl)


def test_another_version_than_told_under_about_is_an_error() -> None:
    with pytest.raises(BuildError, match=r"says Qt 6\.8\.3, shipped is 6\.8\.0"):
        sbom.completed(from_the_lock("linux"), "linux", [part("Qt", "6.8.0")])


def test_a_package_that_is_not_listed_is_noticed() -> None:
    listed = from_the_lock("linux")
    gone = listed["components"].pop()
    assert sbom.not_listed(listed, "linux") == [f"{gone['name']}=={gone['version']}"]


def test_what_is_named_under_about_and_not_found_in_the_program_is_noticed() -> None:
    names = ("ICU", "CPython", "PyInstaller 的引导程序", "fcitx-qt5 的 Qt 6 输入法插件")
    versions = ("73.2", "3.11.2", "6.22.3", "1.2.7")
    shipped = [part(name, version) for name, version in zip(names, versions, strict=True)]
    bom = sbom.completed(from_the_lock("linux"), "linux", shipped)
    assert sbom.not_found(bom, "linux") == ["qt"]
