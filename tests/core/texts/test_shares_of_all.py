"""A share of all that was received or dealt with is that of the number before it, whatever that counts."""

from __future__ import annotations

import pytest

from core.report.entry_text import Number
from tests.core.texts.filled_reports import filled, wrong_claims

_CELLS: dict[str, Number] = {
    "t3.R01.C1": 190,
    "t3.R01.C2": 20,
    "t3.R02.C1": 10,
    "t3.R03.C1": 76,
    "t3.R03.C2": 10,
    "t3.R04.C1": 28,
    "t3.R13.C1": 40,
    "t3.R13.C2": 5,
    "t3.R16.C1": 51,
    "t3.R25.C1": 5,
    "t3.R25.C2": 5,
}
"""210 new ones and 10 old ones, 210 dealt with, 86 granted and 28 in part."""
_UNIT = "临岱市自然资源和规划局"
_SHARES = [
    ("予以公开86件，区分处理后给一部分的28件，两样合起来114件，占年内办结总数的{}%。", "54.3", "52.7"),
    ("予以公开86件，部分公开28件，两项合计114件，占办结总数的{}%。", "54.3", "51.8"),
    ("予以公开、部分公开两块加起来114件，占全部办件的{}%。", "54.3", "57.3"),
    ("涉及征地拆迁的33件，占收到申请总数的{}%。", "15.7", "21.0"),
    ("涉及征地拆迁的33件，占全部申请的{}%。", "15.7", "17.5"),
    ("涉及征地拆迁的33件，占全年办结总量的{}%。", "15.7", "13.7"),
    ("涉及征地拆迁的33件，占当年办结总额的{}%。", "15.7", "13.7"),
    ("能给的共86件，占办件总数的{}%。", "41.0", "35.4"),
    ("答复件中，能给的一共86件，占了当年办件总数的{}%。", "41.0", "44.1"),
    ("征求第三方意见的25件，占申请总量的{}%。", "11.9", "18.3"),
    ("征求第三方意见的25件，占新收申请总数的{}%。", "11.9", "19.1"),
    ("通过网上平台提交的150件，占全部申请的{}%。", "71.4", "75"),
    ("答复前作了电话沟通的112件，占办结件数的{}%。", "53.3", "44.4"),
    ("经负责同志审签的112件，占全年答复总数的{}%。", "53.3", "35.3"),
    ("需要走第三方意见征询程序的44件，占当年受理申请总量的{}%。", "21.0", "24.7"),
    ("到窗口当面递交的66件，占全年收件总数的{}%。", "31.4", "34.1"),
    ("不掌握的45件，约占年内办结总量的{}%。", "21.4", "24.1"),
    ("要档案复印件的58件，占年内收到申请的{}%。", "27.6", "26.7"),
    ("涉及村务的21件，仅占年内登记申请总数的{}%。", "10.0", "12.5"),
    ("法规科参与审查的63件，占到全年办结件数的{}%。", "30.0", "33.0"),
]


@pytest.mark.parametrize(("text", "right", "wrong"), _SHARES)
def test_a_share_of_all_is_that_of_its_number(text: str, right: str, wrong: str) -> None:
    assert wrong_claims(filled(_UNIT, "s3", text.format(right), _CELLS)) == []
    assert [claim.kind for claim in wrong_claims(filled(_UNIT, "s3", text.format(wrong), _CELLS))] == ["share"]


@pytest.mark.parametrize(
    "text",
    [
        "“12345”热线受理咨询330件，占受理总数的77%。",
        "上半年办结100件，占全年办结总数的55%。",
        "督办超期风险件12件，占在办件总数的40%。",
        "其中法律服务机构8件、社会公益组织2件、其他2件，合计占5.9%。",
        "新收申请较多的月份是3月、9月，分别为41件和38件，合计占全年的37.6%。",
        "政务服务平台办件66件，占全部办件的33%。",
        "受理不动产登记业务33件，占登记总数的33%。",
        "全年回复网民留言66件，占办件总数的40%。",
        "办理信访件66件，占全年收件总数的52%。",
        "上年公开类24件，占办结总数的47.1%。",
        "受理户政业务申请128件，占办件总数的93.7%。",
        "涉及历史遗留问题的90件，占全市办结总数的12.2%。",
    ],
)
def test_a_share_of_something_else_is_left_alone(text: str) -> None:
    assert [claim for claim in wrong_claims(filled(_UNIT, "s3", text, _CELLS)) if claim.is_share] == []


_GROUPS: dict[str, Number] = {
    "t3.R01.C1": 100,
    "t3.R03.C1": 54,
    "t3.R04.C1": 10,
    "t3.R08.C1": 4,
    "t3.R10.C1": 2,
    "t3.R13.C1": 20,
    "t3.R16.C1": 6,
    "t3.R17.C1": 4,
}


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("不予公开6件，其中第三方权益4件；不予处理10件，信访类6件，重复申请4件，合起来占办结件的{}%。", 16, 26),
        ("不予处理10件，其中信访6件，重复申请4件，合起来占办结件的{}%。", 10, 19),
        ("部分公开10件；不予公开6件，其中第三方权益4件，过程性信息2件，合计占办理总数的{}%。", 16, 10),
        ("予以公开54件，部分公开10件，一共占办结总数的{}%。", 64, 46),
        ("不予公开6件（第三方权益4件、过程性信息2件）；不予处理10件，加起来占办结件的{}%。", 16, 61),
    ],
)
def test_a_share_of_several_is_of_wholes_or_of_their_parts(text: str, right: int, wrong: int) -> None:
    assert wrong_claims(filled(_UNIT, "s3", text.format(right), _GROUPS)) == []
    assert [claim.kind for claim in wrong_claims(filled(_UNIT, "s3", text.format(wrong), _GROUPS))] == ["share"]
