"""What the name of a unit says of its type and level: only what is certain."""

import pytest

from core.form.form_reader import form_for_year
from core.form.start_fields import start_fields

NAMES = {
    "某某县水利局": ("政府部门", "县级"),
    "云岭市青云区人民政府": ("各级人民政府", "县级"),
    "景德镇市教育局": ("政府部门", ""),  # a city may be of a prefecture or of a county
    "青原县白鹭镇人民政府": ("各级人民政府", "乡镇级"),
    "云岭市东湖街道办事处": ("街道办事处", "乡镇级"),
    "云岭市经济技术开发区管理委员会": ("管委会", ""),
    "云岭市人力资源和社会保障局高新区分局": ("垂直管理和派出机构", ""),
    "某某县人民政府国有资产监督管理委员会": ("政府部门", "县级"),  # a body of the government, no zone
    "云岭市城市管理委员会": ("政府部门", ""),
    "某某县消防救援大队": ("垂直管理和派出机构", "县级"),
    "某某县烟草专卖局": ("垂直管理和派出机构", "县级"),
    "国家税务总局某某县税务局": ("垂直管理和派出机构", "县级"),
    "广西壮族自治区水利厅": ("政府部门", "省级"),
    "江西省九江市水利局": ("政府部门", ""),
    "喀什地区教育局": ("政府部门", "市级"),
    "某某大学": ("", ""),
    "澄江县国有资产监督管理委员会": ("政府部门", "县级"),
    "云岭市人民政府国有资产监督管理委员会": ("政府部门", ""),
    "国有资产监督管理委员会": ("政府部门", ""),
    "白河区城市管理委员会": ("政府部门", "县级"),
    "澄江县发展和改革委员会": ("政府部门", "县级"),
    "澄江县卫生健康委员会": ("政府部门", "县级"),
    "白河区青杉湖风景名胜区管委会": ("管委会", "县级"),
    "澄江县消防救援大队": ("垂直管理和派出机构", "县级"),
    "云岭市消防救援支队": ("垂直管理和派出机构", ""),
    "澄江县烟草专卖局": ("垂直管理和派出机构", "县级"),
}


@pytest.mark.parametrize("name", NAMES)
def test_the_name_of_a_unit_proposes_what_it_says_for_certain(name: str) -> None:
    fields = form_for_year(2025).meta
    assert (fields["meta.unit_type"].suggested(name), fields["meta.level"].suggested(name)) == NAMES[name]


def test_the_start_page_knows_the_same_proposals() -> None:
    fields = form_for_year(2025).meta
    shown = start_fields(2025).suggestions
    assert {code: shown[code] for code in fields} == {code: field.suggestions for code, field in fields.items()}


@pytest.mark.parametrize(
    ("unit", "against"),
    [
        ("石桥镇人民政府", "中央 省级 市级 县级"),
        ("青原县石桥镇人民政府", "中央 省级 市级 县级"),
        ("云岭市东湖街道办事处", "中央 省级 市级 县级"),
        ("梧江市水利局", "中央 省级 乡镇级"),  # of a prefecture or of a county
        ("青原县水利局", "中央 省级 市级 乡镇级"),
        ("青原县人民政府", "中央 省级 市级 乡镇级"),
        ("江西省九江市水利局", "中央 省级 乡镇级"),
        ("上海市水务局", "中央 乡镇级"),
        ("上海市市场监督管理局", "中央 乡镇级"),
        ("重庆市渝中区教育委员会", "中央 省级 乡镇级"),
        ("江苏省市场监督管理局", "中央 乡镇级"),
        ("江苏省住房和城乡建设厅", "中央 乡镇级"),
        ("广东省乡村振兴局", "中央 乡镇级"),
        ("国家税务总局青原县税务局", "省级 市级 乡镇级"),
        ("国家乡村振兴局", ""),
        ("中华人民共和国水利部", ""),
        ("云岭经济技术开发区管理委员会", ""),
    ],
)
def test_the_name_of_a_unit_speaks_against_some_levels(unit: str, against: str) -> None:
    level = form_for_year(2025).meta["meta.level"]
    assert [choice for choice in level.choices if level.contradicts(choice, unit)] == against.split()


def test_likely_is_what_the_name_speaks_for_or_all_that_it_does_not_speak_against() -> None:
    level = form_for_year(2025).meta["meta.level"]
    assert level.likely("青原县水利局") == ("县级",)
    assert level.likely("临江市水利局") == ("市级", "县级")
