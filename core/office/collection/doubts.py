"""What is doubtful about a unit in sentences, so that who adopts its report sees what is adopted."""

from __future__ import annotations

from core.form.form_definition import LEVEL_NAMES
from core.office.collection.alike_groups import in_one
from core.office.collection.desk import Desk, UnitResult
from core.office.collection.letter_items import in_a_line
from core.office.collection.masking import masked


def doubts_in_words(desk: Desk, unit: UnitResult) -> list[str]:
    """Return all that an adoption settles: what no letter says first, then its items, then what the desk noted."""
    about = [found for found in desk.batch if found.rule_id in unit.doubts and unit.name in found.owners]
    noted = in_one(about, unit, desk.alike)
    told = [
        *([f"{unit.reopened}。{unit.changed}"] if unit.reopened else []),
        *(f"{said}。" for said in unit.partly_read),
        *(finding["message"] for finding in unit.private_numbers),
        *(f"{LEVEL_NAMES[item.level]}：{in_a_line(item)}" for item in unit.items if item.rule_id not in unit.doubts),
        *(f"{LEVEL_NAMES[f.level]}：{f.message}" for f in noted),
    ]
    return [masked(sentence) for sentence in told]
