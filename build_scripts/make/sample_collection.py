"""Writes the shipped sample folder of 汇总审核: the reports of twelve invented units of a county, of the year 2025.

Run it again after the reports' look changed: ``python -m build_scripts.make.sample_collection``. Most reports are in
order; one of each thing that an office meets is not: a wrong number, a wrong decree, a blank, a placeholder, last
year's report, two versions, two texts that are alike, a covering letter, a file that cannot be read, and none at all.
"""

import random
import shutil

from build_scripts.sweeps.desk_folders import CONTENT, Folder, clean_report, covering_letter, list_bytes
from build_scripts.sweeps.desk_texts import TextMaker, unit_names
from core.base.resources import resource_path
from core.draft.workbook import draft_bytes
from core.report.report import Report
from core.web.html_report import report_html, report_text
from core.word.report import report_bytes

YEAR, SEED, UNITS = 2025, 18, 12
DAMAGED = 900
"""Bytes that are left of the file that cannot be read."""


def made_folder() -> Folder:
    """Return the folder with its files; the same one each time."""
    rng = random.Random(SEED)
    maker = TextMaker(rng)
    folder = Folder(YEAR, unit_names(UNITS))
    for unit, unit_type in folder.units:
        folder.reports[unit] = clean_report(rng, maker, unit, unit_type, YEAR)
    names = list(folder.reports)
    for unit, fault in zip(names[1:], ("balance", "decree", "blank", "placeholder"), strict=False):
        folder.reports[unit], _ = CONTENT[fault](folder.reports[unit], rng)
    one, other = names[5], names[6]
    alike = folder.reports[one].texts["s5"]
    folder.reports[other] = folder.reports[other].with_texts({"s5": alike})
    year_before = dict(folder.units)[names[7]]
    folder.reports[names[7]] = clean_report(rng, maker, names[7], year_before, YEAR - 1)
    for unit in names[:10]:
        folder.files.update(_files(unit, folder.reports[unit], names.index(unit)))
    folder.files[f"{names[8]}（改）.docx"] = report_bytes(
        folder.reports[names[8]].with_cells({"t2.penalty.decisions": 7})
    )
    folder.files[f"{names[10]}函.docx"] = covering_letter(names[10], YEAR)
    folder.files["扫描件.docx"] = report_bytes(folder.reports[names[0]])[:DAMAGED]
    return folder


def _files(unit: str, report: Report, number: int) -> dict[str, bytes]:
    """Return the report of a unit as one kind of file or another."""
    shapes = (
        (".docx", report_bytes),
        (".html", report_html),
        (".xlsx", draft_bytes),
        (".docx", report_bytes),
        (".txt", lambda r: report_text(r).encode()),
    )
    suffix, written = shapes[number % len(shapes)]
    return {f"{unit}{suffix}": written(report)}


def main() -> None:
    """Write the folder anew."""
    place = resource_path("samples") / "汇总审核"
    shutil.rmtree(place, ignore_errors=True)
    folder = made_folder()
    folder.write(place / "来件")
    (place / "名单.xlsx").write_bytes(list_bytes(folder))
    size = sum(path.stat().st_size for path in place.rglob("*") if path.is_file())
    print(f"{len(folder.files)} files, {size // 1024} KB in {place.name}")


if __name__ == "__main__":
    main()
