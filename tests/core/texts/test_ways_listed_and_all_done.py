"""All done behind the ways in that make up all: 全年9件申请，网上来的6件，当面递的3件，全部在12月31日前办结."""

from __future__ import annotations

import pytest

from core.report.entry_text import Number
from tests.core.texts.filled_reports import filled, wrong_claims, wrong_quotes

_LEFT: dict[str, Number] = {
    "t3.R01.C1": 240,
    "t3.R01.C2": 60,
    "t3.R03.C1": 229,
    "t3.R03.C2": 60,
    "t3.R04.C1": 10,
    "t3.R25.C1": 1,
}
_DONE = {**_LEFT, "t3.R03.C1": 230, "t3.R25.C1": 0}
_UNIT = "沙棠市医疗保障局"
_ALL_DONE = [
    "全年300件申请，网上来的206件，当面递的62件，邮寄的32件，全部在12月31日前办结，平均用时11个工作日。",
    "全年300件申请，全部在12月31日前办结。",
    "全年收到申请300件，全部在12月31日前办结。",
    "全年收到申请300件，其中网上206件、信函94件，全部按期办结。",
    "全年收到申请300件，网上206件，信函94件，均已按期办结。",
    "全年收到申请300件，网络渠道206件、邮寄62件、当面32件，均在法定期限内办结。",
    "2024年收到申请300件，网上提交206件，信函94件，年底前全部办结。",
    "2024年收到申请300件，网上提交206件，信函94件，截至12月31日均已答复完毕。",
    "今年300件申请，线上206件，线下94件，到年底都已办完。",
    "全年收到申请300件，其中自然人240件，企业60件，已全部在年底前答复。",
    "新收300件，已于12月31日前全部办理完毕。",
    "全年300件申请，信函94件，网上206件，均已办结。",
    "今年300件申请：网上206件、当面62件、邮寄32件，全部办结。",
    "全年300件申请（网上206件、现场94件），均已按时办结。",
    "2024年共300件申请，邮件150件，信函100件，窗口50件，年内全部办结。",
    "全年300件申请，网上206件，电子邮件94件，全部按期办结。",
]


@pytest.mark.parametrize("text", _ALL_DONE)
def test_all_done_leaves_none_over(text: str) -> None:
    assert wrong_quotes(filled(_UNIT, "s3", text, _DONE)) == []
    wrong = wrong_claims(filled(_UNIT, "s3", text, _LEFT))
    assert any(claim.key == "all_handled" and claim.cells == ("t3.R25.C7",) for claim in wrong)


@pytest.mark.parametrize(
    "text",
    [
        "今年300件申请中，线上206件均在15日内办结。",
        "全年收到申请300件，其中线上206件，均在15日内办结。",
        "全年300件申请，网上来的206件，均已办结；其余94件中1件结转。",
        "全年300件申请，网上来的206件、当面的62件，均已办结。",
        "全年300件申请，网上206件、信函94件，到期的均已办结。",
        "全年300件申请，办结299件，结转1件，均在期限内答复。",
        "全年300件申请，网上206件、信函94件，除1件结转外全部办结。",
        "网上来的206件，全部在12月31日前办结。",
    ],
)
def test_some_that_are_done_say_nothing_of_all(text: str) -> None:
    assert wrong_quotes(filled(_UNIT, "s3", text, _LEFT)) == []
