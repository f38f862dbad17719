"""From last year's report to this year's: 结转 with its source, figures beside figures, nothing invented."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from core.form.form_reader import load_form
from core.office.carry_over import carry_over, figures_in, imbalances, last_figures
from core.published import import_report
from core.report.entry_text import Number
from core.report.report import Report, new_report
from core.validation.validation import check_report

EXAMPLE = Path(__file__).parent.parent.parent / "data" / "example-report.txt"


@pytest.fixture
def last() -> Report:
    report = new_report("东平县水利局", "政府部门", 2024, with_zeros=True)
    report = report.with_texts(
        {"meta.phone": "0000-1", "meta.title": "旧标题", "meta.doc_number": "1号", "meta.date": "2025年1月"}
    )
    report = replace(report, texts={"s5": "去年的问题。", "s6": "无。"})
    return report.with_cells({"t3.R01.C1": 5, "t3.R03.C1": 3, "t3.R25.C1": 2, "t2.normative.in_force": 12})


def test_carried_numbers_name_their_source_and_the_total_is_only_shown(last: Report) -> None:
    made = carry_over(last)

    assert [(c.code, c.number) for c in made.carried] == [
        ("t3.R02.C1", 2),
        *((f"t3.R02.C{i}", 0) for i in range(2, 7)),
        ("t3.R02.C7", 2),
    ]
    assert made.carried[0].source == "2024年报告“四、结转下年度继续办理”自然人"
    assert [c.is_total for c in made.carried] == [False] * 6 + [True]
    assert made.remarks == ()


def test_the_new_report_holds_the_profile_and_the_carried_numbers_and_nothing_else(last: Report) -> None:
    report = carry_over(last).start_report()

    assert report.meta == {
        "meta.unit": "东平县水利局",
        "meta.unit_type": "政府部门",
        "meta.phone": "0000-1",
        "meta.year": "2025",
        "meta.form": "2021",
    }
    assert report.cells == {"t3.R02.C1": 2, **{f"t3.R02.C{i}": 0 for i in range(2, 7)}}
    assert report.texts == {}
    assert report.controls == {}


@pytest.mark.parametrize(
    ("address", "stays"),
    [
        ("https://www.a.gov.cn/xxgk/", True),
        ("https://www.a.gov.cn/col2019/", True),
        ("https://www.a.gov.cn/2024nb.html", False),
        ("https://www.a.gov.cn/art/2025/1/20/art_1.html", False),
        ("https://www.a.gov.cn/art_77.html", False),
        ("www.a.gov.cn/art_77.html", False),
        ("a.gov.cn/art_77.html", False),
    ],
)
def test_the_address_of_a_report_is_that_of_no_other_one(last: Report, address: str, *, stays: bool) -> None:
    published = last.with_texts({"meta.website": address})
    published = replace(published, status={"published_url": "https://www.a.gov.cn/art_77.html"})
    assert carry_over(published).profile.get("meta.website") == (address if stays else None)


def test_a_report_that_does_not_add_up_itself_is_said_when_it_is_taken_over(last: Report) -> None:
    wrong = last.with_cells({"t3.R03.C1": 0, "t3.R25.C1": 0})  # 5 came in, nothing was done, nothing goes on
    (remark,) = carry_over(wrong).remarks
    assert remark.startswith("2024年报告本身勾稽不平，结转请核对上年台账：“自然人”列：新收5＋结转0＝5")
    assert imbalances(last) == []


@pytest.mark.parametrize(("columns", "more"), [(3, []), (4, ["另有1处不平"]), (5, ["另有2处不平"])])
def test_of_many_sums_that_do_not_hold_three_are_said(last: Report, columns: int, more: list[str]) -> None:
    wrong = last.with_cells({f"t3.R01.C{column}": 9 for column in range(2, 2 + columns)})
    said = imbalances(wrong)
    assert [sentence.partition("：")[2] for sentence in said[3:]] == more
    assert all("列：新收9＋结转0＝9" in sentence for sentence in said[:3])


@pytest.mark.parametrize("count", [3, 4])
def test_of_many_rows_without_a_place_only_the_number_is_said(count: int) -> None:
    codes = [f"t2_2019.{row}.change" for row in ("licensing", "penalty", "coercion", "fees")]
    old = new_report("某局", "政府部门", 2020, form_id="2019").with_cells(dict.fromkeys(codes[:count], 1))
    _, told = figures_in(old, load_form("2021"))
    named = tuple(f"“{old.form.cells[code].name}”没有对应的栏目，没有计入" for code in codes)
    assert told == (named[:3] if count == 3 else ("按2019年格式填报，4处没有对应的栏目，没有计入",))


def test_last_years_figures_stand_beside_the_cells_of_the_new_report(last: Report) -> None:
    figures, without_counterpart = last_figures(last, load_form("2021"))
    assert figures["t2.normative.in_force"].number == 12
    assert figures["t3.R24.C1"].number == 3
    assert without_counterpart == ()


def test_a_blank_is_not_carried_as_zero(last: Report) -> None:
    made = carry_over(import_report(EXAMPLE).report)

    assert [c.number for c in made.carried] == [None] * 7
    assert made.start_report().cells == {}
    assert made.remarks == ("2023年报告“四、结转下年度继续办理”有6格是空白，空白不等于0，请核对上年台账后填写结转",)


def test_a_printed_total_of_the_carried_row_that_is_wrong_is_told(last: Report) -> None:
    made = carry_over(replace(last, controls={"t3.R25.C7": 9}))
    assert made.carried[-1].number == 9
    wrong = "“结转下年·总计”纸上的合计是9，现在各项相加是2（只差一位数字），请核对原表的这个合计。"
    assert made.remarks == (f"2024年报告本身勾稽不平，结转请核对上年台账：{wrong}",)


def test_a_printed_total_above_a_blank_row_that_contradicts_the_others_is_told(last: Report) -> None:
    row = {f"t3.R25.C{column}": None for column in range(1, 7)}
    totals = {"t3.R01.C7": 5, "t3.R02.C7": 0, "t3.R24.C7": 3, "t3.R25.C7": 9}
    (said,) = imbalances(replace(last.with_cells(row), controls=totals))
    assert "“总计”列：新收5＋结转0＝5；办理总计3＋结转下年9" in said
    assert said.endswith("相差7。")


def old_report(form_id: str) -> Report:
    report = Report(form_id=form_id, meta={"meta.unit": "某局", "meta.year": "2020"})
    report = replace(report, cells={code: number for number, code in enumerate(report.form.entered, 1)})
    if "t2_2019.licensing.change" in report.cells:
        return report.with_cells({"t2_2019.licensing.change": -8, "t2_2019.procurement.amount": Decimal("25.1")})
    return report


def test_the_2019_format_gives_what_has_a_counterpart_and_shows_the_rest() -> None:
    old = old_report("2019")
    made = carry_over(old)
    figures, without_counterpart = last_figures(old, load_form("2021"))

    def number(code: str) -> Number:
        entry = old.cells[code]
        assert isinstance(entry, int | Decimal)
        return entry

    assert (made.year, made.form_id) == (2021, "2021")
    assert made.carried[0].number == number("t3.R25.C1")
    got = {code: figures[code] for code in figures if code.startswith("t2.")}
    assert {code: item.number for code, item in got.items()} == {
        "t2.rules.issued": number("t2_2019.rules.made"),
        "t2.normative.issued": number("t2_2019.normative.made"),
        "t2.licensing.decisions": number("t2_2019.licensing.decisions"),
        "t2.penalty.decisions": number("t2_2019.penalty.decisions"),
        "t2.coercion.decisions": number("t2_2019.coercion.decisions"),
    }
    assert "口径变化" in got["t2.rules.issued"].note
    assert not [code for code in figures if code.startswith(("t3.R21", "t3.R22", "t3.R23"))]

    history = {item.code: item for item in without_counterpart}
    table_2 = set(load_form("2019").tables["t2_2019"].cells)
    mapped = {f"t2_2019.{r}.made" for r in ("rules", "normative")} | {
        f"t2_2019.{r}.decisions" for r in ("licensing", "penalty", "coercion")
    }
    assert {code for code in history if code.startswith("t2_2019.")} == table_2 - mapped
    assert {code for code in history if code.startswith("t3.")} == {f"t3.other_2019.C{i}" for i in range(1, 8)}
    assert "不等于" in history["t2_2019.normative.published_total"].why
    assert all(item.why != "没有对应的栏目" for item in without_counterpart)


def test_two_reports_in_the_same_old_format_have_all_their_figures_side_by_side() -> None:
    old = old_report("2019")
    figures, without_counterpart = last_figures(old, load_form("2019"))
    assert without_counterpart == ()
    assert figures["t2_2019.rules.made"].number == old.cells["t2_2019.rules.made"]
    assert set(figures) >= set(old.form.entered)


def test_a_mixed_report_gives_its_table_2_and_keeps_its_undivided_row() -> None:
    figures, without_counterpart = last_figures(old_report("mixed"), load_form("2021"))
    assert figures["t2.normative.in_force"].number
    assert {item.code for item in without_counterpart} == {f"t3.other_2019.C{i}" for i in range(1, 8)}


def test_the_new_report_is_checked_against_the_old_format_without_a_gap() -> None:
    old = old_report("2019")
    report = carry_over(old).start_report()
    assert not [f for f in check_report(report, last_year=old).findings if f.rule_id == "Y-01"]


def test_without_a_year_the_clerk_is_asked_for_it(last: Report) -> None:
    last = last.with_texts({"meta.year": ""})
    made = carry_over(last)
    assert made.year is None
    assert "meta.year" not in made.start_report().meta
    assert any("年度" in remark for remark in made.remarks)
