"""The whole address of a page, as a browser shows it."""

from __future__ import annotations

import re

NO_ADDRESS = "网址“{}”不是以 http:// 或 https:// 开头的完整网址"
"""What is wrong with a text that should be one; it is put into the brackets."""

_ADDRESS = re.compile(r"https?://[^\s/]+\.\S+", re.IGNORECASE)


def is_address(text: str) -> bool:
    """Return whether a text is one, with its http:// or https://; blanks around it are no part of one."""
    return _ADDRESS.fullmatch(text) is not None
