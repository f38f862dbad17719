"""结转 by the words around it, and claims on new ones and those carried in together (N-03, N-04)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, told, wrong_quotes

CELLS = {"t3.R01.C1": 31, "t3.R01.C2": 5, "t3.R02.C1": 3, "t3.R03.C1": 30, "t3.R03.C2": 5, "t3.R25.C1": 4}
ALL_DONE = {**CELLS, "t3.R03.C1": 34, "t3.R25.C1": 0}


def wrong(text: str, cells: dict[str, int], code: str = "s1.request") -> list[str]:
    return wrong_quotes(filled("溪川县水利局", code, text, cells))


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("年初结转3件、年内新收36件，共办结35件，年末结转4件。", ""),
        ("年初结转4件、年内新收36件，共办结35件，年末结转3件。", "年初结转4件"),
        ("期初结转的3件和新收的36件均已登记，期末结转3件。", "期末结转3件"),
        ("2023年末结转3件，已全部办结。", ""),
        ("新收36件，加上结转的3件，共39件。", ""),
        ("新收36件，连同结转的4件，共40件。", "连同结转的4件"),
        ("新收36件，办结35件，连同结转的4件均已告知进展。", ""),
    ],
)
def test_the_begin_and_the_end_of_the_year_tell_which(text: str, quote: str) -> None:
    assert told(wrong(text, CELLS), quote)


@pytest.mark.parametrize(
    "text",
    [
        "新收申请36件，连同结转的3件，已全部办结并答复申请人。",
        "收到和结转的申请全部在当年办结，没有跨年件。",
        "去年指出的答复超期问题得到纠正，今年收到和结转的政府信息公开申请全部办结。",
        "新收申请36件、结转3件，年度办结率达100%。",
        "全年新收和结转的申请均已办结。",
    ],
)
@pytest.mark.parametrize("code", ["s1.request", "s5"])
def test_new_ones_and_old_ones_together_are_not_all_done(text: str, code: str) -> None:
    assert wrong(text, CELLS, code)
    assert wrong(text, ALL_DONE, code) == []


@pytest.mark.parametrize(
    "text",
    [
        "收到和结转的申请均建立台账，逐件销号。",
        "新收36件、结转4件，年度办结率达100%。",
        "全年没有跨年度超期件。",
        "收到申请36件、上年结转3件，到期办结率100%。",
    ],
)
def test_what_says_nothing_of_all_is_left_alone(text: str) -> None:
    assert wrong(text, CELLS) == []
