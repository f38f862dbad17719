"""Leaves alone numbers far from the table's that stand in words of their own, beside others that are told rightly.

公开加部分公开22件, where the table has 5 部分公开: whoever slips writes 6, 15 or 50 for 5; what is three times as much,
and in words that nobody needs for that row, is mostly of something else. 部分公开22件 is judged.
"""

from __future__ import annotations

from functools import cache

from core.base.patterns import pattern
from core.checks.rules import CheckContext
from core.form.form_reader import load_form
from core.report.entry_text import Number
from core.texts.claims.claim import Claim, Found
from core.texts.language.slips import is_slip
from core.texts.language.vocabulary import load_vocabulary

_RULES = ("N-01", "N-03", "N-04", "N-05", "N-06", "N-07")
_TIMES = 3
"""A number more than so many times another is far from it."""
_WHY = "与表中的数相差太大，不能断定说的是它"
_EVERYDAY = frozenset(
    "我本委办厅院县区镇乡州省旗各级共是了另还至和与日月全今到受理接答复依法出台制定印发作采取收缴库已均被由对而也在并"
    "交宗份起次条元部例目讼涉生引只仅继续来批准延限前末底按公布除的中度局单位市时为因等入宣同步影响可能情形系损害侵"
    "主要有过告知征向违达妥善认真及顺利通渠道平台窗口登记检索核实意见查行用示城管封扣押亦"
)
"""Characters of words that narrow nothing; the others are those of the form's labels."""
_NUMERAL = pattern("[\\d.,%〇一二两三四五六七八九十百千万亿\\s，、：；（）“”《》…]+")


def far_from_table_left_out(context: CheckContext, found: Found) -> Found:
    """Do not judge what is far from the table, unless its quote is of the form's words alone or it was exchanged."""
    far = [i for i, (claim, _) in enumerate(found) if _is_far(claim)]
    if not far:
        return found
    wrong = [claim for claim, _ in found if claim.agrees is False and claim.number]
    told = {c.place.text for c, _ in found if c.agrees and c.kind == "count" and (c.number or 0) > 1}
    for i in far:
        claim, scope = found[i]
        is_exchanged = any(_are_exchanged(claim, other) for other in wrong)
        if claim.place.text in told and not is_exchanged and not _is_plain(context, claim.quote):
            found[i] = claim.left_alone(_WHY), scope
    return found


def _is_far(claim: Claim) -> bool:
    is_judged = claim.agrees is False and claim.kind == "count" and claim.rule_id in _RULES and not claim.is_proven
    return bool(is_judged and claim.number and claim.sums) and all(_are_far(claim.number, s) for s in claim.sums)


def _are_far(told: Number | None, known: Number) -> bool:
    """Whether one number is many times the other, and no slip of the hand makes it that."""
    if not told or not known:
        return False
    less, more = sorted((float(told), float(known)))
    return more > _TIMES * less and not is_slip(told, known)


def _are_exchanged(one: Claim, other: Claim) -> bool:
    """Whether two numbers stand in each other's place."""
    return one.number in other.sums and other.number in one.sums


def _is_plain(context: CheckContext, quote: str) -> bool:
    """Whether a quote holds no other words than those known of the form, the unit's name and everyday ones."""
    form_id, unit = context.report.form_id, context.report.unit
    clause = _NUMERAL.sub("", quote.replace(unit, "") if unit else quote)
    left = load_vocabulary(form_id).concepts.words.left_over(clause)
    return _form_characters(form_id).issuperset(left)


@cache
def _form_characters(form_id: str) -> frozenset[str]:
    cells = load_form(form_id).cells.values()
    return _EVERYDAY.union(*(cell.name for cell in cells))
