"""Tries a .deb in a clean Debian 11, the oldest that can be had here; for ARM64 under QEMU."""

import json
import os
import platform
import shutil
from pathlib import Path

from build_scripts.installer.build_room import debian_11, enter, room_folder
from build_scripts.installer.emulator import need_emulator
from build_scripts.installer.machines import Machine
from build_scripts.installer.product import APP_ID, CLI_COMMAND, COMMAND, OPENER_ID, ROOT, four_numbers
from build_scripts.installer.smoke import RESULT
from build_scripts.installer.steps import BuildError, fingerprint, fresh_folder, megabytes, run, step

HERE = Path(__file__).resolve().parent
FILES = Path("/opt/apps") / APP_ID / "files"
APPLICATIONS = Path("/usr/share/applications")
ENTRY = APPLICATIONS / f"{APP_ID}.desktop"
OPENER = APPLICATIONS / f"{OPENER_ID}.desktop"
SCREEN = ("xvfb-run", "-a", "-s", "-screen 0 1366x768x24 -nolisten tcp")
OLD = "0.1.0"
"""The version before."""
OLD_DRAFTS = ROOT / "tests" / "data" / "drafts" / OLD
_EMULATED = 10
"""How many times slower a program may be under QEMU."""
_PACKAGES = (
    *("libx11-6", "libx11-xcb1", "libxcb1", "libgl1", "libegl1", "libfontconfig1", "libfreetype6", "libcups2"),
    *("xvfb", "xauth", "openbox", "xdotool", "imagemagick", "xclip", "dbus", "dbus-x11", "procps"),
    "fonts-wqy-microhei",
    *("fcitx-bin", "fcitx-module-dbus", "fcitx-module-x11", "fcitx-ui-classic", "fcitx-pinyin"),
    *("desktop-file-utils", "shared-mime-info"),
)


def clean_debian_11(machine: Machine) -> Path:
    """Return a clean Debian 11, from the cache where it was made before."""
    packages = (*_PACKAGES, *machine.needs)
    room = room_folder("clean-debian11", machine, fingerprint(*packages))
    need_emulator(machine)
    if not (room / ".ready").exists():
        debian_11(machine, room, packages)
        (room / ".ready").touch()
    return room


def patience(machine: Machine, seconds: float) -> float:
    """Return for how long to wait for a program that takes at most some seconds on a PC of its own kind."""
    return seconds if platform.machine() == machine.name else seconds * _EMULATED


def try_deb(machine: Machine, work: Path, deb: Path, *, all_of_it: bool) -> None:
    """Install, let it test itself, go from the sample to Word and back, remove; all of it: upgrade, type Chinese."""
    room = clean_debian_11(machine)
    trial = fresh_folder(room / "trial")
    shutil.copy(deb, trial)
    if all_of_it:
        with step("安装旧版"):
            _install_older(room, deb, work / "旧版")
    with step(f"安装到干净的 Debian 11（{machine.name}）"):
        enter(room, ["dpkg", "--install", f"/trial/{deb.name}"])
    try:
        print(f"   安装后 {megabytes(room / 'opt')}")
        enter(room, ["desktop-file-validate", ENTRY, OPENER])
        for platform_name, screen in (("offscreen", ()), ("xcb", SCREEN)):
            with step(f"自检（Debian 11，{machine.name}，{platform_name}）"):
                _selftest(machine, room, [*screen, FILES / "start.sh"], f"/trial/自检 {platform_name}", platform_name)
        with step("从示例到 Word"):
            _sample_to_word(machine, room)
        if all_of_it:
            with step(f"旧版（{OLD}）的草稿和设置"):
                _expect_old_drafts(room)
            with step("不装回旧版，程序正在运行时不升级、不卸载"):
                _expect_refusals(room, deb)
            with step("用 fcitx 4 输入中文（Debian 11）"):
                print("   " + _type_chinese(room))
    finally:
        for name in ("fcitx", "自检 xcb"):
            if (trial / name).exists():
                shutil.copytree(trial / name, work / f"Debian 11 {name}", dirs_exist_ok=True)
        with step("从 Debian 11 卸载"):
            enter(room, ["dpkg", "--remove", APP_ID])
    expect_nothing_left(room)


def _install_older(room: Path, deb: Path, folder: Path) -> None:
    """Install the package under the number of the version before, and leave what a clerk had with that one."""
    run(["dpkg-deb", "--raw-extract", deb, folder])
    for path in (folder / "DEBIAN" / name for name in ("control", "prerm")):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(four_numbers(), f"{OLD}.0"), encoding="utf-8")
    run(["dpkg-deb", "--root-owner-group", "-Znone", "--build", folder, room / "trial" / "old.deb"])
    shutil.rmtree(folder)
    enter(room, ["dpkg", "--install", "/trial/old.deb"])
    shutil.copytree(OLD_DRAFTS, room / "trial" / OLD)
    (room / "trial" / "home").mkdir()
    shutil.copy(OLD_DRAFTS / "settings.json", room / "trial" / "home")


def _expect_old_drafts(room: Path) -> None:
    """See that the drafts and settings of the version before are as they were, and that the drafts are read."""
    names = sorted(path.name for path in OLD_DRAFTS.glob("*.xlsx"))
    command: list[str | Path] = [Path("/usr/bin") / CLI_COMMAND, "check", *(f"/trial/{OLD}/{name}" for name in names)]
    said = enter(room, [*command, "--json"], timeout=180, accepts=(1,), NIANBAO_HOME="/trial/home")
    sums = [found["checksum"] for found in json.loads(said)]
    kept = [room / "trial" / OLD / name for name in names] + [room / "trial" / "home" / "settings.json"]
    changed = [path.name for path in kept if path.read_bytes() != (OLD_DRAFTS / path.name).read_bytes()]
    if len(sums) != len(names) or len(set(sums)) != 1 or changed:
        raise BuildError(f"drafts of {OLD}: {sums}, changed: {changed}")
    print(f"   升级后读出 {len(sums)} 份旧草稿，校验码都是 {sums[0]}，草稿和设置没有改动")


def _expect_refusals(room: Path, deb: Path) -> None:
    """See that the older package is not put over this one, and that nothing changes while the program runs."""
    running = f'"{FILES}/{COMMAND}" & p=$!; sleep 5; "$@" 2>&1; code=$?; kill $p; exit $code'
    for words, prefix, command in (
        ("已装有更新的版本", '"$@" 2>&1', ["--install", "/trial/old.deb"]),
        ("请先保存草稿", running, ["--install", f"/trial/{deb.name}"]),
        ("请先保存草稿", running, ["--remove", APP_ID]),
    ):
        script: list[str | Path] = ["sh", "-c", prefix, "sh", "dpkg", *command]
        said = enter(room, script, accepts=(1,), timeout=120, QT_QPA_PLATFORM="offscreen", NIANBAO_HOME="/trial/home")
        if words not in said:
            raise BuildError(f"dpkg {command[0]} said: {said}")
    status = enter(room, ["dpkg-query", "--show", "--showformat=${Version} ${db:Status-Status}", APP_ID])
    if status != f"{four_numbers()} installed":
        raise BuildError(f"after the refusals: {status}")
    print("   三次都拒绝了，原来的程序没有改动")


def _selftest(machine: Machine, room: Path, program: list[str | Path], folder: str, platform_name: str) -> None:
    timeout = patience(machine, 180)
    enter(room, [*program, "--selftest", folder], timeout=timeout, QT_QPA_PLATFORM=platform_name)
    print((room / folder.lstrip("/") / RESULT).read_text(encoding="utf-8"))


def _sample_to_word(machine: Machine, room: Path) -> None:
    """Open the sample, write its report, read the report back as a draft, and check that it says the same."""
    shutil.copy(ROOT / "resources" / "samples" / "示例.xlsx", room / "trial")
    program = Path("/usr/bin") / CLI_COMMAND

    def call(*arguments: str) -> str:
        return enter(room, [program, *arguments], timeout=patience(machine, 60))

    made = call("generate", "/trial/示例.xlsx", "-o", "/trial/报告.docx")
    call("import", "/trial/报告.docx", "-o", "/trial/读回.xlsx")
    sums = {json.loads(call("check", f"/trial/{name}.xlsx", "--json"))["checksum"] for name in ("示例", "读回")}
    if "200 个数字" not in made or len(sums) != 1:
        raise BuildError(f"generate said: {made}; checksums: {sums}")
    print(f"   {made.splitlines()[1]}；读回的草稿校验码相同（{sums.pop()}）")


def _type_chinese(room: Path) -> str:
    """Type in the installed program with fcitx 4; return what arrived."""
    shutil.copy(HERE / "type_chinese.sh", room / "trial")
    typing: list[str | Path] = ["/trial/type_chinese.sh", "fcitx", "/trial/fcitx", FILES / "start.sh"]
    said = enter(room, [*SCREEN, "dbus-run-session", "--", *typing], binds=("/tmp/.X11-unix",), timeout=120)
    return typed(said)


def try_store_deb(machine: Machine, deb: Path) -> None:
    """Install what the store gets: it must start without anything below /usr."""
    room = clean_debian_11(machine)
    shutil.copy(deb, fresh_folder(room / "trial"))
    with step(f"商店的 .deb（Debian 11，{machine.name}）"):
        enter(room, ["dpkg", "--install", f"/trial/{deb.name}"])
        try:
            entries = FILES.parent / "entries" / "applications"
            enter(room, ["desktop-file-validate", *(entries / path.name for path in (ENTRY, OPENER))])
            folder = "/trial/自检"
            start: list[str | Path] = [FILES / "start.sh", "--selftest", folder]
            enter(room, start, timeout=patience(machine, 180), QT_QPA_PLATFORM="offscreen")
            print("   " + (room / folder.lstrip("/") / RESULT).read_text(encoding="utf-8").splitlines()[-1])
        finally:
            enter(room, ["dpkg", "--remove", APP_ID])
        expect_nothing_left(room)


def try_portable(machine: Machine, archive: Path) -> None:
    """Unpack the program and let it test itself."""
    room = clean_debian_11(machine)
    with step(f"自检免安装版（Debian 11，{machine.name}）"):
        folder = fresh_folder(room / "trial" / "免 安装")
        run(["tar", "-C", folder, "-xJf", archive, "--strip-components=1"])
        _selftest(machine, room, ["/trial/免 安装/start.sh"], "/trial/自检 免安装版", "offscreen")


def typed(said: str) -> str:
    """Return the line that tells what arrived, from among what servers say."""
    return next(line for line in said.splitlines() if line.startswith("输入框"))


def expect_nothing_left(root: Path) -> None:
    """Fail where the package is removed but something of it is there."""
    found = [path for path in (root / "opt/apps" / APP_ID, root / "usr/bin" / COMMAND) if os.path.lexists(path)]
    found += [path for folder in ("usr/share", "var/lib/dpkg/info") for path in (root / folder).rglob(f"*{APP_ID}*")]
    if found:
        raise BuildError(f"left behind: {found}")
    print("   卸载后没有残留")
