"""What the clauses around a bare number of applications say: that they go from one year to another.

3件到年底才收到，顺延到2025年再办; 没能在年内了结的，企业和群众的申请加在一起是6件.
"""

from __future__ import annotations

from collections.abc import Callable

from core.base.patterns import pattern
from core.texts.language.grammar import BREAK
from core.texts.language.meanings import Role

Said = Callable[[str], frozenset[str] | None]
Means = Callable[[frozenset[str]], tuple[Role, str] | None]

GO_ON = pattern(
    "[先最优率首开连同随分占比较与为是属系有无没未不大都均全平问关涉要得被交赶压增减升降缩涨]|一[并同律]"
    "|陆续|统一|至[今此]|春节|年后|安排|列|提前"
)
"""上年末留下的8件(先安排办理): what is said of all that goes from one year to another."""
MOSTLY = pattern(
    "(?:的?申请)?(?:以[^，；。\\d]{2,20}(?:为主|居多|占多数)|[^，；。\\d]{2,20}(?:居多|占多数|占大头|最多|占比最[高大])|(?:绝?大?多数?|大部分|主要)(?:是|为|系|属|因|由)[^，；。]*)"
)
"""不予处理的20件(以信访投诉类为主): what most of them are, not what they were counted as."""
_CHANGED = pattern("[压增减升降缩涨]")
"""跨年的申请由年初的13件(压到)年底的6件"""
_TURNS = frozenset(["NEXT", "LAST", "CARRYIN", "CARRYOUT", "ACROSS"])
"""What says that applications go from one year to another."""
_WHY = pattern("的?(?:申请)?(?:因|由于|受|系|属|尚|仍|正|还|均|都|是)(?!.*其中)")
"""3件(因需征求第三方意见)，结转下年: why they do."""
_INCLUDING = ("含", "包括", "包含", "不含", "不包括")
"""收到的共47件（(含上年结转)）: what was counted with them."""
_MOST_CLAUSES = 4


def goes_on(role: Role, own: str, behind: str) -> bool:
    """Whether words behind what goes from one year to another are said of all of it."""
    return role.rule_id == "N-03" and (not _CHANGED.match(behind) or (role.key == "carried_in" and "申请" in own))


def told_further(before: str, behind: str, goes_on: str, said_of: Said, means: Means) -> tuple[Role, str] | None:
    """Return that applications are carried over where a later clause behind their number says so, else None."""
    told: frozenset[str] = said_of(before) or frozenset()
    is_noun = not before
    for place, clause in enumerate(BREAK.split(behind.partition("；")[0])[:_MOST_CLAUSES]):
        said = None if clause.endswith(goes_on) or clause.startswith(_INCLUDING) else said_of(clause)
        if said is None and (place or not _WHY.match(clause)):
            return None
        told |= said or frozenset()
        if place and is_noun and said:
            result = means(said)
            return result if result and result[0].is_result and "AND" not in said else None
        is_noun = is_noun and said == frozenset(["REQ"]) and clause.endswith("申请")
        meaning = means(told) if place and told & _TURNS else None
        if meaning and meaning[0].key.startswith("carried"):
            return meaning
    return None


_OF_THE_LAST = pattern("(?:申请)?，?(?:(?:都|均|全|皆|则|也|原|本)*[是系]|[都均全皆]为)")


def told_ahead(before: str, said_of: Said, means: Means) -> tuple[Role, str] | None:
    """Return that applications are carried over where the clause before their number says so, else None."""
    if _OF_THE_LAST.match(before):
        return None  # 9件是去年带过来的，所以总盘子是262件
    said = said_of(before)
    meaning = means(said) if said else None
    return meaning if meaning and meaning[0].key.startswith("carried") else None


def next_clause(right: str, goes_on: str) -> str:
    """Return the second clause behind a number, before the next one."""
    clauses = BREAK.split(right)
    is_told = len(clauses) > 1 and right[len(clauses[0])] != "；" and not clauses[1].endswith(goes_on)
    return clauses[1] if is_told else ""
