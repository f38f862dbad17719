"""The .deb from a bundle of a few files: what it holds, and that nothing of the system is touched for the store."""

import gzip
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from build_scripts.installer import linux_package, steps
from build_scripts.installer.icons import write_icons
from build_scripts.installer.machines import ARM, X86
from build_scripts.installer.product import APP_ID, CLI_COMMAND, COMMAND, NAME, OPENER_ID, VERSION, four_numbers

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="made on Linux")

HOME = f"opt/apps/{APP_ID}"
COMMIT_TIME = 1_760_000_000


@pytest.fixture(scope="module")
def trees(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The .deb for PCs and the one for the store, as folders."""
    base = tmp_path_factory.mktemp("deb")
    (base / "bundle" / "_internal").mkdir(parents=True)
    for name in (COMMAND, CLI_COMMAND, "_internal/base_library.zip"):
        (base / "bundle" / name).write_bytes(b"made of nothing")
    write_icons(base)
    with pytest.MonkeyPatch.context() as patch:
        for module in (linux_package, steps):
            patch.setattr(module, "commit_time", lambda: COMMIT_TIME)
        for name in ("pc", "store"):
            linux_package.lay_out(X86, base / "bundle", base / name, base, for_store=name == "store")
        linux_package.lay_out(ARM, base / "bundle", base / "arm", base)
    return {name: base / name for name in ("pc", "store", "arm")}


def names(tree: Path) -> set[str]:
    paths = (path for path in tree.rglob("*") if path.is_symlink() or path.is_file())
    return {path.relative_to(tree).as_posix() for path in paths}


def unpacked(path: Path) -> str:
    return gzip.decompress(path.read_bytes()).decode()


def test_the_store_gets_nothing_outside_the_folder_of_the_program(trees: dict[str, Path]) -> None:
    found = names(trees["store"])
    assert {name.split("/")[0] for name in found} == {"DEBIAN", "opt"}
    assert all(name.startswith((f"{HOME}/", "DEBIAN/")) for name in found)
    assert {f"{HOME}/files/doc/copyright", f"{HOME}/files/doc/changelog.gz", f"{HOME}/info"} <= found


def test_what_the_deb_says_of_the_program_is_chinese(trees: dict[str, Path]) -> None:
    for tree in trees.values():
        control = (tree / "DEBIAN" / "control").read_text(encoding="utf-8")
        said = control.partition("Description: ")[2]
        assert set(re.findall("[A-Za-z]+", said)) <= {"Word", "Excel", "WPS"}
        assert said.count("\n") >= 4  # a summary and three lines, fewer are thought too short


def test_a_deb_for_arm_says_so_and_asks_for_what_the_libraries_for_it_need(trees: dict[str, Path]) -> None:
    told = {name: (tree / "DEBIAN" / "control").read_text(encoding="utf-8") for name, tree in trees.items()}
    assert "Architecture: arm64\n" in told["arm"]
    assert "libc6 (>= 2.31), libstdc++6 (>= 9.3), " in told["arm"]
    assert "libsm6, libice6\n" in told["arm"]
    assert "Architecture: amd64\n" in told["pc"]
    assert "libsm6" not in told["pc"]
    assert "\nRecommends: libcups2, procps, fonts-noto-cjk | fonts-wqy-microhei | " in told["pc"]
    assert json.loads((trees["arm"] / HOME / "info").read_text(encoding="utf-8"))["arch"] == ["arm64"]
    assert names(trees["arm"]) == names(trees["pc"])


@pytest.mark.parametrize("name", ["pc", "store"])
def test_entries_hold_the_start_menu_the_opener_and_icons_of_every_size(trees: dict[str, Path], name: str) -> None:
    entries = trees[name] / HOME / "entries"
    applications = {path.name for path in (entries / "applications").iterdir()}
    assert applications == {f"{APP_ID}.desktop", f"{OPENER_ID}.desktop"}
    icons = {path.parent.parent.name: path.suffix for path in (entries / "icons").rglob(f"{APP_ID}.*")}
    assert icons.pop("scalable") == ".svg"
    assert set(icons.values()) == {".png"}
    assert len(icons) == 7


def test_a_system_finds_commands_manual_pages_and_software_data(trees: dict[str, Path]) -> None:
    share = trees["pc"] / "usr" / "share"
    for command in (COMMAND, CLI_COMMAND):
        assert (trees["pc"] / "usr" / "bin" / command).readlink() == Path(f"/{HOME}/files/start.sh")
        assert unpacked(share / "man" / "man1" / f"{command}.1.gz").startswith(f".TH {command.upper()} 1 2025-10-09")
    overrides = (share / "lintian" / "overrides" / APP_ID).read_text(encoding="utf-8")
    assert f"# UOS 要求装在 /opt/apps\n{APP_ID}: dir-or-file-in-opt\n" in overrides
    data = ElementTree.parse(share / "metainfo" / f"{APP_ID}.metainfo.xml").getroot()
    assert data.findtext("id") == APP_ID
    assert data.findtext("launchable") == f"{APP_ID}.desktop"
    released = data.find("releases/release")
    assert released is not None
    assert released.attrib == {"version": VERSION, "date": "2025-10-09"}


def test_the_manual_page_of_the_command_line_names_every_command(trees: dict[str, Path]) -> None:
    page = unpacked(trees["pc"] / "usr" / "share" / "man" / "man1" / f"{CLI_COMMAND}.1.gz")
    sections = re.findall(r"^\.SH (.+)$", page, re.MULTILINE)
    assert {"new", "check", "generate", "import", "rules", "archive", "verify", "count", "collect"} <= set(sections)
    assert r"\-\-last\-year 上年文件" in page


def test_the_change_log_is_one_that_debian_can_read(trees: dict[str, Path]) -> None:
    documents = trees["pc"] / "usr" / "share" / "doc" / APP_ID
    assert unpacked(documents / "changelog.gz").startswith(f"{APP_ID} ({four_numbers()}) unstable; urgency=medium\n\n")
    assert unpacked(documents / "CHANGELOG.md.gz").startswith("# 更新记录")
    assert "/usr/share/common-licenses/LGPL-3" in (documents / "copyright").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["pc", "store"])
def test_sums_and_modes_are_those_of_a_package(trees: dict[str, Path], name: str) -> None:
    sums = (trees[name] / "DEBIAN" / "md5sums").read_text(encoding="utf-8").splitlines()
    listed = {line.split("  ", 1)[1] for line in sums}
    files = {file for file in names(trees[name]) if not file.startswith(("DEBIAN/", "usr/bin/"))}
    assert listed == files
    assert trees[name].joinpath(HOME, "files", COMMAND).stat().st_mode & 0o777 == 0o755
    assert trees[name].joinpath(HOME, "info").stat().st_mode & 0o777 == 0o644


@pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="a system without dpkg")
def test_two_packages_of_the_same_files_are_equal(trees: dict[str, Path], tmp_path: Path) -> None:
    packed = []
    for number in range(2):
        tree = shutil.copytree(trees["store"], tmp_path / str(number), symlinks=True)
        linux_package._set_modes(tree)
        packed.append(linux_package.pack_deb(tree, tmp_path / f"{number}.deb", is_fast=True).read_bytes())
    assert packed[0] == packed[1]
    said = subprocess.run(["dpkg-deb", "--info", tmp_path / "0.deb"], check=True, capture_output=True, text=True).stdout
    assert f"Version: {four_numbers()}" in said


@pytest.mark.skipif(shutil.which("dpkg") is None, reason="a system without dpkg")
@pytest.mark.parametrize(
    ("arguments", "refused"),
    [
        (["upgrade", "0.9.0.0"], True),
        (["upgrade", four_numbers()], False),
        (["upgrade", "99.0.0.0"], False),
        (["failed-upgrade", "99.0.0.0", four_numbers()], True),
        (["failed-upgrade", "0.9.0.0", four_numbers()], False),
        (["remove"], False),
    ],
)
def test_an_older_version_is_not_put_over_a_newer_one(
    trees: dict[str, Path], arguments: list[str], refused: bool
) -> None:
    done = subprocess.run([trees["pc"] / "DEBIAN" / "prerm", *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == int(refused)
    assert ("已装有更新的版本 " in done.stderr) is refused


def test_nothing_is_upgraded_or_removed_while_the_program_runs(trees: dict[str, Path], tmp_path: Path) -> None:
    program = shutil.copy(shutil.which("sleep") or "", tmp_path / COMMAND)
    text = (trees["pc"] / "DEBIAN" / "prerm").read_text(encoding="utf-8")
    assert f"home=/{HOME}/files\n" in text
    prerm = tmp_path / "prerm"
    prerm.write_text(text.replace(f"/{HOME}/files", str(tmp_path)), encoding="utf-8")
    with subprocess.Popen([program, "60"]) as running:
        said = [
            subprocess.run(["sh", prerm, *given], capture_output=True, text=True, check=False)
            for given in (["upgrade", "99.0.0.0"], ["failed-upgrade", "0.9.0.0"], ["remove"])
        ]
        running.kill()
    assert [done.returncode for done in said] == [1, 1, 1]
    assert all(f"“{NAME}”正在运行" in done.stderr and "请先保存草稿，关闭它的窗口，" in done.stderr for done in said)
    assert not any("填报工具" in done.stderr for done in said)
    assert subprocess.run(["sh", prerm, "remove"], check=False).returncode == 0


def test_the_store_gets_no_maintainer_scripts(trees: dict[str, Path]) -> None:
    assert {path.name for path in (trees["store"] / "DEBIAN").iterdir()} == {"control", "md5sums"}
