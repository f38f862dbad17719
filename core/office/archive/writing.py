"""Makes the folder of an archive, whole or not at all."""

from __future__ import annotations

import contextlib
import hashlib
import shutil
from datetime import datetime
from pathlib import Path

from core.base.archive_limits import read_limited
from core.base.atomic_file import place_folder, replace_file
from core.base.errors import ErrorText, writing_failed
from core.base.file_names import check_file_name
from core.base.hidden_file import hide, temporary_in
from core.base.on_disk import OnDisk, on_disk
from core.office.archive.catalogue import catalogue_bytes
from core.office.archive.check_list import CHECK_NAME, LIST_NAME, PUBLICATION_NAME, Listed, archive_code, check_bytes
from core.office.archive.selection import PUBLICATION, Piece, Selection
from core.office.archive.verification import verified
from core.report.checksum import report_checksum
from core.report.report import Report

_TAKEN = ErrorText("“{name}”已经存在，没有归档。", "请换一个文件夹名；原来的归档不再需要时，请先自行移走。")
_NOT_EQUAL = ErrorText("归档写入后核对不一致（{names}），没有保留。", "请检查磁盘，或换一个位置再归档一次。")


def write_archive(target: Path, report: Report, selection: Selection, today: datetime) -> str:
    """Make the folder `target` with the files chosen, verify it, and return its 归档码.

    Everything is written into a folder beside the target, which takes its place at the end; a failure leaves nothing.

    Raises:
        FileError: There is something of this name already, a file cannot be read, or the folder cannot be written.
    """
    check_file_name(target)
    if on_disk(target) is not OnDisk.MISSING:
        raise _TAKEN.of(target)
    building = temporary_in(target.parent)
    try:
        try:
            building.mkdir()
        except OSError as error:
            raise writing_failed(error, target) from error
        hide(building)
        code = _fill(building, report, selection, today)
        place_folder(building, target)
    finally:  # gone by now where all went well
        with contextlib.suppress(OSError):
            shutil.rmtree(building)
    return code


def _fill(folder: Path, report: Report, selection: Selection, today: datetime) -> str:
    """Write all files and both lists, and verify them."""
    day = today.strftime("%Y-%m-%d %H:%M")
    publication = Piece(PUBLICATION_NAME, PUBLICATION, _publication(report, day), day)
    pieces = [(piece, _put(folder, piece)) for piece in (*selection.pieces, publication)]
    catalogue = catalogue_bytes(report, pieces, selection.missing, day)
    files = [listed for _, listed in pieces]
    files.append(_put(folder, Piece(LIST_NAME, "", catalogue, day)))
    replace_file(folder / CHECK_NAME, check_bytes(files))
    differing = verified(folder).differences
    if differing:
        raise _NOT_EQUAL.error(names="、".join(difference.name for difference in differing))
    return archive_code(files)


def _put(folder: Path, piece: Piece) -> Listed:
    """Write a file into the archive; return what the lists say of it."""
    data = piece.source if isinstance(piece.source, bytes) else read_limited(piece.source)
    replace_file(folder / piece.name, data)
    return Listed(piece.name, hashlib.sha256(data).hexdigest(), len(data))


def _publication(report: Report, day: str) -> bytes:
    """Return 公布信息.txt, as Windows' own editor shows it."""
    status = report.status
    lines = [
        f"报告名称：{report.title}",
        f"单位：{report.unit}",
        f"报告年度：{report.year or '未填写'}",
        f"校验码：{report_checksum(report)}",
        f"定稿日期：{status.get('locked_on') or '未登记'}",
        f"公布日期：{status.get('published_on') or '未登记'}",
        f"公布网址：{status.get('published_url') or '未登记'}",
        f"归档时间：{day}",
    ]
    return "\r\n".join([*lines, ""]).encode("utf-8-sig")
