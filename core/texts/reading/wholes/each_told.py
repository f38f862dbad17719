"""Takes out what each of a number of applications was about: 收到申请2件，一件问电梯补贴，一件问食堂招标，均已办结.

Where these make up the number, what is said behind them is said of all, whatever they ask for.
"""

from __future__ import annotations

from core.base.patterns import pattern
from core.texts.language.numbers import NUMERALS, han_number, numbers_in

_ONE = f"(?:另外?|还有|其中|又|以及|和|及)?(?:\\d+|[{NUMERALS}]+)[件份宗](?!申请|政府|信息)[^，；。：、（）\\d]{{2,24}}"
_EACH = pattern(f"(?<=[件份宗请])[，：（](?P<each>{_ONE}(?:[，、]{_ONE})+)(?=[，）]|$)")
_COUNT = pattern(f"(?:^|(?<=[，、]))[^，、\\d{NUMERALS}]{{0,3}}(?P<n>\\d+|[{NUMERALS}]+)[件份宗]")
_MATTER = pattern("结转|办结|公开了|撤|补正|转交|转办|移送|未|逾期|延期|在办|不予|无法|上年|去年|不属|不是")
"""What became of one, which may leave it out of all that is said behind."""


def without_each(before: str) -> str:
    """Return the words of a sentence without such a list."""
    told = _EACH.search(before)
    if told is None or _MATTER.search(told["each"]):
        return before
    wholes = numbers_in(before[: told.start()])
    parts = [int(m["n"]) if m["n"].isdecimal() else han_number(m["n"]) for m in _COUNT.finditer(told["each"])]
    if not wholes or None in parts or sum(part or 0 for part in parts) != wholes[-1].value:
        return before
    return before[: told.start()] + before[told.end() :]
