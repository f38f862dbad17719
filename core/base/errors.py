"""Failures the clerk can do something about, each with its sentences.

Base floor: imports the standard library only. Whoever meets a low-level error turns it into one of these where it
arises; the window shows `summary` and `advice`, the command line prints both.
"""

import re
from collections.abc import Sequence
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from core import __version__
from core.base.system_errors import Cause, cause_of

if TYPE_CHECKING:
    from typing_extensions import override
else:  # typing has it from 3.12 on; the package costs more start-up time than this line

    def override(method):  # noqa: ANN001, ANN201, D103
        return method


_LONGEST_WINDOWS_PATH = 259  # beyond it Windows answers "path not found", not "too long"
FORBIDDEN_IN_NAMES = re.compile(r'[\x00-\x1f<>:"/\\|?*]')  # by Windows; Linux takes all but the slash and NUL


class ReportError(Exception):
    """A failure the clerk can do something about.

    Attributes:
        summary: One Chinese sentence saying what could not be done.
        advice: One Chinese sentence saying what to do next.
    """

    summary: str
    advice: str

    def __init__(self, *, summary: str, advice: str) -> None:
        super().__init__(summary, advice)
        self.summary = summary
        self.advice = advice

    @override
    def __str__(self) -> str:
        """Both sentences, one after the other."""
        return self.summary + self.advice

    @override
    def __reduce__(self) -> tuple[object, ...]:
        """Pickle by attributes: the subclasses' own `__init__` signatures differ from what `args` holds."""
        return _restore, (type(self), self.args), self.__dict__


class UsageError(ReportError):
    """The command line was called in a way it does not understand."""

    def __init__(self, where: str, problem: str) -> None:
        super().__init__(
            summary=f"命令写法不对（{where}）：{problem}。",
            advice="请加 --help 查看用法，改正后重新运行。",
        )


class OutputError(ReportError):
    """What the command line has to say cannot be written where its output goes."""

    def __init__(self) -> None:
        super().__init__(
            summary="结果无法输出，输出的位置已满或不能写入。",
            advice="请检查磁盘空间，或换一个位置输出后重新运行。",
        )


class StoppedError(ReportError):
    """Somebody pressed Ctrl-C."""

    def __init__(self) -> None:
        super().__init__(summary="已按 Ctrl-C 停止。", advice="没有写完的文件不会留下，需要时请重新运行。")


class NoRoundError(ReportError):
    """A return was to be registered, but no 送审稿 was made yet."""

    def __init__(self) -> None:
        super().__init__(summary="还没有生成过送审稿，不能登记退回意见。", advice="请先在“检查与生成”中生成送审稿。")


class NoLastYearError(ReportError):
    """A comparison with last year was wanted, but no report of last year was given."""

    def __init__(self) -> None:
        super().__init__(summary="还没有选择上年报告，不能与上年对照。", advice="请先点“报告”菜单中的“选择上年报告”。")


class NotLastYearError(ReportError):
    """The report that was given is not of the year before (rule Y-05)."""

    def __init__(self, given: int | None, year: int | None) -> None:
        found = f"{given}年" if given else "没有年度"
        wanted = f"{year - 1}年" if year else "上一年"
        super().__init__(
            summary=f"所选报告的年度是{found}，本年报告需要的是{wanted}的报告。" if given else "所选报告中找不到年度。",
            advice=f"请选择{wanted}的报告，或在“基本信息”中核对报告年度。",
        )


class NoReturnError(ReportError):
    """Remarks were to be answered, but no 送审稿 came back with any."""

    def __init__(self) -> None:
        super().__init__(summary="还没有登记过退回意见。", advice="送审稿被退回时，请先点“登记退回意见”。")


class UnitOrYearMissingError(ReportError):
    """Sheets were to go out to departments before the report knows its unit and year."""

    def __init__(self) -> None:
        super().__init__(
            summary="还没有填写单位全称或报告年度，科室填报表不能发出。",
            advice="请先在“基本信息”中填好单位全称和报告年度。",
        )


class ReportLockedError(ReportError):
    """The report is a 定稿 and takes no changes."""

    def __init__(self) -> None:
        super().__init__(
            summary="这份报告已经定稿并锁定，不能修改。",
            advice="确需修改时，请先点“报告”菜单中的“解除定稿”，写明理由。",
        )


class NotLockedError(ReportError):
    """Something was wanted that only a 定稿 can do."""

    def __init__(self) -> None:
        super().__init__(summary="这份报告还不是定稿。", advice="请先在“检查与生成”中生成定稿。")


def _restore(kind: type[ReportError], args: tuple[object, ...]) -> ReportError:
    """Make an unpickled error without running its `__init__`; its attributes follow as state."""
    return kind.__new__(kind, *args)


class ProgramFaultError(ReportError):
    """Work behind the scenes broke off by a fault of the program, which the crash path tells about."""

    def __init__(self) -> None:
        super().__init__(summary="程序内部出错，没有完成。", advice="请点“另存为”存一份，再关闭程序重新打开。")


class FileError(ReportError):
    """A failure that concerns one file or folder.

    Attributes:
        path: The file or folder.
    """

    path: Path

    def __init__(self, path: Path, *, summary: str, advice: str) -> None:
        super().__init__(summary=summary, advice=advice)
        self.path = path


class ErrorText(NamedTuple):
    """The sentences for a cause that nobody needs to tell from others; it stands beside the code that knows the cause.

    Attributes:
        summary: As in `ReportError`; names in braces are filled in, ``{name}`` with the name of the file.
        advice: Likewise.
    """

    summary: str
    advice: str

    def error(self, **words: object) -> ReportError:
        """Return what to raise, with these words filled in."""
        return ReportError(summary=self.summary.format(**words), advice=self.advice.format(**words))

    def of(self, path: Path, **words: object) -> FileError:
        """Return what to raise where it concerns a file or folder."""
        words = {"name": _name(path), **words}
        return FileError(path, summary=self.summary.format(**words), advice=self.advice.format(**words))


def _name(path: Path) -> str:
    """The name to show: the last part, or the whole path where there is none (a drive)."""
    return path.name or str(path)


# --- writing ---------------------------------------------------------------------------------------------------------


class FileInUseError(FileError):
    """The target file is most likely open in Word, WPS or Excel: the system does not say why it cannot be replaced."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            summary=f"无法写入“{_name(path)}”，它可能正被其他程序打开，或者不允许修改。",
            advice="请先在 Word、Excel 或 WPS 中关闭该文件，再试一次；仍不行时请换一个文件名保存。",
        )


class FileProtectedError(FileError):
    """The target file may not be changed by this user, or by anybody; it is not open elsewhere."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            summary=f"无法写入“{_name(path)}”，没有修改这个文件的权限。",
            advice="请换一个文件名或文件夹保存，或请管理员开放这个文件的修改权限。",
        )


class FileReadOnlyError(FileError):
    """The target file is marked read-only."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            summary=f"无法写入“{_name(path)}”，该文件是只读的。",
            advice="请换一个文件名保存，或在文件属性中取消“只读”后再试一次。",
        )


class FolderReadOnlyError(FileError):
    """Nothing can be written into the folder; `path` is the folder."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            summary=f"无法在文件夹“{_name(path)}”中写入文件，没有写入权限。",
            advice="请换一个文件夹（例如桌面或“文档”）保存。",
        )


class DiskFullError(FileError):
    """The disk, the quota or the USB stick is full; `path` is the file that was to be written."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            summary=f"无法写入“{_name(path)}”，磁盘空间不足。",
            advice="请删除一些不用的文件，或换一个磁盘保存，再试一次。",
        )


class FolderMissingError(FileError):
    """The folder that should take the file does not exist (any more); `path` is the folder."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            summary=f"找不到文件夹“{_name(path)}”。",
            advice="请检查优盘或网络盘是否仍然连接，或换一个文件夹保存。",
        )


class NameTooLongError(FileError):
    """The file name, or the whole path, is longer than the system allows."""

    def __init__(self, path: Path) -> None:
        name = _name(path)
        shown = name if len(name) <= 40 else name[:40] + "…"
        super().__init__(
            path,
            summary=f"无法写入“{shown}”，文件名或所在路径太长。",
            advice="请改用短一些的文件名，或保存到层级少一些的文件夹。",
        )


class NameInvalidError(FileError):
    """The file name holds characters that the system does not allow."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            summary=f"无法写入“{_name(path)}”，文件名中有不能使用的字符。",
            advice='请去掉文件名中的 \\ / : * ? " < > | 等符号，再试一次。',
        )


class TargetIsFolderError(FileError):
    """The path names a folder where a file is meant."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            summary=f"“{_name(path)}”是文件夹，不是文件。",
            advice="请选择或填写一个文件名。",
        )


class DataFolderError(FileError):
    """The user's own data folder of the program cannot be made or used."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            summary=f"无法建立程序的数据文件夹“{path}”，自动保存暂时不能使用。",
            advice="请检查磁盘空间和该文件夹的写入权限，并及时手动保存。",
        )


class NothingKeptError(FileError):
    """A draft cannot be kept as a version, so it is not replaced either."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            summary=f"“{path.name}”原来的内容不能留存到版本历史，没有覆盖。",
            advice="请换一个文件名，或检查磁盘空间和程序数据文件夹的写入权限。",
        )


# --- reading ---------------------------------------------------------------------------------------------------------


class FileMissingError(FileError):
    """The file to be read does not exist (any more)."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            summary=f"找不到文件“{_name(path)}”。",
            advice="请检查文件是否已被移动、改名或删除，然后重新选择。",
        )


class FileUnreadableError(FileError):
    """The file exists but may not be read, or another program keeps it to itself."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            summary=f"无法读取“{_name(path)}”，没有读取权限，或它正被其他程序占用。",
            advice="请先关闭打开该文件的程序，或把文件复制到桌面后再试一次。",
        )


class PdfNotWrittenError(FileError):
    """Qt could not print into a PDF file."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            summary=f"无法生成“{_name(path)}”，打印部件没有写出文件。",
            advice="请改用“生成草稿”得到 Word 文件，再用 WPS 或 Word 另存为 PDF。",
        )


class EmptyFileError(FileError):
    """The file holds nothing at all."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            summary=f"“{_name(path)}”是空文件，里面没有任何内容。",
            advice="请重新复制或下载该文件，或另选一个文件。",
        )


class DamagedFileError(FileError):
    """The file is of the right kind but cannot be read to its end."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            summary=f"“{_name(path)}”已损坏或不完整，无法读取。",
            advice="请用 WPS 或 Office 打开后另存一份再试，或改用该文件的备份。",
        )


class TooLargeFileError(FileError):
    """The file, or what it unfolds to, goes beyond what a yearly report can ever need."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            summary=f"“{_name(path)}”的内容过大，超出年度报告的正常范围，没有打开。",
            advice="请确认选对了文件；如果没有选错，请新建一个文件，只复制有内容的部分后再试。",
        )


class EncryptedFileError(FileError):
    """The file is protected by a password."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            summary=f"“{_name(path)}”设有打开密码，无法读取。",
            advice="请先在 WPS 或 Office 中取消密码并保存，再重新选择。",
        )


class UnreadableTextError(FileError):
    """The bytes of a text or a web page are in none of the known encodings."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            summary=f"“{_name(path)}”中的文字无法识别，可能是编码不对。",
            advice="请用记事本打开后另存为 UTF-8 编码，或全选复制后点“粘贴导入”。",
        )


class FileKind(Enum):
    """What a file really is, whatever its name says; the value is what the clerk reads."""

    DOCX = "Word 文档（.docx）"
    XLSX = "Excel 工作簿（.xlsx）"
    HTML = "网页文件（.html）"
    TEXT = "纯文本文件（.txt）"
    DOC = "旧版 Word 文档（.doc）"
    XLS = "旧版 Excel 工作簿（.xls）"
    WPS = "WPS 文字文档（.wps）"
    ET = "WPS 表格文件（.et）"
    SLIDES = "演示文稿"
    XLSB = "二进制 Excel 工作簿（.xlsb）"
    OLD_OFFICE = "旧版 Office 文件"
    ODT = "ODF 文字文档（.odt）"
    ODS = "ODF 表格文件（.ods）"
    WORD_XML = "XML 格式的 Word 文档"
    RTF = "RTF 文档（.rtf）"
    PDF = "PDF 文件"
    OFD = "OFD 版式文件"
    IMAGE = "图片"
    WEB_ARCHIVE = "单个网页归档文件（.mht）"
    ARCHIVE = "压缩包"
    XML = "XML 数据文件"
    UNKNOWN = "无法识别的文件"

    # What a workbook wrapped with a password looks like: its real kind shows only after the password.
    ENCRYPTED = "设有打开密码的文件"
    EMPTY = "空文件"


_SAVE_AS_DOCX = "请用 WPS 另存为 .docx，或打开网页全选复制后点“粘贴导入”。"
_SAVE_AS_XLSX = "请用 WPS 另存为 .xlsx 后再试。"
_FIND_ORIGINAL = "请改用原来的 Word 文件（.docx），或打开网页全选复制后点“粘贴导入”。"
_CHOOSE_ANOTHER = "请另选一个 .docx、.xlsx、.html 或 .txt 文件。"
_ADVICE = {
    FileKind.DOC: _SAVE_AS_DOCX,
    FileKind.WPS: _SAVE_AS_DOCX,
    FileKind.ODT: _SAVE_AS_DOCX,
    FileKind.RTF: _SAVE_AS_DOCX,
    FileKind.WORD_XML: _SAVE_AS_DOCX,
    FileKind.XLS: _SAVE_AS_XLSX,
    FileKind.ET: _SAVE_AS_XLSX,
    FileKind.ODS: _SAVE_AS_XLSX,
    FileKind.XLSB: _SAVE_AS_XLSX,
    FileKind.OLD_OFFICE: "请用 WPS 打开后另存为 .docx 或 .xlsx，再重新选择。",
    FileKind.PDF: _FIND_ORIGINAL,
    FileKind.OFD: _FIND_ORIGINAL,
    FileKind.IMAGE: _FIND_ORIGINAL,
    FileKind.WEB_ARCHIVE: "请用浏览器打开它，全选复制后点“粘贴导入”。",
    FileKind.ARCHIVE: "请先解压，再选择其中的 .docx 或 .xlsx 文件。",
}


class LegacyFormatError(FileError):
    """The file is of a kind that is never read: .doc, .xls, .wps, PDF, OFD, a picture and so on.

    Attributes:
        kind: What the file is.
    """

    kind: FileKind

    def __init__(self, path: Path, kind: FileKind) -> None:
        name = _name(path)
        super().__init__(
            path,
            summary=f"无法识别“{name}”的格式。"
            if kind is FileKind.UNKNOWN
            else f"“{name}”是{kind.value}，不能直接读取。",
            advice=_ADVICE.get(kind, _CHOOSE_ANOTHER),
        )
        self.kind = kind


class WrongFormatError(FileError):
    """The file is of a kind that is read elsewhere, but not here: a Word document where a workbook is wanted.

    Attributes:
        kind: What the file is.
    """

    kind: FileKind

    def __init__(self, path: Path, kind: FileKind, wanted: FileKind) -> None:
        super().__init__(
            path,
            summary=f"“{_name(path)}”是{kind.value}，这里需要的是{wanted.value}。",
            advice=f"请另选一个{wanted.value}。",
        )
        self.kind = kind


class NotADraftError(FileError):
    """A sound workbook, but none that this program wrote."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            summary=f"“{_name(path)}”不是本程序保存的年度报告草稿。",
            advice="请另选一个草稿文件；如果是已公布的报告，请用“导入”打开。",
        )


class DepartmentSheetError(FileError):
    """The sheet of a department was opened as if it were a draft."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            summary=f"“{_name(path)}”是科室填报表，不是草稿。",
            advice="请先打开本年的草稿，再点“文件”菜单中的“科室填报表”，选“收回合并”。",
        )


class NotADepartmentSheetError(FileError):
    """A sound workbook, but no sheet that was sent to a department."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            summary=f"“{_name(path)}”不是本程序发出的科室填报表。",
            advice="请选择科室交回的填报表；科室另做表格的，请填进发出的填报表后再收回。",
        )


class NotAReportError(FileError):
    """A sound document without the headings and tables of a yearly report."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            summary=f"“{_name(path)}”中没有找到年度报告的六个部分和表格。",
            advice="请另选一个由本程序生成的报告；如果是其他来源的报告，请用“导入”打开。",
        )


class DraftOpenElsewhereError(FileError):
    """The draft that is to be replaced is open at another PC or in another window."""

    def __init__(self, path: Path, who: str) -> None:
        super().__init__(
            path,
            summary=f"“{_name(path)}”不能保存：{who}。",
            advice="请先与对方联系，或点“另存为”换一个文件名保存，再比较两份草稿。",
        )


class StyleProfileError(FileError):
    """A style profile (版式文件) that the report cannot be set in."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            path,
            summary=f"版式文件“{_name(path)}”不能使用：{reason}。",
            advice="请对照程序自带的版式文件修改后再导入；在此之前仍用原来的版式。",
        )


class LocalRulesError(FileError):
    """A file of local rules (本地口径) that asks for what it may not do, or cannot be read."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            path,
            summary=f"本地口径文件“{_name(path)}”不能使用：{reason}。",
            advice="请修改后再导入；在此之前仍按原来的规则检查。",
        )


class NoReportOpenError(ReportError):
    """A command on the open report was given while none is open."""

    def __init__(self) -> None:
        super().__init__(summary="还没有打开报告。", advice="请先新建本年报告，或继续填写以前的草稿。")


class NoReportFoundError(ReportError):
    """What was opened or pasted can be read, but holds no yearly report."""

    def __init__(self, name: str) -> None:
        super().__init__(
            summary=f"在“{name}”中没有找到政府信息公开工作年度报告的标题和表格。",
            advice="请确认选对了文件；如果是网页，请打开网页全选复制后点“粘贴导入”。",
        )


class NoPlaceholderError(FileError):
    """An office's own sign-off sheet holds none of the placeholders that can be filled."""

    def __init__(self, path: Path, names: Sequence[str]) -> None:
        super().__init__(
            path,
            summary=f"“{_name(path)}”中没有可以填写的占位，例如【{names[0]}】。",
            advice=f"请在文件中写上占位再试，可用的有：{'、'.join(f'【{name}】' for name in names)}。",
        )


class DraftReadOnlyError(FileError):
    """The draft is open for reading only and takes no changes."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            summary=f"“{_name(path)}”是只读打开的，不能修改、送审或定稿。",
            advice="请先点“另存为”保存一份，再在那一份上继续。",
        )


class NewerDraftError(FileError):
    """The file has a newer format than this program knows.

    Attributes:
        version: The version that is needed; "" where the file names none that is newer than this program's.
    """

    version: str

    def __init__(self, path: Path, version: str) -> None:
        self.version = version if _numbers(version) > _numbers(__version__) else ""
        summary = f"“{_name(path)}”由较新的程序保存，需要 {self.version} 或更高版本才能打开。"
        if not self.version:  # a trial build, or a version that somebody edited
            summary = f"“{_name(path)}”的格式比本程序（{__version__}）能读的新，不能打开。"
        super().__init__(path, summary=summary, advice="请先安装更新的版本，再打开；这份文件没有改动。")


def _numbers(version: str) -> tuple[int, ...]:
    """Return a version such as 0.1.0 as numbers to compare; nothing for what is no version."""
    parts = version.split(".")
    return tuple(int(part) for part in parts) if all(part.isdecimal() for part in parts) else ()


class ReadBackError(FileError):
    """What was written does not read back as what was meant; the first few differences are named."""

    def __init__(self, path: Path, differences: Sequence[str] = ()) -> None:
        shown = "；".join(differences[:3])
        super().__init__(
            path,
            summary=f"“{_name(path)}”写入后核对不一致{'：' + shown if shown else ''}。",
            advice="请不要使用该文件，再生成一次；如仍不一致，请换一个文件夹保存。",
        )


# --- comparing with an edited report ---------------------------------------------------------------------------------


class DifferenceGoneError(ReportError):
    """A difference is to be taken over, but the report has changed at this place since it was compared."""

    def __init__(self, place: str) -> None:
        super().__init__(
            summary=f"“{place}”在核对之后又改过，没有采用文件中的内容。",
            advice="请重新核对该文件，再逐条选择。",
        )


# --- from the system's errors ----------------------------------------------------------------------------------------

_WRITING = {"doing": "写入", "instead": "急用时请先保存到本机，例如桌面"}
_READING = {"doing": "读取", "instead": "仍不行时请改用本机上的备份"}
_PLACE_FAILED = {
    Cause.NETWORK: ErrorText(
        "无法{doing}“{name}”，网络盘（共享文件夹）连接不上或已断开。", "请检查网络，再试一次；{instead}。"
    ),
    Cause.LOGON: ErrorText(
        "无法{doing}“{name}”，共享文件夹没有接受这台电脑的登录。",
        "请先在文件管理器中打开这个共享文件夹并登录，再试一次；{instead}。",
    ),
    Cause.DEVICE: ErrorText(
        "无法{doing}“{name}”，磁盘或优盘出错，也可能已被拔出。", "请重新插好优盘，再试一次；{instead}。"
    ),
    Cause.CLOUD: ErrorText(
        "无法{doing}“{name}”，云盘（如 OneDrive）没有运行或没有同步完成。", "请等云盘同步完成，再试一次；{instead}。"
    ),
    Cause.VIRUS: ErrorText(
        "无法{doing}“{name}”，它被杀毒软件拦截。", "请在杀毒软件中恢复并信任该文件，再试一次；{instead}。"
    ),
    Cause.NAME_OR_DISK: ErrorText(
        "无法{doing}“{name}”，名称或磁盘（网络盘、优盘）有问题。",
        "请检查网络盘、优盘是否仍然连接，或换一个简单的文件名，再试一次；{instead}。",
    ),
}


def writing_failed(error: OSError, path: Path) -> FileError:
    """Return what to raise when writing the file `path` met `error`.

    A refused permission is taken for the folder's; where the file itself refuses, the caller knows it and raises
    `FileInUseError`.
    """
    cause = cause_of(error)
    if cause is Cause.MISSING:
        return NameTooLongError(path) if _is_too_long(error, path) else FolderMissingError(path.parent)
    if cause is Cause.DENIED:
        return FolderReadOnlyError(path.parent)
    if _is_bad_name(cause, path):
        return NameInvalidError(path)
    kind = _WRITING_CLASSES.get(cause)
    return kind(path) if kind else _place_failed(cause, path, _WRITING)


def reading_failed(error: OSError, path: Path) -> FileError:
    """Return what to raise when reading the file `path` met `error`."""
    cause = cause_of(error)
    if cause in {Cause.MISSING, Cause.LOOP, Cause.NAME_TOO_LONG} or _is_bad_name(cause, path):
        return FileMissingError(path)
    if cause is Cause.IS_FOLDER:
        return TargetIsFolderError(path)
    if cause in {Cause.DENIED, Cause.IN_USE}:
        return FileUnreadableError(path)
    return _place_failed(cause, path, _READING)


_WRITING_CLASSES = {
    Cause.IN_USE: FileInUseError,
    Cause.FULL: DiskFullError,
    Cause.NAME_TOO_LONG: NameTooLongError,
    Cause.IS_FOLDER: TargetIsFolderError,
}


def _is_bad_name(cause: Cause, path: Path) -> bool:
    """Whether the name is at fault: what did not keep its own number may as well be a share that dropped."""
    return cause is Cause.NAME_INVALID or (
        cause is Cause.NAME_OR_DISK and FORBIDDEN_IN_NAMES.search(path.name) is not None
    )


def _is_too_long(error: OSError, path: Path) -> bool:
    is_windows = getattr(error, "winerror", None) is not None
    return is_windows and len(str(path.absolute())) > _LONGEST_WINDOWS_PATH


def _place_failed(cause: Cause, path: Path, words: dict[str, str]) -> FileError:
    cause = Cause.NAME_OR_DISK if cause is Cause.LOOP else cause
    return _PLACE_FAILED.get(cause, _PLACE_FAILED[Cause.DEVICE]).of(path, **words)
