"""What came of applications, cases and decisions, told as people speak: each sentence right and with another number."""

from __future__ import annotations

from decimal import Decimal

import pytest

from core.report.entry_text import Number
from tests.core.texts.filled_reports import filled, findings_of

UNIT = "石坪县林业局"
REQUESTS: dict[str, Number] = {
    "t3.R01.C1": 29, "t3.R01.C2": 7, "t3.R02.C1": 2, "t3.R03.C1": 11, "t3.R03.C2": 2, "t3.R04.C1": 4, "t3.R04.C2": 2,
    "t3.R08.C1": 2, "t3.R08.C2": 1, "t3.R09.C1": 1, "t3.R10.C1": 3, "t3.R11.C1": 4, "t3.R13.C1": 2, "t3.R13.C2": 1,
    "t3.R14.C2": 1, "t3.R16.C1": 1, "t3.R21.C1": 2, "t3.R22.C1": 1,
}  # fmt: skip
ONE_ROW: dict[str, Number] = {"t3.R01.C1": 9, "t3.R03.C1": 3, "t3.R10.C1": 6}
TWO_ROWS: dict[str, Number] = {"t3.R01.C1": 9, "t3.R03.C1": 3, "t3.R09.C1": 1, "t3.R10.C1": 5}
CASES: dict[str, Number] = {
    "t4.review.upheld": 4, "t4.review.corrected": 2, "t4.review.other": 3, "t4.review.pending": 1,
    "t4.after_review.upheld": 1, "t4.after_review.pending": 1, "t4.direct.upheld": 1, "t4.direct.pending": 1,
}  # fmt: skip
PENDING: dict[str, Number] = {"t4.review.upheld": 4, "t4.after_review.pending": 2}
DECISIONS: dict[str, Number] = {
    "t2.licensing.decisions": 4307, "t2.penalty.decisions": 168, "t2.coercion.decisions": 24,
    "t2.fees.amount": Decimal("352.8"),
}  # fmt: skip
FEES: dict[str, Number] = {"fee.notices": 3, "fee.billed": 900, "fee.collected": 600}
PAID: dict[str, Number] = {"fee.notices": 3, "fee.billed": 900, "fee.collected": 900}


def rules(text: str, code: str, cells: dict[str, Number]) -> list[str]:
    found = findings_of(filled(UNIT, code, text, cells, year=2024), "N-05", "N-06", "N-07", "N-17", "N-24", "N-25")
    return [finding.rule_id for finding in found if "没有写" not in finding.message]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("因涉及第三方权益、内部事务和执法案卷而不予公开的{}件。", (8, 9)),
        ("因牵涉他人隐私、机关内部事务和会议讨论等过程性材料而没有提供的共{}件。", (7, 6)),
        ("因属于执法案卷没有给的{}件。", (4, 5)),
        ("局里没有、只能如实告知的有{}件。", (3, 4)),
        ("现有资料不能直接提供、需另行汇总编制而未给的{}件。", (1, 2)),
        ("走其他处理途径的{}件。", (3, 4)),
        ("收到缴费通知后没有在规定时间内付费的{}件。", (1, 2)),
        ("接到补正通知后一直没有下文的{}件。", (2, 3)),
        ("申请人拿到了完整材料的{}件。", (13, 12)),
        ("隐去当事人身份信息后提供的{}件。", (6, 7)),
        ("如愿拿到全部内容的{}件。", (13, 12)),
        ("因为企业不同意公开而没给的{}件。", (3, 4)),
        ("因执法案卷、过程性信息没有公开的{}件。", (7, 8)),
        ("催了也没补材料的{}件。", (2, 3)),
        ("发了缴费单没交钱的{}件。", (1, 2)),
    ],
)
def test_results_in_everyday_words(right: str, wrong: tuple[int, int]) -> None:
    assert rules(right.format(wrong[0]), "s3", REQUESTS) == []
    assert rules(right.format(wrong[1]), "s3", REQUESTS) == ["N-05"]


@pytest.mark.parametrize(
    "text",
    [
        "不予公开的6件，索要的无一例外是讨论记录、请示报告等过程性材料。",
        "不予公开的6件里，全部涉及过程性信息。",
        "不予公开的6件，要的都是方案初稿、征求意见函这类还在研究阶段的材料。",
    ],
)
def test_all_of_a_group_are_of_one_row(text: str) -> None:
    assert rules(text, "s3", ONE_ROW) == []
    assert rules(text, "s3", TWO_ROWS) == ["N-05"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("提出申请的群众和单位中，三成以上拿到了想要的全部材料。", []),
        ("提出申请的群众和单位中，一半以上拿到了想要的全部材料。", ["N-05"]),
        ("不予公开的共11件，其中属于办案形成的执法案卷的还不到四成。", []),
        ("不予公开的共11件，其中属于办案形成的执法案卷的还不到三成。", ["N-05"]),
        (
            "企业提出的7件里，2件拿到了完整材料，2件拿到一部分，1件因为涉及对方商业秘密没有给，1件没有掌握，1件需要另行制作。",
            [],
        ),
        ("企业提出的7件里，3件拿到了完整材料，2件拿到一部分，1件因为涉及对方商业秘密没有给，1件没有掌握。", ["N-05"]),
        ("信访类11件里有7件转信访部门。", []),
        ("予以公开13件，其中涉及投诉举报的8件。", []),
        ("共收到申请36件，其中涉及投诉举报的20件。", []),
        ("予以公开13件，接待来访、化解信访投诉的8件。", []),
    ],
)
def test_shares_and_kinds_in_everyday_words(text: str, found: list[str]) -> None:
    cells: dict[str, Number] = {**REQUESTS, "t3.R16.C1": 11, "t3.R01.C1": 39} if "信访" in text else REQUESTS
    assert rules(text, "s3", cells) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("被上级纠正的仅2件。", []),
        ("行政复议10件，县政府认为答复没有问题的4件，要求重做的2件。", []),
        ("行政复议10件，县政府认为答复没有问题的5件，要求重做的2件。", ["N-06"]),
        ("行政复议10件，被上级纠正的仅1件。", ["N-06"]),
        (
            "当事人不服答复找到复议机关的有10件，认可我局做法的4件，要求改正的2件，驳回或者申请人撤回的3件，剩下1件还在审理。",
            [],
        ),
        (
            "当事人不服答复找到复议机关的有10件，认可我局做法的4件，要求改正的2件，驳回或者申请人撤回的2件，剩下2件还在审理。",
            ["N-06"],
        ),
        ("10件复议案件审结以后，没有一件再闹到法院。", ["N-06", "N-06"]),
        ("1件败诉案件已按判决重新答复，申请人未再提起诉讼。", []),
        ("没有走复议、直接到法院打官司的2件，1件维持，1件还没有宣判。", []),
        ("没有走复议、直接到法院打官司的3件。", ["N-06"]),
        ("有一名村民对我局的答复不服提出复议，上级机关审查后维持了我局的答复；另有2件直接起诉。", []),
        ("有一名村民对我局的答复不服提出复议，上级机关审查后撤销了我局的答复；另有2件直接起诉。", []),
    ],
)
def test_cases_in_everyday_words(text: str, found: list[str]) -> None:
    assert rules(text, "s4", CASES) == found


@pytest.mark.parametrize(
    "text",
    [
        "复议后起诉2件，均尚未审结。",
        "对复议决定还是不服、继续提起诉讼的2件，法院目前都没有下判。",
        "复议后又起诉的2件，法院均未作出判决。",
        "行政诉讼2件，都是经过复议后再起诉的，法院都还没有宣判。",
    ],
)
def test_all_cases_of_a_way_are_pending(text: str) -> None:
    ended: dict[str, Number] = {**PENDING, "t4.after_review.pending": 1, "t4.after_review.upheld": 1}
    assert rules(text, "s4", PENDING) == []
    assert rules(text, "s4", ended) == ["N-06"]


def test_some_cases_that_are_pending_are_not_all() -> None:
    assert rules("行政诉讼4件，其中直接起诉的2件，一个小区1件，均未审结。", "s4", CASES) == []
    assert rules("复议后起诉2件，1件已判决，1件尚未审结。", "s4", CASES) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("林木采伐审批是我局唯一的许可事项，全年受理并办出4307件。", []),
        ("林木采伐审批是我局唯一的许可事项，全年受理并办出4370件。", ["N-07"]),
        ("全年行政许可4307件，执法队开出罚单168张，查封、扣押等强制24起。", []),
        ("全年行政许可4307件，执法队全年开出罚单186张。", ["N-07"]),
        ("作出行政处罚168件，查封、扣押等强制42起。", ["N-07"]),
        ("作出行政处罚168件，查封、扣押16次。", []),
        ("作出行政许可4307件、行政处罚168件，动用查封、扣押手段42次。", ["N-07"]),
        ("许可4307件；处罚168件中，简易程序100件；强制24件中，查封扣押18件、代履行6件。", []),
        ("作出行政处罚168件，核发各类许可4307件。", []),
        ("作出行政处罚168件，核发各类许可4037件。", ["N-07"]),
        ("作出行政处罚168件，核发采伐许可证307件。", []),
        ("作出行政许可4307件，对违规用火的作出处罚12件。", []),
        ("作出行政许可4307件，北山林场开出罚单12张。", []),
        ("专项行动中开出罚单30张，全年行政许可4307件。", []),
        ("植物检疫费、林地补偿费等收入全部上缴国库，全年共收352.8万元。", []),
        ("植物检疫费、林地补偿费等收入全部上缴国库，全年共收325.8万元。", ["N-07"]),
    ],
)
def test_decisions_in_words_of_the_trade(text: str, found: list[str]) -> None:
    assert rules(text, "s2", DECISIONS) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("我局只承担指导职能，自身不办理行政许可。", ["T2-06"]),
        ("各林场不办理行政许可，许可事项集中在审批科。", []),
        ("对材料不全的不办理行政许可。", []),
    ],
)
def test_a_power_that_is_not_used_oneself(text: str, found: list[str]) -> None:
    told = findings_of(filled(UNIT, "s2", text, DECISIONS, year=2024), "T2-06")
    assert [finding.rule_id for finding in told] == found


@pytest.mark.parametrize(
    "text",
    [
        "发出收费通知3件，总金额900元，三名申请人均在期限内把款项足额缴清。",
        "发出收费通知3件，应收900元，申请人都已足额缴清。",
        "发出收费通知3件，总金额900元，三家企业均按时将费用全额缴纳。",
    ],
)
def test_all_who_had_to_pay_paid_in_full(text: str) -> None:
    assert rules(text, "s6", PAID) == []
    assert rules(text, "s6", FEES) == ["N-17"]


def test_some_who_paid_are_not_all() -> None:
    text = "发出收费通知3件，总金额900元，两名申请人均已足额缴清600元，另一名未缴。"
    assert rules(text, "s6", FEES) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("培训三次：4月20人，7月35人，10月40人，累计95人次参加。", []),
        ("培训三次：4月20人，7月35人，10月40人，累计105人次参加。", ["N-24"]),
        ("培训三次，其中4月20人，7月35人，累计95人次参加。", []),
        ("通过信箱、热线和现场接待共回应来问380件次，三个渠道依次为80件次、260件次和40件次。", []),
        ("通过信箱、热线和现场接待共回应来问370件次，三个渠道依次为80件次、260件次和40件次。", ["N-24"]),
        ("网站发布120条，公众号、微博、抖音三个平台依次为20条、30条、10条。", []),
        ("新收件按申请人分，自然人6件、企业2件、律所1件、科研机构1件；办结件上述四类依次为5件、2件、1件、1件。", []),
        ("收到的23件来信里，有18件是寄来的，另外5件走的网上平台。", []),
        ("收到的23件来信里，有18件是寄来的，另外8件走的网上平台。", ["N-24"]),
        ("收到的23件来信里，有18件问造林补贴，另外8件来电也问补贴。", []),
        ("发出问卷90份，收回80份，结果为满意60份、基本满意15份、不满意5份。", []),
        ("发出评议表90份，收回80份，结果为满意62份、基本满意15份、不满意5份。", ["N-24"]),
    ],
)
def test_sums_told_in_turn(text: str, found: list[str]) -> None:
    assert rules(text, "s1", {}) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("要求承办科室自收到申请之日起15个工作日内答复，需要延期的最多延长15个工作日。", ["N-25"]),
        ("对申请20个工作日内答复，最多延长20个工作日。", []),
        ("信访事项最长可延期15个工作日，与公开申请分开办理。", []),
        ("行政许可事项最多延长15个工作日。", []),
    ],
)
def test_extensions_of_the_old_statute(text: str, found: list[str]) -> None:
    assert rules(text, "s1", {}) == found


@pytest.mark.parametrize(
    ("right", "wrong", "code"),
    [
        ("不予处理1件，为信访、举报、投诉类诉求{}件。", (1, 2), "s3"),
        ("不予处理的申请中，信访类诉求{}件。", (1, 2), "s3"),
        ("本年制发规范性文件4件，经清理废止{}件，现行有效20件。", (3, 2), "s2"),
        ("本年制发规范性文件4件，经评估废止{}件，现行有效20件。", (3, 4), "s2"),
        ("行政事业性收费方面，本年收取植被恢复费等费用{}万元。", ("352.8", "325.8"), "s2"),
    ],
)
def test_usual_tails_and_ways(right: str, wrong: tuple[object, object], code: str) -> None:
    documents = {"t2.normative.issued": 4, "t2.normative.repealed": 3, "t2.normative.in_force": 20}
    cells: dict[str, Number] = {**REQUESTS, **DECISIONS, **documents}
    assert rules(right.format(wrong[0]), code, cells) == []
    assert rules(right.format(wrong[1]), code, cells) != []


def test_applications_of_this_year_are_not_those_left_of_the_last() -> None:
    cells: dict[str, Number] = {"t3.R01.C1": 6, "t3.R02.C1": 1, "t3.R03.C1": 7}
    for came in ("又来", "来了", "新来"):
        assert findings_of(filled(UNIT, "s3", f"去年有1件没办完，今年{came}6件，都办结了。", cells), "N-03") == []


def test_a_case_told_as_that_one() -> None:
    text = "没有人申请复议，也没有打过官司。去年那件复议，县政府已于上年12月结案，不在本年统计之内。"
    assert findings_of(filled(UNIT, "s4", text, {}), "N-20") == []
