"""Rows, flows and applicants told in words that nobody has listed as a whole hold at least so many as are told."""

from __future__ import annotations

import pytest

from core.report.entry_text import Number
from tests.core.texts.offices import told_of

UNIT = "临川县水利局"
CELLS: dict[str, Number] = {
    "t3.R01.C1": 180,
    "t3.R01.C2": 25,
    "t3.R01.C3": 7,
    "t3.R01.C4": 3,
    "t3.R01.C5": 12,
    "t3.R01.C6": 4,
    "t3.R02.C1": 14,
    "t3.R03.C1": 61,
    "t3.R04.C1": 27,
    "t3.R05.C1": 3,
    "t3.R06.C1": 5,
    "t3.R07.C1": 2,
    "t3.R08.C1": 16,
    "t3.R09.C1": 8,
    "t3.R10.C1": 13,
    "t3.R11.C1": 11,
    "t3.R12.C1": 9,
    "t3.R13.C1": 34,
    "t3.R14.C1": 6,
    "t3.R15.C1": 4,
    "t3.R16.C1": 15,
    "t3.R17.C1": 5,
    "t3.R18.C1": 2,
    "t3.R19.C1": 3,
    "t3.R20.C1": 2,
    "t3.R21.C1": 5,
    "t3.R22.C1": 2,
    "t3.R23.C1": 2,
    "t3.R25.C1": 10,
}


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (61, "村民张口要的那份图纸，我局一张没留全给了人家，像这样的全年有{n}件。"),
        (27, "{n}件申请，我局先把身份证号盖住，再把余下部分复印给申请人。"),
        (3, "盖着密级章的材料谁来要也不能给，据此回绝了{n}件。"),
        (5, "除涉密之外，测绘法等法律、行政法规不许公开的，我局依法回绝了{n}件。"),
        (16, "牵扯到邻居的个人隐私，邻居又不点头，因此不公开的申请{n}件。"),
        (8, "想看我局的值班表、考勤记录，属于内部管理的事，没有给的{n}件。"),
        (13, "请示、会议纪要之类尚未形成定论的材料，答复不公开的有{n}件。"),
        (34, "库里库外都找了，没有，最后无法提供的{n}件。"),
        (6, "手头没有现成的表，非得重新汇总不可，没法给的{n}件。"),
        (4, "请对方补了一回，还是弄不明白他要哪份文件，给不出东西的{n}件。"),
        (15, "拿着公开申请表来告状的有{n}件，一概请其走信访渠道。"),
        (5, "发了补正通知，左等右等没有回信，按放弃处理{n}件。"),
        (2, "申请人中途自己撤了，记在其他处理里的其他项{n}件。"),
        (14, "去年年底压在手里没办完的{n}件，开春后都办了。"),
        (14, "背着{n}件旧账进入2025年，我局一件没拖。"),
        (10, "年终一盘点，手里还压着{n}件没有答复。"),
        (235, "{n}件申请在年内画上了句号。"),
        (231, "全年冒出来的新申请有{n}件，比前一年热闹。"),
        (12, "当年新收件里，{n}件落款是律所。"),
        (7, "高校、科研院所因课题研究需要，今年新找我局要材料{n}件。"),
        (4, "除个人、企业、科研、公益和法律服务机构以外的单位（如村委会），新来件{n}件。"),
    ],
)
def test_more_than_the_table_holds_is_told(number: int, text: str) -> None:
    assert told_of(UNIT, "s3", text.replace("{n}", str(number)), CELLS) == []
    assert told_of(UNIT, "s3", text.replace("{n}", str(number + 300)), CELLS)


@pytest.mark.parametrize(
    "text",
    [
        "各乡镇收到的申请共900件，均自行答复。",
        "经沟通，劝说申请人主动撤回重复申请80件。",
        "受理举报投诉线索300件，办结290件，其余10件正在调查。",
        "向企业征求意见40件次，企业均同意公开。",
        "对已公开的120件文件作了脱敏处理后重新发布。",
        "律师代理村民提出的申请有30件。",
        "村民因不掌握申请方法，来窗口请教的有40件。",
        "年末留存的纸质申请台账共245件，均已归档。",
        "因不掌握相关信息等原因无法提供44件。",
        "征求第三方意见35件，其中第三方不同意公开的31件。",
        "三类主要情形（不掌握、行政查询、重复申请）合计48件。",
        "公司不愿把自己的报价单示人，我局尊重其意见，没有公开的16件。",
        "其中180件为个人申请，个人申请中有161件由12人提出。",
        "从内容看，征地类办结108件，予以公开51件。",
        "一名申请人就同一地块先后提交申请7件，予以公开3件、部分公开2件。",
        "涉及征地的31件均由被征地村民提出。",
        "登记在册235件，剔除重复登记4件，实收231件。",
        "三个理由合计占不予公开的79.1%：第三方16件、过程性信息13件、案卷11件。",
        "问出警经过的占去17件，凡已立卷的，按行政执法案卷依法不予公开。",
        "自然人、商业企业、科研机构、社会公益组织、法律服务机构和其他组织，共231件。",
    ],
)
def test_what_is_of_other_matters_is_left_alone(text: str) -> None:
    assert told_of(UNIT, "s3", text, CELLS) == []


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("t3.R05.C1", "全年没有一件申请因涉及国家秘密被我局拒之门外。"),
        ("t3.R05.C1", "我局没有以涉及国家秘密为由拒绝过任何一位申请人。"),
        ("t3.R04.C1", "凡给申请人的材料都是整份交付，全年没有出现遮掉一部分再给的情况。"),
    ],
)
def test_rows_denied_are_compared(cell: str, text: str) -> None:
    others = {code: 0 if code == cell else number for code, number in CELLS.items()}
    others["t3.R25.C1"] = CELLS["t3.R25.C1"] + CELLS[cell]
    assert told_of(UNIT, "s3", text, others) == []
    assert told_of(UNIT, "s3", text, CELLS)


def test_what_a_sum_in_the_sentence_proves_wrong_is_said_of_the_sum_alone() -> None:
    said = told_of(UNIT, "s3", "全年办结申请235件，其中按期办结234件、延期办结4件。", CELLS)
    assert len(said) == 1
    assert "234＋4＝238" in said[0]


def test_what_was_not_carried_in_is_not_the_next_number() -> None:
    none_before = {**CELLS, "t3.R02.C1": 0}
    assert told_of(UNIT, "s3", "没有上年结转件，24件当年收当年结。", none_before) == []
