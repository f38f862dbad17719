"""The shipped form against the printed one, and what the reader refuses."""

import re
import shutil
from pathlib import Path

import pytest

from core.base.resources import resource_path
from core.form.form_definition import FormDefinition
from core.form.form_files import FormatFolder, FormDefinitionError
from core.form.form_reader import form_for_year, load_form, read_form

# The printed rows of table 三, typed from the official form by hand, not taken from the data under test.
TABLE_3_ROWS = """一、本年新收政府信息公开申请数量
二、上年结转政府信息公开申请数量
（一）予以公开
（二）部分公开（区分处理的，只计这一情形，不计其他情形）
1.属于国家秘密
2.其他法律行政法规禁止公开
3.危及“三安全一稳定”
4.保护第三方合法权益
5.属于三类内部事务信息
6.属于四类过程性信息
7.属于行政执法案卷
8.属于行政查询事项
1.本机关不掌握相关政府信息
2.没有现成信息需要另行制作
3.补正后申请内容仍不明确
1.信访举报投诉类申请
2.重复申请
3.要求提供公开出版物
4.无正当理由大量反复申请
5.要求行政机关确认或重新出具已获取信息
1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请
2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请
3.其他
（七）总计
四、结转下年度继续办理""".splitlines()


@pytest.fixture
def form() -> FormDefinition:
    return load_form("2021")


def labels(form: FormDefinition, table: str) -> list[str]:
    return [item.label for row in form.tables[table].grid for item in row if item.label]


def test_the_six_sections_stand_in_their_printed_order(form: FormDefinition) -> None:
    assert [section.title for section in form.sections.values()] == [
        "一、总体情况",
        "二、主动公开政府信息情况",
        "三、收到和处理政府信息公开申请情况",
        "四、政府信息公开行政复议、行政诉讼情况",
        "五、存在的主要问题及改进情况",
        "六、其他需要报告的事项",
    ]


def test_no_hint_names_a_year_that_is_wrong_the_year_after(form: FormDefinition) -> None:
    hints = [field.hint for field in form.meta.values()] + [text.hint for text in form.texts.values()]
    assert [hint for hint in hints if re.search(r"20\d\d年", hint)] == []


def test_the_form_has_200_numbers_of_which_34_are_computed(form: FormDefinition) -> None:
    assert {table.id: len(table.cells) for table in form.tables.values()} == {"t2": 10, "t3": 175, "t4": 15}
    assert len(form.entered) == 166
    assert len(form.derived) == 34
    assert sum(code.startswith("t3.") for code in form.derived) == 31


def test_table_2_has_every_label_of_the_printed_form(form: FormDefinition) -> None:
    assert labels(form, "t2") == [
        "第二十条第（一）项",
        "信息内容",
        "本年制发件数",
        "本年废止件数",
        "现行有效件数",
        "规章",
        "行政规范性文件",
        "第二十条第（五）项",
        "信息内容",
        "本年处理决定数量",
        "行政许可",
        "第二十条第（六）项",
        "信息内容",
        "本年处理决定数量",
        "行政处罚",
        "行政强制",
        "第二十条第（八）项",
        "信息内容",
        "本年收费金额（单位：万元）",
        "行政事业性收费",
    ]


def test_table_3_has_every_label_of_the_printed_form(form: FormDefinition) -> None:
    groups = {"三、本年度办理结果", "（三）不予公开", "（四）无法提供", "（五）不予处理", "（六）其他处理"}
    found = labels(form, "t3")
    assert found[:10] == [
        "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
        "申请人情况",
        "自然人",
        "法人或其他组织",
        "总计",
        "商业企业",
        "科研机构",
        "社会公益组织",
        "法律服务机构",
        "其他",
    ]
    assert [label for label in found[10:] if label not in groups] == TABLE_3_ROWS
    assert groups <= set(found)


def test_table_4_has_every_label_of_the_printed_form(form: FormDefinition) -> None:
    results = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
    assert labels(form, "t4") == [
        "行政复议",
        "行政诉讼",
        *results,
        "未经复议直接起诉",
        "复议后起诉",
        *results,
        *results,
    ]


def test_the_grids_have_the_printed_spans(form: FormDefinition) -> None:
    spans = {
        item.label: (item.top, item.left, item.height, item.width) for row in form.tables["t3"].grid for item in row
    }
    assert spans["（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"] == (0, 0, 3, 3)
    assert spans["法人或其他组织"] == (1, 4, 1, 5)
    assert spans["三、本年度办理结果"] == (5, 0, 22, 1)
    assert spans["（三）不予公开"] == (7, 1, 8, 1)
    assert spans["（七）总计"] == (26, 1, 1, 2)
    assert spans["四、结转下年度继续办理"] == (27, 0, 1, 3)
    shapes = {t.id: (len(t.grid), t.width, t.header_height) for t in form.tables.values()}
    assert shapes == {"t2": (14, 4, 2), "t3": (28, 10, 3), "t4": (4, 15, 3)}


def test_only_the_fee_amount_may_be_a_decimal(form: FormDefinition) -> None:
    decimal = [cell.code for cell in form.cells.values() if cell.table and cell.decimals]
    assert decimal == ["t2.fees.amount"]
    assert (form.cells["t2.fees.amount"].unit, form.cells["t2.fees.amount"].decimals) == ("万元", 6)


def test_there_are_42_equalities(form: FormDefinition) -> None:
    counts: dict[str, int] = {}
    for equation in form.equations:
        counts[equation.rule_id] = counts.get(equation.rule_id, 0) + 1
    assert counts == {"T3-01": 7, "T3-02": 25, "T3-03": 7, "T4-01": 1, "T4-02": 1, "T4-03": 1}


def test_a_form_is_chosen_by_the_report_year() -> None:
    assert form_for_year(2021).id == "2021"
    assert form_for_year(2025).id == "2021"


@pytest.mark.parametrize(
    ("file", "old", "new", "named"),
    [
        ("t3.toml", 'section = "s3"', 'section = "s3"\nsurprise = 1', "surprise"),
        ("t3.toml", '{ cell = "R01.*" }', '{ cell = "R99.*" }', "R99"),
        ("t2.toml", 'cell = "rules.issued"', 'cell = "rules.sold"', "no cell .rules.sold"),
        ("t3.toml", '{ row = "R04", cols = 2 }', '{ row = "R44", cols = 2 }', "R44"),
        ("t3.toml", "rows = 22", "rows = 21", "gaps"),
        ("form.toml", 'name = "发出收费通知"', 'name = "发出收费通知"\nsurprise = 1', "surprise"),
        ("form.toml", 'contents = ["s5"]', 'contents = ["s55"]', "s55"),
        ("rules.toml", "right = { R24 = 1, R25 = 1 }", "right = { R24 = 1, R26 = 1 }", "R26"),
        ("rules.toml", 'id = "T3-02"', 'id = "T3-01"', "twice"),
        ("rules.toml", 'level = "error"', 'level = "fatal"', "fatal"),
        ("rules.toml", 'for_each = "t3.rows"', 'for_each = "t9.rows"', "t9"),
    ],
)
def test_the_reader_refuses_what_it_does_not_know(tmp_path: Path, file: str, old: str, new: str, named: str) -> None:
    folder = tmp_path / "2021"
    shutil.copytree(resource_path("form", "2021"), folder)
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(FormDefinitionError, match=named):
        read_form(FormatFolder(folder))


def test_each_message_can_be_filled_in(form: FormDefinition) -> None:
    for equation in form.equations:
        values = dict.fromkeys([*equation.keys.values(), "item", "left", "right", "difference"], "1")
        assert form.rules[equation.rule_id].messages[""].format(**values)


def test_only_what_is_official_calls_itself_official(form: FormDefinition) -> None:
    for rule in form.rules.values():
        if rule.basis in ("practice", "inferred"):
            assert "官方" not in rule.source, rule.id
