"""Reads the shares of what came of cases: 复议40件，被纠正6件，占复议案件总数的15%."""

from __future__ import annotations

from collections.abc import Sequence

from core.base.patterns import pattern
from core.report.entry_text import Number
from core.texts.language.numbers import PrintedNumber
from core.texts.reading.sentences import NumberReading, SourceText

_OF_THEM = pattern(
    "(?:占|占了|约占)?(?:全部|所有|已|审结|办结|结案|未经(?:行政)?复议|直接|起诉|经|复议|后|行政|诉讼|应诉|案件|案|总数|总量|总|件数|数量|数|比例|比|的|为|达到?|约)*"
)
"""占复议案件总数的: of all cases of the table, not of those of a place or of all kinds."""
_OF_REVIEWS = pattern("占(?:全部|所有|行政)*复议(?!后)")
_OUTCOMES = ("upheld", "corrected", "other", "pending")
_CLOSED = _OUTCOMES[:-1]
_ALL = ("t4.review", "t4.direct", "t4.after_review")
_TO_COURT = _ALL[1:]
_ONE_WAY = (("t4.direct",), ("t4.after_review",))


def case_share(
    source: SourceText, before: NumberReading | None, number: PrintedNumber, own: str
) -> NumberReading | None:
    """Return a percentage as the share of the outcome, or of the way to court, directly before it."""
    if before and len(before.ways) > 1 and _OF_REVIEWS.search(own):  # 维持9件，占复议审结数的64.3%: of reviews
        before = before._replace(ways=tuple(way for way in before.ways if all(c.startswith(_ALL[0]) for c in way)))
    if before is None or before.kind != "count" or len(before.ways) != 1 or number.is_rough:
        return None
    stems = dict.fromkeys(cell.rpartition(".")[0] for cell in before.ways[0])
    whole = _TO_COURT if "t4.review" not in stems else _ALL
    is_outcome = before.ways[0][0].endswith(_OUTCOMES)
    if not _OF_THEM.fullmatch(own) or stems.keys() - {*_ALL} or (not is_outcome and tuple(stems) not in _ONE_WAY):
        return None
    closed = [tuple(f"{stem}.{one}" for stem in stems for one in _CLOSED)] if is_outcome else []
    groups = [*([tuple(stems)] if is_outcome else []), whole, _ALL]
    groups += [_ALL[:1]] if _OF_REVIEWS.search(own) else []  # 复议后起诉9件，占复议总数的37.5%
    ways = (before.ways[0], *(tuple(f"{stem}.total" for stem in group) for group in groups), *closed)
    start, end = source.span(number.start, number.end)
    quote = source.quote(number.start - len(own), number.end)
    name = f"{before.meaning}的比例"
    return NumberReading(
        start,
        end,
        quote,
        number.value,
        "share",
        "rate_of_cases",
        name,
        before.rule_id,
        ways,
        before.scope,
        before.value,
    )


def case_shares(reading: NumberReading, numbers: Sequence[Number | None]) -> list[float]:
    """Return what the share of an outcome may be: of all cases of its kind, of those closed, of all; [] if unknown."""
    part, *wholes = numbers
    if part is None or None in wholes or not wholes[0]:
        return []
    return [float(count) * 100 / float(whole) for count in (part, reading.counted or part) for whole in wholes if whole]
