"""Parts that add up to a number of some applications, numbers told again, changes, and totals before their parts."""

from __future__ import annotations

from datetime import date

import pytest

from core.base.late import load_now
from core.checks.rules import FUNCTIONS, CheckContext
from core.report.report import new_report
from core.report.totals import report_numbers
from core.texts.claims.claims import claims
from core.validation import validation

load_now(validation)  # registers the rule functions

CELLS = {
    "t3.R01.C1": 73, "t3.R01.C2": 9, "t3.R01.C5": 4, "t3.R01.C6": 1, "t3.R02.C1": 5, "t3.R02.C2": 1,
    "t3.R03.C1": 31, "t3.R03.C2": 3, "t3.R03.C5": 1, "t3.R04.C1": 9, "t3.R04.C2": 1, "t3.R04.C5": 1,
    "t3.R08.C1": 3, "t3.R08.C2": 2, "t3.R10.C1": 2, "t3.R11.C1": 4, "t3.R12.C1": 5, "t3.R12.C2": 1,
    "t3.R13.C1": 14, "t3.R13.C2": 2, "t3.R13.C5": 1, "t3.R13.C6": 1, "t3.R14.C1": 3, "t3.R15.C1": 1,
    "t3.R16.C1": 2, "t3.R17.C1": 1, "t3.R21.C1": 1, "t3.R25.C1": 2, "t3.R25.C2": 1, "t3.R25.C5": 1,
    "t4.review.upheld": 6, "t4.review.corrected": 2, "t4.review.other": 1, "t4.review.pending": 1,
    "t4.after_review.upheld": 2, "t4.after_review.pending": 1, "t2.normative.issued": 1, "t2.licensing.decisions": 1327,
    "t2.penalty.decisions": 96,
}  # fmt: skip


def context_of(text: str, code: str) -> CheckContext:
    report = new_report("岚川县住房和城乡建设局", "政府部门", 2025)
    report = report.with_cells({**dict.fromkeys(report.form.entered, 0), **CELLS}).with_texts({code: text})
    return CheckContext(report, report_numbers(report), None, date(2026, 1, 10))


def wrong(text: str, code: str) -> list[str]:
    return [claim.quote for claim in claims(context_of(text, code)) if claim.agrees is False]


def messages(text: str, code: str, rule_id: str) -> list[str]:
    context = context_of(text, code)
    rule = context.form.rules[rule_id]
    return [f.message for f in FUNCTIONS[rule.function].function(context, rule)]


@pytest.mark.parametrize(
    "text",
    [
        "收到申请87件，办结89件。没出结果的4件，两件是个人的，一件是公司的，一件是律师事务所的。",
        "剩下4件，2件由个人提出、1件由企业提出、1件由律所提出。",
        "延期办理的12件，自然人9件、企业3件。",
        "需要补正的20件，个人16件，公司4件。",
        "当面递交的5件，4件是居民，1件是公司。",
        "这4件，自然人2件、企业1件、律所1件。",
        "没给全文的54件，自然人41件，企业10件，律所3件。",
    ],
)
def test_kinds_that_add_up_to_some_applications_are_parts_of_these(text: str) -> None:
    assert wrong(text, "s1.request") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("新收的87件，自然人75件，企业7件，律所4件，其他1件。", ["自然人75件", "企业7件"]),
        ("收到的88件，自然人74件，企业9件，律所4件，其他1件。", ["收到的88件", "自然人74件"]),
        ("全年登记的87件里，个人提的75件，企业提的12件。", ["个人提的75件", "企业提的12件"]),
        ("需要补正的20件。自然人75件，公司9件。", ["自然人75件"]),
        ("需要补正的20件，自然人75件，公司9件。", ["自然人75件"]),
    ],
)
def test_kinds_of_all_applications_are_compared(text: str, found: list[str]) -> None:
    assert wrong(text, "s1.request") == found


@pytest.mark.parametrize(
    ("code", "text", "found"),
    [
        ("s3", "无法提供22件。这22件中，不掌握18件，需要制作4件，补正后不明确1件。", ["需要制作4件"]),
        ("s3", "余下22件是“无法提供”。这22件当中，不掌握18件，需要另行汇总加工4件。", ["需要另行汇总加工4件"]),
        ("s3", "不予公开17件。上述17件里，第三方权益5件、过程性信息2件、执法案卷5件、行政查询5件。",
         ["执法案卷5件", "行政查询5件"]),
        ("s3", "上述17件里，第三方权益5件、过程性信息2件、执法案卷5件、行政查询5件。", []),
        ("s3", "无法提供22件。需要补正的20件中，不掌握16件，需要制作4件。", []),
        ("s3", "无法提供22件。这22件中，不掌握18件，需要制作3件，补正后不明确1件。", []),
    ],
)  # fmt: skip
def test_a_number_told_again_means_what_it_meant_before(code: str, text: str, found: list[str]) -> None:
    assert wrong(text, code) == found


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("s4", "与上年相比，复议多6件，诉讼少2件。"),
        ("s4", "同上一年比，复议降4件，诉讼增1件。"),
        ("s1.request", "对照2024年，新收多31件，办结多了5件，结转少1件。"),
        ("s3", "与2024年相比，不予公开多了4件，无法提供少了2件。"),
        ("s3", "公开的多3件，部分公开的减2件。"),
        ("s1.request", "较之2024年，自然人多8件，企业少2件。"),
    ],
)
def test_by_how_many_is_not_how_many(code: str, text: str) -> None:
    assert wrong(text, code) == []


def test_a_number_that_came_in_newly_is_compared() -> None:
    assert wrong("新增申请86件，大多为自然人。", "s1.request") == ["新增申请86件"]
    assert wrong("全年新增复议9件。", "s4") == ["全年新增复议9件"]


@pytest.mark.parametrize(
    "text",
    [
        "申请87件，按渠道分，互联网60件、信函24件、当面4件；按主体分，自然人73件，其他14件。",
        "全年收到申请87件，从渠道看，互联网60件、信函24件、当面4件。",
        "全年收到申请87件，按照提交方式划分，网上60件、邮寄24件、当面4件。",
        "新收87件、结转6件，按渠道分，互联网60件、信函24件、当面4件。",
    ],
)
def test_a_list_behind_a_dimension_adds_up_to_the_number_before_it(text: str) -> None:
    (message,) = messages(text, "s1.request", "N-24")
    assert "60＋24＋4＝88件，合计写的是87件" in message


@pytest.mark.parametrize(
    "text",
    [
        "申请87件，按渠道分，互联网60件、信函23件、当面4件；按主体分，自然人73件，其他14件。",
        "新收87件、结转6件，按渠道分，互联网63件、信函26件、当面4件。",
        "收到申请87件，从内容看，征收类30件、规划类20件。",
        "收到申请87件，其中网上60件，按内容分，征收30件、规划20件、物业10件。",
    ],
)
def test_a_list_behind_a_dimension_may_be_right_or_open(text: str) -> None:
    assert messages(text, "s1.request", "N-24") == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("新收申请由上年的61件涨到87件，增幅29.9%。", "42.6%"),
        ("新收申请由上年的61件涨到87件，涨了29.9%。", "42.6%"),
        ("申请量从2024年的61件升到87件，升幅29.9%。", "42.6%"),
        ("较2024年的61件增加26件，涨了29.9%。", "42.6%"),
        ("申请由2024年的61件攀升至87件，增长率29.9%。", "42.6%"),
        ("复议由上年的8件上涨到10件，增速20%。", "25%"),
        ("复议由上年的14件跌到10件，跌幅40%。", "29%"),
    ],
)
def test_a_change_in_percent_follows_from_both_numbers(text: str, right: str) -> None:
    (message,) = messages(text, "s5", "N-24")
    assert f"是{right}" in message
    assert messages(text.replace("29.9%", right).replace("20%", right).replace("40%", "28.6%"), "s5", "N-24") == []


@pytest.mark.parametrize(
    ("text", "blanks"),
    [
        ("89件办结件，公开35件，部分公开11件。", 0),
        ("上述89宗办结件，均按期送达。这些答复件，文书规范。", 0),
        ("87件新收件，89件办结件。", 0),
        ("全年收到件，办结件，结转4件。", 2),
        ("全年办结件，其中公开件。", 2),
    ],
)
def test_a_noun_behind_a_number_is_no_blank_number(text: str, blanks: int) -> None:
    assert sum(m.count("空着的数字") for m in messages(text, "s3", "N-12")) == blanks


@pytest.mark.parametrize(
    "text",
    [
        "告知“没有这份材料”的情形共22件，分三种：本来就不归本机关掌握18件，有零散数据但要另做3件，问得含混1件。",
        "信息不存在类答复22件，其中不掌握18件，需制作3件，不明确1件。",
        "信访类3件：信访2件，重复申请1件。",
        "属于信访投诉的3件（信访2件、重复1件）。",
        "答复89件，43件没给：17件依法不公开，22件没有可给的，3件不作处理，1件归入其他。",
        "89件中，43件没给。",
        "没有公开的43件，其中不予公开17件、无法提供22件、不予处理3件、其他1件。",
    ],
)
def test_words_for_one_row_may_mean_its_group_whose_rows_follow(text: str) -> None:
    assert wrong(text, "s3") == []
    assert messages(text, "s3", "N-24") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("不掌握的22件，公开35件。", ["不掌握的22件"]),
        ("不掌握的19件，分两种：查无15件、未制作4件。", ["不掌握的19件"]),
        ("信访类3件，重复申请1件。", ["信访类3件"]),
        ("不予公开19件，其中第三方权益5件、其余14件。", ["不予公开19件", "其余14件"]),
        ("44件没给。", ["44件没给"]),
        ("予以公开46件，部分公开11件，无法提供22件，不予处理13件。", ["予以公开46件", "不予处理13件"]),
    ],
)
def test_a_number_of_one_row_is_compared_where_no_group_is_listed(text: str, found: list[str]) -> None:
    assert wrong(text, "s3") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("县政府受理涉及本局的复议10件，维持5件，纠正2件，其他结果2件，在审1件。", ["维持5件", "其他结果2件"]),
        ("法院受理涉及我局的诉讼2件。", ["法院受理涉及我局的诉讼2件"]),
        ("涉本局的复议10件，维持7件。", ["维持7件"]),
        ("复议机关立案审理以我局为被申请人的复议9件。", ["复议机关立案审理以我局为被申请人的复议9件"]),
        ("涉及派出所的复议8件，维持7件。", []),
        ("涉及本地征收的复议8件，维持7件。", []),
        ("截至年底，凡已审结的，复议机关和人民法院一律支持了我局的处理决定。", ["一律支持了我局的处理决定"]),
        ("复议10件，复议机关均认可了我局的答复。", ["均认可了我局的答复"]),
        ("诉讼3件，法院均支持了原告的请求。", ["法院均支持了原告的请求"]),
        ("诉讼3件，已审结的法院均支持我局的答复。", []),
        ("复议机关和法院对我局工作一律给予支持。", []),
    ],
)
def test_cases_that_concern_the_unit_are_all_of_its_cases(text: str, found: list[str]) -> None:
    assert wrong(text, "s4") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("人员调配、评审流程等内部事务的6件，讨论稿、请示件等过程性信息2件，不予公开。",
         ["人员调配、评审流程等内部事务的6件"]),
        ("房屋登记、户籍档案等行政查询事项7件。", ["房屋登记、户籍档案等行政查询事项7件"]),
        ("拆迁补偿、土地征收等信访事项4件。", ["拆迁补偿、土地征收等信访事项4件"]),
        ("讨论稿、请示件等过程性信息2件，房屋登记等行政查询事项6件。", []),
        ("涉及会议纪要等过程性信息的9件，公开2件。", []),
        ("申请会议纪要等过程性信息的9件，均已答复。", []),
        ("人员调配等内部事务信息、会议纪要等过程性信息2件。", []),
    ],
)  # fmt: skip
def test_examples_before_a_row_narrow_nothing(text: str, found: list[str]) -> None:
    assert wrong(text, "s3") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("新收申请87件，其中征地60件。87件里，自然人78件，法人和其他组织9件。", ["自然人78件", "法人和其他组织9件"]),
        ("新收申请87件。这87件当中，自然人78件，企业9件。", ["自然人78件"]),
        ("新收申请87件，87件里，自然人73件，企业9件，律所4件，其他1件。", []),
        ("全年处理93件。这93件中，自然人78件，企业10件，律所4件。", []),
        ("办结89件，89件里，自然人76件，企业9件，律所3件，其他1件。", []),
        ("新收87件、结转6件。这93件里，自然人78件。", []),
    ],
)
def test_kinds_of_the_new_ones_told_again_are_new_ones(text: str, found: list[str]) -> None:
    assert wrong(text, "s1.request") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("全年93件申请虽做到办结率100%，但平均耗时16.5个工作日。", ["办结率100%"]),
        ("全年93件申请尽管已悉数办结，但平均耗时偏长。", ["悉数办结"]),
        ("年内93件申请全部办结，但平均耗时偏长。", ["全部办结"]),
        ("全年89件申请办结率100%。", []),
        ("按期办结率100%，但平均耗时偏长。", []),
        ("力争申请办结率100%。", []),
    ],
)
def test_all_done_is_said_of_applications_counted_before_a_conjunction(text: str, found: list[str]) -> None:
    assert wrong(text, "s5") == found


@pytest.mark.parametrize(
    ("code", "text", "found"),
    [
        ("s1.request", "年内到手88件。", ["年内到手88件"]),
        ("s1.request", "新件88件，旧件5件。", ["新件88件", "旧件5件"]),
        ("s1.request", "旧件6件已办结，新件87件。", []),
        ("s1.request", "新件83件年内办结，旧件6件全部办结，剩4件跨年。", []),
        ("s1.request", "87件新件里办掉83件，6件旧件全办掉。", []),
        ("s1.request", "87件新件里办掉84件，6件旧件全办掉。", ["新件里办掉84件"]),
        ("s1.request", "清理旧件12件。到手后3日内登记。", []),
        ("s3", "办结89件，当月办结的52件，跨月的37件。", []),
        ("s3", "旧件里3件公开，3件不掌握。", []),
        ("s3", "旧件当中，公开3件，不掌握3件。", []),
        ("s3", "上年遗留的，3件公开，3件不掌握。", []),
        ("s3", "去年带过来的件，公开3件，不掌握3件。", []),
        ("s3", "结转申请办结后，公开36件。", ["结转申请办结后，公开36件"]),
        ("s3", "去年留下的问题已整改，公开36件。", ["去年留下的问题已整改，公开36件"]),
    ],
)
def test_old_and_new_ones_are_told_apart(code: str, text: str, found: list[str]) -> None:
    assert wrong(text, code) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("17件不予公开，全部因为第三方权益。", ["17件不予公开，全部因为第三方权益"]),
        ("22件无法提供，都是本机关不掌握。", ["22件无法提供，都是本机关不掌握"]),
        ("3件作不予处理，均系重复申请。", ["3件作不予处理，均系重复申请"]),
        ("其他处理1件，是逾期不缴费。", ["1件，是逾期不缴费"]),
        ("1件其他处理，因逾期不缴费。", ["1件其他处理，因逾期不缴费"]),
        ("其他处理1件，系申请人逾期未补正。", []),
        ("3件不予处理，均为信访或重复申请。", []),
        ("3件不予处理，均告知了信访渠道。", []),
        ("22件无法提供，都附了检索记录。", []),
        ("17件不予公开，均征求了第三方意见。", []),
        ("3件不予处理，均为信访类、重复申请。", []),
    ],
)
def test_the_row_of_a_group_may_be_said_behind_its_name(text: str, found: list[str]) -> None:
    assert wrong(text, "s3") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("39.3%予以公开，12.4%部分公开，24.7%不予公开。", ["24.7%不予公开"]),
        ("有24.7%不予公开，19.1%无法提供。", ["24.7%不予公开", "19.1%无法提供"]),
        ("24.7%的申请不予公开。", ["24.7%的申请不予公开"]),
        ("39.3%予以公开，12.4%部分公开，19.1%不予公开，24.7%无法提供，3.4%不予处理，1.1%其他处理。", []),
        ("企业申请的，33.3%予以公开，33.3%不予公开。", []),
        ("网上申请中，30%不予公开，20%无法提供。", []),
        ("涉及征地的申请较多，其中30%不予公开。", []),
        ("征地类申请20件，30%不予公开。", []),
        ("补正后，30%不予公开、20%无法提供。", []),
    ],
)
def test_the_result_of_a_share_may_stand_right_behind_it(text: str, found: list[str]) -> None:
    assert wrong(text, "s3") == found
