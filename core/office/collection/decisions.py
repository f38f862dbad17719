"""What the office decides about a unit beside what the files say; kept in ``collection.json``, obeyed by every run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from typing import Any

from core.office import remarks_in_word
from core.office.collection.letter_items import LetterItem, item_of
from core.office.collection.unit_list import ListedUnit

ItemKey = tuple[str, str, str]
"""What makes an item the same in two letters: rule, place, and what stands there, without the colons.

Older programs wrote 自然人3 for 自然人：3.
"""

OWN_BASIS = "审核意见"
"""What stands below 依据 for an item that the office added itself."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided about one unit; what says nothing leaves it to files and list.

    Attributes:
        adopted: Digests of the files that are adopted although something is doubtful; another file ends it.
        reason: Why they are.
        chosen: Digest of the report that holds among several.
        given: Digests of reports that are its though they name no unit of the list.
        counts: 是, 否 or 另行说明 in place of what the list says.
        struck: Items that no letter tells.
        added: Items that the office adds to the letter about the files ``about``.
        published_on: The day of publication as it was pasted; ``published_url`` likewise.
    """

    adopted: tuple[str, ...] = ()
    reason: str = ""
    chosen: str = ""
    counts: str = ""
    struck: tuple[ItemKey, ...] = ()
    added: tuple[LetterItem, ...] = ()
    about: tuple[str, ...] = ()
    published_on: str = ""
    published_url: str = ""
    given: tuple[str, ...] = ()

    def listed(self, unit: ListedUnit) -> ListedUnit:
        """Return a unit of the list as it was decided."""
        return replace(
            unit,
            counts=self.counts or unit.counts,
            published_on=self.published_on or unit.published_on,
            published_url=self.published_url or unit.published_url,
        )

    def items(self, found: Iterable[LetterItem], files: tuple[str, ...]) -> list[LetterItem]:
        """Return what a letter about these files says of what was found: nothing struck, what was added at the end."""
        struck = set(self.struck)
        added = self.added if self.about == files else ()
        return [*(item for item in found if item_key(item) not in struck), *added]


def item_key(item: LetterItem) -> ItemKey:
    """Return what makes an item the same in two letters."""
    return _key(item.rule_id, item.place, item.written)


def _key(rule: str, place: str, written: str) -> ItemKey:
    return rule, place, written.replace("：", "")


def own_item(place: str, text: str) -> LetterItem:
    """Return an item that the office adds in its own words."""
    return LetterItem("", "warning", "整份报告", place or "整份报告", remarks_in_word.SEE_RIGHT, text, OWN_BASIS)


def decision_json(decision: Decision) -> dict[str, Any]:
    """Return a decision as JSON holds it, without what says nothing."""
    return {name: value for name, value in asdict(decision).items() if value}


def decision_of(value: Mapping[str, Any]) -> Decision:
    """Return a decision from its JSON.

    Raises:
        KeyError, TypeError, ValueError: It is none.
    """
    known: dict[str, Any] = {f.name: value.get(f.name, f.default) for f in fields(Decision)}
    known["adopted"], known["about"] = tuple(map(str, known["adopted"])), tuple(map(str, known["about"]))
    known["given"] = tuple(map(str, known["given"]))
    known["struck"] = tuple(_key(str(rule), str(place), str(written)) for rule, place, written in known["struck"])
    known["added"] = tuple(item_of(item) for item in known["added"])
    return Decision(**known)
