"""What undo and redo say: the place by name, with what stood there and what stands there now."""

import pytest

from core.report.change import Change
from core.report.report import Report, new_report
from core.report.step_words import StepPlace, step_place, step_words

BEFORE = new_report("某县水利局", "政府部门", 2025).with_cells({"t3.R01.C1": 9}).with_texts({"s5": "问题不少。"})


@pytest.mark.parametrize(
    ("after", "words", "place"),
    [
        (BEFORE.with_cells({"t3.R01.C1": None}), "本年新收·自然人 9→空白", StepPlace("t3.R01.C1", 0)),
        (BEFORE.with_texts({"s5": "问题仍然不少。"}), "存在的主要问题及改进情况”的文字", StepPlace("s5", 4)),
        (BEFORE.with_texts({"meta.unit": "某县林业局"}), "单位全称 某县水利局→某县林业局", StepPlace("meta.unit", 0)),
        (BEFORE.with_texts({"meta.unit": "局" * 12}), f"→{'局' * 12}", StepPlace("meta.unit", 0)),
        (BEFORE.with_texts({"meta.unit": "局" * 13}), f"→{'局' * 12}…", StepPlace("meta.unit", 0)),
        (BEFORE.with_cells({"t3.R02.C1": 1, "t3.R01.C1": 2}), "等2处", StepPlace("t3.R01.C1", 0)),
    ],
)
def test_a_step_names_its_first_place(after: Report, words: str, place: StepPlace) -> None:
    change = Change.between(BEFORE, after)
    assert words in step_words(BEFORE.form, change)
    assert step_place(BEFORE.form, change) == place
