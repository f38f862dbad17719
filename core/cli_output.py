"""What the command line prints: its encoding, and what comes of a reader that has gone or a disk that is full."""

from __future__ import annotations

import json
import locale
import sys
from datetime import datetime
from io import TextIOWrapper
from typing import TYPE_CHECKING

from core.base.errors import ErrorText, OutputError

if TYPE_CHECKING:
    from decimal import Decimal
    from typing import TextIO

    from core.base.errors import ReportError

_FAULT = ErrorText("程序内部出错，没有完成。", "请{how}技术支持。")


def set_encoding(stream: TextIO | None, redirected: str | None = None) -> None:
    """Set how a stream writes; a console itself is always spoken to in UTF-8.

    Args:
        stream: The stream; None where it is closed.
        redirected: The encoding for a file or a pipe; None for the one that a console would show rightly.
    """
    if isinstance(stream, TextIOWrapper):
        encoding = "utf-8" if stream.isatty() else redirected or _redirected_encoding()
        stream.reconfigure(encoding=encoding, errors="replace")


def say(*lines: str) -> None:
    """Print lines on stdout.

    Raises:
        BrokenPipeError: Nobody reads them any more.
        OutputError: They cannot be written.
    """
    try:
        for line in lines:
            print(line)
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError from error


def say_json(value: object) -> None:
    """Print a value as JSON, as with `say`."""
    say(json.dumps(value, ensure_ascii=False, indent=2, default=_json_number))


def complain(error: ReportError, about: str = "") -> None:
    """Print both sentences of an error on stderr."""
    if sys.stderr is not None:  # it may be closed, and print would turn to stdout
        try:
            print(f"{about}{error.summary}\n{error.advice}", file=sys.stderr, flush=True)
        except OSError:  # nobody is left who could be told
            sys.stderr = None  # so that Python does not try to flush it at exit


def fault(error: Exception) -> ReportError:
    """Write a fault of the program into the log; return what to say about it."""
    from core.base.crash_log import describe, write_log

    log = write_log(describe(type(error), error, error.__traceback__), datetime.now())
    return _FAULT.error(how=f"把日志“{log}”发给" if log else "联系")


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
        import ctypes

        page = ctypes.windll.kernel32.GetConsoleOutputCP()  # 0 without a console
        return f"cp{page}" if page else locale.getpreferredencoding(do_setlocale=False)
    return "utf-8"
