"""Applications received and carried over in brief notes, brackets and ranks (N-01, N-03)."""

from __future__ import annotations

import pytest

from core.report.entry_text import Number
from tests.core.texts.filled_reports import filled, wrong_claims
from tests.core.texts.offices import BUREAU

Office = tuple[str, dict[str, Number]]


def wrong(office: Office, text: str) -> set[str]:
    unit, cells = office
    kind = "各级人民政府" if unit.endswith("人民政府") else "政府部门"
    return {claim.rule_id for claim in wrong_claims(filled(unit, "s1.request", text, cells, unit_type=kind))}


@pytest.mark.parametrize(
    ("office", "text", "rule"),
    [
        (BUREAU, "（一）收件。全年收件34件，其中网上30件。", "N-01"),
        (BUREAU, "依申请公开“收、办、转”数据：收34件，办45件，转2件。", "N-01"),
        (BUREAU, "登记在册的申请由上年末的第38号续编到年末的第34号，全年登记34件。", "N-01"),
        (BUREAU, "三类申请人各有多少：自然人33件、企业9件、其他组织1件。", "N-01"),
        (BUREAU, "个人申请33件居首，企业申请9件次之，律所2件垫底。", "N-01"),
        (BUREAU, "排在首位的是自然人，33件；其次为企业，9件。", "N-01"),
        (BUREAU, "自然人申请以33件遥遥领先。", "N-01"),
        (BUREAU, "以企业名义提出的申请数为8。", "N-01"),
        (BUREAU, "全年申请43件（自然人33、企业9、公益组织1、律所2）。", "N-01"),
        (BUREAU, "自然人：33件；企业：9件；公益组织：1件；律所：2件。", "N-01"),
        (BUREAU, "商业企业8件（含房地产开发企业5件）。", "N-01"),
        (BUREAU, "2件由律所提出，2件由公益组织提出，余者皆出自企业和个人。", "N-01"),
        (BUREAU, "今年依申请公开34件，去年38件，基本持平。", "N-01"),
        (BUREAU, "收到申请34件（去年38件）。", "N-01"),
        (BUREAU, "收到申请34件、同比下降10.5%。", "N-01"),
        (BUREAU, "全年收到申请43件，其中本年新收39件、上年结转4件。", "N-01"),
        (BUREAU, "收到申请共47件，其中当年新收42件，往年结转4件，另有1件转办。", "N-01"),
        (BUREAU, "新收42件，上年结转4件，两者合计47件。", "N-01"),
        (BUREAU, "当年收到的申请与上年结转的申请之和为46件。", "N-01"),
        (BUREAU, "待处理的申请基数为46件（43件新收＋4件结转）。", "N-01"),
        (BUREAU, "应办结申请47件中，企业应办11件。", "N-01"),
        (BUREAU, "（含上年结转3件）全年共办理申请47件。", "N-03"),
        (BUREAU, "应办47件（其中上年结转3件）。", "N-03"),
        (BUREAU, "年末结转件：3件（征求意见2件、补正1件）。", "N-03"),
        (BUREAU, "留待下一年度的申请：3件。", "N-03"),
        (BUREAU, "办而未结者3件。", "N-03"),
        (BUREAU, "到年底还有3件悬而未答。", "N-03"),
        (BUREAU, "台账上标注“在办”的有3件。", "N-03"),
        (BUREAU, "尚有3件须待2025年答复。", "N-03"),
        (BUREAU, "结转件数量为3，比上年减少1件。", "N-03"),
        (BUREAU, "结转3件（2024年→2025年）。", "N-03"),
        (BUREAU, "结转至下一年度的申请由上年的4件降为3件。", "N-03"),
        (BUREAU, "期初结转3件，期末结转2件，均为自然人申请。", "N-03"),
        (BUREAU, "企业方面，上年结转2件，已办结。", "N-03"),
        (BUREAU, "结转下年的2件中，1件由企业提出。", "N-03"),
    ],
)
def test_what_is_false_beside_the_cells_is_told(office: Office, text: str, rule: str) -> None:
    assert wrong(office, text) == {rule}


@pytest.mark.parametrize(
    ("office", "text"),
    [
        (BUREAU, "（一）收件。全年收件43件，其中网上30件。"),
        (BUREAU, "依申请公开“收、办、转”数据：收43件，办45件，转2件。"),
        (BUREAU, "个人申请31件居首，企业申请9件次之，律所2件垫底。"),
        (BUREAU, "排在首位的是自然人，31件；其次为企业，9件。"),
        (BUREAU, "自然人申请以31件遥遥领先。"),
        (BUREAU, "全年申请43件（自然人31、企业9、公益组织1、律所2）。"),
        (BUREAU, "商业企业9件（含房地产开发企业5件）。"),
        (BUREAU, "今年依申请公开43件，去年38件，基本持平。"),
        (BUREAU, "收到申请43件（去年38件）。"),
        (BUREAU, "全年收到申请47件，其中本年新收43件、上年结转4件。"),
        (BUREAU, "当年收到的申请与上年结转的申请之和为47件。"),
        (BUREAU, "待处理的申请基数为47件（43件新收＋4件结转）。"),
        (BUREAU, "应办结申请47件中，企业应办10件。"),
        (BUREAU, "（含上年结转4件）全年共办理申请47件。"),
        (BUREAU, "应办47件（其中上年结转4件）。"),
        (BUREAU, "上年未结4件+本年新收43件=应办47件。"),
        (BUREAU, "年末结转件：2件（征求意见1件、补正1件）。"),
        (BUREAU, "到年底还有2件悬而未答。"),
        (BUREAU, "台账上标注“在办”的有2件。"),
        (BUREAU, "尚有2件须待2025年答复。"),
        (BUREAU, "结转2件（2024年→2025年）。"),
        (BUREAU, "结转至下一年度的申请由上年的4件降为2件。"),
        (BUREAU, "企业方面，上年结转1件，已办结。"),
        (BUREAU, "自然人申请年初结转3件。"),
        (BUREAU, "结转下年的2件中，1件由夫妻二人共同提出。"),
    ],
)
def test_what_is_right_or_of_others_is_left_alone(office: Office, text: str) -> None:
    assert wrong(office, text) == set()
