"""A report that names no unit of the list is given to one by 以哪一份为准."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication

from core.base.errors import ReportError
from core.office.collection.collected import Collected
from core.office.collection.decisions import Decision
from core.office.collection.desk import DeskFile
from core.office.collection.file_record import NAME, UNREAD, FileRecord
from core.office.collection.ledger import make_ledger
from core.office.collection.letters import LetterFacts
from gui import dialogs
from gui.collection.result_dialogs import ResendDialog
from gui.collection.unit_actions import UnitActions
from tests.core.office.collection.desk_samples import YEAR, desk, file, unit

OFFICE = "青澜县人民政府办公室"
PEOPLE, WATER = "青澜县人力资源和社会保障局", "青澜县水利局"


class View:
    """The window, as far as the command knows it: one unit is chosen, and what is decided is kept."""

    def __init__(self, chosen: str, **decisions: Decision) -> None:
        made = desk([file("青澜县人社局", "1.docx", digest="a"), file(WATER)], [PEOPLE, WATER])
        self.widget = None
        self._chosen = unit(made, chosen)
        collected = Collected(made, make_ledger(made.form, []), None, decisions=decisions)
        self.decided: dict[str, Decision] = {}
        self.runner = SimpleNamespace(collected=collected, request=SimpleNamespace(year=YEAR), decide=self._decide)

    def unit(self) -> Any:
        return self._chosen

    def _decide(self, decisions: Mapping[str, Decision], _then: object) -> None:
        self.decided.update(decisions)


def test_the_file_that_a_unit_may_be_of_is_given_to_it_and_taken_back(monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[list[str]] = []
    answers = [("以这一份为准", 0), ("取消", 0), ("都不选", 0)]

    def choose(_parent: object, _title: str, _text: str, lines: list[str], _answers: object) -> tuple[str, int]:
        shown.append(lines)
        return answers.pop(0)

    monkeypatch.setattr(dialogs, "choose_with_list", choose)
    view = View(PEOPLE)
    actions = UnitActions(view)  # type: ignore[arg-type]  # a part of the window
    actions.choose_file()
    assert view.decided == {PEOPLE: Decision(given=("a",))}
    assert shown == [["1.docx（写的单位：青澜县人社局）"]]
    view.decided.clear()
    actions.choose_file()
    assert view.decided == {}
    view = View(PEOPLE, **{PEOPLE: Decision(given=("a",))})
    UnitActions(view).choose_file()  # type: ignore[arg-type]
    assert view.decided == {PEOPLE: Decision()}


def test_a_unit_that_has_its_report_is_not_offered_those_of_others() -> None:
    with pytest.raises(ReportError, match="只有一份报告"):
        UnitActions(View(WATER)).choose_file()  # type: ignore[arg-type]


def missing(*files: DeskFile) -> View:
    """Return the window with 青澜县水利局 chosen, which has none of these files as its report."""
    view = View(WATER)
    made = desk([*files], [PEOPLE, WATER])
    view._chosen = unit(made, WATER)
    view.runner.collected = Collected(made, make_ledger(made.form, []), None)
    view.runner.request = SimpleNamespace(year=YEAR, facts=LetterFacts(), today=date(2026, 1, 12))
    return view


def test_who_sent_what_cannot_be_read_is_asked_for_another_file(monkeypatch: pytest.MonkeyPatch, qapp: object) -> None:
    shown: list[ResendDialog] = []
    monkeypatch.setattr(dialogs, "accepted", shown.append)
    unread = DeskFile(f"{WATER}.docx", FileRecord("u", UNREAD, why=f"“{NAME}”是旧版 Office 文件，不能直接读取。"))
    UnitActions(missing(unread)).send_back()  # type: ignore[arg-type]
    (dialog,) = shown
    assert dialog.intro.text().startswith("青澜县水利局的文件收到了，但读不出")
    text = dialog.text.toPlainText()
    assert "“青澜县水利局.docx”是旧版 Office 文件" in text
    assert "请于2026年1月19日前报送" in text
    dialog.copy.click()
    assert QGuiApplication.clipboard().text() == text


def test_the_office_sends_nothing_back_to_itself() -> None:
    view = missing()
    made = desk([file(OFFICE), file(WATER)], [OFFICE, WATER])
    view._chosen = unit(made, OFFICE)
    with pytest.raises(ReportError, match="青澜县人民政府办公室就是汇总审核的单位"):
        UnitActions(view).send_back()  # type: ignore[arg-type]


def test_who_sent_nothing_is_reminded_and_who_may_have_sent_something_is_not() -> None:
    with pytest.raises(ReportError, match="没有收到青澜县水利局的报告") as none:
        UnitActions(missing()).send_back()  # type: ignore[arg-type]
    assert "请催报" in str(none.value)
    with pytest.raises(ReportError, match="还没有定下是不是青澜县水利局的"):
        UnitActions(missing(file("青澜县水务局", f"{WATER}.docx"))).send_back()  # type: ignore[arg-type]
    held = DeskFile(f"{WATER}.docx", FileRecord("", UNREAD, why=f"“{NAME}”正被打开。"))
    with pytest.raises(ReportError, match="这次没有读成"):
        UnitActions(missing(held)).send_back()  # type: ignore[arg-type]
