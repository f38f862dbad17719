"""What is no file that could be replaced is refused by its name, and a free name is found beside it."""

import os
import stat
from pathlib import Path

import pytest

from core.base.atomic_file import free_sibling, replace_file
from core.base.errors import FileError
from tests.core.base.failing_disk import NEW, OLD, POSIX


@POSIX
def test_a_file_marked_read_only_is_not_replaced(target: Path) -> None:
    target.chmod(0o444)

    with pytest.raises(FileError, match="该文件是只读的"):
        replace_file(target, NEW)

    assert target.read_bytes() == OLD


@POSIX
def test_a_pipe_is_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "管道"
    os.mkfifo(pipe)

    with pytest.raises(FileError, match="不是普通文件，而是设备或管道，不能写入"):
        replace_file(pipe, NEW)

    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="优盘里的文件夹"):
        replace_file(tmp_path / "优盘里的文件夹" / "报告.docx", NEW)


def test_a_file_in_the_place_of_the_folder_is_a_missing_folder(target: Path) -> None:
    with pytest.raises(FileError, match="找不到文件夹"):
        replace_file(target / "报告.docx", NEW)


def test_a_folder_is_not_replaced(tmp_path: Path) -> None:
    folder = tmp_path / "报告.docx"
    folder.mkdir()

    with pytest.raises(FileError, match="是文件夹，不是文件"):
        replace_file(folder, NEW)

    assert list(tmp_path.iterdir()) == [folder]


def test_a_name_too_long_is_named_and_shown_short(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="文件名或所在路径太长") as caught:
        replace_file(tmp_path / ("局" * 100 + ".docx"), NEW)

    assert len(caught.value.summary) < 80
    assert list(tmp_path.iterdir()) == []


def test_the_longest_name_the_system_allows_can_be_replaced(tmp_path: Path) -> None:
    path = tmp_path / ("局" * 83 + ".docx")  # 254 bytes
    path.write_bytes(OLD)

    replace_file(path, NEW)

    assert path.read_bytes() == NEW


def test_a_name_that_is_no_name_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="有不能使用的字符"):
        replace_file(tmp_path / "报\0告.docx", NEW)


def test_a_free_name_beside_the_file_is_found(tmp_path: Path) -> None:
    path = tmp_path / "报告（送审稿第2稿）.docx"

    assert free_sibling(path).name == "报告（送审稿第2稿）(1).docx"
    free_sibling(path).write_bytes(b"")
    assert free_sibling(path).name == "报告（送审稿第2稿）(2).docx"


def test_a_free_name_beside_the_longest_name_is_short_enough(tmp_path: Path) -> None:
    path = tmp_path / ("局" * 83 + ".docx")

    sibling = free_sibling(path)

    assert len(os.fsencode(sibling.name)) <= 255
    assert sibling.name.endswith("局(1).docx")
    replace_file(sibling, NEW)
    assert free_sibling(tmp_path / f"{'局' * 82}a.docx").name == f"{'局' * 82}a(1).docx"  # 255 bytes


@POSIX
def test_a_name_taken_by_a_broken_link_is_not_free(tmp_path: Path) -> None:
    (tmp_path / "报告(1).docx").symlink_to("没有")

    assert free_sibling(tmp_path / "报告.docx").name == "报告(2).docx"
