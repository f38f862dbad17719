"""What came of some applications that are told of by the way, nouns told before, and digits that changed places."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import claims_in, filled

CELLS = {
    "t3.R01.C1": 20,
    "t3.R03.C1": 12,
    "t3.R10.C1": 3,
    "t3.R11.C1": 2,
    "t3.R13.C1": 3,
    "t4.review.upheld": 2,
    "t4.review.pending": 1,
    "t2.licensing.decisions": 3471,
    "t2.coercion.decisions": 6,
}


def verdicts(text: str, code: str = "s3") -> list[bool | None]:
    return [claim.agrees for claim in claims_in(filled("青原县自然资源局", code, text, CELLS))]


@pytest.mark.parametrize(
    ("right", "wrong", "code"),
    [
        ("对牵涉邻里的2件申请，研究认为属过程性信息。", "对牵涉邻里的4件申请，研究认为属过程性信息。", "s3"),
        ("有3起要台账的申请，因本局不掌握而无法提供。", "有5起要台账的申请，因本局不掌握而无法提供。", "s3"),
        ("过程性信息不好认定。全年以此为由不公开3件。", "过程性信息不好认定。全年以此为由不公开7件。", "s5"),
        ("过程性信息3件，超过执法案卷的2件。", "过程性信息3件，超过执法案卷的1件。", "s3"),
        ("尚有1件信息公开复议等待裁决。", "尚有2件信息公开复议等待裁决。", "s4"),
        ("审批窗口出件3471件，许可数量平稳。", "审批窗口出件3417件，许可数量平稳。", "s2"),
        ("集中公示我局全部强制决定6件。", "集中公示我局全部强制决定9件。", "s1.active"),
    ],
)  # fmt: skip
def test_a_number_told_by_the_way_is_compared(right: str, wrong: str, code: str) -> None:
    assert False not in verdicts(right, code)
    assert False in verdicts(wrong, code)


@pytest.mark.parametrize(
    "text",
    [
        "对下级报送的5件申请，原答复不予公开，现已改正。",
        "指导乡镇办理的9件申请，因本局不掌握而无法提供。",
        "对9件申请，分别作出不予公开、部分公开决定。",
        "其余9件申请，均已按规定办理，不再赘述。",
    ],
)
def test_applications_that_are_not_told_of_as_a_whole_are_left_alone(text: str) -> None:
    assert False not in verdicts(text)


def test_a_large_number_that_only_resembles_that_of_the_table_is_left_alone() -> None:
    assert False not in verdicts("审批窗口接待3741人次、出件3481件，许可数量平稳。", "s2")


def test_a_power_of_others_is_one_that_the_unit_has_not() -> None:
    assert False in verdicts("行政强制权由市级行使，我局没有这项权力。", "s2")
    assert False not in verdicts("行政处罚权由市级行使，我局没有这项权力。", "s2")


def test_those_who_asked_others_are_no_applications_of_this_unit() -> None:
    asked = "受理5名公民以邮寄方式提出的公开申请。"
    cells = {"t3.R01.C1": 3}
    told = [claims_in(filled("青原县水利局", "s1.request", who + asked, cells))[0].agrees for who in ("", "全市")]
    assert told == [False, None]
