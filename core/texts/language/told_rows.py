"""What a stretch of a sentence says of the rows of 无法提供, 不予处理 and 其他处理 in everyday words.

The words stand in ``told_rows.toml``.

翻遍档案也没有、只能据实相告镇里不掌握的 is 不掌握, in several clauses. The names of rows are taken out first, then what
was answered, then words that change nothing; what is left narrows the row, or is not understood.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cache
from itertools import chain
from typing import Any, NamedTuple

from core.base.patterns import WordFinder, any_of, fill, holds_one, pattern
from core.form.form_files import FormatFolder

_FILE = "told_rows.toml"
_MARK, _OUTCOME = "\ue800", "\ue801"
_MARKS = pattern(f"[{_MARK}{_OUTCOME}]+")
_REFUSED = frozenset(["not_processed", "other_result"])
"""Groups of which the same is said: 不再办理."""
_MAY_HOLD = pattern("可能(?:会)?(?:掌握|持有|保存|存有|拥有|制作|知道|知悉|了解)", needs=["可能"])
"""告知(可能掌握)信息的单位: said of others."""
_OTHER = f"[^，；。的{_MARK}{_OUTCOME}]"
_SEVERAL = pattern(f"{_MARK}(?:的|类|件)?(?:、|，?或者?是?|以及|和|及|与){_MARK}")
"""(档案不在本局)或者(没有现成文本)的12件"""
_JOINED = pattern(
    f"{_MARK}(?:的|类)?[、和或及与]者?{_OTHER}{{1,8}}(?:，|$)"
    f"|{_MARK}(?:的|类)?[和或及与]者?{_OTHER}{{1,8}}{_OUTCOME}|{_OTHER}{{2}}[和或及与]者?{_MARK}"
)
_LONGEST = 90
"""Characters of a stretch that is read."""


class Told(NamedTuple):
    """What a stretch says.

    Attributes:
        rows: The words of the rows it names, each with the group it belongs to.
        is_sure: Whether they are named by words that need no result beside them.
        groups: The groups of results that it tells.
        rest: What is left of each clause when all that is taken out; the last is the clause next to the number.
        own: The clause next to the number with the marks of what was taken out.
        is_joined: Whether something that is not understood is named beside a row: 不掌握、需制作和不明确.
        are_several: Whether one row is told beside another.
    """

    rows: tuple[tuple[str, str], ...]
    is_sure: bool
    groups: frozenset[str]
    rest: str
    own: str
    is_joined: bool = False
    are_several: bool = False


_NOTHING = Told((), False, frozenset(), "", "")


class _Row(NamedTuple):
    name: str
    group: str
    needs: tuple[str, ...]
    sure: re.Pattern[str] | None
    weak: re.Pattern[str] | None
    alone: re.Pattern[str] | None


class ToldRows:
    """The everyday words of the rows.

    Attributes:
        needs: Words of which a sentence holds one that tells a row.
        shown: Words by which one row of 不予公开 is told and no other, by row.
    """

    def __init__(self, data: Mapping[str, Any]) -> None:
        names = {name: any_of(words) if isinstance(words, list) else words for name, words in data["classes"].items()}
        self._rows = [_row(record, names) for record in data["rows"]]
        self._outcomes = {group: _any(shapes, names) for group, shapes in data["outcomes"].items()}
        self._neutral = pattern(fill(any_of(data["neutral"]["words"]), names))
        self._veto = tuple(data["veto"]["words"])
        self.shown: Mapping[str, str] = data["shown"]
        self.needs = frozenset(chain.from_iterable(row.needs for row in self._rows))
        self._finder = WordFinder(self.needs)

    def is_vetoed(self, stretch: str) -> bool:
        """Whether a stretch speaks of another matter, of a part of the year or of what shall be."""
        return holds_one(_MAY_HOLD.sub("", stretch), self._veto)

    def signs(self, sentence: str) -> list[str]:
        """Return the words of a sentence by which rows may be told."""
        return self._finder.held(sentence)

    def may_tell(self, stretch: str) -> bool:
        """Whether a stretch holds a word by which rows are told."""
        return len(stretch) <= _LONGEST and holds_one(stretch, self.needs)

    def outcomes(self, stretch: str) -> frozenset[str]:
        """Return the groups of results that a stretch tells."""
        return self._without_outcomes(stretch[:_LONGEST])[1] if stretch else frozenset()

    def told(self, stretch: str, known: Collection[str] = ()) -> Told:
        """Return what a stretch says; ``known``: the groups that are told beside it."""
        if not self.may_tell(stretch):
            return _NOTHING._replace(rest=stretch, own=stretch)
        left, sure = self._taken(stretch, "sure", lambda _: True)
        left, groups = self._without_outcomes(left)
        told = groups.union(known)
        told = told | _REFUSED if told & _REFUSED else told
        left, weak = self._taken(left, "weak", lambda group: bool(sure) or group in told)
        rows = [*sure, *weak]
        if not rows:
            left, rows = self._taken(left, "alone", told.__contains__)
        own = re.split("[，；。：（）]", left)[-1]
        rest = self._neutral.sub("", _MARKS.sub("", left))
        return Told(
            tuple(dict.fromkeys(rows)),
            bool(sure),
            groups,
            rest,
            own,
            bool(_JOINED.search(left)),
            bool(_SEVERAL.search(left)),
        )

    def _taken(self, left: str, kind: str, may_be: Callable[[str], bool]) -> tuple[str, list[tuple[str, str]]]:
        """Return a stretch without the names of rows of a kind, and these rows."""
        rows = []
        for row in self._rows:
            shape: re.Pattern[str] | None = getattr(row, kind)
            if shape and may_be(row.group) and holds_one(left, row.needs):
                before, left = left, shape.sub(_MARK, left)
                if left != before:
                    rows.append((row.name, row.group))
        return left, rows

    def _without_outcomes(self, left: str) -> tuple[str, frozenset[str]]:
        groups = set()
        for group, shape in self._outcomes.items():
            before, left = left, shape.sub(_OUTCOME, left)
            if left != before:
                groups.add(group)
        return left, frozenset(groups)

    def is_neutral(self, words: str) -> bool:
        """Whether some words change nothing."""
        return not self._neutral.sub("", words)


def has_row(clause: str) -> bool:
    """Whether a clause with marks named a row or a result."""
    return _MARK in clause or _OUTCOME in clause


def _row(record: Mapping[str, Any], names: Mapping[str, str]) -> _Row:
    sure, weak, alone = (_any(record[key], names) if key in record else None for key in ("sure", "weak", "alone"))
    return _Row(record["row"], record["group"], tuple(record["needs"]), sure, weak, alone)


def _any(shapes: Iterable[str], names: Mapping[str, str]) -> re.Pattern[str]:
    return pattern(fill(f"(?:{'|'.join(shapes)})", names))


@cache
def told_rows(folder: FormatFolder) -> ToldRows:
    """Return the everyday words of the rows of a format."""
    return ToldRows(folder.toml(_FILE))
