"""What became of a letter: one item names all blanks of a table, and is answered cell by cell."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path

import docx

from core.checks.rules import PrintedForm
from core.form.form_reader import load_form
from core.office.collection.desk import UnitResult
from core.office.collection.letter_answers import Answered, answered, cells_in_words
from core.office.collection.letter_items import LetterItem, letter_items
from core.office.collection.letters import LetterFacts, letter_bytes
from core.office.collection.state import STATE_FILE, DeskState, UnitRounds, load_state, save_state
from core.office.collection.unit_list import ListedUnit
from core.report.report import Report, new_report
from core.validation.validation import check_report
from tests.core.office.collection.desk_samples import ITEM, file

CELLS = [f"t3.R{row:02}.C{column}" for row in (3, 4) for column in range(1, 7)]


def report_without(*blank: str) -> Report:
    form = load_form()
    numbers = {code: 0 for code, cell in form.cells.items() if not cell.is_derived and code not in blank}
    return new_report("甲局", "政府部门", 2025).with_cells(numbers)


def blanks_in(*blank: str) -> LetterItem:
    """Return the item of a letter about a report in which these cells are blank."""
    report = report_without(*blank)
    result = check_report(report, final=True, today=date(2026, 1, 20), printed_form=PrintedForm())
    (item,) = [item for item in letter_items(report, result) if item.blanks]
    assert item.rule_id == "C-03"
    return item


def after(told: LetterItem, *now: LetterItem) -> Answered:
    unit = UnitResult(ListedUnit("甲局"), files=[file("甲局", digest="second")], items=list(now))
    found = answered(unit, UnitRounds(1, ("first",), (told,), is_open=True))
    assert found is not None
    return found


def test_blanks_are_compared_cell_by_cell() -> None:
    found = after(blanks_in(*CELLS[:10]), blanks_in(*CELLS[6:11]))
    assert (found.mended, found.open, found.changed, found.new) == ((), (), (), ())
    (part,) = found.partly
    assert (part.filled, part.left, part.added) == (CELLS[:6], CELLS[6:10], CELLS[10:11])
    assert found.in_words == "已改0处，未改1处，新发现1处"
    assert cells_in_words(part.left[:1]).endswith("自然人")
    assert after(blanks_in(*CELLS[:10]), blanks_in(*CELLS[2:10])).in_words == "已改0处，未改1处，新发现0处"


def test_all_filled_is_mended_and_other_blanks_are_new() -> None:
    told = blanks_in(*CELLS[:3])
    assert after(told).mended == (told,)
    found = after(told, other := blanks_in(*CELLS[5:8]))
    assert (found.mended, found.partly, found.new) == ((told,), (), (other,))
    assert after(told, told).open == (told,)
    assert after(told, told).partly == ()


def test_a_wrong_number_is_not_mended_by_taking_it_out() -> None:
    blank = blanks_in(CELLS[1])
    told = ITEM._replace(
        rule_id="C-01", part=blank.part, place=blank.place, written="商业企业1.5", check="不能带小数点。"
    )
    found = after(told, blank)
    assert (found.mended, found.changed, found.new) == ((), (blank,), ())
    assert found.in_words == "已改0处，未改1处，新发现0处"
    assert after(told, blanks_in(CELLS[2])).in_words == "已改1处，未改0处，新发现1处"
    assert after(told, blanks_in(*CELLS[1:4])).in_words == "已改0处，未改1处，新发现0处"
    unit = UnitResult(ListedUnit("甲局"))
    others = blanks_in(*CELLS[1:4]), blanks_in(*CELLS[2:4])
    for now, before in ((blank, [told]), (others[0], [told, others[1]])):
        document = docx.Document(BytesIO(letter_bytes(unit, 2, [now], before, LetterFacts(), date(2026, 1, 20), 2025)))
        assert any(f"上次提出{len(before)}处，已改0处" in paragraph.text for paragraph in document.paragraphs)


def test_the_next_letter_says_how_many_were_filled() -> None:
    told, now = blanks_in(*CELLS[:10]), blanks_in(*CELLS[6:11])
    unit = UnitResult(ListedUnit("甲局"))
    document = docx.Document(BytesIO(letter_bytes(unit, 2, [now], [told], LetterFacts(), date(2026, 1, 20), 2025)))
    assert document.tables[0].cell(1, 3).text.startswith("（上次已提出，已填6格，还有4格未填，另有1格新空白）")
    assert any("上次提出1处，已改0处" in paragraph.text for paragraph in document.paragraphs)


def test_a_cell_that_was_changed_and_still_differs_from_the_text_is_told_as_such() -> None:
    told = ITEM._replace(rule_id="N-01", place="第六部分", written="23.15万元", check="表中是231500，文中是23.15万元。")
    now = told._replace(check="表中是231.5，文中是23.15万元。")
    assert (after(told, now).changed, after(told, now).open, after(told, told).open) == ((now,), (), (told,))
    unit = UnitResult(ListedUnit("甲局"))
    for item, said in ((now, "（上次已提出，改后仍不符）"), (told, "（上次已提出）")):
        document = docx.Document(BytesIO(letter_bytes(unit, 2, [item], [told], LetterFacts(), date(2026, 1, 20), 2025)))
        assert document.tables[0].cell(1, 3).text.startswith(f"{said}表中是")


def test_items_about_one_cell_are_said_to_be_so() -> None:
    cell = ITEM._replace(place="上年结转（自然人）")
    text = ITEM._replace(rule_id="N-03", part="第一部分", place="第一部分“依申请公开”")
    items = [cell, text, text._replace(rule_id="N-04"), cell._replace(rule_id="Y-01"), ITEM]
    unit = UnitResult(ListedUnit("甲局"))
    document = docx.Document(BytesIO(letter_bytes(unit, 1, items, [], LetterFacts(), date(2026, 1, 20), 2025)))
    said = [document.tables[0].cell(row, 3).text.startswith("（与第1条是同一格）") for row in range(1, 6)]
    assert said == [False, False, False, True, False]


def test_blanks_that_an_older_program_kept_without_their_cells_are_not_said_to_be_filled() -> None:
    told, now = blanks_in(*CELLS[:10])._replace(blanks=()), blanks_in(*CELLS[6:10])
    assert after(told, now).in_words == "已改0处，未改1处，新发现0处"


def test_the_cells_of_an_item_are_kept(tmp_path: Path) -> None:
    state = DeskState(2025, "b", units={"甲局": UnitRounds(1, ("d",), (blanks_in(*CELLS), ITEM), before=(ITEM,))})
    save_state(tmp_path, state)
    assert load_state(tmp_path, 2025, "b") == state
    path = tmp_path / STATE_FILE  # of the format before, in which items have no cells
    text = path.read_text(encoding="utf-8").replace('"format": 3', '"format": 2')
    path.write_text(text.replace(f'"{ITEM.basis}", []]', f'"{ITEM.basis}"]'), encoding="utf-8")
    assert load_state(tmp_path, 2025, "b").units["甲局"].before == (ITEM,)
