"""The model of a matrix has the printed shape, keeps Qt's rules and says in words what it shows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester

from core.report.report import new_report
from gui.matrix.fit import share
from gui.matrix.model import BLANK, LABEL, REFUSED, TOTAL, MatrixModel
from gui.matrix.moves import following, step
from gui.report.session import ReportSession

Role = Qt.ItemDataRole
SHAPES = {"t2": (14, 4), "t3": (25, 10), "t4": (1, 15)}


@pytest.mark.parametrize("table_id", SHAPES)
def test_the_model_keeps_the_rules_of_qt(qtmodeltester: ModelTester, session: ReportSession, table_id: str) -> None:
    model = MatrixModel(session, table_id)
    qtmodeltester.check(model, force_py=True)
    session.fill_zeros(model.table.cells, "本表")
    session.enter_many({model.table.cells[0]: "1O"}, "填写")
    qtmodeltester.check(model, force_py=True)


@pytest.mark.parametrize("table_id", SHAPES)
def test_every_label_and_number_of_the_form_stands_in_its_place(session: ReportSession, table_id: str) -> None:
    model = MatrixModel(session, table_id)
    assert (model.rowCount(), model.columnCount()) == SHAPES[table_id]
    printed = [item for row in model.table.grid for item in row]
    shown = [*model.header_items, *model.items.values()]
    assert sorted(shown, key=lambda i: (i.top, i.left)) == printed
    for item in model.items.values():
        index = model.index(item.top - model.first_row, item.left)
        assert model.data(index, Role.DisplayRole) == item.label
        assert model.code_at(index) == item.code


def test_nothing_is_known_about_an_invalid_index(session: ReportSession) -> None:
    model = MatrixModel(session, "t3")
    assert model.data(QModelIndex()) is None
    assert model.flags(QModelIndex()) == Qt.ItemFlag.NoItemFlags
    assert not model.setData(QModelIndex(), "1")
    assert model.rowCount(model.index(0, 3)) == model.columnCount(model.index(0, 3)) == 0


def test_only_touched_cells_are_announced(session: ReportSession) -> None:
    model = MatrixModel(session, "t3")
    session.fill_zeros(model.table.cells, "本表")
    announced: list[str] = []
    blocks: list[tuple[QModelIndex, QModelIndex]] = []
    model.shown_changed.connect(lambda places: announced.extend(model.items[place].code for place in places))
    model.dataChanged.connect(lambda first, last: blocks.append((first, last)))
    before = {code: session.facts.level(code) for code in model.table.cells}
    session.enter("t3.R05.C2", "4")
    numbers = {"t3.R05.C2", "t3.R05.C7", "t3.R24.C2", "t3.R24.C7"}
    coloured = {code for code, level in before.items() if session.facts.level(code) != level}
    assert sorted(announced) == sorted(numbers | coloured)
    assert len(announced) < 16
    ((first, last),) = blocks
    assert all(first.row() <= i.row() <= last.row() for i in map(model.index_of, announced))
    assert all(first.column() <= i.column() <= last.column() for i in map(model.index_of, announced))


def test_states_follow_the_session(session: ReportSession) -> None:
    model = MatrixModel(session, "t3")

    def state(code: str) -> int:
        return model.states[model.place_of[code]]

    assert state("t3.R05.C2") == BLANK
    assert state("t3.R05.C7") == TOTAL
    session.enter("t3.R05.C2", "4")
    assert state("t3.R05.C2") == 0
    session.enter("t3.R05.C2", "4x")
    assert state("t3.R05.C2") == REFUSED | 3
    assert model.states[0] == LABEL


def test_a_screen_reader_hears_row_column_value_and_state(session: ReportSession) -> None:
    model = MatrixModel(session, "t3")

    def heard(code: str) -> tuple[str, str]:
        index = model.index_of(code)
        return model.data(index, Role.AccessibleTextRole), model.data(index, Role.AccessibleDescriptionRole)

    text, described = heard("t3.R01.C1")
    assert text == "本年新收·自然人，未填"
    assert described.startswith("报告年度 1 月 1 日至 12 月 31 日收到的申请")
    session.enter("t3.R01.C1", "12")
    assert heard("t3.R01.C1")[0] == "本年新收·自然人，12件"
    session.enter("t3.R01.C1", "1O")
    text, described = heard("t3.R01.C1")
    assert text == "本年新收·自然人，不能识别的内容“1O”，有错误"
    assert "请改为数字0" in described
    assert heard("t3.R01.C7")[0] == "本年新收·总计，合计，尚不能计算"
    assert "合计由程序计算" in heard("t3.R01.C7")[1]


def test_every_place_can_be_named(session: ReportSession) -> None:
    for table_id in SHAPES:
        model = MatrixModel(session, table_id)
        for item in model.items.values():
            assert model.data(model.index(item.top - model.first_row, item.left), Role.AccessibleTextRole)


def test_the_labels_of_a_number_are_those_of_its_row_and_column(session: ReportSession) -> None:
    def labels(table_id: str, code: str) -> set[str]:
        return {item.label for item in MatrixModel(session, table_id).labels_of(code)}

    assert labels("t3", "t3.R05.C2") == {
        "三、本年度办理结果",
        "（三）不予公开",
        "1.属于国家秘密",
        "商业企业",
        "法人或其他组织",
        "申请人情况",
    }
    assert labels("t3", "t3.R01.C7") == {"一、本年新收政府信息公开申请数量", "总计", "申请人情况"}
    assert labels("t4", "t4.direct.other") == {"其他结果", "未经复议直接起诉", "行政诉讼"}
    assert labels("t2", "t2.normative.in_force") == {"行政规范性文件", "现行有效件数", "第二十条第（一）项"}
    assert labels("t2", "t2.coercion.decisions") == {"行政强制", "本年处理决定数量", "第二十条第（六）项"}


@pytest.mark.parametrize("table_id", SHAPES)
def test_tab_and_enter_pass_every_cell_to_fill_in_once(session: ReportSession, table_id: str) -> None:
    model = MatrixModel(session, table_id)
    entered = [code for code in model.table.cells if model.is_entered(code)]
    for forwards, backwards in (("next", "previous"), ("down", "up")):
        passed = [entered[0]]
        while code := following(model, passed[-1], forwards):
            passed.append(code)
        assert sorted(passed) == sorted(entered)
        back = [passed[-1]]
        while code := following(model, back[-1], backwards):
            back.append(code)
        assert back == passed[::-1]


@pytest.mark.parametrize("table_id", SHAPES)
def test_arrows_reach_every_number(session: ReportSession, table_id: str) -> None:
    model = MatrixModel(session, table_id)
    reached = {model.table.cells[0]}
    waiting = list(reached)
    while waiting:
        code = waiting.pop()
        for found in {step(model, code, way) for way in ("above", "below", "left", "right")} - reached:
            reached.add(found)
            waiting.append(found)
    assert reached == set(model.table.cells)


def test_another_report_is_shown_anew(session: ReportSession) -> None:
    model = MatrixModel(session, "t3")
    other = new_report("另一单位", "政府部门", 2025, with_zeros=True)
    other = other.with_cells({"t3.R01.C1": 15})
    session.replace(other)
    assert model.texts[model.place_of["t3.R01.C1"]] == "15"
    assert model.texts[model.place_of["t3.R01.C7"]] == "15"


def test_widths_are_shared_to_the_last_pixel_and_none_is_too_small() -> None:
    assert share([1, 1, 1], [10, 10, 10], 100) == [33, 33, 34]
    assert share([1, 9], [20, 10], 100) == [20, 80]
    assert share([1, 1], [60, 60], 100) == [60, 60]
    assert sum(share([356, 881, 2418, 720], [32, 40, 110, 50], 831)) == 831
