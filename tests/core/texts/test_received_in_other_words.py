"""Applications received and carried over in other words, and who offered them (N-01, N-03)."""

from __future__ import annotations

import pytest

from tests.core.texts.offices import BUREAU, DISTRICT, Office
from tests.core.texts.offices import wrong_rules as wrong

SCHOOLS: Office = ("长岗县教育体育局", {"t3.R01.C1": 11, "t3.R01.C4": 1, "t3.R03.C1": 11, "t3.R03.C4": 1})
NOTHING: Office = ("石桥镇人民政府", {"t3.R01.C1": 0, "t3.R02.C1": 0, "t3.R25.C1": 0})


@pytest.mark.parametrize(
    ("office", "text", "rule"),
    [
        (DISTRICT, "归入其他处理的3件。", "N-05"),
        (BUREAU, "年内申请受理数定格在34件，内容与征地有关。", "N-01"),
        (BUREAU, "申请登记量稳定在34件。", "N-01"),
        (BUREAU, "全年申请总量锁定在44件。", "N-01"),
        (DISTRICT, "全区各级行政机关承接依申请公开386件，网络渠道仍是群众首选。", "N-01"),
        (DISTRICT, "归入“其他”一类申请人的新收件16件，含村民小组、业主委员会等。", "N-01"),
        (DISTRICT, "列入其他类申请人的申请有11件。", "N-01"),
        (BUREAU, "新收与结转放在一起，本局待办申请达到46件，办理压力较往年明显加大。", "N-01"),
        (BUREAU, "新收加上年结转合在一起，全年要办的申请为49件。", "N-01"),
        (DISTRICT, "连同2023年留下的26件，区政府及各部门应办的申请是384件。", "N-01"),
        (BUREAU, "加上2023年转来的4件，全局应办申请为46件。", "N-01"),
        (SCHOOLS, "年初案头还压着2件2023年度未办结的申请，一季度优先处理。", "N-03"),
        (BUREAU, "年初手头还攥着2件上年未答复的申请。", "N-03"),
        (BUREAU, "尚在办理期内的申请3件，顺延至2025年一并统计。", "N-03"),
        (BUREAU, "仍处在答复期限内的申请有4件，延至2025年办理。", "N-03"),
        (BUREAU, "47件应办申请，至12月31日还剩3件没有答复。", "N-03"),
        (BUREAU, "应办的47件申请中，到年末剩下5件尚未答复。", "N-03"),
        (SCHOOLS, "其中12月下旬收到的那1件列入结转，待次年再行答复申请人。", "N-03"),
        (BUREAU, "科研机构首次出现在申请人名单里，年内向我局提出1件，系土地调查数据需求。", "N-01"),
        (BUREAU, "企业参与度有所提高，全年共提交申请8件。", "N-01"),
        (BUREAU, "律师事务所仍是常客，年内递交了3件。", "N-01"),
        (NOTHING, "有1名村民书面申请公开农业普查资料，新收申请记1件，当月即予答复。", "N-02"),
        (BUREAU, "新收申请共计登记为44件。", "N-01"),
        (BUREAU, "除公益组织提出的2件外，余下新收申请均出自个人和企业。", "N-01"),
        (BUREAU, "除律所提出的3件外，其余新收申请40件出自自然人、企业等。", "N-01"),
    ],
)
def test_what_is_false_beside_the_cells_is_told(office: Office, text: str, rule: str) -> None:
    assert wrong(office, text) == {rule}


@pytest.mark.parametrize(
    ("office", "text"),
    [
        (BUREAU, "年内申请受理数定格在43件，内容与征地有关。"),
        (BUREAU, "依申请收件量停留在43件左右。"),
        (DISTRICT, "全区各级行政机关承接依申请公开368件，网络渠道仍是群众首选。"),
        (DISTRICT, "承接上级转办的依申请公开5件。"),
        (DISTRICT, "归入“其他”一类申请人的新收件6件，含村民小组、业主委员会等。"),
        (BUREAU, "新收与结转放在一起，本局待办申请达到47件，办理压力较往年明显加大。"),
        (BUREAU, "新收和结转的合并计算，应办47件。"),
        (DISTRICT, "连同2023年留下的26件，区政府及各部门应办的申请是394件。"),
        (BUREAU, "2023年留下的问题12个，已整改；应办申请47件。"),
        (BUREAU, "年初案头还压着4件2023年度未办结的申请，一季度优先处理。"),
        (BUREAU, "尚在办理期内的申请2件，顺延至2025年一并统计。"),
        (BUREAU, "47件应办申请，至12月31日还剩2件没有答复。"),
        (BUREAU, "其中12月下旬收到的2件列入结转，待次年再行答复申请人。"),
        (BUREAU, "其中12月下旬收到的1件列入结转，待次年再行答复申请人。"),
        (BUREAU, "公益组织首次出现在申请人名单里，年内向我局提出1件，系土地调查数据需求。"),
        (BUREAU, "企业参与度有所提高，全年共提交申请9件。"),
        (BUREAU, "企业较为关注规划信息，全年提出建议8件。"),
        (BUREAU, "律师事务所和个人是常客，年内递交了3件。"),
        (SCHOOLS, "新收申请记12件，均已答复。"),
        (BUREAU, "除公益组织提出的1件外，余下新收申请42件。"),
        (BUREAU, "除上述2件外，其余申请均按期答复。"),
    ],
)
def test_what_is_right_or_of_others_is_left_alone(office: Office, text: str) -> None:
    assert wrong(office, text) == set()
