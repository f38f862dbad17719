"""The texts of a published report: lead, the six sections, the parts of section 一, the notes below the tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from core.published import phrases
from core.published.broken_names import with_whole_addressee, with_whole_signer
from core.published.frame import foot_of, printed_foot_of, within_report
from core.published.headings import FoundHeading, section_of
from core.published.labels import plain_label
from core.published.number_cells import shortened
from core.published.part_headings import find_parts, looks_like_heading, named_in, part_names
from core.published.title import Title, document_number, find_title, is_frame, signature, title_of_page
from core.published.vocabulary import table_names
from core.report.entry_text import clean_text
from core.visible.blocks import Pages, Paragraph, VisibleTable

PARTS_OF = "s1"
"""The section with headings of its own."""

_AGAIN = "是第二次出现"
_TWICE = "与后面的小标题重复"
_MAYBE = "像是小标题"
_UNKNOWN = "不是五个方面的名称"
"""Why a line that looks like a heading of section 一 is none."""

_NUMERALS = "一二三四五六"

_PAGE_NUMBER = "0123456789 …．.·\t"


@dataclass(slots=True)
class Narrative:
    """Everything but the tables.

    Attributes:
        texts: Paragraphs by text code.
        signed: Unit and date below the report.
        meta: Document number and addressee, where they are printed.
        lost: Places and texts that stand nowhere in the form.
        remarks: Sentences about how it had to be read.
        part_numbers: The numbers of the sub-headings of section 一 as printed: （一）, （二）.
        odd_headings: Lines of section 一 that look like its headings, are none, and have text below.
    """

    title: Title = field(default_factory=Title)
    texts: dict[str, list[str]] = field(default_factory=dict)
    signed: tuple[str, str] = ("", "")
    meta: dict[str, str] = field(default_factory=dict)
    lost: list[tuple[str, str]] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    sections: list[FoundHeading] = field(default_factory=list)
    part_numbers: list[str] = field(default_factory=list)
    odd_headings: list[str] = field(default_factory=list)


def read_texts(
    pages: Pages,
    blocks: Sequence[Paragraph | VisibleTable],
    sections: list[FoundHeading],
    tables: Mapping[str, list[VisibleTable]],
    doubles: Sequence[VisibleTable],
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
    ours = {id(table): role for role, pieces in tables.items() for table in pieces}
    known = {*ours, *map(id, doubles)}
    if not sections:
        if not pages.has_frame:
            result.title = find_title([b for b in blocks if isinstance(b, Paragraph)], "")
        _lose_all(result, pages, blocks, known)
        return result
    inside = _inside(pages, blocks, sections, ours)
    _read_head(result, pages, blocks, sections[0].at, inside)
    _lose_tables(result, blocks[: sections[0].at], inside, known, pages)
    _tell_titles(result, blocks)
    ends = [*(found.at for found in sections[1:]), len(blocks)]
    for number, (found, end) in enumerate(zip(sections, ends, strict=True)):
        key = found.heading.key
        content: list[Paragraph | VisibleTable] = [blocks[i] for i in range(found.at + 1, end) if inside[i]]
        content = [block for block in content if not (isinstance(block, Paragraph) and block.text in table_names())]
        if found.heading.rest:
            content.insert(0, Paragraph(found.heading.rest))
        if number == len(sections) - 1:
            content = _without_foot(result, content, pages)
        _read_section(result, key, content, {i for i, role in ours.items() if role == key}, known)
    _tell_unread_titles(result)
    return result


def _tell_unread_titles(result: Narrative) -> None:
    """Tell which lines are numbered like a section that was not found, and in which text they stand."""
    missing = set(range(len(_NUMERALS))) - {int(found.heading.key[1:]) - 1 for found in result.sections}
    for code, lines in result.texts.items():
        for line in lines:
            number = _section_number(line, is_note=code.startswith("note."))
            if number is None:
                continue
            if number not in missing:
                break
            where = _place_of(code)
            said = (
                f"“{shortened(line)}”像是没有找到的第{_NUMERALS[number]}部分的标题，连同下面的文字放在{where}中，请核对"
            )
            result.remarks.append(said)


def _section_number(line: str, *, is_note: bool) -> int | None:
    """Return the place of the section whose number a line begins with; （五） and 5. count only below a table."""
    plain = plain_label(line)
    number = phrases.SECTION_NUMBER.match(plain)
    if number is not None and (number[1] or (is_note and not plain[number.end() :][:1].isdigit())):  # 5.2万元
        return _NUMERALS.index(number[1]) if number[1] else int(number[2]) - 1
    bracketed = phrases.SECTION_IN_BRACKETS.match(plain) if is_note else None
    return _NUMERALS.index(bracketed[1]) if bracketed else None


def _place_of(code: str) -> str:
    """Return what the clerk calls a text: 第四部分的“表下注”."""
    name = f"“{part_names()[code]}”"
    if code == "lead":
        return name
    return f"{section_name(f's{code[-1]}' if code.startswith('note.') else code[:2])}的{name}"


def _inside(
    pages: Pages, blocks: Sequence[Paragraph | VisibleTable], sections: Sequence[FoundHeading], ours: Mapping[int, str]
) -> list[bool]:
    if not pages.has_frame:
        return [True] * len(blocks)
    anchors = [found.at for found in sections]
    anchors += [i for i, b in enumerate(blocks) if id(b) in ours and i > sections[0].at]
    return within_report(blocks, anchors)


def _tell_titles(result: Narrative, blocks: Sequence[Paragraph | VisibleTable]) -> None:
    """Tell which titles of sections are none of those that the form knows."""
    reworded = [
        f"“{block.text}”作为{section_name(found.heading.key)}"
        for found in result.sections
        if found.heading.score < 1 and isinstance(block := blocks[found.at], Paragraph)
    ]
    if reworded:
        result.remarks.append(f"标题与表样不同：{'，'.join(reworded)}读入，请核对")


def _lose_all(result: Narrative, pages: Pages, blocks: Sequence[Paragraph | VisibleTable], known: set[int]) -> None:
    """List all that stands beside our tables in a file without section titles; of a portal only sentences."""
    for block in blocks:
        if isinstance(block, VisibleTable):
            if id(block) not in known:
                result.lost.append((block.place, _table_text(block)))
        elif not pages.has_frame or "。" in block.text:
            result.lost.append(("不知属于哪一部分的文字", block.text))


def _lose_tables(
    result: Narrative, head: Sequence[Paragraph | VisibleTable], inside: Sequence[bool], known: set[int], pages: Pages
) -> None:
    """List the tables above section 一; on a web page only those behind the title, as navigation stands above it."""
    top = -1
    if pages.has_frame:
        paragraphs = [i for i, block in enumerate(head) if isinstance(block, Paragraph)]
        top = paragraphs[result.title.last] if result.title.last >= 0 else len(head)
    for i, block in enumerate(head):
        if i > top and inside[i] and isinstance(block, VisibleTable) and id(block) not in known:
            result.lost.append((f"第一部分之前的{block.place}", _table_text(block)))


def _read_head(
    result: Narrative, pages: Pages, blocks: Sequence[Paragraph | VisibleTable], end: int, inside: Sequence[bool]
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
    for at, paragraph in before if title.first < 0 else before[: title.first]:
        if inside[at] and (number := document_number(paragraph.text)):
            result.meta["doc_number"] = number
        elif title.first >= 0 and not pages.has_frame:  # what a portal prints there is no part of the report
            result.lost.append(("标题之前", paragraph.text))
    lines, name = with_whole_addressee([b for _, b in after])
    _read_lead(result, [line.text for line in lines], name, pages)


def _read_lead(result: Narrative, lines: Sequence[str], addressed: str, pages: Pages) -> None:
    """Sort what stands between the title and section 一; one line of it names whom the report addresses, or none."""
    frame: list[str] = []
    for text in lines:
        heading = section_of(text.rstrip(_PAGE_NUMBER))
        if heading is not None and heading.is_numbered and not heading.rest and heading.score >= 1:
            continue  # a table of contents
        if pages.has_frame and is_frame(text):
            frame.append(text)
        elif addressed and not result.meta.get("addressee") and text.rstrip("：:") == addressed:
            result.meta["addressee"] = addressed
        elif number := document_number(text):
            result.meta["doc_number"] = number
        elif _is_lead(text) or result.texts.get("lead"):
            result.texts.setdefault("lead", []).append(text)
        else:
            result.lost.append(("标题与第一部分之间", text))
    if frame:
        result.remarks.append(f"标题下面的网页信息没有读入：{'；'.join(frame)}")


def _is_lead(text: str) -> bool:
    return "。" in text or len(text) > 40 or text.endswith(("：", ":"))


def _without_foot(
    result: Narrative, content: list[Paragraph | VisibleTable], pages: Pages
) -> list[Paragraph | VisibleTable]:
    """Take signature and page foot from the last section."""
    lines = [block.text if isinstance(block, Paragraph) else "" for block in content]
    end = foot_of(lines) if pages.has_frame else printed_foot_of(lines)
    if end < len(lines):
        cut = [line for line in lines[end:] if line]
        result.remarks.append(f"页面末尾有{len(cut)}行不属于报告正文，没有读入，第一行是“{cut[0][:20]}”")
        result.lost.append(("页面末尾", "；".join(cut)))
        result.lost += [(f"页面末尾的{b.place}", _table_text(b)) for b in content[end:] if isinstance(b, VisibleTable)]
        content, lines = content[:end], lines[:end]
    content, signer = with_whole_signer(content, result.title.unit)
    lines = [block.text if isinstance(block, Paragraph) else "" for block in content]
    count, unit, date = signature(lines, signer)
    if count:
        result.signed = unit, date
        signed = [i for i, line in enumerate(lines) if line][-count:]
        content = [block for i, block in enumerate(content) if i not in signed]
    return content


def _read_section(
    result: Narrative, key: str, content: Sequence[Paragraph | VisibleTable], own: set[int], ours: set[int]
) -> None:
    """Sort the content of a section into the text before its table, the note below it, and the parts of section 一."""
    places = [i for i, block in enumerate(content) if id(block) in own]
    first, last = (places[0], places[-1]) if places else (len(content), len(content))
    text: list[str] = []
    note: list[str] = []
    for i, block in enumerate(content):
        if isinstance(block, VisibleTable):
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
    """Sort the lines of section 一 below its headings; tell which headings are not those of the form."""
    parts = find_parts(lines)
    names = part_names()
    code = PARTS_OF
    renamed: list[str] = []
    misplaced: dict[tuple[str, str], list[str]] = {}
    begun: set[str] = set()
    headed = {other for part in parts.values() for other in part.codes}
    for at, line in enumerate(lines):
        part = parts.get(at)
        number = phrases.PRINTED_PART_NUMBER.match(line)
        if number and (part.is_bracketed if part else looks_like_heading(line)):
            result.part_numbers.append("".join(number[0].split()))
        if part is None:
            result.texts.setdefault(code, []).append(line)
            if why := _why_no_heading(line, begun, headed):
                misplaced.setdefault((names[code], why), []).append(f"“{line}”")
                if lines[at + 1 : at + 2] and at + 1 not in parts:
                    result.odd_headings.append(line.strip())
            continue
        code = part.codes[0]
        begun.update(part.codes)
        result.texts.setdefault(code, [])
        if part.rest:
            result.texts[code].append(part.rest)
        if len(part.codes) > 1:
            both = "、".join(f"“{names[other]}”" for other in part.codes)
            result.remarks.append(f"小标题“{part.words}”合写了{both}，文字都放在“{names[code]}”中，请核对后拆分")
        elif not part.is_own:
            renamed.append(f"“{part.words}”归入“{names[code]}”")
    if renamed:
        result.remarks.append(f"第一部分的小标题与表样不同：{'，'.join(renamed)}，请核对")
    for (name, why), printed in misplaced.items():
        said = f"第一部分的{'、'.join(printed)}{why}，连同下面的文字放在“{name}”中，请核对"
        result.remarks.append(said)


def _why_no_heading(line: str, begun: set[str], headed: set[str]) -> str:
    """Return why a line of section 一 that looks like a heading is none; "" for an ordinary line.

    Args:
        line: The line.
        begun: Codes of the parts whose heading stands above it.
        headed: Codes of all parts that have a heading.
    """
    if named := named_in(line):
        return _AGAIN if begun.issuperset(named) else _TWICE if headed.issuperset(named) else _MAYBE
    return _UNKNOWN if looks_like_heading(line) else ""


def section_name(key: str) -> str:
    """Return what the clerk calls a section: 第三部分."""
    return f"第{_NUMERALS[int(key[1:]) - 1]}部分"


def _table_text(table: VisibleTable) -> str:
    return " ".join(cell.text.replace("\n", "") for row in table.rows for cell in row.cells if cell.text)


def joined(lines: list[str]) -> str:
    r"""Return paragraphs as a clean text with ``\n`` between them."""
    return clean_text("\n".join(line.replace("\xa0", " ") for line in lines if line.strip()))
