"""The words around a number, and what they mean together."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from core.base.patterns import pattern
from core.texts.language.everyday_names import OF_CASES
from core.texts.language.grammar import JOINED
from core.texts.language.meanings import Role
from core.texts.language.role_keys import OUTCOMES

CASE, MONEY = "件", "元"
_TIMES, _RULES = "次", "部"
_OF_REVIEWS = ("review", "both")
_IN_COURT = pattern("诉|法[院庭官]|官司|告|公堂|胜|败|判")
"""县政府复议后要求我镇改正的2件: no lawsuit came after the review, which is what decided."""
_AFTERWARDS = pattern("复议[^，；。]*[后又再仍][^，；。]*诉")
"""33件是复议决定下来(后又起诉)的: no reviews and lawsuits together."""
_ANSWER = pattern("答复|回复|告知|回应")
_OF_BODIES = pattern("[审判裁结]|决定|复议机关|法院|开庭")
_FIRST_CLAUSE = pattern("[，；。：、（）]")
_WHEN = pattern("[^，；：。、\\d]*(?:后|时|前|之际)(?=[，；。、]|$)")
_BUT = pattern("^(?:除了?|除去|刨去|刨除|扣除)(?=.{2})")
_BUT_ALONE = pattern("(?:除了?|除去|刨去|刨除|扣除)(?:有)?")
_OUTSIDE = pattern("(?:之|以)?外$")
_DUE = pattern("[需应]当?要?(?:答复|办结|回复)$")
"""共需答复67件: what had to be, not what was."""
NAMES_ROW = pattern(
    "、(?:属于|属|系|认定为)|(?:归(?:到|入|为|类为|进|集到)|[列填记计划算](?:到|入|为|作|进)|认定(?:为|是|属于)|判定为|界定为|转为|登记为)(?:了)?"
)
"""查登记档案的(归到)行政查询事项8件: what it was entered as, whatever it is on."""


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

    def in_its_topic(self, phrase: Phrase) -> Composed | None:
        """Return what a phrase on cases means; None where it tells of the answers that led to them.

        An outcome behind 复议后 is that of the review where no lawsuit is spoken of; 2件因未按期答复 are not pending.
        """
        said = f"{phrase.own}，{_FIRST_CLAUSE.split(phrase.behind, maxsplit=1)[0]}"
        is_state = self.role.key in ("pending", "closed") and phrase.topic in OF_CASES
        if is_state and _ANSWER.search(said) and not _OF_BODIES.search(said):
            return None
        is_outcome = self.topic == "after" and phrase.topic in _OF_REVIEWS and self.role.key in OUTCOMES
        is_of_review = is_outcome and not _IN_COURT.search(f"{phrase.before}，{phrase.own}，{phrase.behind}")
        return self._replace(topic="review") if is_of_review else self

    def is_of_one_after_another(self, phrase: Phrase) -> bool:
        """Whether what seems to be reviews and lawsuits together are lawsuits behind reviews."""
        return self.role.key == "cases_both" and bool(_AFTERWARDS.search(phrase.own + phrase.behind))


def unit_of(phrase: Phrase) -> str:
    """Return the unit of a number in everyday words: 被告到法院3次 are so many cases."""
    return CASE if phrase.unit == _TIMES and phrase.topic in OF_CASES else phrase.unit


def tells_nothing(phrase: Phrase, units: Collection[str]) -> bool:
    """Whether no table tells of such numbers: 一部规章出台后."""
    if phrase.unit not in units and not NAMES_ROW.search(phrase.own):
        return True
    is_when = phrase.unit == _RULES and _WHEN.match(phrase.behind)
    return bool(is_when or JOINED.search(phrase.own) or _DUE.search(phrase.own))


def without_exception(phrase: Phrase, behind: str) -> tuple[Phrase, str]:
    """Return a phrase and the words behind its number without 除…外: 除公益组织提出的2件外, 除8件还在审."""
    if _BUT_ALONE.fullmatch(phrase.own) and (said := _OUTSIDE.sub("", behind)):
        return phrase._replace(own=""), said
    if _BUT.match(phrase.own) and _OUTSIDE.search(behind):
        return phrase._replace(own=_BUT.sub("", phrase.own)), _OUTSIDE.sub("", behind)
    return phrase, behind
