"""Where a rule or an explanation comes from, said once."""

from __future__ import annotations

_SAID = ("建议：", "惯例：")
"""What a source begins with that says by itself that it is no official one."""


def source_line(source: str) -> str:
    """Return the line that names a source, such as 来源：官方表样 or 建议：文字与表格."""
    return source if source.startswith(_SAID) else f"来源：{source}"
