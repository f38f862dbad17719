"""Drafts in which a unit was changed: beside a number, above it, in the title, or in the format of the cell."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl.workbook import Workbook

from core.draft.workbook import LoadedDraft, load_draft, save_draft
from core.report.entry_text import Refused
from core.report.report import Report, new_report
from core.validation.validation import check_report
from tests.workbook_cells import changed, place_of

T2, FEES = "二、主动公开（表）", "信息处理费"
AMOUNT, LICENSING = "t2.fees.amount", "t2.licensing.decisions"


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """A draft with a number in each kind of unit."""
    report = new_report("某某县水利局", "政府部门", 2025, with_zeros=True)
    path = tmp_path / "草稿.xlsx"
    numbers = {AMOUNT: 53000, LICENSING: 5, "t2.penalty.decisions": 0, "fee.billed": 1, "fee.collected": 2}
    save_draft(report.with_cells(numbers), path)
    return path


def refused(report: Report) -> dict[str, str]:
    """Return the text of each number that was not taken."""
    return {code: entry.text for code, entry in report.cells.items() if isinstance(entry, Refused)}


def doubts(loaded: LoadedDraft) -> list[str]:
    """Return the sentences of what is to be settled."""
    found = check_report(loaded.report, final=True, today=date(2026, 1, 10)).findings
    return [finding.message for finding in found if finding.rule_id == "C-07"]


def test_a_heading_with_another_unit_leaves_the_number_unread(draft: Path) -> None:
    loaded = changed(draft, lambda book: book[T2].__setitem__("C16", "本年收费金额（单位：元）"))

    assert refused(loaded.report) == {AMOUNT: "53000元"}
    entry = loaded.report.cells[AMOUNT]
    assert isinstance(entry, Refused)
    assert entry.reason == "表格里写的单位是元，表样是万元，请换算成万元再填"
    assert [(remark.cell, remark.sentence) for remark in loaded.remarks] == [
        (
            "C16",
            "这里写的单位是“元”，表样是“万元”，按它填的数没有读入，请换算成万元重新填写，并改回单位。",
        )
    ]


def test_what_was_refused_stays_refused_when_the_heading_is_right_again(draft: Path, tmp_path: Path) -> None:
    loaded = changed(draft, lambda book: book[T2].__setitem__("C16", "本年收费金额（单位：元）"))
    again = tmp_path / "再存.xlsx"

    save_draft(loaded.report, again)

    assert refused(load_draft(again).report) == {AMOUNT: "53000元"}


def test_a_unit_behind_the_number_counts_as_well(draft: Path) -> None:
    def change(book: Workbook) -> None:
        book[FEES]["D5"].value = book[FEES]["D6"].value = "万元"

    loaded = changed(draft, change)

    assert refused(loaded.report) == {"fee.billed": "1万元", "fee.collected": "2万元"}
    assert [remark.cell for remark in loaded.remarks] == ["D5", "D6"]


@pytest.mark.parametrize(
    ("cell", "text"), [("C12", "本年处理决定数量（单位：万件）"), ("B2", "主动公开情况表（单位：百件）")]
)
def test_counts_in_hundreds_are_not_read_but_zeros_are(draft: Path, cell: str, text: str) -> None:
    def change(book: Workbook) -> None:
        book[T2][cell].value = text
        place_of(book, "t2.penalty.decisions").value = 0
        place_of(book, "t2.coercion.decisions").value = 7

    loaded = changed(draft, change)

    assert refused(loaded.report).keys() >= {"t2.coercion.decisions"}
    assert AMOUNT not in refused(loaded.report)  # its own heading names its unit
    assert loaded.report.cells["t2.penalty.decisions"] == 0
    assert [remark.cell for remark in loaded.remarks] == [cell]


def test_a_format_with_another_unit_leaves_the_number_unread(draft: Path) -> None:
    def change(book: Workbook) -> None:
        place_of(book, AMOUNT).number_format = '#,##0"元"'
        place_of(book, "fee.billed").number_format = '#,##0"元"'
        place_of(book, LICENSING).number_format = '[>=10000]0"万";0"件"'

    loaded = changed(draft, change)

    assert refused(loaded.report) == {AMOUNT: "53000元"}
    assert [remark.cell for remark in loaded.remarks] == ["C17"]
    assert loaded.remarks[0].sentence.startswith("这一格的数字格式显示的单位是“元”，表样是“万元”，53000没有读入，")
    assert not doubts(loaded)


@pytest.mark.parametrize("code", ['"¥"#,##0.00', "[$¥-804]#,##0.00", '"约"0'])
def test_another_sign_beside_the_number_is_doubted(draft: Path, code: str) -> None:
    def change(book: Workbook) -> None:
        place_of(book, AMOUNT).number_format = code

    loaded = changed(draft, change)

    assert loaded.report.cells[AMOUNT] == 53000
    assert [remark.cell for remark in loaded.remarks] == ["C17"]
    assert len(doubts(loaded)) == 1


def test_a_format_of_a_currency_is_right_for_an_amount_in_yuan(draft: Path) -> None:
    loaded = changed(draft, lambda book: setattr(place_of(book, "fee.billed"), "number_format", '"¥"#,##0.00'))

    assert not loaded.remarks
    assert not doubts(loaded)


@pytest.mark.parametrize("text", ["本年收费金额（万元）", "本年收费金额（单位： 万元）"])
def test_the_same_unit_in_other_words_is_no_change(draft: Path, text: str) -> None:
    loaded = changed(draft, lambda book: book[T2].__setitem__("C16", text))

    assert loaded.report.cells[AMOUNT] == 53000
    assert not loaded.remarks


def test_a_unit_written_with_the_number_counts_before_that_of_the_heading(draft: Path) -> None:
    def change(book: Workbook) -> None:
        book[T2]["C16"].value = "本年收费金额（单位：元）"
        place_of(book, AMOUNT).value = "5.3万元"

    loaded = changed(draft, change)

    assert not refused(loaded.report)


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("B17", "行政事业性收费（元）"),
        ("B17", "行政事业性收费（单位：元）"),
        ("B17", "行政事业性收费 元"),
        ("B15", "第二十条第（八）项（单位：元）"),
    ],
)
def test_a_unit_in_a_row_or_an_article_counts_against_the_heading(draft: Path, cell: str, text: str) -> None:
    loaded = changed(draft, lambda book: book[T2].__setitem__(cell, text))

    assert refused(loaded.report) == {AMOUNT: "53000元"}
    assert [(remark.cell, remark.sentence) for remark in loaded.remarks] == [
        (cell, "这里写的单位是“元”，表样是“万元”，按它填的数没有读入，请换算成万元重新填写，并改回单位。")
    ]


@pytest.mark.parametrize("units", ["件、万元", "件／万元", "万元、件"])
def test_a_title_that_names_both_units_of_the_table_refuses_nothing(draft: Path, units: str) -> None:
    title = f"主动公开情况表（单位：{units}）"
    assert not refused(changed(draft, lambda book: book[T2].__setitem__("B2", title)).report)


def test_a_title_with_another_unit_of_amounts_refuses_the_amount_alone(draft: Path) -> None:
    def change(book: Workbook) -> None:
        book[T2]["B2"].value = "主动公开情况表（单位：件、元）"
        book[T2]["C16"].value = "本年收费金额"

    assert refused(changed(draft, change).report).keys() == {AMOUNT}


@pytest.mark.parametrize(
    ("cell", "text", "codes"),
    [
        ("B5", "收费通知总金额（万元）", ["fee.billed"]),
        ("C3", "数量或金额（万元）", ["fee.billed", "fee.collected"]),
        ("B2", "信息处理费（单位：万元）", ["fee.billed", "fee.collected"]),
        ("B2", "信息处理费（万元）", ["fee.billed", "fee.collected"]),
    ],
)
def test_a_unit_farther_off_than_that_behind_the_number_counts_as_well(
    draft: Path, cell: str, text: str, codes: list[str]
) -> None:
    loaded = changed(draft, lambda book: book[FEES].__setitem__(cell, text))

    assert list(refused(loaded.report)) == codes
    assert [remark.cell for remark in loaded.remarks] == [cell]


@pytest.mark.parametrize("text", ["行政许可（百件）", "行政许可（单位：百件）"])
def test_a_row_in_hundreds_is_not_read(draft: Path, text: str) -> None:
    loaded = changed(draft, lambda book: book[T2].__setitem__("B10", text))

    assert refused(loaded.report) == {LICENSING: "5百件"}
    assert [remark.cell for remark in loaded.remarks] == ["B10"]


@pytest.mark.parametrize("text", ["行政事业性收费（万元）", "行政事业性收费（单元楼）"])
def test_the_right_unit_farther_off_is_no_other_unit(draft: Path, text: str) -> None:
    loaded = changed(draft, lambda book: book[T2].__setitem__("B17", text))

    assert loaded.report.cells[AMOUNT] == 53000


@pytest.mark.parametrize("heading", ["本年收费金额", "本年收费总额", "", "本年收费金额（含附加）"])
def test_a_heading_that_lost_its_unit_is_told_and_doubted(draft: Path, heading: str) -> None:
    loaded = changed(draft, lambda book: book[T2].__setitem__("C16", heading or None))

    assert loaded.report.cells[AMOUNT] == 53000
    said = "这里没有写单位，表样是“万元”，53000已按万元读入，请核对，并在名称中补上单位。"
    assert [remark.sentence for remark in loaded.remarks if remark.cell == "C17"] == [said]
    assert doubts(loaded) == [
        "“行政事业性收费·本年收费金额”的名称中没有写单位（表样是“万元”），填的53000已按万元读入，请核对。"
    ]


def test_units_behind_the_fees_that_are_gone_are_told_too(draft: Path) -> None:
    def change(book: Workbook) -> None:
        book[FEES]["D5"].value = book[FEES]["D6"].value = None

    loaded = changed(draft, change)

    assert [remark.cell for remark in loaded.remarks] == ["C5", "C6"]
    assert len(doubts(loaded)) == 2


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("C16", "本年收费金额（万元）"),
        ("C16", "本年收费金额（单位：万元）\n"),
        ("C16", "本年收费金额(单位:万元)"),
        ("C17", "5.3万元"),
        ("C17", 0),
        ("C17", None),
        ("B2", "主动公开情况表"),
        ("B2", "主动公开情况表（单位：件、万元）"),
    ],
)
def test_a_heading_with_its_unit_or_nothing_below_it_is_no_doubt(draft: Path, cell: str, text: object) -> None:
    def change(book: Workbook) -> None:
        if cell == "C17":
            book[T2]["C16"].value = "本年收费金额"
        book[T2][cell].value = text

    loaded = changed(draft, change)

    assert doubts(loaded) == []
    assert not any("没有写单位" in remark.sentence for remark in loaded.remarks)
