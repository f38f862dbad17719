"""Finds sentences that stand twice in one paragraph, and long paragraphs told again, as a paste leaves them (N-12)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from core.checks.findings import Finding, Place
from core.checks.rules import CheckContext, finding
from core.form.form_definition import Rule
from core.texts.language.text_names import text_name
from core.texts.rules.views import Span, places, typed_texts

_PARAGRAPH = re.compile(r"[^\n]+")
_SENTENCE = re.compile(r"[^。！？\n]+[。！？]?")
_BLANKS_AND_MARKS = re.compile(r"[\s。！？]")
_LONG_ENOUGH = 15
"""Characters of a sentence that nobody writes twice in a paragraph on purpose."""
_LONG_PARAGRAPH = 40
"""Characters of a paragraph that nobody writes twice on purpose."""
_SHORT_PARAGRAPH, _OFTEN = 10, 3
"""Characters of a paragraph that nobody writes so often in one text on purpose."""
_LONGEST_QUOTE = 12


def said_twice(context: CheckContext, rule: Rule) -> Iterable[Finding]:
    """Yield one finding for each text with sentences that stand in one of its paragraphs before."""
    for code, text in context.report.texts.items():  # as typed: linked numbers may be equal by chance
        spots = _sentences_again(text)
        if spots:
            start, end = spots[0]
            said = re.sub(r"\{[^{}]*\}|\s", "", text[start:end])
            values = {
                "text": text_name(context.form, code),
                "count": f"{len(spots)}句与同段前面的句子" if len(spots) > 1 else "同一段的两句",
                "quote": f"“{said[:_LONGEST_QUOTE]}……”" + "等" * (len(spots) > 1),
            }
            yield finding(rule, "inside", places=[Place(code, *spot) for spot in spots], **values)


@lru_cache(maxsize=256)
def _sentences_again(text: str) -> tuple[tuple[int, int], ...]:
    """Return the long sentences of a text that stand in their paragraph before, blanks and marks aside."""
    found: list[tuple[int, int]] = []
    for paragraph in _PARAGRAPH.finditer(text):
        seen: set[str] = set()
        sentences = [s for s in _SENTENCE.finditer(text, *paragraph.span()) if s.end() - s.start() >= _LONG_ENOUGH]
        for sentence in sentences if len(sentences) > 1 else ():
            said = _BLANKS_AND_MARKS.sub("", sentence[0])
            if len(said) >= _LONG_ENOUGH and said in seen:
                found.append(sentence.span())
            seen.add(said)
    return tuple(found)


def pasted_twice(context: CheckContext, rule: Rule) -> Iterable[Finding]:
    """Yield each two texts of which one has long paragraphs of the other, or a text that has some twice."""
    seen: dict[str, str] = {}
    again: dict[tuple[str, str], list[Span]] = {}
    texts = typed_texts(context)
    for code, text in texts.items():
        for said, span in _paragraphs(text):
            if said in seen:
                again.setdefault((code, seen[said]), []).append(span)
            else:
                seen[said] = code
    for (code, other), spots in again.items():
        names = {"text": text_name(context.form, code), "other": text_name(context.form, other)}
        count = f"{len(spots)}段" if len(spots) > 1 else "一段"
        said = re.sub(r"\s", "", texts[code][spots[0].start : spots[0].end])
        quote = f"“{said[:12]}……”" + "等" * (len(spots) > 1)
        if code == other:
            count = f"{count}与前面的段落" if len(spots) > 1 else "两段"
            marks = places(context, code, spots)
            yield finding(rule, "inside", places=marks, count=count, quote=quote, text=names["text"])
            continue
        yield finding(rule, "twice", places=places(context, code, spots), count=count, quote=quote, **names)


@lru_cache(maxsize=256)
def _paragraphs(text: str) -> tuple[tuple[str, Span], ...]:
    """Return the long paragraphs of a text without their blanks, each with its place, and short ones said often."""
    if len(text) < _LONG_PARAGRAPH:
        return ()
    found = [("".join(match[0].split()), Span(*match.span())) for match in _PARAGRAPH.finditer(text)]
    times = Counter(said for said, _ in found) if len(found) >= _OFTEN else {}
    least = (_LONG_PARAGRAPH, _SHORT_PARAGRAPH)
    return tuple((said, span) for said, span in found if len(said) >= least[times.get(said, 0) >= _OFTEN])
