"""Numbers of one kind of applicants: told with its old ones, beside all of them, and its rate of publishing."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, wrong_quotes

CELLS = {
    "t3.R01.C1": 145,
    "t3.R01.C2": 18,
    "t3.R01.C5": 6,
    "t3.R02.C1": 7,
    "t3.R02.C2": 1,
    "t3.R03.C1": 90,
    "t3.R03.C2": 9,
    "t3.R04.C2": 3,
    "t3.R13.C1": 54,
    "t3.R13.C2": 6,
    "t3.R13.C5": 5,
    "t3.R25.C1": 8,
    "t3.R25.C2": 1,
    "t3.R25.C5": 1,
}


def wrong(text: str) -> list[str]:
    return wrong_quotes(filled("青原县自然资源局", "s3", text, CELLS))


@pytest.mark.parametrize(
    ("right", "slip", "told"),
    [
        ("商业企业连同上年结转1件共19件，办结18件。", "商业企业连同上年结转1件共21件，办结18件。", "21件"),
        ("企业申请含上年结转的1件合计19件，已办结18件。", "企业申请含上年结转的1件合计19件，已办结16件。", "16件"),
        ("自然人连同上年结转的7件共152件，办结144件。", "自然人连同上年结转的9件共152件，办结144件。", "9件"),
        (
            "律所6件；企业申请加上上年1件共19件，予以公开9件、部分公开3件。",
            "律所6件；企业申请加上上年1件共19件，予以公开9件、部分公开5件。",
            "部分公开5件",
        ),
        (
            "自然人连同上年7件共152件，办结144件，全年共办结167件。",
            "自然人连同上年7件共152件，办结144件，全年共办结165件。",
            "165件",
        ),
    ],
)
def test_a_kind_with_its_old_ones_is_compared_with_its_column(right: str, slip: str, told: str) -> None:
    assert wrong(right) == []
    (quote,) = wrong(slip)
    assert told in quote


@pytest.mark.parametrize(
    "text",
    [
        "商业企业连同上年1件共19件，律所6件，办结23件。",
        "自然人连同上年7件共152件，商业企业连同上年1件共19件，分别办结144件、18件。",
        "全年新收169件，连同上年8件共177件，办结167件。",
        "自然人申请办结144件，占全部167件的86.2%，其中予以公开90件，公开率62.5%；企业申请办结18件，公开和部分公开12件，公开率66.7%。",
        "法人和其他组织申请办结23件，公开和部分公开12件，公开率52.2%。",
        "自然人办结144件，占总量的86.2%；予以公开90件，公开率62.5%。",
        "以律师名义提交的6件申请中，5件为本年新收、1件为上年结转。",
        "律所6件加上年1件，律所共办结5件。",
        "从申请人看，自然人办件公开率为62.5%，企业公开率（含部分公开）为66.7%。",
    ],
)
def test_what_is_of_some_kinds_is_not_compared_with_all(text: str) -> None:
    assert wrong(text) == []


@pytest.mark.parametrize(
    "text",
    ["全年办结167件，公开率（含部分公开）66.7%。", "自然人申请居多，全年办结167件，公开率（含部分公开）为66.7%。"],
)
def test_a_rate_of_all_is_compared(text: str) -> None:
    assert len(wrong(text)) == 1


@pytest.mark.parametrize(
    ("right", "slip"),
    [
        ("以自然人身份提出的申请145件。", "以自然人身份提出的申请169件。"),
        ("以个人名义递交申请145件。", "以个人名义递交申请154件。"),
        ("以企业名义提交的申请18件。", "以企业名义提交的申请25件。"),
        ("以律师事务所名义提出的申请6件。", "以律师事务所名义提出的申请9件。"),
        ("全年答复“本机关不掌握相关政府信息”的申请达65件。", "全年答复“本机关不掌握相关政府信息”的申请达85件。"),
        ("全年答复“本机关不掌握”的申请65件。", "全年答复“本机关不掌握”的申请56件。"),
    ],
)
def test_applications_may_be_called_by_who_asked_and_by_their_answer(right: str, slip: str) -> None:
    assert wrong(right) == []
    assert len(wrong(slip)) == 1


@pytest.mark.parametrize(
    "text", ["全年答复执法案卷类申请35件。", "全年答复拆迁补偿类申请88件。", "以律师身份代理的申请12件。"]
)
def test_applications_called_by_what_they_ask_for_are_left_alone(text: str) -> None:
    assert wrong(text) == []


OF_ALL = {"t3.R01.C1": 9, "t3.R01.C2": 2, "t3.R02.C1": 1, "t3.R03.C1": 9, "t3.R03.C2": 2, "t3.R25.C1": 1}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("一共收到申请11件，其中个人9件，企业2件，加上年结转1件，应办12件。", ""),
        ("收到申请11件。其中自然人9件，企业2件，加上年结转1件，应办12件，办结11件，结转下年1件。", ""),
        ("新收申请11件：个人9件、公司2件，另加上年转来1件，合计12件。", ""),
        ("自然人申请9件，企业申请2件，加上年结转1件，应办12件。", ""),
        ("收到申请11件，其中企业2件，个人9件加上年结转1件共10件，办结11件。", ""),
        ("一共收到申请11件，其中个人9件，企业2件，加上年结转1件，应办13件。", "13件"),
        ("一共收到申请11件，其中个人9件，企业2件，加上年结转2件，应办13件。", "结转2件"),
        ("收到申请11件。其中自然人9件，企业2件，加上年结转1件，应办12件，办结11件，结转下年2件。", "2件"),
        ("自然人申请9件，企业申请2件，加上年结转1件，应办14件。", "14件"),
        ("收到申请11件，其中企业3件，个人9件，加上年结转1件，应办12件。", "企业3件"),
    ],
)
def test_old_ones_behind_all_kinds_are_of_all(text: str, told: str) -> None:
    found = wrong_quotes(filled("南屏县教育局", "s1.request", text, OF_ALL))
    assert told in (found or [""])[0] if told else found == []
