"""What only a bureau tells of itself, told of another in its report: who leads there, what it lacks (N-10)."""

from __future__ import annotations

import pytest

from core.texts.rules.names.foreign_units import foreign_units


def names(text: str, unit: str) -> list[str]:
    return [span.what for span in foreign_units(text, unit)]


@pytest.mark.parametrize(
    ("text", "unit", "name"),
    [
        (
            "青崖市住房和城乡建设局明确一名副局长分管政务公开，办公室配专职人员2名。",
            "青崖市自然资源和规划局",
            "青崖市住房和城乡建设局",
        ),
        (
            "年初，青崖市住房和城乡建设局指定局领导负责政务公开工作。",
            "青崖市自然资源和规划局",
            "青崖市住房和城乡建设局",
        ),
        ("望湖区民政局政府信息公开工作存在的不足：标准不统一。", "望湖区卫生健康局", "望湖区民政局"),
        ("区民政局2021年政府信息公开工作存在的问题：标准不统一。", "望湖区卫生健康局", "区民政局"),
    ],
)
def test_another_bureau_is_told(text: str, unit: str, name: str) -> None:
    assert names(text, unit) == [name]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("市自然资源和规划局明确一名副局长分管政务公开。", "青崖市自然资源和规划局"),
        ("青崖市林业局明确一名副局长分管政务公开。", "青崖市自然资源和规划局"),
        ("青崖市不动产登记中心明确一名副主任负责信息公开。", "青崖市自然资源和规划局"),
        ("青崖市住房和城乡建设局明确一名副局长负责与我局联合推进公开。", "青崖市自然资源和规划局"),
        ("青崖市住房和城乡建设局明确一名副局长负责工程审批。", "青崖市自然资源和规划局"),
        ("区卫健局政府信息公开工作存在的不足：标准不统一。", "望湖区卫生健康局"),
        ("行政复议10件，市人民政府审理8件，省卫生健康委员会审理2件。", "望湖市卫生健康委员会"),
        ("省卫生健康委员会审理的2件复议案件均维持。", "望湖市卫生健康委员会"),
        ("办件量上县自然资源局独占四成。", "清塘县人民政府"),
        ("县直部门中县自然资源局最多，一家收到申请41件。", "清塘县人民政府"),
        ("镇街中柳林镇最多，收到申请12件。", "石桥镇人民政府"),
        ("望湖区疾病预防控制局政府信息公开工作存在的问题：标准不统一。", "望湖区卫生健康局"),
        ("望湖区民政局政府信息公开工作存在的不足：标准不统一。", "望湖区政务服务数据管理局"),
        ("望湖区民政局指出我局政府信息公开工作存在的不足：标准不统一。", "望湖区卫生健康局"),
    ],
)
def test_the_unit_itself_and_offices_near_to_it_are_not(text: str, unit: str) -> None:
    assert names(text, unit) == []


OURS, LEADS = "汾原市应急管理局", "汾原市行政审批服务局"


@pytest.mark.parametrize(
    "text",
    [
        "年内，汾原市水利局政务公开领导小组开会3次，对迟报的2个科室作了通报。",
        "汾原市水利局政务公开工作领导小组全年召开会议4次，研究议题6项。",
        "全年汾原市水利局信息公开领导小组专题研究公开工作2次。",
        "汾原市水利局政务公开领导小组每季度听取一次汇报，协调解决问题5个。",
        "汾原市水利局建立公开属性审核制度，逐件登记。我局还对历史文件进行了清理。",
        "汾原市水利局将政务公开纳入科室考核，占5分。本局同时开展自查2次。",
        "汾原市水利局机关各科室明确联络员12名。我局还组织培训2次。",
        "2024年，汾原市水利局把信息公开列入机关绩效考核，占分4分；组织专题学习2次。",
        "汾原市水利局将政务公开纳入各科室年度考评。",
        "汾原市水利局政府信息公开工作稳步推进，全年主动公开信息412条。",
        "2024年，汾原市水利局政府信息公开工作取得一定成效，但解读形式单一。",
        "汾原市水利局政务公开工作虽有进步，但与群众期待还有差距。",
        "汾原市水利局信息公开工作整体平稳，但解读不够及时。",
    ],
)
def test_what_another_bureau_does_within(text: str) -> None:
    assert {*names(text, OURS)} == {"汾原市水利局"}


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("年内，市政务公开领导小组开会3次，通报2个单位。我局还选派5人参加培训。", OURS),
        ("市应急局政务公开领导小组召开会议4次，研究议题6项。", OURS),
        ("汾原市城区应急管理局政务公开领导小组召开会议2次。", OURS),
        ("省应急管理厅政务公开领导小组召开会议2次。", OURS),
        ("汾原市行政审批局政务公开领导小组召开会议2次，我局派人参加。", OURS),
        ("汾原市水利局建立汛情信息共享机制，我局据此发布预警。我局还对历史文件进行了清理。", OURS),
        ("汾原市财政局制定预算公开审核制度并部署各单位执行。我局还细化了公开内容。", OURS),
        ("汾原市水利局将政务公开纳入年度考核。我局也开展自查2次。", OURS),
        ("汾原市水利局将河湖公示纳入对各单位的考核。", OURS),
        ("汾原市水利局政务公开工作有序开展，其专区共享给我局使用。", OURS),
        ("考核结果显示，汾原市水利局政务公开工作稳步提升。", LEADS),
        ("汾原市水利局政务公开工作取得突破，获省级通报表扬。", LEADS),
        ("汾原市教育体育局政务公开领导小组召开会议2次。", "汾原市教育局"),
    ],
)
def test_what_another_bureau_does_beside_us(text: str, unit: str) -> None:
    assert names(text, unit) == []


@pytest.mark.parametrize("nothing", ["没有需要报告的其他事项", "无需要说明的其他情况", "无其他应报告的事项"])
def test_another_bureau_has_nothing_else_to_report(nothing: str) -> None:
    assert [span.what for span in foreign_units(f"汾原市水利局2024年{nothing}。", OURS)] == ["汾原市水利局"]
    assert foreign_units(f"汾原市应急管理局2024年{nothing}。", OURS) == ()


@pytest.mark.parametrize(
    "text",
    [
        "市政府审的复议18件，省公安厅审的2件，共20件。",
        "复议20件，市政府18件，省公安厅2件。",
        "20件复议里，省公安厅管的2件，其余归市政府。",
        "复议由市政府审18件，省公安厅另审了两件。",
        "市政府办的复议18件，省公安厅那边办的2件。",
    ],
)
def test_the_bureau_above_is_told_of_where_it_decided_some_reviews(text: str) -> None:
    assert foreign_units(text, "云岭市公安局") == ()


@pytest.mark.parametrize(
    "text",
    [
        "2022年省公安厅新收申请144件，未发生行政复议。",
        "省公安厅收到144件信息公开申请，没有复议。",
        "复议工作方面，省公安厅全年主动公开信息4217条。",
    ],
)
def test_the_bureau_above_is_not_us_where_reviews_are_named_only(text: str) -> None:
    assert [span.what for span in foreign_units(text, "云岭市公安局")] == ["省公安厅"]
