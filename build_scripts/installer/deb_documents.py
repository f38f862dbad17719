"""What the .deb says to administrators and software centres: change log, copyright, AppStream data, manual pages."""

import re
import sys
from email.utils import formatdate

from build_scripts.installer.deb_check import APPSTREAM_TAG, INHERENT_TAGS
from build_scripts.installer.product import (
    APP_ID,
    CLI_COMMAND,
    COMMAND,
    COMMENT,
    MAINTAINER,
    NAME,
    PUBLISHER,
    ROOT,
    VERSION,
    four_numbers,
)
from build_scripts.installer.steps import run

LICENCES = f"/opt/apps/{APP_ID}/files/_internal/resources/licences"
_COMMON_LICENCES = ("GPL-3", "LGPL-2.1", "LGPL-3")
_COMMAND_LINE = re.compile(r"^    (\w+)  ", re.MULTILINE)
_DAY = 10  # characters of an ISO date


def debian_changelog(when: int) -> str:
    """Return the one entry of this version; what is new stands in the change log of the program, beside this one."""
    lines = [
        f"{APP_ID} ({four_numbers()}) unstable; urgency=medium",
        "",
        f"  * {NAME} {VERSION}，新增和改变的内容见 CHANGELOG.md.gz。",
        "",
        f" -- {MAINTAINER}  {formatdate(when)}",
    ]
    return "\n".join(lines) + "\n"


def copyright_notice() -> str:
    """Return the licence of the program and those of what it brings with it."""
    own = (ROOT / "LICENSE").read_text(encoding="utf-8")
    others = (ROOT / "LICENSES-THIRD-PARTY.md").read_text(encoding="utf-8")
    common = "".join(f"    /usr/share/common-licenses/{name}\n" for name in _COMMON_LICENCES)
    return f"{NAME}\n{PUBLISHER}\n\n{own}\n{others}\n许可证全文：\n    {LICENCES}\n{common}"


def lintian_overrides() -> str:
    """Return what lintian need not tell administrators, each with the reason why it is meant."""
    reasons = {**INHERENT_TAGS, APPSTREAM_TAG: "没有网址（url-homepage-missing）"}
    return "".join(f"# {reason}\n{APP_ID}: {tag}\n" for tag, reason in reasons.items())


def metainfo(released: str) -> str:
    """Return the AppStream data that software centres show; ``released`` is an ISO date."""
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<component type="desktop-application">
  <id>{APP_ID}</id>
  <name>{NAME}</name>
  <summary>Fill in and check the yearly report on open government information</summary>
  <summary xml:lang="zh_CN">离线填写、校核政府信息公开工作年度报告</summary>
  <metadata_license>MIT</metadata_license>
  <project_license>MIT</project_license>
  <developer id="{APP_ID.rpartition(".")[0]}"><name>{PUBLISHER}</name></developer>
  <description>
    <p>Chinese public offices publish a yearly report on open government information. The program helps to fill it in,
    checks its numbers and sentences, and writes it as a Word file. It works offline.</p>
    <p xml:lang="zh_CN">{COMMENT}。每输入一个数字就核对勾稽关系，草稿是普通的 Excel 文件，全程离线。</p>
  </description>
  <launchable type="desktop-id">{APP_ID}.desktop</launchable>
  <icon type="stock">{APP_ID}</icon>
  <categories><category>Office</category></categories>
  <provides><binary>{COMMAND}</binary><binary>{CLI_COMMAND}</binary></provides>
  <content_rating type="oars-1.1"/>
  <releases><release version="{VERSION}" date="{released[:_DAY]}"/></releases>
</component>
"""


def manual_pages(released: str) -> dict[str, str]:
    """Return the manual pages by file name; what the command line takes is what it says itself."""
    window = f"""\
{_title(COMMAND, released)}
.SH 名称
{COMMAND} \\- {NAME}
.SH 用法
.B {COMMAND}
.RI [ 草稿.xlsx ]
.br
.B {COMMAND} \\-\\-selftest
.I 空文件夹
.SH 说明
{COMMENT}。全程离线。
.SH 选项
.TP
.BI \\-\\-selftest " 空文件夹"
不打开窗口，自己检查一遍，结果写在该文件夹的“自检结果.txt”；通过时退出码为 0。
.TP
.B \\-\\-version
显示名称和版本。
.TP
.B \\-\\-help
显示用法。
.SH 文件
.TP
.I ~/.local/share/nianbao
自动保存的内容、历史版本和设置；环境变量
.B NIANBAO_HOME
可以另外指定。
.SH 另见
.BR {CLI_COMMAND} (1)
"""
    whole = _help()
    parts = [
        f"{_title(CLI_COMMAND, released)}\n.SH 名称\n{CLI_COMMAND} \\- {NAME}，命令行\n.SH 说明\n{_as_printed(whole)}"
    ]
    parts += [f".SH {name}\n{_as_printed(_help(name))}" for name in _COMMAND_LINE.findall(whole)]
    return {f"{COMMAND}.1": window, f"{CLI_COMMAND}.1": "".join([*parts, f".SH 另见\n.BR {COMMAND} (1)\n"])}


def _help(*command: str) -> str:
    """Return what the command line says about itself or one of its commands."""
    return run([sys.executable, "-m", "core", *command, "--help"], environment={"COLUMNS": "80"})


def _title(command: str, released: str) -> str:
    return f'.TH {command.upper()} 1 {released[:_DAY]} "{VERSION}" "{NAME}"'


def _as_printed(text: str) -> str:
    """Return lines that a manual page shows as they are."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-")
    return ".nf\n" + "".join(f"\\&{line}\n" if line else "\n" for line in escaped.splitlines()) + ".fi\n"
