"""Compares a number whose words are not all known where its change makes it last year's: 8817件，较上年增加226件.

委直属支队作出行政处罚8817件 may be those of one office. But where the table has just so many more as the text says that
they are more than last year, 8817 is what there were then, whoever it is told of.
"""

from __future__ import annotations

from core.base.patterns import holds_one, last_of, pattern
from core.checks.rules import CheckContext
from core.texts.claims.claim import Claim, Found
from core.texts.language.left_alone import OF_SOME

_CHANGED = pattern(
    "[^，；。（）\\d]{0,4}[，（](?:较|比|同比|与|和|相比)(?:上年|去年|上一年|20\\d\\d年)?(?:同期|相比|度)*"
    "(?:(?P<more>净?增加|增长|上升|多|增)|(?P<less>净?减少|下降|少|减))了?(?P<n>\\d+)[件宗起](?=[，；。）])",
    needs=["增", "上升", "多", "减", "下降", "少"],
)
"""8817(件，较上年增加226件)"""
_OTHER_YEAR = pattern("上年|去年|前年|20\\d\\d年|其中")
_LEFT_ALONE = ("未识别，不核对", f"（{OF_SOME}，不核对）")
_STOPS = "，；。！？\n"
_OURS = ""
"""The scope of a number that is the table's, whoever is named before it."""
_FEWEST = 10
"""Fewer are as many by chance."""


def before_change(context: CheckContext, found: Found) -> Found:
    """Return the claims, such a number as a wrong one."""
    for i, (claim, _) in enumerate(found):
        if claim.agrees is not None or not holds_one(claim.meaning, _LEFT_ALONE) or not claim.rule_id:
            continue
        if len(claim.sums) == 1 and claim.number != claim.sums[0] and _is_last_years(context, claim):
            found[i] = claim._replace(agrees=False, meaning=claim.meaning.partition("（")[0]), _OURS
    return found


def _is_last_years(context: CheckContext, claim: Claim) -> bool:
    """Whether the table has what is told, and as many more or fewer as it is said to have changed by."""
    text, place = context.report.texts[claim.place.text], claim.place
    changed = _CHANGED.match(text, place.end)
    own = text[last_of(_STOPS, text, 0, place.start) + 1 : place.start]
    if changed is None or _OTHER_YEAR.search(own):
        return False
    by = int(changed["n"])
    return by >= _FEWEST and (claim.number or 0) + (by if changed["more"] else -by) == claim.sums[0]
