"""Runs before everything else in both frozen programs: their modules lie in one archive beside them, not in each.

PyInstaller's bootloader names the archive inside the program, which is empty; its importer opens what is named here.
Only built-in modules can be imported by now.
"""

import sys

sys._pyinstaller_pyz = f"{sys._MEIPASS}/nianbao.pyz"  # type: ignore[attr-defined]  # noqa: SLF001 - PyInstaller's
