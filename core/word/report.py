"""The Word report: the contents of a report put into the places of its template, proved by reading back."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from core.base import user_files
from core.base.errors import ErrorText
from core.base.patterns import pattern
from core.form.form_definition import FormDefinition
from core.report import differences as report_differences
from core.report import title_lines as word_title_lines
from core.report.checksum import report_checksum
from core.report.report import YEAR_TO_COME, Report
from core.report.shown_report import Shown, contents_of, one_line, shown_report
from core.report.stages import STAGE_NAMES, Stage
from core.report.totals import report_numbers
from core.word import plan, reader
from core.word.closing import close
from core.word.lone_notes import keep_notes
from core.word.number_room import number_sizes, widened
from core.word.style_profile import StyleProfile, preset
from core.word.table_notes import row_keeping
from core.word.template import built_template, word_template

_POINT = pattern(r"（[一二三四五六七八九十]+）[^。；！？]{1,26}")
_LONG_WORD = re.compile(r"[\x21-\x7e]{17,}")
"""A word, such as a web address, that would stretch the line before it if that were justified."""
_RATHER_LONG_WORD = re.compile(r"[\x21-\x7e]{7,}")
"""One that does so where it comes to stand badly, such as 1234567.89."""
_PAGE_WIDTH = 210  # mm
_POINTS = 72 / 25.4  # in a millimetre
_ROOM = 0.5  # of a line, above a table
_READ_BACK = ErrorText(
    "“{name}”写入后核对不一致：{differences}。", "请不要使用该文件，再生成一次；如仍不一致，请换一个文件夹保存。"
)


class ReadBack(NamedTuple):
    """The proof that the written file shows what the report says.

    Attributes:
        numbers: How many numbers of the tables were compared; what is blank or refused is not counted.
        texts: What the sections are called whose texts were compared, in printed order; empty where none has one.
        is_whole: Whether these are all sections of the form.
    """

    numbers: int
    texts: tuple[str, ...]
    is_whole: bool

    @property
    def sentence(self) -> str:
        """The proof in words for the clerk."""
        ordinals = (part.removeprefix("第").removesuffix("部分") for part in self.texts)
        parts = f"{_CHINESE[len(self.texts)]}部分" if self.is_whole else f"第{'、'.join(ordinals)}部分"
        texts = f"、{parts}文字" if self.texts else ""
        return f"已核对：Word 中 {self.numbers} 个数字{texts}与填报内容一致"


_CHINESE = "零一二三四五六七八九"


def report_bytes(
    report: Report, *, stage: Stage = "draft", round_number: int | None = None, profile: StyleProfile | None = None
) -> bytes:
    """Return the report as .docx.

    Blank cells and texts stay empty; whether a stage may be made at all is judged elsewhere.

    Args:
        report: The report; nothing in it is changed.
        stage: 草稿 and 送审稿 are marked on each page, a 定稿 is not.
        round_number: Number of the 送审稿.
        profile: Fonts, margins and so on; those of the default profile where it is None.
    """
    style = profile or preset()
    mark = page_mark(report, stage, round_number)
    return _document(report.form, shown_report(report), one_line(report.unit), mark, style)


def read_back(report: Report, path: Path) -> ReadBack:
    """Read a report that was just written and compare all numbers and texts.

    Raises:
        FileError: The file cannot be read, or does not show what the report says.
    """
    form = report.form
    wanted, found = shown_report(report), reader.read_report(path, report.form_id)
    differing = [difference.sentence for difference in report_differences.differences(report, found)] + list(
        found.remarks
    )
    if differing:
        raise _READ_BACK.of(path, differences="；".join(differing[:3]))
    numbers, texts = report_numbers(report), wanted.texts.keys()
    written = tuple(s.part for s in form.sections.values() if not texts.isdisjoint(s.contents))
    shown = sum(code in numbers for table in form.tables.values() for code in table.cells)
    return ReadBack(shown, written, is_whole=len(written) == len(form.sections))


def report_file_name(report: Report, stage: Stage, round_number: int | None = None) -> str:
    """Return the usual file name: the title, with the stage in brackets unless it is the 定稿."""
    mark = stage_mark(stage, round_number)
    ending = f"（{mark}）.docx" if mark else ".docx"
    title = shown_report(report).title.replace(f"{YEAR_TO_COME}年", "")
    return user_files.safe_file_name(title, ending)


def stage_mark(stage: Stage, round_number: int | None = None) -> str:
    """Return what a report is called: 草稿, 送审稿第2稿, or nothing for a 定稿."""
    if stage == "final":
        return ""
    name = STAGE_NAMES[stage]
    return name if stage == "draft" or round_number is None else f"{name}第{round_number}稿"


def page_mark(report: Report, stage: Stage, round_number: int | None = None) -> str:
    """Return what stands at the head of each page: a 送审稿 carries its checksum, which its 审签单 names too."""
    mark = stage_mark(stage, round_number)
    return f"{mark}　校验码 {report_checksum(report)}" if stage == "review" else mark


def _document(form: FormDefinition, shown: Shown, unit: str, mark: str, profile: StyleProfile) -> bytes:
    paragraphs = report_paragraphs(form, shown, profile)
    texts = {"title": shown.title, "unit": unit, "stage": mark, **shown.numbers, **row_keeping(paragraphs, form)}
    wide = widened(form, shown.numbers, profile)
    template = word_template(form, profile) if wide is form else built_template(wide, profile)
    return template.fill(texts, paragraphs, number_sizes(wide, shown.numbers, profile))


def report_paragraphs(
    form: FormDefinition, shown: Shown, profile: StyleProfile
) -> Mapping[str, Sequence[tuple[str, str]]]:
    """Return what stands at the places of the plan, by code: paragraphs, each with its kind; a line feed within one."""
    paragraphs: dict[str, Sequence[tuple[str, str]]] = {
        code: _note(text)
        if form.texts[code].is_note
        else [(_kind(p, profile) + plan.pair(p, profile), p) for p in text]
        for code, text in shown.texts.items()
    }
    for code, other in shown.others.items():
        paragraphs[code] = [("plain", other)]
    for section in form.sections.values():
        paragraphs[f"title.{section.key}"] = [("plain", section.title)]
        headings = ((code, heading) for code, heading in contents_of(form, section, shown) if heading)
        paragraphs.update({f"heading.{code}": [("plain", heading)] for code, heading in headings})
    _leave_room(paragraphs, form, profile)
    width = (_PAGE_WIDTH - profile.margins["left"] - profile.margins["right"]) * _POINTS
    paragraphs["title"] = _in_lines(shown.title, width / profile.sizes["title"])
    if addressee := shown.others.get("meta.addressee"):
        lines = word_title_lines.addressee_lines(addressee, round(width / profile.sizes["body"]))
        paragraphs["meta.addressee"] = [("plain", "\n".join(lines))]
    if sign_off := shown.others.get("meta.sign_off"):
        paragraphs["meta.sign_off"] = _in_lines(sign_off, plan.signed_characters(profile))
    keep_notes(paragraphs, form, profile)
    if "meta.sign_off" in shown.others or "meta.date" in shown.others:
        close(paragraphs, form, profile)
    return paragraphs


def _leave_room(paragraphs: dict[str, Sequence[tuple[str, str]]], form: FormDefinition, profile: StyleProfile) -> None:
    """Have half a line left free above tables: below the text before, or the title where there is none.

    Not where a page holds the table with what stands above it in its section, and would not with that room.
    """
    for section in form.sections.values():
        above = {code or f"title.{section.key}" for code in plan.above_tables(form, section, profile)}
        last, lines = "", 0
        for code in (f"title.{section.key}", *section.contents):
            if code in above and paragraphs.get(code):
                last, lines = code, lines + sum(plan.body_lines(text, profile) for _, text in paragraphs[code])
            elif code in form.tables and last:
                *before, (kind, text) = paragraphs[last]
                if not 0 <= plan.lines_beside(form.tables[code], profile) - lines < _ROOM:
                    paragraphs[last] = [*before, (kind + plan.ABOVE, text)]
                last, lines = "", 0


def _in_lines(text: str, longest: float) -> list[tuple[str, str]]:
    return [("plain", "\n".join(word_title_lines.title_lines(text, int(longest))))]


def _note(text: Sequence[str]) -> list[tuple[str, str]]:
    """Return the paragraphs of a note: where the first begins with 注：, all lines begin below what follows it."""
    first, more = ("marked", "more") if text[0].startswith("注：") else ("plain", "plain")
    return [(more if number else first, paragraph) for number, paragraph in enumerate(text)]


def _kind(paragraph: str, profile: StyleProfile) -> str:
    if paragraph.startswith("（") and _POINT.fullmatch(paragraph):
        return "point"
    if _LONG_WORD.search(paragraph):
        return "address"
    return "address" if _RATHER_LONG_WORD.search(paragraph) and plan.is_stretched(paragraph, profile) else "plain"
