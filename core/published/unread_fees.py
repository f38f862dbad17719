"""Whether a report tells of fees what none of its three cells holds, however it is written.

Whoever writes section six is free in words, marks and scripts, so nothing is looked up here: each numeral beside money
or fees has to be accounted for, by a cell that holds it or by what else it plainly is (a price, another year's, a part
of what was read). What is left over is asked for.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from core.published.fee_numerals import NUMERAL, Numeral, is_nothing, is_sum_of_money, plain_fees
from core.report.entry_text import Number

_FEE = re.compile(
    "[收缴交付退]费|费用|[理开印寄索制料本递复邮]费|收取|[收补追]缴|缴[纳清]|[实应]收|收讫|[收交付]款|支付|计收|每[页件份张]收"
)
_NAMED = re.compile("信息处理费|公开处理费|收费通知(?!要求)|信息公开费")
_OF_TABLES = re.compile("金额|费|收取|实收|缴|收款")
_NO_FEE = re.compile("收费(?:项目|文件|目录|清单|政策|公示)|免费|(?:经|税|学|党|会|保)费")
_OTHER_MONEY = re.compile(
    "经费|预算|决算|资金|投资|采购|罚[款没]|补[贴助]|免费|支出|列支|花费|自付|垫付|承担|税费|保证金|奖|贷款|行政事业性收费|非税"
)
_CHARGED = re.compile("处理费|(?<!事业性)收费|收取(?!行政事业性|非税)|实收|应收|收到|到账|缴")
_DENIED = re.compile("未|没有|不|无|免|减")
_DENIED_FEES = re.compile(
    r"(?:未|没有|不|无)[^，。；\n]{0,14}?(?:收费|收取|费用|处理费)"
    r"|(?:收费|收取|处理费|费用)[^，。；\n]{0,12}?(?:未|没有|无|零|(?<![\d.,])0(?:\.0+)?(?![\d.]))"
)
_RECEIVED = re.compile(
    "[已均][经已全部数]{0,3}(?:收取|收讫|收齐|缴|到账|收费(?!标|项|文|目))|悉数|收取[了过]|若干|少量|部分费用"
)
_ELSEWHERE = re.compile("见[^，。；]{0,4}(?:附|表|图|下|后|网)|如[下附][表图]|附后|另附")
_RULES = re.compile("标准|办法|依据|流程|目录|指南")
_THIS_YEAR, _OTHER_YEAR = re.compile("□本年|[本今当]年"), re.compile("□他年|[上去]一?年")
_SETTLED_NOW = re.compile("补[缴交收]|追缴|到账|入账|结[转清]|缴清|收回|的(?:收费)?通知|通知的|系(?!统|列)")
_PART = re.compile("其中|含|包括|减免|免收|免除|[未欠]缴|尚有|[复邮][印寄][^，。；]{0,4}费|(?:成本|快递|工本)费")
_OTHER_UNIT = re.compile("[人名家个位户条项次场篇页部册年月日天时级类批届层种台处所间期%‰倍号大至到~～×*/-]|公里|米|—")
_TO_WHOM = re.compile("收取|实收|缴[纳清]")
_NEAR = 60
"""Characters before a count in which it is denied."""
_SENTENCE = re.compile("[^。；\n]+[。；\n]*")
_OPEN_END = re.compile("(?:如下|情况|下列)[。\n]*$")


@dataclass(frozen=True, slots=True)
class ReadFees:
    """What was read: how many notices, what they bill, what was collected; None for what was not."""

    notices: Number | None
    billed: Number | None
    collected: Number | None

    @property
    def is_whole(self) -> bool:
        """Whether all three were read."""
        return None not in (self.notices, self.billed, self.collected)

    @property
    def known(self) -> list[Number]:
        """Those that were read."""
        return [number for number in (self.notices, self.billed, self.collected) if number is not None]


@dataclass(frozen=True, slots=True)
class _Told:
    """A numeral that somebody has to account for.

    Attributes:
        value: None where it cannot be read.
        is_count: Whether it counts notices.
        is_part: Whether it is said to be part of another one.
        is_old: Whether it is said of another year alone.
    """

    value: Number | None
    is_count: bool
    is_part: bool
    is_old: bool


def tells_more(text: str, year: int | None, read: ReadFees, *, is_section_six: bool = True) -> bool:
    """Whether a printed text tells of fees what was not read; other sections do so only where they name the fee."""
    plain = plain_fees(text, year, with_prices=read.collected is None and not _DENIED_FEES.search(text))
    about = _FEE if is_section_six else _NAMED
    if not about.search(plain):
        return False
    if is_section_six and read.collected is None and _tells_without_number(plain):
        return True
    told = list(_told(plain, read, about))
    if read.is_whole or not is_section_six:
        return any(not _is_explained(one, read) for one in told)
    parts = [one.is_part and one.value is not None and one.value <= (read.collected or 0) for one in told]
    left = Counter(
        one.value for one, is_part in zip(told, parts, strict=True) if not is_part and not _is_of_old(one, read)
    )
    return any(value is None or count > read.known.count(value) for value, count in left.items())


def table_tells_more(text: str, read: ReadFees) -> bool:
    """Whether a table that is none of ours, its cells between blanks, tells of fees what was not read."""
    if not _OF_TABLES.search(text):
        return False
    cells = [plain_fees(cell, None) for cell in text.split()]
    found = [Numeral.of(match) for cell in cells if (match := NUMERAL.fullmatch(cell))]
    return any(not is_nothing(one) and one.value not in read.known for one in found)


def names_fees(text: str) -> bool:
    """Whether a text names 信息处理费 or its notices."""
    return _NAMED.search(text) is not None


def _tells_without_number(plain: str) -> bool:
    """Whether fees are said to have been received, or to stand elsewhere, without any number."""
    for sentence in _SENTENCE.findall(plain):
        if not _FEE.search(sentence):
            continue
        clauses = sentence.split("，")
        for clause in clauses:
            if _RECEIVED.search(clause) and not _DENIED.search(clause):
                return True
            if _ELSEWHERE.search(clause) and not _RULES.search(clause) and not _DENIED_FEES.search(sentence):
                return True
    return False


def _told(plain: str, read: ReadFees, about: re.Pattern[str]) -> Iterator[_Told]:
    """Yield the numerals beside fees; 0 and what plainly counts something else are left out."""
    is_open = False
    is_denied = _DENIED_FEES.search(plain) is not None or read.collected is not None
    for sentence in _SENTENCE.findall(plain):
        is_about = about.search(sentence) is not None
        if is_about or is_open:
            yield from _in_sentence(sentence, read)
        elif about is _FEE and not is_denied and not _OTHER_MONEY.search(sentence):
            yield from (one for one in _in_sentence(sentence, read) if not one.is_count)
        is_open = (is_about or is_open) and ("。" not in sentence or _OPEN_END.search(sentence) is not None)
        is_open = is_open and about is _FEE


def _in_sentence(sentence: str, read: ReadFees) -> Iterator[_Told]:
    is_old, before, clauses = False, "", sentence.split("，")
    is_tied = _SETTLED_NOW.search(sentence) or any(_THIS_YEAR.search(c) and not NUMERAL.search(c) for c in clauses)
    for clause in clauses:
        whole = before + clause if clause.startswith("其中") else clause
        before = before if whole != clause else clause
        is_old = (is_old or _OTHER_YEAR.search(clause) is not None) and not _THIS_YEAR.search(clause)
        if _OTHER_MONEY.search(whole) and not _CHARGED.search(_NO_FEE.sub("", whole)):
            continue
        part, counts = _PART.search(whole), _FEE.search(_NO_FEE.sub("", clause)) is not None
        begun = len(whole) - len(clause)
        by_whom = not read.collected and _TO_WHOM.search(clause) is not None and not _DENIED.search(clause)
        for match in NUMERAL.finditer(clause):
            one = Numeral.of(match)
            if not is_nothing(one) and _is_of_fees(clause, match, one, counts=counts, by_whom=by_whom):
                is_part = part is not None and part.start() < begun + match.start()
                yield _Told(one.value, one.is_count, is_part, is_old and not is_tied)


def _is_of_fees(clause: str, match: re.Match[str], one: Numeral, *, counts: bool, by_whom: bool) -> bool:
    """Whether a numeral is an amount or a count of fees.

    Args:
        clause: Where it stands.
        match: The numeral there.
        one: The same.
        counts: Whether 3件 is a count of fees here.
        by_whom: Whether 3人, too, says that something was collected.
    """
    if one.is_money:
        return True
    if one.is_count:
        return counts and not _DENIED.search(clause, max(match.start() - _NEAR, 0), match.end())
    return by_whom if _OTHER_UNIT.match(clause, match.end()) else is_sum_of_money(match["n"])


def _is_explained(one: _Told, read: ReadFees) -> bool:
    """Whether a numeral is what was read, what is left of it, a part of it, or another year's."""
    if one.value is None:
        return False
    billed, collected = read.billed or 0, read.collected or 0
    if one.value in read.known or (not one.is_count and one.value == billed - collected):
        return True
    most = (read.notices or 0) if one.is_count else max(billed, collected)
    return _is_of_old(one, read) or (one.is_part and one.value <= most)


def _is_of_old(one: _Told, read: ReadFees) -> bool:
    return one.is_old and read.collected is not None
