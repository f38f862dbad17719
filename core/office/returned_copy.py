"""What a copy of a 送审稿 changed in it, while the report has gone on: several leaders may each send back their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from core.base.short_texts import normalised
from core.office.compare import versions
from core.report.differences import Difference, compare, differences
from core.report.merging import merged
from core.report.report import Report, ReviewRound
from core.report.shown_report import OTHERS, TITLE, Shown, shown_of, shown_report
from core.word.report import stage_mark


@dataclass(frozen=True, slots=True)
class ReturnedCopy:
    """A Word file that came back.

    Attributes:
        made: The 送审稿 it is a copy of; None for one of the report as it is now.
        differences: What the copy changed, from what the report shows now to that with the change; where the report was
            changed at the same place since, both changes go together or are a conflict (``Difference.sent``).
        settled: How many other places the copy changed, of which the report says the same by now.
    """

    made: ReviewRound | None
    differences: tuple[Difference, ...]
    settled: int = 0


def returned_copy(report: Report, copy: Shown) -> ReturnedCopy:
    """Return what a copy changed; what the report says already, and what others changed since, is left out."""
    made = _original(report, copy)
    if made is None:
        return ReturnedCopy(None, tuple(differences(report, copy)))
    before, now = shown_of(report.form, made.shown), shown_report(report)
    fields = [one for one in differences(report, copy) if one.code in OTHERS]  # which a 送审稿 does not pin
    found = [_from_now(difference, before, now) for difference in compare(report.form, before, copy)]
    open_ones = [difference for difference in found if difference is not None]
    return ReturnedCopy(made, (*fields, *open_ones), len(found) - len(open_ones))


def _original(report: Report, copy: Shown) -> ReviewRound | None:
    """Return the 送审稿 that is named at the head of the pages; None for a 草稿, or where the head is gone."""
    for made in reversed(report.rounds):
        if made.checksum in copy.mark or stage_mark("review", made.number) == copy.mark:  # an older file
            return made
    return None


def _from_now(difference: Difference, before: Shown, now: Shown) -> Difference | None:
    """Return a difference from the 送审稿 as one from the report now; None where the report says the same already."""
    if difference.kind == "text":
        return _text_from_now(difference, before.texts.get(difference.code, ()), now.texts.get(difference.code, ()))
    mine = {TITLE: now.title, **now.numbers}.get(difference.code, "")
    found = replace(difference, ours=(mine,) if mine else ())
    if _same(found.ours, found.theirs):
        return None
    is_changed = not difference.is_total and not _same(found.ours, difference.ours)
    return _conflict(found, difference.ours) if is_changed else found


def _conflict(found: Difference, sent: tuple[str, ...]) -> Difference:
    """Return a place of which the report and the copy made two different things since it went out."""
    return replace(found, sent=sent, is_offered=False)


def _text_from_now(difference: Difference, before: Sequence[str], now: Sequence[str]) -> Difference | None:
    start, end = difference.start, difference.start + len(difference.ours)
    places = _places_now(before, now)
    if start == end:  # paragraphs that the copy has more; another copy may have brought them already
        new = {normalised(text) for text in now} - {normalised(text) for text in before}
        if new.issuperset(map(normalised, difference.theirs)):
            return None
        return replace(difference, start=places[start - 1][1] if start else 0)
    first, last = places[start][0], places[end - 1][1]
    found = replace(difference, ours=tuple(now[first:last]), start=first)
    return None if _same(found.ours, found.theirs) else _with_mine(found, difference.ours)


def _with_mine(found: Difference, sent: tuple[str, ...]) -> Difference | None:
    """Return a changed text with what was changed here since it went out; None where nothing is left to adopt."""
    if _same(found.ours, sent):
        return found
    texts = ("\n".join(map(normalised, version)) for version in (sent, found.ours, found.theirs))
    both = merged(*texts)
    if both is None:
        return _conflict(found, sent)
    theirs = tuple(filter(None, both.split("\n")))
    return None if _same(found.ours, theirs) else replace(found, theirs=theirs)


def _places_now(before: Sequence[str], now: Sequence[str]) -> list[tuple[int, int]]:
    """Return for each paragraph of the 送审稿 where it or its new version stands now: first place, place after it.

    Both are the same where it is gone: where it would stand.
    """
    places: list[tuple[int, int]] = []
    old, new = [normalised(text) for text in before], [normalised(text) for text in now]
    for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "insert":
            continue
        if j - i == m - k:
            places += [(k + n, k + n + 1) for n in range(j - i)]
            continue
        at = k
        for pair in versions(old[i:j], new[k:m]):
            if pair.left:
                places.append((at, at + bool(pair.right)))
            at += bool(pair.right)
    return places


def _same(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    return [normalised(text) for text in ours] == [normalised(text) for text in theirs]
