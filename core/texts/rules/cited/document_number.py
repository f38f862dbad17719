"""How the document number of a letter is written: 清水函〔2026〕3号 (GB/T 9704—2012 《党政机关公文格式》 7.2.5)."""

from __future__ import annotations

import re

_RIGHT = re.compile(r"\D+〔(?:19|20)\d\d〕(?:[1-9]\d*)?号")
"""The number may still be open: it is given when the letter goes out."""
_LOOSE = re.compile(
    r"(?P<organ>[\u4e00-\u9fff]+?)[^\w\u4e00-\u9fff]?(?P<year>(?:19|20)\d\d)(?:年|[^\w\u4e00-\u9fff])*第?(?P<number>\d{1,5})(?:号|$)",
    re.ASCII,
)
_NO_LETTER = re.compile("令|公告|通告|[×Xx＿_…]|某")
"""Numbers of another form, and what N-12 asks to fill in."""

_HALF_WIDTH = {ord("０") + digit: str(digit) for digit in range(10)}


def written_rightly(number: str) -> str | None:
    """Return how a document number is to be written; None where it is right, "" where nobody can tell."""
    plain = re.sub(r"\s", "", number)
    if not plain or _RIGHT.fullmatch(plain) or _NO_LETTER.search(plain):
        return None
    told = _LOOSE.fullmatch(plain.translate(_HALF_WIDTH))
    return f"{told['organ']}〔{told['year']}〕{int(told['number'])}号" if told and int(told["number"]) else ""
