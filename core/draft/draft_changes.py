"""What differs between two states of a draft, cell by cell and text by text, nothing left out.

core.report.differences compares what two published reports show; here metadata, control totals, explanations and the
history of the report count as well, since none of it may be lost.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from core.form.blocks import blocks_of
from core.form.form_definition import FormDefinition
from core.report.differences import same_start, text_place
from core.report.entry_text import Entry, clean_text, entry_as_text
from core.report.linked_text import linked_codes, resolve
from core.report.report import Origin, Report, ReviewRound
from core.report.status_names import FOR_THE_PROGRAM, STATUS_NAMES
from core.report.totals import report_numbers

_AROUND, _LONGEST = 24, 300  # characters beside what differs in a long text; of one state


@dataclass(frozen=True, slots=True)
class DraftDifference:
    """One place that differs.

    Attributes:
        place: What messages call it.
        before: What stood there as it is printed; "" for a blank.
        after: What stands there now; "" for a blank.
        is_text: Whether both are texts, of which a part may differ.
        is_number: Whether a number belongs there.
    """

    place: str
    before: str
    after: str
    is_text: bool = False
    is_number: bool = False

    @property
    def marked(self) -> tuple[str, str]:
        """Both states, 【】 around what one has and the other has not, long ones from shortly before it."""
        one, other = self.before, self.after
        start = same_start(one, other)
        end = same_start(one[start:][::-1], other[start:][::-1])
        is_part = self.is_text and one and other and (start or end)
        return (_marked(one, start, end), _marked(other, start, end)) if is_part else (_cut(one), _cut(other))


def report_changes(before: Report, after: Report) -> list[DraftDifference]:
    """Return every difference, in the order of the form; texts count as the draft keeps them (``clean_text``)."""
    form = after.form
    found: list[DraftDifference] = []
    for code in _codes(form.meta, before.meta, after.meta):
        name = form.meta[code].name if code in form.meta else code
        found += _text_change(name, before.meta.get(code, ""), after.meta.get(code, ""))
    for code in _codes(form.cells, before.cells, after.cells):
        found += _entry_change(form, code, "", before.cells.get(code), after.cells.get(code))
    for code in _codes(form.cells, before.controls, after.controls):
        found += _entry_change(form, code, "核对合计 ", before.controls.get(code), after.controls.get(code))
    for code in _codes(form.texts, before.texts, after.texts):
        place = text_place(form, code) if code in form.texts else code
        found += _printed_change(code, place, before, after)
    return found + _history_changes(before, after)


def _codes(order: Mapping[str, object], *used: Mapping[str, object]) -> Iterator[str]:
    """Return the codes of the form, then those the form does not know, which an older or foreign draft may hold."""
    yield from order
    yield from dict.fromkeys(code for mapping in used for code in mapping if code not in order)


def _text_change(place: str, before: str, after: str) -> list[DraftDifference]:
    before, after = clean_text(before), clean_text(after)
    return [DraftDifference(place, before, after)] if before != after else []


def _printed_change(code: str, place: str, before: Report, after: Report) -> list[DraftDifference]:
    """Return the change of a text, both states as printed; the linked numbers by name where only they differ."""
    sources = [clean_text(report.texts.get(code, "")) for report in (before, after)]
    if sources[0] == sources[1]:
        return []
    texts = [clean_text(resolve(s, report_numbers(r))) for s, r in zip(sources, (before, after), strict=True)]
    if texts[0] == texts[1]:
        texts = [text + _links(after.form, source) for text, source in zip(texts, sources, strict=True)]
    return [DraftDifference(place, texts[0], texts[1], is_text=True)]


def _links(form: FormDefinition, source: str) -> str:
    names = (form.cells[code].name if code in form.cells else "表中没有的数字" for code in linked_codes(source))
    return f"（与表相连的数字：{'、'.join(names) or '没有'}）"


def _entry_change(form: FormDefinition, code: str, kind: str, before: Entry, after: Entry) -> list[DraftDifference]:
    texts = entry_as_text(before), entry_as_text(after)
    if texts[0] == texts[1]:
        return []
    cell = form.cells.get(code)
    place = cell.name if cell else code
    if cell and cell.table:
        place = f"{form.sections[form.tables[cell.table].section].name}：{place}"
    return [DraftDifference(kind + place, *texts, is_number=True)]


def _history_changes(before: Report, after: Report) -> list[DraftDifference]:
    """Return changes of what stands beside the form: explanations, log, rounds, origins, status."""
    found = []
    for key in dict.fromkeys([*before.explanations, *after.explanations]):
        one, other = before.explanations.get(key), after.explanations.get(key)
        reasons = clean_text(one.reason if one else ""), clean_text(other.reason if other else "")
        if reasons[0] != reasons[1]:
            known = other or one
            found.append(DraftDifference(f"疑点说明（{_short(known.message if known else key)}）", *reasons))
    if before.log != after.log:
        found.append(DraftDifference("修改记录", f"{len(before.log)}条", f"{len(after.log)}条"))
    if before.rounds != after.rounds:
        found.append(DraftDifference("送审记录", _rounds_in_words(before.rounds), _rounds_in_words(after.rounds)))
    return found + _origin_changes(before, after) + _status_changes(before, after)


def _rounds_in_words(rounds: Sequence[ReviewRound]) -> str:
    """Return what went out and what became of it: 送审稿第1稿（已退回，意见3条，已答复1条）、送审稿第2稿."""
    said = []
    for made in rounds:
        answered = sum(bool(remark.answer) for remark in made.remarks)
        back = f"（已退回，意见{len(made.remarks)}条，已答复{answered}条）" if made.returned_on else ""
        said.append(made.name + back)
    return "、".join(said)


def _origin_changes(before: Report, after: Report) -> list[DraftDifference]:
    names = {block.code: block.name for block in blocks_of(after.form)}
    found = []
    for code in dict.fromkeys([*before.origins, *after.origins]):
        one, other = before.origins.get(code), after.origins.get(code)
        if one != other:
            place = f"数字来源（{names.get(code, code)}）"
            found.append(DraftDifference(place, _origin_in_words(one), _origin_in_words(other)))
    return found


def _origin_in_words(origin: Origin | None) -> str:
    said = (origin.department, origin.person, origin.date, origin.basis) if origin else ()
    return clean_text(" ".join(filter(None, said)))


def _status_changes(before: Report, after: Report) -> list[DraftDifference]:
    """Return each changed fact by its name; what is written for the program is only said to be there or changed."""
    found = []
    for name in dict.fromkeys([*before.status, *after.status]):
        one, other = before.status.get(name, ""), after.status.get(name, "")
        if one == other:
            continue
        if name in FOR_THE_PROGRAM or name not in STATUS_NAMES:
            one, other = "已记录" if one else "", ("已改动" if one else "已记录") if other else ""
        found.append(DraftDifference(STATUS_NAMES.get(name, "办理状态"), one, other))
    return found


def _short(text: str) -> str:
    text = text.replace("\n", " ")
    return text if len(text) <= 40 else f"{text[:24]}……{text[-12:]}"


def _marked(text: str, start: int, end: int) -> str:
    """Return a text with the part between its first and last characters marked, unless there is nothing between."""
    last = len(text) - end
    if len(text) <= _LONGEST:
        return f"{text[:start]}{_in_marks(text[start:last])}{text[last:]}"
    first, behind = max(0, start - _AROUND), min(len(text), last + _AROUND)
    part = f"{text[first:start]}{_in_marks(_cut(text[start:last]))}{text[last:behind]}"
    return f"{'……' * bool(first)}{part}{'……' * (behind < len(text))}"


def _in_marks(text: str) -> str:
    return f"【{text}】" if text else ""


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "……"
