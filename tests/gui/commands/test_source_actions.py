"""Last year's report in, a published page pasted, an edited Word file taken over: played in the window."""

import io
import os
import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.base.errors import DataFolderError
from core.draft.workbook import load_draft, save_draft
from core.office.last_year_file import note_chosen
from core.office.report_source import OpenedReport
from core.report.report import Report
from core.web.html_report import report_html
from gui import dialogs
from gui.commands.named_unit import AS_BEFORE, RENAMED
from gui.commands.source_actions import FROM_CLIPBOARD, FROM_FILE
from gui.dialogs import reading
from gui.dialogs.compare_dialogs import ComparisonDialog
from gui.main_window import MainWindow
from gui.report.last_year import LastYear
from tests.window_fixtures import SAMPLE, Answers, opened, tables_of


@pytest.fixture
def last() -> Report:
    """Last year's report of the sample's unit, which carried 3 requests over."""
    report = load_draft(SAMPLE).report
    report = report.with_texts({"meta.year": "2024"})
    for code, number in {"t3.R01.C1": 10, "t3.R03.C1": 7, "t3.R25.C1": 3}.items():
        report = report.with_cells({code: number})
    return report


def begin_from_clipboard(window: MainWindow, answers: Answers, page: bytes) -> None:
    """Begin this year's report from a page of last year's that was copied."""
    data = QMimeData()
    data.setHtml(page.decode("utf-8"))
    QGuiApplication.clipboard().setMimeData(data)
    answers.choice = FROM_CLIPBOARD
    window.commands.run("new_from_last_year")


def begin_from_file(window: MainWindow, answers: Answers, last: Report, folder: Path) -> None:
    save_draft(last, folder / "上年.xlsx")
    answers.choice, answers.open_from = FROM_FILE, folder / "上年.xlsx"
    window.commands.run("new_from_last_year")


def found_again(window: MainWindow, qtbot: QtBot, draft: Path) -> Report:
    """Close the report, open a draft and return the report of last year that is found for it."""
    window.commands.run("close")
    window.open_path(draft)
    qtbot.waitUntil(lambda: window.session.last_year is not None, timeout=20_000)
    assert window.session.last_year is not None
    return window.session.last_year


@pytest.mark.parametrize(
    ("unit", "says"), [("方言县卫生健康局", "政府部门"), ("方言镇人民政府", "各级人民政府"), ("方言县融媒体中心", "")]
)
def test_the_type_is_that_of_the_unit_that_is_read_not_of_another_on_the_start_page(
    window: MainWindow, answers: Answers, last: Report, tmp_path: Path, unit: str, says: str
) -> None:
    window.start.unit.setText("方言镇人民政府")
    window.start.unit_type.setCurrentText("各级人民政府")
    answers.choice = AS_BEFORE
    path = tmp_path / "上年.html"
    path.write_bytes(report_html(last.with_texts({"meta.unit": unit, "meta.title": ""})))
    window.commands.run("new_from_last_year", path)
    report = window.session.report
    assert (report.unit, report.meta.get("meta.unit_type", "")) == (unit, says)


@pytest.mark.parametrize(
    ("choice", "unit", "unit_type"),
    [(RENAMED, "方言街道办事处", "街道办事处"), (AS_BEFORE, "方言镇人民政府", "各级人民政府"), ("", None, None)],
)
def test_a_unit_typed_on_the_start_page_is_not_dropped_for_the_one_of_last_year(
    window: MainWindow,
    answers: Answers,
    last: Report,
    tmp_path: Path,
    choice: str,
    unit: str | None,
    unit_type: str | None,
) -> None:
    path = tmp_path / "上年.xlsx"
    save_draft(last.with_texts({"meta.unit": "方言镇人民政府", "meta.unit_type": "各级人民政府"}), path)
    window.start.unit.clear()
    window.start.unit.insert("方言街道办事处")  # as an input method does
    answers.choice = choice
    window.commands.run("new_from_last_year", path)
    assert any("是“方言镇人民政府”，开始页填的是“方言街道办事处”。是同一单位吗？" in said for said in answers.said)
    assert (answers.offered, answers.default) == ((AS_BEFORE, RENAMED, "取消"), "取消")
    assert window.draft.is_open == (unit is not None)
    if unit is not None:
        report = window.session.report
        assert (report.unit, report.meta["meta.unit_type"]) == (unit, unit_type)


def test_a_unit_that_was_offered_gives_way_only_where_the_clerk_says_so_and_brings_its_details(
    window: MainWindow, answers: Answers, last: Report, tmp_path: Path
) -> None:
    short = last.with_texts({"meta.unit": "柳塘镇人民政府", "meta.sign_off": "柳塘镇 人民政府", "meta.phone": ""})
    save_draft(short, tmp_path / "上年.xlsx")
    known = {"meta.unit": "清河县柳塘镇人民政府", "meta.unit_type": "各级人民政府", "meta.phone": "0311-1"}
    window.settings.note(unit=known)
    window.show_start()
    assert window.start.unit.text() == known["meta.unit"]
    assert not window.start.typed_unit
    answers.choice = RENAMED
    window.commands.run("new_from_last_year", tmp_path / "上年.xlsx")
    assert answers.offered == (RENAMED, AS_BEFORE, "取消")  # a short name is most likely that of the same unit
    assert answers.default == RENAMED
    report = window.session.report
    assert {code: report.meta[code] for code in known} == known
    assert report.meta["meta.sign_off"] == known["meta.unit"]
    facts = window.session.facts
    assert not facts.findings_at("meta.unit")  # it was asked and answered
    assert not facts.findings_at("meta.sign_off")
    window.session.set_texts({"meta.unit": "清河县桥头镇人民政府"}, "填写")
    assert [finding.rule_id for finding in facts.findings_at("meta.unit")] == ["Y-05"]  # of that nothing was said


def test_a_last_year_that_is_chosen_as_of_the_same_unit_is_not_doubted(
    window: MainWindow, answers: Answers, last: Report, tmp_path: Path
) -> None:
    save_draft(last.with_texts({"meta.unit": "柳塘镇人民政府"}), tmp_path / "上年.xlsx")
    window.commands.opening.new("清河县柳塘镇人民政府", "各级人民政府", (last.year or 0) + 1)
    answers.confirm = True
    window.commands.run("choose_last_year", tmp_path / "上年.xlsx")
    assert window.session.last_year is not None
    assert not window.session.facts.findings_at("meta.unit")
    answers.save_to = tmp_path / "草稿.xlsx"
    assert window.save()
    assert load_draft(answers.save_to).report.status["same_unit"] == "柳塘镇人民政府＝清河县柳塘镇人民政府"


def test_a_pasted_page_of_last_year_begins_this_years_report(
    window: MainWindow, answers: Answers, last: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = opened(monkeypatch)
    begin_from_clipboard(window, answers, report_html(last))
    session = window.session
    assert (session.report.unit, session.report.year) == (last.unit, 2025)
    assert session.report.meta["meta.unit_type"] == "垂直管理和派出机构"  # its name says so
    assert session.facts.shown("t3.R02.C1") == "3"
    assert session.facts.shown("t3.R01.C1") == ""
    assert "s5" not in session.report.texts
    assert session.last_year is not None
    assert any("175/175" in said for said in answers.said)
    assert any("”带入上年结转3件" in said for said in answers.said)
    assert not any("因为所选的是" in said for said in answers.said)  # the year is the expected one

    session.enter("t3.R02.C1", "2")
    assert [f.rule_id for f in session.result.findings if "t3.R02.C1" in f.cells] == ["Y-01"]
    window.commands.run("compare_last_year")
    assert isinstance(seen[-1], ComparisonDialog)
    assert "上年结转·自然人" in seen[-1].view.toPlainText()
    assert "本年新收" not in seen[-1].view.toPlainText()  # which is not filled in yet


def test_a_page_of_another_year_than_expected_is_named_and_the_known_unit_is_filled_in(
    window: MainWindow, answers: Answers, last: Report
) -> None:
    window.settings.remember_unit(last.with_texts({"meta.author": "王某"}))
    contact = last.meta["meta.contact"]
    last = last.with_texts({"meta.year": "2022"})
    begin_from_clipboard(window, answers, report_html(last))
    assert window.session.report.meta["meta.contact"] == contact
    assert any("新建的是2023年的报告，因为所选的是2022年的报告。请核对。" in said for said in answers.said)


def test_a_carry_over_that_last_year_left_blank_is_not_said_to_be_zero(
    window: MainWindow, answers: Answers, last: Report, tmp_path: Path
) -> None:
    for code in [code for code in last.cells if code.startswith("t3.R25.")]:
        last = last.with_cells({code: None})
    begin_from_file(window, answers, last, tmp_path)
    assert "”带入单位信息，其他数字和文字没有照搬。上年结转是空白，没有带入。" in answers.said[-1]
    assert "空白不等于0" in answers.said[-1]
    assert window.session.facts.shown("t3.R02.C1") == ""


def test_last_years_file_is_found_again_when_the_draft_is_opened(
    window: MainWindow, qtbot: QtBot, answers: Answers, last: Report, tmp_path: Path
) -> None:
    begin_from_file(window, answers, last, tmp_path)
    answers.save_to = tmp_path / "本年.xlsx"
    assert window.save()
    assert found_again(window, qtbot, answers.save_to).year == 2024


def test_a_table_that_last_years_report_lacks_is_not_told_as_left_blank(
    window: MainWindow, qtbot: QtBot, answers: Answers, last: Report, tmp_path: Path
) -> None:
    tables = re.compile(rb"<table.*?</table>", re.DOTALL)
    page, kept = report_html(last.with_cells({"t3.R03.C2": None})), tmp_path / "上年.html"
    lacking = next(table for table in tables.findall(page) if "规章".encode() in table)
    kept.write_bytes(page.replace(lacking, b""))
    window.commands.run("new_from_last_year", kept)
    answers.save_to = tmp_path / "本年.xlsx"
    assert window.save()
    told = {
        "t2.rules.issued": "2024年：报告中没有读到这张表",
        "t2.fees.amount": "2024年：报告中没有读到这张表",
        "t3.R03.C1": "2024年：7件",
        "t3.R03.C2": "2024年：留空",
    }
    help_on = LastYear(window.session)
    assert {code: help_on.figure(code) for code in told} == told
    found_again(window, qtbot, answers.save_to)
    assert {code: help_on.figure(code) for code in told} == told
    window.session.set_last_year(None)
    window.commands.run("choose_last_year", kept)
    assert {code: help_on.figure(code) for code in told} == told

    save_draft(last.with_cells(dict.fromkeys(last.form.tables["t2"].cells)), tmp_path / "空表.xlsx")
    window.commands.run("choose_last_year", tmp_path / "空表.xlsx")  # it has the table: somebody left it blank
    assert help_on.figure("t2.rules.issued") == "2024年：留空"


def test_a_pasted_report_of_last_year_is_there_when_the_draft_is_opened_again(
    window: MainWindow, qtbot: QtBot, answers: Answers, last: Report, tmp_path: Path
) -> None:
    begin_from_clipboard(window, answers, report_html(last))
    answers.save_to = tmp_path / "本年.xlsx"
    assert window.save()
    found = found_again(window, qtbot, answers.save_to)
    assert found.cells["t3.R25.C1"] == last.cells["t3.R25.C1"]
    assert found.texts["s5"] == last.texts["s5"]


def test_a_page_without_its_heading_does_not_take_the_place_of_another_one(
    window: MainWindow, qtbot: QtBot, answers: Answers, last: Report, tmp_path: Path
) -> None:
    for name, number in (("一.xlsx", 3), ("二.xlsx", 8)):
        last = last.with_cells({"t3.R25.C1": number})
        page = report_html(last)
        answers.save_to = tmp_path / name
        begin_from_clipboard(window, answers, page[page.index(b"<table") :])
        assert window.save()
        window.commands.run("close")
    assert found_again(window, qtbot, tmp_path / "一.xlsx").cells["t3.R25.C1"] == 3


def test_a_pasted_report_of_last_year_is_used_where_no_copy_can_be_kept(
    window: MainWindow, answers: Answers, last: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> Path:
        raise DataFolderError(tmp_path)

    monkeypatch.setattr("core.base.user_files.last_years_folder", refuse)
    begin_from_clipboard(window, answers, report_html(last))
    assert window.session.facts.shown("t3.R02.C1") == "3"
    assert "last_year_file" not in window.session.report.status


def test_last_years_file_that_is_gone_is_said_to_be_missing(
    window: MainWindow, qtbot: QtBot, answers: Answers, last: Report, tmp_path: Path
) -> None:
    begin_from_file(window, answers, last, tmp_path)
    answers.save_to = tmp_path / "本年.xlsx"
    assert window.save()
    window.commands.run("close")
    (tmp_path / "上年.xlsx").unlink()
    window.open_path(tmp_path / "本年.xlsx")
    qtbot.waitUntil(lambda: "上年报告“上年.xlsx”找不到了" in window.statusBar().currentMessage())


FOREIGN = {
    "//server/share/上年.xlsx": "上年.xlsx",
    r"\\server\share\上年.xlsx": "上年.xlsx",
    r"\\.\PhysicalDrive0": "未命名",
    "/home/colleague/上年.xlsx": "上年.xlsx",
    "上年.xlsx": "上年.xlsx",
    "/a\0b/上年.xlsx": "上年.xlsx",
    "/" + "年" * 300: "年年年年年年年年年年…年年年年年年年年年年",
    "/<img src=x>甲&乙.xlsx": "＜img src=x＞甲&乙.xlsx",
}


def test_what_a_draft_of_somebody_else_names_as_last_years_is_offered_and_not_asked_for(
    window: MainWindow, qtbot: QtBot, answers: Answers, last: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def watched(original: Callable[..., Any]) -> Callable[..., Any]:
        def call(path: Any, *args: Any, **more: Any) -> Any:
            asked.append(str(path))
            return original(path, *args, **more)

        return call

    report = load_draft(SAMPLE).report
    wanted = window.commands.sources.wanted
    with monkeypatch.context() as patch:
        for module, name in ((os, "stat"), (os, "lstat"), (os, "open"), (io, "open")):
            patch.setattr(module, name, watched(getattr(module, name)))
        for named, shown in FOREIGN.items():
            report = replace(report, status={**report.status, "last_year_file": named})
            window.draft.take(report, tmp_path / "本年.xlsx", is_fresh=False)
            qtbot.waitUntil(lambda: not wanted.isHidden())
            assert named not in asked
            assert wanted.text().replace("&&", "&") == f"选择上年报告（{shown}）…"
            assert window.statusBar().currentMessage().startswith(f"上年报告“{shown}”不在草稿所在的文件夹中")
            assert window.session.last_year is None

    save_draft(last, tmp_path / "选的.xlsx")
    answers.choice, answers.open_from = FROM_FILE, tmp_path / "选的.xlsx"
    wanted.click()
    assert window.session.last_year is not None
    assert wanted.isHidden()


def test_the_offer_of_last_years_report_goes_with_its_draft(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    report = load_draft(SAMPLE).report
    report = replace(report, status={**report.status, "last_year_file": "//server/share/上年.xlsx"})
    window.draft.take(report, tmp_path / "本年.xlsx", is_fresh=False)
    qtbot.waitUntil(window.commands.sources.wanted.isVisible)
    window.commands.run("close")
    assert window.commands.sources.wanted.isHidden()
    window.draft.take(report, tmp_path / "本年.xlsx", is_fresh=False)
    qtbot.waitUntil(window.commands.sources.wanted.isVisible)
    window.open_sample()
    assert window.commands.sources.wanted.isHidden()


def test_last_years_file_beside_the_draft_is_opened_unasked(
    window: MainWindow, qtbot: QtBot, answers: Answers, last: Report, tmp_path: Path
) -> None:
    window.open_path(naming_last_year(last, tmp_path))
    qtbot.waitUntil(lambda: window.session.last_year == last, timeout=20_000)
    assert window.commands.sources.wanted.isHidden()


def naming_last_year(last: Report, folder: Path) -> Path:
    """Return a draft that lies beside last year's report and names it."""
    save_draft(last, folder / "上年.xlsx")
    report = load_draft(SAMPLE).report
    report = replace(report, status={**report.status, "last_year_file": str(folder / "上年.xlsx")})
    save_draft(report, folder / "本年.xlsx")
    return folder / "本年.xlsx"


def test_last_years_file_is_read_once_everybody_knows_the_new_report(
    window: MainWindow, qtbot: QtBot, answers: Answers, last: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[str] = []

    def read(_window: object, name: str, *_arguments: object) -> OpenedReport | None:
        begun.append(f"{name} {window.draft.name} {window.wizard.isVisible()}")
        return None

    monkeypatch.setattr(reading, "in_process", read)
    window.open_path(naming_last_year(last, tmp_path))
    assert not begun
    qtbot.waitUntil(lambda: bool(begun))
    assert begun == ["上年.xlsx 本年.xlsx True"]
    assert "没有读完" in window.statusBar().currentMessage()  # None: the clerk called it off
    assert window.session.last_year is None


def test_last_years_file_is_of_no_use_to_the_draft_opened_meanwhile(
    window: MainWindow, qtbot: QtBot, answers: Answers, last: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[str] = []

    def read(_window: object, name: str, *_arguments: object) -> OpenedReport:
        begun.append(name)
        window.open_sample()
        return OpenedReport(last, True, (), tmp_path / "上年.xlsx")

    monkeypatch.setattr(reading, "in_process", read)
    draft = naming_last_year(last, tmp_path)
    window.open_path(draft)
    window.open_sample()  # before it is read at all
    QApplication.processEvents()
    assert not begun
    window.open_path(draft)
    qtbot.waitUntil(lambda: bool(begun))
    assert window.session.last_year is None


def is_said(window: MainWindow, words: str) -> bool:
    return words in window.statusBar().currentMessage()


def test_last_years_file_that_was_chosen_here_but_cannot_be_asked_is_said_to_be_away(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    report = load_draft(SAMPLE).report
    for name, said in {"年" * 300: "现在打不开", "a\0b": "找不到了"}.items():
        named = tmp_path / name / "上年.xlsx"
        note_chosen(named)
        report = replace(report, status={**report.status, "last_year_file": str(named)})
        window.draft.take(report, None, is_fresh=False)
        qtbot.waitUntil(partial(is_said, window, f"上年报告“上年.xlsx”{said}"))
        window.statusBar().clearMessage()


def test_a_report_of_another_year_is_refused_as_last_years(
    window: MainWindow, answers: Answers, last: Report, tmp_path: Path
) -> None:
    last = last.with_texts({"meta.year": "2022"})
    save_draft(last, tmp_path / "上年.xlsx")
    window.open_path(SAMPLE)
    answers.choice, answers.open_from = FROM_FILE, tmp_path / "上年.xlsx"
    window.commands.run("choose_last_year")
    assert (
        answers.said[-1] == "所选报告“上年.xlsx”的年度是2022年，本年报告需要的是2024年的报告。"
        "请选择2024年的报告，或在“基本信息”中核对报告年度。"
    )
    assert window.session.last_year is None


def test_last_years_report_is_chosen_for_a_draft_of_somebody_else_without_a_trace_in_it(
    window: MainWindow, answers: Answers, last: Report, tmp_path: Path
) -> None:
    path = tmp_path / "上年.xlsx"
    save_draft(last, path)
    window.open_path(SAMPLE)
    window.session.set_read_only(True)
    answers.choice, answers.open_from = FROM_FILE, path
    window.commands.run("choose_last_year")
    assert window.session.last_year == last
    assert window.draft.is_saved

    window.session.set_read_only(False)
    window.commands.run("choose_last_year")
    assert window.session.report.status["last_year_file"] == str(path)
    assert not window.draft.is_saved


def test_comparing_without_last_years_report_says_what_to_do(window: MainWindow, answers: Answers) -> None:
    window.open_path(SAMPLE)
    window.commands.run("compare_last_year")
    assert "选择上年报告" in answers.said[-1]


@pytest.mark.parametrize("command", ["choose_last_year", "new_from_last_year"])
def test_last_years_report_that_does_not_add_up_is_said_when_it_is_taken_over(
    window: MainWindow, answers: Answers, last: Report, tmp_path: Path, command: str
) -> None:
    window.open_path(SAMPLE)
    save_draft(last.with_cells({"t3.R03.C1": 0, "t3.R25.C1": 0}), tmp_path / "上年.xlsx")
    answers.choice, answers.open_from = FROM_FILE, tmp_path / "上年.xlsx"
    answers.unsaved = "discard"
    window.commands.run(command)
    assert window.session.last_year is not None
    assert any("2024年报告本身勾稽不平，结转请核对上年台账：“自然人”列：新收10" in said for said in answers.said)


@pytest.mark.parametrize("command", ["choose_last_year", "new_from_last_year"])
def test_a_wrong_printed_total_of_what_goes_on_is_said_and_that_nothing_becomes_of_it(
    window: MainWindow, answers: Answers, last: Report, tmp_path: Path, command: str
) -> None:
    window.open_path(SAMPLE)
    save_draft(replace(last, controls={"t3.R25.C7": 9}), tmp_path / "上年.xlsx")
    answers.choice, answers.open_from = FROM_FILE, tmp_path / "上年.xlsx"
    answers.unsaved = "discard"
    window.commands.run(command)
    assert any("“结转下年·总计”纸上的合计是9，现在各项相加是3" in said for said in answers.said)
    assert any("上年的报告不会因此改动" in said for said in answers.said)


@pytest.mark.parametrize("command", ["choose_last_year", "new_from_last_year"])
def test_what_was_told_of_last_years_report_is_found_again_beside_its_numbers(
    window: MainWindow, answers: Answers, last: Report, tmp_path: Path, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = opened(monkeypatch)
    window.open_path(SAMPLE)
    save_draft(replace(last, controls={"t3.R01.C7": 99}), tmp_path / "上年.xlsx")
    answers.choice, answers.open_from = FROM_FILE, tmp_path / "上年.xlsx"
    answers.unsaved = "discard"
    window.commands.run(command)
    if command == "new_from_last_year":
        assert "以后可以在“报告－与上年对照”中再看" in answers.said[-1]
    window.session.enter("t3.R01.C1", "9")
    window.commands.run("compare_last_year")
    assert isinstance(seen[-1], ComparisonDialog)
    shown = seen[-1].view.toPlainText()
    assert "读入2024年报告时要核对的（" in shown
    assert "“本年新收·总计”纸上的合计是99" in shown
    (number,) = {text for text in LastYear(window.session).numbers().values() if "≠" in text}
    assert number.startswith("99≠")
    assert "印的总计是99，各项相加是" in LastYear(window.session).figure("t3.R01.C7")
    window.commands.opening.new("方言镇人民政府", "各级人民政府", 2025)
    assert window.session.last_year_notes == ()


@pytest.mark.parametrize("place", ["beside", "review"])
def test_a_finding_on_last_year_offers_to_compare_with_it_where_it_is_known(
    window: MainWindow, last: Report, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    seen = opened(monkeypatch)
    window.commands.opening.new(last.unit, "政府部门", 2025)
    window.session.set_last_year(last)
    window.session.enter("t3.R02.C1", "2")
    window.wizard.show_page("s3" if place == "beside" else "review")
    panel = window.work.findings if place == "beside" else window.wizard.review.findings
    findings = window.session.result.findings
    panel.choose(next(f for f in findings if f.rule_id == "Y-01"))
    assert not panel.details.compare.isHidden()
    panel.details.compare.click()
    assert [type(dialog) for dialog in seen] == [ComparisonDialog]
    window.session.enter("t3.R01.C1", "1O")
    panel.choose(next(f for f in window.session.result.findings if f.level == "error"))
    assert panel.details.compare.isHidden()


def test_nothing_copied_is_said_and_no_fault(window: MainWindow, answers: Answers) -> None:
    QGuiApplication.clipboard().clear()
    window.draft.new("某局", "政府部门", 2025, {})
    told: list[str] = []
    tables_of(window)[1].done.connect(told.append)
    tables_of(window)[1].paste()
    assert told == ["剪贴板里没有可以粘贴的文字"]

    answers.choice = FROM_CLIPBOARD
    assert not window.commands.run("new_from_last_year")
    assert "剪贴板" in answers.said[-1]


def test_the_years_are_checked_one_after_the_other(
    window: MainWindow, last: Report, tmp_path: Path, answers: Answers, monkeypatch: pytest.MonkeyPatch
) -> None:
    """结转下年度 of 2024 is 5, 上年结转 of 2025 is not."""
    last = last.with_cells({"t3.R25.C1": 5})
    save_draft(last, tmp_path / "去年.xlsx")
    last = last.with_texts({"meta.year": ""})
    save_draft(last, tmp_path / "没写年度.xlsx")
    window.open_sample()
    pages: list[str] = []
    monkeypatch.setattr(dialogs, "ask_open_many", lambda *_: [tmp_path / "去年.xlsx", tmp_path / "没写年度.xlsx"])
    monkeypatch.setattr(dialogs, "accepted", lambda dialog: pages.append(dialog.view.toPlainText()))

    window.commands.run("check_years")

    assert answers.said == ["各年结转核对：“没写年度.xlsx”看不出报告年度，没有核对。"]
    assert "2024年 → 2025年" in pages[0]
    assert "不一致" in pages[0]
