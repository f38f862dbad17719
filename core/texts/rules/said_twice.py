"""Finds sentences that stand twice in one paragraph, as a paste leaves them (N-12)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from core.checks.findings import Finding, Place
from core.checks.rules import CheckContext, finding
from core.form.form_definition import Rule
from core.texts.language.text_names import text_name

_SENTENCE = re.compile(r"[^。！？\n]+[。！？]?")
_LONG_ENOUGH = 15
"""Characters of a sentence that nobody writes twice in a paragraph on purpose."""
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
    for paragraph in re.finditer(r"[^\n]+", text):
        seen: set[str] = set()
        for sentence in _SENTENCE.finditer(text, *paragraph.span()):
            said = re.sub(r"[\s。！？]", "", sentence[0])
            if len(said) >= _LONG_ENOUGH and said in seen:
                found.append(sentence.span())
            seen.add(said)
    return tuple(found)
