"""Knows lists of turns that are all there were: 培训三期，参训210人次：首期70人次，二期85人次，末期65人次."""

from __future__ import annotations

from collections.abc import Sequence

from core.base.patterns import pattern
from core.texts.language.numbers import HIDDEN, NUMERALS, han_number

_TURN = pattern(
    f"(?:其中)?(?:{HIDDEN}{{2,4}}|(?P<nth>[{NUMERALS}首末尾头]|最后[一1]?)[期批轮场次季])[^，；。、（）\\d]{{0,4}}"
)
"""首期, 二期; 第一期 is hidden in the plain form."""
_SO_MANY = pattern(f"(?:(?P<digits>(?<![\\d.])\\d{{1,2}})|(?P<han>[{NUMERALS}]))(?:期|批|轮|场|次|季)(?!\\d)")
_FIRST, _LAST = ("首", "一", "头"), ("末", "尾", "最后")
_FEWEST = 2


def are_all_turns(before: str, heads: Sequence[str]) -> bool:
    """Whether the parts of a list are turns, from the first one to the last, or as many as were told before."""
    turns = [_TURN.fullmatch(head) for head in heads]
    if len(turns) < _FEWEST or not all(turns):
        return False
    first, last = (turn["nth"] or "" if turn else "" for turn in (turns[0], turns[-1]))
    if first.startswith(_FIRST) and last.startswith(_LAST):
        return True
    told = [int(m["digits"]) if m["digits"] else han_number(m["han"]) for m in _SO_MANY.finditer(before)]
    return len(turns) in told
