"""Two reports side by side, and the chain of 结转 over several years."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from core.office.carry_over import carry_over
from core.office.compare import check_chain, compare_reports, number_marks, side_of
from core.office.comparison_html import chain_html, comparison_html
from core.published import import_report
from core.report.entry_text import Refused
from core.report.report import Report, new_report
from tests.core.published import published_shapes as shapes
from tests.core.published.published_samples import all_samples

EXAMPLE = Path(__file__).parent.parent.parent / "data" / "example-report.txt"
SAMPLES = {s.name: s for s in all_samples()}


@pytest.fixture
def draft() -> Report:
    report = new_report("东平县水利局", "政府部门", 2025, with_zeros=True)
    report = replace(
        report, texts={"s5": "第一个问题。\n改进措施：加强培训3次。\n<b>不是标签</b>", "s6": "全年收到{t3.R01.C7}件。"}
    )
    return report.with_cells({"t3.R01.C1": 5, "t3.R03.C1": 5})


def copy_of(report: Report) -> Report:
    return Report(report.form_id, dict(report.meta), dict(report.texts), dict(report.cells), dict(report.controls))


def test_beside_last_year_what_is_blank_in_one_of_the_two_is_left_out() -> None:
    last = with_numbers(new_report("某县水利局", "政府部门", 2024, with_zeros=True), 3)
    mine = new_report("某县水利局", "政府部门", 2025).with_cells({"t3.R01.C1": 5})
    made = compare_reports(side_of(mine, "本年"), side_of(last, "2024年"), only_filled=True)
    assert [(pair.code, pair.left, pair.right) for pair in made.cells] == [("t3.R01.C1", "5", "3")]
    assert made.left_out > 100
    mine, last = mine.with_texts({"s5": "没有。"}), last.with_texts({"s6": "没有。"})
    told = compare_reports(side_of(mine, "本年"), side_of(last, "2024年"), only_filled=True)
    assert (told.texts, told.left_out) == (made.texts, made.left_out + 2)
    assert made.summary.startswith("本年与2024年有1个数字、1处文字不同，请逐条核对。另有")
    assert made.summary.endswith("处只有一边填了，没有对照。")
    page = comparison_html(made, marks_numbers=True)
    assert "增减" in page
    assert "（空白）" not in page
    whole = compare_reports(side_of(mine, "填报内容"), side_of(last, "已公布"))  # a blank on a page is a difference
    assert len(whole.different_cells) > 100
    assert "相差" in comparison_html(whole)


def with_numbers(report: Report, number: int) -> Report:
    return report.with_cells({"t3.R01.C1": number})


def test_equal_reports_are_said_to_be_equal(draft: Report) -> None:
    made = compare_reports(side_of(draft, "草稿"), side_of(copy_of(draft), "已公布网页"))
    assert made.is_equal
    assert made.summary == "草稿与已公布网页一致：200个数字、全部文字相同。"


def test_every_cell_that_differs_is_named_totals_included(draft: Report) -> None:
    other = copy_of(draft)
    other = other.with_cells({"t3.R03.C1": 4})
    made = compare_reports(side_of(draft, "本年"), side_of(other, "上年"))

    assert [(p.code, p.left, p.right, p.change) for p in made.different_cells] == [
        ("t3.R03.C1", "5", "4", "+1"),
        ("t3.R03.C7", "5", "4", "+1"),
        ("t3.R24.C1", "5", "4", "+1"),
        ("t3.R24.C7", "5", "4", "+1"),
    ]
    assert made.summary == "本年与上年有4个数字不同，请逐条核对。"


def test_a_blank_a_zero_and_refused_text_are_three_different_things(draft: Report) -> None:
    other = copy_of(draft)
    draft = draft.with_cells({"t2.rules.issued": 0})
    other = other.with_cells({"t2.rules.repealed": Refused("1O", "C-04", "“O”不是数字")})
    made = {p.code: p for p in compare_reports(side_of(draft, "甲"), side_of(other, "乙")).different_cells}

    assert (made["t2.rules.issued"].left, made["t2.rules.issued"].right) == ("0", "")
    assert (made["t2.rules.repealed"].left, made["t2.rules.repealed"].right) == ("", "1O")
    assert made["t2.rules.repealed"].change == ""


def test_texts_are_compared_paragraph_by_paragraph_and_word_by_word(draft: Report) -> None:
    other = copy_of(draft)
    other = other.with_texts({"s5": "新写的一段，与前面无关。\n第一个问题。\n改进措施：加强培训12次。"})
    made = compare_reports(side_of(draft, "草稿"), side_of(other, "领导修改稿"))

    (text,) = made.different_texts
    assert text.code == "s5"
    assert [(p.left, p.right) for p in text.paragraphs] == [
        ("", "新写的一段，与前面无关。"),
        ("第一个问题。", "第一个问题。"),
        ("改进措施：加强培训3次。", "改进措施：加强培训12次。"),
        ("<b>不是标签</b>", ""),
    ]
    assert text.paragraphs[2].pieces == (
        ("same", "改进措施：加强培训"),
        ("left", "3"),
        ("right", "12"),
        ("same", "次。"),
    )


def characters(first: int, count: int) -> str:
    return "".join(chr(0x4E00 + i) for i in range(first, first + count))


@pytest.mark.parametrize(
    ("one", "other", "is_version"),
    [
        (characters(0, 2000), characters(0, 2000)[::-1], False),  # short enough to be compared place by place
        (characters(0, 2001), characters(0, 2001)[::-1], True),  # longer ones by the characters they hold
        (characters(0, 2001), characters(2001, 2001), False),
    ],
)
def test_long_paragraphs_stand_beside_each_other_where_one_is_a_version_of_the_other(
    one: str, other: str, *, is_version: bool
) -> None:
    left, right = Report(texts={"s5": one}), Report(texts={"s5": other})
    (text,) = compare_reports(side_of(left, "草稿"), side_of(right, "网页")).different_texts

    expected = [(one, other)] if is_version else [(one, ""), ("", other)]
    assert [(p.left, p.right) for p in text.paragraphs] == expected


def test_linked_numbers_are_compared_as_printed_and_white_space_does_not_count(draft: Report) -> None:
    other = copy_of(draft)
    other = other.with_texts({"s6": "全年收到5件。 "})
    other = other.with_texts({"s5": other.texts["s5"].replace("第一个", "第一个").replace("\n", "\n\u3000\u3000")})
    assert compare_reports(side_of(draft, "草稿"), side_of(other, "网页")).is_equal


@pytest.mark.parametrize("name", ["small", "trial format", "mixed", "wrong totals"])
def test_a_draft_is_equal_to_the_page_it_was_published_as_and_a_changed_page_is_not(name: str, tmp_path: Path) -> None:
    sample = SAMPLES[name]
    path = tmp_path / "page.html"
    body = shapes.web_body(shapes.pieces(sample))
    path.write_text(shapes.portal(body), encoding="utf-8")
    imported = import_report(path)
    draft = side_of(imported.report, "草稿")
    assert compare_reports(draft, side_of(imported.report, "网页", imported.printed)).is_equal

    changed = body.replace("接受社会监督", "接受群众监督")
    path.write_text(shapes.portal(changed), encoding="utf-8")
    again = import_report(path)
    made = compare_reports(draft, side_of(again.report, "网页", again.printed))
    assert [p.code for p in made.different_texts] == ["s1.oversight"]
    assert made.different_cells == ()


def test_a_total_left_blank_on_the_page_differs_from_the_total_of_the_draft() -> None:
    imported = import_report(EXAMPLE)
    full = copy_of(imported.report)
    full = full.with_cells({f"t3.R25.C{i}": 0 for i in range(1, 7)})
    made = compare_reports(side_of(full, "草稿"), side_of(imported.report, "网页", imported.printed))
    assert [(p.code, p.left, p.right) for p in made.different_cells] == [(f"t3.R25.C{i}", "0", "") for i in range(1, 8)]


def test_a_report_of_the_old_format_stands_beside_its_counterparts() -> None:
    old = Report(form_id="2019", meta={"meta.year": "2020"})
    old = replace(old, cells=dict.fromkeys(old.form.entered, 1))
    new = carry_over(old).start_report()
    new = new.with_cells({"t2.rules.issued": 3})
    made = {p.code: p for p in compare_reports(side_of(new, "本年"), side_of(old, "上年")).cells}

    assert (made["t2.rules.issued"].left, made["t2.rules.issued"].right, made["t2.rules.issued"].change) == (
        "3",
        "1",
        "+2",
    )
    assert "口径变化" in made["t2.rules.issued"].note
    assert (made["t2.rules.in_force"].right, made["t3.R21.C1"].right) == (None, None)
    assert (made["t3.other_2019.C1"].left, made["t3.other_2019.C1"].right) == (None, "1")
    assert made["t3.other_2019.C1"].note
    assert made["t3.R02.C1"].is_equal


def test_years_and_numbers_of_last_years_text_are_marked() -> None:
    text = "2024年共收到1,234件，办结率98.5%，比2023年度增加３件。"
    assert [text[a:b] for a, b in number_marks(text)] == ["2024年", "1,234", "98.5%", "2023年度", "３"]


def test_what_a_statute_is_cited_by_is_not_marked() -> None:
    text = "根据《条例》（国务院令第711号）第五十条、国办公开办函〔2021〕30号、国办函(2020) 109 号，2025年收到3件。"
    assert [text[a:b] for a, b in number_marks(text)] == ["2025年", "3"]


# ---------------------------------------------------------------- page


def test_the_page_shows_everything_escaped_and_marks_not_by_colour_alone(draft: Report) -> None:
    other = copy_of(draft)
    other = other.with_texts({"s5": "第一个问题。\n改进措施：加强培训12次。"})
    page = comparison_html(compare_reports(side_of(draft, "草稿"), side_of(other, "网页")))

    assert "<b>不是标签</b>" not in page
    assert "&lt;b&gt;不是标签&lt;/b&gt;" in page
    assert "<ins>3</ins>" in page
    assert "<del>12</del>" in page
    assert "收到和处理政府信息公开申请情况表" in page
    assert "http" not in page.replace("http-equiv", "")


def test_the_page_leads_to_what_is_different_first(draft: Report) -> None:
    other = copy_of(draft).with_cells({"t3.R03.C1": 4}).with_texts({"s5": "另一个问题。"})
    page = comparison_html(compare_reports(side_of(draft, "草稿"), side_of(other, "网页")))
    links = re.findall('<a href="#([^"]+)">([^<]+)</a>', page)
    table = "收到和处理政府信息公开申请情况表"
    assert links == [(table, f"{table}（4处）"), ("文字", "文字（1处）")]
    assert [page.count(f'<a name="{name}"></a>') for name, _ in links] == [1, 1]
    assert (
        "<a "
        not in comparison_html(compare_reports(side_of(draft, "草稿"), side_of(draft, "网页"))).partition("<h2")[0]
    )


def test_the_page_can_show_the_differences_alone(draft: Report) -> None:
    other = copy_of(draft)
    other = other.with_cells({"t3.R03.C1": 4})
    page = comparison_html(compare_reports(side_of(draft, "草稿"), side_of(other, "网页")), only_differences=True)
    assert page.count('<tr class="d">') == 4
    assert "文字" not in page


def test_last_years_numbers_are_marked_on_the_page(draft: Report) -> None:
    made = compare_reports(side_of(draft, "本年"), side_of(draft, "上年"))
    assert "加强培训<mark>3</mark>次" in comparison_html(made, marks_numbers=True)


# ---------------------------------------------------------------- chain


def year_of(year: int, taken: int | None, handed: int | None) -> Report:
    report = new_report("某局", "政府部门", year, with_zeros=True)
    for code, number in (("t3.R02.C1", taken), ("t3.R25.C1", handed)):
        report = report.with_cells({code: number})
    return report


def test_the_chain_over_several_years_names_each_column_that_breaks() -> None:
    chain = check_chain([year_of(2024, 3, 1), year_of(2022, 0, 2), year_of(2023, 2, 4)])

    assert len(chain.links) == 14
    assert [(k.earlier, k.column) for k in chain.broken] == [(2023, "上年结转·自然人"), (2023, "上年结转·总计")]
    assert chain.broken[0].sentence == "上年结转·自然人：2023年结转下年度4，2024年上年结转3，不一致，请核对。"
    assert "有2处不一致" in chain_html(chain)


def test_a_blank_neither_holds_nor_breaks_the_chain() -> None:
    chain = check_chain([year_of(2022, 0, None), year_of(2023, 2, 4)])
    assert chain.broken == ()
    assert chain.links[0].holds is None
    assert chain.links[0].sentence.endswith("有空白，无法核对。")


def test_a_missing_year_is_named_and_not_bridged() -> None:
    chain = check_chain([year_of(2021, 0, 2), year_of(2023, 9, 0), year_of(2024, 0, 0)])
    assert chain.missing == (2022,)
    assert {(k.earlier, k.later) for k in chain.links} == {(2023, 2024)}
    assert "2022年没有报告" in chain_html(chain)


def test_reports_of_several_units_and_several_of_one_year_are_named() -> None:
    other = year_of(2023, 2, 0)
    other = other.with_texts({"meta.unit": "某<县>局"})
    chain = check_chain([year_of(2022, 0, 2), year_of(2022, 0, 9), other])
    assert (chain.units, chain.doubled) == (("某局", "某<县>局"), (2022,))
    assert "单位不同：某局、某&lt;县&gt;局" in chain_html(chain)
    assert "2022年有不止一份报告" in chain_html(chain)
    alone = check_chain([year_of(2022, 0, 2), year_of(2023, 2, 0)])
    assert (alone.units, alone.doubled) == ((), ())


def test_the_chain_goes_on_across_the_change_of_the_format() -> None:
    old = Report(form_id="2019", meta={"meta.year": "2020"})
    old = replace(old, cells={**dict.fromkeys(old.form.entered, 0), "t3.R25.C2": 7})
    chain = check_chain([old, year_of(2021, 0, 0)])
    assert [(k.column, k.handed_over, k.taken_over) for k in chain.broken] == [
        ("上年结转·商业企业", 7, 0),
        ("上年结转·总计", 7, 0),
    ]
