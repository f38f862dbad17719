"""Leaves out what all of so many came to that were told before: 多出的3件都出自同一小区的住户，…，3件均获维持.

The number says again which ones are meant; so many more may have come to the same.
"""

from __future__ import annotations

from core.base.patterns import last_of, pattern
from core.checks.rules import CheckContext
from core.texts.claims.claim import Claim, Found
from core.texts.language.left_alone import OF_SOME

_RULE = "N-06"
_SENTENCE = "。！？\n"
_ALL_OF = pattern("(?:案件|案|复议|诉讼|答复|申请)?，?(?:结果|最终|后来|也)?(?:均|都|全部|全都|悉数|一律|皆)")
_BARE = pattern("(?:^|[，；：、。！？\\n])(?:这|上述|前述|该|此)?\\d+[件起宗]$")
_NARROWED = pattern("[^，；。：、（）\\d](?<!全部)(?<!所有)的$")
_OF_ALL = pattern("全[年局市县区省州]|总[计数量]|合计|共计|一共|所有|全部(?=\\d)")


def outcomes_of_those(context: CheckContext, found: Found) -> Found:
    """Do not judge an outcome of so many cases of which nothing is known but that they are some of all."""
    for i, (claim, scope) in enumerate(found):
        if claim.agrees is not False or claim.rule_id != _RULE or not claim.number or claim.is_share:
            continue
        if claim.number < max(claim.sums, default=0) and _are_told(context, [c for c, _ in found[:i]], claim):
            found[i] = claim.left_alone(OF_SOME), scope
    return found


def _are_told(context: CheckContext, before: list[Claim], claim: Claim) -> bool:
    text = context.report.texts[claim.place.text]
    begin = last_of(_SENTENCE, text, 0, claim.place.start) + 1
    if not (_BARE.search(text, begin, claim.place.end) and _ALL_OF.match(text, claim.place.end)):
        return False
    told = [c for c in before if c.place.text == claim.place.text and c.place.start >= begin and c.number is not None]
    some = [c for c in told if c.number == claim.number and c.agrees is None]
    some = [c for c in some if _NARROWED.search(text, begin, c.place.start)]
    if not some or any(c.key.startswith("cases_") and c.agrees is False for c in told):
        return False
    return not _OF_ALL.search(text, some[-1].place.start, claim.place.start)
