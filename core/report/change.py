"""What is done to a report, as a value: from the old report to the new one, and back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, TypeVar

from core.report.entry_text import Entry
from core.report.report import MAPPINGS, Explanation, LogEntry, Origin, Report, ReviewRound

_T = TypeVar("_T")

RemarkPlace = tuple[int, int, str]
"""Where a remark stands: the place of its round from 0, its number in it from 1, and what it says."""

Answer = tuple[str, str]
"""What was done about a remark, and the reason; both "" while it is open."""

CONTENT = ("meta", "texts", "cells", "controls", "explanations", "origins")
"""What is written in a report, beside what the office does with it (``status``, ``rounds``, ``log``)."""

_PAIRED = (*MAPPINGS, "answers")
"""The fields of a change that hold old and new values."""


@dataclass(frozen=True, slots=True)
class Change:
    """How one report becomes another: the old and the new value of each place; None where there is none.

    Attributes:
        form_id: The format; None where it stays.
        rounds: All 送审稿; None where they stay.
        answers: What was done about remarks of theirs. It can be taken back like what is written, also after the
            next 送审稿 was made, which then stays.
        logged: Entries added at the end of the log.
        unlogged: Entries taken out of the log.
    """

    form_id: tuple[str, str] | None = None
    meta: Mapping[str, tuple[str | None, str | None]] = field(default_factory=dict)
    texts: Mapping[str, tuple[str | None, str | None]] = field(default_factory=dict)
    cells: Mapping[str, tuple[Entry, Entry]] = field(default_factory=dict)
    controls: Mapping[str, tuple[Entry, Entry]] = field(default_factory=dict)
    explanations: Mapping[str, tuple[Explanation | None, Explanation | None]] = field(default_factory=dict)
    origins: Mapping[str, tuple[Origin | None, Origin | None]] = field(default_factory=dict)
    status: Mapping[str, tuple[str | None, str | None]] = field(default_factory=dict)
    rounds: tuple[tuple[ReviewRound, ...], tuple[ReviewRound, ...]] | None = None
    answers: Mapping[RemarkPlace, tuple[Answer, Answer]] = field(default_factory=dict)
    logged: tuple[LogEntry, ...] = ()
    unlogged: tuple[LogEntry, ...] = ()

    @classmethod
    def between(cls, before: Report, after: Report) -> Change:
        """Return what makes the second report of the first."""
        values: dict[str, Any] = {
            name: _pairs(getattr(before, name), getattr(after, name))
            for name in MAPPINGS
            if getattr(before, name) is not getattr(after, name)
        }
        if before.form_id != after.form_id:
            values["form_id"] = (before.form_id, after.form_id)
        if before.rounds != after.rounds:
            values["rounds"] = (before.rounds, after.rounds)
        if before.log != after.log:
            pairs = zip(before.log, after.log, strict=False)
            same = next((i for i, (old, new) in enumerate(pairs) if old != new), min(len(before.log), len(after.log)))
            values |= {"logged": after.log[same:], "unlogged": before.log[same:]}
        return cls(**values)

    @classmethod
    def of_cells(cls, report: Report, entries: Mapping[str, Entry]) -> Change:
        """Return what enters numbers, refused texts or blanks (None) by code; totals go to ``controls``."""
        known = report.form.cells
        cells: dict[str, tuple[Entry, Entry]] = {}
        controls: dict[str, tuple[Entry, Entry]] = {}
        for code, new in entries.items():
            is_total = known[code].is_derived
            old = (report.controls if is_total else report.cells).get(code)
            if old != new:
                (controls if is_total else cells)[code] = (old, new)
        return cls(cells=cells, controls=controls)

    @property
    def is_nothing(self) -> bool:
        """Whether it leaves every report as it is."""
        return not (self.form_id or self.rounds or self.logged or self.unlogged) and not any(
            old != new for name in _PAIRED for old, new in getattr(self, name).values()
        )

    @property
    def inverse(self) -> Change:
        """What takes it back."""
        values: dict[str, Any] = {
            name: {key: (new, old) for key, (old, new) in getattr(self, name).items()} for name in _PAIRED
        }
        return Change(
            form_id=self.form_id and self.form_id[::-1],
            rounds=self.rounds and self.rounds[::-1],
            logged=self.unlogged,
            unlogged=self.logged,
            **values,
        )

    @property
    def content(self) -> Change:
        """The part that concerns what is written in the report: no status, no rounds, no log."""
        return replace(self, status={}, rounds=None, logged=(), unlogged=())

    def applied_to(self, report: Report) -> Report:
        """Return the report with the new values; what it does not name stays as it is there."""
        values: dict[str, Any] = {
            name: _with_new(getattr(report, name), pairs) for name in MAPPINGS if (pairs := getattr(self, name))
        }
        if self.form_id:
            values["form_id"] = self.form_id[1]
        if self.rounds:
            values["rounds"] = self.rounds[1]
        if self.answers:
            values["rounds"] = _answered(values.get("rounds", report.rounds), self.answers)
        if self.logged or self.unlogged:
            values["log"] = (*_without(report.log, self.unlogged), *self.logged)
        return replace(report, **values)

    def then(self, later: Change) -> Change:
        """Return this change and a later one, neither of which touches format or rounds, as a single one."""
        values: dict[str, Any] = {}
        for name in _PAIRED:
            values[name] = pairs = dict(getattr(self, name))
            for key, (old, new) in getattr(later, name).items():
                pairs[key] = (pairs[key][0] if key in pairs else old, new)
        return Change(logged=(*self.logged, *later.logged), **values)


def status_change(report: Report, facts: Mapping[str, str | None]) -> Change:
    """Return what notes facts in the status of a report by name; None takes one away."""
    changed = {name: (report.status.get(name), fact) for name, fact in facts.items()}
    return Change(status={name: pair for name, pair in changed.items() if pair[0] != pair[1]})


def kept_json(report: Report, name: str) -> object:
    """Return a fact of the status that was noted as JSON; None where there is none, or somebody spoilt it in Excel."""
    return read_json(report.status.get(name, ""))


def read_json(noted: str) -> object:
    """Return what was noted as JSON; None for nothing, or where it is spoilt."""
    try:
        return json.loads(noted) if noted else None
    except (ValueError, RecursionError):
        return None


def kept_texts(report: Report, name: str) -> dict[str, str]:
    """Return texts by key that were noted as JSON; what somebody spoilt is left out."""
    found = kept_json(report, name)
    return {key: text for key, text in found.items() if isinstance(text, str)} if isinstance(found, dict) else {}


def _pairs(before: Mapping[str, _T], after: Mapping[str, _T]) -> dict[str, tuple[_T | None, _T | None]]:
    pairs = {key: (before.get(key), new) for key, new in after.items() if before.get(key) != new}
    return {**pairs, **{key: (old, None) for key, old in before.items() if key not in after}}


def _with_new(values: Mapping[str, _T], pairs: Mapping[str, tuple[_T | None, _T | None]]) -> Mapping[str, _T]:
    changed = dict(values)
    for key, (_, new) in pairs.items():
        if new is None:
            changed.pop(key, None)
        else:
            changed[key] = new
    return MappingProxyType(changed)


def _answered(
    rounds: tuple[ReviewRound, ...], answers: Mapping[RemarkPlace, tuple[Answer, Answer]]
) -> tuple[ReviewRound, ...]:
    """Return the rounds with other answers; a remark that is not there any more gets none."""
    changed = list(rounds)
    for (at, number, text), (_, (answer, reason)) in answers.items():
        remarks = list(changed[at].remarks) if at < len(changed) else []
        places = [place for place, remark in enumerate(remarks) if remark.text == text]
        if not places:
            continue
        place = number - 1 if number - 1 in places else places[0]  # others may have come before it meanwhile
        remarks[place] = remarks[place]._replace(answer=answer, reason=reason)
        changed[at] = changed[at]._replace(remarks=tuple(remarks))
    return tuple(changed)


def _without(log: tuple[LogEntry, ...], taken: tuple[LogEntry, ...]) -> list[LogEntry]:
    """Return the log without these entries; of two equal ones the later goes."""
    kept = list(log)
    for entry in reversed(taken):
        if entry in kept:
            del kept[len(kept) - 1 - kept[::-1].index(entry)]
    return kept
