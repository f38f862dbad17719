"""In what several reports of one unit differ."""

from __future__ import annotations

from core.form.form_reader import load_form
from core.office.collection.file_versions import differences_in_words, differing_cells
from tests.core.office.collection.desk_samples import file

FORM = load_form()
CELLS = [f"t3.R{row:02}.C1" for row in range(3, 12)]


def test_the_first_cells_are_named_with_the_number_of_each_file() -> None:
    one = file("甲局", "来件/一.docx", figures=dict.fromkeys(CELLS, 1), texts={"s5": "问题 一。", "s6": "无。"})
    other = file(
        "甲局", "二.docx", figures={CELLS[0]: 2}, refused={CELLS[1]: "1O"}, texts={"s5": "问题一。", "s6": "有。"}
    )
    said = differences_in_words(FORM, [one, other])
    assert said.startswith(f"数字不同的有9格：{FORM.cells[CELLS[0]].name}（“来件/一.docx”是1、“二.docx”是2）；")
    assert f"{FORM.cells[CELLS[1]].name}（“来件/一.docx”是1、“二.docx”是1O）；" in said
    assert f"{FORM.cells[CELLS[2]].name}（“来件/一.docx”是1、“二.docx”是空白）；" in said
    assert "；还有3格。文字不同：第六部分" in said
    assert "第五部分" not in said


def test_printed_totals_are_named_only_where_their_parts_are_the_same() -> None:
    figures = dict.fromkeys([f"t3.R01.C{column}" for column in range(1, 7)], 1)
    right, wrong = file("甲局", figures=figures), file("甲局", "b", figures=figures, controls={"t3.R01.C7": 9})
    assert differing_cells(FORM, [right.record, wrong.record]) == ["t3.R01.C7"]
    assert "（“甲局.docx”是6、“b”是9）" in differences_in_words(FORM, [right, wrong])


def test_another_title_alone_is_said_so() -> None:
    assert "标题等处不同" in differences_in_words(FORM, [file("甲局", shown="a"), file("甲局", shown="b")])
