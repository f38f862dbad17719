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


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, list[str]]:
    """Run the scripted session; return what it printed and, where they can be watched, its calls to the system."""
    place = tmp_path_factory.mktemp("session")
    folder, log = place / "files", place / "calls"
    folder.mkdir()
    log.touch()
    is_watched = sys.platform.startswith("linux") and shutil.which("strace")
    done = subprocess.run(
        [*((*socket_log.TRACE, "-o", str(log)) if is_watched else ()), sys.executable, "-m", SCRIPT, str(folder)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    assert {path.name for path in folder.iterdir()} == {"草稿.xlsx", "报告.docx", "报告.pdf"}
    return done.stdout, log.read_text(encoding="utf-8", errors="replace").splitlines()


def test_a_whole_session_imports_nothing_for_networks(session: tuple[str, list[str]]) -> None:
    imported = session[0].split()

    assert "gui.main_window" in imported
    assert {name for name in imported if name.split(".")[0] in NETWORK} <= DRAGGED_IN
    assert not any(name.startswith("PySide6.QtNetwork") for name in imported)


@pytest.mark.needs_strace
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="strace is a tool of Linux")
def test_the_system_sees_no_connection_beyond_this_machine(session: tuple[str, list[str]]) -> None:
    assert shutil.which("strace"), "strace is missing: build_scripts/dev.py installs it"
    calls = session[1]
    assert socket_log.of_a_network(calls, asks_printer=True) == []  # Qt's printer asks CUPS on this machine
