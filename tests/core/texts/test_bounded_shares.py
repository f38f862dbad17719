"""Shares of kinds, and of what is left over, told as a bound (N-01, N-03): 企业占比不到一成, 占九成以上."""

from __future__ import annotations

import pytest

from tests.core.texts.offices import BUREAU, DISTRICT, Office
from tests.core.texts.offices import wrong_rules as wrong


@pytest.mark.parametrize(
    ("office", "text", "rule"),
    [
        (BUREAU, "值得注意的是，企业提交申请9件，占新收总数的三成以上。", "N-01"),
        (BUREAU, "商业企业申请不足新收件的十分之一，申请人结构较为单一。", "N-01"),
        (BUREAU, "申请人仍以普通群众为主，自然人申请在新收件中占比九成以上。", "N-01"),
        (BUREAU, "全部申请中，超过八成来自自然人。", "N-01"),
        (BUREAU, "全年收到43件申请，其中自然人占比超过90%。", "N-01"),
        (BUREAU, "企业申请占比不到5%。", "N-01"),
        (BUREAU, "企业申请占比接近四成，以规划类为主。", "N-01"),
        (BUREAU, "九成以上的申请由自然人提出。", "N-01"),
        (BUREAU, "公益组织、科研机构等申请较少，企业申请也只占申请总量的一成多。", "N-01"),
        (BUREAU, "新老申请合计中尚有一成以上未能在年内办结，进度偏慢。", "N-03"),
        (DISTRICT, "新老申请合计中尚有一成以上未能在年内办结，进度偏慢。", "N-03"),
        (DISTRICT, "应办件中有两成以上结转下一年度。", "N-03"),
        (BUREAU, "律师事务所申请不到申请总数的2%。", "N-01"),
        (BUREAU, "申请人构成方面，个人申请占比达九成以上，企业不到一成。", "N-01"),
        (BUREAU, "自然资源领域信息公开申请高位运行，年内新增34件。", "N-01"),
    ],
)
def test_what_is_false_beside_the_cells_is_told(office: Office, text: str, rule: str) -> None:
    assert wrong(office, text) == {rule}


@pytest.mark.parametrize(
    ("office", "text"),
    [
        (BUREAU, "值得注意的是，企业提交申请9件，占新收总数的两成以上。"),
        (BUREAU, "商业企业申请不足新收件的四分之一，申请人结构较为单一。"),
        (BUREAU, "申请人仍以普通群众为主，自然人申请在新收件中占比七成以上。"),
        (BUREAU, "全部申请中，超过七成来自自然人。"),
        (BUREAU, "全年收到43件申请，其中自然人占比超过70%。"),
        (BUREAU, "企业申请占比不到25%。"),
        (BUREAU, "企业申请占比接近三成，以规划类为主。"),
        (BUREAU, "教育类申请中，自然人占九成以上。"),
        (BUREAU, "网上提交的申请里，自然人占比超过九成。"),
        (BUREAU, "2023年自然人申请占比超过九成。"),
        (BUREAU, "结转下年的申请，自然人占九成以上。"),
        (BUREAU, "予以公开的申请中，企业占比不足一成。"),
        (BUREAU, "上半年自然人申请占比九成以上。"),
        (BUREAU, "七成以上的申请由自然人提出。"),
        (BUREAU, "公益组织、科研机构等申请较少，企业申请也只占申请总量的两成多。"),
        (BUREAU, "企业诉求占比不足一成。"),
        (BUREAU, "企业对信息公开的满意度超过九成。"),
        (DISTRICT, "新老申请合计中不足一成未能在年内办结。"),
        (BUREAU, "信访件中尚有一成以上未能在年内办结。"),
        (BUREAU, "律师事务所申请不到申请总数的5%。"),
        (BUREAU, "自然人申请量超过上年的九成。"),
        (BUREAU, "土地领域信息公开申请高位运行，年内新增34件。"),
        (BUREAU, "自然资源领域信息公开申请高位运行，年内新增43件。"),
    ],
)
def test_what_is_right_or_of_others_is_left_alone(office: Office, text: str) -> None:
    assert wrong(office, text) == set()
