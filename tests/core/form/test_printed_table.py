import pytest

from core.form.form_reader import load_form
from core.form.printed_table import begins_left, head_rows, label_kind, label_lines, may_break_before, narrow_lines

TABLES = load_form("2021").tables


def test_a_table_with_heads_between_its_numbers_has_no_head_of_its_own() -> None:
    assert {table: head_rows(TABLES[table]) for table in ("t2", "t3", "t4")} == {"t2": 0, "t3": 3, "t4": 3}


def test_pages_end_between_blocks_and_result_groups_only() -> None:
    breaks = {name: [row for row in range(99) if may_break_before(TABLES[name], row)] for name in ("t2", "t3", "t4")}
    assert breaks == {"t2": [4, 7, 11], "t3": [15, 18, 23, 26], "t4": []}


def test_every_label_names_columns_a_row_or_a_group() -> None:
    kinds = {item.label: label_kind(item) for table in TABLES.values() for row in table.grid for item in row}
    assert kinds["本年制发件数"] == kinds["自然人"] == "head"
    assert kinds["（三）不予公开"] == kinds["三、本年度办理结果"] == "group"
    assert kinds["规章"] == kinds["1.属于国家秘密"] == "row"


def test_numbered_rows_begin_at_the_left_and_the_rows_of_table_2_stand_in_the_middle() -> None:
    left = {item.label for table in TABLES.values() for row in table.grid for item in row if begins_left(item)}
    assert "1.属于国家秘密" in left
    assert "（七）总计" in left
    assert not left & {"规章", "（三）不予公开", "第二十条第（一）项"}


@pytest.mark.parametrize(
    ("label", "fitting", "lines"),
    [
        ("结果维持", 4, ["结果维持"]),
        ("结果维持", 3, ["结果", "维持"]),
        ("法律服务机构", 4, ["法律服务", "机构"]),
        ("（三）不予公开", 5, ["（三）", "不予公开"]),
        ("三、本年度办理结果", 5, ["三、本年度办理结果"]),
        ("本年增/减，合计", 4, ["本年增/减，合计"]),
        ("", 3, [""]),
    ],
)
def test_labels_are_divided_into_lines_of_about_the_same_length(label: str, fitting: int, lines: list[str]) -> None:
    assert label_lines(label, fitting) == lines


@pytest.mark.parametrize(
    ("label", "fitting", "lines"),
    [
        ("（三）不予公开", 3, ["（三）", "不予", "公开"]),
        ("（三）不予公开", 5, ["（三）", "不予公开"]),
        ("（三）不予公开", 7, ["（三）不予公开"]),
        ("（三）不予公开", 2, ["（三）不予公开"]),  # no line has room for the number
        ("（本列数据的勾稽关系为：第一项加第二项）", 6, ["（本列数据的勾稽关系为：第一项加第二项）"]),
        ("结果维持", 3, ["结果", "维持"]),
        ("三、本年度办理结果", 3, ["三、", "本年度", "办理", "结果"]),
        ("三、本年度办理结果", 2, ["三、", "本", "年度", "办理", "结果"]),
        ("三、本年度办理结果", 9, ["三、本年度办理结果"]),
        ("二、办理结果", 3, ["二、", "办理", "结果"]),
    ],
)
def test_in_a_narrow_column_what_follows_the_number_is_divided_between_its_words(
    label: str, fitting: int, lines: list[str]
) -> None:
    assert narrow_lines(label, fitting) == lines
