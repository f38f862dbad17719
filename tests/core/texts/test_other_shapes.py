"""Years, periods, names, citations, notes, turns and garbled sentences in shapes of other hands (N-08 to N-26)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, findings_of

UNITS = {"A": "平陵县红柳镇人民政府", "B": "平陵县公安局"}
RULES = ("N-08", "N-09", "N-10", "N-11", "N-12", "N-20", "N-24", "N-25", "N-26")
WRONG = [
    ("A", "s1.oversight", "青沙镇党委、政府高度重视政务公开工作，召开推进会2次。", "N-10"),
    ("A", "s1.oversight", "青沙镇人民政府严格落实先审后发制度。", "N-10"),
    ("B", "s1.manage", "青沙县公安局认真落实先审后发制度。", "N-10"),
    ("B", "s1", "一、2023年度总体情况　我局坚持以公开为常态。", "N-08"),
    ("B", "s1", "（一）2023年工作情况：主动公开信息。", "N-08"),
    ("B", "s1", "本报告统计期限从2024年1月1日起算，至2024年11月30日止。", "N-09"),
    ("B", "s1", "数据统计期限：2024.01.01-2024.11.30。", "N-09"),
    ("B", "s1.request", "严格执行国务院令第492号条例，做好依申请公开。", "N-11"),
    ("B", "s1.platform", "全年发布图文628篇（数据待各股室核实）。", "N-12"),
    ("B", "s1.manage", "举办培训三期，参训210人次：第一期70人次，第二期85人次，第三期65人次。", "N-24"),
    ("B", "s1.platform", "微信902篇、微博478篇、客户端110篇，三者相加1940篇。", "N-24"),
    ("B", "s1.platform", "访问量由31.2万次增长到36.5万次，增加3.5万次。", "N-24"),
    ("B", "s1.active", "办复建议提案98件，其中公开全文72件，不予公开全文36件。", "N-24"),
    ("B", "s1.request", "严格遵守法定期限，自收到申请之日起15个工作日内答复。", "N-25"),
    ("B", "s5", "下一步抓好三件大事：①更新指南；②充实栏目；③规范文书；④开展培训。", "N-26"),
    ("B", "s1.oversight", "未发生因政府信息公开引起的行政复议0件的情况。", "N-20"),
    ("B", "s1.oversight", "行政复议、行政诉讼均为均未发生。", "N-20"),
]
RIGHT = [
    ("A", "s1.oversight", "红柳镇党委、政府高度重视政务公开工作，召开推进会2次。"),
    ("A", "s1.oversight", "试点镇党委政府高度重视政务公开工作。"),
    ("A", "s1.oversight", "各镇党委、政府高度重视政务公开工作。"),
    ("B", "s1.manage", "配合平陵县司法局做好规范性文件清理工作。"),
    ("B", "s1.manage", "会同平陵县档案局做好公开信息移交。"),
    ("B", "s1", "一、2024年度总体情况　我局坚持以公开为常态。"),
    ("B", "s1", "本报告统计期限从2024年1月1日算起，至2024年12月31日止。"),
    ("B", "s1", "（数据时段：2024.1.1—2024.12.31）"),
    ("B", "s1", "版本号为2024.1.1，系统数据正常。"),
    ("B", "s1.request", "2007年国务院令第492号公布的条例，2019年以第711号修订。"),
    ("B", "s1.platform", "全年发布图文628篇（数据来源：网信办统计）。"),
    ("B", "s1.platform", "全年发布图文628篇（有待进一步核实的3篇除外）。"),
    ("B", "s1.platform", "全年发布图文628篇（数据截至12月31日）。"),
    ("B", "s1.manage", "举办培训三期，参训220人次：第一期70人次，第二期85人次，第三期65人次。"),
    ("B", "s1.manage", "举办培训三期，参训220人次：第一期70人次，第二期85人次。"),
    ("B", "s1.manage", "首批公开12条，二批公开15条，末批公开3条，共30条。"),
    ("B", "s1.platform", "微信902篇、微博478篇、客户端110篇，三个渠道总共推文1490篇。"),
    ("B", "s1.platform", "微信902篇、微博478篇、客户端110篇，三者相加1490篇。"),
    ("B", "s1.platform", "访问量由31.2万次增长到36.5万次，增加5.3万次。"),
    ("B", "s1.platform", "访问量由36.5万次减少到31.2万次，减少5.3万次。"),
    ("B", "s1.active", "办复建议提案98件，其中公开全文72件，不予公开全文26件。"),
    ("B", "s1.request", "严格遵守法定期限，并承诺自收到申请之日起15个工作日内答复。"),
    ("B", "s1.request", "严格遵守法定期限，自收到申请之日起20个工作日内答复。"),
    ("B", "s5", "下一步抓好四件事：①更新指南；②充实栏目；③规范文书；④开展培训。"),
    ("B", "s1", "总体情况分五项：主动公开，依申请公开，政府信息管理，平台建设，监督保障。"),
    ("B", "s1", "从四个方面推进工作：主动公开、依申请公开、政府信息管理、平台建设，监督保障有力。"),
    ("B", "s1.oversight", "全年未发生因政府信息公开引起的行政复议、行政诉讼。"),
    ("B", "s1.request", "无行政复议，无行政诉讼发生。"),
    ("B", "s1.request", "行政复议、行政诉讼均未发生。"),
    ("B", "s1.request", "没有行政复议和行政诉讼情况发生。"),
]


def rules_told(unit: str, code: str, text: str) -> set[str]:
    report = filled(UNITS[unit], code, text, {"t2.licensing.decisions": 18})
    return {finding.rule_id for finding in findings_of(report, *RULES)}


@pytest.mark.parametrize(("unit", "code", "text", "rule"), WRONG)
def test_what_is_wrong_is_told(unit: str, code: str, text: str, rule: str) -> None:
    assert rules_told(unit, code, text) == {rule}


@pytest.mark.parametrize(("unit", "code", "text"), RIGHT)
def test_what_is_right_is_left_alone(unit: str, code: str, text: str) -> None:
    assert rules_told(unit, code, text) == set()
