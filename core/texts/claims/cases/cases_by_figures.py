"""Leaves out outcomes of cases that are those of other rows, by what stands around them and by their figures.

已审结的11件诉讼中 names its cases behind its number; 其中2件经复议被纠正 is of reviews. 全市4件被纠正的案件 is of all
cases, and so is what follows 复议、诉讼合计13件. Of 有2件说理不足，被纠正1件、调解1件 both are parts of the two.
"""

from __future__ import annotations

from core.base.patterns import last_of, pattern
from core.checks.rules import CheckContext
from core.form.known_cells import CASE_ROWS, LAWSUIT_ROWS, REVIEW_ROW
from core.texts.claims.cases.cases_together import OUTCOMES, sum_of_cases
from core.texts.claims.claim import Claim, Found
from core.texts.language.left_alone import OF_SOME

_RULE, _WHY, _UNKNOWN = "N-06", "另一类案件", "unknown"
_TOTAL = ("total",)
_NOUN_BEHIND = pattern("[件起宗]?(?:行政)?(?P<noun>复议|诉讼)(?!后|[、和及与])")
"""已审结的11件(诉讼)中"""
_BY_REVIEW = pattern(
    "[件起宗]?(?:申请|答复)?经过?(?:行政)?复议(?:程序|机关|决定)?(?:后)?(?:被|予以|获|责令)*(?:纠正|撤销|维持|确认|重新|限期|变更)"
)
"""其中2件(经复议被纠正)"""
_OF_ALL_CASES = pattern("[件起宗]?(?:被|予以)?(?:纠正|撤销|维持)的案件")
_BOTH = pattern(
    "复议(?:案件)?(?:\\d+[件起宗])?[、，和及与](?:行政)?诉讼(?:案件)?(?:\\d+[件起宗])?[^，；。\\d]{0,6}，?(?:合计|共计?|总计)"
)
"""(复议、诉讼合计)13件"""
_SAYS_CASES = pattern("案件|的案|复议(?!机关)|诉|共|计|通知")
"""What tells that a number is that of cases, or all of them."""
_CASES_ALONE = pattern("信息公开(?:行政)?(?:争议)?案件(?:合计|共计?|总计)?$")
"""(信息公开案件)48件: reviews and lawsuits"""
_CASES = ("复议", "诉", "法院")
_SENTENCE, _PART = "。！？\n", "。！？；\n"
_COUNT = pattern("(?P<n>\\d{1,9})[件宗起]")
_COMPARED = pattern("(?:[上去]年|同期|增加|减少|增长|下降|多|少|比|较)[了为是的]*$")
_FEWEST, _MOST, _NEAR = 2, 12, 16


def cases_by_figures(context: CheckContext, found: Found) -> Found:
    """Do not judge an outcome that is right for other cases, which it may be of, or a part of a few told before it."""
    for i, (claim, scope) in enumerate(found):
        ends = _TOTAL if claim.key.startswith("cases_") else OUTCOMES.get(claim.key.removesuffix("_short"))
        if claim.agrees is not False or claim.rule_id != _RULE or claim.number is None or ends is None:
            continue
        text = context.report.texts[claim.place.text]
        if any(sum_of_cases(context, rows, ends) == claim.number for rows in _rows_around(text, claim)):
            found[i] = claim.left_alone(_WHY), scope
        elif _is_part_of_few(text, [c for c, _ in found[:i]], claim):
            found[i] = claim.left_alone(OF_SOME), scope
    return found


def _rows_around(text: str, claim: Claim) -> list[tuple[str, ...]]:
    """Return the rows of table four that the words around a number may mean; none for most numbers of cases."""
    start, end = claim.place.start, claim.place.end
    if _CASES_ALONE.search(text, max(start - _NEAR, 0), start):
        return [CASE_ROWS]
    if claim.key.startswith("cases_"):
        return []  # of which cases it is, is said by its own words
    noun = _NOUN_BEHIND.match(text, end)
    if noun:
        return [(REVIEW_ROW,) if noun["noun"] == "复议" else LAWSUIT_ROWS]
    if _BY_REVIEW.match(text, end):
        return [(REVIEW_ROW,)]
    if _OF_ALL_CASES.match(text, end):
        return [CASE_ROWS]
    own = text[last_of(_SENTENCE, text, 0, claim.place.start) + 1 : claim.place.start]
    above = text[text.rfind("\n", 0, claim.place.start) + 1 : claim.place.start - len(own)]
    is_open = not any(word in own for word in _CASES)
    return [CASE_ROWS] if is_open and _BOTH.search(above) else []


def _is_part_of_few(text: str, before: list[Claim], claim: Claim) -> bool:
    """Whether a number is one of a list that adds up to one right before it, which was not taken for cases."""
    start, end = claim.place.start, claim.place.end
    begin = last_of(_PART, text, 0, start) + 1
    close = min((at for mark in _PART if (at := text.find(mark, end)) >= 0), default=len(text))
    counted = [*_COUNT.finditer(text, begin, close)]
    own = next((n for n, match in enumerate(counted) if match.start() <= start < match.end()), None)
    own = own if own is not None else next((n for n, match in enumerate(counted) if match.end() == end), None)
    if not own or len(counted) > _MOST:
        return False
    values = [int(match["n"]) for match in counted]
    for first in range(1, own + 1):
        head = counted[first - 1]
        ends = range(max(own + 1, first + _FEWEST), len(values) + 1)
        is_whole = any(sum(values[first:last]) == values[first - 1] for last in ends)
        is_whole = is_whole and not _COMPARED.search(text, begin, head.start())
        is_whole = is_whole and not _SAYS_CASES.search(text, max(head.start() - _NEAR, begin), counted[first].start())
        if is_whole and _is_unknown(before, head.start(), head.end()):
            return True
    return False


def _is_unknown(before: list[Claim], start: int, end: int) -> bool:
    return any(c.key == _UNKNOWN and c.place.start < end and start < c.place.end for c in before)
