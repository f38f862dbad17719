"""What ordinary paragraphs of six offices say, and what the rules on texts find in it: numbers that no word excuses."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from core.report.entry_text import Number
from tests.core.texts.filled_reports import filled, findings_of

RULES = ("N-01", "N-03", "N-04", "N-05", "N-06", "N-07", "N-24")


class Office(NamedTuple):
    """An office with the year and the numbers of its report."""

    unit: str
    year: int
    cells: dict[str, Number]


WATER = Office(
    "临川县水利局",
    2024,
    {
        "t3.R01.C1": 18, "t3.R01.C2": 6, "t3.R01.C5": 2, "t3.R02.C1": 1, "t3.R03.C1": 9, "t3.R03.C2": 3,
        "t3.R03.C5": 1, "t3.R04.C1": 2, "t3.R04.C2": 1, "t3.R08.C1": 1, "t3.R09.C1": 1, "t3.R13.C1": 3,
        "t3.R13.C2": 2, "t3.R13.C5": 1, "t3.R14.C1": 1, "t3.R17.C1": 1, "t3.R25.C1": 1, "t2.normative.issued": 1,
        "t2.normative.repealed": 2, "t2.normative.in_force": 7, "t2.licensing.decisions": 86,
        "t2.penalty.decisions": 23, "t2.coercion.decisions": 4, "t4.review.upheld": 2, "t4.review.corrected": 1,
        "t4.review.total": 3, "t4.direct.upheld": 1, "t4.direct.pending": 1, "t4.direct.total": 2,
    },
)  # fmt: skip
LAND = Office(
    "海州市自然资源和规划局",
    2023,
    {
        "t3.R01.C1": 312, "t3.R01.C2": 47, "t3.R01.C4": 3, "t3.R01.C5": 18, "t3.R01.C6": 2, "t3.R02.C1": 14,
        "t3.R02.C2": 3, "t3.R03.C1": 141, "t3.R03.C2": 22, "t3.R03.C4": 1, "t3.R03.C5": 7, "t3.R04.C1": 38,
        "t3.R04.C2": 5, "t3.R04.C5": 3, "t3.R06.C1": 2, "t3.R08.C1": 9, "t3.R08.C2": 2, "t3.R09.C1": 4,
        "t3.R10.C1": 3, "t3.R10.C5": 1, "t3.R12.C1": 6, "t3.R12.C2": 1, "t3.R13.C1": 62, "t3.R13.C2": 11,
        "t3.R13.C4": 1, "t3.R13.C5": 5, "t3.R13.C6": 2, "t3.R14.C1": 8, "t3.R15.C1": 5, "t3.R16.C1": 7,
        "t3.R17.C1": 9, "t3.R17.C2": 1, "t3.R20.C1": 2, "t3.R21.C1": 6, "t3.R21.C2": 1, "t3.R21.C4": 1,
        "t3.R23.C1": 4, "t3.R23.C2": 2, "t3.R25.C1": 20, "t3.R25.C2": 5, "t3.R25.C5": 2, "t2.normative.issued": 3,
        "t2.normative.repealed": 1, "t2.normative.in_force": 21, "t2.licensing.decisions": 2140,
        "t2.penalty.decisions": 67, "t4.review.upheld": 21, "t4.review.corrected": 3, "t4.review.other": 6,
        "t4.review.pending": 2, "t4.review.total": 32, "t4.direct.upheld": 8, "t4.direct.corrected": 1,
        "t4.direct.other": 2, "t4.direct.pending": 3, "t4.direct.total": 14, "t4.after_review.upheld": 5,
        "t4.after_review.other": 1, "t4.after_review.pending": 2, "t4.after_review.total": 8,
    },
)  # fmt: skip
TOWN = Office(
    "青塘镇人民政府",
    2024,
    {
        "t3.R01.C1": 7, "t3.R03.C1": 4, "t3.R13.C1": 2, "t3.R09.C1": 1, "t2.licensing.decisions": 35,
        "t2.penalty.decisions": 12,
    },
)  # fmt: skip
CITY = Office(
    "宁泽市人民政府",
    2022,
    {
        "t3.R01.C1": 1386, "t3.R01.C2": 142, "t3.R01.C3": 4, "t3.R01.C4": 11, "t3.R01.C5": 53, "t3.R01.C6": 9,
        "t3.R02.C1": 41, "t3.R02.C2": 5, "t3.R02.C5": 2, "t3.R03.C1": 602, "t3.R03.C2": 71, "t3.R03.C3": 2,
        "t3.R03.C4": 6, "t3.R03.C5": 21, "t3.R03.C6": 5, "t3.R04.C1": 131, "t3.R04.C2": 14, "t3.R04.C5": 6,
        "t3.R05.C1": 1, "t3.R06.C1": 5, "t3.R07.C1": 2, "t3.R08.C1": 24, "t3.R08.C2": 4, "t3.R09.C1": 11,
        "t3.R10.C1": 9, "t3.R10.C5": 1, "t3.R11.C1": 17, "t3.R11.C2": 2, "t3.R12.C1": 21, "t3.R12.C2": 1,
        "t3.R13.C1": 312, "t3.R13.C2": 29, "t3.R13.C3": 2, "t3.R13.C4": 4, "t3.R13.C5": 18, "t3.R13.C6": 3,
        "t3.R14.C1": 47, "t3.R14.C2": 6, "t3.R14.C5": 2, "t3.R15.C1": 19, "t3.R15.C2": 1, "t3.R16.C1": 58,
        "t3.R16.C2": 2, "t3.R17.C1": 43, "t3.R17.C2": 3, "t3.R18.C1": 2, "t3.R19.C1": 14, "t3.R20.C1": 3,
        "t3.R21.C1": 28, "t3.R21.C2": 3, "t3.R21.C4": 1, "t3.R22.C1": 1, "t3.R23.C1": 22, "t3.R23.C2": 4,
        "t3.R23.C5": 3, "t3.R25.C1": 55, "t3.R25.C2": 7, "t3.R25.C5": 4, "t3.R25.C6": 1, "t2.rules.issued": 2,
        "t2.rules.repealed": 1, "t2.rules.in_force": 14, "t2.normative.issued": 19, "t2.normative.repealed": 8,
        "t2.normative.in_force": 126, "t2.licensing.decisions": 48213, "t2.penalty.decisions": 10527,
        "t2.coercion.decisions": 862, "t4.review.upheld": 58, "t4.review.corrected": 7, "t4.review.other": 13,
        "t4.review.pending": 5, "t4.review.total": 83, "t4.direct.upheld": 19, "t4.direct.corrected": 2,
        "t4.direct.other": 6, "t4.direct.pending": 8, "t4.direct.total": 35, "t4.after_review.upheld": 22,
        "t4.after_review.corrected": 1, "t4.after_review.other": 3, "t4.after_review.pending": 4,
        "t4.after_review.total": 30,
    },
)  # fmt: skip
STREETS = Office(
    "东陵区城市管理局",
    2024,
    {
        "t3.R01.C1": 64, "t3.R01.C2": 9, "t3.R01.C4": 1, "t3.R01.C5": 3, "t3.R02.C1": 2, "t3.R03.C1": 31,
        "t3.R03.C2": 4, "t3.R03.C5": 1, "t3.R04.C1": 5, "t3.R04.C2": 1, "t3.R08.C1": 2, "t3.R11.C1": 6,
        "t3.R11.C2": 2, "t3.R13.C1": 11, "t3.R13.C2": 1, "t3.R13.C4": 1, "t3.R13.C5": 2, "t3.R14.C1": 3,
        "t3.R16.C1": 2, "t3.R17.C1": 1, "t3.R21.C1": 1, "t3.R23.C2": 1, "t3.R25.C1": 4, "t2.normative.issued": 1,
        "t2.normative.in_force": 3, "t2.licensing.decisions": 318, "t2.penalty.decisions": 1264,
        "t2.coercion.decisions": 37, "t4.review.upheld": 6, "t4.review.other": 2, "t4.review.pending": 1,
        "t4.review.total": 9, "t4.direct.upheld": 3, "t4.direct.other": 1, "t4.direct.total": 4,
        "t4.after_review.upheld": 1, "t4.after_review.pending": 1, "t4.after_review.total": 2,
    },
)  # fmt: skip
HEALTH = Office(
    "南屏县卫生健康局",
    2023,
    {
        "t3.R01.C1": 11, "t3.R01.C2": 2, "t3.R03.C1": 6, "t3.R03.C2": 1, "t3.R04.C1": 1, "t3.R06.C1": 1,
        "t3.R13.C1": 2, "t3.R13.C2": 1, "t3.R15.C1": 1, "t2.normative.issued": 2, "t2.normative.repealed": 1,
        "t2.normative.in_force": 9, "t2.licensing.decisions": 204, "t2.penalty.decisions": 58, "t4.review.upheld": 1,
        "t4.review.total": 1,
    },
)  # fmt: skip


@pytest.mark.parametrize(
    ("office", "code", "text", "rules"),
    [
        (WATER, "s1.request", "不予公开2件，均因公开会损害第三方合法权益，我局答复前书面征求了意见。", ["N-05"]),
        (WATER, "s1.request", "不予公开2件，均因涉及职工家庭住址、电话等，公开会损害第三方合法权益。", ["N-05"]),
        (TOWN, "s1.request", "不予公开1件，因涉及镇里的内部事务信息，已说明理由。", []),
        (TOWN, "s1.request", "不予公开1件，因涉及农户个人情况，公开可能损害第三方合法权益。", ["N-05"]),
        (TOWN, "s1.request", "对2件无法提供的申请，原因都是本机关不掌握，已告知申请人向县档案馆查询。", []),
        (
            TOWN,
            "s1.request",
            "对2件无法提供的申请，原因都是没有现成信息、需要另行加工制作，我镇在答复中说明了理由。",
            ["N-05"],
        ),
        (TOWN, "s1.request", "对无法提供的2件申请，原因都是没有现成信息，需要另行制作。", ["N-05"]),
        (STREETS, "s1.request", "不予公开的10件，都是因为属于行政执法案卷信息，答复书均写明理由。", ["N-05"]),
        (STREETS, "s1.request", "不予公开10件，均涉及正在办理的案件材料，属于行政执法案卷信息。", ["N-05"]),
        (STREETS, "s1.request", "18件无法提供，都是因为信息不由本机关制作保存，本机关不掌握。", ["N-05"]),
        (STREETS, "s1.request", "对18件无法提供的答复，均属本机关不掌握相关信息的情形。", ["N-05"]),
        (STREETS, "s1.request", "对10件不予公开的申请，理由都是保护第三方合法权益。", ["N-05"]),
        (HEALTH, "s1.request", "不予公开1件，系法律、行政法规禁止公开的信息。", []),
        (HEALTH, "s1.request", "有1件不予公开，是因为公开后会损害第三方合法权益。", ["N-05"]),
        (HEALTH, "s1.request", "无法提供4件，都是由于本机关不掌握申请人所需信息。", ["N-05"]),
        (HEALTH, "s1.request", "对4件无法提供的申请，主要是因为本机关不掌握相关信息，少数是补正后内容仍不明确。", []),
        (WATER, "s1.request", "不予公开2件，均因涉及第三方权益或内部事务。", []),
        (WATER, "s1.request", "对7件无法提供的申请，原因是不掌握相关信息或没有现成信息，我局均作了说明。", []),
        (STREETS, "s1.request", "不予公开10件，均因涉及执法案卷或第三方合法权益，答复前均书面征求了意见。", []),
        (STREETS, "s1.request", "不予公开10件，主要因涉及办案材料，公开会影响执法，属于行政执法案卷信息。", []),
        (WATER, "s1.request", "因信息不存在或不由我局掌握，8件申请无法提供，均告知了掌握机关。", ["N-05"]),
        (WATER, "s1.request", "因信息不存在或不由我局掌握，6件申请无法提供，均告知了掌握机关。", []),
        (WATER, "s1.request", "因涉及住户隐私等，12件申请不予公开。", ["N-05"]),
        (WATER, "s1.request", "因涉及住户隐私，1件申请不予公开。", []),
    ],
)
def test_a_reason_of_a_whole_group_is_compared(office: Office, code: str, text: str, rules: list[str]) -> None:
    found = findings_of(filled(office.unit, code, text, office.cells, year=office.year), *RULES)
    assert sorted({finding.rule_id for finding in found}) == rules


@pytest.mark.parametrize(
    ("office", "code", "text", "rules"),
    [
        (
            TOWN,
            "s1.active",
            "镇综合行政执法大队全年开展巡查210次，发现违法建设36处，查实后作出行政处罚21件，均在网站公示。",
            ["N-07"],
        ),
        (
            STREETS,
            "s1.active",
            "全年立案查处各类城市管理违法案件1530件，查实后作出行政处罚1246件，实施行政强制37件，均按规定公示。",
            ["N-07"],
        ),
        (
            STREETS,
            "s1.active",
            "全年立案查处各类城市管理违法案件1530件，查实后作出行政处罚1264件，实施行政强制37件，均按规定公示。",
            [],
        ),
        (HEALTH, "s1.active", "开展“双随机”检查322家次，核实后作出行政处罚85件，罚没款23.6万元。", ["N-07"]),
        (HEALTH, "s1.active", "办理投诉举报41件，经立案调查后作出行政处罚85件。", ["N-07"]),
        (HEALTH, "s1.active", "开展医疗美容专项整治，查实后作出行政处罚6件，吊销执业许可1家。", []),
        (HEALTH, "s1.active", "接到群众举报41件，经核实作出行政处罚9件，其余不属实。", []),
        (WATER, "s1.active", "水政监察大队巡河480次，调查核实后作出行政处罚32件，案件信息7个工作日内公示。", ["N-07"]),
        (WATER, "s1.active", "水政监察大队巡河480次，调查核实后作出行政处罚23件，案件信息7个工作日内公示。", []),
        (WATER, "s1.active", "开展河道非法采砂专项行动，查实后作出行政处罚5件，移送公安2件。", []),
        (HEALTH, "s1.active", "针对游泳场所开展抽检，查实后作出行政处罚11件。", []),
        (HEALTH, "s1.active", "受理消费投诉举报线索22条，查实后作出行政处罚4件，办结率100%。", []),
        (HEALTH, "s1.active", "全年共立案61起，经集体讨论作出行政处罚决定85件，均在信用平台公示。", ["N-07"]),
        (HEALTH, "s2", "全年查办案件，立案后作出行政处罚85件，没有撤销和变更的。", ["N-07"]),
        (
            TOWN,
            "s2",
            "镇执法大队全年作出处罚决定12件，罚款全部上缴；下放的许可事项办理35件，均按“双公示”要求公开。",
            [],
        ),
    ],
)
def test_decisions_found_out_are_all_unless_a_source_is_named(
    office: Office, code: str, text: str, rules: list[str]
) -> None:
    found = findings_of(filled(office.unit, code, text, office.cells, year=office.year), *RULES)
    assert sorted({finding.rule_id for finding in found}) == rules


@pytest.mark.parametrize(
    ("office", "code", "text", "rules"),
    [
        (
            WATER,
            "s1.request",
            "申请渠道方面，26件申请中通过网络提交15件、邮寄8件、当面递交2件，工作人员逐件登记、编号、转办。",
            ["N-24"],
        ),
        (
            WATER,
            "s1.request",
            "申请渠道方面，26件申请中通过网络提交15件、邮寄8件、当面递交3件，工作人员逐件登记、编号、转办。",
            [],
        ),
        (
            TOWN,
            "s1.request",
            "全年收到书面申请7件：当面递交3件，邮寄3件，没有网上申请，镇党政办统一登记、统一答复。",
            ["N-24"],
        ),
        (
            TOWN,
            "s1.request",
            "全年收到书面申请7件：当面递交3件，邮寄4件，没有网上申请，镇党政办统一登记、统一答复。",
            [],
        ),
        (STREETS, "s1.request", "从提交方式看，77件申请中信函39件、网络23件、当面12件，没有传真方式。", ["N-24"]),
        (STREETS, "s1.request", "77件申请中，网上申请39件、信函23件、现场11件，渠道总体畅通。", ["N-24"]),
        (STREETS, "s1.request", "77件申请中，网上申请39件、信函23件，以这两种方式为主。", []),
        (STREETS, "s1.request", "本年新收申请77件，其中网上平台42件，邮寄32件，无其他方式。", ["N-24"]),
        (STREETS, "s1.request", "本年新收申请77件，其中网上平台42件，邮寄35件，无其他方式。", []),
        (STREETS, "s1.request", "本年新收申请77件，其中网上平台42件，邮寄23件，现场8件，电子邮件4件。", []),
        (STREETS, "s1.request", "本年新收申请77件，其中网上平台42件，邮寄23件，现场8件，其余通过电子邮件提出。", []),
        (
            CITY,
            "s1.request",
            "全市新收申请1605件，其中市政府及市级部门604件，县（市、区）及乡镇（街道）981件，申请量居前三位的是自然资源、住建、公安部门。",
            ["N-24"],
        ),
        (
            CITY,
            "s1.request",
            "全市新收申请1605件，其中市政府及市级部门604件，县（市、区）及乡镇（街道）1001件，申请量居前三位的是自然资源、住建、公安部门。",
            [],
        ),
        (
            CITY,
            "s1.request",
            "2022年全市新收申请1605件，其中市级部门收到604件，县（市、区）收到991件；收件最多的单位是自然资源和规划局，共173件。",
            ["N-24"],
        ),
        (CITY, "s1.request", "全市新收申请1605件，其中市直部门612件、县区983件。", ["N-24"]),
        (CITY, "s1.request", "全市新收申请1605件，其中市直部门612件、县区993件。", []),
        (CITY, "s1.request", "全市新收申请1605件，其中市直部门612件、县区913件、开发区80件。", []),
        (CITY, "s1.request", "全市共收到申请1605件（市本级712件，各县区903件），主要集中在征地拆迁。", ["N-24"]),
        (CITY, "s1.request", "全市共收到申请1605件，其中市自然资源和规划局382件，市公安局213件。", []),
        (CITY, "s1.request", "全市共办结申请1586件，其中市级机关办结623件，乡镇、街道办结953件。", ["N-24"]),
        (CITY, "s1.request", "全市共办结申请1586件，其中市级机关办结623件，乡镇、街道办结353件。", []),
        (
            CITY,
            "s1.intro",
            "全市新收申请1605件，市级部门收到的有604件，同比上升7.2%，县区收到的主要集中在农村宅基地。",
            [],
        ),
    ],
)
def test_ways_in_and_levels_that_are_all_add_up(office: Office, code: str, text: str, rules: list[str]) -> None:
    found = findings_of(filled(office.unit, code, text, office.cells, year=office.year), *RULES)
    assert sorted({finding.rule_id for finding in found}) == rules


@pytest.mark.parametrize(
    ("office", "code", "text", "rules"),
    [
        (WATER, "s4", "行政诉讼2件，其中法院判决维持我局答复1件，尚未审结1件；行政复议3件，均获维持。", ["N-06"]),
        (
            WATER,
            "s1.oversight",
            "行政诉讼2件，其中法院判决维持我局答复1件，尚未审结1件；行政复议3件，均获维持。",
            ["N-06"],
        ),
        (WATER, "s1.oversight", "行政诉讼2件，其中维持1件，尚未审结1件；行政复议3件，均获维持。", ["N-06"]),
        (WATER, "s1.oversight", "全年被申请行政复议3件，均获维持。", ["N-06"]),
        (WATER, "s1.oversight", "全年行政复议3件，均维持；行政诉讼2件，尚未审结1件。", ["N-06"]),
        (LAND, "s4", "全年未发生行政复议纠正和行政诉讼败诉情形，法制审核关口前移成效明显。", ["N-06"]),
        (
            LAND,
            "s1.oversight",
            "全年未发生行政复议纠正和行政诉讼败诉情形，法制审核关口前移成效明显，全年审核答复文书400余份。",
            ["N-06"],
        ),
        (LAND, "s1.oversight", "全年未发生因政府信息公开被复议纠正、诉讼败诉的情形。", ["N-06"]),
        (LAND, "s4", "本年度没有出现复议被纠错、诉讼败诉的案件。", ["N-06"]),
        (HEALTH, "s1.oversight", "全年未发生行政复议纠正和行政诉讼败诉情形，法制审核关口前移成效明显。", []),
        (STREETS, "s4", "全年未发生行政复议纠正和行政诉讼败诉情形。", []),
        (
            STREETS,
            "s4",
            "行政复议9件，维持6件，其他结果2件，尚未审结1件；行政诉讼6件，已结4件中维持4件，未结1件。",
            ["N-06"],
        ),
        (STREETS, "s4", "行政复议9件，维持6件，其他结果2件，尚未审结1件；行政诉讼6件，已结5件中维持4件，未结1件。", []),
        (STREETS, "s4", "行政诉讼6件，已结4件、未结2件。", ["N-06"]),
        (STREETS, "s4", "行政复议9件，已审结7件，其中维持6件、其他结果2件；尚未审结1件。", ["N-06"]),
        (STREETS, "s4", "行政复议9件，已审结8件，其中维持6件、其他结果2件；尚未审结1件。", []),
        (STREETS, "s4", "全年行政应诉信息公开案件6件，其中一审4件直接起诉、2件经复议后起诉，目前1件未结。", []),
        (STREETS, "s4", "行政诉讼6件，已结4件，未结1件。", ["N-06"]),
        (STREETS, "s4", "行政诉讼6件，已结4件，均维持。", ["N-06"]),
        (STREETS, "s4", "行政诉讼6件，已结4件中维持4件。", ["N-06"]),
        (STREETS, "s4", "行政诉讼6件，已审结4件中维持4件。", ["N-06"]),
        (STREETS, "s4", "行政诉讼6件，在已审结的4件中，维持4件。", ["N-06"]),
        (STREETS, "s4", "行政诉讼6件。已结4件里，维持4件。", ["N-06"]),
        (
            STREETS,
            "s4",
            "全年因信息公开引发复议9件、诉讼6件。复议6件维持、2件终止，1件未结；诉讼4件驳回原告诉请，1件撤诉，1件待判。",
            [],
        ),
        (
            STREETS,
            "s4",
            "全年因信息公开引发复议9件、诉讼6件。复议6件维持、2件终止，1件未结；诉讼5件驳回原告诉请，1件待判。",
            ["N-06"],
        ),
        (WATER, "s4", "复议2件维持、1件被撤销重作；诉讼1件驳回原告诉讼请求，1件待判。", []),
        (WATER, "s4", "诉讼1件判决驳回，1件待判。", []),
        (WATER, "s4", "诉讼2件，1件驳回原告诉请，1件待判。", []),
        (WATER, "s4", "诉讼3件，1件驳回原告诉请，1件待判。", ["N-06"]),
        (STREETS, "s4", "诉讼4件法院判决驳回原告诉讼请求，1件待判。", []),
        (STREETS, "s4", "复议案件9件，审结8件，其中维持6件，其余均被纠正。", ["N-06"]),
        (STREETS, "s4", "复议案件9件，审结8件，其中维持6件，其余均为其他结果。", []),
        (STREETS, "s4", "全年复议9件，维持6件，其余均被纠正。", ["N-06"]),
        (STREETS, "s4", "全年复议9件，维持6件，未审结1件，其余为其他结果。", []),
        (STREETS, "s4", "全年复议9件，审结8件，其余尚在审理。", []),
        (STREETS, "s4", "全年复议9件，审结6件，其余尚在审理。", ["N-06"]),
        (WATER, "s4", "行政复议3件，维持2件，其余被撤销；诉讼2件，胜诉1件，其余未审结。", []),
        (WATER, "s4", "行政复议3件，维持1件，其余被撤销；诉讼2件，胜诉1件，其余未审结。", ["N-06"]),
        (CITY, "s4", "行政复议83件，其中维持58件，纠正7件，其他结果10件，其余未审结。", ["N-06"]),
        (CITY, "s4", "行政复议83件，其中维持58件，纠正7件，其他结果13件，其余未审结。", []),
        (CITY, "s4", "行政复议83件，涉及征地的30件，其余均维持。", []),
        (CITY, "s4", "行政复议83件，纠正7件，其余均维持。", ["N-06"]),
        (LAND, "s1.oversight", "全年有3件复议和1件诉讼因信息公开答复不当被纠正，已在全局通报。", []),
        (LAND, "s4", "全年有3件复议和1件诉讼被纠正。", []),
        (LAND, "s4", "全年有3件复议和4件诉讼被纠正。", ["N-06"]),
        (LAND, "s4", "因答复不当，3件复议、1件诉讼被纠正。", []),
        (LAND, "s4", "因答复不当，3件复议案件和1件诉讼案件被撤销或确认违法。", []),
        (LAND, "s4", "3件复议被纠正，1件诉讼败诉。", []),
        (LAND, "s1.oversight", "2件复议、5件诉讼尚未审结。", []),
        (LAND, "s4", "全年3件复议因程序瑕疵被纠正，1件诉讼因事实不清被法院撤销。", []),
        (LAND, "s4", "全年4件复议因程序瑕疵被纠正，1件诉讼因事实不清被法院撤销。", ["N-06"]),
        (LAND, "s5", "从全年情况看，3件复议案件因检索不到位被复议机关责令重新答复。", []),
        (LAND, "s4", "复议后起诉案件8件，已审结6件全部维持，另有2件未结。", ["N-06"]),
        (LAND, "s4", "复议后起诉案件8件，已审结6件，均维持，另有2件未结。", ["N-06"]),
        (LAND, "s4", "行政诉讼22件，已审结17件全部维持。", ["N-06"]),
        (LAND, "s4", "行政复议32件，已审结30件全部维持。", ["N-06"]),
        (LAND, "s4", "直接起诉14件，审结的11件均获维持。", ["N-06"]),
        (LAND, "s4", "复议32件，2件未结，30件全部维持。", ["N-06"]),
        (LAND, "s1.request", "自然人、企业、律所等分别为312件、74件、18件。", ["N-01"]),
        (LAND, "s1.request", "自然人、企业、律所分别为312件、74件、18件。", ["N-01"]),
        (LAND, "s1.request", "自然人、企业、律所等分别为312件、47件、18件。", []),
        (LAND, "s1.request", "不予处理的申请中，重复申请最多，有13件。", ["N-05"]),
        (LAND, "s1.request", "不掌握类答复由上年的92件降至18件，降幅明显。", ["N-05"]),
        (LAND, "s1.request", "不掌握的由上年的92件降至18件。", ["N-05"]),
        (LAND, "s1.request", "部分公开由上年的52件降至36件。", ["N-05"]),
        (LAND, "s4", "行政复议32件，涉及征地的9件，全部维持；另2件未结。", []),
        (LAND, "s4", "复议32件，其中历史遗留案件3件，均维持，另有2件未审结。", []),
        (WATER, "s4", "诉讼2件，已审结1件，维持，另有1件未审结。", []),
        (STREETS, "s4", "行政诉讼6件，已审结5件均维持，另有1件未结。", ["N-06"]),
    ],
)
def test_cases_beside_each_other_keep_their_outcomes(office: Office, code: str, text: str, rules: list[str]) -> None:
    found = findings_of(filled(office.unit, code, text, office.cells, year=office.year), *RULES)
    assert sorted({finding.rule_id for finding in found}) == rules


@pytest.mark.parametrize(
    ("office", "code", "text", "rules"),
    [
        (
            LAND,
            "s3",
            "其他处理一栏14件，需作说明：8件是申请人逾期不补正、视为不再处理，其余6件为申请人主动撤回；没有因逾期不缴费而终止的。",
            [],
        ),
        (
            LAND,
            "s3",
            "其他处理一栏14件，需作说明：9件是申请人逾期不补正、视为不再处理，其余5件为申请人主动撤回；没有因逾期不缴费而终止的。",
            ["N-05"],
        ),
        (LAND, "s1.request", "其他处理14件，其中8件为申请人逾期不补正、按规定不再处理。", []),
        (LAND, "s1.request", "其他处理14件，其中5件为申请人逾期不补正、按规定不再处理。", ["N-05"]),
        (WATER, "s1.oversight", "■ 培训：全年2次，85人次。■ 依申请：办结率100%，群众满意度持续提高", ["N-04"]),
        (TOWN, "s1.oversight", "■ 培训：全年2次，85人次。■ 依申请：办结率100%，群众满意度持续提高", []),
        (WATER, "s1.intro", "（二）建议提案办理：办结率100%。", []),
        (WATER, "s1.intro", "依申请公开：按期办结率100%。", []),
        (WATER, "s1.oversight", "■ 热线：工单办结率100%", []),
    ],
)
def test_a_rate_under_its_heading_is_of_all(office: Office, code: str, text: str, rules: list[str]) -> None:
    found = findings_of(filled(office.unit, code, text, office.cells, year=office.year), *RULES)
    assert sorted({finding.rule_id for finding in found}) == rules


@pytest.mark.parametrize(
    ("office", "code", "text", "rules"),
    [
        (LAND, "s1.request", "征地类申请最多，达174件，规划类112件，不动产登记类96件，三类合计383件。", ["N-24"]),
        (LAND, "s1.request", "征地类申请174件，规划类112件，不动产登记类96件，三类合计383件。", ["N-24"]),
        (LAND, "s1.request", "征地类174件、规划类112件、不动产登记类96件，三类合计383件。", ["N-24"]),
        (LAND, "s1.request", "征地类申请最多，有174件，规划类112件，两类共287件。", ["N-24"]),
        (LAND, "s1.request", "征地类申请最多，达174件，规划类112件，不动产登记类96件，三类合计382件。", []),
        (WATER, "s1.request", "本机关不掌握6件、没有现成信息1件，这两类共8件，均告知了理由。", ["N-24"]),
        (WATER, "s1.request", "本机关不掌握6件、没有现成信息1件，两类共8件。", ["N-24"]),
        (WATER, "s1.request", "本机关不掌握6件、没有现成信息1件，这两类共7件。", []),
        (WATER, "s1.request", "不掌握信息的6件和没有现成信息的1件，两项合计8件，均告知了理由。", ["N-24"]),
        (CITY, "s1.request", "自然资源382件、住建274件、公安213件，三个部门合计879件。", ["N-24"]),
        (LAND, "s1.request", "涉及征地补偿的申请174件，占新收申请的54.6%。", ["N-05"]),
        (LAND, "s1.request", "涉及征地补偿的申请174件，占新收申请的45.5%。", []),
        (LAND, "s1.request", "征地类申请174件，占全年申请量的54.6%，规划类112件，占29.3%。", ["N-05"]),
        (LAND, "s1.request", "全年新收申请382件，其中征地类174件，占54.6%。", ["N-05"]),
        (LAND, "s1.request", "三个科室合计收到269件，占全局新收申请的80.4%。", ["N-05"]),
        (LAND, "s1.request", "网上申请203件，占申请总量的63.1%，信函申请131件，占34.3%。", ["N-05"]),
        (
            CITY,
            "s1.request",
            "全市受理申请量排前三位的是自然资源382件、住建274件、公安213件，三个部门合计869件，占全市新收申请的45.1%。",
            ["N-05"],
        ),
        (CITY, "s1.request", "自然资源、住建、公安三个部门共收到869件，占全市新收申请的45.1%。", ["N-05"]),
        (CITY, "s1.request", "自然资源、住建、公安三个部门共收到869件，占全市新收申请的54.1%。", []),
        (CITY, "s1.request", "市级部门收到申请604件，占全市新收申请总量的36.7%。", ["N-05"]),
        (LAND, "s1.request", "我局全年新收申请382件，占全市新收申请的23.8%。", []),
        (LAND, "s1.request", "三个科室合计收到269件，占全局新收申请的70.4%。", []),
        (LAND, "s1.request", "征地类申请174件，占全年申请量的45.5%，规划类112件，占29.3%。", []),
        (WATER, "s1.request", "我局全年收到申请26件，占全县的4.1%。", []),
        (CITY, "s1.request", "开发区管委会收到112件，占全市新收申请的7.0%。", []),
    ],
)
def test_totals_of_kinds_and_shares_of_all_are_reckoned(office: Office, code: str, text: str, rules: list[str]) -> None:
    found = findings_of(filled(office.unit, code, text, office.cells, year=office.year), *RULES)
    assert sorted({finding.rule_id for finding in found}) == rules


@pytest.mark.parametrize(
    ("office", "code", "text", "rules"),
    [
        (WATER, "s1.request", "26件新申请里，18件是自然人提交的，6件来自企业，2件来自律所。", []),
        (WATER, "s1.request", "自然人18件、企业8件。", []),
        (WATER, "s1.request", "自然人18件、企业及律师事务所8件。", []),
        (
            CITY,
            "s1.request",
            "予以公开率44.6%，部分公开率9.5%，不予公开率6.2%，无法提供率27.9%，不予处理率8.7%。",
            ["N-05"],
        ),
        (CITY, "s1.request", "予以公开率44.6%，部分公开率9.5%，不予公开率6.2%，无法提供率27.9%，不予处理率7.9%。", []),
        (CITY, "s1.request", "市本级收到申请604件，县（市、区）收到1101件，全市合计1605件。", ["N-24"]),
        (CITY, "s1.request", "市本级收到申请604件，县（市、区）收到1001件，全市合计1605件。", []),
        (CITY, "s1.request", "市级部门604件，县（市、区）1101件，合计1605件。", ["N-24"]),
        (STREETS, "s4", "复议案件9件，审结8件，其中维持6件，其余均被纠正。", ["N-06"]),
        (STREETS, "s4", "全年复议9件，维持6件，其余均被纠正。", ["N-06"]),
        (STREETS, "s4", "9件复议案件中，维持6件，其余被纠正。", ["N-06"]),
        (STREETS, "s4", "全年9件复议案件审结8件，其中维持6件，其余为其他结果。", []),
    ],
)
def test_kinds_and_levels_beside_others(office: Office, code: str, text: str, rules: list[str]) -> None:
    found = findings_of(filled(office.unit, code, text, office.cells, year=office.year), *RULES)
    assert sorted({finding.rule_id for finding in found}) == rules
