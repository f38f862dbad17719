"""What a number, a plain 没有 or a claim on all can mean: the records of ``narrative.toml``, patterns compiled."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

Alternatives = tuple[tuple[str, ...], ...]
"""Ways to reckon a number, each a set of cells to add up; a number may equal any of them."""


@dataclass(frozen=True, slots=True)
class Role:
    """What a number can be.

    Attributes:
        name: What the list 文中数字 ↔ 表中数字 calls it.
        rule_id: The rule that compares it.
        topics: What the sentence must speak of; empty for any.
        left: Patterns that must reach the number.
        right: Patterns directly behind the number.
        anywhere: ``left``, and what says a result of a single case without a number.
        right_after: What must stand before the number for ``right`` to count; None for anything.
        veto: Words in the clause that forbid this reading.
        needs: Plain words, one of which the sentence must hold; empty for none.
        near: Those of them one of which must stand before the number for ``left`` to count; empty for none.
        cells: Alternatives by topic, "" for any topic.
        word: What must stand before the number, for a role that is one word; "" for others.
        is_understood: Whether it is put together from everyday words, each of which is understood.
    """

    key: str
    name: str
    rule_id: str
    topics: frozenset[str]
    left: tuple[re.Pattern[str], ...]
    right: tuple[re.Pattern[str], ...]
    right_after: re.Pattern[str] | None
    anywhere: re.Pattern[str] | None
    units: tuple[str, ...]
    veto: re.Pattern[str] | None
    needs: frozenset[str]
    near: tuple[str, ...]
    is_case: bool
    is_result: bool
    is_applicant: bool
    cells: Mapping[str, Alternatives]
    word: str = ""
    is_understood: bool = False

    def alternatives(self, topic: str) -> Alternatives:
        """Return the ways to reckon it where the text speaks of this topic."""
        return self.cells.get(topic) or self.cells.get("") or ()


@dataclass(frozen=True, slots=True)
class Denial:
    """A plain 没有: the pattern, what must not stand inside, what the text must speak of, the cells that are then 0.

    A sentence that holds none of ``needs`` is not searched.
    """

    key: str
    name: str
    rule_id: str
    pattern: re.Pattern[str]
    veto: re.Pattern[str] | None
    topic: str
    cells: tuple[str, ...]
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WholeSet:
    """A claim on all applications (全部办结, 均为自然人): what is then 0, by the group ``who`` of the pattern.

    Attributes:
        veto: What before it makes it a claim on a part.
        despite: What before it makes it a claim on all in spite of the veto.
        partial: What before it makes it one on a part in any case.
        unless: What the text must not say anywhere; None for nothing.
        is_of_counted: Whether it says nothing of those in time where the text does not say how many they are.
    """

    key: str
    name: str
    rule_id: str
    pattern: re.Pattern[str]
    veto: re.Pattern[str]
    despite: re.Pattern[str]
    partial: re.Pattern[str]
    unless: re.Pattern[str] | None
    cells: Mapping[str, tuple[str, ...]]
    is_of_counted: bool = False


@dataclass(frozen=True, slots=True)
class Rate:
    """A share with a name of its own (公开率为65%): its number is the group ``value``."""

    key: str
    name: str
    rule_id: str
    pattern: re.Pattern[str]
    veto: re.Pattern[str]
    ways: Alternatives


@dataclass(frozen=True, slots=True)
class NounList:
    """无行政许可、行政处罚权, 未收到企业、科研机构的申请: nouns behind or before a negation, each with its cells."""

    rule_id: str
    topic: str
    patterns: tuple[re.Pattern[str], ...]
    veto: re.Pattern[str]
    cells: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Cases:
    """未发生行政复议、均维持: patterns, and for 复议 and 诉讼 the cells that are then 0.

    ``ways`` are the claims on how all cases came to court (均为复议后起诉): name, pattern, cells that are then 0.
    """

    rule_id: str
    none: re.Pattern[str]
    none_after: re.Pattern[str]
    veto: re.Pattern[str]
    lost: re.Pattern[str]
    no_loss: re.Pattern[str]
    closed: re.Pattern[str]
    ways: tuple[tuple[str, re.Pattern[str], tuple[str, ...]], ...]
    totals: Mapping[str, tuple[str, ...]]
    losses: Mapping[str, tuple[str, ...]]
