"""Plain sentences of reports, whose numbers are compared whatever words stand around them."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, findings_of, told, wrong_quotes

CELLS = {
    "t3.R01.C1": 142,
    "t3.R01.C2": 23,
    "t3.R01.C3": 1,
    "t3.R01.C4": 2,
    "t3.R01.C5": 5,
    "t3.R01.C6": 3,
    "t3.R02.C1": 6,
    "t3.R02.C2": 1,
    "t3.R25.C1": 7,
    "t3.R25.C2": 2,
    "t3.R03.C1": 57,
    "t3.R03.C2": 9,
    "t3.R04.C1": 14,
    "t3.R04.C2": 4,
    "t3.R05.C1": 1,
    "t3.R08.C1": 5,
    "t3.R09.C1": 2,
    "t3.R10.C1": 3,
    "t3.R11.C1": 3,
    "t3.R12.C1": 3,
    "t3.R13.C1": 39,
    "t3.R13.C5": 5,
    "t3.R13.C3": 1,
    "t3.R13.C4": 2,
    "t3.R13.C6": 1,
    "t3.R14.C2": 6,
    "t3.R15.C1": 3,
    "t3.R16.C1": 6,
    "t3.R16.C2": 1,
    "t3.R17.C1": 2,
    "t3.R20.C2": 1,
    "t3.R21.C1": 3,
    "t3.R21.C6": 2,
    "t3.R23.C2": 1,
    "t2.normative.issued": 12,
    "t2.normative.repealed": 5,
    "t2.normative.in_force": 96,
    "t2.licensing.decisions": 18452,
    "t2.penalty.decisions": 3671,
    "t2.coercion.decisions": 218,
    "t2.fees.amount": 5312,
    "t4.review.upheld": 13,
    "t4.review.pending": 1,
    "t4.direct.upheld": 3,
    "t4.direct.other": 1,
    "t4.direct.pending": 1,
    "t4.after_review.upheld": 2,
    "t4.after_review.corrected": 1,
    "t4.after_review.pending": 1,
}
UNIT = "清河县人民政府"


def wrong(text: str, code: str) -> list[str]:
    return wrong_quotes(filled(UNIT, code, text, CELLS, unit_type="各级人民政府"))


@pytest.mark.parametrize(
    ("text", "right", "slip"),
    [
        ("全年各乡镇、各部门共答复政府信息公开申请{}件，答复质量稳步提升。", 174, 147),
        ("县直各单位和各乡镇（街道）累计答复依申请公开{}件。", 174, 147),
        ("严格落实依申请公开办理制度，做到事事有回音，全年共答复申请人{}件。", 174, 147),
        ("健全“登记—审核—答复”机制，全年规范答复{}件申请。", 174, 147),
        ("县政府办公室加强调度，各承办单位按时限要求共办结申请{}件。", 174, 147),
        ("全年新收申请176件，同比增长2%（2023年173件）；办结{}件，结转9件。", 174, 147),
        ("2024年新收176件，加上2023年转来的7件，已办结{}件，余下9件转入2025年。", 174, 147),
        ("今年申请量创近五年新高，全年办结{}件，结转下年度9件。", 174, 147),
        ("2024年收到并处理申请{}件，均有书面答复。", 176, 167),
        ("依申请公开受理量再创新高，全年{}件。", 176, 167),
        ("政府信息公开申请数量持续处于高位，全年达到{}件。", 176, 167),
        ("通过网络、信函、当面等方式提交的申请共计{}件。", 176, 167),
        ("通过政府网站、邮寄、当面等多种渠道收到申请{}件。", 176, 167),
        ("商业企业申请量增至{}件，多与招投标有关。", 23, 32),
        ("自然人、法人和其他组织分别提出申请142件、{}件。", 34, 43),
        ("年末尚有{}件申请因征求第三方意见、依法延长答复期限等原因结转下年度继续办理。", 9, 19),
        ("至年底尚未办结、结转下年度继续办理的申请有{}件。", 9, 19),
        ("仍有{}件因申请事项复杂、涉及部门较多，依法延期并结转下年度办理。", 9, 19),
        ("未到期的{}件申请将在2025年1月20日前全部办结。", 9, 19),
        ("期初结转{}件，本期新收176件，期末结转9件。", 7, 17),
        ("对不符合《条例》规定情形的申请依法不予处理，其中信访举报投诉类申请{}件。", 7, 9),
        ("因各类法定事由不予公开{}件。", 17, 71),
        ("因故无法提供的申请{}件，以不掌握为主。", 57, 75),
    ],
)
def test_applications_are_compared_whatever_stands_around_them(text: str, right: int, slip: int) -> None:
    assert wrong(text.format(right), "s1.request") == []
    assert told(wrong(text.format(slip), "s1.request"), f"{slip}件")


@pytest.mark.parametrize(
    ("text", "right", "slip"),
    [
        ("全县各级行政执法机关作出行政处罚决定{}件，并按规定在7个工作日内公示。", 3671, 3617),
        ("推进行政执法公示，全年办理行政许可18452件、行政处罚{}件，结果信息在法定期限内上网。", 3671, 3617),
        ("深化行政规范性文件全生命周期管理，新制发12件，打包废止{}件，现行有效96件。", 5, 15),
        ("规范性文件库收录现行有效文件{}件，按季度动态更新。", 96, 69),
    ],
)
def test_decisions_and_documents_are_compared(text: str, right: int, slip: int) -> None:
    assert wrong(text.format(right), "s1.active") == []
    assert told(wrong(text.format(slip), "s1.active"), f"{slip}件")


def test_an_amount_that_is_about_is_rounded() -> None:
    assert wrong("主动公开收费目录，全年行政事业性收费总额约0.53亿元。", "s1.active") == []
    assert wrong("主动公开收费目录，全年行政事业性收费总额约0.58亿元。", "s1.active")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("县直各部门共答复申请121件，各乡镇共答复53件。", "s1.request"),
        ("自然人申请数量居高不下，其中线上申请达132件。", "s1.request"),
        ("因第三方不同意等事由不予公开5件，因不掌握等原因无法提供48件。", "s1.request"),
        ("综合行政执法部门作出行政处罚412件，均在7个工作日内公示。", "s1.active"),
        ("推进行政执法公示，全年公示行政许可18976件、行政处罚3702件。", "s1.active"),
        ("县交通局、县水利局各作出行政处罚12件。", "s1.active"),
        ("在已审结的行政诉讼中，直接起诉4件，维持3件；复议后起诉3件，维持2件、纠正1件。", "s4"),
        ("没有因处理信访投诉类申请引发复议诉讼。", "s4"),
        ("没有因不予处理引发的投诉。", "s1.request"),
    ],
)
def test_what_is_some_of_them_is_left_alone(text: str, code: str) -> None:
    assert wrong(text, code) == []


def test_decided_lawsuits_are_compared() -> None:
    assert told(wrong("在已审结的行政诉讼中，直接起诉5件，维持3件。", "s4"), "直接起诉5件")


def test_what_is_said_of_those_carried_over_is_of_their_column() -> None:
    text = "截至年底，尚有9件申请正在办理，已结转下一年度，申请人均为自然人。"
    assert told(wrong(text, "s1.request"), "申请人均为自然人")
    assert wrong(text.replace("均为自然人", "以自然人为主"), "s1.request") == []


def test_all_answered_is_said_of_a_number_whatever_channels_there_are() -> None:
    text = "畅通当面、邮寄、网络三种渠道，专人每日登录系统收件，全年176件申请均已在法定时限内答复完毕。"
    assert told(wrong(text, "s1.request"), "均已在法定时限内答复完毕")


@pytest.mark.parametrize("words", ["以申请公开名义进行信访、举报、投诉", "以信息公开名义反映投诉举报"])
def test_petitions_in_the_name_of_applications_are_denied(words: str) -> None:
    assert told(wrong(f"全年没有出现{words}的情况。", "s1.request"), "没有出现")


@pytest.mark.parametrize(
    ("rule", "code", "text"),
    [
        ("N-08", "s1.active", "主动公开信息9860条，与2024年相比增加1205条。"),
        ("N-08", "s1.request", "截至年末尚有9件申请在法定期限内办理，按规定结转2024年继续办理。"),
        ("N-09", "s1", "本年度报告反映2024年1月1日至10月31日全县政府信息公开工作情况。"),
        ("N-10", "s1.manage", "东湖区城市管理局作为本报告编制单位，明确由办公室牵头。"),
        ("N-12", "s1.manage", "全年审查拟公开信息712条（数据待各股室核实后填入）。"),
        ("N-25", "s1.request", "对收到的申请，严格按照法定时限在15个工作日内予以答复。"),
        ("N-26", "s1.manage", "修订完善了政府信息公开审查制度、政策解读制度、依申请公开办理规程四项制度。"),
    ],
)
def test_other_slips_of_plain_sentences(rule: str, code: str, text: str) -> None:
    assert findings_of(filled(UNIT, code, text, CELLS), rule)


@pytest.mark.parametrize(
    ("rule", "code", "text"),
    [
        ("N-08", "s1.active", "主动公开信息9860条，与2023年相比增加1205条。"),
        ("N-08", "s1.active", "2025年公开信息预计较2024年增长5%。"),
        ("N-08", "s1.request", "截至2023年末尚有7件申请在办，结转2024年继续办理，现已全部办结。"),
        ("N-08", "s1.request", "年末尚有9件申请在法定期限内办理，按规定结转2025年继续办理。"),
        ("N-09", "s1", "报告还介绍了2024年3月1日至5月31日开展的专项行动。"),
        ("N-10", "s1.manage", "清河县人民政府作为本报告编制单位，明确由办公室牵头。"),
        ("N-12", "s1.request", "2件（1件待申请人补充材料）正在办理。"),
        ("N-25", "s1.request", "提前于法定时限，在15个工作日内答复的申请占七成。"),
        ("N-26", "s1.manage", "修订完善了政府信息公开审查制度、政策解读制度、依申请公开办理规程三项制度。"),
    ],
)
def test_plain_sentences_without_a_slip(rule: str, code: str, text: str) -> None:
    assert findings_of(filled(UNIT, code, text, CELLS), rule) == []
