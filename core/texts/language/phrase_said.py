"""The words around a number, and what they mean together."""

from __future__ import annotations

from typing import NamedTuple

from core.base.patterns import pattern
from core.texts.language.everyday_names import OF_CASES
from core.texts.language.meanings import Role
from core.texts.language.role_keys import OUTCOMES

CASE, MONEY = "件", "元"
_TIMES = "次"
_OF_REVIEWS = ("review", "both")
_IN_COURT = pattern("诉|法[院庭官]|官司|告|公堂|胜|败|判")
"""县政府复议后要求我镇改正的2件: no lawsuit came after the review, which is what decided."""
_AFTERWARDS = pattern("复议[^，；。]*[后又再仍][^，；。]*诉")
"""33件是复议决定下来(后又起诉)的: no reviews and lawsuits together."""


class Phrase(NamedTuple):
    """The words around a number: the clause before its own, its own to the number, those behind; topic and unit."""

    before: str
    own: str
    behind: str
    topic: str
    unit: str


class Composed(NamedTuple):
    """What a phrase means: role, topic that it names, how many characters behind the number belong to it.

    ``offices``: those that it names, which must be the unit.
    """

    role: Role
    topic: str
    used: int
    offices: str = ""

    def is_of_review(self, phrase: Phrase) -> bool:
        """Whether an outcome behind 复议后 is that of the review, since no lawsuit is spoken of."""
        is_outcome = self.topic == "after" and phrase.topic in _OF_REVIEWS and self.role.key in OUTCOMES
        return is_outcome and not _IN_COURT.search(f"{phrase.before}，{phrase.own}，{phrase.behind}")

    def is_of_one_after_another(self, phrase: Phrase) -> bool:
        """Whether what seems to be reviews and lawsuits together are lawsuits behind reviews."""
        return self.role.key == "cases_both" and bool(_AFTERWARDS.search(phrase.own + phrase.behind))


def unit_of(phrase: Phrase) -> str:
    """Return the unit of a number in everyday words: 被告到法院3次 are so many cases."""
    return CASE if phrase.unit == _TIMES and phrase.topic in OF_CASES else phrase.unit
