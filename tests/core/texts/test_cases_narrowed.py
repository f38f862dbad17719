"""Cases that the words around them narrow: those some answers led to, those that went on, kinds of others (N-06)."""

from __future__ import annotations

import pytest

from tests.core.texts.nine_offices import LAND, rules_found


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("s3", "全年以商业秘密为由不予公开3件，被申请复议的2件。"),
        ("s3", "不予公开共9件。因这9件提起复议的有3件。"),
        ("s3", "针对这13件无法提供的答复，申请人提起复议2件。"),
        ("s3", "不予公开9件，由此引发复议3件。"),
        ("s3", "全年以行政查询为由不予公开5件，申请人复议的2件、起诉的1件。"),
        ("s3", "无法提供13件，申请人不服提起复议的1件。"),
        ("s4", "诉讼案件有1件因管辖异议、送达等原因跨年审理，为复议后起诉。"),
        ("s4", "本年度没有结转的诉讼；复议案件则有1件因调查取证跨年办理。"),
        ("s4", "行政诉讼有1件因送达原因转入下年审理。"),
        ("s4", "应诉情况。2件案件都是申请人不服市政府复议决定，起诉至中级人民法院。"),
        ("s4", "全年我局行政复议案件共60件，其中行政许可类18件、征收类37件、信息公开类5件。"),
        ("s4", "各类行政诉讼案件共21件，其中行政处罚类6件、行政强制类12件、信息公开类3件。"),
        ("s4", "全年涉我局复议案件共45件，其中不服行政处罚的12件、不服行政许可的28件、信息公开的5件。"),
        ("s4", "复议案件类型：行政处罚类7件，行政许可类19件，信息公开类5件。"),
    ],
)
def test_some_cases(code: str, text: str) -> None:
    assert rules_found(LAND, code, text) == set()


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("s3", "全年办结53件，被申请复议的4件。"),
        ("s3", "不予公开9件。全年提起复议的有4件。"),
        ("s3", "予以公开20件，部分公开8件，不予公开9件。被申请复议的4件。"),
        ("s3", "因这53件提起复议的有4件。"),
        ("s4", "诉讼案件则有2件，均为复议后起诉。"),
        ("s4", "诉讼案件有2件因鉴定跨年审理。"),
        ("s4", "行政复议案件4件，均为当事人不服我局答复。"),
        ("s4", "全年行政复议案件6件，其中征地类2件、信息公开类4件。"),
    ],
)
def test_all_cases(code: str, text: str) -> None:
    assert "N-06" in rules_found(LAND, code, text)
