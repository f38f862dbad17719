"""The kinds of Linux PC for which packages are made."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Machine:
    """A kind of processor, and what the systems that are usual on it have.

    Attributes:
        system: What ``--only`` takes; folders and the list of what is inside are named after it.
        name: As ``uname -m`` says.
        debian: As dpkg says.
        max_glibc: The newest symbols that the oldest system for it has.
        max_glibcxx: Likewise, of libstdc++.
        libstdcxx: The version of libstdc++ from which on it has them.
        min_page: Bytes to which libraries must be aligned, since kernels for it may have pages as large.
        wheels: The kinds of wheel that run there.
        lock: File with the packages that differ from requirements.lock, "" for none.
        needs: Debian packages, beside those that every machine needs, that the program takes from the system.
    """

    system: str
    name: str
    debian: str
    max_glibc: tuple[int, ...]
    max_glibcxx: tuple[int, ...]
    libstdcxx: str
    min_page: int
    wheels: tuple[str, ...]
    lock: str = ""
    needs: tuple[str, ...] = ()


X86 = Machine(
    system="linux",
    name="x86_64",
    debian="amd64",
    max_glibc=(2, 28),  # UOS 20, Kylin V10 SP1
    max_glibcxx=(3, 4, 25),
    libstdcxx="8",
    min_page=0x1000,
    wheels=("manylinux_2_28_x86_64", "manylinux_2_27_x86_64", "manylinux_2_17_x86_64", "manylinux2014_x86_64"),
)
ARM = Machine(
    system="arm",
    name="aarch64",
    debian="arm64",
    max_glibc=(2, 31),  # Kylin V10 SP1; that of UOS 20 is older than Qt's wheels for this machine
    max_glibcxx=(3, 4, 28),
    libstdcxx="9.3",
    min_page=0x10000,
    wheels=(*(f"manylinux_2_{minor}_aarch64" for minor in (31, 28, 27, 26, 24, 17)), "manylinux2014_aarch64"),
    lock="requirements-arm.lock",
    needs=("libsm6", "libice6"),
)
MACHINES = {machine.system: machine for machine in (X86, ARM)}
