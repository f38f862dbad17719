"""The office that collects the reports writes no letter to itself."""

from datetime import date
from pathlib import Path

from core.office.collection.letters import LetterFacts, items_to_send, plan_letters, show_rounds
from core.office.collection.state import DeskState
from tests.core.office.collection.desk_samples import ITEM, YEAR, desk, file, unit

GOVERNMENT, OFFICE, WATER = "青澜县人民政府", "青澜县人民政府办公室", "青澜县水利局"


def test_no_letter_goes_to_the_office_that_signs_it(tmp_path: Path) -> None:
    made = desk([file(OFFICE, items=(ITEM,)), file(WATER, items=(ITEM,))], [OFFICE, WATER])
    state = DeskState(YEAR)
    show_rounds(made, state)
    plan = plan_letters(made, state, tmp_path, LetterFacts(), date(2026, 1, 12), None)
    assert [path.name for path in plan.written] == [f"{WATER}.docx"]
    office = unit(made, OFFICE)
    assert (office.state, office.items, office.letter) == ("有错误", [ITEM], "")


def test_the_office_of_another_place_gets_its_letter() -> None:
    """A city collects from one county: its own office is none of the units."""
    made = desk([file(OFFICE, items=(ITEM,)), file("江州市水利局")], [OFFICE, "江州市水利局"])
    assert items_to_send(unit(made, OFFICE), DeskState(YEAR)) == [ITEM]
    made = desk(
        [file(OFFICE, items=(ITEM,)), file("江州市人民政府办公室", items=(ITEM,))], [OFFICE, "江州市人民政府办公室"]
    )
    assert [u.is_office for u in made.units] == [False, False]
