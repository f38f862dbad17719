"""What the panel says of a unit."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core.form.form_reader import load_form
from core.office.collection.collected import Collected
from core.office.collection.decisions import Decision
from core.office.collection.desk import UnitResult
from core.office.collection.desk_rules import desk_settings
from core.office.collection.desk_workbook import _unit_row, finding_rows
from core.office.collection.doubts import doubts_in_words
from core.office.collection.ledger import make_ledger
from core.office.collection.letter_answers import answered
from core.office.collection.make_desk import make_desk
from core.office.collection.state import UnitRounds
from core.office.collection.unit_list import NO, ListedUnit
from core.published import COMMENTS_LEFT, REVISIONS_READ, Unsure
from gui import dialogs
from gui.collection.desk_command import DeskView
from gui.collection.unit_actions import UnitActions
from gui.collection.unit_lines import batch_of, state_in_words, unit_lines
from gui.collection.unit_panel import UnitPanel, _answered, _facts, _lines
from tests.core.office.collection.desk_samples import FINDING, FIVE, ITEM, YEAR, desk, file


def test_another_number_at_the_same_place_is_not_said_to_be_mended() -> None:
    other = ITEM._replace(place="法律服务机构列")
    (unit,) = desk([file("甲局", items=(ITEM._replace(written="新收5"), other))], ["甲局"]).units
    found = answered(unit, UnitRounds(1, ("before",), (ITEM, ITEM._replace(rule_id="T3-02")), is_open=True))
    lines = [line.text for line in _answered(unit, found)]
    assert lines == [
        "第0次退回后：已改1处，未改1处，新发现1处",
        "✓ 已改：“自然人”列：相差1。",
        "✕ 未改（仍不符，现为新收5）：“自然人”列：相差1。",
        "＋ 新发现：法律服务机构列：“自然人”列：相差1。",
    ]


def test_what_stands_there_now_is_not_said_twice() -> None:
    now = ITEM._replace(written="未发生行政复议", check="写的是“未发生行政复议”，表中是3件。")
    (unit,) = desk([file("甲局", items=(now,))], ["甲局"]).units
    found = answered(unit, UnitRounds(1, ("before",), (ITEM,), is_open=True))
    assert [line.text for line in _answered(unit, found)][1:] == [
        "✕ 未改（仍不符）：自然人列：写的是“未发生行政复议”，表中是3件。"
    ]


def test_the_panel_shows_as_many_doubts_as_the_list_counts() -> None:
    private = {**FINDING, "rule": "N-21", "level": "hint"}
    private["message"] = "第五部分出现手机号：“138****8000”，请确认可以公开。"
    private["places"] = [{"text": "s5", "start": 1, "end": 12}]
    hint = {**FINDING, "rule": "N-30", "level": "hint", "message": "另一条。"}
    warning = {**FINDING, "rule": "N-13", "level": "warning", "message": "编号不连续。"}
    item = ITEM._replace(rule_id="N-13", level="warning", check="编号不连续。")
    made = desk([file("甲局", items=(item,), findings=(private, hint, warning))], ["甲局"])
    (unit,) = made.units
    assert unit.open_doubts == 2
    collected = Collected(made, make_ledger(made.form, []), None)
    lines = [(line.level, line.is_heading, line.text) for line in _lines(unit, collected)]
    assert [text for level, heading, text in lines if heading] == [
        "疑点（核实或说明） 2",
        "提示（供参考，不写入退回意见） 1",
    ]
    assert sum(level == "warning" and not heading for level, heading, _ in lines) == 2
    assert [row[1] for row in finding_rows(made)] == ["疑点", "疑点"]
    assert unit_lines(collected)[0].texts[4] == "0／2"


def test_only_a_unit_that_is_in_the_sum_is_said_to_be() -> None:
    listed: list[str | ListedUnit] = ["甲局", "乙局", "丙局", ListedUnit("丁局", "", must_report=False)]
    listed.append(ListedUnit("戊局", "", counts=NO))
    made = desk([file("甲局"), file("乙局", year=2024), file("戊局")], listed)
    shown = {line.texts[0]: line.texts[-1] for line in unit_lines(Collected(made, make_ledger(made.form, []), None))}
    assert shown == {"甲局": "是", "乙局": "暂缺", "丙局": "暂缺", "丁局": "", "戊局": "否"}
    assert {
        row[1]: row[9] for row in (_unit_row(1, unit) for unit in made.units)
    } == shown  # 核查情况.xlsx says the same


def test_blanks_that_were_filled_are_told_cell_by_cell() -> None:
    codes = ("t3.R03.C1", "t3.R03.C2", "t3.R04.C1")
    told = ITEM._replace(rule_id="C-03", place="甲、乙", blanks=codes[:2])
    (unit,) = desk([file("甲局", items=(told._replace(place="乙、丙", blanks=codes[1:]),))], ["甲局"]).units
    found = answered(unit, UnitRounds(1, ("before",), (told,), is_open=True))
    assert [line.text for line in _answered(unit, found)] == [
        "第0次退回后：已改0处，未改1处，新发现1处",
        "✕ 未改完：第三部分2格空白中已填1格，还有1格未填，另有1格新空白",
        "　✓ 已填：（一）予以公开·自然人",
        "　✕ 未填：（一）予以公开·商业企业",
        "　＋ 新空白：（二）部分公开·自然人",
    ]


def test_a_copied_name_is_no_matter_of_the_unit_whose_name_it_is() -> None:
    made = desk([file("青澜县水利局", texts={"s1.manage": "青澜县教育局修订目录。"}), file("青澜县教育局")], None)
    assert [f.rule_id for f in made.batch] == ["B-06"]
    collected = Collected(made, make_ledger(made.form, []), None)
    assert [(u.name, len(batch_of(collected, u))) for u in made.units] == [("青澜县教育局", 0), ("青澜县水利局", 1)]
    assert [row[0] for row in finding_rows(made) if row[2] == "B-06"] == ["青澜县水利局"]


def test_that_another_unit_sent_nothing_is_no_matter_of_the_unit_whose_file_bears_its_name() -> None:
    made = desk([file("青澜县水利局", "青澜县教育局.docx")], ["青澜县水利局", "青澜县教育局"])
    collected = Collected(made, make_ledger(made.form, []), None)
    told = {u.name: [f.rule_id for f in batch_of(collected, u)] for u in made.units}
    assert told == {"青澜县水利局": ["B-04"], "青澜县教育局": ["B-01", "B-04"]}


def test_what_is_private_in_a_report_stands_beside_the_state_of_its_unit() -> None:
    hint = {**FINDING, "rule": "N-21", "level": "hint", "cells": []}
    (unit,) = desk([file("甲局", findings=(hint,))], ["甲局"]).units
    assert state_in_words(unit) == "可采用（有个人信息）"


def test_a_number_of_a_person_is_listed_by_its_ends(qtbot: QtBot) -> None:
    message = "第五部分出现手机号：“13800138000”，请确认可以公开。"
    hint = {**FINDING, "rule": "N-21", "level": "hint", "cells": [], "message": message}
    made = desk([file("甲局", findings=(hint,))], ["甲局"])
    collected, panel = Collected(made, make_ledger(made.form, []), None), UnitPanel()
    qtbot.addWidget(panel)
    panel.show_line(unit_lines(collected)[0], collected)
    item = panel.list.item(1)
    for shown in (item.text(), str(item.data(Qt.ItemDataRole.AccessibleTextRole))):
        assert "138****8000" in shown
        assert "13800138000" not in shown


@pytest.mark.parametrize(
    ("contact", "phone", "said"),
    [("李某", "0000-1", "联系人：李某 0000-1"), ("", "0000-1", "电话：0000-1"), ("李某", "", "联系人：李某")],
)
def test_a_bare_number_is_called_a_telephone(contact: str, phone: str, said: str) -> None:
    made = desk([], [ListedUnit("甲局", contact=contact, phone=phone)])
    facts = _facts(made.units[0], Collected(made, make_ledger(made.form, []), None))
    assert facts.endswith(f"　{said}")


@pytest.mark.parametrize(("note", "words"), [(REVISIONS_READ, "有没接受的修订"), (COMMENTS_LEFT, "有批注")])
def test_what_was_left_in_a_word_file_stands_beside_the_state_of_its_unit(note: str, words: str) -> None:
    made = desk([file("甲局", "报/甲.docx", notes=(note,)), file("乙局")], ["甲局", "乙局"])
    assert list(map(state_in_words, made.units)) == [f"可采用（{words}）", "可采用"]
    lines = list(_lines(made.units[0], Collected(made, make_ledger(made.form, []), None)))
    assert [(line.text, line.level) for line in lines] == [(f"“报/甲.docx”：{note}。", "hint")]
    assert _unit_row(1, made.units[0])[-1] == note


def test_a_section_of_last_year_is_told_in_the_pane_and_in_the_workbook() -> None:
    made = desk([file("甲局", repeated="第一部分与上年相同约100%")], ["甲局"])
    (line,) = _lines(made.units[0], Collected(made, make_ledger(made.form, []), None))
    assert (line.text, line.level) == ("第一部分与上年相同约100%。", "hint")
    assert _unit_row(1, made.units[0])[-1] == "第一部分与上年相同约100%"
    assert (made.units[0].state, made.units[0].items) == ("可采用", [])


def test_what_changed_after_a_unit_was_settled_stands_before_all_else() -> None:
    made = desk([file("甲局")], ["甲局"])
    (unit,) = made.units
    unit.changed, unit.reopened, unit.state = "与上次来件不同的格：处罚 16→23", "公布后来件有改动", "有疑点"
    lines = [(line.text, line.level) for line in _lines(unit, Collected(made, make_ledger(made.form, []), None))]
    assert lines == [
        ("公布后来件有改动，请核实，无误的按“采用”。", "warning"),
        ("与上次来件不同的格：处罚 16→23。", "warning"),
    ]
    assert state_in_words(unit) == "有疑点（公布后来件有改动）"


class _View:
    """As much of the window as is asked when a report is adopted."""

    def __init__(self, collected: Collected, unit: UnitResult) -> None:
        self.runner, self.widget = SimpleNamespace(collected=collected, decide=self._decide), None
        self.said: list[str] = []
        self.decided: dict[str, Decision] = {}
        self._unit = unit

    def unit(self) -> UnitResult:
        return self._unit

    def say(self, sentence: str) -> None:
        self.said.append(sentence)

    def _decide(self, decisions: dict[str, Decision], _then: object) -> None:
        self.decided |= decisions


def test_a_report_with_an_identity_number_is_adopted_only_with_a_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    given = [None, "已电话核实，无误"]

    def ask_reason(_parent: object, _title: str, text: str, *_more: object) -> str | None:
        asked.append(text)
        return given.pop(0)

    monkeypatch.setattr(dialogs, "ask_reason", ask_reason)
    message = "引言出现身份证号：“330102 19800101 1234”，请确认可以公开。"
    place = {"text": "lead", "start": 0, "end": 20}
    hint = {**FINDING, "rule": "N-21", "level": "hint", "cells": [], "places": [place], "message": message}
    made = desk([file("甲局", findings=(hint,))], ["甲局"])
    view = _View(Collected(made, make_ledger(made.form, []), None), made.units[0])
    actions = UnitActions(cast(DeskView, view))
    actions.adopt()
    shown = message.replace("330102 19800101 1234", "330*** ******** 1234")
    assert view.decided == {}
    assert asked == [f"甲局有1处疑点，核实后可以采用；文件再变时要重新核实。\n{shown}"]
    actions.adopt()
    assert view.decided["甲局"].reason == "已电话核实，无误"


def test_an_own_error_stands_above_the_one_line_of_all_that_wrote_the_same() -> None:
    names = [f"青澜县{sign}局" for sign in "甲乙丙丁戊己"]
    warning = {**FINDING, "rule": "N-13", "level": "warning", "message": "编号不连续。"}
    doubt = ITEM._replace(rule_id="N-13", level="warning", check="编号不连续。")
    files = [file(name, texts={"s5": FIVE}) for name in names[1:]]
    files.append(file(names[0], texts={"s5": FIVE}, items=(ITEM, doubt), findings=(FINDING, warning)))
    made = desk(files, names)
    unit = next(one for one in made.units if one.name == names[0])
    collected = Collected(made, make_ledger(made.form, []), None)
    lines = [line.text for line in _lines(unit, collected)]
    assert lines == [
        "错误（必须改） 1",
        "“自然人”列：相差1。（T3-01）",
        "疑点（核实或说明） 1",
        "编号不连续。（N-13）",
        "审核中发现（1）",
        "与5个单位雷同，最高100%相同（青澜县乙局100%、青澜县丙局100%、青澜县丁局100%等5个单位），请核实是否照搬；"
        "两两对照见“对照雷同的文字”。（B-05）",
        "打开报告看到的问题与这里不同：标题、小标题的编号由程序编，不列。",
    ]
    assert (unit.open_errors, unit.open_doubts) == (1, 2)
    assert len(doubts_in_words(made, unit)) - unit.open_errors == unit.open_doubts  # as 采用 counts them
    rows = [row for row in finding_rows(made) if row[2] == "B-05"]
    assert [(row[0], row[5]) for row in rows] == [
        (
            "、".join(names),
            f"{'、'.join(names)}6个单位的第五部分相互雷同，请核实是否照搬；两两对照见核查情况.xlsx“雷同”。",
        )
    ]
    for file_of in files:
        assert file_of.name in rows[0][4]


def test_a_group_says_which_of_its_units_were_adopted() -> None:
    files = [file(f"{sign}局", texts={"s5": FIVE}) for sign in "甲乙丙"]
    decided = {one.record.unit: Decision(adopted=(one.record.digest,), reason="同一起草人") for one in files[:2]}
    listed = [ListedUnit(one.record.unit) for one in files]
    made = make_desk(files, listed, YEAR, load_form(), desk_settings(), decided)
    assert [row[6] for row in finding_rows(made)] == ["甲局、乙局已核实（同一起草人）"]


def test_the_panel_tells_what_was_not_read_for_sure_and_what_the_list_notes() -> None:
    doubt = Unsure("spaced", "“行政许可”原文为“1 656”，按一个数读入", ("t2.licensing.decisions",), "1 656")
    made = desk([file("甲局", unsure=(doubt,))], [ListedUnit("甲局", note="并入水利局")])
    (unit,) = made.units
    collected = Collected(made, make_ledger(made.form, []), None)
    lines = [(line.level, line.text) for line in _lines(unit, collected)]
    assert [level for level, text in lines if "“1 656”" in text and text.endswith("（B-13）")] == ["warning"]
    assert [level for level, text in lines if "“并入水利局”" in text and text.endswith("（B-14）")] == ["warning"]
    assert unit.open_doubts == 2
    assert len(doubts_in_words(made, unit)) == 2


def test_a_file_of_another_year_beside_the_one_that_came_is_no_error_any_more() -> None:
    made = desk(
        [file("甲局", "旧.docx", year=2024), file("甲局", "新.docx"), file("乙局", year=2024)], ["甲局", "乙局"]
    )
    collected = Collected(made, make_ledger(made.form, []), None)
    came, other = made.units
    assert [(line.level, line.text) for line in _lines(came, collected)] == [
        ("hint", "甲局的“旧.docx”是2024年度的报告，应报2025年度，已另有2025年度报告。")
    ]
    assert unit_lines(collected)[0].texts[4] == "0／0"
    assert [row[-1] for row in finding_rows(made) if row[2] == "B-03"] == ["已另有2025年度报告", "待处理"]
    assert [line.level for line in _lines(other, collected)][:2] == ["", "error"]
