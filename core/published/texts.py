"""The texts of a published report: lead, the six sections, the parts of section 一, the notes below the tables."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from core.published.frame import foot_of, within_report
from core.published.headings import Found, find_parts, section_of
from core.published.title import (
    Title,
    addressee,
    document_number,
    find_title,
    is_frame,
    signature,
    title_of_page,
)
from core.report.entry_text import clean_text
from core.visible.blocks import Paragraph, Table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from core.visible.blocks import Pages

PARTS_OF = "s1"
"""The section with headings of its own."""


@dataclass(slots=True)
class Narrative:
    """Everything but the tables.

    Attributes:
        texts: Paragraphs by text code.
        signed: Unit and date below the report.
        meta: Document number and addressee, where they are printed.
        lost: Places and texts that stand nowhere in the form.
        remarks: Sentences about how it had to be read.
    """

    title: Title = field(default_factory=Title)
    texts: dict[str, list[str]] = field(default_factory=dict)
    signed: tuple[str, str] = ("", "")
    meta: dict[str, str] = field(default_factory=dict)
    lost: list[tuple[str, str]] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    sections: list[Found] = field(default_factory=list)


def read_texts(
    pages: Pages,
    blocks: Sequence[Paragraph | Table],
    sections: list[Found],
    tables: Mapping[str, list[Table]],
    doubles: Sequence[Table],
) -> Narrative:
    """Return the texts of the report.

    Args:
        pages: The file, for its own title.
        blocks: Its content in reading order.
        sections: The section titles among them.
        tables: The pieces of our tables by section key.
        doubles: Further tables that are named already.
    """
    result = Narrative(sections=sections)
    if not sections:
        return result
    ours = {id(table): role for role, pieces in tables.items() for table in pieces}
    known = {*ours, *map(id, doubles)}
    inside = _inside(pages, blocks, sections, ours)
    _read_head(result, pages, blocks, sections[0].at, inside)
    ends = [*(found.at for found in sections[1:]), len(blocks)]
    for number, (found, end) in enumerate(zip(sections, ends, strict=True)):
        key = found.heading.key
        content: list[Paragraph | Table] = [blocks[i] for i in range(found.at + 1, end) if inside[i]]
        if found.heading.rest:
            content.insert(0, Paragraph(found.heading.rest))
        if number == len(sections) - 1:
            content = _without_foot(result, content, pages)
        _read_section(result, key, content, {i for i, role in ours.items() if role == key}, known)
    return result


def _inside(
    pages: Pages, blocks: Sequence[Paragraph | Table], sections: Sequence[Found], ours: Mapping[int, str]
) -> list[bool]:
    if not pages.has_frame:
        return [True] * len(blocks)
    anchors = [found.at for found in sections]
    anchors += [i for i, b in enumerate(blocks) if id(b) in ours and i > sections[0].at]
    return within_report(blocks, anchors)


def _read_head(
    result: Narrative, pages: Pages, blocks: Sequence[Paragraph | Table], end: int, inside: Sequence[bool]
) -> None:
    """Read title and lead paragraph from what stands before section 一."""
    before = [(i, b) for i, b in enumerate(blocks[:end]) if isinstance(b, Paragraph)]
    paragraphs = [b for _, b in before]
    body = "".join(b.text for b in blocks[end:] if isinstance(b, Paragraph))
    lead_text = "".join(b.text for b in paragraphs if "。" in b.text)
    title = find_title(paragraphs, lead_text + body)
    if title.first >= 0:
        after = before[title.last + 1 :]
    else:
        title = title_of_page(pages.title)
        if title.text:
            result.remarks.append("正文中没有找到标题，标题取自网页的名称，请核对")
        after = [(i, b) for i, b in before if inside[i]]
    result.title = title
    top = before if title.first < 0 else before[: title.last + 1]
    numbers = [number for at, b in top if inside[at] and (number := document_number(b.text))]
    if numbers:
        result.meta["doc_number"] = numbers[-1]
    for _, paragraph in after:
        text = paragraph.text
        if section_of(text) is not None or is_frame(text):
            continue
        if not result.meta.get("addressee") and not result.texts.get("lead") and (name := addressee(text)):
            result.meta["addressee"] = name
            continue
        if number := document_number(text):
            result.meta["doc_number"] = number
            continue
        if _is_lead(text) or result.texts.get("lead"):
            result.texts.setdefault("lead", []).append(text)
        elif title.first >= 0:
            result.lost.append(("标题与第一部分之间", text))


def _is_lead(text: str) -> bool:
    return "。" in text or len(text) > 40 or text.endswith(("：", ":"))


def _without_foot(result: Narrative, content: list[Paragraph | Table], pages: Pages) -> list[Paragraph | Table]:
    """Take signature and page foot from the last section."""
    lines = [block.text if isinstance(block, Paragraph) else "" for block in content]
    end = foot_of(lines) if pages.has_frame else len(lines)
    if end < len(lines):
        cut = [line for line in lines[end:] if line]
        result.remarks.append(f"页面末尾有{len(cut)}行不属于报告正文，没有读入，第一行是“{cut[0][:20]}”")
        content, lines = content[:end], lines[:end]
    count, unit, date = signature(lines, result.title.unit)
    if count:
        result.signed = unit, date
        for _ in range(count):
            content = content[: max(i for i, line in enumerate(lines[: len(content)]) if line)]
    return content


def _read_section(
    result: Narrative, key: str, content: Sequence[Paragraph | Table], own: set[int], ours: set[int]
) -> None:
    """Sort the content of a section into the text before its table, the note below it, and the parts of section 一."""
    places = [i for i, block in enumerate(content) if id(block) in own]
    first, last = (places[0], places[-1]) if places else (len(content), len(content))
    text: list[str] = []
    note: list[str] = []
    for i, block in enumerate(content):
        if isinstance(block, Table):
            if id(block) not in ours:
                result.lost.append((f"{section_name(key)}的{block.place}", _table_text(block)))
        elif i < first:
            text.append(block.text)
        elif i > last:
            note.append(block.text)
        else:
            result.lost.append((f"{section_name(key)}的表格中间", block.text))
    if key == PARTS_OF:
        _read_parts(result, text)
    else:
        result.texts[key] = text
    if note:
        result.texts[f"note.t{key[1:]}"] = note


def _read_parts(result: Narrative, lines: list[str]) -> None:
    parts = find_parts(lines)
    code = PARTS_OF
    for at, line in enumerate(lines):
        part = parts.get(at)
        if part is None:
            result.texts.setdefault(code, []).append(line)
            continue
        code = part.code
        result.texts.setdefault(code, [])
        if part.rest:
            result.texts[code].append(part.rest)


def section_name(key: str) -> str:
    """Return what the clerk calls a section: 第三部分."""
    return f"第{'一二三四五六'[int(key[1:]) - 1]}部分"


def _table_text(table: Table) -> str:
    text = " ".join(cell.text.replace("\n", "") for row in table.rows for cell in row.cells if cell.text)
    return text if len(text) <= 300 else text[:300] + "……"


def joined(lines: list[str]) -> str:
    r"""Return paragraphs as a clean text with ``\n`` between them."""
    return clean_text("\n".join(line.replace("\xa0", " ") for line in lines if line.strip()))
