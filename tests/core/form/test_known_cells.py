"""The cells that Python knows by name are there in every format, and are spelled in one module only."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.base import resources
from core.form import known_cells
from core.form.form_reader import load_form
from core.form.formats import form_ids
from tests.form_fixtures import next_formats  # noqa: F401  a fixture is found by its name here

ROOT = Path(resources.__file__).parent.parent.parent
OF_2021 = {"t3.R21", "t3.R22", "t3.R23", "t3.R22.C7", "t3.R23.C7"}
"""Rows that 2019 does not have."""
TABLE_TWO = {f"t2.{end}" for end in ("rules", "normative", "fees.amount")}
TABLE_TWO |= {f"t2.{power}.decisions" for power in ("licensing", "penalty", "coercion")}
"""2019 has a table two of its own."""
LACKING = {"2019": OF_2021 | TABLE_TWO, "mixed": OF_2021, "mixed_2019_t2": TABLE_TWO}
_SPELLED = re.compile(r"(?:t[2-4]\.(?:R\d\d|[a-z_]+)|\.?[RC]\d+)(?:\.|$)")


def names() -> set[str]:
    """Return the codes of all rows and cells that the module names by themselves."""
    values = [value for name, value in vars(known_cells).items() if name.isupper()]
    return {value for value in values if isinstance(value, str) and value.startswith("t")}


def check(form_id: str) -> None:
    cells = load_form(form_id).cells
    rows = {code.rpartition(".")[0] for code in cells}
    assert names() - cells.keys() - rows == LACKING.get(form_id, set())
    if not form_id.startswith(("2019", "mixed")):
        columns = [cell.column for cell in cells.values() if cell.table == "t3" and cell.row == "R01"]
        assert columns == [*known_cells.KINDS, known_cells.ALL_KINDS]


@pytest.mark.parametrize("form_id", form_ids())
def test_a_shipped_format_has_each_of_them(form_id: str) -> None:
    assert len(names()) > 20
    check(form_id)


@pytest.mark.parametrize("form_id", ["2027", "2030"])
@pytest.mark.usefixtures("next_formats")
def test_the_next_formats_have_each_of_them(form_id: str) -> None:
    check(form_id)


def test_a_cell_is_in_its_row_only() -> None:
    assert known_cells.in_row("t3.R01.C3", known_cells.RECEIVED_ROW)
    assert known_cells.in_row("t4.direct.total", *known_cells.LAWSUIT_ROWS)
    assert not known_cells.in_row("t4.review.total", *known_cells.LAWSUIT_ROWS)


def _strings(path: Path) -> Iterator[str]:
    """Yield the strings of a module that are no docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    prose = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in prose:
            yield node.value


@pytest.mark.parametrize("room", ["core/texts", "core/checks", "core/validation", "gui"])
def test_no_row_is_spelled_elsewhere(room: str) -> None:
    paths = [*(ROOT / room).rglob("*.py")]
    assert paths
    spelled = {f"{path.name}: {text}" for path in paths for text in _strings(path) if _SPELLED.match(text)}
    assert spelled == set()
