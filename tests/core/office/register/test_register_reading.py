"""Registers as others make them: sheets, merged headers, hidden rows, total rows, encodings, and hostile files."""

import re
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from core.base.errors import ReportError
from core.office.register import workbook
from core.office.register.headers import offered_columns
from core.office.register.mapping import RegisterMapping, read_mapping
from core.office.register.reading import read_register
from core.office.register.workbook import MAX_ROWS, ROWS_BESIDE
from tests.core.office.register.register_files import GOOD, HEAD, book_register, counted, numbers, text_register

ONE = {"t3.R01.C1": 1, "t3.R03.C1": 1}


def changed_part(path: Path, part: str, change: Callable[[str], str]) -> Path:
    """Write a workbook anew with one part changed."""
    other = path.with_name("改过.xlsx")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(other, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            text = old.read(name)
            new.writestr(name, change(text.decode("utf-8")) if name == part else text)
    return other


def test_sheets_of_several_months_count_as_one_and_others_are_named(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].title = "封面"
    book.worksheets[0].append(["填表说明"])
    for month in ("1月", "2月"):
        sheet = book.create_sheet(month)
        sheet.append(HEAD)
        sheet.append((month, *GOOD[1:]))
    short = book.create_sheet("3月")
    short.append(HEAD[:-1])
    hidden = book.create_sheet("4月")
    hidden.sheet_state = "hidden"
    hidden.append(HEAD)
    hidden.append(("4月", *GOOD[1:]))
    path = tmp_path / "台账.xlsx"
    book.save(path)
    found = counted(path)
    assert numbers(found) == {"t3.R01.C1": 3, "t3.R03.C1": 3}
    assert found.remarks == (
        "工作表“封面”没有台账的表头，没有计入",
        "工作表“3月”缺少“办理结果”列，没有计入",
        "工作表“4月”是隐藏的，已计入",
    )


def test_titles_totals_and_repeated_headers_are_left_out_and_hidden_rows_count(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (["某局台账"], HEAD, GOOD, ["1月小计", 1], HEAD, ("2", *GOOD[1:]), ("3月份合 计（件）：", 2)):
        sheet.append(list(row))
    sheet.append([None, None, None, None, None, "没有对应的列"])
    sheet.append(["填表人：", "张三", "审核人：", "2026-1-5"])
    sheet.append([None, None, "注：以上不含投诉"])
    sheet.auto_filter.ref = "A2:E7"
    sheet.row_dimensions[6].hidden = True
    path = tmp_path / "台账.xlsx"
    book.save(path)
    found = counted(path)
    assert numbers(found) == {"t3.R01.C1": 2, "t3.R03.C1": 2}
    assert found.rows == 2
    assert [re.sub("（.*", "", said) for said in found.remarks] == [
        "1行在表头以上，没有计入",
        "2行是合计行，没有计入",
        "1行是重复的表头，没有计入",
        "1行被筛选隐藏，已计入",
        "1行在各栏中都是空的，没有计入",
        "2行是表尾的说明，没有计入",
    ]


def test_a_header_of_two_rows_is_found_by_its_words(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["登记号", "收到", None, "申请人类别", "办理", None])
    sheet.append([None, "方式", "日期", None, "日期", "结果"])
    for area in ("A1:A2", "B1:C1", "D1:D2", "E1:F1"):
        sheet.merge_cells(area)
    sheet.append(["1", "当面", "2025-3-5", "自然人", "2025-3-20", "予以公开"])
    path = tmp_path / "台账.xlsx"
    book.save(path)
    found = counted(path, RegisterMapping({"收到日期": "收到日期", "办结日期": "办理日期", "办理结果": "结果"}))
    assert numbers(found) == ONE
    assert found.columns["收到日期"] == "收到 日期"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("between", [",", "\t", ";"])
def test_a_text_file_is_read_in_the_usual_encodings(tmp_path: Path, encoding: str, between: str) -> None:
    path = tmp_path / "台账.csv"
    path.write_bytes("\r\n".join(between.join(row) for row in (HEAD, GOOD)).encode(encoding))
    assert numbers(counted(path)) == ONE


@pytest.mark.parametrize(
    "text",
    ['2,2025-3-5,自然人,"2025-3-6,予以公开', '2,"2025-3-5"日,自然人,,', '2,2025-3-5,"自然人,,\n3,2025-3-5,自",,'],
)
def test_a_quote_without_its_pair_swallows_no_rows(tmp_path: Path, text: str) -> None:
    path = text_register(tmp_path, GOOD)
    path.write_text(f"{path.read_text('utf-8')}{text}\n{','.join(('4', *GOOD[1:]))}\n", "utf-8")
    with pytest.raises(ReportError, match="引号不成对"):
        counted(path)


def test_signs_of_control_in_a_text_file_are_passed_over(tmp_path: Path) -> None:
    path = text_register(tmp_path, GOOD)
    path.write_text(path.read_text("utf-8").replace("予以", "予\x0b\x07以\x00"), "utf-8")
    assert numbers(counted(path)) == ONE


def test_days_of_a_workbook_are_read_as_excel_shows_them(tmp_path: Path) -> None:
    for is_1904 in (False, True):
        path = tmp_path / f"{is_1904}.xlsx"
        book = xlsxwriter.Workbook(path, {"date_1904": is_1904})
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, HEAD)
        day = book.add_format({"num_format": "m月d日"})
        sheet.write_row(1, 0, ("1", "", "自然人", "", "予以公开"))
        sheet.write_datetime(1, 1, datetime(2025, 3, 5), day)
        sheet.write_number(1, 3, 45722 - 1462 * is_1904)
        book.close()
        found = counted(path)
        assert numbers(found) == ONE
        (case,) = found.counted.cases["t3.R01.C1"]
        assert (case.received, case.closed) == (date(2025, 3, 5), date(2025, 3, 6))


@pytest.mark.parametrize(
    ("look", "shown"),
    [
        ({"num_format": "yyyy-mm-dd"}, "2025-03-05"),
        ({"num_format": '[$-804]yyyy"年"m"月"d"日"'}, "2025-03-05"),
        ({"num_format": 14}, "2025-03-05"),
        ({"num_format": 31}, "2025-03-05"),
        ({}, "45721"),
        ({"num_format": 1}, "45721"),
        ({"num_format": '"年"0'}, "45721"),
        ({"num_format": "0.0E+00"}, "45721"),
    ],
)
def test_a_number_is_quoted_as_a_day_only_where_its_format_shows_one(
    tmp_path: Path, look: dict[str, str | int], shown: str
) -> None:
    path = tmp_path / "台账.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, HEAD)
        sheet.write_row(1, 0, ("", *GOOD[1:]))
        sheet.write_number(1, 0, 45721, book.add_format(look))
    assert counted(path).numbers_behind["t3.R01.C1"] == (shown,)


def test_formulas_count_by_their_saved_results_and_never_without(tmp_path: Path) -> None:
    path = tmp_path / "台账.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, HEAD)
    sheet.write_row(1, 0, GOOD)
    sheet.write_formula(1, 1, "=DATE(2025,3,5)", None, 45721)
    sheet.write_row(2, 0, ("2", *GOOD[1:]))
    sheet.write_formula(2, 3, "=1/0", None, "#DIV/0!")
    book.close()
    assert numbers(counted(path)) == ONE
    (unread,) = counted(path).unread
    assert unread.key.number == "2"
    assert "#DIV/0!" in unread.why
    unsaved = book_register(tmp_path, ("1", "=DATE(2025,3,5)", "自然人", "=B2", "予以公开"))
    (row,) = counted(unsaved).unread
    assert "公式没有保存结果" in row.why


def test_numbers_and_control_characters_in_a_number_are_shown_plainly(tmp_path: Path) -> None:
    path = book_register(tmp_path, (20250001, *GOOD[1:]), ("A_x000D_\n 2\u200b", *GOOD[1:]))
    assert counted(path).numbers_behind["t3.R01.C1"] == ("20250001", "A 2")


def test_rows_and_cells_without_addresses_are_those_that_come_next(tmp_path: Path) -> None:
    def plain(text: str) -> str:
        text = re.sub(r'(<(?:row|c) )r="\w+" ?', r"\1", text)
        return re.sub(r"<(/?)(\w)", r"<\1x:\2", text).replace("xmlns=", "xmlns:x=")

    path = book_register(tmp_path, GOOD, ("2", *GOOD[1:4], "不知道"))
    found = counted(changed_part(path, "xl/worksheets/sheet1.xml", plain))
    assert numbers(found) == ONE
    assert [(row.key.number, row.key.row) for row in found.unread] == [("2", 3)]


def test_how_a_word_is_spoken_is_no_part_of_it(tmp_path: Path) -> None:
    def with_guide(text: str) -> str:
        return text.replace("自然人</t>", '自然人</t><rPh sb="0" eb="3"><t>しぜんじん</t></rPh>')

    path = tmp_path / "台账.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate((HEAD, GOOD)):
            sheet.write_row(number, 0, row)
    assert numbers(counted(changed_part(path, "xl/sharedStrings.xml", with_guide))) == ONE


def test_a_million_empty_rows_are_passed_over(tmp_path: Path) -> None:
    def with_rows(text: str) -> str:
        empty = "".join(f'<row r="{n}" spans="1:5"/>' for n in range(3, 1_000_000))
        return text.replace("</sheetData>", empty + "</sheetData>").replace('ref="A1:E2"', 'ref="A1:XFD1048576"')

    path = changed_part(book_register(tmp_path, GOOD), "xl/worksheets/sheet1.xml", with_rows)
    assert numbers(counted(path)) == ONE


def test_more_rows_than_are_read_are_refused_in_words(tmp_path: Path) -> None:
    rows = f"{','.join(HEAD)}\n" + f"{','.join(GOOD)}\n" * (MAX_ROWS + ROWS_BESIDE)
    path = tmp_path / "台账.csv"
    path.write_text(rows, encoding="utf-8")
    with pytest.raises(ReportError, match="太大"):
        read_register(path)


@pytest.mark.parametrize("write", [text_register, book_register])
def test_the_rows_of_titles_and_headers_do_not_count_as_applications(
    write: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook, "MAX_ROWS", 2)
    assert numbers(counted(write(tmp_path, GOOD, ("2", *GOOD[1:])))) == {"t3.R01.C1": 2, "t3.R03.C1": 2}


def test_more_rows_of_a_workbook_than_are_read_are_refused_in_words(tmp_path: Path) -> None:
    path = tmp_path / "台账.xlsx"
    book = xlsxwriter.Workbook(path, {"constant_memory": True})
    sheet = book.add_worksheet()
    for row in range(MAX_ROWS + ROWS_BESIDE + 1):
        sheet.write_row(row, 0, (str(row), *GOOD[1:]))
    book.close()
    with pytest.raises(ReportError, match="太大，一次最多读30000行台账"):
        read_register(path)


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text[: len(text) // 2],
        lambda text: text.replace("<worksheet", '<!DOCTYPE a [<!ENTITY b "c">]><worksheet', 1),
        lambda text: text.replace("</row>", "</rov>", 1),
    ],
)
def test_a_damaged_sheet_is_refused_in_words(tmp_path: Path, change: Callable[[str], str]) -> None:
    path = changed_part(book_register(tmp_path, GOOD), "xl/worksheets/sheet1.xml", change)
    with pytest.raises(ReportError, match="已损坏"):
        read_register(path)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "空文件"),
        (b"\0" * 100, "已损坏"),
        (b"%PDF-1.7", "是PDF 文件，台账只能读"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "台账只能读"),
        (b"  \n", "没有任何内容"),
    ],
)
def test_what_is_no_register_is_refused_in_words(tmp_path: Path, content: bytes, why: str) -> None:
    path = tmp_path / "台账.xlsx"
    path.write_bytes(content)
    with pytest.raises(ReportError, match=why):
        counted(path)


def test_a_register_is_read_by_what_it_holds_whatever_its_name_says(tmp_path: Path) -> None:
    book = book_register(tmp_path, GOOD)
    assert numbers(counted(book.rename(tmp_path / "另存.csv"))) == numbers(counted(book_register(tmp_path, GOOD)))


def test_one_column_is_offered_for_each_field_its_own_name_before_another() -> None:
    named = {1: "申请编号", 2: "登记号", 3: "收件日期", 4: "申请人类别", 5: "存档位置"}
    assert offered_columns(named) == {"登记号": "登记号", "收到日期": "收件日期", "申请人类别": "申请人类别"}
    assert offered_columns({1: "申请编号"}) == {"登记号": "申请编号"}


def test_missing_and_doubled_columns_are_named(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match="办理结果"):
        counted(text_register(tmp_path, head=HEAD[:-1]))
    with pytest.raises(ReportError, match="没有找到台账的表头"):
        counted(text_register(tmp_path, head=("甲", "乙")))
    with pytest.raises(ReportError, match="有几列都叫“办理结果”"):
        counted(text_register(tmp_path, head=(*HEAD, "办理结果")))
    found = counted(text_register(tmp_path, GOOD), RegisterMapping({"收费金额": "应收", "登记号": "编号"}))
    assert found.remarks == (
        "没有找到这些列，没有计入：收费金额（应收）",
        "没有找到“编号”列，“登记号”按“登记号”列读，请核对",
    )
    assert numbers(found) == ONE


def test_a_map_may_be_written_without_quotes_before_the_sign(tmp_path: Path) -> None:
    path = tmp_path / "map.toml"
    path.write_text('\ufeff[columns]\n登记号 = "编号"\n[outcomes]\n同意公开 = "R03"\n[kinds]\n"公民" = "C1"\n', "utf-8")
    assert read_mapping(path) == RegisterMapping({"登记号": "编号"}, {"同意公开": "R03"}, {"公民": "C1"})


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("[columns]\n号 = '编号'", "没有“号”这一栏"),
        ("[outcomes]\n'公开' = 'R24'", "R24"),
        ("[kinds]\n'公民' = 'C7'", "C7"),
        ("[kinds]\n'公民' = 1", "引号"),
        ("[kind]", "没有“kind”这一段"),
        ("kinds = 1", "应是一段"),
        ("[columns", "格式有误"),
        ("[columns]\n登记号='编号'\n收到日期='编号'", "对应了两栏"),
    ],
)
def test_a_map_with_a_fault_is_refused_in_words(tmp_path: Path, text: str, why: str) -> None:
    path = tmp_path / "map.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ReportError, match=why):
        read_mapping(path)


def test_a_map_with_a_line_without_end_is_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "map.toml"
    path.write_text("[columns]\n" + "登" * 200_000, encoding="utf-8")  # took minutes, squared in its length
    with pytest.raises(ReportError, match="不能用"):
        read_mapping(path)


@pytest.mark.parametrize("number", ["上半年合计", "下半年小计"])
def test_totals_of_half_a_year_are_no_applications(tmp_path: Path, number: str) -> None:
    found = counted(text_register(tmp_path, GOOD, (number, "", "", "", "1")))
    assert (found.rows, found.remarks) == (1, ("1行是合计行，没有计入（第3行）",))


def test_a_reason_in_brackets_behind_its_group_counts_as_behind_a_colon(tmp_path: Path) -> None:
    found = counted(text_register(tmp_path, (*GOOD[:4], "（三）不予公开（1.属于国家秘密）")))
    assert numbers(found) == {"t3.R01.C1": 1, "t3.R05.C1": 1}


def test_several_applications_counted_in_characters_are_several(tmp_path: Path) -> None:
    found = counted(text_register(tmp_path, ("2025-3等三件", *GOOD[1:])))
    assert [row.why for row in found.unread] == [
        "登记号“2025-3等三件”像是几件申请的，一行只能计1件，请在台账中一件登记一行"
    ]
