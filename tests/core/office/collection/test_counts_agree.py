"""The counts that stand side by side agree, or say which units make the difference."""

from __future__ import annotations

from core.office.collection.added_up import added_up, summed_in_words
from core.office.collection.desk import Desk
from core.office.collection.desk_rules import desk_settings
from core.office.collection.desk_workbook import totals_in_words
from core.office.collection.ledger import Ledger
from core.office.collection.preview import sum_gaps
from core.office.collection.publication import publication_contents
from core.office.collection.unit_list import APART, NO, ListedUnit
from tests.core.office.collection.desk_samples import desk, file


def with_ledger(made: Desk) -> tuple[Desk, Ledger]:
    return made, added_up(made, None, desk_settings())[0]


def test_a_unit_that_is_added_up_and_need_not_report_is_named_beside_the_counts() -> None:
    listed = [ListedUnit("甲局"), ListedUnit("乙局"), ListedUnit("丙局"), ListedUnit("扶贫办", must_report=False)]
    made, ledger = with_ledger(desk([file("甲局"), file("乙局"), file("扶贫办")], listed))
    assert totals_in_words(made).startswith("应报3个单位，已收2，未报1")
    assert summed_in_words(made, ledger) == "3个单位（其中应报以外的1个：扶贫办）"
    assert publication_contents(made, ledger)[1][0].endswith(
        "的单位3个，已收到报告2个，登记公布0个；逐级汇总3个单位（其中应报以外的1个：扶贫办）。"
    )


def test_where_only_units_that_must_report_are_added_up_the_count_says_nothing_more() -> None:
    listed = [ListedUnit("甲局"), ListedUnit("乙局", counts=NO), ListedUnit("扶贫办", must_report=False)]
    assert summed_in_words(*with_ledger(desk([file("甲局"), file("乙局")], listed))) == "1个单位"


def test_what_is_missing_in_a_sum_is_all_that_was_to_be_added_less_what_was() -> None:
    listed = [
        ListedUnit("甲局"),
        ListedUnit("乙局", counts=APART),
        ListedUnit("丙局"),
        ListedUnit("丁局", counts=APART),
    ]
    made, ledger = with_ledger(desk([file("甲局"), file("乙局")], listed))
    assert "应计入2个单位，计入了1个：还没有报1个：丙局。" in sum_gaps(made, ledger)["units"]
