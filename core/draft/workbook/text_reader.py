"""Reads the texts of a draft: each from the heading that is printed above it to the next one on the same sheet.

Defined names and the key column stay where they are when somebody exchanges headings, or headings with their texts, in
Excel. As with the rows of tables the printed heading decides, together with the title of the sheet, and what neither
names clearly is not read; both is told, to be looked at.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from core.base.short_texts import some_of
from core.checks.findings import inner_quotes
from core.draft.workbook.beside import remark_beside_text
from core.draft.workbook.codes import HEADING_KEY
from core.draft.workbook.found import CellPlace
from core.draft.workbook.labels import Label, Labelled, Printed, known_names, plain_label, sources_of
from core.draft.workbook.moved_labels import shortened
from core.draft.workbook.reading import WorkbookReading
from core.draft.workbook.sheet_plan import column_key
from core.draft.workbook.text_sheets import HEADING_GAP, TITLE_ROW, heading_of, title_of
from core.form.form_definition import FormDefinition
from core.report.entry_text import clean_text

_STRANGE = "“{name}”中的{said}在表格里不是文字（日期、时间、逻辑值、公式或公式错误），已按文字读入，请核对。"
_MOVED = "这里的标题是“{text}”，表样是“{label}”，可能移动过标题或文字；"
_READ = "文字已按看到的标题读入，请核对。"
_UNREAD = "标题重复或对不上，下面的文字没有读入，请核对后填写。"
_REWORDED = "这里的标题改成了“{text}”，表样是“{label}”，文字仍按原来的位置读入。"
_DOUBT = "{moved}，可能移动过标题或文字；{read}请逐段核对。"
_OTHER_HEADING = "“{text}”是另一部分的标题，它下面的文字没有读入，请移到那一部分。"
_OTHER_DOUBT = "“{name}”的格子里另有标题“{text}”，它下面的文字没有读入，请核对。"
_NUMBER = "这一格是数字，不是文字，已按“{text}”读入，印成单独一段或接在上一段后面，请核对。"
_NAMED = 3


@dataclass(slots=True)
class _Block:
    """Where a text stands.

    Attributes:
        head: The row of its heading.
        rows: The rows of its paragraphs.
        column: The column of its paragraphs.
    """

    sheet: str
    head: int
    rows: range
    column: int


@dataclass(slots=True)
class _Headings:
    """What the headings of a form may be written as.

    Attributes:
        labelled: Each text with its heading and the title of its sheet.
        names: The heading or title that words are, by whether they are a heading, and the words.
    """

    labelled: list[Labelled] = field(default_factory=list)
    names: dict[tuple[bool, str], str] = field(default_factory=dict)

    def known(self, text: str, *, is_heading: bool) -> str:
        """Return the heading or title that is printed, as it is compared; "" for none of the form."""
        words = text.partition(HEADING_GAP)[0]
        return self.names.get((is_heading, plain_label(words)), "") if words.strip() else ""


def read_texts(reading: WorkbookReading, *, is_own_version: bool) -> None:
    """Read all texts, each under the heading that is seen above it.

    Args:
        reading: The reading.
        is_own_version: Whether this version of the program wrote the workbook, so that its headings are known.
    """
    headings = _headings(reading.form)
    blocks = _blocks(reading, headings)
    printed = {
        one.code: _printed(reading, headings, one, blocks[one.code]) for one in headings.labelled if one.code in blocks
    }
    moved = any(label.is_moved for labels in printed.values() for label in labels)
    source = sources_of(headings.labelled, printed) if moved else {}
    if is_own_version:
        _remark_reworded(reading, printed)
    if source:
        _follow(reading, blocks, printed, source)
    for code in reading.form.texts:
        block = blocks.get(source.get(code, code) or "")
        if block is not None:
            reading.builder.set_text(code, _paragraphs(reading, headings, code, block))
            _doubt_strange(reading, code)


@lru_cache(maxsize=8)
def _headings(form: FormDefinition) -> _Headings:
    found = _Headings()
    for code, item in form.texts.items():
        labels = (
            Label((0, 1), heading_of(item), is_row=True),
            Label((TITLE_ROW, 1), title_of(form, item), is_row=False),
        )
        found.labelled.append(Labelled(code, (0, 2), labels))
    found.names = known_names(found.labelled)
    for item in form.texts.values():  # somebody may have taken out the gap before the hint
        found.names.setdefault((True, plain_label(heading_of(item) + item.hint)), plain_label(heading_of(item)))
    return found


def _blocks(reading: WorkbookReading, headings: _Headings) -> dict[str, _Block]:
    """Return where each text stands: from its heading to the next one on the same sheet."""
    by_sheet: dict[str, list[tuple[int, int, str]]] = {}
    for code, item in reading.form.texts.items():
        place = reading.place_of(code, item.heading or item.name)
        if place:
            by_sheet.setdefault(place[0], []).append((place[1], place[2], code))
    blocks: dict[str, _Block] = {}
    for sheet, texts in by_sheet.items():
        texts.sort()
        cells = reading.finder.book.sheets[sheet]
        heads: list[int] = []
        for row, column, code in texts:
            above = cells.get((row - 1, reading.finder.column_before(sheet, column)))
            head = reading.finder.keys[sheet].rows.get(HEADING_KEY + code, row - 1)
            is_above = above is not None and headings.known(above.text, is_heading=True)
            heads.append(head if not is_above and (heads[-1] if heads else -1) < head < row else row - 1)
        heads.append(max((row for row, _ in cells), default=0) + 1)
        for (_, column, code), head, after in zip(texts, heads[:-1], heads[1:], strict=True):
            blocks[code] = _Block(sheet, head, range(head + 1, after), column)
    return blocks


def _printed(reading: WorkbookReading, headings: _Headings, one: Labelled, block: _Block) -> list[Printed]:
    """Return what stands where the heading of a text and the title of its sheet belong."""
    keys, cells = reading.finder.keys[block.sheet], reading.finder.book.sheets[block.sheet]
    before = reading.finder.column_before(block.sheet, block.column)
    title = (keys.rows.get(f"r{TITLE_ROW}", TITLE_ROW), keys.columns.get(column_key(1), before))
    found = []
    for label, at in zip(one.labels, ((block.head, before), title), strict=True):
        cell = cells.get(at)
        text = cell.text.partition(HEADING_GAP)[0] if cell is not None else ""
        known = headings.known(cell.text, is_heading=label.is_row) if cell is not None else ""
        found.append(Printed((block.sheet, *at), label, text, known))
    return found


def _remark_reworded(reading: WorkbookReading, printed: Mapping[str, list[Printed]]) -> None:
    """Note headings and titles that are none of the form; words added to one are no change."""
    told: set[CellPlace] = set()
    for one in (one for labels in printed.values() for one in labels):
        if one.known or not one.text.strip() or one.place in told:
            continue
        told.add(one.place)
        if plain_label(one.label.text) not in plain_label(one.text):
            words = {"text": shortened(one.text), "label": shortened(one.label.text)}
            reading.remark(one.place, inner_quotes(_REWORDED.format(**words)))


def _follow(
    reading: WorkbookReading,
    blocks: Mapping[str, _Block],
    printed: Mapping[str, list[Printed]],
    source: Mapping[str, str | None],
) -> None:
    """Have the texts found by their headings, and tell each heading that stands elsewhere; doubt them together."""
    places = {code: reading.finder.place(code) for code in printed}
    reading.finder.moved |= {code: places[at] if at else None for code, at in source.items()}
    used = {at for at in source.values() if at}
    said: dict[CellPlace, str] = {}
    left_out = []
    for code, labels in printed.items():
        if not any(one.is_moved for one in labels) or not _is_filled(reading, blocks[code]):
            continue
        if code not in used:
            left_out.append(code)
            reading.told_rows |= {(blocks[code].sheet, row) for row in blocks[code].rows}
        for one in labels:
            if one.is_moved and one.place not in said:
                text, label = shortened(one.text), shortened(one.label.text)
                outcome = _READ if code in used else _UNREAD
                reading.remark(one.place, inner_quotes(_MOVED.format(text=text, label=label) + outcome))
                said[one.place] = f"工作表“{one.place[0]}”第{one.place[1] + 1}行的标题是“{text}”（表样是“{label}”）"
    if said:
        outcome = "文字已按看到的标题读入，" * (len(left_out) < len(source)) + "对不上的没有读入，" * bool(left_out)
        moved = some_of(list(said.values()), _NAMED, "处")
        reading.doubt(source, inner_quotes(_DOUBT.format(moved=moved, read=outcome)))


def _is_filled(reading: WorkbookReading, block: _Block) -> bool:
    cells = reading.finder.book.sheets[block.sheet]
    found = (cells.get((row, block.column)) for row in block.rows)
    return any(cell is not None and cell.text.strip() for cell in found)


def _paragraphs(reading: WorkbookReading, headings: _Headings, code: str, block: _Block) -> str:
    """Return the text of a block, one paragraph a cell; blank cells are empty lines."""
    lines: list[str] = []
    sheet, column = block.sheet, block.column
    marks = reading.finder.column_before(sheet, column)
    for row in block.rows:
        if _is_other_heading(reading, headings, code, (sheet, row, marks)):
            reading.told_rows |= {(sheet, other) for other in range(row, block.rows.stop)}
            break
        line = reading.text_at(sheet, row, column)
        _note_cell(reading, code, (sheet, row, column))
        if reading.is_continued(sheet, row, marks) and any(lines):
            while not lines[-1]:  # a blank row was inserted in the middle of a paragraph
                lines.pop()
            lines[-1] += line
        else:
            lines.append(line)
            remark_beside_text(reading, sheet, row, marks, column)
    return clean_text("\n".join(lines))


def _note_cell(reading: WorkbookReading, code: str, place: CellPlace) -> None:
    """Note a cell of a text, and tell one that holds a number or a day; a number drawn otherwise is told elsewhere."""
    cell = reading.use(*place)
    if cell is not None:
        reading.text_cells.setdefault(code, []).append(place)
    if cell is not None and cell.kind == "date":  # 2025-12-31 would be printed as a paragraph of its own
        reading.strange.append(cell.text)
    if cell is not None and cell.kind == "number" and not cell.is_masked:
        reading.remark(place, _NUMBER.format(text=cell.text))


def _is_other_heading(reading: WorkbookReading, headings: _Headings, code: str, place: CellPlace) -> bool:
    """Return whether the heading of another text stands among the paragraphs of one; what is below it is not read."""
    cell = reading.finder.book.sheets[place[0]].get(place[1:])
    known = headings.known(cell.text, is_heading=True) if cell is not None else ""
    item = reading.form.texts[code]
    if cell is None or known in ("", plain_label(heading_of(item))):
        return False
    text = shortened(cell.text.partition(HEADING_GAP)[0])
    reading.remark(place, inner_quotes(_OTHER_HEADING.format(text=text)))
    reading.doubt([code], inner_quotes(_OTHER_DOUBT.format(name=item.name, text=text)))
    return True


def _doubt_strange(reading: WorkbookReading, code: str) -> None:
    """Doubt a text in which something is a value of Excel, which would be printed as a word of it."""
    if reading.strange:
        said = some_of([f"“{text}”" for text in reading.strange], _NAMED, "处")
        reading.doubt([code], _STRANGE.format(name=reading.form.texts[code].name, said=said))
        reading.strange.clear()
