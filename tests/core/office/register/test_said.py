"""What was said of the words and rows of a register is listed, and each can be said otherwise or taken back."""

from pathlib import Path

import pytest

from core.form.form_reader import form_for_year
from core.office.register.mapping import RegisterMapping
from core.office.register.reading import read_register
from core.office.register.said import said_otherwise, said_so_far, told_again
from core.office.register.vocabulary import offered_outcome
from core.office.register.work import RegisterWork
from tests.core.office.register.register_files import GOOD, HEAD, counted, text_register

ROWS = (
    ("2", "2025-3-5", "村委会", "2025-3-6", "撤回"),
    ("3", "2025-3-5", "村委会", "2025-3-6", "予以公开"),
    ("4", "2025-3-5", "法人", "2025-3-6", "予以公开"),
    ("5", "2025-3-5", "自然人", "2025-3-6", "予以公开"),
    ("5", "2025-3-5", "自然人", "2025-3-6", "予以公开"),
    ("6", "三月", "自然人", "2025-3-6", "予以公开"),
)


def dealt_with(folder: Path) -> RegisterWork:
    path = text_register(folder, GOOD, *ROWS)
    words = RegisterMapping(outcomes={"撤回": "R23", "别的": "R03"}, kinds={"村委会": "C2"})
    work = RegisterWork(path, read_register(path), words, form_for_year(2025), 2025)
    keys = {row.key.number: row.key for row in work.counted.unread}
    return work.set_kinds({keys["4"]: "C2"}).set_apart([keys["5"]]).leave_out([keys["6"]], "备注行")


def test_words_in_use_and_rows_are_listed_with_what_they_count_as(tmp_path: Path) -> None:
    work = dealt_with(tmp_path)
    assert work.counted.unread == ()
    assert [(one.field, one.word or one.number, one.rows, one.counts_as) for one in said_so_far(work)] == [
        ("办理结果", "撤回", 1, "（六）其他处理：3.其他"),
        ("申请人类别", "村委会", 2, "商业企业"),
        ("申请人类别", "4", 1, "商业企业"),
        ("不计入", "6", 1, "备注行"),
        ("重复的分别计", "5", 0, ""),
    ]
    assert told_again(work) == "按选过的计数：2种写法（“撤回”、“村委会”），3处逐行处理，计入哪里见“已选的”"


@pytest.mark.parametrize(
    ("word", "offered"),
    [
        ("行政执法案卷，不予公开", "R11"),
        ("涉及第三方（不予公开）", "R08"),
        ("属于国家秘密，不予公开", "R05"),
        ("不予公开", ""),
    ],
)
def test_the_group_may_stand_behind_its_reason(word: str, offered: str) -> None:
    assert offered_outcome(word) == offered


def test_what_is_unread_is_not_told_twice(tmp_path: Path) -> None:
    found = counted(text_register(tmp_path, GOOD, *ROWS))
    assert found.unread
    assert {one.rule for one in found.findings} == {"REG-1", "REG-4", "REG-5"}
    assert found.beside_unread == ()


def test_a_wrong_choice_is_changed(tmp_path: Path) -> None:
    work = dealt_with(tmp_path)
    kinds = [one for one in said_so_far(work) if one.field == "申请人类别"]
    changed = said_otherwise(work, kinds, "C6")
    numbers = changed.counted.counted.numbers
    assert (numbers["t3.R01.C2"], numbers["t3.R01.C6"]) == (0, 3)
    assert changed.mapping.kinds == {"村委会": "C6"}
    assert changed.mapping.outcomes == work.mapping.outcomes


def test_what_is_taken_back_is_to_be_decided_again(tmp_path: Path) -> None:
    work = dealt_with(tmp_path)
    back = said_otherwise(work, said_so_far(work), "")
    assert said_so_far(back) == []
    assert told_again(back) == ""
    assert [row.key.number for row in back.counted.unread] == ["2", "3", "4", "5", "5", "6"]
    assert back.mapping.outcomes == {"别的": "R03"}  # what stands in no row was not on the list


def test_a_row_that_counts_all_the_same_is_listed_and_taken_back(tmp_path: Path) -> None:
    path = text_register(tmp_path, (*GOOD, ""), ("2", *GOOD[1:], "作废"), head=(*HEAD, "备注"))
    work = RegisterWork(path, read_register(path), RegisterMapping(), form_for_year(2025), 2025)
    counted_too = work.set_counted([work.counted.unread[0].key])
    said = said_so_far(counted_too)
    assert [(one.field, one.number, one.counts_as) for one in said] == [("照样计入", "2", "（一）予以公开")]
    assert said_otherwise(counted_too, said, "").counted.unread == work.counted.unread
