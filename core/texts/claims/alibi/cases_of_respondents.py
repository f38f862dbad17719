"""Knows outcomes of cases that are told by respondent, or behind some of all cases."""

from __future__ import annotations

from core.base.patterns import pattern
from core.report.entry_text import Number
from core.texts.claims.alibi.frames import Told
from core.texts.language.left_alone import OF_SOME

_RESPONDENT = pattern("(?P<who>被申请人|被告|第三人)[^，；。、（\\d]{0,10}?\\d+[件宗起]")
"""以市局为(被申请人的17件)，以分局为(被申请人的12件): cases told by respondent."""
_MARKS = "。！？\n"


def is_of_one_respondent(told: Told, known: Number | None) -> bool:
    """以市局为被申请人的17件，以派出分局为被申请人的12件: some of all, which are told by respondent."""
    number, place = told.claim.number, told.claim.place
    if number is None or known is None or number > known:
        return False
    ends = [at for at in (told.text.find(mark, place.end) for mark in _MARKS) if at >= 0]
    told_by = [*_RESPONDENT.finditer(told.text, told.start, min(ends, default=len(told.text)))]
    own = next((m["who"] for m in told_by if m.start() < place.end <= m.end() + 1), "")
    return [m["who"] for m in told_by].count(own) > 1


def is_of_some_cases(told: Told) -> bool:
    """Whether an outcome stands behind some of all cases: 市局机关为被申请人的复议17件，维持9件."""
    cases = [c for c in told.before if c.key.startswith("cases_") and c.number and c.place.start >= told.part][-1:]
    stems = {cell.rpartition(".")[0] for cell in cases[0].cells} if cases else set()
    is_of_some = bool(cases) and cases[0].agrees is None and OF_SOME in cases[0].meaning
    is_of_some = is_of_some and {cell.rpartition(".")[0] for cell in told.claim.cells} <= stems
    return is_of_some and (told.claim.number or 0) <= (cases[0].number or 0) and told.claim.number is not None
