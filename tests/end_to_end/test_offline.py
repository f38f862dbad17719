"""The program uses no network: what the system sees of a whole session, and what Python imported for it."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

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
LOOPBACK = re.compile(r'inet_addr\("127\.|inet_pton\(AF_INET6, "::1"')


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
    run_session(tmp_path / "files", "strace", "-f", "-qq", "-e", "trace=%network", "-o", str(log))

    calls = log.read_text(encoding="utf-8", errors="replace").splitlines()
    families = {match[1] for call in calls if (match := re.search(r" socket\((AF_\w+)", call))}
    assert families <= {"AF_UNIX", "AF_INET", "AF_INET6", "AF_NETLINK"}
    # Qt's printer asks CUPS at port 631 of this machine; any other address is a connection
    addressed = [call for call in calls if "sa_family=AF_INET" in call and "getsockname" not in call]
    assert [call for call in addressed if not LOOPBACK.search(call)] == []
    bound = [call for call in calls if re.search(r" (bind|listen|accept4?)\(", call) and "AF_UNIX" not in call]
    assert bound == []
