"""Freezes, tests and packs the program; needs nothing but Python 3.11 to 3.13.

    python3 build_scripts/build.py freeze          PyInstaller on this system: build/here/dist/nianbao
    python3 build_scripts/build.py smoke           the same, then its self-test; the last step of `dev.py test`
    python3 build_scripts/build.py package         installers for Windows and for UOS / Kylin into dist/
    python3 build_scripts/build.py package --dev   the same from a checkout with changes
    python3 build_scripts/build.py verify          install, run, upgrade and remove what is in dist/
    python3 build_scripts/build.py compare DIST    compare dist/ with that of another build, byte by byte

`package` and `verify` take `--only linux`, `--only arm` or `--only windows`. On a Windows PC only the Windows part can
be made. What is built or fetched once is kept in the user's cache folder (NIANBAO_BUILD_CACHE names another one).
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Set up the environment, then hand over to its Python, in which the packages of the checkout can be imported."""
    folder = "Scripts/python.exe" if sys.platform == "win32" else "bin/python"
    python = ROOT / ".venv" / folder
    code = subprocess.run([sys.executable, str(ROOT / "build_scripts" / "dev.py"), "setup"], check=False).returncode
    if code:
        return code
    command = [str(python), "-X", "utf8", "-m", "build_scripts.installer", *sys.argv[1:]]
    return subprocess.run(command, cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
