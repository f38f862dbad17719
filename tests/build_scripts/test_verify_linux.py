"""What the trial of the installed program takes for the use of a network, and that none is disturbed by another."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from build_scripts.installer.build_room import alone_in
from build_scripts.installer.steps import BuildError
from build_scripts.installer.verify_linux import HERE, expect_local

DESKTOP = (
    '71 socket(AF_UNIX, SOCK_STREAM|SOCK_CLOEXEC, 0) = 3\n71 connect(3, {sa_family=AF_UNIX, sun_path=@"X0"}, 20) = 0\n'
)
CUPS = """\
71 socket(AF_INET6, SOCK_STREAM, IPPROTO_IP) = 9
71 connect(9, {sa_family=AF_INET6, sin6_port=htons(631), inet_pton(AF_INET6, "::1", &sin6_addr)}, 28) = -1 EINPROGRESS
71 socket(AF_INET, SOCK_STREAM, IPPROTO_IP) = 9
71 connect(9, {sa_family=AF_INET, sin_port=htons(631), sin_addr=inet_addr("127.0.0.1")}, 16) = 0
71 socket(AF_NETLINK, SOCK_RAW|SOCK_CLOEXEC, NETLINK_ROUTE) = 10
71 bind(10, {sa_family=AF_NETLINK, nl_pid=0, nl_groups=00000000}, 12) = 0
71 getsockname(9, {sa_family=AF_INET, sin_port=htons(0), sin_addr=inet_addr("0.0.0.0")}, [16]) = 0
"""
ELSEWHERE = '71 connect(9, {sa_family=AF_INET, sin_port=htons(80), sin_addr=inet_addr("93.184.215.14")}, 16) = 0\n'
NAME_SERVER = '71 connect(9, {sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr("127.0.0.53")}, 16) = 0\n'
PROXY = '71 connect(9, {sa_family=AF_INET6, sin6_port=htons(8080), inet_pton(AF_INET6, "::1", &sin6_addr)}, 28) = 0\n'
DATAGRAM = "71 socket(AF_INET, SOCK_DGRAM|SOCK_CLOEXEC, IPPROTO_UDP) = 9\n"
WAITS = "71 listen(9, 4096) = 0\n"
BOUND = '71 bind(9, {sa_family=AF_INET, sin_port=htons(631), sin_addr=inet_addr("127.0.0.1")}, 16) = 0\n'
OTHER_FAMILY = "71 socket(AF_BLUETOOTH, SOCK_STREAM, 3) = 9\n"


def test_sockets_of_the_desktop_and_of_the_printer_here_are_none_of_a_network(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    log = tmp_path / "calls.txt"
    log.write_text(DESKTOP + CUPS, encoding="utf-8")
    expect_local(log, asks_printer=True)
    said = capsys.readouterr().out
    assert "本机套接字 1 个，问本机的打印服务（127.0.0.1、::1 的 631 端口）2 个，问内核本机地址 1 个，网络 0 个" in said


@pytest.mark.parametrize(
    ("calls", "asks_printer"),
    [
        (DESKTOP + CUPS, False),
        *((CUPS + other, True) for other in (ELSEWHERE, NAME_SERVER, PROXY, DATAGRAM, WAITS, BOUND, OTHER_FAMILY)),
        (DESKTOP + WAITS, False),
    ],
)
def test_any_other_socket_fails_the_trial(calls: str, asks_printer: bool, tmp_path: Path) -> None:
    log = tmp_path / "calls.txt"
    log.write_text(calls, encoding="utf-8")
    with pytest.raises(BuildError, match="network"):
        expect_local(log, asks_printer=asks_printer)


STAND_INS = {"xdotool": "[ $1 != search ] || echo 1", "xclip": "echo 你好", "sleep": ":", "import": ":"}
SLOW_TO_END = "trap '/bin/sleep 1; touch {ended}; exit 0' TERM; touch {begun}; while :; do /bin/sleep 0.1; done"


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script of Linux")
def test_the_program_has_ended_when_typing_has(tmp_path: Path) -> None:
    """While it runs, the package cannot be removed, which is what comes next."""
    begun, ended, programs = (tmp_path / name for name in ("begun", "ended", "programs"))
    programs.mkdir()
    stand_ins = {**STAND_INS, "none-remote": f"until [ -e {begun} ]; do /bin/sleep 0.1; done; echo 2"}
    for name, does in {"openbox": "exec /bin/sleep 60", **stand_ins}.items():
        (programs / name).write_text(f"#!/bin/sh\n{does}\n", encoding="utf-8")
        (programs / name).chmod(0o755)
    typing: list[str | Path] = ["bash", HERE / "type_chinese.sh", "none", tmp_path / "work"]
    program = ["sh", "-c", SLOW_TO_END.format(begun=begun, ended=ended)]
    surroundings = {**os.environ, "PATH": f"{programs}:{os.environ['PATH']}"}
    done = subprocess.run(
        [*typing, *program], env=surroundings, stdout=subprocess.PIPE, text=True, check=True, timeout=60
    )
    assert done.stdout == "输入框：你好\n"
    assert ended.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="the rooms are of Linux")
def test_two_builds_are_never_in_a_room_at_once(tmp_path: Path) -> None:
    with alone_in(tmp_path), pytest.raises(BuildError, match="请等它结束"), alone_in(tmp_path):
        pass
    with alone_in(tmp_path):
        pass
