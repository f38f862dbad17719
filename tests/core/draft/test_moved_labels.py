"""Rows sorted, columns exchanged, labels retyped in a draft: what is printed beside a number decides, and is told."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl.workbook import Workbook

from core.checks.findings import CheckResult
from core.draft.workbook import LoadedDraft, load_draft, save_draft
from core.report.report import Explanation, Report, new_report
from core.validation.validation import check_report
from tests.workbook_cells import changed, place_of

DRAFTS = Path(__file__).parent.parent.parent / "data" / "drafts"
T2, T3, T4, META, FEES, CONTROLS = (
    "二、主动公开（表）",
    "三、依申请公开（表）",
    "四、复议诉讼（表）",
    "基本信息",
    "信息处理费",
    "核对合计",
)


@pytest.fixture
def report() -> Report:
    """A report with another number in every cell, so that none can be taken for its neighbour."""
    report = new_report("某某县人民政府", "各级人民政府", 2025)
    entered = [code for code in report.form.cells if not report.form.cells[code].is_derived]
    return report.with_cells({code: 100 + n for n, code in enumerate(entered)})


@pytest.fixture
def draft(tmp_path: Path, report: Report) -> Path:
    """Its draft."""
    path = tmp_path / "草稿.xlsx"
    save_draft(report, path)
    return path


def exchange(sheet: Any, one: str, other: str) -> None:
    """Exchange the values of two areas of cells, as sorting does."""
    for left, right in zip(cells(sheet, one), cells(sheet, other), strict=True):
        left.value, right.value = right.value, left.value


def cells(sheet: Any, area: str) -> Iterator[Any]:
    """Yield the cells of an area."""
    found = sheet[area]
    return iter([cell for row in found for cell in row] if isinstance(found, tuple) else [found])


def doubts(loaded: LoadedDraft) -> list[str]:
    """Return the sentences of what is to be settled."""
    return [found.message for found in check(loaded.report).findings if found.rule_id == "C-07"]


def check(report: Report) -> CheckResult:
    """Check a report."""
    return check_report(report, final=True, today=date(2026, 1, 10))


def test_sorted_rows_are_read_by_the_labels_that_stand_beside_the_numbers(draft: Path, report: Report) -> None:
    loaded = changed(draft, lambda book: exchange(book[T2], "B6:E6", "B7:E7"))

    assert loaded.report.cells == report.cells
    assert [(r.cell, r.sentence) for r in loaded.remarks] == [
        ("B6", "第6行的名称是“行政规范性文件”，表样中这一行是“规章”，可能排序或移动过行；内容已按名称读入，请核对。"),
        ("B7", "第7行的名称是“规章”，表样中这一行是“行政规范性文件”，可能排序或移动过行；内容已按名称读入，请核对。"),
    ]


def test_sorted_rows_forbid_to_send_in_until_somebody_answers(draft: Path) -> None:
    loaded = changed(draft, lambda book: exchange(book[T2], "B6:E6", "B7:E7"))

    found = [finding for finding in check(loaded.report).findings if finding.rule_id == "C-07"]
    assert [finding.message for finding in found] == [
        "工作表“二、主动公开（表）”中第6行的名称是“行政规范性文件”（表样是“规章”）、第7行的名称是“规章”"
        "（表样是“行政规范性文件”），可能排序或移动过行、列；数字和文字已按看到的名称读入，请对照台账逐格核对。"
    ]
    assert found[0].is_open
    assert set(found[0].cells) == {"t2.rules.issued", "t2.normative.issued"}

    save_draft(loaded.report, draft)  # the labels stand in their places again; the doubt stays
    again = load_draft(draft)
    assert not again.remarks
    assert doubts(again) == [found[0].message]

    answer = Explanation("已对照台账逐格核对", "张三", "2026-01-10", found[0].message)
    answered = check(replace(again.report, explanations={found[0].key: answer}))
    assert [finding.is_open for finding in answered.findings if finding.rule_id == "C-07"] == [False]


@pytest.mark.parametrize("with_keys", [False, True], ids=["labels and numbers", "with the key column"])
def test_a_sort_of_many_rows_is_read_right(draft: Path, report: Report, *, with_keys: bool) -> None:
    def sort(book: Workbook) -> None:
        sheet: Any = book[T3]
        rows = range(11, 30)
        values = {row: [sheet.cell(row, column).value for column in range(4, 12)] for row in rows}
        keys = {row: sheet.cell(row, 1).value for row in rows}
        order = sorted(rows, key=lambda row: -int(values[row][1]))
        for row, old in zip(rows, order, strict=True):
            for column, value in enumerate(values[old], 4):
                sheet.cell(row, column).value = value
            if with_keys:
                sheet.cell(row, 1).value = keys[old]

    loaded = changed(draft, sort)

    assert loaded.report.cells == report.cells
    assert len(loaded.remarks) >= 18
    assert len(doubts(loaded)) == 1


def test_exchanged_columns_are_read_by_their_headings(draft: Path, report: Report) -> None:
    def swap(book: Workbook) -> None:
        exchange(book[T3], "F6:F31", "G6:G31")
        exchange(book[T4], "G6:G7", "H6:H7")

    loaded = changed(draft, swap)

    assert loaded.report.cells == report.cells
    assert [remark.cell for remark in loaded.remarks] == ["F6", "G6", "G6", "H6"]
    assert len(doubts(loaded)) == 2


def test_exchanged_groups_of_columns_are_read_by_their_headings(draft: Path, report: Report) -> None:
    loaded = changed(draft, lambda book: exchange(book[T4], "G5", "L5"))

    direct, after = "t4.direct.upheld", "t4.after_review.upheld"
    assert loaded.report.cells[direct] == report.cells[after]
    assert loaded.report.cells[after] == report.cells[direct]
    assert loaded.report.cells["t4.review.upheld"] == report.cells["t4.review.upheld"]
    assert len(doubts(loaded)) == 1


def test_labels_exchanged_by_hand_count_as_they_are_read(draft: Path, report: Report) -> None:
    loaded = changed(draft, lambda book: exchange(book[T2], "B10", "B13"))

    assert loaded.report.cells["t2.licensing.decisions"] == report.cells["t2.penalty.decisions"]
    assert loaded.report.cells["t2.penalty.decisions"] == report.cells["t2.licensing.decisions"]
    assert len(doubts(loaded)) == 1


def test_a_label_that_stands_twice_leaves_the_wrong_row_unread(draft: Path, report: Report) -> None:
    def copy_row(book: Workbook) -> None:
        for above, cell in zip(cells(book[T3], "D11:J11"), cells(book[T3], "D12:J12"), strict=True):
            cell.value = above.value

    loaded = changed(draft, copy_row)

    assert loaded.report.cells["t3.R05.C1"] == report.cells["t3.R05.C1"]
    assert "t3.R06.C1" not in loaded.report.cells
    assert [remark.sentence for remark in loaded.remarks] == [
        "第12行的名称是“1.属于国家秘密”，表样中这一行是“2.其他法律行政法规禁止公开”，可能排序或移动过行；"
        "名称重复或对不上，内容没有读入，请核对后填写。"
    ]
    assert doubts(loaded)[0].endswith("名称重复或对不上的7格没有读入，按未填处理，请对照台账逐格核对。")
    assert check(loaded.report).blanks[:6] == tuple(f"t3.R06.C{n}" for n in range(1, 7))


def test_labels_of_rows_of_another_shape_are_not_guessed(draft: Path, report: Report) -> None:
    loaded = changed(draft, lambda book: exchange(book[T2], "B6", "B10"))  # 规章 has three cells, 行政许可 one

    lost = {"t2.rules.issued", "t2.rules.repealed", "t2.rules.in_force", "t2.licensing.decisions"}
    assert not lost & loaded.report.cells.keys()
    assert loaded.report.cells.keys() == report.cells.keys() - lost
    assert "没有读入" in doubts(loaded)[0]


def test_a_cell_dragged_to_the_next_row_is_not_read_as_its_neighbour(draft: Path, report: Report) -> None:
    def drag(book: Workbook) -> None:  # Excel has the defined name follow the cell
        name = book.defined_names["nb_t3_R05_C1"]
        name.attr_text = name.attr_text.replace("$11", "$12")
        book[T3]["E12"].value, book[T3]["E11"].value = book[T3]["E11"].value, None

    loaded = changed(draft, drag)

    assert "t3.R05.C1" not in loaded.report.cells
    assert loaded.report.cells["t3.R06.C1"] == report.cells["t3.R05.C1"]  # what is seen beside its label
    assert "“（三）1.属于国家秘密·自然人”的格移到了" in loaded.remarks[0].sentence
    assert len(doubts(loaded)) == 1


def test_sorted_facts_fees_and_control_totals_follow_their_labels(tmp_path: Path, report: Report) -> None:
    report = report.with_texts({"meta.contact": "办公室", "meta.author": "张三"})
    report = report.with_cells({"t3.R01.C7": 7, "t3.R02.C7": 8})
    path = tmp_path / "草稿.xlsx"
    save_draft(report, path)

    def sort(book: Workbook) -> None:
        exchange(book[FEES], "B4:D4", "B6:D6")
        contact, author = (place_of(book, code).row for code in ("meta.contact", "meta.author"))
        exchange(book[META], f"B{contact}:D{contact}", f"B{author}:D{author}")
        exchange(book[CONTROLS], "B5:F5", "B6:F6")

    loaded = changed(path, sort)

    assert loaded.report.cells == report.cells
    assert loaded.report.controls == report.controls
    assert loaded.report.meta == report.meta
    assert len(doubts(loaded)) == 3


@pytest.mark.parametrize("text", ["行政 许可", "行政\n许可", "行政许可：", "“行政许可”", "　行政许可　"])
def test_spaces_breaks_and_colons_are_no_change_of_a_label(draft: Path, report: Report, text: str) -> None:
    def retype(book: Workbook) -> None:
        book[T2]["B10"].value = text
        book[T3]["D11"].value = "１．属于国家秘密"

    loaded = changed(draft, retype)

    assert loaded.report.cells == report.cells
    assert not loaded.remarks


def test_a_label_without_its_number_is_still_known(draft: Path, report: Report) -> None:
    def retype(book: Workbook) -> None:
        exchange(book[T3], "D12:K12", "D13:K13")
        book[T3]["D12"].value = "危及“三安全一稳定”"

    loaded = changed(draft, retype)

    assert loaded.report.cells == report.cells
    assert len(doubts(loaded)) == 1


def test_a_reworded_label_is_only_noted(draft: Path, report: Report) -> None:
    def retype(book: Workbook) -> None:
        book[T2]["B10"].value = "许可事项"
        book[T2]["B13"].value = None

    loaded = changed(draft, retype)

    assert loaded.report.cells == report.cells
    assert [remark.sentence for remark in loaded.remarks] == [
        "第10行的名称改成了“许可事项”，表样是“行政许可”，内容仍按原来的位置读入。"
    ]
    assert not doubts(loaded)


@pytest.mark.parametrize("path", sorted(DRAFTS.rglob("*.xlsx")), ids=lambda path: path.name)
def test_the_labels_of_older_drafts_and_of_other_programs_pass(path: Path) -> None:
    loaded = load_draft(path)

    assert not doubts(loaded)
    assert not [remark for remark in loaded.remarks if "名称" in remark.sentence]


@pytest.mark.parametrize(
    ("sheet", "cell", "text", "where", "label"),
    [
        (T2, "B7", "行政规范性文件（人次）", "第7行", "行政规范性文件"),
        (T2, "B10", "行政许可（含备案）", "第10行", "行政许可"),
        (T3, "E5", "自然人（含其他）", "E列", "自然人"),
        (T2, "B4", "第二十条第（一）项（含乡镇）", "B列", "第二十条第（一）项"),
    ],
)
def test_a_note_that_the_form_does_not_have_is_told(
    draft: Path, report: Report, sheet: str, cell: str, text: str, where: str, label: str
) -> None:
    loaded = changed(draft, lambda book: book[sheet].__setitem__(cell, text))

    assert loaded.report.cells == report.cells
    assert [(r.cell, r.sentence) for r in loaded.remarks] == [
        (cell, f"{where}的名称改成了“{text}”，表样是“{label}”，内容仍按原来的位置读入。")
    ]
