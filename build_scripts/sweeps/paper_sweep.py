"""Compares the Word report, as LibreOffice sets it, with our own PDF: 60 reports in several styles, page by page.

    python -m build_scripts.sweeps.paper_sweep [--reports 60] [--seed 1] [--style windows own] [--keep FOLDER]

Asked of each pair: the same number of pages, the same first line on each page, no number broken in two, no sign outside
its cell, table 三 on one page. Needs LibreOffice and pdfplumber (``pip install pdfplumber``), which nothing else uses.
Fonts that are missing are replaced by installed ones of the same widths on both sides; ``tests/data/fonts-test.conf``
names them. The texts are those of ``tests/data/narrative``, drawn anew with another seed.
"""

import argparse
import importlib.util
import json
import os
import random
import re
import sys
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from PySide6.QtGui import QFontDatabase
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from build_scripts.sweeps.balanced_reports import balanced_report
from build_scripts.sweeps.libreoffice import convert
from core.base.radicals import character_of
from core.base.resources import resource_path
from core.draft.workbook import load_draft
from core.report.report import Report, new_report
from core.word.report import report_bytes
from core.word.shipped_styles import PRESETS
from core.word.style_profile import StyleProfile, missing_fonts, preset
from gui.printing.printed_report import report_paper

Sign = Mapping[str, Any]
Page = Any  # of pdfplumber

_NARRATIVE = Path(__file__).parents[2] / "tests" / "data" / "narrative"
_LONG_UNIT = "云岭市高新技术产业开发区自然资源和规划局不动产登记交易服务中心暨住房保障事务管理中心综合协调处"[:47]
_ADDRESS = "https://www.yunling.gov.cn/zwgk/fdzdgknr/ndbg/2025/0116/c1234567890.html"
_HEAD = "申请人情况"
_RARE = "龘靐𬭚㙓👍🏛①②Ⅲ㎡℃"
_SERIF, _SANS, _LATIN = "Noto Serif CJK SC", "Noto Sans CJK SC", "Liberation Serif"
_POINTS = 72 / 25.4  # in a millimetre
_INSIDE = 0.8  # points that a sign may reach over the line of its cell


@dataclass(slots=True)
class Counts:
    """What was found over all pairs."""

    pairs: int = 0
    same_pages: int = 0
    lines: int = 0
    same_lines: int = 0
    broken: int = 0
    outside: int = 0
    divided: int = 0


def main() -> int:
    """Run the sweep; return 1 where a page differs in number, a number is broken or a sign stands outside its cell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=60)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--step", type=int, default=1, help="only every so many reports")
    parser.add_argument("--style", nargs="*", help="only these")
    parser.add_argument("--keep", type=Path, help="where the files are left to be looked at")
    options = parser.parse_args()
    if importlib.util.find_spec("pdfplumber") is None:
        print("缺少对照工具，请先安装：pip install pdfplumber")
        return 2
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert app is not None
    chosen = list(reports(options.seed))[options.first : options.first + options.reports : options.step]
    counts = Counts()
    with tempfile.TemporaryDirectory() as name:
        folder = options.keep or Path(name)
        folder.mkdir(exist_ok=True)
        for style in styles():
            if not options.style or style.id in options.style:
                _compare(chosen, style, folder, counts)
                print(style.id, counts, flush=True)
    return int(counts.pairs != counts.same_pages or bool(counts.broken or counts.outside))


def styles() -> list[StyleProfile]:
    """Return the shipped styles and one of an office's own, in fonts that are there."""
    own = preset()._replace(
        id="own",
        margins={"top": 34, "bottom": 32, "left": 30, "right": 28},
        pitch=29.7,
        sizes={**preset().sizes, "body": 15.0, "table": 10.0},
        number_style="plain",
        number_position="center",
    )
    return [_installed(style) for style in (*map(preset, PRESETS), own)]


def _installed(style: StyleProfile) -> StyleProfile:
    missing = {font for font, _ in missing_fonts(style, QFontDatabase.families())}
    usual = {use: _SANS if use == "heading" else _LATIN if use == "latin" else _SERIF for use in style.fonts}
    return style._replace(fonts={use: usual[use] if font in missing else font for use, font in style.fonts.items()})


def reports(seed: int) -> Iterator[tuple[str, Report]]:
    """Yield 60 reports, the simplest and the most extreme ones."""
    rng = random.Random(seed)
    texts = _texts()
    yield "zero", _filled(new_report("某某县水利局", "政府部门", 2025, with_zeros=True), rng, texts, 1)
    yield "sample", load_draft(resource_path("samples", "示例.xlsx")).report
    for i in range(4):
        yield f"city{i}", _filled(balanced_report(rng, density=0.8, largest=9999), rng, texts, 4)
    for i in range(4):
        made = _filled(balanced_report(rng, density=0.2, largest=99), rng, texts, 2)
        meta = {"meta.unit": _LONG_UNIT, "meta.sign_off": _LONG_UNIT[: 47 - 11 * i], "meta.date": "2026年1月"}
        yield f"long_unit{i}", replace(made, meta={**made.meta, **meta})
    for i in range(4):
        yield f"seven{i}", _filled(balanced_report(rng, density=0.9, largest=9_999_999), rng, texts, 2)
    for i in range(4):
        made = _filled(balanced_report(rng, density=0.2, largest=99), rng, texts, 2)
        yield f"fees{i}", made.with_cells({"t2.fees.amount": Decimal(f"{10**i * 12}.123456")})
    for i in range(6):
        made = _filled(balanced_report(rng, density=0.2, largest=99), rng, texts, 2)
        yield f"notes{i}", made.with_texts({f"note.t{n}": "\n".join(rng.sample(texts, 1 + i % 3)) for n in (2, 3, 4)})
    for lines in range(23):
        made = _filled(balanced_report(rng, density=0.2, largest=99), rng, texts, 1)
        yield f"before{lines}", made.with_texts({"s2": "\n".join(f"第{n + 1}段说明。" for n in range(lines))})
    for i in range(5):
        made = _filled(balanced_report(rng, density=0.2, largest=99), rng, texts, 2)
        yield f"rare{i}", made.with_texts({"s5": f"存在的问题：{_RARE * (i + 1)}。\n{rng.choice(texts)}"})
    for i in range(4):
        made = _filled(balanced_report(rng, density=0.2, largest=99), rng, texts, 2)
        yield (
            f"address{i}",
            made.with_texts({"lead": f"{rng.choice(texts)}电子版可在（{_ADDRESS}）下载，{rng.choice(texts)}"}),
        )
    for i in range(4):
        yield f"long{i}", _filled(balanced_report(rng, density=0.5, largest=999), rng, texts, 8)


def _texts() -> list[str]:
    lines = [line for path in sorted(_NARRATIVE.glob("batch_*.jsonl")) for line in path.read_text().splitlines()]
    found = (part.strip() for line in lines for part in json.loads(line)["text"].split("\n"))
    return [text for text in dict.fromkeys(found) if len(text) > 20 and not set(text) & set("{}")]


def _filled(report: Report, rng: random.Random, texts: list[str], most: int) -> Report:
    """Give each text but the notes some paragraphs."""
    fields = [field for field in report.form.texts.values() if not field.is_note]
    return report.with_texts({field.code: "\n".join(rng.sample(texts, rng.randint(1, most))) for field in fields})


def _compare(chosen: list[tuple[str, Report]], style: StyleProfile, folder: Path, counts: Counts) -> None:
    made = []
    for name, report in chosen:
        stem = f"{style.id}_{name}"
        (folder / f"{stem}.docx").write_bytes(report_bytes(report, profile=style))
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(folder / f"{stem}_print.pdf"))
        report_paper(printer, report, style, "草稿").paint()
        made.append(stem)
    convert([folder / f"{stem}.docx" for stem in made], "pdf", folder, folder / "office")
    for stem in made:
        _count(stem, folder, style.margins["top"] * _POINTS, counts)


def _count(stem: str, folder: Path, edge: float, counts: Counts) -> None:
    word, paper = _Pdf(folder / f"{stem}.pdf", edge), _Pdf(folder / f"{stem}_print.pdf", edge)
    counts.pairs += 1
    counts.same_pages += len(word.first) == len(paper.first)
    if len(word.first) != len(paper.first):
        print(f"{stem}: Word {len(word.first)} pages, PDF {len(paper.first)}")
    for number, (one, other) in enumerate(zip(word.first, paper.first, strict=False), 1):
        counts.lines += 1
        counts.same_lines += one == other
        if one != other:
            print(f"{stem} page {number}: Word {one[:20]}, PDF {other[:20]}")
    for kind, pdf in (("Word", word), ("PDF", paper)):
        counts.broken += len(pdf.broken)
        counts.outside += len(pdf.outside)
        counts.divided += pdf.heads > 1
        if pdf.broken or pdf.outside or pdf.heads > 1:
            print(f"{stem} {kind}: {pdf.broken[:3]} {pdf.outside[:3]} heads {pdf.heads}")


class _Pdf:
    """What the boxes of the signs in a PDF tell.

    Attributes:
        first: First line of each page, below the mark, without blanks.
        broken: Numbers of the tables in more than one line.
        outside: Signs over the line of their cell.
        heads: Pages with the head of table 三.
    """

    def __init__(self, path: Path, edge: float) -> None:
        self._edge = edge  # of the text, from the head of the page
        self.first: list[str] = []
        self.broken: list[str] = []
        self.outside: list[str] = []
        self.heads = 0
        with importlib.import_module("pdfplumber").open(path) as pdf:
            for page in pdf.pages:
                self._read(page)

    def _read(self, page: Page) -> None:
        signs = [sign for sign in page.chars if sign["text"].strip() and _middle(sign) > self._edge]
        cells = [cell for table in page.find_tables() for cell in table.cells]
        top = min(map(_middle, signs), default=0.0)
        heads = [sign for sign in signs if _middle(sign) < top + 8]
        if rest := [cell for cell in cells if cell[1] < top]:  # a table begins the page: all of its first row
            heads = [sign for sign in signs if any(_is_in(sign, cell) for cell in rest)]
        line = "".join(sign["text"] for sign in sorted(heads, key=lambda sign: sign["x0"]))
        self.first.append(unicodedata.normalize("NFKC", "".join(map(character_of, line))))
        for cell in cells:
            inside = [sign for sign in signs if _is_in(sign, cell)]
            text = "".join(sign["text"] for sign in inside)
            self.heads += text == _HEAD
            lines = Counter(round(_middle(sign)) for sign in inside)
            if re.fullmatch(r"[\d.]+", text) and max(lines) - min(lines) > 2:
                self.broken.append(text)
            self.outside += [
                sign["text"]
                for sign in inside
                if sign["x0"] < cell[0] - _INSIDE
                or sign["x1"] > cell[2] + _INSIDE
                or not cell[1] < _middle(sign) < cell[3]
            ]


def _middle(sign: Sign) -> float:
    return float(sign["top"] + sign["bottom"]) / 2


def _is_in(sign: Sign, cell: tuple[float, float, float, float]) -> bool:
    middle = float(sign["x0"] + sign["x1"]) / 2
    return cell[0] <= middle <= cell[2] and cell[1] <= _middle(sign) <= cell[3]


if __name__ == "__main__":
    sys.exit(main())
