"""Makes everything that goes on the stick: installers, portable editions, the blank workbook, the guide, SHA-256."""

import io
import re
import sys
import zipfile
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from multiprocessing import get_context
from pathlib import Path

from build_scripts.installer import dist_folder, sbom
from build_scripts.installer.guide import write_guide
from build_scripts.installer.machines import MACHINES
from build_scripts.installer.product import BLANK_WORKBOOK
from build_scripts.installer.steps import BuildError, commit_time, megabytes, need_programs, size

_TIME = re.compile(rb">\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ<")
LARGEST = 35_000_000
"""Bytes of the largest file; mail systems and old sticks have to take each."""
_REFUSED = ".不能发布"
"""How the name of a larger one ends."""
STORE = "UOS应用商店"
"""Folder of the .deb for the store; it has the same file name, which the store asks for."""


def package(work: Path, out: Path, systems: Sequence[str], *, is_fast: bool) -> None:
    """Build for the systems named, "windows" and those of MACHINES, into the folder ``out``.

    What lies there for other systems is kept. They do not need each other and are made at the same time: most steps
    use one core only. Each has a process of its own, so that the processor's seconds of its steps can be told apart.

    The sums are written last: a folder without them is not to be handed out.

    Raises:
        BuildError: A file is larger than LARGEST, unless it is packed quickly.
    """
    kept = dist_folder.make_room(out, systems)
    _need_programs(systems)  # first, for apt does not like to be called twice at the same time
    sbom.tool()  # likewise
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as processes:
        for made in [processes.submit(_make, system, work / system, out, is_fast) for system in systems]:
            made.result()
    (out / BLANK_WORKBOOK).write_bytes(_blank_workbook())
    write_guide(out)
    for path in dist_folder.files(out):
        _expect_size(path, out, is_fast)
    dist_folder.write_sums(out)
    print(f"{out}：")
    for path in dist_folder.files(out):
        print(f"   {path.relative_to(out)}：{megabytes(path)}{'（以前制作的，保留）' if path in kept else ''}")


def _expect_size(path: Path, out: Path, is_fast: bool) -> None:
    """Fail where a file is too large to be handed out, and give it a name that says so.

    Raises:
        BuildError: It is larger than LARGEST and not packed quickly.
    """
    if size(path) <= LARGEST or is_fast:
        return
    found = f"{path.relative_to(out)}（{size(path):,} 字节）"
    path.rename(path.with_name(path.name + _REFUSED))
    raise BuildError(f"超过 {LARGEST:,} 字节，不能发布：{found}")


def _need_programs(systems: Sequence[str]) -> None:
    for machine in MACHINES.values():
        if machine.system in systems:
            from build_scripts.installer import build_room, emulator  # deferred: Linux only

            need_programs(build_room.NEEDED)
            emulator.need_emulator(machine)
    if "windows" in systems and sys.platform != "win32":
        from build_scripts.installer import windows_freeze

        need_programs(windows_freeze.NEEDED)


def _make(system: str, work: Path, out: Path, is_fast: bool) -> None:
    if system in MACHINES:
        _for_linux(system, work, out, is_fast)
    else:
        _for_windows(work, out, is_fast)


def _for_linux(system: str, work: Path, out: Path, is_fast: bool) -> None:
    from build_scripts.installer.build_room import freeze_in_room  # deferred, as above
    from build_scripts.installer.linux_package import make_deb, make_tar

    machine = MACHINES[system]
    bundle = freeze_in_room(machine, work)
    sbom.add_sbom(bundle, out, system)
    _expect_size(make_deb(machine, bundle, work, out, is_fast=is_fast), out, is_fast)
    _expect_size(make_deb(machine, bundle, work, out / STORE, is_fast=is_fast, for_store=True), out, is_fast)
    _expect_size(make_tar(machine, bundle, work, out, is_fast=is_fast), out, is_fast)


def _for_windows(work: Path, out: Path, is_fast: bool) -> None:
    from build_scripts.installer.embedded_package import make_embedded
    from build_scripts.installer.windows_package import make_setup, make_zip, sign_programs  # deferred: needs makensis

    if sys.platform == "win32":
        from build_scripts.installer.freeze import freeze_here

        bundle = freeze_here(work)
    else:
        from build_scripts.installer.windows_freeze import freeze_under_wine

        bundle = freeze_under_wine(work)
    sbom.add_sbom(bundle, out, "windows")
    sign_programs(bundle)
    _expect_size(make_setup(bundle, work, out, is_fast=is_fast), out, is_fast)
    _expect_size(make_zip(bundle, out, is_fast=is_fast), out, is_fast)
    _expect_size(make_embedded(work, out, is_fast=is_fast), out, is_fast)


def _blank_workbook() -> bytes:
    """Return the self-checking workbook for PCs that cannot run the program, as if made when the commit was."""
    from core.draft.workbook import blank_workbook  # deferred: the core is not needed to say what is missing
    from core.form.form_reader import form_for_year

    made = datetime.fromtimestamp(commit_time(), UTC)
    data = blank_workbook(form_for_year(made.year), "", made.year)
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            part = source.read(entry)
            if entry.filename == "docProps/core.xml":
                part = _TIME.sub(f">{made:%Y-%m-%dT%H:%M:%SZ}<".encode(), part)
            target.writestr(entry, part)
    return written.getvalue()
