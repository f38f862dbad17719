"""The Debian 11 room: an old system in a folder, in which the Linux program is frozen so that it runs on old systems.

Debian 11 has glibc 2.31; CPython is built there so that it asks for 2.28 at most on x86-64, and the fcitx input plugin
for Qt 6 is built there as well. All of it is kept in the cache; nothing of Debian 11 but small X helper libraries is
shipped. For ARM64 compilers of this machine do the work, which would take hours under QEMU; what they have made, and
PyInstaller, runs under QEMU.
"""

import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from build_scripts.installer.bundle_check import check_bundle
from build_scripts.installer.emulator import need_emulator
from build_scripts.installer.freeze import pyinstaller_arguments, write_spec_files
from build_scripts.installer.machines import MACHINES, X86, Machine
from build_scripts.installer.product import COMMAND, ROOT
from build_scripts.installer.search_paths import keep_own_paths
from build_scripts.installer.steps import (
    BuildError,
    Command,
    cache_folder,
    expect_sha256,
    fingerprint,
    fresh_folder,
    megabytes,
    need_programs,
    run,
    same_again,
    step,
)
from build_scripts.installer.wheels import site_packages

HERE = Path(__file__).resolve().parent
HEADERS = Path("/usr/include/x86_64-linux-gnu/qt6")
NEEDED = {
    "debootstrap": "debootstrap",
    "dpkg-deb": "dpkg",
    "objdump": "binutils",
    "unshare": "util-linux",
    "/usr/lib/qt6/libexec/moc": "qt6-base-dev-tools",
    f"{HEADERS}/QtCore": "qt6-base-dev",
    f"{HEADERS}/QtGui/6.8.2/QtGui/qpa": "qt6-base-private-dev",
}
_ROOM_PACKAGES = (
    *("gcc", "g++", "libc6-dev", "make", "pkg-config", "zlib1g-dev", "libffi-dev", "binutils", "xz-utils"),
    *("libxcb-cursor0", "libxkbcommon-x11-0", "libxcb-icccm4", "libxcb-image0", "libxcb-keysyms1", "libxcb-shape0"),
    *("libxcb-render-util0", "libxcb-xkb1", "libxcb-randr0", "libxcb-sync1", "libxcb-xfixes0", "libegl1", "libgl1"),
    *("libdbus-1-3", "libfontconfig1", "libx11-xcb1", "libglib2.0-0", "libxkbcommon-dev", "x11proto-dev", "libcups2"),
)
_FOR_COMPILING = (
    *("gcc", "g++", "libc6-dev", "make", "pkg-config", "zlib1g-dev", "libffi-dev", "libxkbcommon-dev", "x11proto-dev"),
)
_TOOLS = ("gcc", "g++", "ar", "ranlib", "ld", "nm", "strip", "objdump", "readelf")
_CROSS = "/opt/cross/bin"
_PYTHON = ("python3.11", "python3.11_3.11.2.orig.tar.gz")
_FCITX = ("fcitx-qt5", "fcitx-qt5_1.2.7.orig.tar.xz")
SOURCES = (_PYTHON[1], _FCITX[1])
_SHA256 = {
    _PYTHON[1]: "2411c74bda5bbcfcddaf4531f66d1adc73f247f529aee981b029513aefdbf849",
    _FCITX[1]: "951fcf8f1db23ed22ad91094eb4c6c906f92005a3643b52f666bd8a331163147",
}
_MODULES = ("QtCore", "QtGui", "QtDBus")
_PLUGIN = "libfcitxplatforminputcontextplugin-qt6.so"
_INTERFACES = {
    "InputContext": "inputcontextproxy",
    "InputContext1": "inputcontext1proxy",
    "InputMethod": "inputmethodproxy",
    "InputMethod1": "inputmethod1proxy",
}


def freeze_in_room(machine: Machine, work: Path) -> Path:
    """Freeze the program for UOS and Kylin; return the checked folder of the program, below ``work``."""
    need_programs(NEEDED)
    if os.geteuid() != 0:
        raise BuildError("制作 Linux 安装包需要 root（debootstrap 和 chroot）。")
    room = build_room(machine)
    with alone_in(room):
        return _freeze(machine, work, room)


def _freeze(machine: Machine, work: Path, room: Path) -> Path:
    site = site_packages(machine.system)
    plugin = _fcitx_plugin(machine, site)
    write_spec_files(work)
    source = fresh_folder(room / "build" / "source")
    for name in ("core", "gui", "resources", "build_scripts"):
        shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
    for path in ROOT.glob("LICENSE*"):
        shutil.copy(path, source)
    made = fresh_folder(room / "build" / "made")
    wheels = room / "build" / site.name
    if not wheels.is_dir():
        shutil.copytree(site, wheels)
    shutil.copy(plugin, made / _PLUGIN)
    for path in work.glob("*.*"):
        if path.is_file():
            shutil.copy(path, made)
    arguments = pyinstaller_arguments("/build/made", "/build/source/build_scripts/installer/nianbao.spec")
    with step(f"PyInstaller（Debian 11，{machine.name}）"):
        enter(
            room,
            ["/opt/python/bin/python3.11", *arguments],
            NIANBAO_BUILD="/build/made",
            NIANBAO_FCITX=f"/build/made/{_PLUGIN}",
            PYTHONPATH=f"/build/{site.name}",
        )
    bundle = work / "dist" / COMMAND
    shutil.rmtree(bundle, ignore_errors=True)
    shutil.copytree(made / "dist" / COMMAND, bundle, symlinks=True)
    print(f"   {bundle}：{megabytes(bundle)}；去掉 {keep_own_paths(bundle)} 个文件里指向制作环境的查找路径")
    with step("检查内容"):
        check_bundle(bundle, machine.system, for_users=True)
    return bundle


def enter(
    room: Path,
    command: Command,
    *,
    binds: Sequence[str] = (),
    timeout: float | None = None,
    accepts: Sequence[int] = (0,),
    **variables: str,
) -> str:
    """Run a command in a room with /proc; what is mounted for it is gone with it, whatever happens."""
    mounts = f'mount -t proc proc "{room}/proc"'
    for path in binds:
        mounts += f' && mkdir -p "{room}{path}" && mount --bind "{path}" "{room}{path}"'
    fixed = {"LC_ALL": "C.UTF-8", "HOME": "/root", "PATH": "/usr/sbin:/usr/bin:/sbin:/bin"}
    fixed |= {**same_again(), **variables}
    inner = ["chroot", room, "env", "-i", *(f"{name}={value}" for name, value in fixed.items()), *command]
    return run(
        ["unshare", "--mount", "sh", "-c", f'{mounts} && exec "$@"', "sh", *inner], timeout=timeout, accepts=accepts
    )


# ---------------------------------------------------------------- the room


@contextmanager
def alone_in(room: Path) -> Iterator[None]:
    """Keep other builds and trials out of a room: two at once would mix what they freeze, without a word.

    Raises:
        BuildError: Another one is in it.
    """
    import fcntl  # deferred: Linux only

    with (room / ".in-use").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise BuildError(f"另一次制作或验证正在使用 {room}，请等它结束再试。") from None
        yield


def mirror() -> str:
    """Return where this machine gets Debian's packages from."""
    sites = run(["apt-get", "indextargets", "--format", "$(SITE)", "Created-By: Packages"]).split()
    found = next((site for site in sites if "debian" in site and "security" not in site), "")
    if not found:
        raise BuildError("apt 没有设置 Debian 软件源。")
    return found


def debian_11(machine: Machine, folder: Path, packages: tuple[str, ...]) -> None:
    """Lay Debian 11 with some packages into a new folder."""
    need_emulator(machine)
    shutil.rmtree(folder, ignore_errors=True)
    with step(f"debootstrap Debian 11（{machine.name}）"):
        run(["debootstrap", f"--arch={machine.debian}", "--variant=minbase", "bullseye", folder, mirror()])
    with step("安装 Debian 11 的软件包"):
        _install(folder, packages)
        enter(folder, ["apt-get", "clean"])


def _install(room: Path, packages: tuple[str, ...]) -> None:
    quick = ("-o", "Dpkg::Options::=--force-unsafe-io")  # a room that is lost in a power failure is made again
    enter(room, ["apt-get", "update", "-qq"])
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *quick, *packages]
    enter(room, install, DEBIAN_FRONTEND="noninteractive")


def build_room(machine: Machine) -> Path:
    """Return the room with CPython in /opt/python, from the cache where it was made before."""
    packages = _ROOM_PACKAGES if machine is X86 else (*_only_to_run(), *machine.needs)
    key = fingerprint(HERE / "build_python.sh", HERE / "glibc228.h", *packages, *_PYTHON)
    room = room_folder("debian11", machine, key)
    need_emulator(machine)
    if (room / "opt" / "python" / ".ready").exists():
        return room
    debian_11(machine, room, packages)
    workshop = room if machine is X86 else _workshop(machine)
    source = fresh_folder(workshop / "build" / "python")
    run(["tar", "xf", _debian_source(workshop, *_PYTHON), "-C", source, "--strip-components=1"])
    for name in ("build_python.sh", "glibc228.h"):
        shutil.copy(HERE / name, workshop / "build")
    with step(f"编译 CPython 3.11（{machine.name}）"):
        enter(workshop, ["sh", "/build/build_python.sh"], binds=(), timeout=None, accepts=(0,), **_compiling(machine))
    shutil.rmtree(source)
    if workshop != room:
        shutil.copytree(workshop / "opt" / "python", room / "opt" / "python", symlinks=True)
    (room / "opt" / "python" / ".ready").touch()
    return room


def _only_to_run() -> tuple[str, ...]:
    return tuple(name for name in _ROOM_PACKAGES if name not in _FOR_COMPILING)


def _workshop(machine: Machine) -> Path:
    """Return the room in which things are compiled for a machine, from the cache where it was made before.

    For another machine it is a room of this one, whose compilers make programs for the other: as gcc or strip where
    `_compiling` leads to them.
    """
    if machine is X86:
        return build_room(machine)
    triplet = f"{machine.name}-linux-gnu"
    cross = (*_FOR_COMPILING, f"g++-{triplet}", "binutils", "xz-utils")
    foreign = tuple(f"{name}:{machine.debian}" for name in ("zlib1g-dev", "libffi-dev", "libxkbcommon-dev"))
    room = room_folder("workshop", machine, fingerprint(*cross, *foreign))
    if not (room / ".ready").exists():
        debian_11(X86, room, cross)
        with step(f"安装 Debian 11 的软件包（{machine.debian}）"):
            enter(room, ["dpkg", "--add-architecture", machine.debian])
            _install(room, foreign)
        (room / _CROSS.lstrip("/")).mkdir(parents=True)
        for tool in _TOOLS:
            (room / _CROSS.lstrip("/") / tool).symlink_to(f"/usr/bin/{triplet}-{tool}")
        (room / ".ready").touch()
    return room


def _compiling(machine: Machine) -> dict[str, str]:
    """Return the environment in which a workshop compiles for a machine."""
    if machine is X86:
        return {}
    libraries = f"/usr/lib/{machine.name}-linux-gnu/pkgconfig:/usr/share/pkgconfig"
    return {"PATH": f"{_CROSS}:/usr/sbin:/usr/bin:/sbin:/bin", "PKG_CONFIG_LIBDIR": libraries}


def room_folder(kind: str, machine: Machine, key: str) -> Path:
    """Return where the cache keeps a room."""
    return cache_folder("rooms") / "-".join([kind, *([] if machine is X86 else [machine.name]), key])


def _debian_source(room: Path, package: str, archive: str) -> Path:
    """Return the source archive of a Debian package, fetched once; apt checks it, and so do we."""
    kept = cache_folder("sources") / archive
    if not kept.exists():
        sources = room / "etc" / "apt" / "sources.list.d" / "sources.list"
        lines = (f"deb-src {mirror()} {suite} main\n" for suite in ("bookworm", "trixie"))
        sources.write_text("".join(lines), encoding="utf-8")
        fetched = fresh_folder(room / "build" / "fetched")
        with step(f"下载源代码 {package}"):
            enter(room, ["apt-get", "update", "-qq"])
            for _ in range(4):  # mirrors answer for some of the files only; the archive itself is what counts
                if not (fetched / archive).exists():
                    _try_source(room, package, archive)
        if not (fetched / archive).exists():
            raise BuildError(f"没有取到 {archive}，请稍后再试，或把它放到 {kept.parent}。")
        shutil.copy(fetched / archive, kept)
        sources.unlink()
    expect_sha256(kept, _SHA256[archive])
    return kept


def _try_source(room: Path, package: str, archive: str) -> None:
    version = archive.removeprefix(f"{package}_").split(".orig")[0]
    versions = f"apt-cache showsrc {package} | sed -n 's/^Version: //p' | grep '^{version}-'"
    fetch = f"apt-get source -qq --download-only {package}=$v || true"
    script = f"cd /build/fetched; for v in $({versions}); do {fetch}; done"
    enter(room, ["sh", "-c", script])


# ---------------------------------------------------------------- the input plugin


def _fcitx_plugin(machine: Machine, site: Path) -> Path:
    """Return the plugin, from the cache where it was built before.

    Headers and moc are those of Debian 13 (Qt 6.8.2), the libraries to link with those of the wheel (6.8.x).
    """
    version = next(path.name for path in (HEADERS / "QtGui").glob("6.*"))
    key = fingerprint(HERE / "build_fcitx.sh", version, _FCITX[1], site.name)
    kept = cache_folder("fcitx", key) / _PLUGIN
    if kept.exists():
        return kept
    room = _workshop(machine)
    with step(f"编译 fcitx 输入法插件（{machine.name}）"):
        place = fresh_folder(room / "build" / "fcitx")
        source = fresh_folder(room / "build" / "fcitx-source")
        run(["tar", "xf", _debian_source(room, *_FCITX), "-C", source, "--strip-components=1"])
        for path in (source / "qt6" / "platforminputcontext").iterdir():
            shutil.copy(path, place)
        for module in _MODULES:
            shutil.copytree(HEADERS / module, place / "inc" / module)
        if machine.lock:  # its Qt is 6.8.0, which has this function only as it was before 6.8
            header = place / "inc" / "QtGui" / version / "QtGui" / "qpa" / "qwindowsysteminterface.h"
            text = header.read_text(encoding="utf-8")
            header.write_text(text.replace("#if QT_GUI_REMOVED_SINCE(6, 8)", "#if 1"), encoding="utf-8")
        _make_sources(place, version)
        libraries = fresh_folder(place / "lib")
        for name in (module.removeprefix("Qt") for module in _MODULES):
            shutil.copy(site / "PySide6" / "Qt" / "lib" / f"libQt6{name}.so.6", libraries)
            (libraries / f"libQt6{name}.so").symlink_to(f"libQt6{name}.so.6")
        for path in (site / "PySide6" / "Qt" / "lib").glob("libicu*.so.*"):
            shutil.copy(path, libraries)
        shutil.copy(HERE / "build_fcitx.sh", place)
        enter(
            room,
            ["sh", "/build/fcitx/build_fcitx.sh", version],
            binds=(),
            timeout=None,
            accepts=(0,),
            **_compiling(machine),
        )
        shutil.copy(place / _PLUGIN, kept)
        shutil.rmtree(place)
        shutil.rmtree(source)
    return kept


def _make_sources(place: Path, version: str) -> None:
    tools = Path("/usr/lib/qt6")
    for name, proxy in _INTERFACES.items():
        maker: Command = [tools / "bin" / "qdbusxml2cpp", "-i", "fcitxqtdbustypes.h", "-p", proxy]
        run([*maker, f"org.fcitx.Fcitx.{name}.xml"], cwd=place)
    folders = [f"-I{name}" for name in (".", "inc", "inc/QtCore", "inc/QtGui", "inc/QtDBus")]
    for module in ("QtCore", "QtGui"):
        folders += [f"-Iinc/{module}/{version}", f"-Iinc/{module}/{version}/{module}"]
    for header in sorted(place.glob("*.h")):
        if "Q_OBJECT" in header.read_text(encoding="utf-8"):
            run([tools / "libexec" / "moc", *folders, header.name, "-o", f"moc_{header.stem}.cpp"], cwd=place)


if __name__ == "__main__":
    freeze_in_room(MACHINES[sys.argv[1]], Path(sys.argv[2]).absolute())
