"""登记号 as they are compared: 2025-3, 2025-003 and 〔2025〕3号 are one number, 2025-003至2025-005 are several."""

from __future__ import annotations

import re
from functools import lru_cache

from core.office.register.vocabulary import plain

_PARTS = re.compile(r"\d+|[^\W\d_]+")
_SAYS_NOTHING = re.compile("第|号|年")
_SEVERAL = re.compile(r"\d[号件)\]〕]?(?:至|到|[~〜∼、;]|和|及|与|\+|&)\D{0,8}\d|等\d*[件个份]")
_LISTED = re.compile(r"\d[号件)\]〕]?,\D{0,8}\d")
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+")


@lru_cache(maxsize=4096)
def compared_number(number: str) -> str:
    """Return a 登记号 as it is compared: whatever parts the year from the number, zeros before it left out."""
    return "-".join(_parts(number)) or plain(number)


@lru_cache(maxsize=4096)
def names_several(number: str) -> bool:
    """Whether a 登记号 names several: a range, a list, or a number written twice with other digits at its end."""
    text = plain(number)
    if _SEVERAL.search(text) or (_LISTED.search(text) and not _THOUSANDS.fullmatch(text)):
        return True
    parts = _parts(number)
    half = len(parts) // 2
    first, second = parts[:half], parts[half:]
    is_twice = half > 1 and first[:-1] == second[:-1] and first[-1] != second[-1]
    return is_twice and first[-1].isdecimal() and second[-1].isdecimal()


def _parts(number: str) -> list[str]:
    text = " ".join(plain(part) for part in number.split())
    found = _PARTS.findall(_SAYS_NOTHING.sub(" ", text.casefold()))
    return [(part.lstrip("0") or "0") if part.isdecimal() else part for part in found]
