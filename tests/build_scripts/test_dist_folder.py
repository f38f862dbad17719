"""The folder with the packages: making those of one system leaves the others there, and all have their sums."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from build_scripts.installer import build_room, dist_folder, linux_package, package, sbom, steps
from build_scripts.installer.embedded_package import EDITION
from build_scripts.installer.linux_package import deb_name, tar_name
from build_scripts.installer.machines import MACHINES
from build_scripts.installer.product import BLANK_WORKBOOK, COMMAND, GUIDE, VERSION
from build_scripts.installer.windows_package import PORTABLE, setup_name
from core.base.licences import SYSTEMS

OWN = {
    system: {deb_name(machine), f"{package.STORE}/{deb_name(machine)}", tar_name(machine)}
    for system, machine in MACHINES.items()
}
OWN["windows"] = {setup_name(), f"{PORTABLE}-windows-x64.zip", f"{EDITION}.zip"}
for key, own_names in OWN.items():
    own_names.add(f"{COMMAND}-{VERSION}-{key}-{sbom.SBOM}")
ALWAYS = {GUIDE, BLANK_WORKBOOK}


def names(out: Path) -> set[str]:
    return {path.relative_to(out).as_posix() for path in dist_folder.files(out)}


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A folder with the packages of all systems as made before, and a package of an older version."""
    for name in (*ALWAYS, *(name for own in OWN.values() for name in own), "nianbao-0.1.0-setup.exe", "left over.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("made before", encoding="utf-8")
    dist_folder.write_sums(tmp_path)
    return tmp_path


@pytest.mark.parametrize("system", SYSTEMS)
def test_only_what_is_made_anew_is_deleted(system: str, out: Path) -> None:
    kept = dist_folder.make_room(out, [system])
    others = {name for other, own in OWN.items() if other != system for name in own}
    if system != "windows":
        others.add("nianbao-0.1.0-setup.exe")
    assert names(out) == others
    assert {path.relative_to(out).as_posix() for path in kept} == others


def test_nothing_stays_where_everything_is_made_anew(out: Path) -> None:
    assert not dist_folder.make_room(out, SYSTEMS)
    assert not names(out)


def test_the_packages_of_one_system_are_made_beside_those_of_the_others(
    out: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(package, "_need_programs", lambda systems: None)
    monkeypatch.setattr(sbom, "tool", lambda: None)
    monkeypatch.setattr(package, "ProcessPoolExecutor", Here)
    monkeypatch.setattr(package, "_make", lambda _system, _work, to, _fast: (to / deb_name(MACHINES["arm"])).touch())

    package.package(out / "work", out, ["arm"], is_fast=False)

    sums = dict(line.split("  ", 1)[::-1] for line in (out / dist_folder.SUMS).read_text("utf-8").splitlines())
    assert sums.keys() == ALWAYS | OWN["linux"] | OWN["windows"] | {
        deb_name(MACHINES["arm"]),
        "nianbao-0.1.0-setup.exe",
    }
    assert sums[deb_name(MACHINES["arm"])] == hashlib.sha256(b"").hexdigest()
    assert sums[setup_name()] == hashlib.sha256(b"made before").hexdigest()
    said = {line.split("：")[0].strip(): line for line in capsys.readouterr().out.splitlines()}
    assert "以前制作的" in said[setup_name()]
    assert "以前制作的" not in said[deb_name(MACHINES["arm"])]
    assert "以前制作的" not in said[GUIDE]


def test_a_file_that_is_too_large_is_told_at_once_and_nothing_looks_releasable(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []

    def write(
        _machine: object, _bundle: object, _work: object, to: Path, *, is_fast: bool, for_store: bool = False
    ) -> Path:
        to.mkdir(exist_ok=True)
        path = to / deb_name(MACHINES["linux"])
        with path.open("wb") as stream:
            stream.truncate(package.LARGEST + for_store)
        made.append(path.relative_to(out).as_posix())
        return path

    monkeypatch.setattr(package, "_need_programs", lambda systems: None)
    monkeypatch.setattr(sbom, "tool", lambda: None)
    monkeypatch.setattr(sbom, "add_sbom", lambda *_: None)
    monkeypatch.setattr(package, "ProcessPoolExecutor", Here)
    monkeypatch.setattr(build_room, "freeze_in_room", lambda *_: None)
    monkeypatch.setattr(linux_package, "make_deb", write)
    monkeypatch.setattr(linux_package, "make_tar", lambda *_, **__: made.append("tar"))

    name = f"{package.STORE}/{deb_name(MACHINES['linux'])}"
    with pytest.raises(steps.BuildError, match=f"不能发布：{name}（35,000,001 字节）$"):
        package.package(out / "work", out, ["linux"], is_fast=False)

    assert made == [deb_name(MACHINES["linux"]), name]  # the first is just small enough; nothing is made any more
    assert dist_folder.SUMS not in names(out)
    assert name not in names(out)
    dist_folder.make_room(out, ["windows"])
    assert f"{name}.不能发布" not in names(out)  # nobody takes it for one that was made before


class Here:
    """Runs in this process what else has one of its own."""

    def __init__(self, **_: object) -> None:
        pass

    def __enter__(self) -> Here:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def submit(self, function: Callable[..., None], *arguments: object) -> Here:
        function(*arguments)
        return self

    def result(self) -> None:
        pass
