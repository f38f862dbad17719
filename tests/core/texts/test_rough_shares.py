"""Shares told in words or by a bound are compared with the tables: 予以公开的不到办结总数的四成 (N-05)."""

from __future__ import annotations

from datetime import date

import pytest

from core.checks.rules import CheckContext
from core.report.report import new_report
from core.report.totals import report_numbers
from core.texts.claims.claims import claims

CELLS = {
    "t3.R01.C1": 60,
    "t3.R01.C2": 12,
    "t3.R01.C5": 3,
    "t3.R02.C1": 4,
    "t3.R02.C2": 1,
    "t3.R25.C1": 6,
    "t3.R25.C2": 1,
    "t3.R03.C1": 30,
    "t3.R03.C2": 6,
    "t3.R03.C5": 1,
    "t3.R04.C1": 8,
    "t3.R04.C2": 2,
    "t3.R08.C1": 3,
    "t3.R08.C2": 1,
    "t3.R11.C1": 2,
    "t3.R13.C1": 7,
    "t3.R13.C2": 1,
    "t3.R13.C5": 2,
    "t3.R15.C1": 2,
    "t3.R16.C1": 3,
    "t3.R16.C2": 1,
    "t3.R17.C1": 2,
    "t3.R21.C1": 1,
    "t3.R21.C2": 1,
}
"""73 dealt with: 37 granted, 10 in part, 6 denied, 12 unavailable, 6 not processed, 2 otherwise."""


def wrong(text: str) -> list[tuple[str, str]]:
    report = new_report("青梧县自然资源局", "政府部门", 2024)
    cells = {**dict.fromkeys(report.form.entered, 0), **CELLS}
    report = report.with_cells(cells).with_texts({"s1.request": text})
    context = CheckContext(report, report_numbers(report), None, date(2025, 1, 10))
    return [(claim.rule_id, claim.quote) for claim in claims(context) if claim.agrees is False]


@pytest.mark.parametrize(
    ("text", "rule_id", "quote"),
    [
        ("予以公开的不到办结总数的四成。", "N-05", "予以公开的不到办结总数的四成"),
        ("全部答复中，无法提供的占到三成以上。", "N-05", "无法提供的占到三成以上"),
        ("超过两成的办结申请被部分公开。", "N-05", "超过两成的办结申请被部分公开"),
        (
            "在不予公开的答复中，涉及第三方合法权益的不足三分之一。",
            "N-05",
            "涉及第三方合法权益的不足三分之一",
        ),
        ("无法提供的12件中，补正后仍不明确的超过一半。", "N-05", "补正后仍不明确的超过一半"),
        ("三成以上的申请被不予公开。", "N-05", "三成以上的申请被不予公开"),
        ("九成以上的应办申请已经办结，其中一半以上不予公开。", "N-05", "其中一半以上不予公开"),
        ("予以公开37件，占办结总数的六成以上。", "N-05", "占办结总数的六成以上"),
    ],
)
def test_a_share_in_words_that_the_tables_do_not_give(text: str, rule_id: str, quote: str) -> None:
    assert wrong(text)[:1] == [(rule_id, quote)]


@pytest.mark.parametrize(
    "text",
    [
        "予以公开的刚过办结总数的一半。",
        "全部答复中，无法提供的接近两成。",
        "一成多的办结申请为部分公开。",
        "自然人提出的申请约占新收总量的八成。",
        "近一成应办申请年内未能办结。",
        "在不予公开的答复中，涉及第三方合法权益的占三分之二。",
        "不予处理的决定中，重复申请占三成多。",
        "公开、部分公开两类答复合计超过办结总数的六成。",
        "企业申请在新收件中的比重超过一成。",
        "涉及征地补偿的申请占六成以上。",
        "通过网络提交的申请超过七成。",
        "予以公开的申请较上年增加两成以上。",
        "九成以上的申请在10个工作日内答复。",
        "八成以上的申请人对答复表示满意。",
        "无法提供的12件中，补正后仍不明确的不到两成。",
        "企业申请12件，不到新收总数的两成。",
        "九成以上的应办申请已经办结。",
        "自然人申请中，予以公开的约占一半。",
        "企业申请中予以公开的占四成以上。",
        "予以公开37件，占办结总数的五成以上。",
        "近三成的申请涉及房屋征收，两成涉及规划许可。",
        "办结率达到九成以上。",
        "每件申请的办理时限不到规定期限的一半。",
    ],
)
def test_a_share_in_words_that_is_right_or_of_something_else(text: str) -> None:
    assert wrong(text) == []
