"""Another bureau that does what our report tells, right behind a topic of it, was copied (N-10)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import found_in

COPIED = (
    "平台建设方面，珞川市财政局依托市政府门户网站维护审计专题3个，全年更新栏目内容190余条，公众号“珞川审计”关注人数到年底为4800人。",
    "主动公开方面，珞川市财政局通过政府网站发布审计结果公告12期。",
    "在平台建设方面，市水利局依托门户网站开设专栏2个，更新信息90条。",
    "（四）平台建设方面：珞川市教育局利用微信公众号推送信息260条。",
    "依申请公开方面，珞川市交通运输局全年收到申请3件，均已答复。",
    "信息管理方面，珞川市农业农村局制发规范性文件2件，均已公开。",
    "监督保障方面，珞川市民政局组织业务培训2次。",
    "政策解读方面，珞川市商务局发布解读材料6篇。",
    "平台建设上，珞川市应急管理局维护专题3个。",
    "主动公开工作中，珞川市文化广电和旅游局公开信息412条。",
)
TOLD = (
    "平台建设方面，珞川市政务服务数据管理局统一维护政府网站集约化平台，我局按要求报送信息。",
    "平台建设方面，珞川市财政局对我局专栏建设给予经费保障。",
    "审计公开方面，珞川市财政局、珞川市教育局等单位公布了整改情况12项。",
    "协作方面，珞川市财政局会同我局发布联合公告2期。",
    "整改公开方面，珞川市水利局按审计要求公开整改结果3项，我局跟踪督促。",
    "平台建设方面，我局依托市政府门户网站维护审计专题3个。",
    "平台建设方面，珞川市审计局依托市政府门户网站维护审计专题3个。",
    "培训方面，参加珞川市司法局举办的培训2次。",
    "监督方面，珞川市财政局预算执行审计结果已公开。",
    "经验借鉴方面，珞川市财政局开设专栏3个的做法值得学习。",
    "评估方面，市政府办公室对各部门发布信息情况进行检查。",
    "平台建设方面，珞川市大数据局维护专题3个。",
    "财政信息公开方面，珞川市财政局公开预决算信息12条。",
    "整改公开方面，珞川市水利局公开整改结果3项。",
)


@pytest.mark.parametrize("text", COPIED)
def test_another_bureau_behind_a_topic_is_found(text: str) -> None:
    assert found_in("N-10", 2024, "s1", "珞川市审计局", text)


@pytest.mark.parametrize("text", TOLD)
def test_a_bureau_told_for_a_reason_is_let_be(text: str) -> None:
    assert found_in("N-10", 2024, "s1", "珞川市审计局", text) == []


def test_a_government_is_not_its_office_that_reports() -> None:
    unit = "柳河县人民政府办公室"
    assert found_in("N-10", 2025, "s1", unit, "2025年，柳河县人民政府认真履行本机关法定公开职责，抓好落实。")
    assert found_in("N-10", 2025, "s1", unit, "2025年，我办认真履行本机关法定公开职责，抓好落实。") == []
