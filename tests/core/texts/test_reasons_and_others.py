"""Several reasons with 等 before a group of results, and decisions published in another order of digits."""

from __future__ import annotations

import pytest

from core.report.entry_text import Number
from tests.core.texts.filled_reports import filled, wrong_quotes

REASONS = {
    "t3.R01.C1": 44, "t3.R01.C2": 13, "t3.R03.C1": 22, "t3.R04.C1": 7, "t3.R08.C1": 1, "t3.R09.C1": 2, "t3.R10.C1": 3,
    "t3.R12.C1": 1, "t3.R13.C1": 12, "t3.R14.C1": 2, "t3.R16.C1": 4, "t3.R17.C1": 1, "t3.R23.C1": 2,
}  # fmt: skip
DECISIONS = {"t2.licensing.decisions": 643, "t2.penalty.decisions": 29, "t2.coercion.decisions": 3}


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        (
            "因本机关不掌握、没有现成信息需另行制作等原因无法提供的12件，均在告知书中写明理由，并为其中7件申请人指明了可能掌握信息的机关名称和联系方式。",
            True,
        ),
        ("因本机关不掌握、没有现成信息需另行制作等原因无法提供的14件，均在告知书中写明理由。", False),
        ("因不掌握、没有现成信息等原因无法提供14件。", False),
        ("因不掌握、没有现成信息等原因无法提供13件。", True),
        ("因不掌握、没有现成信息两种原因无法提供14件。", False),
        ("因本机关不掌握无法提供12件，因没有现成信息无法提供2件。", False),
        ("因本机关不掌握等原因无法提供的12件，均写明理由。", False),
        ("因信访举报投诉、重复申请等原因不予处理的5件。", False),
        ("因信访举报投诉、重复申请等原因不予处理的4件。", True),
        ("因属于过程性信息、内部事务信息等原因不予公开的7件。", False),
        ("因属于过程性信息、内部事务信息等原因不予公开的5件。", False),
        ("因属于过程性信息、内部事务信息等原因不予公开的9件。", True),
        ("因涉及商业秘密、内部事务信息等不予公开的7件。", False),
        ("因涉及征收、规划等原因不予公开的6件。", False),
        ("其中因不掌握和没有现成信息等情形而无法提供的14件，占全部的24.6%。", False),
        ("其中因不掌握和没有现成信息等情形而无法提供的16件。", True),
    ],
)
def test_all_of_a_group_or_the_reasons_that_are_named(text: str, is_wrong: bool) -> None:
    assert bool(wrong_quotes(filled("东陵省财政厅", "s1.request", text, REASONS))) is is_wrong


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        (
            "全年通过厅网站和全国排污许可证管理信息平台公开行政许可决定634件、行政处罚决定29件，曝光典型环境违法案例8批46起。",
            True,
        ),
        (
            "全年通过厅网站和全国排污许可证管理信息平台公开行政许可决定643件、行政处罚决定29件，曝光典型环境违法案例8批46起。",
            False,
        ),
        ("全年通过厅网站和全国排污许可证管理信息平台公开行政许可决定620件、行政处罚决定29件。", False),
        ("通过信用中国网站和政府门户网站及时公示行政许可决定643件、行政处罚决定92件。", True),
        ("通过信用中国网站和政府门户网站及时公示行政许可决定643件、行政处罚决定29件。", False),
        ("依托省行政执法信息公示平台公开行政处罚决定29件、行政许可决定463件。", True),
        ("依托省行政执法信息公示平台公开行政处罚决定29件、行政许可决定643件。", False),
        ("依托省行政执法信息公示平台公开行政处罚决定29件、行政许可决定643件、行政强制3件。", False),
        ("在双公示系统中公开行政处罚决定29件、行政许可决定634件。", False),
        ("在市场监管领域公开行政处罚决定29件、行政许可决定634件。", False),
        ("按照“谁执法谁公示”的要求在门户网站公布行政许可643件、行政处罚19件。", False),
        ("按照“谁执法谁公示”的要求在门户网站公布行政许可643件、行政处罚292件。", True),
        ("按照双公示要求在信用平台归集行政许可信息634条、行政处罚信息29条。", False),
        ("作出行政许可643件，涉及查封、扣押的行政强制31份。", True),
        ("作出行政许可643件。涉及查封、扣押的行政强制21份。", False),
        ("作出行政许可643件，累计涉及查封、扣押的行政强制21份。", False),
    ],
)
def test_published_decisions_beside_right_ones(text: str, is_wrong: bool) -> None:
    assert bool(wrong_quotes(filled("临泉省生态环境厅", "s1.active", text, DECISIONS))) is is_wrong


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("申请事项涉及处罚案卷21件、登记档案14件。", []),
        ("新收49件，申请内容主要集中在执法案卷21件、登记档案14件。", []),
        ("申请事项涉及处罚案卷不予公开21件。", ["申请事项涉及处罚案卷不予公开21件"]),
        ("属于行政执法案卷21件。", ["属于行政执法案卷21件"]),
    ],
)
def test_what_is_asked_for_is_no_row(text: str, told: list[str]) -> None:
    cells: dict[str, Number] = {"t3.R01.C1": 49, "t3.R11.C1": 7, "t3.R03.C1": 42}
    assert wrong_quotes(filled("临溪县市场监督管理局", "s3", text, cells)) == told
