"""登记号 as they are compared: 2025-3, 2025-003 and 〔2025〕3号 are one number, 2025-003至2025-005 are several.

2025-003重新答复 and 2025-003（补正后） are the number 2025-003 entered again.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from core.office.register.vocabulary import plain, vocabulary

_PARTS = re.compile(r"\d+|[^\W\d_]+")
_SAYS_NOTHING = re.compile("第|号|年")
_SEVERAL = re.compile(r"\d[号件)\]〕]?(?:至|到|[~〜∼、;]|和|及|与|\+|&)\D{0,8}\d|等[\d一二两三四五六七八九十]*[件个份]")
_LISTED = re.compile(r"\d[号件)\]〕]?,\D{0,8}\d")
_SHORTEST = 2
"""Parts of a number that may be part of a longer one: a bare 3 is part of too many."""
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+")


@lru_cache(maxsize=32768)  # every number of a long register, which is asked for several times
def compared_number(number: str) -> str:
    """Return a 登记号 as it is compared: whatever parts the year from the number, zeros before it left out.

    What says that it is the same application once more is left out as well.
    """
    before, behind = _again()
    once = behind.sub("", before.sub("", _text(number)))
    return "-".join(parts_of(once)) or "-".join(parts_of(number)) or plain(number)


def shorter_numbers(number: str) -> list[str]:
    """Return a 登记号 without its first and without its last part, as they are compared: 2025-3 for A-2025-3."""
    parts = compared_number(number).split("-")
    return ["-".join(parts[1:]), "-".join(parts[:-1])] if len(parts) > _SHORTEST else []


@lru_cache(maxsize=4096)
def names_several(number: str) -> bool:
    """Whether a 登记号 names several: a range, a list, or a number written twice with other digits at its end."""
    text = plain(number)
    if _SEVERAL.search(text) or (_LISTED.search(text) and not _THOUSANDS.fullmatch(text)):
        return True
    parts = parts_of(number)
    half = len(parts) // 2
    first, second = parts[:half], parts[half:]
    is_twice = half > 1 and first[:-1] == second[:-1] and first[-1] != second[-1]
    return is_twice and first[-1].isdecimal() and second[-1].isdecimal()


def parts_of(number: str) -> list[str]:
    """Return the words and numbers of a 登记号, without zeros before a number and without what says nothing."""
    found = _PARTS.findall(_SAYS_NOTHING.sub(" ", _text(number).casefold()))
    return [(part.lstrip("0") or "0") if part.isdecimal() else part for part in found]


def _text(number: str) -> str:
    return " ".join(plain(part) for part in number.split())


@cache
def _again() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what before and behind a number says that it is the same application once more."""
    words = vocabulary().data["again"]
    before, behind = ("|".join(re.escape(word) for word in words[key]) for key in ("before", "behind"))
    return re.compile(rf"^[\W_]*(?:{before})(?=[\W_]*\d)"), re.compile(rf"(?<=[\d号件)\]〕])[\W_]*(?:{behind})[\W_]*$")
