"""What units have published, compared with the reports that were adopted."""

from __future__ import annotations

import pytest

from core.office.collection.published_pages import check_pages
from tests.core.office.collection.desk_samples import desk, file


@pytest.mark.parametrize(
    ("in_second_row", "last"),
    [(4, "（二）部分公开·总计：采用的是4，公布的是8"), (5, "还有1格数字不同")],  # and the total of each row
)
def test_twelve_numbers_that_differ_are_named_and_the_others_counted(in_second_row: int, last: str) -> None:
    filled = {3: 6, 4: in_second_row}
    codes = [f"t3.R{row:02}.C{column}" for row, count in filled.items() for column in range(1, count + 1)]
    zeros = {f"t3.R04.C{column}": 0 for column in range(in_second_row + 1, 7)}
    adopted = file("甲县水利局", figures={**dict.fromkeys(codes, 1), **zeros})
    page = file("甲县水利局", figures={**dict.fromkeys(codes, 2), **zeros})
    (check,) = check_pages(desk([adopted]), [page])
    assert (len(check.differences), check.differences[-1]) == (12 if in_second_row == 4 else 13, last)
