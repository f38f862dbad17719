"""Leaves out rates of an earlier year, and sums of several years, which the numbers told before them make up.

上年审结的10件纠正了3件，纠正率是30%: of those 10. 2023年复议1件，2024年复议2件，两年加起来，复议3件: of both years.
A sum that is less than what the table has for its own year is wrong whatever the others had.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.base.patterns import last_of, pattern
from core.checks.rules import CheckContext
from core.texts.claims.claim import Claim, Found
from core.texts.language.left_alone import OTHER_YEAR, YEARS_TOGETHER
from core.texts.language.numbers import han_number

_PARTS = "。；！？\n"
_NOW = pattern("今年|本年|当年|20\\d\\d年")
_SLACK = 0.6
_TWO = 2
_ADDED = pattern(
    "(?<!\\d)(?P<n>[两二三四五六七八九十]|\\d{1,2})年(?:加起来|加在一起|加到一起|加总|合起来|合在一起|合并|放在一起|放到一起|相加|合计|总计|总共|一共|共计|累计|算下来)"
    "(?!.*(?:今年|本年|当年|20\\d\\d年|其中))",
    needs=["年"],
)
_YEAR = pattern("(20\\d\\d)年")


def other_years_left_out(context: CheckContext, found: Found) -> Found:
    """Do not judge rates of an earlier year, nor sums of several years."""
    for i, (claim, scope) in enumerate(found):
        if claim.agrees is not False or claim.number is None:
            continue
        text = context.report.texts[claim.place.text]
        before = [c for c, _ in found[:i] if c.place.text == claim.place.text]
        if claim.is_share and _is_of_earlier_year(text, before, claim):
            found[i] = claim.left_alone(OTHER_YEAR), scope
            part, of = found[i - 1]
            found[i - 1] = (part.left_alone(OTHER_YEAR) if part.agrees is False else part), of
        elif claim.kind == "count" and _is_of_years(text, before, claim):
            found[i] = claim.left_alone(YEARS_TOGETHER), scope
    return found


def _is_of_earlier_year(text: str, before: Sequence[Claim], claim: Claim) -> bool:
    """Whether a rate is that of the two numbers before it, the first of which is of an earlier year."""
    whole, part = before[-_TWO:] if len(before) >= _TWO else (None, None)
    if not (whole and part and whole.number and part.number) or whole.is_share or part.is_share:
        return False
    begin, end = whole.place.end, claim.place.end
    if (
        f"（{OTHER_YEAR}" not in whole.meaning
        or last_of(_PARTS, text, begin, end) >= begin
        or _NOW.search(text, begin, end)
    ):
        return False
    return abs(float(part.number) * 100 / float(whole.number) - float(claim.number or 0)) < _SLACK


def _is_of_years(text: str, before: Sequence[Claim], claim: Claim) -> bool:
    """Whether a number is said to be of several years, and is their sum as far as each of them is told."""
    head = text[last_of(_PARTS, text, 0, claim.place.start) + 1 : claim.place.end]
    told = _ADDED.search(head)
    if told is None:
        return False
    many = int(told["n"]) if told["n"].isdecimal() else han_number(told["n"].replace("两", "二"))
    same = [c for c in before if c.key == claim.key and not c.is_share]
    each = [c.number for c in same if c.number and (c.agrees or f"（{OTHER_YEAR}" in c.meaning)]
    named = {*_YEAR.findall(text, 0, claim.place.start)}
    if len(named) >= (many or 0) and each:
        return sum(each) == claim.number
    return (claim.number or 0) >= min(claim.sums, default=0)
