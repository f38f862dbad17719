"""What a person types becomes a number, a blank, or refused text with its reason."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.report.entry_text import Refused, clean_text, count_characters, format_number, paragraphs, parse_entry


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("12", 12),
        ("１２", 12),
        ("1,234", 1234),
        ("１，２３４", 1234),
        ("1﹐234", 1234),
        ("1 234", 1234),
        ("3件", 3),
        (" 7 ", 7),
        ("\u30000", 0),
        ("\u00a05\u200b", 5),
        ("\u202d1,234\u202c", 1234),  # as some programs copy a number
        ("+3", 3),
        ("007", 7),
        ("0" * 5_000 + "7", 7),
        ("656 件", 656),
    ],
)
def test_numbers_are_understood_as_clerks_write_them(typed: str, number: int) -> None:
    assert parse_entry(typed) == number


@pytest.mark.parametrize("typed", ["", "  ", "\u3000", "\ufeff"])
def test_nothing_typed_is_a_blank_not_a_zero(typed: str) -> None:
    assert parse_entry(typed) is None


@pytest.mark.parametrize(
    ("typed", "rule", "reason"),
    [
        ("12abc", "C-04", "“abc”不是数字，请只填整数"),
        ("1O", "C-04", "“O”不是数字，请改为数字0"),
        ("/home/o2.docx", "C-04", "这是文件的路径，不是数字，请填数字"),
        ("C:\\年报\\1.docx", "C-04", "这是文件的路径，不是数字，请填数字"),
        ("2025-01-02", "C-04", "这是日期，不是数字，请填数字"),
        ("1e+30", "C-04", "这是科学记数法，请填完整的数字"),
        ("{t2.licensing.decisions}", "C-04", "数字格不能引用别的格，请填数字"),
        ("-1", "C-01", "不能是负数，请核对后填0或正数"),
        ("－1", "C-01", "不能是负数，请核对后填0或正数"),
        ("1.5", "C-01", "件数应是整数，不能带小数点"),
        ("/", "C-04", "没有的事项请填0"),
        ("无", "C-04", "没有的事项请填0"),
        ("—", "C-04", "没有的事项请填0"),
        ("-", "C-04", "没有的事项请填0"),
        ("1,23", "C-04", "分隔符的位置不对，请只填数字"),
        ("1 2", "C-04", "数字分成了两段，分不清是一个数还是两个数，请核对"),
        ("11\n345", "C-04", "数字分成了两段，分不清是一个数还是两个数，请核对"),
        ("十二", "C-04", "请写成12"),
        ("一百零三", "C-04", "请写成103"),
        ("两", "C-04", "请写成2"),
        ("万", "C-04", "“万”不是数字，请只填整数"),
        ("三件半", "C-04", "“三件半”不是数字，请只填整数"),
        ("²", "C-04", "“²”不是数字，请只填整数"),
        ("1234567890123", "C-04", "数字超过12位，请核对是否多输入了数字"),
    ],
)
def test_what_is_no_count_is_refused_with_its_reason_and_kept(typed: str, rule: str, reason: str) -> None:
    assert parse_entry(typed) == Refused(typed, rule, reason)


def test_a_number_in_characters_is_told_in_digits_with_its_unit() -> None:
    assert parse_entry("三十九件") == Refused("三十九件", "C-04", "请写成39")


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("0.50", "0.5"),
        ("12", "12"),
        ("1,234.5", "1234.5"),
        ("0.000001", "0.000001"),
        ("3万元", "3"),
        ("１．５", "1.5"),
        ("1﹒5000000", "1.5"),
    ],
)
def test_amounts_in_10000_yuan_are_exact_decimals(typed: str, amount: str) -> None:
    parsed = parse_entry(typed, "万元", 6)
    assert parsed == Decimal(amount)
    assert str(parsed) == amount


@pytest.mark.parametrize(("typed", "word"), [("3元", "万元"), ("0.0000001", "小数最多6位"), ("-2.5", "负数")])
def test_a_wrong_amount_is_refused(typed: str, word: str) -> None:
    parsed = parse_entry(typed, "万元", 6)
    assert isinstance(parsed, Refused)
    assert word in parsed.reason


@given(st.integers(0, 10**12 - 1))
def test_every_count_reads_back_from_its_printed_form(number: int) -> None:
    assert parse_entry(format_number(number)) == number
    assert parse_entry(f"{number:,}") == number


@given(st.text() | st.text(alphabet="0123456789０９,，.．-－+ ²件万元"))
def test_anything_typed_gives_a_number_a_blank_or_a_reason(text: str) -> None:
    for unit, decimals in (("件", 0), ("万元", 6), ("元", 2)):
        entry = parse_entry(text, unit, decimals)
        if isinstance(entry, Refused):
            assert entry.reason
        elif entry is not None:
            assert entry >= 0


@given(st.text())
def test_cleaning_a_text_twice_changes_nothing_more(text: str) -> None:
    once = clean_text(text)
    assert clean_text(once) == once
    once.encode("utf-8")
    assert not set(once) & set("\x00\x0b\r\u2028\ufffe")


@pytest.mark.parametrize("sign", "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
def test_what_turns_the_direction_of_a_text_goes(sign: str) -> None:
    assert clean_text(f"工作{sign}开展顺利\n－{sign}－") == "工作开展顺利\n－－"


def test_breaks_of_every_kind_part_paragraphs() -> None:
    assert clean_text("一\r\n二\x0b三\u2028四\r五 \n") == "一\n二\n三\n四\n五"
    assert paragraphs("\u3000\u3000一\n\n 二 ") == ["一", "二"]


def test_characters_are_counted_without_blanks() -> None:
    assert count_characters("共 12 件。\n无") == 6


@pytest.mark.parametrize("text", ["\u202e14", "\u202e14\u202c", " \u202e１４件"])
def test_a_number_that_is_shown_from_right_to_left_is_refused_for_good(text: str) -> None:
    entry = parse_entry(text)
    assert isinstance(entry, Refused)
    assert "从右到左显示" in entry.reason
    assert isinstance(parse_entry(clean_text(entry.text)), Refused)  # as a draft keeps it
