"""The contact of another unit, who compiles and who receives, in the report of this one (N-10)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, findings_of

STREET, BUREAU = "澄江县城关街道办事处", "澄江县水利局"
COMMISSION, COUNTY = "澄江县卫生健康委员会", "澄江县人民政府"


def named(unit: str, text: str, code: str) -> list[str]:
    return [f.message for f in findings_of(filled(unit, code, text, {}), "N-10")]


@pytest.mark.parametrize(
    ("unit", "code", "text", "name"),
    [
        (STREET, "lead", "如有疑问，咨询请联系澄江县卫生健康局办公室（电话：0871-6612345）。", "澄江县卫生健康局"),
        (STREET, "s6", "对本报告有疑问的，请与县水利局联系。", "县水利局"),
        (BUREAU, "s6", "如对本报告有意见，请向本机关反映：澄江县卫生健康局办公室，县城东大街3楼。", "澄江县卫生健康局"),
        (BUREAU, "lead", "对本报告有疑问的，可与我局联系：县财政局办公室，电话6612345。", "县财政局"),
        (BUREAU, "lead", "联系单位：县财政局办公室，电话：0871-6612345。", "县财政局"),
        (BUREAU, "lead", "如需了解详情，请致电泸山县水利局政务公开科。", "泸山县水利局"),
        ("澄江县青石镇人民政府", "lead", "如有疑问，请与县水利局联系。", "县水利局"),
        (COUNTY, "lead", "如有疑问，请与泸山县人民政府办公室联系。", "泸山县人民政府"),
        (STREET, "s6", "无其他需要报告的事项。县水利局编。", "县水利局"),
        (STREET, "s1", "县卫健局2024年度收到政府信息公开申请3件。", "县卫健局"),
        (BUREAU, "s1.request", "县教体局2024年共受理政府信息公开申请12件，均已办结。", "县教体局"),
    ],
)
def test_the_contact_of_another_unit_is_found(unit: str, code: str, text: str, name: str) -> None:
    assert any(name in message for message in named(unit, text, code))


@pytest.mark.parametrize(
    ("unit", "code", "text"),
    [
        (STREET, "lead", "如有疑问，请与街道党政综合办公室联系。"),
        (STREET, "lead", "如有疑问，请与城关街道办事处政务公开科联系。"),
        (STREET, "lead", "如有疑问，请与澄江县人民政府城关街道办事处党政办公室联系。"),
        ("澄江县青石镇人民政府", "lead", "如有疑问，请与青石镇人民政府党政办公室联系。"),
        (BUREAU, "lead", "如对本报告有疑问，请与我局联系：县水利局办公室，电话6612345。"),
        (BUREAU, "lead", "如有疑问，请与本机关联系：局办公室，电话6612345。"),
        (BUREAU, "lead", "如有疑问，请联系局办公室。联系单位：县水利局办公室。"),
        (BUREAU, "lead", "本报告可在澄江县人民政府网站下载，如有疑问，请与我局办公室联系。"),
        (BUREAU, "lead", "如有疑问，请与分局办公室联系。"),
        (BUREAU, "lead", "如有疑问，请联系县局政务公开科。"),
        (COMMISSION, "lead", "如有疑问，请与县卫健委办公室联系。"),
        (COUNTY, "lead", "如有疑问，请与县政府办公室或澄江县政务公开办公室联系。"),
        (COUNTY, "lead", "如有疑问，请与澄江县政务服务管理局联系。"),
        (COUNTY, "s1.request", "县教体局2024年共受理政府信息公开申请12件，均已办结。"),
        (STREET, "s1.request", "对不属于本机关公开的，告知申请人请与县自然资源局联系。"),
        (STREET, "s1.request", "县自然资源局2024年收到申请3件，其中转我街道办理1件。"),
        (BUREAU, "s6", "县水利局编。"),
        (BUREAU, "s1.request", "县水利局2024年度收到政府信息公开申请3件。"),
    ],
)
def test_own_offices_and_those_told_of_are_left_alone(unit: str, code: str, text: str) -> None:
    assert named(unit, text, code) == []


def test_a_unit_that_compiles_is_named_once() -> None:
    assert len(named(BUREAU, "本报告由泸山县水利局编制。", "lead")) == 1
    assert len(named("澄江县人民政府办公室", "澄江县人民政府办公厅全年收到政府信息公开申请95件。", "s1.request")) == 1
