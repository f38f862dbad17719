"""Reads made-up reports that were turned into PDFs and counts which cells and characters came in right.

    python -m build_scripts.sweeps.pdf_reports [--count 40] [--seed 1] [--keep FOLDER]

Each report is printed three times: its Word file by LibreOffice, its web version by Chromium, and one of the two with
other fonts, margins, sizes and page breaks. Exit code 1 where a number is wrong, or less than 99 % of the cells or the
characters came in.
"""

import argparse
import difflib
import io
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import zipfile
from collections import Counter
from pathlib import Path

from build_scripts.sweeps.balanced_reports import balanced_report
from build_scripts.sweeps.desk_texts import unit_names
from build_scripts.sweeps.libreoffice import convert
from core.base.errors import ReportError
from core.published import import_report
from core.report.linked_text import literal, resolve
from core.report.report import Report
from core.report.totals import report_numbers
from core.web.html_report import report_html
from core.word.report import report_bytes

ROOT = Path(__file__).resolve().parent.parent.parent
TEXTS = ("lead", "s1.active", "s1.request", "s1.manage", "s1.platform", "s1.oversight", "s2", "s3", "s4", "s5", "s6")
WANTED = 0.99
OWN_FONTS = ("仿宋", "黑体", "楷体", "宋体", "方正小标宋简体")
FONTS = ("Noto Sans CJK SC", "Noto Serif CJK SC", "FandolSong", "WenQuanYi Micro Hei", "AR PL SungtiL GB")
_FONTS_FILE = ROOT / "tests" / "data" / "fonts-test.conf"
_LANDSCAPE = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'


def main(arguments: list[str] | None = None) -> int:
    """Run the sweep, print what came of it, and return the exit code."""
    parser = argparse.ArgumentParser(description="Reads reports that were printed as PDF.")
    parser.add_argument("--count", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="where the files stay")
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.keep or Path(temporary)
        folder.mkdir(exist_ok=True)
        reports = make_files(folder, given.count, given.seed)
        print_all(folder)
        counts = compare(folder, reports)
    print(", ".join(f"{name} {count}" for name, count in sorted(counts.items())))
    cells, characters = counts["cells right"] / counts["cells"], counts["characters right"] / counts["characters"]
    print(f"cells {cells:.2%}, characters {characters:.2%}, wrong {counts['cells wrong']}")
    return 1 if counts["cells wrong"] or min(cells, characters) < WANTED else 0


def make_files(folder: Path, count: int, seed: int) -> dict[str, Report]:
    """Write three files a report, .docx and .html; return the reports by the names of their files."""
    rng = random.Random(seed)
    sentences = _sentences()
    made: dict[str, Report] = {}
    for number in range(count):
        report = random_report(rng, sentences)
        word, page = report_bytes(report, stage=rng.choice(("draft", "review")), round_number=1), report_html(report)
        other: tuple[str, bytes] = (
            (".docx", other_word(word, rng)) if rng.random() < 0.6 else (".html", other_page(page, rng))
        )
        for name, suffix, data in (("a", ".docx", word), ("b", ".html", page), ("c", *other)):
            made[f"{number:02}{name}"] = report
            (folder / f"{number:02}{name}{suffix}").write_bytes(data)
    return made


def _sentences() -> dict[str, list[str]]:
    """Return sentences as offices write them, by the part in which they stand."""
    found: dict[str, list[str]] = {}
    for path in sorted((ROOT / "tests" / "data" / "narrative").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            text = str(record["text"]).strip()
            if len(text) > 10 and "\n" not in text and "|" not in text and "\t" not in text:
                found.setdefault(record["section"], []).append(text)
    return found


def random_report(rng: random.Random, sentences: dict[str, list[str]]) -> Report:
    """Return a report with balanced tables and paragraphs of one to five sentences."""
    report = balanced_report(rng, density=rng.choice((0.1, 0.5, 1)), largest=rng.choice((9, 300, 99_999)))
    everything = [text for texts in sentences.values() for text in texts]
    texts = {"meta.unit": rng.choice(unit_names(30))[0]}
    for code in TEXTS:
        pool = sentences.get(code) or everything
        paragraphs = ["".join(rng.sample(pool, rng.randint(1, 5))) for _ in range(rng.randint(1, 4))]
        texts[code] = "\n".join(literal(text) for text in paragraphs)
    texts["lead"] = f"{texts['meta.unit']}根据有关规定编制本报告。{texts['lead']}"
    return report.with_texts(texts)


# ---------------------------------------------------------------- other looks


def other_word(data: bytes, rng: random.Random) -> bytes:
    """Return a Word file with other fonts, sizes, margins and page breaks."""
    fonts = {name: rng.choice(FONTS) for name in OWN_FONTS}
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(made, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name.endswith((".xml", ".rels")) and name.startswith("word/"):
                text = content.decode()
                for own, font in fonts.items():
                    text = text.replace(f'"{own}"', f'"{font}"')
                content = (_other_body(text, rng) if name == "word/document.xml" else text).encode()
            target.writestr(name, content)
    return made.getvalue()


def _other_body(text: str, rng: random.Random) -> str:
    if rng.random() < 0.3:
        text = re.sub(r"<w:pgSz[^>]*/>", _LANDSCAPE, text)
    for side, least, most in (("left", 600, 1900), ("right", 600, 1900), ("top", 1400, 2600), ("bottom", 1400, 2600)):
        text = re.sub(rf'(<w:pgMar[^>]*w:{side}=")\d+', rf"\g<1>{rng.randint(least, most)}", text)
    if rng.random() < 0.5:
        text = re.sub(r"<w:docGrid[^>]*/>", "", text)
    if rng.random() < 0.5:
        text = text.replace("<w:cantSplit/>", "")
    if rng.random() < 0.5:
        text = text.replace("<w:tblHeader/>", "")
    if rng.random() < 0.5:
        text = re.sub(r"<w:trHeight[^>]*/>", f'<w:trHeight w:val="{rng.randint(300, 800)}" w:hRule="atLeast"/>', text)
    size = rng.choice((21, 24, 28, 30))
    text = re.sub(r'<w:sz w:val="32"/>', f'<w:sz w:val="{size}"/>', text)
    starts = [match.start() for match in re.finditer(r"<w:p>", text[: text.index("<w:tbl>")])]
    at = rng.choice(starts)
    return text[:at] + '<w:p><w:r><w:br w:type="page"/></w:r></w:p>' + text[at:]


def other_page(data: bytes, rng: random.Random) -> bytes:
    """Return a web page with other fonts, sizes, margins and lines."""
    rules = [
        f"@page{{size:A4 {rng.choice(('portrait', 'landscape'))}}}",
        f"@page{{margin:{rng.randint(8, 30)}mm {rng.randint(8, 30)}mm}}",
        f"body{{font-family:'{rng.choice(FONTS)}';font-size:{rng.choice((9, 10.5, 12, 14, 16))}pt}}",
        f"p{{line-height:{rng.choice((1.2, 1.5, 2))};text-align:{rng.choice(('left', 'justify'))}}}",
        rng.choice(("", "p{margin:0}", "p{text-indent:0!important;margin:12pt 0}")),
        rng.choice(("", "td,th{border:1px solid #888;padding:4px}", "td,th{border:2px solid #000}")),
        rng.choice(("", "tr{break-inside:avoid}", "table{border-collapse:separate!important;border-spacing:0}")),
        rng.choice(("", f"h2:nth-of-type({rng.randint(2, 5)}){{break-before:page}}")),
    ]
    return data.replace(b"</head>", f"<style>{''.join(rules)}</style></head>".encode())


# ---------------------------------------------------------------- printing and reading


def print_all(folder: Path) -> None:
    """Turn all files of a folder into PDFs beside them."""
    fonts = {"FONTCONFIG_FILE": str(_FONTS_FILE)}
    convert(sorted(folder.glob("*.docx")), "pdf", folder, folder / "office", fonts)
    for page in sorted(folder.glob("*.html")):
        browser = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'browser'}"]
        target = page.with_suffix(".pdf")
        frame = [] if int(page.name[:2]) % 2 else ["--no-pdf-header-footer"]
        subprocess.run([*browser, *frame, f"--print-to-pdf={target}", page.as_uri()], check=True, capture_output=True)


def compare(folder: Path, reports: dict[str, Report]) -> Counter[str]:
    """Read the PDFs of a folder; count and print what is not as in the reports."""
    counts: Counter[str] = Counter()
    for name, report in sorted(reports.items()):
        counts["files"] += 1
        try:
            imported = import_report(folder / f"{name}.pdf")
        except ReportError as error:
            print(f"{name}: {error.summary}")
            counts["cells"] += 200
            continue
        wrong, missing = [], []
        numbers = report_numbers(report)
        for code in imported.printed | numbers:
            if code not in report.form.cells or report.form.cells[code].table is None:
                continue
            wanted, entry = numbers.get(code), imported.printed.get(code)
            counts["cells"] += 1
            if entry == wanted:
                counts["cells right"] += 1
            elif entry is None or not isinstance(entry, int):
                missing.append(code)
            else:
                wrong.append(f"{code} {entry} for {wanted}")
        counts["cells wrong"] += len(wrong)
        lost = _count_characters(report, imported.report, counts)
        if wrong or missing or lost:
            print(f"{name}: wrong {wrong}, missing {missing[:9]} {len(missing)}, texts {lost}")
            if missing or os.environ.get("TOLD"):
                print(f"     {imported.reported[:4]}")
    return counts


def _count_characters(report: Report, read: Report, counts: Counter[str]) -> list[str]:
    """Count the characters of the texts that came into the right part; return what differs, for reading."""
    lost: list[str] = []
    numbers = report_numbers(report)
    for code in TEXTS:
        wanted = resolve(report.texts.get(code, ""), numbers)
        found = resolve(read.texts.get(code, ""), numbers)
        matcher = difflib.SequenceMatcher(None, wanted, found, autojunk=False)
        right = sum(block.size for block in matcher.get_matching_blocks()) if wanted != found else len(wanted)
        counts["characters"] += len(wanted)
        counts["characters right"] += right
        counts["paragraphs"] += wanted.count("\n") + 1
        counts["paragraphs right"] += len(set(wanted.split("\n")) & set(found.split("\n")))
        if wanted != found:
            pieces = [
                f"{wanted[max(a - 8, 0) : b + 3]!r}→{found[max(c - 8, 0) : d + 3]!r}"
                for tag, a, b, c, d in matcher.get_opcodes()
                if tag != "equal"
            ]
            lost.append(f"{code}: {pieces[:2]}")
    return lost


if __name__ == "__main__":
    sys.exit(main())
