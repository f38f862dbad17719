"""What is read of drafts that somebody edited in Excel, edit by edit: made with the cells alone, no file between."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable, Iterable, Sequence
from copy import copy
from dataclasses import replace
from functools import cache
from pathlib import Path

from core.base.errors import ReportError
from core.draft.draft_changes import report_changes
from core.draft.workbook import draft_bytes, foreign, outside
from core.draft.workbook.codes import FORMAT, PROGRAM, name_of
from core.draft.workbook.draft_reader import read_draft
from core.draft.workbook.raw_workbook import COMMENT, TEXT_BOX, RawCell, RawNote, RawWorkbook, read_workbook
from core.report.report import Report
from tests.kept import reports

_PATH = Path("草稿.xlsx")
_LONGEST = 70
Edit = Callable[[RawWorkbook, random.Random], str]
_VALUES: tuple[tuple[str, str], ...] = (
    *(
        ("text", text)
        for text in ("1,234件", "约3件", "/", " ", "7", "７", "12件", "3 4", "无", "0.5万元", "5人", "甲\n乙", "公司")
    ),
    *(("number", text) for text in ("0", "5", "-1", "2.5", "1234567890123", "0.1234567")),
    *(("date", "2025-01-03"), ("flag", "TRUE"), ("error", "#REF!"), ("formula", "=1+1"), ("formula", "=SUM(A1:A3)")),
)


def documents() -> dict[str, str]:
    """Return what is read after each edit, and after several at once."""
    return {"single": "\n".join(_single()) + "\n", "several": "\n".join(_several()) + "\n"}


def in_short(told: Sequence[str]) -> str:
    """Return how many were told, the first shortened, with a digest of all where that is not everything."""
    text = " ; ".join(told).replace("\n", "↵")
    if len(text) <= _LONGEST:
        return f"{len(told)}: {text}"
    return f"{len(told)}: {text[:_LONGEST]}… {hashlib.sha256(text.encode()).hexdigest()[:6]}"


# ---------------------------------------------------------------- edits of the cells


@cache
def _written(name: str) -> tuple[Report, RawWorkbook]:
    made = {
        "large": reports.large,
        "empty": reports.empty,
        "2019": reports.form_2019,
        "returned": reports.returned_twice,
    }
    report = made[name]()
    return report, read_workbook(draft_bytes(report), _PATH)


def _copied(book: RawWorkbook) -> RawWorkbook:
    made = copy(book)
    made.sheets = {title: dict(cells) for title, cells in book.sheets.items()}
    made.names, made.hidden, made.notes = dict(book.names), set(book.hidden), dict(book.notes)
    made.covered = {title: set(places) for title, places in book.covered.items()}
    made.unseen = {title: (set(rows), set(columns)) for title, (rows, columns) in book.unseen.items()}
    return made


def _named(book: RawWorkbook, chance: random.Random, *parts: str) -> tuple[str, tuple[str, int, int]]:
    """Choose a defined name that begins with one of the parts."""
    known = sorted(
        name for name in book.names if name.startswith(parts or ("nb_t3", "nb_t2", "nb_t4", "nb_fee", "nb_control"))
    )
    name = chance.choice(known)
    return name, book.names[name]


def _typed(book: RawWorkbook, chance: random.Random) -> str:
    name, (sheet, row, column) = _named(
        book, chance, *chance.choice(((), (), ("nb_meta",), ("nb_s", "nb_lead", "nb_note")))
    )
    kind, text = chance.choice(_VALUES)
    book.sheets[sheet][row, column] = RawCell(text, kind)
    return f"{name} is {kind} {text!r}"


def _looks(book: RawWorkbook, chance: random.Random) -> str:
    name, (sheet, row, column) = _named(book, chance)
    plain = RawCell("5", "number")
    looks = (
        RawCell("", "text", struck="7"),
        replace(plain, struck="7"),
        replace(plain, is_masked=True),
        *(replace(plain, drawn=drawn) for drawn in ("元", "千元", "万件", "件", "共", "¥")),
        replace(plain, faint="5"),
        replace(plain, faint="0"),
    )
    book.sheets[sheet][row, column] = look = chance.choice(looks)
    return f"{name} looks {look.struck!r} {look.is_masked} {look.drawn!r} {look.faint!r}"


def _blanked(book: RawWorkbook, chance: random.Random) -> str:
    name, (sheet, row, column) = _named(book, chance, "nb_")
    book.sheets[sheet].pop((row, column), None)
    return f"{name} is gone"


def _unnamed(book: RawWorkbook, chance: random.Random) -> str:
    names = [_named(book, chance, "nb_")[0] for _ in range(chance.choice((1, 2, 5)))]
    for name in names:
        book.names.pop(name, None)
    if chance.random() < 0.3:
        book.names["nb_strange"] = next(iter(book.names.values()))
    return f"without the names {' '.join(names)}"


def _shifted(book: RawWorkbook, sheet: str, at: int, by: int, *, is_row: bool) -> None:
    """Move all that stands at or behind a row or column, as Excel does; what goes with one taken away goes."""

    def place(row: int, column: int) -> tuple[int, int] | None:
        own = row if is_row else column
        if own < at:
            return row, column
        if by < 0 and own < at - by:
            return None
        return (row + by, column) if is_row else (row, column + by)

    cells = book.sheets[sheet]
    book.sheets[sheet] = {new: cell for old, cell in cells.items() if (new := place(*old))}
    names = {name: (where, place(*at_)) for name, (where, *at_) in book.names.items() if where == sheet}
    for name, (where, new) in names.items():
        if new is None:
            del book.names[name]
        else:
            book.names[name] = (where, *new)


def _moved(book: RawWorkbook, chance: random.Random) -> str:
    name, (sheet, row, column) = _named(book, chance, "nb_t", "nb_s", "nb_lead", "nb_meta", "nb_control")
    is_row, by = chance.random() < 0.7, chance.choice((1, 2, -1, -1, -2))
    at = (row if is_row else column) + chance.choice((0, 0, 1))
    _shifted(book, sheet, at, by, is_row=is_row)
    return f"{abs(by)} {'rows' if is_row else 'columns'} {'more' if by > 0 else 'less'} at {name}"


def _exchanged(book: RawWorkbook, chance: random.Random) -> str:
    """Let two rows or columns, or only their labels, change their places."""
    first, (sheet, row, column) = _named(book, chance, "nb_t3", "nb_t2", "nb_t4")
    others = sorted(name for name, at in book.names.items() if at[0] == sheet and at[1] != row and at[2] == column)
    if not others:
        return "nothing"
    second = chance.choice(others)
    other = book.names[second][1]
    kind = chance.choice(("rows", "labels", "numbers"))
    cells = book.sheets[sheet]
    columns = {"rows": range(1, 40), "labels": range(1, column), "numbers": range(column, 40)}[kind]
    for at in columns:
        one, two = cells.pop((row, at), None), cells.pop((other, at), None)
        cells.update({place: cell for place, cell in (((row, at), two), ((other, at), one)) if cell is not None})
    return f"{kind} of {first} and {second} exchanged"


def _relabelled(book: RawWorkbook, chance: random.Random) -> str:
    title, cells = chance.choice([(title, cells) for title, cells in book.sheets.items() if len(cells) > 20])
    known = sorted(
        at for at, cell in cells.items() if cell.kind == "text" and 1 < len(cell.text) < 30 and at[1] > 0 < at[0]
    )
    at, other = chance.choice(known), chance.choice(known)
    text = cells[at].text
    new = chance.choice(
        (text + "（单位：元）", text + "数", text[1:], "", cells[other].text, "（单位：千元）", "别的字")
    )
    cells[at] = RawCell(new, "text")
    return f"{title} {at}: {text[:12]!r} → {new[:20]!r}"


def _sheets(book: RawWorkbook, chance: random.Random) -> str:
    title = chance.choice(list(book.sheets))
    kind = chance.choice(("gone", "again", "renamed", "hidden", "own", "values only"))
    if kind == "gone":
        del book.sheets[title]
        book.names = {name: at for name, at in book.names.items() if at[0] != title}
    elif kind == "again":
        book.sheets[f"{title} (2)"] = dict(book.sheets[title])
        book.covered[f"{title} (2)"], book.unseen[f"{title} (2)"] = set(), (set(), set())
    elif kind == "renamed":
        book.sheets["新名"] = book.sheets.pop(title)
        book.covered["新名"], book.unseen["新名"] = book.covered.pop(title), book.unseen.pop(title)
        book.names = {name: ("新名", *at[1:]) if at[0] == title else at for name, at in book.names.items()}
    elif kind == "hidden":
        book.hidden.add(title)
    elif kind == "own":
        book.sheets["自己的"] = {(0, 0): RawCell("备忘", "text"), (1, 1): RawCell("5", "number")}
        book.covered["自己的"], book.unseen["自己的"] = set(), (set(), set())
    else:
        for name, cells in book.sheets.items():
            book.sheets[name] = {
                at: replace(c, kind="number", text="0") if c.kind == "formula" else c for at, c in cells.items()
            }
    return f"sheet {title} {kind}"


def _beside(book: RawWorkbook, chance: random.Random) -> str:
    name, (sheet, row, column) = _named(book, chance, "nb_")
    row, column = row + chance.choice((0, 0, 1, 30)), column + chance.choice((-1, 1, 2, 9))
    kind, text = chance.choice(
        (("text", "旁注"), ("number", "5"), ("text", "接上格"), ("text", "共5万元"), ("formula", "=A1"))
    )
    book.sheets[sheet][row, max(column, 0)] = RawCell(text, kind)
    return f"{text} beside {name} at {row} {column}"


def _unseen(book: RawWorkbook, chance: random.Random) -> str:
    name, (sheet, row, column) = _named(book, chance, "nb_")
    kind = chance.choice(("row", "column", "covered", "comment", "box"))
    if kind in ("row", "column"):
        book.unseen[sheet][kind == "column"].add(column if kind == "column" else row)
    elif kind == "covered":
        book.covered[sheet].add((row, column))
    else:
        note = RawNote(
            COMMENT if kind == "comment" else TEXT_BOX,
            chance.choice(("C5", "")),
            chance.choice(("请核\n对", " ", "长" * 30)),
        )
        book.notes[sheet] = [note] * chance.choice((1, 5))
    return f"{name} {kind}"


def _facts(book: RawWorkbook, chance: random.Random) -> str:
    code, text = chance.choice(
        ((FORMAT, "2"), (FORMAT, "x"), (PROGRAM, "9.9.9"), (PROGRAM, "0.0.1"), (PROGRAM, ""), ("file.form_id", "2030"))
    )
    sheet, row, column = book.names[name_of(code)]
    book.sheets[sheet][row, column] = RawCell(text, "text")
    if chance.random() < 0.4:
        book.sheets[sheet][row - 1, column] = RawCell("旁", "text")
    return f"{code} is {text!r}"


_EDITS: tuple[Edit, ...] = (
    *(_typed, _looks, _blanked, _unnamed, _moved, _moved, _exchanged, _exchanged, _relabelled, _relabelled),
    *(_sheets, _beside, _unseen, _facts),
)


# ---------------------------------------------------------------- what is read of them


def _read(before: Report, book: RawWorkbook) -> list[str]:
    try:
        loaded, reading = read_draft(book, _PATH)
    except ReportError as error:
        return [f"! {error.summary}"]
    told = [f"{one.sheet} {one.cell} {one.sentence}".strip() for one in loaded.remarks]
    told += [one.sentence for one in outside.outside_form(loaded, reading)]
    lost = [f"{one.sheet} {one.cell} {one.sentence}".strip() for one in foreign.foreign_cells(loaded, reading)]
    lost += [one.sentence for one in foreign.text_boxes(reading)]
    after = loaded.report
    changed = [f"{one.place}: {one.before} → {one.after}" for one in report_changes(before, after)]
    kinds = {"told": told, "changed": changed, "lost": lost}
    return [f"{kind} {in_short(lines)}" for kind, lines in kinds.items() if lines]


def _single() -> Iterable[str]:
    for number in range(84):
        chance = random.Random(number)
        report, book = _written(chance.choice(("large", "large", "2019", "returned", "empty")))
        edited = _copied(book)
        yield f"{number} {report.form_id}: {_EDITS[number % len(_EDITS)](edited, chance)}"
        yield from (f"  {line}" for line in _read(report, edited))


def _several() -> Iterable[str]:
    for number in range(16):
        chance = random.Random(1000 + number)
        report, book = _written(chance.choice(("large", "2019", "empty")))
        edited = _copied(book)
        yield f"{number}: {' ; '.join(chance.choice(_EDITS)(edited, chance) for _ in range(4))}"
        yield from (f"  {line}" for line in _read(report, edited))
