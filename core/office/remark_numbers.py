"""The numbers that a remark wants to be written, and which of them stand nowhere in the part that it names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple
from unicodedata import normalize

from core.office.remark_places import find_place
from core.report.entry_text import Number
from core.report.report import Report
from core.report.shown_report import shown_report
from core.texts.language.numbers import NUMERALS, han_number

_ASKED = re.compile(
    r"应(?:该|当)?(?:改|写|填|更正|调整)?(?:为|是|成|有)|(?:修?改|更正|调整|订正)(?:为|成)|实(?:际)?(?:为|是|有)"
    r"|补(?:写|充|上|记)|增加|加上|写明|写上"
)
"""What a number stands behind that is to be written; before it stands what was written: 由64件改为63件."""

_OLD = re.compile(r"(?:不是|并非|不应[为是]|不写|原[为是来有]|误[写填为]+|写的是|写成了?|由|从|现[为是])[“\"']?$")
_REASON = re.compile(r"(?:差|少|多|漏|增加|增长|减少|下降|上升|比|较)(?:了|写|计|算|报|填|上年|去年)*$")
"""What a number stands behind that only says how far one before it was off: 应为63件，少了1件."""

_OR = re.compile(r"(?:或者?|还是)[^\d]{0,4}$")
_NUMBER = re.compile(
    rf"(?<![第\d.])(?:(?P<arabic>\d+(?:,\d{{3}})*(?:\.\d+)?)|(?P<han>[{NUMERALS}]+))(?P<unit>人次|[\u4e00-\u9fff%])?"
)
_NO_COUNT = frozenset("年月日号时点处字段行页遍部章节级楼是、")
"""What follows a number that counts nothing of the report: a day, a document, a place in it, 一是."""
_OF_TABLES = frozenset("件宗起项个元万")
_SENTENCE = re.compile(r"[。;\n]")


class _Counted(NamedTuple):
    """A number with the first character of what it counts; "" for none."""

    value: Number
    unit: str


def missing_numbers(report: Report, remark: str) -> list[str]:
    """Return the numbers that a remark wants, as it writes them, that stand nowhere in the part it names.

    Without a part it is the whole report. Of several joined by 或 and 还是 one is enough. Of a number that is not
    said to be wanted, and of 0, nothing is said.
    """
    wanted = list(_wanted(remark))
    if not wanted:
        return []
    texts, cells = _contents(report, find_place(report.form, remark).page)
    there = {one for text in texts for _, one in _counted(normalize("NFKC", text))}
    values = {one.value for one in there}

    def stands(one: _Counted) -> bool:
        is_of_tables = not one.unit or one.unit in _OF_TABLES
        return one in there or (not one.unit and one.value in values) or (is_of_tables and one.value in cells)

    vain = [choice for choice in wanted if not any(map(stands, choice.values()))]
    return list(dict.fromkeys(words for choice in vain for words in choice))


def _wanted(remark: str) -> Iterator[dict[str, _Counted]]:
    """Yield the numbers that a remark wants to be written, by its own words; together those of which one is enough."""
    for sentence in _SENTENCE.split(normalize("NFKC", remark)):
        asked = _ASKED.search(sentence)
        if asked is None:
            continue
        choices: list[dict[str, _Counted]] = []
        for match, one in _counted(sentence):
            before = sentence[asked.end() : match.start()]
            is_new = match.start() >= asked.end() and not _OLD.search(sentence[: match.start()])
            is_reason = bool(choices and _REASON.search(before))
            if is_new and not is_reason and one.value and one.unit not in _NO_COUNT:
                if not (choices and _OR.search(before)):
                    choices.append({})
                choices[-1][match[0]] = one
        yield from choices


def _counted(text: str) -> Iterator[tuple[re.Match[str], _Counted]]:
    for match in _NUMBER.finditer(text):
        value = han_number(match["han"]) if match["han"] else Decimal(match["arabic"].replace(",", ""))
        if value is not None:
            yield match, _Counted(value, (match["unit"] or "")[:1])


def _contents(report: Report, page: str) -> tuple[Iterable[str], set[Number]]:
    """Return the texts and the numbers of the tables of a section; of the whole report where it is none."""
    form, shown = report.form, shown_report(report)
    numbers = {code: Decimal(text.replace(",", "")) for code, text in shown.numbers.items() if _is_number(text)}
    if page not in form.sections:
        texts = [*(text for lines in shown.texts.values() for text in lines), shown.title, *report.meta.values()]
        return texts, set(numbers.values())
    codes = form.pages[page]
    texts = [text for code in form.texts_of(page) for text in shown.texts.get(code, ())]
    return texts, {number for code, number in numbers.items() if code in codes}


def _is_number(text: str) -> bool:
    return bool(re.fullmatch(r"[\d,]+(?:\.\d+)?", text))
