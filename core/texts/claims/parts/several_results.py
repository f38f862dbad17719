"""Compares a number that is said to be of several results with all of them: 其余6件为不予处理和逾期不补正.

It was taken for the last one that is named. Where one of the names is not known, it is left alone.
"""

from __future__ import annotations

from core.base.patterns import last_of, pattern
from core.checks.rules import CheckContext
from core.texts.claims.claim import Claim, Found, different
from core.texts.language.left_alone import OF_SOME
from core.texts.language.vocabulary import load_vocabulary
from core.texts.reading.sentence.share_checks import added

_RULE = "N-05"
_BEHIND = pattern(
    "(?:[件宗份])?(?:申请)?(?:均|分别|则|都)*(?:为|是|系|属于?|作出?|因)(?P<names>[^，；。：（）\\d]{2,16}?(?:、[^，；。：（）、\\d]{2,16}?)*"
    "(?:和|及|与|或|以及|、)[^，；。：（）、\\d]{2,16})(?=[，；。（\\n]|各\\d|$)"
)
"""其余2件(作不予处理和其他处理)各1件"""
_EITHER = "(?:或者?|有的|有些|要么|一?部分|一些)[是为因系]?"
_ONE_OR_OTHER = pattern(
    f"(?:[件宗份])?(?:申请)?，?(?P<names>{_EITHER}[^，；。：（）、\\d]{{2,20}}(?:[，、；]{_EITHER}[^，；。：（）、\\d]{{2,20}})+)(?=[，；。\\n]|$)"
)
_OR = pattern(f"(?:^|[，、；]){_EITHER}")
"""其余3件，(或本机关不掌握，或需另行制作)，无法提供"""
_BARE = pattern("(?:其余|余下|余|剩余|剩下|另外|另|其他|其它|还|尚|共|有|的)*")
"""(其余)6件: what they are is said behind them alone."""
_MARKS = "，；：。（）\n"
_QUOTES = pattern("[“”\"']")
_JOINS = pattern("、|以及|和|及|与|或")


def of_several_results(context: CheckContext, found: Found) -> Found:
    """Compare the number of several results, named behind it, with all of these."""
    for i, (claim, scope) in enumerate(found):
        if claim.agrees is False and claim.rule_id == _RULE and claim.kind == "count":
            text, end = context.report.texts[claim.place.text], claim.place.end
            own = text[last_of(_MARKS, text, 0, claim.place.start) + 1 : claim.place.start]
            if not _BARE.fullmatch(own):
                continue
            behind = _ONE_OR_OTHER.match(text, end) or _ONE_OR_OTHER.match(text, end - 1)
            if behind:
                found[i] = _compared(context, claim, "、".join(filter(None, _OR.split(behind["names"])))), scope
                continue
            behind = _BEHIND.match(text, end) or _BEHIND.match(text, end - 1)
            if behind:
                found[i] = _compared(context, claim, behind["names"]), scope
    return found


def _compared(context: CheckContext, claim: Claim, names: str) -> Claim:
    """Return a claim compared with the results that some names mean together, unless they are one name."""
    concepts = load_vocabulary(context.report.form_id).concepts
    one = concepts.row(_QUOTES.sub("", names))
    if one and one.alternatives("request")[0] == claim.cells:
        return claim  # 因公开后可能危(及)三安全一稳定
    roles = [concepts.shared(name, "request") for name in _JOINS.split(names)]
    if any(role is None or not role.is_result for role in roles):
        return claim.left_alone(OF_SOME)
    cells = tuple(dict.fromkeys(cell for role in roles if role for cell in role.alternatives("request")[0]))
    told = added(cells, context.numbers)
    if told is None or not set(claim.cells) <= set(cells):
        return claim.left_alone(OF_SOME)
    return claim._replace(agrees=claim.number == told, cells=cells, sums=different([told]))
