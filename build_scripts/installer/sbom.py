"""Writes the list of everything that the program brings with it (SBOM, CycloneDX 1.6), for who has to know it.

cyclonedx-py makes it from the lock file, in an environment of its own (sbom.lock); what comes from elsewhere, such as
CPython or ICU, is added from resources/licences/licences.toml. cyclonedx-py's validator then reads the whole.
"""

import json
import re
import shutil
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from build_scripts.installer.product import COMMAND, ROOT, VERSION
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
from build_scripts.installer.wheels import locked, run_lock

SBOM = "sbom.cdx.json"
_TOOL_LOCK = ROOT / "build_scripts" / "installer" / "sbom.lock"
_LICENCES = ROOT / "resources" / "licences" / "licences.toml"
_NAME = re.compile(r"(.+?)(?: ([\d.]+)(?:（含.+）)?(.*))?")
_VALIDATE = """
import sys
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
with open(sys.argv[1], encoding="utf-8") as stream:
    sys.exit(JsonStrictValidator(SchemaVersion.V1_6).validate_str(stream.read()))
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
        bom = completed(json.loads(target.read_text(encoding="utf-8")), system)
        if missing := not_listed(bom, system):
            raise BuildError(f"{target.name} 中没有 {'、'.join(missing)}")
        target.write_text(json.dumps(bom, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        run([python, "-c", _VALIDATE, target])
        shutil.copy(target, bundle / "_internal" / SBOM)
    print(f"   {target.name}：{len(bom['components'])} 项，CycloneDX {bom['specVersion']}，校验通过")


def completed(bom: dict[str, Any], system: str) -> dict[str, Any]:
    """Return a list with the version of the program, licences, and what no lock file knows of."""
    bom["metadata"]["component"]["version"] = VERSION
    listed = {_normal(component["name"]): component for component in bom["components"]}
    for name, version, entry in _software(system):
        component = listed.get(_normal(name))
        if component is None:
            component = {"type": "library", "bom-ref": f"licences-{name}", "name": name}
            if version:
                component["version"] = version
            bom["components"].append(component)
        component.pop("description", None)  # the line of the lock file
        component["licenses"] = [{"license": {"name": entry["licence"]}}]
        component["publisher"] = entry["owner"]
    return bom


def not_listed(bom: dict[str, Any], system: str) -> list[str]:
    """Return the packages of the lock file for a system that a list lacks in their version."""
    found = {f"{_normal(component['name'])}=={component.get('version')}" for component in bom["components"]}
    wanted = (line.split()[0] for line in locked(run_lock(system)).splitlines() if "==" in line)
    return [entry for entry in wanted if entry not in found]


def _software(system: str) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Give name, version ("" where none is told) and entry of what comes with the program on a system."""
    for entry in tomllib.loads(_LICENCES.read_text(encoding="utf-8"))["software"]:
        if system in entry.get("systems", [system]):
            for name in re.split(r"、(?=\S+ [\d.]+)", entry["name"]):  # of one owner and licence
                match = _NAME.fullmatch(name)
                assert match is not None
                yield f"{match[1]}{match[3] or ''}", match[2] or "", entry


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
