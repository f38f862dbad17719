"""Files that come to the desk, and what is made of each: lists of units, reports of all kinds, letters, folders."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

import docx
import openpyxl
from openpyxl.styles import Font

from core.base.errors import FileMissingError, ReportError
from core.draft.workbook import draft_bytes
from core.form.form_reader import load_form
from core.office.collection.collected import Request
from core.office.collection.decisions import Decision
from core.office.collection.file_record import FileRecord, read_record, unread
from core.office.collection.folder_reading import find_files, folder_stamp
from core.office.collection.given_files import judged_otherwise, owners_of
from core.office.collection.given_places import as_given_before, given_before
from core.office.collection.last_year import LastReports
from core.office.collection.letters import LetterFacts
from core.office.collection.outputs import check_folder, made_anew, place_of
from core.office.collection.published_pages import check_pages
from core.office.collection.state import DeskState, save_state
from core.office.collection.unit_list import COLUMNS, MORE_COLUMNS, ListedUnit, read_unit_list
from core.report.entry_text import Refused
from core.report.report import Report, new_report
from core.word.report import report_bytes
from tests.core.office.collection.desk_samples import ITEM, desk, file, record
from tests.kept import reports
from tests.kept.rooms.desk_records import letter
from tests.kept.rooms.desk_records import unread as unread_file

_DAY = date(2026, 1, 20)


def documents(folder: Path) -> str:
    """Return all of it."""
    folder.mkdir()
    lines = ["=== lists", *_lists(folder), "=== records", *_records(folder / "records"), "=== pages", *_pages()]
    lines += ["=== folders", *_folders(folder / "reports"), "=== places", *_places(folder)]
    return "\n".join(lines).replace(str(folder), "") + "\n"


_Row = tuple[object, ...]
_LABELS: list[_Row] = [(row.label,) for row in load_form().tables["t3"].rows.values()]
_LISTS: dict[str, list[_Row]] = {
    "all columns": [
        ("青澜县2025年度应报单位名单",),
        (*COLUMNS, *MORE_COLUMNS),
        (1, "青澜县 水利局", "政府部门", "是", "计入", "王某", 5551234, "备注", "2026-1-9", "https://a.example/"),
        (2, "青澜县供水公司", "公共企事业单位", "不报", "另行说明"),
        (3, "青澜县教育局", None, "√", "×"),
        (4, "青澜县教育局", None, "Y", "N", None, None, "又一行"),
        (5, "青澜县工信局、国资局", None, "1", "0", None, None, "合署"),
        ("合计", None, None, None, None, "共5家"),
        ("填表人：张三",),
        (None, "共5个单位"),
        (None, "以上共5家"),
        (None, "单位全称"),
        (None, None, "没有名称"),
        (6, "  ", None),
    ],
    "struck out": [COLUMNS, (1, "甲局", "", "是"), (2, "乙局", "", "否")],
    "other heads": [
        ("编号", "单位名称", "类型", "是否应报", "是否纳入汇总（是/否）", "联系电话"),
        (1, "甲局", "机关", "否", "是", "1"),
        (2, "乙委", "", "", ""),
    ],
    "short head": [("单位", "备注"), ("甲局", "x"), ("乙街道", ""), ("件", "")],
    "short head of amounts": [("项目", "单位"), ("收文", "件"), ("费用", "元"), ("甲局", "人")],
    "no head": [("甲局",), ("乙局",)],
    "no units": [COLUMNS, ("合计",)],
    "unclear": [
        COLUMNS,
        (1, "甲局", "", "是否", "看情况"),
        (2, "乙局", "", "不一定不一定不一定不一定不一定不一定", "是"),
        *[(i, f"{i}局", "", "待定") for i in range(9)],
    ],
    "twice": [COLUMNS, (1, "甲局", "", "是"), (2, "甲 局", "", "否")],
    "twice, counted otherwise": [COLUMNS, (1, "甲局", "", "是", "是"), (2, "甲局", "", "是", "否")],
    "head in row 20": [*[(f"第{i}行",) for i in range(19)], ("单位全称",), ("甲局",)],
    "head in row 21": [*[(f"第{i}行",) for i in range(20)], ("单位全称",), ("甲局",)],
    "many left out": [("单位全称",), ("甲局",), *[(f"{i}月小计",) for i in range(1, 11)]],
    "a register": [("登记号", "收到日期", "申请人类别"), ("1", "2025-1-1", "自然人")],
    "two columns of a register": [("登记号", "收到日期", "单位全称"), ("1", "2025-1-1", "甲局")],
    "what was written before": [("单位",)],
    "a report": _LABELS[:5],
    "four rows of a report": [
        *[(row.label,) for row in list(load_form().tables["t3"].rows.values())[:4]],
        ("单位全称",),
        ("甲局",),
    ],
}


def _lists(folder: Path) -> Iterator[str]:
    path = folder / "名单.xlsx"
    for name, rows in _LISTS.items():
        book = openpyxl.Workbook()
        sheet = book.worksheets[0]
        for row in rows:
            sheet.append(list(row))
        if name == "what was written before":
            for title in ("问题清单", "汇总台账"):
                book.create_sheet(title)
        if name == "all columns":
            hidden = book.create_sheet("旧", 0)
            hidden.sheet_state = "hidden"
            hidden.append(["单位全称"])
            hidden.append(["隐藏局"])
            sheet["B5"].font = sheet["B6"].font = sheet["C3"].font = Font(strike=True)
        if name == "struck out":
            sheet["D3"].font = Font(strike=True)
        book.save(path)
        yield f"--- {name}: {_list_of(path)}"
    for name, data in {"draft": draft_bytes(reports.empty()), "text": "单位全称\n甲局".encode()}.items():
        path.write_bytes(data)
        yield f"--- {name}: {_list_of(path)}"


def _list_of(path: Path) -> str:
    try:
        found = read_unit_list(path)
    except ReportError as error:
        return f"{error.summary} {error.advice}"
    plain = ListedUnit("")
    units = []
    for unit in found.units:
        facts = {
            f: getattr(unit, f) for f in ListedUnit.__slots__ if getattr(unit, f) != getattr(plain, f) and f != "name"
        }
        units.append(f"{unit.name} {facts or ''}".rstrip())
    return f"{'；'.join(units)} | {found.left_out}"


def _report(**texts: str) -> Report:
    report = new_report("青澜县水利局", "政府工作部门", 2025)
    zeros = dict.fromkeys((*report.form.entered, *report.form.outside_tables), 0)
    return report.with_cells(zeros).with_texts({"s1": "一年来做了工作。", "s5": "一是公开不够主动。", **texts})


def _records(folder: Path) -> Iterator[str]:
    """Yield the records of files of all kinds."""
    folder.mkdir()
    faulty = _report(s5="", s6="收取信息处理费3元，发出1件。").with_cells(
        {
            "t3.R01.C1": 5,
            "t3.R02.C1": Refused("无", "C-01", "“无”不是一个数"),
            "t2.fees.amount": Decimal("1.25"),
            "fee.billed": 3,
        }
    )
    row = {code: None for code in load_form().tables["t3"].cells if ".R05." in code and code in load_form().entered}
    faulty = faulty.with_cells(row)
    typed = _report(**{"meta.unit_type": "", "meta.scope": " 汇总 "})
    texts = {"电话": "_report", "lead": "联系人电话13800138000。"}
    made: dict[str, bytes] = {
        "faulty.docx": report_bytes(faulty),
        "faulty.xlsx": draft_bytes(faulty),
        "typed.xlsx": draft_bytes(typed.with_texts({"lead": texts["lead"]})),
        "old.xlsx": draft_bytes(_report(**{"meta.year": "2024"})),
        "note.txt": "随便写的几句话。\n没有表。".encode(),
        "title.txt": "青澜县水利局\n2025年度报告\n没有表。".encode(),
        "renamed.doc": report_bytes(typed),
        "picture.jpg": b"\xff\xd8\xff\xe0" + b"\0" * 99,
        "empty.docx": b"",
        "broken.docx": b"PK\x03\x04broken",
    }
    for name, lines in _PAPERS.items():
        document = docx.Document()
        for line in lines:
            document.add_paragraph(line)
        document.save(str(folder / name))
    for name, data in made.items():
        (folder / name).write_bytes(data)
    last = {"青澜县水利局": (folder / "old.xlsx", "last")}
    asked: dict[str, dict[str, Any]] = {
        "typed.xlsx": {"unit_types": {"青澜县水利局": "政府工作部门"}, "last_years": last},
        "faulty.docx": {"owners": {"d": "青澜县 教育局"}},
        "old.xlsx": {"is_judged": False},
    }
    for name in (*made, *_PAPERS):
        yield from _record(name, folder, **asked.get(name, {}))
    yield from _record("typed.xlsx", folder, unit_types={"青澜县水利局": "没有这一类"}, is_judged=False)
    yield str(unread(folder / "x.docx", FileMissingError(folder / "x.docx"), "d"))


_PAPERS = {
    "letter.docx": ("关于报送政府信息公开工作年度报告的函", "县政府办：", "现报上。", "青澜县水利局", "2026年1月20日"),
    "long letter.docx": ("关于报送政府信息公开年报的函", "字" * 1_500),
    "no letter.docx": ("关于开会的函", "请随文附件参会。"),
    "own.docx": ("政府信息公开工作年度报告修改意见", "甲局："),
    "own too.docx": ("青澜县2025年度政府信息公开工作年度报告公布情况",),
}


def _record(name: str, folder: Path, **asked: Any) -> Iterator[str]:
    last_years = asked.pop("last_years", {})
    found = read_record(folder / name, "d", 2025, last_years, _DAY, **asked)
    facts = (found.kind, found.unit, found.unit_type, found.scope, found.year, found.form, found.verdict)
    yield f"--- {name}: {' '.join(map(str, facts))}"
    plain = FileRecord("", "")
    more = ("digest", "judged_as", "judged_for", "last_digest", "notes", "refused", "repeated", "lines", "why")
    told = {name: getattr(found, name) for name in more if getattr(found, name) != getattr(plain, name)}
    yield "  " + " ".join(f"{name}={_short(str(value))}" for name, value in told.items())
    numbers, totals = ({c: str(n) for c, n in known.items() if n} for known in (found.figures, found.controls))
    yield f"  {len(found.figures)} {numbers} {totals} {list(found.texts)}"
    yield f"  {[finding['rule'] for finding in found.findings]}"
    for item in found.items:
        where = f"{item.rule_id} {item.level} {item.part} {item.place} [{item.written}]"
        yield f"  {where} {_short(item.check)} {item.basis} {len(item.blanks)}"


def _short(text: str) -> str:
    return text if len(text) < 200 else f"{text[:150]}…({len(text)})"


def _pages() -> Iterator[str]:
    """Yield what is said of published pages beside the reports of their units."""
    water, school, police = "青澜县水利局", "青澜县教育局", "青澜县公安局"
    texts = {"s1": "甲", "s5": "乙 丙", "s6": "丁"}
    sent = [
        file(water, figures={"t3.R01.C1": 1}, texts=texts),
        file(school, items=(ITEM,)),
        file(police, published_on="2025-1-9"),
    ]
    sent += [file("青澜县财政局", f"{n}.docx", digest=n) for n in "ab"]
    made = desk(sent, [water, school, police, "青澜县财政局", "青澜县司法局"])
    pages = [
        file(water, "1.html", figures={"t3.R01.C1": 1}, texts={**texts, "s5": "乙丙"}),
        file(water, "2.html", figures={"t3.R01.C1": 2}, controls={"t3.R01.C7": 5}, texts={"s1": "甲", "s5": "戊"}),
        file(water, "3.html", figures={"fee.billed": 2}, refused={"t3.R01.C1": "一"}),
        file(school, "4.html"),
        file(police, "5.html", year=2024),
        file(police, "6.html", year=None),
        file("青澜县财政局", "7.html"),
        file("青澜县司法局", "8.html"),
        file("某局", "9.html"),
        file("", "青澜县教育局.html"),
        file("", "什么.html"),
        letter("青澜县公安局函.docx", "函"),
        unread_file("青澜县水利局.pdf"),
    ]
    yield from (f"{check.file} {check.unit} {check.is_equal} {check.differences}" for check in check_pages(made, pages))


def _folders(folder: Path) -> Iterator[str]:
    """Yield which files are found below a folder, and which are judged as those of others."""
    for name in (
        "b.docx",
        "a/c.xlsx",
        "a/.hidden",
        "~$b.docx",
        "Thumbs.db",
        "out/x.docx",
        ".git/y",
        "old/collection.json",
        "old/z.docx",
        "名单.xlsx",
        "a/B.DOCX",
    ):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")
    (folder / "link.docx").symlink_to("b.docx")
    (folder / "linked").symlink_to("a")
    found = find_files(folder, [folder / "out", folder / "名单.xlsx"])
    yield from (f"{one.name} {one.digest[:6]} {one.key[-5:]} {one.why}" for one in found)
    stamp = folder_stamp(folder, [folder / "out"])
    yield str(sorted((Path(name).name, size) for name, size, _ in stamp))
    decisions = {"甲局": Decision(given=(found[0].digest, "gone")), "乙局": Decision()}
    owners = owners_of(decisions, [ListedUnit("甲 局")])
    records = {one.key: record("某局", one.digest) for one in found[:3]}
    records[found[1].key] = replace(records[found[1].key], judged_for="甲局")
    yield f"{sorted(owners.values())} {[one.name for one in judged_otherwise(found, records, owners)]}"
    for place in (folder / "none", folder / "b.docx"):
        try:
            yield str(find_files(place))
        except ReportError as error:
            yield f"{error.summary}{error.advice}"
    old = [
        record(name, digest, year=year)
        for name, digest, year in (
            ("甲局", "1", 2024),
            ("甲 局", "2", 2024),
            ("乙局", "3", 2024),
            ("乙局", "3", 2024),
            ("丙局", "4", 2023),
        )
    ]
    last = LastReports(
        (
            (folder / "1.DOCX", old[0]),
            (folder / "2.xlsx", old[1]),
            (folder / "3.xlsx", old[2]),
            (folder / "4.xlsx", old[3]),
            (None, old[4]),
        )
    )
    yield f"{last.files(2024)} {list(last.kept())}"


def _places(folder: Path) -> Iterator[str]:
    """Yield what a desk takes from the last time, and where its files go."""
    out = folder / "out"
    out.mkdir()
    facts = LetterFacts(contact="王五")
    listed = folder / "单位.xlsx"
    request = Request(folder, 2025, out, _DAY, facts=facts)
    state = DeskState(2025, records={"last:x": record("甲局")}, listed=("d", (ListedUnit("甲局"),)))
    for path in (None, listed):
        if path:
            path.write_text("x", encoding="utf-8")
            state.places |= {"list": "../单位.xlsx", "last_year": "../上年"}
        for is_there in (False, True):
            if is_there:
                (folder / "上年").mkdir(exist_ok=True)
            try:
                found = as_given_before(request, state)
                yield f"{found.unit_list} {found.last_year} {state.told} {state.places}"
            except ReportError as error:
                yield f"{error.summary}{error.advice}"
            state.told.clear()
    found = as_given_before(
        replace(request, unit_list=out / "a.xlsx", last_year=folder / "b", facts=LetterFacts()), state
    )
    yield f"{found.unit_list} {found.last_year} {state.told} {state.places}"
    save_state(out, state)
    yield f"{given_before(out, 2025)} {given_before(out, 2024)} {given_before(folder, 2025)}"
    yield from _outputs(out)


def _is_named(names: tuple[str, ...], path: Path) -> bool:
    return path.name in names


def _outputs(out: Path) -> Iterator[str]:
    state, told = DeskState(2025), list[str]()
    for text, is_open in (("1", ()), ("1", ()), ("2", ()), ("3", ("汇总稿.xlsx",)), ("4", ("汇总稿.xlsx",))):
        path, there = place_of(out, "汇总稿.xlsx", state, told, partial(_is_named, is_open))
        data = made_anew(state, path.name, there, f"shown {text}", text.encode)
        yield f"{path.name} {there[:4]} {data!r} {sorted(state.outputs)} {told}"
        if data is not None:
            path.write_bytes(data)
        told.clear()
    for name in ("汇总稿.xlsx", "汇总稿（最新）.xlsx"):
        (out / name).write_text("by hand", encoding="utf-8")
        path, there = place_of(out, "汇总稿.xlsx", state, told, partial(_is_named, ()))
        yield f"{path.name} {there[:4]} {told}"
        told.clear()
    path, there = place_of(out, "汇总稿.xlsx", DeskState(2025), told, partial(_is_named, ()))
    yield f"{path.name} {there[:4]} {told}"
    check_folder(out)
    (out / "退回修改意见").symlink_to(out.parent)
    for place in (out, out / "汇总稿.xlsx"):
        try:
            check_folder(place)
        except ReportError as error:
            yield f"{error.summary}{error.advice}"
