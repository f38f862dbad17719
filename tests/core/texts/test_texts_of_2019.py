"""Rules on texts in the 2019 trial format and the mixed ones: the words of 2021, the cells of the format."""

from datetime import date

import pytest

from core.checks.rule_run import NOT_CHECKED
from core.form.form_reader import load_form
from core.report.report import Report
from core.texts.language.vocabulary import load_vocabulary
from core.validation.validation import check_report

NUMBERS = {"t3.R01.C1": 9, "t3.R02.C1": 1, "t3.R03.C1": 6, "t3.R13.C1": 2, "t3.R25.C1": 1, "t4.review.upheld": 1}
OTHER = {"2019": "t3.other_2019.C1", "mixed": "t3.other_2019.C1", "mixed_2019_t2": "t3.R23.C1", "2021": "t3.R23.C1"}
TABLE_TWO = {
    "t2_2019": {"t2_2019.licensing.decisions": 656, "t2_2019.penalty.decisions": 12, "t2_2019.normative.made": 3},
    "t2": {"t2.licensing.decisions": 656, "t2.penalty.decisions": 12, "t2.normative.issued": 3},
}
RIGHT = {
    "s1.request": (
        "我局共收到政府信息公开申请9件，上年结转1件，办结9件：予以公开6件，无法提供2件，其他处理1件；结转1件。"
    ),
    "s2": "制定规范性文件3件，办理行政许可656件，作出行政处罚12件，无行政强制事项。",
    "s4": "因政府信息公开被申请行政复议1件，结果维持；未发生行政诉讼。",
}


def report_of(form_id: str, texts: dict[str, str], year: int = 2020) -> Report:
    report = Report(form_id=form_id)
    report = report.with_texts({"meta.unit": "青原县水利局", "meta.year": str(year), "meta.unit_type": "政府部门"})
    report = report.with_cells(dict.fromkeys(report.form.entered, 0))
    table_two = "t2_2019" if "t2_2019" in report.form.tables else "t2"
    report = report.with_cells({**NUMBERS, OTHER[form_id]: 1, **TABLE_TWO[table_two]})
    return report.with_texts(texts)


def spoken(report: Report) -> dict[str, str]:
    findings = check_report(report, today=date(2021, 1, 20)).findings
    return {f.rule_id: f.message for f in findings if f.rule_id.startswith("N-0") or f.rule_id == "T2-06"}


@pytest.mark.parametrize("form_id", OTHER)
def test_texts_that_agree_with_the_tables_raise_nothing(form_id: str) -> None:
    assert spoken(report_of(form_id, RIGHT)) == {}


@pytest.mark.parametrize("form_id", OTHER)
@pytest.mark.parametrize(
    ("code", "old", "new", "rule_id", "words"),
    [
        ("s1.request", "收到政府信息公开申请9件", "收到政府信息公开申请8件", "N-01", "表中本年新收9件"),
        ("s1.request", "其他处理1件", "其他处理2件", "N-05", "写的是“其他处理2件”"),
        ("s1.request", "其他处理1件", "其他处理情形未发生", "N-05", "写的是“其他处理情形未发生”"),
        ("s2", "规范性文件3件", "规范性文件5件", "N-07", "是3件"),
        ("s2", "行政许可656件", "行政许可665件", "N-07", "是656件"),
        ("s2", "作出行政处罚12件", "无行政处罚事项", "T2-06", "是12件"),
        ("s4", "行政复议1件，结果维持", "行政复议3件", "N-06", "“行政复议·总计”是1件"),
    ],
)
def test_texts_are_compared_with_the_cells_of_the_format(
    form_id: str, code: str, old: str, new: str, rule_id: str, words: str
) -> None:
    assert old in RIGHT[code]
    message = spoken(report_of(form_id, {**RIGHT, code: RIGHT[code].replace(old, new)}))
    assert list(message) == [rule_id]
    assert words in message[rule_id]


def test_what_was_asked_only_from_2021_on_is_not_asked_of_2020() -> None:
    texts = {"s1": "本局推进公开。", "s5": "无。", "s6": "无。"}
    of_2020 = {f.rule_id for f in check_report(report_of("2019", texts), today=date(2021, 1, 20)).findings}
    of_2022 = {f.rule_id for f in check_report(report_of("mixed", texts, 2022), today=date(2023, 1, 20)).findings}
    assert {"N-14", "N-17"} & of_2020 == set()
    assert {"N-14", "N-17"} <= of_2022
    assert "N-16" in of_2020


@pytest.mark.parametrize("form_id", OTHER)
def test_every_format_has_all_rules_on_texts_and_words_for_its_own_cells_only(form_id: str) -> None:
    form, vocabulary = load_form(form_id), load_vocabulary(form_id)
    assert vocabulary is not None
    codes = {code for role in vocabulary.roles for ways in role.cells.values() for way in ways for code in way}
    assert codes <= form.cells.keys()
    assert {c.partition(".")[0] for c in codes} >= set(form.tables)
    texts = [rule for rule in load_form().rules if rule.startswith("N-") or rule == "T2-06"]
    assert [rule for rule in form.rules if rule in texts] == texts


@pytest.mark.parametrize(
    "text", ["行政事业性收费2471.06万元。", "行政事业性收费情况：共收取3.5万元。", "收费项目2项，采购5件。"]
)
@pytest.mark.parametrize("form_id", OTHER)
def test_amounts_that_a_format_has_no_cell_for_are_read_past(form_id: str, text: str) -> None:
    for code in ("s1", "s1.active", "s2"):
        findings = check_report(report_of(form_id, {code: text}), today=date(2021, 1, 20)).findings
        assert not [f for f in findings if f.topic == NOT_CHECKED]
