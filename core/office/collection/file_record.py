"""What the desk keeps of one file: made in the reading process, since the files are those of others.

A record is small and plain, so that a thousand of them fit into memory and into ``collection.json``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from core import published
from core.base.archive_limits import read_limited, recognise, refuse
from core.base.errors import ErrorText, FileMissingError, FileUnreadableError, ReportError
from core.base.file_kinds import FileKind
from core.checks.findings import finding_json
from core.checks.rules import PrintedForm
from core.draft.workbook.beside import NOT_READ
from core.draft.workbook.draft_reader import NUMBER_AS_TEXT
from core.form.form_definition import FormDefinition
from core.form.form_reader import form_for_year, load_form
from core.office import carry_over, report_source
from core.office.collection.letter_items import LetterItem, letter_items, quoting
from core.office.collection.repeated import repeated
from core.office.collection.told_findings import in_words_of_the_paper, told_findings
from core.office.collection.told_of_file import told_of_file
from core.office.collection.unit_list import plain_name
from core.office.collection.unsure_totals import without_unsure
from core.report.checksum import report_checksum
from core.report.entry_text import Number, Refused
from core.report.report import numbers_only
from core.report.shown_report import shown_report
from core.report.totals import compute_totals
from core.validation import local_rules, validation

FEES_UNREAD = (published.FEES_UNREAD, published.FEES_ELSEWHERE)
"""Said of a report whose number would else be missing from the sum without a word."""

LEFT_OVER = (published.REVISIONS_READ, published.COMMENTS_LEFT)
"""Said of a Word file that was not made ready to be sent: it may be what was asked for, and is never an item."""

REPORT, LETTER, UNREAD = "report", "letter", "unread"
"""Kinds of a record: a yearly report, a covering letter without one, anything else."""

NAME = "{file}"
"""Stands for the name of an unread file in what is said of it."""

READABLE = {".docx", ".html", ".htm", ".mht", ".mhtml", ".xlsx", ".txt", ".pdf"}
"""What the name of a file may end with."""

_RENAMED = ErrorText("“{name}”的扩展名不是能读的格式。", "请用 WPS 打开后另存为 .docx，再放入文件夹。")
_PASTED = re.compile("[；，](?:或|没有的，|如果是网页，请)?(?:打开网页)?全选复制后点“粘贴导入”")
"""What an import proposes and nobody can do with a folder."""

_FEES = re.compile(published.FEES_READ.format(count=r"\d"))
_MARKS = re.compile(published.MARKS_READ.format(table="(.+)", count=r"(\d+)", mark="(.+)"))
_AS_TEXT = re.compile(NUMBER_AS_TEXT.format(name="(.+)", text="(.+)", number="(.+)"))
_REPORTS = re.compile(published.SEVERAL_REPORTS.format(read=".+"))
SEVERAL = re.compile(
    f"{published.SEVERAL_TABLES.format(table='.+', read='.+')}|{published.SEVERAL_REPORTS.format(read='.+')}"
)
"""Said of a file that holds a table of the form, or a whole report, more than once."""
_COVERING = re.compile(r"报[送备请上]|呈报|上报|随文|附件")
_ABOUT = re.compile(r"(?:政府|政务)?信息公开(?:工作)?(?:年度报告|年报)")
_LONGEST_LETTER = 1_500
_TITLE = re.compile(r"(?:年度报告|年报)[\s）)]*$")
_LONGEST_TITLE = 3
_OWN_PAPER = re.compile(r"年度报告(?:修改意见|公布情况)$")
"""What the papers of 汇总审核 are called, which the office may have laid beside the reports."""
_IS_OWN_PAPER = ErrorText(
    "“{name}”是汇总审核写出的修改意见或公布情况，不是单位的报告。", "不用处理，可以移出这个文件夹。"
)
_UNIT_TYPE = "meta.unit_type"


@dataclass(frozen=True, slots=True)
class FileRecord:
    """One file as the desk sees it.

    Attributes:
        digest: SHA-256 of its bytes.
        unit: The unit that the report names; "" for none.
        year: The year it is about; None where none is named.
        form: 2021, 2019 or mixed.
        judged_as: The year that the desk collects.
        judged_for: Plain name of the unit that the office gave it to, where it was judged as that one's; else "".
        last_digest: Of the file of last year's report that it was compared with; "" for none.
        figures: The entered numbers by their code in the format of the year that is collected.
        controls: The printed totals.
        notes: Chinese phrases about rows that count otherwise in that format, and about how the file was read.
        refused: The texts that are no numbers, by code.
        findings: In the shape of ``check --json``.
        items: What a letter would say.
        texts: As printed, by code.
        shown: Checksum of what it shows.
        lines: Of a covering letter: what it says; of an unread file: its title, where it can be told.
        told: Chinese sentences on how it was read, which nobody is asked to mend.
        repeated: How much of section 一 is last year's, in a few words; "" for little.
        unsure: What of it was read and may be meant otherwise.
        why: Of an unread file: both sentences, ``NAME`` in place of its name, since another one may have its bytes.
    """

    digest: str
    kind: str
    unit: str = ""
    unit_type: str = ""
    scope: str = ""
    year: int | None = None
    form: str = ""
    judged_as: int = 0
    judged_for: str = ""
    last_digest: str = ""
    verdict: str = ""
    figures: Mapping[str, Number] = field(default_factory=dict)
    controls: Mapping[str, Number] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    refused: Mapping[str, str] = field(default_factory=dict)
    findings: tuple[dict[str, Any], ...] = ()
    items: tuple[LetterItem, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)
    shown: str = ""
    published_on: str = ""
    published_url: str = ""
    lines: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    repeated: str = ""
    unsure: tuple[published.Unsure, ...] = ()
    why: str = ""

    def numbers(self, form: FormDefinition) -> dict[str, Number]:
        """Return the entered numbers and their totals."""
        return {**self.figures, **compute_totals(form, self.figures)}

    def printed(self, form: FormDefinition) -> dict[str, Number]:
        """Return all numbers as they are printed, wrong totals included."""
        return {**self.numbers(form), **self.controls}

    def letters(self, code: str) -> str:
        """Return what a text says, without white space: a page breaks its lines where it likes."""
        return "".join(self.texts.get(code, "").split())

    @property
    def partly_read(self) -> list[str]:
        """Those of the notes that hold it up until somebody has looked: what of it was not read."""
        several = [note for note in self.notes if SEVERAL.fullmatch(note)]
        reports = [note for note in several if _REPORTS.fullmatch(note)]
        return [*(reports or several), *(note for note in self.notes if note in FEES_UNREAD)]


def get_ready() -> None:
    """Load what reading needs, in the reading process: a slow PC may take as long for it as a file is given."""
    load_form()


def read_record(
    path: Path,
    digest: str,
    year: int,
    last_years: Mapping[str, tuple[Path, str]],
    today: date,
    *,
    unit_types: Mapping[str, str] | None = None,
    owners: Mapping[str, str] | None = None,
    is_judged: bool = True,
) -> FileRecord:
    """Read and judge one file; called in the reading process.

    Args:
        path: The file.
        digest: Of its bytes.
        year: The year that is collected; a report on another one is not judged.
        last_years: For each unit, by its plain name, the file of its report of last year and that file's digest.
        today: The day of the check.
        unit_types: For each unit, by its plain name, the type that the list gives it.
        owners: By the digests of files the names of the units that the office gave them to.
        is_judged: Whether the rules are asked; last year's reports only give their numbers.
    """
    if path.suffix.lower() not in READABLE:
        return unread(path, _why_not_read(path), digest)
    try:
        opened = report_source.open_report(path)
    except ReportError as error:
        lines = _lines_of(path)
        if lines and _OWN_PAPER.search(lines[0]):
            return unread(path, _IS_OWN_PAPER.of(path), digest)
        if _is_covering_letter(lines):
            return FileRecord(digest, LETTER, lines=lines)
        return replace(unread(path, error, digest), lines=_title_lines(lines))
    owner = (owners or {}).get(digest, "")
    facts = {**_facts(opened, year), "judged_for": plain_name(owner)}
    if not is_judged:
        broken = (published.Unsure(published.SUMS, said) for said in carry_over.imbalances(opened.report))
        return FileRecord(digest, REPORT, **{**facts, "unsure": (*opened.unsure, *broken)})
    if opened.report.year not in (None, year):
        return FileRecord(digest, REPORT, **facts)
    if owner:
        opened = replace(opened, report=opened.report.with_texts({"meta.unit": owner}))
    listed_type = (unit_types or {}).get(plain_name(opened.report.unit), "")
    return _judged(_typed(opened, listed_type), digest, facts, last_years, today)


def unread(path: Path, error: ReportError, digest: str = "") -> FileRecord:
    """Return the record of a file that cannot be read; without a digest it is tried again the next time."""
    if isinstance(error, FileMissingError | FileUnreadableError):  # it may be held by another program just now
        digest = ""
    why = _PASTED.sub("", str(error)).replace("再选择另存的文件", "再放入文件夹")
    return FileRecord(digest, UNREAD, why=why.replace(path.name, NAME))


def _facts(opened: report_source.OpenedReport, year: int) -> dict[str, Any]:
    """Return what is kept of a report whether it is judged or not."""
    report = opened.report
    figures, notes = carry_over.figures_in(report, form_for_year(year))
    is_charged = any(figures.get(code) for code in report.form.outside_tables)  # 未收取 is noted at nearly every unit
    fees = tuple(said for _, said in opened.remarks if is_charged and _FEES.fullmatch(said))
    left_over = tuple(said for _, said in opened.remarks if said in LEFT_OVER)
    several = tuple(said for _, said in opened.remarks if SEVERAL.fullmatch(said))
    unread_fees = published.fees_unread(report, () if opened.is_draft else opened.remarks)
    texts = [m for _, said in opened.remarks if (m := _AS_TEXT.fullmatch(said))]
    as_text = tuple(f"“{m[1]}”填的是文字“{m[2]}”，按{m[3]}读入" for m in texts)
    beside = tuple(said for _, said in opened.remarks if opened.is_draft and NOT_READ in said)
    shown = {code: "\n".join(lines) for code, lines in shown_report(report).texts.items()}
    return {
        "unit": report.unit,
        "unit_type": report.meta.get(_UNIT_TYPE, "").strip(),
        "scope": report.meta.get("meta.scope", "").strip(),
        "year": report.year,
        "form": report.form_label,
        "judged_as": year,
        "figures": figures,
        "controls": numbers_only(report.controls),
        "notes": (*left_over, *several, *notes, *fees, *unread_fees, *as_text, *beside),
        "refused": {code: e.text for code, e in report.cells.items() if isinstance(e, Refused)},
        "texts": shown,
        "shown": report_checksum(report),
        "unsure": opened.unsure,
        "published_on": report.status.get("published_on", ""),
        "published_url": report.status.get("published_url", ""),
    }


def _typed(opened: report_source.OpenedReport, listed_type: str) -> report_source.OpenedReport:
    """Return a report with the type that the list gives its unit, where it does not say itself what it is."""
    report = opened.report
    known = report.form.meta[_UNIT_TYPE].choices
    if report.meta.get(_UNIT_TYPE, "").strip() or listed_type not in known:
        return opened
    return replace(opened, report=report.with_texts({_UNIT_TYPE: listed_type}))


def _judged(
    opened: report_source.OpenedReport,
    digest: str,
    facts: Mapping[str, Any],
    last_years: Mapping[str, tuple[Path, str]],
    today: date,
) -> FileRecord:
    """Judge it as it was sent in: a draft, too, is asked only for what a report prints."""
    report = opened.report
    last_path, last_digest = last_years.get(plain_name(report.unit), (None, ""))
    read = [m for _, said in opened.remarks if (m := _MARKS.fullmatch(said))]
    marks = [(m[1], m[3], int(m[2])) for m in read]
    printed = opened.printed_form or PrintedForm()
    local = local_rules.current_local_rules()
    checker = validation.Checker(
        report,
        last_year=report_source.open_report(last_path).report if last_path else None,
        today=today,
        local=local,
        checksum=report_checksum,
        printed_form=printed,
    )
    result = checker.result(final=True)
    told = told_findings(result.findings, printed.part_numbers, printed.odd_headings)
    told = told if opened.is_draft else in_words_of_the_paper(told)
    certain = without_unsure(report, told)
    said = told_of_file(opened, certain, [finding for finding in told if finding not in certain])
    told = certain
    result = replace(result, findings=told)
    return FileRecord(
        digest,
        REPORT,
        last_digest=last_digest,
        verdict=result.verdict,
        findings=tuple(finding_json(finding) for finding in result.findings),
        told=said,
        repeated=repeated(checker.context, local),
        items=quoting(letter_items(report, result, is_draft=opened.is_draft), report, marks),
        **facts,
    )


def _why_not_read(path: Path) -> ReportError:
    """Return what to say of a file whose name ends otherwise than those that are read."""
    try:
        kind = recognise(path, read_limited(path))
        if kind not in report_source.READ_KINDS:
            refuse(path, kind, FileKind.TEXT)
    except ReportError as error:
        return error
    return _RENAMED.of(path)


def _lines_of(path: Path) -> tuple[str, ...]:
    """Return what a file says outside its tables; nothing where it cannot be read so."""
    try:
        return tuple(published.read_lines(path))
    except ReportError:
        return ()


def _title_lines(lines: Sequence[str]) -> tuple[str, ...]:
    """Return the first lines up to the one that ends like the title of a report; none where none does."""
    ends = [place for place, line in enumerate(lines[:_LONGEST_TITLE], 1) if _TITLE.search(line)]
    return tuple(lines[: ends[0]]) if ends else ()


def _is_covering_letter(lines: Sequence[str]) -> bool:
    """Whether these are the lines of a covering letter (关于报送…的函)."""
    text = "".join(lines)
    return len(text) <= _LONGEST_LETTER and bool(_ABOUT.search(text) and _COVERING.search(text))


def names_in_letter(lines: Sequence[str], names: Sequence[str]) -> list[str]:
    """Return which of the names send a covering letter: those of its signature, else of its heading, else of its text.

    Whom it addresses (县政府办：) is no sender.
    """
    plain = ["".join(line.split()) for line in lines if not line.rstrip().endswith(("：", ":"))]
    for part in (plain[-3:], plain[:3], plain):
        text = "\n".join(part)
        found = [name for name in names if name in text]
        longest = [name for name in found if not any(name != other and name in other for other in found)]
        if longest:
            return longest
    return []
