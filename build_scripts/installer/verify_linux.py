"""Tries the Linux packages in dist/: on this system and in a clean Debian 11, the oldest that can be had here.

Installed, started from its desktop entry, self-tested, Chinese typed through fcitx5, ibus (here) and fcitx 4 (Debian
11, what UOS 20 and Kylin V10 have), removed, and looked whether anything is left.
"""

import os
import platform
import shutil
import sys
import tempfile
from pathlib import Path

from build_scripts.installer import build_room, deb_check, socket_log
from build_scripts.installer.linux_package import MIME, deb_name, tar_name
from build_scripts.installer.machines import Machine
from build_scripts.installer.old_debian import (
    APPLICATIONS,
    ENTRY,
    FILES,
    OPENER,
    SCREEN,
    clean_debian_11,
    expect_nothing_left,
    try_deb,
    try_portable,
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
}
SAMPLE = ROOT / "resources" / "samples" / "示例.xlsx"
_SESSION = (
    'openbox & w=$!; "$@" & p=$!; for _ in $(seq 60); do sleep 1; '
    'xdotool search --onlyvisible --name "$STEM" && break; done; sleep 2; '
    'xdotool key Tab 7 ctrl+s; for _ in $(seq 60); do cmp -s "$DRAFT" "$SAMPLE" || break; sleep 1; done; '
    "sleep 2; xdotool key alt+F4; wait $p; ended=$?; kill $w; exit $ended"
)
"""Starts a program with a draft, changes a field, saves, and closes the window."""
_SEEN = {"QT_QPA_PLATFORM": "xcb"}  # start.sh would else show nothing of the self-test
_MOST_MEMORY = 125
"""MB that the program has when its first window is shown; 115 when this was written."""


def verify_linux(machine: Machine, work: Path, dist: Path) -> None:
    """Go through all trials of a machine's packages; pictures lie below ``work`` afterwards.

    Those of another kind of machine are tried in Debian 11 alone, under QEMU.

    Raises:
        BuildError: A trial failed.
    """
    deb, for_store, archive = dist / deb_name(machine), dist / STORE / deb_name(machine), dist / tar_name(machine)
    if not all(path.is_file() for path in (deb, for_store, archive)):
        raise BuildError(f"{dist} 中没有 {machine.name} 的安装包，请先运行 build.py package。")
    is_here = platform.machine() == machine.name
    need_programs({**build_room.NEEDED, **deb_check.NEEDED, **(_NEEDED if is_here else {})})
    fresh_folder(work)
    if any(
        name in run(["dpkg-deb", "--ctrl-tarfile", for_store]) for name in ("preinst", "postinst", "prerm", "postrm")
    ):
        raise BuildError("the .deb for the store has maintainer scripts")
    with step("lintian、AppStream"):
        deb_check.check_deb(deb, work / "deb")
        deb_check.check_deb(for_store, work / "商店的 deb", for_store=True)
    if is_here:
        _here(work, deb)
        with step("自检免安装版"):
            _selftest_portable(work / "免 安装", archive)
    with build_room.alone_in(clean_debian_11(machine)):
        try_deb(machine, work, deb, all_of_it=is_here)
        try_store_deb(machine, for_store)
        try_portable(machine, archive)
    print(f"{5 if is_here else 3} passed, 0 failed")


def _selftest_portable(folder: Path, archive: Path) -> None:
    run(["tar", "-C", fresh_folder(folder), "-xJf", archive, "--strip-components=1"])
    selftest([*SCREEN, folder / "start.sh"], folder.with_name("自检 免安装版"), environment=_SEEN)


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
            draft = Path(shutil.copy(SAMPLE, work / "某局 草稿.xlsx"))
            _start_from_entry(work, "从打开方式启动", draft)
        with step("自检"):
            selftest([*SCREEN, FILES / "start.sh"], work / "自检 本系统", environment=_SEEN)
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
        'openbox & w=$!; gio launch "$@" & for _ in $(seq 60); do sleep 1; '  # xdotool ends where a window goes
        'xdotool search --onlyvisible --name "$SHOWN" getwindowname getwindowpid > "$SAID"; '
        '[ "$(wc -l < "$SAID")" -ge 2 ] && break; done; sleep 2; import -window root "$PICTURE"; '
        'kill $(tail -1 "$SAID") $w; sleep 0.5; exit 0'
    )
    said = work / f"{picture}.txt"
    opened: list[str | Path] = [OPENER, draft] if draft else [ENTRY]
    shown = draft.stem if draft else NAME
    surroundings = {"NIANBAO_HOME": f"{work}/用户数据", "SHOWN": shown, "PICTURE": f"{work}/{picture}.png"}
    command: list[str | Path] = [*SCREEN, "dbus-run-session", "--", "sh", "-c", script, "sh", *opened]
    run(command, timeout=90, environment={**surroundings, "SAID": str(said)})
    lines = said.read_text(encoding="utf-8").splitlines() if said.exists() else []
    if not lines or NAME not in lines[0] or shown not in lines[0]:
        raise BuildError(f"no window appeared: {lines}")
    print(f"   窗口：{lines[0]}")


def _look_for_sockets(work: Path) -> None:
    """Trace the self-test, and a session of a clerk at the window and at the console: nothing may be of a network."""
    tested, used, called = (work / f"套接字 {name}.txt" for name in ("自检", "窗口", "命令行"))
    selftest([*SCREEN, *_traced(tested), FILES / "start.sh"], work / "自检 套接字", environment=_SEEN)
    draft = Path(shutil.copy(SAMPLE, work / "某局 会话.xlsx"))
    session: list[str | Path] = ["sh", "-c", _SESSION, "sh", *_traced(used), FILES / "start.sh", draft]
    surroundings = {"NIANBAO_HOME": f"{work}/会话", "STEM": draft.stem, "DRAFT": str(draft), "SAMPLE": str(SAMPLE)}
    run([*SCREEN, *session], timeout=180, environment=surroundings)
    if draft.read_bytes() == SAMPLE.read_bytes():
        raise BuildError("the session has not saved the draft")
    generate: list[str | Path] = [Path("/usr/bin") / CLI_COMMAND, "generate", draft, "-o", work / "会话.docx"]
    run([*_traced(called), *generate], timeout=180)
    for log in (tested, used, called):
        expect_local(log, asks_printer=log is tested)


def _traced(log: Path) -> list[str | Path]:
    return [*socket_log.TRACE, "-o", log]


def expect_local(log: Path, *, asks_printer: bool) -> None:
    """See that all sockets are local, or where something is printed those that ask CUPS on this machine."""
    calls = log.read_text(encoding="utf-8", errors="replace").splitlines()
    opened = socket_log.opened(calls)
    if foreign := socket_log.of_a_network(calls, asks_printer=asks_printer):
        raise BuildError(f"network: {dict(opened)}\n" + "\n".join(foreign[:10]))
    local, kernel = opened.pop("AF_UNIX", 0), opened.pop("AF_NETLINK", 0)
    printer = f"问本机的打印服务（127.0.0.1、::1 的 631 端口）{opened.total()} 个" if asks_printer else "不问打印服务"
    print(f"   {log.stem}：本机套接字 {local} 个，{printer}，问内核本机地址 {kernel} 个，网络 0 个")


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
    if frozen > 1.5 * plain or memory > _MOST_MEMORY:
        raise BuildError(f"start or memory beyond the limit: at most 1.5 times and {_MOST_MEMORY} MB")
