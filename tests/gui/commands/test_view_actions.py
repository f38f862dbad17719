"""Going from place to place by keys."""

import random
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.base.resources import resource_path
from core.checks.findings import Finding, Place
from core.office import review
from gui.main_window import MainWindow
from gui.pages.blank_groups import BlankGroup
from gui.pages.live_places import LivePlaces
from gui.pages.next_place import all_waiting, landing
from tests.window_fixtures import page_of

SAMPLE = resource_path("samples", "示例.xlsx")


def led_to(window: MainWindow, presses: int) -> list[str]:
    """Press Ctrl+J so often; return the codes where the clerk is after each press."""
    shown = []
    for _ in range(presses):
        window.commands.run("next_open")
        place = window.wizard.current.place()
        shown.append(place.text if place else "")
    return shown


def test_the_next_place_is_the_next_one_behind_the_cursor_and_then_around(window: MainWindow) -> None:
    window.open_sample()
    for code in ("t3.R03.C1", "t3.R06.C3", "t3.R12.C6"):
        window.session.enter(code, "1x")
    for code in ("lead", "s5"):
        window.session.set_text(code, "")
    window.show_finding(Finding("", "hint", "", cells=("t3.R03.C1",)))
    waits = ["t3.R06.C3", "t3.R12.C6", "s5", "lead", "t3.R03.C1"]
    assert led_to(window, 10) == waits * 2
    window.show_page("review")  # no place there: what blocks comes first
    assert led_to(window, 1) == ["t3.R03.C1"]


def test_what_turns_up_before_the_clerk_waits_until_all_behind_was_come_to(window: MainWindow) -> None:
    window.open_sample()
    session = window.session
    session.set_text("s1.request", "本年行政复议1件。")
    session.enter("t3.R05.C2", "1x")
    session.set_text("s6", "无XX")  # two findings
    window.show_finding(Finding("", "hint", "", places=(Place("s1.request", 0, 0),)))
    assert led_to(window, 2) == ["s1.request", "t3.R05.C2"]
    session.set_text("s1.oversight", "请局长审阅。")
    assert list(dict.fromkeys(led_to(window, 5))) == ["s6", "s1.request", "s1.oversight", "t3.R05.C2"]


def test_in_a_text_the_next_place_may_be_further_on_in_it(window: MainWindow) -> None:
    window.open_sample()
    window.session.set_text(
        "s1.request", "本年新收政府信息公开申请{t3.R01.C7}件。新收申请97件。结转下年度继续办理95件。"
    )
    window.show_finding(Finding("", "hint", "", places=(Place("s1.request", 0, 0),)))
    starts = []
    for _ in range(2):
        window.commands.run("next_open")
        place = window.wizard.current.place()
        assert place is not None
        starts.append((place.text, place.start > 20, place.start))
    assert [start[:2] for start in starts] == [("s1.request", True)] * 2
    assert starts[0] < starts[1]


def test_words_against_a_table_are_shown_first_and_its_number_from_there(window: MainWindow) -> None:
    window.open_sample()
    session, details = window.session, window.work.findings.details
    for text, sentence in (
        ("s3", "本年新收政府信息公开申请98件。"),
        ("s5", "本年新收政府信息公开申请98件，任务较重。"),
        ("s1.request", "本年新收政府信息公开申请98件。"),
    ):
        before = session.report.texts.get(text, "")
        session.set_text(text, sentence)
        session.catch_up()
        found = next(f for f in session.facts.told.findings if f.rule_id == "N-02" and f.places[0].text == text)
        window.show_finding(found)
        assert window.wizard.current.place() == found.places[0] == Place(text, 12, 15)  # 98件
        assert details.jump.text() == "定位到此处"
        assert not details.table.isHidden()
        details.table.click()
        assert window.wizard.current_cell == found.cells[0]
        QApplication.processEvents()
        details.jump.click()
        place = window.wizard.current.place()
        assert place is not None
        assert place.text == text
        session.set_text(text, before)
    session.enter("t3.R03.C1", "1x")
    window.show_finding(next(f for f in session.facts.told.findings if "t3.R03.C1" in f.cells))
    assert details.table.isHidden()


def test_of_several_numbers_of_the_table_the_first_that_is_not_0_is_shown(window: MainWindow) -> None:
    window.open_sample()
    session = window.session
    session.enter("t3.R08.C1", "3")
    session.set_text("s3", "全年不予公开98件。")
    session.catch_up()
    found = next(f for f in session.facts.told.findings if f.rule_id == "N-05")
    window.show_finding(found)
    window.work.findings.details.table.click()
    shown = window.wizard.current_cell
    assert session.facts.sum_of([(shown, 1)])
    before = found.cells[: found.cells.index(shown)]
    assert before
    assert not any(session.facts.sum_of([(code, 1)]) for code in before)


def test_a_finding_too_long_for_the_status_bar_says_where_it_stands_whole(window: MainWindow) -> None:
    window.open_sample()
    window.session.enter("t3.R03.C1", "999")
    window.settings.change(points=16)
    window.resize(900, 600)
    window.work.fold(is_folded=True)
    window.commands.run("next_finding")
    assert window.statusBar().currentMessage().startswith("（F9 看全文）")
    window.settings.change(points=10)
    window.resize(4000, 600)
    window.work.fold(is_folded=True)
    window.commands.run("previous_finding")
    window.commands.run("next_finding")
    assert "F9" not in window.statusBar().currentMessage()


def test_the_key_for_the_next_finding_says_where_the_list_begins_anew(window: MainWindow) -> None:
    window.open_sample()
    window.session.enter("t3.R03.C1", "1x")
    window.session.enter("t3.R04.C2", "2x")
    said = []
    for command in ("next_finding", "next_finding", "next_finding", "previous_finding"):
        window.commands.run(command)
        said.append(window.statusBar().currentMessage())
    first, second = said[:2]
    assert "（已" not in first + second
    assert first != second
    assert said[2:] == [f"（已到最后，从头开始）{first}", f"（已到最前，从最后开始）{second}"]


def test_where_only_hints_are_left_they_are_counted(window: MainWindow) -> None:
    window.open_sample()
    window.session.set_text("meta.level", "中央")
    window.session.catch_up()
    hints = window.session.facts.told.count("hint")
    assert not [one for one in window.session.facts.told.findings if one.level != "hint"]
    window.commands.run("next_finding")
    assert hints
    assert window.statusBar().currentMessage() == f"没有错误和疑点，{hints}个提示收在问题列表里"


def test_where_a_finding_leads_to_is_where_the_page_goes(window: MainWindow) -> None:
    window.open_sample()
    window.session.enter("t3.R03.C1", "999")
    window.session.enter("t4.review.upheld", "")
    window.session.set_text("s1.request", "")
    window.session.set_entries({"t3.R01.C7": 12}, "核对合计")
    found = window.session.facts.final_result().findings
    assert len(found) > 3
    for finding in found:
        window.show_finding(finding)
        place = window.wizard.current.place()
        assert place is not None
        wanted = landing(window.session, finding)
        assert (place.text, place.start) == (wanted.text, wanted.start), finding


def test_what_no_field_shows_does_not_hold_the_clerk(window: MainWindow) -> None:
    window.open_sample()
    window.show_page("s5")
    window.session.enter("t3.R03.C1", "1x")
    window.session.set_text("meta.year", "")
    assert len(set(led_to(window, 6))) > 1


def test_on_the_last_page_the_printed_report_is_not_said_to_be_beside_it(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(LivePlaces, "may_be_apart", False)
    window.open_sample()
    window.resize(1366, 697)
    window.show_page("review")
    window.menus.actions["live_page"].setChecked(False)
    window.menus.actions["live_page"].trigger()
    assert window.statusBar().currentMessage() == "这一页旁边不显示印出的样子，回到前面各页就看得到"
    window.show_page("s5")
    window.menus.actions["live_page"].trigger()
    window.menus.actions["live_page"].trigger()
    assert window.statusBar().currentMessage().startswith("右边是印出的样子")


REMARKS = ["第五部分不具体。", "请按领导意见改。"]


def come_back(window: MainWindow) -> None:
    session = window.session
    session.record(review.register_return(session.report, "王局长", date(2026, 1, 12), REMARKS))


def test_remarks_of_a_superior_wait_behind_errors_and_doubts(window: MainWindow) -> None:
    window.open_sample()
    window.session.enter("t3.R03.C1", "1x")
    come_back(window)
    window.show_page("s5")
    window.wizard.current.focus_first()
    places, said = [], []
    for _ in range(6):
        window.commands.run("next_open")
        remark = window.work.findings.chosen()
        place = window.wizard.current.place()
        places.append(remark.remark.text if isinstance(remark, review.ToDo) else place and place.text)
        said.append(window.statusBar().currentMessage())
    assert places == [*REMARKS, "t3.R03.C1"] * 2
    assert said[0] == f"还有2条退回意见未处理：{REMARKS[0]}"
    assert QApplication.focusWidget() is not window.work.findings.list  # in the table


def test_only_remarks_are_left_and_come_in_turn_also_where_the_findings_are_folded(window: MainWindow) -> None:
    window.open_sample()
    come_back(window)
    assert window.toolbar.verdict.startswith("↩ 退回修改：2条意见未处理")
    window.show_page("s2")
    window.work.fold(is_folded=True)
    for text in (*REMARKS, *REMARKS):
        window.commands.run("next_open")
        assert in_list(window) == text
    for _ in REMARKS:
        window.work.findings.details.remark.followed.click()
    assert "意见" not in window.toolbar.verdict
    window.commands.run("next_open")
    assert window.statusBar().currentMessage() == "没有未填的，也没有错误和待核实的疑点"


def test_the_key_for_the_next_finding_stops_at_open_remarks_too(window: MainWindow) -> None:
    window.open_sample()
    window.session.enter("t3.R03.C1", "1x")
    come_back(window)
    window.show_page("s2")
    said = []
    for _ in range(12):
        window.commands.run("next_finding")
        said.append(window.statusBar().currentMessage())
    for text in REMARKS:
        assert f"退回意见：{text}" in said
    at = said.index(f"退回意见：{REMARKS[0]}")
    window.commands.run("previous_finding")
    assert said[at + 1] == f"退回意见：{REMARKS[1]}"


def fill_with_faults(window: MainWindow, rng: random.Random) -> None:
    """Open the sample with wrong numbers, wrong totals of paper, doubtful texts, perhaps blanks and remarks."""
    window.open_sample()
    session = window.session
    codes = list(session.form.tables["t3"].cells)
    entered = [code for code in codes if not session.form.cells[code].is_derived]
    session.set_entries(dict.fromkeys(entered, 0), "填写")
    session.set_entries({code: rng.randint(0, 30) for code in rng.sample(codes, 8)}, "填写")  # with totals of paper
    for code in ("s3", "s5"):
        session.set_text(code, "本年新收申请97件。请局长审阅。本年新收申请95件。XX")
    if rng.random() < 0.5:
        for code in rng.sample(entered, 3):
            session.enter(code, "")
        session.set_text("meta.unit_type", "")
    if rng.random() < 0.8:
        come_back(window)


def in_list(window: MainWindow) -> str:
    """Return what the list beside the page has chosen, as the status line says it."""
    chosen = window.work.findings.chosen()
    if isinstance(chosen, BlankGroup):
        return chosen.line.removeprefix("○ ")
    return "" if chosen is None else chosen.message if isinstance(chosen, Finding) else chosen.remark.text


@pytest.mark.parametrize("seed", [6, 14, 20, 28, 52, 59])
def test_each_thing_that_waits_is_come_to_once_before_any_comes_again(
    window: MainWindow, qtbot: QtBot, seed: int
) -> None:
    rng = random.Random(seed)
    fill_with_faults(window, rng)
    window.work.fold(is_folded=False)
    panel = window.work.findings
    panel.pause.setInterval(0)
    window.show_page(rng.choice(["meta", "s1", "s3", "s5"]))
    waiting = all_waiting(window.session)
    assert len(waiting) >= 3
    met = []
    for _ in waiting:
        window.commands.run("next_open")
        qtbot.waitUntil(lambda: not panel.pause.isActive())
        said = window.statusBar().currentMessage()
        assert in_list(window) in said, (in_list(window), said)
        assert in_list(window)
        chosen = panel.chosen()
        met.append(chosen.first if isinstance(chosen, BlankGroup) else chosen)
    assert all(what in met for what in waiting)
    window.commands.run("next_open")
    qtbot.waitUntil(lambda: not panel.pause.isActive())
    again = panel.chosen()
    assert (again.first if isinstance(again, BlankGroup) else again) == met[0]


def test_a_remark_stays_chosen_beside_the_findings_of_the_text_that_one_is_in(window: MainWindow, qtbot: QtBot) -> None:
    window.open_sample()
    text = "本年新收申请97件。请局长审阅。"
    window.session.set_text("s5", text)
    come_back(window)
    window.work.fold(is_folded=False)
    page_of(window, "s5").blocks["s5"].editor.show_place(Place("s5", len(text), len(text)))
    panel = window.work.findings
    qtbot.waitUntil(lambda: not panel.pause.isActive())
    for remark in REMARKS:
        panel.follow("s5")
        window.commands.run("next_open")
        qtbot.wait(panel.pause.interval() + 20)
        assert in_list(window) == remark


def test_what_the_list_does_not_show_yet_is_not_led_to(window: MainWindow) -> None:
    window.open_sample()
    window.session.set_text("meta.year", "2099")  # F-01 asks to wait for the end of the year once all is filled in
    window.session.set_text("s1.request", "")
    window.session.set_text("s5", "")
    early = [f for f in window.session.facts.final_result().open_warnings if f.cells == ("meta.year",)]
    assert early
    assert not {*early} & {*window.session.result.findings}
    window.show_page("s5")
    for _ in range(8):
        window.commands.run("next_open")
        assert "还没有结束" not in window.statusBar().currentMessage()


def test_a_jump_to_another_box_leaves_no_second_selection_behind(window: MainWindow) -> None:
    window.open_sample()
    session = window.session
    session.set_text("s1.request", "本年行政复议1件。")
    session.set_text("s1.oversight", "全年培训2次。")
    window.wizard.show_page("s1")
    first, second = (page_of(window, "s1").blocks[code].editor for code in ("s1.request", "s1.oversight"))
    window.wizard.show_finding(Finding("", "hint", "", (), (Place("s1.request", 6, 8),)))
    assert first.textCursor().selectedText() == "1件"
    window.work.findings.list.setFocus()
    assert first.textCursor().selectedText() == "1件"  # what the list speaks of stays marked
    window.wizard.show_finding(Finding("", "hint", "", (), (Place("s1.oversight", 4, 6),)))
    assert (first.textCursor().hasSelection(), second.textCursor().selectedText()) == (False, "2次")
    second.selectAll()  # what the clerk has selected stays, as in any program
    first.setFocus()
    assert second.textCursor().hasSelection()
