"""Has the desk judge folders of 40 units with 60 planted faults, and compares what it says with what was planted.

    python -m build_scripts.sweeps.desk_sweep [--seeds 50] [--first 1] [--renamed] [--kills N | --moments]

Each fault must stand in the letter of the right unit or in the lists; no unit without a fault gets a letter; no item
is anything but a planted fault; the sum equals an independent count. With ``--renamed`` each folder is read once more
with other names in another order, which must change nothing but the names. With ``--kills`` a second round is killed
so many times at random moments instead, and must end as if it had not been; with ``--moments`` it is killed just before
each single change below the output folder, and once more at another one. Exit code 1 where anything differs.
"""

import argparse
import json
import random
import shutil
import subprocess
import sys
import tempfile
import time
from datetime import date
from itertools import islice, zip_longest
from pathlib import Path
from typing import Any

from build_scripts.sweeps.desk_folders import Folder, kinds, list_bytes, make_folder
from core.cli.collect import collection_json
from core.office.collection.collected import Collected, Request
from core.office.collection.run import run_collection
from core.report.entry_text import Number
from core.report.report import numbers_only
from core.report.totals import compute_totals

TODAY = date(2026, 1, 20)


def main() -> int:
    """Run the sweep and print what differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=50)
    parser.add_argument("--first", type=int, default=1)
    parser.add_argument("--renamed", action="store_true")
    parser.add_argument("--kills", type=int, default=0)
    parser.add_argument("--moments", action="store_true")
    options = parser.parse_args()
    if options.kills or options.moments:
        return 1 if killed(options.kills, options.first) else 0
    differences, planted = 0, 0
    for seed in range(options.first, options.first + options.seeds):
        folder = make_folder(seed)
        planted += len(folder.faults)
        said = judge(folder, seed, renamed=options.renamed)
        differences += len(said)
        for line in [*said, f"{len(folder.faults)} faults planted, {len(said)} differences"]:
            print(f"seed {seed}: {line}", flush=True)
    print(f"{options.seeds} folders, {planted} faults planted, {differences} differences; {dict(kinds(folder))}")
    return 1 if differences else 0


def judge(made: Folder, seed: int, *, renamed: bool) -> list[str]:
    """Return what the desk says otherwise than was planted."""
    with tempfile.TemporaryDirectory() as place:
        collection, answer = run(made, Path(place) / "a", None)
        said = [*missed(made, collection), *invented(made, collection), *wrong_sum(made, answer)]
        if renamed:
            _, other = run(made, Path(place) / "b", random.Random(seed))
            said += other_answer(without_names(answer), without_names(other))
    return said


def run(made: Folder, place: Path, rng: random.Random | None) -> tuple[Collected, dict[str, Any]]:
    """Write a folder and have the desk judge it; return what came of it, and as JSON."""
    made.write(place / "来件", rng)
    unit_list = place / "名单.xlsx"
    unit_list.write_bytes(list_bytes(made))
    request = Request(place / "来件", made.year, place / "结果", TODAY, unit_list)
    collection = run_collection(request)
    return collection, collection_json(collection, request)


def without_names(answer: dict[str, Any]) -> dict[str, Any]:
    """Return an answer without the names of files and what quotes them."""
    units = [
        {k: v for k, v in u.items() if k not in ("files", "letter")} | {"n": len(u["files"])} for u in answer["units"]
    ]
    batch = [{k: v for k, v in b.items() if k not in ("files", "message")} for b in answer["batch"]]
    return answer | {"units": units, "batch": sorted(batch, key=str), "unread": len(answer["unread"])}


def other_answer(answer: dict[str, Any], renamed: dict[str, Any]) -> list[str]:
    """Return the first line in which the answer to renamed files differs; none where nothing does."""
    lines = (json.dumps(value, ensure_ascii=False, indent=0, default=str).splitlines() for value in (answer, renamed))
    differing = ((one, other) for one, other in zip_longest(*lines) if one != other)
    return [f"renamed files give another answer: {one}, {other}" for one, other in islice(differing, 1)]


def missed(made: Folder, collection: Collected) -> list[str]:
    """Return the planted faults that are told nowhere."""
    desk = collection.desk
    letters = {unit.name: {item.rule_id for item in unit.items} for unit in desk.units}
    said = []
    for fault in made.faults:
        if fault.rules and not letters[fault.units[0]] & set(fault.rules):
            said.append(f"{fault.kind} of {fault.units[0]}: not in its letter ({letters[fault.units[0]]})")
        for rule in fault.batch:
            if not any(b.rule_id == rule and set(fault.units) <= set(b.units) for b in desk.batch):
                is_named = any(b.rule_id == rule and fault.file in b.files for b in desk.batch)
                if not (fault.file and is_named):
                    said.append(f"{fault.kind} of {fault.units}: not told by {rule}")
        if fault.kind in ("old format", "damaged") and not any(name == fault.file for name, _ in desk.unread):
            said.append(f"{fault.kind}: {fault.file} is not named as unread")
    return said


def invented(made: Folder, collection: Collected) -> list[str]:
    """Return what is told though it was not planted."""
    said = []
    for unit in collection.desk.units:
        own = [fault for fault in made.faults if unit.name in fault.units]
        allowed = {rule for fault in own for rule in fault.rules}
        said += [
            f"{unit.name}: {item.rule_id} {item.check} (planted: {[f.kind for f in own]})"
            for item in unit.items
            if item.rule_id not in allowed
        ]
        if unit.letter and not own:
            said.append(f"{unit.name}: a letter without a fault")
        if not own and unit.state != "可采用":
            said.append(f"{unit.name}: {unit.state} without a fault")
    for found in collection.desk.batch:
        about = [
            f
            for f in made.faults
            if found.rule_id in f.batch and (set(f.units) & set(found.units) or f.file in found.files)
        ]
        if not about:
            said.append(f"{found.rule_id} {found.message}: was not planted")
    return said


def wrong_sum(made: Folder, answer: dict[str, Any]) -> list[str]:
    """Return where the sum is not an independent count over the reports as they were written."""
    counted = [unit for unit, _ in made.units if unit in made.reports]
    total: dict[str, Number] = {}
    for unit in counted:
        for code, number in numbers_only(made.reports[unit].cells).items():
            if not code.startswith("fee."):  # a published report prints them in no table
                total[code] = total.get(code, 0) + number
    form = made.reports[counted[0]].form
    entered = {code: total.get(code, 0) for code in form.entered}
    expected = {**entered, **compute_totals(form, entered)}
    cells = answer["sum"]["cells"]
    said = [f"{code}: {cells.get(code)} for {number}" for code, number in expected.items() if cells.get(code) != number]
    if answer["sum"]["units"] != counted:
        said.append(f"units of the sum: {set(answer['sum']['units']) ^ set(counted)}")
    return said


# ---------------------------------------------------------------- kills

_RUN = """
import os, sys
from datetime import date
from pathlib import Path
from core.office.collection.collected import Request
from core.office.collection.run import run_collection
place, moment = Path(sys.argv[1]), int(sys.argv[3])
changes = 0
def count(event, arguments):
    global changes
    is_opened = event == "open" and arguments[2] and arguments[2] & (os.O_WRONLY | os.O_RDWR)
    is_change = is_opened or event in ("os.rename", "os.mkdir", "os.remove")
    if is_change and str(place / sys.argv[2]) in str(arguments[0]):
        changes += 1
        if changes == moment:
            os._exit(9)
sys.addaudithook(count)
run_collection(Request(place / "来件", 2025, place / sys.argv[2], date(2026, 1, 20), place / "名单.xlsx"))
"""


def killed(times: int, seed: int) -> int:
    """Kill second rounds at random moments, or at every one where ``times`` is 0; return how often the outcome differs.

    What came of them after one more run is set against what an undisturbed one leaves.
    """
    rng = random.Random(seed)
    first, later = make_folder(seed, units=12, faults=16), make_folder(seed, units=12, faults=0)
    differences = 0
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        run(first, place, None)
        shutil.rmtree(place / "来件")
        later.write(place / "来件")
        shutil.copytree(place / "结果", place / "对照")
        _start(place, "对照").wait()
        wanted, begun = _left(place / "对照"), place / "起点"
        shutil.copytree(place / "结果", begun)
        if not times:
            return killed_at_each_moment(place, wanted, rng)
        for number in range(1, times + 1):
            process = _start(place, "结果")
            time.sleep(rng.uniform(0.1, 3.0))
            process.kill()
            process.wait()
            json.loads((place / "结果" / "collection.json").read_bytes())  # whole, whatever happened
            if number % 5 == 0 or number == times:  # several kills one after the other, then a run to the end
                _start(place, "结果").wait()
                differences += _left(place / "结果") != wanted
                shutil.rmtree(place / "结果")
                shutil.copytree(begun, place / "结果")
                print(f"seed {seed}: {number} kills of {times}, {differences} differences", flush=True)
    print(f"{times} kills, {differences} differences")
    return differences


def killed_at_each_moment(place: Path, wanted: object, rng: random.Random) -> int:
    """Kill second rounds before each change that they make, and the run after that before one of its own."""
    differences, moment, is_over = 0, 0, False
    while not is_over:
        moment += 1
        is_over = _start(place, "结果", moment).wait() == 0
        again = rng.randrange(1, 12)
        _start(place, "结果", again).wait()
        json.loads((place / "结果" / "collection.json").read_bytes())
        _start(place, "结果").wait()
        left = _left(place / "结果")
        if left != wanted:
            differences += 1
            print(f"killed before change {moment}, then {again}: {left} instead of {wanted}", flush=True)
        shutil.rmtree(place / "结果")
        shutil.copytree(place / "起点", place / "结果")
    print(f"{moment - 1} moments, {differences} differences")
    return differences


def _start(place: Path, out: str, moment: int = 0) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", _RUN, str(place), out, str(moment)])


def _left(out: Path) -> tuple[list[str], dict[str, int]]:
    """Return the files below an output folder, and how often each unit was asked to mend something."""
    files = sorted(p.relative_to(out).as_posix() for p in out.rglob("*") if p.is_file() and p.name[0] != ".")
    units = json.loads((out / "collection.json").read_bytes())["units"]
    return files, {name: rounds["returned"] for name, rounds in units.items()}


if __name__ == "__main__":
    sys.exit(main())
