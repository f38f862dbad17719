"""Numbers of like clauses are the parts of what they make together, whatever they divide it by."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, wrong_quotes

CELLS = {
    "t3.R01.C1": 120, "t3.R01.C2": 30, "t3.R02.C1": 6, "t3.R03.C1": 60, "t3.R03.C2": 10, "t3.R04.C1": 15,
    "t3.R08.C1": 4, "t3.R13.C1": 30, "t3.R13.C2": 15, "t3.R14.C1": 5, "t3.R16.C1": 7, "t3.R23.C1": 2,
    "t3.R25.C1": 3, "t3.R25.C2": 5, "t4.review.upheld": 9, "t4.review.corrected": 3, "t4.review.other": 2,
    "t4.review.pending": 1, "t4.direct.upheld": 4, "t4.direct.corrected": 1, "t4.after_review.upheld": 3,
    "t2.licensing.decisions": 1500, "t2.penalty.decisions": 260,
}  # fmt: skip


def wrong(text: str, code: str) -> list[str]:
    return wrong_quotes(filled("云泽市人民政府", code, text, CELLS, unit_type="各级人民政府"))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("按层级分，市政府部门新收60件，县（市、区）政府及其部门新收70件，乡镇（街道）新收20件。", "s1.request"),
        ("市政府部门新收60件，占40%；县（市、区）政府及其部门新收70件，占46.7%；乡镇新收20件。", "s1.request"),
        ("市政府部门新收60件（网上40件），区（县）新收70件（网上52件），乡镇（街道）新收20件。", "s1.request"),
        ("按层级分，市政府部门新收60件，县（市、区）政府及其部门70件，乡镇（街道）20件。", "s1.request"),
        ("按办理单位分：市直部门办结58件，县（市、区）68件，乡镇（街道）22件；结转下年8件。", "s1.request"),
        ("城区办理的不予公开1件，郊区办理的不予公开3件。", "s1.request"),
        ("第一批无法提供20件，第二批无法提供22件，第三批无法提供8件。", "s1.request"),
        ("由市级答复的部分公开9件，由县（区）答复的部分公开6件。", "s1.request"),
        ("市级部门被提起诉讼3件，县（市、区）政府被提起诉讼4件，乡镇（街道）被提起诉讼1件。", "s4"),
        ("因征收补偿引发行政复议8件，因规划许可引发行政复议4件，因物业引发行政复议3件。", "s4"),
        ("自然资源局作出行政许可900件，住建局作出行政许可600件。", "s2"),
        ("城管（综合执法）局作出行政处罚200件，市场监管局作出行政处罚60件。", "s2"),
    ],
)
def test_parts_that_make_a_cell_are_not_compared_with_it(text: str, code: str) -> None:
    assert wrong(text, code) == []


@pytest.mark.parametrize(
    ("text", "code", "told"),
    [
        (
            "按层级分，市政府部门新收60件，县（市、区）政府及其部门新收70件，乡镇（街道）新收22件。",
            "s1.request",
            "60件",
        ),
        ("按层级分，市政府部门新收60件，县（市、区）政府及其部门70件，乡镇（街道）21件。", "s1.request", "60件"),
        ("全年新收60件，补正90件。", "s1.request", "60件"),
        ("执法案卷4件，内部事务3件，不予公开合计7件。", "s1.request", "执法案卷4件"),
    ],
)
def test_like_clauses_that_make_no_cell_excuse_nothing(text: str, code: str, told: str) -> None:
    assert told in wrong(text, code)[0]


def test_numbers_of_something_else_are_no_parts() -> None:
    report = filled("青原县司法局", "s1.active", "制定规范性文件18件，清理废止文件9件，现行有效文件134件。", {
        "t2.normative.issued": 18, "t2.normative.repealed": 9, "t2.normative.in_force": 143,
    })  # fmt: skip
    assert wrong_quotes(report) == ["现行有效文件134件"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("诉讼案件15件，局本级8件、县级自然资源局7件。", []),
        ("行政诉讼12件，局机关8件，分局4件。", []),
        ("行政复议案件21件，其中局本级15件、县级局6件；诉讼案件11件，局本级8件、县级局3件。", []),
        ("诉讼案件15件，局本级9件、县级自然资源局6件。", ["诉讼案件15件"]),
        ("诉讼案件16件，局本级8件、县级自然资源局7件。", ["诉讼案件16件"]),
        ("诉讼案件15件，县级自然资源局8件、局本级7件。", ["诉讼案件15件"]),
    ],
)
def test_a_number_of_ours_and_others_is_not_ours(text: str, told: list[str]) -> None:
    assert wrong_quotes(filled("云泽市自然资源局", "s4", text, CELLS)) == told


@pytest.mark.parametrize(
    ("request_text", "end", "told"),
    [
        ("全市新收申请300件，其中市局机关150件。", "", []),
        ("全市新收申请300件，其中市局机关150件。新收申请120件。", "", ["新收申请120件"]),
        ("全市新收申请300件，其中市局机关150件。作出行政许可1600件。", "", ["作出行政许可1600件"]),
        ("全市新收申请300件，其中市局机关150件。", "今年新收申请160件。", ["今年新收申请160件"]),
    ],
)
def test_other_numbers_behind_one_of_ours_and_others_are_compared(request_text: str, end: str, told: list[str]) -> None:
    report = filled("云泽市自然资源局", "s1.request", request_text, CELLS)
    assert wrong_quotes(report.with_texts({"s6": end})) == told
