"""A workbook saved as “Strict Open XML”: a draft is refused with what to do, a published report is read."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from core.base.errors import FileError
from core.cli.command_line import main
from core.draft.workbook import NotADraftError, load_draft, save_draft
from core.office.report_source import import_any, open_report
from core.report.report import new_report
from tests.core.published import published_shapes as shapes
from tests.core.published.published_samples import all_samples

USUAL = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT = {
    USUAL: b"http://purl.oclc.org/ooxml/spreadsheetml/main",
    RELATIONS: b"http://purl.oclc.org/ooxml/officeDocument/relationships",
}


def as_strict(data: bytes) -> bytes:
    """A workbook with the name spaces of the strict kind."""
    made = BytesIO()
    with ZipFile(BytesIO(data)) as archive, ZipFile(made, "w") as strict:
        for name in archive.namelist():
            content = archive.read(name)
            for usual, other in STRICT.items():
                content = content.replace(usual, other)
            strict.writestr(name, content)
    return made.getvalue()


def test_a_strict_draft_is_refused_with_what_to_do_and_never_imported(tmp_path: Path) -> None:
    path = tmp_path / "d.xlsx"
    save_draft(new_report("某局", "政府部门", 2025, with_zeros=True), path)
    path.write_bytes(as_strict(path.read_bytes()))

    for read in (load_draft, open_report, import_any):
        with pytest.raises(FileError, match="另存时选了带“Strict”的文件类型") as caught:
            read(path)
        assert not isinstance(caught.value, NotADraftError)
        assert "文件类型选“Excel 工作簿（*.xlsx）”" in caught.value.advice
    target = tmp_path / "new.xlsx"
    assert main(["import", str(path), "-o", str(target)]) == 2
    assert not target.exists()


def test_a_strict_workbook_of_a_published_report_is_read(tmp_path: Path) -> None:
    sample = next(s for s in all_samples() if s.name == "small")
    path = tmp_path / "a.xlsx"
    path.write_bytes(as_strict(shapes.workbook({"年报": shapes.pieces(sample)})))
    assert open_report(path).printed == sample.expected
