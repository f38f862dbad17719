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


@pytest.mark.parametrize(
    "text",
    [
        "需办理的39件申请（新收36件、结转3件）已于年底前全部办结。",
        "办理申请39件，其中新收36件、结转3件，全部办结。",
        "结转3件、新收36件，应办39件，年底前全部办结。",
        "健全办公室统一登记、统一答复的工作机制，收到的申请已全部办结，新收36件，上年结转3件。",
        "建立县政府办牵头、司法局审核的工作机制，全年新收申请36件，加上上年结转3件，办结率达100%。",
    ],
)
def test_what_makes_up_all_that_had_to_be_done_was_carried_in(text: str) -> None:
    assert wrong(text, CELLS)
    assert wrong(text, ALL_DONE) == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("新收36件、结转4件，共40件。", "结转4件"),
        ("新收36件、结转4件，当年办结32件。", ""),
        ("办结35件中包括上年结转3件，新收申请办结32件。", ""),
        ("办结35件中包括上年结转3件，新收申请办结30件。", "办结30件"),
        ("健全县政府办指导、部门落实的协同机制，全年收到申请63件。", "收到申请63件"),
    ],
)
def test_parts_of_a_sum_are_told_from_those_carried_over(text: str, quote: str) -> None:
    assert told(wrong(text, CELLS), quote)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("全县各单位共收到依申请公开件36件（含上年结转3件）。", "36件"),
        ("全县各单位共收到依申请公开件39件（含上年结转3件）。", ""),
        ("收到申请36件，其中上年结转3件。", "36件"),
        ("收到申请39件，其中上年结转3件。", ""),
        ("收到申请36件，其中上年结转另计3件。", ""),
        ("全县各单位共收到依申请公开件36件，另有上年结转3件。", ""),
    ],
)
def test_a_number_that_holds_those_carried_in_is_the_sum(text: str, quote: str) -> None:
    assert told(wrong_quotes(filled("溪川县人民政府", "s3", text, CELLS)), quote)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("本年新收、上年结转、结转下年分别为36件、3件、4件。", ""),
        ("本年新收、上年结转、结转下年分别为36件、4件、3件。", "4件"),
        ("新收、办结、结转三项分别为36件、39件、4件。", "39件"),
        ("新收、办结、结转三项分别为36件、35件、4件。", ""),
        ("其中上年结转申请和新收申请依次为3件、63件。", "63件"),
        ("新收、办结分别为36件、39件、4件。", ""),
        ("办理结果、结转下年两项合计39件。", ""),
        ("办理结果、结转下年两项合计36件。", "36件"),
        ("需在本年度办结的申请已全部办结，新收36件，其余4件依法延期。", ""),
        ("2023年新收、办结分别为36件、39件。", ""),
        ("新收36件、办结35件、结转4件下年继续办理。", ""),
        ("新收36件、办结35件、结转3件下年继续办理。", "结转3件"),
        ("登记受理36件，连同上年结转的3件，共需答复39件，实际答复35件。", ""),
        ("新收36件，办结36件（含上年结转3件）。", "办结36件"),
        ("上年结转3件，自然人3件，其他主体无结转。", ""),
        ("新收36件，年内申请全部答复到位，另有4件正在征求第三方意见。", ""),
        ("新收36件，上年结转3件，已全部办结，其中4件尚未办结的正在征求意见。", ""),
    ],
)
def test_totals_told_beside_each_other(text: str, quote: str) -> None:
    assert told(wrong(text, CELLS, "s3"), quote)
