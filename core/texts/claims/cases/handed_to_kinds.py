"""Compares outcomes that 分别 hands to two kinds of cases before it: 直接起诉5件、复议后起诉3件，分别审结4件、3件."""

from __future__ import annotations

from itertools import pairwise

from core.base.patterns import pattern
from core.checks.findings import Place
from core.checks.rules import CheckContext
from core.texts.claims.cases.same_cases import GROUPS, total_of
from core.texts.claims.claim import Claim, Found

_ENDS = {
    "closed": ("已审结", "审结|结案|办结"),
    "upheld": ("结果维持", "维持|胜诉"),
    "corrected": ("结果纠正", "纠正|纠错|撤销|败诉"),
    "pending": ("尚未审结", "[尚仍]?未审?结|[尚仍正]?在审理?"),
    "other": ("其他结果", "其他结果"),
}
_KEYS = {"other": "other_outcome"}
_CLOSED = ("upheld", "corrected", "other")
_OUTCOME = "|".join(f"(?P<{end}>{words})" for end, (_, words) in _ENDS.items())
_AGAIN = "|".join(words for _, words in _ENDS.values())
_HANDED = pattern(
    "(?:案件|案)?[，；、](?:其中|现|已|均|全年|年内|截至年底|至年底|，)*"
    f"(?:(?:分别|依次)(?:被|获|已经?|均|予以|有)*(?:{_OUTCOME})(?:了|的|为|是|案件)*(?=\\d)"
    f"|(?P<said>{_AGAIN})(?:的|数量?|件数|案件)*(?:分别|依次)(?:为|有|是)?(?=\\d))",
    needs=["分别", "依次"],
)
_PAIR = pattern("(?P<a>\\d{1,6})[件起宗]?(?:[、，和及与]|以及)(?P<b>\\d{1,6})[件起宗](?![^，；。]{0,2}[、，]\\d)")
_BETWEEN = pattern("(?:案件|案)?(?:、|，|和|及|与|以及)[^，；。：、（）\\d]{0,12}")


def handed_to_kinds(context: CheckContext, found: Found) -> Found:
    """Return the claims, such outcomes compared with the cells of the kind that each is handed to."""
    for i, ((first, _), (second, _)) in enumerate(pairwise(found)):
        rows = [GROUPS.get(claim.key, ()) for claim in (first, second)]
        if not all(rows) or first.key == second.key or not (first.agrees and second.agrees):
            continue
        text = context.report.texts[second.place.text]
        if first.place.text != second.place.text or not _BETWEEN.fullmatch(text, first.place.end, second.place.start):
            continue
        told = _HANDED.match(text, second.place.end)
        pair = _PAIR.match(text, told.end()) if told else None
        if told is None or pair is None:
            continue
        end = next(key for key, (_, words) in _ENDS.items() if told[key] or _is_said(told["said"], words))
        for name, stems in zip("ab", rows, strict=True):
            _compare(context, found, i + 2, Place(second.place.text, *pair.span(name)), stems, end)
    return found


def _is_said(said: str | None, words: str) -> bool:
    return bool(said and pattern(words).fullmatch(said))


def _compare(context: CheckContext, found: Found, begin: int, at: Place, stems: tuple[str, ...], end: str) -> None:
    """Compare the claim at a place, if any, with what came of some kinds of cases in the table."""
    for j in range(begin, min(begin + 2, len(found))):
        claim, scope = found[j]
        if claim.place[:2] == at[:2] and claim.number is not None:
            found[j] = _compared(context, claim, stems, end), scope


def _compared(context: CheckContext, claim: Claim, stems: tuple[str, ...], end: str) -> Claim:
    ends = _CLOSED if end == "closed" else (end,)
    table = sum(total_of(context, stems, one) for one in ends)
    cells = tuple(f"{stem}.{one}" for stem in stems for one in (*ends, *(["pending"] if end == "closed" else [])))
    told = claim._replace(cells=cells, sums=(table,), agrees=claim.number == table, rule_id="N-06", is_proven=True)
    return told._replace(meaning=_ENDS[end][0], kind="count", key=_KEYS.get(end, end))
