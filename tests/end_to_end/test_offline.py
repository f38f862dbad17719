"""The program uses no network: what the system sees of a whole session, and what Python imported for it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from build_scripts.installer import socket_log

ROOT = Path(__file__).parents[2]
SCRIPT = "tests.end_to_end.scripted_session"
NETWORK = {
    "aiohttp", "asyncio", "ftplib", "http", "imaplib", "poplib", "requests", "select", "selectors", "smtplib", "socket",
    "socketserver", "ssl", "telnetlib", "urllib", "urllib3", "webbrowser", "xmlrpc", "_socket", "_ssl",
}  # fmt: skip
DRAGGED_IN = {
    "urllib",  # pathlib, for its as_uri: the parser only
    "urllib.parse",
    "_socket",  # typing_extensions, for the type CapsuleType: the C module alone, no socket is made of it
}


def run_session(folder: Path, *before: str) -> str:
    """Run the scripted session; return what it printed."""
    folder.mkdir()
    done = subprocess.run(
        [*before, sys.executable, "-m", SCRIPT, str(folder)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    assert {path.name for path in folder.iterdir()} == {"草稿.xlsx", "报告.docx", "报告.pdf"}
    return done.stdout


def test_a_whole_session_imports_nothing_for_networks(tmp_path: Path) -> None:
    imported = run_session(tmp_path / "files").split()

    assert "gui.main_window" in imported
    assert {name for name in imported if name.split(".")[0] in NETWORK} <= DRAGGED_IN
    assert not any(name.startswith("PySide6.QtNetwork") for name in imported)


@pytest.mark.needs_strace
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="strace is a tool of Linux")
def test_the_system_sees_no_connection_beyond_this_machine(tmp_path: Path) -> None:
    assert shutil.which("strace"), "strace is missing: build_scripts/dev.py installs it"
    log = tmp_path / "calls"
    run_session(tmp_path / "files", *socket_log.TRACE, "-o", str(log))

    calls = log.read_text(encoding="utf-8", errors="replace").splitlines()
    assert socket_log.of_a_network(calls, asks_printer=True) == []  # Qt's printer asks CUPS on this machine
