"""A report that names no unit of the list is given to one by 以哪一份为准."""

from __future__ import annotations

from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any

import pytest

from core.base.errors import ReportError
from core.office.collection.collected import Collected
from core.office.collection.decisions import Decision
from core.office.collection.ledger import make_ledger
from gui import dialogs
from gui.collection.unit_actions import UnitActions
from tests.core.office.collection.desk_samples import YEAR, desk, file, unit

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
