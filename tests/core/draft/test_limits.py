"""Limits of the draft: what fits is left as it is, one more is cut or goes on elsewhere."""

import pytest

from core.draft.draft_changes import DraftDifference
from core.draft.workbook.sheet_plan import cell_pieces


def test_a_cell_holds_so_many_units_and_the_text_goes_on_in_the_next() -> None:
    assert cell_pieces("") == [""]
    assert [len(piece) for piece in cell_pieces("数" * 28_000)] == [28_000]
    assert [len(piece) for piece in cell_pieces("数" * 28_001)] == [28_000, 1]
    assert [len(piece) for piece in cell_pieces("𠀀" * 14_001)] == [14_000, 1]
    assert [len(piece) for piece in cell_pieces("𠀀" + "数" * 27_999)] == [27_999, 1]


@pytest.mark.parametrize(
    ("before", "after", "marked"),
    [
        ("甲乙", "丙丁", ("甲乙", "丙丁")),
        ("甲乙", "甲丙", ("甲【乙】", "甲【丙】")),
        ("甲乙", "丙乙", ("【甲】乙", "【丙】乙")),
        ("甲乙", "甲乙丙", ("甲乙", "甲乙【丙】")),
        ("甲" * 300, "乙" * 301, ("甲" * 300, "乙" * 300 + "……")),
        ("甲" * 299 + "乙", "甲" * 299 + "丙", (f"{'甲' * 299}【乙】", f"{'甲' * 299}【丙】")),
        ("甲" * 300 + "乙", "甲" * 300 + "丙", (f"……{'甲' * 24}【乙】", f"……{'甲' * 24}【丙】")),
        ("乙" + "甲" * 300, "丙" + "甲" * 300, (f"【乙】{'甲' * 24}……", f"【丙】{'甲' * 24}……")),
        (
            "丁" + "甲" * 301 + "戊",
            "丁" + "乙" * 300 + "戊",
            (f"丁【{'甲' * 300}……】戊", f"丁【{'乙' * 300}】戊"),
        ),
    ],
)
def test_what_differs_in_a_long_text_is_shown_with_little_beside_it(
    before: str, after: str, marked: tuple[str, str]
) -> None:
    assert DraftDifference("五", before, after, is_text=True).marked == marked
    assert DraftDifference("五", before[:300], after[:300]).marked == (before[:300], after[:300])
