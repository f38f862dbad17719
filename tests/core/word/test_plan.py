"""The one layout of Word and paper: what stays together, what shrinks, what both show in the same look."""

import pytest

from core.form.form_reader import load_form
from core.word.plan import TablePlan, balanced, report_plan
from core.word.shipped_styles import PRESETS
from core.word.style_profile import preset
from core.word.template import number_points


def tables(**changed: object) -> list[TablePlan]:
    profile = preset()._replace(**changed)  # type: ignore[arg-type]
    return [part for part in report_plan(load_form(), profile) if isinstance(part, TablePlan)]


@pytest.mark.parametrize("profile_id", PRESETS)
def test_every_table_stays_together_in_the_shipped_styles(profile_id: str) -> None:
    for part in report_plan(load_form(), preset(profile_id)):
        if isinstance(part, TablePlan):
            assert [row.keeps_next for row in part.rows] == [True] * (len(part.rows) - 1) + [False], part.table.id


def test_table_3_may_be_divided_where_that_is_wanted_and_table_2_never() -> None:
    two, three, _ = tables(is_table_whole=False)
    assert sum(not row.keeps_next for row in two.rows) == 1
    assert sum(not row.keeps_next for row in three.rows) == 5


def test_a_table_higher_than_the_page_is_divided_between_its_groups() -> None:
    two, three, _ = tables(margins={"top": 80, "bottom": 80, "left": 28, "right": 26})
    assert sum(not row.keeps_next for row in two.rows) == 1
    assert sum(not row.keeps_next for row in three.rows) == 5


def test_a_number_is_set_smaller_until_it_fits_but_never_below_four_points() -> None:
    assert number_points("1234567", 664, 9) == 9
    assert number_points("12345678", 664, 9) == 8
    assert number_points("9" * 40, 664, 9) == 4
    assert number_points("甲乙丙丁", 664, 9) == 8  # refused text, whose signs are twice as wide


def test_lines_of_a_label_are_about_equally_long() -> None:
    assert balanced("结果维持", 500, 9) == (47, 47, 0)
    assert balanced("合计", 500, 9) == (0, 0, 0)
