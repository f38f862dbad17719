"""Whether a text tells of 信息处理费 that was charged: the boxes for it are then to be filled in, too."""

from __future__ import annotations

from core.base.patterns import holds_one
from core.texts.reading.reader import read_text

_WORDS = ("费", "金额")
_KEYS = "fee_"


def tells_fees(code: str, text: str, year: int | None, form_id: str) -> bool:
    """Whether a text has numbers of notices or of money, and not only noughts; what it denies needs no box."""
    if not holds_one(text, _WORDS):
        return False
    readings = read_text(code, text, year, form_id)
    return any(r.kind == "count" and r.key.startswith(_KEYS) and r.value for r in readings)
