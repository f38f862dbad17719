"""Only the list right beside a counted thing counts: not what is quoted, nor what stands before another verb (N-26)."""

from __future__ import annotations

import pytest

from core.texts.rules.listed.things_listed import things_miscounted

RIGHT = (
    "现行有效文件512件，全部归集至“政府规章、规范性文件”专栏并提供Word、PDF两种下载格式。",
    "在《信息公开指南、目录》中区分公民、法人两类主体。",
    "修订指南、目录、流程图并提供线上、线下两种申请方式。",
    "梳理许可、处罚、强制事项同时开通电话、邮箱两个渠道。",
    "更新机构职能、领导分工、内设机构并采用图解、视频两种形式。",
    "网站“住房保障、征地拆迁”栏目改版后支持标题、全文两种检索方式。",
    "开设“乡村振兴、稳岗就业、义务教育”专题并推出图文、短视频两类产品。",
    "清理“僵尸、空壳”栏目并建立周查、月报两项制度。",
    "健全公开审查、保密审查、复核环节并设置初审、终审两道关口。",
    "对“一事一议、以奖代补”项目采取张榜、广播两种方式公示。",
    "编印指南、手册、问答并通过窗口、展架两个渠道发放。",
    "通过（网站、公众号）专栏提供文字、语音两种版本。",
    "完善网站、微信、微博三个平台。",
    "建设“网站、微信、微博”三个平台。",
    "用好公示栏、大喇叭、微信群这三种渠道。",
    "公开财政预决算、三公经费、政府采购还提供表格、图解两种样式。",
    "完善受理、登记、审核并开辟网上、信函两个入口。",
    "依托“阳光、透明、便民”三个窗口。",
    "围绕“公开、解读、回应”主线推出访谈、直播两类活动。",
    "向社会征集意见、建议、线索并划分采纳、未采纳两类反馈。",
    "委托第三方机构对8个县（市、区）、36个市直部门开展评估。",
    "所属9个县（市、区）税务局、2个派出机构均已公布。",
    "督促12个乡镇（街道）、5个旗（县、市）按期公开。",
)
WRONG = (
    ("完善网站、微信、微博两个平台。", 2, 3),
    ("建设“网站、微信、微博”四个平台。", 4, 3),
    ("归集至“政府规章、规范性文件”专栏并提供Word、PDF、OFD、TXT三种下载格式。", 3, 4),
    ("修订指南、目录并开通电话、邮箱、窗口、信函三个渠道。", 3, 4),
    ("三个平台：网站、微信、微博、客户端。", 3, 4),
    ("用好公示栏、大喇叭、微信群这四种渠道。", 4, 3),
    ("对8个县（市、区）开展评估，完善网站、微信、微博两个平台。", 2, 3),
    ("选取4个县（云溪县、平川县、清河县）试点。", 4, 3),
)


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_quoted_or_told_before_is_not_counted(text: str) -> None:
    assert things_miscounted(text) == ()


@pytest.mark.parametrize(("text", "said", "listed"), WRONG)
def test_the_list_right_beside_is_counted(text: str, said: int, listed: int) -> None:
    assert [found[1:] for found in things_miscounted(text)] == [(said, listed)]
