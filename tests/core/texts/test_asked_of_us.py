"""An application told of this year where table three is empty is found, whoever asked for whatever (N-02)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, findings_of

TOLD = (
    "2024年收到某会计师事务所提出的申请1件，要求公开政府采购代理机构监督检查情况，经审查后予以公开，答复用时8个工作日。",
    "2024年收到某律师事务所提交的申请2件，均已答复。",
    "全年收到一名退休教师递交的申请1件，要求公开教育附加使用情况，已按期答复。",
    "我局收到某房地产公司提出的申请1件，申请公开容积率调整依据，依法予以公开。",
    "本年度收到外地学生发来的申请1件，内容为统计口径说明，已答复。",
    "年内收到辖区养殖户提交的信息公开申请3件，均已办结。",
    "2024年，收到某高校科研团队申请获取气象观测数据的申请1件，经审查予以公开。",
    "收到业主委员会提出的申请1件，要求公开物业维修资金账目，已告知。",
    "全年仅收到一位村民提出的申请1件，要求公开征地补偿标准，答复了。",
    "2024年收到社会组织提出的申请2件，要求公开购买服务项目清单，予以公开。",
    "2024年收到某商会提交的政府信息公开申请1件，要求公开涉企收费目录。",
    "本局收到媒体记者提出的公开申请1件，要求提供应急演练支出，部分公开。",
    "收到申请人张某提出的申请1件，要求公开其户籍档案查询结果，已答复。",
    "2024年受理某民办学校提交的申请1件，要求公开办学许可批复，已予公开。",
    "2024年我馆接到读者提交的申请1件，要求公开采购书目，已当面答复。",
    "全年接收某设计院提出的申请1件，申请公开规划图纸，因涉密不予公开。",
    "2024年收到某外资企业通过邮寄提出的申请1件，要求公开环评批复文本，已公开。",
    "我局全年收到某农民专业合作社提交的申请1件，要求公开补贴发放名册，答复用时6个工作日。",
    "收到老战士提出的申请1件，要求公开优抚标准，已予公开。",
    "2024年，我局收到某物业公司当面递交的申请1件，要求公开电梯检验结论，经审查后予以公开。",
)
OTHERS = (
    "2024年收到市政府办转来的某会计师事务所提出的申请1件，已协助答复。",
    "2024年收到低保申请36件，办结36件。",
    "县财政局2024年收到某会计师事务所提出的申请1件，由其答复。",
    "2024年收到群众提出的信访件3件。",
    "2024年收到企业提交的行政许可申请12件，全部办结。",
    "下属学校收到家长提出的申请2件，由学校答复。",
    "2023年收到某律师事务所提出的申请1件，2024年没有收到申请。",
    "收到商户提出的摊位租赁申请4件，已转市场。",
    "2024年收到养殖户提出的补贴申请8件，已发放。",
    "所属事业单位收到某公司提出的信息公开申请1件。",
    "2024年收到市民提出的建议12件，均已办理。",
    "收到某公司提出的申请1件，因属县住建局职责，已告知其向该局提出，不计入本机关。",
    "若收到企业提出的申请1件，须在20个工作日内答复。",
    "2024年收到居民提出的加装电梯申请6件，均已批复。",
    "代乡镇收到村民提出的申请1件，已转乡镇办理。",
)
RULES = ("N-01", "N-02", "N-04", "N-05")


@pytest.mark.parametrize("text", TOLD)
def test_an_application_of_somebody_is_told_though_there_are_none(text: str) -> None:
    found = findings_of(filled("白马县财政局", "s3", text, {}), *RULES)
    assert [one for one in found if one.rule_id == "N-02" and one.level != "hint"]


@pytest.mark.parametrize("text", OTHERS)
def test_what_others_had_and_other_matters_are_left_alone(text: str) -> None:
    found = findings_of(filled("白马县审计局", "s3", text, {}), *RULES)
    assert [one for one in found if one.level != "hint"] == []


@pytest.mark.parametrize("text", TOLD[:8])
def test_beside_a_table_that_has_some_nothing_is_said(text: str) -> None:
    cells = {"t3.R01.C1": 4, "t3.R01.C2": 3, "t3.R03.C1": 4, "t3.R03.C2": 3}
    assert findings_of(filled("白马县财政局", "s3", text, cells), "N-02") == []
