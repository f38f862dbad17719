"""The failures a clerk can meet: their sentences, and that they survive being passed between processes."""

import errno
import inspect
import pickle
import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from core import __version__
from core.base import errors
from core.base.errors import (
    DiskFailedError,
    DiskFullError,
    FileError,
    FileInUseError,
    FileKind,
    FileMissingError,
    FileUnreadableError,
    FolderMissingError,
    FolderReadOnlyError,
    LegacyFormatError,
    NameInvalidError,
    NameTooLongError,
    NewerDraftError,
    ReadBackError,
    ReportError,
    TargetIsFolderError,
    reading_failed,
    writing_failed,
)

PATH = Path("/文档/某局 2025年年度报告.docx")


# What the errors are made from, by the type of the argument.
SAMPLES: dict[object, object] = {
    Path: PATH,
    str: "某处",
    FileKind: FileKind.XLSX,
    Sequence[str]: ["表三第1行不一致"],
    int | None: 2023,
}


def subclasses(kind: type[ReportError]) -> list[type[ReportError]]:
    """Return all kinds of errors below `kind`, those of this module alone."""
    below = [kind for kind in kind.__subclasses__() if kind.__module__ == errors.__name__]
    return [*below, *(deeper for kind in below for deeper in subclasses(kind))]


def example(kind: type[ReportError]) -> ReportError:
    """Return an error of this kind; a new type of argument needs a sample above."""
    parameters = list(inspect.signature(kind).parameters.values())
    return kind(*(SAMPLES[parameter.annotation] for parameter in parameters))  # type: ignore[call-arg] # the sentences are theirs


ALL: list[ReportError] = [
    *(example(kind) for kind in subclasses(ReportError) if kind is not FileError),
    *(LegacyFormatError(PATH, kind) for kind in FileKind),
]


@pytest.mark.parametrize("error", ALL, ids=lambda error: type(error).__name__)
def test_every_error_has_two_short_chinese_sentences(error: ReportError) -> None:
    for sentence in (error.summary, error.advice):
        assert sentence.endswith("。")
        assert sentence.count("。") == 1
        assert len(sentence) <= 70
        assert not re.search(r"[\u4e00-\u9fff][,;:?!()]", sentence), "half-width punctuation"
        assert not re.search(r"(?i)error|zip|ole|magic|member|xml(?! 格式| 数据)", sentence), "jargon"
    if isinstance(error, FileError):
        assert PATH.name in error.summary or error.path.name in error.summary


@pytest.mark.parametrize("error", ALL, ids=lambda error: type(error).__name__)
def test_an_error_comes_out_of_a_pickle_as_it_went_in(error: ReportError) -> None:
    copy = pickle.loads(pickle.dumps(error))

    assert type(copy) is type(error)
    assert vars(copy) == vars(error)
    assert str(copy) == str(error)
    assert copy.args == error.args


def test_the_text_of_an_error_is_both_sentences() -> None:
    error = ReportError(summary="没有成功。", advice="请再试一次。")

    assert str(error) == "没有成功。请再试一次。"
    assert str(pickle.loads(pickle.dumps(error))) == str(error)


def test_a_legacy_file_is_named_with_what_to_do() -> None:
    error = LegacyFormatError(Path("去年.wps"), FileKind.WPS)

    assert error.summary == "“去年.wps”是WPS 文字文档（.wps），不能直接读取。"
    assert error.advice == "请用 WPS 另存为 .docx，或打开网页全选复制后点“粘贴导入”。"


def test_a_newer_draft_says_which_version_is_needed() -> None:
    assert "需要 2.1 或更高版本" in NewerDraftError(PATH, "2.1").summary


@pytest.mark.parametrize("version", [__version__, "0.0.9", "", "新版", "1.x"])
def test_a_newer_format_of_no_newer_program_asks_for_no_version(version: str) -> None:
    error = NewerDraftError(PATH, version)
    assert error.summary == f"“{PATH.name}”的格式比本程序（{__version__}）能读的新，不能打开。"
    assert "需要" not in error.summary + error.advice


def test_reading_back_shows_three_differences() -> None:
    error = ReadBackError(PATH, ["甲", "乙", "丙", "丁"])

    assert "甲；乙；丙" in error.summary
    assert "丁" not in error.summary


def windows_error(number: int, code: int) -> OSError:
    """Return an error as Windows raises it; elsewhere the attribute is set by hand."""
    error = OSError(number, "x")
    error.winerror = code  # type: ignore[attr-defined] # on Linux the type checker knows no such attribute
    return error


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (OSError(errno.ENOSPC, ""), DiskFullError),
        (OSError(errno.EDQUOT, ""), DiskFullError),
        (windows_error(errno.EACCES, 112), DiskFullError),
        (OSError(errno.EACCES, ""), FolderReadOnlyError),
        (OSError(errno.EROFS, ""), FolderReadOnlyError),
        (OSError(errno.ENOENT, ""), FolderMissingError),
        (OSError(errno.ENAMETOOLONG, ""), NameTooLongError),
        (windows_error(errno.ENOENT, 206), NameTooLongError),
        (windows_error(errno.EINVAL, 123), NameInvalidError),
        (OSError(errno.EISDIR, ""), TargetIsFolderError),
        (OSError(errno.EBUSY, ""), FileInUseError),
        (windows_error(errno.EACCES, 32), FileInUseError),
        (OSError(errno.EIO, ""), DiskFailedError),
        (OSError(errno.ESTALE, ""), DiskFailedError),
        (OSError("without a number"), DiskFailedError),
    ],
)
def test_a_failure_of_the_system_while_writing_becomes_the_fitting_error(error: OSError, expected: type) -> None:
    assert type(writing_failed(error, PATH)) is expected


def test_a_path_too_long_for_windows_is_not_called_a_missing_folder() -> None:
    long = Path("/", *["很长的文件夹名称"] * 40, "报告.docx")

    assert type(writing_failed(windows_error(errno.ENOENT, 3), long)) is NameTooLongError
    assert type(writing_failed(windows_error(errno.ENOENT, 3), PATH)) is FolderMissingError


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (errno.ENOENT, FileMissingError),
        (errno.EACCES, FileUnreadableError),
        (errno.EISDIR, TargetIsFolderError),
        (errno.EIO, DiskFailedError),
    ],
)
def test_a_failure_of_the_system_while_reading_becomes_the_fitting_error(number: int, expected: type) -> None:
    assert type(reading_failed(OSError(number, ""), PATH)) is expected
