"""Knows of which lawsuits it is said how they came to court: 均为复议后起诉, behind all cases or some of them."""

from __future__ import annotations

from collections.abc import Sequence

from core.form.known_cells import LAWSUIT_ROWS
from core.texts.reading.sentence.sentences import NumberReading


def is_said_of_some(counts: Sequence[NumberReading], place: int) -> bool:
    """Whether a statement is on the one outcome told last: 纠正的2件均为复议后起诉.

    Behind a list of them it is on all: 诉讼4件，其中维持2件、纠正2件，全部为复议后起诉.
    """
    before = [count for count in counts if count.end <= place and count.kind != "share"]
    totals = [i for i, count in enumerate(before) if count.key.startswith("cases_")]
    outcomes = before[totals[-1] + 1 :] if totals else before
    return len(outcomes) == 1 or bool(outcomes and outcomes[-1].end == place)


def is_of_that_way(counts: Sequence[NumberReading], place: int, codes: Sequence[str]) -> bool:
    """Whether a statement on the way to court is said of cases that are told as those of this way already."""
    last = [count for count in counts if count.end <= place and count.kind == "count"][-1:]
    told = last[0].ways[0] if last and last[0].ways else ()
    return len(told) == 1 and told[0] not in codes and told[0] in (f"{row}.total" for row in LAWSUIT_ROWS)


def of_outcome(counts: Sequence[NumberReading], place: int, codes: Sequence[str]) -> list[str]:
    """Return the cells of the only outcome of lawsuits told before a place: 诉讼尚余3件待判，均为直接起诉."""
    last = [count for count in counts if count.end <= place and count.kind == "count" and count.rule_id == "N-06"][-1:]
    cells = {*last[0].ways[0]} if last and last[0].ways else set()
    end = next(iter(cells), "").rpartition(".")[2]
    if end in ("", "total") or cells != {f"{row}.{end}" for row in LAWSUIT_ROWS}:
        return []
    return [f"{code.rpartition('.')[0]}.{end}" for code in codes]
