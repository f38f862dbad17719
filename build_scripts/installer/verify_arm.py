"""Tries the packages for ARM64 in dist/, in a clean Debian 11 of that kind, under QEMU."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_scripts.installer import build_room, deb_check
from build_scripts.installer.linux_package import deb_name, tar_name
from build_scripts.installer.machines import ARM
from build_scripts.installer.old_debian import try_deb, try_portable, try_store_deb
from build_scripts.installer.package import STORE
from build_scripts.installer.steps import BuildError, fresh_folder, need_programs, step

if TYPE_CHECKING:
    from pathlib import Path


def verify_arm(work: Path, dist: Path) -> None:
    """Go through all trials; pictures lie below ``work`` afterwards.

    Raises:
        BuildError: A trial failed.
    """
    deb, for_store = dist / deb_name(ARM), dist / STORE / deb_name(ARM)
    if not deb.is_file() or not for_store.is_file():
        raise BuildError(f"{dist} 中没有 ARM64 的 .deb，请先运行 build.py package。")
    need_programs({**build_room.NEEDED, **deb_check.NEEDED})
    fresh_folder(work)
    with step("lintian、AppStream"):
        deb_check.check_deb(deb, work / "deb")
        deb_check.check_deb(for_store, work / "商店的 deb", for_store=True)
    try_deb(ARM, work, deb, all_of_it=False)
    try_store_deb(ARM, for_store)
    try_portable(ARM, dist / tar_name(ARM))
    print("3 passed, 0 failed")
