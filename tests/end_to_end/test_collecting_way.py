"""汇总审核 by keyboard alone, from forty reports to the Word file of the government's own report."""

import json
from datetime import timedelta
from pathlib import Path

import docx
import pytest
from PySide6.QtWidgets import QApplication

from build_scripts.make.collecting_way import IN, OUT, collecting_way
from build_scripts.make.keyboard import Keyboard
from build_scripts.make.whole_way import CLOCK
from build_scripts.sweeps.desk_folders import make_folder
from core.base.day_words import day_in_words
from core.draft.workbook import load_draft
from core.report.report import numbers_only
from gui.main_window import MainWindow

MOST_KEYS = 80


@pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen, of the menu
def test_forty_reports_become_the_governments_report_by_keyboard_alone(real_window: MainWindow, tmp_path: Path) -> None:
    totals: dict[str, str] = {}
    answer: list[str] = []

    def look(what: str) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None, what
        assert not focus.visibleRegion().isEmpty(), what
        desk = real_window.commands.collection.window
        totals[what] = desk.pane.totals.text() if desk else ""
        if desk and what == "已改和未改":
            answer.append(desk.pane.panel.list.item(0).text())

    keys = Keyboard(real_window)
    keys.follow(collecting_way(keys, real_window, tmp_path, look))

    received = "应报40个单位，已收40，"
    assert totals["读完四十份"] == f"{received}有疑点5，可采用35；计入汇总40个单位。"
    assert totals["都已退回"] == f"{received}可采用35，已退回5；计入汇总40个单位。"
    assert totals["第二轮"] == f"{received}有疑点2，可采用38；计入汇总40个单位。"
    assert totals["一个不计入"] == f"{received}可采用39，已退回1；计入汇总39个单位。"
    assert answer == ["第1次退回后：已改1处，未改0处，新发现0处"]  # what was struck is nothing new
    rounds = json.loads((tmp_path / OUT / "collection.json").read_bytes())["units"]
    assert sorted(unit["returned"] for unit in rounds.values() if unit["returned"]) == [1, 1, 1, 1, 2]
    (letter,) = (tmp_path / OUT / "退回修改意见").glob("*.docx")
    assert rounds[letter.stem]["returned"] == 2
    week_later = day_in_words((CLOCK + timedelta(days=7)).date())  # as it is offered, where nobody names another day
    assert any(f"请于{week_later}前报回" in p.text for p in docx.Document(str(letter)).paragraphs)

    reports = list(make_folder(18, faults=0).reports.values())[:-1]
    codes = [code for code in reports[0].form.entered if code.startswith("t3")]
    wanted = {code: sum(int(numbers_only(r.cells).get(code, 0)) for r in reports) for code in codes}
    kept = load_draft(tmp_path / OUT / "汇总稿.xlsx").report
    assert {code: kept.cells[code] for code in codes} == wanted
    (word,) = (tmp_path / OUT).glob("*送审稿*.docx")
    table = docx.Document(str(word)).tables[1]
    assert [cell.text for cell in table.rows[3].cells[-7:-1]] == [str(wanted[f"t3.R01.C{i}"]) for i in range(1, 7)]
    assert len(list((tmp_path / IN).iterdir())) == 40
    assert keys.count <= MOST_KEYS
