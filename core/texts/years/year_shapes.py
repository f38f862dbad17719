"""Finds what a text tells of the year before: 较上年减少5件, 同比下降55.6%, 与上年持平, 2024年为9件, 由9件减少到4件.

Only shapes are known here: which number of this year each of them is told of, by its place in the plain text, not what
is counted. What does not fit a shape as a whole is told of no number.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from core.base.patterns import holds_one, pattern
from core.report.entry_text import Number
from core.texts.language import year_words as words
from core.texts.language.numbers import PrintedNumber, han_number, numbers_in, plain_text
from core.texts.language.word_shares import share_of
from core.texts.years.subjects_in_order import names_in_order

REQUESTS = "N-01"
"""The rule that compares what words such as 申请量 are told of."""
CAME_IN = "came_in"
"""Told of what came in: of applications, or of cases, not of what was done with them."""
_PART = pattern("[^；。！？\n]+")
_MARK = pattern("[，、：（）]")
_SAYS_SO = ("同比", "上年", "去年", "上一年")
_ROUGH = ("约", "近", "超", "逾", "超过", "基本", "大致", "大体", "几乎", "总体")
_CHANGES = ("change", "percent")
_MOST = 40
"""A part with more numbers than a person would write is left alone."""
_LONGEST = 400
"""Characters of a gap between two numbers that may be one comparison."""


class Told(NamedTuple):
    """What is told of the year before, by places in the plain text.

    Attributes:
        start: Where it begins.
        end: The character after it.
        kind: ``change`` (so many more or fewer), ``percent``, ``times``, ``same``, ``last`` (last year's own number) or
            ``sign`` (that it rose or fell).
        sign: 1 for more, -1 for fewer, 0 for neither.
        value: The number that is told; for ``times`` how many times last year's the new number is.
        number: The number itself; None where there is none.
        base: This year's number that it is told of; None where none stands there.
        others: The other numbers that it may be told of.
        about: The rule that compares what it is told of; "" where its words do not say, None where they say what is
            not known here.
        subject: The words before it that say what it is told of, where no number does: (行政许可数量)同比增长20%.
        is_bound: Whether no other number can be meant: in brackets right behind it, or one of a list told in order.
        is_named: Whether last year's number must be read to be of the same thing as this year's.
    """

    start: int
    end: int
    kind: str
    sign: int
    value: Number
    number: PrintedNumber | None = None
    base: PrintedNumber | None = None
    others: tuple[PrintedNumber, ...] = ()
    about: str | None = ""
    subject: str = ""
    is_bound: bool = False
    is_named: bool = False


class _Mark(NamedTuple):
    """A number, or words that compare without one."""

    start: int
    end: int
    number: PrintedNumber | None
    said: re.Match[str] | None


@dataclass
class _State:
    """What is known while a part of a sentence is read from left to right.

    ``plain`` are its numbers of this year so far, ``near`` the last one and ``outer`` that before the brackets that are
    open. ``base`` is the one compared last, ``open`` what waits for one. ``each`` are the numbers that those of a list
    are told of in order, ``names`` the words for them where no numbers stand there. ``is_after_share`` whether a share
    stands behind the last number, ``is_told`` whether a comparison does, ``is_of_last`` whether that is one of last
    year's number; ``is_compared`` whether the part begins with a comparison, ``is_series`` whether each number may have
    one that names no year: 行政复议8件，比上年增加3件；行政诉讼4件，减少2件.
    """

    plain: list[PrintedNumber] = field(default_factory=list)
    near: PrintedNumber | None = None
    outer: PrintedNumber | None = None
    base: PrintedNumber | None = None
    about: str | None = ""
    subject: str = ""
    open: list[Told] = field(default_factory=list)
    each: list[PrintedNumber] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    is_told: bool = False
    is_after_share: bool = False
    is_of_last: bool = False
    is_compared: bool = False
    is_series: bool = False


@lru_cache(maxsize=256)
def told_of_year_before(printed: str, year: int) -> tuple[Told, ...]:
    """Return what a printed text of a report on this year tells of the year before, in reading order."""
    if not holds_one(printed, _SAYS_SO) and str(year - 1) not in printed:
        return ()
    text = plain_text(printed, year).text
    if not holds_one(text, _SAYS_SO):
        return ()
    numbers = sorted([*numbers_in(text), *_growth_in_words(text)])
    starts = [number.start for number in numbers]
    found: list[Told] = []
    state = _State()
    for part in _PART.finditer(text):
        goes_on = text[part.start() - 1 : part.start()] in "。！" and words.GOES_ON.match(text, part.start())
        is_listed = text[part.start() - 1 : part.start()] == "；"
        state = state if goes_on else _State(is_series=state.is_series and is_listed)
        inside = numbers[bisect_left(starts, part.start()) : bisect_left(starts, part.end())]
        if not (state.is_series or holds_one(part[0], _SAYS_SO)):
            state.plain, ends = [*inside], part[0].endswith("）")
            state.near = inside[-1] if inside and not ends else None
        elif len(inside) <= _MOST:
            found += _Reader(text, state).read(*part.span(), inside)
    return tuple(sorted(found, key=lambda told: told.start))


class _Reader:
    """Reads one part of a sentence, mark by mark."""

    def __init__(self, text: str, state: _State) -> None:
        self._text = text
        self._state = state
        self._found: list[Told] = []

    def read(self, start: int, end: int, numbers: Sequence[PrintedNumber]) -> list[Told]:
        """Return what a part tells of the year before."""
        place = start
        marks = self._marks(start, end, numbers)
        for i, mark in enumerate(marks):
            gap = self._text[place : mark.start]
            self._enter_brackets(gap)
            if words.RESPECTIVELY in gap and mark.number:
                self._state.each = self._told_in_order(marks[i:])
                self._state.names = [] if self._state.each else names_in_order(gap, _many(self._text, marks[i:]))
                gap = gap.replace(words.RESPECTIVELY, words.PASSED_OVER) if self._state.each else gap
            if mark.said:
                self._enter_words(mark, mark.said, gap)
            elif mark.number and not (len(gap) <= _LONGEST and self._enter_number(mark.number, gap)):
                self._enter_plain(mark.number, gap)
            place = mark.end
        plain = self._state.plain
        waiting = [told._replace(base=None) for told in self._state.open]
        self._state.open = []
        return [t._replace(others=tuple(n for n in plain if n != t.base)) for t in (*self._found, *waiting)]

    def _marks(self, start: int, end: int, numbers: Sequence[PrintedNumber]) -> list[_Mark]:
        said = [
            _Mark(*m.span(), None, m)
            for p in (words.SAME, words.TIMES, words.TREND)
            for m in p.finditer(self._text, start, end)
        ]
        free = [n for n in numbers if not any(m.start <= n.start < m.end for m in said)]
        return sorted([*said, *(_Mark(n.start, n.end, n, None) for n in free)], key=lambda mark: mark.start)

    def _enter_brackets(self, gap: str) -> None:
        """Note brackets between two marks: what follows closed ones is told of the number before them."""
        state, opens, closes = self._state, gap.find("（"), gap.find("）")
        if closes >= 0 and (opens < 0 or closes < opens):
            state.near = state.outer
            state.outer = None
        if gap.rfind("（") > gap.rfind("）"):
            state.outer = state.near

    def _told_in_order(self, marks: Sequence[_Mark]) -> list[PrintedNumber]:
        """Return what the numbers of a list are told of: 新收48件、办结47件，分别较上年减少12件、14件."""
        many = _many(self._text, marks)
        plain = self._state.plain[-many:]
        is_list = many > 1 and len(plain) == many and not self._state.is_told
        joined = (words.LISTED.fullmatch(self._text, a.end, b.start) for a, b in pairwise(plain))
        return plain if is_list and all(joined) else []

    def _enter_number(self, number: PrintedNumber, gap: str) -> bool:
        """Enter last year's number, or by how much the new one differs from it; False for any other number."""
        state, first = self._state, number.start - len(gap)
        if words.OF_OTHER_YEARS.match(gap):
            state.is_told = state.is_compared = False
            return True
        if self._enter_change(number, gap, first):
            return True
        if not words.ENDS_LAST.match(self._text, number.end):
            return False  # 与上年的9件复议、4件诉讼相比
        risen = words.FROM_LAST.match(gap)
        if risen and risen["lead"] not in ("", "，", "（"):
            state.base, state.about, state.is_told = None, "", True
            item = Told(first + risen.start("what"), self._end(number, gap), "last", 0, number.value, number)
            state.open.append(item._replace(about=self._said(risen["lead"].lstrip("，"))))
            return True
        last = words.TOLD_LAST.match(gap)
        if last and (last["than"] or (last["lead"] != "、" and (state.plain or state.base))):
            item = Told(first + last.start("what"), self._end(number, gap), "last", 0, number.value, number)
            item = item._replace(is_bound=last["lead"] == "（")
            about = self._about(last["lead"], "")
            self._enter(item, CAME_IN if last["verb"] and about == "" else about, is_anew=True)
            return True
        named = words.NAMED_LAST.match(gap)
        if named:
            item = Told(first + named.start("what"), self._end(number, gap), "last", 0, number.value, number)
            is_bare = named["verb"].strip("的为是有共") == ""
            self._enter(item._replace(is_named=not is_bare), "", is_anew=True)
            return True
        return False

    def _end(self, number: PrintedNumber, gap: str) -> int:
        """Return where last year's number ends, with the bracket that closes behind it: 较2024年（9件）."""
        is_closed = gap.rfind("（") > gap.rfind("）") and self._text[number.end : number.end + 1] == "）"
        return number.end + (is_closed and gap.endswith("（") and len(gap) > 1)

    def _enter_change(self, number: PrintedNumber, gap: str, first: int) -> bool:
        """Enter by how much a number differs from last year's: 较上年减少5件, and what goes on behind it."""
        state = self._state
        changed = words.CHANGED.match(gap)
        too = words.CHANGED_TOO.match(gap) if not changed and (state.is_told or state.is_compared) else None
        in_order = (state.each or state.names) and state.is_told
        joined = words.JOINED.fullmatch(gap) if in_order and not changed else None
        elided = words.ELIDED.match(gap) if state.is_compared and not (changed or too or joined) else None
        listed = words.CHANGED_IN_LIST.fullmatch(gap) if state.is_series and not state.is_told else None
        told = changed or joined or too or elided or listed
        if not told:
            return False
        sign = 1 if told["up"] or told["up_rate"] else -1 if told["down"] or told["down_rate"] else 0
        kind = "percent" if number.unit == "%" else "change"
        start = self._found[-1].start if joined and self._found else first + told.start("what")
        item = Told(start, number.end, kind, sign or self._sign(), number.value, number)
        if state.names and (changed or joined):
            named = item._replace(about=None, subject=state.names.pop(0), is_bound=True)
            state.base, state.about, state.is_told = None, None, True
            self._found.append(named)
        elif changed:
            about = self._about(changed["lead"], changed["mid"])
            mid, lead = changed["mid"].strip("，"), changed["lead"]
            state.is_compared = state.is_compared or changed["mid"].startswith("，")
            if about is None and not (mid and lead):
                item = item._replace(subject=mid or _MARK.split(lead)[-1])
            self._enter(item, about, is_anew=True)
        elif joined:
            self._found.append(item._replace(base=state.each.pop(0), is_bound=True))
        elif elided:
            state.is_told = state.is_of_last = False
            about = self._said(elided["subject"])
            self._enter(item._replace(subject=elided["subject"]), about, is_anew=True)
        elif listed and not too:
            self._enter(item, "", is_anew=True)
        else:
            self._enter(item, "", is_anew=False)
        return True

    def _sign(self) -> int:
        """Return whether the numbers of a list have risen or fallen: 分别增加41件、43件."""
        return self._found[-1].sign if self._found else 0

    def _enter_words(self, mark: _Mark, said: re.Match[str], gap: str) -> None:
        """Enter 与上年持平, 增长一倍, 是上年的2倍."""
        if gap.endswith(_ROUGH) or len(gap) > _LONGEST:
            self._state.base, self._state.is_told = None, False
            return
        named = said.groupdict()
        if "rises" in named:
            about = self._about(gap, "")
            subject = _MARK.split(gap)[-1] if about is None else ""
            item = Told(mark.start, mark.end, "sign", 1 if named["rises"] else -1, 0, subject=subject)
            self._enter(item, about, is_anew=True)
            return
        if "twice" not in named:
            item = Told(mark.start, mark.end, "same", 0, 0)
        else:
            times = 2 if named["twice"] else _times(named["more"] or named["times"])
            item = Told(mark.start, mark.end, "times", int(bool(named["more"])), times + bool(named["more"]))
        is_bare = "twice" in named and not (named["than"] or named["times"])
        if is_bare and not (gap in ("，", "（", "、") and (self._state.is_told or self._state.is_compared)):
            return
        self._enter(item, "" if is_bare else self._about(gap, ""), is_anew=not is_bare)

    def _about(self, lead: str, mid: str) -> str | None:
        """Return what the words around a comparison say that it is told of, beside the number before it."""
        place = max(map(lead.rfind, "，（、：")) + 1
        behind, subject, mid = lead[:place], lead[place:], mid.lstrip("，")
        has_number = bool(self._state.plain or self._state.base)
        if has_number and not place and words.NOUN_BEHIND.fullmatch(subject):
            subject = ""
        if behind and has_number and not words.BEHIND.fullmatch(behind):
            return None
        said = {self._said(subject), self._said(mid)}
        return None if None in said else REQUESTS if REQUESTS in said else ""

    @staticmethod
    def _said(subject: str) -> str | None:
        if words.SAYS_NOTHING.fullmatch(subject):
            return ""
        return REQUESTS if words.OF_REQUESTS.fullmatch(subject) else None

    def _enter(self, item: Told, about: str | None, *, is_anew: bool) -> None:
        """Keep what is told with the number it is told of: that of the comparison before, or the number before."""
        state = self._state
        if is_anew and item.kind != "last" and state.is_told and state.open and state.open[-1].kind == "last":
            state.is_of_last = True  # 上年收到175件，较上年增加20件
        if state.is_of_last:
            return
        state.subject = item.subject if is_anew and not (about == "" and state.is_told) else state.subject
        if about is None:
            state.base, state.about, state.each = None, None, []
        elif state.each and is_anew:
            state.base, state.about = state.each.pop(0), about
            item = item._replace(is_bound=True)
        elif is_anew and not state.is_told:
            is_unsure = state.is_after_share and item.number is not None and item.number.unit == "%"
            state.base = None if is_unsure else state.near
            state.about = None if is_unsure else about
        elif not state.is_told and state.near:
            state.base, state.about = state.near, about
        elif about:
            state.about = about
        state.is_told = True
        item = item._replace(base=state.base, about=state.about, subject=state.subject)
        if state.base or state.about is None:
            self._found.append(item)
            state.is_series = state.is_series or (item.kind in _CHANGES and state.base is not None)
        else:
            state.open.append(item)

    def _enter_plain(self, number: PrintedNumber, gap: str) -> None:
        """Enter a number of this year; what was told before it may be told of it."""
        state = self._state
        if number.unit == "%" and state.plain and not state.is_told and words.SHARE.match(gap):
            state.is_after_share = True
            return
        state.is_after_share, state.is_of_last, state.each, state.names = False, False, [], []
        risen = words.RISEN_TO.match(gap)
        state.is_compared = state.is_compared or bool(words.COMPARED.search(gap))
        is_awaited = bool(state.open) and bool(risen or words.THIS_YEAR.match(gap) or words.SO_MANY.match(gap))
        if is_awaited:
            self._found += [told._replace(base=number, about="") for told in state.open]
            if risen:
                start = number.start - len(gap) + risen.start("what")
                sign = 1 if risen["up"] else -1
                self._found.append(Told(start, number.end, "sign", sign, 0, None, number))
        else:
            self._found += state.open
        state.open = []
        state.plain.append(number)
        state.near = number
        state.base, state.about, state.is_told = number, "", is_awaited


def _many(text: str, marks: Sequence[_Mark]) -> int:
    """Return how many numbers are told in one list, from the first mark on."""
    many = 1
    for one, other in pairwise(marks):
        if not other.number or not words.JOINED.fullmatch(text, one.end, other.start):
            break
        many += 1
    return many


def _growth_in_words(text: str) -> Iterator[PrintedNumber]:
    """Yield the changes that are told as a share in words, as percents with what they leave open: 增长(三成以上)."""
    for match in words.GROWTH_IN_WORDS.finditer(text):
        share = share_of(match, "said")
        if share:
            yield PrintedNumber(share.start, share.end, share.middle, "%", False, share.slack)


def _times(said: str) -> Number:
    if not said[0].isdecimal():
        return han_number(said) or 0
    return Decimal(said) if "." in said else int(said)
