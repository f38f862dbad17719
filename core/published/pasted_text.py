"""A text that was pasted in one piece: a whole section 一, what stands before it, the sections behind it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

from core.published.form_tables import read_tables
from core.published.headings import FoundHeading, find_sections
from core.published.number_cells import shortened
from core.published.part_headings import find_parts
from core.published.plain_text import read_plain_text
from core.published.texts import PARTS_OF, Narrative, joined, read_texts, section_name
from core.published.vocabulary import is_form_label, vocabulary
from core.report.pasted_rows import rows_in_words
from core.visible.blocks import Block, Pages, Paragraph, VisibleTable

_LEAST_PARTS = 2
"""Headings from which on a pasted text is a whole section 一."""

_LEAST_SECTIONS = 2
"""Numbered titles of sections from which on a pasted text holds several of them."""

_PASTED = Path("粘贴的文字")
_HAN = re.compile("[\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class PastedReport:
    """What was found in it.

    Attributes:
        texts: Texts by code; the headings above them are left out.
        left: What has no place among these texts, each as it is called and its beginning: tables and what stands
            around them, a title, a signature.
        remarks: Sentences about headings that are none of the form.
        unit: The unit whose report it is, by its title or signature; "" where neither is there.
        tables: How many tables that are none of the form stand in the texts, each row as a line.
    """

    texts: dict[str, str]
    left: tuple[str, ...]
    remarks: tuple[str, ...]
    unit: str = ""
    tables: int = 0

    @property
    def is_of_several_sections(self) -> bool:
        """Whether it holds more than section 一."""
        return len({code.split(".")[0] for code in self.texts}) > 1


def split_pasted(text: str) -> PastedReport | None:
    """Return the texts of what was pasted; None where it is a single text.

    It is several where it holds two parts of section 一 or two sections. The reader of published reports reads it, so
    that it knows the same headings. What stands above the first part goes to the text of section 一 where the title of
    that section is missing.
    """
    pages = read_plain_text(text, _PASTED)
    blocks, others = _with_rows_as_lines(pages.blocks)
    sections = find_sections(blocks)
    head = blocks[: sections[0].at] if sections else blocks
    if (not sections or sections[0].heading.key != PARTS_OF) and _parts_in(head) >= _LEAST_PARTS:
        blocks = [Paragraph(_title_of_parts()), *blocks]
        sections = find_sections(blocks)
    if not _holds_several(blocks, sections):
        return None
    tables = read_tables(block for block in blocks if isinstance(block, VisibleTable))
    pieces = {role: table.tables for role, table in tables.items()}
    doubles = [double for table in tables.values() for double in table.doubles]
    narrative = read_texts(Pages(blocks, is_plain=True), blocks, sections, pieces, doubles)
    texts = {code: joined(lines) for code, lines in narrative.texts.items()}
    beside: dict[str, str] = {}
    for code in [code for code in texts if code.startswith("note.") or code in vocabulary().roles]:
        sentences = list(takewhile(_is_sentence, narrative.texts[code])) if code in vocabulary().roles else []
        beside[code] = joined(narrative.texts[code][len(sentences) :])
        texts[code] = joined(sentences)
    left = _left(narrative, beside, [role for role in pieces if pieces[role]])
    kept = {code: one for code, one in texts.items() if one}
    unit = narrative.title.unit or narrative.signed[0]
    return PastedReport(kept, left, tuple(narrative.remarks), unit, others) if kept else None


def _with_rows_as_lines(blocks: Sequence[Block]) -> tuple[list[Block], int]:
    """Return the blocks with the rows of tables that are none of the form as paragraphs, and how many these are."""
    others = [block for block in blocks if isinstance(block, VisibleTable) and _is_other(block)]
    read = read_tables(others)
    ours = {id(table) for found in read.values() for table in (*found.tables, *found.doubles)}
    others = [table for table in others if id(table) not in ours]
    made: list[Block] = []
    for block in blocks:
        if isinstance(block, VisibleTable) and any(block is table for table in others):
            made += map(Paragraph, rows_in_words([cell.text for cell in row.cells] for row in block.rows))
        else:
            made.append(block)
    return made, len(others)


def _is_other(table: VisibleTable) -> bool:
    """Whether most rows of a table begin with words that are none of the form: its own tables may be cut or damaged."""
    labels = [row.cells[0].text for row in table.rows if row.cells and _HAN.search(row.cells[0].text)]
    return len(table.rows) > 1 and sum(map(is_form_label, labels)) * 2 < len(labels)


def _is_sentence(line: str) -> bool:
    """Return whether a line before a table is prose; a table that was copied as bare words begins with a heading."""
    return line.rstrip().endswith(("。", "；", "："))


def _title_of_parts() -> str:
    return vocabulary().forms[0].sections[PARTS_OF].title


def _parts_in(blocks: Sequence[Block]) -> int:
    return len(find_parts([block.text for block in blocks if isinstance(block, Paragraph)]))


def _holds_several(blocks: Sequence[Block], sections: Sequence[FoundHeading]) -> bool:
    if sum(found.heading.is_numbered for found in sections) >= _LEAST_SECTIONS:
        return True
    is_overview = len(sections) == 1 and sections[0].heading.key == PARTS_OF
    return is_overview and _parts_in(blocks[sections[0].at + 1 :]) >= _LEAST_PARTS


def _left(narrative: Narrative, beside: dict[str, str], tables: Sequence[str]) -> tuple[str, ...]:
    """Return what has no place among the texts, in the order of the report."""
    meta = narrative.meta
    head = ("标题", narrative.title.text), ("发文字号", meta.get("doc_number", "")), ("主送", meta.get("addressee", ""))
    around = [(f"{section_name(f's{code[-1]}')}表格外的文字", text) for code, text in sorted(beside.items())]
    signed = "落款", " ".join(filter(None, narrative.signed))
    whole_tables = [f"{section_name(role)}的表格" for role in tables]
    return (*_quoted(head), *whole_tables, *_quoted([*around, *narrative.lost, signed]))


def _quoted(found: Iterable[tuple[str, str]]) -> list[str]:
    return [f"{what}“{shortened(text)}”" for what, text in found if text]
