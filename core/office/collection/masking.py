"""Numbers of persons in what the desk lists: enough is left of each to find it, and too little to be passed on.

Lists, workbooks and lines of the command line go from hand to hand; what the report itself prints stays as it is.
"""

from __future__ import annotations

from core.texts.rules.debris.private_numbers import private_spans

_FIRST, _LAST = 3, 4
_SHORTEST = 11
"""Digits of a mobile number: a mailbox, which may be shorter, keeps only its beginning and its host."""


def masked(text: str) -> str:
    """Return a text in which private numbers and mailboxes are only told by their ends: 138****8000."""
    signs = list(text)
    for span in private_spans(text) if "@" in text or sum(map(str.isdecimal, text)) >= _SHORTEST else ():
        host = text.find("@", span.start, span.end)
        told = [place for place in range(span.start, span.end) if text[place].isalnum()]
        hidden = told[_FIRST:-_LAST] if host < 0 else range(min(span.start + _FIRST, host - 1), host)
        for place in hidden:
            signs[place] = "*"
    return "".join(signs)
