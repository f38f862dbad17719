"""What is on the clipboard is read as it is seen, and each number finds its place in a table."""

from __future__ import annotations

import pytest

from core.report.entry_text import parse_entry
from gui.matrix.best_block import best_block
from gui.matrix.landings import LABEL, LOST, NUMBER, REFUSED
from gui.matrix.paste_preview import summary_lines
from gui.matrix.pasted_block import MAX_COLUMNS, MAX_ROWS, PastedBlock, read_blocks, read_html, read_tsv
from tests.gui.matrix.pasted_pieces import (
    EXCEL,
    FORM,
    T3,
    T4,
    block,
    fixture,
    numbers_of_calc,
    plan_of,
)


def test_excel_html_is_read_as_it_is_seen() -> None:
    (found,) = read_html(EXCEL)
    assert found.rows == (("1,234", "约三十件左右", ""), ("２", "", "5678"))


def test_merged_cells_cover_their_places() -> None:
    (found,) = read_html(
        "<table><tr><td rowspan=2>a</td><td colspan=2>b</td></tr><tr><td>c</td><td>d</td></tr><tr><td>e</table>"
    )
    assert found.rows == (("a", "b", None), (None, "c", "d"), ("e", "", ""))


def test_tables_inside_others_are_read_by_themselves() -> None:
    outer = "<table><tr><td>导航</td><td><table><tr><td>1</td><td>2</td></tr></table></td></tr></table>"
    assert [found.rows for found in read_html(outer)] == [(("1", "2"),), (("导航", ""),)]


def test_a_number_rounded_for_display_is_taken_exactly_but_a_date_stays_what_it_shows() -> None:
    (found,) = read_html(
        '<table><tr><td sdval="1.5">2</td><td sdval="45000">2023-03-15</td><td sdval="3">3件</td></table>'
    )
    assert found.rows == (("1.5", "2023-03-15", "3件"),)


def test_what_the_page_does_not_show_as_part_of_a_number_is_none() -> None:
    (found,) = read_html(
        "<style>.aside{display:none}</style><table><tr><td>12<sup>2</sup></td><td><s>7</s>8</td>"
        "<td>5<span class=aside>6</span></td><td><ruby>件<rt>jian</rt></ruby></td></tr></table>"
    )
    assert found.rows == (("12²", "8", "5", "件"),)


def test_what_excel_strikes_out_or_raises_by_class_is_no_number_and_is_shown_first() -> None:
    sheet = (
        "<!--table\n.xl65{text-align:center;}\n.xl66{text-decoration:line-through;text-align:center;}\n"
        ".font5{color:black;text-decoration:line-through;}\n.font6{vertical-align:super;}\n.font7{color:black;}\n-->"
    )
    (found,) = read_html(
        f"<html><head><style>{sheet}</style></head><body><table><!--StartFragment--><tr height=18>"
        "<td class=xl65 align=right>731</td><td class=xl66 align=right x:num>602</td>"
        '<td class=xl65><font class="font5">12</font><font class="font7">15</font></td>'
        '<td class=xl65><font class="font7">57</font><font class="font6">1</font></td></tr></table></body></html>'
    )
    assert found.rows == (("731", "", "15", "57¹"),)
    assert found.told == (
        "原文有2处文字划了删除线，按已删除处理，没有读入，请核对：第1个表格第1行“602”、第1个表格第1行“12”",
    )
    plan = plan_of(found)
    assert plan.needs_preview
    assert f"{found.told[0]}。" in summary_lines(plan)


def test_thousands_are_not_split_and_quoted_cells_hold_their_line_ends() -> None:
    assert read_tsv('1,234\t\t"两行\n标题"\r\n5\t6\t7\r\n').rows == (("1,234", "", "两行 标题"), ("5", "6", "7"))


def test_nonsense_spans_and_huge_tables_do_no_harm() -> None:
    (found,) = read_html("<table><tr><td colspan=999999999 rowspan=x>1</td></tr>" + "<tr><td>2</td></tr>" * 3000)
    assert found.is_cut
    assert len(found.rows) == MAX_ROWS
    (found,) = read_html("<table><tr>" + "<td>1</td>" * 50_000 + "</tr></table>")
    assert found.is_cut
    assert found.width == MAX_COLUMNS


def test_a_page_beyond_the_limits_is_pasted_as_the_text_beside_it() -> None:
    too_deep = "<div>" * 300 + "<table><tr><td>1</td></tr></table>"
    assert read_blocks(too_deep, "2\t3") == [read_tsv("2\t3")]


def test_an_empty_clipboard_holds_no_block() -> None:
    assert read_blocks("", "") == []
    assert read_blocks("<p>没有表</p>", "\n") == []


@pytest.mark.parametrize("piece", ["<a", '<a b="', "<!--", "<?", "</", "<![", "<p a=1 ", "<script"])
def test_broken_markup_takes_no_time_and_is_no_fault(piece: str) -> None:
    """The parser of the standard library would take minutes for most of these, and raise for one."""
    assert read_blocks(piece * (200_000 // len(piece)), "1\t2") == [PastedBlock((("1", "2"),))]


def test_a_quotation_mark_that_is_never_closed_makes_no_giant_cell() -> None:
    found = read_tsv('"1\t2\n' + "3\t4\n" * 50_000)
    assert found.rows[:2] == (('"1', "2"), ("3", "4"))
    assert (len(found.rows), found.is_cut) == (MAX_ROWS, True)


def test_a_whole_table_goes_by_its_labels_wherever_the_cursor_is() -> None:
    found = best_block(read_html(fixture("calc_whole_table.html")), T3)
    plan = plan_of(found, start="t3.R20.C5")
    assert plan.by_labels
    assert not plan.of_kind(LOST, REFUSED)
    assert {code: parse_entry(text) for code, text in plan.typed.items() if text} == numbers_of_calc()
    assert plan.has_all_totals


def test_a_whole_table_as_plain_text_goes_by_its_labels_too() -> None:
    plan = plan_of(read_tsv(fixture("calc_whole_table.txt")), start="t3.R20.C5")
    assert plan.by_labels
    assert not plan.of_kind(LOST, REFUSED)
    assert {code: parse_entry(text) for code, text in plan.typed.items() if text} == numbers_of_calc()


def test_some_rows_with_their_names_go_to_these_rows() -> None:
    plan = plan_of(block("1.信访举报投诉类申请|1|2|3|4|5|6|21", "2. 重复申请|0|0|0|0|0|0|0"))
    assert plan.by_labels
    assert plan.typed == {**{f"t3.R16.C{i}": str(i) for i in range(1, 7)}, **{f"t3.R17.C{i}": "0" for i in range(1, 7)}}
    assert list(plan.totals) == ["t3.R16.C7", "t3.R17.C7"]


def test_rows_that_stand_apart_from_the_form_go_by_their_names() -> None:
    # One label column instead of three, a row of the office's own between two of the form.
    plan = plan_of(
        block(
            "一、本年新收政府信息公开申请数量|1|1|1|1|1|1|6",
            "其中：网上|9|9|9|9|9|9|54",
            "（一）予以公开|2|2|2|2|2|2|12",
        )
    )
    assert {plan.typed[f"t3.R01.C{i}"] for i in range(1, 7)} == {"1"}
    assert {plan.typed[f"t3.R03.C{i}"] for i in range(1, 7)} == {"2"}
    assert len(plan.of_kind(LOST)) == 8 - 1
    assert all(landing.why == "这一行的名称不在表中" for landing in plan.of_kind(LOST))


def test_a_row_is_known_by_the_name_that_the_program_gives_it_too() -> None:
    assert FORM.tables["t3"].rows["R04"].name == "（二）部分公开"  # its label says more
    whole, own = "一、本年新收政府信息公开申请数量|1|1|1|1|1|1|6", "其中：网上|9|9|9|9|9|9|54"
    plan = plan_of(block(whole, own, "（一）予以公开|2|2|2|2|2|2|12", "（二）部分公开|1|2|3|4|5|6|21"))
    assert [plan.typed[f"t3.R04.C{i}"] for i in range(1, 7)] == list("123456")
    assert {plan.typed[f"t3.R03.C{i}"] for i in range(1, 7)} == {"2"}


@pytest.mark.parametrize(
    ("row", "name"),
    [
        ("R03", "（一）予以公开"),
        ("R03", "（一）予以公开|"),
        ("R04", "（二）部分公开"),
        ("R04", "（二）部分公开|"),
        ("R23", "3.其他"),
    ],
)
def test_a_row_does_not_shift_however_many_cells_its_name_takes(row: str, name: str) -> None:
    plan = plan_of(block(f"{name}|1|2|3|4|5|6|21"))
    assert plan.typed == {f"t3.{row}.C{column}": str(column) for column in range(1, 7)}
    assert plan.totals == {f"t3.{row}.C7": "21"}
    assert not plan.of_kind("lost")


def test_a_block_in_the_middle_begins_at_the_current_cell() -> None:
    plan = plan_of(block("1|2", "3|4"), start="t3.R10.C3")
    assert plan.typed == {"t3.R10.C3": "1", "t3.R10.C4": "2", "t3.R11.C3": "3", "t3.R11.C4": "4"}
    assert not plan.needs_preview


def test_numbers_more_than_there_are_cells_are_not_pasted_in_part() -> None:
    plan = plan_of(block("1|2|3|4", "5|6|7|8"), start="t3.R25.C5")
    assert not plan.typed
    assert [landing.kind for landing in plan.landings] == [LOST] * 8
    assert plan.problem.startswith("粘贴的2行4列数字比这里的格多，分不清各是哪一格")
    assert "请把行名、表头一起复制" in plan.problem


def test_labels_between_the_numbers_are_stepped_over() -> None:
    plan = plan_of(block("3", "16", "0", "1.5"), start="t2.licensing.decisions", table_id="t2")
    assert plan.typed == {
        "t2.licensing.decisions": "3",
        "t2.penalty.decisions": "16",
        "t2.coercion.decisions": "0",
        "t2.fees.amount": "1.5",
    }


def test_a_copied_table_two_fills_table_two() -> None:
    plan = plan_of(
        block(
            "第二十条第（五）项|||",
            "信息内容|本年处理决定数量||",
            "行政许可|656||",
            "第二十条第（六）项|||",
            "信息内容|本年处理决定数量||",
            "行政处罚|1||",
            "行政强制|2||",
        ),
        start="t2.rules.issued",
        table_id="t2",
    )
    assert {c: t for c, t in plan.typed.items() if t} == {
        "t2.licensing.decisions": "656",
        "t2.penalty.decisions": "1",
        "t2.coercion.decisions": "2",
    }
    assert not plan.of_kind(LOST)


def test_labels_that_stand_three_times_mean_the_place_around_the_current_cell() -> None:
    rows = ("结果维持|结果纠正|其他结果|尚未审结|总计", "1|2|3|4|10")
    plan = plan_of(block(*rows), start="t4.after_review.other", table_id="t4")
    assert list(plan.typed) == [f"t4.after_review.{key}" for key in ("upheld", "corrected", "other", "pending")]
    assert len(plan.of_kind(LABEL)) == 5


@pytest.mark.parametrize("start", ["t4.review.upheld", "t4.after_review.other"])
def test_the_last_line_of_heads_tells_all_three_groups(start: str) -> None:
    heads = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"] * 3
    numbers = ["1", "2", "3", "4", "10", "5", "6", "7", "8", "26", "0", "0", "1", "0", "1"]
    plan = plan_of(PastedBlock((tuple(heads), tuple(numbers))), start, "t4")
    assert not plan.problem
    assert {**plan.typed, **plan.totals} == dict(zip(T4.cells, numbers, strict=True))


def test_refused_texts_and_dashes_are_told_apart() -> None:
    plan = plan_of(block("-|1O|无|3"))
    assert [landing.text for landing in plan.of_kind(REFUSED)] == ["-", "1O", "无"]
    assert plan.dashes == ["t3.R01.C1", "t3.R01.C3"]
    assert [landing.text for landing in plan.of_kind(NUMBER)] == ["3"]


def _office_sheet(*, with_totals: bool) -> list[list[str]]:
    """The numbers of an office's own table three, which balances in each column; no row of totals unless asked for."""
    columns = [(29, 1, 15, 13, 2), (2, 1, 1, 1, 1), (1, 0, 1, 0, 0), (0, 0, 0, 0, 0), (2, 0, 1, 1, 0), (1, 0, 0, 0, 1)]
    rows = [[""] * 6 for _ in range(25)]
    for j, (new, before, full, partly, carried) in enumerate(columns):
        shown = {0: new, 1: before, 2: full, 3: partly, 23: full + partly, 24: carried}
        for i in range(25):
            rows[i][j] = str(shown.get(i, 0))
    return rows if with_totals else [*rows[:23], rows[24]]


@pytest.mark.parametrize("start", ["t3.R01.C1", "t3.R07.C3"])
def test_the_last_line_of_a_sheet_without_totals_is_no_total(start: str) -> None:
    rows = _office_sheet(with_totals=False)
    plan = plan_of(PastedBlock(tuple(map(tuple, rows))), start)
    assert [plan.typed[f"t3.R25.C{j}"] for j in range(1, 7)] == rows[-1]
    assert not plan.totals
    assert not plan.of_kind(LOST)
    assert plan.told == ("粘贴的24行看作没有“（七）总计”，最后一行填入“结转下年”",)
    assert plan.needs_preview
    seventh = [[*row, str(sum(map(int, row)))] for row in rows]
    with_column = plan_of(PastedBlock(tuple(map(tuple, seventh))))  # its own totals are all right
    assert with_column.typed["t3.R25.C1"] == "2"
    assert not with_column.wrong_totals
    one = plan_of(PastedBlock(tuple((row[0],) for row in rows)))
    assert one.typed["t3.R25.C1"] == "2"
    assert one.needs_preview  # few as they are


def test_the_results_alone_may_end_with_what_is_carried_over() -> None:
    rows = _office_sheet(with_totals=False)[2:]
    plan = plan_of(PastedBlock(tuple(map(tuple, rows))), "t3.R03.C1")
    assert [plan.typed[f"t3.R25.C{j}"] for j in range(1, 7)] == rows[-1]
    assert plan.told == ("粘贴的22行看作没有“（七）总计”，最后一行填入“结转下年”",)
    with_totals = plan_of(PastedBlock(tuple(map(tuple, _office_sheet(with_totals=True)[2:24]))), "t3.R03.C1")
    assert sorted(with_totals.totals) == [f"t3.R24.C{j}" for j in range(1, 7)]
    assert not with_totals.wrong_totals
    one_short = plan_of(PastedBlock(tuple(map(tuple, rows[:-1]))), "t3.R03.C1")
    assert not any(code.startswith("t3.R25") for code in one_short.typed)


def test_a_lone_total_with_one_wrong_digit_stays_a_total() -> None:
    rows = [[str(number), *["0"] * 5] for number in (29, 1, 15, 13, *[0] * 19, 27)]
    plan = plan_of(PastedBlock(tuple(map(tuple, rows))))
    assert plan.wrong_totals == {"t3.R24.C1": "28"}
    rows[-1][0] = "2"
    assert plan_of(PastedBlock(tuple(map(tuple, rows)))).typed["t3.R25.C1"] == "2"


def test_the_last_line_of_a_sheet_that_ends_with_its_totals_stays_a_total() -> None:
    rows = _office_sheet(with_totals=True)[:24]
    for wrong in (None, 0):
        if wrong is not None:
            rows[23][wrong] = "29"  # one slip of the pen makes it nothing else
        plan = plan_of(PastedBlock(tuple(map(tuple, rows))))
        assert sorted(plan.totals) == [f"t3.R24.C{j}" for j in range(1, 7)]
        assert not any(code.startswith("t3.R25") for code in plan.typed)
        assert len(plan.wrong_totals) == (wrong is not None)
    whole = plan_of(PastedBlock(tuple(map(tuple, _office_sheet(with_totals=True)))))
    assert whole.typed["t3.R25.C1"] == "2"
    assert not whole.wrong_totals
    assert not whole.told


@pytest.mark.parametrize("head", ["本年收费金额（单位：元）", "收费金额（千元）", "单位：元"])
def test_an_amount_in_another_unit_is_not_filled_in(head: str) -> None:
    pasted = PastedBlock((("信息内容", head), ("行政事业性收费", "53000")))
    plan = plan_of(pasted, "t2.fees.amount", "t2")
    assert not plan.typed
    assert [(one.text, one.why[-8:]) for one in plan.of_kind(LOST)] == [("53000", "请换算成万元再填")]
    assert plan.needs_preview
    right = PastedBlock((("信息内容", "本年收费金额（单位：万元）"), ("行政事业性收费", "5.3")))
    assert plan_of(right, "t2.fees.amount", "t2").typed == {"t2.fees.amount": "5.3"}
