"""Signs of rows and flows need proof: applications of this office and year are counted, nothing turns them."""

from __future__ import annotations

import pytest

from tests.core.texts.offices import told_of
from tests.core.texts.test_shown_by_signs import CELLS, UNIT

THINGS = [  # What is counted are documents, letters, matters: no applications
    "全年对外发文120件，其中涉密不予公开的80件。",
    "对90件公文逐件定密审核，标注秘密的一律不予公开。",
    "档案馆接待查档300件，全部原样复制提供。",
    "向法院移送执法案卷40件，均完整提供。",
    "我局全年形成会议纪要90件，依规不公开。",
    "局里受理信访事项80件，不予受理20件，均出具告知书。",
    "一名申请人一口气递来申请书300件，经沟通并作1件。",
    "新收的信封300件，装有公开申请的231件。",
    "收到国家、省、市下发的公开文件300件。",
    "上年积压下来、至今没有销号的督办件40件。",
    "去年带过来的工作底稿80件，已整理归档。",
    "全局60件重大决策事项，讨论稿均未对外公开。",
    "村里张贴征地公告90件，全文公开，群众随时可看。",
    "窗口受理工商登记档案查阅500件，均如数提供。",
]
TURNED = [  # It only seemed to be so, or came otherwise
    "第三方起先不同意公开的40件，经沟通后全部公开。",
    "有意见认为属过程性信息、不宜公开的40件，经法制审核，认定已经定型，全部提供。",
    "没有现成数据、经办人员加班汇总后提供的40件。",
    "看似重复申请、实为不同事项的30件，均逐件答复。",
    "不属于信访的60件，均按信息公开办理。",
    "收费通知发出后逾期未缴又补缴的20件，均已提供。",
    "市面上买得到的教材涉及申请20件，我局仍免费提供。",
    "查找无果、协调档案馆补齐后提供的80件。",
    "企业反对公开的60件，经审查，理由不成立，决定公开。",
    "申请人称涉及商业秘密的30件，审核后认为不构成商业秘密，予以公开。",
    "本可以拖到次年再答的40件，年内提前答复完了。",
]
OTHERS = [  # Another office, another year, a part of the year
    "全市自然资源系统因涉密不予公开的80件。",
    "去年因第三方不同意而不予公开的40件。",
    "截至9月底手里还压着80件没有答复。",
    "收发室登记在册的来件900件，分给我科的231件。",
    "因上年岁末来件扎堆，14件到2024年才轮到答复。",
]
NOT_ASKING = [  # Whoever is named asked for something else, or for nothing
    "企业来函要求对其信息保密的80件。",
    "律师事务所来函询问办理进度60件。",
    "高校师生来局参观、索取宣传册60件。",
    "企业上门索要营业执照复印件60件。",
    "群众上门查阅公开资料300件，未另行登记。",
    "村民递交宅基地申请300件，均已受理。",
    "学院路街道居民提出的60件申请。",
    "公司附近居民递来的60件。",
    "由村委会统一收集、代村民递交的30件。",
    "企业申请超过20件，律所申请低于20件。",
]
SEVERAL = [  # Not every reason is understood, or several rows are told together
    "因商业秘密和工作秘密不予公开20件。",
    "信访投诉、要出版物、反复滥提，三种不予处理的情形累计22件。",
]


@pytest.mark.parametrize("text", [*THINGS, *TURNED, *OTHERS, *NOT_ASKING, *SEVERAL])
def test_what_is_not_proven_is_left_alone(text: str) -> None:
    assert told_of(UNIT, "s3", text, CELLS) == []
    assert told_of(UNIT, "s1.request", text, CELLS) == []


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (16, "第三方不同意公开，我局据此没有公开的{n}件。"),
        (13, "属过程性信息、经法制审核仍不宜公开的{n}件，均书面告知。"),
        (6, "没有现成数据、非得另行汇总，因而无法提供的{n}件。"),
        (5, "原样再来要一遍的重复申请，一概不再处理，共{n}件。"),
        (15, "实为信访的{n}件，均引导走信访渠道。"),
        (2, "收费通知发出后逾期未缴的{n}件，按其他处理了结。"),
        (34, "翻遍档案也查无结果、只好答复无法提供的{n}件。"),
        (3, "经保密审查，因触及国家秘密而被挡下的{n}件。"),
        (10, "年末清点，手里还剩{n}件没有答复。"),
        (14, "上一年度没来得及答复的那{n}件，今年优先办出。"),
        (231, "全年新来申请{n}件。"),
        (12, "律师事务所今年新提的申请{n}件。"),
        (61, "要的材料整份交到申请人手里的{n}件。"),
        (27, "先遮住身份证号再给申请人的{n}件。"),
    ],
)
def test_what_is_proven_is_compared(number: int, text: str) -> None:
    assert told_of(UNIT, "s3", text.replace("{n}", str(number)), CELLS) == []
    assert told_of(UNIT, "s3", text.replace("{n}", str(number + 300)), CELLS)


def test_words_in_brackets_belong_to_the_number_before() -> None:
    text = "本年共办理申请245件（包括上年结转在内），办结235件。"
    assert told_of(UNIT, "s3", text, CELLS) == []
