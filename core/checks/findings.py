"""What a check returns: findings with their places, repairs and explanations, and the verdict over them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from core.form.form_definition import Level
from core.report.entry_text import Number
from core.report.report import Explanation

_NESTED = re.compile("“[^”]*“")
_INNER = {"“": "‘", "”": "’"}

VERDICT_ERRORS = "有错误"
VERDICT_INCOMPLETE = "填写中"
VERDICT_OPEN = "待核实"
VERDICT_READY = "可送审"

WITHDRAWN = "（数据已变，原说明失效，请重新核实）"
"""What follows the sentence of a finding whose explanation no longer holds."""


class Place(NamedTuple):
    """A stretch of a text of the report: text code, first character, character after the last."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class RepairStep:
    """One number to look into: what stands there (None for a blank), what the totals say it should be, and why."""

    cell: str
    value: Number | None
    should_be: Number
    why: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing the clerk should look at.

    Attributes:
        rule_id: Number of the rule, such as "T3-01".
        level: Error, warning or hint.
        message: A Chinese sentence with the numbers in it.
        cells: The cells to paint, in reading order; the first one gets the focus.
        places: Stretches of texts to mark.
        repairs: Ranked sets of changes that would satisfy all equalities; a reason to look into the register.
        explained: The clerk's reason, while the finding still says what was explained.
        withdrawn: The clerk's reason for what it said before the numbers changed.
        topic: What tells it from other findings of the rule at the same place; "" where there is one only.
        variant: Which sentence of the rule the message is.
        values: What that was filled in with, by name, and what else of it somebody may need; none of sums. Who needs a
            part of the sentence asks for it here: the words of a sentence may change.
    """

    rule_id: str
    level: Level
    message: str
    cells: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    repairs: tuple[tuple[RepairStep, ...], ...] = ()
    explained: Explanation | None = None
    withdrawn: Explanation | None = None
    topic: str = ""
    variant: str = field(default="", compare=False, repr=False)
    values: Mapping[str, Any] = field(default_factory=dict, compare=False, repr=False)

    @property
    def key(self) -> str:
        """What an explanation is filed under: the rule and what it is about, not the numbers."""
        about = self.cells or tuple(dict.fromkeys(place.text for place in self.places))
        return ":".join(filter(None, (self.rule_id, ",".join(about), self.topic)))

    @property
    def is_open(self) -> bool:
        """Whether it is a warning that is neither corrected nor explained."""
        return self.level == "warning" and self.explained is None


@dataclass(frozen=True, slots=True)
class CheckResult:
    """All that the checks say about a report.

    Attributes:
        findings: In the order of the form.
        blanks: Codes of the blank cells of the tables in reading order, then of blank numbers that a text prints, then
            of texts that the format demands, the first one of each section.
        unfilled: The blanks in words, such as 6格、第五部分文字; "" for none.
        refused: Codes of the cells that hold refused text.
        last_year: Whether last year's report was given.
    """

    findings: tuple[Finding, ...]
    blanks: tuple[str, ...]
    unfilled: str
    refused: tuple[str, ...]
    last_year: bool = False

    def count(self, level: Level) -> int:
        """Return how many findings have this level."""
        return [finding.level for finding in self.findings].count(level)

    @property
    def blocking(self) -> tuple[Finding, ...]:
        """The errors: what must be corrected before a 送审稿."""
        return tuple(finding for finding in self.findings if finding.level == "error")

    @property
    def open_warnings(self) -> tuple[Finding, ...]:
        """The warnings that are neither corrected nor explained: what must be settled before a 定稿."""
        return tuple(finding for finding in self.findings if finding.is_open)

    @property
    def verdict(self) -> str:
        """One of the four words a clerk sees; a blank is an error only at 送审稿 and 定稿 (C-03), but never 可送审."""
        if self.blocking:
            return VERDICT_ERRORS
        if self.blanks or self.refused:
            return VERDICT_INCOMPLETE
        return VERDICT_OPEN if self.open_warnings else VERDICT_READY


def finding_json(finding: Finding) -> dict[str, Any]:
    """Return one finding in the shape of the command line's JSON."""
    explained = finding.explained
    return {
        "rule": finding.rule_id,
        "level": finding.level,
        "cells": list(finding.cells),
        "places": [{"text": p.text, "start": p.start, "end": p.end} for p in finding.places],
        "message": finding.message,
        "repairs": [
            [{"cell": c.cell, "value": c.value, "should_be": c.should_be, "why": c.why} for c in repair]
            for repair in finding.repairs
        ],
        "explained": {"reason": explained.reason, "author": explained.author, "date": explained.date}
        if explained
        else None,
    }


def inner_quotes(text: str) -> str:
    """Return a sentence with ‘’ for the quotation marks inside others; as it is where they do not come in pairs."""
    if not _NESTED.search(text):
        return text
    depth, said = 0, []
    for char in text:
        depth += char == "“"
        said.append(_INNER.get(char, char) if depth > 1 else char)
        depth -= char == "”"
        if depth < 0:
            return text
    return text if depth else "".join(said)


def explain(findings: Iterable[Finding], explanations: Mapping[str, Explanation]) -> tuple[Finding, ...]:
    """Attach the clerk's explanations to the warnings they were given for; an error cannot be explained."""
    return tuple(_with_explanation(finding, explanations.get(finding.key)) for finding in findings)


def _with_explanation(finding: Finding, explanation: Explanation | None) -> Finding:
    if explanation is None or finding.level != "warning":
        return finding
    holds = inner_quotes(explanation.message) == finding.message  # other ones stand in drafts of earlier versions
    return Finding(
        finding.rule_id,
        finding.level,
        finding.message,
        finding.cells,
        finding.places,
        finding.repairs,
        explained=explanation if holds else None,
        withdrawn=None if holds else explanation,
        topic=finding.topic,
        variant=finding.variant,
        values=finding.values,
    )
