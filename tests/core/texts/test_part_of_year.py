"""Numbers of a part of the year: more than the whole year's, up to a month before December, since its beginning."""

from __future__ import annotations

import pytest

from core.report.report import Report
from tests.core.texts.filled_reports import filled, findings_of, wrong_claims, wrong_quotes

CELLS = {"t2.licensing.decisions": 6, "t2.normative.in_force": 3, "t3.R01.C1": 4, "t3.R03.C1": 4}


def report_of(text: str) -> Report:
    return filled("石桥县林业局", "s1.request" if "申请" in text else "s1.active", text, CELLS, year=2025)


def wrong(text: str) -> list[str]:
    return wrong_quotes(report_of(text))


def early(text: str) -> list[str]:
    return [f.message for f in findings_of(report_of(text), "N-25")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("截至2025年11月底，作出行政许可{}件。", "作出行政许可99件"),
        ("2025年1-11月，作出行政许可{}件。", "作出行政许可99件"),
        ("1至11月，我镇共办理行政许可{}件。", "我镇共办理行政许可99件"),
        ("上半年作出行政许可{}件。", "上半年作出行政许可99件"),
        ("前三季度，收到政府信息公开申请{}件。", "收到政府信息公开申请99件"),
        ("截至目前，作出行政许可{}件。", "作出行政许可99件"),
    ],
)
def test_a_part_of_the_year_is_not_more_than_all_of_it(text: str, told: str) -> None:
    assert wrong(text.format(99)) == [told]
    assert wrong(text.format(2)) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("今年以来主动公开政府信息92条，行政许可{}件。", "行政许可99件"),
        ("今年以来主动公开政府信息92条，行政处罚0件，行政许可{}件。", "行政许可99件"),
        ("今年以来，作出行政许可{}件。", "作出行政许可99件"),
        ("2025年1-12月，作出行政许可{}件。", "作出行政许可99件"),
        ("2025年1月至12月，作出行政许可{}件。", "作出行政许可99件"),
    ],
)
def test_the_year_from_its_beginning_is_all_of_it(text: str, told: str) -> None:
    assert wrong(text.format(99)) == [told]
    assert wrong(text.format(6)) == []


@pytest.mark.parametrize(
    "text",
    [
        "截至11月底，公示行政许可99件。",
        "主动公开政府信息92条，其中行政许可99件。",
        "主动公开政府信息92条、行政许可99件。",
        "截至2025年11月底，全县各部门作出行政许可99件。",
        "1至11月，办理行政许可类咨询99件。",
        "1至11月，收到热线工单99件。",
    ],
)
def test_what_is_no_number_of_the_table_is_left_alone(text: str) -> None:
    assert wrong(text) == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("截至2025年11月底，作出行政许可6件。", "截至2025年11月底"),
        ("2025年1-11月，作出行政许可5件。", "2025年1-11月"),
        ("1至11月，我镇共办理行政许可6件。", "1至11月"),
        ("2025年1月至10月，收到政府信息公开申请4件。", "2025年1月至10月"),
        ("截至11月30日，作出行政许可6件。", "截至11月30日"),
        ("截至十一月底，作出行政许可6件。", "截至十一月底"),
        ("截至12月25日，作出行政许可6件。", "截至12月25日"),
        ("2025年1月1日至2025年11月30日，作出行政许可6件。", "2025年1月1日至2025年11月30日"),
        ("2025年前10个月，作出行政许可6件。", "2025年前10个月"),
    ],
)
def test_a_period_that_ends_before_the_year_is_told(text: str, quote: str) -> None:
    (message,) = early(text)
    assert f"“{quote}”" in message
    assert "2025年12月31日" in message


@pytest.mark.parametrize(
    "text",
    [
        "截至十二月底，作出行政许可6件。",
        "截至2025年12月底，作出行政许可6件。",
        "截至2025年12月31日，作出行政许可6件。",
        "2025年1-12月，作出行政许可6件。",
        "截至11月底，主动公开政府信息900条，组织培训2次。",
        "全年作出行政许可6件，其中1至11月作出5件。",
        "全年作出行政许可6件。截至11月底，作出行政许可5件，较上年同期减少。",
        "截至2025年6月底，现行有效规范性文件3件。",
        "上半年作出行政许可5件。",
        "截至9月30日，我局已办结申请3件，剩余1件于10月办结。",
        "1月至6月作出行政许可4件，下半年作出行政许可2件。",
        "1至11月收到申请3件，12月收到1件。",
        "截至9月底收到申请3件，全年4件。",
        "截至2024年11月底，作出行政许可5件。",
    ],
)
def test_other_periods_are_left_alone(text: str) -> None:
    assert early(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "月均作出行政许可1件。",
        "全年作出行政许可6件，月均作出行政许可1件。",
        "人均办理行政许可3件。",
        "年均收到申请3件。",
        "日均作出行政许可0.1件。",
        "月均办结申请1件。",
        "“十四五”期间累计制定规范性文件4件，废止2件。",
    ],
)
def test_a_mean_is_not_the_whole_nor_are_five_years(text: str) -> None:
    assert wrong(text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("本年均作出行政许可99件。", "本年均作出行政许可99件"),
        ("全年均办结申请9件。", "全年均办结申请9件"),
    ],
)
def test_all_of_a_year_is_no_mean(text: str, told: str) -> None:
    assert wrong(text) == [told]


@pytest.mark.parametrize(
    "text",
    [
        "本年12月所收申请中另有{}件未到答复期限，转2026年续办。",
        "12月收到的申请中有{}件未到答复期限，转下年接续办理。",
        "12月所收申请中另有{}件未到答复期限，结转2026年继续办理，企业所提居多。",
    ],
)
def test_those_of_december_carried_over_are_no_more_than_all(text: str) -> None:
    def rules(many: int) -> list[str]:
        cells = {"t3.R01.C1": 20, "t3.R03.C1": 17, "t3.R25.C1": 3}
        return [c.rule_id for c in wrong_claims(filled("石桥县林业局", "s3", text.format(many), cells, year=2025))]

    assert rules(5) == ["N-03"]
    assert rules(3) == rules(2) == []


LISTED = "{}，四到六月收到1件，七到九月没有收到，十到十二月收到1件"


@pytest.mark.parametrize(
    "text",
    [
        f"{LISTED.format('一到三月收到申请2件')}，四个季度相加4件。",
        "一到三月收到申请3件，十二月收到1件。",
        "一到九月收到申请3件，十月以后收到1件。",
        "一到十月收到申请3件，最后两个月收到1件。",
        "到十月收到申请3件，十一、十二月收到1件。",
    ],
)
def test_months_in_words_are_told_to_the_end(text: str) -> None:
    assert early(text) == []
    assert early(text[: text.index("，")] + "。") != []


@pytest.mark.parametrize("text", ["截至十一月底，收到申请4件。", "一到九月收到申请4件，办结4件，六月最多。"])
def test_months_in_words_that_end_too_early(text: str) -> None:
    assert early(text) != []
