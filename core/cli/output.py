"""What the command line prints: in Chinese, its help and complaints too, and in the encoding of who reads it."""

from __future__ import annotations

import argparse
import json
import locale
import re
import sys
from datetime import datetime
from decimal import Decimal
from io import TextIOWrapper
from pathlib import Path
from typing import Any, NoReturn, TextIO

from core.base import crash_log
from core.base.errors import ErrorText, ReportError
from core.base.overriding import override
from core.base.resources import broken_installation

USAGE = ErrorText("命令写法不对（{where}）：{problem}。", "请加 --help 查看用法，改正后重新运行。")
_FAULT = ErrorText("程序内部出错，没有完成。", "请{how}技术支持。")


class OutputError(ReportError):
    """What the command line has to say cannot be written where its output goes."""

    def __init__(self) -> None:
        super().__init__(
            summary="结果无法输出，输出的位置已满或不能写入。",
            advice="请检查磁盘空间，或换一个位置输出后重新运行。",
        )


_HELP_WORDS = {
    "usage: ": "用法：",
    "positional arguments:": "参数：",
    "options:": "选项：",
    "show this help message and exit": "显示这份说明",
}
HELP_END = """\
退出码：0 没有必须改的问题；1 有错误（check --final、generate --as review 或 final 时，没填的也算；
汇总审核时还有没办完的事），归档与清单不一致，台账有没有读懂的行；2 没有完成，原因见提示。
generate 生成草稿（--as draft，默认）不受错误影响，有错误也为 0，并写明有几处。
输出：--json 一律为 UTF-8；其他文字在 Windows 上写入文件或管道时，用命令行窗口的代码页（简体中文为 GBK）。"""


class Parser(argparse.ArgumentParser):
    """A parser whose help and complaints are Chinese; a complaint ends with code 2."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - those of argparse, passed on
        super().__init__(*args, **kwargs)
        self.register("type", Path, _path)

    @override
    def format_help(self) -> str:
        """Return the help in Chinese."""
        text = super().format_help()
        for english, chinese in _HELP_WORDS.items():
            text = text.replace(english, chinese)
        return text

    @override
    def print_help(self, file: object = None) -> None:  # noqa: ARG002  argparse gives it
        """Print the help where everything is said."""
        say(self.format_help().rstrip())

    @override
    def error(self, message: str) -> NoReturn:
        """Refuse the arguments."""
        raise USAGE.error(where=self.prog, problem=_complaint(message))


_LACKING = "the following arguments are required: "
_COMPLAINTS = (
    (re.compile(r"argument 命令: invalid choice: '(.*?)'.*"), r"没有“\1”这个命令"),
    (re.compile(r"argument (.+?): invalid choice: '(.*?)' \(choose from (.*)\)"), r"\1 不能是“\2”，只能是 \3"),
    (re.compile(r"argument --year: invalid int value: '(.*)'"), r"--year 应是四位数的年份，不能是“\1”"),
    (re.compile(r"argument (.+?): invalid int value: '(.*)'"), r"\1 应是整数，不能是“\2”"),
    (re.compile(r"argument (.+?): no path"), r"\1 是空的，应写出文件或文件夹"),
    (re.compile(r"argument (.+?): invalid _words value: .*"), r"\1 中有不能识别的文字"),
    (re.compile(r"argument (.+?): expected .*"), r"\1 后面缺少内容"),
    (re.compile(r"unrecognized arguments: (.+)"), r"不认识 \1"),
)


_LONG = re.compile(r"([0-9]{20})[0-9]{20,}")


def _shortened(text: str) -> str:
    """Return a text for the screen with the numbers cut that nobody could read: they have twenty digits, and a note."""
    return _LONG.sub(lambda found: f"{found[1]}…（共{len(found[0])}位）", text)


def _path(argument: str) -> Path:
    """Return an argument as a path; an empty one, which Python takes for this folder, is none."""
    if not argument:
        raise argparse.ArgumentTypeError("no path")
    return Path(argument)


def _complaint(message: str) -> str:
    """Return what argparse complains about in Chinese."""
    if message.startswith(_LACKING):
        return f"缺少 {message.removeprefix(_LACKING).replace(', ', '、')}"
    for pattern, chinese in _COMPLAINTS:
        if match := pattern.fullmatch(message):
            return _shortened(match.expand(chinese).replace("'", "").replace(", ", "、"))
    return "参数有误"


def set_encoding(stream: TextIO | None, redirected: str | None = None) -> None:
    """Set how a stream writes; a console itself is always spoken to in UTF-8.

    Args:
        stream: The stream; None where it is closed.
        redirected: The encoding for a file or a pipe; None for the one that a console would show rightly.
    """
    if isinstance(stream, TextIOWrapper):
        encoding = "utf-8" if stream.isatty() else redirected or _redirected_encoding()
        stream.reconfigure(encoding=encoding, errors="replace")


def say(*lines: str, is_exact: bool = False) -> None:
    """Print lines on stdout; where not ``is_exact``, with the numbers cut that nobody could read.

    Raises:
        BrokenPipeError: Nobody reads them any more.
        OutputError: They cannot be written.
    """
    try:
        for line in lines:
            print(line if is_exact else _shortened(line))
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError from error


def say_json(value: object) -> None:
    """Print a value as JSON, as with `say`."""
    say(json.dumps(value, ensure_ascii=False, indent=2, default=_json_number), is_exact=True)


def complain(error: ReportError, about: str = "") -> None:
    """Print both sentences of an error on stderr."""
    if sys.stderr is not None:  # it may be closed, and print would turn to stdout
        try:
            print(f"{about}{error.summary}\n{error.advice}", file=sys.stderr, flush=True)
        except OSError:  # nobody is left who could be told
            sys.stderr = None  # so that Python does not try to flush it at exit


def fault(error: Exception) -> ReportError:
    """Write a fault of the program into the log; return what to say about it."""
    log = crash_log.write_log(crash_log.describe(type(error), error, error.__traceback__), datetime.now())
    return broken_installation(error) or _FAULT.error(how=f"把日志“{log}”发给" if log else "联系")


def _json_number(value: Decimal) -> float:
    return float(value)


def _redirected_encoding() -> str:
    """Return the encoding of the console; UTF-8 where it has no Chinese and would leave nothing but question marks."""
    encoding = _console_encoding()
    try:
        "年报".encode(encoding)
    except (LookupError, UnicodeEncodeError):
        return "utf-8"
    return encoding


def _console_encoding() -> str:
    """Return the code page of the Windows console; UTF-8 on other systems, whatever their language settings are."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415  on Windows only

        page = ctypes.windll.kernel32.GetConsoleOutputCP()  # 0 without a console
        return f"cp{page}" if page else locale.getpreferredencoding(do_setlocale=False)
    return "utf-8"
