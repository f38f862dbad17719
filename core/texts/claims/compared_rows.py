"""How the readings are judged that tell a bound, a share or a difference, and not the number itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from core.report.entry_text import Number
from core.texts.reading.compared.bounded_counts import KIND as BOUND
from core.texts.reading.compared.bounded_counts import judged_bound
from core.texts.reading.compared.role_differences import KIND as CHANGE
from core.texts.reading.compared.role_differences import judged_change
from core.texts.reading.compared.row_multiples import KIND as TIMES
from core.texts.reading.compared.row_multiples import judged_times
from core.texts.reading.sentence.sentences import NumberReading
from core.texts.reading.shares.shares_in_words import KIND as SHARE
from core.texts.reading.shares.shares_in_words import judged_share_in_words

JUDGES: Mapping[str, Callable[[NumberReading, Mapping[str, Number]], tuple[str, bool | None]]] = {
    BOUND: judged_bound,
    CHANGE: judged_change,
    SHARE: judged_share_in_words,
    TIMES: judged_times,
}
"""By the kind of a reading, what returns the table's value as printed and whether it agrees."""


def compared_cells(reading: NumberReading) -> tuple[str, ...]:
    """Return the cells that such a reading is about: those of both sides."""
    return tuple(dict.fromkeys((*reading.ways[0], *(reading.groups[0] if reading.groups else ()))))


def tells_share(reading: NumberReading) -> bool:
    """Whether a reading tells a share, be it in digits or in words: 过半数予以公开, 占比不到一成."""
    return reading.kind in ("share", SHARE)
