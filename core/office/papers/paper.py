"""A paper: its template read, what is unknown in it named, and the rest filled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from core.base.archive_limits import read_limited, recognise, refuse
from core.base.errors import ErrorText, ReportError
from core.base.file_kinds import FileKind
from core.base.on_disk import is_folder
from core.base.resources import resource_path
from core.base.short_texts import some_of
from core.base.user_files import safe_file_name
from core.checks.findings import CheckResult
from core.form.form_definition import FormDefinition
from core.form.form_reader import load_form
from core.office.papers import workbook
from core.office.papers.faults import document_faults, name_faults, workbook_faults
from core.office.papers.known import ADDRESSEE, CHANGE, COMPARED, LAST, NO_COMPARISON, NO_LAST_YEAR, spelling
from core.office.papers.wrong_names import wrong_name_lines
from core.report.entry_text import Number, format_number
from core.word import placeholders
from core.word.placeholders import UNFILLED, fill_text, names_in

SHIPPED = ("报送函.docx", "备案表.docx", "统计表.xlsx", "解读提纲.docx")
USUAL_NAME = "【填报单位】【年度】年{paper}"
"""Pattern of the file name of a paper, with placeholders as in the paper itself."""

_NONE = ErrorText("“{name}”中没有占位，例如【填报单位】。", "请在文件中写上占位再试；全部占位列在规则手册末尾。")
_UNKNOWN = ErrorText(
    "“{name}”中有{count}个占位不认识，没有生成。", "请改正后再试，不是占位的请换一种括号；全部占位列在规则手册末尾。"
)
_FAULTY = ErrorText(
    "“{name}”中有{count}处占位要改，没有生成。", "请在模板中改正后再试；全部占位和单位列在规则手册末尾。"
)
_NO_TEMPLATE = ErrorText("模板“{name}”的文件名不是以 .docx 或 .xlsx 结尾。", "{advice}")
_IS_FOLDER = ErrorText("“{name}”是文件夹，不是模板。", "请选择其中的 .docx 或 .xlsx 文件。")
_SAVE_AS_DOCX = "请用 WPS 或 Word 打开，另存为 .docx 后，选择另存的文件。"
_SAVE_AS_XLSX = "请用 WPS 或 Excel 打开，另存为 .xlsx 后，选择另存的文件。"
_OTHER_ADVICE = "请选择 .docx 或 .xlsx 文件作为模板。"
_ADVICE = {
    **dict.fromkeys((".docm", ".dotx", ".dotm", ".doc", ".dot", ".wps", ".wpt", ".odt", ".rtf"), _SAVE_AS_DOCX),
    **dict.fromkeys((".xlsm", ".xltx", ".xltm", ".xls", ".xlt", ".et", ".ett", ".ods"), _SAVE_AS_XLSX),
}
_OTHER_ENDING = ErrorText(
    "模板“{name}”的内容是{kind}，文件名却以 {ending} 结尾。", "请把文件名的结尾改为 {wanted} 后再试。"
)
_KINDS = {".docx": FileKind.DOCX, ".xlsx": FileKind.XLSX}
_IN_SHEET_NAME = "（写在工作表名称里，不能填；请单独写在一格）"
_MOST_NAMED = 10
_LAST_YEAR_RULE = "Y-05"


class UnknownPlaceholdersError(ReportError):
    """A template holds placeholders that are not known, or that would not be printed right; nothing was made of it.

    Attributes:
        lines: One for each of them, with the nearest one that is known, or with its place and what to write.
    """

    lines: list[str]

    def __init__(self, name: str, unknown: list[str], *, faults: Sequence[str] = ()) -> None:
        lines = [*unknown, *faults]
        error = (_FAULTY if faults else _UNKNOWN).error(name=name, count=len(lines))
        super().__init__(summary="\n  ".join([error.summary, *(f"{line}。" for line in lines)]), advice=error.advice)
        self.lines = lines


@dataclass(frozen=True, slots=True)
class Filled:
    """A paper that was filled.

    Attributes:
        data: The file.
        count: How many different placeholders were filled.
        without_last_year: Those that ask for last year's numbers where there are none.
        blank: Those that the report has nothing for.
        rounded: Cells of a workbook whose own format shows their numbers rounded, with what they hold.
        compares: Whether it asks for last year's numbers.
        deleted: Placeholders in text that a revision deleted; they stay as they are.
        no_zero: Cells of a workbook that are blank since their own format shows no zero.
    """

    data: bytes
    count: int
    without_last_year: tuple[str, ...]
    blank: tuple[str, ...]
    rounded: tuple[str, ...] = ()
    compares: bool = False
    deleted: tuple[str, ...] = ()
    no_zero: tuple[str, ...] = ()

    @property
    def remarks(self) -> list[str]:
        """What to look at in the paper, in words for the clerk; nothing where all is filled."""
        lines = []
        if self.blank:
            lines.append(
                f"报告中没有内容的{len(self.blank)}个，独占一段或一格的留空，句子里的写“（未填）”：{_listed(self.blank)}。"
            )
        if ADDRESSEE in self.blank:
            lines.append("主送没有填写，没有印主送一行；请在“基本信息”中填写主送机关后重新生成。")
        if self.without_last_year:
            lines.append(
                f"没有上年报告或没有这一项、填了“—”或“没有上年数字”的{len(self.without_last_year)}个："
                f"{_listed(self.without_last_year)}。"
            )
        if self.rounded:
            cells = some_of(self.rounded, _MOST_NAMED)
            lines.append(
                f"有{len(self.rounded)}格的数字格式显示不全小数：{cells}；请在模板中改为“常规”格式后重新生成。"
            )
        if self.no_zero:
            cells = some_of(self.no_zero, _MOST_NAMED)
            lines.append(f"有{len(self.no_zero)}格是0，数字格式不显示0：{cells}；要显示的请在模板中改为“常规”格式。")
        if self.deleted:
            listed = some_of(self.deleted, _MOST_NAMED)
            lines.append(f"修订删除的文字里有{len(self.deleted)}个占位没有填：{listed}；请在模板中接受修订后重新生成。")
        return lines


def report_remarks(result: CheckResult, filled: Filled) -> list[str]:
    """Return what is said of the report that a paper was filled from, and of last year's where it is asked for."""
    errors = result.count("error")
    said = [f"报告还有{errors}个错误，这份材料照现在的内容填写；请改正报告后重新生成。"] if errors else []
    if filled.compares:
        said += [finding.message for finding in result.open_warnings if finding.rule_id == _LAST_YEAR_RULE]
    return said


def check_template(path: Path) -> None:
    """Refuse what its name tells to be no template: the paper that is made of it takes the ending along.

    Raises:
        FileError: It is a folder, or its name ends in neither .docx nor .xlsx.
    """
    if is_folder(path):
        raise _IS_FOLDER.of(path)
    if path.suffix.lower() not in _KINDS:
        raise _NO_TEMPLATE.of(path, advice=_ADVICE.get(path.suffix.lower(), _OTHER_ADVICE))


def fill_paper(path: Path, form_id: str, values: Mapping[str, str | Number]) -> Filled:
    """Return a template filled; it is read within limits, and belongs into the process that reads files of others.

    Args:
        path: The template, .docx or .xlsx by its name and its content.
        form_id: The format of the report.
        values: What every placeholder stands for, by its spelling.

    Raises:
        UnknownPlaceholdersError: It holds placeholders that are unknown; all of them are named.
        FileError: It cannot be read, is of another kind than its name says, or holds no placeholder.
    """
    check_template(path)
    kind, form = _kind(path), load_form(form_id)
    if kind is FileKind.XLSX:
        texts, wrong = workbook.workbook_texts(path)
        sheets = dict.fromkeys(name for title in workbook.sheet_names(path) for name in names_in(title))
        wrong += [f"【{name}】{_IN_SHEET_NAME}" for name in sheets if spelling(name) in values]
        faults = workbook_faults(path, form, values)
    else:
        texts, wrong = placeholders.texts_of(path), []
        faults = document_faults(path, form, values)
    names = list(dict.fromkeys(name for text in texts for name in names_in(text)))
    wrong += wrong_name_lines(texts, faults.placed, form, values.keys())
    if wrong or faults.lines:
        raise UnknownPlaceholdersError(path.name, wrong, faults=faults.lines)
    if not names:
        raise _NONE.of(path)
    given = {name: values[spelling(name)] for name in (*names, *faults.beside)}
    rounded: list[str] = []
    if kind is FileKind.XLSX:
        data, rounded = workbook.fill_workbook(path, given)
    else:
        data, _ = placeholders.fill_document(
            path, {name: _text(value) for name, value in given.items()}, is_sheet=False
        )
    compared = [name for name in names if spelling(name).startswith((LAST, CHANGE, COMPARED))]
    return Filled(
        data,
        len(names),
        tuple(name for name in compared if given[name] in (NO_LAST_YEAR, NO_COMPARISON)),
        tuple(name for name in names if given[name] in ("", UNFILLED)),
        tuple(rounded),
        bool(compared),
        faults.deleted,
        faults.no_zero,
    )


def paper_name(pattern: str, form: FormDefinition, values: Mapping[str, str | Number], suffix: str) -> str:
    """Return the file name that a pattern gives.

    Raises:
        UnknownPlaceholdersError: The pattern holds placeholders that are unknown.
    """
    names = names_in(pattern)
    wrong = list(wrong_name_lines([pattern], [("文件名", pattern)], form, values.keys()))
    faults = name_faults(pattern, form, values)
    if wrong or faults:
        raise UnknownPlaceholdersError(pattern, wrong, faults=faults)
    given = {name: _text(values[spelling(name)]) for name in names}
    return safe_file_name(fill_text(pattern, given), suffix)


def shipped_papers() -> list[Path]:
    """Return the templates that come with the program."""
    return [resource_path("papers", name) for name in SHIPPED]


def _kind(path: Path) -> FileKind:
    """Return what a template is, which its name has to say as well: Word opens no workbook that is named .docx."""
    kind, named = recognise(path, read_limited(path)), path.suffix.lower()
    for wanted, of_content in _KINDS.items():
        if kind is of_content and named != wanted:
            raise _OTHER_ENDING.of(path, kind=kind.value, ending=named, wanted=wanted)
    refuse(path, kind, _KINDS[named])
    return kind


def _listed(names: Sequence[str]) -> str:
    return some_of([f"【{name}】" for name in names], _MOST_NAMED, between="")


def _text(value: str | Number) -> str:
    return value if isinstance(value, str) else format_number(value)
