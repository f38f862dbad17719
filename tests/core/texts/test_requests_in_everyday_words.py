"""Applications that came in, went from year to year and were done, told without the labels of the form."""

from __future__ import annotations

import pytest

from tests.core.texts.offices import BUREAU
from tests.core.texts.offices import wrong_rules as wrong

NEW, OLD, DONE, LEFT = (43, 46), (4, 8), (45, 38), (2, 4)
PERSONS, FIRMS, LAWYERS, WELFARE = (31, 33), (9, 14), (2, 7), (1, 5)


@pytest.mark.parametrize(
    ("text", "numbers", "rule"),
    [
        ("一年下来，找我局要材料的申请新来了{}件。", NEW, "N-01"),
        ("台账上数下来，今年新登记的公开申请共{}件。", NEW, "N-01"),
        ("我局办公室一年里拆收、登记了{}件新申请，又接着办了前一年留下的4件。", NEW, "N-01"),
        ("群众、企业和律所一年里向我局新提公开申请{}件。", NEW, "N-01"),
        ("农户、合作社和各类单位向我局新递交公开申请{}件，比2023年少11件。", NEW, "N-01"),
        ("当年新进的公开申请，登记簿上计{}件，多数问的是房屋征收。", NEW, "N-01"),
        ("“旧账”4件，“新账”{}件，逐件盯办。", NEW, "N-01"),
        ("“旧账”{}件，“新账”43件，逐件盯办。", OLD, "N-03"),
        ("上一年度没来得及答复的{}件最先安排，已于一季度清零。", OLD, "N-03"),
        ("年初手上压着{}件没答完的旧件。", OLD, "N-03"),
        ("跨年未办的申请由年初的{}件压到了年底的2件。", OLD, "N-03"),
        ("申请人等到今年才拿到答复的有{}件，都是上年底提的。", OLD, "N-03"),
        ("加上旧存{}件，全部办理。", OLD, "N-03"),
        ("本年度画上句号的申请有{}件。", DONE, "N-04"),
        ("年内办完销号的申请，从台账上数出来是{}件。", DONE, "N-04"),
        ("我局全年办出结果、给了申请人一个说法的共{}件。", DONE, "N-04"),
        ("扣除移到下年的2件，其余{}件都在年内画上了句号。", DONE, "N-04"),
        ("扣除移到下年的{}件，其余45件都在年内画上了句号。", LEFT, "N-03"),
        ("{}件申请到年底才登记、法定答复期未满，顺延到2025年再办。", LEFT, "N-03"),
        ("因年底收件较晚，{}件来不及在年内答复，已列入2025年首批办件。", LEFT, "N-03"),
        ("截至12月31日还没走完办理流程的有{}件，待下一年度答复。", LEFT, "N-03"),
        ("尚欠答复的仅{}件，不存在逾期。", LEFT, "N-03"),
        ("另有{}件交由2025年度接着办。", LEFT, "N-03"),
        ("最后{}件于12月28日登记，结转下年度继续办理。", LEFT, "N-03"),
        ("没能在年内了结、需跨年接着答的，企业和群众的申请加在一起是{}件。", LEFT, "N-03"),
        ("以公民个人名义提出的申请有{}件。", PERSONS, "N-01"),
        ("新收的申请里，{}件是老百姓以个人名义提的。", PERSONS, "N-01"),
        ("市民个人新递交的申请占全年新收数的72.1%，计{}件。", PERSONS, "N-01"),
        ("一年的新收件，出自企业之手的是{}件。", FIRMS, "N-01"),
        ("农资、种业等企业新提来{}件申请。", FIRMS, "N-01"),
        ("律师们以律所名义新提申请{}件。", LAWYERS, "N-01"),
        ("公益团体问得不多，全年{}件，关心的是湿地。", WELFARE, "N-01"),
        ("慈善会、志愿者协会等公益类组织全年新提{}件申请。", WELFARE, "N-01"),
    ],
)
def test_a_number_is_compared_and_a_wrong_one_told(text: str, numbers: tuple[int, int], rule: str) -> None:
    right, other = numbers
    assert wrong(BUREAU, text.format(right)) == set()
    assert wrong(BUREAU, text.format(other)) == {rule}


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("我局收的申请无一跨年，件件当年有了结果。", "N-03"),
        ("年底前所有申请已清零。", "N-03"),
        ("所有申请均已出具答复，无一遗漏。", "N-04"),
        ("当年收的申请当年全部画上了句号。", "N-04"),
        ("今年未见律师事务所递交申请。", "N-01"),
    ],
)
def test_a_claim_without_a_number_is_compared(text: str, rule: str) -> None:
    assert rule in wrong(BUREAU, text)


@pytest.mark.parametrize(
    "text",
    [
        "年底时还有6件正在征求第三方意见。",
        "跨年办结8件，合计45件。",
        "年末在办由8件减至2件。",
        "办结的申请中，予以公开21件、部分公开6件，二者合计27件。",
        "律师代理申请21件，以委托人名义提交。",
        "自然人申请居多：43件新收件中，企业占9件。",
        "企业恰占两成，即40件中的9件。",
        "研究所为做课题向我们要数据，这一年问了20次。",
        "企业就环评批复提出申请6件。",
        "系统共登记来件60件，扣除重复登记17件，列入统计的新收申请为43件。",
        "至于只公开一部分的，多为企业扶持协议，共3件。",
        "共发出告知书118件次；办结45件。",
        "申请较集中的那位当事人，我局沟通3次，之后再无新件。",
        "其余各类主体合计12件。",
    ],
)
def test_parts_and_other_matters_are_left_alone(text: str) -> None:
    assert wrong(BUREAU, text) == set()
