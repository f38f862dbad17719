"""What shows the rows of results, as ``row_signs.toml`` has it: words of a row, and of an outcome beside them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import chain, takewhile
from typing import Any, NamedTuple

from core.base.patterns import WordFinder, any_of, fill, holds_one, pattern
from core.form.form_files import FormatFolder
from core.texts.language.grammar import BREAK
from core.texts.reading.applications.sign_proof import Turned, turned

_FILE = "row_signs.toml"
_TAKEN = "\ue820"
_LONGEST = 110
GIVEN = ("granted", "partial")
_TOTALS = ("denied", "unavailable", "not_processed", "other_result")
_OF_GROUPS = ("不", "未", "没", "无法", "处理")
"""Words of which the total of a group holds one."""
REST = "其他"
_JOINS = "(?:[、和与或]|以及|(?<![触涉危波提])及)"
_REASONS = pattern(f"(?:因为?|由于|基于|鉴于)[^，；。#]*?{_JOINS}[^，；。#]*")
_JOINED = pattern(_JOINS)
"""Several reasons told in turn: each of them has to be understood."""
_OF_REQUESTS = ("申请", "事项", "信息公开", "想查", "要查", "来查")
_OF_TWO = ("不予处理", "其他处理")
"""Names of groups of which the other is said, too: 逾期不补正，不予处理."""


class Row(NamedTuple):
    """A row of results with what shows it: ``sure`` alone, ``weak`` with one of the outcomes ``beside``."""

    name: str
    group: str
    needs: tuple[str, ...]
    sure: re.Pattern[str] | None
    weak: re.Pattern[str] | None
    beside: frozenset[str]
    labels: tuple[str, ...]

    def is_named(self, text: str) -> bool:
        """Whether some words speak of the row, whatever they say of it."""
        return any(shape and shape.search(text) for shape in (self.sure, self.weak))


class RowSigns:
    """What shows the rows."""

    def __init__(self, data: Mapping[str, Any], turned_words: Turned) -> None:
        self._turned = turned_words
        names = dict(data["classes"])
        self._rows = [_row(record, names) for record in data["rows"]]
        self._outcomes = {name: pattern(fill(text, names)) for name, text in data["outcomes"].items()}
        self._veto = pattern(any_of(data["veto"]["words"]))
        self._near = pattern(data["veto"]["near"])
        self._rank, self._among = pattern(data["behind"]["rank"]), pattern(data["behind"]["among"])
        self._several = pattern(data["veto"]["several"])
        self._names = data["veto"]["groups"]
        self._groups = {name: pattern(data["groups"][name]) for name in _TOTALS}
        self._together = pattern(fill(data["groups"]["together"], names))
        self._of_others = pattern(fill(data["veto"]["of_others"], names))
        self._denied = pattern(data["veto"]["denied"])
        self._whole = pattern(
            fill("(?:最后|最终|后来|又|终)[^；。]{0,8}{whole}|(?:最后|最终|后来)[^，；。]{0,4}全部公开", names)
        )
        self._not_so, self._why = pattern(data["veto"]["not_so"]), pattern(data["veto"]["why"])
        self._needs = WordFinder(chain.from_iterable(row.needs for row in self._rows))

    def may_show(self, sentence: str) -> bool:
        """Whether a sentence holds a word that shows a row."""
        return self._needs.holds_one(sentence)

    def is_vetoed(self, left: str, text: str) -> bool:
        """Whether words speak of another matter, of a part of the year or of a change."""
        return len(text) > _LONGEST or bool(self._near.search(left) or self._veto.search(text))

    def is_among(self, text: str, place: int) -> bool:
        """Whether a number is that of which others are told: 46件申请中，全部公开14件."""
        return bool(self._among.match(text, place))

    def group(self, left: str, right: str) -> str:
        """Return the group of results whose total the words before a number tell; "" for none."""
        if not holds_one(left, _OF_GROUPS):
            return ""
        found = [name for name, shape in self._groups.items() if shape.search(left)]
        if any(name in left for group, name in self._names.items() if group not in found):
            return ""
        is_sum = (
            len(found) == 1
            and "%" not in left
            and self._together.search(left)
            and not self.is_vetoed(left, left + right)
        )
        return found[0] if is_sum else ""

    def names_rows(self, group: str, left: str) -> bool:
        """Whether rows of a group are named, which are those that are told together: 内部事务、过程性信息两条相加."""
        return any(row.group == group and row.is_named(left) for row in self._rows)

    def told(self, before: str) -> str:
        """Return the group of results that the numbers before are of."""
        if not holds_one(before, _OF_GROUPS):
            return ""
        return next((name for name, shape in self._groups.items() if shape.search(before)), "")

    def _without_rank(self, right: str) -> str:
        return "，".join(takewhile(lambda clause: not self._rank.search(clause), BREAK.split(right)))

    def rows(self, left: str, right: str, known: str = "") -> list[Row]:
        """Return the rows that the words before and behind a number show; ``known``: their group, told before."""
        text = f"{left}#{self._without_rank(right)}"
        if self.is_vetoed(left, text):
            return []
        said = ""
        found = []
        left_over = text
        for row in self._rows:
            if not holds_one(left_over, row.needs):
                continue
            for shape in (row.sure, row.weak):
                match = shape and shape.search(left_over)
                if not (shape and match):
                    continue
                said = said or self._of_others.sub(_TAKEN, text)
                if shape is row.weak and not self._names_outcome(row, said, text, known):
                    continue
                if row.name in GIVEN and self._denied.search(left_over, 0, match.start()):
                    return []  # 没(给全文)的54件
                if self._not_so.search(left_over, 0, match.start()) or self._is_counted(row, left_over, match):
                    return []  # 不属于(信访)的60件, (会议纪要)90件
                found.append(row)
                left_over = shape.sub(_TAKEN, left_over)
                break
        if not all(_TAKEN in reason for match in _REASONS.finditer(left_over) for reason in _JOINED.split(match[0])):
            return []  # 因商业秘密和工作秘密
        if any(row.name == "partial" for row in found) and self._whole.search(right):
            return []  # 先遮后放，最后全文公开
        if found and found[0].group != "granted" and self._turned.is_turned(found[0].group, left, right):
            return []
        return [] if self._names_others(found, text, left_over) else found

    def _names_outcome(self, row: Row, said: str, text: str, known: str) -> bool:
        """Whether the words around a number, or those before, name an outcome beside which a row may be shown."""
        for name in row.beside:
            if name == known:
                return True
            is_told = bool(self._outcomes[name].search(said))
            if is_told and (name != "sent" or known == "denied" or holds_one(text, _OF_REQUESTS)):
                return True
            if is_told and self._outcomes["denied"].search(said):
                return True
        return False

    def group_of(self, name: str) -> str:
        """Return the group of a row; "" for those that were given, and for none."""
        return next((row.group for row in self._rows if row.name == name and name not in GIVEN), "")

    def _is_counted(self, row: Row, text: str, sign: re.Match[str]) -> bool:
        """Whether a sign is itself what is counted, and no reason for anything."""
        is_next = row.group == "denied" and text.startswith("#", sign.end())
        return is_next and not self._why.search(BREAK.split(text[: sign.start()])[-1])

    def _names_others(self, found: Sequence[Row], text: str, left_over: str) -> bool:
        """Whether other rows or groups than those found are named beside them."""
        if not found or any(row.name in GIVEN for row in found):
            return False
        if found[0].name != REST and self._several.search(text):
            return True
        groups = {row.group for row in found}
        names = [row.labels for row in self._rows if row not in found and found[0].name != REST]
        names += [(name,) for group, name in self._names.items() if group not in groups and name not in _OF_TWO]
        return any(holds_one(left_over, labels) for labels in names)


def _row(record: Mapping[str, Any], names: Mapping[str, str]) -> Row:
    sure, weak = (
        pattern(fill(f"(?:{'|'.join(record[key])})", names)) if key in record else None for key in ("sure", "weak")
    )
    return Row(
        record["row"],
        record["group"],
        tuple(record["needs"]),
        sure,
        weak,
        frozenset(record.get("with", ())),
        tuple(record["labels"]),
    )


@cache
def row_signs(folder: FormatFolder) -> RowSigns:
    """Return the signs of a format."""
    return RowSigns(folder.toml(_FILE), turned(folder))
