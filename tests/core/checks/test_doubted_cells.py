"""A number of a table is doubted while an error speaks of it, its parts or its sums."""

from __future__ import annotations

import pytest

from core.checks.doubted_cells import is_doubted
from core.checks.findings import Finding, Place
from core.report.report import new_report

FORM = new_report("青原县水利局", "政府部门", 2025).form


@pytest.mark.parametrize(
    ("code", "wrong", "doubted"),
    [
        ("t3.R01.C7", "t3.R01.C7", True),
        ("t3.R01.C7", "t3.R01.C1", True),
        ("t3.R01.C7", "t3.R25.C7", True),  # the balance of its column
        ("t3.R24.C7", "t3.R05.C2", True),  # a part of a part
        ("t3.R01.C7", "t3.R05.C2", False),
        ("t3.R01.C7", "t2.fees.amount", False),
    ],
)
def test_a_number_is_doubted_by_what_it_is_added_up_with(code: str, wrong: str, doubted: bool) -> None:
    assert is_doubted(FORM, code, [Finding("C-04", "error", "", cells=(wrong,))]) is doubted


def test_neither_a_warning_nor_an_error_of_a_text_speaks_against_the_table() -> None:
    code = "t3.R01.C7"
    others = [Finding("N-01", "error", "", (code,), (Place("s5", 0, 1),)), Finding("T3-08", "warning", "", (code,))]
    assert not is_doubted(FORM, code, others)
