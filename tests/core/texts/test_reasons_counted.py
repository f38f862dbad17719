"""How many reasons are listed is none itself: 因不掌握、没有现成信息两种原因无法提供的57件 is of both rows (N-05)."""

from __future__ import annotations

from datetime import date

import pytest

from core.checks.rules import CheckContext
from core.report.report import new_report
from core.report.totals import report_numbers
from core.texts.claims.claims import claims

CELLS = {
    "t3.R01.C1": 100,
    "t3.R08.C1": 6,
    "t3.R11.C1": 3,
    "t3.R13.C1": 46,
    "t3.R14.C1": 11,
    "t3.R15.C1": 4,
    "t3.R03.C1": 30,
}


def wrong(text: str) -> list[str]:
    report = new_report("江堤市水利局", "政府部门", 2024)
    cells = {**dict.fromkeys(report.form.entered, 0), **CELLS}
    report = report.with_cells(cells).with_texts({"s3": text})
    found = claims(CheckContext(report, report_numbers(report), None, date(2025, 1, 10)))
    return [claim.quote for claim in found if claim.agrees is False]


@pytest.mark.parametrize(
    ("text", "right", "slip"),
    [
        ("因本机关不掌握、没有现成信息、补正后仍不明确三种原因无法提供的共{}件。", 61, 57),
        ("因本机关不掌握和没有现成信息两种原因无法提供的{}件。", 57, 46),
        ("因保护第三方合法权益、属于执法案卷两类情形不予公开的共{}件。", 9, 6),
        ("因本机关不掌握、没有现成信息、补正后仍不明确三种原因无法提供的共61件，占办结总数的{}%。", 61, 58),
    ],
)
def test_the_rows_of_all_reasons_are_added_up(text: str, right: int, slip: int) -> None:
    assert wrong(text.format(right)) == []
    assert len(wrong(text.format(slip))) == 1


def test_a_list_that_is_not_whole_is_left_alone() -> None:
    assert wrong("因本机关不掌握、没有现成信息等三种原因无法提供的61件。") == []


@pytest.mark.parametrize("kind", ["性质", "范畴", "类别", "诉求", "问题", "活动"])
def test_what_complaints_are_called_leaves_the_next_reason_known(kind: str) -> None:
    text = f"因属于信访、投诉、举报{kind}而不予处理的0件，属于不掌握的{{}}件。"
    assert wrong(text.format(46)) == []
    assert wrong(text.format(47)) == ["属于不掌握的47件"]


@pytest.mark.parametrize(
    ("text", "right", "slip"),
    [
        ("因自身不掌握或需要另行加工、补正后仍不明确而无法提供的共{}件。", 61, 57),
        ("因自身不掌握、补正后仍说不清而无法提供的共{}件。", 50, 61),
        ("因信息不存在、需要加工制作、补正后内容仍不清楚等原因无法提供{}件。", 61, 57),
        ("另有{}件因不掌握、没有现成信息或补正后仍不明确而无法提供。", 61, 57),
        ("{}件因本机关不掌握、没有现成信息需要加工或补正后内容仍不明确，无法提供。", 61, 50),
        ("全年有{}件申请因本机关不掌握或没有现成信息，未能提供。", 57, 61),
    ],
)
def test_reasons_in_everyday_words_and_behind_the_number(text: str, right: int, slip: int) -> None:
    assert wrong(text.format(right)) == []
    assert len(wrong(text.format(slip))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "予以公开30件，余下70件因不属公开范围、信息不掌握或不符合申请条件，未能提供。",
        "其余70件未能提供的原因，主要是不掌握、属于不公开内容和不符合申请要求。",
        "对70件因属不予公开事项、不掌握信息、重复申请等原因未能提供的申请，逐件说明理由。",
        "9件因不予公开、61件因不掌握等原因，合计70件未能提供信息。",
        "其余9件均因第三方不同意、涉及执法案卷而不予公开。",
    ],
)
def test_reasons_of_several_groups(text: str) -> None:
    assert wrong(text) == []
