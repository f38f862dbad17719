"""Tells which paragraphs of an edited report are which of its headings.

A leader strikes headings, moves them, words them anew, renumbers them or takes their style away. What stands below a
heading is compared with what the report has there only as far as that is certain; see ``Headings.unsure``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import pairwise

from core.base.short_texts import normalised
from core.form.form_definition import FormDefinition, Section
from core.report.shown_report import Shown, contents_of
from core.visible.blocks import Paragraph
from core.word.looks import NAMES

_HEADING_STYLES = (NAMES["Heading1"].lower(), NAMES["Heading2"].lower())
_TEXT_STYLES = {name.lower() for key, name in NAMES.items() if key.startswith(("Body", "TableNote"))}
_LONGEST_NAMED = 60  # a heading that was joined with its text
_END = 1 << 62  # beyond the last paragraph
_NUMBER = re.compile(r"^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)\s*")


@dataclass(frozen=True, slots=True, eq=False)  # each is one of its kind
class Heading:
    """A heading of the form.

    Attributes:
        title: As printed.
        titles: All wordings that are known.
        section: The section that it opens or stands in.
        codes: The texts below it, up to the next heading; the first one begins right there.
        level: 1 opens a section, 2 stands in one.
    """

    title: str
    titles: tuple[str, ...]
    section: Section
    codes: tuple[str, ...]
    level: int


@dataclass(slots=True)
class Headings:
    """What was found.

    Attributes:
        at: Heading by the place of its paragraph.
        missing: Headings that are printed but were not found, in the order of the form.
        remarks: Which headings were worded anew or stand elsewhere, in words for the clerk.
        unsure: Codes of the texts below or before a heading that is missing, worded anew or not in its place.
    """

    at: dict[int, Heading] = field(default_factory=dict)
    missing: list[Heading] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    unsure: set[str] = field(default_factory=set)

    @property
    def first(self) -> int:
        """Place of the first heading; beyond all places where there is none."""
        return min(self.at, default=_END)


def find_headings(form: FormDefinition, paragraphs: Sequence[tuple[int, Paragraph]], ours: Shown | None) -> Headings:
    """Return which paragraphs are headings: by the exact text first, wherever it stands; only then as worded anew.

    Args:
        form: The format.
        paragraphs: Those outside tables, with their places in the file.
        ours: What the report shows, where it is known. It tells a heading that lost its style from a text that reads
            like one, and whether sub-headings are printed at all.
    """
    return _Search(form, paragraphs, ours).found()


class _Search:
    def __init__(self, form: FormDefinition, paragraphs: Sequence[tuple[int, Paragraph]], ours: Shown | None) -> None:
        self._chain = list(_chain(form))
        self._lead = lead_code(form)
        self._texts = {at: normalised(p.text) for at, p in paragraphs if p.text.strip()}
        self._styles = {at: p.style.lower() for at, p in paragraphs}
        self._typed = {normalised(line) for text in ours.texts.values() for line in text} if ours else None
        self._printed = {h.title for h in self._chain if h.level == 1}
        if ours:
            for section in form.sections.values():
                self._printed |= {heading for _, heading in contents_of(form, section, ours) if heading}
        self._result = Headings()
        self._place: dict[Heading, int] = {}

    def found(self) -> Headings:
        for level in (1, 2):
            for heading in self._chain:
                if heading.level == level:
                    self._find_exact(heading)
        self._find_renumbered()
        self._find_renamed()
        result = self._result
        result.missing = [h for h in self._chain if h not in self._place and self._is_expected(h)]
        self._judge_order()
        for heading in result.missing:
            result.unsure.update(heading.codes)
        return result

    def _take(self, heading: Heading, at: int) -> None:
        self._place[heading] = at
        self._result.at[at] = heading

    def _find_exact(self, heading: Heading) -> None:
        """Take the paragraph that reads like the heading; better one in the style of a heading than one without."""
        same = [at for at, text in self._texts.items() if text in heading.titles and at not in self._result.at]
        styled = [at for at in same if self._styles[at] in _HEADING_STYLES]
        if heading.level == 2:
            same = [at for at in same if self._is_inside(at, heading.section)]
        other = [at for at in same if self._styles[at] not in _TEXT_STYLES]
        if self._typed is None:
            same = []
        elif not self._typed.isdisjoint(heading.titles):  # the clerk's own text reads like it
            other, same = [], []
        elif heading.title not in self._printed:
            same = []
        for candidates in (styled, other, same):
            if candidates:
                self._take(heading, candidates[0])
                return

    def _is_inside(self, at: int, section: Section) -> bool:
        """Whether a paragraph stands in a section, or may do so since the heading of that is missing."""
        before = [(place, h.section) for h, place in self._place.items() if h.level == 1 and place < at]
        is_known = any(h.section is section for h in self._place if h.level == 1)
        return not is_known or (bool(before) and max(before, key=lambda one: one[0])[1] is section)

    def _free(self, level: int, start: int, end: int) -> list[int]:
        """Return the paragraphs in the style of a heading that none was found for."""
        wanted = _HEADING_STYLES[level - 1]
        return [
            at for at in self._texts if start < at < end and self._styles[at] == wanted and at not in self._result.at
        ]

    def _find_renumbered(self) -> None:
        """Take headings that only got another number, as where the one before was struck."""
        for heading in self._chain:
            if heading in self._place:
                continue
            words = {_NUMBER.sub("", title) for title in heading.titles}
            free = self._free(heading.level, -1, _END)
            same = [at for at in free if _NUMBER.sub("", self._texts[at]) in words]
            if len(same) == 1:
                self._take_renamed(heading, same[0])

    def _find_renamed(self) -> None:
        """Take headings that were worded anew: as many as are missing between two that were found."""
        if not self._place:
            return  # another paper
        order = sorted((at, self._chain.index(h)) for h, at in self._place.items())
        for (start, before), (end, after) in pairwise([(-1, -1), *order, (_END, len(self._chain))]):
            for level in (1, 2):
                gone = [h for h in self._chain[before + 1 : after] if h.level == level and h not in self._place]
                if self._typed is not None:
                    gone = [h for h in gone if h.title in self._printed]
                free = self._free(level, start, end)
                if len(gone) == len(free):
                    for heading, at in zip(gone, free, strict=True):
                        self._take_renamed(heading, at)

    def _take_renamed(self, heading: Heading, at: int) -> None:
        self._take(heading, at)
        self._result.remarks.append(f"标题“{heading.title}”改成了“{self._texts[at][:_LONGEST_NAMED]}”")
        self._result.unsure.update(heading.codes)

    def _is_expected(self, heading: Heading) -> bool:
        if heading.level == 1 or self._typed is not None:
            return heading.title in self._printed
        return any(h.level == 2 and h.section is heading.section for h in self._place)  # printed all or none

    def _judge_order(self) -> None:
        """Name headings that stand elsewhere; two that are no neighbours in the form leave both texts in doubt.

        One between them was struck or moved away, and its text may stand below either.
        """
        wanted = [h for h in self._chain if h in self._place]
        order = sorted(wanted, key=self._place.__getitem__)
        for kind, _, _, start, end in SequenceMatcher(None, wanted, order, autojunk=False).get_opcodes():
            if kind in ("insert", "replace"):
                self._result.remarks += [f"标题“{heading.title}”换了位置" for heading in order[start:end]]
        whole = [h for h in self._chain if h in self._place or self._is_expected(h)]
        neighbours = set(pairwise([None, *whole, None]))
        for heading, after in pairwise([None, *order, None]):
            if (heading, after) not in neighbours:
                self._doubt(heading)
                if after is not None:
                    self._doubt(after)
        for at in (*self._free(1, -1, _END), *self._free(2, -1, _END)):  # headings of the leader's own
            before = [h for h in order if self._place[h] < at]
            self._doubt(before[-1] if before else None)

    def _doubt(self, heading: Heading | None) -> None:
        """Note that nobody can be sure of what stands below a heading; None for what stands before the first one."""
        self._result.unsure.update(heading.codes if heading else (self._lead,))


def lead_code(form: FormDefinition) -> str:
    """Return the code of the text before the first section."""
    return next(text.code for text in form.texts.values() if not text.section)


def _chain(form: FormDefinition) -> Iterator[Heading]:
    """Yield all headings of the form in printed order."""
    for section in form.sections.values():
        texts = [form.texts[code] for code in form.texts_of(section.key)]
        own = tuple(text.code for text in texts if not text.heading)
        yield Heading(section.title, (section.title, *section.synonyms), section, own, 1)
        for text in texts:
            if text.heading:
                yield Heading(text.heading, (text.heading,), section, (text.code,), 2)
