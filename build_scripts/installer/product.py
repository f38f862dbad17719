"""What the installers say about the program: the one place for ids, names, publisher and version."""

from pathlib import Path

import core

ROOT = Path(__file__).resolve().parent.parent.parent
APP_ID = "cn.nianbao.annualreport"
"""Reversed domain name, as UOS asks for: package, folder below /opt/apps, desktop entry and icon are named after it."""
OPENER_ID = f"zz.{APP_ID}.open"
"""Desktop entry under which .xlsx files are offered the program.

Where nobody has chosen a program for a kind of file, desktops take the first entry in the order of the names: this one
comes last, so that .xlsx goes on being opened by WPS.
"""
COMMAND = "nianbao"
CLI_COMMAND = "nianbao-cli"
NAME = core.NAME
COMMENT = "离线填写、校核政府信息公开工作年度报告，生成 Word 文件"
PUBLISHER = "nianbao 开发组"
COPYRIGHT = f"{PUBLISHER}，MIT 许可证"
MAINTAINER = "nianbao developers <dev@nianbao.invalid>"
VERSION = core.__version__
ICON = ROOT / "resources" / "icons" / "nianbao.svg"
SMALL_ICON = ROOT / "resources" / "icons" / "nianbao_small.svg"
SMALL_ICON_SIZES = (16, 24)
ICON_SIZES = (*SMALL_ICON_SIZES, 32, 48, 64, 128, 256)
BLANK_WORKBOOK = "空白填报表.xlsx"
GUIDE = "安装说明.html"


def four_numbers() -> str:
    """Return the version with four numbers, as UOS and Windows want it: 1.2.0 becomes 1.2.0.0."""
    numbers = VERSION.split(".")
    if not all(number.isdecimal() for number in numbers) or len(numbers) > 4:
        raise ValueError(f"version {VERSION} is not made of at most four numbers")
    return ".".join([*numbers, "0", "0", "0"][:4])
