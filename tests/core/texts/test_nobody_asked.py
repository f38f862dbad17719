"""Nobody has asked, nothing was left over: negations in other words (N-02, N-03)."""

from __future__ import annotations

import pytest

from tests.core.texts.offices import BUREAU, NOTHING, SCHOOLS, Office, wrong_rules


@pytest.mark.parametrize(
    ("office", "text", "rule"),
    [
        (BUREAU, "依申请公开情况从缺：全年无人以书面或网络方式向我局提出申请。", "N-02"),
        (BUREAU, "报告年度内，从未有公民、法人或者其他组织向我局申请获取政府信息。", "N-02"),
        (BUREAU, "全年没有一位群众向我局递交过信息公开申请表。", "N-02"),
        (BUREAU, "依申请公开渠道畅通，但全年无一人提出申请。", "N-02"),
        (BUREAU, "一年来，未见有人向本局申请公开政府信息。", "N-02"),
        (BUREAU, "全年未登记一件信息公开申请。", "N-02"),
        (BUREAU, "全年信息公开申请的收件数为零。", "N-02"),
        (BUREAU, "未有单位或个人向我局提出政府信息公开申请。", "N-02"),
        (BUREAU, "报告期内无任何组织和个人申请公开政府信息。", "N-02"),
        (BUREAU, "今年没有碰到一起依申请公开。", "N-02"),
        (BUREAU, "依申请公开方面，全年没有任何单位和个人前来申请。", "N-02"),
        (BUREAU, "信息公开申请受理窗口全年零收件。", "N-02"),
        (BUREAU, "2024年，我局不曾接到群众的信息公开申请。", "N-02"),
        (BUREAU, "全年无一件申请进入办理程序。", "N-02"),
        (BUREAU, "经逐件跟踪催办，至报告期末，手头再无未办结的申请。", "N-03"),
        (BUREAU, "到12月31日实现存量清零，再无一件申请需要跨年办理。", "N-03"),
        (BUREAU, "上一年度没有留下待办件，承办人员得以把全部精力用于办理新申请。", "N-03"),
        (BUREAU, "年初没有遗留的申请，全部为当年新收。", "N-03"),
        (BUREAU, "期初零结存，期末结转2件。", "N-03"),
        (BUREAU, "2023年未给今年留下一件未结申请。", "N-03"),
        (BUREAU, "不存在从2023年转来的申请。", "N-03"),
        (BUREAU, "从上年带过来的申请一件也没有。", "N-03"),
        (BUREAU, "上年申请当年了结，未结转到2024年。", "N-03"),
        (BUREAU, "没有留给2025年的申请。", "N-03"),
        (BUREAU, "未给次年留下待办件。", "N-03"),
        (BUREAU, "至年底在办数为零。", "N-03"),
        (BUREAU, "年末没有一件申请拖到2025年。", "N-03"),
        (BUREAU, "全年没有任何申请需要延至次年答复。", "N-03"),
        (BUREAU, "截至12月31日，案头已没有未答复的申请。", "N-03"),
        (BUREAU, "无申请跨入2025年。", "N-03"),
        (BUREAU, "年终盘点，不存在尚未办结的公开申请。", "N-03"),
    ],
)
def test_what_is_false_beside_the_cells_is_told(office: Office, text: str, rule: str) -> None:
    assert wrong_rules(office, text) == {rule}


@pytest.mark.parametrize(
    ("office", "text"),
    [
        (NOTHING, "依申请公开情况从缺：全年无人以书面或网络方式向我局提出申请。"),
        (NOTHING, "报告年度内，从未有公民、法人或者其他组织向我局申请获取政府信息。"),
        (BUREAU, "没有科研机构申请获取政府信息。"),
        (BUREAU, "无人通过电子邮件提出申请。"),
        (BUREAU, "无人以传真方式向我局提出申请。"),
        (BUREAU, "没有人对答复内容提出异议。"),
        (BUREAU, "从未有公民因信息公开提起复议。"),
        (BUREAU, "没有公民、法人或者其他组织对答复不服。"),
        (BUREAU, "下属各站所未有人申请获取政府信息。"),
        (BUREAU, "对申请人未提供身份证明的，一次性告知补正。"),
        (BUREAU, "无单位或个人要求减免信息处理费。"),
        (BUREAU, "没有人在申请中要求听证。"),
        (BUREAU, "2023年从未有公民、法人或者其他组织向我局申请获取政府信息，2024年则收到43件。"),
        (BUREAU, "第四季度无人提出申请。"),
        (SCHOOLS, "上一年度没有留下待办件，承办人员得以把全部精力用于办理新申请。"),
        (SCHOOLS, "经逐件跟踪催办，至报告期末，手头再无未办结的申请。"),
        (SCHOOLS, "年初没有遗留的申请，年末也没有结转。"),
        (BUREAU, "企业申请没有一件需要跨年办理。"),
        (BUREAU, "到期的申请没有一件未办结。"),
        (BUREAU, "上年结转的申请已无未办结的。"),
        (BUREAU, "信访件年底再无未办结的。"),
        (BUREAU, "未留下影像资料的，不予受理。"),
        (BUREAU, "上年审计没有留下待整改问题。"),
        (BUREAU, "再无超期未办结的申请。"),
    ],
)
def test_what_is_right_or_of_others_is_left_alone(office: Office, text: str) -> None:
    assert wrong_rules(office, text) == set()
