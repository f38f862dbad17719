"""What a desk is asked for, and how it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from core.office.collection.decisions import Decision
from core.office.collection.desk import SETTLED, Desk
from core.office.collection.desk_rules import DeskSettings, desk_settings
from core.office.collection.ledger import LastYear, Ledger
from core.office.collection.letter_answers import Answered
from core.office.collection.letter_items import LetterItem
from core.office.collection.letters import LetterFacts


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for.

    Attributes:
        folder: Where the reports lie; nothing in it is changed.
        out: Where everything is written; it may lie below ``folder``.
        unit_list: 名单.xlsx; None where the units are those of the files.
        last_year: Last year's reports as a folder, last year's output folder, or the government's summed report.
        facts: What every letter says.
        settings: Limits.
    """

    folder: Path
    year: int
    out: Path
    today: date
    unit_list: Path | None = None
    last_year: Path | None = None
    facts: LetterFacts = field(default_factory=LetterFacts)
    settings: DeskSettings = field(default_factory=desk_settings)


@dataclass(slots=True)
class Collected:
    """How the desk stands; another one after each step.

    Attributes:
        last: Last year's numbers; None where none were given.
        answers: What became of the last letter of each unit that answered it, by plain name.
        sent: What a letter to each unit would say, or says, by plain name.
        decisions: What the office decided, by plain name.
        written: The files that were written by this step, letters included.
        unchanged: Those of them that show the same already and were not written again.
        told: Chinese sentences about files that were left as they are.
    """

    desk: Desk
    ledger: Ledger
    last: LastYear | None
    answers: Mapping[str, Answered] = field(default_factory=dict)
    sent: Mapping[str, list[LetterItem]] = field(default_factory=dict)
    decisions: Mapping[str, Decision] = field(default_factory=dict)
    written: list[Path] = field(default_factory=list)
    unchanged: list[Path] = field(default_factory=list)
    told: list[str] = field(default_factory=list)

    @property
    def is_as_before(self) -> bool:
        """Whether this step came to write something and nothing of it is new."""
        return bool(self.written) and self.written == self.unchanged

    @property
    def is_settled(self) -> bool:
        """Whether nothing is open: every unit adopted or published, nothing stands out, every file read or replaced."""
        desk = self.desk
        due = [unit for unit in desk.units if unit.files or unit.listed.must_report]
        adopted = {unit.name for unit in due if unit.adopted}
        copied = {unit.name for unit in due if "B-02" not in unit.doubts}
        open_batch = [
            f
            for f in desk.batch
            if (f.level == "error" or not adopted.intersection(f.units))
            and not (f.rule_id == "B-02" and copied.intersection(f.units))
        ]
        return not open_batch and not desk.still_unread and all(unit.state in SETTLED for unit in due)
