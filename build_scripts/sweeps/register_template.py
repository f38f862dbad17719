"""Fills the program's own register, has LibreOffice recalculate it, and compares its table 三 with the program's.

    python -m build_scripts.sweeps.register_template [--registers 100]

Exit code 1 if a number differs, the balance line says 不相符, or the sheet counts a row as incomplete.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from random import Random

from build_scripts.sweeps.libreoffice import recalculate
from build_scripts.sweeps.registers import (
    FIELDS,
    KINDS,
    LAWSUITS,
    OUTCOMES,
    RESULTS,
    YEAR,
    KnownRegister,
    make_register,
)
from core.form.form_reader import form_for_year
from core.office.register.count import count_register
from core.office.register.mapping import RegisterMapping
from core.office.register.reading import read_register
from core.office.register.template import template_bytes


def fill(known: KnownRegister, path: Path) -> None:
    """Write the rows into a new register, as a clerk chooses from its lists."""
    import openpyxl

    book = openpyxl.load_workbook(BytesIO(template_bytes()))
    sheet = book.worksheets[0]
    if [cell.value for cell in sheet[1]] != list(FIELDS):
        message = "the register has other headers"
        raise ValueError(message)
    for at, row in enumerate(known.rows, 2):
        for column, name in enumerate(FIELDS, 1):
            sheet.cell(at, column, _chosen(row.get(name)))
    book.save(path)


def _chosen(value: object) -> str | int | date | None:
    """Return a value as the lists of the register have it."""
    if isinstance(value, tuple):
        value = "R04"
    if isinstance(value, str):
        return KINDS.get(value) or RESULTS.get(value) or LAWSUITS.get(value) or _without_number(value)
    return value if isinstance(value, int | date) else None


def _without_number(value: str) -> str:
    label = OUTCOMES.get(value, "")
    if not label:
        return value
    return label.partition("）")[2] if label.startswith("（") else label.partition(".")[2]


def differences(path: Path, recalculated: Path) -> Iterator[str]:
    """Yield where the formulas and the program differ."""
    import openpyxl

    form = form_for_year(YEAR)
    counted = count_register(read_register(path), form, YEAR, RegisterMapping(), name=path.name)
    sheet = openpyxl.load_workbook(recalculated, data_only=True).worksheets[1]
    if sheet["C3"].value != YEAR or sheet["C4"].value != 0:
        yield f"year {sheet['C3'].value}, incomplete rows {sheet['C4'].value}"
    for item in (item for row in form.tables["t3"].grid for item in row if item.code):
        shown = sheet.cell(6 + item.top, 1 + item.left).value
        if shown != counted.counted.numbers[item.code]:
            yield f"{item.code}: {shown} for {counted.counted.numbers[item.code]}"
    bottom = [sheet.cell(6 + len(form.tables["t3"].grid), column).value for column in range(4, 11)]
    if bottom != ["相符"] * 7:
        yield f"balance: {bottom}"
    yield from (f"unread: {row.why}" for row in counted.unread)


def main() -> int:
    """Print what differs; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--registers", type=int, default=100)
    options = parser.parse_args()
    wrong = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = [folder / f"{seed}.xlsx" for seed in range(options.registers)]
        for seed, path in enumerate(paths):
            fill(make_register(Random(seed), rows=Random(seed).randint(1, 80)), path)
        recalculate(paths, folder / "out", folder / "profile")
        for path in paths:
            said = list(differences(path, folder / "out" / path.name))
            wrong += bool(said)
            for line in said[:3]:
                print(f"register {path.stem}: {line}")
    print(f"{options.registers} registers recalculated: {wrong} differ")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
