"""全部办结 beside applications that are carried over (N-04), and the total of one kind in brackets (N-01)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, findings_of

CELLS = {
    "t3.R01.C1": 180, "t3.R01.C2": 20, "t3.R02.C1": 8, "t3.R03.C1": 100, "t3.R03.C2": 12, "t3.R08.C1": 43,
    "t3.R13.C1": 40, "t3.R13.C2": 8, "t3.R25.C1": 5,
}  # fmt: skip
ALL_DONE = "所有申请均在15个工作日内答复，全部办结"


def rules(text: str) -> list[str]:
    report = filled("青原县水利局", "s1.request", text, CELLS)
    return [f.rule_id for f in findings_of(report, "N-01", "N-03", "N-04")]


@pytest.mark.parametrize(
    "text",
    [
        f"全年新收申请200件，上年结转8件。{ALL_DONE}。结转下年度继续办理5件。",
        f"全年新收申请200件，结转下年度继续办理5件。{ALL_DONE}。",
        f"{ALL_DONE}，结转下年度继续办理5件。",
        f"{ALL_DONE}。",
    ],
)
def test_all_done_contradicts_what_is_carried_over(text: str) -> None:
    assert rules(text) == ["N-04"]


@pytest.mark.parametrize(
    "text",
    [
        "除5件结转下年度继续办理外，其余申请均在15个工作日内答复，全部办结。",
        f"{ALL_DONE}，另有5件结转下年度继续办理。",
        "到期的申请均在15个工作日内答复，全部办结。结转下年度继续办理5件。",
        "上年结转的8件全部办结，结转下年度继续办理5件。",
        "全年办结203件，全部按期办结。结转下年度继续办理5件。",
    ],
)
def test_what_is_excepted_in_words_is_no_contradiction(text: str) -> None:
    assert rules(text) == []


@pytest.mark.parametrize(
    "text", ["自然人180件（含上年结转8件共188件）。", "新收申请中自然人180件（加上年结转8件，共188件）、商业企业20件。"]
)
def test_a_total_in_brackets_behind_a_kind_is_of_that_kind(text: str) -> None:
    assert rules(text) == []


@pytest.mark.parametrize(("left", "said"), [({"C1": 5, "C2": 1}, ["N-04"]), ({"C1": 6, "C2": 0}, [])])
def test_new_ones_are_left_where_a_kind_has_more_left_than_carried_in(left: dict[str, int], said: list[str]) -> None:
    cells = {"t3.R01.C1": 180, "t3.R01.C2": 20, "t3.R02.C1": 8, "t3.R03.C1": 183, "t3.R03.C2": 19}
    cells |= {f"t3.R25.{column}": number for column, number in left.items()}
    cells["t3.R03.C1"], cells["t3.R03.C2"] = 188 - left["C1"], 20 - left["C2"]
    report = filled("青原县水利局", "s1.request", "收到的200件申请已全部答复，无一逾期。", cells)
    assert [f.rule_id for f in findings_of(report, "N-04")] == said


@pytest.mark.parametrize("blank", [(), ("t3.R03.C1",)])
def test_not_all_is_done_where_one_is_left_though_results_are_still_blank(blank: tuple[str, ...]) -> None:
    report = filled("青原县水利局", "s1.request", "受理申请1件，均按期办结。", {
        "t3.R01.C1": 2, "t3.R02.C1": 2, "t3.R25.C1": 1,
    }).with_cells(dict.fromkeys(blank))  # fmt: skip
    assert [f.rule_id for f in findings_of(report, "N-04")] == ["N-04"]
