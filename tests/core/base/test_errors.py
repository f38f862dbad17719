"""The failures a clerk can meet: their sentences, and that they survive being passed between processes."""

import errno
import inspect
import pickle
import pkgutil
import re
import string
from importlib import import_module
from pathlib import Path

import pytest

import core
import gui
from core import __version__
from core.base.errors import ErrorText, FileError, FileInUseError, ReportError, reading_failed, writing_failed
from core.base.file_kinds import FileKind, not_read
from core.base.late import load_now
from core.draft.workbook.draft_reader import newer_format

PATH = Path("/文档/某局 2025年年度报告.docx")
SOME = "某处"
MODULES = [
    import_module(found.name)
    for package in (core, gui)
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
    if not found.name.endswith("__main__")
]
load_now(*MODULES)  # one that was not used yet would have no sentences


def subclasses(kind: type[ReportError]) -> list[type[ReportError]]:
    """Return all kinds of errors below `kind`, those of the program alone."""
    below = [kind for kind in kind.__subclasses__() if kind.__module__.startswith(("core.", "gui."))]
    return [*below, *(deeper for kind in below for deeper in subclasses(kind))]


def example(kind: type[ReportError]) -> ReportError:
    """Return an error of this kind."""
    parameters = inspect.signature(kind).parameters.values()
    examples = {"list[str]": ["【甲】，最接近的是【乙】"], "str": "示例.docx"}
    words = [
        SOME if given.name == "who" else examples.get(str(given.annotation), PATH)
        for given in parameters
        if given.kind is not given.KEYWORD_ONLY
    ]
    return kind(*words)  # type: ignore[call-arg] # the sentences are theirs


def texts() -> list[ErrorText]:
    """Return the sentences of every cause, wherever in the program they stand."""
    named = (value for module in MODULES for value in vars(module).values())
    rows = (row for value in named for row in (value.values() if isinstance(value, dict) else (value,)))
    return list(dict.fromkeys(row for row in rows if isinstance(row, ErrorText)))


def filled(text: ErrorText) -> ReportError:
    """Return an error with this text, something in all its places."""
    places = {name for sentence in text for _, name, _, _ in string.Formatter().parse(sentence) if name}
    words = {name: "请看看。" if name == "advice" else SOME for name in places - {"name"}}
    return text.of(PATH, **words) if "{name}" in text.summary else text.error(**words)


ALL: list[ReportError] = [
    *(example(kind) for kind in subclasses(ReportError) if kind is not FileError),
    FileInUseError(PATH, is_fresh=True),
    *(filled(text) for text in texts()),
    *(not_read(PATH, kind) for kind in FileKind),
]


def test_the_sentences_of_all_rooms_are_found() -> None:
    assert len(ALL) > 60


@pytest.mark.parametrize("error", ALL, ids=lambda error: type(error).__name__)
def test_every_error_has_two_short_chinese_sentences(error: ReportError) -> None:
    for sentence in (*error.summary.splitlines(), error.advice):
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
    error = not_read(Path("去年.wps"), FileKind.WPS)

    assert error.summary == "“去年.wps”是WPS 文字文档（.wps），不能直接读取。"
    assert (
        error.advice
        == "请用 WPS 或 Word 打开，点“文件－另存为”，类型选“*.docx”那一项；或打开网页全选复制后点“粘贴导入”。"
    )


def test_a_newer_draft_says_which_version_is_needed() -> None:
    assert "需要 2.1 或更高版本" in newer_format(PATH, "2.1").summary


@pytest.mark.parametrize("version", [__version__, "0.0.9", "", "新版", "1.x"])
def test_a_newer_format_of_no_newer_program_asks_for_no_version(version: str) -> None:
    error = newer_format(PATH, version)
    assert error.summary == f"“{PATH.name}”的格式比本程序（{__version__}）能读的新，不能打开。"
    assert "需要" not in error.summary + error.advice


def windows_error(number: int, code: int) -> OSError:
    """Return an error as Windows raises it; elsewhere the attribute is set by hand."""
    error = OSError(number, "x")
    error.winerror = code  # type: ignore[attr-defined] # on Linux the type checker knows no such attribute
    return error


NETWORK = "网络盘（共享文件夹）连接不上"
LOGON = "没有接受这台电脑的登录"
DEVICE = "磁盘或优盘出错"
CLOUD = "云盘（如 OneDrive）没有运行"
WINDOWS = {
    NETWORK: (51, 53, 54, 55, 59, 64, 67, 121, 384, 1203, 1222, 1225, 1231, 1232, 1236),
    LOGON: (65, 1219, 1272, 1311, 1326, 1907, 1909),
    DEVICE: (21, 31, 433, 1006, 1110, 1117, 1167),
    CLOUD: (362, 389, 390, 395),
    "被杀毒软件拦截": (225,),
}
LINUX = {
    NETWORK: ("EHOSTDOWN", "EHOSTUNREACH", "ENETUNREACH", "ESTALE", "ETIMEDOUT", "ENOTCONN", "ECONNRESET"),
    LOGON: ("ENOKEY",),
    DEVICE: ("EIO", "ENODEV", "ENXIO", "ENOMEDIUM"),
}
FAILING_PLACES = [
    *((sentence, OSError(getattr(errno, name), name)) for sentence, names in LINUX.items() for name in names),
    *(
        (sentence, windows_error(number, code))
        for sentence, codes in WINDOWS.items()
        for code in codes
        for number in (errno.EINVAL, errno.EACCES, errno.ENOENT)  # whatever Python makes of it
    ),
]


@pytest.mark.parametrize(("sentence", "error"), FAILING_PLACES)
def test_a_place_that_fails_is_not_told_as_a_bad_name_or_a_missing_file(sentence: str, error: OSError) -> None:
    writing, reading = writing_failed(error, PATH), reading_failed(error, PATH)
    assert writing.summary.startswith(f"无法写入“{PATH.name}”，")
    assert reading.summary.startswith(f"无法读取“{PATH.name}”，")
    assert sentence in writing.summary
    assert sentence in reading.summary
    assert "保存到本机" in writing.advice
    assert "保存" not in reading.advice


@pytest.mark.parametrize("error", [OSError(errno.EINVAL, ""), windows_error(errno.EINVAL, 87)])
def test_a_refusal_without_a_number_of_its_own_blames_the_name_only_if_it_is_bad(error: OSError) -> None:
    assert "名称或磁盘（网络盘、优盘）有问题" in writing_failed(error, PATH).summary
    assert "名称或磁盘（网络盘、优盘）有问题" in reading_failed(error, PATH).summary
    bad = Path("年报：2025?.docx")
    assert "有不能使用的字符" in writing_failed(error, bad).summary
    assert "找不到文件“" in reading_failed(error, bad).summary


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (OSError(errno.ENOSPC, ""), "磁盘空间不足"),
        (OSError(errno.EDQUOT, ""), "磁盘空间不足"),
        (windows_error(errno.EACCES, 39), "磁盘空间不足"),
        (windows_error(errno.EACCES, 112), "磁盘空间不足"),
        (windows_error(errno.EINVAL, 1295), "磁盘空间不足"),
        (OSError(errno.EACCES, ""), "没有写入权限"),
        (OSError(errno.EROFS, ""), "没有写入权限"),
        (windows_error(errno.EACCES, 5), "没有写入权限"),
        (OSError(errno.ENOENT, ""), "找不到文件夹"),
        (OSError(errno.ENAMETOOLONG, ""), "文件名或所在路径太长"),
        (windows_error(errno.ENOENT, 206), "文件名或所在路径太长"),
        (windows_error(errno.EINVAL, 123), "有不能使用的字符"),
        (OSError(errno.EISDIR, ""), "是文件夹，不是文件"),
        (OSError(errno.EBUSY, ""), "可能正被其他程序打开"),
        (windows_error(errno.EACCES, 32), "可能正被其他程序打开"),
        (windows_error(errno.EINVAL, 1224), "可能正被其他程序打开"),
        (OSError(errno.ELOOP, ""), "名称或磁盘（网络盘、优盘）有问题"),
        (OSError("without a number"), "磁盘或优盘出错"),
    ],
)
def test_a_failure_of_the_system_while_writing_becomes_the_fitting_error(error: OSError, expected: str) -> None:
    assert expected in writing_failed(error, PATH).summary


def test_a_path_too_long_for_windows_is_not_called_a_missing_folder() -> None:
    long = Path("/", *["很长的文件夹名称"] * 40, "报告.docx")

    assert "文件名或所在路径太长" in writing_failed(windows_error(errno.ENOENT, 3), long).summary
    assert "找不到文件夹" in writing_failed(windows_error(errno.ENOENT, 3), PATH).summary


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (OSError(errno.ENOENT, ""), "找不到文件“"),
        (windows_error(errno.ENOENT, 2), "找不到文件“"),
        (windows_error(errno.EINVAL, 123), "找不到文件“"),
        (OSError(errno.ELOOP, ""), "不是普通文件"),
        (OSError(errno.EACCES, ""), "没有读取权限"),
        (windows_error(errno.EACCES, 32), "没有读取权限"),
        (OSError(errno.EISDIR, ""), "是文件夹，不是文件"),
    ],
)
def test_a_failure_of_the_system_while_reading_becomes_the_fitting_error(error: OSError, expected: str) -> None:
    assert expected in reading_failed(error, PATH).summary


def test_a_folder_that_is_there_and_takes_no_files_is_not_called_missing(tmp_path: Path) -> None:
    error = writing_failed(OSError(errno.ENOENT, ""), tmp_path / "报告.docx")
    assert error.summary == f"无法在文件夹“{tmp_path.name}”中写入文件，系统没有接受。"
