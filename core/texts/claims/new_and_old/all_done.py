"""Whether 全部办结 may be said of a number of applications beside what the tables have as dealt with."""

from __future__ import annotations

from collections.abc import Mapping

from core.form.known_cells import CARRIED_IN, CARRIED_IN_ROW, CARRIED_OUT, CARRIED_OUT_ROW, HANDLED, KINDS, RECEIVED
from core.report.entry_text import Number
from core.texts.reading.sentence.sentences import NumberReading

KEYS = ("all_handled", "all_handled_rate")
"""全部办结: as many dealt with as the set holds."""
IN_TIME = ("期", "时限", "工作日", "按时", "及时", "规定")
COLUMNS = tuple(f"{row}.{kind}" for row in (CARRIED_IN_ROW, CARRIED_OUT_ROW) for kind in KINDS)
"""What is carried in and over of each kind of applicants."""


def is_all_done(reading: NumberReading, numbers: Mapping[str, Number]) -> bool:
    """Whether as many were dealt with as it is said of; what is carried over may be of those carried in.

    Of the new ones alone that is not believed: 收到申请11件，均已办结 where 1 is carried in, 11 are dealt with and 1 is
    carried over would leave the old one undone for a second year.
    """
    if reading.key not in KEYS or not reading.counted:
        return False
    new, handled, old = numbers.get(RECEIVED, 0), numbers.get(HANDLED, 0), numbers.get(CARRIED_IN, 0)
    if sum(reading.bases) == numbers.get(CARRIED_OUT, 0) != old:
        return True  # 新收99件、结转4件，办结率100%: these go on into the next year, and the others are done
    if reading.counted == new and (reading.is_of_new or _is_new_one_left(reading, numbers)):
        return False
    is_right = reading.counted in (new, new + old, handled)
    return handled >= (reading.counted if is_right else new + old * (sum(reading.bases) == old))


def _is_new_one_left(reading: NumberReading, numbers: Mapping[str, Number]) -> bool:
    """Whether more is carried over of a kind than was carried in of it: some of these are new ones.

    What is only said to be in time (均在法定期限内答复) may be said of those that were due.
    """
    return not any(word in reading.quote for word in IN_TIME) and any(
        numbers.get(f"{CARRIED_OUT_ROW}.{kind}", 0) > numbers.get(f"{CARRIED_IN_ROW}.{kind}", 0) for kind in KINDS
    )
