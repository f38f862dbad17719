"""Who asked, and what is left over at the end of the year (N-01, N-03)."""

from __future__ import annotations

import pytest

from core.report.entry_text import Number
from tests.core.texts.filled_reports import filled, wrong_claims
from tests.core.texts.offices import BUREAU

Office = tuple[str, dict[str, Number]]

SCHOOLS: Office = ("长岗县教育体育局", {"t3.R01.C1": 11, "t3.R01.C4": 1, "t3.R03.C1": 11, "t3.R03.C4": 1})


def wrong(office: Office, text: str) -> set[str]:
    unit, cells = office
    kind = "各级人民政府" if unit.endswith("人民政府") else "政府部门"
    return {claim.rule_id for claim in wrong_claims(filled(unit, "s1.request", text, cells, unit_type=kind))}


@pytest.mark.parametrize(
    ("office", "text", "rule"),
    [
        (BUREAU, "全年四十件申请，件件有登记。", "N-01"),
        (BUREAU, "申请量今年回落，只有34件。", "N-01"),
        (BUREAU, "依申请公开受理情况：自然人31件，商业企业8件，社会公益组织1件，法律服务机构2件。", "N-01"),
        (BUREAU, "个人提出申请三十三件，为主要申请人群体。", "N-01"),
        (BUREAU, "企业来申请的有6家，共8件。", "N-01"),
        (BUREAU, "律师代理提出的申请计入法律服务机构，共3件。", "N-01"),
        (BUREAU, "社会公益组织（环保志愿者协会）提交了2件申请。", "N-01"),
        (BUREAU, "申请件中，企业件只有8件。", "N-01"),
        (BUREAU, "提出申请的商业企业共递交申请表8份。", "N-01"),
        (BUREAU, "从登记台账看，当年新收申请合计34宗。", "N-01"),
        (BUREAU, "43件新申请里，自然人占33件。", "N-01"),
        (BUREAU, "新收43件，自然人33件，余下10件由企业、公益组织和律所提出。", "N-01"),
        (BUREAU, "企业9件、公益组织1件、律所3件，合计12件为非自然人申请。", "N-01"),
        (BUREAU, "新收申请数高于上年结转数30件。", "N-01"),
        (BUREAU, "自然人、企业提出的申请共计41件，其余3件来自公益组织和律所。", "N-01"),
        (BUREAU, "本年度新收中没有公益组织的申请。", "N-01"),
        (BUREAU, "没有律师事务所向我局申请公开信息。", "N-01"),
        (BUREAU, "申请人仅有自然人一类。", "N-01"),
        (BUREAU, "申请全部出自企业和自然人，别无他类。", "N-01"),
        (BUREAU, "新收申请中无企业申请。", "N-01"),
        (BUREAU, "科研机构也有2件申请。", "N-01"),
        (BUREAU, "科研机构零的突破：首次提交1件申请。", "N-01"),
        (BUREAU, "年底清仓盘点，在途申请3件。", "N-03"),
        (BUREAU, "2024年底未答复的申请3件，均在20个工作日内。", "N-03"),
        (BUREAU, "至报告期末，除3件外，其余申请均已答复。", "N-03"),
        (BUREAU, "除3件结转下年外，其余均已办结。", "N-03"),
        (BUREAU, "应办47件，只留3件到次年。", "N-03"),
        (BUREAU, "应办47件、办结45件，尚欠3件。", "N-03"),
        (BUREAU, "上年度尾巴3件，一季度清零。", "N-03"),
        (BUREAU, "从上一年度延续办理的申请计3件。", "N-03"),
        (BUREAU, "3件旧申请（2023年度提出）在年初办结。", "N-03"),
        (BUREAU, "上年跨年办理的3件申请已于1月底前答复。", "N-03"),
        (BUREAU, "2件结转申请均为企业提出。", "N-03"),
        (BUREAU, "结转下年的都是企业申请。", "N-03"),
        (BUREAU, "上年结转的全部是企业提出的申请。", "N-03"),
        (BUREAU, "期末未结申请占应办总数的一成以上。", "N-03"),
        (BUREAU, "年末在办2件，其中自然人1件、企业1件。", "N-03"),
        (BUREAU, "年末未结件中，自然人1件、企业1件。", "N-03"),
        (SCHOOLS, "有1件申请因征求意见，结转到下年度。", "N-03"),
        (SCHOOLS, "本年度办结上年结转申请2件。", "N-03"),
    ],
)
def test_what_is_false_beside_the_cells_is_told(office: Office, text: str, rule: str) -> None:
    assert wrong(office, text) == {rule}


@pytest.mark.parametrize(
    ("office", "text"),
    [
        (BUREAU, "全年四十三件申请，件件有登记。"),
        (BUREAU, "申请量今年回落，只有43件。"),
        (BUREAU, "收到申请的总数，经核对为47件（含上年结转）。"),
        (BUREAU, "依申请公开受理情况：自然人31件，商业企业9件，社会公益组织1件，法律服务机构2件。"),
        (BUREAU, "企业来申请的有6家，共9件。"),
        (BUREAU, "律师代理提出的申请计入法律服务机构，共2件。"),
        (BUREAU, "社会公益组织（环保志愿者协会）提交了1件申请。"),
        (BUREAU, "申请件中，企业件只有9件。"),
        (BUREAU, "43件新申请里，自然人占31件。"),
        (BUREAU, "法人和其他组织合计提出12件，其余31件出自自然人。"),
        (BUREAU, "企业9件、公益组织1件、律所2件，合计12件为非自然人申请。"),
        (BUREAU, "新收申请数高于上年结转数39件。"),
        (BUREAU, "自然人、企业提出的申请共计40件，其余3件来自公益组织和律所。"),
        (BUREAU, "本年度新收中没有科研机构的申请。"),
        (BUREAU, "没有科研机构向我局申请公开信息。"),
        (SCHOOLS, "申请全部出自自然人和公益组织，别无他类。"),
        (BUREAU, "有2件申请跨过了12月31日，仍在办理。"),
        (BUREAU, "年底清仓盘点，在途申请2件。"),
        (BUREAU, "延长答复期限的申请中有1件跨年，2025年1月答复。"),
        (BUREAU, "至报告期末，除2件外，其余申请均已答复。"),
        (BUREAU, "除2件结转下年外，其余均已办结。"),
        (BUREAU, "应办47件，只留2件到次年。"),
        (BUREAU, "应办47件、办结45件，尚欠2件。"),
        (BUREAU, "上年度尾巴4件，一季度清零。"),
        (BUREAU, "从上一年度延续办理的申请计4件。"),
        (BUREAU, "4件旧申请（2023年度提出）在年初办结。"),
        (BUREAU, "上年跨年办理的4件申请已于1月底前答复。"),
        (BUREAU, "2件结转申请均为自然人提出。"),
        (BUREAU, "结转下年的都是自然人申请。"),
        (BUREAU, "年末在办2件，均为自然人。"),
        (BUREAU, "年末未结件中，自然人2件。"),
        (SCHOOLS, "没有申请需要结转到下年度。"),
        (SCHOOLS, "本年度没有上年结转申请需要办理。"),
        (BUREAU, "本年度办结上年结转申请4件。"),
        (BUREAU, "每10件申请中约有7件来自自然人。"),
        (BUREAU, "期末未结申请占应办总数的一成以下。"),
    ],
)
def test_what_is_right_or_of_others_is_left_alone(office: Office, text: str) -> None:
    assert wrong(office, text) == set()
