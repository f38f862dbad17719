"""Lines around a table that are no heads of it: who filled it in and when, the unit, a title out of its place.

A day in such a line is the one of filling in, and no year of a column or a row.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from gui.matrix.form_words import FormWords
from gui.matrix.pasted_block import PastedBlock
from gui.matrix.printed_order import is_number
from gui.matrix.year_words import period_in, period_of

_LONGEST = 60
_LEAST_TITLE = 8
"""Letters from which on a text that stands alone in a line is a title, and no head of the column below it."""
_CN = "〇○零一二三四五六七八九十"
_YEAR = rf"(?:(?:19|20)\d\d|[{_CN}]{{4}})"
_PART = rf"(?:\d{{1,2}}|[{_CN}]{{1,3}})?"
_WORDS_AROUND = r"[^\d截至止-]{0,12}"
_A_DAY = re.compile(
    rf"{_WORDS_AROUND}(?:{_YEAR}年{_PART}月{_PART}日|(?:19|20)\d\d([./-])\d{{1,2}}\1\d{{1,2}}|20\d\d[01]\d[0-3]\d)"
    rf"(?:\d{{1,2}}[:时]\d{{0,2}}分?(?::\d\d)?)?{_WORDS_AROUND}"
)
_A_MONTH = re.compile(rf"{_WORDS_AROUND}(?:{_YEAR}年{_PART}月份?|(?:19|20)\d\d[./-](?:0?\d|1[0-2])){_WORDS_AROUND}")
_OF_DATE = re.compile(r"((?:19|20)\d\d)[年./-]?(\d\d?)?")
_DECEMBER = 12
_SEVERAL = 4
"""Numbers of a line from which on a single one below it is none of its row."""
_WHOLE = re.compile(r"\d{4}年")
_LABEL = re.compile(
    r"[^\d:]{0,8}(?:单位|机关|部门|科室|处室|股室|日期|时间|年度|期间|负责人|领导|[表报核制办系管查填]人|电话|手机"
    r"|签字|签名|签章|盖章|公章|表号|文号|编号|密级|注|说明|备注)(?:\([^()]*\))?:|\(?(?:盖章|公章|签章)\)?"
)
_LABEL_OF_DAY = re.compile(r"[^\d:]{0,8}(?:日期|时间)")
_REMARK = re.compile(r"\(?(?:备?注|说明)\d?[:、.)]")
_PAGE = re.compile(r"第\d{1,3}页(?:[,/]?共\d{1,3}页)?|-\d{1,3}-")
_TITLE = re.compile(r".{4,}(?:表|台账|情况|统计|汇总)(?:\([^()]*\))?")
_STUB = frozenset(("项目", "指标", "类别", "类型", "名称", "事项", "内容", "信息内容", "年度", "年份"))


def without_days_aside(words: FormWords, block: PastedBlock, year: int | None) -> PastedBlock:
    """Return a block without the days of filling in, and with titles and years beside these in the first column.

    Args:
        words: The names of the form.
        block: What is pasted, its years as they are written.
        year: The year of the report; a day long before its end is told. None where it is not filled in.
    """
    if block.width == 1:
        return block
    is_named = [[bool(text) and _is_name(words, text or "") for text in row] for row in block.rows]
    rows = [*block.rows]
    for i, row in enumerate(rows):
        if any(is_named[i]):
            continue
        rows[i] = _plain_line(row, year, is_below_heads=i > 0 and _is_heads(words, block.rows[i - 1]))
    rows = _without_lines_below(rows, is_named)
    if rows == [*block.rows]:
        return block
    gone = [a for old, new in zip(block.rows, rows, strict=True) for a, b in zip(old, new, strict=True) if a and not b]
    early = dict.fromkeys(text for text in gone if _is_day(text) and not _is_after(text, year))
    told = [f"表外写的日期是“{text}”，请核对是不是本年的表" for text in early]
    return replace(block, rows=tuple(rows), told=(*block.told, *told))


def _plain_line(row: tuple[str | None, ...], year: int | None, *, is_below_heads: bool) -> tuple[str | None, ...]:
    texts = [text for text in row if text]
    if not texts or any(len(text) > _LONGEST for text in texts):
        return row
    if len(texts) == 1:
        return _alone(row, texts[0])
    is_labelled = any(_LABEL.match(_said(text)) for text in texts)
    if is_below_heads or (not is_labelled and (any(map(_is_plain_number, texts)) or _said(texts[0]) in _STUB)):
        return row
    dated = {text for text in texts if _is_day(text)}
    if is_labelled or any(_TITLE.fullmatch(_said(text)) for text in texts):
        dated |= {text for text in texts if _A_MONTH.fullmatch(_said(text)) and _is_after(text, year)}
    if not is_labelled and dated and any(map(period_of, texts)):
        return row  # heads of days and years
    if len({text for text in dated if not _LABEL_OF_DAY.fullmatch(_said(text))}) > 1:
        return row  # heads of several days or months
    kept = tuple("" if text in dated else text for text in row)
    return _joined(kept) if is_labelled or _is_far(kept) else kept


def _is_heads(words: FormWords, row: tuple[str | None, ...]) -> bool:
    return sum(bool(words.column(text)) for text in row) > 1


def _is_after(text: str, year: int | None) -> bool:
    """Whether a day or a month is one on which a report of the year is filled in; a day in December may be, too."""
    found = _OF_DATE.search(_said(text))
    if not year or not found:
        return True
    named, month = int(found[1]), int(found[2] or 1)
    return named > year or (named == year and month == _DECEMBER and _is_day(text))


def _is_far(row: tuple[str | None, ...]) -> bool:
    """Whether a line has a text in its first place and one more, which stands above the last columns only."""
    places = [j for j, text in enumerate(row) if text]
    return places[:1] == [0] and len(places[1:]) == 1 and places[-1] * 2 >= len(row)


def _without_lines_below(
    rows: Sequence[tuple[str | None, ...]], is_named: Sequence[Sequence[bool]]
) -> list[tuple[str | None, ...]]:
    """Return lines, those below the last name of the form without a day or a page that stands alone in them.

    A bare number is a page where no other line without a name has numbers, and the last one with a name has several.
    """
    counts = [sum(bool(text) and is_number(text or "") for text in row) for row in rows]
    last = max((i for i, named in enumerate(is_named) if any(named)), default=len(rows))
    others = [i for i, count in enumerate(counts[:last]) if count and not any(is_named[i])]
    has_page = last < len(rows) and counts[last] >= _SEVERAL and not others and sum(counts[last + 1 :]) == 1
    found = [*rows]
    for i in range(last + 1, len(rows)):
        found[i] = _below(found[i], found[i - 1], may_be_page=has_page)
    return found


def _below(row: tuple[str | None, ...], before: tuple[str | None, ...], *, may_be_page: bool) -> tuple[str | None, ...]:
    """Return a line below the table without a day or page that stands alone there, also the last day of a year."""
    told = [(j, text) for j, text in enumerate(row) if text]
    if len(told) != 1:
        return row
    j, text = told[0]
    is_in_column = bool(period_of(before[j]))  # the last of several years beside the rows
    is_day = bool(_A_DAY.fullmatch(_said(text))) and not is_in_column
    is_page = bool(_PAGE.fullmatch(_said(text))) or (may_be_page and text.isdecimal())
    return tuple(one and "" for one in row) if is_day or is_page else row


def _alone(row: tuple[str | None, ...], text: str) -> tuple[str | None, ...]:
    """Return a line with one text: without it where it is a day, and in its first place where it is a title."""
    if _is_day(text):
        return tuple(one and "" for one in row)
    if row[0] == "" and len(_said(text)) >= _LEAST_TITLE and not period_of(text):
        return (text, *(one and "" for one in row[1:]))
    return row


def _joined(row: tuple[str | None, ...]) -> tuple[str | None, ...]:
    """Return a line of labels that names one year with all its texts in the first place, as a title does."""
    texts = [text for text in row if text]
    periods = {period for text in texts if (period := period_in(text))}
    is_year = len(periods) == 1 and all(map(_WHOLE.fullmatch, periods))
    if not is_year or len(texts) == 1 or any(map(_is_plain_number, texts)):
        return row
    return (" ".join(texts), *(text and "" for text in row[1:]))


def _is_name(words: FormWords, text: str) -> bool:
    return bool(words.column(text) or words.row(text)) or words.is_group(text)


def _is_plain_number(text: str) -> bool:
    return is_number(text) and not _is_day(text) and not period_of(text)


def _is_day(text: str) -> bool:
    """Whether a text is a day, and not the last one of a year, up to which a whole year is counted."""
    said = _said(text)
    return bool(_A_DAY.fullmatch(said)) and not period_of(text)


@lru_cache(maxsize=4096)
def _said(text: str) -> str:
    return re.sub(r"[—–−~〜―]", "-", "".join(unicodedata.normalize("NFKC", text).split()))


def year_above(paragraphs: Sequence[str]) -> str:
    """Return the year or the word of the last paragraph above a table that names one; "" for none, and for remarks."""
    short = (text for text in reversed(paragraphs) if len(text) <= _LONGEST and not _REMARK.match(_said(text)))
    return next((said for text in short if not _is_day(text) and (said := period_in(text))), "")
