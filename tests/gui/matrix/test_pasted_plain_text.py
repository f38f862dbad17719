"""Tables that were copied as plain text, with their heads and the names of their rows."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from core.form.form_definition import Table
from gui.matrix.landings import LOST, REFUSED
from gui.matrix.paste_preview import PastePreview
from gui.matrix.pasted_block import PastedBlock, read_blocks, read_tsv
from tests.gui.matrix.pasted_pieces import (
    FORM,
    NUMBER_OF,
    T2,
    T3,
    T4,
    block,
    plan_of,
    printed,
    shapes_of,
)

SECTION = {section.key: section.title for section in FORM.sections.values()}


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


_OWN_SHEET = (
    *("规章|0|0|0", "行政规范性文件|7|3|40", "行政许可|1234"),
    *("行政处罚|12", "行政强制|0", "行政事业性收费|0.35"),
)
_OF_OWN_SHEET = dict(zip(T2.cells, ["0", "0", "0", "7", "3", "40", "1234", "12", "0", "0.35"], strict=True))
_HEADS = "信息内容|本年制发件数|本年废止件数|现行有效件数"


@pytest.mark.parametrize(
    "rows",
    [
        _OWN_SHEET,
        (_HEADS, *_OWN_SHEET),
        (_HEADS, *_OWN_SHEET[:2], "信息内容|本年处理决定数量", *_OWN_SHEET[2:]),
        _OWN_SHEET[::-1],
    ],
    ids=["names only", "heads once", "two heads", "another order"],
)
def test_an_own_sheet_of_table_two_is_told_by_the_names_of_its_rows(rows: tuple[str, ...]) -> None:
    plan = plan_of(block(*rows), start="t2.rules.issued", table_id="t2")
    assert plan.typed == _OF_OWN_SHEET
    assert not plan.of_kind(LOST, REFUSED)


def test_a_row_named_twice_with_other_numbers_is_not_taken() -> None:
    plan = plan_of(block("规章|1", "行政许可|5", "规章|2"), start="t2.rules.issued", table_id="t2")
    assert plan.typed == {"t2.licensing.decisions": "5"}
    why = "这一项有2行，分不清哪一行是本年的"
    assert [(one.text, one.why) for one in plan.of_kind(LOST)] == [("1", why), ("2", why)]
    assert plan.told == (
        "第1、3行都是“规章”，分不清哪一行是本年的，没有填入。请只复制本年度的各行（连同行名、列名）再粘贴",
    )
    same = plan_of(block("规章|1", "行政许可|5", "规章|1"), start="t2.rules.issued", table_id="t2")
    assert same.typed == {"t2.rules.issued": "1", "t2.licensing.decisions": "5"}
    again = block("信息内容|本年制发件数|备注", "规章|1|", "行政规范性文件|5|", "规章|1|又一次")
    noted = plan_of(again, start="t2.rules.issued", table_id="t2")
    assert noted.typed == {"t2.rules.issued": "1", "t2.normative.issued": "5"}


def test_heads_in_another_order_or_too_few_take_their_numbers_with_them() -> None:
    swapped = block(
        "信息内容|本年废止件数|本年制发件数|现行有效件数", "规章|1|2|3", "行政规范性文件|4|5|6", "行政许可|9"
    )
    assert plan_of(swapped, start="t2.rules.issued", table_id="t2").typed == {
        "t2.rules.repealed": "1",
        "t2.rules.issued": "2",
        "t2.rules.in_force": "3",
        "t2.normative.repealed": "4",
        "t2.normative.issued": "5",
        "t2.normative.in_force": "6",
        "t2.licensing.decisions": "9",
    }
    few = block("信息内容|现行有效件数", "行政规范性文件|6", "行政许可|9")
    assert plan_of(few, start="t2.rules.issued", table_id="t2").typed == {
        "t2.normative.in_force": "6",
        "t2.licensing.decisions": "9",
    }
    three = block("|商业企业|自然人", "一、本年新收政府信息公开申请数量|1|2")
    assert plan_of(three).typed == {"t3.R01.C2": "1", "t3.R01.C1": "2"}
