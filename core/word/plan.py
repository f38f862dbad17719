"""The one layout of a report: what stands below what, in which look, how its tables are set and where pages may end.

Plain data without a library of documents. ``core.word.layout`` makes the Word template from it, and print draws it, so
that paper and file cannot differ.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import NamedTuple, TypeAlias

from core.form.form_definition import FormDefinition, GridItem, Section, Table
from core.form.printed_table import begins_left, head_rows, label_lines, may_break_before
from core.word.lines import Setting, count_lines, set_lines
from core.word.looks import Look, looks
from core.word.remembered import remembered
from core.word.style_profile import StyleProfile

TWIPS = 20
"""In a point."""

CELL_MARGINS = {"top": 0, "left": 28, "bottom": 0, "right": 28}
"""Twips free in a cell of a table; leaves a seven-digit number its place in 720 twips.

None above and below: programs differ in whether the least height of a row holds them.
"""

BORDER = 0.5
"""Points: width of a line of a table."""

PAIR = ".pair"
"""Behind the kind of a paragraph of two lines: no page ends between them."""

WHOLE, END, FREE = ".whole", ".end", ".free"
"""Behind the kind of the paragraph above unit and date: all of it stands with them, or its last two lines at least, or
these do anyhow, since the paragraph ends on another page than it begins. A note that stands with its table as a whole
has ``WHOLE`` behind the kind of each paragraph, the last one ``PAIR``."""

ABOVE = ".above"
"""Behind all that, where a table follows: half a line is left free between them."""

MOST_HALVES = 6
DOWN = tuple(f".down{halves}" for halves in range(MOST_HALVES + 1))
"""Behind the kind of a heading that stands lower by so many half lines, so that unit and date are not left alone."""

_PAIR_LINES = 2
_BEFORE_TABLE = 1.5  # lines that a page must hold beside a table with room above: heading, and that room
_WIDE_TABLE = 7  # columns from which the smaller size is used
_ROW_HEIGHT = {"Table": 440, "WideTable": 330}  # twips at least: table 三 leaves a page its heading and two lines
_STRETCH = 0.12  # of the size, between the signs of a justified line: as much as is not seen yet
_DIGIT_WIDTH = 0.5  # of the size, in Times New Roman
_PAGE_WIDTH, _PAGE_HEIGHT = 11906, 16838  # twips
_MM = 1440 / 25.4  # twips


class ParagraphPlan(NamedTuple):
    """Where paragraphs stand.

    Attributes:
        code: Of what is filled in; "" for an empty line.
        looks: Id of the style for each kind of paragraph: plain; point, such as （一）成效; address, with a long word;
            marked, of a note that begins with 注：; more, where that goes on.
        is_below_table: Whether a table, or the note of one, comes before it: half a line is left free above.
        kept: What may keep a paragraph, behind its kind: ``PAIR``, ``WHOLE`` and so on.
        may_be_above: Whether a table may follow, with half a line left free between.
        may_be_down: Whether it may stand lower, so that it does not.
    """

    code: str
    looks: Mapping[str, str]
    is_below_table: bool = False
    kept: tuple[str, ...] = ()
    may_be_above: bool = False
    may_be_down: bool = False


class CellPlan(NamedTuple):
    """A (merged) cell of a table.

    Attributes:
        item: What stands there in the form.
        width: Of the cell, in twips.
        room: Between the margins of the cell, in twips.
        look: Id of the style of its paragraph.
        left: Indent at the left beyond that of the style, in twips.
        right: The same at the right.
        first: What is added at the left of the first line.
    """

    item: GridItem
    width: int
    room: int
    look: str
    left: int = 0
    right: int = 0
    first: int = 0


class RowPlan(NamedTuple):
    """A row of a table.

    Attributes:
        cells: Those that begin in it or reach into it from above, from left to right.
        height: Twips at least.
        is_head: Whether it is repeated where the table goes on.
        keeps_next: Whether no page may end below it.
    """

    cells: tuple[CellPlan, ...]
    height: int
    is_head: bool
    keeps_next: bool


class TablePlan(NamedTuple):
    """A table of the report.

    Attributes:
        widths: Of the columns of its grid, in twips.
    """

    table: Table
    widths: tuple[int, ...]
    rows: tuple[RowPlan, ...]


Plan: TypeAlias = tuple[ParagraphPlan | TablePlan, ...]


def report_plan(form: FormDefinition, profile: StyleProfile) -> Plan:
    """Return the layout of a report in this form and style."""
    return tuple(_parts(form, profile))


def text_width(profile: StyleProfile) -> int:
    """Return the width between the margins in twips: 8845 for the 156 mm of an official document."""
    return _PAGE_WIDTH - round(profile.margins["left"] * _MM) - round(profile.margins["right"] * _MM)


def text_height(profile: StyleProfile) -> int:
    """Return the height between the margins in twips."""
    return _PAGE_HEIGHT - round(profile.margins["top"] * _MM) - round(profile.margins["bottom"] * _MM)


def grid_step(profile: StyleProfile) -> float:
    """Return how much room a sign of the body takes on the grid of the page, in points."""
    return text_width(profile) // profile.characters / TWIPS


def signed_characters(profile: StyleProfile) -> int:
    """Return how many Chinese characters of the unit that signs stand in a line."""
    look = looks(profile)["SignOff"]
    return int((text_width(profile) / TWIPS - look.left - look.right) / look.size)


def setting(look: Look, profile: StyleProfile, room: float) -> Setting:
    """Return how the lines of a paragraph in this look are set in a room of so many points."""
    first = look.first * look.size
    if not look.is_on_grid:
        return Setting(room, look.size, look.size, look.align, look.left, look.right, first)
    return Setting(room, look.size, grid_step(profile), look.align, look.left, look.right, first)


def pair(text: str, profile: StyleProfile) -> str:
    """Return what keeps a paragraph of the body whole that has two lines: ``PAIR``; "" for any other."""
    fitting = profile.characters
    # Most paragraphs have more lines or fewer by their length alone: breaking all into lines would cost time
    is_likely = fitting < 2 * len(text) and len(text) <= 2 * fitting / _DIGIT_WIDTH
    return PAIR if is_likely and body_lines(text, profile) == _PAIR_LINES else ""


def is_stretched(text: str, profile: StyleProfile) -> bool:
    """Whether a line of a paragraph of the body would be seen to be stretched, were it justified."""
    look = looks(profile)["BodyText"]
    room = setting(look, profile, text_width(profile) / TWIPS)
    lines = set_lines(text, room, lambda word: len(word) * _DIGIT_WIDTH * look.size)
    return any(p.spacing - room.step + room.size > _STRETCH * look.size for line in lines for p in line.pieces)


def body_lines(text: str, profile: StyleProfile) -> int:
    """Return how many lines a paragraph of the body has."""
    look = looks(profile)["BodyText"]
    return _line_count(text, setting(look, profile, text_width(profile) / TWIPS), look.size)


@lru_cache(maxsize=512)  # most paragraphs are the same when the report is made again
def _line_count(text: str, room: Setting, size: float) -> int:
    return count_lines(text, room, lambda word: len(word) * _DIGIT_WIDTH * size)


def look_of(plan: ParagraphPlan, kind: str, known: Mapping[str, Look]) -> Look:
    """Return the look of a paragraph of a kind that stands at this place."""
    name, dot, kept = kind.removesuffix(ABOVE).partition(".")
    look = known[plan.looks.get(name, plan.looks["plain"])]
    if kind.endswith(ABOVE):
        look = look._replace(after=look.pitch / 2)
    if dot + kept in DOWN:
        return look._replace(before=look.before + DOWN.index(dot + kept) * look.pitch / 2)
    if dot + kept == PAIR:
        return look._replace(keeps_lines=True)
    if dot + kept == FREE:
        return look._replace(keeps_edges=True)
    return look._replace(keeps_next=dot + kept == WHOLE, keeps_end=dot + kept == END) if kept else look


def balanced(label: str, room: int, size: float) -> tuple[int, int, int]:
    """Return the indents that make the lines of a label about equally long, a leading （三） on a line of its own.

    Left, right and of the first line, in twips; ``room`` too.
    """
    character = round(size * TWIPS)
    fitting = room // character
    if len(label) <= fitting or fitting < 2:
        return 0, 0, 0
    lines = label_lines(label, fitting)
    longest = max(map(len, lines)) if len(lines) > 1 else -(-len(label) // -(-len(label) // fitting))
    spare = max(room - longest * character - character // 4, 0)
    # Just enough that the next character goes to the second line; the lines stay nearly centred.
    is_short = len(lines) > 1 and len(lines[0]) < longest
    first = (longest - len(lines[0])) * character - character // 2 if is_short else 0
    return spare // 2, spare // 2, first


def _parts(form: FormDefinition, profile: StyleProfile) -> Iterator[ParagraphPlan | TablePlan]:
    """Document number and addressee where given, title, one empty line, lead paragraph; sections; unit and date."""
    yield _place("meta.doc_number", "DocumentNumber")
    yield _place("title", "Title")
    yield ParagraphPlan("", {"plain": "AfterTitle"})
    yield _place("meta.addressee", "Addressee")
    for text in form.texts.values():
        if not text.section:
            yield from _text(form, text.code)
    is_below_table = False
    last = list(form.sections)[-1]
    for section in form.sections.values():
        above = above_tables(form, section, profile)
        name = f"title.{section.key}"
        yield ParagraphPlan(
            name, {"plain": "Heading1"}, is_below_table, may_be_above=bool(above), may_be_down=not above
        )
        for content in section.contents:
            if content in form.tables:
                yield table_plan(form.tables[content], profile)
            else:
                yield from _text(form, content, may_be_above=content in above, may_close=section.key == last)
            is_below_table = content in form.tables or form.texts[content].is_note
    yield _place("seal", "SealRoom")
    yield _place("meta.sign_off", "SignOff")
    yield _place("meta.date", "SignDate")


def _place(code: str, look: str) -> ParagraphPlan:
    return ParagraphPlan(code, {"plain": look})


def above_tables(form: FormDefinition, section: Section, profile: StyleProfile) -> tuple[str, ...]:
    """Return the texts of a section that stand above a table with room above it; "" stands for its title.

    A table that fills a page with its heading has none.
    """
    found: list[str] = []
    texts = [""]
    for content in section.contents:
        if content in form.texts:
            texts.append(content)
        else:
            found += texts if lines_beside(form.tables[content], profile) >= _BEFORE_TABLE else ()
            texts = []
    return tuple(found)


def _text(
    form: FormDefinition, code: str, *, may_be_above: bool = False, may_close: bool = False
) -> Iterator[ParagraphPlan]:
    """The place of one text, its sub-heading before it."""
    text = form.texts[code]
    if text.heading:
        yield _place(f"heading.{code}", "Heading2")
    kinds = {"plain": "BodyText", "point": "BodyPoint", "address": "BodyAddress"}
    notes = {"plain": "TableNote", "marked": "TableNoteMarked", "more": "TableNoteMore"}
    looks_of = notes if text.is_note else kinds
    kept = (PAIR, WHOLE) if text.is_note else (PAIR, WHOLE, END, FREE) if may_close else (PAIR,)
    yield ParagraphPlan(code, looks_of, kept=kept, may_be_above=may_be_above)


@remembered
def table_plan(table: Table, profile: StyleProfile) -> TablePlan:
    """Return a table in its official shape; on one page where that is wanted and holds it."""
    prefix, rows, look = _set(table, profile)
    widths = _scaled(table.widths, text_width(profile))
    is_whole = not head_rows(table) or profile.is_table_whole
    is_whole = is_whole and _height(rows, look, prefix) + profile.pitch * TWIPS <= text_height(profile)
    last = len(rows) - 1
    # One that stays whole repeats nothing, but its head is still told from its numbers, even where others follow
    heads = table.header_height if is_whole else head_rows(table)
    return TablePlan(
        table,
        tuple(widths),
        tuple(
            RowPlan(
                tuple(cells),
                _ROW_HEIGHT[prefix],
                top < heads,
                top < last and (is_whole or not may_break_before(table, top + 1)),
            )
            for top, cells in enumerate(rows)
        ),
    )


@remembered
def number_cells(table: Table, profile: StyleProfile) -> list[list[CellPlan]]:
    """Return the cells of a table that hold numbers, row by row, as they are planned there; quicker than the plan."""
    look = f"{'WideTable' if table.width >= _WIDE_TABLE else 'Table'}Number"
    edges = [0, *accumulate(_scaled(table.widths, text_width(profile)))]
    sides = CELL_MARGINS["left"] + CELL_MARGINS["right"]
    return [
        [
            CellPlan(item, width, width - sides, look)
            for item in row
            if item.code and (width := edges[item.left + item.width] - edges[item.left])
        ]
        for row in table.grid
    ]


@remembered
def _set(table: Table, profile: StyleProfile) -> tuple[str, list[list[CellPlan]], Look]:
    """Return what its styles begin with, its cells row by row, and the look of its labels."""
    prefix = "WideTable" if table.width >= _WIDE_TABLE else "Table"
    look = looks(profile)[f"{prefix}Label"]
    widths = _scaled(table.widths, text_width(profile))
    return prefix, [_cells(table, top, widths, look, prefix) for top in range(len(table.grid))], look


def _scaled(widths: tuple[int, ...], width: int) -> list[int]:
    """The column widths in twips, together as wide as the text; with the usual margins those of the form."""
    total = sum(widths)
    edges = [round(sum(widths[:i]) * width / total) for i in range(len(widths) + 1)]
    return [right - left for left, right in pairwise(edges)]


def _cells(table: Table, top: int, widths: list[int], look: Look, prefix: str) -> list[CellPlan]:
    covering = [item for row in table.grid[: top + 1] for item in row if item.top + item.height > top]
    cells = []
    for item in sorted(covering, key=lambda item: item.left):
        width = sum(widths[item.left : item.left + item.width])
        room = width - CELL_MARGINS["left"] - CELL_MARGINS["right"]
        kind = "Number" if item.code else "Row" if begins_left(item) else "Label"
        indents = balanced(item.label, room, look.size) if kind == "Label" else (0, 0, 0)
        cells.append(CellPlan(item, width, room, f"{prefix}{kind}", *indents))
    return cells


def cell_setting(cell: CellPlan, look: Look) -> Setting:
    """Return how the lines of a cell are set between its margins."""
    left, right = look.left + cell.left / TWIPS, look.right + cell.right / TWIPS
    return Setting(cell.room / TWIPS, look.size, look.size, look.align, left, right, cell.first / TWIPS)


@remembered
def lines_beside(table: Table, profile: StyleProfile) -> float:
    """Return how many lines a page holds beside a table."""
    prefix, rows, look = _set(table, profile)
    return (text_height(profile) - _height(rows, look, prefix)) / (profile.pitch * TWIPS)


def _height(rows: list[list[CellPlan]], look: Look, prefix: str) -> float:
    """How high a table is with its labels and numbers of one line, in twips."""
    heights = [_ROW_HEIGHT[prefix] + BORDER * TWIPS] * len(rows)
    labels = {(cell.item.top, cell.item.left): cell for row in rows for cell in row if cell.item.label}
    for cell in sorted(labels.values(), key=lambda cell: cell.item.height):
        lines = _line_count(cell.item.label, cell_setting(cell, look), look.size)
        covered = slice(cell.item.top, cell.item.top + cell.item.height)
        short = lines * look.pitch * TWIPS + BORDER * TWIPS - sum(heights[covered])
        heights[covered.stop - 1] += max(short, 0)
    return sum(heights)
