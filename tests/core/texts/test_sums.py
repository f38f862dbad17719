"""Totals and their parts inside a text, names that are almost right, and lists of things."""

from __future__ import annotations

from datetime import date

import pytest

from core.report.report import new_report
from core.texts.rules.cited.fixed_strings import distance, misspelt_unit, wrong_names
from core.texts.sums.ratios import wrong_ratios
from core.texts.sums.sums import wrong_sums
from core.validation.validation import check_report


@pytest.mark.parametrize(
    "text",
    [
        "公开信息826条，其中政策文件120条，通知公告406条，重点领域300条。",
        "公开信息826条，净增26条（上一年800条）。",
        "公开信息826条，比2024年的800条增加26条，其中政策文件120条、其他706条。",
        "公开信息826条，包括政策文件120条、通知公告406条。",
        "不予公开的16件中，行政执法案卷15件，占93.8%；无法提供13件，其中本机关不掌握12件，占92.3%。",
        "召开发布会4场，其中主要负责人出席2场、分管负责人出席2场；组织开放日3次，参与群众150人次。",
        "网站发布信息500条、公众号发布326条，两个平台合计826条。",
        "收到申请34件，上年结转3件，其中自然人30件、商业企业7件。",
        "新收34件，结转2件。其中，县政府办公室新收31件，办结30件。",
        "公开信息2310条，其中行政许可31002条、行政处罚1320条另行在信用网站归集。",
        "全年推送信息1.2万条，其中行政许可9412条、行政处罚2764条。",
        "行政复议8件，其中维持5件、纠正1件、其他1件，1件正在审理。",
        "公开信息942条，较2024年增加117条。其中：抽查188条，食品52条，处罚331条，其余371条。",
        "召开会议5次，其中局党组会3次、专题会4次（含套开2次）。",
        "发布信息1385条。政策文件123条，工作动态50条，其余1212条。",
        "耕地开垦费8,420.6万元，登记费1,105.4万元，合计9,526万元。",
        "行政复议103件；办结95件中维持34件、占35.8%，纠正19件、占20.0%，其余42件撤回结案，另有8件跨年。",
        "新收163件，比2024年减少22件。上年结转10件，本年办结165件，剩余8件在办。",
    ],
)
def test_totals_that_may_be_right_are_left_alone(text: str) -> None:
    assert wrong_sums(text, 2025) == ()


@pytest.mark.parametrize(
    ("text", "total", "parts"),
    [
        ("公开信息826条，其中政策文件120条，通知公告406条，重点领域400条。", 826, (120, 406, 400)),
        ("公开信息826条，包括政策文件120条、通知公告406条、其他310条。", 826, (120, 406, 310)),
        ("收到申请17件，其中网络提交9件，信函寄送5件，当面递交4件。", 17, (9, 5, 4)),
        ("发布信息345条。其中：招生考试64条，教师队伍203条，民办教育92条。", 345, (64, 203, 92)),
        ("行政许可1,025件、行政处罚96件、行政强制2件，以上合计1,132件。", 1132, (1025, 96, 2)),
        ("一季度发布12条，二季度15条，三季度20条，四季度18条，全年共75条。", 75, (12, 15, 20, 18)),
        ("公开信息826条，比2024年的800条增加36条。", 826, (800, 36)),
        ("公开信息826条，从去年的800条增加36条。", 826, (800, 36)),
        ("公开信息826条，净增36条（上一年800条）。", 826, (800, 36)),
        ("行政诉讼4件，年内审结2件，尚有1件未审结。", 4, (2, 1)),
    ],
)
def test_totals_that_differ_from_their_parts_are_found(text: str, total: int, parts: tuple[int, ...]) -> None:
    (wrong,) = wrong_sums(text, 2025)
    assert (wrong.total, wrong.parts) == (total, parts)


def test_the_distance_of_two_texts_counts_a_swap_as_one() -> None:
    assert [distance("医疗", other) for other in ("医疗", "疗医", "医", "医保", "")] == [0, 1, 1, 1, 2]


def test_a_title_with_a_slip_is_named_and_a_short_form_is_not() -> None:
    (slip,) = wrong_names("《中华人民共和国政府信息公开条列》")
    assert slip.what == "“中华人民共和国政府信息公开条列”应为“中华人民共和国政府信息公开条例”"
    assert wrong_names("《政府信息公开条例》和〈政府信息公开工作年度报告格式〉") == ()


def test_the_unit_with_a_slip_is_found_and_another_office_is_not() -> None:
    unit = "洛溪市医疗保障局"
    for said in ("洛溪市医保障局", "洛溪市医疗保保障局", "洛溪市疗医保障局"):
        assert [spot.what for spot in misspelt_unit(f"由{said}编制。", unit, is_lead=False)] == [said]
    for said in ("洛溪市医疗保险局", "洛溪医疗保障局", "洛溪市医疗保障局局长"):
        assert misspelt_unit(f"由{said}编制。", unit, is_lead=False) == ()


def test_another_name_of_the_unit_is_a_slip_where_it_signs() -> None:
    unit, said = "沅浦市水利局", "沅浦市水力局"
    for text in (f"特此报告。\n{said}", f"特此报告。\n{said}\n2025年1月10日"):
        assert [spot.what for spot in misspelt_unit(text, unit, is_lead=False)] == [said]
    assert misspelt_unit(f"特此报告。\n{said}也发来了信息。", unit, is_lead=False) == ()


@pytest.mark.parametrize("said", ["五项内容", "六项内容"])
def test_the_lead_counts_the_parts_though_it_names_none(said: str) -> None:
    text = f"根据国办公开办函〔2021〕30号编制，包括{said}。统计期限为2025年1月1日至12月31日。"
    report = new_report("青原县水利局", "政府部门", 2025).with_texts({"lead": text})
    found = [f.message for f in check_report(report, today=date(2026, 1, 10)).findings if f.rule_id == "N-26"]
    assert found == ["引言写的是“五项内容”，年度报告的格式是6个部分，请核对。"] * (said[0] == "五")


@pytest.mark.parametrize("said", ["五项内容", "五个部分", "六个部分"])
def test_a_report_has_six_parts_however_they_are_listed(said: str) -> None:
    text = f"本报告由总体情况、主动公开情况、依申请公开情况、复议诉讼情况、存在的主要问题等{said}组成。"
    report = new_report("青原县水利局", "政府部门", 2025).with_texts({"lead": text})
    found = [f for f in check_report(report, today=date(2026, 1, 10)).findings if f.rule_id == "N-26"]
    told = [("hint", f"引言写的是“{said}”，年度报告的格式是6个部分，请核对。")]
    assert [(f.level, f.message) for f in found] == (told if said[0] == "五" else [])


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("依托三个平台：政府网站、微信公众号、微博、抖音号，及时发布信息。", "三个平台"),
        ("建成网站、微信公众号、微博、政务公开专区三个公开渠道。", "三个公开渠道"),
        ("健全登记、审查、答复、归档规程，落实好上述五个环节。", "五个环节"),
        ("主要存在四个问题：一是公开不及时；二是解读不够；三是队伍不稳。", "四个问题"),
        ("建成网站、微信公众号、微博、政务公开专区四个公开渠道。", ""),
        ("对财政、教育等三个部门开展检查，依托三个平台：网站、微信和微博、专区。", ""),
    ],
)
def test_things_counted_wrongly_are_a_hint(text: str, quote: str) -> None:
    report = new_report("青原县水利局", "政府部门", 2025).with_texts({"s1.platform": text})
    found = [f for f in check_report(report, today=date(2026, 1, 10)).findings if f.rule_id == "N-26"]
    assert [f.level for f in found] == ["hint"] * bool(quote)
    assert all(f"写的是“{quote}”" in f.message for f in found)


def test_a_list_of_a_time_is_of_no_number_that_each_of_its_parts_exceeds() -> None:
    text = "其他处理4件，都是逾期不补正。从时间分布看，上半年收到118件，下半年97件，3月单月34件为全年最高。"
    assert wrong_sums(text, 2024) == ()


def test_a_price_of_a_page_is_not_multiplied_by_applications() -> None:
    text = "对1件申请发出收费通知，超过30页的16页按每页10元计收，共160元。"
    assert wrong_sums(text, 2024) == ()
    assert wrong_sums("对3件申请收费，每件80元，合计260元。", 2024)


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("从申请内容看，征地类30件，规划类20件，惠农类14件，其余15件涉及教育、卫生等。", False),
        ("按申请领域分，住房保障30件，工程建设20件，其余12件。", False),
        ("收到申请79件。从申请内容看，征地类30件，规划类20件，惠农类14件，其余16件。", True),
        ("从办理情况看，收到申请52件，公开29件，部分公开14件，其余33件。", True),
        ("新收申请21件，上年结转1件，全部办结。其中予以公开8件、不予公开2件、无法提供12件，共22件。", False),
        ("新收申请21件，上年结转1件，全部办结。其中予以公开8件、不予公开2件、无法提供11件。", False),
        ("新收申请21件，上年结转1件，全部办结。其中予以公开8件、不予公开2件、无法提供13件。", True),
        ("新收申请21件，全部办结。其中予以公开8件、不予公开2件、无法提供12件。", True),
        ("新收申请21件，上年结转1件，全部办结。其中予以公开8件、不予公开2件、无法提供12件，共21件。", True),
    ],
)
def test_parts_of_what_is_told_before(text: str, *, is_wrong: bool) -> None:
    assert bool(wrong_sums(text, 2024)) == is_wrong


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("新收349件，同比增长26.4%（2023年为276件）；办结352件，同比增长29.9%（2023年为271件）。", False),
        ("新收349件（2023年为276件）；办结352件，同比增长29.9%。", False),
        ("新收349件（2023年为276件），办结352件，同比增长29.9%。", False),
        ("新收349件，同比增长26.4%（2023年为276件）；办结352件，同比增长28.9%（2023年为271件）。", True),
        ("新收349件（2023年为276件），增至349件，同比增长40%。", True),
        ("新收申请（含网上），2023年为276件，今年为349件，同比增长40%。", True),
    ],
)
def test_growth_since_its_own_base(text: str, *, is_wrong: bool) -> None:
    assert bool(wrong_ratios(text, 2024)) == is_wrong
