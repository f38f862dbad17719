"""What a number refers to that stands elsewhere: a row of the table, cases told before, the base of a share."""

from __future__ import annotations

from collections.abc import Sequence

from core.base.patterns import pattern
from core.texts.meanings import Alternatives, Role
from core.texts.numbers import PrintedNumber
from core.texts.sentences import REQUEST_TEXTS, NumberReading, SentenceState, SourceText

_ROW = pattern(
    r"(?<![条款项])(?:[本上下该附]?表)?(?:中|中的|内|里|的)?第[（(]?(?P<n>[一二三四1-4])[）)]?(?:大?项|大?栏|行)(?:的|共|合计|共计|为|有|是)*$"
)
"""(本表第二项)7件中"""
_ROWS = {"一": "received_new", "二": "carried_in", "三": "handled", "四": "carried_out"}
_IN_HAN = str.maketrans("1234", "一二三四")
_TABLE = pattern("[本上下该附]表|表[中格内里]|见表")
_REACH = 16
_FAR = 40
"""How far before a number the words may begin that refer to something."""

_KINDS = ("review", "direct", "after", "lawsuit", "both")
_LAWSUITS = frozenset(["lawsuit", "direct", "after"])
_GOES_ON = pattern("(?:其中|其余|余下|剩余)")
"""(其中)2件维持: of the cases told last."""

_SHARE_BEHIND = pattern(r"[^，；。、（）\d]{0,8}?的?(?:比例|比重)?(?:约|近|超过?|达到?|为|是)*\d{1,3}(?:\.\d+)?%")
"""占全部复议案件58件(的27.6%)"""
_BASE = pattern("占[^，；。：（）\\d]*$")
_FAMILIES = (
    frozenset(["received", "received_new", "mentioned", "processed", "received_and_handled"]),
    frozenset(["cases_review", "cases_lawsuit", "cases_direct", "cases_after", "cases_both", "cases_about"]),
)


def row_referred(source: SourceText, number: PrintedNumber) -> Role | None:
    """Return the row of table three that the words before a number name by its place: 本表第一项163件中."""
    if source.code not in REQUEST_TEXTS or "第" not in source.printed:
        return None
    place, _ = source.span(number.start, number.end)
    named = _ROW.search(source.printed[max(place - _REACH, 0) : place])
    if not named or not _TABLE.search(source.printed):
        return None
    return source.vocabulary.role(_ROWS[named["n"].translate(_IN_HAN)])


def all_cases(source: SourceText, sentence: SentenceState, number: PrintedNumber, role: Role) -> Alternatives:
    """Return the ways to reckon an outcome whose sentence does not say of which cases: any of those told before.

    复议11件，纠正2件；诉讼5件，维持3件。对被纠正的2件重新作出了答复.
    """
    text = source.text[sentence.start : number.start]
    if sentence.start == 0 or _GOES_ON.match(text) or any(end <= number.start for _, end, _ in sentence.topics):
        return ()
    told = {key for _, _, key in source.topics(0, sentence.start) if key in _KINDS}
    if not (told & _LAWSUITS and told - _LAWSUITS):
        return ()
    return tuple(dict.fromkeys(way for kind in _KINDS for way in role.alternatives(kind)))


def why_base(source: SourceText, number: PrintedNumber, role: Role, told: Sequence[NumberReading]) -> str:
    """Return why a number is not compared of which the same kind, told before, is a share; "" where it is.

    信息公开类复议16件，占全部复议58件的27.6%: what has been told is only some of them.
    """
    family = next((family for family in _FAMILIES if role.key in family), None)
    if family is None or not any(r.key in family and r.value < number.value for r in told):
        return ""
    before = source.text[max(number.start - _FAR, 0) : number.start]
    return "占比的底数" if _BASE.search(before) and _SHARE_BEHIND.match(source.text, number.end) else ""
