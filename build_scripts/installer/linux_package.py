"""Makes the .deb for UOS, Kylin and Debian, and the .tar.xz for PCs where nothing may be installed.

The layout is the one that UOS asks for, /opt/apps/<id>/{info,entries,files}; the desktop entries and icons stand below
/usr/share a second time, where Kylin and Debian look for them. The store of UOS takes nothing outside /opt/apps and no
maintainer scripts, so it gets a .deb of its own; the ordinary one has a prerm.
"""

import gzip
import hashlib
import json
import shutil
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from build_scripts.installer.deb_documents import (
    copyright_notice,
    debian_changelog,
    lintian_overrides,
    manual_pages,
    metainfo,
)
from build_scripts.installer.freeze import write_spec_files
from build_scripts.installer.machines import Machine
from build_scripts.installer.product import (
    APP_ID,
    CLI_COMMAND,
    COMMAND,
    COMMENT,
    ICON,
    ICON_SIZES,
    MAINTAINER,
    NAME,
    OPENER_ID,
    ROOT,
    VERSION,
    four_numbers,
)
from build_scripts.installer.steps import commit_time, fresh_folder, megabytes, run, set_times, size, step

START = ROOT / "build_scripts" / "installer" / "start.sh"
PRERM = START.with_name("prerm.sh")
MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
"""The draft is an ordinary .xlsx."""
_DEPENDS = (
    "libgcc1 | libgcc-s1",
    "libx11-6",
    "libx11-xcb1",
    "libxcb1",
    "libgl1",
    "libegl1",
    "libfontconfig1",
    "libfreetype6",
)
_CHINESE_FONTS = ("fonts-noto-cjk", "fonts-wqy-microhei", "fonts-wqy-zenhei", "fonts-arphic-uming", "fonts-arphic-ukai")
"""Any of them shows the window; UOS and Kylin come with one."""
_ABOUT = """\
各级行政机关每年公布政府信息公开工作年度报告。本程序逐项填写，每输入一个数字
 就核对勾稽关系，校核文字，生成 Word 文件。
 .
 草稿是普通的 Excel 文件，用 Excel、WPS 也能填写。全程离线，数据不上传。"""
_PERMISSIONS = ("autostart", "notification", "trayicon", "clipboard", "account", "bluetooth", "camera", "audio_record")


def deb_name(machine: Machine) -> str:
    """Return the file name of the .deb, as the store of UOS wants it too."""
    return f"{APP_ID}_{four_numbers()}_{machine.debian}.deb"


def tar_name(machine: Machine) -> str:
    """Return the file name of the .tar.xz."""
    return f"{COMMAND}-{VERSION}-linux-{machine.name}.tar.xz"


def make_deb(machine: Machine, bundle: Path, work: Path, out: Path, *, is_fast: bool, for_store: bool = False) -> Path:
    """Pack the frozen program as .deb, or as the store of UOS takes it; return its path.

    xz, since the dpkg of UOS 20 and Kylin V10 cannot unpack zstd.
    """
    root = fresh_folder(work / ("deb-store" if for_store else "deb"))
    icons = work / "icons"
    write_spec_files(icons)
    lay_out(machine, bundle, root, icons, for_store=for_store)
    out.mkdir(exist_ok=True)
    with step("打包 .deb"):
        target = pack_deb(root, out / deb_name(machine), is_fast=is_fast)
    print(f"   {target.relative_to(out.parent)}：{megabytes(target)}，安装后 {megabytes(root)}")
    return target


def pack_deb(root: Path, target: Path, *, is_fast: bool) -> Path:
    """Pack a folder that lay_out has made; return the path of the .deb."""
    pack: list[str | Path] = ["dpkg-deb", "--root-owner-group", "-Zxz", f"-z{1 if is_fast else 9}", "--build"]
    run([*pack, root, target], environment={"SOURCE_DATE_EPOCH": str(commit_time())})
    return target


def lay_out(machine: Machine, bundle: Path, root: Path, icons: Path, *, for_store: bool = False) -> None:
    """Lay what the .deb holds into an empty folder; ``icons`` has the drawings of write_icons."""
    home = root / "opt" / "apps" / APP_ID
    shutil.copytree(bundle, home / "files", symlinks=True)
    shutil.copy(START, home / "files" / "start.sh")
    _write(home / "info", _info(machine))
    shares = [] if for_store else [root / "usr" / "share"]
    for entries in (home / "entries", *shares):
        _write_entries(entries, icons)
    for share in shares:
        _write_for_the_system(share)
        commands = share.with_name("bin")
        commands.mkdir()
        for name in (COMMAND, CLI_COMMAND):
            (commands / name).symlink_to(f"/opt/apps/{APP_ID}/files/start.sh")
    documents = home / "files" / "doc" if for_store else root / "usr" / "share" / "doc" / APP_ID
    _write(documents / "copyright", copyright_notice())
    _write_packed(documents / "changelog.gz", debian_changelog(commit_time()))
    _write_packed(documents / "CHANGELOG.md.gz", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))
    _set_modes(root)
    _write(root / "DEBIAN" / "control", _control(machine, size(root)))
    _write(root / "DEBIAN" / "md5sums", _md5sums(root))
    if not for_store:
        prerm = root / "DEBIAN" / "prerm"
        _write(prerm, _prerm())
        prerm.chmod(0o755)


def _write_entries(entries: Path, icons: Path) -> None:
    """Write what desktops look for: the two entries, and the icon in all sizes."""
    _write(entries / "applications" / f"{APP_ID}.desktop", desktop_entry())
    _write(entries / "applications" / f"{OPENER_ID}.desktop", opener_entry())
    drawings = {f"{pixels}x{pixels}": icons / f"{pixels}.png" for pixels in ICON_SIZES} | {"scalable": ICON}
    for folder, drawing in drawings.items():
        target = entries / "icons" / "hicolor" / folder / "apps" / f"{APP_ID}{drawing.suffix}"
        target.parent.mkdir(parents=True)
        shutil.copy(drawing, target)


def _write_for_the_system(share: Path) -> None:
    """Write what only a system has a place for: data of software centres, manual pages, what lintian need not tell."""
    released = datetime.fromtimestamp(commit_time(), UTC).date().isoformat()
    _write(share / "metainfo" / f"{APP_ID}.metainfo.xml", metainfo(released))
    _write(share / "lintian" / "overrides" / APP_ID, lintian_overrides())
    for name, page in manual_pages(released).items():
        _write_packed(share / "man" / "man1" / f"{name}.gz", page)


def make_tar(machine: Machine, bundle: Path, work: Path, out: Path, *, is_fast: bool) -> Path:
    """Pack the same program as .tar.xz that runs where it is unpacked; return its path."""
    name = tar_name(machine).removesuffix(".tar.xz")
    root = fresh_folder(work / "tar") / name
    shutil.copytree(bundle, root, symlinks=True)
    shutil.copy(START, root / "start.sh")
    _set_modes(root)
    target = out / tar_name(machine)
    with step("打包 .tar.xz"):
        owner = ["--owner=0", "--group=0", "--sort=name", f"--mtime=@{commit_time()}"]
        run(
            ["tar", "-C", root.parent, *owner, "-cJf", target, name],
            environment={"XZ_OPT": "-1" if is_fast else "-9"},
        )
    print(f"   {target.name}：{megabytes(target)}")
    return target


def desktop_entry() -> str:
    """Return the entry of the program in the start menu."""
    return _entry({**_ENTRY, "Categories": "Office;", "Keywords": "年报;信息公开;nianbao;"})


def opener_entry() -> str:
    """Return the entry that offers the program under 打开方式 for .xlsx; the start menu does not show it."""
    return _entry({**_ENTRY, "NoDisplay": "true", "MimeType": f"{MIME};"})


_ENTRY = {
    "Type": "Application",
    "Version": "1.0",
    "Name": NAME,
    "Name[zh_CN]": NAME,
    "GenericName": "年报填报",
    "GenericName[zh_CN]": "年报填报",
    "Comment": COMMENT,
    "Comment[zh_CN]": COMMENT,
    "Exec": f"/opt/apps/{APP_ID}/files/start.sh %f",
    "Icon": APP_ID,
    "Terminal": "false",
    "StartupNotify": "true",
    "StartupWMClass": COMMAND,
}


def _entry(lines: Mapping[str, str]) -> str:
    return "[Desktop Entry]\n" + "".join(f"{key}={value}\n" for key, value in lines.items())


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _write_packed(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with gzip.GzipFile(path, "wb", mtime=0) as stream:
        stream.write(text.encode())


def _info(machine: Machine) -> str:
    about = {
        "appid": APP_ID,
        "name": NAME,
        "version": four_numbers(),
        "arch": [machine.debian],
        "permissions": {name: name == "clipboard" for name in (*_PERMISSIONS, "installed_apps")},
    }
    return json.dumps(about, ensure_ascii=False, indent=2) + "\n"


def _control(machine: Machine, installed: int) -> str:
    newer = (f"libc6 (>= {'.'.join(map(str, machine.max_glibc))})", f"libstdc++6 (>= {machine.libstdcxx})")
    fields = {
        "Package": APP_ID,
        "Version": four_numbers(),
        "Section": "editors",
        "Priority": "optional",
        "Architecture": machine.debian,
        "Installed-Size": str(installed // 1024),
        "Maintainer": MAINTAINER,
        "Depends": ", ".join([*newer, *_DEPENDS, *machine.needs]),
        "Recommends": ", ".join(["libcups2", "procps", " | ".join(_CHINESE_FONTS)]),
        "Description": f"{NAME}，填写、校核、生成 Word 文件\n {_ABOUT}",
    }
    return "".join(f"{name}: {value}\n" for name, value in fields.items())


def _prerm() -> str:
    text = PRERM.read_text(encoding="utf-8")
    return text.replace("@VERSION@", four_numbers()).replace("@HOME@", f"/opt/apps/{APP_ID}/files")


def _set_modes(root: Path) -> None:
    """Give every file the mode that it needs, whatever the umask of the builder is."""
    for path in root.rglob("*"):
        if not path.is_symlink():
            is_program = path.name in (COMMAND, CLI_COMMAND, "start.sh")
            path.chmod(0o755 if path.is_dir() or is_program else 0o644)
    root.chmod(0o755)
    set_times(root)


def _md5sums(root: Path) -> str:
    lines = []
    for path in sorted(root.rglob("*")):
        name = path.relative_to(root).as_posix()
        if path.is_file() and not path.is_symlink() and not name.startswith("DEBIAN/"):
            digest = hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()
            lines.append(f"{digest}  {name}\n")
    return "".join(lines)
