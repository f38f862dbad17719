"""The three numbers of 信息处理费, which stand in no table: read from section 六 where it is beyond doubt."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from core.checks.rules import CheckContext
from core.published.fee_amounts import in_plain_digits
from core.published.recogniser import REMARK, Imported
from core.published.unread_fees import ReadFees, names_fees, table_tells_more, tells_more
from core.report.entry_text import Number
from core.report.linked_text import resolve
from core.report.report import Report
from core.report.totals import report_numbers
from core.texts.claims.claims import claims
from core.texts.language import phrases

FEES_READ = "信息处理费的{count}个数字读自第六部分"

FEES_UNREAD = "第六部分写有收费，程序没有读全，请核对后手工加上"
FEES_ELSEWHERE = "第六部分以外写有收费，程序没有读，请核对后手工加上"
"""Said of a report whose numbers would else be missing from a sum without a word."""

_SECTION = "s6"
_PLACE = "第六部分"
_NOTICES, _BILLED = "fee.notices", "fee.billed"
_NAME = "信息处理费"
_TIME = r"(?:(?:20\d\d年度?|[本今]年度?|全年)，?)?"
_NOTHING = (
    r"(?:未|没有|不|无)(?:发生|产生|涉及|收取)(?:依申请公开|政府信息公开|信息公开|任何|相关)*(?:信息处理费|费用|收费)(?:收费|收取)?"
    r"|信息处理费(?:收取|收费)?(?:情况)?：?(?:未|没有)(?:收取|发生|产生)"
)
_NOTHING_CHARGED = "未收取信息处理费"
"""How the claims know it best; what is made so is only what stands alone: 对个人没有收取 is not all."""
_EACH = re.compile(r"每\d*[件页份张个次人][^，。；\n]{0,8}?\d[\d.,]*元")
"""每件收取100元: no sum."""
_NO_CASES = re.compile("(?<=收取信息处理费)0件[、，]?0元")
_NO_NUMBER = 10**12  # more than anybody can have told, so that what the rules are sure of does not agree with it


def fill_fees(imported: Imported) -> None:
    """Enter the numbers of 信息处理费 that section 六 tells once and beyond doubt, and say so; others stay blank."""
    found = _told(imported.report)
    if found:
        imported.report = imported.report.with_cells(found)
        imported.remarks.append(FEES_READ.format(count=len(found)))


def fees_unread(report: Report, lost: Iterable[tuple[str, str]] = ()) -> list[str]:
    """Return a sentence where section six tells of fees what none of the three cells holds, and one for other places.

    Args:
        report: What was read.
        lost: Places and texts of the file that stand nowhere in it.
    """
    if not report.form.outside_tables:
        return []
    numbers, year = report_numbers(report), report.year
    read = ReadFees(*map(numbers.get, report.form.outside_tables))
    others = [(place, text) for place, text in lost if place != REMARK]
    beside = [text for place, text in others if place.startswith(_PLACE)]
    is_unread = tells_more(resolve(report.texts.get(_SECTION, ""), numbers), year, read)
    is_unread = is_unread or any(table_tells_more(text, read) for text in beside)
    elsewhere = [
        *(
            tells_more(resolve(t, numbers), year, read, is_section_six=False)
            for c, t in report.texts.items()
            if c != _SECTION
        ),
        *(names_fees(t) and table_tells_more(t, read) for p, t in others if not p.startswith(_PLACE)),
    ]
    return [FEES_UNREAD] * is_unread + [FEES_ELSEWHERE] * any(elsewhere)


def _told(report: Report) -> dict[str, Number]:
    """Return by code what is told: 未收取 is 0 of what was collected; no notices bill nothing."""
    fees = report.form.outside_tables
    if not fees or not report.texts.get(_SECTION):
        return {}
    named = phrases.WRONG_FEE.sub(
        _NAME, in_plain_digits(report.texts[_SECTION])
    )  # N-17 tells the name; the numbers are the same
    report = report.with_texts({_SECTION: _nothing_charged(_EACH.sub("", named), report.unit)})
    numbers = {**report_numbers(report), **dict.fromkeys(fees, _NO_NUMBER)}
    said: dict[str, list[Number | None]] = {}
    for claim in claims(CheckContext(report, numbers, None, date.min)):
        if claim.place.text == _SECTION and set(claim.cells) & {*fees}:
            sure = len(claim.cells) == 1 and claim.agrees is False
            said.setdefault(claim.cells[0], []).append((claim.number or 0) if sure else None)
    found = {code: told[0] for code, told in said.items() if len(told) == 1 and told[0] is not None}
    if found.get(_NOTICES) == 0 and _BILLED not in said:
        found[_BILLED] = 0
    return {code: found[code] for code in fees if code in found}


def _nothing_charged(text: str, unit: str) -> str:
    """Return a text in which the unit says in one way that nothing was charged: 本局没有发生信息处理费收费."""
    own = f"(?:{phrases.FIRST_PERSON.pattern}{f'|{re.escape(unit)}' if unit else ''})?"
    alone = (
        rf"((?:^|(?<=[。；，\n]))\s*{_TIME}{own}{_TIME})(?:{_NOTHING})(?:的?(?:情况|情形|事项|行为))?(?=[。；，\n]|$)"
    )
    return _NO_CASES.sub("0元", re.sub(alone, rf"\1{_NOTHING_CHARGED}", text))
