"""Measure how long a Word report takes beside docxtpl and docx-mailmerge2, which fill the same document.

    python -m build_scripts.bench.word [--rounds 15] [--reports 1000]

The peers are development tools of this benchmark only (``pip install docxtpl docx-mailmerge2``). All make the same
document, with the same numbers and texts, into memory; each output is read back and compared before it is timed.
Ours does more: totals, linked numbers and cleaning are part of its time, the peers get finished values.
Only the ratios say something: the milliseconds are those of this machine.
"""

import argparse
import gc
import importlib.util
import io
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

from core.report.report import Report, new_report
from core.report.shown_report import shown_report
from core.word.report import report_bytes
from core.word.style_profile import preset
from core.word.template import VariablePlace, word_template

Make = Callable[[int], bytes]

GOALS = {"docxtpl": (1 / 2, 1 / 8), "docx-mailmerge2": (None, 1 / 2)}
"""At most this share of the peer's time: in a fresh process with imports, and later."""

_SENTENCE = "2025年，本单位坚持“以公开为常态、不公开为例外”，全年主动公开政府信息92条——各项工作有序推进。"


# What a fresh process does: imports, one document. Ours also makes the report, since its classes are imported with it.
_FIRST = {
    "nianbao": """
import sys, time
start, cpu = time.perf_counter(), time.process_time()
import json
from core.word.report import report_bytes
from core.report.report import Report
given = json.load(open(sys.argv[1] + "/report.json", encoding="utf-8"))
report = Report(meta=given["meta"], texts=given["texts"], cells=given["cells"])
data = report_bytes(report, stage="review", round_number=1)
print((time.perf_counter() - start) * 1e3, (time.process_time() - cpu) * 1e3)
""",
    "docxtpl": """
import sys, time
start, cpu = time.perf_counter(), time.process_time()
import io, json
from docxtpl import DocxTemplate
values = json.load(open(sys.argv[1] + "/values.json", encoding="utf-8"))
template = DocxTemplate(sys.argv[1] + "/docxtpl.docx")
template.render(values, autoescape=True)
template.save(io.BytesIO())
print((time.perf_counter() - start) * 1e3, (time.process_time() - cpu) * 1e3)
""",
    "docx-mailmerge2": """
import sys, time
start, cpu = time.perf_counter(), time.process_time()
import io, json
from mailmerge import MailMerge
values = json.load(open(sys.argv[1] + "/values.json", encoding="utf-8"))
with MailMerge(sys.argv[1] + "/mailmerge.docx") as document:
    document.merge(**values)
    document.write(io.BytesIO())
print((time.perf_counter() - start) * 1e3, (time.process_time() - cpu) * 1e3)
""",
}


def sample(seed: int) -> Report:
    """Return a report with 200 numbers and some 2,500 characters of text in 20 paragraphs."""
    report = new_report("某某县水利局", "政府部门", 2025, with_zeros=True)
    for i, code in enumerate(report.form.entered):
        report = report.with_cells({code: (seed * 7919 + i * 104_729) % 1000})
    for text in report.form.texts.values():
        count = 2 if text.is_required else 1
        report = report.with_texts({text.code: "\n".join([_SENTENCE * 3] * count)})
    return report


def main() -> int:
    """Print the table; return 1 where a goal is missed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--reports", type=int, default=1000)
    options = parser.parse_args()
    for peer in ("docxtpl", "mailmerge"):
        if importlib.util.find_spec(peer) is None:
            print("缺少对照工具，请先安装：pip install docxtpl docx-mailmerge2")
            return 2
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _write_peer_templates(folder)
        makers = {"nianbao": _ours(), "docxtpl": _docxtpl(folder), "docx-mailmerge2": _mailmerge(folder)}
        for maker, make in makers.items():
            _check(maker, make(3), sample(3))
        later = _later(makers, options.rounds)
        _write_first_inputs(folder)
        first, first_cpu = _fresh(list(makers), folder)
    missed = _table(first, first_cpu, later)
    growth = _memory(options.reports)
    print(f"memory after {options.reports} reports: {growth:+.1f} MB")
    return int(missed or growth > 2)


def _ours() -> Make:
    reports = [sample(i) for i in range(20)]
    return lambda i: report_bytes(reports[i % 20], stage="review", round_number=1)


def _docxtpl(folder: Path) -> Make:
    docxtpl = importlib.import_module("docxtpl")
    values = [_values(sample(i)) for i in range(20)]

    def make(i: int) -> bytes:
        template = docxtpl.DocxTemplate(folder / "docxtpl.docx")
        template.render(values[i % 20], autoescape=True)
        stream = io.BytesIO()
        template.save(stream)
        return stream.getvalue()

    return make


def _mailmerge(folder: Path) -> Make:
    mailmerge = importlib.import_module("mailmerge")
    values = [_values(sample(i)) for i in range(20)]

    def make(i: int) -> bytes:
        stream = io.BytesIO()
        with mailmerge.MailMerge(folder / "mailmerge.docx") as document:
            document.merge(**values[i % 20])
            document.write(stream)
        return stream.getvalue()

    return make


def _values(report: Report) -> dict[str, str]:
    """What the peers are given: finished text by name."""
    shown = shown_report(report)
    values = {_name(code): number for code, number in shown.numbers.items()}
    values |= {_name(code, i): p for code, text in shown.texts.items() for i, p in enumerate(text)}
    values |= {_name(f"heading.{t.code}", 0): t.heading for t in report.form.texts.values() if t.heading}
    return values | {"title": shown.title, _name("title", 0): shown.title, "unit": report.unit, "stage": "送审稿第1稿"}


def _name(code: str, number: int | None = None) -> str:
    return code.replace(".", "_") + ("" if number is None else f"_{number}")


def _write_peer_templates(folder: Path) -> None:
    """Make the peers' templates out of ours, so that all documents are the same."""
    report = sample(0)
    template = word_template(report.form, preset())
    names = set(_values(report))
    with (
        zipfile.ZipFile(folder / "docxtpl.docx", "w", zipfile.ZIP_DEFLATED) as jinja,
        zipfile.ZipFile(folder / "mailmerge.docx", "w", zipfile.ZIP_DEFLATED) as merge,
    ):
        for part, pieces in template.parts:
            marked = "".join(
                _marked(piece, names) if isinstance(piece, VariablePlace) else piece.decode() for piece in pieces
            )
            jinja.writestr(part, re.sub("@@(.*?)@@", r"{{ \1 }}", marked))
            field = r'<w:fldSimple w:instr=" MERGEFIELD \2 ">\1«\2»\3</w:fldSimple>'
            run = r"(<w:r>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:t[^>]*>)@@(.*?)@@(</w:t></w:r>)"
            merge.writestr(part, re.sub(run, field, marked))


def _write_first_inputs(folder: Path) -> None:
    report = sample(0)
    given = {"meta": dict(report.meta), "texts": dict(report.texts), "cells": dict(report.cells)}
    (folder / "report.json").write_text(json.dumps(given), encoding="utf-8")
    (folder / "values.json").write_text(json.dumps(_values(report)), encoding="utf-8")


def _marked(place: VariablePlace, names: set[str]) -> str:
    if place.kind == "size":
        return str(round(place.size * 2))
    if place.kind == "text":
        return f"@@{_name(place.name)}@@"
    before, after = (xml.decode() for xml in place.looks["plain"])
    filled = [name for i in range(9) if (name := _name(place.name, i)) in names]
    return "".join(f"{before}@@{name}@@{after}" for name in filled)


def _check(maker: str, data: bytes, report: Report) -> None:
    """Stop unless every number and text of the report stands in the document, in order."""
    xml = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()
    shown = shown_report(report)
    found = [text for text in re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", xml) if text.strip()]
    numbers = [text for text in found if text.isdecimal()]
    wanted = list(shown.numbers.values())
    texts = [p for text in shown.texts.values() for p in text]
    if numbers != wanted or [text for text in found if text in texts] != texts:
        raise SystemExit(f"{maker}: the document does not show the report")
    print(f"{maker:16} 200 numbers and {len(texts)} paragraphs read back, {len(data)} bytes")


def _later(makers: Mapping[str, Make], rounds: int) -> dict[str, float]:
    """Median milliseconds, all by turns in one process."""
    times: dict[str, list[float]] = {maker: [] for maker in makers}
    for i in range(rounds + 2):
        for maker, make in makers.items():
            start = time.perf_counter()
            make(i)
            if i >= 2:  # the first ones warm up
                times[maker].append((time.perf_counter() - start) * 1e3)
    return _medians(times)


def _fresh(makers: list[str], folder: Path) -> tuple[dict[str, float], dict[str, float]]:
    """Median milliseconds of import and first document, each in a new process: by the clock, and of the processor."""
    clock: dict[str, list[float]] = {maker: [] for maker in makers}
    processor: dict[str, list[float]] = {maker: [] for maker in makers}
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = str(folder / "bytecode")  # compiled once for all, as an installed program is
    for i in range(10):
        for maker in makers:
            command = [sys.executable, "-c", _FIRST[maker], str(folder)]
            out = subprocess.run(command, check=True, capture_output=True, text=True, env=environment).stdout
            if i == 0:
                continue
            wall, cpu = map(float, out.split())
            clock[maker].append(wall)
            processor[maker].append(cpu)
    return _medians(clock), _medians(processor)


def _medians(times: Mapping[str, list[float]]) -> dict[str, float]:
    return {maker: statistics.median(taken) for maker, taken in times.items()}


def _table(first: Mapping[str, float], first_cpu: Mapping[str, float], later: Mapping[str, float]) -> bool:
    missed = False
    print(f"\n{'ms':16} {'first, import included (cpu)':>28} {'later':>10}   ours as a share of the peer's")
    for maker in first:
        line = f"{maker:16} {first[maker]:19.1f} ({first_cpu[maker]:6.1f}) {later[maker]:10.2f}"
        for times, goal in zip((first, later), GOALS.get(maker, ()), strict=False):
            if goal is not None:
                share = times["nianbao"] / times[maker]
                missed |= share > goal
                line += f"   {share:.3f} (goal {goal:.3f}{'' if share <= goal else ' MISSED'})"
        print(line)
    return missed


def _memory(count: int) -> float:
    """Growth of the process in MB over so many reports, after the first hundred."""
    make = _ours()
    for i in range(100):
        make(i)
    gc.collect()
    before = _resident()
    for i in range(count):
        make(i)
    gc.collect()
    return (_resident() - before) / 2**20


def _resident() -> int:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) if sys.platform == "linux" else 0
    return pages * 4096


if __name__ == "__main__":
    sys.exit(main())
