"""Drafts that somebody changed in Excel, WPS or LibreOffice: the cells win, and nothing is lost silently."""

import re
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.comments import Comment

from build_scripts.sweeps.libreoffice import edit
from core import __version__
from core.base.errors import FileError
from core.draft.workbook import LoadedDraft, NotADraftError, foreign_content, load_draft, save_draft
from core.report.entry_text import Refused
from core.report.report import LogEntry, Report, ReviewRound, new_report
from tests.workbook_cells import fill_in, place_of

DRAFTS = Path(__file__).parent.parent.parent / "data" / "drafts"
T3 = "三、依申请公开（表）"


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """A draft with zeros in tables 三 and 四 and two texts."""
    report = new_report("某某县水利局", "政府部门", 2025, with_zeros=True)
    report = report.with_texts({"s1": "总述。\n\n=第二段", "s5": "问题。\n改进。"})
    report = replace(report, log=(*report.log, LogEntry("2026-01-05 10:00", "空白格全部填0")))
    path = tmp_path / "草稿.xlsx"
    save_draft(report, path)
    return path


def edited(path: Path, values: dict[str, object]) -> LoadedDraft:
    """Type values into the cells of codes, as a person would, and read the draft."""
    return load_draft(fill_in(path, values))


def retyped(path: Path, report: Report, sheet: str, *, column: str, value: str) -> LoadedDraft:
    """Save a report, type over the first record of one of its lists, and read the draft."""
    save_draft(report, path)
    book = openpyxl.load_workbook(path)
    heading = next(cell for row in book[sheet].iter_rows() for cell in row if cell.value == column)
    heading.offset(row=1).value = value
    book.save(path)
    return load_draft(path)


# ---------------------------------------------------------------- what was typed into cells


@pytest.mark.parametrize(
    ("typed", "number"),
    [("３件", 3), (3.0, 3), ("1,234", 1234), (" 7 ", 7), (0, 0), (None, None), ("", None), (" 　", None)],
)
def test_a_count_typed_in_excel_is_understood(draft: Path, typed: object, number: int | None) -> None:
    loaded = edited(draft, {"t3.R01.C1": typed})

    assert loaded.report.cells.get("t3.R01.C1") == number
    is_text = isinstance(typed, str) and number is not None  # its sheet cannot add it up
    assert [remark.sentence for remark in loaded.remarks] == [
        f"“本年新收·自然人”填的“{str(typed).strip()}”是文字数字，已按数字{number}读入；"
        "在表格里用到它的合计算不出来，在程序中保存后就是数字。"
    ] * is_text


@pytest.mark.parametrize(
    ("typed", "text", "reason"),
    [
        ("12abc", "12abc", "“abc”不是数字，请只填整数"),
        (1.5, "1.5", "件数应是整数，不能带小数点"),
        (-1, "-1", "不能是负数，请核对后填0或正数"),
        ("无", "无", "没有的事项请填0"),
        (1e300, "1e+300", "这是科学记数法，请填完整的数字"),
    ],
)
def test_what_is_no_count_is_kept_as_refused_text(draft: Path, typed: object, text: str, reason: str) -> None:
    entry = edited(draft, {"t3.R01.C1": typed}).report.cells["t3.R01.C1"]

    assert isinstance(entry, Refused)
    assert (entry.text, entry.reason) == (text, reason)


@pytest.mark.parametrize(
    ("typed", "text", "sentence"),
    [
        ("=3+4", "=3+4", "这一格是公式“=3+4”，程序不读公式的结果；请填数字，不要填公式。"),
        (True, "TRUE", "这一格是逻辑值“TRUE”，不是数字；请填数字。"),
        (
            datetime(2025, 3, 1),
            "2025-03-01",
            "这一格被识别成了日期“2025-03-01”，不能当作数字；请把单元格格式改为“常规”，再填数字。",
        ),
        ("#DIV/0!", "#DIV/0!", "这一格是公式错误“#DIV/0!”；请填数字。"),
    ],
)
def test_what_excel_made_of_a_count_is_refused_and_named_with_sheet_and_cell(
    draft: Path, typed: object, text: str, sentence: str
) -> None:
    loaded = edited(draft, {"t3.R01.C1": typed})
    entry = loaded.report.cells["t3.R01.C1"]

    assert isinstance(entry, Refused)
    assert entry.text == text
    assert loaded.remarks == ((T3, "E7", sentence),)


def test_a_refused_formula_keeps_its_reason_when_saved_again(draft: Path) -> None:
    entry = edited(draft, {"t3.R01.C1": "=3+4"}).report.cells["t3.R01.C1"]
    report = Report(cells={"t3.R01.C1": entry})

    save_draft(report, draft)

    assert isinstance(entry, Refused)
    assert entry.reason == "请填数字，不要填公式"
    assert load_draft(draft).report.cells == {"t3.R01.C1": entry}


def test_an_amount_typed_in_excel_is_exact(draft: Path) -> None:
    loaded = edited(draft, {"t2.fees.amount": 0.1 + 0.2, "fee.billed": 1234.56})

    assert loaded.report.cells["t2.fees.amount"] == Decimal("0.3")
    assert loaded.report.cells["fee.billed"] == Decimal("1234.56")


def test_numbers_and_dates_in_metadata_become_text(draft: Path) -> None:
    loaded = edited(draft, {"meta.year": 2024, "meta.phone": 87654321, "meta.date": datetime(2026, 1, 5)})

    assert loaded.report.year == 2024
    assert loaded.report.meta["meta.phone"] == "87654321"
    assert loaded.report.meta["meta.date"] == "2026-01-05"
    assert [sentence for _, _, sentence in loaded.remarks] == ["这一格被识别成了日期，已按“2026-01-05”读入，请核对。"]


def test_what_is_none_of_the_choices_is_kept_and_told(draft: Path) -> None:
    loaded = edited(draft, {"meta.unit_type": "乡镇、街道"})
    assert loaded.report.meta["meta.unit_type"] == "乡镇、街道"
    assert [remark.sentence for remark in loaded.remarks] == [
        "单位类型填的是“乡镇、街道”，不在可选的几项之中，没有按它检查，请在“基本信息”中选择。"
    ]


def test_a_number_typed_over_the_formula_of_a_total_becomes_a_control_total(draft: Path) -> None:
    loaded = edited(draft, {"t3.R01.C7": 9})

    assert loaded.report.controls == {"t3.R01.C7": 9}
    ((sheet, cell, sentence),) = loaded.remarks
    assert (sheet, cell) == (T3, "K7")
    assert "已作为另有合计保留" in sentence


@pytest.mark.parametrize("number", ["初稿", "１", "123456"])
def test_a_round_whose_number_is_none_takes_that_of_its_place(draft: Path, number: str) -> None:
    report = Report(rounds=(ReviewRound(number=7, date="2026-01-05", checksum="3F7A-91C2", shown={}),))
    loaded = retyped(draft, report, "送审记录", column="稿次", value=number)

    assert [made.number for made in loaded.report.rounds] == [1]
    assert [remark.sentence for remark in loaded.remarks] == [f"稿次“{number}”不是数字，已按第1稿读入。"]


@pytest.mark.parametrize(
    ("column", "value", "sentence"),
    [("类别", "备注", "不认识类别“备注”，这一行没有读入。"), ("编号", "", "缺少编号，这一行没有读入。")],
)
def test_what_stands_in_no_known_place_is_not_read_and_told(
    draft: Path, column: str, value: str, sentence: str
) -> None:
    report = Report(meta={"meta.old_name": "旧名"})
    loaded = retyped(draft, report, "其他内容", column=column, value=value)

    assert loaded.report.meta == {}
    assert len(loaded.remarks) == 1
    assert loaded.remarks[0].sentence == sentence


def test_a_typed_over_total_that_contradicts_the_control_total_names_both(draft: Path) -> None:
    loaded = edited(draft, {"t3.R01.C7": 9, "control.t3.R01.C7": 8})

    assert loaded.report.controls == {"t3.R01.C7": 9}
    assert "“核对合计”表中原来填的是“8”" in loaded.remarks[0].sentence


def test_a_deleted_total_formula_is_no_control_total(draft: Path) -> None:
    loaded = edited(draft, {"t3.R01.C7": None})

    assert loaded.report.controls == {}
    assert loaded.remarks == ()


def test_paragraphs_typed_into_spare_cells_belong_to_their_text(draft: Path) -> None:
    book = openpyxl.load_workbook(draft)
    first = place_of(book, "s1")
    first.offset(3, 0).value = "第三段\n同格换行"
    first.offset(4, 0).value = 5
    place_of(book, "s1.active").value = "“小标题”下的一段"
    book.save(draft)

    report = load_draft(draft).report

    assert report.texts["s1"] == "总述。\n\n=第二段\n第三段\n同格换行\n5"
    assert report.texts["s1.active"] == "“小标题”下的一段"


def test_carriage_returns_that_excel_escapes_are_line_breaks(draft: Path) -> None:
    with ZipFile(draft) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    members["xl/sharedStrings.xml"] = members["xl/sharedStrings.xml"].replace(
        "问题。".encode(), "一_x000D_\n二 _x005F_x0041_ x005F_".encode()
    )
    with ZipFile(draft, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)

    assert load_draft(draft).report.texts["s5"] == "一\n二 _x0041_ x005F_\n改进。"


def test_what_is_escaped_in_the_cell_itself_is_read_as_in_a_shared_text(draft: Path) -> None:
    stored = "一_x000D_\n二 _x005F_x0041_ _x0001_x005F_"
    with ZipFile(draft) as archive:
        members = {name: archive.read(name).decode() for name in archive.namelist()}
    texts = re.findall(r"<si>.*?</si>", members["xl/sharedStrings.xml"], re.DOTALL)
    inline, result = f"<is><t>{stored}</t></is>", f"<v>{stored}</v>"
    for text, kind, value in (("问题。", "inlineStr", inline), ("总述。", "str", result)):
        index = next(i for i, one in enumerate(texts) if text in one)
        for name in (name for name in members if "worksheets/sheet" in name):
            members[name] = members[name].replace(f' t="s"><v>{index}</v>', f' t="{kind}">{value}')
    with ZipFile(draft, "w") as archive:
        for name, member in members.items():
            archive.writestr(name, member)

    report = load_draft(draft).report

    assert report.texts["s5"] == "一\n二 _x0041_ x005F_\n改进。"
    assert report.texts["s1"].startswith("一\n二 _x0041_ x005F_")


def test_a_text_in_several_looks_or_with_its_sound_is_read_as_one(draft: Path) -> None:
    with ZipFile(draft) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    old = re.search(r"<si><t[^>]*>问题。[^<]*</t></si>", members["xl/sharedStrings.xml"].decode())
    assert old is not None
    looks = "<si><r><t>一</t></r><r><rPr><b/></rPr><t>二</t></r><rPh sb='0' eb='1'><t>yi</t></rPh></si>"
    members["xl/sharedStrings.xml"] = members["xl/sharedStrings.xml"].replace(old[0].encode(), looks.encode())
    with ZipFile(draft, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)

    assert load_draft(draft).report.texts["s5"] == "一二\n改进。"


# ---------------------------------------------------------------- names, keys, sheets


def test_without_its_defined_names_a_draft_is_read_by_its_keys(draft: Path) -> None:
    report = load_draft(draft).report
    report = report.with_texts({"s6": "长" * 40_000})
    save_draft(report, draft)
    book = openpyxl.load_workbook(draft)
    book.defined_names.clear()
    for i, sheet in enumerate(book.worksheets):
        sheet.title = f"表{i}"
        sheet.insert_rows(1)
        sheet.insert_cols(3)
    book.save(draft)

    loaded = load_draft(draft)

    assert loaded.report == report
    assert loaded.remarks == ()


def test_a_row_inserted_in_a_continued_paragraph_does_not_break_it(draft: Path) -> None:
    report = Report()
    report = report.with_texts({"s6": "长" * 40_000})
    save_draft(report, draft)
    book = openpyxl.load_workbook(draft)
    book["六、其他事项"].insert_rows(6)
    book.save(draft)

    assert load_draft(draft).report == report


def test_a_row_typed_between_a_heading_and_its_text_is_read(draft: Path) -> None:
    book = openpyxl.load_workbook(draft)
    row, column = place_of(book, "s5").row, place_of(book, "s5").column
    book.defined_names.clear()
    book["五、问题及改进"].insert_rows(row)
    book["五、问题及改进"].cell(row, column).value = "新的一段。"
    book.save(draft)

    assert load_draft(draft).report.texts["s5"] == "新的一段。\n问题。\n改进。"


def test_what_stands_left_of_a_text_is_reported(draft: Path) -> None:
    book = openpyxl.load_workbook(draft)
    place_of(book, "s5").offset(0, -1).value = "写错列的话"
    book.save(draft)

    ((sheet, cell, sentence),) = load_draft(draft).remarks

    assert (sheet, cell) == ("五、问题及改进", "B5")
    assert sentence.startswith("“写错列的话”写在了正文左边的一列")


def test_a_form_this_version_does_not_know_asks_for_the_version_that_wrote_it(draft: Path) -> None:
    with pytest.raises(FileError, match=r"9\.0"):
        edited(draft, {"file.form_id": "2031", "file.program_version": "9.0"})
    with pytest.raises(NotADraftError):
        edited(draft, {"file.form_id": "../form/2021", "file.program_version": __version__})


def test_without_its_keys_a_draft_is_read_by_its_names(draft: Path) -> None:
    before = load_draft(draft).report
    book = openpyxl.load_workbook(draft)
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.row == 1 or cell.column == 1:
                    cell.value = None
    book.save(draft)

    assert load_draft(draft).report == before


def test_a_lost_cell_is_reported_and_blank(draft: Path) -> None:
    book = openpyxl.load_workbook(draft)
    del book.defined_names["nb_t3_R25_C1"]
    book[T3]["A31"].value = None
    book.save(draft)

    loaded = load_draft(draft)

    assert "t3.R25.C1" not in loaded.report.cells
    assert loaded.remarks == (
        ("", "", "找不到“结转下年·自然人”的单元格（可能被删除），按未填处理。"),
        ("", "", f"工作表“{T3}”中E31“0”写在了表样以外，没有读入；请核对，需要的填到表样的格中。"),
    )


def test_a_deleted_sheet_is_reported_in_one_sentence(draft: Path) -> None:
    book = openpyxl.load_workbook(draft)
    del book["四、复议诉讼（表）"]
    book.save(draft)

    loaded = load_draft(draft)

    assert not any(code.startswith("t4.") for code in loaded.report.cells)
    named = "“行政复议·结果维持”“行政复议·结果纠正”“行政复议·其他结果”"
    said = f"找不到{named}等12格（可能整行或整张工作表被删除），按未填处理。"
    assert [remark.sentence for remark in loaded.remarks] == [said]


@pytest.mark.needs_libreoffice
def test_inserted_rows_and_renamed_sheets_do_no_harm_in_libreoffice(draft: Path, tmp_path: Path) -> None:
    before = load_draft(draft).report
    lines = [
        f'  sheet = document.Sheets.getByName("{T3}")',
        "  sheet.Rows.insertByIndex(8, 2)",
        "  sheet.Columns.insertByIndex(1, 1)",
        '  sheet.Name = "科室改过的名称"',
        '  document.Sheets.getByName("科室改过的名称").getCellRangeByName("F7").Value = 14',
        '  texts = document.Sheets.getByName("一、总体情况")',
        "  texts.Rows.insertByIndex(1, 3)",
        "  texts.Rows.insertByIndex(8, 1)",
        '  texts.getCellRangeByName("C9").String = "插入的一段"',
        '  document.Sheets.moveByName("五、问题及改进", 0)',
    ]

    edit(draft, tmp_path / "改过.xlsx", lines, tmp_path / "profile")
    loaded = load_draft(tmp_path / "改过.xlsx")

    assert loaded.remarks == ()
    assert loaded.report.cells == {**before.cells, "t3.R01.C1": 14}
    assert loaded.report.texts == {**before.texts, "s1": "总述。\n插入的一段\n\n=第二段"}
    assert loaded.report.meta == before.meta
    assert loaded.report.log == before.log


# ---------------------------------------------------------------- foreign content, annotated copy


def test_a_draft_of_an_older_version_saved_by_libreoffice_has_no_foreign_content() -> None:
    assert foreign_content(DRAFTS / "v1-saved-by-libreoffice.xlsx") == ()


def test_a_draft_as_it_was_saved_has_no_foreign_content(draft: Path) -> None:
    assert foreign_content(draft) == ()


def test_foreign_sheets_cells_notes_and_changed_labels_are_named(draft: Path) -> None:
    book = openpyxl.load_workbook(draft)
    book.create_sheet("我的台账")["B2"] = "3月5日"
    sheet = book[T3]
    sheet["D40"] = "科室意见：第七行待核"
    sheet["B7"] = "改过的标签"
    sheet["E8"].comment = Comment("问过执法队", "赵")
    place_of(book, "meta.unit").value = "改名后的县水利局"
    copy = book.copy_worksheet(sheet)
    copy.title = "表的副本"
    book.save(draft)

    found = foreign_content(draft)

    assert {(sheet, cell) for sheet, cell, _ in found} == {
        (T3, "B7"),
        (T3, "D40"),
        (T3, "E8"),
        ("我的台账", ""),
        ("表的副本", ""),
        ("表的副本", "E8"),
    }
    assert (T3, "D40", "“科室意见：第七行待核”不属于草稿，保存时不会保留。") in found


def test_what_stands_right_of_a_text_is_named(draft: Path) -> None:
    book = openpyxl.load_workbook(draft)
    place_of(book, "s5").offset(1, 1).value = "后半句。"
    book.save(draft)
    loaded = load_draft(draft)
    (remark,) = loaded.remarks
    assert "“后半句。”写在了正文右边的一列，没有读入；请移到左边的格中" in remark.sentence
    assert remark.cell.startswith("D")
    assert loaded.report.texts["s5"] == "问题。\n改进。"


@pytest.mark.parametrize("place", [0, 9])
def test_a_copy_of_a_sheet_is_named_wherever_it_stands(draft: Path, place: int) -> None:
    book = openpyxl.load_workbook(draft)
    copy = book.copy_worksheet(book[T3])
    book.move_sheet(copy, place - book.index(copy))
    book.save(draft)
    (remark,) = load_draft(draft).remarks
    assert remark.sentence.startswith(f"工作表“{copy.title}”与“{T3}”重复，没有读入；请核对用哪一张")


def test_a_copy_of_a_row_is_named(draft: Path) -> None:
    book = openpyxl.load_workbook(draft)
    sheet, read = book[T3], place_of(book, "t3.R01.C1").row
    below = sheet.max_row + 2
    for cell in sheet[read]:
        sheet.cell(below, cell.column).value = 7 if isinstance(cell.value, int) else cell.value
    book.save(draft)
    loaded = load_draft(draft)
    (remark,) = loaded.remarks
    assert remark.sentence.startswith(f"工作表“{T3}”的第{below}行与第{read}行重复，没有读入；请核对用哪一行")
    assert loaded.report.cells["t3.R01.C1"] == 0
