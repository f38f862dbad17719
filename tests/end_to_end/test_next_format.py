"""Two fictitious next formats, which are data only, played through in the window and on the command line.

That of 2027 has another row label, one more row in table 三 and another document number; that of 2030, based on it, has
one more column in table 四.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import docx
import openpyxl
import pytest
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot

from core.cli.command_line import main
from core.draft.workbook import load_draft, save_draft
from core.draft.workbook.codes import name_of
from core.office.department_split import missing_departments
from core.published import import_report
from core.report.differences import differences
from core.report.report import Report, new_report
from core.validation.validation import check_report
from core.web.html_report import report_html
from core.word.reader import read_report
from core.word.report import report_bytes
from gui import dialogs
from gui.app import make_window
from gui.commands.publish_actions import OWN_SHEET
from gui.commands.source_actions import FROM_FILE
from gui.main_window import MainWindow
from tests.form_fixtures import next_formats  # noqa: F401  fixtures are found by name here
from tests.window_fixtures import Answers, commit_text, table_of
from tests.workbook_cells import place_of

UNIT = "某某县水利局"
NEW_LABEL, NEW_ROW = "8.属于依法另行查询的登记资料", "4.申请人主动撤回申请"


@dataclass(frozen=True)
class Next:
    """A fictitious format: its id, the report year, its document number and how many numbers its tables have."""

    id: str
    year: int
    document: str
    summary: dict[str, str]


FORMATS = [
    Next("2027", 2027, "国办公开办函〔2027〕1号", {"t2": "10/10", "t3": "182/182", "t4": "15/15"}),
    Next("2030", 2031, "国办公开办函〔2030〕2号", {"t2": "10/10", "t3": "182/182", "t4": "18/18"}),
]


@pytest.fixture(params=FORMATS, ids=lambda known: known.id)
def known(request: pytest.FixtureRequest, next_formats: Path) -> Next:  # noqa: F811
    assert isinstance(request.param, Next)
    return request.param


@pytest.fixture
def window(qtbot: QtBot, qapp: object, answers: Answers, known: Next) -> Iterator[MainWindow]:
    """The window in January after the report year."""
    made = make_window(lambda: datetime(known.year + 1, 1, 12, 9, 30))
    with qtbot.waitExposed(made):
        made.show()
    yield made
    answers.unsaved = "discard"
    made.close()
    made.deleteLater()


def numbers_of(report: Report) -> dict[str, int]:
    """Numbers in balance, one in each place that is new."""
    columns = [f"C{i}" for i in range(1, 7)]
    numbers = dict.fromkeys(report.form.entered, 0)
    for row, number in {"R01": 5, "R02": 1, "R03": 3, "R12": 1, "R26": 1, "R25": 1}.items():
        numbers.update({f"t3.{row}.{column}": number for column in columns})
    numbers.update({"t2.licensing.decisions": 5, "t4.review.upheld": 1, "t4.after_review.pending": 1})
    if "t4.review.withdrawn" in report.form.cells:
        numbers["t4.review.withdrawn"] = 2
    return numbers


TEXTS = {
    "s1.active": "主动公开政府信息5条，通过网站发布。",
    "s1.request": "本年新收政府信息公开申请{t3.R01.C7}件，其他处理6件。",
    "s1.manage": "规范政府信息管理。",
    "s1.platform": "加强网站平台建设。",
    "s1.oversight": "开展监督和培训。",
    "s5": "存在的主要问题是公开不够及时。改进措施：一是加强培训，二是完善制度，三是逐条督促落实到位。",
    "s6": "本年度未发出信息处理费收费通知，未收取信息处理费。",
}


def written(known: Next) -> Report:
    report = new_report(UNIT, "政府部门", known.year)
    report = report.with_texts({"meta.level": "县级"})
    for code, number in numbers_of(report).items():
        report = report.with_cells({code: number})
    for code, text in TEXTS.items():
        report = report.with_texts({code: text})
    return report


def begin(window: MainWindow, known: Next) -> None:
    """Begin a report on the start page."""
    commit_text(window.start.unit, UNIT)
    window.start.year.setValue(known.year)
    window.start.begin.click()


def fill(window: MainWindow) -> None:
    session = window.session
    session.set_text("meta.level", "县级")
    session.set_text("meta.scope", "本机关")
    session.enter_many({code: str(number) for code, number in numbers_of(session.report).items()}, "填写")
    session.set_texts(TEXTS, "填写")


def rules_on(window: MainWindow) -> dict[str, str]:
    return {finding.rule_id: finding.message for finding in window.session.result.findings}


def test_a_report_is_begun_filled_saved_and_opened_again(
    window: MainWindow, known: Next, answers: Answers, tmp_path: Path
) -> None:
    assert window.start.year.value() == known.year
    labels: list[QLabel] = list(window.start.findChildren(QLabel))
    assert any(known.document in label.text() for label in labels)
    begin(window, known)
    assert window.session.report.form_id == known.id
    fill(window)
    assert rules_on(window) == {}
    matrix = table_of(window)
    printed = {item.label for row in window.session.form.tables["t3"].grid for item in row}
    assert {NEW_LABEL, NEW_ROW} <= printed
    matrix.go_to("t3.R26.C2")
    assert window.session.facts.shown("t3.R26.C7") == "6"
    assert window.session.facts.shown("t3.R24.C1") == "5"

    answers.save_to = tmp_path / "草稿.xlsx"
    assert window.save()
    loaded = load_draft(answers.save_to)
    assert loaded.report == window.session.report
    assert loaded.remarks == ()


def test_zeros_fill_all_tables_at_once(window: MainWindow, known: Next) -> None:
    begin(window, known)
    window.menus.actions["fill"].trigger()
    assert not window.session.form.cells.keys() & window.session.result.blanks
    assert window.session.facts.shown("t3.R26.C3") == "0"


def test_a_blank_workbook_has_the_format_of_its_year(
    window: MainWindow, known: Next, answers: Answers, tmp_path: Path
) -> None:
    answers.save_to = tmp_path / "空白.xlsx"
    window.commands.run("blank_sheet")
    report = load_draft(answers.save_to).report
    assert (report.year, report.form_id) == (known.year, known.id)


def test_word_web_page_and_sign_off_sheet_are_made_and_word_reads_back(
    window: MainWindow, known: Next, answers: Answers, tmp_path: Path
) -> None:
    begin(window, known)
    fill(window)
    answers.save_to = tmp_path / "草稿.xlsx"
    assert window.save()
    answers.save_to = tmp_path / "送审稿.docx"
    window.commands.run("make.review")
    assert any("已核对" in said for said in answers.said), answers.said
    report = window.session.report
    shown = read_report(answers.save_to, known.id)
    assert differences(report, shown) == []
    assert shown.remarks == ()
    assert read_report(answers.save_to) == shown  # without being told the format

    page = report_html(report).decode("utf-8")
    assert NEW_LABEL in page
    assert NEW_ROW in page
    answers.choice, answers.save_to = OWN_SHEET, tmp_path / "审签单.docx"
    window.commands.run("make_signoff")
    cells = [cell.text for row in docx.Document(str(answers.save_to)).tables[0].rows for cell in row.cells]
    assert any(report.title in cell for cell in cells)


@pytest.mark.parametrize("ending", [".docx", ".htm"])
def test_our_own_published_report_is_imported_with_every_cell(known: Next, tmp_path: Path, ending: str) -> None:
    report, path = written(known), tmp_path / f"公布{ending}"
    if ending == ".docx":
        path.write_bytes(report_bytes(report))
    else:
        path.write_bytes(report_html(report))
    imported = import_report(path)
    assert imported.summary == known.summary
    assert imported.form == known.id
    assert imported.unrecognised == []
    told = dict.fromkeys(report.form.outside_tables, 0)  # section six says that there were none
    assert imported.report.cells == {**report.cells, **told}
    assert [remark for remark in imported.remarks if "位置" in remark] == []


@pytest.mark.parametrize(("form_id", "year"), [("2021", 2026), ("2019", 2020), ("mixed", 2021)])
@pytest.mark.usefixtures("next_formats")
def test_reports_of_older_formats_are_still_told_apart(form_id: str, year: int, tmp_path: Path) -> None:
    report, path = new_report(UNIT, "政府部门", year, form_id=form_id), tmp_path / "公布.htm"
    for number, code in enumerate(report.form.entered):
        report = report.with_cells({code: number % 5})
    path.write_bytes(report_html(report))
    imported = import_report(path)
    assert imported.report.form_id == form_id
    assert imported.report.cells == report.cells


def test_last_years_report_gives_what_was_carried_over(
    window: MainWindow, known: Next, answers: Answers, tmp_path: Path
) -> None:
    last = new_report(UNIT, "政府部门", known.year - 1)
    for code, number in numbers_of(last).items():
        if code in last.form.cells:
            last = last.with_cells({code: number})
    save_draft(last, tmp_path / "上年.xlsx")
    answers.choice, answers.open_from = FROM_FILE, tmp_path / "上年.xlsx"
    window.commands.run("new_from_last_year")
    session = window.session
    assert (session.report.form_id, session.report.year) == (known.id, known.year)
    assert [session.facts.shown(f"t3.R02.C{i}") for i in range(1, 8)] == ["1"] * 6 + ["6"]
    assert session.facts.shown("t3.R26.C1") == ""
    session.set_entries({"t3.R02.C1": 2}, "填写")
    assert "Y-01" in rules_on(window)


def test_departments_get_their_sheets_and_give_them_back(
    window: MainWindow, known: Next, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    files: list[Path] = []

    def accepted(dialog: QDialog) -> bool:
        dialog.accept()
        return dialog.result() == QDialog.DialogCode.Accepted

    monkeypatch.setattr(dialogs, "accepted", accepted)
    monkeypatch.setattr(dialogs, "ask_folder", lambda *_: tmp_path)
    monkeypatch.setattr(dialogs, "ask_open_many", lambda *_: files)
    begin(window, known)
    window.commands.run("send_sheets")
    files += sorted(tmp_path.glob("*填报表*.xlsx"))
    assert len(files) == 6
    numbers, left = numbers_of(window.session.report), set(window.session.form.entered)
    for path in files:
        book = openpyxl.load_workbook(path)
        for code in [code for code in left if name_of(code) in book.defined_names]:
            place_of(book, code).value = numbers[code]
            left.discard(code)
        book.save(path)
    assert left == set()
    window.commands.run("collect_sheets")
    assert {code: window.session.report.cells[code] for code in numbers} == numbers
    assert missing_departments(window.session.report) == []


def test_rules_on_texts_speak_of_the_new_format(window: MainWindow, known: Next) -> None:
    begin(window, known)
    fill(window)
    session = window.session
    session.set_text("s3", "全年共收到政府信息公开申请31件。")
    assert "N-01" in rules_on(window)
    session.set_text("s3", "其他处理7件。")
    assert "其他处理7件" in rules_on(window)["N-05"]
    session.set_text("s3", "不再处理6件。")  # all of them in the row that is new
    assert "N-05" not in rules_on(window)
    session.set_text("s3", "未出现因逾期不补正、主动撤回等不再处理的情形。")
    assert "申请人主动撤回申请”是6件" in rules_on(window)["N-05"]
    session.set_text("s3", "")

    cited = "根据《中华人民共和国政府信息公开工作年度报告格式》（{}）编制。"
    session.set_text("lead", cited.format(known.document))
    assert "N-11" not in rules_on(window)
    for wrong in ("国办公开办函〔2021〕30号", "国办公开办函〔2019〕60号", known.document.replace("号", "1号")):
        session.set_text("lead", cited.format(wrong))
        assert rules_on(window)["N-11"].endswith(f"应为{known.document}。")
    if known.id == "2030":
        session.set_text("lead", cited.format("国办公开办函〔2027〕1号"))
        assert "N-11" in rules_on(window)


def test_standard_sentences_are_offered_with_the_number_of_the_new_notice(window: MainWindow, known: Next) -> None:
    begin(window, known)
    fill(window)
    (lead, *_) = [printed for printed, _ in window.session.facts.sentences("lead")]
    assert f"（{known.document}）" in lead
    assert any("新收政府信息公开申请30件" in printed for printed, _ in window.session.facts.sentences("s1.request"))
    window.session.set_text("lead", lead)
    assert "N-11" not in rules_on(window)


def test_a_wrong_total_of_the_new_places_is_found(known: Next) -> None:
    report = written(known)
    code = "t4.review.total" if known.id == "2030" else "t3.R24.C1"
    report = report.with_cells({code: 9})
    rules = {finding.rule_id for finding in check_report(report).findings}
    assert rules & ({"T4-01"} if known.id == "2030" else {"T3-01", "T3-03"})


def test_the_command_line_does_the_same(known: Next, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    draft, word, page = tmp_path / "草稿.xlsx", tmp_path / "报告.docx", tmp_path / "报告.html"

    def run(*arguments: object) -> object:
        assert main([str(argument) for argument in arguments]) == 0, capsys.readouterr()
        out = capsys.readouterr().out
        return json.loads(out) if "--json" in arguments else out

    run("new", "-o", draft, "--unit", UNIT, "--unit-type", "政府部门", "--year", known.year, "--zero")
    report = load_draft(draft).report
    assert report.form_id == known.id
    for code, number in numbers_of(report).items():
        report = report.with_cells({code: number})
    save_draft(report, draft)
    checked = run("check", draft, "--json")
    assert isinstance(checked, dict)
    assert (checked["form"], checked["counts"]["error"]) == (known.id, 0)
    run("generate", draft, "-o", word, "--html", page, "--signoff", tmp_path / "审签单.docx")
    for path in (word, page):
        imported = run("import", path, "-o", tmp_path / "读入.xlsx", "--json")
        assert isinstance(imported, dict)
        assert (imported["form"], imported["summary"]) == (known.id, known.summary)
    run("rules", "-o", tmp_path / "规则.html")
    assert FORMATS[-1].document in (tmp_path / "规则.html").read_text(encoding="utf-8")
