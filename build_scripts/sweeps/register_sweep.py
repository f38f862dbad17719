"""Counts registers whose numbers are known, in all layouts; then mutated ones, whose faults must all be named.

    python -m build_scripts.sweeps.register_sweep [--registers 1000] [--mutations 100] [--first 0]

Prints how many cells agreed, and what did not. Exit code 1 if anything differed, was unread, or was not named.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

from build_scripts.sweeps.registers import (
    LAYOUTS,
    YEAR,
    KnownRegister,
    Layout,
    Row,
    make_register,
    map_toml,
    write_register,
)
from core.form.form_reader import form_for_year
from core.office.register.count import RegisterCount, count_register
from core.office.register.mapping import read_mapping
from core.office.register.reading import read_register


def counted(known: KnownRegister, layout: Layout, folder: Path, random: Random) -> RegisterCount:
    """Write a register in a layout and have the program count it."""
    path, table = folder / f"register{layout.suffix}", folder / "map.toml"
    write_register(known, layout, path, random)
    table.write_text(map_toml(layout), encoding="utf-8")
    return count_register(read_register(path), form_for_year(YEAR), YEAR, read_mapping(table), name=path.name)


def differences(known: KnownRegister, found: RegisterCount) -> Iterator[str]:
    """Yield what the program counted otherwise than it was meant."""
    form, numbers = form_for_year(YEAR), found.counted.numbers
    for code in (code for code, cell in form.cells.items() if cell.table in ("t3", "t4") or code.startswith("fee.")):
        if form.cells[code].is_derived:
            continue
        if numbers.get(code) != known.cells[code]:
            yield f"{code}: {numbers.get(code)} for {known.cells[code]}"
        elif code.startswith("t3") and sorted(found.numbers_behind[code]) != sorted(known.cases.get(code, ())):
            yield f"{code}: other cases"
    for column in form.tables["t3"].columns:
        one, two, three, four = (numbers[f"t3.{row}.{column}"] for row in ("R01", "R02", "R24", "R25"))
        if one + two != three + four:
            yield f"{column}: not balanced"
    yield from (f"unread: {row.key.number} {row.why}" for row in found.unread)
    yield from (f"finding: {one.message}" for one in found.findings)


@dataclass(frozen=True)
class Mutation:
    """A fault put into one row.

    Attributes:
        rule: The rule that must name it.
        fits: Whether a row can have it.
        put: Puts it in.
    """

    rule: str
    fits: Callable[[Row], bool]
    put: Callable[[Row], object]


def _is_closed_in_year(row: Row) -> bool:
    day = row.get("办结日期")
    return isinstance(day, date) and day.year == YEAR


def _is_granted(row: Row) -> bool:
    return _is_closed_in_year(row) and row.get("办理结果") == "R03"


def _day(row: Row, name: str) -> date:
    day = row[name]
    assert isinstance(day, date)
    return day


def _is_carried_in(row: Row) -> bool:
    return _day(row, "收到日期").year < YEAR


MUTATIONS = (
    Mutation("REG-2", _is_closed_in_year, lambda r: r.update(办结日期=_day(r, "收到日期") - timedelta(days=3))),
    Mutation("REG-2", _is_closed_in_year, lambda r: r.update(收到日期=date(YEAR + 1, 1, 2))),
    Mutation("REG-3", _is_closed_in_year, lambda r: r.update(办理结果=None)),
    Mutation("REG-3", _is_closed_in_year, lambda r: r.update(办结日期=None)),
    Mutation("REG-4", _is_closed_in_year, lambda r: r.update(申请人类别="单位")),
    Mutation("REG-4", _is_closed_in_year, lambda r: r.update(办理结果="已转办")),
    Mutation("REG-5", _is_closed_in_year, lambda r: r.update(收到日期="3月5日")),
    Mutation("REG-5", _is_closed_in_year, lambda r: r.update(办结日期="去年底")),
    Mutation(
        "REG-7",
        lambda r: _is_closed_in_year(r) and _day(r, "收到日期") < date(YEAR, 10, 1) and "延期告知日" not in r,
        lambda r: r.update(办结日期=date(YEAR + 1, 1, 3)),
    ),
    Mutation(
        "REG-8", lambda r: r.get("办理结果") == "R21" and _is_closed_in_year(r), lambda r: r.update(补正告知日=None)
    ),
    Mutation("REG-13", _is_closed_in_year, lambda r: r.update(备注="误登，作废")),
    Mutation("REG-13", _is_granted, lambda r: r.update(备注="与2025-001并案办理")),
    Mutation("REG-15", _is_granted, lambda r: r.update(备注="电话联系，申请人撤回申请")),
    Mutation("REG-15", _is_granted, lambda r: r.update(备注="转信访")),
    Mutation("REG-16", _is_granted, lambda r: r.update(备注="转水利局办理")),
    Mutation(
        "REG-9",
        lambda r: _is_carried_in(r) and _is_closed_in_year(r) and "收费通知日" not in r,
        lambda r: r.update(办结日期=date(YEAR - 1, 12, 31)),
    ),
    Mutation(
        "REG-9",
        lambda r: "办结日期" not in r and r.get("办理结果") != "不计",
        lambda r: r.update(收到日期=date(YEAR + 1, 1, 5)),
    ),
)


def mutated(random: Random, number: int) -> tuple[KnownRegister, str, str]:
    """Return a register with one fault, the 登记号 that has it, and the rule that must say so."""
    while True:
        known = make_register(random, 60)
        if number % (len(MUTATIONS) + 1) == len(MUTATIONS):
            row = next(row for row in known.rows if row.get("办理结果") != "不计")
            known.rows.append(dict(row))
            return known, str(row["登记号"]), "REG-1"
        mutation = MUTATIONS[number % (len(MUTATIONS) + 1)]
        fitting = [row for row in known.rows if mutation.fits(row)]
        if fitting:
            row = random.choice(fitting)
            mutation.put(row)
            return known, str(row["登记号"]), mutation.rule


def is_named(found: RegisterCount, number: str, rule: str) -> bool:
    """Whether a finding of the rule, and no other, names the fault by its 登记号."""
    rules = {one.rule for one in found.findings if number in one.message}
    others = [one for one in found.findings if number not in one.message]
    return rule in rules and not others


def main() -> int:
    """Print what was found; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--registers", type=int, default=1000)
    parser.add_argument("--mutations", type=int, default=100)
    parser.add_argument("--first", type=int, default=0, help="number of the first register")
    options = parser.parse_args()
    wrong = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for seed in range(options.first, options.first + options.registers):
            known = make_register(Random(seed), rows=Random(seed).randint(0, 60))
            for at, layout in enumerate(LAYOUTS):
                said = list(differences(known, counted(known, layout, folder, Random(seed))))
                wrong += bool(said)
                for line in said[:3]:
                    print(f"register {seed}, layout {at}: {line}")
        print(f"{options.registers} registers × {len(LAYOUTS)} layouts: {wrong} differ")
        unnamed = 0
        for number in range(options.mutations):
            random = Random(number)
            known, case, rule = mutated(random, number)
            found = counted(known, LAYOUTS[number % len(LAYOUTS)], folder, random)
            if not is_named(found, case, rule):
                unnamed += 1
                print(f"mutation {number}: {rule} of {case} not named alone: {[f.message for f in found.findings]}")
        print(f"{options.mutations} mutations: {unnamed} not named")
    return int(bool(wrong or unnamed))


if __name__ == "__main__":
    sys.exit(main())
