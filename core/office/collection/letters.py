"""退回修改意见: the letter to a unit that has something to mend, round by round.

A letter is written anew only where the files of the unit or the items changed, so what the office struck out or added
in Word stays. The letter of a unit that has mended everything is moved aside.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path, PurePosixPath

from core.base.atomic_file import free_sibling, replace_file
from core.base.day_words import day_in_words
from core.base.errors import FileInUseError, ReportError, reading_failed, writing_failed
from core.base.on_disk import is_file, read_ordinary
from core.base.user_files import safe_file_name
from core.form.form_definition import LEVEL_NAMES
from core.office.collection import papers
from core.office.collection.decisions import Decision, ItemKey, item_key
from core.office.collection.desk import RETURNED, Desk, UnitResult
from core.office.collection.letter_answers import PartlyFilled, emptied, found_again, is_same
from core.office.collection.letter_items import LetterItem
from core.office.collection.state import DeskState, UnitRounds
from core.office.register.days import read_day
from core.office.remarks_in_word import LETTER_COLUMNS, SEE_RIGHT

FOLDER, MENDED = "退回修改意见", "已改"
MOST_ON_A_PAGE = 12
_LONGEST_NAME = 40
_SUFFIX = ".docx"
_WIDTHS = (6, 20, 22, 36, 16)
_LIMITS = ((120, 100, 220, 60), (60, 50, 120, 44), (40, 34, 80, 32), (30, 26, 60, 24))
"""Characters of each column, from the second on: the first that let few items fit on a page."""

_AGAIN, _STILL = "（上次已提出）", "（上次已提出，改后仍不符）"
_SAME_CELL = "（与第{number}条是同一格）"
_WHOLE_REPORT = "整份报告"
_PARTLY = "（上次已提出，已填{filled}格，还有{left}格未填{more}）"
_EDITED = "“{name}”{why}，原件改名为“{aside}”；新的意见在“{name}”。"
_ONLY_A_LETTER = "B-10"
_OPEN_DAY = "　　月　　日"
_OPEN_CONTACT = "＿＿＿＿＿＿＿＿"
_OPEN_OFFICE = "＿＿＿＿＿＿＿＿＿＿＿＿"


@dataclass(frozen=True, slots=True)
class LetterFacts:
    """What the office says in every letter.

    Attributes:
        answer_by: Until when units answer, in words; "" to be filled in by hand.
        contact: Whom they answer to; "" to be filled in by hand.
        office: Who signs; "" where it is not known: then it is filled in by hand.
    """

    answer_by: str = ""
    contact: str = ""
    office: str = ""


@dataclass(slots=True)
class LetterPlan:
    """What is to be done with the letters once the state that knows of it is on the disk.

    Attributes:
        written: The letters to write, by their path.
        aside: Letters that a new one takes the place of and that somebody changed by hand, or may have; with why.
        mended: Letters of units that have mended everything.
    """

    written: dict[Path, bytes] = field(default_factory=dict)
    aside: dict[Path, str] = field(default_factory=dict)
    mended: list[Path] = field(default_factory=list)


def items_to_send(unit: UnitResult, state: DeskState) -> list[LetterItem]:
    """Return what the letter to a unit says: nothing where it is adopted, is the government, or the office itself."""
    if unit.is_own or unit.is_office or unit.adopted:
        return []
    return state.decisions.get(unit.plain, Decision()).items(unit.items, unit.digests)


def show_rounds(desk: Desk, state: DeskState) -> None:
    """Note in the units how often they were asked, and which of them still have a letter to answer."""
    names = _file_names(desk)
    for unit in desk.units:
        rounds = state.units.setdefault(unit.plain, UnitRounds())
        unit.returned = rounds.returned
        if rounds.is_open and rounds.files == unit.digests and items_to_send(unit, state):
            unit.found, unit.state = unit.state, RETURNED
            unit.letter = f"{FOLDER}/{names[unit.plain]}"


def plan_letters(
    desk: Desk, state: DeskState, out: Path, facts: LetterFacts, today: date, only: Collection[str] | None
) -> LetterPlan:
    """Say which letters are due, and note the rounds in the state and in the units.

    Args:
        desk: All units, as ``show_rounds`` left them.
        state: What went out so far.
        out: The output folder.
        facts: What every letter says.
        today: The day of the letters.
        only: Plain names of the units that are written to; None for all. Others only have done with letters that are
            mended.

    Raises:
        FileError: A letter that lies there cannot be read.
    """
    plan = LetterPlan()
    names = _file_names(desk)
    signed = replace(facts, office=desk.office)
    for unit in desk.units:
        rounds = state.units[unit.plain]
        path = out / FOLDER / names[unit.plain]
        items = tuple(items_to_send(unit, state))
        if items and (only is None or unit.plain in only):
            made = partial(letter_bytes, facts=signed, today=today, year=desk.year)
            _plan_letter(plan, unit, rounds, items, path, made)
            unit.letter = f"{FOLDER}/{path.name}"
        elif not items and unit.record is not None:
            rounds.is_open = False
            if is_file(path):
                plan.mended.append(path)
        unit.returned = rounds.returned
    return plan


def _plan_letter(
    plan: LetterPlan,
    unit: UnitResult,
    rounds: UnitRounds,
    items: tuple[LetterItem, ...],
    path: Path,
    made: Callable[..., bytes],
) -> None:
    """Plan the letter of a unit unless the one that lies there says the same; note its round."""
    files = unit.digests
    is_new_round = not rounds.is_open or files != rounds.files
    there = digest_of(path)
    if not is_new_round and items == rounds.items and there not in ("", rounds.former):
        return
    if is_new_round:
        rounds.before = rounds.items if rounds.is_open else ()
    rounds.returned += is_new_round
    data = made(unit, rounds.returned, items, rounds.before)
    plan.written[path] = data
    if there and there not in (rounds.letter, rounds.former):
        plan.aside[path] = why_kept(is_known=bool(rounds.letter))
    rounds.files, rounds.items, rounds.is_open = files, items, True
    rounds.former, rounds.letter = there, hashlib.sha256(data).hexdigest()


def write_letters(plan: LetterPlan) -> list[str]:
    """Do what was planned; what was done before a kill does no harm.

    Returns:
        Chinese sentences about letters that were set aside, or could not be moved.

    Raises:
        FileError: A letter cannot be written.
    """
    told = []
    for path, why in plan.aside.items():
        aside = free_sibling(path)
        told.append(_EDITED.format(name=path.name, why=why, aside=aside.name))
        try:
            path.rename(aside)
        except PermissionError as error:  # Windows moves no file that is open in Word
            raise FileInUseError(path) from error
        except OSError as error:
            raise writing_failed(error, path) from error
    for path, data in plan.written.items():
        replace_file(path, data)
    return [*told, *(sentence for path in plan.mended for sentence in _moved(path))]


def why_kept(*, is_known: bool) -> str:
    """Return why a file is not written over; without a record of it nobody can tell whether it was changed."""
    return "已有人修改" if is_known else "已有一份，看不出有没有人改过"


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file; "" where none lies there.

    Raises:
        FileError: It cannot be read.
    """
    if not is_file(path):
        return ""
    try:
        return hashlib.sha256(read_ordinary(path)).hexdigest()
    except OSError as error:
        raise reading_failed(error, path) from error


def _moved(path: Path) -> list[str]:
    """Move a letter into the folder of what was mended; return what to tell where that cannot be done."""
    target = path.parent / MENDED / path.name
    try:
        target.parent.mkdir(exist_ok=True)
        path.rename(free_sibling(target) if is_file(target) else target)
    except (OSError, ReportError):
        return [f"“{path.name}”已经改好，但不能移到“{MENDED}”，可能正被 Word 或 WPS 打开。"]
    return []


def letter_bytes(
    unit: UnitResult,
    number: int,
    items: Sequence[LetterItem],
    before: Sequence[LetterItem],
    facts: LetterFacts,
    today: date,
    year: int,
) -> bytes:
    """Return a letter as .docx.

    Args:
        unit: To whom.
        number: Which time it is.
        items: What to look into.
        before: The items of the letter before, so that what was not mended is marked.
        facts: What the office says in every letter.
        today: The day of the letter.
        year: The report year.
    """
    old = list({item_key(item): item for item in before if item.rule_id}.values())  # own words the office reads itself
    again = found_again(old, items)
    found = [item for item in items if item.rule_id]
    told = [f"{name}{n}个" for level, name in LEVEL_NAMES.items() if (n := sum(i.level == level for i in found))]
    own = len(items) - len(found)
    counts = "、".join([*told, *([f"另提{own}处"] if own else [])])
    gone = [item for item in old if item not in again.values()]
    since = f"上次提出{len(old)}处，已改{len(gone) - len(emptied(gone, items))}处。" if old else ""
    paper = papers.Paper(
        title="政府信息公开工作年度报告修改意见",
        before=[
            f"{unit.name}：",
            f"　　你单位报送的{year}年度政府信息公开工作年度报告{_which(unit)}，第{number}次退回。"
            f"请核对以下{len(items)}处（{counts}）：{_asked(items)}{since}",
        ],
        header=LETTER_COLUMNS,  # by them the program of the unit finds its items
        widths=_WIDTHS,
        rows=(),
        after=[_asked_until(facts)],
        sign=facts.office or _OPEN_OFFICE,
        day=day_in_words(today),
        most_on_a_page=MOST_ON_A_PAGE,
    )
    notes = _notes(items, again)
    for limits in _LIMITS:  # texts are only cut as far as a page of few items needs it
        rows = [_row(i, item, limits, notes[i - 1]) for i, item in enumerate(items, 1)]
        paper = replace(paper, rows=rows)
        if len(items) > MOST_ON_A_PAGE or papers.fits_on_a_page(paper):
            break
    return papers.paper_bytes(paper)


def _which(unit: UnitResult) -> str:
    """Return in brackets which file a letter is about, or which ones; "" where the unit sent one report."""
    reports = unit.reports
    if len({file.record.digest for file in reports}) < 2:
        return ""
    judged = [file for file in reports if file.record is unit.record][:1] or reports
    names = "、".join(f"“{_shortened(PurePosixPath(file.name).name, _LONGEST_NAME)}”" for file in judged)
    if unit.record is not None:
        return f"（{names}）"
    differing = "内容不同的" if unit.has_report else ""
    return f"（收到{len(judged)}份{differing}报告：{names}，请逐份核对）"


def _asked(items: Sequence[LetterItem]) -> str:
    """Return what a unit is asked to do about what the letter holds."""
    found = [item for item in items if item.rule_id]  # what the office added says itself what it wants
    levels = {item.level for item in found if item.rule_id != _ONLY_A_LETTER}
    asked = ["请补报报告正文"] if any(item.rule_id == _ONLY_A_LETTER for item in found) else []
    asked += ["错误须改正"] if "error" in levels else []
    asked += ["疑点请核实，有误的改正，无误的说明情况"] if levels - {"error"} else []
    return f"{'；'.join(asked) or '请核对修改'}。"


def _asked_until(facts: LetterFacts) -> str:
    contact = contact_in_words(facts.contact)
    return f"　　请于{until_in_words(facts.answer_by)}前报回修改后的报告。联系人和电话：{contact}。"


def until_in_words(answer_by: str) -> str:
    """Return a day in words whatever it is written as; other words stay, and blanks are filled in by hand."""
    day = read_day(answer_by)
    return day_in_words(day) if day else answer_by.removesuffix("前") or _OPEN_DAY


def contact_in_words(contact: str) -> str:
    """Return whom to answer; blanks to be filled in by hand where nobody is named."""
    return contact.rstrip("。；，、 ") or _OPEN_CONTACT


def _notes(items: Sequence[LetterItem], again: Mapping[ItemKey, LetterItem]) -> list[str]:
    """Return what is said before each item: that one above is about the same cell, that the letter before told it."""
    first: dict[tuple[str, str], int] = {}
    notes = []
    for number, item in enumerate(items, 1):
        is_cell = item.rule_id and item.part not in item.place and item.part != _WHOLE_REPORT  # a text has many places
        begun = first.setdefault((item.part, item.place), number) if is_cell else number
        same = _SAME_CELL.format(number=begun) if begun != number else ""
        notes.append(f"{same}{_again(again.get(item_key(item)), item)}")
    return notes


def _row(number: int, item: LetterItem, limits: Sequence[int], before: str) -> list[str]:
    place = item.place if item.part in item.place or item.part == _WHOLE_REPORT else f"{item.part}：{item.place}"
    written = "" if item.written == SEE_RIGHT else item.written
    if not item.rule_id and place == _WHOLE_REPORT:  # the office named no place
        place = ""
    check = f"{before}{item.check}"
    texts = zip((place, written, check, item.basis), limits, strict=True)
    return [str(number), *(_shortened(text, longest) for text, longest in texts)]


def _again(former: LetterItem | None, item: LetterItem) -> str:
    """Return what is said of an item that the letter before told already; "" for one that it did not."""
    if former is None:
        return ""
    if former.blanks and set(former.blanks) != set(item.blanks):
        part = PartlyFilled(item, former.blanks)
        return _PARTLY.format(filled=len(part.filled), left=len(part.left), more=part.added_in_words)
    return _AGAIN if is_same(former, item) else _STILL


def _shortened(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def _file_names(desk: Desk) -> dict[str, str]:
    """Return the name of each unit's letter by its plain name; equal ones get a number."""
    taken: dict[str, int] = {}
    names = {}
    for unit in desk.units:
        name = safe_file_name(unit.name, _SUFFIX)
        taken[name] = taken.get(name, 0) + 1
        names[unit.plain] = name if taken[name] == 1 else safe_file_name(unit.name, f"（{taken[name]}）{_SUFFIX}")
    return names
