"""The office of a unit that works on what was carried over works on all of it (N-03)."""

from __future__ import annotations

import pytest

from tests.core.texts.nine_offices import LAND, Office, rules_found

COUNTY: Office = (
    "河西区人民政府",
    2021,
    {
        "t3.R01.C1": 284,
        "t3.R01.C2": 34,
        "t3.R02.C1": 9,
        "t3.R02.C2": 1,
        "t3.R03.C1": 297,
        "t3.R03.C2": 14,
        "t3.R13.C2": 9,
        "t3.R25.C1": 7,
        "t3.R25.C2": 1,
    },
)
ALL = (
    "办理过程中，区政府办公室对2020年结转的9件申请实行挂图作战，逐件明确承办单位和办结时限。",
    "区政府办对上年结转的9件申请逐件督办。",
    "政务公开办对去年结转的7件申请列出清单，限期办结。",
    "区政务公开办将上年结转的7件申请全部纳入台账。",
    "信息公开科对2020年结转的9件申请逐一销号。",
    "办公室将上年度结转的12件申请优先办理。",
    "区府办对2020年度结转的12件申请集中会商。",
    "政务公开科围绕上年结转的9件申请逐件会商。",
    "区政府办公室承接2020年结转的9件申请，均在一季度办结。",
    "区政府办公室接续办理上年结转申请9件。",
    "对上年结转的9件申请，区政府办公室实行挂图作战。",
    "由区政府办公室牵头，对2020年结转的9件申请逐件交办。",
)
SOME = (
    "区政府办公室2021年收到申请60件，对其中上年结转的2件优先办理。",
    "区政府办公室自身上年结转的2件申请已办结。",
    "区教育局对上年结转的2件申请逐件办理。",
    "区政府办公室受理的60件中，上年结转2件。",
    "区政府办公室对2020年结转的10件申请实行挂图作战。",
    "区政府办公室本级上年结转2件。",
    "区政府办公室对各街道上年结转的4件申请进行督办。",
    "区政府办公室对上年结转申请中涉及征地的4件逐件会商。",
    "其中区政府办公室上年结转2件。",
    "区政府办公室对本级上年结转的2件申请逐件办理。",
    "区住建局对其上年结转的3件申请逐件销号。",
    "区政府办公室对结转至2022年的8件申请逐件督办。",
)


@pytest.mark.parametrize("text", ALL)
def test_the_office_works_on_all_that_was_carried_in(text: str) -> None:
    assert rules_found(COUNTY, "s3", text) == {"N-03"}
    right = text.replace("9件", "10件").replace("7件", "10件").replace("12件", "10件")
    assert rules_found(COUNTY, "s3", right) == set()


@pytest.mark.parametrize("text", SOME)
def test_its_own_ones_and_those_of_others_are_left_alone(text: str) -> None:
    assert rules_found(COUNTY, "s3", text) == set()


@pytest.mark.parametrize("unit", ["临岭市人民政府", "临岭市自然资源局", "临岭市规划局"])
def test_all_of_what_a_bureau_received_is_not_all_there_is(unit: str) -> None:
    text = "全市收到申请300件，其中市规划局收到申请92件，均已办结。"
    assert "N-04" not in rules_found((unit, *LAND[1:]), "s3", text)
