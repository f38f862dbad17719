"""What is told as done in a year to come is asked about (N-08)."""

from __future__ import annotations

import pytest

from core.report.report import new_report
from core.texts.rules.dates.coming_years import done_in_coming_years
from tests.core.texts.filled_reports import findings_of


def found(text: str) -> list[str]:
    return [text[span.start : span.end] for span in done_in_coming_years(text, 2025)]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2026年，我局主动公开政府信息92条，其中规范性文件3件。", "2026年"),
        ("2026年共收到政府信息公开申请7件。", "2026年"),
        ("2026年度收到申请9件，均已答复。", "2026年度"),
        ("截至2026年12月31日，制发规范性文件3件。", "2026年12月31日"),
        ("2027年作出行政许可145件。", "2027年"),
        ("工作平稳。2026年县水利局通过门户网站发布信息310条。", "2026年"),
        ("2026年，全县举办培训3期。", "2026年"),
        ("2026年未发生行政复议2件以外的案件。", "2026年"),
    ],
)
def test_a_year_to_come_with_what_was_done(text: str, year: str) -> None:
    assert found(text) == [year]


@pytest.mark.parametrize(
    "text",
    [
        "2026年，我局将主动公开政府信息不少于100条。",
        "力争2026年公开政府信息100条。",
        "2026年计划组织培训2次。",
        "2026年拟采取三项举措，开展抽查2次。",
        "目标：2026年发布解读30篇。",
        "下一步：2026年组织培训2次，开展抽查4次。",
        "3件结转2026年办理。",
        "2025年收到申请7件，较多；2026年1月收到2件。",
        "2026年1月20日前公布本报告。",
        "招录信息：2026年公开招聘公告3条。",
        "2026年完成3个平台的整合。",
        "2026年起开展季度通报4次。",
    ],
)
def test_a_year_to_come_with_what_is_planned(text: str) -> None:
    assert found(text) == []


def test_the_rule_names_the_year_and_its_place() -> None:
    report = new_report("方言县水利局", "政府部门", 2025).with_texts({"s1.request": "2026年共收到申请7件。"})
    (one,) = findings_of(report, "N-08")
    assert "出现2026年，报告年度是2025年" in one.message
    assert [(p.text, p.start, p.end) for p in one.places] == [("s1.request", 0, 5)]


def said(code: str, text: str) -> list[str]:
    report = new_report("方言县水利局", "政府部门", 2025).with_texts({code: text})
    return [text[p.start : p.end] for f in findings_of(report, "N-08") for p in f.places]


@pytest.mark.parametrize(
    "text",
    [
        "2026年，我局围绕群众关心的重要事项抓好公开。",
        "2026年，我局发出收费通知2件，总金额600元。",
        "2027年，我局围绕群众关心的事项抓好公开。",
        "2026年围绕中心工作抓好主动公开。",
        "2026年，全县政务公开工作有序推进。",
        "一年来工作平稳。2026年，我局召开会议部署公开工作。",
        "2026年度，我局完善公开目录，规范发布流程。",
        "2026年坚持以公开为常态，扎实做好各项工作。",
        "2026年，我局没有收取信息处理费。",
        "2026年，我局主动公开信息92条。",
    ],
)
def test_a_year_to_come_without_a_word_of_plan(text: str) -> None:
    assert [year[:2] for year in said("s1", text)] == ["20"]


@pytest.mark.parametrize(
    "text",
    [
        "2026年，我局将围绕群众关心的事项抓好公开。",
        "2026年我局拟增设专栏。",
        "2026年，我局计划召开会议两次。",
        "2026年，我局继续完善目录。",
        "2026年，我局要抓好公开。",
        "2026年，力争办结率达到100%。",
        "2026年起，我局统一公开格式。",
        "2026年1月，我局完成年度报告编制。",
        "2026年1月31日前公布本报告。",
        "本机关收费许可有效期至2027年。",
        "落实2021—2025年规划，谋划“十五五”。",
        "2026年度部门预算已按时公开。",
        "2026年春季学期收费标准已公示。",
        "《2026年政务公开工作要点》已起草。",
        "下一步，做好衔接工作。2026年，我局召开会议两次。",
        "编制2026年部门预算，2026年底前公开。",
    ],
)
def test_plans_and_time_limits_may_have_a_year_to_come(text: str) -> None:
    assert said("s1", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "2027年继续完善目录。",
        "2027年，我局加强培训。",
        "下一步，2027年继续完善目录。",
        "拟于2027年开展培训。",
        "2028年将加强培训。",
        "2027年我局围绕薄弱环节开展培训。",
        "改进措施：2027年度，我局完善目录。",
    ],
)
def test_section_five_plans_for_the_next_year_only(text: str) -> None:
    assert len(said("s5", text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "2026年继续完善目录。",
        "2026年，我局加强培训。",
        "2026年将加强培训。",
        "力争2027年底前建成平台。",
        "到2027年实现全覆盖。",
        "落实2026—2027年三年行动计划。",
        "许可证有效期至2027年。",
        "2026年至2027年分两批培训。",
        "按《2027年规划》要求。",
        "按照“十五五”规划安排推进。",
    ],
)
def test_section_five_may_tell_time_limits_of_later_years(text: str) -> None:
    assert said("s5", text) == []


def test_a_plan_for_a_later_year_is_told_as_such() -> None:
    report = new_report("方言县水利局", "政府部门", 2025).with_texts({"s5": "2027年继续完善目录。"})
    (one,) = findings_of(report, "N-08")
    assert "打算写的是2027年" in one.message


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2026年8月，本局门户网站完成IPv6和适老化改造，全年页面浏览量211万次。", "2026年8月"),
        ("2026年4月16日，我局举办开放日活动，邀请代表20名。", "2026年4月16日"),
        ("工作平稳。2026年11月，我县政务公开专区全面建成。", "2026年11月"),
        ("2026年9月底，本中心组织培训2次。", "2026年9月底"),
    ],
)
def test_a_month_after_the_report_is_public_with_what_we_did(text: str, date: str) -> None:
    assert found(text) == [date]


@pytest.mark.parametrize(
    "text",
    [
        "2026年8月，本局门户网站将完成改版。",
        "2026年6月，我局拟组织培训2次。",
        "下一步，抓好落实。2026年8月，我局完成改版。",
        "2026年2月，我局公开本报告，完成编制工作。",
        "2025年8月，本局门户网站完成改版。",
        "2026年8月前，本局门户网站完成改版。",
        "力争在2026年8月，我局网站完成改版。",
        "2026年5月，我局继续组织培训。",
    ],
)
def test_a_month_to_come_that_is_planned_or_near_is_left_alone(text: str) -> None:
    assert found(text) == []
