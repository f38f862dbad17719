"""What support has to know of this PC: versions, screens, fonts, input method; nothing of reports, and no names."""

from __future__ import annotations

import locale
import os
import platform
import string
import sys
from pathlib import Path

from PySide6.QtCore import qVersion
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtPrintSupport import QPrinterInfo

from core import NAME
from core.base.build import version
from core.base.on_disk import is_file
from core.word.style_profile import StyleProfile, missing_fonts
from gui.look.settings import OWN_PROFILE, SCHEMES, Settings

_INPUT_METHODS = ("QT_IM_MODULE", "GTK_IM_MODULE", "XMODIFIERS", "QT_QPA_PLATFORM", "XDG_SESSION_TYPE", "LANG")
_PLAIN = frozenset(string.ascii_letters + string.digits + "-_.=@:;")


def pc_facts(settings: Settings, profile: StyleProfile) -> list[str]:
    """Return one Chinese line a fact; what this PC does not tell is left out."""
    style = "本单位的版式" if settings.profile == OWN_PROFILE else f"版式“{profile.name}”"  # its name may name the unit
    lines = [
        f"程序：{NAME} {version()}，{_edition()}",
        f"系统：{_system()}，{platform.machine()}，Python {platform.python_version()}，Qt {qVersion()}",
        f"窗口系统：{QGuiApplication.platformName()}",
        *_screens(),
        f"外观：字号{settings.points}磅，配色{SCHEMES[settings.scheme]}，表格{settings.zoom:.0%}，{style}",
    ]
    missing = missing_fonts(profile, QFontDatabase.families())
    said = "、".join(f"{font}（用{instead}代替）" for font, instead in missing)
    lines.append(f"字体：共{len(QFontDatabase.families())}种，" + (f"缺少{said}" if said else "版式要求的都有"))
    environment = [f"{name}={_plain(os.environ[name])}" for name in _INPUT_METHODS if os.environ.get(name)]
    method = QGuiApplication.inputMethod()
    lines.append(f"输入法：语言{method.locale().name()}" + (f"，{'，'.join(environment)}" if environment else ""))
    lines.append(f"编码：{locale.getpreferredencoding(do_setlocale=False)}，文件名{sys.getfilesystemencoding()}")
    lines.append(f"打印机：{len(QPrinterInfo.availablePrinterNames())}台")
    return lines


def _edition() -> str:
    """Return what kind of package the program comes from."""
    if getattr(sys, "frozen", False):
        return "安装版" if _is_installed(Path(sys.executable)) else "便携版"
    return "内嵌版" if __file__.endswith(".pyc") else "源代码"  # embedded_package.py ships compiled modules alone


def _is_installed(program: Path) -> bool:
    """Return whether the .deb or the setup put the program there, and not somebody who unpacked an archive."""
    if sys.platform == "win32":
        return is_file(program.with_name("uninstall.exe"))
    return program.is_relative_to("/opt/apps")


def _system() -> str:
    """Return the name and version of the system as it calls itself."""
    try:
        release = platform.freedesktop_os_release()
    except OSError:  # Windows, or a Linux that does not say
        return f"{platform.system()} {platform.release()} {platform.version()}"
    return f"{release.get('PRETTY_NAME', release['NAME'])}（内核 {platform.release()}）"


def _screens() -> list[str]:
    return [
        f"屏幕{number}：{screen.size().width()}×{screen.size().height()}，缩放{screen.devicePixelRatio():.0%}，"
        f"可用{screen.availableGeometry().width()}×{screen.availableGeometry().height()}，"
        f"每英寸{screen.logicalDotsPerInch():.0f}点"
        for number, screen in enumerate(QGuiApplication.screens(), 1)
    ]


def _plain(value: str) -> str:
    """Return the value of a variable, which somebody may have set to anything."""
    return "".join(letter for letter in value[:40] if letter in _PLAIN)
