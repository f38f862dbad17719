"""Tries the .deb in dist/: on this system and in a clean Debian 11, the oldest that can be had here.

Installed, started from its desktop entry, self-tested, Chinese typed through fcitx5, ibus (here) and fcitx 4 (Debian
11, what UOS 20 and Kylin V10 have), removed, and looked whether anything is left.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

from build_scripts.installer import deb_check
from build_scripts.installer.linux_package import MIME, deb_name, tar_name
from build_scripts.installer.machines import X86
from build_scripts.installer.old_debian import (
    APPLICATIONS,
    ENTRY,
    FILES,
    OPENER,
    SCREEN,
    expect_nothing_left,
    try_deb,
    try_store_deb,
    typed,
)
from build_scripts.installer.package import STORE
from build_scripts.installer.product import APP_ID, CLI_COMMAND, COMMAND, NAME, ROOT
from build_scripts.installer.smoke import check_twin, selftest, start_times
from build_scripts.installer.steps import BuildError, fresh_folder, need_programs, run, step

HERE = Path(__file__).resolve().parent
_NEEDED = {
    "xvfb-run": "xvfb xauth",
    "openbox": "openbox",
    "xdotool": "xdotool",
    "import": "imagemagick",
    "xclip": "xclip",
    "dbus-run-session": "dbus-x11 dbus-daemon",
    "fcitx5": "fcitx5 fcitx5-pinyin",
    "ibus-daemon": "ibus ibus-libpinyin libglib2.0-bin",
    "desktop-file-validate": "desktop-file-utils",
    "gio": "libglib2.0-bin",
    "xdg-mime": "xdg-utils",
    f"{APPLICATIONS}/libreoffice-calc.desktop": "libreoffice-calc",
    "strace": "strace",
    **deb_check.NEEDED,
}


def verify_linux(work: Path, dist: Path) -> None:
    """Go through all trials; pictures lie below ``work`` afterwards.

    Raises:
        BuildError: A trial failed.
    """
    deb, for_store = dist / deb_name(X86), dist / STORE / deb_name(X86)
    if not deb.is_file() or not for_store.is_file():
        raise BuildError(f"{dist} 中没有 .deb，请先运行 build.py package。")
    need_programs(_NEEDED)
    fresh_folder(work)
    contents = run(["dpkg-deb", "--ctrl-tarfile", deb])
    if "postinst" in contents or "prerm" in contents:
        raise BuildError("the .deb has maintainer scripts")
    with step("lintian、AppStream"):
        deb_check.check_deb(deb, work / "deb")
        deb_check.check_deb(for_store, work / "商店的 deb", for_store=True)
    _here(work, deb)
    try_deb(X86, work, deb, all_of_it=True)
    try_store_deb(X86, for_store)
    with step("自检免安装版"):
        _selftest_portable(work / "免 安装", dist / tar_name(X86))
    print("4 passed, 0 failed")


def _selftest_portable(folder: Path, archive: Path) -> None:
    run(["tar", "-C", fresh_folder(folder), "-xJf", archive, "--strip-components=1"])
    selftest([*SCREEN, folder / "start.sh"], folder.with_name("自检 免安装版"))


# ---------------------------------------------------------------- this system


def _here(work: Path, deb: Path) -> None:
    default = _programs_for_drafts(work)[0]
    with step("安装到本系统"):
        run(["dpkg", "--install", deb])
    try:
        run(["desktop-file-validate", ENTRY, OPENER])
        with step("打开方式"):
            _expect_offered(work, default)
        with step("从桌面图标启动"):
            _start_from_entry(work, "从桌面图标启动")
        with step("从“打开方式”打开草稿"):
            draft = Path(shutil.copy(ROOT / "resources" / "samples" / "示例.xlsx", work / "某局 草稿.xlsx"))
            _start_from_entry(work, "从打开方式启动", draft)
        with step("自检"):
            selftest([*SCREEN, FILES / "start.sh"], work / "自检 本系统")
            check_twin(Path("/usr/bin") / CLI_COMMAND, work)
        with step("没有网络连接"):
            _look_for_sockets(work)
        _time_start()
        for server in ("fcitx5", "ibus"):
            with step(f"用 {server} 输入中文"):
                typing: list[str | Path] = [HERE / "type_chinese.sh", server, work / server, FILES / "start.sh"]
                said = run([*SCREEN, "dbus-run-session", "--", *typing], timeout=120)
                print("   " + typed(said))
    finally:
        with step("从本系统卸载"):
            run(["dpkg", "--remove", APP_ID])
    expect_nothing_left(Path("/"))


def _programs_for_drafts(work: Path) -> tuple[str, list[str]]:
    """Return the desktop entry that opens .xlsx by double click for a new user, and all that are offered."""
    new_user = {"HOME": str(work / "新用户"), "LC_ALL": "C.UTF-8"}
    default = run(["xdg-mime", "query", "default", MIME], environment=new_user).strip()
    first, *others = run(["gio", "mime", MIME], environment=new_user).splitlines()
    if not first.endswith(default):
        raise BuildError(f"xdg-mime says {default}, gio says {first}")
    return default, [line.strip() for line in others]


def _expect_offered(work: Path, former: str) -> None:
    """See that the program is offered for .xlsx, and that a double click still opens what it opened before."""
    default, offered = _programs_for_drafts(work)
    if default != former or OPENER.name not in offered:
        raise BuildError(f"xlsx was opened by {former}, is now by {default}; offered: {offered}")
    print(f"   双击 .xlsx 仍由 {default} 打开，“打开方式”中有 {OPENER.name}")


def _start_from_entry(work: Path, picture: str, draft: Path | None = None) -> None:
    """Start the program as the start menu or, with a draft, the file manager does; take a picture, and end it."""
    script = (
        'openbox & w=$!; gio launch "$@" & sleep 6; import -window root "$PICTURE"; '
        f'xdotool search --onlyvisible --name "{NAME}" getwindowname getwindowpid > "$SAID"; '
        'kill $(tail -1 "$SAID") $w; sleep 0.5; exit 0'
    )
    said = work / f"{picture}.txt"
    opened: list[str | Path] = [OPENER, draft] if draft else [ENTRY]
    surroundings = {"NIANBAO_HOME": f"{work}/用户数据", "PICTURE": f"{work}/{picture}.png", "SAID": str(said)}
    command: list[str | Path] = [*SCREEN, "dbus-run-session", "--", "sh", "-c", script, "sh", *opened]
    run(command, timeout=60, environment=surroundings)
    lines = said.read_text(encoding="utf-8").splitlines() if said.exists() else []
    if not lines or NAME not in lines[0] or (draft and draft.stem not in lines[0]):
        raise BuildError(f"no window appeared: {lines}")
    print(f"   窗口：{lines[0]}")


def _look_for_sockets(work: Path) -> None:
    """Run the self-test under strace; only local sockets, and CUPS at loopback, may be opened."""
    log = work / "sockets.txt"
    traced: list[str | Path] = [
        "strace",
        "-f",
        "-qq",
        "-e",
        "trace=connect,bind,listen,sendto",
        "-o",
        log,
        FILES / "start.sh",
    ]
    selftest([*SCREEN, *traced], work / "自检 套接字")
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    foreign = [line for line in lines if "AF_INET" in line and not ('"127.0.0.1"' in line or '"::1"' in line)]
    loopback = [line for line in lines if "AF_INET" in line and line not in foreign]
    if foreign:
        raise BuildError("network:\n" + "\n".join(foreign[:10]))
    print(f"   {len(lines)} 次套接字调用，其中网络 0 次、本机回环（打印服务）{len(loopback)} 次")


def _time_start() -> None:
    """Compare the start of the installed program with that of the checkout, and look at its memory."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory() as name:
        os.environ["NIANBAO_HOME"] = name
        plain, _ = start_times([sys.executable, "-m", "gui"])
        frozen, memory = start_times([FILES / COMMAND])
    del os.environ["QT_QPA_PLATFORM"], os.environ["NIANBAO_HOME"]
    print(
        f"   到第一个窗口：安装后 {frozen:.2f} s，源代码 {plain:.2f} s（{frozen / plain:.2f} 倍）；内存 {memory:.0f} MB"
    )
    if frozen > 1.5 * plain or memory > 110:
        raise BuildError("start or memory beyond the limit: at most 1.5 times and 110 MB")
