"""The everyday names of cases, decisions, documents and fees, by what a text speaks of."""

from __future__ import annotations

from collections.abc import Mapping

from core.base.patterns import pattern
from core.texts.language import everyday_cases, everyday_decisions

OF_CASES = frozenset(["review", "lawsuit", "direct", "after", "both"])
"""Topics on cases."""
TOPICS = OF_CASES | {"", "normative", "rules", "fee"}
"""Topics that have everyday names of their own."""
MARKS: Mapping[str, str] = {**everyday_cases.MARKS, **everyday_decisions.MARKS}
"""The characters that stand for such names, each with its concept."""

_NAMES_POWERS = pattern("许可|罚|强制|规范性文件|规章|收费|规费|事业性")
"""What a sentence on nothing else must name."""
_OF_REST = pattern("(?:其余|其中|另|其他)的?[^，；。]{0,24}(?:许可|处罚|强制|收费)")
"""其余特种行业、剧毒化学品等许可: some of all."""
_ANSWERS = ("答复", "决定", "（未经", "（经", "（均")
"""1件(答复)经复议后又起诉: no cases are counted; 诉到法院的7件(（未经)复议）: what narrows them stands behind."""


def may_tell(before: str, own: str, behind: str, topic: str) -> bool:
    """Whether a number among these words may be told in everyday names: where its matter is named, of no rest."""
    if topic not in TOPICS or not (topic or _NAMES_POWERS.search(before + own + behind)):
        return False
    return not behind.startswith(_ANSWERS) and not _OF_REST.match(own)


def marked(words: str, topic: str) -> str:
    """Return some words with the everyday names of the matter marked; "" where they have none."""
    if topic in OF_CASES:
        return everyday_cases.marked(words)
    return everyday_decisions.marked(words, topic)
