"""Knows of which lawsuits it is said how they came to court: 均为复议后起诉, behind all cases or some of them."""

from __future__ import annotations

from collections.abc import Sequence

from core.base.patterns import pattern
from core.form.known_cells import LAWSUIT_ROWS
from core.texts.reading.sentence.sentences import NumberReading

_SEVERAL = 2
_REST = pattern("[^，；。\\d]{0,6}(?:剩余|剩下|余下|其余|尚余|另外?有|另外|还有)")


def is_said_of_some(counts: Sequence[NumberReading], place: int) -> bool:
    """Whether a statement is on the one outcome told last: 纠正的2件均为复议后起诉.

    Behind a list of them it is on all: 诉讼4件，其中维持2件、纠正2件，全部为复议后起诉. It is not where the list ends
    with what is left, 剩余2件跨年审理，均为复议后起诉, or tells less than the whole before it.
    """
    before = [count for count in counts if count.end <= place and count.kind != "share"]
    totals = [i for i, count in enumerate(before) if count.key.startswith("cases_")]
    outcomes = before[totals[-1] + 1 :] if totals else before
    if len(outcomes) < _SEVERAL:
        return bool(outcomes)
    listed, whole = sum(count.value for count in outcomes), before[totals[-1]].value if totals else 0
    return outcomes[-1].end == place or listed < whole or bool(_REST.match(outcomes[-1].quote))


def is_of_that_way(counts: Sequence[NumberReading], place: int, codes: Sequence[str]) -> bool:
    """Whether a statement on the way to court is said of cases that are told as those of this way already."""
    last = [count for count in counts if count.end <= place and count.kind == "count"][-1:]
    told = last[0].ways[0] if last and last[0].ways else ()
    return len(told) == 1 and told[0] not in codes and told[0] in (f"{row}.total" for row in LAWSUIT_ROWS)


def of_outcome(counts: Sequence[NumberReading], place: int, codes: Sequence[str]) -> list[str]:
    """Return the cells of the only outcome of lawsuits told before a place: 诉讼尚余3件待判，均为直接起诉."""
    last = [count for count in counts if count.end <= place and count.kind != "share"][-1:]
    if last and (last[0].kind != "count" or last[0].rule_id != "N-06"):
        return []  # 剩余2件跨年审理，均为…: of which cells is not known
    cells = {*last[0].ways[0]} if last and last[0].ways else set()
    end = next(iter(cells), "").rpartition(".")[2]
    if end in ("", "total") or cells != {f"{row}.{end}" for row in LAWSUIT_ROWS}:
        return []
    return [f"{code.rpartition('.')[0]}.{end}" for code in codes]
