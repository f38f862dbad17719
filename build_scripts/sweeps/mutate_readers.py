"""Damages everything the program reads of others and reads it: no hang, no traceback, within memory.

    python -m build_scripts.sweeps.mutate_readers [--count 5000] [--seed 1] [--jobs 1] [--first 0] [--kinds text,page,…]

Published texts, web pages, Word files and workbooks are opened and checked as by ``check``; copies are imported from
the clipboard, pasted into a table and into a text; Word reports of ours that a leader edited are read back, with the
comments in them; local rules and style profiles are read as at the start. A case is the same whatever else is run:
``--first NUMBER --count 1`` repeats it.

Each is read in another process, as in the window. Exit code 1 where one is not refused by a `ReportError`, takes
longer than 20 seconds, or more than 600 MB.
"""

import argparse
import random
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from build_scripts.sweeps.balanced_reports import balanced_report
from build_scripts.sweeps.mutations import mutated_bytes, mutated_package, mutated_text
from core.base.errors import ReportError
from core.base.reading_process import ReadingBugError, ReadingProcess
from core.report.report import Report

MOST_MEGABYTES = 600
_SHOWN = 5  # slowest ones
_COMMENTED = ("comments on a text and a number", "footnote", "text box", "row added in table 3", "heading moved alone")


@dataclass(slots=True)
class Result:
    """What came of a sweep.

    Attributes:
        outcomes: How often each outcome came.
        bugs: A line for each that was not refused by a ReportError; ``hangs`` likewise for those that took too long.
        slowest: Seconds and number of the slowest ones, the slowest first.
        megabytes: Peak of memory of the reading process.
    """

    outcomes: Counter[str] = field(default_factory=Counter)
    bugs: list[str] = field(default_factory=list)
    hangs: list[str] = field(default_factory=list)
    slowest: list[tuple[float, str]] = field(default_factory=list)
    megabytes: int = 0


def main(arguments: list[str] | None = None) -> int:
    """Run the sweep, print what came of it, and return the exit code."""
    parser = argparse.ArgumentParser(description="Reads damaged files of others.")
    parser.add_argument("--count", type=int, default=5000)
    parser.add_argument("--first", type=int, default=0, help="number of the first case")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=1, help="how many are read side by side")
    parser.add_argument("--kinds", default=",".join(READERS), help="which kinds, in turn")
    given = parser.parse_args(arguments)
    begun = time.monotonic()
    result = sweep(range(given.first, given.first + given.count), given.seed, given.jobs, given.kinds.split(","))
    for outcome, count in sorted(result.outcomes.items()):
        print(f"{count:>6} {outcome}")
    print(*result.bugs, *result.hangs, sep="\n")
    print("slowest: " + ", ".join(f"{seconds:.1f} s {case}" for seconds, case in result.slowest))
    print(
        f"{given.count} read in {time.monotonic() - begun:.0f} s: {len(result.bugs)} tracebacks, "
        f"{len(result.hangs)} hangs, peak memory {result.megabytes} MB"
    )
    return 1 if result.bugs or result.hangs or result.megabytes > MOST_MEGABYTES else 0


def sweep(cases: range, seed: int, jobs: int, kinds: list[str]) -> Result:
    """Read the cases with these numbers, by several processes side by side."""
    result = Result()
    waiting = iter(cases)
    lock = threading.Lock()
    with tempfile.TemporaryDirectory(prefix="nianbao-readers-") as folder:

        def work(job: int) -> None:
            with ReadingProcess() as reading:
                while True:
                    with lock:
                        number = next(waiting, None)
                    if number is None:
                        return
                    _read_case(reading, number, seed, kinds[number % len(kinds)], Path(folder) / str(job), result)

        threads = [threading.Thread(target=work, args=(job,)) for job in range(jobs)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    return result


def _read_case(reading: ReadingProcess, number: int, seed: int, kind: str, path: Path, result: Result) -> None:
    data = damaged(kind, random.Random(f"{seed}-{number}"))
    case = f"{kind} {number}"
    begun = time.monotonic()
    try:
        try:
            outcome, megabytes = reading.read(case, read_one, kind, data, path)
        except ReportError:  # given up; once more, for the machine may have been busy with something else
            begun = time.monotonic()
            outcome, megabytes = reading.read(case, read_one, kind, data, path)
    except ReadingBugError as error:
        outcome, megabytes = "traceback", 0
        result.bugs.append(f"{case}: {error}")
    except ReportError as error:
        outcome, megabytes = "hang or end", 0
        result.hangs.append(f"{case}: {error.summary}")
    result.outcomes[f"{kind}: {outcome}"] += 1
    result.megabytes = max(result.megabytes, megabytes)
    result.slowest = sorted([*result.slowest, (time.monotonic() - begun, case)], reverse=True)[:_SHOWN]


def damaged(kind: str, rng: random.Random) -> bytes:
    """Return a damaged file or text of a kind."""
    data = rng.choice(originals()[kind])
    if data.startswith(b"PK"):
        return mutated_package(data, rng) if rng.random() < 0.8 else mutated_bytes(data, rng)
    if rng.random() < 0.1:
        return mutated_bytes(data, rng)
    return mutated_text(data.decode("utf-8"), rng).encode("utf-8", "replace")


def read_one(kind: str, data: bytes, path: Path) -> tuple[str, int]:
    """Read one input as the program would; return how it went and the peak of memory in MB (in the other process)."""
    path.write_bytes(data)
    try:
        READERS[kind](data, path)
        outcome = "read"
    except ReportError as error:
        outcome = type(error).__name__
    return outcome, _peak()


def _peak() -> int:
    """Return the most memory in MB that this process had; 0 where only Linux would tell.

    Not what ``resource`` says: that counts what the process that started this one had, too.
    """
    status = Path("/proc/self/status")
    if not sys.platform.startswith("linux"):
        return 0
    return int(status.read_text(encoding="ascii").partition("VmHWM:")[2].split()[0]) // 1024


# ---------------------------------------------------------------- what is damaged


@cache
def originals() -> dict[str, list[bytes]]:
    """Return sound inputs of each kind."""
    from core.base.resources import resource_path
    from core.web.html_report import report_fragment, report_html, report_text
    from core.word.report import report_bytes
    from tests.core.published import published_shapes as shapes  # deferred, all: what others publish and send back
    from tests.core.published.published_samples import all_samples
    from tests.core.word.edited_files import EDITS, edited

    sample = next(sample for sample in all_samples() if sample.name == "small")
    pieces = shapes.pieces(sample)
    report = _report()
    texts = [shapes.cells_as_lines(pieces), shapes.rows_as_lines(pieces), shapes.alternating_lines(pieces)]
    texts = [text.replace("\r\n", "\n") for text in [*texts, report_text(report)]]
    pages = [shapes.portal(shapes.web_body(pieces)), report_fragment(report), report_html(report).decode()]
    rules = (
        'name = "某某市2025年度填报口径"\n[[rules]]\nid = "T2-05"\nlevel = "关闭"\nreason = "另行核对"\n'
        '[[statements]]\ntext = "监督保障"\nany_of = ["社会评议"]\nreason = "市里要求"\n'
    )
    table = '[columns]\n登记号 = "编号"\n[outcomes]\n同意公开 = "R03"\n[kinds]\n"公民" = "C1"\n'
    register = (
        "登记号,收到日期,申请人类别,办结日期,办理结果,收费通知日,收费金额,复议结果\n"
        '1,2025-3-5,自然人,2025年3月20日,予以公开；属于国家秘密,20250306,"1,100元",维持\n合计,1\n'
    )
    kinds = {
        "map": [table],
        "text": texts,
        "page": pages,
        "clipboard": [*texts, *pages],
        "table": [*texts, *pages],
        "paste": [*texts, *(text for text in report.texts.values())],
        "rules": [rules],
        "style": [resource_path("styles", "windows.toml").read_text(encoding="utf-8")],
    }
    return {
        **{kind: [text.encode() for text in made] for kind, made in kinds.items()},
        "word": [
            shapes.docx(shapes.word_body(pieces, shapes.tracked_runs)),
            shapes.docx(shapes.word_body(pieces), numbering=True),
            report_bytes(report),
        ],
        "returned": [report_bytes(report), *(edited(report, edit) for edit in EDITS if edit.name in _COMMENTED)],
        "register": [register.encode(), resource_path("samples", "示例台账.xlsx").read_bytes()],
        "workbook": [shapes.workbook({"报告": pieces}), resource_path("samples", "示例.xlsx").read_bytes()],
    }


def _report() -> Report:
    report = balanced_report(random.Random(1), density=0.3, largest=99)
    text = "全年主动公开政府信息100条，其中网站公开80条（见表）。\n一是加强学习；二是完善制度。"
    return report.with_texts(dict.fromkeys(report.form.texts, text))


# ---------------------------------------------------------------- how it is read


def _file(_data: bytes, path: Path) -> None:
    from core.office.report_source import open_report
    from core.validation.validation import check_report

    opened = open_report(path)
    check_report(opened.report, printed_form=opened.printed_form)


def _clipboard(data: bytes, _path: Path) -> None:
    from core.published import import_clipboard

    text = data.decode("utf-8", "replace")
    import_clipboard(text if "<" in text else None, text)


def _table(data: bytes, _path: Path) -> None:
    from gui.matrix.best_block import best_block
    from gui.matrix.paste_plan import plan_paste
    from gui.matrix.pasted_block import read_blocks

    text = data.decode("utf-8", "replace")
    form = _report().form
    blocks = read_blocks(text if "<" in text else "", text)
    for table in form.tables.values():
        if blocks:
            plan_paste(form, table, best_block(blocks, table), table.cells[0], [], {})


def _paste(data: bytes, _path: Path) -> None:
    from core.report.entry_text import LONGEST_TEXT, clean_text
    from core.report.linked_text import literal
    from core.report.paste_cleaner import clean_pasted
    from core.validation.validation import check_report

    text = literal(clean_pasted(clean_text(data.decode("utf-8", "replace")[:LONGEST_TEXT])))
    check_report(_report().with_texts({"s5": text}))


def _returned(_data: bytes, path: Path) -> None:
    from core.office.remarks_in_word import read_remarks
    from core.report.differences import differences
    from core.report.shown_report import shown_report
    from core.word.reader import read_report

    report = _report()
    differences(report, read_report(path, report.form_id, shown_report(report)))
    read_remarks(path, report.form_id)


def _rules(_data: bytes, path: Path) -> None:
    from core.validation.local_rules import read_local_rules

    read_local_rules(path)


def _style(_data: bytes, path: Path) -> None:
    from core.word.style_profile import read_profile

    read_profile(path)


def _register(_data: bytes, path: Path) -> None:
    from core.form.form_reader import load_form
    from core.office.register.count import count_register
    from core.office.register.mapping import RegisterMapping
    from core.office.register.reading import read_register

    count_register(read_register(path), load_form(), 2025, RegisterMapping(), name=path.name)


def _map(_data: bytes, path: Path) -> None:
    from core.office.register.mapping import read_mapping

    read_mapping(path)


READERS: dict[str, Callable[[bytes, Path], None]] = {
    "text": _file,
    "page": _file,
    "word": _file,
    "workbook": _file,
    "clipboard": _clipboard,
    "table": _table,
    "paste": _paste,
    "returned": _returned,
    "rules": _rules,
    "style": _style,
    "register": _register,
    "map": _map,
}


if __name__ == "__main__":
    # By its name in the house: the other process is told where to find ``read_one``
    from build_scripts.sweeps.mutate_readers import main as main_by_name

    sys.exit(main_by_name())
