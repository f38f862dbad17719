"""Judges numbers of a part of the year: 截至11月底，作出行政许可99件.

They are in no table, so most are left alone. One that is more than the number of the whole year is wrong however the
months are counted; and a report that tells its numbers up to a month before December was copied from one within the
year, unless it tells those of the whole year too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from core.base.patterns import pattern
from core.checks.rules import CheckContext
from core.report.entry_text import Number
from core.texts.language.meanings import Role
from core.texts.language.vocabulary import load_vocabulary
from core.texts.reading.reader import read_text
from core.texts.reading.sentence.sentences import NumberReading
from core.texts.reading.sentence.share_checks import added
from core.texts.reading.told.reasons import BY_CHANNEL, PART_OF_YEAR

_UP_TO = pattern(
    r"(?:截[至止]到?|截止至|到)\s*(?:(?P<year>20\d\d)\s*年)?\s*(?:(?:[1-9]|1[01]|十一|[一二三四五六七八九十])\s*月\s*(?:份|底|末|\d{1,2}\s*日)?|12\s*月\s*(?:30|[12]?\d)\s*日)"
    r"|(?:(?P<years>20\d\d)\s*年\s*)?(?<!\d)0?1\s*月?(?:份)?\s*[-—–~～至到]\s*(?:[2-9]|1[01])\s*月(?:份)?(?!\s*\d)"
    r"|(?:(?P<from>20\d\d)\s*年\s*)?(?<!\d)1\s*月\s*1\s*日起?\s*[-—–~～至到]\s*(?:20\d\d\s*年\s*)?(?:[1-9]|1[01])\s*月\s*\d{1,2}\s*日"
    r"|(?:(?P<first>20\d\d)\s*年度?\s*)?前(?:[2-9二三四五六七八九十]|1[01]|十一)个月"
)
"""(截至2025年11月底)，作出行政许可99件; (1至11月); (前10个月)"""
_STOCK = pattern("[，前止时]?(?:仍|尚|继续|现行)?(?:有效|执行|施行|在册|保留)")
_SOME = pattern("通报|全[省市县区]\\d+[家个]|其中|同比|相比|比上|较|新增|对比|未|已于")
_PART = re.compile("[。；！？\n]|全年|本年度?(?!以来)")
_REST = pattern(
    r"1[0-2]\s*月|(?<![二三四五六七八九])十[一二]?\s*月|最后[一二两三]个月|下半年|四季度|年[底末]|剩余|剩下|其余|余下|全年(?:共计?|合计|总计|累计|为|是|达到?)*\d"
)
"""1至11月收到97件，(12月)收到9件: what is left of the year is told too."""
_CAME_IN = pattern("月(?:份|[上中下]旬|[底末初])?[^，；。\\d]{0,6}(?:收到|受理|接到|新收|登记|提出|提交|递交|所[收接])")
"""12月下旬(收到)的1件列入结转, 12月所收申请中另有5件转下年续办: of those carried over at the end of the year."""
_OF_A_DAY = ("in_force", "carried", "pending")
"""Parts of keys of what there is on a day."""
_RECEIVED = ("received", "received_new")
"""通过网络收到2件, though none came in."""


def beyond_the_year(
    readings: Sequence[NumberReading], numbers: Mapping[str, Number], form_id: str
) -> list[NumberReading]:
    """Return the readings, to be compared those of some months or one way in that are more than all."""
    return [_compared(r, form_id) if _is_beyond(r, numbers) else r for r in readings]


def _is_beyond(reading: NumberReading, numbers: Mapping[str, Number]) -> bool:
    if reading.kind != "other" or not reading.ways:
        return False
    is_part = f"（{PART_OF_YEAR}，" in reading.meaning or (
        reading.key in _RECEIVED and f"（{BY_CHANNEL}，" in reading.meaning
    )
    is_of_a_day = any(part in reading.key for part in _OF_A_DAY)  # 11月30日在办的9件, 4 at the end of the year
    is_of_a_day = is_of_a_day and not _CAME_IN.search(reading.quote)
    if not is_part or is_of_a_day:
        return False
    known = [added(way, numbers) for way in reading.ways]
    return all(total is not None and reading.value > total for total in known)


def _compared(reading: NumberReading, form_id: str) -> NumberReading:
    role: Role = load_vocabulary(form_id).role(reading.key)
    return reading._replace(kind="count", meaning=reading.meaning.partition("（")[0], rule_id=role.rule_id)


def ended_too_early(context: CheckContext, code: str) -> list[tuple[int, int]]:
    """Return the periods before the end of the year, beside numbers of which the whole year's is not told."""
    text, year = context.texts.get(code, ""), context.report.year
    heads = [*_UP_TO.finditer(text)] if "月" in text else []
    if not heads:
        return []
    readings = [r for r in read_text(code, text, year, context.report.form_id, context.report.unit) if _is_counted(r)]
    found: list[tuple[int, int]] = []
    for head in heads:
        if _STOCK.match(text, head.end()):
            continue  # 截至2024年6月30日有效的9件规范性文件
        named = next(filter(None, head.groups()), "")
        mark = _PART.search(text, head.end())
        end = mark.start() if mark else len(text)
        of_it = [r for r in readings if head.end() <= r.start < end]
        begin = max(text.rfind(sign, 0, head.start()) for sign in "。；！？\n") + 1
        is_rest_told = bool(_REST.search(re.split("[。\n]", text[head.end() :], maxsplit=1)[0]))
        is_other = (
            is_rest_told or named not in ("", str(year)) or not of_it or _SOME.search(text, begin, of_it[0].start)
        )
        if not is_other and not _is_told_of_year(readings, of_it):
            found.append(head.span())
    return found


def _is_counted(reading: NumberReading) -> bool:
    """Whether a number is one of a cell that grows with the year."""
    is_part = f"（{PART_OF_YEAR}，" in reading.meaning
    is_open = reading.kind == "count" or (reading.kind == "other" and is_part)
    return is_open and bool(reading.ways) and not any(part in reading.key for part in _OF_A_DAY)


def _is_told_of_year(readings: Iterable[NumberReading], some: Sequence[NumberReading]) -> bool:
    """Whether one of some numbers is told elsewhere too, for the whole year then."""
    keys = {r.key for r in some}
    return any(r.key in keys and r.kind == "count" and r not in some for r in readings)
