"""Which rows of table three are results, and which of them are 不予公开, 无法提供 …: the roles of the format say so.

A format that adds a row to （六）其他处理 adds its cell to the role ``other_result``, and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import accumulate

from core.texts.language.meanings import Role

_ROLES = {
    "予以公开": "granted",
    "部分公开": "partial",
    "不予公开": "denied",
    "无法提供": "unavailable",
    "不予处理": "not_processed",
    "其他处理": "other_result",
}
"""The roles of the groups by what texts call these, in the order of the table."""
GROUPS = tuple(_ROLES)
REFUSED = ("不予公开", "无法提供", "不予处理", "其他处理")
"""Groups that may have several rows: whatever was not given."""


class ResultGroups:
    """The groups of results of a format.

    Attributes:
        cells: For each group the cells of its rows, those of all kinds of applicants.
        rows: The same without their columns, such as ``t3.R03``.
        refused: The cells of the groups of what was not given, and of two and more of these that follow each other.
    """

    def __init__(self, roles: Mapping[str, Role]) -> None:
        """Take the groups from the roles of a format.

        Raises:
            KeyError: One of the groups has no role.
        """
        self.cells = {name: roles[key].alternatives("request")[0] for name, key in _ROLES.items()}
        self.rows = {name: tuple(_row(cell) for cell in cells) for name, cells in self.cells.items()}
        alone = [self.cells[name] for name in REFUSED]
        self.refused = (*alone, *[*accumulate(alone)][1:])
        self._all = frozenset(row for rows in self.rows.values() for row in rows)

    def is_result(self, cell: str) -> bool:
        """Whether a cell is that of a result, not of their total."""
        return _row(cell) in self._all

    def is_within_one(self, cells: Iterable[str]) -> bool:
        """Whether some cells are rows of one group of what was not given."""
        return any(set(cells).issubset(self.cells[name]) for name in REFUSED)


def _row(cell: str) -> str:
    return cell.rpartition(".")[0]
