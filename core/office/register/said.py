"""What the clerk said of a register that its numbers rest on: words that count somewhere, and single rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.base.short_texts import some_of
from core.office.register.rows import RowKey
from core.office.register.vocabulary import KIND, OPEN, OUTCOME, vocabulary
from core.office.register.work import COUNTED_ALL_THE_SAME, RegisterWork

LEFT_OUT, APART = "不计入", "重复的分别计"
_NAMED = 5


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that was said, of a word or of a row.

    Attributes:
        field: 办理结果, 申请人类别, 不计入, 照样计入 or 重复的分别计.
        word: The word of the register; "" where it was said of a row.
        number: The 登记号 of the row; "" where it was said of a word.
        rows: How many rows it decides.
        target: Key of the row or column of the form, 尚未办结 or 不计; the reason of a row that is left out.
        key: Which row; None for a word and for all rows of a 登记号.
    """

    field: str
    word: str
    number: str
    rows: int
    target: str
    key: RowKey | None = None

    @property
    def counts_as(self) -> str:
        """What it counts as, in words."""
        words = vocabulary()
        if self.field == OUTCOME and not self.word and self.target == OPEN:
            return f"{OPEN}，{words.carried_out}"
        labels = {OUTCOME: words.outcome_choices, KIND: words.kind_labels}.get(self.field, {})
        return labels.get(self.target, self.target)


def said_so_far(work: RegisterWork) -> list[Said]:
    """Return all that was said and decides a row of the register as it is now: words first, the commonest above.

    Raises:
        ReportError: No sheet has the columns that are needed.
    """
    found = [Said(field, word, "", rows, target) for (field, word, target), rows in work.counted.said_words.items()]
    found.sort(key=lambda one: (one.field != OUTCOME, -one.rows))
    said = work.decisions
    rows = [Said(OUTCOME, "", key.number, 1, target, key) for key, target in said.outcomes.items()]
    rows += [Said(KIND, "", key.number, 1, target, key) for key, target in said.kinds.items()]
    rows += [Said(LEFT_OUT, "", key.number, 1, reason, key) for key, reason in said.left_out.items()]
    counted = _rows_of(work) if said.counted else {}
    rows += [Said(COUNTED_ALL_THE_SAME, "", key.number, 1, counted.get(key, "1件"), key) for key in said.counted]
    rows.sort(key=lambda one: (one.key or RowKey("", 0, ""))[:2])
    return [*found, *rows, *(Said(APART, "", number, 0, "") for number in sorted(said.apart))]


def _rows_of(work: RegisterWork) -> dict[RowKey, str]:
    """Return in which row of table 三 each case counts that was closed in the year, or is carried on."""
    words = vocabulary()
    carried = words.data["outcomes"]["carried_out"]
    found: dict[RowKey, str] = {}
    for code, cases in work.counted.counted.cases.items():
        row = code.split(".")[1]
        if label := words.row_named(OPEN if row == carried else row):
            found |= {case.key: label for case in cases}
    return found


def said_otherwise(work: RegisterWork, said: Sequence[Said], target: str) -> RegisterWork:
    """Return the register with something else said of words and rows of one field; "" takes back what was said."""
    for one in said:
        if one.word:
            work = work.said_of_word(one.field, one.word, target)
        else:
            work = work.said_of_row(one.field, one.key, one.number, target)
    return work


def told_again(work: RegisterWork) -> str:
    """Say that the numbers rest on what was said, and where to look; "" where nothing was."""
    said = said_so_far(work)
    words = [f"“{one.word}”" for one in said if one.word]
    rows = len(said) - len(words)
    parts = [f"{len(words)}种写法（{some_of(words, _NAMED, '种')}）"] if words else []
    parts += [f"{rows}处逐行处理"] if rows else []
    return f"按选过的计数：{'，'.join(parts)}，计入哪里见“已选的”" if parts else ""
