"""Where the keys lead in a matrix: from number to number, past labels, and with Enter and Tab past totals.

Enter goes down the columns; in a table whose heads change between the rows (table 二), where a column goes on under
another head, it goes along the print as Tab does.
"""

from __future__ import annotations

from core.form.form_definition import GridItem
from gui.matrix.model import MatrixModel

_STEPS = {"above": (-1, 0), "below": (1, 0), "left": (0, -1), "right": (0, 1)}


def step(model: MatrixModel, code: str, direction: str) -> str:
    """Return the next number above, below, left or right; the same one at the border."""
    item = model.items[model.place_of[code]]
    down, across = _STEPS[direction]
    row = item.top - model.first_row + (item.height if down > 0 else down)
    column = item.left + (item.width if across > 0 else across)
    while 0 <= row < model.height and 0 <= column < model.width:
        found = model.items[model.owner(row, column)].code
        if found:
            return found
        row, column = row + down, column + across
    return code


def edge(model: MatrixModel, code: str, direction: str) -> str:
    """Return the last number above, below, left or right."""
    while (found := step(model, code, direction)) != code:
        code = found
    return code


def following(model: MatrixModel, code: str, move: str) -> str:
    """Return the cell to fill in after this one: ``next`` and ``previous`` by rows, ``down`` and ``up`` as Enter goes.

    Returns "" where there is none any more.
    """
    is_by_rows = move in ("next", "previous") or model.table.is_banded
    order = _by_rows(model) if is_by_rows else _by_columns(model)
    forwards = move in ("next", "down")
    if code in order:
        place = order.index(code) + (1 if forwards else -1)
        return order[place] if 0 <= place < len(order) else ""
    item = model.items[model.place_of[code]]
    key = _row_key if is_by_rows else _column_key
    after = [c for c in order if (key(model, c) > key(model, item.code)) == forwards]
    return "" if not after else after[0] if forwards else after[-1]


def next_blank(model: MatrixModel, code: str) -> str:
    """Return the next cell that is not filled in, in the order of Enter and round past the end; "" for none.

    Where Enter knows no next one it leads there: one more digit on a number filled in would overwrite it.
    """
    order = _by_rows(model) if model.table.is_banded else _by_columns(model)
    at = order.index(code) + 1 if code in order else 0
    return next((other for other in (*order[at:], *order[:at]) if other != code and model.entry(other) is None), "")


class TabbedRow:
    """A row that is filled in with Tab, from the number at which that began."""

    def __init__(self, model: MatrixModel) -> None:
        self._model = model
        self._start = self._end = ""

    def follow(self, code: str, found: str) -> None:
        """Note that Tab led from one number to another, of the same row or the first of the next."""
        start = self._start if code == self._end else code
        is_same_row = not found or _row_key(self._model, found)[0] == _row_key(self._model, code)[0]
        self._start, self._end = start if is_same_row else found, found

    def ends(self, code: str) -> bool:
        """Return whether Tab led to this number last, and Enter does not go along the rows itself."""
        return bool(code) and code == self._end and not self._model.table.is_banded

    def below(self, code: str) -> str:
        """Return the cell to fill in below the first of the row that ends here; "" where none ends, or at the foot."""
        if not self.ends(code):
            return ""
        found = following(self._model, self._start, "down")
        return found if found and _row_key(self._model, found) > _row_key(self._model, self._start) else ""


def _by_rows(model: MatrixModel) -> list[str]:
    return [code for code in model.table.cells if model.is_entered(code)]


def _by_columns(model: MatrixModel) -> list[str]:
    return sorted(_by_rows(model), key=lambda code: _column_key(model, code))


def _row_key(model: MatrixModel, code: str) -> tuple[int, int]:
    item: GridItem = model.items[model.place_of[code]]
    return item.top, item.left


def _column_key(model: MatrixModel, code: str) -> tuple[int, int]:
    item = model.items[model.place_of[code]]
    return item.left, item.top
