"""The options of the command ``count``; what carries it out is imported only when it is called."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from core.cli.output import Parser

_USAGE = """\
%(prog)s 台账.xlsx -o 草稿.xlsx --year 年度 [--year-of-days 年度]
      [--map 对照表.toml] [--last-year 上年文件] [--json]
      %(prog)s --template -o 台账.xlsx [--year 年度]"""


def add_count(commands: argparse._SubParsersAction[Parser], run: Callable[[argparse.Namespace], int]) -> None:
    """Add the command ``count``."""
    count = commands.add_parser("count", help="用依申请公开台账数出表三，或新建台账（--template）", usage=_USAGE)
    count.add_argument("register", type=Path, nargs="?", metavar="台账.xlsx")
    count.add_argument("-o", "--output", type=Path, required=True, metavar="草稿.xlsx")
    count.add_argument("--year", type=int, metavar="年度", help="报告年度；只有新建台账时可以不写")
    count.add_argument(
        "--year-of-days", type=int, metavar="年度", help="没有写年份的日期（2.3、二月三日）都是这一年的；不写则不读"
    )
    count.add_argument("--map", dest="mapping", type=Path, metavar="对照表.toml")
    count.add_argument("--last-year", type=Path, metavar="上年文件")
    count.add_argument("--template", action="store_true", help="新建一份空白台账")
    count.add_argument("--json", action="store_true", help="输出 JSON（UTF-8）")
    count.set_defaults(command=run)
