"""Finds the row of table three that one of several reasons names: (自身不掌握)或(需要另行加工)而无法提供."""

from __future__ import annotations

from core.texts.language.meanings import Role
from core.texts.language.told_rows import told_rows
from core.texts.language.vocabulary import TextVocabulary

_NOT_GIVEN = "没有提供"
"""What each of several reasons may be followed by, whatever the last one is: 因涉及个人隐私、过程性信息而(不予公开)."""
_GROUPS = ("unavailable", "not_processed", "other_result")
"""Groups whose rows have everyday words."""


def row_named(vocabulary: TextVocabulary, reason: str) -> Role | None:
    """Return the row that a reason names in the table's words."""
    return vocabulary.concepts.row(reason) or vocabulary.concepts.row(f"{reason}{_NOT_GIVEN}")


def row_of_reason(vocabulary: TextVocabulary, reason: str, group: Role) -> Role | None:
    """Return the row that a reason for a group of results, or beside a row, names, in whatever words."""
    if row := row_named(vocabulary, reason):
        return row
    cells = set(group.alternatives("request")[0])
    groups = {key for key in _GROUPS if cells <= set(vocabulary.role(key).alternatives("request")[0])}
    told = told_rows(vocabulary.folder).told(reason, groups)
    if len(told.rows) != 1 or told.rest or told.is_joined or told.rows[0][1] not in groups:
        return None
    return next((role for role in vocabulary.rows if role.word == told.rows[0][0]), None)
