"""Makes the desk: which file is of which unit, how each unit stands, what stands out among them (B-01 to B-14)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

from core import published
from core.form.form_definition import FormDefinition
from core.office.collection.counted_twice import SUMMED, hold_back
from core.office.collection.decisions import Decision
from core.office.collection.desk import (
    ACCEPTED,
    DOUBTS,
    ERRORS,
    MISSING,
    PUBLISHED,
    RECEIVED,
    Desk,
    DeskFile,
    UnitResult,
    publication_fault,
)
from core.office.collection.desk_rules import BORROWED, BatchFinding, DeskSettings, batch_finding, desk_rules
from core.office.collection.file_owner import FileNames, Owner, as_that_of, owner_of
from core.office.collection.file_record import LETTER, NAME, REPORT, UNREAD, FileRecord, names_in_letter
from core.office.collection.file_versions import content, differences_in_words, differing_cells, text_names
from core.office.collection.letter_items import LetterItem, basis_of, in_form_order, part_of
from core.office.collection.likeness import FIVE, alike_texts
from core.office.collection.list_notes import hold_by_notes
from core.office.collection.other_names import OtherNames
from core.office.collection.unit_list import YES, ListedUnit, plain_name
from core.office.collection.unlisted_files import ProposedUnits, find_missing, find_unlisted
from core.office.collection.unsure_numbers import note_unsure

_GOVERNMENT = re.compile(r"[省市县区州旗盟]人民政府$")
_PLACE = re.compile(r"[\u4e00-\u9fff]{2,6}?[省市县区州旗盟]")
_OFFICES = ("办公室", "办公厅")
_UNDECIDED = Decision()
_TITLE, _TITLE_AND_PERIOD = "标题", "标题、统计期限"
_NAMED_IN = ("引言", "落款")
"""Where a report names its unit besides the title."""


def make_desk(
    files: Sequence[DeskFile],
    listed: Sequence[ListedUnit] | None,
    year: int,
    form: FormDefinition,
    settings: DeskSettings,
    decisions: Mapping[str, Decision] | None = None,
) -> Desk:
    """Set the files against the list and judge; the order and the names of the files change nothing but the names told.

    Args:
        files: All files that were found.
        listed: The list; None where the units are those of the files.
        year: The year that is collected.
        form: The format of that year.
        settings: Limits.
        decisions: What the office decided about units, by plain name.
    """
    desk, decided = Desk(year, form), decisions or {}
    ordered = sorted(files, key=lambda file: (file.record.digest, file.name))
    desk.unread = sorted(
        (f.name, f.record.why.replace(NAME, PurePosixPath(f.name).name)) for f in ordered if f.record.kind == UNREAD
    )
    desk.units = [UnitResult(unit) for unit in listed] if listed is not None else _units_of(ordered)
    for unit in desk.units:
        unit.listed = decided.get(unit.plain, _UNDECIDED).listed(unit.listed)
    own = _own_government(desk, ordered)
    _mark_own(desk, ordered, own)
    file_names = FileNames(unit.plain for unit in desk.units)
    desk.lost = _assign(desk, ordered, file_names, decided)
    _judge_years_and_versions(desk, decided)
    proposed = ProposedUnits(desk, settings.nearest)
    find_missing(desk, proposed, file_names, {f.name: f.record for f in ordered if f.record.kind == UNREAD})
    desk.batch += find_unlisted(desk, proposed)
    _both_counted(desk, own)
    _other_names(desk)
    _likeness(desk, settings)
    note_unsure(desk)
    held = hold_by_notes(desk, decided)
    _conclude(desk, decided, held | hold_back(desk, held, has_list=listed is not None))
    desk.note(())
    return desk


def _units_of(files: Sequence[DeskFile]) -> list[UnitResult]:
    """Return the units that the reports name and that sign covering letters, in the order of their names."""
    names: dict[str, ListedUnit] = {}
    for file in files:
        record = file.record
        lines = record.lines if record.kind == LETTER else ()
        name = record.unit if record.kind == REPORT else published.signature(lines, "")[1]
        if name:
            names.setdefault(plain_name(name), ListedUnit(name, record.unit_type))
    return [UnitResult(names[plain]) for plain in sorted(names)]


def _own_government(desk: Desk, files: Sequence[DeskFile]) -> str:
    """Return the plain name of the government that the sum is for; "" where it cannot be told.

    It is the one whose report says so (汇总), or whose office is a unit; else the only one that is not counted, unless
    most units are of other places.
    """
    counted = {unit.plain for unit in desk.units if unit.listed.counts == YES}
    reporting = {plain_name(f.record.unit): f.record for f in files if f.record.kind == REPORT and f.record.unit}
    names = {unit.plain for unit in desk.units} | set(reporting)
    governments = sorted(name for name in names if _GOVERNMENT.search(name))
    for name in governments:
        if name in reporting and reporting[name].scope == SUMMED and name not in counted:
            return name
    for name in governments:
        if any(f"{name}{office}" in names for office in _OFFICES):
            return name
    alone = [name for name in governments if name not in counted]
    if len(alone) != 1 or len(names) < 2:
        return ""
    place = alone[0].removesuffix("人民政府")
    elsewhere = sum(bool(_PLACE.match(name)) and not name.startswith(place) for name in names)
    return alone[0] if elsewhere < len(names) / 2 else ""


def _mark_own(desk: Desk, files: Sequence[DeskFile], own: str) -> None:
    """Mark the government that the sum is for, "" for none; where no list names it, it becomes a unit, too."""
    if own and all(unit.plain != own for unit in desk.units):
        record = next(f.record for f in files if plain_name(f.record.unit) == own)
        desk.units.append(UnitResult(ListedUnit(record.unit, record.unit_type, must_report=False)))
    for unit in desk.units:
        unit.is_own = bool(own) and unit.plain == own
    _mark_office(desk)


def _mark_office(desk: Desk) -> None:
    """Mark the office that collects: 某某县人民政府办公室 of the place that the sum, or another unit, is of."""
    for unit in desk.units:
        place = unit.name.partition("人民政府办公")[0]
        others = (other for other in desk.units if other is not unit)
        unit.is_office = unit.name == desk.office and any(other.name.startswith(place) for other in others)


def _assign(
    desk: Desk, files: Sequence[DeskFile], file_names: FileNames, decided: Mapping[str, Decision]
) -> list[DeskFile]:
    """Give each file to its unit, or to the one that the office gave it to; return those that belong to none."""
    by_name = {unit.plain: unit for unit in desk.units}
    lost: list[DeskFile] = []
    given = {digest: by_name[plain] for plain, one in decided.items() if plain in by_name for digest in one.given}
    for file in files:
        record = file.record
        if record.kind == UNREAD:
            continue
        if record.unit:
            owner = owner_of(file, file_names)
            names = [owner.unit]
            file = _told_of(desk, file, owner, by_name)
        else:
            names = names_in_letter(_opening(record), list(by_name))
        if len(names) == 1 and names[0] in by_name:
            by_name[names[0]].files.append(file)
        elif record.kind == REPORT and record.digest in given:
            _give(desk, file, given[record.digest])
        else:
            lost.append(file)
    for unit in desk.units:
        unit.files.sort(key=lambda file: file.record.kind != REPORT)
    return lost


def _told_of(desk: Desk, file: DeskFile, owner: Owner, units: Mapping[str, UnitResult]) -> DeskFile:
    """B-04: title and name of a file name two units of the list; return the file as that of its unit."""
    other = owner.titled or owner.by_name
    if owner.unit not in units or other not in units:
        return file
    unit, values = units[owner.unit], {"file": file.name, "unit": units[owner.unit].name, "found": units[other].name}
    variant = "title" if owner.titled else "file"
    names = [unit.name, units[other].name]
    found = batch_finding("B-04", values, variant, units=names, files=[file.name])
    desk.batch.append(found)
    unit.doubts.append("B-04")
    if variant == "file":
        return file
    check = f"标题写的是“{units[other].name}”，引言等处写的是“{unit.name}”，请核对标题。"
    unit.items.append(_desk_item(found, "标题", units[other].name, check))
    return as_that_of(file, unit.name, owner.titled)


def _give(desk: Desk, file: DeskFile, unit: UnitResult) -> None:
    """B-04: the office gave a file to a unit; the unit is asked to mend the name that it wrote."""
    written = file.record.unit
    values = {"file": file.name, "unit": unit.name, "found": written}
    found = batch_finding("B-04", values, "given" if written else "given_blank", units=[unit.name], files=[file.name])
    desk.batch.append(found)
    unit.doubts.append("B-04")
    known = as_that_of(file, unit.name, plain_name(written))
    check, where = f"标题中没有单位名称，请写单位全称“{unit.name}”。", _TITLE
    if written:  # signature and lead are told here, and not once more by the rule on names
        told = (item.place for item in file.record.items if item not in known.record.items)
        where = "、".join(dict.fromkeys([_TITLE, *(p for place in told for p in place.split("、") if p in _NAMED_IN)]))
        check = f"{where}写的单位是“{written}”，请写单位全称“{unit.name}”。"
    unit.items.append(_desk_item(found, where, written or "没有单位名称", check))
    unit.files.append(known)


def _opening(record: FileRecord) -> Sequence[str]:
    """Return the lines in which a file names its unit though no title does (工作总结): a letter, or the lead."""
    return record.lines if record.kind == LETTER else record.texts.get("lead", "").split("\n")


def _judge_years_and_versions(desk: Desk, decided: Mapping[str, Decision]) -> None:
    """Choose the report of each unit that is judged: B-03, B-02 and B-10 say why there is none."""
    for unit in desk.units:
        right = [file for file in unit.reports if file.record.year in (None, desk.year)]
        unit.has_report = bool(right)
        chosen = decided.get(unit.plain, _UNDECIDED).chosen
        if held := [file for file in right if file.record.digest == chosen][:1]:
            unit.chosen = held[0].name if len(right) > 1 else ""
            right = held
        for file in unit.reports:
            if file.record.year not in (None, desk.year):
                _wrong_year(desk, unit, file, is_only=not right)
        if len(right) > 1:
            _several(desk, unit, right)
        elif right:
            unit.record = right[0].record
            unit.findings, unit.items = unit.record.findings, [*unit.items, *unit.record.items]
        if unit.record is not None and unit.record.year is None:
            unit.why_none = "没有写明年度"
        if unit.files and not unit.reports:
            file = unit.files[0]
            found = batch_finding("B-10", {"unit": unit.name, "file": file.name}, units=[unit.name], files=[file.name])
            desk.batch.append(found)
            unit.items.append(_desk_item(found, "整份报告", "报送函", f"只收到报送函，请补报{desk.year}年度报告正文。"))
            unit.doubts.append("B-10")
            unit.why_none = "只有报送函"


def _wrong_year(desk: Desk, unit: UnitResult, file: DeskFile, *, is_only: bool) -> None:
    year, texts = file.record.year, file.record.texts
    period = published.year_of_period(texts.get("lead", "")) or published.year_of_period("".join(texts.values()))
    is_title = period == str(desk.year)  # all but the title is about the year that is collected
    values = {"unit": unit.name, "file": file.name, "found": year, "year": desk.year}
    found = batch_finding("B-03", values, "title" if is_title else "", units=[unit.name], files=[file.name])
    desk.batch.append(found)
    if is_only:
        place = _TITLE if is_title else _TITLE_AND_PERIOD
        wanted = f"统计期限是{desk.year}年，请核对标题的年度" if is_title else f"应报{desk.year}年度报告，请核对年度"
        unit.items.append(_desk_item(found, place, f"{year}年", f"{wanted}；改正后再检查其他内容。"))
        unit.doubts.append("B-03")
        unit.why_none = f"标题写的是{year}年度" if is_title else f"{year}年度报告"


def _several(desk: Desk, unit: UnitResult, files: Sequence[DeskFile]) -> None:
    """Judge a unit with several reports: what they share if they are equal; else only what all of them have (B-02)."""
    names = [file.name for file in files]
    if len({file.record.digest for file in files}) > 1:  # copies are told, and are one without a doubt
        unit.doubts.append("B-02")
    first = files[0].record
    if all(content(desk.form, file.record) == content(desk.form, first) for file in files):
        first = max((file.record for file in files), key=lambda record: len(record.figures))  # a draft tells the fees
        unit.record, unit.findings, unit.items = first, first.findings, [*unit.items, *first.items]
        values = {"unit": unit.name, "count": len(files), "files": "、".join(names)}
        desk.batch.append(batch_finding("B-02", values, "same", units=[unit.name], files=names))
        return
    unit.why_none = f"{len(files)}份报告不同"
    shared = [f for f in first.findings if all(_said(f) in map(_said, file.record.findings) for file in files)]
    unit.findings = tuple(shared)
    unit.items += [item for item in first.items if all(item in file.record.items for file in files)]
    unit.apart = [(file.name, f) for file in files for f in file.record.findings if f not in shared]
    codes = differing_cells(desk.form, [file.record for file in files])
    differing = differences_in_words(desk.form, files)
    states = "；".join(f"{file.name}：{file.record.verdict or '未检查'}" for file in files)
    values = {"unit": unit.name, "count": len(files), "states": states, "differing": differing}
    desk.batch.append(batch_finding("B-02", values, units=[unit.name], files=names, cells=codes))


def _said(finding: Mapping[str, Any]) -> tuple[str, str]:
    return finding["rule"], finding["message"]


def _both_counted(desk: Desk, own: str) -> None:
    """B-09: the list counts the government and its office."""
    counted = {unit.plain: unit for unit in desk.units if unit.listed.counts == YES}
    for office in _OFFICES:
        if own in counted and f"{own}{office}" in counted:
            names = [counted[own].name, counted[f"{own}{office}"].name]
            desk.batch.append(batch_finding("B-09", {"unit": names[0], "office": names[1]}, units=names))


def _other_names(desk: Desk) -> None:
    """B-06: the name of another unit in the texts; a short one stands in the list of the office alone."""
    full = {unit.plain: unit.name for unit in desk.units}
    names = OtherNames(full)
    for unit in desk.units:
        if unit.record is None or unit.is_own:
            continue
        told = [item for item in unit.items if item.rule_id == "N-10"]
        for other, (codes, short) in names.copied(unit.plain, unit.record.texts).items():
            said = {place for item in told if full[other] in item.check for place in item.place.split("、")}
            codes, short = ([c for c in found if text_names(desk.form, [c]) not in said] for found in (codes, short))
            if not codes and not short:
                continue
            where = text_names(desk.form, [*codes, *short])
            files = [file.name for file in unit.reports if file.record is unit.record]
            values = {"unit": unit.name, "text": where, "other": full[other] if codes else names.short_name(other)}
            found = batch_finding("B-06", values, units=[unit.name, full[other]], files=files)
            desk.batch.append(found)
            unit.doubts.append("B-06")
            if codes:
                where = text_names(desk.form, codes)
                item = _desk_item(found, where, full[other], BORROWED)
                unit.items.append(item._replace(part=part_of(desk.form, (), codes)))


def _likeness(desk: Desk, settings: DeskSettings) -> None:
    """B-05: units that wrote the same."""
    written = {unit.plain: unit.record.texts for unit in desk.units if unit.record and not unit.is_own}
    by_name = {unit.plain: unit for unit in desk.units}
    pairs = alike_texts(written, by_name, settings)
    for pair in pairs:
        one, other = by_name[pair.one], by_name[pair.other]
        files = [file.name for unit in (one, other) for file in unit.reports if file.record is unit.record]
        values = {"unit": one.name, "other": other.name, "percent": pair.percent, "five": pair.five}
        variant = "" if pair.kind == FIVE else "both" if pair.five else pair.kind
        desk.batch.append(batch_finding("B-05", values, variant, units=[one.name, other.name], files=files))
        desk.alike.append((one, other, pair))
        one.doubts.append("B-05")
        other.doubts.append("B-05")


def _conclude(desk: Desk, decided: Mapping[str, Decision], held: set[str]) -> None:
    """Say how each unit stands, and whether it is added up; those that are held back only once they are adopted."""
    for unit in desk.units:
        unit.items = in_form_order(desk.form, unit.items)
        counts = unit.counts_in_words == YES
        is_faulty = any(item.level == "error" for item in unit.items)
        is_held = unit.plain in held and (is_faulty or not _is_adopted(unit, decided))
        unit.in_sum = counts and unit.record is not None and unit.record.year == desk.year and not is_held
        unit.publication_fault = publication_fault(unit.published_on, desk.year)
        if not unit.files:
            unit.state = MISSING
        elif is_faulty:
            unit.state = ERRORS
        elif unit.record is None:
            unit.state = RECEIVED
        elif (_is_doubtful(unit) and not _is_adopted(unit, decided)) or unit.publication_fault:
            unit.state = DOUBTS
        else:
            unit.state = PUBLISHED if unit.published_on else ACCEPTED


def _is_doubtful(unit: UnitResult) -> bool:
    """Whether a report without errors asks something: what no letter says, such as an ID number, included."""
    return bool(unit.items or unit.doubts or unit.private_numbers or unit.partly_read)


def _is_adopted(unit: UnitResult, decided: Mapping[str, Decision]) -> bool:
    """Whether the office adopted the files as they are, in spite of what is doubtful; errors are never adopted."""
    decision = decided.get(unit.plain, _UNDECIDED)
    if not decision.adopted or decision.adopted != unit.digests:
        return False
    unit.adopted = decision.reason
    return True


def _desk_item(found: BatchFinding, place: str, written: str, check: str) -> LetterItem:
    rule = desk_rules()[found.rule_id]
    return LetterItem(rule.id, rule.level, "整份报告", place, written, check, basis_of(rule))
