"""Files of others: they are read whole or refused, and none of them costs too much memory or time."""

import io
import os
import random
import struct
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import docx
import openpyxl
import pytest

from core.base import archive_limits
from core.base.archive_limits import checked_document_bytes, checked_workbook_bytes, open_archive, read_limited
from core.base.errors import DamagedFileError, FileError, FileMissingError, FileUnreadableError, ReportError
from core.base.file_kinds import FileKind
from tests.core.base.made_files import NAMESPACES, book, book_members, document_members, real_workbook, zip_of

ROOT = Path(__file__).parent.parent.parent.parent


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "去年 年报.xlsx"


def test_a_file_that_is_not_there_is_missing(path: Path) -> None:
    with pytest.raises(FileMissingError):
        read_limited(path)
    with pytest.raises(FileMissingError):
        read_limited(Path("\0"))


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="是文件夹，不是文件"):
        read_limited(tmp_path)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes in folders")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "管道")

    with pytest.raises(FileError, match="不是普通文件"):
        read_limited(tmp_path / "管道")


def test_a_file_kept_by_another_program_is_named(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.write_bytes(b"x")

    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refused)

    with pytest.raises(FileUnreadableError):
        read_limited(path)


def test_a_giant_file_is_not_read_to_its_end(path: Path) -> None:
    with path.open("wb") as stream:
        stream.truncate(50 * 2**30)  # takes no room on the disk

    start = time.process_time()
    with pytest.raises(FileError, match="内容过大"):
        read_limited(path)
    assert time.process_time() - start < 20  # seconds for anything, as promised


# --- archives ---------------------------------------------------------------------------------------------------------


def test_a_real_workbook_comes_through_with_all_its_members(path: Path) -> None:
    path.write_bytes(real_workbook())

    checked = checked_workbook_bytes(path)

    with zipfile.ZipFile(path) as before, zipfile.ZipFile(io.BytesIO(checked)) as after:
        assert {name: before.read(name) for name in before.namelist()} == {
            name: after.read(name) for name in after.namelist()
        }
    workbook = openpyxl.load_workbook(io.BytesIO(checked), keep_links=False)
    assert workbook["表三"]["B3"].value == "=A3*2"
    assert workbook.defined_names["nb_t3_R01_C1"].value == "表三!$A$3"


def test_a_real_document_comes_through(tmp_path: Path) -> None:
    path = tmp_path / "去年.docx"
    document = docx.Document()
    table = document.add_table(3, 10)
    table.cell(0, 0).merge(table.cell(0, 5)).text = "合计"
    document.save(str(path))

    read = docx.Document(io.BytesIO(checked_document_bytes(path)))

    assert read.tables[0].rows[0].cells[5].text == "合计"


def test_members_are_read_by_name_and_a_missing_one_is_damage(path: Path) -> None:
    path.write_bytes(book())

    archive = open_archive(path, FileKind.XLSX)

    assert archive.kind is FileKind.XLSX
    assert "xl/workbook.xml" in archive
    assert "xl/none.xml" not in archive
    assert archive.read("xl/sharedStrings.xml") == f"<sst {NAMESPACES}></sst>".encode()
    with pytest.raises(DamagedFileError):
        archive.read("xl/none.xml")


def test_a_bomb_is_refused_by_what_it_claims(path: Path) -> None:
    path.write_bytes(zip_of({"xl/workbook.xml": b"<x/>", "xl/big.xml": b"\0" * (archive_limits.MAX_TOTAL_BYTES + 1)}))

    with pytest.raises(FileError, match="内容过大"):
        open_archive(path, FileKind.XLSX)


def test_a_member_that_shrinks_too_well_is_refused(path: Path) -> None:
    path.write_bytes(zip_of(book_members() | {"xl/big.xml": b"<" + b" " * 20 * 2**20}))

    archive = open_archive(path, FileKind.XLSX)

    with pytest.raises(FileError, match="内容过大"):
        archive.read("xl/big.xml")
    with pytest.raises(FileError, match="内容过大"):
        checked_workbook_bytes(path)


def test_a_small_member_may_shrink_as_well_as_it_likes(path: Path) -> None:
    path.write_bytes(zip_of(book_members() | {"xl/equal.xml": b"<x>" + b" " * 900_000 + b"</x>"}))

    assert checked_workbook_bytes(path)


def test_all_members_together_are_limited_by_what_really_comes_out(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.write_bytes(zip_of(book_members() | {f"xl/media/{n}.png": b"\x89PNG" + b"x" * 900_000 for n in range(5)}))
    archive = open_archive(path, FileKind.XLSX)
    monkeypatch.setattr(archive_limits, "MAX_TOTAL_BYTES", 3_000_000)

    archive.read("xl/media/0.png")
    archive.read("xl/media/0.png")  # again, and counted once
    archive.read("xl/media/1.png")
    archive.read("xl/media/2.png")
    with pytest.raises(FileError, match="内容过大"):
        archive.read("xl/media/3.png")


@pytest.mark.parametrize("claimed", [0, 10, 899_999, 900_001, 50_000_000])
def test_a_member_whose_size_is_a_lie_is_damage(path: Path, claimed: int) -> None:
    data = bytearray(zip_of({"xl/workbook.xml": b"<x>" + b"1234567" * 128_571}))  # 900,000 bytes
    real = struct.pack("<I", 900_000)
    assert data.count(real) == 2
    path.write_bytes(bytes(data).replace(real, struct.pack("<I", claimed)))

    archive = open_archive(path, FileKind.XLSX)

    with pytest.raises(DamagedFileError):
        archive.read("xl/workbook.xml")


def test_too_many_members_are_refused_before_any_is_looked_at(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.write_bytes(zip_of({f"xl/{n}.xml": b"" for n in range(archive_limits.MAX_MEMBERS + 1)}))
    monkeypatch.setattr(zipfile, "ZipFile", None)

    with pytest.raises(FileError, match="内容过大"):
        open_archive(path, FileKind.XLSX)


@pytest.mark.parametrize(
    "name",
    ["/etc/passwd", "../outside.xml", "xl/../../outside.xml", "..", "C:/windows/x.xml", "xl\\evil.xml", "xl/folder/"],
)
def test_a_name_that_leads_out_of_the_archive_is_left_out(path: Path, name: str) -> None:
    path.write_bytes(zip_of(book_members() | {name: b"<x/>"}))

    checked = checked_workbook_bytes(path)

    assert set(open_archive(path, FileKind.XLSX).names) == set(book_members())
    assert set(zipfile.ZipFile(io.BytesIO(checked)).namelist()) == set(book_members())


@pytest.mark.filterwarnings("ignore:Duplicate name")  # zipfile warns while the test writes the name twice
@pytest.mark.parametrize("name", ["xl/worksheets/sheet1.xml", "xl/worksheets/Sheet1.xml"])
def test_a_name_that_comes_twice_is_damage(path: Path, name: str) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for member, data in book_members().items():
            archive.writestr(member, data)
        archive.writestr(name, "<worksheet/>")
    path.write_bytes(buffer.getvalue())

    with pytest.raises(DamagedFileError):
        checked_workbook_bytes(path)


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_method_that_unpacks_without_bounds_is_refused(path: Path, method: int) -> None:
    path.write_bytes(zip_of(book_members(), method))

    with pytest.raises(DamagedFileError):
        checked_workbook_bytes(path)


def test_a_package_without_its_table_of_contents_is_damage(path: Path) -> None:
    members = book_members()
    del members["[Content_Types].xml"]
    path.write_bytes(zip_of(members))

    with pytest.raises(DamagedFileError):
        checked_workbook_bytes(path)


def test_a_file_cut_short_is_damage(path: Path) -> None:
    data = real_workbook()
    for length in (4, 30, 100, len(data) // 2, len(data) - 1):
        path.write_bytes(data[:length])
        with pytest.raises(DamagedFileError):
            checked_workbook_bytes(path)


def mutated(data: bytes, chance: random.Random) -> bytes:
    """Return a zip with some bytes changed, cut, or with one member missing or spoilt."""
    way = chance.randrange(4)
    if way == 0:
        spoilt = bytearray(data)
        for _ in range(chance.randint(1, 20)):
            spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
        return bytes(spoilt)
    if way == 1:
        return data[: chance.randrange(len(data))]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members: dict[str, bytes | str] = {name: archive.read(name) for name in archive.namelist()}
    chosen = chance.choice(sorted(members))
    text = bytearray(archive_member(members, chosen))
    if way == 2:
        del members[chosen]
    else:
        for _ in range(chance.randint(1, 10)):
            at = chance.randrange(len(text) + 1)
            text[at : at + chance.randrange(40)] = chance.randbytes(chance.randrange(3))
        members[chosen] = bytes(text)
    return zip_of(members)


def archive_member(members: dict[str, bytes | str], name: str) -> bytes:
    data = members[name]
    return data.encode() if isinstance(data, str) else data


@pytest.mark.parametrize("block", range(4))
def test_a_spoilt_file_opens_or_gives_a_clear_answer(tmp_path: Path, block: int) -> None:
    workbook, document = real_workbook(), zip_of(document_members("<w:p/>"))
    opened = refused = 0
    for seed in range(block * 100, block * 100 + 100):
        chance = random.Random(seed)
        for data, name, check in (
            (workbook, "a.xlsx", checked_workbook_bytes),
            (document, "a.docx", checked_document_bytes),
        ):
            path = tmp_path / name
            path.write_bytes(mutated(data, chance))
            try:
                check(path)
                opened += 1
            except ReportError:
                refused += 1
    assert opened
    assert refused


# --- documents --------------------------------------------------------------------------------------------------------


def row_of(span: str) -> str:
    return f"<w:tbl><w:tr><w:tc><w:tcPr>{span}</w:tcPr><w:p/></w:tc></w:tr></w:tbl>"


@pytest.mark.parametrize(
    "body",
    [
        row_of('<w:gridSpan w:val="2000000000"/>'),
        row_of('<w:gridSpan w:val="501"/>'),
        row_of('<w:gridBefore w:val="99999"/>'),
        row_of('<w:gridAfter w:val="99999"/>'),
        row_of('<w:gridSpan w:val="&#57;&#57;&#57;&#57;&#57;"/>'),
        row_of('<w:gridSpan w:rsid="5" w:val="99999"/>'),
        row_of('<w:gridSpan\n\tw:val = "99999" />'),
        row_of('<w:gridSpan w:val="500"/>') * 401,
        "<w:p/>" * 800_001,
        f"<w:p><w:r><w:t>{'x' * 3_000_000}</w:t></w:r></w:p>",
    ],
    ids=range(10),
)
def test_a_giant_document_is_refused(tmp_path: Path, body: str) -> None:
    path = tmp_path / "去年.docx"
    path.write_bytes(zip_of(document_members(body), zipfile.ZIP_STORED))

    with pytest.raises(FileError, match="内容过大"):
        checked_document_bytes(path)


@pytest.mark.parametrize("body", [row_of('<w:gridSpan w:val="7"/>'), row_of("<w:gridSpan w:val='10'></w:gridSpan>")])
def test_an_ordinary_span_is_let_through(tmp_path: Path, body: str) -> None:
    path = tmp_path / "去年.docx"
    path.write_bytes(zip_of(document_members(body)))

    assert docx.Document(io.BytesIO(checked_document_bytes(path))).tables


def test_a_document_with_entities_is_damage(tmp_path: Path) -> None:
    path = tmp_path / "去年.docx"
    members = document_members("")
    members["word/document.xml"] = '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    path.write_bytes(zip_of(members))

    with pytest.raises(DamagedFileError):
        checked_document_bytes(path)


def test_many_small_parts_count_together(tmp_path: Path) -> None:
    path = tmp_path / "去年.docx"
    parts: dict[str, bytes | str] = {f"word/part{n}.xml": "<a>" + "<b/>" * 100_000 + "</a>" for n in range(9)}
    path.write_bytes(zip_of(document_members("") | parts))

    with pytest.raises(FileError, match="内容过大"):
        checked_document_bytes(path)


def test_start_up_does_not_pay_for_reading_files() -> None:
    command = (
        "import sys, core.base.archive_limits, core.base.user_files, core.base.atomic_file; print(*sorted(sys.modules))"
    )
    loaded = subprocess.run([sys.executable, "-c", command], cwd=ROOT, check=True, capture_output=True, text=True)

    assert not {"lxml", "lxml.etree", "zipfile", "json", "pyexpat", "openpyxl", "docx"} & set(loaded.stdout.split())
