"""Writes the list of everything that the program brings with it (SBOM, CycloneDX 1.6), for who has to know it.

cyclonedx-py makes it from the lock file, in an environment of its own (sbom.lock); what comes from elsewhere, such as
CPython, ICU or libxcb, is added as shipped_parts.py finds it. cyclonedx-py's validator then reads the whole, and SPDX's
the licences. What Qt and PDFium have inside is named as far as they tell; the list says that this is not all.
"""

import json
import re
import shutil
import sys
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from build_scripts.installer.machines import MACHINES
from build_scripts.installer.product import COMMAND, ROOT, VERSION
from build_scripts.installer.shipped_parts import PARTS, Origin, Part, parts
from build_scripts.installer.steps import (
    BuildError,
    cache_folder,
    commit_time,
    fingerprint,
    fresh_folder,
    run,
    run_again,
    step,
)
from build_scripts.installer.wheels import locked, run_lock, site_packages

SBOM = "sbom.cdx.json"
FILE = f"{COMMAND}:file"
"""Property that says which file of the program a component is, or is in."""
_TOOL_LOCK = ROOT / "build_scripts" / "installer" / "sbom.lock"
_LICENCES = ROOT / "resources" / "licences" / "licences.toml"
_NOT_ALL_TOLD = ("Qt", "PDFium")
_NAME = re.compile(r"(.+?)(?: ([\d.]+)(?:（含.+）)?(.*))?")
_VALIDATE = """
import json
import sys
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from license_expression import get_spdx_licensing
from packageurl import PackageURL
with open(sys.argv[1], encoding="utf-8") as stream:
    text = stream.read()
faults = [error] if (error := JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)) else []
for component in json.loads(text)["components"]:
    if PackageURL.from_string(component["purl"]).to_string() != component["purl"]:
        faults.append(component["purl"])
    for licence in component["licenses"]:
        if "expression" in licence:
            faults += get_spdx_licensing().validate(licence["expression"]).errors
sys.exit(str(faults) if faults else 0)
"""


def add_sbom(bundle: Path, out: Path, system: str) -> None:
    """Put the list into the frozen program and beside the packages; ``system`` is "windows" or one of MACHINES.

    Raises:
        BuildError: A locked package is not in it, or its validator says no.
    """
    target = out / f"{COMMAND}-{VERSION}-{system}-{SBOM}"
    with step("物料清单（SBOM）"):
        python = tool()
        lock = bundle.with_name("requirements.lock")
        lock.write_text(run_lock(system), encoding="utf-8")
        command: list[str | Path] = [python, "-W", "ignore", "-m", "cyclonedx_py", "requirements", lock]
        command += ["--pyproject", ROOT / "pyproject.toml", "--sv", "1.6", "--of", "JSON", "-o", target]
        run([*command, "--output-reproducible"], environment={"SOURCE_DATE_EPOCH": str(commit_time())})
        bom = completed(json.loads(target.read_text(encoding="utf-8")), system, parts(bundle, _origin(system)))
        if missing := [*not_listed(bom, system), *not_found(bom, system)]:
            raise BuildError(f"{target.name} 中没有 {'、'.join(missing)}")
        target.write_text(json.dumps(bom, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        run([python, "-c", _VALIDATE, target])
        shutil.copy(target, bundle / "_internal" / SBOM)
    print(f"   {target.name}：{len(bom['components'])} 项，CycloneDX {bom['specVersion']}，校验通过")


def _origin(system: str) -> Origin:
    wheels = site_packages(system)
    if system not in MACHINES:
        return Origin(wheels)
    from build_scripts.installer import build_room  # deferred: Linux only

    machine = MACHINES[system]
    return Origin(wheels, build_room.build_room(machine), machine, build_room.SOURCES)


def completed(bom: dict[str, Any], system: str, parts: Sequence[Part]) -> dict[str, Any]:
    """Return a list with the version of the program, licences, and what no lock file knows of."""
    bom["metadata"]["component"]["version"] = VERSION
    owners = _owners(system)
    for component in bom["components"]:
        name = _normal(component["name"])
        component.pop("description", None)  # the line of the lock file
        component["licenses"] = _licences(PARTS["wheels"][name])
        component["publisher"] = owners[name][0]
    bom["components"] += [_component(part, owners) for part in parts]
    incomplete = [one["bom-ref"] for one in bom["components"] if one["name"] in _NOT_ALL_TOLD]
    bom["compositions"] = [{"aggregate": "incomplete", "assemblies": incomplete}]
    return bom


def _component(part: Part, owners: Mapping[str, tuple[str, str]]) -> dict[str, Any]:
    owner, version = owners.get(_normal(part.name), ("", ""))
    if not part.within and not part.version.startswith(version):
        raise BuildError(f"licences.toml says {part.name} {version}, shipped is {part.version}")
    found: dict[str, Any] = {
        "type": "library",
        "bom-ref": f"{part.within}/{part.purl}" if part.within else part.purl,
        "name": part.name,
        "licenses": _licences(part.spdx) if part.spdx else [{"license": {"name": part.licence}}],
        "purl": part.purl,
        "properties": [{"name": FILE, "value": name} for name in part.files],
    }
    if part.version:
        found["version"] = part.version
    if part.within:
        found["properties"].append({"name": f"{COMMAND}:within", "value": part.within})
    if part.owner or owner:
        found["publisher"] = part.owner or owner
    else:
        found["supplier"] = {"name": "Debian"}
    return found


def _licences(spdx: str) -> list[dict[str, Any]]:
    return [{"expression": spdx}] if " " in spdx else [{"license": {"id": spdx}}]


def not_listed(bom: dict[str, Any], system: str) -> list[str]:
    """Return the packages of the lock file for a system that a list lacks in their version."""
    found = {f"{_normal(component['name'])}=={component.get('version')}" for component in bom["components"]}
    wanted = (line.split()[0] for line in locked(run_lock(system)).splitlines() if "==" in line)
    return [entry for entry in wanted if entry not in found]


def not_found(bom: dict[str, Any], system: str) -> list[str]:
    """Return what 关于 names on a system and a list lacks; the libraries of Debian it names together."""
    found = {_normal(component["name"]) for component in bom["components"]}
    return [name for name in _owners(system) if name not in found and not name.startswith("libxcb")]


def _owners(system: str) -> dict[str, tuple[str, str]]:
    """Return the owner, and the version as far as it is told, of what 关于 names on a system, by its name."""
    owners = {}
    for entry in tomllib.loads(_LICENCES.read_text(encoding="utf-8"))["software"]:
        if system in entry.get("systems", [system]):
            for name in re.split(r"、(?=\S+ [\d.]+)", entry["name"]):  # of one owner and licence
                match = _NAME.fullmatch(name)
                assert match is not None
                owners[_normal(f"{match[1]}{match[3] or ''}")] = (entry["owner"], match[2] or "")
    return owners


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def tool() -> Path:
    """Return the Python of the environment with cyclonedx-py, from the cache where it was made before."""
    folder = cache_folder("tools") / f"sbom-{fingerprint(_TOOL_LOCK, sys.version)}"
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    if not (folder / ".ready").exists():
        run([sys.executable, "-m", "venv", fresh_folder(folder)])
        pip: list[str | Path] = [python, "-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check"]
        run_again([*pip, "--require-hashes", "--only-binary=:all:", "-r", _TOOL_LOCK])
        (folder / ".ready").touch()
    return python
