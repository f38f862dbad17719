"""Reads back what a Word report of ours visibly shows, also after somebody edited and saved it elsewhere.

Tracked insertions count, deletions do not; hidden and struck-out text and fields' codes are passed over; comments,
footnotes, text boxes and pictures are listed beside what is shown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from difflib import SequenceMatcher
from pathlib import Path

from core.base.archive_limits import Archive, open_archive
from core.base.errors import ErrorText, ReportError
from core.base.file_kinds import FileKind
from core.base.markup import parse_xml
from core.base.short_texts import normalised
from core.form.form_definition import FormDefinition
from core.form.form_reader import load_form
from core.form.formats import form_ids
from core.report.shown_report import TITLE, Note, Shown
from core.report.stages import STAGE_NAMES
from core.visible.blocks import Pages, Paragraph, VisibleCell, VisibleTable
from core.visible.word_notes import NoteKey
from core.visible.word_pages import read_word
from core.word.headings import find_headings, lead_code
from core.word.looks import NAMES
from core.word.tables import match_tables, read_table

_NO_REPORT = ErrorText(
    "“{name}”中没有找到年度报告的六个部分和表格。",
    "请另选一个由本程序生成的报告；如果是其他来源的报告，请用“导入”打开。",
)
_MARGIN = re.compile(r"word/(header|footer)\d*\.xml")
_OWN_HEAD = re.compile(
    rf"\s*(?:{'|'.join(STAGE_NAMES.values())})(?:第\d+稿)?(?:\s*校验码\s*[0-9A-F]{{4}}-[0-9A-F]{{4}})?\s*"
)
_OWN_FOOT = re.compile(r"^[\s\d—－–-]+")
_NOWHERE = "位置不明"
_ASIDE = {
    NAMES["DocumentNumber"]: "meta.doc_number",
    NAMES["Addressee"]: "meta.addressee",
    NAMES["SignOff"]: "meta.sign_off",
    NAMES["SignDate"]: "meta.date",
}

_NEAR = 0.6
"""Likeness from which a paragraph that stands elsewhere is taken for one of the report."""

_LONGEST_MARGIN = 40  # characters that are quoted of a header or footer
_MOST_TRIED = 200  # paragraphs below one heading; a report has ten


def read_report(source: Path | bytes, form_id: str = "", ours: Shown | None = None) -> Shown:
    """Return what the Word report shows; ``remarks`` says which headings and labels are not those of the form.

    Args:
        source: The file, or its content.
        form_id: Its format; where it is "", the one in which most of its numbers are found.
        ours: What the report showed before others edited the file, where that is known: so headings and fields are
            found that lost their style, and texts whose heading was struck or moved.

    Raises:
        ReportError: The file cannot be read, or has none of the headings and tables of a yearly report.
    """
    made = Path("report.docx")  # by this program, just now
    archive = Archive(made, source) if isinstance(source, bytes) else open_archive(source, FileKind.DOCX)
    pages = read_word(archive, by_line=False)
    found = [_ReportReading(load_form(known), pages, ours) for known in ([form_id] if form_id else form_ids())]
    best = max(found, key=lambda reading: (len(reading.numbers), -len(reading.remarks)))
    if not best.is_report:
        raise _NO_REPORT.of(archive.path)
    mark, strange = _page_margins(archive)
    shown = best.shown()
    return shown._replace(mark=mark, remarks=(*shown.remarks, *strange))


def _page_margins(archive: Archive) -> tuple[str, list[str]]:
    """Return the text of the first header that has any, and what headers and footers show that we did not print."""
    mark = ""
    strange: dict[str, None] = {}
    with suppress(ReportError):
        for name in archive.names:
            margin = _MARGIN.fullmatch(name)
            if margin is None:
                continue
            root = parse_xml(archive.read(name), archive.path)
            text = "".join(t.text or "" for t in root.iter("{*}t")).strip()
            is_head = margin[1] == "header"
            mark = mark or (text if is_head else "")
            more = _OWN_HEAD.sub("", text, count=1) if is_head else _OWN_FOOT.sub("", text, count=1)
            if more:
                strange[f"{'页眉' if is_head else '页脚'}中多出“{normalised(more)[:_LONGEST_MARGIN]}”"] = None
    return mark, list(strange)


class _ReportReading:
    """Sorts the paragraphs and tables of a document into the places of the form.

    Attributes:
        is_report: Whether there is any heading or table of the form.
    """

    def __init__(self, form: FormDefinition, pages: Pages, ours: Shown | None) -> None:
        self._form = form
        self._ours = ours
        self._title: list[str] = []
        self._texts: dict[str, list[tuple[int, str]]] = {}  # each line with the place of its paragraph
        self._others: dict[str, str] = {}
        self._places: dict[NoteKey, str] = {}
        self._more: list[str] = []
        self.numbers: dict[str, str] = {}
        self.unread: set[str] = set()
        paragraphs = [(at, block) for at, block in enumerate(pages.blocks) if not isinstance(block, VisibleTable)]
        tables = [(at, block) for at, block in enumerate(pages.blocks) if isinstance(block, VisibleTable)]
        self._headings = find_headings(form, paragraphs, ours)
        self._tables = match_tables(form, tables)
        self._gone = [table for table in form.tables.values() if table not in self._tables.values()]
        self.unsure = self._headings.unsure
        for table in self._gone:  # nobody knows what stood before it and what below
            self.unsure.update(form.texts_of(table.section))
        self.remarks = list(self._headings.remarks)
        self._read(pages)
        self.is_report = bool(self._headings.at or self.numbers)
        if ours is not None:
            self._settle_fields(ours)
            self._settle_texts(ours)
        self._name_missing()
        self.remarks += pages.remarks
        self._notes = pages.notes

    def shown(self) -> Shown:
        """Return what was found, in the order of the form."""
        texts = {
            code: tuple(line for _, line in self._texts[code]) for code in self._form.texts if self._texts.get(code)
        }
        notes = tuple(
            Note(note.kind, note.author, note.text, self._places.get(key, _NOWHERE), note.quote)
            for key, note in sorted(self._notes.items(), key=lambda one: self._order(one[0]))
        )
        return Shown(
            "".join(self._title),
            texts,
            self.numbers,
            self._others,
            tuple(self.remarks),
            notes,
            tuple(filter(None, self._more)),
            frozenset(self.unread),
            frozenset(self.unsure),
        )

    def _order(self, key: NoteKey) -> int:
        return list(self._places).index(key) if key in self._places else len(self._places)

    # ------------------------------------------------------------ from top to bottom

    def _read(self, pages: Pages) -> None:
        code = lead_code(self._form)
        place = "标题和引言"
        for at, block in enumerate(pages.blocks):
            heading = self._headings.at.get(at)
            if isinstance(block, VisibleTable):
                code = self._take_table(at, block, code, place)
                continue
            if heading is not None:
                code, place = heading.codes[0], heading.title
            elif at < self._headings.first and block.style == NAMES["Title"]:
                self._title.append(block.text.replace("\n", ""))
            else:
                self._take_text(at, block, code)
            self._places.update(dict.fromkeys(block.notes, place))

    def _take_text(self, at: int, paragraph: Paragraph, code: str) -> None:
        lines = [line.strip() for line in paragraph.text.split("\n") if line.strip()]
        if lines and (field := _ASIDE.get(paragraph.style)):
            self._others[field] = self._others.get(field, "") + "".join(lines)
        else:
            self._texts.setdefault(code, []).extend((at, line) for line in lines)

    def _take_table(self, at: int, table: VisibleTable, code: str, place: str) -> str:
        """Read a table; return the code of the text that goes on below it."""
        form_table = self._tables.get(at)
        for row in table.rows:
            for cell in row.cells:
                self._note_places(cell, place)
                for inner in cell.content:
                    if isinstance(inner, VisibleTable):
                        words = normalised(" ".join(one.text for line in inner.rows for one in line.cells))
                        self.remarks.append(f"“{place}”的表格里又放了一个表格，没有核对：“{words[:_LONGEST_MARGIN]}”")
                        self._more.append(words)
        if form_table is None:
            self.remarks.append(f"“{place}”下多出一个表格")
            self._more += [normalised(cell.text) for row in table.rows for cell in row.cells]
            return code
        content = read_table(form_table, table)
        for number, cell in content.found.items():
            self._note_places(cell, f"{self._form.sections[form_table.section].name}：{self._form.cells[number].name}")
            if text := normalised(cell.text):
                self.numbers[number] = text
        self.unread |= content.unread
        self._more += content.more
        if content.remark:
            self.remarks.append(content.remark)
            self.unsure |= set(form_table.cells)
        contents = self._form.sections[form_table.section].contents
        if code not in contents[: contents.index(form_table.id)]:
            return code  # it stands in another section
        return next(iter(contents[contents.index(form_table.id) + 1 :]), code)

    def _note_places(self, cell: VisibleCell, place: str) -> None:
        for block in cell.content:
            if not isinstance(block, VisibleTable):
                self._places.update(dict.fromkeys(block.notes, place))

    # ------------------------------------------------------------ what lost its style or its heading

    def _settle_fields(self, ours: Shown) -> None:
        """Find title, document number and so on where their paragraphs lost their style, but not their words."""
        if not self._title and ours.title:
            lead = self._texts.get(lead_code(self._form), [])
            for end in range(1, len(lead) + 1):
                if _same("".join(line for _, line in lead[:end]), ours.title):
                    self._title, lead[:end] = [ours.title], []
                    break
            else:
                self.unsure |= {TITLE, lead_code(self._form)}  # one of its lines may be the title
        for code, wanted in ours.others.items():
            for lines in self._texts.values() if code not in self._others else ():
                at = next((i for i, (_, line) in enumerate(lines) if _same(line, wanted)), None)
                if at is not None:
                    self._others[code] = lines.pop(at)[1]
                    break

    def _settle_texts(self, ours: Shown) -> None:
        """Put paragraphs back below their heading where that was struck or moved away from them."""
        doubtful = [code for code in self._form.texts if code in self.unsure]
        for code in doubtful:
            wanted = [normalised(line) for line in ours.texts.get(code, ())]
            for other in doubtful:
                if other == code or not wanted:
                    continue
                own = {normalised(line) for line in ours.texts.get(other, ())}
                lines = self._texts.get(other, [])
                strange = [one for one in lines if normalised(one[1]) not in own]
                moved = [one for one in strange[:_MOST_TRIED] if _is_near(normalised(one[1]), wanted)]
                if moved:
                    self._texts[other] = [one for one in lines if one not in moved]
                    self._texts[code] = sorted([*self._texts.get(code, []), *moved])

    def _name_missing(self) -> None:
        """Say of each heading and table that is gone so once, with what is gone below it."""
        gone = {table.id: table for table in self._gone}
        for table in gone.values():
            self.unread |= set(table.cells)
        missing = self._headings.missing
        whole = {heading.section.key for heading in missing if heading.level == 1}
        for heading in missing:
            if heading.level == 2 and heading.section.key in whole:
                continue  # named with its section
            codes = heading.section.contents if heading.level == 1 else heading.codes
            had = self._ours.texts if self._ours else {}
            lost = [code for code in codes if code in had and not self._texts.get(code)]
            tables = [gone.pop(code) for code in codes if code in gone]
            self.unread |= set(lost)
            below = "和".join(["文字"] * bool(lost) + ["表格"] * bool(tables))
            self.remarks.append(f"缺少标题“{heading.title}”{f'和其下的{below}' if below else ''}")
        self.remarks += [f"缺少{table.name}" for table in gone.values()]


def _same(one: str, other: str) -> bool:
    return normalised(one).replace(" ", "") == normalised(other).replace(" ", "")


def _is_near(line: str, wanted: Sequence[str]) -> bool:
    """Whether a line is one of these, or another version of one."""
    if line in wanted:
        return True
    matchers = (SequenceMatcher(None, line, other, autojunk=False) for other in wanted)
    return any(m.real_quick_ratio() > _NEAR and m.quick_ratio() > _NEAR and m.ratio() > _NEAR for m in matchers)
