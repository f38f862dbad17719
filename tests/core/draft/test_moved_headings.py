"""Headings of texts exchanged in a draft, alone or with the texts: what is printed above a text decides."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl.workbook import Workbook

from core.draft.workbook import LoadedDraft, load_draft, save_draft
from core.report.report import Report, new_report
from core.validation.validation import check_report
from tests.workbook_cells import changed, place_of

DRAFTS = Path(__file__).parent.parent.parent / "data" / "drafts"
S1, S2, S3, S5, S6 = (
    "一、总体情况",
    "二、主动公开（文字）",
    "三、依申请公开（文字）",
    "五、问题及改进",
    "六、其他事项",
)
ACTIVE, REQUEST = "s1.active", "s1.request"


@pytest.fixture
def report() -> Report:
    """A report with another text in every place."""
    report = new_report("某某县水利局", "政府部门", 2025)
    return report.with_texts({code: f"{code}的文字。" for code in report.form.texts})


@pytest.fixture
def draft(tmp_path: Path, report: Report) -> Path:
    """Its draft."""
    path = tmp_path / "草稿.xlsx"
    save_draft(report, path)
    return path


def exchange(book: Workbook, one: tuple[str, str], other: tuple[str, str]) -> None:
    """Exchange the values of two cells."""
    left: Any = book[one[0]][one[1]]
    right: Any = book[other[0]][other[1]]
    left.value, right.value = right.value, left.value


def heading(book: Workbook, code: str) -> str:
    """Return the address of the heading of a text."""
    place = place_of(book, code)
    return str(place.offset(row=-1, column=-1).coordinate)


def doubts(loaded: LoadedDraft) -> list[str]:
    """Return the sentences of what is to be settled."""
    found = check_report(loaded.report, final=True, today=date(2026, 1, 10)).findings
    return [finding.message for finding in found if finding.rule_id == "C-07"]


def test_headings_exchanged_with_their_texts_are_read_as_they_are_seen(draft: Path, report: Report) -> None:
    def change(book: Workbook) -> None:
        exchange(book, (S1, heading(book, ACTIVE)), (S1, heading(book, REQUEST)))
        exchange(book, (S1, place_of(book, ACTIVE).coordinate), (S1, place_of(book, REQUEST).coordinate))

    loaded = changed(draft, change)

    assert loaded.report.texts == report.texts
    assert [remark.cell for remark in loaded.remarks] == ["B11", "B18"]
    assert loaded.remarks[0].sentence == (
        "这里的标题是“（二）依申请公开”，表样是“（一）主动公开”，可能移动过标题或文字；文字已按看到的标题读入，请核对。"
    )
    assert doubts(loaded) == [
        "工作表“一、总体情况”第11行的标题是“（二）依申请公开”（表样是“（一）主动公开”）、"
        "工作表“一、总体情况”第18行的标题是“（一）主动公开”（表样是“（二）依申请公开”），"
        "可能移动过标题或文字；文字已按看到的标题读入，请逐段核对。"
    ]


def test_headings_exchanged_alone_are_read_as_they_are_seen(draft: Path, report: Report) -> None:
    loaded = changed(draft, lambda book: exchange(book, (S1, heading(book, ACTIVE)), (S1, heading(book, REQUEST))))

    assert loaded.report.texts[ACTIVE] == report.texts[REQUEST]
    assert loaded.report.texts[REQUEST] == report.texts[ACTIVE]
    assert len(doubts(loaded)) == 1


def test_texts_whose_names_followed_them_below_another_heading_are_read_by_it(draft: Path, report: Report) -> None:
    def change(book: Workbook) -> None:  # Excel has the names follow cells that are cut and pasted
        active, request = place_of(book, ACTIVE), place_of(book, REQUEST)
        active.value, request.value = request.value, active.value
        names = book.defined_names["nb_s1_active"], book.defined_names["nb_s1_request"]
        names[0].attr_text, names[1].attr_text = names[1].attr_text, names[0].attr_text

    loaded = changed(draft, change)

    assert loaded.report.texts[ACTIVE] == report.texts[REQUEST]
    assert len(doubts(loaded)) == 1


def test_blocks_moved_with_their_names_are_read_without_a_word(draft: Path, report: Report) -> None:
    def change(book: Workbook) -> None:
        exchange(book, (S1, heading(book, ACTIVE)), (S1, heading(book, REQUEST)))
        active, request = place_of(book, ACTIVE), place_of(book, REQUEST)
        active.value, request.value = request.value, active.value
        names = book.defined_names["nb_s1_active"], book.defined_names["nb_s1_request"]
        names[0].attr_text, names[1].attr_text = names[1].attr_text, names[0].attr_text

    loaded = changed(draft, change)

    assert loaded.report.texts == report.texts
    assert not doubts(loaded)


def test_titles_and_headings_of_two_sheets_exchanged_are_read_as_they_are_seen(draft: Path, report: Report) -> None:
    def change(book: Workbook) -> None:
        exchange(book, (S5, "B2"), (S6, "B2"))
        exchange(book, (S5, "B4"), (S6, "B4"))

    loaded = changed(draft, change)

    assert loaded.report.texts["s5"] == report.texts["s6"]
    assert loaded.report.texts["s6"] == report.texts["s5"]
    assert len(doubts(loaded)) == 1


def test_a_title_that_contradicts_the_heading_leaves_the_text_unread(draft: Path) -> None:
    loaded = changed(draft, lambda book: exchange(book, (S5, "B2"), (S6, "B2")))

    assert not loaded.report.texts.get("s5")
    assert not loaded.report.texts.get("s6")
    assert doubts(loaded)[0].endswith("可能移动过标题或文字；对不上的没有读入，请逐段核对。")


def test_equal_headings_of_two_sheets_are_told_apart_by_the_titles(draft: Path, report: Report) -> None:
    loaded = changed(draft, lambda book: exchange(book, (S2, "B2"), (S3, "B2")))

    assert loaded.report.texts["s2"] == report.texts["s3"]
    assert loaded.report.texts["note.t2"] == report.texts["note.t3"]


def test_a_heading_that_stands_twice_leaves_the_wrong_text_unread(draft: Path, report: Report) -> None:
    def change(book: Workbook) -> None:
        book[S1][heading(book, REQUEST)].value = book[S1][heading(book, ACTIVE)].value

    loaded = changed(draft, change)

    assert loaded.report.texts[ACTIVE] == report.texts[ACTIVE]
    assert REQUEST not in loaded.report.texts
    assert [remark.sentence for remark in loaded.remarks] == [
        "这里的标题是“（一）主动公开”，表样是“（二）依申请公开”，可能移动过标题或文字；"
        "标题重复或对不上，下面的文字没有读入，请核对后填写。"
    ]
    assert len(doubts(loaded)) == 1


def test_another_heading_among_the_paragraphs_ends_the_text(draft: Path, report: Report) -> None:
    def change(book: Workbook) -> None:
        place = place_of(book, ACTIVE)
        place.offset(row=2, column=-1).value = "（二）依申请公开"
        place.offset(row=3).value = "写在下面的话。"

    loaded = changed(draft, change)

    assert loaded.report.texts[ACTIVE] == report.texts[ACTIVE]
    assert loaded.remarks[0].sentence == "“（二）依申请公开”是另一部分的标题，它下面的文字没有读入，请移到那一部分。"
    assert len(doubts(loaded)) == 1


@pytest.mark.parametrize(
    "text", ["（一）主动公开", "(一)主动公开　　提示改了", "主动公开", "（一） 主动公开本年主动公开了什么", None]
)
def test_a_heading_without_its_hint_or_number_is_no_change(draft: Path, report: Report, text: str | None) -> None:
    loaded = changed(draft, lambda book: book[S1].__setitem__(heading(book, ACTIVE), text))

    assert loaded.report.texts == report.texts
    assert not loaded.remarks


def test_a_reworded_heading_is_only_noted(draft: Path, report: Report) -> None:
    loaded = changed(draft, lambda book: book[S1].__setitem__(heading(book, ACTIVE), "（一）公开工作"))

    assert loaded.report.texts == report.texts
    assert [remark.sentence for remark in loaded.remarks] == [
        "这里的标题改成了“（一）公开工作”，表样是“（一）主动公开”，文字仍按原来的位置读入。"
    ]
    assert not doubts(loaded)


@pytest.mark.parametrize("path", sorted(DRAFTS.rglob("*.xlsx")), ids=lambda path: path.name)
def test_the_headings_of_older_drafts_and_of_other_programs_pass(path: Path) -> None:
    loaded = load_draft(path)

    assert not doubts(loaded)
    assert not [remark for remark in loaded.remarks if "标题" in remark.sentence]
