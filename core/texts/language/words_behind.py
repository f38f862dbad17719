"""The words behind a number that are its own, not those of the next one."""

from __future__ import annotations

from core.base.patterns import pattern
from core.texts.language.everyday_reasons import THOUGH
from core.texts.language.grammar import BREAK

NOT_OUR_TASK = pattern("(?:因|由于|信息|内容|材料|资料|档案)[^，；。]{0,12}不属于?本$")
"""无法提供的20件，(均因相关信息不属于本)局职责范围: why we do not hold it, no number that is not counted."""
GOES_ON = "\0"
"""Marks that the words behind a number do not end there: the next number follows."""


def own_words_behind(right: str) -> str:
    """Return the words behind a number that are not those of the next one: 3件维持、(1件纠正)."""
    clause, *more = BREAK.split(THOUGH.sub(r"\g<said>后", right), maxsplit=1)
    if more or not clause.endswith(GOES_ON):
        return clause
    return _LINK.split(clause)[0] if _LINK.search(clause) else clause


_LINK = pattern("[、和及与](?=[^、和及与]*$)")
"""3件(和)重复: before the words of the next number."""
