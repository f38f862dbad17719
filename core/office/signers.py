"""Who signs for the numbers they gave (会签): one entry for each department and person."""

from __future__ import annotations

from dataclasses import dataclass

from core.form.blocks import blocks_of
from core.report.report import Origin, Report
from core.report.shown_report import one_line

BETWEEN = "、"
"""What stands between several departments, persons or days of one origin."""


@dataclass(frozen=True, slots=True)
class Signer:
    """A person of a department who gave numbers.

    Attributes:
        department: 科室.
        person: 填报人; "" where none is named.
        date: The last day on which numbers were given; "" where none is named.
        blocks: Names of the blocks of numbers, in the order of the form.
    """

    department: str
    person: str
    date: str
    blocks: tuple[str, ...]


def signers(report: Report) -> list[Signer]:
    """Return everybody who signs, in the order of the noted origins; nobody where no origin is noted."""
    names = {block.code: block.name for block in blocks_of(report.form)}
    found: dict[tuple[str, str], Signer] = {}
    for code, origin in report.origins.items():
        for department, person, day in sources_of(origin):
            known = found.get((department, person), Signer(department, person, "", ()))
            blocks = (*known.blocks, names.get(code, code))
            found[department, person] = Signer(department, person, max(known.date, day), blocks)
    return list(found.values())


def sources_of(origin: Origin) -> list[tuple[str, str, str]]:
    """Return department, person and day of each source that an origin names together.

    Several are listed in the same order in each field, and what they have in common stands once. Where the fields do
    not fit each other so, the origin stands as a whole.
    """
    whole = tuple(one_line(text) for text in (origin.department, origin.person, origin.date))
    fields = [text.split(BETWEEN) for text in whole]
    count = max(map(len, fields))
    if any(len(field) not in (1, count) for field in fields):
        return [(whole[0], whole[1], whole[2])]
    columns = [field if len(field) == count else field * count for field in fields]
    return list(zip(*columns, strict=True))
