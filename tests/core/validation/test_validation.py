"""What the checks say about a report, all at once and keystroke by keystroke."""

import random
from dataclasses import replace
from datetime import date

import pytest

from core.checks.findings import CheckResult, explain
from core.form.form_reader import form_for_year
from core.report.report import Explanation, Report, new_report, parse_cell
from core.validation.progress import section_progress
from core.validation.validation import Checker, check_report
from tests.core.validation.following import followed


@pytest.fixture
def report() -> Report:
    """Nothing blank: 14 new, 2 carried in, 14 answered, 2 carried out, all natural persons, and short texts."""
    made = new_report("某某县水利局", "政府部门", 2025, with_zeros=True)
    made = made.with_cells({code: 0 for code in made.form.entered if code not in made.cells})
    for code, number in {"t3.R01.C1": 14, "t3.R02.C1": 2, "t3.R03.C1": 14, "t3.R25.C1": 2}.items():
        made = made.with_cells({code: number})
    return made.with_texts({"s1": "本局推进公开。", "s5": "公开不够及时，将改进。", "s6": "未收取信息处理费。"})


def table_findings(report: Report) -> list[str]:
    return [f.message for f in check_report(report).findings if f.rule_id in ("T3-01", "T3-02", "T3-03", "T4-01")]


def test_a_balanced_report_has_no_finding_in_its_tables(report: Report) -> None:
    assert table_findings(report) == []


def test_a_broken_balance_names_its_column_both_sums_and_the_difference(report: Report) -> None:
    report = report.with_cells({"t3.R03.C1": 13})
    assert table_findings(report) == ["“自然人”列：新收14＋结转2＝16；办理总计13＋结转下年2＝15，相差1。"]


def test_the_total_column_is_named_only_where_no_single_column_explains_it(report: Report) -> None:
    report = report.with_cells({"t3.R03.C1": 13, "t3.R03.C2": 5})
    assert [message[:7] for message in table_findings(report)] == ["“自然人”列：", "“商业企业”列"]


def test_a_rule_is_silent_while_one_of_its_cells_is_blank(report: Report) -> None:
    report = report.with_cells({"t3.R03.C1": 13, "t3.R25.C1": None})
    assert table_findings(report) == []
    assert check_report(report).verdict == "填写中"


def test_an_untouched_form_is_being_filled_in_and_never_ready() -> None:
    result = check_report(new_report("某局", "政府部门", 2025))
    assert result.verdict == "填写中"
    assert len(result.blanks) == 166 + 3
    assert result.blanks[-3:] == ("s1.active", "s5", "s6")
    assert result.unfilled == "166格、第一部分文字、第五部分文字、第六部分文字"


@pytest.mark.parametrize("year", [2019, 2021])
def test_a_text_that_the_format_demands_is_a_blank_like_an_empty_cell(report: Report, year: int) -> None:
    made = new_report(report.unit, "政府部门", year, form_id=form_for_year(year).id)
    report = made.with_cells(dict.fromkeys(made.form.entered, 0)).with_texts(report.texts)
    assert (check_report(report).blanks, check_report(report).unfilled) == ((), "")
    for code, blank, part in (("s1", "s1.active", "第一部分"), ("s5", "s5", "第五部分"), ("s6", "s6", "第六部分")):
        for nothing in ("", " \n\u3000", "——", "/"):
            emptied = report.with_texts({code: nothing})
            result = check_report(emptied)
            assert (result.blanks, result.unfilled, result.verdict) == ((blank,), f"{part}文字", "填写中")
            assert not [f for f in result.findings if f.rule_id == "C-03"]
            (finding,) = check_report(emptied, final=True).blocking
            assert finding.message.startswith(f"{part}“")
            assert finding.places[0].text == blank
            assert result == followed_result(report, emptied)


def followed_result(before: Report, after: Report) -> CheckResult:
    checker = Checker(before)
    checker.result()
    followed(checker, before, after)
    return checker.result()


@pytest.mark.parametrize("code", ["s1", "s1.active", "s1.request", "s1.manage", "s1.platform", "s1.oversight"])
def test_one_text_of_section_one_is_enough(report: Report, code: str) -> None:
    assert check_report(report.with_texts({"s1": "", code: "本局推进公开。"})).blanks == ()


def test_blanks_count_only_when_the_report_is_to_go_out(report: Report) -> None:
    report = report.with_cells({"t3.R25.C1": None})
    assert not [f for f in check_report(report).findings if f.rule_id == "C-03"]
    final = [f for f in check_report(report, final=True).findings if f.rule_id == "C-03"]
    assert [f.cells for f in final] == [("t3.R25.C1",)]
    assert "还有1格未填，第一格是“结转下年·自然人”" in final[0].message


def test_a_number_outside_the_tables_that_a_text_prints_is_asked_for_like_a_cell(report: Report) -> None:
    assert check_report(report).blanks == ()
    report = report.with_texts({"s6": "收费通知总金额{fee.billed}元，实际收取{fee.collected}元。"})
    checker = Checker(report)
    assert checker.result().blanks == ("fee.billed", "fee.collected")
    assert checker.result().verdict == "填写中"

    for code in ("fee.billed", "fee.collected"):
        (finding,) = (f for f in checker.result(final=True).findings if f.rule_id == "C-03")
        assert f"文字中插入了“{report.form.cells[code].name}”" in finding.message
        assert finding.cells[0] == code
        report = followed(checker, report, report.with_cells({code: 0}))
    assert checker.result().blanks == ()
    assert not [f for f in checker.result(final=True).findings if f.rule_id == "C-03"]

    report = followed(checker, report, report.with_cells({"fee.billed": None}))
    assert checker.result().blanks == ("fee.billed",)
    report = followed(checker, report, report.with_texts({"s6": "未收取信息处理费。"}))
    assert checker.result().blanks == ()


def test_a_section_is_not_done_while_something_on_its_page_is_wrong(report: Report) -> None:
    """信息处理费 stands on the page of section 六, the lead on that of section 一."""

    def state(key: str) -> str:
        return next(p.state for p in section_progress(report, check_report(report)) if p.key == key)

    for code in ("s1.active", "s1.request", "s1.manage", "s1.platform", "s1.oversight"):
        report = report.with_texts({code: "某某县水利局2025年做了主动公开、平台建设、政府信息管理、监督保障各1项。"})
    report = report.with_texts({"s6": "本年度未收取信息处理费。"})
    assert (state("s1"), state("s6")) == ("已完成", "已完成")
    report = report.with_texts({"lead": "统计期限自2024年1月1日至2024年12月31日。"})
    report = report.with_cells({"fee.billed": parse_cell(report.form, "fee.billed", "1O")})
    assert (state("s1"), state("s6")) == ("待核实", "有错误")
    report = report.with_cells({"fee.billed": None})
    assert state("s6") == "已完成"
    report = report.with_texts({"s6": "本年度信息处理费{fee.billed}元。"})
    assert state("s6") == "填写中"


def test_refused_text_is_an_error_that_quotes_it(report: Report) -> None:
    report = report.with_cells({"t4.review.other": parse_cell(report.form, "t4.review.other", "1O")})
    found = [f for f in check_report(report).findings if f.rule_id == "C-04"]
    assert [f.message for f in found] == ["“行政复议·其他结果”填的是“1O”：“O”不是数字，请改为数字0。"]
    assert check_report(report).verdict == "有错误"


def test_a_wrong_control_total_is_found_at_every_total(report: Report) -> None:
    for code in report.form.derived:
        report = replace(report, controls={})
        report = report.with_cells({code: 9999})
        found = check_report(report).findings
        assert any(f.level == "error" and code in f.cells for f in found), code


def test_a_wrong_number_is_found_at_every_cell_of_tables_3_and_4(report: Report) -> None:
    from core.report.totals import report_numbers

    numbers = report_numbers(report)
    report = report.with_cells({code: numbers[code] for code in report.form.derived})
    assert not [f for f in check_report(report).findings if f.level == "error"]
    for code in report.form.entered:
        if code.startswith("t2."):
            continue
        right = report.cells[code]
        assert isinstance(right, int)
        report = report.with_cells({code: right + 1})
        found = [f for f in check_report(report).findings if f.level == "error"]
        assert any(code in f.cells for f in found), code
        report = report.with_cells({code: right})


def test_checks_kept_up_to_date_agree_with_checks_made_anew(report: Report) -> None:
    rng = random.Random(7)
    checker = Checker(report)
    codes = [*report.form.entered, *report.form.derived]
    for step in range(1000):
        code = rng.choice(codes)
        typed = rng.choice(["", "0", "1", str(rng.randint(0, 40)), "1O", "/"])
        report = followed(checker, report, report.with_cells({code: parse_cell(report.form, code, typed)}))
        if step % 20 == 0:
            anew = check_report(report)
            assert checker.result() == anew


def test_an_explanation_holds_only_while_the_numbers_it_was_given_for_stand(report: Report) -> None:
    from core.checks.findings import Finding

    warning = Finding("T2-01", "warning", "现行有效应为3，填的是2。", ("t2.rules.in_force",))
    given = {warning.key: Explanation("清理后重新统计", "张三", "2026-01-10", warning.message)}
    assert explain([warning], given)[0].explained == given[warning.key]
    changed = Finding("T2-01", "warning", "现行有效应为4，填的是2。", ("t2.rules.in_force",))
    after = explain([changed], given)[0]
    assert after.explained is None
    assert after.withdrawn == given[warning.key]


def test_an_error_cannot_be_explained_away(report: Report) -> None:
    report = report.with_cells({"t3.R03.C1": 13})
    error = check_report(report).blocking[0]
    report = replace(
        report,
        explanations={**report.explanations, error.key: Explanation("就是这样", "张三", "2026-01-10", error.message)},
    )
    assert check_report(report).blocking[0].explained is None
    assert check_report(report).verdict == "有错误"


def test_sections_tell_how_far_they_are(report: Report) -> None:
    report = report.with_cells({"t3.R03.C1": 13, "t4.review.other": None}).with_texts({"s5": ""})
    states = {part.key: part.state for part in section_progress(report, check_report(report))}
    assert states["meta"] == "填写中"  # its level is not chosen
    assert states["s3"] == "有错误"
    assert states["s4"] == "填写中"
    assert states["s5"] == "未填"


def test_a_section_with_doubts_and_blanks_shows_the_doubts(report: Report) -> None:
    report = report.with_cells({"t4.review.other": None}).with_texts({"s3": "全年新收申请3件。"})
    states = {part.key: part.state for part in section_progress(report, check_report(report))}
    assert (states["s3"], states["s4"]) == ("待核实", "填写中")
    report = report.with_cells({"t3.R07.C6": None})
    states = {part.key: part.state for part in section_progress(report, check_report(report))}
    assert states["s3"] == "待核实"


def test_a_fee_that_cannot_be_read_is_an_error_of_the_last_section(report: Report) -> None:
    report = report.with_texts({"s6": "本年度未收取信息处理费。"})
    report = report.with_cells({"fee.billed": parse_cell(report.form, "fee.billed", "3O")})
    (*_, last) = section_progress(report, check_report(report))
    assert (last.key, last.state) == ("s6", "有错误")


def test_basic_information_is_not_done_while_its_level_is_not_chosen(report: Report) -> None:
    def state() -> tuple[str, int, int]:
        (part, *_) = section_progress(report, check_report(report))
        return part.state, part.filled, part.required

    report = report.with_texts({"meta.level": "县级"})
    assert state() == ("已完成", 4, 4)
    report = report.with_texts({"meta.level": "", "meta.scope": "本机关"})
    assert state()[0] == "待核实"  # F-01 says so, since all is filled in
    report = report.with_cells({"t3.R01.C1": None})
    assert state() == ("填写中", 3, 4)  # F-01 is silent as yet
    report = report.with_cells({"t3.R01.C1": 14})
    (finding,) = [f for f in check_report(report).findings if f.rule_id == "F-01"]
    report = replace(
        report,
        explanations={
            **report.explanations,
            finding.key: Explanation("不在所列范围内", "张三", "2026-01-10", finding.message),
        },
    )
    assert state() == ("已完成", 4, 4)  # the reason is the answer


def test_a_type_that_is_none_of_the_choices_is_not_filled_in(report: Report) -> None:
    report = report.with_texts({"meta.level": "县级", "meta.unit_type": "乡镇、街道"})
    (part, *_) = section_progress(report, check_report(report))
    assert (part.state, part.filled, part.required) == ("待核实", 3, 4)
    (part, *_) = section_progress(known := report.with_texts({"meta.unit_type": "街道办事处"}), check_report(known))
    assert part.filled == 4


def test_what_a_final_report_waits_for_is_seen_as_soon_as_all_is_filled_in(report: Report) -> None:
    report = report.with_texts({"meta.level": "", "meta.scope": "本机关"})
    found = [f.message for f in check_report(report).findings if f.rule_id == "F-01"]
    assert found == ["行政层级未选，请在“基本信息”中选择。"]
    report = report.with_cells({"t3.R01.C1": None})
    assert not [f for f in check_report(report).findings if f.rule_id == "F-01"]


def test_findings_keep_their_order_while_the_level_is_open_and_numbers_are_typed(report: Report) -> None:
    report = report.with_texts({"meta.level": "", "meta.scope": "本机关"})
    checker, chance = Checker(report, today=date(2025, 12, 12)), random.Random(1)
    before = [finding.key for finding in checker.result().findings]
    seen = set(before)
    for _ in range(300):
        code = chance.choice(list(report.form.entered)[:60])
        report = followed(checker, report, report.with_cells({code: chance.choice([0, 1, 7, 12])}))
        now = [finding.key for finding in checker.result().findings]
        assert [key for key in now if key in before] == [key for key in before if key in now]
        before = now
        seen.update(now)
    assert "F-01:meta.level" in before
    assert len(seen) > 10  # there was something to be put in order


def test_a_level_chosen_later_is_noticed_without_checking_anew(report: Report) -> None:
    report = report.with_texts({"meta.level": "", "meta.scope": "本机关"})
    checker = Checker(report)
    assert [f.message for f in checker.result().findings if f.rule_id == "F-01"]
    report = followed(checker, report, report.with_texts({"meta.level": "县级"}))
    assert not [f for f in checker.result().findings if f.rule_id == "F-01"]
