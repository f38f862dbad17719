"""Notes between the lines of a register are left out and named; what may be an application is not."""

from pathlib import Path

import openpyxl
import pytest

from tests.core.office.register.register_files import GOOD, HEAD, book_register, counted, numbers

ONE = {"t3.R01.C1": 1, "t3.R03.C1": 1}
NAMED = "1行是各行之间的说明，没有计入（工作表“Sheet”第3行）"
MORE = (*HEAD, "申请人", "备注")


def with_row(folder: Path, *values: object, area: str = "") -> Path:
    """A register of one application and a row below it, some of whose cells are merged."""
    path = book_register(folder, GOOD, values, head=MORE)
    if area:
        book = openpyxl.load_workbook(path)
        book.worksheets[0].merge_cells(area)
        book.save(path)
    return path


@pytest.mark.parametrize("area", ["", "A3:G3", "A3:B3"])
@pytest.mark.parametrize(
    "note",
    [
        *(
            "—— 以上为2月前办理情况，李某核 ——",
            "以上1至6月已核对",
            "2025年3月",
            "三月份",
            "一、上年结转",
            "（二）2025年新收5件",
        ),
        *("第一季度", "2025年上半年（共12件）", "以下为网上申请", "== 下半年 ==", "网络申请"),
    ],
)
def test_a_note_between_the_lines_is_left_out_and_named(note: str, area: str, tmp_path: Path) -> None:
    found = counted(with_row(tmp_path, note, area=area))

    assert (found.rows, found.unread, found.remarks) == (1, (), (NAMED,))
    assert numbers(found) == ONE


@pytest.mark.parametrize("area", ["", "A3:G3"])
@pytest.mark.parametrize(
    "number",
    [
        "2",
        "依申请〔2025〕12号",
        "2025-003重新答复",
        "12（作废）",
        "2025年第12号",
        "三十四",
        "二〇二五年第三号",
        "同上",
        "A",
        "2025-3-5",
    ],
)
def test_a_number_that_stands_alone_waits_to_be_read(number: str, area: str, tmp_path: Path) -> None:
    found = counted(with_row(tmp_path, number, area=area))

    assert (found.rows, len(found.unread)) == (2, 1)


@pytest.mark.parametrize(
    "values",
    [
        ("以上为网上申请", "2025-4-1"),  # there is a day
        ("网络申请", None, "自然人"),
        (None, None, None, None, None, "王某"),
        (None, None, None, "2025-4-1"),
        (None, None, "自然人"),
    ],
)
def test_a_row_that_says_more_waits_to_be_read(values: tuple[object, ...], tmp_path: Path) -> None:
    found = counted(with_row(tmp_path, *values))

    assert (found.rows, len(found.unread)) == (2, 1)


def test_a_sentence_over_the_whole_row_is_a_note_whatever_numbers_it_has(tmp_path: Path) -> None:
    found = counted(with_row(tmp_path, "依申请12号由李某接办，资料在档案室", area="A3:G3"))

    assert (found.rows, found.remarks) == (1, (NAMED,))


def test_a_note_may_stand_in_another_column(tmp_path: Path) -> None:
    found = counted(with_row(tmp_path, None, None, None, "以上为一季度"))

    assert (found.rows, found.remarks) == (1, (NAMED,))


@pytest.mark.parametrize("number", ["编号遗失", "补登记", "无号", "来信申请", "口头申请", "张某某"])
def test_an_application_whose_number_is_not_known_waits(number: str, tmp_path: Path) -> None:
    found = counted(with_row(tmp_path, number))

    assert (found.rows, len(found.unread)) == (2, 1)
