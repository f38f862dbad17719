"""Outcomes such as 结转下年: 尚未办结 is proposed for them, and a row of any unknown outcome may be carried on."""

from pathlib import Path

import pytest

from core.form.form_reader import form_for_year
from core.office.register.mapping import RegisterMapping
from core.office.register.reading import read_register
from core.office.register.vocabulary import OPEN, offered_outcome
from core.office.register.work import RegisterWork, unknown_outcomes
from tests.core.office.register.register_files import text_register

WORDS = (
    "结转下年 结转2027年 转下年办理 结转下年度 结转下年度继续办理 四、结转下年度继续办理 结转至2027年办理 结转到明年 "
    "转次年办理 跨年办理 结转 已结转下年 顺延至2027年 下年办理 结转下一年 结转2027"
)
OTHERS = "上年结转 转信访 结转上年 办结 转民政局 2027年 2026年办结 结转件"


def work(folder: Path, outcome: str, closed: str = "") -> RegisterWork:
    path = text_register(folder, ("1", "2025-12-20", "自然人", closed, outcome))
    return RegisterWork(path, read_register(path), RegisterMapping(), form_for_year(2025), 2025)


@pytest.mark.parametrize("word", WORDS.split())
def test_they_are_proposed_as_not_closed(word: str) -> None:
    assert offered_outcome(word) == OPEN


@pytest.mark.parametrize("word", OTHERS.split())
def test_other_words_are_not(word: str) -> None:
    assert offered_outcome(word) == ""


def test_the_proposal_counts_once_it_is_agreed_to(tmp_path: Path) -> None:
    made = work(tmp_path, "结转下年")
    assert [(one.word, one.offered) for one in unknown_outcomes(made.counted)] == [("结转下年", OPEN)]
    assert "建议按“尚未办结”" in made.counted.unread[0].why
    done = made.told_words({"结转下年": OPEN}, {}, [])
    assert not done.counted.unread
    assert done.counted.counted.numbers["t3.R25.C1"] == 1


@pytest.mark.parametrize(
    ("outcome", "closed", "may_be_open"),
    [("结转下年", "", True), ("结转下年", "2025-12-31", True), ("待研究", "", True), ("待研究", "2025-12-31", False)],
)
def test_a_row_of_an_unknown_outcome_may_be_carried_on(
    outcome: str, closed: str, may_be_open: bool, tmp_path: Path
) -> None:
    made = work(tmp_path, outcome, closed)
    row = made.counted.unread[0]
    assert (row.may_be_open, row.lacks_outcome) == (may_be_open, True)
    done = made.set_open([row.key])
    assert not done.counted.unread
    assert done.counted.counted.numbers["t3.R25.C1"] == 1
