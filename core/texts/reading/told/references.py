"""What a number refers to that stands elsewhere: a row of the table, cases told before, the base of a share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from core.base.patterns import pattern
from core.form.known_cells import AFTER, ALL_WAYS, CASE_TOTALS, DIRECT, LAWSUITS, REVIEWS
from core.report.entry_text import Number
from core.texts.language.grammar import BREAK
from core.texts.language.meanings import Alternatives, Role
from core.texts.language.numbers import PrintedNumber
from core.texts.reading.sentence.sentences import CASE_TEXTS, REQUEST_TEXTS, NumberReading, SentenceState, SourceText
from core.texts.reading.sentence.share_checks import added
from core.texts.reading.sentence.some_of import is_told_of_all
from core.texts.reading.told.told_bases import is_base

_ROW = pattern(
    r"(?<![条款项])(?:[本上下该附]?表)?(?:中|中的|内|里|的)?第[（(]?(?P<n>[一二三四1-4])[）)]?(?:大?项|大?栏|行)(?:的|共|合计|共计|为|有|是)*$"
)
"""(本表第二项)7件中"""
_ROWS = {"一": "received_new", "二": "carried_in", "三": "handled", "四": "carried_out"}
_LEFT = pattern("(?:的|申请|件)*(?:需|须|将|均|已|依法)*(?:结转|转入|转至|延至|顺延)[^，；。]*，其中")
_WITH_SHARE = 3
"""So many numbers stand before a part whose whole is told with its share: whole, base and percentage."""
_IN_HAN = str.maketrans("1234", "一二三四")
THESE = pattern("(?:这|上述|以上|前述|上面|该)$")
"""(这)22件"""
_TABLE = pattern("[本上下该附]表|表[中格内里]|见表")
_REACH = 16
_FAR = 40
"""How far before a number the words may begin that refer to something."""

_KINDS = ("review", "direct", "after", "lawsuit", "both")
_LAWSUITS = frozenset(["lawsuit", "direct", "after"])
_GOES_ON = pattern("(?:其中|其余|余下|剩余)")
"""(其中)2件维持: of the cases told last."""

_SHARE_BEHIND = pattern(r"）?[^，；。、（）\d]{0,8}?的?(?:比例|比重)?(?:约|近|超过?|达到?|为|是)*\d{1,3}(?:\.\d+)?%")
"""占全部复议案件58件(的27.6%)"""
_MARK = pattern("[，；。：\\d]")
_CASES_OF_ALL = pattern("(?:复议|诉讼|应诉|案件|案)(?:数量|总数|数)?占(?:了|到)?(?:全部|所有)")
"""信息公开类(复议占全部)复议案件56件的25%: all of the office, of which these are some."""
_OF_ALL = pattern("全[局省市县区州委厅]|全系统|全部|所有|总量|总数|各类|同期")
"""是(全局)复议案件58件的四分之一"""
_CASES = frozenset(["cases_review", "cases_lawsuit", "cases_direct", "cases_after", "cases_both", "cases_about"])
_FAMILIES = (frozenset(["received", "received_new", "mentioned", "processed", "received_and_handled"]), _CASES)
OUTCOMES = ("upheld", "corrected", "other_outcome", "pending", "lost")
"""What a case has come to."""
_NO_MATTER = frozenset(["REQ", "RECV", "NEW", "THING", "ALL", "DONE", "PROC"])
"""What may be said of all applications: 新收到的12件申请."""
OF_THE_LAST = ("中", "里", "当中")
"""复议六件(中)五件维持: of those told last, and its outcome follows."""
_LISTED = pattern("(?:案件)?[（，：]?(?:其中|包括|含)?[，：]?[^，；。（）]{0,30}")
_WHOLES_OF_CASES = ((REVIEWS,), (DIRECT,), (AFTER,), LAWSUITS, CASE_TOTALS)


def row_referred(source: SourceText, number: PrintedNumber) -> Role | None:
    """Return the row of table three that the words before a number name by its place: 本表第一项163件中."""
    if source.code not in REQUEST_TEXTS or "第" not in source.printed:
        return None
    place, _ = source.span(number.start, number.end)
    before = source.printed[max(place - _REACH, 0) : place]
    named = _ROW.search(before) if "第" in before else None
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
    near = max(number.start - _FAR, 0)
    if family is None or (family is not _CASES and source.text.find("占", near, number.start) < 0):
        return ""
    words = _MARK.split(source.text[near : number.start])[-1]
    is_of_share = ("占" in words and _SHARE_BEHIND.match(source.text, number.end)) or is_base(source, number)
    is_of_all = family is _CASES and _OF_ALL.search(words) and "公开" not in words
    is_meant = (is_of_share or is_of_all) and any(r.key in family and r.value < number.value for r in told)
    is_meant = is_meant or bool(is_of_share and _CASES_OF_ALL.search(words))
    return "占比的底数" if is_meant else ""


def framed_outcome(source: SourceText, sentence: SentenceState, number: PrintedNumber) -> str:
    """Return the outcome whose cases are told by their kind: 维持的15件（复议9件、诉讼6件）; "" for none."""
    whole = sentence.whole
    if whole is None or whole.kind != "count" or whole.key not in OUTCOMES or number.value > whole.value:
        return ""
    place, _ = source.span(number.start, number.end)
    return whole.key if _LISTED.fullmatch(source.printed, whole.end, place) else ""


def told_again(
    source: SourceText, sentence: SentenceState, seen: Sequence[PrintedNumber], told: Sequence[NumberReading]
) -> NumberReading | None:
    """Return the whole of a list, where it was told first (无法提供22件。这22件当中，…); else the last number."""
    if len(seen) < 2 or not THESE.search(source.text[: seen[-2].start]):
        return sentence.last_told
    again = (r for r in reversed(told) if r.value == seen[-2].value and r.kind == "count")
    return next(again, sentence.last_told)


def whole_not_understood(source: SourceText, sentence: SentenceState, seen: Sequence[PrintedNumber]) -> Number | None:
    """Return the number whose parts follow, where it is not known what it counts: 延期答复的29件中，自然人24件."""
    if (sentence.whole is not None and sentence.whole.kind == "count") or len(seen) < 2:
        return None
    whole = seen[-2]
    head = BREAK.split(source.text[sentence.start : whole.start])[-1]
    said = source.vocabulary.concepts.said(head) if head else _NO_MATTER
    return None if said is not None and said <= _NO_MATTER else whole.value


def left_not_understood(
    source: SourceText, sentence: SentenceState, left: str, seen: Sequence[PrintedNumber]
) -> Number | None:
    """Return the number whose parts follow, of which only is known where it went, or its share.

    其余44件结转，其中自然人38件; 网上申请150件，占新收214件的70.1%，其中自然人130件.
    """
    if not sentence.is_after_unknown or len(seen) < 2:
        return None
    if len(seen) > _WITH_SHARE and sentence.last is None and seen[-2].unit == "%" and is_base(source, seen[-3]):
        return seen[-4].value
    return seen[-2].value if _LEFT.match(left) else None


def enter_part(source: SourceText, sentence: SentenceState, left: str) -> None:
    """Keep whether parts are being told; those in brackets end with them: 街道（含12个社区）共收到31件."""
    if "）" in left and sentence.is_part_in_brackets:
        sentence.is_part = sentence.is_part_in_brackets = False
    part = None if sentence.is_part else source.words["part"].search(left)
    if part:
        sentence.is_part = True
        sentence.is_part_in_brackets = left.rfind("（", 0, part.start()) > left.rfind("）", 0, part.start())


def unknown_cases(source: SourceText, sentence: SentenceState, number: PrintedNumber, left: str) -> Number | None:
    """Return the number of cases that are not understood, whose outcomes may follow: 同一人的有9件，维持7件."""
    if source.code not in CASE_TEXTS or BREAK.split(left)[-1].startswith(OF_THE_LAST):
        return sentence.part_of
    return number.value


def as_part(sentence: SentenceState, number: PrintedNumber, role: Role, reading: NumberReading) -> NumberReading:
    """Return a reading with the number that it is a part of, where it is not known what that counts."""
    if role.key in _CASES:
        sentence.part_of = None
    whole = sentence.part_of
    if role.is_result and sentence.whole and sentence.whole.rule_id == "N-01" and is_told_of_all(sentence.whole):
        whole = sentence.whole.value  # 3件申请全部由自然人提出，其中公开1件: of all, if there are 3
    is_kind = role.is_applicant or role.is_result or role.key in OUTCOMES
    return reading._replace(bases=(whole,)) if is_kind and whole is not None and number.value <= whole else reading


def is_of_all_told(reading: NumberReading, numbers: Mapping[str, Number]) -> bool:
    """Whether the number that another one is a part of is that of all applications, or all cases of a kind."""
    cells = _WHOLES_OF_CASES if reading.rule_id == "N-06" else ALL_WAYS
    known = [total for total in (added(way, numbers) for way in cells) if total is not None]
    return not known or reading.bases[0] in known
