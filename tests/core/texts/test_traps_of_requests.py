"""True sentences that come near to claims on applications received and carried over."""

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
    ("office", "text"),
    [
        (BUREAU, "企业申请9件，除1件外，其余均已办结。"),
        (BUREAU, "第四季度收到申请12件，除1件外，其余均已办结。"),
        (BUREAU, "规划类申请20件，除1件外，其余均在年内答复。"),
        (BUREAU, "上年结转的4件申请，除1件外，其余均在一季度办结。"),
        (BUREAU, "收到信访转来的材料8件，除1件外，其余均已办结。"),
        (BUREAU, "全年收到申请43件，其余材料均已归档。"),
        (BUREAU, "其余收到的咨询件12件，已口头答复。"),
        (BUREAU, "新收申请43件，其余4件为上年结转。"),
        (BUREAU, "办结45件，其余2件按规定延期，申请人均为个人。"),
        (BUREAU, "办结申请45件，其中企业10件，其余35件为自然人、公益组织和律所申请。"),
        (BUREAU, "超过法定期限答复的申请为零。"),
        (BUREAU, "企业申请超过5件的月份有3个。"),
        (BUREAU, "自然人申请量远超企业，是企业的3倍多。"),
        (BUREAU, "自然人申请约为企业的3.4倍。"),
        (BUREAU, "全年公开信息3200条，超过上年的2800条。"),
        (BUREAU, "申请公开的信息涉及规划的超过一半。"),
        (BUREAU, "征地类申请占申请总量的六成以上。"),
        (BUREAU, "网络渠道占比超过八成，自然人是主要申请人群体。"),
        (BUREAU, "自然人申请中，征地类占九成以上。"),
        (BUREAU, "2023年留下的问题已全部整改，2024年新收申请43件。"),
        (BUREAU, "2022年至2023年收到申请80件，2024年收到43件。"),
        (BUREAU, "2023年未结的复议案件1件，已审结。"),
        (BUREAU, "存量文件由年初的40件压减到年末的30件。"),
        (BUREAU, "年初案头压着的4件申请，已逐件办结。"),
        (BUREAU, "应办未办事项清零，应办申请47件。"),
        (BUREAU, "待办公文12件，均已流转。"),
        (BUREAU, "登记的35件咨询中，没有人提出公开申请的意向。"),
        (BUREAU, "没有申请人要求当面答复。"),
        (BUREAU, "无群众因申请渠道不畅投诉。"),
        (BUREAU, "未遇到申请人恶意大量申请的情况。"),
        (BUREAU, "未遇到重复申请公开的情形较上年减少。"),
        (BUREAU, "上年没有留下整改问题，今年继续保持。"),
        (BUREAU, "没有给基层留下待办事项。"),
        (BUREAU, "网站信箱零收件，申请渠道畅通。"),
        (BUREAU, "申请材料零收件费用。"),
        (BUREAU, "各科室各收到申请10件左右。"),
        (BUREAU, "向申请人和第三方各发出告知书1件。"),
        (BUREAU, "自然人和企业各占一半的是规划类申请。"),
        (BUREAU, "科研机构关注度提高，年内向我局提交课题报告1件。"),
        (BUREAU, "企业对信息公开仍较陌生，全年提交的补正材料3件。"),
        (BUREAU, "其中12月收到的2件，因期限未到结转。"),
        (BUREAU, "10月收到的1件，转作信访件办理。"),
        (BUREAU, "1件申请列为重点督办件，按期答复。"),
        (BUREAU, "有2件登记为咨询件。"),
        (BUREAU, "结转申请均已告知申请人办理进度。"),
        (BUREAU, "结转的均为年底收到的申请。"),
        (BUREAU, "未办结的都是12月中旬以后收到的。"),
        (BUREAU, "申请人只有2人未缴费。"),
        (BUREAU, "申请人仅有一人未补正。"),
        (BUREAU, "年末未结件较年初下降一半。"),
        (BUREAU, "结转下年的申请比上年结转的减少了50%。"),
        (BUREAU, "期末在办件比年初少2件，比高峰时少11件。"),
        (BUREAU, "三季度申请比二季度增加6件。"),
        (BUREAU, "住建领域新增信息公开申请3件，主要涉及物业。"),
        (BUREAU, "承接县级下放的审批事项20件。"),
        (BUREAU, "同比来看，上年为38件，本年新收申请多了5件。"),
        (BUREAU, "较2023年的38件，受理申请增加5件。"),
        (BUREAU, "本年新收申请43件，与2023年的40件相比，增加3件。"),
        (BUREAU, "与上年的12场相比，培训多了6场，申请共43件。"),
        (BUREAU, "与上年的50件相比，咨询件少了6件。"),
        (BUREAU, "新收件43件，去年收到申请40件，今年增至43件。"),
        (BUREAU, "去年办结40件，今年增至45件。"),
        (BUREAU, "去年主动公开文件40件，今年增至60件；申请43件。"),
    ],
)
def test_what_is_right_or_of_others_is_left_alone(office: Office, text: str) -> None:
    assert wrong(office, text) == set()
