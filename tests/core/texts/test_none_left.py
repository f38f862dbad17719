"""Told wholes: 年底清零 leaves none, spans of years are all years, kinds are no more than the new ones."""

from __future__ import annotations

import pytest

from core.report.report import Report
from tests.core.texts.filled_reports import filled, findings_of, wrong_quotes

CELLS = {"t3.R01.C1": 96, "t3.R01.C2": 9, "t3.R01.C3": 1, "t3.R01.C5": 2, "t3.R02.C1": 4, "t3.R25.C1": 6}
CELLS |= {"t3.R03.C1": 94, "t3.R03.C2": 9, "t3.R03.C3": 1, "t3.R03.C5": 2}


def report_of(text: str, code: str) -> Report:
    return filled("南桂县教育局", code, text, CELLS)


def wrong(text: str, code: str = "s1.request") -> list[str]:
    return wrong_quotes(report_of(text, code))


def sums(text: str) -> list[str]:
    return [f.message for f in findings_of(report_of(text, "s1.manage"), "N-24")]


@pytest.mark.parametrize(
    "text",
    [
        "各学校自己收的不算，厅里收的108件都按时答了，年底清零，一件没剩，处里为此加了不少班。",
        "今年收到的申请都按时答复，一件没剩。",
        "收到申请108件，年底全部清零。",
        "各处室接到申请当天分办，一件也没留。",
        "今年108件申请，逐件盯办，年末清零，一件不剩。",
    ],
)
def test_none_is_left_at_the_end_of_the_year(text: str) -> None:
    assert len(wrong(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "积压的申请年底清零。",
        "上年结转的申请4件，年底清零，一件没剩。",
        "依申请公开中超期件年底清零。",
        "申请窗口印的指南一份没剩。",
        "收到申请108件，其中企业9件年底清零。",
        "信访转来的申请年底清零，按信访渠道办。",
        "到期应答的申请年底清零。",
    ],
)
def test_what_else_is_brought_to_nought_is_left_alone(text: str) -> None:
    assert wrong(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "新收108件申请，个人提的占大头，100件，比去年多了二十来件；企业9件，科研机构1件，律所2件。",
        "新收108件，自然人100件，企业9件，科研机构1件，律所2件。",
        "今年新收108件申请，以个人为主，100件；企业9件，律所2件。",
        "新收申请108件，个人占多数，有100件，企业9件。",
        "新收108件，公民100件、企业9件、科研机构1件、律师事务所2件。",
    ],
)
def test_kinds_are_no_more_than_the_new_ones(text: str) -> None:
    assert len(wrong(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "新收108件申请，个人提的占大头，96件；企业9件，科研机构1件，律所2件。",
        "新收108件，连同上年结转4件，自然人100件，企业9件，科研机构1件，律所2件。",
        "收到申请112件，自然人100件，企业9件，科研机构1件，律所2件。",
        "新收108件，上年结转4件；自然人100件，企业9件，科研机构1件，律所2件。",
        "新收108件，加上上年的，自然人共100件，企业9件，科研机构1件，律所2件。",
    ],
)
def test_kinds_may_be_told_with_those_carried_in(text: str) -> None:
    assert wrong(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "对照现行有效的19件文件核了有效期，其中2017年以前出台的5件，2018年至2020年的9件，2021年以后的6件。",
        "公开文件40件，其中2015年以前出台12件，2016年至2020年18件，2021年以来12件。",
        "清理文件30件，其中2010年之前的8件、2011年至2019年14件、2020年之后的9件。",
        "公开档案120件，其中2019年以前的50件，2020年的40件，2021年以后的28件。",
        "许可1975件，同比（上年1580件）增长20%。",
        "公开信息156条，同比（去年120条）增长25%。",
        "咨询90件，同比（上年100件）下降12%。",
        "检查240次，同比（2023年200次）增长25%。",
        "培训60人次，同比（上年为50人次）增长30%。",
    ],
)
def test_spans_of_years_and_growth_do_not_fit(text: str) -> None:
    assert len(sums(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "文件20件，其中2017年以前出台的5件，2018年至2020年的9件，2021年以后的6件。",
        "现行有效的19件，其中2017年以前5件，2021年以后6件。",
        "2020年以前公开目录30条，2021年12条，2022年以后新增8条。",
        "清理文件30件，废止2017年以前的5件，修改2018年至2020年的9件，2021年以后的保留16件。",
        "档案解密60件，其中1990年以前30件。",
        "许可1975件，同比（上年1580件）增长25%。",
        "咨询90件，同比（上年100件）下降10%。",
    ],
)
def test_spans_of_years_and_growth_fit(text: str) -> None:
    assert sums(text) == []
