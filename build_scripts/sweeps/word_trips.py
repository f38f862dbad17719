"""Sends the Word files that tests edit through LibreOffice, and compares what is listed of them before and after.

``python -m build_scripts.sweeps.word_trips`` sends all of them as docx, odt and doc, and prints what differs; exit 1
where that is more than ``KNOWN``. Takes about a minute a kind.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from build_scripts.sweeps.libreoffice import convert
from core.report.differences import differences
from core.report.shown_report import shown_report
from core.word.reader import read_report
from tests.core.word.edited_files import EDITS, Edit, edited, sent_report

KINDS = ("docx", "odt", "doc")
KNOWN = {
    "text box": "LibreOffice puts its words into the paragraph: listed there",
    "row taken out as a tracked change": "LibreOffice forgets that it was taken out, and shows it",
    "table added before table 3": "LibreOffice joins the two tables: listed as one that does not fit",
}
"""Edits that another program changes itself, each with how."""


class Listed(NamedTuple):
    """What is listed of a Word file, and what of it is offered for taking over."""

    sentences: tuple[str, ...]
    offered: tuple[str, ...]


def listed(source: Path) -> Listed:
    """Return what is listed of an edited file of the report that tests send."""
    report = sent_report()
    shown = read_report(source, report.form_id, shown_report(report))
    found = differences(report, shown)
    notes = (note.sentence for note in shown.notes)
    sentences = (*shown.remarks, *notes, *(one.sentence for one in found))
    return Listed(sentences, tuple(one.code for one in found if one.is_offered))


def trip(edits: Sequence[Edit], kind: str, folder: Path) -> dict[str, tuple[Listed, Listed]]:
    """Send edited files through LibreOffice as a kind and back; return what is listed before and after, by name."""
    source = folder / "edited"
    source.mkdir()
    files = []
    for number, edit in enumerate(edits):
        files.append(source / f"{number:02}.docx")
        files[-1].write_bytes(edited(sent_report(), edit))
    before = [listed(file) for file in files]
    for target in dict.fromkeys((kind, "docx")):
        files = convert(files, target, folder / target, folder / "profile")
    return {edit.name: (old, listed(file)) for edit, old, file in zip(edits, before, files, strict=True)}


def main() -> int:
    """Send all files through LibreOffice as each kind."""
    strange = 0
    for kind in KINDS:
        with TemporaryDirectory() as folder:
            for name, (before, after) in trip(EDITS, kind, Path(folder)).items():
                if before != after:
                    strange += name not in KNOWN
                    print(f"{kind}: {name}{f'（{KNOWN[name]}）' if name in KNOWN else ''}\n  {before}\n  {after}")
    print(f"{len(EDITS)} 份文件，{strange} 份的结果与转换前不同")
    return int(bool(strange))


if __name__ == "__main__":
    sys.exit(main())
