"""Lets this system run the programs of another processor, by QEMU."""

import platform
from pathlib import Path

from build_scripts.installer.machines import Machine
from build_scripts.installer.steps import BuildError, need_programs, run

_REGISTERED = Path("/proc/sys/fs/binfmt_misc")


def need_emulator(machine: Machine) -> None:
    """See that programs of a machine run here, also in a room: the kernel hands them to QEMU.

    Where systemd runs, installing the package is enough; elsewhere the kernel is told here, until it is restarted.

    Raises:
        BuildError: This kernel does not take it.
    """
    if platform.machine() == machine.name:
        return
    rule = Path(f"/usr/lib/binfmt.d/qemu-{machine.name}.conf")
    need_programs({str(rule): "qemu-user-static qemu-user-binfmt"})
    name = f"qemu-{machine.name}"
    if not (_REGISTERED / "register").exists():
        run(["mount", "-t", "binfmt_misc", "binfmt_misc", _REGISTERED])
    if (_REGISTERED / name).exists():
        return
    line = next(line for line in rule.read_bytes().splitlines() if line.startswith(f":{name}:".encode()))
    try:
        with (_REGISTERED / "register").open("wb", buffering=0) as stream:
            stream.write(line)
    except OSError as error:
        raise BuildError(f"内核不能登记 {name}：{error}；{machine.name} 的安装包要在别的电脑上制作。") from error
