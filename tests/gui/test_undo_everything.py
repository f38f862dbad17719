"""250 random edits, pastes, fills, repairs and explanations: undo to the start, redo to the end."""

import random

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from core.base.resources import resource_path
from core.validation.validation import check_report
from gui.main_window import MainWindow
from gui.matrix.view import MatrixView
from tests.window_fixtures import tables_of

STEPS = 250
SAMPLE = resource_path("samples", "示例.xlsx")
ENTRIES = ("0", "1", "12", "1,234", "７", "", "1O", "-1", "3件")
WORDS = ("收到申请{t3.R01.C7}件。", "问题,不足。", "２０２４年", "", "一是公开不够。二是解读少。")


class RandomClerk:
    """Does one random thing after the other in the real window."""

    def __init__(self, window: MainWindow, seed: int) -> None:
        self.window = window
        self.session = window.session
        self.random = random.Random(seed)
        self.done: list[str] = []
        self.kinds = (
            self.enter, self.enter, self.enter_total, self.write, self.paste, self.fill, self.clear, self.repair,
            self.explain, self.tidy, self.exchange_words,
        )  # fmt: skip

    def step(self) -> None:
        kind = self.random.choice(self.kinds)
        kind()
        self.done.append(kind.__name__)
        self.session.close_edit()

    def enter(self) -> None:
        code = self.random.choice(self.session.form.entered)
        text = ""
        for char in self.random.choice(ENTRIES):  # key by key, one step
            text += char
            self.session.enter(code, text)

    def enter_total(self) -> None:
        self.session.enter_many({self.random.choice(self.session.form.derived): str(self.random.randint(0, 9))}, "合计")

    def write(self) -> None:
        self.session.set_text(self.random.choice(list(self.session.form.texts)), self.random.choice(WORDS))

    def table(self) -> MatrixView:
        table = self.random.choice(tables_of(self.window))
        table.grid.select(self.random.choice(table.model.table.cells))
        return table

    def paste(self) -> None:
        table = self.table()
        data = QMimeData()
        data.setText(str(self.random.randint(0, 99)))
        QGuiApplication.clipboard().setMimeData(data)
        if table.model.is_entered(table.current):
            table.paste()

    def fill(self) -> None:
        self.table().fill_part()

    def clear(self) -> None:
        self.table().clear()

    def repair(self) -> None:
        for finding in self.session.result.findings:
            if finding.repairs and not self.session.form.cells[finding.repairs[0][0].cell].is_derived:
                change = finding.repairs[0][0]
                self.session.set_entries({change.cell: change.should_be}, "按台账改正", log="已核对台账")
                return

    def explain(self) -> None:
        warnings = [finding for finding in self.session.result.findings if finding.level == "warning"]
        if warnings:
            self.session.explain(self.random.choice(warnings), self.random.choice(("情况属实", "")), "张三")

    def tidy(self) -> None:
        self.window.commands.run("tidy")

    def exchange_words(self) -> None:
        self.session.set_texts({c: t.replace("问题", "不足") for c, t in self.session.report.texts.items()}, "全部替换")


@pytest.mark.parametrize("seed", [1, 2])
def test_undo_leads_to_the_start_and_redo_to_the_end(window: MainWindow, seed: int) -> None:
    window.open_sample()
    session = window.session
    start = session.report
    clerk = RandomClerk(window, seed)
    states = [start]
    for _ in range(STEPS):
        clerk.step()
        if session.report != states[-1]:  # what is typed and taken back is no step
            states.append(session.report)
    assert len(set(clerk.done)) == len({kind.__name__ for kind in clerk.kinds})
    assert len(states) > STEPS / 2

    for state in reversed(states[:-1]):
        session.undo()
        assert session.report == state
    assert not session.open_report.can_undo
    for state in states[1:]:
        session.redo()
        assert session.report == state
    assert not session.open_report.can_redo
    whole = check_report(
        session.report, last_year=session.last_year, today=session._clock().date(), local=session.local_rules
    )
    assert [f.message for f in session.result.findings] == [f.message for f in whole.findings]
