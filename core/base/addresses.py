"""The whole address of a page, as a browser shows it."""

from __future__ import annotations

import re

NO_ADDRESS = "网址“{}”不是以 http:// 或 https:// 开头的完整网址"
_ADDRESS = re.compile(r"https?://[^\s/]+\.\S+", re.IGNORECASE)


def is_address(text: str) -> bool:
    """Whether it is one, with its http:// or https://."""
    return _ADDRESS.fullmatch(text) is not None
