"""Several kinds of applicants named as one, and one named as the subject of the clause before its number.

群众、企业和律所一年里新提80件: all there are, or these kinds.
研究所为做课题要数据，这一年提了5件: those of the institutes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from core.base.patterns import pattern
from core.form.known_cells import CARRIED_IN_ROW, KINDS, RECEIVED_ROW
from core.texts.language.meanings import Alternatives, Role

_COLUMNS = {
    "PERSON": KINDS[:1],
    "FIRM": KINDS[1:2],
    "TRADE": KINDS[1:2],
    "SCIENCE": KINDS[2:3],
    "WELFARE": KINDS[3:4],
    "SOCIETY": KINDS[3:4],
    "LAWYER": KINDS[4:5],
    "OTHERBODY": KINDS[5:],
    "BODIES": KINDS[1:],
    "FOLK": KINDS,
}
"""The columns of each concept that is a kind of applicants."""
NAMED = frozenset(_COLUMNS)
OF_ASKING = frozenset(["REQ", "NEW", "RECV"])
"""What may stand beside the number of the kind that the clause before it names."""
_EVERYBODY = frozenset(["PERSON", "FOLK"])
_BESIDE = frozenset(["REQ", "NEW", "RECV", "THING", "AND", ""])
"""What may be said of several kinds beside them."""
_EACH = pattern("分别|依次|各(?!类|种|级|界|方|家|单位|部门)|占")
_TAKES = pattern("[收接]|受理|登记|办|答|结")
_ASKS = pattern("[提递交送寄投来发问]")
_IN_ALL = pattern("申请(?:共|总|合|累|一共|有|为|达|升|增|减|降)*$")
_OF_SOME = pattern(
    "^(?:多|主要|大多)|就|关于|涉及|针对|围绕|索要|要求公开|查询|咨询|居多|为主|占|最多|[增减]|下降|上升|不服|不满|的$|[里中]$|\\d"
)
_GOES_ON = pattern(".?[为以问来向在是也从提递的对找给我及到主自要]|.?申请")
_LONGEST = 40


def together(said: frozenset[str], own: str, received: Role) -> Role | None:
    """Return what several kinds of applicants are together; None where they are not named so."""
    kinds = said & NAMED
    if len(kinds) < 2 or "件、" in own or not said - kinds <= _BESIDE or "AND" not in said or _EACH.search(own):
        return None
    if kinds & {"OTHERBODY"} or len({_COLUMNS[kind] for kind in kinds}) == 1:
        return None  # 媒体和自然人, 公司、企业
    columns = sorted({column for kind in kinds for column in _COLUMNS[kind]})
    new = tuple(f"{RECEIVED_ROW}.{column}" for column in columns)
    old = tuple(f"{CARRIED_IN_ROW}.{column}" for column in columns)
    ways: Alternatives = (new, (*new, *old))
    if kinds & _EVERYBODY:
        ways = (received.alternatives("request")[0], *ways)
    return replace(received, name="几类申请人的申请", cells={"": ways})


def subject(before: str, own: str, meaning_of: Callable[[str], frozenset[str] | None]) -> str:
    """Return the concept of the kind of applicants that is the subject of the clause before a number; "" for none."""
    if not 2 <= len(before) <= _LONGEST or _TAKES.search(own):
        return ""
    if _IN_ALL.search(own) and not _ASKS.search(own):
        return ""
    for end in range(len(before), 1, -1) if not _OF_SOME.search(before) else ():
        said = (meaning_of(before[:end]) or frozenset()) - {"AND"}
        if said and said <= NAMED:
            is_whole = end == len(before) or bool(_GOES_ON.match(before[end - 1 :]))
            return next(iter(said)) if is_whole and len(said) == 1 and "FOLK" not in said else ""
    return ""
