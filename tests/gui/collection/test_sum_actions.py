"""What is told beside a sum that is not final yet."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QPushButton

from core.office.collection.added_up import added_up
from core.office.collection.collected import Collected
from core.office.collection.desk import DeskFile
from core.office.collection.desk_rules import BatchFinding, desk_settings
from core.office.collection.desk_workbook import blanks_in_words
from core.office.collection.doubts import doubts_in_words
from core.office.collection.file_record import LETTER, FileRecord
from core.office.collection.ledger import column_of, make_ledger
from core.office.collection.preview import preview_notes
from core.office.collection.sum_parts import kept_parts
from core.office.collection.summed_draft import summed_report
from core.office.collection.unit_list import ListedUnit
from core.published import FEES_UNREAD
from gui import dialogs
from gui.collection.parts_dialog import PartsDialog
from gui.collection.sum_actions import SumActions, _what_was_written
from tests.core.office.collection.desk_samples import ITEM, YEAR, desk, file, record


def test_a_unit_that_sent_only_a_letter_is_not_said_to_have_several_reports() -> None:
    lines = ("关于报送年度报告的函", "现将我局报告报上。", "丙局", "2026年1月12日")
    letter = DeskFile("函.docx", FileRecord("f", LETTER, lines=lines))
    differing = [file("乙局", f"{shown}.docx", digest=shown, shown=shown) for shown in "ab"]
    made = desk([letter, *differing], ["甲局", "乙局", "丙局"])
    assert preview_notes(Collected(made, make_ledger(made.form, []), None)) == [
        "现在的合计是预览：",
        "还没有报1个：甲局。",
        "只有报送函，没有报告1个：丙局。",
        "待定以哪一份为准1个：乙局。",
    ]


def test_a_unit_that_is_not_to_be_added_makes_no_sum_a_preview() -> None:
    made = desk([file("甲局")], ["甲局", ListedUnit("供销社", counts="否")])
    assert preview_notes(Collected(made, make_ledger(made.form, []), None)) == []


def test_every_unit_that_is_not_in_the_sum_is_named() -> None:
    names: list[str | ListedUnit] = [f"{sign}局" for sign in "甲乙丙丁戊己庚"]
    other = [file(f"{sign}局", year=YEAR - 1) for sign in "甲乙丙"]
    made = desk([*other, file("丁局", year=None), file("己局", items=(ITEM,))], names)
    assert preview_notes(Collected(made, make_ledger(made.form, []), None)) == [
        "现在的合计是预览：",
        "还没有报2个：戊局、庚局。",
        "报告不是本年度的，没有计入3个：甲局、乙局、丙局。",
        "没有写明年度，没有计入1个：丁局。",
        "还有错误1个：己局。",
    ]
    many: list[str | ListedUnit] = [f"{number}局" for number in range(7)]
    made = desk([], many)
    assert preview_notes(Collected(made, make_ledger(made.form, []), None))[1:] == [
        f"还没有报7个：{'、'.join(map(str, many))}。"
    ]


def test_blanks_of_the_fees_are_told_beside_those_of_the_tables() -> None:
    made = desk([file("甲局"), file("乙局")], ["甲局", "乙局"])
    entered = dict.fromkeys(made.form.entered, 0)
    told = record("甲局", figures={**entered, **dict.fromkeys(made.form.outside_tables, 0)})
    columns = [
        column_of(made.form, name, found, is_in_sum=True)
        for name, found in (("甲局", told), ("乙局", record("乙局", figures={**entered, "fee.notices": 3})))
    ]
    assert list(map(blanks_in_words, columns)) == [[], ["信息处理费2格未填"]]
    notes = preview_notes(Collected(made, make_ledger(made.form, columns), None))
    assert notes == ["1个单位的第六部分没有写全信息处理费，没写的按0加，不用处理：乙局。"]
    made = desk([file("甲局"), file("乙局", notes=(FEES_UNREAD,))], ["甲局", "乙局"])
    assert [unit.state for unit in made.units] == ["可采用", "有疑点"]
    assert [unit.open_doubts for unit in made.units] == [0, 1]
    assert doubts_in_words(made, made.units[1]) == [f"{FEES_UNREAD}。"]
    assert preview_notes(Collected(made, make_ledger(made.form, columns), None)) == [
        "现在的合计是预览：",
        "有疑点或已退回，还没有采用1个：乙局。",
        "第六部分写有收费，程序没有读全，请核对后手工加上1个：乙局。",
    ]


def test_all_at_which_somebody_has_to_look_are_named() -> None:
    names = [f"{sign}局" for sign in "甲乙丙丁戊己庚"]
    made = desk([file(name, notes=(FEES_UNREAD,)) for name in names], [*names])
    columns = [column_of(made.form, name, record(name), is_in_sum=True) for name in names]
    said = "、".join(names)
    assert preview_notes(Collected(made, make_ledger(made.form, columns), None)) == [
        "现在的合计是预览：",
        f"有疑点或已退回，还没有采用7个：{said}。",
        f"有空白（空白不加）7个：{said}。",
        f"{FEES_UNREAD}7个：{said}。",
    ]


def test_a_cell_that_holds_no_number_is_not_said_to_be_blank() -> None:
    made = desk([file("甲局"), file("乙局")], ["甲局", "乙局"])
    known = dict.fromkeys((*made.form.entered, *made.form.outside_tables), 0)
    wrong = {code: number for code, number in known.items() if code != "t3.R01.C1"}
    columns = [
        column_of(made.form, "甲局", record("甲局", figures=wrong, refused={"t3.R01.C1": "2.5"}), is_in_sum=True),
        column_of(made.form, "乙局", record("乙局", figures=wrong), is_in_sum=True),
    ]
    assert preview_notes(Collected(made, make_ledger(made.form, columns), None)) == [
        "现在的合计是预览：",
        "有不是数字的格（不加）1个：甲局。",
        "有空白（空白不加）1个：乙局。",
    ]
    assert list(map(blanks_in_words, columns)) == [["1格不是数字"], ["1格未填"]]


@pytest.mark.usefixtures("qapp")
def test_the_units_of_a_number_whose_reports_have_errors_are_marked() -> None:
    code = "t3.R01.C1"
    made = desk([file("甲局", figures={code: 1}, items=(ITEM,)), file("乙局", figures={code: 2})], ["甲局", "乙局"])
    report = summed_report(made, added_up(made, None, desk_settings())[0], date(2026, 1, 20))
    parts = kept_parts(report, code)
    assert parts == [("甲局", 1), ("乙局", 2)]
    dialog = PartsDialog(report, code, parts)
    names = [item.text() for row in range(2) if (item := dialog.table.item(row, 0))]
    assert names == ["甲局（报告有错误，汇总时还没有改好）", "乙局"]


@pytest.mark.usefixtures("qapp")
def test_a_comparison_before_all_have_reported_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr(dialogs, "accepted", lambda dialog: shown.append(dialog.intro.text()))
    found = [BatchFinding("B-07", "error", (), ("府.docx",), ("t3.R01.C1",), "不同")]
    for listed, said in ((["甲局", "乙局", ListedUnit("丙局", counts="否")], True), (["甲局"], False)):
        made = desk([file("甲局")], [*listed])
        runner = SimpleNamespace(
            collected=Collected(made, make_ledger(made.form, []), None), ask=lambda _doing, _work, then: then(found)
        )
        files = SimpleNamespace(open=lambda *_: Path("府.docx"))
        SumActions(SimpleNamespace(runner=runner, files=files, widget=None)).compare_own()
        assert ("还有1个应报单位没有可以计入的报告，收齐后请再核对一次。" in shown.pop()) == said


def test_what_names_very_many_units_can_be_scrolled(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QDialog] = []
    monkeypatch.setattr(dialogs, "_run", lambda dialog: opened.append(dialog))
    names = "、".join(f"第{number}街道办事处" for number in range(300))
    assert (
        dialogs.choose(None, "台账和汇总稿", "逐级汇总300个单位。", f"还没有报300个：{names}。", ("打开", "关闭"))
        == "关闭"
    )
    (box,) = opened
    texts: list[QPlainTextEdit] = list(box.findChildren(QPlainTextEdit))
    assert names in texts[0].toPlainText()
    assert box.sizeHint().height() < 600
    buttons: list[QPushButton] = list(box.findChildren(QPushButton))
    assert [button.text() for button in buttons if button.isDefault()] == ["打开"]


def test_files_that_are_as_before_are_not_said_to_be_written() -> None:
    made, (new, same) = desk([], ["甲局"]), (Path("核查情况.xlsx"), Path("汇总稿.xlsx"))
    collected = Collected(made, make_ledger(made.form, []), None, written=[new, same], unchanged=[same])
    assert _what_was_written(collected) == "已写好：核查情况.xlsx。与上次相同，没有重写：汇总稿.xlsx。"
    collected.unchanged = [new, same]
    assert _what_was_written(collected) == "与上次相同，没有重写：核查情况.xlsx、汇总稿.xlsx。"
