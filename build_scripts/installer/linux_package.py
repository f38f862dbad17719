"""Makes the .deb for UOS, Kylin and Debian, and the .tar.xz for PCs where nothing may be installed.

The layout is the one that UOS asks for, /opt/apps/<id>/{info,entries,files}, without maintainer scripts; the desktop
entry, icons and file type stand below /usr/share a second time, where Kylin and Debian look for them.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import shutil
from typing import TYPE_CHECKING

from build_scripts.installer.build_room import commit_time
from build_scripts.installer.freeze import write_spec_files
from build_scripts.installer.product import (
    APP_ID,
    CLI_COMMAND,
    COMMAND,
    COMMENT,
    ICON_SIZES,
    MAINTAINER,
    NAME,
    OPENER_ID,
    PUBLISHER,
    ROOT,
    VERSION,
    four_numbers,
)
from build_scripts.installer.steps import fresh_folder, megabytes, run, size, step

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

START = ROOT / "build_scripts" / "installer" / "start.sh"
MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
"""The draft is an ordinary .xlsx."""
_DEPENDS = (
    "libc6 (>= 2.28)",
    "libstdc++6 (>= 8)",
    "libgcc1 | libgcc-s1",
    "libx11-6",
    "libx11-xcb1",
    "libxcb1",
    "libgl1",
    "libegl1",
    "libfontconfig1",
    "libfreetype6",
)
_PERMISSIONS = ("autostart", "notification", "trayicon", "clipboard", "account", "bluetooth", "camera", "audio_record")


def make_deb(bundle: Path, work: Path, out: Path, *, is_fast: bool = False) -> Path:
    """Pack the frozen program as .deb; return its path.

    xz, since the dpkg of UOS 20 and Kylin V10 cannot unpack zstd.
    """
    root = fresh_folder(work / "deb")
    icons = work / "icons"
    write_spec_files(icons)
    home = root / "opt" / "apps" / APP_ID
    shutil.copytree(bundle, home / "files", symlinks=True)
    shutil.copy(START, home / "files" / "start.sh")
    (home / "info").write_text(_info(), encoding="utf-8")
    for entries in (root / "usr" / "share", home / "entries"):
        _write(entries / "applications" / f"{APP_ID}.desktop", desktop_entry())
        for pixels in ICON_SIZES:
            target = entries / "icons" / "hicolor" / f"{pixels}x{pixels}" / "apps" / f"{APP_ID}.png"
            target.parent.mkdir(parents=True)
            shutil.copy(icons / f"{pixels}.png", target)
    _write(root / "usr" / "share" / "applications" / f"{OPENER_ID}.desktop", opener_entry())
    commands = root / "usr" / "bin"
    commands.mkdir(parents=True)
    for name in (COMMAND, CLI_COMMAND):
        (commands / name).symlink_to(f"/opt/apps/{APP_ID}/files/start.sh")
    documents = root / "usr" / "share" / "doc" / APP_ID
    _write(documents / "copyright", _copyright())
    with gzip.GzipFile(documents / "changelog.gz", "wb", mtime=0) as stream:
        stream.write((ROOT / "CHANGELOG.md").read_bytes())
    _set_modes(root)
    _write(root / "DEBIAN" / "control", _control(size(root)))
    _write(root / "DEBIAN" / "md5sums", _md5sums(root))
    target = out / f"{APP_ID}_{four_numbers()}_amd64.deb"
    with step("打包 .deb"):
        command: list[str | Path] = [
            "dpkg-deb",
            "--root-owner-group",
            "-Zxz",
            f"-z{1 if is_fast else 6}",
            "--build",
            root,
            target,
        ]
        run(command, environment={"SOURCE_DATE_EPOCH": str(commit_time())})
    print(f"   {target.name}：{megabytes(target)}，安装后 {megabytes(root)}")
    return target


def make_tar(bundle: Path, work: Path, out: Path, *, is_fast: bool = False) -> Path:
    """Pack the same program as .tar.xz that runs where it is unpacked; return its path."""
    name = f"{COMMAND}-{VERSION}-linux-x86_64"
    root = fresh_folder(work / "tar") / name
    shutil.copytree(bundle, root, symlinks=True)
    shutil.copy(START, root / "start.sh")
    _set_modes(root)
    target = out / f"{name}.tar.xz"
    with step("打包 .tar.xz"):
        owner = ["--owner=0", "--group=0", "--sort=name", f"--mtime=@{commit_time()}"]
        run(
            ["tar", "-C", root.parent, *owner, "-cJf", target, name],
            environment={"XZ_OPT": "-1" if is_fast else "-6 -T0"},
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
    "GenericName": "Yearly report on open government information",
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


def _info() -> str:
    about = {
        "appid": APP_ID,
        "name": NAME,
        "version": four_numbers(),
        "arch": ["amd64"],
        "permissions": {name: name == "clipboard" for name in (*_PERMISSIONS, "installed_apps")},
    }
    return json.dumps(about, ensure_ascii=False, indent=2) + "\n"


def _control(installed: int) -> str:
    fields = {
        "Package": APP_ID,
        "Version": four_numbers(),
        "Section": "misc",
        "Priority": "optional",
        "Architecture": "amd64",
        "Installed-Size": str(installed // 1024),
        "Maintainer": MAINTAINER,
        "Depends": ", ".join(_DEPENDS),
        "Recommends": "libcups2, procps",
        "Description": f"{NAME}\n {COMMENT}。全程离线。",
    }
    return "".join(f"{name}: {value}\n" for name, value in fields.items())


def _copyright() -> str:
    own = (ROOT / "LICENSE").read_text(encoding="utf-8")
    others = (ROOT / "LICENSES-THIRD-PARTY.md").read_text(encoding="utf-8")
    where = f"/opt/apps/{APP_ID}/files/_internal/resources/licences"
    return f"{NAME}\n{PUBLISHER}\n\n{own}\n{others}\n许可证全文：{where}\n"


def _set_modes(root: Path) -> None:
    """Give every file the mode that it needs, whatever the umask of the builder is."""
    when = commit_time()
    for path in root.rglob("*"):
        if path.is_symlink():
            continue
        is_program = path.name in (COMMAND, CLI_COMMAND, "start.sh")
        path.chmod(0o755 if path.is_dir() or is_program else 0o644)
        os.utime(path, (when, when))
    root.chmod(0o755)


def _md5sums(root: Path) -> str:
    lines = []
    for path in sorted(root.rglob("*")):
        name = path.relative_to(root).as_posix()
        if path.is_file() and not path.is_symlink() and not name.startswith("DEBIAN/"):
            digest = hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()
            lines.append(f"{digest}  {name}\n")
    return "".join(lines)
