"""What the office may add to a letter with one key: findings of the desk that no letter tells by itself.

Which of two units that wrote the same copied the other one, and which of several reports holds, is judged by the
office (B-05, B-02); a short name is a weaker sign than a full one (B-06); numbers of persons may be meant to be public
(N-21), and are not written down once more; tracked changes and comments of a Word file may be what was asked for. So
each stands ready, and none goes out unless somebody chooses it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from core import published
from core.form.form_definition import FormDefinition
from core.office.collection.decisions import own_item
from core.office.collection.desk import Desk, UnitResult
from core.office.collection.desk_rules import BORROWED, BatchFinding
from core.office.collection.letter_items import LetterItem
from core.office.collection.likeness import PARTS
from core.texts.language.text_names import text_name
from core.texts.rules.debris.private_numbers import kinds_told

_LEFT_OVER = {
    published.REVISIONS_READ: "文件里有没有接受的修订，请接受或拒绝全部修订，保存后重新报送。",
    published.COMMENTS_LEFT: "文件里还有批注，请处理并删去全部批注，保存后重新报送。",
}


def offered_items(desk: Desk, unit: UnitResult) -> list[LetterItem]:
    """Return them in the words of the office, in the order of the rules."""
    if unit.is_own:
        return []
    found = [finding for finding in desk.batch if unit.name in finding.owners]
    several = [_several(finding) for finding in found if finding.rule_id == "B-02" and unit.record is None]
    short = [_short_name(finding) for finding in found if finding.rule_id == "B-06" and not _is_told(unit, finding)]
    private = [_private(desk.form, hint) for hint in unit.private_numbers]
    told = {said for _, said in unit.left_over}
    left_over = [own_item("", words) for said, words in _LEFT_OVER.items() if said in told]
    return [*several, *_alike(desk, unit), *short, *private, *left_over]


def _several(found: BatchFinding) -> LetterItem:
    files = "、".join(f"“{name.rpartition('/')[2]}”" for name in found.files)
    return own_item("", f"收到你单位{len(found.files)}份内容不同的报告（{files}），请确认以哪一份为准。")


def _alike(desk: Desk, unit: UnitResult) -> Iterator[LetterItem]:
    for one, other, pair in desk.alike:
        if unit in (one, other):
            place = PARTS[pair.kind]
            name = (other if unit is one else one).name
            said = f"与{name}的{place}{pair.percent}%相同，请核实；照搬的，请按本单位实际重写。"
            yield own_item(place, said)._replace(written=f"{pair.percent}%相同")


def _short_name(found: BatchFinding) -> LetterItem:
    return own_item(found.values["text"], f"出现了“{found.values['other']}”，{BORROWED}")


def _private(form: FormDefinition, found: Mapping[str, Any]) -> LetterItem:
    """Return the item about what a record keeps of N-21: the shape of ``check --json``, of which it may be all."""
    kinds = "、".join(kinds_told(found["message"]))
    place = text_name(form, found["places"][0]["text"])
    return own_item(place, f"出现{kinds}，请核实；不能公开的请删去，或改用办公电话。")


def _is_told(unit: UnitResult, found: BatchFinding) -> bool:
    return any(item.rule_id == found.rule_id and item.written == found.units[1] for item in unit.items)
