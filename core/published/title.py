"""Title, unit, year and signature of a published report."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from core.published import phrases
from core.published.labels import plain_label, squeezed
from core.visible.blocks import Paragraph

LONGEST_TITLE = 100  # a unit of 80 characters, the year, the fixed words
MOST_LINES = 5
_NO_TITLE = 1_000  # characters of a line, blanks between those of a title included
_CHINESE_YEAR = dict(zip("〇○零Ｏ一二三四五六七八九", "0000123456789", strict=True))
_MOST_FRAME = 80


@dataclass(frozen=True, slots=True)
class Title:
    """What the title says.

    Attributes:
        text: In one line; "" where there is none.
        unit: The unit named in it; "" for none.
        year: The year named in it; "" for none.
        first: Place of its first line among the paragraphs; -1 where there is none.
        last: Place of its last line.
    """

    text: str = ""
    unit: str = ""
    year: str = ""
    first: int = -1
    last: int = -1


def is_frame(text: str) -> bool:
    """Return whether a short line belongs to the portal around a report (date, source, font size, print button)."""
    return len(text) <= _MOST_FRAME and "。" not in text and bool(phrases.PAGE_HEAD.search(plain_label(text)))


def find_title(before: Sequence[Paragraph], body: str) -> Title:
    """Return the title among the paragraphs before section 一, the nearest one to it.

    A title may stand in several lines. Lines above it belong to it if they stand in the same block or look just like
    it, or if the name of the unit that they make together stands in the text, too.

    Args:
        before: The paragraphs before the first section.
        body: The whole text of the report.
    """
    for last in range(len(before) - 1, -1, -1):
        if not phrases.TITLE_END.search(_simplified(squeezed(before[last].text[-LONGEST_TITLE:]))):
            continue
        for first in range(last, max(last - MOST_LINES, -1), -1):
            if len(before[first].text) > _NO_TITLE:
                break
            lines = before[first : last + 1]
            title = _title_of("".join(squeezed(line.text) for line in lines))
            if title is None or (
                not title.unit and first > 0 and first > last - MOST_LINES + 1 and _joins(before, first)
            ):
                continue
            return _widened(before, first, last, title, squeezed(body))
    return Title()


def title_of_page(text: str) -> Title:
    """Return the title that the page itself names (its tab), without the name of the portal."""
    for part in sorted(phrases.TITLE_BREAK.split(text), key=len, reverse=True):
        title = _title_of(squeezed(part))
        if title is not None:
            return title
    return Title()


def _joins(before: Sequence[Paragraph], first: int) -> bool:
    """Whether the line above may be the beginning of the title."""
    above, line = before[first - 1], before[first]
    same_block = above.group == line.group
    same_look = bool(line.look) and above.look == line.look
    return (same_block or same_look) and _is_piece(above.text)


def _is_piece(text: str) -> bool:
    plain = squeezed(text)
    return (
        len(plain) <= LONGEST_TITLE // 2
        and not phrases.SENTENCE.search(plain)
        and not is_frame(text)
        and ">" not in plain
    )


def _widened(before: Sequence[Paragraph], first: int, last: int, title: Title, body: str) -> Title:
    """Return a title with the lines above and below that belong to it."""
    text = "".join(squeezed(line.text) for line in before[first : last + 1])
    while first > 0 and last - first + 1 < MOST_LINES and _is_piece(before[first - 1].text):
        above = squeezed(before[first - 1].text)
        wider = _title_of(above + text)
        named = wider is not None and wider.unit != title.unit and wider.unit in body.replace(above + text, "")
        if wider is None or phrases.TITLE_END.search(_simplified(above)) or not (named or _joins(before, first)):
            break
        text, first, title = above + text, first - 1, wider
    if not title.year and last + 1 < len(before):
        below = squeezed(before[last + 1].text)
        if phrases.YEAR_ALONE.fullmatch(below):
            title, last = _title_of(text + below) or replace(title, year=year_in(below)), last + 1
    return replace(title, first=first, last=last)


def _title_of(plain: str) -> Title | None:
    """Return what a line says if it is the title of a yearly report; 附件3 before it is no part of it."""
    plain = phrases.ATTACHED.sub("", plain)
    simple = _simplified(plain)
    if (
        len(plain) > LONGEST_TITLE
        or phrases.SENTENCE.search(plain)
        or not phrases.TITLE_END.search(simple)
        or ">" in plain
    ):
        return None
    if not phrases.LOOSE_KERNEL.search(simple):
        return None
    year = year_in(plain)
    unit = _without(phrases.YEAR_BEHIND, plain)  # 报告（2023年度）
    unit = _without(phrases.YEAR_IN_WORDS, _without(phrases.YEAR, unit))
    unit = _without(phrases.KERNEL, unit, most=1)
    if phrases.LOOSE_KERNEL.search(_simplified(unit)):
        return None
    unit = _without(phrases.AROUND_UNIT, unit.strip('-—_:：《》"“”'))
    return Title(plain, "" if phrases.NO_UNIT.search(unit) else unit, year)


def _simplified(text: str) -> str:
    return text if text.isascii() else text.translate(phrases.TRADITIONAL)


def _without(pattern: re.Pattern[str], text: str, most: int | None = None) -> str:
    """Return a text as printed without what a pattern finds in it, in traditional characters too."""
    found = list(islice(pattern.finditer(_simplified(text)), most))
    for match in reversed(found):
        text = text[: match.start()] + text[match.end() :]
    return text


def year_in(text: str) -> str:
    """Return the only year that a text names with 年, as four digits; "" for none or several."""
    plain = plain_label(text)
    years = {m[1] for m in phrases.YEAR.finditer(plain)}
    words = {
        "".join(_CHINESE_YEAR.get(c, "2" if c == "二" else c) for c in m[1])
        for m in phrases.YEAR_IN_WORDS.finditer(plain)
    }
    found = years | words
    return found.pop() if len(found) == 1 else ""


def year_of_period(text: str) -> str:
    """Return the year of the period that a text names (1月1日至12月31日); "" for none or several."""
    plain = plain_label(text)
    found = set(phrases.PERIOD.findall(plain))
    return found.pop() if len(found) == 1 else ""


def unit_in_lead(text: str) -> str:
    """Return the only unit that a lead says it is the report of (某某局编制本报告); "" for none or several."""
    plain = plain_label(text)
    found = {m[1] for maker in phrases.MAKERS for m in maker.finditer(plain) if signs(m[1], "")}
    return found.pop() if len(found) == 1 else ""


def document_number(text: str) -> str:
    """Return the number of an official document that a line consists of (某府〔2025〕3号); "" for any other line."""
    plain = squeezed(text)
    return plain if phrases.DOCUMENT_NUMBER.fullmatch(plain) else ""


def addressee(text: str) -> str:
    """Return whom a line addresses (县人民政府办公室：), without the colon; "" for any other line."""
    plain = squeezed(text)
    name = plain.rstrip("：:")
    units = phrases.BETWEEN_UNITS.split(name)
    return name if name != plain and all(signs(plain_label(unit), "") for unit in units) else ""


def is_date(text: str) -> bool:
    """Return whether a line is a date alone, its day left open or not."""
    return phrases.DATE.fullmatch(_with_open_day(text)) is not None


def _with_open_day(text: str) -> str:
    return phrases.DAY_LEFT_OPEN.sub(r"月\1", plain_label(text))


def signature(lines: Sequence[str], unit: str) -> tuple[int, str, str]:
    """Return how many lines at the end are the signature, the unit that signs and the date; 0, "", "" for none."""
    rest = [line for line in lines if line.strip()]
    if not rest:
        return 0, "", ""
    last = _with_open_day(rest[-1])
    date = phrases.DATE.fullmatch(last)
    joined = phrases.DATE.search(last)
    if date is None and joined is not None and joined.end() == len(last) and signs(last[: joined.start()], unit):
        return 1, last[: joined.start()], joined[0]
    if date is None:
        return (1, last, "") if signs(last, unit) and last == unit else (0, "", "")
    if len(rest) > 1 and (signs(plain_label(rest[-2]), unit) or phrases.SHORT_SIGNER.fullmatch(plain_label(rest[-2]))):
        return 2, squeezed(rest[-2]), last.strip("()")
    return 1, "", last.strip("()")


def signs(plain: str, unit: str) -> bool:
    """Return whether a line can be the name of the unit that signs."""
    if unit and plain == unit:
        return True
    return (
        3 < len(plain) <= 40
        and not phrases.SENTENCE.search(plain)
        and bool(phrases.UNIT_END.search(plain))
        and ":" not in plain
    )
