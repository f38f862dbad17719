"""Tables in pasted texts: a row is a line, and stays one."""

import pytest

from core.report.paste_cleaner import clean_pasted
from core.report.pasted_rows import rows_in_words, tables_in_words

TABLE = "社区\t公开数\t占比\n东门社区\t41\t52%\n西门 社区\t38\t48%"
WORDS = "社区，公开数，占比；\n东门社区，41，52%；\n西门社区，38，48%。"


@pytest.mark.parametrize(
    ("pasted", "expected"),
    [
        (TABLE, WORDS),
        (TABLE.replace("\n", "\r\n"), WORDS),
        (
            f"各社区公开数不平衡，公开数和占比如下\n{TABLE}\n改进情况：每月通报。",
            f"各社区公开数不平衡，公开数和占比如下\n{WORDS}\n改进情况：每月通报。",
        ),
        ("名称\t数量\n\t\n合计\t\n甲镇\t5", "名称，数量；\n合计；\n甲镇，5。"),  # an empty row, one with a single cell
        ("名称\t原因\n甲镇\t\v人员\v变动，\n乙镇\t没有专人。", "名称，原因；\n甲镇，人员变动；\n乙镇，没有专人。"),
        ("名称\t<b>数</b>\n甲镇\t５", "名称，数；\n甲镇，5。"),
    ],
)
def test_each_row_of_a_table_is_a_line(pasted: str, expected: str) -> None:
    assert clean_pasted(pasted) == expected
    assert clean_pasted(expected) == expected  # and stays one, however often it is put in order
    assert tables_in_words(pasted)[1] == 1


LONG = "门户网站上的政府信息公开专栏\t每月由办公室专人更新维护一次\t123"


def test_rows_longer_than_a_line_of_a_page_are_not_joined() -> None:
    assert clean_pasted(f"{LONG}\n{LONG}").count("\n") == 1
    assert clean_pasted(clean_pasted(f"{LONG}\n{LONG}")).count("\n") == 1


@pytest.mark.parametrize(
    "pasted",
    [
        "收到申请3件。\n办结3件。",
        "1.\t收到申请3件。\n2.\t办结3件。",
        "（一）\t主动公开\n（二）\t依申请公开",
        "•\t收到申请3件。\n•\t办结3件。",
        "\t收到申请3件。\n\t办结3件。",
        "联系人\t张三",
    ],
)
def test_what_only_has_tabs_is_no_table(pasted: str) -> None:
    assert tables_in_words(pasted) == (pasted, 0)


def test_tables_are_counted_one_by_one() -> None:
    assert tables_in_words(f"甲。\n{TABLE}\n乙。\n{TABLE}")[1] == 2


def test_no_rows_are_no_lines() -> None:
    assert rows_in_words([]) == []
    assert rows_in_words([("", " "), ("甲：", "")]) == ["甲："]
