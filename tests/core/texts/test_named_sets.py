"""Numbers of some applications or cases, which what stands around them tells: nothing of them is in the tables."""

from __future__ import annotations

import pytest

from core.report.entry_text import Number
from tests.core.texts.filled_reports import filled, told, wrong_quotes

UNIT = "青沙县人民政府"
CELLS: dict[str, Number] = {
    "t3.R01.C1": 240,
    "t3.R01.C2": 31,
    "t3.R01.C5": 16,
    "t3.R02.C1": 13,
    "t3.R03.C1": 150,
    "t3.R04.C1": 40,
    "t3.R11.C1": 40,
    "t3.R13.C1": 18,
    "t3.R13.C2": 29,
    "t3.R13.C5": 16,
    "t3.R25.C1": 5,
    "t3.R25.C2": 2,
    "t4.review.upheld": 14,
    "t4.review.corrected": 3,
    "t4.review.other": 4,
    "t4.review.pending": 2,
    "t4.direct.upheld": 5,
    "t4.direct.corrected": 1,
    "t4.after_review.upheld": 6,
    "t4.after_review.pending": 2,
    "t2.normative.issued": 3,
}


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("县自然资源局62件申请中60件已办结，公开28件、部分公开9件、不予公开11件、无法提供12件。", ""),
        ("新收申请287件，办结239件。", "239件"),
        ("申请量超过20件的单位有5家，合计收到申请190件，占全县的66.2%。", ""),
        ("合计收到申请280件，占全县的66.2%。", "280件"),
        ("全年登记来件314件，其中27件经沟通转为咨询办理，实际按依申请公开受理287件。", ""),
        ("全年登记来件324件，其中27件经沟通转为咨询办理，实际按依申请公开受理287件。", "324件"),
        ("网上申请198件、信函62件、当面27件；网上申请中自然人161件、企业29件、律师事务所8件。", ""),
        ("信函申请21件均为自然人提交。", ""),
        ("通过网络、信函等渠道收到自然人申请204件。", "204件"),
        ("10件新申请有9件当年办结。", "9件"),
        ("287件新申请有281件当年办结。", ""),
        ("受理量前三位的领域依次为农村公路38件、客运线路21件、执法处罚17件。", ""),
        ("执法支队承办的15件申请均为自然人提出，答复后无一引发行政诉讼。", ""),
        ("287件申请全部答复，无一引发行政诉讼。", "无一"),
        ("城关镇31件申请清一色涉及棚户区改造，均已答复。", ""),
        ("收到申请287件，信函62件、网上198件、当面27件，均已答复。", "均已答复"),
        ("收到申请287件，均已答复。", "均已答复"),
        ("登记在册292件，剔除重复登记5件，实收287件。", ""),
        ("登记在册292件，剔除重复登记5件，实收284件。", "292件"),
        ("上年结转与本年新收的自然人申请共253件，办结248件。", ""),
        ("上年结转与本年新收的自然人申请共235件。", "235件"),
        ("新收申请过百件，为历年之最。", ""),
        ("上年收到申请197件，办结195件；本年收到287件，办结293件。", ""),
        ("上年收到申请197件，办结195件；本年收到287件，办结239件。", "239件"),
        ("征求第三方意见后公开5件、不公开4件，共9件。", ""),
        ("20个工作日内办结率90.0%，延期办结率10.0%。", ""),
        ("连同上年结转的13件，自然人的253件已办248件。", ""),
        ("新收287件中280件当年办结，7件结转下年度，当年办结率97.6%。", ""),
        ("邮寄答复145件、电子邮件答复118件、当面答复30件，共293件。", ""),
        ("邮寄答复145件、电子邮件答复118件、当面答复30件，共290件。", "290件"),
        ("收到的287件申请里，当年办结280件。", ""),
        ("收到的287件申请里，当年办结271件。", "271件"),
        ("网上申请198件，收到的287件申请里，当年办结281件。", ""),
        ("网上申请198件，收到的287件申请里，当年办结271件。", "271件"),
        ("自然人申请240件、企业31件，收到的287件申请中，当年办结281件。", ""),
        ("收到的287件申请里，网上申请198件，当年办结281件。", "281件"),
    ],
)
def test_numbers_of_some_applications(text: str, quote: str) -> None:
    assert told(wrong_quotes(filled(UNIT, "s1.request", text, CELLS, unit_type="各级人民政府")), quote)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("县自然资源局涉诉5件，均获法院支持。", ""),
        ("行政诉讼14件，均获法院支持。", "支持"),
        ("经复议维持后又起诉的3件，法院一审均驳回诉讼请求。", ""),
        ("已审结的复议案件中，没有确认违法的情形。", ""),
        ("没有一件复议因逾期答复被责令限期答复。", ""),
        ("没有一件复议被撤销或确认违法。", "没有一件"),
        ("被纠正案件均已整改，没有一件被再次申请复议。", ""),
        ("当事人对14件复议维持决定中的8件提起诉讼，其余6件未再起诉。", ""),
        ("复议后起诉8件，其中复议维持7件、复议纠正后仍起诉1件。", ""),
        ("除2件在审外，复议案件均已审结。", ""),
        ("被判决重新答复的1件已重新作出答复，无一再诉。", ""),
        ("乡镇被复议3件、被诉4件，7件中2件被纠正。", ""),
        ("23件复议均已审结。", "均已审结"),
        ("因不服“无法提供”答复的4件复议，3件维持、1件纠正。", ""),
        ("23件复议，12件维持、3件纠正。", "12件维持"),
        ("复议后起诉的案件无一败诉。", ""),
        ("直接起诉的案件无一败诉。", "无一败诉"),
    ],
)
def test_what_is_said_of_some_cases(text: str, quote: str) -> None:
    assert told(wrong_quotes(filled(UNIT, "s4", text, CELLS, unit_type="各级人民政府")), quote)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("强制131件均由公安、交通、市场监管三部门实施，乡镇未实施行政强制。", ""),
        ("行政许可2件，我单位未实施行政强制。", "未实施"),
    ],
)
def test_powers_not_used_by_lower_offices(text: str, quote: str) -> None:
    cells: dict[str, Number] = {"t2.licensing.decisions": 2, "t2.coercion.decisions": 131}
    assert told(wrong_quotes(filled(UNIT, "s2", text, cells, unit_type="各级人民政府")), quote)


@pytest.mark.parametrize(("number", "quote"), [(3, ""), (4, "4件")])
def test_documents_are_named_behind_their_number(number: int, quote: str) -> None:
    text = f"没有制定规章，制发的{number}件规范性文件均经合法性审查和集体讨论。"
    assert told(wrong_quotes(filled(UNIT, "s2", text, CELLS, unit_type="各级人民政府")), quote)


def test_a_township_that_speaks_of_townships_means_itself() -> None:
    cells: dict[str, Number] = {"t2.coercion.decisions": 3}
    text = "乡镇没有行政强制的权力，故行政强制一栏无数据。"
    assert told(wrong_quotes(filled("石桥镇人民政府", "s2", text, cells)), "没有行政强制的权力")
    assert told(wrong_quotes(filled("石桥县人民政府", "s2", text, cells)), "")
