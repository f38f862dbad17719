"""以上、上述、前述 with a group of results and a total: that of the group, or of what was listed before."""

from __future__ import annotations

import pytest

from core.report.entry_text import Number
from core.texts.sums.sums import wrong_sums
from tests.core.texts.filled_reports import filled, wrong_quotes

# fmt: off
_CELLS: dict[str, Number] = {
    "t3.R01.C1": 260, "t3.R03.C1": 60, "t3.R05.C1": 2, "t3.R08.C1": 12, "t3.R12.C1": 14,
    "t3.R13.C1": 41, "t3.R14.C1": 15, "t3.R15.C1": 16, "t3.R16.C1": 17, "t3.R17.C1": 18, "t3.R18.C1": 7, "t3.R19.C1": 8,
    "t3.R20.C1": 9, "t3.R21.C1": 11, "t3.R22.C1": 19, "t3.R23.C1": 11,
}
# fmt: on
_UNIT = "云溪市市场监督管理局"
_FIVE = "信访类17件，重复申请18件，大量反复申请8件，公开出版物7件，重新出具9件"
_TOTALS = [
    (_FIVE + "。以上不予处理共计{}件。", 59, 58),
    (_FIVE + "。以上不予处理的申请共{}件，均已书面告知。", 59, 60),
    (_FIVE + "；上述不予处理的申请合计{}件。", 59, 61),
    (_FIVE + "，以上不予处理总计{}件，占办结的22.7%。", 59, 95),
    ("本机关不掌握41件，需另行制作15件，补正后仍不明确16件，上述无法提供合计{}件。", 72, 73),
    ("本机关不掌握41件，需另行制作15件，补正后仍不明确16件。以上无法提供共计{}件。", 72, 27),
    ("属于国家秘密2件，第三方合法权益12件，行政查询14件。以上不予公开合计{}件。", 28, 27),
    ("属于国家秘密2件、第三方合法权益12件、行政查询14件；前述不予公开合计{}件。", 28, 82),
    ("逾期不补正11件，逾期未缴费19件，其他11件，上述其他处理合计{}件。", 41, 42),
    (
        "对明显以政府信息公开名义进行信访、举报、投诉的17件申请，以及重复申请18件，均告知不予处理；对同一申请人一个季度内反复提交的24件，"
        "要求其说明理由，理由不充分的依法不予处理。以上不予处理共计{}件。",
        59,
        35,
    ),
]


@pytest.mark.parametrize(("text", "right", "wrong"), _TOTALS)
def test_a_total_of_what_is_above_is_the_group(text: str, right: int, wrong: int) -> None:
    assert wrong_quotes(filled(_UNIT, "s3", text.format(right), _CELLS)) == []
    told = wrong_quotes(filled(_UNIT, "s3", text.format(wrong), _CELLS))
    assert [quote for quote in told if f"{wrong}件" in quote]


@pytest.mark.parametrize(
    "text",
    [
        "信访类17件，重复申请18件，以上不予处理合计35件。",
        "信访类17件，重复申请18件（其中电话沟通5件）。以上不予处理合计35件。",
        "因属于国家秘密不予公开2件，因第三方权益不予公开12件。以上不予公开共计14件。",
        "本机关不掌握41件、需另行制作15件，上述无法提供合计56件。",
        "信访类17件，重复申请18件，公开出版物7件。上述不予处理共计42件。",
        "以上不予公开的申请28件中，行政查询14件。",
        "前述不予处理的59件申请均已告知理由。",
        "以信访为由不予处理的17件。",
    ],
)
def test_a_total_of_what_was_listed_is_right(text: str) -> None:
    assert wrong_quotes(filled(_UNIT, "s3", text, _CELLS)) == []
    assert wrong_sums(text, 2023) == ()


@pytest.mark.parametrize(
    "text",
    [
        "予以公开86件，部分公开28件，两样合起来115件，占年内办结总数的53.0%。",
        "予以公开86件，部分公开28件，两块加起来116件。",
    ],
)
def test_a_sum_that_is_none_is_told(text: str) -> None:
    assert len(wrong_sums(text, 2023)) == 1


@pytest.mark.parametrize(
    "text",
    [
        _FIVE + "，以上不予处理合计59件。",
        "予以公开86件，部分公开28件，两样合起来114件，占年内办结总数的53.0%。",
        "予以公开86件，部分公开28件，两块加起来114件。",
    ],
)
def test_a_sum_that_is_one_is_left_alone(text: str) -> None:
    assert wrong_sums(text, 2023) == ()


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("收到申请100件，公开60件。征地补偿一类的信息，41件里有36件其实在区县手里。", False),
        ("收到申请100件，公开60件。关于拆迁的来件，27件中有20件指向同一个片区。", False),
        ("收到申请28件。企业提出的，9件里有8件问的是税费。", False),
        ("收到申请28件。截至年底，29件申请中，8件来自企业。", True),
        ("收到申请28件。从办理结果看，29件中8件不予公开。", True),
        ("收到申请28件。29件申请中，8件来自企业。", True),
        ("公开7件，不掌握4件，信访投诉类和重复申请各1件。以上13件均已送达。", False),
        ("公开7件，不掌握4件，信访投诉类和重复申请各1件。以上14件均已送达。", True),
        ("公开3件，国家秘密、商业秘密和个人隐私各2件，以上9件均按期办结。", False),
        ("公开3件，国家秘密、商业秘密和个人隐私各2件，以上8件均按期办结。", True),
        ("四个街道各收2件，区直部门收5件，以上13件均已办结。", False),
    ],
)
def test_a_topic_owns_its_number_and_each_counts_for_all_its_names(text: str, is_wrong: bool) -> None:
    assert bool(wrong_sums(text, 2024)) == is_wrong
