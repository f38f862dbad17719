"""Knows what is left of the cases when some are told: 被纠正的1件复议，…。其余3件复议未被纠正, where there are 4."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from core.base.patterns import pattern
from core.report.entry_text import Number
from core.texts.claims.alibi.frames import Told
from core.texts.reading.sentence.share_checks import added

_REST = pattern("其余|余下|剩余|剩下")
_OTHERS = pattern("(?:^|其中)另外?的?$")
"""某某的复议被纠正。(另外)3件复议"""
_NOUNS = (("复议", "复议"), ("诉", "诉讼"))
_COUNT = pattern("(\\d+)[件宗起]")
_NOT_CORRECTED = pattern(
    "(?:行政)?(?:复议|诉讼)?(?:案件|案|决定|答复)?，?(?:复议机关|法院|结果)?(?:均|都|全部)?(?:未|没有|不|无)(?:被|予以|予|获|出现|发生|涉及)*(?:纠正|纠错|撤销|改变)"
)
"""3件(复议案件未被纠正)"""


def is_rest_told(told: Told, known: Number | None) -> bool:
    """Whether a number is that of all but those told before, in its sentence or in those before it: 其余2件复议."""
    claim = told.claim
    if claim.number is None or known is None:
        return False
    if _is_rest_of_cases(told) and claim.number < known:
        return True
    if not _REST.search(told.own):
        return _is_of_rest(told, known)
    left = known - claim.number
    if left in _sums_of_runs([int(n) for n in _COUNT.findall(told.head)]):
        return True
    stems = {cell.rpartition(".")[0] for cell in claim.cells}
    alike = [
        c for c in told.here if c.number and c.agrees and c.cells and not c.is_share and c.rule_id == claim.rule_id
    ]
    return left in _sums_of_runs([c.number or 0 for c in alike if {x.rpartition(".")[0] for x in c.cells} <= stems])


def _is_rest_of_cases(told: Told) -> bool:
    """Whether a number of cases is said to be the rest, which is never all of them, however the others were told.

    Where the rest was not corrected, the others were, and the table tells how many these are.
    """
    is_whole = all(cell.endswith(".total") for cell in told.claim.cells)
    if not is_whole or _NOT_CORRECTED.match(told.text, told.claim.place.end):
        return False
    if _REST.search(told.own):
        return True
    before = told.text[: told.claim.place.start - len(told.own)]
    return bool(_OTHERS.search(told.own)) and any(
        noun in before and named in told.claim.quote for noun, named in _NOUNS
    )


def _is_of_rest(told: Told, known: Number) -> bool:
    """Whether an outcome is of the rest told right before it: 其余3件复议，2件维持，1件撤回."""
    wholes = [c for c in told.before if c.key.startswith("cases_") and c.number is not None]
    if not wholes or wholes[-1].agrees is not None or wholes[-1].place.start < told.part:
        return False
    begin = max(told.text.rfind(mark, 0, wholes[-1].place.start) for mark in "，；。：（\n") + 1
    head = told.text[begin : wholes[-1].place.end]
    is_rest = bool(_REST.search(head)) or head.startswith("另")
    return is_rest and (told.claim.number or 0) < min(known, wholes[-1].number or 0)


def _sums_of_runs(counts: Sequence[Number]) -> set[Number]:
    return {sum(counts[a:b]) for a in range(len(counts)) for b in range(a + 1, len(counts) + 1)}


def is_all_but_corrected(told: Told, numbers: Mapping[str, Number]) -> bool:
    """Whether a number is that of the cases that were not corrected, open ones among them or not: 3件复议未被纠正."""
    claim = told.claim
    if claim.number is None or not all(cell.endswith(".total") for cell in claim.cells):
        return False
    if not _NOT_CORRECTED.match(told.text, claim.place.end):
        return False
    total, corrected, pending = (
        added(tuple(f"{cell.removesuffix('total')}{end}" for cell in claim.cells), numbers) or 0
        for end in ("total", "corrected", "pending")
    )
    return claim.number in (total - corrected, total - corrected - pending)
