"""Knows outcomes of cases that are told by respondent, or behind some of all cases."""

from __future__ import annotations

from core.base.patterns import pattern
from core.report.entry_text import Number
from core.texts.claims.alibi.frames import Told
from core.texts.language.left_alone import OF_SOME

_RESPONDENT = pattern("(?P<who>被申请人|被告|第三人)[^，；。、（\\d]{0,10}?\\d+[件宗起]")
"""以市局为(被申请人的17件)，以分局为(被申请人的12件): cases told by respondent."""
_THIRD_PARTY = pattern(
    "(?:作为|列为|通知为|追加为|成为)(?:诉讼)?第三人|(?:诉讼)?第三人(?:的)?身份|(?:我|本)(?:局|委|办|厅|院|县|市|区|镇|乡|街道|机关|单位)[^，；。\\d]{0,6}第三人",
    needs=["第三人"],
)
_PARTY = pattern("被告|被申请人|被上诉人")
_MARKS, _ENDS = "。！？\n", "，；：。（）！？\n"


def is_of_one_respondent(told: Told, known: Number | None) -> bool:
    """以市局为被申请人的17件，以派出分局为被申请人的12件: some of all, which are told by respondent."""
    number, place = told.claim.number, told.claim.place
    if number is None or known is None or number > known:
        return False
    ends = [at for at in (told.text.find(mark, place.end) for mark in _MARKS) if at >= 0]
    told_by = [*_RESPONDENT.finditer(told.text, told.start, min(ends, default=len(told.text)))]
    own = next((m["who"] for m in told_by if m.start() < place.end <= m.end() + 1), "")
    return [m["who"] for m in told_by].count(own) > 1


def is_of_third_party(told: Told) -> bool:
    """Whether cases are told in which the unit is but a third party, of which the table has none.

    我局另作为第三人参加诉讼3件; 另有3件诉讼我局被列为第三人; 未作为第三人参加诉讼.
    """
    end = next((at for at in range(told.claim.place.end, len(told.text)) if told.text[at] in _ENDS), len(told.text))
    clause = told.text[told.claim.place.start - len(told.own) : end]
    return bool(_THIRD_PARTY.search(clause)) and not _PARTY.search(clause)


def is_of_some_cases(told: Told) -> bool:
    """Whether an outcome stands behind some of all cases: 市局机关为被申请人的复议17件，维持9件."""
    cases = [c for c in told.before if c.key.startswith("cases_") and c.number and c.place.start >= told.part][-1:]
    stems = {cell.rpartition(".")[0] for cell in cases[0].cells} if cases else set()
    is_of_some = bool(cases) and cases[0].agrees is None and OF_SOME in cases[0].meaning
    is_of_some = is_of_some and {cell.rpartition(".")[0] for cell in told.claim.cells} <= stems
    return is_of_some and (told.claim.number or 0) <= (cases[0].number or 0) and told.claim.number is not None
