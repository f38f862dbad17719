"""The words that belong to a number, and its value in the unit of the table."""

from __future__ import annotations

from decimal import Decimal

from core.report.entry_text import Number
from core.texts import grammar
from core.texts.concepts import GOES_ON
from core.texts.grammar import BREAK
from core.texts.meanings import Alternatives
from core.texts.numbers import PrintedNumber


def clause_before(left: str, clauses: list[str]) -> str:
    """Return the clause before the own one of a number, if nothing but a comma or a colon stands between them."""
    mark = left[len(left) - len(clauses[-1]) - 1 :][:1]
    return clauses[-2] if len(clauses) > 1 and mark in "，：（" else ""


def own_words(left: str, right: str, clauses: list[str]) -> str:
    """Return the words of the clause before a number that are its own."""
    own = BREAK.split(grammar.REMARK.sub("", left))[-1] if "）" in left else clauses[-1]
    own = grammar.LINKS.sub("", own)  # 查询类（不动产、规划）32件
    own = grammar.TOLD_WHERE.sub("", own) if "告知" in own or "引导" in own else own
    own = grammar.AND_ALSO.sub("", own) if "并" in own else own
    own = grammar.BOTH_KINDS_OF.sub("", own) if "两" in own else own
    own = "" if own.endswith("加") or grammar.NEW_AND.match(left) else own  # 30件新申请加2件旧申请
    if not own and left.endswith("（") and right.startswith("）"):  # 行政查询事项（59件）、过程性信息（18件）
        own = grammar.LINKS.sub("", clauses[-2])
    return own


def words_behind(behind: str) -> str:
    """Return the words of the clause behind a number that may narrow it."""
    return grammar.SAID_OF_ALL.split(BREAK.split(behind, maxsplit=1)[0].strip(GOES_ON), maxsplit=1)[0]


def last_place(value: Number) -> Number:
    """Return one unit of the last place that a number is written with: 0.01 for 4.23."""
    exponent = value.as_tuple().exponent if isinstance(value, Decimal) else 0
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else 0


def in_table_unit(number: PrintedNumber) -> Number:
    """Return an amount in 万元."""
    factor = {"元": Decimal("0.0001"), "亿元": Decimal(10_000)}.get(number.unit, Decimal(1))
    return number.value * factor


def columns(rows: Alternatives, kinds: Alternatives) -> Alternatives:
    """Return the cells of some rows for kinds of applicants that are known by their cells among those received."""
    names = [cell.rpartition(".")[2] for cell in kinds[0]]
    return tuple(tuple(f"{cell.rpartition('.')[0]}.{c}" for cell in way for c in names) for way in rows)
