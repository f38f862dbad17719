"""The blocks of a form: numbers that come from one department, as the format proposes it (``departments.toml``).

A block is a row, a group or a whole table, named by the beginning of its cell codes (``t2.penalty``, ``t3``).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from core.form.form_definition import FormDefinition
from core.form.form_files import Record
from core.form.formats import format_of

_FILE = "departments.toml"


@dataclass(frozen=True, slots=True)
class DepartmentBlock:
    """Numbers that come from one department.

    Attributes:
        code: The beginning of the codes of its cells.
        name: What the clerk reads: section and row, or the table.
        department: Who supplies it unless the office says otherwise.
        cells: Codes of the cells to be filled in, in the order of the form.
    """

    code: str
    name: str
    department: str
    cells: tuple[str, ...]


@cache
def blocks_of(form: FormDefinition) -> tuple[DepartmentBlock, ...]:
    """Return the blocks of a form in its order.

    Raises:
        FormDefinitionError: The shipped split contradicts itself.
    """
    blocks: dict[str, DepartmentBlock] = {}
    for form_id in form.formats:
        record = Record(format_of(form_id).folder.toml(_FILE), f"{form_id}/{_FILE}")
        for item in record.records("blocks"):
            code, name, department = item.text("code"), item.text("name", ""), item.text("department")
            item.done()
            cells = cells_of_block(form, code)
            if cells:
                blocks.setdefault(code, DepartmentBlock(code, _name(form, cells[0], code, name), department, cells))
        record.done()
    order = {code: i for i, code in enumerate(form.cells)}
    return tuple(sorted(blocks.values(), key=lambda block: order[block.cells[0]]))


def cells_of_block(form: FormDefinition, block: str) -> tuple[str, ...]:
    """Return the codes of the cells of a block that are to be filled in; none for a block that the form lacks."""
    return tuple(c.code for c in form.cells.values() if not c.is_derived and f"{c.code}.".startswith(f"{block}."))


def _name(form: FormDefinition, first: str, code: str, name: str) -> str:
    cell = form.cells[first]
    if not cell.table:
        return name or code
    table = form.tables[cell.table]
    if code == table.id:
        return table.name
    return f"{form.sections[table.section].name}：{name or table.rows[cell.row].name}"
