"""Finds linked numbers that are none any more, for a lost bracket or full-width signs: they print their code."""

from __future__ import annotations

import re
from functools import lru_cache

from core.base.patterns import holds_one
from core.form.debris import find_debris
from core.form.form_definition import FormDefinition
from core.report.linked_text import pieces
from core.texts.rules.views import Span

_MAY_BE = re.compile("[tTｔＴfFｆＦ](?:(?<=[tTｔＴ])\\s*[1-9１-９]|(?<=[fFｆＦ])\\s*[eEｅＥ])")
_TO_ASCII = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_BRACES = "{}｛｝"
_IN_BRACES = re.compile("[{｛][^{}｛｝\n]{0,40}[}｝]|[{}｛｝]")


@lru_cache(maxsize=64)
def damaged_fields(source: str, form: FormDefinition) -> tuple[Span, ...]:
    """Return where a text names a number of the form by its code outside a field, with the braces that are left."""
    if not _MAY_BE.search(source):
        return ()
    at = [i for i, sign in enumerate(source) if not sign.isspace()]
    plain = "".join(source[i] for i in at).translate(_TO_ASCII).lower()
    fields = {start for _, start, code in pieces(source, {}) if code}
    spans = []
    for match in _codes(form).finditer(plain):
        start, end = at[match.start()], at[match.end() - 1] + 1
        if start - 1 in fields:
            continue
        while start and source[start - 1] in _BRACES:
            start -= 1
        while end < len(source) and source[end] in _BRACES:
            end += 1
        spans.append(Span(start, end, " ".join(source[start:end].split())))
    return tuple(spans)


def in_braces(text: str) -> tuple[Span, ...]:
    """Return where a text without linked numbers, such as the name of a unit, holds braces: they are printed as such.

    What is told as debris already, such as ${name}, is left out.
    """
    if not holds_one(text, _BRACES):
        return ()
    told = find_debris(text)
    found = (Span(*match.span()) for match in _IN_BRACES.finditer(text))
    return tuple(span for span in found if not any(d.start < span.end and span.start < d.end for d in told))


@lru_cache(maxsize=8)
def _codes(form: FormDefinition) -> re.Pattern[str]:
    """Return a pattern of all codes of numbers, the longest first."""
    codes = sorted((code.lower() for code in form.cells), key=len, reverse=True)
    return re.compile(f"(?<![a-z0-9_.])(?:{'|'.join(map(re.escape, codes))})(?![a-z0-9_])")
