"""N-10 in the lead: whoever compiles the report is the unit, whatever kind of office it is."""

from __future__ import annotations

import pytest

from core.report.report import new_report
from core.texts.rules.names.authors import foreign_authors
from core.validation.validation import check_report

GROUNDS = "根据《中华人民共和国政府信息公开条例》（国务院令第711号）要求，"
OTHER = "云岭市人力资源和社会保障局高新区分局"


def named(unit: str, lead: str) -> list[str]:
    report = new_report(unit, "政府部门", 2025).with_texts({"lead": lead})
    found = [f for f in check_report(report).findings if f.rule_id == "N-10"]
    return [report.texts[p.text][p.start : p.end] for f in found for p in f.places]


@pytest.mark.parametrize(
    "unit",
    [
        "国家税务总局云岭市税务局第一税务分局（办税服务厅）",
        "新疆生产建设兵团第十三师新星市司法局黄田农场司法所",
        "海南洋浦经济开发区管理委员会",
        "呼和浩特市和林格尔县盛乐镇人民政府",
        "县信访局",
        "云岭市城关街道办事处",
        "云岭市第一中学",
    ],
)
@pytest.mark.parametrize(
    "lead",
    [
        f"{GROUNDS}{OTHER}（以下简称“分局”）编制本报告。",
        f"{GROUNDS}{OTHER}编制2025年政府信息公开工作年度报告。",
        f"本报告由{OTHER}编制。",
        f"{OTHER}根据《中华人民共和国政府信息公开条例》的规定，编制本年度报告。",
        f"{OTHER}根据各科室、各单位报送的情况汇编形成本年度报告，全文在门户网站发布。",
        f"{OTHER}在汇总各单位数据的基础上形成本报告。",
        f"{OTHER}（以下简称“分局”）2025年认真落实各项要求。",
    ],
)
def test_another_author_is_named_whatever_kind_the_unit_is(unit: str, lead: str) -> None:
    assert named(unit, lead) == [OTHER]
    own = lead.replace(OTHER, unit)
    assert named(unit, own) == []


@pytest.mark.parametrize(
    ("unit", "lead"),
    [
        ("云岭县水利局", "按照云岭市人民政府办公室要求，云岭县水利局编制本报告。"),
        ("云岭县水利局", "在云岭县人民政府（以下简称“县政府”）的领导下，我局编制本报告。"),
        ("云岭县水利局", "云岭市人民政府办公室根据条例印发通知，云岭县水利局编制本报告。"),
        ("云岭县水利局", "如有疑问，请与云岭县政务服务中心联系。云岭县水利局编制本报告。"),
        ("云岭县水利局", "云岭市人民政府办公室根据各地反馈提出编制要点，我局结合各科室情况形成本报告。"),
        ("云岭县卫生健康委员会", "云岭县卫健委编制本报告。"),
        ("县卫生健康委员会", "云岭县卫健委编制本报告。"),
        ("云岭高新技术产业开发区管理委员会", "高新区管委会办公室编制本报告。"),
        ("古田县吉巷乡人民政府", "由吉巷乡党政综合办公室编制本报告。"),
        ("云岭县档案局", "中共云岭县委办公室（云岭县档案局）编制本报告。"),
        ("国家税务总局云岭市税务局第一税务分局（办税服务厅）", "云岭市税务局第一税务分局编制本报告。"),
    ],
)
def test_who_is_only_mentioned_and_short_names_are_no_other_author(unit: str, lead: str) -> None:
    assert named(unit, lead) == []


ZONE = "江洲市高新技术产业开发区管理委员会"


@pytest.mark.parametrize(
    ("unit", "lead"),
    [
        (ZONE, "本报告由高新区管委会办公室编制。"),
        (ZONE, "本报告由江洲市高新区管委会办公室编制。"),
        (ZONE, "本报告由市高新区党工委管委会办公室编制。"),
        (ZONE, "根据条例规定，江洲市高新区管委会综合办公室编制了本年度报告。"),
        ("江洲经济技术开发区管理委员会", "江洲经开区管委会党政办公室（以下简称“党政办”）编制本报告。"),
        ("江洲经济技术开发区管理委员会", "本报告由江洲经开区管理委员会办公室根据有关要求编制。"),
        ("滨湖经济开发区管理委员会", "本报告由滨湖经开区管委会政务公开办公室编制。"),
        ("江洲市东湖新区管理委员会", "本报告由东湖新区管委会党政办编制。"),
        ("江洲市卫生健康委员会", "本报告由江洲市卫健委政务公开工作领导小组办公室编制。"),
        ("江洲市卫生健康委员会", "本报告由市卫健委办公室编制。"),
    ],
)
def test_the_office_of_a_unit_called_by_its_short_name_may_compile(unit: str, lead: str) -> None:
    assert named(unit, lead) == []


@pytest.mark.parametrize(
    ("unit", "lead"),
    [
        (ZONE, "本报告由江洲市经济技术开发区管理委员会办公室编制。"),
        (ZONE, "本报告由江洲市东山区人民政府办公室编制。"),
        ("江洲市卫生健康委员会", "本报告由江洲市教育局办公室编制。"),
    ],
)
def test_the_office_of_another_unit_is_another_author(unit: str, lead: str) -> None:
    assert len(named(unit, lead)) == 1


@pytest.mark.parametrize(
    ("lead", "names"),
    [
        ("云岭市生态环境局根据《中华人民共和国政府信息公开条例》编制本年度报告。", ["云岭市生态环境局"]),
        ("云岭市生态环境局高新分局根据《中华人民共和国政府信息公开条例》编制本年度报告。", []),
        ("按照云岭市生态环境局要求，高新分局编制本年度报告。", []),
    ],
)
def test_the_bureau_above_a_branch_is_another_author(lead: str, names: list[str]) -> None:
    assert [span.what for span in foreign_authors(lead, "云岭市生态环境局高新分局")] == names


def test_another_unit_is_named_once_without_the_word_before_it() -> None:
    assert named("清平县水利局", "根据有关规定，由清平县农业农村局编制本报告。") == ["清平县农业农村局"]


def test_whose_figures_are_told_is_no_place() -> None:
    lead = "统计期限自2025年1月1日起至2025年12月31日止，仅反映县政府办公室本机关情况。"
    assert named("青岚县人民政府办公室", lead) == []
