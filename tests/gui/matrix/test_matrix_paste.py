"""Blocks from Calc, Excel and web pages land cell by cell, and nothing shifts silently."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from core.form.form_definition import Table
from core.form.form_reader import load_form
from core.report.change import status_change
from core.report.entry_text import Refused, parse_entry
from gui.main_window import MainWindow
from gui.matrix import paste_preview
from gui.matrix.paste_plan import LABEL, LOST, NUMBER, REFUSED, TOTAL, PastePlan, best_block, plan_paste
from gui.matrix.paste_preview import PasteChoice, PastePreview
from gui.matrix.pasted_block import MAX_COLUMNS, MAX_ROWS, PastedBlock, read_blocks, read_html, read_tsv
from gui.matrix.view import MatrixView
from gui.report.session import ReportSession
from tests.gui.matrix.matrix_driver import editor_of, press

CLIPBOARD = Path(__file__).parents[2] / "data" / "clipboard"
CONTROL = Qt.KeyboardModifier.ControlModifier
FORM = load_form()
T2, T3, T4 = (FORM.tables[key] for key in ("t2", "t3", "t4"))

# As Excel puts it on the clipboard: style block, conditional comments, a text that runs over its neighbours.
EXCEL = """<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel">
<head><meta name=Generator content="Microsoft Excel 15"><style><!--table {mso-displayed-decimal-separator:"\\.";}
td {mso-style-parent:style0;}--></style></head><body>
<table border=0 cellpadding=0 cellspacing=0 width=216 style='border-collapse:collapse'>
<!--StartFragment--><col width=72 span=3 style='width:54pt'>
<tr height=19><td height=19 class=xl65 align=right x:num="1234"><span style='mso-spacerun:yes'>&nbsp;</span>1,234<span
  style='mso-spacerun:yes'>&nbsp;</span></td><td colspan=2 style='mso-ignore:colspan'>约三十件左右</td></tr>
<tr height=19><td height=19>２</td><td>&nbsp;</td><td x:num="5678">####</td></tr>
<tr style='display:none'><td>99</td><td>99</td><td>99</td></tr>
<![if supportMisalignedColumns]><![endif]>
<!--EndFragment--></table></body></html>"""


class Asked:
    """Stands for the clerk before the preview.

    Attributes:
        choice: The answer; None cancels.
        plans: The plans that were shown.
    """

    def __init__(self) -> None:
        self.choice: PasteChoice | None = PasteChoice()
        self.plans: list[PastePlan] = []


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    clerk = Asked()

    def ask(plan: PastePlan, _parent: QWidget | None) -> PasteChoice | None:
        clerk.plans.append(plan)
        return clerk.choice

    monkeypatch.setattr(paste_preview, "ask", ask)
    return clerk


def put(html: str = "", text: str = "") -> None:
    """Put something on the clipboard as another program does."""
    data = QMimeData()
    if html:
        data.setHtml(html)
    if text:
        data.setText(text)
    QGuiApplication.clipboard().setMimeData(data)


def fixture(name: str) -> str:
    return (CLIPBOARD / name).read_text(encoding="utf-8")


def numbers_of_calc() -> dict[str, int]:
    """The numbers of the sheet that was copied, by code; blanks left out."""
    codes = iter(T3.cells)
    found = {}
    for line in fixture("calc_numbers.txt").splitlines():
        for text in line.split("\t"):
            code, entry = next(codes), parse_entry(text)
            if entry is not None and not FORM.cells[code].is_derived:
                assert isinstance(entry, int)
                found[code] = entry
    return found


def plan_of(block: PastedBlock, start: str = "t3.R01.C1", table_id: str = "t3") -> PastePlan:
    return plan_paste(FORM, FORM.tables[table_id], block, start, [start], {})


def block(*rows: str) -> PastedBlock:
    """A block written with | between cells."""
    return PastedBlock(tuple(tuple(cell.strip() for cell in row.split("|")) for row in rows))


# ---------------------------------------------------------------- reading the clipboard


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


# ---------------------------------------------------------------- where it goes


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


def test_what_is_too_large_is_named_and_not_moved() -> None:
    plan = plan_of(block("1|2|3|4", "5|6|7|8"), start="t3.R25.C5")
    assert plan.typed == {"t3.R25.C5": "1", "t3.R25.C6": "2"}
    assert [(landing.text, landing.kind) for landing in plan.of_kind(TOTAL, LOST)] == [
        ("3", TOTAL),
        *((text, LOST) for text in "45678"),
    ]
    assert plan.needs_preview


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


def test_refused_texts_and_dashes_are_told_apart() -> None:
    plan = plan_of(block("-|1O|无|3"))
    assert [landing.text for landing in plan.of_kind(REFUSED)] == ["-", "1O", "无"]
    assert plan.dashes == ["t3.R01.C1", "t3.R01.C3"]
    assert [landing.text for landing in plan.of_kind(NUMBER)] == ["3"]


# ---------------------------------------------------------------- in the window


@pytest.mark.parametrize("kind", ["html", "text"])
def test_25_rows_and_7_columns_of_calc_land_cell_by_cell_and_one_undo_takes_them_back(
    qtbot: QtBot, view: MatrixView, session: ReportSession, asked: Asked, kind: str
) -> None:
    session.enter_many({"t3.R01.C1": "5"}, "填写")
    before = dict(session.report.cells)
    put(**{kind: fixture(f"calc_numbers.{'html' if kind == 'html' else 'txt'}")})
    view.go_to("t3.R01.C1")
    press(qtbot, view, Qt.Key.Key_V, modifier=CONTROL)
    assert session.report.cells == numbers_of_calc()
    assert session.report.controls == {}
    (plan,) = asked.plans
    assert not plan.of_kind(LOST, REFUSED)
    session.undo()
    assert session.report.cells == before


def test_a_cancelled_preview_changes_nothing(view: MatrixView, session: ReportSession, asked: Asked) -> None:
    asked.choice = None
    put(html=fixture("calc_numbers.html"))
    view.go_to("t3.R01.C1")
    view.paste()
    assert session.report.cells == {}
    assert not session.open_report.can_undo


def test_a_small_block_that_fits_is_pasted_without_a_question(
    view: MatrixView, session: ReportSession, asked: Asked
) -> None:
    put(text="1,234\t\n２\t3件\n")
    view.go_to("t3.R03.C2")
    view.paste()
    assert not asked.plans
    assert session.report.cells == {"t3.R03.C2": 1234, "t3.R04.C2": 2, "t3.R04.C3": 3}


def test_a_paste_says_of_how_many_numbers_the_writing_was_mended(
    view: MatrixView, session: ReportSession, asked: Asked, qtbot: QtBot
) -> None:
    put(text="1,234\t２\n3件\t4\n")
    view.go_to("t3.R03.C2")
    with qtbot.waitSignal(view.done) as said:
        view.paste()
    assert said.args == ["已粘贴 4 格，其中 3 格去掉了逗号、空格、单位或全角写法，可用“撤销”恢复"]


def test_a_blank_that_would_wipe_a_number_out_is_shown_first(
    view: MatrixView, session: ReportSession, asked: Asked
) -> None:
    session.enter_many({"t3.R03.C3": "8"}, "填写")
    put(text="1\t\n")
    view.go_to("t3.R03.C2")
    view.paste()
    assert asked.plans[0].cleared == ["t3.R03.C3"]


def test_one_value_goes_into_all_selected_cells(view: MatrixView, session: ReportSession, asked: Asked) -> None:
    view.go_to("t3.R05.C1")
    for _ in range(3):
        view.grid.keyPressEvent(_shift_down())
    put(text="0")
    view.paste()
    assert session.report.cells == dict.fromkeys((f"t3.R0{i}.C1" for i in (5, 6, 7, 8)), 0)


def test_totals_of_a_whole_table_can_be_kept_as_control_totals(
    view: MatrixView, session: ReportSession, asked: Asked
) -> None:
    asked.choice = PasteChoice(keeps_totals=True)
    put(html=fixture("calc_whole_table.html"))
    view.paste()
    assert len(session.report.controls) == 31
    assert session.report.controls["t3.R01.C7"] == 7
    session.undo()
    assert session.report.controls == {}


def test_pasted_totals_that_are_no_sums_are_red_and_kept_unless_the_clerk_says_other(
    qtbot: QtBot, view: MatrixView
) -> None:
    rows = [["1"] * 6 + ["6"] for _ in range(25)]
    for column in range(7):  # as a right table has it: all results above make the total
        rows[23][column] = str(sum(int(rows[row][column]) for row in range(2, 23)))
    right = plan_of(PastedBlock(tuple(map(tuple, rows))))
    assert right.has_all_totals
    assert right.wrong_totals == {}
    assert not PastePreview(right, view).totals.isChecked()

    rows[0][6] = "60"
    wrong = plan_of(PastedBlock(tuple(map(tuple, rows))), start="t3.R07.C3")  # the whole table, wherever the cursor is
    assert wrong.wrong_totals == {"t3.R01.C7": "6"}
    dialog = PastePreview(wrong, view)
    assert dialog.totals.isChecked()
    assert dialog.choice().keeps_totals
    item = dialog.table.item(0, 6)
    assert item is not None
    assert item.text() == "✕ 60，相加 6"
    assert "1个合计与各项相加不符，已标红：本年新收·总计。" in dialog.summary.text()

    rows[0][0] = ""  # what is not filled in says nothing about its total
    rows[23][6] = ""  # and the totals that are there are compared all the same
    rows[1][6] = "60"
    some = plan_of(PastedBlock(tuple(map(tuple, rows))))
    assert not some.has_all_totals
    assert PastePreview(some, view).choice().keeps_totals
    assert some.wrong_totals == {"t3.R02.C7": "6"}


@pytest.mark.parametrize(("entered", "stands"), [("", None), ("0", 0)])
def test_dashes_can_be_taken_for_blanks_or_noughts(
    view: MatrixView, session: ReportSession, asked: Asked, entered: str, stands: int | None
) -> None:
    asked.choice = PasteChoice(dashes_as=entered)
    put(text="-\t3\t1O\n")
    view.go_to("t3.R01.C1")
    view.paste()
    assert session.report.cells.get("t3.R01.C1") == stands
    assert session.report.cells["t3.R01.C2"] == 3
    assert isinstance(session.report.cells["t3.R01.C3"], Refused)


def test_a_block_pasted_into_an_open_editor_is_pasted_into_the_table(
    qtbot: QtBot, view: MatrixView, session: ReportSession, asked: Asked
) -> None:
    put(text="1\t2\n")
    view.go_to("t3.R01.C1")
    press(qtbot, view, Qt.Key.Key_F2)
    press(qtbot, view, Qt.Key.Key_V, modifier=CONTROL)
    assert session.report.cells == {"t3.R01.C1": 1, "t3.R01.C2": 2}


def test_one_number_pasted_into_an_open_editor_goes_where_the_cursor_is(
    qtbot: QtBot, view: MatrixView, session: ReportSession
) -> None:
    put(text="34")
    view.go_to("t3.R01.C1")
    press(qtbot, view, "12")
    press(qtbot, view, Qt.Key.Key_V, modifier=CONTROL)
    assert editor_of(view).text() == "1234"
    assert session.report.cells["t3.R01.C1"] == 1234


def test_a_locked_report_takes_no_paste(view: MatrixView, session: ReportSession, asked: Asked) -> None:
    session.record(status_change(session.report, {"locked_on": "2026-01-05"}))
    put(text="1")
    with_said: list[str] = []
    view.done.connect(with_said.append)
    view.paste()
    assert session.report.cells == {}
    assert with_said == ["报告已定稿，如需修改请先“解除定稿”"]


def test_what_was_copied_can_be_pasted_again(view: MatrixView, session: ReportSession, asked: Asked) -> None:
    session.enter_many({f"t3.R0{i}.C{j}": str(10 * i + j) for i in (5, 6) for j in (2, 3)}, "填写")
    view.go_to("t3.R05.C2")
    view.grid.keyPressEvent(_shift_down())
    view.grid.keyPressEvent(_shift_right())
    view.copy()
    assert QGuiApplication.clipboard().text() == "52\t53\r\n62\t63"
    assert "<td>63</td>" in QGuiApplication.clipboard().mimeData().html()
    view.go_to("t3.R13.C5")
    view.paste()
    assert [session.report.cells[c] for c in ("t3.R13.C5", "t3.R13.C6", "t3.R14.C5", "t3.R14.C6")] == [52, 53, 62, 63]


def test_a_table_copied_whole_comes_back_whole(view: MatrixView, session: ReportSession, asked: Asked) -> None:
    session.enter_many({code: str(i) for i, code in enumerate(T3.cells) if not FORM.cells[code].is_derived}, "填写")
    before = dict(session.report.cells)
    view.copy_all()
    session.enter_many(dict.fromkeys(before, ""), "清空")
    view.paste()
    assert session.report.cells == before
    assert not asked.plans[0].of_kind(LOST, REFUSED)


# ---------------------------------------------------------------- the preview


def test_the_preview_says_in_words_what_is_out_of_the_ordinary(qtbot: QtBot) -> None:
    plan = plan_paste(FORM, T3, block("1|1O||-|5|6|7|8"), "t3.R01.C1", [], {"t3.R01.C3": 9})
    dialog = PastePreview(plan)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.summary.text().split("\n") == [
        "将填入3个数字。",
        "1格原有内容将被清空：本年新收·科研机构。",
        "2格不能识别，将保留原文并标为错误：本年新收·商业企业、本年新收·社会公益组织。",
        "1个合计不填入，由程序计算。",
        "1处内容在表中没有位置，不会填入，列在下方。",
    ]
    items = [dialog.table.item(0, column) for column in range(7)]
    assert [item.text() if item else None for item in items] == ["1", "✕ 1O", "清空（原 9）", "✕ -", "5", "6", "（7）"]
    assert dialog.lost.item(0).text() == "第1行第8列“8”：表中没有对应的格"
    assert dialog.dashes.isVisible()
    hints: list[QLabel] = list(dialog.findChildren(QLabel, "hint"))
    assert [hint.text() for hint in hints] == ["粗体：有变化；括号：粘贴内容中的合计，不填入。"]
    assert not dialog.totals.isVisible()
    assert dialog.choice() == PasteChoice(keeps_totals=False, dashes_as=None)
    assert dialog.dashes.accessibleName() == "“-”1处怎样填"  # only what occurs is asked about
    assert [dialog.dashes.itemText(row) for row in range(3)] == ["标为错误", "填0", "留空"]
    dialog.dashes.setCurrentIndex(1)
    assert dialog.choice() == PasteChoice(keeps_totals=False, dashes_as="0")


def test_large_numbers_are_shown_whole(qtbot: QtBot) -> None:
    old = {"t3.R01.C2": 1234567}
    plan = plan_paste(FORM, T3, block("１,234,567||3|4|5|6|1,234,589"), "t3.R01.C1", [], old)
    dialog = PastePreview(plan)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    table = dialog.table
    items = [table.item(0, column) for column in range(7)]
    texts = [item.text() for item in items if item is not None]
    assert texts == ["1234567", "清空（原 1234567）", "3", "4", "5", "6", "（1234589）"]
    for column, text in enumerate(texts):
        assert table.fontMetrics().horizontalAdvance(text) < table.columnWidth(column)


def test_a_paste_that_puts_no_number_in_says_so_and_return_calls_it_off(qtbot: QtBot) -> None:
    dialog = PastePreview(plan_of(block("甲|乙")))
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.summary.text().startswith("没有可以填入的数字。")
    assert dialog.accept_button.isEnabled()  # the words can be kept as refused ones
    buttons: list[QPushButton] = list(dialog.findChildren(QPushButton))
    assert [button.text() for button in buttons if button.isDefault()] == ["取消"]


def test_return_calls_off_a_paste_that_would_wipe_a_number_out(qtbot: QtBot) -> None:
    for old, default in (({"t3.R01.C2": 9}, "取消"), ({}, "粘贴")):
        dialog = PastePreview(plan_paste(FORM, T3, block("1||3|4|5|6|19"), "t3.R01.C1", [], old))
        qtbot.addWidget(dialog)
        dialog.show()
        buttons: list[QPushButton] = list(dialog.findChildren(QPushButton))
        assert [button.text() for button in buttons if button.isDefault()] == [default]


def test_return_calls_off_numbers_most_of_which_find_no_place(qtbot: QtBot) -> None:
    numbers = PastedBlock(tuple(("1",) * 7 for _ in range(25)))
    plan = plan_paste(FORM, FORM.tables["t2"], numbers, "t2.rules.issued", [], {})
    assert len(plan.of_kind("lost")) > len(plan.of_kind("number")) > 0
    dialog = PastePreview(plan)
    qtbot.addWidget(dialog)
    dialog.show()
    buttons: list[QPushButton] = list(dialog.findChildren(QPushButton))
    assert [button.text() for button in buttons if button.isDefault()] == ["取消"]
    assert "没有位置的比填入的多，请核对复制的是不是这张表。" in dialog.summary.text()


def test_nothing_that_fits_means_nothing_to_accept(qtbot: QtBot) -> None:
    plan = plan_of(block("其他名称|12"), start="t3.R25.C7")
    dialog = PastePreview(plan)
    qtbot.addWidget(dialog)
    assert not dialog.accept_button.isEnabled()
    assert dialog.summary.text().startswith("没有可以填入的内容。")


def _shift_down() -> QKeyEvent:
    return QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)


def _shift_right() -> QKeyEvent:
    return QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)


def test_the_preview_is_as_tall_as_the_screen_allows_and_begins_at_the_first_red_cell(
    qtbot: QtBot, view: MatrixView
) -> None:
    rows = [["1"] * 6 + ["6"] for _ in range(25)]
    rows[22][6] = "60"
    dialog = PastePreview(plan_of(PastedBlock(tuple(map(tuple, rows)))), view)
    qtbot.addWidget(dialog)
    dialog.show()
    room = dialog.screen().availableSize().height()
    table = dialog.table
    is_whole = table.verticalScrollBar().maximum() == 0
    assert is_whole or dialog.height() >= min(580, room - 40, room * 4 // 5)
    wrong = next(
        item
        for row in range(25)
        for column in range(7)
        if (item := table.item(row, column)) and item.text().startswith("✕")
    )
    assert table.viewport().rect().contains(table.visualItemRect(wrong).center())


# ---------------------------------------------------------------- plain text, with heads and names of rows

NUMBER_OF = {code: str(n) for n, code in enumerate((code for t in (T2, T3, T4) for code in t.cells), 1)}


SECTION = {section.key: section.title for section in FORM.sections.values()}


def printed(table: Table, *, texts: dict[str, str] | None = None, of: str = "") -> list[list[str]]:
    """The rows of a printed table as a browser copies them: nothing stands for the places a merged cell covers."""
    shown = NUMBER_OF | (texts or {})
    rows = [[shown[item.code] if item.code else item.label for item in row if of in item.code] for row in table.grid]
    return [row for row in rows if row]


def as_word(table: Table) -> list[list[str]]:
    """The rows as Word and WPS copy them: a cell merged downwards leaves an empty one in each row below."""
    owner = {(item.top + i, item.left): item for row in table.grid for item in row for i in range(item.height)}
    cells = [(i, item) for (i, _), item in sorted(owner.items())]
    return [
        [NUMBER_OF.get(item.code, item.label) if item.top == top else "" for i, item in cells if i == top]
        for top in range(len(table.grid))
    ]


def shapes_of(table: Table) -> dict[str, str]:
    """The same table as plain text, in the shapes that programs give it."""
    rows = printed(table)
    broken = [[t[:2] + "\n" + t[2:] if len(t) == 4 and not t.isdecimal() else t for t in row] for row in rows]
    return {
        "browser": "\n".join("\t".join(row) for row in rows),
        "word": "\r\n".join("\t".join(row) for row in as_word(table)),
        "title above, note below": "四、标题\n" + "\n".join("\t".join(row) for row in rows) + "\n注：无其他说明",
        "heads broken into lines": "\n".join("\t".join(row) for row in broken),
        "paragraphs in the cells": "\n\n".join("\n\t\n".join(row) for row in rows),
        "a line for each cell": "\n".join(text for row in rows for text in row),
        "blanks between the cells": "\n".join(" ".join(row) for row in rows),
    }


@pytest.mark.parametrize("shape", list(shapes_of(T4)))
@pytest.mark.parametrize("table", [T2, T3, T4], ids=lambda table: table.id)
def test_a_whole_table_as_plain_text_needs_no_columns(table: Table, shape: str) -> None:
    start = table.cells[-1]
    (found,) = read_blocks("", shapes_of(table)[shape])
    plan = plan_of(found, start=start, table_id=table.id)
    assert {**plan.typed, **plan.totals} == {code: NUMBER_OF[code] for code in table.cells}
    assert not plan.of_kind(LOST, REFUSED)
    assert plan.needs_preview
    assert not plan.is_cut


def test_a_number_row_under_its_last_heads_begins_at_the_first_group() -> None:
    # ten heads over fifteen numbers: laid head on head, each number stood five columns too far
    heads, numbers = printed(T4)[-2:]
    plan = plan_of(PastedBlock((tuple(heads + [""] * 5), tuple(numbers))), start="t4.direct.upheld", table_id="t4")
    assert {**plan.typed, **plan.totals} == {code: NUMBER_OF[code] for code in T4.cells}


@pytest.mark.parametrize(("head", "group"), [("行政复议", "review"), ("复议后起诉", "after_review")])
def test_a_group_of_table_four_goes_under_its_name_wherever_the_cursor_is(head: str, group: str) -> None:
    found = read_tsv(f"{head}\n结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n1\t2\t3\t4\t10")
    plan = plan_of(found, start="t4.direct.upheld", table_id="t4")
    names = ("upheld", "corrected", "other", "pending", "total")
    assert {**plan.typed, **plan.totals} == dict(
        zip([f"t4.{group}.{name}" for name in names], ["1", "2", "3", "4", "10"], strict=True)
    )


def test_blanks_of_a_plain_text_stay_where_they_are() -> None:
    blank = {"t4.review.corrected": "", "t4.direct.pending": "", "t4.after_review.total": ""}
    rows = printed(T4, texts=blank)
    plan = plan_of(read_tsv("\n".join("\t".join(row) for row in rows)), table_id="t4", start="t4.review.upheld")
    wanted = {code: blank.get(code, NUMBER_OF[code]) for code in T4.cells}
    assert {**plan.typed, **plan.totals} == {c: t for c, t in wanted.items() if c != "t4.after_review.total"}


@pytest.mark.parametrize(
    "text",
    [
        "结果维持\n结果纠正\n其他结果\n尚未审结\n总计\n1\n2\n3",  # which of the five are blank?
        "结果维持\t结果纠正\t其他结果\n1\t2\t3\t4",
        "行政复议\t行政诉讼\n结果维持\t维持的\t其他结果\n1\t2\t3\t4\t5\t6\t7",
    ],
)
def test_heads_whose_numbers_cannot_be_told_are_never_pasted_as_numbers(text: str, qtbot: QtBot) -> None:
    plan = plan_of(read_tsv(text), start="t4.review.upheld", table_id="t4")
    assert not plan.typed
    dialog = PastePreview(plan)
    qtbot.addWidget(dialog)
    assert not dialog.accept_button.isEnabled()
    assert dialog.summary.text().startswith("没有可以填入的内容。认出了表头，但数字与本表的格对不上。请")


@pytest.mark.parametrize("shape", list(shapes_of(T4)))
@pytest.mark.parametrize(("table", "other"), [(T2, T3), (T2, T4), (T3, T2), (T3, T4), (T4, T2), (T4, T3)])
def test_a_table_of_another_part_is_sent_there(table: Table, other: Table, shape: str, qtbot: QtBot) -> None:
    (found,) = read_blocks("", shapes_of(table)[shape])
    dialog = PastePreview(plan_of(found, start=other.cells[0], table_id=other.id))
    qtbot.addWidget(dialog)
    part = {"t2": "第二部分", "t3": "第三部分", "t4": "第四部分"}[table.id]
    assert dialog.summary.text() == f"没有可以填入的内容。粘贴的是{part}的表，请到{part}粘贴。"
    assert not dialog.accept_button.isEnabled()


def test_a_row_of_another_part_is_sent_there_and_a_whole_report_is_not() -> None:
    assert plan_of(block("行政许可|656")).problem.startswith("粘贴的是第二部分的表")
    whole = "\n".join(shapes_of(table)["a line for each cell"] for table in (T2, T3, T4))
    for table in (T2, T3, T4):
        plan = plan_of(read_tsv(whole), start=table.cells[0], table_id=table.id)
        assert {**plan.typed, **plan.totals} == {code: NUMBER_OF[code] for code in table.cells}


def test_a_short_word_alone_is_no_table_of_another_part() -> None:
    plan = plan_of(block("总计|5"), start="t2.rules.issued", table_id="t2")
    assert not plan.problem.startswith("粘贴的是")


@pytest.mark.parametrize("shape", ["browser", "a line for each cell", "blanks between the cells"])
@pytest.mark.parametrize("blank", ["", "-"])
def test_the_next_part_of_a_report_is_never_the_blank_last_row(shape: str, blank: str) -> None:
    last = [code for code in T3.cells if code.startswith("t3.R25.")]
    before = [SECTION[key] for key in ("s1", "s2")] + [shapes_of(T2)[shape], SECTION["s3"]]
    rows = printed(T3, texts=dict.fromkeys(last, blank))
    rows = rows if blank else [[text for text in row if text] for row in rows]
    end = "\n" if shape.startswith("a line") else "\t" if shape == "browser" else " "
    text = "\n".join([*before, *(end.join(row) for row in rows), SECTION["s4"], shapes_of(T4)[shape], SECTION["s5"]])
    plan = plan_of(read_tsv(text + "\n1.问题一。2.问题二。"))
    found = {**plan.typed, **plan.totals}
    assert {code: found.get(code, "") for code in T3.cells} == {
        code: blank if code in last else NUMBER_OF[code] for code in T3.cells
    }
    assert not {landing.text for landing in plan.of_kind(REFUSED)} - {blank}


def test_the_heads_of_the_preview_are_whole_in_large_print(window: MainWindow) -> None:
    window.settings.change(points=18)
    plan = plan_of(read_tsv("\n".join("\t".join(["1"] * 7) for _ in range(25))), start=T3.cells[0])
    preview = PastePreview(plan, window)
    preview.show()
    QApplication.processEvents()
    head = preview.table.horizontalHeader()
    assert all(head.sectionSize(c) >= head.sectionSizeHint(c) for c in range(preview.table.columnCount()))
    assert preview.table.viewport().height() >= 4 * preview.table.rowHeight(0)
    window.settings.change(points=10)
