"""What units have published, compared with the reports that were adopted."""

from __future__ import annotations

import pytest

from core.office.collection.desk import DeskFile
from core.office.collection.file_record import LETTER, UNREAD, FileRecord
from core.office.collection.published_pages import check_pages
from core.office.collection.unit_list import ListedUnit
from tests.core.office.collection.desk_samples import ITEM, desk, file


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


def test_a_page_that_is_equal_to_a_report_that_was_never_adopted_is_told() -> None:
    sent, page = file("甲县水利局", items=(ITEM,)), file("甲县水利局")
    (check,) = check_pages(desk([sent]), [page])
    assert (check.is_equal, check.differences) == (False, ("来件还没有采用，已公布",))
    page = file("甲县水利局", figures={"t3.R01.C1": 1})
    (check,) = check_pages(desk([sent]), [page])
    assert check.differences[:2] == ("来件还没有采用，已公布", "本年新收·自然人：来件是空白，公布的是1")


def test_a_wrong_day_of_publication_makes_no_report_one_that_was_not_adopted() -> None:
    made = desk([file("甲县水利局")], [ListedUnit("甲县水利局", published_on="2025-01-20")])
    assert (made.units[0].state, check_pages(made, [file("甲县水利局")])[0].is_equal) == ("有疑点", True)


def test_a_part_that_a_page_leaves_out_is_named_as_such() -> None:
    texts = {"s5": "存在的问题。", "s6": "没有其他事项。"}
    page = file("甲县水利局", texts={"s5": "另外的问题。"})
    (check,) = check_pages(desk([file("甲县水利局", texts=texts)]), [page])
    assert check.differences == ("公布的没有第六部分的文字", "文字不同：第五部分")


def test_a_page_without_a_report_is_that_of_the_unit_that_its_name_names() -> None:
    gone = DeskFile("水利局.html", FileRecord("d", UNREAD, why="“{file}”里没有年度报告。"))
    (check,) = check_pages(desk([file("青澜县水利局")]), [gone])
    assert (check.unit, check.is_equal) == ("青澜县水利局", False)


@pytest.mark.parametrize(
    ("page", "why"),
    [(file("丙县水利局").record, "写的单位是“丙县水利局”，名单上没有"), (FileRecord("d", LETTER), "没有报告正文")],
)
def test_a_page_of_no_unit_on_the_list_says_why(page: FileRecord, why: str) -> None:
    listed = [ListedUnit("甲县水利局")]
    (check,) = check_pages(desk([file("甲县水利局")], listed), [DeskFile("公开.html", page)])
    assert (check.unit, check.differences) == ("", (why,))
