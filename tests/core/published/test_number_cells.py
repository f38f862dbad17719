"""What is printed in a number cell, as a number and what is told of it."""

from core.form.form_reader import load_form
from core.published.number_cells import read_number


def test_a_raised_digit_hides_nothing_else_that_is_told() -> None:
    cell = load_form("2021").cells["t2.fees.amount"]
    assert read_number("7²", cell).remark == "数字后有上标²；没有写单位，按万元读入，请核对"
    assert read_number("7²", cell, "元").remark == "数字后有上标²；原文为7元，已换算为0.0007万元"
    assert read_number("1 234²", cell, "万元").remark == "数字后有上标²；原文为“1 234”，按一个数读入，请核对"
