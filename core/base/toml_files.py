"""TOML files from others are read here, whatever is in them; the shipped ones need no such care."""

import re
import tomllib
from typing import Any

from core.base.resources import resource_path

MAX_TOML_BYTES = 256 * 1024  # local rules or a style profile have some KB
_QUOTES = "，引号要用英文的双引号，或缺了一个引号"
_QUOTED = re.compile(r'"[^"]*"')
_MARKS = ('"', "“", "”", "＂", "‘", "’")
NOT_UTF8 = "文字编码不是 UTF-8，请用记事本另存为 UTF-8"


class TomlError(ValueError):
    """A file that is no TOML, or none that anybody would write.

    Attributes:
        reason: What is wrong, in Chinese.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def shipped_toml(*parts: str) -> dict[str, Any]:
    """Return the content of a shipped TOML file, ``shipped_toml("fonts", "names.toml")``."""
    return tomllib.loads(resource_path(*parts).read_text(encoding="utf-8"))


def read_toml(data: bytes) -> dict[str, object]:
    """Return the content of a TOML file in UTF-8, with or without a mark in front.

    Raises:
        TomlError: It is too large, in another encoding, no TOML, nested too deeply, or holds a giant number.
    """
    if len(data) > MAX_TOML_BYTES:
        raise TomlError("内容过大")
    try:
        return tomllib.loads(data.decode("utf-8-sig"))  # Windows' own editor may put a mark in front
    except UnicodeDecodeError as error:
        raise TomlError(NOT_UTF8) from error
    except tomllib.TOMLDecodeError as error:
        raise TomlError(f"格式有误（{_place(error)}）{_QUOTES * _is_about_quotes(error, data)}") from error
    except (RecursionError, ValueError) as error:  # thousands of brackets; an integer of thousands of digits
        raise TomlError("格式有误（括号层数太多，或有过长的数字）") from error


def _is_about_quotes(error: tomllib.TOMLDecodeError, data: bytes) -> bool:
    """Whether quotation marks of the line are Chinese, or do not come in pairs."""
    words = str(error).rpartition("line ")[2].partition(",")[0]
    lines = data.decode("utf-8-sig").splitlines()
    line = lines[int(words) - 1] if words.isdecimal() and 0 < int(words) <= len(lines) else ""
    rest = _QUOTED.sub("", line.partition("=")[2].strip())
    return rest[:1].isalpha() or any(mark in rest for mark in _MARKS)


def _place(error: tomllib.TOMLDecodeError) -> str:
    """Return where a file is no TOML, for the clerk; the parser speaks English."""
    words = str(error).rpartition("line ")[2].partition(",")[0]
    return f"第{words}行" if words.isdecimal() else "请检查引号和括号"
