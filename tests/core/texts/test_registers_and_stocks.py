"""Applications received and those left over in the words of registers and stocks (N-01, N-02, N-03)."""

from __future__ import annotations

import pytest

from core.report.entry_text import Number
from tests.core.texts.filled_reports import filled, wrong_claims
from tests.core.texts.offices import BUREAU

Office = tuple[str, dict[str, Number]]

SCHOOLS: Office = ("长岗县教育体育局", {"t3.R01.C1": 11, "t3.R01.C4": 1, "t3.R03.C1": 11, "t3.R03.C4": 1})
NOTHING: Office = ("石桥镇人民政府", {"t3.R01.C1": 0, "t3.R02.C1": 0, "t3.R25.C1": 0})


def wrong(office: Office, text: str) -> set[str]:
    unit, cells = office
    kind = "各级人民政府" if unit.endswith("人民政府") else "政府部门"
    return {claim.rule_id for claim in wrong_claims(filled(unit, "s1.request", text, cells, unit_type=kind))}


@pytest.mark.parametrize(
    ("office", "text", "rule"),
    [
        (BUREAU, "翻开2024年的登记簿，编号排到了第34号，即全年34件申请。", "N-01"),
        (BUREAU, "今年的申请共34件，比预想的要少。", "N-01"),
        (BUREAU, "我局依申请公开的收件总数：34件。", "N-01"),
        (BUREAU, "一季度10件、二季度12件、三季度9件、四季度13件，全年收到申请44件。", "N-01"),
        (BUREAU, "经办科室全年经手的新申请有34件。", "N-01"),
        (BUREAU, "平均每月收到申请3件，全年累计34件。", "N-01"),
        (BUREAU, "全年收到的申请，个人33件，单位12件。", "N-01"),
        (BUREAU, "个人31件之外，还有企业8件、公益组织1件、律所2件提出申请。", "N-01"),
        (BUREAU, "申请人不限于自然人：企业8件，公益组织1件，律所2件。", "N-01"),
        (BUREAU, "不含上年结转，当年受理申请44件。", "N-01"),
        (BUREAU, "剔除上年转来的4件，本年实际新收34件。", "N-01"),
        (BUREAU, "扣掉4件旧件后，新件为34件。", "N-01"),
        (BUREAU, "新收件加上旧件，一共要答复的是46件。", "N-01"),
        (BUREAU, "申请公开栏目开通以来首年即告“零的突破”，收到1件申请。", "N-01"),
        (NOTHING, "全年收到申请仅1件，为村民申请公开低保名单。", "N-02"),
        (BUREAU, "和上年一样，今年同样没有收到信息公开申请。", "N-02"),
        (BUREAU, "连续两年未收到政府信息公开申请。", "N-02"),
        (BUREAU, "信息公开申请：零。", "N-02"),
        (BUREAU, "“零申请”态势已保持两年。", "N-02"),
        (BUREAU, "申请渠道保持畅通，只是尚无人问津，全年零申请。", "N-02"),
        (BUREAU, "跨年件3件，均为12月中下旬收到。", "N-03"),
        (BUREAU, "留到2025年的有3件，其中2件待第三方答复。", "N-03"),
        (BUREAU, "年末尚有3件没到答复期。", "N-03"),
        (BUREAU, "12月底前未能答复的3件，已依法延期。", "N-03"),
        (BUREAU, "截至年底，申请人等待答复的还有3件。", "N-03"),
        (BUREAU, "手头未了的申请还有3件，将在2025年1月答复。", "N-03"),
        (BUREAU, "办理周期跨越年度的申请共3件。", "N-03"),
        (BUREAU, "上年度带入3件，本年度带出2件。", "N-03"),
        (BUREAU, "上年末未办结的3件申请，1月底前全部办结。", "N-03"),
        (BUREAU, "结转情况：上年转入4件，转入下年3件。", "N-03"),
        (BUREAU, "年初余4件，年末余3件。", "N-03"),
        (BUREAU, "由2023年度接转3件、转入2025年度2件。", "N-03"),
        (BUREAU, "结转的2件均由企业提出，正在征求第三方意见。", "N-03"),
        (BUREAU, "上年遗留的申请里，有2件是企业提出的。", "N-03"),
        (BUREAU, "存量由年初的4件压减到年末的3件。", "N-03"),
        (BUREAU, "期末在办申请比期初净减1件。", "N-03"),
        (SCHOOLS, "年底还有1件申请未答复，原因是申请人12月30日才提交。", "N-03"),
        (SCHOOLS, "结转至2025年的申请数为1。", "N-03"),
        (SCHOOLS, "年初接手2件上年旧申请。", "N-03"),
        (BUREAU, "收到的申请较上年翻了一番（上年为21件），达44件。", "N-01"),
        (BUREAU, "新收申请由上年的38件升至34件。", "N-01"),
        (BUREAU, "新收申请38件，上年为48件。", "N-01"),
        (BUREAU, "申请43件，其中村（居）民30件，其余为企业和组织。", "N-01"),
        (BUREAU, "企业来申请的有6家，共8件。", "N-01"),
        (BUREAU, "企业申请人6家，共8件。", "N-01"),
        (BUREAU, "提出申请的企业有6家，合计8件。", "N-01"),
    ],
)
def test_what_is_false_beside_the_cells_is_told(office: Office, text: str, rule: str) -> None:
    assert wrong(office, text) == {rule}


@pytest.mark.parametrize(
    ("office", "text"),
    [
        (BUREAU, "翻开2024年的登记簿，编号排到了第43号，即全年43件申请。"),
        (BUREAU, "我局依申请公开的收件总数：43件。"),
        (BUREAU, "一季度10件、二季度12件、三季度9件、四季度12件，全年收到申请43件。"),
        (BUREAU, "全年收到的申请，个人31件，单位12件。"),
        (BUREAU, "个人31件之外，还有企业9件、公益组织1件、律所2件提出申请。"),
        (BUREAU, "自然人与法人、其他组织提出的申请之比为31:12。"),
        (BUREAU, "申请人不限于自然人：企业9件，公益组织1件，律所2件。"),
        (BUREAU, "不含上年结转，当年受理申请43件。"),
        (BUREAU, "剔除上年转来的4件，本年实际新收43件。"),
        (BUREAU, "扣掉4件旧件后，新件为43件。"),
        (BUREAU, "新收件加上旧件，一共要答复的是47件。"),
        (BUREAU, "合计47件待办申请中，新收43件、结转4件。"),
        (NOTHING, "连续两年未收到政府信息公开申请。"),
        (NOTHING, "信息公开申请：零。"),
        (BUREAU, "跨年件2件，均为12月中下旬收到。"),
        (BUREAU, "留到2025年的有2件，其中1件待第三方答复。"),
        (BUREAU, "12月底前未能答复的2件，已依法延期。"),
        (BUREAU, "年末尚有2件没到答复期。"),
        (BUREAU, "办理周期跨越年度的申请共2件。"),
        (BUREAU, "上年度带入4件，本年度带出2件。"),
        (BUREAU, "2023年12月收到、2024年1月办结的申请有4件。"),
        (BUREAU, "2023年12月收到、2024年1月办结的申请有3件，其余1件2月办结。"),
        (BUREAU, "年初余4件，年末余2件。"),
        (BUREAU, "年初余额4万元，年末余额3万元。"),
        (BUREAU, "结转的2件均由个人提出，正在征求第三方意见。"),
        (BUREAU, "上年遗留的申请里，有1件是企业提出的。"),
        (BUREAU, "旧件4件，年内全部办结，年末结转的2件均为新件。"),
        (BUREAU, "存量由年初的4件压减到年末的2件。"),
        (BUREAU, "期末在办申请比期初净减2件。"),
        (BUREAU, "连续两年未收到对答复不服的投诉。"),
        (BUREAU, "未办结率为4.3%，即还有2件。"),
        (BUREAU, "新收申请43件，上年为48件。"),
        (BUREAU, "申请43件，其中村（居）民31件，其余为企业和组织。"),
        (BUREAU, "收到要求补正后撤回的申请3件。"),
        (BUREAU, "律所有2家次，各提交申请1件。"),
        (BUREAU, "提出申请的企业有6家，合计9件。"),
        (BUREAU, "企业6家、个人31人，共43件。"),
    ],
)
def test_what_is_right_or_of_others_is_left_alone(office: Office, text: str) -> None:
    assert wrong(office, text) == set()
