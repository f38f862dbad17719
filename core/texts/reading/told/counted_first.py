"""Knows the noun that belongs to the number before it: 三起(复议)两起维持, 两件(诉讼)一件撤诉.

The noun of the second number would be its own by its place; what stands behind it says what became of it.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.base.patterns import pattern
from core.texts.language.numbers import PrintedNumber
from core.texts.language.words_behind import GOES_ON

_BEGINS = pattern(
    "(?:^|[，；：。\\n])(?:其中|全年|年内|今年|本年度?|一年(?:里|来|下来|间|中|到头)?|[我本][局委厅办镇乡县市区]|全[局县市区镇乡]|里|这|的|共|只有|仅有|仅|有)*$"
)
_CASES = ("行政", "复议", "诉讼")
_NOUN = pattern("(?P<noun>(?:行政)?(?:复议|诉讼)(?:案件|案)?)[，、]?(?:仅|只|有|其中)*")
_BECAME = pattern(
    "(?!(?:行政)?(?:复议|诉讼|应诉))[^，；。、（）\\d]{0,10}?(?:维持|纠正|纠错|撤[销回诉]|改变|变更|[胜败]诉|支持|驳回|终止|和解|调解|[审办]结|未结|在审|在办|待[审决判]|没审|未审"
    "|[打告]?[赢输]|责令|违法|其他|另外?作)"
)


def words_up_to_next(text: str, left: str, numbers: Sequence[PrintedNumber], end: int) -> str:
    """Return the words behind a number up to the next one, which ``GOES_ON`` marks, or up to the end of the sentence.

    A noun whose cases the next number tells the end of some of is followed by a mark.

    Args:
        text: The text in plain form.
        left: The words before the number.
        numbers: The number, and the next one of the sentence if there is one.
        end: Where the sentence ends.
    """
    number, *following = numbers
    if not following:
        return text[number.end : end]
    right = text[number.end : following[0].start]
    if not right.startswith(_CASES) or not _BEGINS.search(left):
        return f"{right}{GOES_ON}"
    named = _NOUN.fullmatch(right)
    return f"{named['noun']}，" if named and _BECAME.match(text, following[0].end) else f"{right}{GOES_ON}"
