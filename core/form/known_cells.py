"""The rows and cells that Python knows by name: rules find their numbers by them, whatever a format calls these.

A format may label its rows as it likes and put others between them; these keys stay (CONTRIBUTING, 新的国办格式). What
formats do change, such as which rows are results, is asked of the form and its ``narrative.toml``. A row without its
column is called …_ROW; its plain name is the cell of all kinds of applicants, of cases the total.
"""

from __future__ import annotations

KINDS = ("C1", "C2", "C3", "C4", "C5", "C6")
"""The columns of the kinds of applicants."""
ALL_KINDS = "C7"
OF_ALL_KINDS = f".{ALL_KINDS}"
"""How the code of a cell of all kinds ends."""

RECEIVED_ROW, CARRIED_IN_ROW = "t3.R01", "t3.R02"
GRANTED_ROW, PARTIAL_ROW = "t3.R03", "t3.R04"
THIRD_PARTY_ROW, PETITIONS_ROW = "t3.R08", "t3.R16"
NOT_MENDED_ROW, NOT_PAID_ROW, OTHERS_ROW = "t3.R21", "t3.R22", "t3.R23"
"""The rows of （六）其他处理 since 2021; the format of 2019 has one row for them."""
HANDLED_ROW, CARRIED_OUT_ROW = "t3.R24", "t3.R25"

RECEIVED, CARRIED_IN = RECEIVED_ROW + OF_ALL_KINDS, CARRIED_IN_ROW + OF_ALL_KINDS
GRANTED, PARTIAL = GRANTED_ROW + OF_ALL_KINDS, PARTIAL_ROW + OF_ALL_KINDS
THIRD_PARTY, PETITIONS = THIRD_PARTY_ROW + OF_ALL_KINDS, PETITIONS_ROW + OF_ALL_KINDS
NOT_PAID, OTHERS = NOT_PAID_ROW + OF_ALL_KINDS, OTHERS_ROW + OF_ALL_KINDS
HANDLED, CARRIED_OUT = HANDLED_ROW + OF_ALL_KINDS, CARRIED_OUT_ROW + OF_ALL_KINDS
ALL_WAYS = ((RECEIVED,), (RECEIVED, CARRIED_IN), (HANDLED,))
"""What all applications may be: the new ones, with those carried in, those dealt with."""

REVIEW_ROW, DIRECT_ROW, AFTER_ROW = "t4.review", "t4.direct", "t4.after_review"
LAWSUIT_ROWS = (DIRECT_ROW, AFTER_ROW)
CASE_ROWS = (REVIEW_ROW, *LAWSUIT_ROWS)
"""Reviews, lawsuits without one, and those behind one."""
REVIEWS, DIRECT, AFTER = CASE_TOTALS = tuple(f"{row}.total" for row in CASE_ROWS)
LAWSUITS = (DIRECT, AFTER)

RULES_ROW, NORMATIVE_ROW = "t2.rules", "t2.normative"
LICENCES, PENALTIES, COERCIONS = "t2.licensing.decisions", "t2.penalty.decisions", "t2.coercion.decisions"
FEES = "t2.fees.amount"
"""Of table two in the form it has since 2021."""


def in_row(cell: str, *rows: str) -> bool:
    """Whether a cell belongs to one of some rows."""
    return cell.rpartition(".")[0] in rows
