"""Files from others are opened here: what they are, and whether they keep within the limits.

Whoever opens a zip takes `open_archive`, `checked_workbook_bytes` or `checked_document_bytes`; whoever parses XML or
HTML takes `core.base.markup`. Nothing is unpacked to the disk, fetched, expanded or run. With these limits
the program stays under 600 MB and answers within 20 s, whatever it is given.
"""

import re
import stat
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from core.base.errors import IS_FOLDER, NOT_ORDINARY, DamagedFileError, ErrorText, FileMissingError, reading_failed
from core.base.file_kinds import FileKind, kind_by_bytes, kind_by_members, not_read
from core.base.markup_limits import MAX_ATTRIBUTES as MAX_ATTRIBUTES
from core.base.markup_limits import MAX_GRID_CELLS as MAX_GRID_CELLS
from core.base.markup_limits import MAX_MARKUP_BYTES as MAX_MARKUP_BYTES
from core.base.markup_limits import MAX_TAGS as MAX_TAGS
from core.base.markup_limits import TOO_LARGE, check_markup, check_spans, most_attributes, most_tags, utf8_xml
from core.base.markup_limits import decode_text as decode_text
from core.base.markup_limits import limited_span as limited_span
from core.base.workbook_limits import WorkbookScan

MAX_FILE_BYTES = 30 * 2**20  # a report has some 50 KB, with photographs some MB; more is no report
MAX_MEMBERS = 2_000  # a report with a hundred pictures has 150; each costs memory before it is looked at
MAX_MEMBER_BYTES = 32 * 2**20  # one member, unpacked; the largest photograph or sheet is well under it
MAX_TOTAL_BYTES = 80 * 2**20  # all members, unpacked: they are held in memory twice while being checked
MAX_RATIO = 250  # unpacked to packed; the tables of large workbooks reach 60, bombs 1,000
RATIO_FREE_BYTES = 2**20  # small members may shrink by more: a sheet of equal rows

_DIRECTORY_ENTRY = b"PK\x01\x02"
_EMPTY = ErrorText("“{name}”是空文件，里面没有任何内容。", "请重新复制或下载该文件，或另选一个文件。")
_ENCRYPTED = ErrorText("“{name}”设有打开密码，无法读取。", "请先在 WPS 或 Office 中取消密码并保存，再重新选择。")
_CSV_FOR_XLSX = ErrorText(
    "“{name}”是逗号分隔的表格（.csv），这里需要的是Excel 工作簿（.xlsx）。",
    "请用 Excel 或 WPS 打开它，另存为 .xlsx，再选另存的文件。",
)
_WRONG_KIND = ErrorText("“{name}”是{kind}，这里需要的是{wanted}。", "请另选一个{wanted}。")
_CSV = "逗号分隔的表格（.csv）"
_READABLE = {FileKind.DOCX, FileKind.XLSX, FileKind.HTML, FileKind.TEXT}
_CONTENT_TYPES = "[Content_Types].xml"
_CHUNK = 2**20
# Also UTF-16 and UCS-4, with and without a mark, and EBCDIC: what a parser might take for XML.
_XML_START = re.compile(
    rb"(?:\xef\xbb\xbf)?[ \t\r\n]*<|\xff\xfe|\xfe\xff|\x00<|\x00\x00\x00<|\x00\x00\xfe\xff|\x4c\x6f\xa7\x94"
)


class Archive:
    """The members of a zip that keeps within the limits, for reading only.

    Attributes:
        path: The file, to be named in errors.
        kind: What it is.
        names: The members, in the order of the file. Folders, and names that lead out of the archive (absolute, with
            `..` or backslashes), are left out. A name that comes twice is damage: programs differ in which they show.
    """

    def __init__(self, path: Path, data: bytes) -> None:
        self.path = path
        self._sizes: dict[str, int] = {}
        self._zip, self._infos = _open_zip(path, data)
        self.names = tuple(self._infos)
        self.kind = kind_by_members(self.names, self.read("mimetype") if "mimetype" in self._infos else b"")

    def __contains__(self, name: object) -> bool:
        """Tell whether there is a member of this name."""
        return name in self._infos

    def read(self, name: str) -> bytes:
        """Return the unpacked bytes of a member; what is counted is what really comes out.

        Raises:
            DamagedFileError: There is no such member, or its bytes do not unpack to what the directory promises.
            FileError: It is protected by a password, or goes beyond the limits with all that was read so far.
        """
        info = self._infos.get(name)
        if info is None:
            raise DamagedFileError(self.path)
        with _damage_named(self.path):
            data = self._unpack(info)
        self._sizes[name] = len(data)
        if sum(self._sizes.values()) > MAX_TOTAL_BYTES:
            raise TOO_LARGE.of(self.path)
        return data

    def _unpack(self, info: "ZipInfo") -> bytes:
        """Return the bytes of one member, giving up as soon as they are too many."""
        allowed = min(MAX_MEMBER_BYTES, max(RATIO_FREE_BYTES, info.compress_size * MAX_RATIO))
        pieces: list[bytes] = []
        size = 0
        with self._zip.open(info) as stream:
            while piece := stream.read(_CHUNK):
                pieces.append(piece)
                size += len(piece)
                if size > allowed:
                    raise TOO_LARGE.of(self.path)
        if size != info.file_size:
            raise DamagedFileError(self.path)
        return b"".join(pieces)


def read_limited(path: Path) -> bytes:
    """Return the content of an ordinary file that is not larger than `MAX_FILE_BYTES`.

    Raises:
        FileError: It cannot be read, is no ordinary file, or too large.
    """
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise IS_FOLDER.of(path)
        if not stat.S_ISREG(mode):  # reading a pipe or a device would never end
            raise NOT_ORDINARY.of(path)
        with path.open("rb") as stream:
            data = stream.read(MAX_FILE_BYTES + 1)
    except OSError as error:
        raise reading_failed(error, path) from error
    except ValueError as error:  # a NUL in the name
        raise FileMissingError(path) from error
    if len(data) > MAX_FILE_BYTES:
        raise TOO_LARGE.of(path)
    return data


def recognise(path: Path, data: bytes) -> FileKind:
    """Return what the file `path` with the content `data` really is, whatever its name says.

    Raises:
        DamagedFileError: It begins like a zip but has no sound directory, or holds nothing but zero bytes.
        FileError: Its members are protected by a password, or it is a zip beyond the limits.
    """
    kind = kind_by_bytes(data, path.suffix)
    if kind is FileKind.ARCHIVE and data.startswith(b"PK"):
        return Archive(path, data).kind
    if kind is FileKind.UNKNOWN and not data.strip(b"\0"):  # what a power failure leaves of a file
        raise DamagedFileError(path)
    return kind


def refuse(path: Path, kind: FileKind, wanted: FileKind) -> None:
    """Say what the file is and what to do, unless it is of the wanted kind.

    Raises:
        FileError: It is of another kind.
    """
    if kind is wanted:
        return
    if kind is FileKind.EMPTY:
        raise _EMPTY.of(path)
    if kind is FileKind.ENCRYPTED:
        raise _ENCRYPTED.of(path)
    if kind in _READABLE:
        is_csv = kind is FileKind.TEXT and path.suffix.lower() == ".csv"
        if is_csv and wanted is FileKind.XLSX:
            raise _CSV_FOR_XLSX.of(path)
        raise _WRONG_KIND.of(path, kind=_CSV if is_csv else kind.value, wanted=wanted.value)
    raise not_read(path, kind)


def open_archive(path: Path, kind: FileKind) -> Archive:
    """Return the members of the Word document or workbook `path`; `kind` is `FileKind.DOCX` or `FileKind.XLSX`.

    Raises:
        FileError: It cannot be read, is something else (see `refuse`), damaged, protected, or beyond the limits.
    """
    data = read_limited(path)
    found = kind_by_bytes(data, path.suffix)
    if found is not FileKind.ARCHIVE or not data.startswith(b"PK"):
        if not data.strip(b"\0") and data:
            raise DamagedFileError(path)
        refuse(path, found, kind)
    archive = Archive(path, data)
    refuse(path, archive.kind, kind)
    return archive


def check_workbook_members(archive: Archive) -> None:
    """Refuse a workbook whose sheets, merges, styles or texts would cost openpyxl too much memory or time.

    Raises:
        FileError: It is too large, damaged or protected by a password.
    """
    for _ in _checked_workbook_members(archive):
        pass


def checked_workbook_bytes(path: Path) -> bytes:
    """Return the workbook `path` as bytes that openpyxl may be given (`BytesIO`), everything checked.

    The bytes are packed anew: they hold the members that were checked, each once, and nothing else. openpyxl may still
    find a part missing or wrong; that is for the caller to turn into `DamagedFileError`. Load with `keep_links=False`.

    Raises:
        FileError: It cannot be read, is no workbook, damaged, protected, or beyond the limits.
    """
    return _packed(_checked_workbook_members(open_archive(path, FileKind.XLSX)))


def checked_document_bytes(path: Path) -> bytes:
    """Return the Word document `path` as bytes that python-docx may be given (`BytesIO`), everything checked.

    As with `checked_workbook_bytes`, a part may still be missing or wrong.

    Raises:
        FileError: It cannot be read, is no Word document, damaged, protected, or beyond the limits.
    """
    return _packed(_checked_document_members(open_archive(path, FileKind.DOCX)))


def _checked_workbook_members(archive: Archive) -> Iterator[tuple[str, bytes]]:
    """Yield name and bytes of all members of a workbook, each checked; the last step judges them together."""
    _need_content_types(archive)
    scan = WorkbookScan(archive.path)
    for name in archive.names:
        data = archive.read(name)
        if _is_xml(data):
            data = utf8_xml(data, archive.path)
            scan.scan(name, data)
        yield name, data
    scan.finish()


def _checked_document_members(archive: Archive) -> Iterator[tuple[str, bytes]]:
    """Yield name and bytes of all members of a Word document, each checked, and all of them together."""
    _need_content_types(archive)
    size = tags = attributes = covered = 0
    for name in archive.names:
        data = archive.read(name)
        if _is_xml(data):
            data = utf8_xml(data, archive.path)
            check_markup(data, archive.path)
            size += len(data)
            tags += most_tags(data)
            attributes += most_attributes(data)
            covered += check_spans(data, archive.path)
        yield name, data
        if size > MAX_MARKUP_BYTES or tags > MAX_TAGS or attributes > MAX_ATTRIBUTES or covered > MAX_GRID_CELLS:
            raise TOO_LARGE.of(archive.path)


def _need_content_types(archive: Archive) -> None:
    """Refuse a package without its table of contents."""
    if _CONTENT_TYPES not in archive:
        raise DamagedFileError(archive.path)


def _is_xml(data: bytes) -> bool:
    """Tell whether a parser could take `data` for XML: by its content, since any name may be given to a sheet."""
    return _XML_START.match(data) is not None


def _packed(members: Iterator[tuple[str, bytes]]) -> bytes:
    """Return a zip of `members`, stored without compression: it is read again at once."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_STORED) as target:
        for name, data in members:
            target.writestr(name, data)
    return buffer.getvalue()


def _open_zip(path: Path, data: bytes) -> tuple["ZipFile", dict[str, "ZipInfo"]]:
    """Return the zip in `data` and its usable members by name, after a look at what its directory claims."""
    # The signature begins each entry, so it bounds their number before memory is spent on any of them.
    if data.count(_DIRECTORY_ENTRY) > MAX_MEMBERS:
        raise TOO_LARGE.of(path)
    with _damage_named(path):
        archive = ZipFile(BytesIO(data))
    members = [info for info in archive.infolist() if _is_safe(info.orig_filename)]
    infos = {info.filename: info for info in members}
    # the parts of a package are named without regard to capitals
    names = {name.lower() for name in infos} if _CONTENT_TYPES in infos else infos.keys()
    if len(names) < len(members):
        raise DamagedFileError(path)
    for info in infos.values():
        if info.flag_bits & 0x1:
            raise _ENCRYPTED.of(path)
        # Office writes no other method; others unpack without bounds.
        if info.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
            raise DamagedFileError(path)
    if sum(info.file_size for info in infos.values()) > MAX_TOTAL_BYTES:
        raise TOO_LARGE.of(path)
    return archive, infos


def _is_safe(name: str) -> bool:
    """Tell whether a member's name stays inside the archive and is no folder."""
    parts = name.split("/")
    return not (
        name.endswith("/") or parts[0] == "" or ".." in parts or "\\" in name or ":" in parts[0] or "\0" in name
    )


@contextmanager
def _damage_named(path: Path) -> Iterator[None]:
    """Turn whatever the zip reader raises on damaged bytes into `DamagedFileError`."""
    try:
        yield
    except (BadZipFile, zlib.error, struct.error, EOFError, ValueError, OverflowError, OSError) as error:
        raise DamagedFileError(path) from error
    except (RuntimeError, NotImplementedError) as error:  # a method or an encryption that zipfile does not know
        raise DamagedFileError(path) from error
