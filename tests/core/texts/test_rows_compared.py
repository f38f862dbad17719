"""Rows compared with each other: 无法提供的件数是不予公开的三倍, 办结量比收到量少5件 (N-04, N-05)."""

from __future__ import annotations

from datetime import date

import pytest

from core.checks.rules import CheckContext
from core.report.report import new_report
from core.report.totals import report_numbers
from core.texts.claims.claims import claims
from tests.core.texts.offices import SEVENTY_THREE as CELLS


def wrong(text: str) -> list[tuple[str, str]]:
    report = new_report("青梧县自然资源局", "政府部门", 2024)
    cells = {**dict.fromkeys(report.form.entered, 0), **CELLS}
    report = report.with_cells(cells).with_texts({"s1.request": text})
    context = CheckContext(report, report_numbers(report), None, date(2025, 1, 10))
    return [(claim.rule_id, claim.quote) for claim in claims(context) if claim.agrees is False]


@pytest.mark.parametrize(
    ("text", "rule_id", "quote"),
    [
        ("无法提供的件数是不予公开的三倍。", "N-05", "无法提供的件数是不予公开的三倍"),
        ("不予处理的件数多于不予公开。", "N-05", "不予处理的件数多于不予公开"),
        ("不予公开、无法提供、不予处理三类合计26件。", "N-05", "不予公开、无法提供、不予处理三类合计26件"),
        ("未公开的答复合计27件。", "N-05", "未公开的答复合计27件"),
        ("不予公开、无法提供两类答复共19件。", "N-05", "不予公开、无法提供两类答复共19件"),
        ("不掌握的件数是补正后仍不明确的八倍。", "N-05", "不掌握的件数是补正后仍不明确的八倍"),
    ],
)
def test_rows_that_do_not_stand_so(text: str, rule_id: str, quote: str) -> None:
    assert wrong(text)[:1] == [(rule_id, quote)]


@pytest.mark.parametrize(
    "text",
    [
        "信访类申请比重复申请多2件。",
        "无法提供的件数是不予公开的两倍。",
        "予以公开的件数相当于部分公开的近四倍。",
        "予以公开的件数相当于无法提供的三倍多。",
        "不予处理的件数是无法提供的一半。",
        "办结量比应办量少7件。",
        "三类相加共28件：不予公开6件、无法提供12件、不予处理6件，另有其他处理2件、未说明2件。",
        "不予公开6件、无法提供12件、不予处理6件，三类相加24件。",
        "新收申请75件，上年为70件，同比净增5件。",
        "新收申请75件，上年办结70件，净增加办件5件。",
        "按渠道分，网上52件、信函13件、当面10件，加起来正是新收的75件。",
        "部分公开的件数少于无法提供。",
        "不予处理的件数不多于不予公开。",
        "不予公开、无法提供、不予处理三类合计24件。",
        "不予公开、无法提供两类答复共18件。",
        "未公开的答复合计26件。",
        "公开的信息量超过上年。",
        "主动公开的件数多于依申请公开。",
        "全年公开政策文件超过解读材料。",
        "不予公开的内容多于可以公开的内容的，整体不予公开。",
        "当面申请多于网上申请。",
        "近七成答复为公开类，其中一半以上全部公开。",
        "办结申请中，予以公开与部分公开合计占六成以上。",
        "一半以上的申请得到了全部公开的答复。",
        "超过九成的申请在法定期限内提前办结。",
        "网上申请占比超过五成，当面申请不足两成。",
        "公开率超过六成，较上年提高一成。",
        "政务新媒体推送量占全部公开信息的一半以上。",
        "收到意见20条，采纳不到一半，其余作了说明。",
        "网上50件、信函15件、当面10件，三者相加75件。",
        "上年结转5件，今年新收75件，同比净增5件。",
        "不予处理多于其他处理，无法提供多于不予公开。",
        "办结件少于应办件，差额为结转下年的7件。",
        "新收件少于应办件5件。",
        "予以公开的件数是部分公开的三倍多。",
        "无法提供12件，是不予公开的两倍。",
        "当年办结数比新收数少2件。",
    ],
)
def test_rows_that_stand_so(text: str) -> None:
    assert wrong(text) == []
