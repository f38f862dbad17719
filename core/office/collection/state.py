"""``collection.json``: what the desk remembers from one run to the next.

Of each file, by the digest of its bytes, what was read; of each unit, which letters went out. It is replaced whole or
not at all; one that somebody spoilt is set aside, and everything is read anew.

History of the format: 1. The first. 2. What the office decided about units (``decisions``). 3. The blank cells that an
item of a letter is about. Format 2 got ``shown`` and, in ``units``, ``before`` later, format 3 ``numbers``, ``places``,
in ``decisions`` ``given`` and in ``records`` ``unsure``, ``told``: a program that does not know them passes them over.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from decimal import Decimal
from itertools import starmap
from pathlib import Path
from typing import Any

from core import __version__
from core.base.atomic_file import free_sibling, replace_file
from core.base.errors import ErrorText, FileMissingError, FileUnreadableError, ReportError, reading_failed
from core.base.on_disk import OnDisk, on_disk, read_ordinary
from core.office.collection.decisions import Decision, decision_json, decision_of
from core.office.collection.file_record import FileRecord
from core.office.collection.letter_items import LetterItem, item_of
from core.office.collection.unit_list import ListedUnit, plain_name, types_in
from core.published import Unsure
from core.report.entry_text import Number

STATE_FILE = "collection.json"
_CLOSED = ErrorText(
    "结果文件夹“{name}”不能使用，没有读取其中内容的权限。", "请换一个文件夹存放结果，或请管理员开放这个文件夹的权限。"
)
LAST = "last:"
"""Before the keys of the records of last year's reports."""

FORMAT = 3
_RECORDS = b', "records": '

_OTHER_YEAR = ErrorText(
    "结果文件夹中已有{year}年度的汇总审核记录（{name}），不能再用于{wanted}年度。", "请换一个结果文件夹。"
)
_SPOILT = "“{name}”已损坏，另存为“{aside}”；退回次数和此前的决定从头算起，报告已全部重读。"
_NO_RECORD = ErrorText(
    "结果文件夹中的“{name}”不是普通文件，而是设备或管道，不能用作汇总审核的记录。",
    "请把它改名或删除，或换一个结果文件夹，再试一次。",
)
_NEWER = ErrorText("“{name}”是更新版本的程序写的，本版本不能接着用。", "请用新版程序，或换一个结果文件夹。")


@dataclass(slots=True)
class UnitRounds:
    """What went out to a unit so far.

    Attributes:
        returned: How many times it was asked to mend something.
        files: Digests of the files that the last letter is about.
        items: The items of the last letter.
        before: The items of the letter that it follows; none where that was settled.
        letter: SHA-256 of the last letter as it is written; "" for none.
        former: Of the letter in whose place it comes: one that still lies there was not replaced, since the program
            was ended between noting the round and writing.
        is_open: Whether the last letter still waits for an answer.
    """

    returned: int = 0
    files: tuple[str, ...] = ()
    items: tuple[LetterItem, ...] = ()
    letter: str = ""
    former: str = ""
    is_open: bool = False
    before: tuple[LetterItem, ...] = ()


@dataclass(frozen=True, slots=True)
class KeptNumbers:
    """The numbers of the file of a unit that was judged last, and of the one that it is compared with.

    Attributes:
        digest: Of the file.
        shown: Checksum of what it shows.
        numbers: What stands in its cells, by code.
        held: How the unit was settled by it: 公布, 采用 and so on; "" for not.
        former: The numbers of the file before; None for no such file.
        former_shown: Checksum of what that one showed.
        after: How the unit was settled when this file came in place of that one, or 退回; "" for neither.
        asked: Codes of the cells in which something was found in the file.
        former_asked: Those of the files before, up to the one that it is compared with.
    """

    digest: str
    shown: str
    numbers: Mapping[str, str]
    held: str = ""
    former: Mapping[str, str] | None = None
    former_shown: str = ""
    after: str = ""
    asked: tuple[str, ...] = ()
    former_asked: tuple[str, ...] = ()


@dataclass(slots=True)
class DeskState:
    """What stands in ``collection.json``.

    Attributes:
        year: The year that is collected.
        basis: What the records depend on beside the files: program, local rules.
        records: What was read, by digest and, for files whose name decides, ending.
        units: What went out, by plain name.
        listed: Digest and units of the list that was read last.
        decisions: What the office decided, by plain name.
        outputs: SHA-256 of each other file that was written, and of the one in whose place it came, by its name.
        shown: SHA-256 of what stands in it, by its name: one that would show the same need not be written again.
        numbers: The numbers of the files that are counted, by plain name of the unit.
        places: Where the list and last year's reports lay that were given last, seen from the output folder, and the
            contact that the last letters named.
        told: Chinese sentences about what could not be remembered, or was; they are not kept.
    """

    year: int
    basis: str = ""
    records: dict[str, FileRecord] = field(default_factory=dict)
    units: dict[str, UnitRounds] = field(default_factory=dict)
    decisions: dict[str, Decision] = field(default_factory=dict)
    outputs: dict[str, tuple[str, str]] = field(default_factory=dict)
    shown: dict[str, str] = field(default_factory=dict)
    numbers: dict[str, KeptNumbers] = field(default_factory=dict)
    listed: tuple[str, tuple[ListedUnit, ...]] = ("", ())
    places: dict[str, str] = field(default_factory=dict)
    told: list[str] = field(default_factory=list)

    @property
    def is_unused(self) -> bool:
        """Whether the files were read and nothing else was done: who took the wrong year may take another one."""
        return (
            bool(self.records)
            and not self.decisions
            and not self.outputs
            and not any(rounds.returned for rounds in self.units.values())
        )

    def take_list(self, digest: str, units: tuple[ListedUnit, ...]) -> None:
        """Take a list in place of the former one; reports of units of which it gives another type are judged anew."""
        before, now = types_in(self.listed[1]), types_in(units)
        if before != now:
            changed = {plain for plain in before.keys() | now.keys() if before.get(plain) != now.get(plain)}
            self.records = {
                k: r for k, r in self.records.items() if changed.isdisjoint((plain_name(r.unit), r.judged_for))
            }
        self.listed = (digest, units)


def load_state(folder: Path, year: int, basis: str) -> DeskState:
    """Return what the desk remembers in a folder; an empty state where there is nothing that can be read.

    What was read or written on another basis is left out; the rounds stay, and the list until it is read anew.

    Raises:
        ReportError: Another year was worked at in the folder, or the file to a newer program, or it cannot be read.
    """
    path = folder / STATE_FILE
    if on_disk(path) is OnDisk.OTHER:
        raise _NO_RECORD.of(path)
    try:
        data = read_ordinary(path)
    except OSError as error:
        failed = reading_failed(error, path)
        if isinstance(failed, FileMissingError):
            return DeskState(year, basis)
        if isinstance(failed, FileUnreadableError):  # it was the folder that was named
            raise _CLOSED.of(folder) from error
        raise failed from error
    try:
        loaded = json.loads(data)
        state = _state(loaded) if int(loaded["format"]) <= FORMAT else None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        aside = free_sibling(path)
        replace_file(aside, data)
        return DeskState(year, basis, told=[_SPOILT.format(name=path.name, aside=aside.name)])
    if state is None:
        raise _NEWER.of(path)
    if state.year != year and state.is_unused:
        return DeskState(year, basis, listed=("", state.listed[1]))
    if state.year != year:
        raise _OTHER_YEAR.of(path, year=state.year, wanted=year)
    if state.basis != basis:
        state.records, state.listed, state.shown, state.basis = {}, ("", state.listed[1]), {}, basis
    return state


def known_head(folder: Path, year: int) -> tuple[int, Mapping[str, str]]:
    """Return how many units are on the list that is remembered for a year, and the places; 0 and none otherwise.

    The records, which are most of the file, are not looked at.
    """
    try:
        head = json.loads(read_ordinary(folder / STATE_FILE).partition(_RECORDS)[0] + b"}")
        is_known = int(head["format"]) <= FORMAT and int(head["year"]) == year
        return (len(head["list"][1]), dict(head.get("places", {}))) if is_known else (0, {})
    except (OSError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError):
        return 0, {}


def save_state(folder: Path, state: DeskState, there: str = "") -> str:
    """Write what the desk remembers, whole or not at all; return the SHA-256 of the file.

    Args:
        folder: The output folder.
        state: What is remembered.
        there: SHA-256 of the file that lies there; one that says the same is not written again.

    Raises:
        FileError: It cannot be written; the old one is untouched.
    """
    value = {
        "format": FORMAT,
        "program": __version__,
        "year": state.year,
        "basis": state.basis,
        "units": state.units,
        "decisions": {name: d for name, one in state.decisions.items() if (d := decision_json(one))},
        "outputs": state.outputs,
        "shown": state.shown,
        "numbers": state.numbers,
        "places": state.places,
        "list": state.listed,
    }
    # One record after the other: those of a thousand files as one value would take ten times the memory of the text
    records = b", ".join(_json({key: _record_json(record)})[1:-1] for key, record in state.records.items())
    data = b"%b%b{%b}}" % (_json(value)[:-1], _RECORDS, records)
    digest = hashlib.sha256(data).hexdigest()
    if digest != there:
        replace_file(folder / STATE_FILE, data)
    return digest


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, default=_plain).encode()


def _plain(value: object) -> dict[str, Any] | float:
    """Return what JSON has no word for: a dataclass by its fields (asdict would copy all below it), a decimal."""
    return {f.name: getattr(value, f.name) for f in fields(value)} if is_dataclass(value) else float(str(value))


def records_of(path: Path) -> list[FileRecord]:
    """Return the reports in a ``collection.json`` that were judged as those of its year.

    Raises:
        ReportError: It is none, or cannot be read.
    """
    try:
        state = _state(json.loads(read_ordinary(path)))
    except OSError as error:
        raise reading_failed(error, path) from error
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ReportError(
            summary=f"“{path.name}”不是汇总审核的记录，或已损坏。", advice="请改选上年的报告文件夹，或上年的汇总报告。"
        ) from error
    return [record for record in state.records.values() if record.year == record.judged_as == state.year]


def _state(loaded: Mapping[str, Any]) -> DeskState:
    units = {
        name: UnitRounds(
            int(value["returned"]),
            tuple(value["files"]),
            tuple(item_of(item) for item in value["items"]),
            str(value["letter"]),
            str(value["former"]),
            bool(value["is_open"]),
            tuple(item_of(item) for item in value.get("before", ())),
        )
        for name, value in loaded["units"].items()
    }
    records = {key: _record(value) for key, value in loaded["records"].items()}
    outputs = {name: (str(digest), str(former)) for name, (digest, former) in loaded["outputs"].items()}
    digest, listed = loaded["list"]
    known = (str(digest), tuple(ListedUnit(**unit) for unit in listed))
    decisions = {name: decision_of(value) for name, value in loaded.get("decisions", {}).items()}
    shown = {name: str(digest) for name, digest in loaded.get("shown", {}).items()}
    numbers = {name: _kept_numbers(value) for name, value in loaded.get("numbers", {}).items()}
    year, basis = int(loaded["year"]), str(loaded["basis"])
    places = {name: str(place) for name, place in loaded.get("places", {}).items()}
    return DeskState(year, basis, records, units, decisions, outputs, shown, numbers, known, places)


def _kept_numbers(value: Mapping[str, Any]) -> KeptNumbers:
    codes = {name: tuple(map(str, value.get(name, ()))) for name in ("asked", "former_asked")}
    return KeptNumbers(**{**value, **codes})


_NUMBERS = ("figures", "controls")
_TUPLES = ("notes", "findings", "lines", "told")


def _record_json(record: FileRecord) -> dict[str, Any]:
    """Return a record as JSON holds it: what is blank is left out, amounts stand as text, so that they stay exact."""
    known = {f.name: getattr(record, f.name) for f in fields(FileRecord)}
    for name in _NUMBERS:
        known[name] = {code: n if isinstance(n, int) else str(n) for code, n in known[name].items()}
    return {name: value for name, value in known.items() if value not in ("", (), {}, None, 0)}


def _record(value: Mapping[str, Any]) -> FileRecord:
    known = dict(value)
    for name in _NUMBERS:
        known[name] = {code: _number(number) for code, number in known.get(name, {}).items()}
    for name in _TUPLES:
        known[name] = tuple(known.get(name, ()))
    known["items"] = tuple(item_of(item) for item in known.get("items", ()))
    doubts = ((kind, said, tuple(cells), written) for kind, said, cells, written in known.get("unsure", ()))
    known["unsure"] = tuple(starmap(Unsure, doubts))
    return FileRecord(**known)


def _number(value: float | str) -> Number:
    return value if isinstance(value, int) else Decimal(str(value))
