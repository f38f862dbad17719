"""A whole run over a folder: what is written, what a second run does, and what it survives."""

from __future__ import annotations

import base64
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from typing_extensions import override

from build_scripts.sweeps.desk_folders import Folder, list_bytes, make_folder
from core.base.errors import ReportError
from core.base.hidden_file import TEMPORARY_PREFIX
from core.base.reading_process import ReadingProcess
from core.draft.workbook import draft_bytes, load_draft, save_draft
from core.office.collection import folder_reading
from core.office.collection.collected import Collected, Request
from core.office.collection.desk_sheets import ALIKE, FINDINGS, LEDGER, UNITS
from core.office.collection.file_record import FileRecord, get_ready
from core.office.collection.folder_reading import FilesToRead, FoundFile, find_files, folder_stamp, read_files
from core.office.collection.given_places import given_before
from core.office.collection.letters import LetterFacts
from core.office.collection.run import run_collection
from core.office.collection.unit_list import read_unit_list
from core.office.remarks_in_word import LETTER_COLUMNS, read_remarks
from core.web.html_report import report_html
from core.word.report import report_bytes
from tests.core.published.published_hostile import malicious

TODAY = date(2026, 1, 20)
WRONG = "国务院令第771号"
RIGHT = "国务院令第711号"


@pytest.fixture
def made() -> Folder:
    return make_folder(7, units=6, faults=0)


@pytest.fixture
def request_(made: Folder, tmp_path: Path) -> Request:
    made.write(tmp_path / "来件")
    (tmp_path / "名单.xlsx").write_bytes(list_bytes(made))
    return Request(tmp_path / "来件", made.year, tmp_path / "结果", TODAY, tmp_path / "名单.xlsx")


def break_decree(request: Request, made: Folder, unit: str) -> Path:
    """Write the report of a unit with a wrong number of the decree in it, in Word."""
    return write(request, made, unit, RIGHT, WRONG)


def write(request: Request, made: Folder, unit: str, old: str = "", new: str = "") -> Path:
    for path in request.folder.glob(f"{unit}.*"):
        path.unlink()
    report = made.reports[unit]
    path = request.folder / f"{unit}.docx"
    path.write_bytes(report_bytes(report.with_texts({"lead": report.texts["lead"].replace(old, new)})))
    return path


def state_of(collection: Collected, unit: str) -> tuple[str, int]:
    found = next(u for u in collection.desk.units if u.name == unit)
    return found.state, found.returned


def rows_of(path: Path, sheet: str) -> list[tuple[object, ...]]:
    book = openpyxl.load_workbook(path)
    try:
        return list(book[sheet].iter_rows(values_only=True))
    finally:
        book.close()


def letter_rows(path: Path) -> list[list[str]]:
    (table,) = docx.Document(str(path)).tables
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_a_folder_in_order_gives_a_ledger_a_draft_and_a_paper_and_no_letter(request_: Request, made: Folder) -> None:
    collection = run_collection(request_)
    assert collection.is_settled
    assert sorted(path.name for path in request_.out.iterdir()) == [
        "collection.json",
        "公布情况.docx",
        "核查情况.xlsx",
        "汇总稿.xlsx",
    ]
    rows = rows_of(request_.out / "核查情况.xlsx", LEDGER)
    names = [unit for unit, _ in made.units]
    assert rows[0] == ("编号", "部分", "项目", "合计", *names)
    assert rows[1][2:] == ("计入", None, *["是"] * 6)
    assert len(rows) == 2 + 203 + 1
    assert rows_of(request_.out / "核查情况.xlsx", FINDINGS) == [
        ("单位", "类别", "规则", "部分", "位置", "问题", "状态")
    ]
    assert openpyxl.load_workbook(request_.out / "核查情况.xlsx").sheetnames == [UNITS, FINDINGS, ALIKE, LEDGER]


def test_the_draft_of_the_government_holds_the_sums_and_where_they_come_from(request_: Request, made: Folder) -> None:
    collection = run_collection(request_)
    report = load_draft(request_.out / "汇总稿.xlsx").report
    total = sum(int(str(r.cells["t2.licensing.decisions"])) for r in made.reports.values())
    assert report.cells["t2.licensing.decisions"] == total == collection.ledger.cells["t2.licensing.decisions"]
    assert (report.unit, report.year, report.meta["meta.scope"]) == ("青澜县人民政府", 2025, "汇总")
    assert dict(report.texts) == {}
    origin = report.origins["t2.licensing"]
    assert origin.department == "逐级汇总6个单位"
    assert all(
        f"{name}{r.cells['t2.licensing.decisions']}" in origin.basis
        for name, r in made.reports.items()
        if r.cells["t2.licensing.decisions"]
    )


def test_a_letter_is_one_table_with_the_columns_that_the_units_program_reads(request_: Request, made: Folder) -> None:
    unit = made.units[2][0]
    break_decree(request_, made, unit)
    collection = run_collection(replace(request_, facts=LetterFacts("2026年1月25日", "县政府办 0000-7654321")))
    assert not collection.is_settled
    path = request_.out / "退回修改意见" / f"{unit}.docx"
    header, row = letter_rows(path)
    assert tuple(header) == ("序号", "位置", "写的是", "应核对的", "依据")
    assert (row[0], row[1]) == ("1", "引言")
    assert WRONG in row[2]
    assert row[4].startswith("N-11，")
    text = "\n".join(p.text for p in docx.Document(str(path)).paragraphs)
    assert f"{unit}：" in text
    assert "2025年度" in text
    assert "第1次退回" in text
    assert "请于2026年1月25日前报回" in text
    assert "县政府办 0000-7654321" in text
    read = read_remarks(path, "2021")
    assert (read.unit, read.year, len(read.remarks)) == (unit, 2025, 1)


def test_the_rounds_are_counted_and_a_mended_letter_is_moved_aside(request_: Request, made: Folder) -> None:
    first, second = made.units[2][0], made.units[3][0]
    break_decree(request_, made, first)
    break_decree(request_, made, second)
    letters = request_.out / "退回修改意见"
    assert state_of(run_collection(request_), first) == ("有疑点", 1)
    before = (letters / f"{first}.docx").read_bytes()
    assert state_of(run_collection(request_), first) == ("有疑点", 1)
    assert (letters / f"{first}.docx").read_bytes() == before  # nothing changed, so it was not written again

    write(request_, made, first, RIGHT, "国务院令第717号")
    write(request_, made, second)
    collection = run_collection(request_)
    assert state_of(collection, first) == ("有疑点", 2)
    assert state_of(collection, second) == ("可采用", 1)
    assert sorted(path.name for path in letters.iterdir()) == sorted([f"{first}.docx", "已改"])
    assert [path.name for path in (letters / "已改").iterdir()] == [f"{second}.docx"]


def test_what_was_told_before_and_not_mended_is_marked(request_: Request, made: Folder) -> None:
    unit = made.units[2][0]
    break_decree(request_, made, unit)
    run_collection(request_)
    write(request_, made, unit, f"（{RIGHT}）", f"（{WRONG}） ")
    run_collection(request_)
    path = request_.out / "退回修改意见" / f"{unit}.docx"
    assert letter_rows(path)[1][3].startswith("（上次已提出）")
    assert "上次提出1处，已改0处" in "\n".join(p.text for p in docx.Document(str(path)).paragraphs)
    write(request_, made, unit, RIGHT, "国务院令第717号")  # another fault at the same place mends nothing
    run_collection(request_)
    assert letter_rows(path)[1][3].startswith("（上次已提出，改后仍不符）")
    assert "上次提出1处，已改0处" in "\n".join(p.text for p in docx.Document(str(path)).paragraphs)
    path.unlink()  # as where the program was ended before it came to writing it
    run_collection(request_)
    assert letter_rows(path)[1][3].startswith("（上次已提出，改后仍不符）")


def test_what_the_office_changed_in_a_letter_or_a_result_is_not_overwritten(request_: Request, made: Folder) -> None:
    unit = made.units[2][0]
    break_decree(request_, made, unit)
    run_collection(request_)
    letter = request_.out / "退回修改意见" / f"{unit}.docx"
    letter.write_bytes(b"edited by hand")
    draft = request_.out / "汇总稿.xlsx"
    edited = load_draft(draft).report.with_texts({"s5": "县里的问题。"})
    save_draft(edited, draft)
    collection = run_collection(request_)
    assert letter.read_bytes() == b"edited by hand"
    assert load_draft(draft).report.texts["s5"] == "县里的问题。"
    assert collection.told == []  # the sum is as before
    assert not [path for path in request_.out.iterdir() if "（" in path.name]
    write(request_, made, unit, RIGHT, "国务院令第717号")
    says = f"“{unit}.docx”已有人修改，原件改名为“{unit}(1).docx”；新的意见在“{unit}.docx”。"
    assert [sentence for sentence in run_collection(request_).told if unit in sentence] == [says]
    assert (letter.parent / f"{unit}(1).docx").read_bytes() == b"edited by hand"
    assert not [sentence for sentence in run_collection(request_).told if unit in sentence]
    assert letter_rows(letter)[0] == list(LETTER_COLUMNS)


def test_a_second_run_reads_only_what_changed(request_: Request, made: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    run_collection(request_)
    read: list[str] = []
    real = folder_reading._read

    def noted(reading: object, file: FoundFile, work: object) -> FileRecord:
        read.append(file.name)
        return real(reading, file, work)  # type: ignore[arg-type]

    monkeypatch.setattr(folder_reading, "_read", noted)
    for path in list(request_.folder.iterdir()):  # another name makes no other file
        path.rename(path.with_name(f"新{path.name}"))
    run_collection(request_)
    assert read == []
    unit = made.units[3][0]
    (request_.folder / f"新{unit}").with_suffix(".x").write_bytes(b"")
    for path in request_.folder.glob(f"新{unit}.*"):
        path.unlink()
    break_decree(request_, made, unit)
    run_collection(request_)
    assert read == [f"{unit}.docx"]


def test_what_would_say_the_same_is_not_written_again(request_: Request, made: Folder) -> None:
    def written() -> dict[str, int]:
        return {path.name: path.stat().st_mtime_ns for path in request_.out.iterdir() if path.is_file()}

    run_collection(request_)
    before = written()
    run_collection(request_)
    assert written() == before
    break_decree(request_, made, made.units[2][0])
    run_collection(request_)
    after = written()
    assert {name for name in after if after[name] != before[name]} == {"collection.json", "核查情况.xlsx"}
    assert run_collection(request_).written
    assert written() == after  # though a letter waits for its answer
    (request_.out / "公布情况.docx").unlink()
    run_collection(request_)
    assert (request_.out / "公布情况.docx").is_file()


def test_the_workbooks_bear_the_day_and_not_the_clock(request_: Request) -> None:
    run_collection(replace(request_, unit_list=None))
    for name in ("核查情况.xlsx", "汇总稿.xlsx", "名单.xlsx"):
        with zipfile.ZipFile(request_.out / name) as archive:
            assert set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]+", archive.read("docProps/core.xml").decode())) == {
                "2026-01-20T00:00:00"
            }


def test_the_time_of_a_file_runs_when_what_reads_it_is_loaded(request_: Request) -> None:
    asked: list[object] = []

    class Noted(ReadingProcess):
        @override
        def read(self, name: str, work: Any, *arguments: object) -> Any:
            asked.append(work)
            return super().read(name, work, *arguments)

    with Noted() as reading:
        read_files(FilesToRead(find_files(request_.folder)[:1], 2025, TODAY), lambda: reading)
    assert asked[0] is get_ready
    assert len(asked) == 2


def test_without_a_list_the_units_are_those_of_the_files_and_a_list_is_made(request_: Request, made: Folder) -> None:
    collection = run_collection(replace(request_, unit_list=None))
    names = sorted(unit for unit, _ in made.units)
    assert [unit.name for unit in collection.desk.units] == names
    listed = read_unit_list(request_.out / "名单.xlsx").units
    assert [(unit.name, unit.counts) for unit in listed] == [(name, "是") for name in names]


def test_nothing_in_the_folder_is_changed_and_results_below_it_are_not_read(request_: Request) -> None:
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in request_.folder.rglob("*")}
    inside = replace(request_, out=request_.folder / "结果")
    assert run_collection(inside).is_settled
    assert run_collection(inside).is_settled  # 汇总稿.xlsx is no report of a unit
    assert all((p.read_bytes(), p.stat().st_mtime_ns) == known for p, known in before.items())


def test_a_draft_and_the_word_file_made_of_it_are_one_report(request_: Request, made: Folder) -> None:
    unit = made.units[2][0]
    for path in request_.folder.glob(f"{unit}.*"):
        path.unlink()
    report = made.reports[unit].with_cells({"fee.notices": 0})
    (request_.folder / "一.docx").write_bytes(report_bytes(report))
    (request_.folder / "二.xlsx").write_bytes(draft_bytes(report))
    collection = run_collection(request_)
    assert [(f.rule_id, f.units) for f in collection.desk.batch] == [("B-02", (unit,))]
    found = next(u for u in collection.desk.units if u.name == unit)
    assert (found.in_sum, found.state) == (True, "有疑点")
    assert "fee.notices" in collection.ledger.given


def test_what_a_report_does_not_print_makes_no_letter(request_: Request, made: Folder) -> None:
    unit = made.units[2][0]
    for path in request_.folder.glob(f"{unit}.*"):
        path.unlink()
    report = made.reports[unit].with_texts({"meta.level": "", "meta.unit_type": ""})
    (request_.folder / "一.xlsx").write_bytes(draft_bytes(report))
    collection = run_collection(request_)
    assert collection.is_settled
    assert state_of(collection, unit) == ("可采用", 0)


def test_a_number_that_a_draft_holds_as_text_is_noted(request_: Request, made: Folder) -> None:
    unit = made.units[2][0]
    for path in request_.folder.glob(f"{unit}.*"):
        path.unlink()
    path = request_.folder / "一.xlsx"
    path.write_bytes(draft_bytes(made.reports[unit]))
    book = openpyxl.load_workbook(path)
    sheet, place = next(book.defined_names["nb_t3_R05_C1"].destinations)
    book[sheet][place] = "0件"
    book.save(path)
    run_collection(request_)
    notes = [row[-1] for row in rows_of(request_.out / "核查情况.xlsx", UNITS) if row[1] == unit]
    assert notes == ["“（三）1.属于国家秘密·自然人”填的是文字“0件”，按0读入"]


def test_the_report_of_the_government_is_compared_and_not_added(request_: Request, made: Folder) -> None:
    run_collection(request_)
    own = load_draft(request_.out / "汇总稿.xlsx").report.with_texts({"meta.level": "县级"})
    path = request_.folder / "县政府.xlsx"
    path.write_bytes(draft_bytes(own))
    collection = run_collection(request_)
    assert collection.desk.batch == []
    assert len(collection.ledger.summed) == 6
    assert collection.desk.own is not None
    assert (collection.desk.own.name, collection.desk.own.in_sum) == ("青澜县人民政府", False)
    name, left_out = next((n, r) for n, r in made.reports.items() if r.cells["t2.normative.in_force"])
    code = "t2.normative.in_force"
    number = int(str(own.cells[code])) - int(str(left_out.cells[code]))
    path.write_bytes(draft_bytes(own.with_cells({code: number})))
    collection = run_collection(request_)
    assert [(f.rule_id, f.cells) for f in collection.desk.batch] == [("B-07", (code,))]
    assert name in collection.desk.batch[0].units


def test_a_folder_that_was_moved_away_is_said_to_be_gone(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match=r"找不到文件夹“来件”。[^。]*移动、改名或删除"):
        find_files(tmp_path / "来件")


def test_what_the_system_leaves_in_a_folder_is_passed_over(tmp_path: Path) -> None:
    for name in ("Thumbs.db", "desktop.ini", "~$报告.docx", ".hidden", "a/.git/x.docx", "a/b.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    (tmp_path / "link.docx").symlink_to(tmp_path / "a/b.txt")
    (tmp_path / "来件").symlink_to(tmp_path, target_is_directory=True)  # a circle, too
    found = find_files(tmp_path)
    links = [("link.docx", True), ("来件", True)]
    assert [(file.name, bool(file.why)) for file in found] == [*links, ("a/b.txt", False)]


def test_what_is_passed_over_does_not_change_the_folder(tmp_path: Path) -> None:
    (tmp_path / "报告.txt").write_text("报告", encoding="utf-8")
    before = folder_stamp(tmp_path, ())
    (tmp_path / "Thumbs.db").write_bytes(b"1")
    (tmp_path / "结果").mkdir()
    (tmp_path / "结果" / "collection.json").write_text("{}", encoding="utf-8")
    (tmp_path / "结果" / "汇总.xlsx").write_bytes(b"1")
    assert folder_stamp(tmp_path, ()) == before
    (tmp_path / "报告.txt").write_text("改过的报告", encoding="utf-8")
    assert folder_stamp(tmp_path, ()) != before


@pytest.mark.parametrize(("year", "is_kept"), [(2025, False), (None, False), (2024, True)])
def test_a_report_is_judged_anew_when_last_years_changes_unless_it_is_of_another_year(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, year: int | None, is_kept: bool
) -> None:
    file = FoundFile(tmp_path / "报告.txt", "报告.txt", "d")
    record = FileRecord("d", "report", unit="青澜县水利局", year=year, last_digest="old")
    wanted = FilesToRead([file], 2025, TODAY, {file.key: record}, {"青澜县水利局": (tmp_path / "去年.txt", "new")})
    anew: list[FoundFile] = []

    def read(files: list[FoundFile], *_: object) -> list[object]:
        anew.extend(files)
        return []

    monkeypatch.setattr(folder_reading, "_read_all", read)
    read_files(wanted, ReadingProcess)
    assert (anew == []) == is_kept


def test_a_folder_that_cannot_be_listed_is_named_and_the_others_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scan = os.scandir

    def refused(place: str) -> object:
        if Path(place).name == "甲":
            raise PermissionError(13, "", place)
        return scan(place)

    for unit in ("甲", "乙"):
        (tmp_path / unit).mkdir()
        (tmp_path / unit / "报告.txt").write_bytes(b"x")
    monkeypatch.setattr(os, "scandir", refused)
    assert [(file.name, bool(file.why)) for file in find_files(tmp_path)] == [("乙/报告.txt", False), ("甲", True)]


def test_a_saved_page_is_read_and_what_is_not_read_says_what_to_do_with_the_folder(
    request_: Request, made: Folder
) -> None:
    unit = made.units[2][0]
    for path in request_.folder.glob(f"{unit}.*"):
        path.unlink()
    page = base64.encodebytes(report_html(made.reports[unit]))
    head = b'From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary="x-x"\n\n--x-x\n'
    part = b"Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
    (request_.folder / f"{unit}.mht").write_bytes(b"%b%b%b\n--x-x--\n" % (head, part, page))
    (request_.folder / "扫描.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(2000))
    (request_.folder / "版式.ofd").write_bytes(b"PK\x03\x04")
    collection = run_collection(request_)
    assert state_of(collection, unit) == ("可采用", 0)
    assert [name for name, _ in collection.desk.unread] == ["扫描.jpg", "版式.ofd"]
    assert "请改用原来的 Word 文件（.docx）。" in collection.desk.unread[0][1]
    assert not any("粘贴" in why for _, why in collection.desk.unread)


def test_last_years_reports_are_compared_unit_by_unit_and_for_the_sum(
    request_: Request, made: Folder, tmp_path: Path
) -> None:
    last = tmp_path / "上年"
    last.mkdir()
    for number, report in enumerate(made.reports.values()):
        cells = {f"t3.R25.C{i}": report.cells[f"t3.R02.C{i}"] for i in range(1, 7)}
        if number == 1:
            cells["t3.R25.C1"] = 900
        old = report.with_texts({"meta.year": "2024", "s5": "上年的问题和改进。"}).with_cells(cells)
        if number != 2:
            (last / f"{number}.xlsx").write_bytes(draft_bytes(old))
    (last / "撤并.xlsx").write_bytes(draft_bytes(old.with_texts({"meta.unit": "青澜县撤并局"})))
    collection = run_collection(replace(request_, last_year=last))
    names = list(made.reports)
    (found,) = [f for f in collection.desk.batch if f.rule_id == "B-08"]
    assert (found.units, found.cells) == ((names[1],), ("t3.R02.C1",))
    assert f"本年新增：{names[2]}。上年有、本年没有：青澜县撤并局。" in found.message
    unit = next(u for u in collection.desk.units if u.name == names[1])
    assert "Y-01" in {item.rule_id for item in unit.items}


def test_who_names_neither_list_nor_last_year_goes_on_with_those_of_before(
    request_: Request, made: Folder, tmp_path: Path
) -> None:
    last = tmp_path / "上年"
    last.mkdir()
    first, second = list(made.reports)[:2]
    (last / "上年.xlsx").write_bytes(draft_bytes(made.reports[first].with_texts({"meta.year": "2024"})))
    next(path for path in request_.folder.iterdir() if path.name.startswith(second)).unlink()

    def found(request: Request) -> tuple[list[tuple[str, str, bool]], list[str], bool, list[str]]:
        answer = run_collection(request)
        units = [(unit.name, unit.state, unit.in_sum) for unit in answer.desk.units]
        return units, [f.message for f in answer.desk.batch], answer.last is not None, answer.told

    before = found(replace(request_, last_year=last))
    assert (second, "未报", False) in before[0]
    again = found(replace(request_, unit_list=None))
    assert again[:3] == before[:3]
    count = len(made.units)
    kept = f"沿用上次的名单“名单.xlsx”（{count}个单位）；不用它的，请另选一个结果文件夹。"
    assert again[3] == [f"没有选名单，{kept}", "没有选上年的报告，沿用上次的“上年”。"]
    (tmp_path / "名单.xlsx").rename(tmp_path / "别的.xlsx")
    assert found(replace(request_, unit_list=None))[:3] == before[:3]
    assert not (request_.out / "名单.xlsx").exists()
    state = request_.out / "collection.json"
    remembered = state.read_bytes()
    state.write_bytes(re.sub(rb'"places": {[^}]*}', b'"places": {}', remembered))  # of an older program
    assert "上次对照了上年的报告，这次没有选上年" in found(replace(request_, unit_list=None))[3][-1]
    state.write_bytes(remembered)
    last.rename(tmp_path / "搬走")
    with pytest.raises(ReportError, match="这里上次对照的上年报告“上年”找不到了"):
        run_collection(replace(request_, unit_list=None))


def test_the_contact_of_the_letters_is_remembered_for_the_next_ones(request_: Request) -> None:
    assert given_before(request_.out, request_.year).contact == ""
    run_collection(replace(request_, facts=LetterFacts(contact="李某 0000-1")))
    assert given_before(request_.out, request_.year).contact == "李某 0000-1"
    run_collection(request_)
    assert given_before(request_.out, request_.year).contact == "李某 0000-1"


def test_the_results_of_last_year_serve_as_last_year(request_: Request, made: Folder, tmp_path: Path) -> None:
    before = replace(request_, out=tmp_path / "去年的结果", unit_list=None)
    run_collection(before)
    folder = tmp_path / "次年"
    folder.mkdir()
    for number, report in enumerate(made.reports.values()):
        (folder / f"{number}.xlsx").write_bytes(draft_bytes(report.with_texts({"meta.year": "2026"})))
    request = Request(folder, 2026, tmp_path / "b", TODAY, last_year=before.out)
    collection = run_collection(request)
    assert collection.last is not None
    assert {c.name for c in collection.last.columns.values()} == set(made.reports)


@pytest.mark.parametrize(
    "case", ["no folder", "same folder", "nothing", "other year", "last year", "no last year", "output"]
)
def test_what_cannot_be_used_is_told_before_anything_is_written(request_: Request, tmp_path: Path, case: str) -> None:
    request = request_
    if case == "no folder":
        request = replace(request, folder=tmp_path / "没有")
    elif case == "same folder":
        request = replace(request, out=request.folder)
    elif case == "nothing":
        (tmp_path / "空").mkdir()
        request = replace(request, folder=tmp_path / "空", unit_list=None)
    elif case == "other year":
        run_collection(request)
        request = replace(request, year=2026)
    elif case == "no last year":
        request = replace(request, last_year=request.folder)
    elif case == "output":
        request = replace(request, out=tmp_path / "名单.xlsx")
    else:
        request = replace(request, last_year=next(request.folder.iterdir()))
    kept = sorted(tmp_path.rglob("*"))
    with pytest.raises(ReportError) as caught:
        run_collection(request)
    assert caught.value.summary.endswith("。")
    assert caught.value.advice.endswith("。")
    assert sorted(tmp_path.rglob("*")) == kept


def test_a_spoilt_state_is_set_aside_and_everything_read_anew(request_: Request) -> None:
    run_collection(request_)
    state = request_.out / "collection.json"
    for spoilt in (b"[]", b'{"units": 3}', b"\xff\xfe"):
        state.write_bytes(spoilt)
        collection = run_collection(request_)
        assert collection.is_settled
        assert collection.told[0].startswith("“collection.json”已损坏，另存为“collection(")
        assert json.loads(state.read_bytes())["year"] == 2025
        assert any(p.read_bytes() == spoilt for p in request_.out.glob("collection(*).json"))
    assert not any("已损坏" in sentence for sentence in run_collection(request_).told)


def test_without_its_record_no_result_is_said_to_be_changed_by_anybody(request_: Request, made: Folder) -> None:
    unit = made.units[2][0]
    break_decree(request_, made, unit)
    run_collection(request_)
    letter = request_.out / "退回修改意见" / f"{unit}.docx"
    letter.write_bytes(letter.read_bytes() + b" ")
    (request_.out / "collection.json").write_bytes(b"[]")
    told = [sentence for sentence in run_collection(request_).told if "（最新）" in sentence or unit in sentence]
    assert len(told) == 3  # 汇总稿 says the same
    assert all("已有一份，看不出有没有人改过，" in sentence for sentence in told)


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
@pytest.mark.parametrize("name", ["退回修改意见", "退回修改意见/已改"])
def test_a_folder_of_the_results_that_leads_elsewhere_is_refused(request_: Request, made: Folder, name: str) -> None:
    break_decree(request_, made, made.units[2][0])
    link = request_.out / name
    link.parent.mkdir(parents=True)
    link.symlink_to(request_.folder)
    before = sorted(request_.folder.iterdir())
    with pytest.raises(ReportError, match="是通到别处的链接"):
        run_collection(request_)
    assert sorted(request_.folder.iterdir()) == before


def test_hostile_files_stop_no_other_one(request_: Request, made: Folder) -> None:
    hostile = malicious()
    for number, (name, data) in enumerate(hostile):
        (request_.folder / f"{number}-{Path(name).name}").write_bytes(data)
    collection = run_collection(request_)
    own = {unit for unit, _ in made.units}
    assert all(unit.state == "可采用" for unit in collection.desk.units if unit.name in own)
    named = {name for name, _ in collection.desk.unread} | {n for f in collection.desk.batch for n in f.files}
    assert len(named) == len(hostile)


_RUN = """
import sys
from datetime import date
from pathlib import Path
from core.office.collection.collected import Request
from core.office.collection.run import run_collection
folder = Path(sys.argv[1])
run_collection(Request(folder / "来件", 2025, folder / "结果", date(2026, 1, 20), folder / "名单.xlsx"))
"""


@pytest.mark.slow
def test_the_type_that_the_list_gives_a_unit_is_taken_where_its_report_says_none(made: Folder, tmp_path: Path) -> None:
    unit = "青澜县公共资源交易中心"  # its name speaks for no type
    report = made.reports[made.units[0][0]].with_texts({"meta.unit": unit}).with_cells({"t2.fees.amount": 32_000})
    request = Request(tmp_path / "来件", made.year, tmp_path / "结果", TODAY, tmp_path / "名单.xlsx")
    request.folder.mkdir()
    (request.folder / "一.docx").write_bytes(report_bytes(report))

    def told(unit_type: str | None) -> bool:
        listed = replace(request, unit_list=None)
        if unit_type is not None:
            listed = request
            (tmp_path / "名单.xlsx").write_bytes(list_bytes(replace(made, units=[(unit, unit_type)])))
        (found,) = run_collection(listed).desk.units
        assert found.record is not None
        assert found.record.unit_type == ""  # what the report says itself
        return "T2-05" in {finding["rule"] for finding in found.findings}

    assert [told(kind) for kind in (None, "政府部门", "", "局办", "管委会", "政府部门", None)] == [
        *(False, True, False, False, False, True, True)  # without a list the last one holds
    ]


def test_the_type_that_a_report_says_holds_against_that_of_the_list(made: Folder, tmp_path: Path) -> None:
    unit = "青澜县公共资源交易中心"
    report = made.reports[made.units[0][0]].with_texts({"meta.unit": unit, "meta.unit_type": "管委会"})
    request = Request(tmp_path / "来件", made.year, tmp_path / "结果", TODAY, tmp_path / "名单.xlsx")
    request.folder.mkdir()
    (tmp_path / "名单.xlsx").write_bytes(list_bytes(replace(made, units=[(unit, "政府部门")])))
    (request.folder / "一.xlsx").write_bytes(draft_bytes(report.with_cells({"t2.fees.amount": 32_000})))
    (found,) = run_collection(request).desk.units
    assert "T2-05" not in {finding["rule"] for finding in found.findings}


def test_a_run_that_was_killed_at_any_moment_is_simply_run_again(request_: Request, made: Folder) -> None:
    first, second = made.units[2][0], made.units[3][0]
    break_decree(request_, made, first)
    break_decree(request_, made, second)
    run_collection(request_)
    write(request_, made, first)
    write(request_, made, second, RIGHT, "国务院令第717号")
    here = request_.out.parent
    reference = here / "对照"
    shutil.copytree(request_.out, reference)
    run_collection(replace(request_, out=reference))
    rng = random.Random(3)
    for _ in range(4):
        process = subprocess.Popen([sys.executable, "-c", _RUN, str(here)], cwd=Path(__file__).parents[4])
        time.sleep(rng.uniform(0.2, 2.5))
        process.send_signal(signal.SIGKILL)
        process.wait()
        json.loads((request_.out / "collection.json").read_bytes())
    collection = run_collection(request_)
    assert state_of(collection, first) == ("可采用", 1)
    assert state_of(collection, second)[1] == 2
    kept = {p.relative_to(reference) for p in reference.rglob("*")}
    left = [p for p in request_.out.rglob("*") if not p.name.startswith(TEMPORARY_PREFIX)]  # young ones stay a while
    assert {p.relative_to(request_.out) for p in left} == kept


def test_what_stands_beside_a_text_of_a_draft_is_noted(request_: Request, made: Folder) -> None:
    unit = made.units[2][0]
    for path in request_.folder.glob(f"{unit}.*"):
        path.unlink()
    path = request_.folder / "一.xlsx"
    path.write_bytes(draft_bytes(made.reports[unit]))
    book = openpyxl.load_workbook(path)
    sheet, place = next(book.defined_names["nb_s5"].destinations)
    book[sheet][place].offset(0, 1).value = "后半句。"
    book.save(path)
    run_collection(request_)
    notes = [row[-1] for row in rows_of(request_.out / "核查情况.xlsx", UNITS) if row[1] == unit]
    assert notes == ["“后半句。”写在了正文右边的一列，没有读入；请移到左边的格中。"]
