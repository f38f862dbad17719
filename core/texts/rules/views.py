"""The texts as the wording rules look at them, and findings with places in the source."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from core.checks.findings import Place
from core.checks.rules import CheckContext
from core.report.linked_text import pieces
from core.texts.claims.links import source_place

OVERVIEW = ("s1", "s1.active", "s1.request", "s1.manage", "s1.platform", "s1.oversight")

_MOST_QUOTES = 3
_LONGEST_HALF = 500  # characters of a sentence before and after a place in it


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a printed text: first character, character after the last, and what to say about it."""

    start: int
    end: int
    what: str = ""


def typed_texts(context: CheckContext) -> dict[str, str]:
    """Return the printed texts with linked numbers shown as zeros: those are right by construction."""
    kept: dict[str, str] | None = context.memory.get("typed_texts")
    if kept is None:
        kept = context.memory["typed_texts"] = {code: _typed(context, code) for code in context.texts}
    return kept


def _typed(context: CheckContext, code: str) -> str:
    source = context.report.texts[code]
    if "{" not in source:
        return context.texts[code]
    parts = pieces(source, context.numbers)
    return "".join(["0" * len(printed) if cell else printed for printed, _, cell in parts])


def places(context: CheckContext, code: str, spans: Iterable[Span]) -> list[Place]:
    """Return the places of spots in the source text."""
    return [source_place(context, code, span.start, span.end) for span in spans]


def apart(some: Iterable[Span], others: Sequence[Span]) -> list[Span]:
    """Return the spots that none of the others holds."""
    return [s for s in some if not any(o.start < s.end and s.start < o.end for o in others)]


def quotes(text: str, spans: Iterable[Span]) -> str:
    """Return the first spots in quotes: “…”、“…” 等5处."""
    shown = list(dict.fromkeys(text[span.start : span.end].strip() for span in spans))
    words = "、".join(f"“{quote}”" for quote in shown[:_MOST_QUOTES])
    return f"{words}等{len(shown)}处" if len(shown) > _MOST_QUOTES else words


def sentence_around(text: str, start: int, end: int) -> str:
    """Return the sentence that holds a stretch of a text; of a giant one what stands around it."""
    lowest, highest = max(start - _LONGEST_HALF, 0), end + _LONGEST_HALF
    first = max(text.rfind(mark, lowest, start) for mark in "。！？\n") + 1
    ends = [i for i in (text.find(mark, end, highest) for mark in "。！？\n") if i >= 0]
    return text[max(first, lowest) : min(ends, default=highest)]
