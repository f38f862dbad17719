"""Whether documents told under another name are those of the table: 以区政府名义制发9件，废止4件，现行有效78件.

Two of the three numbers of the row that are the table's show that the third is meant to be too.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.base.patterns import pattern
from core.checks.rules import CheckContext
from core.texts.claims.claim import Claim

_COLUMN = pattern("^(?P<row>normative|rules)_(?P<column>issued|repealed|in_force)")
_OTHERS = 2


def is_third_of_row(context: CheckContext, claims: Sequence[Claim], claim: Claim) -> bool:
    """Whether the two other columns of the row of a claim are told in its sentence as the table has them."""
    told = _COLUMN.match(claim.key)
    if told is None:
        return False
    text = context.report.texts[claim.place.text]
    start, end = text.rfind("。", 0, claim.place.start), text.find("。", claim.place.start) % (len(text) + 1)
    right = set()
    for other in claims:
        column = _COLUMN.match(other.key) if other.number else None
        if column is None or other.place.text != claim.place.text or not start < other.place.start < end:
            continue
        if column["row"] == told["row"] and other is not claim:
            if column["column"] == told["column"]:
                return False  # 全市制发42件，其中市政府办公室制发17件，废止31件，现行有效386件
            cell = f"t2.{column['row']}.{column['column']}"
            right.add(column["column"] if context.numbers.get(cell) == other.number else "")
    return len(right) == _OTHERS and "" not in right
