"""Reads the shares of what came of cases: 复议40件，被纠正6件，占复议案件总数的15%."""

from __future__ import annotations

from collections.abc import Sequence

from core.base.patterns import holds_one, pattern
from core.form.known_cells import AFTER_ROW, CASE_ROWS, DIRECT_ROW, LAWSUIT_ROWS, REVIEW_ROW, in_row
from core.report.entry_text import Number
from core.texts.language.meanings import Alternatives
from core.texts.language.numbers import PrintedNumber
from core.texts.language.phrase_said import Phrase
from core.texts.reading.sentence.sentences import NumberReading, SentenceState, SourceText

_OF_THEM = pattern(
    "(?:占|占了|约占)?(?:全部|所有|已|审结|办结|结案|未经(?:行政)?复议|直接|起诉|经|复议|后|行政|诉讼|应诉|案件|案|总数|总量|总|件数|数量|数|比例|比|的|为|达到?|约)*"
)
"""占复议案件总数的: of all cases of the table, not of those of a place or of all kinds."""
_NAMED = pattern("(?:其中，?)?(?P<what>[^，；：。（）\\d占]{2,20}?)的?(?:约)?占(?:比|了|到|为|达到?|约)*")
"""(结果维持的)占"""
_OF_REVIEWS = pattern("占(?:全部|所有|行政)*复议(?!后)")
_OF_ALL = pattern("总|全部|所有|复议(?!后)")
_SAYS_CLOSED, _SAYS_ALL = pattern("占[^，；。]*结(?!果)"), pattern("占[^，；。]*(?:总|全部|所有|案)")
"""占(已审结案件)的66.7%, 占(复议案件总数)的66.7%"""
_BASES = 2
_OUTCOMES = ("upheld", "corrected", "other", "pending")
_CLOSED = _OUTCOMES[:-1]
_BROUGHT, _NAMED_CASES = ("review", "lawsuit", "direct", "after"), ("复议", "诉", "审")
_ONE_WAY = ((DIRECT_ROW,), (AFTER_ROW,))


def is_of_either(sentence: SentenceState, place: int, words: str) -> bool:
    """Whether reviews and lawsuits are told before a share that names none: 复议10件、诉讼6件，被维持的占68.8%."""
    kinds = {key == "review" for _, end, key in sentence.topics if key in _BROUGHT and end <= place}
    return len(kinds) > 1 and not holds_one(words, _NAMED_CASES)


def case_share(
    source: SourceText, before: NumberReading | None, number: PrintedNumber, own: str
) -> NumberReading | None:
    """Return a percentage as the share of the outcome, or of the way to court, directly before it."""
    if before and len(before.ways) > 1 and _OF_REVIEWS.search(own):  # 维持9件，占复议审结数的64.3%: of reviews
        before = before._replace(ways=tuple(way for way in before.ways if all(in_row(c, REVIEW_ROW) for c in way)))
    if before is None or before.kind != "count" or len(before.ways) != 1 or number.is_rough:
        return None
    is_narrow = number.slack > 1 and not _OF_ALL.search(own)
    ways = ways_of_share(before.ways[0], of_reviews=bool(_OF_REVIEWS.search(own)), is_narrow=is_narrow)
    return _share(source, number, own, before, ways) if ways and _OF_THEM.fullmatch(own) else None


def named_case_share(
    source: SourceText, sentence: SentenceState, number: PrintedNumber, own: str
) -> NumberReading | None:
    """Return a percentage as the share of the outcome that is named before it without a number: 结果维持的占81.3%."""
    said = _NAMED.fullmatch(own)
    topic = source.topic_at(sentence, number.start)
    last = sentence.last
    if (
        said is None
        or not topic
        or is_of_either(sentence, number.start, own)
        or (last is None and own.startswith("其中"))
        or sentence.part_of is not None
        or (last and not _is_whole(last))
    ):
        return None
    made = source.vocabulary.concepts.composed(Phrase("", said["what"], "", topic, "件"))
    cells = made.role.alternatives(made.topic) if made else ()
    ways = (
        ways_of_share(cells[0], is_narrow=number.slack > 1)
        if len(cells) == 1 and made and made.role.rule_id == "N-06"
        else ()
    )
    if made is None or not ways:
        return None
    scope = source.scope(number.start)
    named = NumberReading(0, 0, "", 0, "count", made.role.key, made.role.name, "N-06", scope=scope)
    return _share(source, number, own, named, ways)


def _is_whole(reading: NumberReading) -> bool:
    """Whether a number is that of all cases of a kind, or of those closed: what a share behind it is of."""
    is_of_cases = reading.kind in ("count", "share") and reading.rule_id == "N-06"
    return is_of_cases and (reading.kind == "share" or reading.key == "closed" or reading.ways[0][0].endswith("total"))


def ways_of_share(
    cells: Sequence[str], *, of_reviews: bool = False, is_narrow: bool = False, of_both: bool = False
) -> Alternatives:
    """Return an outcome, or a way to court, and all that its share may be of; () for anything else.

    ``is_narrow``: of the cases of its kind alone, since a share in words fits too many others. ``of_both``: of reviews
    and lawsuits, as the cases of either may be.
    """
    stems = dict.fromkeys(cell.rpartition(".")[0] for cell in cells)
    if of_both and tuple(stems) in ((REVIEW_ROW,), LAWSUIT_ROWS) and not cells[0].endswith(_OUTCOMES):
        return tuple(cells), tuple(f"{stem}.total" for stem in CASE_ROWS)
    whole = LAWSUIT_ROWS if REVIEW_ROW not in stems else CASE_ROWS
    is_outcome = cells[0].endswith(_OUTCOMES)
    if stems.keys() - {*CASE_ROWS} or (not is_outcome and tuple(stems) not in _ONE_WAY):
        return ()
    closed = [tuple(f"{stem}.{one}" for stem in stems for one in _CLOSED)] if is_outcome else []
    groups = [*([tuple(stems)] if is_outcome else []), *([] if is_narrow and is_outcome else [whole])]
    groups += [] if is_narrow else [CASE_ROWS]
    groups += [(REVIEW_ROW,)] if of_reviews else []  # 复议后起诉9件，占复议总数的37.5%
    return (tuple(cells), *(tuple(f"{stem}.total" for stem in group) for group in groups), *closed)


def _share(source: SourceText, number: PrintedNumber, own: str, of: NumberReading, ways: Alternatives) -> NumberReading:
    start, end = source.span(number.start, number.end)
    quote = source.quote(number.start - len(own), number.end)
    what = number.value, "share", "rate_of_cases", f"{of.meaning}的比例", of.rule_id or "N-06"
    return NumberReading(start, end, quote, *what, ways, of.scope, of.value, slack=number.slack)


def case_shares(reading: NumberReading, numbers: Sequence[Number | None]) -> list[float]:
    """Return what the share of an outcome may be: of all cases of its kind, of those closed, of all; [] if unknown."""
    part, *wholes = numbers
    if part is None or None in wholes or not wholes[0]:
        return []
    return [float(count) * 100 / float(whole) for count in (part, reading.counted or part) for whole in wholes if whole]


def bases_of_rate(reading: NumberReading) -> Sequence[int]:
    """Return which ways of a rate are all cases of its kind and those closed, as far as its words leave it open."""
    last = len(reading.ways) - 1
    if last < _BASES or not all(cell.endswith(_CLOSED) for cell in reading.ways[last]):
        return ()
    if _SAYS_CLOSED.search(reading.quote):
        return (last,)
    return () if _SAYS_ALL.search(reading.quote) else (1, last)
