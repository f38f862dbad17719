"""Runs this Python once more with a virtual screen: ``python -m build_scripts.make.virtual_screen -m pytest …``.

Needs nothing but the standard library and Xvfb; the screen takes a free number and is gone afterwards.
"""

from __future__ import annotations

import os
import subprocess
import sys


def main(arguments: list[str]) -> int:
    """Start Xvfb, run Python with these arguments and DISPLAY set; return its exit code."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1920x1080x24", "-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(command, pass_fds=(writing,), stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as answer:
            number = answer.readline().strip()  # empty when Xvfb has died
        if not number:
            print("虚拟显示器 Xvfb 没有启动，请单独运行 Xvfb :99 查看原因。", file=sys.stderr)
            return 1
        surroundings = {**os.environ, "DISPLAY": f":{number}"}
        return subprocess.run([sys.executable, *arguments], env=surroundings, check=False).returncode
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
