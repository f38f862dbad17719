"""Outcomes told of the direct lawsuits, or of those after a review, are compared with the cells of that way (N-06)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, findings_of, wrong_claims

CASES = {
    "t4.review.upheld": 4, "t4.review.corrected": 1, "t4.review.other": 1,
    "t4.direct.upheld": 3, "t4.direct.corrected": 1, "t4.direct.pending": 1,
    "t4.after_review.upheld": 2, "t4.after_review.corrected": 1, "t4.after_review.pending": 1,
}  # fmt: skip


def wrong(text: str) -> list[str]:
    found = findings_of(filled("清河县水利局", "s4", text, CASES), "N-06")
    return ["＋".join(finding.cells).replace("t4.", "").replace("after_review", "after") for finding in found]


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        (
            "本年度行政诉讼9件，其中未经复议直接起诉5件（结果维持3件、结果纠正2件），复议后起诉4件（结果维持3件、结果纠正1件）。",
            ["direct.corrected", "after.upheld"],
        ),
        (
            "未经复议直接起诉5件，其中维持3件，纠正2件；经复议后起诉4件，维持2件、纠正2件。",
            ["direct.corrected", "after.corrected"],
        ),
        ("未经复议直接起诉：总计5件，结果维持2件，结果纠正3件。", ["direct.upheld", "direct.corrected"]),
        ("行政复议6件。行政诉讼中直接起诉5件，已审结的维持3件、纠正2件。", ["direct.corrected"]),
        (
            "行政诉讼9件，直接起诉5件、复议后起诉4件，其中直接起诉的维持2件、纠正2件，复议后起诉的维持3件、纠正1件。",
            ["direct.upheld", "direct.corrected", "after.upheld"],
        ),
        (
            "直接起诉和复议后起诉分别为5件、4件，其中直接起诉维持3件、纠正1件，复议后起诉维持2件、纠正2件。",
            ["after.corrected"],
        ),
        (
            "诉讼9件：直接向法院起诉案件维持2件、纠正1件；复议后又提起诉讼案件维持3件。",
            ["direct.upheld", "after.upheld"],
        ),
        (
            "直接起诉和复议后起诉案件结果维持的分别为2件、3件，结果纠正的分别为1件、1件。",
            ["direct.upheld", "after.upheld"],
        ),
        ("直接起诉与经复议后起诉的案件中，纠正的分别为1件、2件。", ["after.corrected"]),
        (
            "行政诉讼9件，直接起诉5件、复议后起诉4件，其中维持6件，纠正2件，未审结1件。",
            ["direct.upheld＋after.upheld", "direct.pending＋after.pending"],
        ),
    ],
)
def test_they_are_those_of_another_way_or_wrong(text: str, cells: list[str]) -> None:
    assert wrong(text) == cells


@pytest.mark.parametrize(
    "text",
    [
        "全年直接起诉5件，其中维持3件、纠正1件；复议后起诉4件，维持2件、纠正1件、未审结1件。",
        "行政诉讼9件（直接起诉5件、复议后起诉4件），其中维持5件，纠正2件，未审结2件。",
        "行政诉讼9件，直接起诉5件、复议后起诉4件，其中直接起诉的维持3件、纠正1件，复议后起诉的维持2件、纠正1件。",
        "直接起诉和复议后起诉案件结果维持的分别为3件、2件，结果纠正的分别为1件、1件，尚未审结的分别为1件、1件。",
        "未经复议直接起诉：总计5件，结果维持3件，结果纠正1件；复议后起诉：总计4件，结果维持2件，结果纠正1件。",
        "直接起诉5件，复议后起诉4件，维持5件，纠正2件。",
        "直接起诉5件，其中涉及征地的3件，维持2件、纠正1件。",
        "直接起诉5件，3件维持、1件纠正；复议后起诉4件，2件维持、1件纠正，其余尚在审理。",
        "2023年直接起诉和复议后起诉案件维持的分别为4件、1件。",
        "行政诉讼9件，直接起诉的5件中有1件未审结，复议后起诉的4件中有1件未审结。",
    ],
)
def test_they_are_right_or_of_others(text: str) -> None:
    assert wrong(text) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("直接起诉1件，结果维持0件，未审结1件。", 0),
        ("直接向法院起诉的案件1件，维持0件、纠正0件，正在审理1件。", 0),
        ("直接起诉1件，结果维持零件，尚未审结1件。", 0),
        ("复议后起诉0件、直接起诉1件，法院维持0件、未审结1件。", 0),
        ("直接起诉1件，结果维持。", 1),
        ("直接起诉1件，维持1件。", 1),
    ],
)
def test_an_outcome_with_its_own_number_is_not_that_of_the_only_case(text: str, count: int) -> None:
    assert len(findings_of(filled("清河县水利局", "s4", text, {"t4.direct.pending": 1}), "N-06")) == count


KINDS = {
    "t4.review.upheld": 5,
    "t4.review.corrected": 2,
    "t4.review.other": 1,
    "t4.review.pending": 1,
    "t4.direct.upheld": 3,
    "t4.direct.corrected": 1,
    "t4.direct.pending": 1,
    "t4.after_review.upheld": 2,
    "t4.after_review.other": 1,
}


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("行政诉讼8件，其中直接起诉5件、复议后起诉3件，分别审结4件、3件。", ""),
        ("行政诉讼8件，其中直接起诉5件、复议后起诉3件，分别维持3件、1件。", "t4.after_review.upheld"),
        ("直接起诉5件、复议后起诉3件，已审结的分别为4件、2件。", "t4.after_review.other"),
        ("直接起诉5件、复议后起诉3件，审结数分别为4件、3件。", ""),
        ("行政复议9件、行政诉讼8件，分别审结8件、7件。", ""),
        ("行政复议9件、行政诉讼8件，分别审结8件、8件。", "t4.direct.pending"),
        ("行政复议9件、行政诉讼8件，分别纠正2件、2件。", "t4.direct.corrected"),
        ("行政复议9件、行政诉讼8件，分别维持5件和5件。", ""),
        ("行政复议9件，维持5件，纠正2件，因申请人撤回、达成调解等作其他结果处理的2件。", "t4.review.other"),
        ("行政复议9件，维持5件，纠正2件，申请人撤回等按其他结果处理的1件，1件未审结。", ""),
        ("行政复议9件，维持5件，纠正2件，因申请人撤回而按其他结果统计的3件。", "t4.review.other"),
        ("信息公开行政诉讼8件，驳回起诉或诉讼请求5件，判决撤销1件，撤诉1件，未审结1件。", ""),
        ("信息公开行政诉讼8件，裁定驳回起诉、判决驳回诉讼请求共6件，判决撤销1件，未审结1件。", ""),
        ("信息公开行政诉讼8件，裁定驳回起诉、判决驳回诉讼请求共7件，未审结1件。", "t4.direct.upheld"),
        ("全年未发生复议后又提起诉讼的情况。", "t4.after_review.total"),
    ],
)
def test_outcomes_handed_out_or_named(text: str, cell: str) -> None:
    found = [c for c in wrong_claims(filled("安和市自然资源局", "s4", text, KINDS)) if c.rule_id == "N-06"]
    assert [cell in claim.cells for claim in found] == [True][: bool(cell)], found
