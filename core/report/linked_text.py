"""Linked numbers: fields such as ``{t3.R01.C7}`` inside a text that always print the table's value.

Literal braces are doubled. Only Word, HTML, print and the window show the value.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from core.report.entry_text import Number, format_number

BLANK = "＿＿"
"""Shown for a linked number whose cell is blank; it never reaches a 送审稿, since blanks block it."""

_PIECE = re.compile(r"\{\{|\}\}|\{([a-zA-Z0-9_.]+)\}")


def field(code: str) -> str:
    """Return the field that prints the number with this code."""
    return f"{{{code}}}"


def literal(text: str) -> str:
    """Return a plain text with its braces doubled, so that none of it is taken for a field."""
    return text.replace("{", "{{").replace("}", "}}")


def linked_codes(text: str) -> list[str]:
    """Return the codes of the linked numbers in a text, in order."""
    return [match[1] for match in _PIECE.finditer(text) if match[1]] if "{" in text else []


def resolve(text: str, numbers: Mapping[str, Number]) -> str:
    """Return the text as it is printed, with the values of the linked numbers."""
    if "{" not in text and "}" not in text:
        return text
    return "".join(piece for piece, _, _ in pieces(text, numbers))


def pieces(text: str, numbers: Mapping[str, Number]) -> list[tuple[str, int, str]]:
    """Split a text into printed pieces, so that places in the printed text can be found in the source.

    Returns:
        Tuples of printed piece, its start in the source text, and the code of the linked number ("" for plain text).
    """
    return [piece if not piece[2] else (_printed(piece[2], numbers), piece[1], piece[2]) for piece in _split(text)]


def _printed(code: str, numbers: Mapping[str, Number]) -> str:
    value = numbers.get(code)
    return BLANK if value is None else format_number(value)


@lru_cache(maxsize=64)
def _split(text: str) -> tuple[tuple[str, int, str], ...]:
    """Split a text as ``pieces`` does, without the values; kept, since with each number typed all texts are printed."""
    result: list[tuple[str, int, str]] = []
    end = 0
    for match in _PIECE.finditer(text):
        if match.start() > end:
            result.append((text[end : match.start()], end, ""))
        code = match[1] or ""
        result.append(("" if code else match[0][0], match.start(), code))
        end = match.end()
    if end < len(text):
        result.append((text[end:], end, ""))
    return tuple(result)


def texts_by_code(texts: Mapping[str, str]) -> Mapping[str, list[str]]:
    """Return for every linked number the codes of the texts that print it."""
    linked: dict[str, list[str]] = {}
    for text_code, text in texts.items():
        for code in linked_codes(text):
            linked.setdefault(code, []).append(text_code)
    return linked
