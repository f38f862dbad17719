"""Plans for the report year that were left from an earlier report."""

from __future__ import annotations

import pytest

from core.report.report import new_report
from core.texts.rules.plans import wrong_plans
from tests.core.texts.filled_reports import findings_of


@pytest.mark.parametrize(
    "text",
    [
        "2025年，我局将建立信息发布周调度机制，力争更新率达到95%以上。",
        "答复文书不够规范。2025年我局将制定答复文书模板，组织两次培训。",
        "2025年，本局将举办政策解读专场。",
        "2025年度，我局将邀请企业代表评议。",
        "一是专栏更新慢。2025年，将细化公开清单，按月抽查。",
    ],
)
def test_what_an_office_will_do_in_the_report_year_is_an_old_plan(text: str) -> None:
    assert [span.what for span in wrong_plans(text, 2025)] == ["2025"]


@pytest.mark.parametrize(
    "text",
    [
        "2025年，我局将规范性文件全部公开。",
        "2025年，我局将政务公开纳入绩效考核。",
        "2025年，我局将制定出台的4件文件全部公开。",
        "2025年，我局将建立的台账报县政府办。",
        "2025年，我局将修订后的指南重新公布。",
        "2025年，我局将主动公开目录延伸至基层所。",
        "2026年，我局将建立信息发布周调度机制。",
    ],
)
def test_what_an_office_did_with_a_thing_is_no_plan(text: str) -> None:
    assert wrong_plans(text, 2025) == ()


def messages(text: str) -> list[str]:
    report = new_report("石桥镇人民政府", "各级人民政府", 2025).with_texts({"s5": text})
    return [f.message for f in findings_of(report, "N-08")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("改进情况：2027年将加强培训。", "写的是2027年，报告年度2025年的下一年是2026年：“2027年将加强培训”"),
        ("改进情况：2025年将加强培训。", "把2025年写成了以后的事，本报告写的是2025年：“2025年将加强培训”"),
        ("改进情况：2024年将加强培训。", "把2024年写成了以后的事，本报告写的是2025年：“2024年将加强培训”"),
        ("改进措施：2025年底前完成。", "把2025年写成了以后的事，本报告写的是2025年：“2025年底前”"),
        ("拟于2024年三季度编印手册。", "把2024年写成了以后的事，本报告写的是2025年：“拟于2024年三季度编印手册”"),
    ],
)
def test_a_wrong_plan_names_the_year_that_stands_there(text: str, told: str) -> None:
    (message,) = messages(f"存在的主要问题：培训不够。{text}")
    assert told in message


@pytest.mark.parametrize(
    "text",
    [
        "改进情况：2026年将加强培训。",
        "改进情况：2026年，我镇将进一步加强培训。",
        "改进措施：2026年底前完成。",
        "改进情况：2025年已加强培训。",
        "改进情况：2025年组织培训2次，2026年将再组织2次。",
    ],
)
def test_a_plan_for_the_year_to_come_is_right(text: str) -> None:
    assert messages(f"存在的主要问题：培训不够。{text}") == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("针对以上问题，2025年，县财政局将从三个方面加以改进：一是优化栏目，二是加强解读。", 1),
        ("2025年，房陵县财政局将着力补齐短板。", 1),
        ("2025年，财政局将进一步加强业务培训。", 1),
        ("对上述不足，2025年度房陵县财政局将抓好整改落实。", 1),
        ("今后，2025年全局上下将加大预决算公开力度。", 1),
        ("2025年，全系统将统一公开口径。", 1),
        ("2025年，县财政局拟从三个方面改进：一是完善制度，二是加强培训。", 1),
        ("2026年，县财政局将从三个方面加以改进。", 0),
        ("2025年，县财政局将公开工作纳入年度考核，压实责任。", 0),
        ("2025年，县财政局将从严控制发布审核作为重点，整改问题3个。", 0),
        ("2025年，房陵县财政局将栏目由8个精简为5个。", 0),
        ("2025年，县财政局将预决算信息集中公开，解读不够通俗。", 0),
        ("2025年，县财政局将重点领域信息集中公开到专栏。", 0),
        ("2025年，县财政局将组织机构、职能信息公开在首页。", 0),
        ("2025年，县财政局将3名业务骨干充实到公开岗位。", 0),
        ("2025年县财政局拟定公开方案，但落实不够到位。", 0),
    ],
)
def test_a_plan_of_the_office_by_its_name_is_one(text: str, count: int) -> None:
    assert len(wrong_plans(text, 2025)) == count
