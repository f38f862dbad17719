"""Every rule: a report that holds, one that breaks it and what is then said, and its silence beside a blank."""

import re
from dataclasses import replace
from datetime import date

import pytest

from core.checks.findings import Finding, explain
from core.checks.rules import FUNCTIONS, PrintedForm
from core.form.form_reader import form_for_year, load_form
from core.report.report import Explanation, new_report
from core.validation.validation import check_report
from tests.core.checks.rule_examples import EXAMPLES, Case, Example, good_case
from tests.core.texts.text_rule_examples import EXAMPLES as TEXT_EXAMPLES
from tests.core.texts.text_rule_examples import TextRuleExample, report_with

FORM = load_form()
by_rule = pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: e.rule)


def broken(example: Example) -> Case:
    case = good_case()
    example.breaks(case)
    return case


def test_every_rule_has_an_example() -> None:
    shown = {e.rule for e in EXAMPLES} | {e.rule_id for e in TEXT_EXAMPLES}
    assert [rule for rule in FORM.rules if rule not in shown] == []


def test_every_sentence_about_numbers_has_an_example() -> None:
    """So that no sentence goes out that nobody has read with real numbers in it."""
    said = {e.rule: [x.sentence for x in EXAMPLES if x.rule == e.rule] for e in EXAMPLES}
    texts = {e.rule_id for e in TEXT_EXAMPLES}
    unsaid = []
    for rule in FORM.rules.values():
        for variant, template in rule.messages.items():
            pattern = re.sub(r"\\\{[^{}]*\\\}", "(?s:.*)", re.escape(template))
            if (
                rule.kind == "function"
                and rule.id not in texts
                and not any(re.fullmatch(pattern, s) for s in said.get(rule.id, ()))
            ):
                unsaid.append((rule.id, variant))
    assert [u for u in unsaid if u not in _MIXED_FORMATS] == []


_MIXED_FORMATS = {("F-03", "mixed"), ("F-03", "table"), ("F-03", "old"), ("C-02", "control"), ("C-04", "control")}
"""Said in another format only, or the same sentence as that of a rule with an example."""


_WHOLE_REPORT = ("C-08", "T3-10", "F-04", "F-06")
"""Rules about no place in particular."""


@pytest.mark.parametrize("rule_id", FORM.rules)
def test_a_good_report_breaks_no_rule(rule_id: str) -> None:
    assert [f.message for f in good_case().found(rule_id)] == []


@by_rule
def test_a_broken_rule_says_so_in_these_words(example: Example) -> None:
    found = next(f for f in broken(example).found(example.rule) if f.message == example.sentence)
    assert found.level == example.level
    assert found.cells or found.places or example.rule in _WHOLE_REPORT  # where the clerk is taken to


@by_rule
def test_a_rule_is_silent_while_what_it_needs_is_blank(example: Example) -> None:
    if not example.blanks:
        return
    for code in example.blanks:
        case = broken(example)
        if code in case.report.form.cells:
            case.report = case.report.with_cells({code: None})
        else:
            case.report = case.report.with_texts({code: ""})
        assert example.sentence not in [f.message for f in case.found(example.rule)], code


@by_rule
def test_a_warning_can_be_explained_and_an_error_cannot(example: Example) -> None:
    case = broken(example)
    found = next(f for f in case.found(example.rule) if f.message == example.sentence)
    case.report = replace(
        case.report,
        explanations={
            **case.report.explanations,
            found.key: Explanation("已核对", "张三", "2026-01-10", found.message),
        },
    )
    after = next(f for f in case.found(example.rule) if f.message == example.sentence)
    assert (after.explained is not None) == (example.level == "warning")
    assert after.is_open is False
    if example.level == "error":
        assert after in case.check().blocking


@pytest.mark.parametrize("example", TEXT_EXAMPLES, ids=lambda e: e.rule_id)
def test_a_warning_about_texts_can_be_explained_and_an_error_cannot(example: TextRuleExample) -> None:
    last_year = new_report("青原县水利局", "政府部门", 2023)
    last_year = last_year.with_texts(example.last_year or {})
    report = report_with(example.breaks, zeros=example.zeros)

    def said() -> Finding:
        result = check_report(report, last_year=last_year if example.last_year else None, today=date(2025, 1, 10))
        return next(f for f in result.findings if f.message == example.message)

    found = said()
    report = replace(
        report,
        explanations={**report.explanations, found.key: Explanation("已核对", "张三", "2026-01-10", found.message)},
    )
    assert (said().explained is not None) == (example.level == "warning")


@by_rule
def test_an_explanation_is_withdrawn_when_the_numbers_change(example: Example) -> None:
    found = next(f for f in broken(example).found(example.rule) if f.message == example.sentence)
    given = {found.key: Explanation("已核对", "张三", "2026-01-10", found.message + "，原来的数字")}
    after = explain([found], given)[0]
    assert after.explained is None
    assert (after.withdrawn is not None) == (example.level == "warning")


@by_rule
def test_a_sentence_is_one_a_clerk_can_read_aloud(example: Example) -> None:
    finding = next(f for f in broken(example).found(example.rule) if f.message == example.sentence)
    message = finding.message
    assert message.endswith("。")
    assert len(message) <= 130
    assert not re.search(r"t[234]\.|\bR\d\d\b|\bC\d\b|meta\.|[{}]|None|True|False", message)
    assert not re.search(r"[,;:?!]", message.replace(FORM.rules[example.rule].id, "")), "half-width punctuation"
    for repair in finding.repairs:
        assert all(change.why and not re.search(r"[a-zA-Z]", change.why) for change in repair)


def test_rules_that_need_last_year_are_silent_without_it_and_the_result_says_so() -> None:
    for example in EXAMPLES:
        if FORM.rules[example.rule].needs_last_year:
            case = broken(example)
            case.last_year = None
            assert case.found(example.rule) == []
            assert not case.check().last_year
    assert good_case().check().last_year


def test_a_report_of_another_year_is_no_baseline() -> None:
    case = good_case()
    assert case.last_year
    case.last_year = case.last_year.with_texts({"meta.year": "2022"})
    case.cells(t2__normative__in_force=0)
    assert not case.check().last_year
    assert case.found("T2-01") == []


@pytest.mark.parametrize(
    ("unit", "unit_type", "level", "may"),
    [
        ("某某部", "政府部门", "中央", True),
        ("国家税务总局某某县税务局", "垂直管理和派出机构", "", True),  # may belong to the organ that issues them
        ("国家税务总局某某县税务局", "垂直管理和派出机构", "县级", False),
        ("某某省水利厅", "政府部门", "省级", False),
        ("某某市水利局", "政府部门", "", False),
        ("某某省人民政府", "各级人民政府", "省级", True),
        ("某某市人民政府", "各级人民政府", "市级", True),
        ("某某市人民政府", "各级人民政府", "", True),
        ("某某县人民政府", "各级人民政府", "", False),
        ("某某市人民政府", "各级人民政府", "县级", False),
        ("某某市水利局", "", "", True),  # not known yet
        ("某某市人民政府", "地方各级人民政府", "市级", True),  # none of the types: nothing is known of it
        ("某某市人民政府", "各级人民政府", "市本级", True),
        ("某某县人民政府", "各级人民政府", "县本级", False),
    ],
)
def test_rules_are_issued_by_few_organs(unit: str, unit_type: str, level: str, *, may: bool) -> None:
    case = good_case()
    case.cells(t2__rules__issued=2)
    case.report = case.report.with_texts({"meta.unit": unit, "meta.unit_type": unit_type, "meta.level": level})
    assert (case.found("T2-03") == []) is may


@pytest.mark.parametrize(
    ("unit", "level", "words"), [("某某县人民政府", "", "县级人民政府"), ("某某镇人民政府", "乡镇级", "乡镇级人民政府")]
)
def test_a_lower_government_is_named_with_its_level(unit: str, level: str, words: str) -> None:
    case = good_case()
    case.cells(t2__rules__issued=2)
    meta = {"meta.unit": unit, "meta.unit_type": "各级人民政府", "meta.level": level}
    case.report = case.report.with_texts(meta)
    assert [f"本单位是{words}，" in finding.message for finding in case.found("T2-03")] == [True]


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("", False),
        ("https://www.a.gov.cn/xxgk/1.html", False),
        ("www.a.gov.cn www.b.gov.cn", False),
        ("www.a.gov.cn,www.b.gov.cn", True),
        ("zwgk.a.gov.cn:8080/1.html?id=1", False),
        ("nb.docx", True),
        ("县政府网站政府信息公开专栏", False),
        ("example", True),
        ("0375-6123456", True),
        ("https://www.a.gov.cn/ gxrs", True),
        ("https://www.a.gov.cn/2025nb.html", False),
        ("https://www.a.gov.cn/art/2026/1/15/t2024.html", False),
        ("https://www.a.gov.cn/2024/nb.html", True),
    ],
)
def test_an_address_that_is_none_is_asked_for(address: str, *, says: bool) -> None:
    case = good_case()
    case.report = case.report.with_texts({"meta.website": address})
    assert [f.cells for f in case.found("F-01")] == [("meta.website",)] * says


@pytest.mark.parametrize(
    ("phone", "says"),
    [
        ("", False),
        ("0375-6123456", False),
        ("（0375）612 3456转8012", False),
        ("12345", False),
        ("办公室0375-6123456", False),
        ("办公室", True),
        ("县教育局办公室2楼", True),
    ],
)
def test_a_phone_without_a_number_is_asked_for(phone: str, *, says: bool) -> None:
    case = good_case()
    case.report = case.report.with_texts({"meta.phone": phone})
    assert [f.cells for f in case.found("F-01")] == [("meta.phone",)] * says


@pytest.mark.parametrize(
    ("unit_type", "level", "day", "says"),
    [
        ("政府部门", "县级", "2026年1月31日", False),
        ("政府部门", "县级", "2026年1月", False),
        ("政府部门", "县级", "2026年2月", True),
        ("政府部门", "市级", "二〇二六年二月五日", True),
        ("政府部门", "县级", "2026年  月  日", False),
        ("政府部门", "县级", "2026年13月", False),
        ("政府部门", "县级", "", False),
        ("政府部门", "", "2026年5月", False),
        ("各级人民政府", "县级", "2026年3月", False),
        ("各级人民政府", "县级", "2026年4月", True),
        ("各级人民政府", "乡镇级", "2026年4月", False),
        ("街道办事处", "县级", "2026年5月", False),
        ("", "县级", "2026年5月", False),
    ],
)
def test_a_date_behind_the_last_day_of_publication_is_asked_for(
    unit_type: str, level: str, day: str, *, says: bool
) -> None:
    case = good_case()
    case.report = case.report.with_texts({"meta.unit_type": unit_type, "meta.level": level, "meta.date": day})
    found = [f for f in case.found("F-01") if f.cells == ("meta.date",)]
    assert [f.level for f in found] == ["hint"] * says


def test_an_unknown_type_is_told_and_nothing_is_judged_by_it() -> None:
    case = good_case()
    case.report = case.report.with_texts({"meta.unit_type": "乡镇、街道", "meta.level": "乡级"})
    assert [(f.cells, f.level, f.message) for f in case.found("F-01")] == [
        ((code,), "warning", f"{name}填的是“{text}”，不在可选的几项之中，没有按它检查，请在“基本信息”中选择。")
        for code, name, text in (("meta.unit_type", "单位类型", "乡镇、街道"), ("meta.level", "行政层级", "乡级"))
    ]


@pytest.mark.parametrize(
    ("rule", "cells", "says"),
    [
        ("T3-06", {"t3__R22__C1": 1, "fee__notices": 1}, False),
        ("T3-07", {"t3__R01__C1": 10, "t3__R03__C1": 5, "t3__R23__C1": 5}, False),
        ("T3-07", {"t3__R01__C1": 10, "t3__R03__C1": 4, "t3__R23__C1": 6}, True),
        ("T3-07", {"t3__R01__C1": 199, "t3__R03__C1": 99, "t3__R23__C1": 100}, True),  # by half a request
        ("T3-07", {"t3__R01__C1": 9, "t3__R23__C1": 9}, False),  # too few to wonder
        ("T3-08", {"t3__R01__C1": 12, "t3__R03__C1": 9, "t3__R25__C1": 3}, False),
        ("T3-08", {"t3__R01__C1": 12, "t3__R03__C1": 8, "t3__R25__C1": 4}, True),
        ("T3-08", {"t3__R01__C1": 11, "t3__R25__C1": 11}, False),
        ("T2-02", {"t2__normative__in_force": 2}, False),  # 3 issued, 1 repealed
        ("X-01", {"fee__collected": 32_000}, False),
        ("X-01", {"fee__collected": 32_001}, True),
    ],
)
def test_a_limit_itself_is_within_it(rule: str, cells: dict[str, int], *, says: bool) -> None:
    case = good_case()
    case.last_year = None
    case.report = case.report.with_cells({code: 0 for code in case.report.form.entered if code.startswith("t3.")})
    case.cells(**cells)
    assert bool(case.found(rule)) is says


@pytest.mark.parametrize(
    ("form_id", "year", "says"),
    [
        ("2019", 2018, True),
        ("2019", 2019, False),
        ("2019", 2020, False),
        ("2019", 2021, True),
        ("2021", 2020, True),
        ("2021", 2021, False),
    ],
)
def test_a_format_is_that_of_its_years(form_id: str, year: int, *, says: bool) -> None:
    found = check_report(new_report("某局", "政府部门", year, form_id=form_id), today=date(2026, 1, 10)).findings
    assert ("F-03" in [finding.rule_id for finding in found]) is says


_ALL_REPEALED = {"t2__normative__issued": 0, "t2__normative__repealed": 9}


@pytest.mark.parametrize(
    ("rule", "last", "now", "says"),
    [
        ("C-05", {"t2__penalty__decisions": 10}, {"t2__penalty__decisions": 100}, False),
        ("C-05", {"t2__penalty__decisions": 10}, {"t2__penalty__decisions": 101}, True),
        ("C-05", {"t2__coercion__decisions": 0}, {"t2__coercion__decisions": 10}, False),
        ("C-05", {"t2__coercion__decisions": 1}, {"t2__coercion__decisions": 11}, False),
        ("C-05", {"t2__coercion__decisions": 0}, {"t2__coercion__decisions": 11}, True),
        ("C-05", {"t2__coercion__decisions": 1_000_000}, {"t2__coercion__decisions": 10_000_000}, False),
        ("C-05", None, {"t2__coercion__decisions": 9_999_999}, False),
        ("C-05", None, {"t2__coercion__decisions": 10_000_000}, True),
        ("C-05", None, {"fee__billed": 10_000_000}, False),  # 元, and no number of the tables
        ("T2-01", {"t2__normative__in_force": 9}, {**_ALL_REPEALED, "t2__normative__in_force": 0}, False),
        ("T2-01", {"t2__normative__in_force": 9}, {**_ALL_REPEALED, "t2__normative__in_force": 1}, True),
        ("T2-05", {"t2__fees__amount": 3}, {"t2__fees__amount": 299}, False),
        ("T2-05", {"t2__fees__amount": 3}, {"t2__fees__amount": 300}, True),
        ("T2-05", None, {"t2__fees__amount": 9_999}, False),
        ("T2-05", None, {"t2__fees__amount": 10_000}, True),
        ("T2-05", {"t2__fees__amount": 1_001}, {"t2__fees__amount": 10_009}, False),  # as large as it always is
        ("T2-05", {"t2__fees__amount": 1_001}, {"t2__fees__amount": 10_010}, True),
        ("T2-05", {"t2__fees__amount": 1_000}, {"t2__fees__amount": 9_999}, False),
    ],
)
def test_what_is_unusual_begins_beyond_its_limits(
    rule: str, last: dict[str, int] | None, now: dict[str, int], *, says: bool
) -> None:
    case = good_case()
    if last is None:
        case.last_year = None
    else:
        case.last(**last)
    case.cells(**now)
    assert bool(case.found(rule)) is says


@pytest.mark.parametrize(
    ("unit", "unit_type", "says"),
    [
        ("云溪县城市管理局", "", True),  # as in Word files and web pages, which never print what kind of unit it is
        ("云溪县发展和改革委员会", "", True),
        ("云溪县人民政府", "", False),
        ("云溪县人民政府办公室", "", False),  # may report for all units
        ("云溪县城市管理局", "各级人民政府", False),
    ],
)
def test_a_charge_in_yuan_is_asked_of_a_department_by_its_name_too(unit: str, unit_type: str, *, says: bool) -> None:
    case = good_case()
    case.last_year = None
    case.cells(t2__fees__amount=285_000)
    case.report = case.report.with_texts({"meta.unit": unit, "meta.unit_type": unit_type})
    assert bool(case.found("T2-05")) is says


@pytest.mark.parametrize(("count", "more"), [(3, ""), (4, "等4格")])
def test_of_many_unusual_numbers_three_are_named(count: int, more: str) -> None:
    case = good_case()
    case.last_year = None
    names = ("rules__issued", "licensing__decisions", "penalty__decisions", "coercion__decisions")
    case.cells(**{f"t2__{name}": 10_000_000 for name in names[:count]})
    (found,) = case.found("C-05")
    assert found.message.count("10000000") == 3
    assert f"10000000{more}，" in found.message


_MANY_CASES = {
    "t4__review__upheld": 5,
    "t4__review__corrected": 1,
    "t4__review__pending": 1,
    "t4__direct__upheld": 1,
    "t4__after_review__upheld": 2,
}
_SAME_STOCK = {"t2__normative__in_force": 14, "t2__licensing__decisions": 656, "t2__penalty__decisions": 12}


def test_as_many_cases_as_were_open_last_year_may_be_all_there_are() -> None:
    case = good_case()
    case.last(t4__review__pending=3)
    case.cells(t4__review__upheld=2, t4__review__pending=1)
    assert case.found("Y-03") == []


def test_a_report_without_any_case_may_be_as_it_was_last_year() -> None:
    case = good_case()
    assert case.last_year
    zeros = dict.fromkeys(case.report.form.entered, 0)
    case.report, case.last_year = case.report.with_cells(zeros), case.last_year.with_cells(zeros)
    assert case.found("Y-04") == []


@pytest.mark.parametrize(
    ("last", "now", "said"),
    [
        # all of a small table: noughts and ones are no sign
        ({"t4__review__upheld": 1, "t4__review__pending": 1}, {"t4__review__upheld": 1}, ""),
        (_MANY_CASES, _MANY_CASES, "“行政复议、行政诉讼情况表”的"),
        # what is in force stays; two numbers may be the same
        (_SAME_STOCK, {**_SAME_STOCK, "t2__penalty__decisions": 13}, ""),
        ({**_SAME_STOCK, "t2__coercion__decisions": 9}, {**_SAME_STOCK, "t2__coercion__decisions": 9}, ""),
        (
            {**_SAME_STOCK, "t2__coercion__decisions": 10},
            {**_SAME_STOCK, "t2__coercion__decisions": 10},
            "“行政许可·本年处理决定数量”656、",
        ),
    ],
)
def test_last_years_numbers_of_a_table_are_told(last: dict[str, int], now: dict[str, int], said: str) -> None:
    case = good_case()
    case.last(**last)
    case.cells(**now)
    found = case.found("Y-04")
    assert [one.message[: len(said)] for one in found] == [said] * bool(said)


@pytest.mark.parametrize(
    ("unit_type", "level", "amount", "says"),
    [
        ("政府部门", "县级", 10_000, True),
        ("垂直管理和派出机构", "县级", 23_186_500, True),
        ("政府部门", "市级", 186_000, False),  # as large as it really is in large cities
        ("各级人民政府", "县级", 186_000, False),
        ("各级人民政府", "市级", 1_860_000, False),
        ("各级人民政府", "市级", 23_186_500, True),
        ("", "", 23_186_500, True),
    ],
)
def test_a_large_unit_may_charge_more(unit_type: str, level: str, amount: int, *, says: bool) -> None:
    case = good_case()
    case.last_year = None
    case.cells(t2__fees__amount=amount)
    texts = {"meta.unit_type": unit_type, "meta.level": level, "meta.unit": "临江自然资源和规划局"}
    case.report = case.report.with_texts(texts)
    found = case.found("T2-05")
    assert bool(found) is says
    if amount == 23_186_500:
        assert "填的是23186500万元，即2318.65亿元，请核对是否误填为元（23186500元应填2318.65）" in found[0].message


def test_a_good_report_is_ready() -> None:
    result = good_case().check()
    assert (result.verdict, [f.message for f in result.findings]) == ("可送审", [])


def test_every_function_is_used_and_every_rule_has_one() -> None:
    used = {rule.function for rule in FORM.rules.values() if rule.kind == "function"}
    assert used <= set(FUNCTIONS)
    assert set(FUNCTIONS) <= used


@pytest.mark.parametrize(("year", "last"), [(2020, 2019), (2021, 2020)])
def test_decisions_that_stopped_are_asked_about_in_the_2019_format_too(year: int, last: int) -> None:
    report, before = (
        new_report("某某县水利局", "政府部门", of_year, form_id=form_for_year(of_year).id) for of_year in (year, last)
    )
    table = "t2" if year == 2021 else "t2_2019"
    report = report.with_cells({f"{table}.licensing.decisions": 0, f"{table}.penalty.decisions": 0})
    assert not [f for f in check_report(report, last_year=before).findings if f.rule_id == "T2-07"]
    before = before.with_cells({"t2_2019.licensing.decisions": 5, "t2_2019.penalty.decisions": 2})
    (finding,) = (f for f in check_report(report, last_year=before).findings if f.rule_id == "T2-07")
    assert finding.cells == (f"{table}.licensing.decisions", f"{table}.penalty.decisions")
    assert finding.message.startswith("上年行政许可、行政处罚决定共7件，本年两项都是0")


def test_a_published_report_is_not_asked_for_what_none_prints() -> None:
    """Each of forty units' Word files would stay 待核实, and nobody could choose a unit type there."""
    report = good_case().report.with_texts({"meta.unit_type": "", "meta.level": ""})
    assert [f.rule_id for f in check_report(report).findings] == ["F-01", "F-01"]
    assert [f.rule_id for f in check_report(report, printed_form=PrintedForm()).findings] == []
