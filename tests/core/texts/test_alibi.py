"""Numbers are right that are right for what the words before them narrow them to."""

from __future__ import annotations

from datetime import date

import pytest

from core.checks.rules import CheckContext
from core.report.report import new_report
from core.report.totals import report_numbers
from core.texts.claims import claims

_T3 = {
    1: "186/22/1/2/5", 2: "9/1/0/0/1", 3: "74/9/1/1/2", 4: "21/3/0/1/1", 7: "1", 8: "6/2", 9: "2", 10: "5/1",
    11: "8/0/0/0/1", 12: "4/1", 13: "34/3/0/0/2", 14: "7/1", 15: "3", 16: "9", 17: "4", 20: "1", 21: "2/1", 23: "2",
    25: "12/2",
}  # fmt: skip
_T4 = {"review": (14, 5, 4, 3), "direct": (3, 0, 1, 1), "after_review": (6, 2, 0, 3)}
_T2 = {"t2.licensing.decisions": 21436, "t2.penalty.decisions": 3872, "t2.coercion.decisions": 215}
CELLS = {
    f"t3.R{row:02}.C{column}": int(number)
    for row, numbers in _T3.items()
    for column, number in enumerate(numbers.split("/"), 1)
}
CELLS |= {
    f"t4.{group}.{outcome}": number
    for group, numbers in _T4.items()
    for outcome, number in zip(("upheld", "corrected", "other", "pending"), numbers, strict=True)
}
CELLS |= _T2


def wrong(text: str, code: str) -> list[str]:
    report = new_report("汉昌县人民政府办公室", "政府部门", 2024)
    report = report.with_cells({**dict.fromkeys(report.form.entered, 0), **CELLS}).with_texts({code: text})
    found = claims(CheckContext(report, report_numbers(report), None, date(2025, 1, 10)))
    return [claim.quote for claim in found if claim.agrees is False]


KINDS = [
    "来自商业企业的申请增多：新收22件，连同上年1件共23件，办结21件，2件转入下年。",
    "法律服务机构是代理人的主要身份，本年来件5件，上年结转1件，6件全部办结，其中公开2件、部分公开1件、不予公开1件、无法提供2件。",
    "单看自然人，收到186件，办结183件，结转下年12件。",
    "法人及其他组织的申请中，公开13件、部分公开5件，不予公开5件，无法提供6件，其他处理1件。",
    "公益组织只有2件，1件公开，1件部分公开。",
    "企业的21件办结件里，予以公开9件，占42.9%；部分公开3件，占14.3%。",
    "就法人和其他组织来说，新收30件，上年结转2件，办结30件，结转2件。",
    "自然人申请之外，组织申请合计30件，办结30件，公开率43.3%。",
]
SOME_ANSWERS = [
    "申请量前两位为自然人、商业企业，分别收186件、22件，办结183件、21件，合占办结总量的95.8%。",
    "部分公开的26件涉及隐去个人信息21件、隐去商业秘密5件。",
    "申请件中有12件同时申请多项信息，拆分后计40项，仍按12件登记。",
    "企业有3件部分公开、4件不予公开，后者2件涉商业秘密。",
    "就部分公开而言，自然人21件，企业3件，公益组织、律所各1件。",
    "当面送达28件、邮寄送达96件、网上送达89件，合计213件。",
    "结转11件中公开4件、部分公开2件、无法提供5件，均已答复。",
    "行政查询事项5件、内部事务2件、过程性信息6件均无诉讼。",
    "因第三方不同意而不公开的有8件，自然人申请6件、企业申请2件，其中1件经复议纠正。",
]
KINDS_WRONG = [
    "新收216件，其中自然人186件；办结183件，结转12件。",
    "新收216件，其中自然人186件、企业22件，办结183件，结转14件。",
    "收到216件，以自然人为主，办结183件。",
    "申请量前两位为自然人、商业企业，分别收196件、22件，办结183件、21件。",
    "申请件中有12件同时申请多项信息，拆分后计40项，共按212件登记。",
    "企业有2件部分公开、4件不予公开。",
    "就部分公开而言，自然人22件，企业3件。",
    "当面送达28件、邮寄送达96件、网上送达88件，合计212件。",
    "单看自然人，收到176件，办结183件，结转下年12件。",
    "来自商业企业的申请增多：新收22件，连同上年1件共23件，办结20件，2件转入下年。",
    "就法人和其他组织来说，新收30件，上年结转3件，办结30件。",
]
CASES = [
    "被纠正的5件复议均已重新答复；仍在审的3件预计次年审结。",
    "维持的诉讼9件中，直接起诉3件、复议后起诉6件。",
    "被法院纠正的2件均为复议后起诉，其余纠正发生在复议环节，共5件。",
    "未审结的诉讼4件：直接起诉1件，复议后起诉3件。",
    "复议由省政府受理的8件中，维持4件、纠正2件，其他2件。",
    "诉讼16件里上诉的5件，二审维持3件，2件待判。",
    "上半年收到复议12件，维持7件；下半年收到14件，维持7件。",
    "26件复议被纠正5件，其余21件中，14件维持、4件其他结果、3件尚未审结。",
]
CASES += [
    "诉讼16件，经复议的11件，未经复议的5件，维持合计9件，纠正2件均在经复议一类。",
    "败诉2件，均为复议维持后起诉，一审判决撤销；已重新答复。",
    "复议后起诉11件，占诉讼的68.8%，其中维持6件、纠正2件、未结3件。",
    "5件直接起诉的案件里，法院判决维持3件、裁定驳回1件，尚有1件待判。",
]
CASES += [
    "被复议26件、被诉16件，合计42件；维持23件，纠错7件，其他5件，尚有7件未结。",
    "其他结果5件中4件为终止复议，1件为裁定驳回起诉。",
]
CASES += [
    "纠错7件的原因：程序问题4件、事实不清2件、适用依据错误1件；其中复议5件。",
    "复议后又诉的11件，原复议决定维持9件、驳回2件；法院维持6件、纠正2件、未结3件。",
    "26件复议涉征收11件、执法案卷9件、其他6件；维持14件，其中征收类7件。",
]
CASES_WRONG = [
    "纠错7件的原因：程序问题4件、事实不清2件、适用依据错误1件；其中复议6件。",
    "复议后又诉的11件，原复议决定维持9件、驳回2件；法院维持7件、纠正2件、未结3件。",
    "26件复议涉征收11件、执法案卷9件、其他6件；维持15件，其中征收类7件。",
    "被复议26件、被诉16件，合计42件；维持24件，纠错7件，其他5件，尚有7件未结。",
    "复议后起诉11件，占诉讼的68.8%，其中维持7件、纠正2件、未结3件。",
    "诉讼16件，经复议的11件，未经复议的5件，维持合计8件，纠正2件均在经复议一类。",
    "败诉3件，均为复议维持后起诉，一审判决撤销；已重新答复。",
    "未审结的诉讼4件：直接起诉2件，复议后起诉2件。",
    "26件复议被纠正5件，其余21件中，15件维持、3件其他结果、3件尚未审结。",
]
APART = [
    "县属国有企业另收到申请11件，由企业自行编制年度报告，未列入本报告。",
    "各街道受理申请9件，不计入本机关。",
    "县教育局作为独立主体收到申请40件，由其另行填报，不纳入上表的216件。",
    "重复登记的3件未计入新收。",
    "代管镇新收申请15件、办结14件，均由镇里自行编制年报，不计入全县的216件。",
    "另有12件以信访件形式收到，已转信访部门，不计入依申请公开办理量。",
    "未计入上表的还有部门联合答复6件。",
    "联合办理的申请由牵头单位填报，涉及我办的办结7件不在此统计。",
]
APART_WRONG = [
    "全年收到申请226件，未计入街道自行受理的9件。",
    "街道受理9件不计入本级；本级办结203件。",
    "本机关收到申请206件，各街道受理的9件由街道自行编制。",
    "全年办结申请203件，由经开区填报的4件未计入。",
]
TOPICS = [
    "按内容分，行政许可类31件、行政处罚类27件、行政强制类4件，其余为征地、规划等。",
    "申请内容以土地征收类为主，达88件，行政处罚类次之，为27件。",
    "申请主题中，财政预决算信息19件、行政处罚信息27件、人事招录信息8件。",
    "涉及行政许可的31件、涉及行政处罚的27件，多由利害关系人提出。",
    "从所需信息看，规范性文件类12件，执法案卷类41件，行政许可档案类31件。",
    "要求获取行政处罚决定书的申请27件，要求获取许可批文的申请31件。",
    "申请人索要行政强制措施文书4件、行政处罚案卷27件。",
    "行政事业性收费类申请2件，行政许可事项类申请31件。",
]
TOPICS_WRONG = [
    "按内容分，行政处罚类27件、行政许可类31件；全年新收申请226件。",
    "行政处罚类申请27件，全年予以公开97件。",
    "其中行政处罚类27件，全年部分公开36件。",
]
SHARES = [
    "无法提供类仅次于公开，占23.5%；不予公开占14.6%。",
    "予以公开的占比最高，达40.8%，部分公开占12.2%。",
    "扣除无法提供的50件后，公开率为53.4%。",
    "自然人办结183件，公开和部分公开95件，占51.9%；企业办结21件，公开和部分公开12件，占57.1%。",
    "法律服务机构办结6件，公开2件，占该类申请的33.3%。",
    "不予公开31件，占14.6%，其中执法案卷9件，占不予公开件的29.0%。",
    "若不含不予处理的14件，公开和部分公开占56.8%。",
    "自然人新收186件，占86.1%，法人和其他组织30件，占13.9%。",
]
SHARES_WRONG = [
    "扣除无法提供的50件后，公开率为63.4%。",
    "自然人办结183件，公开和部分公开95件，占45.9%。",
    "不予公开占比最高，达14.6%。",
]


NONE_OF_A_KIND = [
    "企业予以公开9件、部分公开3件，没有国家秘密。",
    "法律服务机构公开2件，执法案卷1件，没有结转下年的。",
    "公益组织1件已公开，无结转下年度办理的申请。",
    "企业获公开9件，部分公开3件，没有信访类。",
    "律所予以公开2件、部分公开1件，无重复申请。",
    "公益组织予以公开1件、部分公开1件，没有补正后仍不明确的。",
]


@pytest.mark.parametrize("text", NONE_OF_A_KIND)
def test_there_is_none_of_the_kind_that_a_sentence_is_on(text: str) -> None:
    assert wrong(text, "s3") == []


def test_there_is_one_of_the_kind_that_a_sentence_is_on() -> None:
    text = "企业和个人待遇一样：企业提的公开9件，部分公开3件，不掌握3件，没有结转下年的。"
    report = new_report("汉昌县人民政府办公室", "政府部门", 2024)
    report = report.with_cells({**dict.fromkeys(report.form.entered, 0), **CELLS}).with_texts({"s3": text})
    found = claims(CheckContext(report, report_numbers(report), None, date(2025, 1, 10)))
    assert [claim.cells for claim in found if claim.agrees is False] == [("t3.R25.C2",)]


def test_none_of_all_is_wrong_behind_a_number_of_all() -> None:
    assert wrong("新收216件，其中公益组织2件，没有结转下年的。", "s3") != []


@pytest.mark.parametrize("text", [*KINDS, *SOME_ANSWERS, *APART, *TOPICS, *SHARES])
def test_a_number_that_is_right_for_what_it_is_narrowed_to_is_not_wrong(text: str) -> None:
    assert wrong(text, "s3") == []


@pytest.mark.parametrize("text", CASES)
def test_a_number_of_cases_that_is_right_for_some_of_them_is_not_wrong(text: str) -> None:
    assert wrong(text, "s4") == []


@pytest.mark.parametrize("text", [*KINDS_WRONG, *APART_WRONG, *TOPICS_WRONG, *SHARES_WRONG])
def test_a_number_that_is_wrong_for_these_too_is_wrong(text: str) -> None:
    assert wrong(text, "s3") != []


@pytest.mark.parametrize("text", CASES_WRONG)
def test_a_number_of_cases_that_is_wrong_for_these_too_is_wrong(text: str) -> None:
    assert wrong(text, "s4") != []
