"""The lines of a pasted block that are of the report's year, and what is said of the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.base.short_texts import some_of
from gui.matrix.landings import Landing
from gui.matrix.pasted_block import PastedBlock

NAMED = 6
"""Lines or years that a sentence names before it counts the rest."""
NO_YEAR = "基本信息里没有填写年度，也不知道哪一年是本年。请先填写年度再粘贴。"


@dataclass(frozen=True, slots=True)
class YearLines:
    """The lines of a block that are of the report's year.

    Attributes:
        block: The block with them, and what was left out in its sentences.
        places: Which line of the whole block each of them is.
        problem: Why nothing can be taken; "" where something can.
    """

    block: PastedBlock
    places: tuple[int, ...] = ()
    problem: str = ""

    def placed(self, landing: Landing) -> Landing:
        """Return a landing with its line in the whole block."""
        return replace(landing, row=self.places[landing.row]) if self.places else landing


def only_of_year(year: int | None, line: str) -> str:
    """Return what the clerk may do where the lines of the report's year are not told."""
    return _copy_only(year, f"各{line}")


def no_table_is_mine(kinds: Sequence[str], year: int | None, *, is_of_others: bool) -> str:
    """Say why none of several tables is filled in: all are of other years, or it is not told which one is of this."""
    which = f"本报告是{year}年的" if year else "没有本年的"
    said = some_of([f"“{kind}”" for kind in dict.fromkeys(kinds)], NAMED, "种")
    why = f"写的是{said}，{which}" if is_of_others else f"分不清哪张是{f'{year}年' if year else '本年'}的"
    return f"{why}，没有填入。{_copy_only(year, '那张')}"


def _copy_only(year: int | None, what: str) -> str:
    return f"请只复制{f'{year}年' if year else '本年度'}的{what}（连同行名、列名）再粘贴。"


def none_is_mine(kinds: Sequence[str], year: int | None, line: str) -> str:
    """Say that all lines are of other years."""
    said = some_of([f"“{kind}”" for kind in kinds], NAMED, "种")
    is_part = any(kind.startswith(str(year)) for kind in kinds)
    which = f"本报告是{year}年{'全年' if is_part else ''}的" if year else "没有本年的"
    return f"各{line}写的是{said}，{which}，没有填入。{only_of_year(year, line)}"


def told_of(mine: str, gone: Counter[str], line: str, *, what: str = "那张表") -> str:
    """Say of which year the lines are that are filled in, and how many are of others."""
    left = some_of([f"“{kind}”的{count}{line}" for kind, count in gone.items()], NAMED, "种")
    which = f"填的是“{mine}”的数" if mine else f"填的是没有写年度的{what}的数，请核对是不是本年的"
    return f"{which}；{left}不是本年的，没有填入"


def listed(periods: dict[int, str], kinds: Sequence[str], line: str) -> str:
    """Say which lines are of which year."""
    said = [f"{numbered([i for i in periods if periods[i] == kind], line)}是“{kind}”的" for kind in kinds]
    return some_of(said, NAMED, "种", between="，")


def numbered(lines: Sequence[int], line: str) -> str:
    """Return the numbers of lines: those that follow each other as one stretch."""
    spans: list[list[int]] = []
    for i in lines:
        if spans and spans[-1][1] == i - 1:
            spans[-1][1] = i
        else:
            spans.append([i, i])
    texts = [f"{a + 1}" if a == b else f"{a + 1}—{b + 1}" for a, b in spans]
    return f"第{some_of(texts, NAMED)}{line}"
