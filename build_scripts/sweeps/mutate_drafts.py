"""Damages drafts in many ways and opens each: it must load or be refused by a clear error, in time, without a crash.

    python -m build_scripts.sweeps.mutate_drafts [--count 2000] [--seed 1] [--sheets]

With ``--sheets`` it damages the sheets of departments (科室填报表) in place of drafts.

Bytes are flipped and cut off, members removed, doubled and exchanged, XML edited. Exit code 1 where one is not refused
by a `ReportError` or takes longer than 20 seconds.
"""

import argparse
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from build_scripts.sweeps.balanced_reports import balanced_report, with_controls
from core.base.errors import ReportError
from core.draft.workbook import draft_bytes, load_draft
from core.office.department_sheets import new_identity, read_department_workbook, workbook_of

LONGEST = 20.0  # seconds
_XML_EDITS = (
    (b'r="', b'r="ZZZ'),
    (b't="s"', b't="n"'),
    (b"<v>", b"<v>-1e999"),
    (b"<v>", b"<v>99999999"),
    (b"</row>", b""),
    (b"<f>", b"<f t='shared' si='7'>"),
    (b"$", b"#REF!"),
    (b"<definedName ", b"<definedName localSheetId='99' "),
    (b"sheetId=", b"sheetid="),
    (b"<mergeCell ref=", b"<mergeCell ref='A1:XFD1048576' x="),
    (b"xmlns=", b"xmlns:x="),
    (b"</si>", b"</si><si><r/></si>"),
    (b"nb_", b"nb_x_"),
    (b"<sheetData>", b"<sheetData><row r='1048576'><c r='XFD1048576' t='e'><v>#N/A</v></c></row>"),
    (b's="', b's="9999'),
    (b"<t>", b"<t>_xD800_\x00"),
)


def main() -> int:
    """Run the sweep and print how many were opened and how many refused, by error."""
    parser = argparse.ArgumentParser(description="打开被破坏的草稿")
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--sheets", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        kind = sweep_sheets if options.sheets else sweep
        outcomes, slowest = kind(options.count, options.seed, Path(folder))
    for outcome, count in outcomes.most_common():
        print(f"{count:>6} {outcome}")
    print(f"slowest {slowest:.1f} s{_peak_memory()}")
    return 1 if slowest > LONGEST or any(outcome.startswith("BUG") for outcome in outcomes) else 0


def _peak_memory() -> str:
    if sys.platform == "win32":
        return ""
    import resource  # not on Windows

    return f", peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB"


def sweep(count: int, seed: int, folder: Path) -> tuple[Counter[str], float]:
    """Return how often each outcome came (one that is a bug begins with BUG), and the longest time."""
    rng = random.Random(seed)
    report = with_controls(balanced_report(rng, density=0.3, largest=99))
    report = report.with_texts({"s5": "问题。\n改进。"})
    return _sweep(draft_bytes(report), lambda path: bool(load_draft(path).remarks), count, rng, folder)


def sweep_sheets(count: int, seed: int, folder: Path) -> tuple[Counter[str], float]:
    """Do the same with the sheets of departments."""
    rng = random.Random(seed)
    data = workbook_of(new_identity(balanced_report(rng, density=0.3, largest=99), "政务公开科"))
    return _sweep(data, lambda path: bool(read_department_workbook(path).remarks), count, rng, folder)


def _sweep(
    data: bytes, opens: Callable[[Path], bool], count: int, rng: random.Random, folder: Path
) -> tuple[Counter[str], float]:
    """Damage a workbook again and again and open it; ``opens`` tells whether there were remarks."""
    path = folder / "damaged.xlsx"
    outcomes: Counter[str] = Counter()
    slowest = 0.0
    for i in range(count):
        path.write_bytes(_mutated(data, rng))
        start = time.monotonic()
        outcomes[_outcome(path, opens, i)] += 1
        slowest = max(slowest, time.monotonic() - start)
    return outcomes, slowest


def _outcome(path: Path, opens: Callable[[Path], bool], i: int) -> str:
    try:
        has_remarks = opens(path)
    except ReportError as error:
        return type(error).__name__
    except Exception as error:  # noqa: BLE001  whatever it is, it is what the sweep looks for
        return f"BUG in mutation {i}: {type(error).__name__}: {error}"
    return "opened with remarks" if has_remarks else "opened"


def _mutated(data: bytes, rng: random.Random) -> bytes:
    """Return a damaged copy of a workbook."""
    way = rng.randrange(5)
    if way == 0:
        return data[: rng.randrange(len(data))]
    if way == 1:
        return _flipped(data, rng, rng.randint(1, 20))
    with ZipFile(BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    name = rng.choice(sorted(members))
    if way == 2:
        del members[name]
    elif way == 3:
        members[name] = rng.choice((b"", members[rng.choice(sorted(members))], _flipped(members[name], rng, 3)))
    else:
        for _ in range(rng.randint(1, 3)):
            name = rng.choice(sorted(members))
            old, new = rng.choice(_XML_EDITS)
            times = rng.choice((1, 1, 3, -1))
            members[name] = members[name].replace(old, new, times)
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for member, content in members.items():
            archive.writestr(member, content)
    return stream.getvalue()


def _flipped(data: bytes, rng: random.Random, count: int) -> bytes:
    changed = bytearray(data)
    for _ in range(count if changed else 0):
        changed[rng.randrange(len(changed))] ^= 1 << rng.randrange(8)
    return bytes(changed)


if __name__ == "__main__":
    sys.exit(main())
