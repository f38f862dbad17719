"""Which number cell of a row stands in which column of the form, told by the header above it.

Where the rows of a table end at the same edge, cells and headers are matched by their edges, so that dragged column
borders, merged cells and additional columns do no harm. Where they do not (plain text, web pages without spans), or
where the edges leave a column of the header without a cell (spans that are wrong), the labels of the header are taken
in their order, and a row must have just as many cells. If neither works out, the row is not read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from core.published.labels import NEAR_IN_PLACE, LabelSet, Match, missing_between
from core.published.number_cells import is_value
from core.published.table_rows import DataRow
from core.published.vocabulary import TableWords, vocabulary
from core.visible.blocks import Row, VisibleCell

_TWIPS = 500
"""Wider tables are measured in twips, narrower ones in columns."""

_MOST_CELLS = 500
"""Cells of a header row, more than which are no form: the widest has ten columns."""

HALF = 0.5
"""Share of the narrower of two cells that must lie under the other one."""


@dataclass(slots=True)
class ColumnHead:
    """A column as the header shows it.

    Attributes:
        left: Left edge; 0 where edges mean nothing.
        right: Right edge.
        texts: What stands above it, top first, blanks left out.
        row: Key of the row, where row labels stand in the header; "" otherwise.
        column: Key of the column; "" where it is none of the form's.
        score: Similarity of the column label.
        is_doubtful: Whether only its place tells what it stands for, which the clerk is told.
    """

    left: float
    right: float
    texts: list[str]
    row: str = ""
    column: str = ""
    score: float = 0.0
    is_doubtful: bool = False

    @property
    def is_ours(self) -> bool:
        """Whether it is a column of the form."""
        return bool(self.column)


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns over a row, told in two ways.

    Attributes:
        edges: By the edges of the header cells, left to right; empty where edges mean nothing.
        ordered: By the order of the labels in the header.
    """

    edges: list[ColumnHead]
    ordered: list[ColumnHead]

    @property
    def score(self) -> float:
        """How well the header fits the form."""
        return max(sum(head.score for head in heads) for heads in (self.edges, self.ordered))

    @property
    def ours(self) -> int:
        """Number of columns of the form that the header names."""
        return max(sum(head.is_ours for head in heads) for heads in (self.edges, self.ordered))


def columns_over(data: DataRow, words: TableWords, *, is_ragged: bool) -> Columns:
    """Return the columns over a row; both lists are empty where its header names none of the form's."""
    if any(len(row.cells) > _MOST_CELLS for row in data.header):
        return Columns([], [])
    edges = [] if is_ragged else _by_edges(data.header, words, data.edge)
    ordered = _ordered(data.header, words)
    found = [heads if any(head.is_ours for head in heads) else [] for heads in (edges, ordered)]
    return Columns(*found)


def assign(
    values: Sequence[VisibleCell], columns: Columns, *, is_cut: bool
) -> list[tuple[ColumnHead, VisibleCell]] | None:
    """Return each number cell with its column; None where it cannot be told.

    A blank cell over several columns stands for a blank in each of them.

    Args:
        values: The cells behind the label.
        columns: The columns above them.
        is_cut: Whether blanks may have been cut off at its end, so that nobody can tell which columns those at its
            beginning stand for.
    """
    named = [head for head in columns.ordered if head.is_ours]
    pairs = _by_place(values, columns.edges) if columns.edges else None
    unlabelled = {id(head) for head in _unlabelled(columns.edges)}
    has_stray = any(cell.text and id(head) in unlabelled for head, cell in pairs or ())
    if has_stray and any(head.is_ours and not cell.text for head, cell in pairs or ()):
        pairs = None  # the numbers do not stand below their labels
    reached = {(head.row, head.column) for head, _ in pairs or ()}
    if pairs is not None and reached.issuperset((head.row, head.column) for head in named):
        return pairs
    if not columns.edges and is_cut and values and not values[0].text:
        return None
    cells = list(values) if columns.edges else _trimmed(values, len(columns.ordered))
    if len(cells) == len(columns.ordered) and not _has_more(columns, cells):
        return list(zip(columns.ordered, cells, strict=True))
    sure = [(head.row, head.column) for head in named if not head.is_doubtful]
    if pairs is not None and not has_stray and reached.issuperset(sure):
        return pairs  # a column of the form, such as 总计, is not printed at all
    return None


def _unlabelled(heads: Sequence[ColumnHead]) -> list[ColumnHead]:
    """Return the columns that have no label of their own, only one of a group or none at all."""
    foreign = [head for head in heads if not head.is_ours]
    groups = {text for head in heads if head.is_ours for text in head.texts[:-1]} if foreign else set()
    return [head for head in foreign if not set(head.texts[-1:]) - groups]


def _has_more(columns: Columns, cells: Sequence[VisibleCell]) -> bool:
    """Whether a row seems to have a cell of a column that is not among the ordered ones (单位, 备注)."""
    if not columns.ordered:
        return False
    first, last = columns.ordered[0], columns.ordered[-1]
    foreign = sum(not head.is_ours for head in columns.edges) - len(_unlabelled(columns.edges))
    if not first.row and foreign > sum(not head.is_ours for head in columns.ordered):
        return True
    ends = [cell.text for cell, head in ((cells[0], first), (cells[-1], last)) if head.is_ours]
    return any(not is_value(text) and not any(char.isdecimal() for char in text) for text in ends)


def _by_place(
    values: Sequence[VisibleCell], heads: Sequence[ColumnHead]
) -> list[tuple[ColumnHead, VisibleCell]] | None:
    """Return each number cell with the column it stands under; None where one stands under several or two under one.

    Blanks beside a number under one wide column, whose cells were not merged, do no harm.
    """
    if len(values) == len(heads):
        return list(zip(heads, values, strict=True))
    taken: dict[int, VisibleCell] = {}
    for cell in values:
        under = [head for head in heads if _share(cell, head) >= HALF]
        ours = [head for head in under if head.is_ours]
        if (len(ours) > 1 or not under) and cell.text:
            return None
        for head in ours or under[:1]:
            if id(head) in taken and taken[id(head)].text and cell.text:
                return None
            if id(head) not in taken or cell.text:
                taken[id(head)] = cell
    return [(head, taken[id(head)]) for head in heads if id(head) in taken]


def _share(cell: VisibleCell, head: ColumnHead) -> float:
    shared = min(cell.right, head.right) - max(cell.left, head.left)
    narrower = min(cell.right - cell.left, head.right - head.left)
    return shared / narrower if narrower > 0 else 0.0


def _trimmed(values: Sequence[VisibleCell], wanted: int) -> list[VisibleCell]:
    """Return the values without surplus blanks at one end, as far as it is clear which end."""
    cells = list(values)
    while len(cells) > wanted and not cells[0].text and (cells[-1].text or not any(c.text for c in cells)):
        cells.pop(0)
    while len(cells) > wanted and not cells[-1].text and cells[0].text:
        cells.pop()
    return cells


def best_label(texts: Sequence[str], labels: LabelSet) -> Match | None:
    """Return the label that a stack of header cells stands for: the deepest, or one that is cut over several rows."""
    best: Match | None = None
    for end in range(len(texts), 0, -1):
        for start in range(end - 1, -1, -1):
            match = labels.match("".join(texts[start:end]))
            if match is not None and (best is None or match.score > best.score):
                best = match
        if best is not None and best.score == 1.0:
            break
    return best


def _label(head: ColumnHead, words: TableWords, inherited: str) -> None:
    """Find out what a column stands for; ``inherited`` is the row of the column before where this one names none."""
    if words.is_headed:
        row = best_label(head.texts[:-1], words.rows) or best_label(head.texts, words.rows)
        head.row = row.key if row is not None else inherited
    match = best_label(head.texts, words.columns)
    if match is not None and (head.row or not words.is_headed):
        head.column, head.score = match.key, match.score


def _by_edges(header: list[Row], words: TableWords, edge: float) -> list[ColumnHead]:
    """Return the columns right of an edge, each with all header cells above it."""
    cells = [cell for row in header for cell in row.cells]
    borders = sorted({x for cell in cells for x in (cell.left, cell.right) if x >= edge} | {edge})
    found: list[tuple[ColumnHead, VisibleCell]] = []
    for left, right in pairwise(borders):
        middle = (left + right) / 2
        lowest = next((cell for cell in reversed(cells) if cell.left < middle < cell.right), None)
        if lowest is None:
            continue
        if found and lowest is found[-1][1]:
            found[-1][0].right = right
        else:
            found.append((ColumnHead(left, right, []), lowest))
    widest = max((cell.right for cell in cells), default=0)
    sliver = 0.5 if widest < _TWIPS else 0.02 * widest  # what dragged borders leave between two columns
    heads = [head for head, _ in found if head.right - head.left > sliver]
    labelled = [(text, cell) for cell in cells if (text := cell.text)]
    for head in heads:
        head.texts = [text for text, cell in labelled if _share(cell, head) >= HALF]
    return _without_doubles(_labelled(heads, words), words)


def _labelled(heads: list[ColumnHead], words: TableWords) -> list[ColumnHead]:
    """Find out what each column stands for.

    Without merged cells a row label in the header stands over its first column only, with blanks behind it.
    """
    for before, head in zip([None, *heads], heads, strict=False):
        inherited = before.row if before is not None and len(head.texts) == 1 else ""
        _label(head, words, inherited)
    return _completed(heads, words)


def _completed(heads: list[ColumnHead], words: TableWords) -> list[ColumnHead]:
    """Take a column that stands just where one of the form is missing for that one, if its label is like enough."""
    if words.is_headed:
        return heads
    found = {head.column for head in heads if head.is_ours}
    for before, head, after in zip(heads, heads[1:], heads[2:], strict=False):
        if head.is_ours or not head.texts:
            continue
        key = missing_between(words.column_keys, found, before.column, after.column)
        if key and words.columns.likeness(head.texts[-1], key) >= NEAR_IN_PLACE:
            head.column, head.is_doubtful = key, True
    return heads


def _without_doubles(heads: list[ColumnHead], words: TableWords) -> list[ColumnHead]:
    """Take a column label that stands over several columns from those that have another label below it."""
    seen: dict[tuple[str, str], list[ColumnHead]] = {}
    for head in heads:
        if head.is_ours:
            seen.setdefault((head.row, head.column), []).append(head)
    for same in seen.values():
        for head in same if len(same) > 1 else []:
            if words.columns.match(head.texts[-1]) is None:
                head.column = ""
    return heads


def _ordered(header: list[Row], words: TableWords) -> list[ColumnHead]:
    """Return the columns in the order in which the labels stand, where edges mean nothing."""
    lines = [[(cell.text, words.columns.match(cell.text)) for cell in row.cells] for row in header]
    if words.is_headed:
        return _ordered_groups(header, lines, words)
    whole = next(
        (line for line in reversed(lines) if sum(m is not None for _, m in line) * 4 >= _expected(words) * 3), None
    )
    if whole is None and not _has_levels(words):
        whole = next((line for line in reversed(lines) if any(m for _, m in line)), None)
    if whole is not None:
        first = next(i for i, (_, match) in enumerate(whole) if match is not None)
        return _completed([_made(text, match) for text, match in whole[first:]], words)
    return _merged_order(lines, words)


def _expected(words: TableWords) -> int:
    return len(words.table.columns)


def _has_levels(words: TableWords) -> bool:
    """Whether the columns of the form stand in header rows of different depth (table 三)."""
    tops = {item.top for row in words.table.grid for item in row if item.column_key}
    first = next(item.top for row in words.table.grid for item in row if item.code)
    return len([top for top in tops if top < first]) > 1


def _made(text: str, match: Match | None) -> ColumnHead:
    head = ColumnHead(0, 0, [text] if text else [])
    if match is not None:
        head.column, head.score = match.key, match.score
    return head


def _merged_order(lines: list[list[tuple[str, Match | None]]], words: TableWords) -> list[ColumnHead]:
    """Lay header rows of different depth together: the order of the form, changed where a row shows another one."""
    found: dict[str, Match] = {}
    order = list(words.column_keys)
    extra: dict[str, list[str]] = {}  # unknown labels by the column before them
    for line in lines:
        keys = [match.key for _, match in line if match is not None]
        found.update({match.key: match for _, match in line if match is not None})
        if len(keys) < 2 or len(set(keys)) < len(keys):
            continue
        order = _with_group(line, keys, order)
        places = sorted(order.index(key) for key in keys)
        for place, key in zip(places, keys, strict=True):
            order[place] = key
        before = ""
        for text, match in line:
            if match is not None:
                before = match.key
            elif text and before and len(keys) > len(order) // 2:
                extra.setdefault(before, []).append(text)
    if len(found) * 2 < len(order):
        return []
    heads: list[ColumnHead] = []
    for key in order:
        head = _made("", found.get(key, Match(key, 0.0)))
        head.is_doubtful = key not in found
        heads.append(head)
        heads += [_made(text, None) for text in extra.get(key, [])]
    return heads


def _with_group(line: list[tuple[str, Match | None]], keys: list[str], order: list[str]) -> list[str]:
    """Return the order of the columns with those of a group (法人或其他组织) where the line has its label."""
    laid: list[str] = []
    groups = 0
    for text, match in line:
        if match is not None:
            laid.append(match.key)
        elif vocabulary().groups.match(text) is not None:
            groups += 1
            laid += [key for key in order if key not in keys]
    return laid if groups == 1 else order


def _ordered_groups(
    header: list[Row], lines: list[list[tuple[str, Match | None]]], words: TableWords
) -> list[ColumnHead]:
    """Return the columns of a table whose rows stand in the header: equal groups, each below its row label."""
    each = len(words.table.columns)
    waiting: list[str] = []  # row labels whose columns are still to come
    heads: list[ColumnHead] = []
    for row, line in zip(header, lines, strict=True):
        columns = [(text, match) for text, match in line if match is not None]
        if len(columns) % each or len(columns) // each > len(waiting):
            return []
        for place, (text, match) in enumerate(columns):
            head = _made(text, match)
            head.row = waiting[place // each]
            heads.append(head)
        del waiting[: len(columns) // each]
        waiting += [m.key for cell in row.cells if (m := words.rows.match(cell.text)) is not None]
    return heads
