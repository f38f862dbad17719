"""The unit that words beside a number name: in the heading of a column, in the title of a table, in its format."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_UNIT = re.compile(r"(?<![单多公])[十百千万亿]*元|(?:单位:|\()[十百千万亿]+[件宗份条项个]")
_DRAWN = re.compile(r"[十百千万亿]*元|[十百千万亿]+[件宗份条项个]?|[件宗份条项个]")
_BETWEEN = "[、/,和及与]"
_SEVERAL = re.compile(rf"[件宗份条项个]{_BETWEEN}[十百千万亿]*元|[十百千万亿]*元{_BETWEEN}[件宗份条项个]")
"""（单位：件、万元）: each number is in the one of its kind."""
_COUNT_WORDS = tuple("件宗份条项个")


def named_unit(plain: str) -> str:
    """Return the unit that a label names (元, 千元, 万件), itself in compatibility characters; "" for none."""
    match = _UNIT.search(plain)
    return match[0].lstrip("单位:(") if match else ""


@lru_cache(maxsize=2048)
def unit_of_label(text: str) -> str:
    """Return the unit that a label names as it is printed, or both (件、万元); "" for none."""
    plain = "".join(unicodedata.normalize("NFKC", text).split())
    several = _SEVERAL.search(plain)
    return several[0] if several else named_unit(plain)


def drawn_unit(drawn: str) -> str:
    """Return the unit that words drawn beside a number are as a whole; "" where they are something else."""
    return drawn if _DRAWN.fullmatch(drawn) else ""


def is_same_unit(named: str, unit: str) -> bool:
    """Whether words name the unit of the form: each word for single cases is 件, 万 is short for 万元."""
    words = re.split(_BETWEEN, named)
    return (
        unit in words
        or (unit == "件" and not set(words).isdisjoint(_COUNT_WORDS))
        or (unit == "万元" and named == "万")
    )


def is_of_one_kind(named: str, unit: str) -> bool:
    """Whether both are units of amounts, or both of counts."""
    return _is_of_amounts(named) == _is_of_amounts(unit)


def _is_of_amounts(unit: str) -> bool:
    return unit.endswith("元") or unit == "万"
