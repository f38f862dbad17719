"""Years of earlier reports where the year of the work told is meant (N-08)."""

from __future__ import annotations

import pytest

from core.texts.rules.dates.old_dates import done_in_old_years
from tests.core.texts.filled_reports import filled, findings_of, wrong_claims


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("我局按上级要求做好2023年度政府信息管理工作，更新栏目12个。", "2023年"),
        ("局党组两次专题研究部署2024年政务公开工作。", "2024年"),
        ("办公室牵头，全面推进2023年政务公开各项任务。", "2023年"),
        ("组织开展2024年度信息公开业务培训，参训46人次。", "2024年"),
        ("2024年1月1日至12月31日，我局新收政府信息公开申请112件，办结110件，结转下年度继续办理3件。", "2024年"),
        ("2024年1月1日至2024年12月31日，本机关共受理政府信息公开申请36件，均已答复。", "2024年"),
        ("2023年1月至12月，我局收到申请36件，办结34件，结转下年2件。", "2023年"),
    ],
)
def test_an_old_year_of_the_work_told_is_asked_about(text: str, quote: str) -> None:
    assert any(text[span.start : span.end].startswith(quote) for span in done_in_old_years(text, 2025))


@pytest.mark.parametrize(
    "text",
    [
        "我局按上级要求做好2025年度政府信息管理工作。",
        "认真落实《2024年政务公开工作要点》，推进重点领域公开。",
        "1月，完成2024年度政府信息公开工作年度报告编制工作。",
        "对照要求做好2024年度部门决算公开工作。",
        "自2023年以来，我局持续推进政务公开工作。",
        "做好2024年度考核反馈问题整改工作。",
        "推进2024年启动的平台建设工作。",
        "按时开展2024年度抽查结果公示工作。",
        "完成2024年印发的政策文件集中清理工作。",
        "与开展2024年培训工作相比，今年参训人数增加12人。",
        "2024年1月1日至12月31日，新收申请62件。2025年新收112件，有所增加。",
        "2024年1月1日至12月31日，我局收到申请62件，比本年少50件。",
        "2024年1月1日至12月31日提出的申请，均已在本年度办结。",
        "完成2024年结转申请的办理工作。",
    ],
)
def test_another_year_that_is_rightly_told_is_left_alone(text: str) -> None:
    assert done_in_old_years(text, 2025) == []


def _asked(text: str) -> bool:
    return bool(findings_of(filled("望江街道办事处", "s3", text, {}), "N-08"))


@pytest.mark.parametrize(
    "text",
    [
        "2024年度，我街道没有收到政府信息公开申请。2023年收到的2件已于当年答复，不在本年度统计之列。",
        "本年度无新收申请。2023年收到的3件已在当年办结。",
        "没有新收申请。2023年收到的申请1件，当年已答复。",
        "2023年收到申请2件，不计入本年数据。",
        "2023年收到的申请2件、复议1件，已于2023年12月办结，不计入本年数据。",
        "2023年收到申请2件，复议1件，均不计入本年数据。",
    ],
)
def test_what_was_done_in_an_earlier_year_may_be_told_where_this_one_had_none(text: str) -> None:
    assert not _asked(text)


@pytest.mark.parametrize(
    "text",
    [
        "2023年收到申请2件，已全部答复。",
        "2023年收到的申请2件均已按期办结。",
        "2023年，我街道收到申请2件，均在当年答复。",
        "2023年收到申请12件，重复的不计入。",
        "2023年收到申请97件，重复的2件不计入统计。",
        "2023年收到申请97件，撤回的2件不计入本年统计。",
        "2023年收到申请97件，其中不计入统计的均为重复提交。",
    ],
)
def test_a_year_left_over_is_still_asked_about(text: str) -> None:
    assert _asked(text)


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("2022年，我局把政务公开纳入考核，全年召开专题会3次，修订公开目录1次。", True),
        ("2022年，我局修订制度2项，开展培训3次。", True),
        ("2022年，我局修订了《信息公开制度》，2023年继续执行。", False),
        ("2022年我局修订的公开目录继续使用，全年更新30条。", False),
        ("本年未收到申请。2022年，乡政府曾收到1件，已于当年公开。", False),
        ("2022年，我局收到申请3件，均已公开。", True),
    ],
)
def test_what_was_revised_so_often_is_the_work_of_a_year(text: str, is_told: bool) -> None:
    report = filled("青川县林业局", "s1", text, {}, year=2023)
    assert bool(findings_of(report, "N-08")) == is_told


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("2024年全县各部门信息公开复议案件共17件，我局占1件。2023年全县同类案件为14件，我局没有。", False),
        ("2024年我局发生复议1件，结果维持。2022年同类案件2件，均维持。", False),
        ("2023年全县同类案件为14件，我局没有。", True),
        ("2024年我局深化政务公开。2023年全县同类案件为14件，我局没有。", True),
    ],
)
def test_cases_of_the_same_kind_are_set_against_this_year(text: str, is_told: bool) -> None:
    report = filled("青川县林业局", "s4", text, {"t4.review.upheld": 1})
    assert bool(findings_of(report, "N-08")) == is_told


def test_two_years_ago_may_be_told_beside_the_year_before() -> None:
    text = "结转下年2件。上一年度的情况是：新收申请52件，2022年结转7件，办结49件。"
    assert not findings_of(filled("青川县林业局", "s3", text, {}), "N-08")


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("我局系2019年新组建部门，无行政处罚事项。", True),
        ("我局2019年挂牌成立，主要承担基金监管工作，没有行政处罚事项。", True),
        ("我局系2019年新组建部门，2023年无行政处罚事项。", False),
    ],
)
def test_the_year_a_unit_was_founded_is_none_that_is_told_of(text: str, is_wrong: bool) -> None:
    report = filled("溪口县医疗保障局", "s2", text, {"t2.penalty.decisions": 18})
    assert bool(wrong_claims(report)) is is_wrong


@pytest.mark.parametrize(
    "text",
    [
        "回顾2024年，我委政府信息公开工作虽有进步，但也存在短板：全年视频类解读不足两成，2件文件缺少解读。2026年将抓好培训。",
        "回顾2024年工作，我委还存在解读形式单一的问题。2026年，我委将加强培训。",
        "总结2024年政府信息公开工作，我委还存在更新不及时的问题。2026年将加强培训。",
        "2024年，市卫健委坚持公开为常态，全年召开会议3次，检查公开栏两轮，发现问题17个，现已全部整改。",
        "综观2024年，我委政府信息公开工作与群众期待相比仍有短板：更新不及时。下一步将加强培训。",
    ],
)
def test_a_look_back_at_an_old_year_is_left_from_the_report_before(text: str) -> None:
    assert findings_of(filled("滨湖市卫生健康委员会", "s5", text, {}, year=2025), "N-08")


@pytest.mark.parametrize(
    "text",
    [
        "回顾2024年，我委政府信息公开工作存在解读单一的短板，2025年有所改善，但仍不及时。2026年将加强培训。",
        "回顾2024年，我委存在更新不及时的问题，均已整改。目前的不足是解读形式单一，下一步将加强培训。",
        "2024年，我委存在解读形式单一的问题，今年通过培训已整改到位。下一步将加强培训。",
    ],
)
def test_a_look_back_beside_this_year_is_left_alone(text: str) -> None:
    assert not findings_of(filled("滨湖市卫生健康委员会", "s5", text, {}, year=2025), "N-08")


@pytest.mark.parametrize(
    "measure",
    ["是2023年的两倍", "约为2023年的1.5倍", "不到2023年的一半", "相当于2023年的三分之一", "超过2023年全年总量"],
)
def test_what_a_number_is_measured_by_holds_for_it_alone(measure: str) -> None:
    text = f"2024年我镇收到政府信息公开申请14件，{measure}，其中自然人13件，企业1件，没有结转件。"
    right = filled("望亭县枫林镇人民政府", "s3", text, {"t3.R01.C1": 13, "t3.R01.C2": 1})
    assert not findings_of(right, "N-08")
    wrong = filled("望亭县枫林镇人民政府", "s3", text, {"t3.R01.C1": 12, "t3.R01.C2": 2})
    assert wrong_claims(wrong)
