"""Judges those dealt with where a sentence speaks of this year's own applications: 今年收到82件，办结78件，结转4件.

All that were dealt with, 84, hold those carried in, 6. Of the 82 new ones they are 78, where those carried in are all
done, as they mostly are. Either is right; what is neither is told beside both, and no number is put in its place.
"""

from __future__ import annotations

from typing import NamedTuple

from core.base.patterns import pattern
from core.checks.rules import CheckContext
from core.form.known_cells import CARRIED_IN, CARRIED_OUT, HANDLED, RECEIVED
from core.report.entry_text import Number
from core.texts.claims.claim import Claim, Found
from core.texts.language.own_words import last_place
from core.texts.language.role_keys import NEW

_IN_THAT_YEAR = pattern("当年(?!(?:新收|收到|受理))[^，；。\\d]{0,10}$")
"""(当年答复)78件, without a word on how many came in"""
_BY_ITS_END = pattern("(?:当年|年内|[到至]?年[底末])[^，；。\\d]{0,10}$")
_OLD_TOO = pattern("上一?年|去年|往年|结转|连同|加上|合计|总计|应办|累计|先后")
_OLD_DONE = pattern("(?:上一?年|去年)[^。；]{0,16}?(?:全部|均|都|已)+(?:办结|答复|办理完毕|办完)[^。\\d]{0,16}$")
"""去年结转6件已全部办结，(今年收到82件，办结78件)"""
_OLD_BEHIND = pattern("上一?年|去年|往年")
_ENDS = "。；！？\n"
OF_OWN = (RECEIVED, CARRIED_OUT)
"""The cells of a rate of this year's own."""
_RATE, _SLACK = "rate_handled", 0.1


class Own(NamedTuple):
    """This year's own applications: how many came in, and how many of them were dealt with."""

    new: Number
    done: Number


def own_ones(context: CheckContext) -> Own | None:
    """Return those of the tables; None where none were carried in, or more were carried over than came in."""
    numbers = context.numbers
    new, old, left = (numbers.get(cell) for cell in (RECEIVED, CARRIED_IN, CARRIED_OUT))
    if not new or not old or left is None or left > new:
        return None
    return Own(new, new - left)


def done_of_own(context: CheckContext, found: Found) -> Found:
    """Return the claims, with those of this year's own compared with these too, and the rate behind them."""
    for i, (claim, scope) in enumerate(found):
        if claim.agrees is not False or claim.key not in ("handled", _RATE) or claim.is_linked:
            continue
        own = own_ones(context)
        if own is None or context.numbers.get(HANDLED) == own.done:
            return found
        if claim.key == _RATE and _is_rate_of_own(context, found, i, own):
            share = float(own.done) * 100 / float(own.new)
            told = claim.number or 0
            is_same = abs(share - float(told)) <= max(_SLACK, float(last_place(told)) / 2)
            found[i] = claim._replace(agrees=is_same, shown=f"{share:.2f}%", cells=OF_OWN), scope
        elif claim.key != _RATE and claim.cells == (HANDLED,) and _is_of_own(context, found, claim, own):
            sums = (*claim.sums[:1], own.done)
            found[i] = claim._replace(agrees=claim.number == own.done, sums=sums, meaning="办结的申请"), scope
    return found


def _is_of_own(context: CheckContext, found: Found, claim: Claim, own: Own) -> bool:
    """Whether those dealt with are told of the year's own: by a word for it, or behind how many came in.

    收到的82件申请，办完78件: of these; 收到82件，办结78件 alone may be of all, wrongly.
    """
    text = context.report.texts[claim.place.text]
    begin = max(text.rfind(mark, 0, claim.place.start) for mark in _ENDS) + 1
    end = min((at for at in (text.find(mark, claim.place.end) for mark in _ENDS) if at >= 0), default=len(text))
    if _OLD_BEHIND.search(text, claim.place.end, end):
        return False  # 办结78件，其中上年结转6件
    clause = text[max(begin, text.rfind("，", 0, claim.place.end) + 1) : claim.place.end]
    words = clause.rstrip("件宗份起").rstrip("0123456789")
    if _IN_THAT_YEAR.search(words) and not _OLD_TOO.search(text, begin, claim.place.start):
        return True
    news = [
        c for c, _ in found
        if c.place.text == claim.place.text and begin <= c.place.start and c.place.end <= claim.place.start
        and c.number == own.new and c.key in NEW and c.agrees is not False
    ]  # fmt: skip
    if not news or _OLD_TOO.search(text, news[-1].place.end, claim.place.start):
        return False
    told = text[text.rfind("\n", 0, begin) + 1 : news[-1].place.start]
    if _OLD_TOO.search(told):
        return bool(_OLD_DONE.search(told))
    return bool(_BY_ITS_END.search(words) or told.endswith("的"))


def _is_rate_of_own(context: CheckContext, found: Found, at: int, own: Own) -> bool:
    """Whether a rate is that of the year's own, which stand before it: 当年答复78件，答复率95.1%."""
    rate, before = found[at][0], found[at - 1][0] if at else None
    if before is None or before.key != "handled" or not before.agrees or before.number != own.done:
        return "当年" in rate.quote
    between = context.report.texts[rate.place.text][before.place.end : rate.place.start]
    return before.place.text == rate.place.text and not any(mark in between for mark in _ENDS)
