"""Finds what was pasted twice: in one sentence, sentences in one paragraph, long paragraphs of two texts (N-12)."""

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
_SHORTEST_STRETCH, _LONGEST_STRETCH = 10, 90
"""Characters of a stretch that stands right behind itself: 本局复议、诉讼2024年度，本局复议、诉讼均为零."""
_GOES_ON = 16
_PIECE = 5
_STEP = _SHORTEST_STRETCH - _PIECE + 1
"""Pieces of a text are looked for again; so many characters apart, each stretch holds one of them."""
_MARKS = "，、；：。\n"
_IN_SENTENCE = re.compile("[^。！？\\n]*[\u4e00-\u9fff]{2}[^。！？\\n]*")


def said_twice(context: CheckContext, rule: Rule) -> Iterable[Finding]:
    """Yield one finding for each text with sentences that stand in one of its paragraphs before."""
    for code, text in context.report.texts.items():  # as typed: linked numbers may be equal by chance
        for spots, one, several in (
            (_sentences_again(text), "同一段的两句", "句与同段前面的句子"),
            (_stretches_again(text), "紧挨着的两处", "处与紧挨着的前一处"),
        ):
            if not spots:
                continue
            start, end = spots[0]
            said = re.sub(r"\{[^{}]*\}|\s", "", text[start:end]).lstrip(_MARKS)
            quote = f"“{said[:_LONGEST_QUOTE]}……”" + "等" * (len(spots) > 1)
            count = f"{len(spots)}{several}" if len(spots) > 1 else one
            marks = [Place(code, *spot) for spot in spots]
            yield finding(rule, "inside", places=marks, text=text_name(context.form, code), count=count, quote=quote)


@lru_cache(maxsize=256)
def _sentences_again(text: str) -> tuple[tuple[int, int], ...]:
    """Return the long sentences of a text that stand in their paragraph before, blanks and marks aside."""
    found: list[tuple[int, int]] = []
    for paragraph in _PARAGRAPH.finditer(text):
        seen: set[str] = set()
        last = ""
        sentences = [s for s in _SENTENCE.finditer(text, *paragraph.span()) if s.end() - s.start() >= _LONG_ENOUGH]
        for sentence in sentences if len(sentences) > 1 else ():
            said = _BLANKS_AND_MARKS.sub("", sentence[0])
            if len(said) >= _LONG_ENOUGH and (said in seen or last.endswith(said)):
                found.append(sentence.span())
            seen.add(said)
            last = said
    return tuple(found)


@lru_cache(maxsize=256)
def _stretches_again(text: str) -> tuple[tuple[int, int], ...]:
    """Return the stretches of sentences that stand right behind themselves."""
    found: list[tuple[int, int]] = []
    nearest, farthest = _SHORTEST_STRETCH, _LONGEST_STRETCH + _PIECE
    for piece in range(0, len(text) - nearest - _PIECE + 1, _STEP):
        again = text.find(text[piece : piece + _PIECE], piece + nearest, piece + farthest)
        if again < 0 or (found and piece < found[-1][1]):
            continue
        stretch = _again_from(text, piece, again)
        if stretch and _IN_SENTENCE.fullmatch(text, again - piece + stretch[0], stretch[1]):
            found.append((again - piece + stretch[0], stretch[1]))
    return tuple(found)


def _again_from(text: str, piece: int, again: int) -> tuple[int, int] | None:
    """Return where a stretch begins that stands right behind itself, at a mark if it can, and where that ends.

    There may be another mark behind it the second time: 本年度未收到申请，本年度未收到申请。 A short one may go on with
    what was told last: 不属于的36件；不属于的36件(均已转办).
    """
    length, start, end = again - piece, piece, again
    while start and piece - start < length and text[start - 1] == text[start - 1 + length]:
        start -= 1
    while end < len(text) and end - again < length and text[end] == text[end - length]:
        end += 1
    starts = [i for i in range(start, end - 2 * length + 1) if not i or text[i - 1] in _MARKS]
    if end >= start + 2 * length:
        begin = starts[0] if starts else start
        return begin, begin + 2 * length
    if (
        end < start + 2 * length - 1
        or text[start + length - 1] not in _MARKS
        or (start and text[start - 1] not in _MARKS and text[end : end + 1] not in _MARKS)
    ):
        return None
    return (start, end) if length >= _GOES_ON or text[end : end + 1] in _MARKS else None


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
