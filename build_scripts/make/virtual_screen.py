"""Runs this Python once more with virtual screens: ``python -m build_scripts.make.virtual_screen -m pytest …``.

Needs nothing but the standard library and Xvfb; the screens take free numbers and are gone afterwards. DISPLAY names
the first, SCREENS all of them: windows that are tested side by side would take the focus from each other on one.
"""

import contextlib
import os
import subprocess
import sys
from collections.abc import Iterator

NUMBER = 3


def main(arguments: list[str]) -> int:
    """Start the screens, run Python with these arguments; return its exit code."""
    with contextlib.ExitStack() as servers:
        screens = [servers.enter_context(_screen()) for _ in range(NUMBER)]
        if not all(screens):
            print("虚拟显示器 Xvfb 没有启动，请单独运行 Xvfb :99 查看原因。", file=sys.stderr)
            return 1
        surroundings = {**os.environ, "DISPLAY": screens[0], "SCREENS": " ".join(screens)}
        return subprocess.run([sys.executable, *arguments], env=surroundings, check=False).returncode


@contextlib.contextmanager
def _screen() -> Iterator[str]:
    """Keep a screen while it is used; gives its name, "" where Xvfb has died."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1920x1080x24", "-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(command, pass_fds=(writing,), stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as answer:
            number = answer.readline().strip()
        yield number and f":{number}"
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
