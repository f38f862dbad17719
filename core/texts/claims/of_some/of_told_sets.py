"""Leaves out numbers of a set that the words before them name, which is not what the tables have.

不掌握43件。这43件里，属上级机关制作的12件: of these. 剔除这4件，新收件答复121件: of the others. 协助上级办理案件13件，
办结12件: of those of others. 各分局办结351件，结转9件: of them. 逾期未缴的1件，涉及420元: the money of one.
Of 已结的2件中维持1件 the tables have the outcomes: they are of reviews or lawsuits, whatever was spoken of last.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from core.base.patterns import last_of, pattern
from core.checks.rules import CheckContext
from core.form.known_cells import AFTER_ROW, ALL_WAYS, CARRIED_IN, DIRECT_ROW, LAWSUIT_ROWS, REVIEW_ROW
from core.report.entry_text import Number
from core.texts.claims.claim import Claim, Found
from core.texts.language.grammar import LOWER_OFFICES
from core.texts.language.left_alone import OF_SOME
from core.texts.language.numbers import han_number
from core.texts.language.role_keys import ONE_KIND
from core.texts.reading.sentence.share_checks import added

_PART, _SENTENCE = "。；！？\n", "。！？\n"
_SHARE_IN_WORDS = "word_share"
_ON_REQUESTS = ("N-01", "N-03", "N-04", "N-05")
_THESE = pattern(
    "(?:这|上述|以上|前述|该)(?P<n>\\d+)[件宗份](?:申请)?(?:当中|之中|中|里)[，：有]*[^。；]*$", needs=("中", "里")
)
_WITHOUT = pattern(
    "(?:剔除|扣除|扣掉|除去|减去|刨去|撇开|抛开|不计)(?:20\\d\\d年度?|上年|去年|上一年|结转|转来|转入|遗留|过来|的|这|上述|以上)*"
    "(?:(?P<n>\\d+)[件宗份]|(?<=结转)(?:件|的?申请)?，)"
)
"""(剔除这4件)，本年新收件答复121件"""
_HELPED = pattern(
    "(?:协助|配合|协同|代理|代为|指导|参与|受[^，；。]{1,12}委托)[^，；。\\d]{0,30}(?:案件?|复议|诉讼|应诉)[^，；。\\d]{0,4}(?P<n>\\d+)[件起宗]"
)
"""(另协助省政府行政复议机构办理涉市县局的案件13件)，办结12件"""
_COUNTED_APART = pattern("(?:所辖|下辖|所属|下属|各)[^，；。\\d]{1,12}(?:另行|单独|分别|自行|各自)[^，；。\\d]{0,6}，")
"""(下属各分局另行统计，)新收52件"""
_OWN_LAWYERS = pattern("律师|律所|法律顾问")
_CLOSED = pattern("(?:已|全部)?(?:审结|办结|结案|了结|结)的(?P<n>\\d+)[件起宗](?:案件|案)?(?:当中|之中|中|里)")
"""(已结的2件中)维持1件"""
_OUTCOMES = ("upheld", "corrected", "other_outcome", "other_outcome_short")
_ENDS = ("upheld", "corrected", "other")
_ROWS = ((REVIEW_ROW,), (DIRECT_ROW,), (AFTER_ROW,), LAWSUIT_ROWS, (REVIEW_ROW, *LAWSUIT_ROWS))
_SLACK = 0.6
_OF_ONE_PAYER = pattern(
    "(?:^|[，；。：、])[^，；。：、\\d]{0,12}?(?P<n>\\d+|[一二两三])(?:件|份|名|家|笔|人|户)(?:申请人|申请|企业|公司)?[^，；。：、\\d]{0,8}[，、]?[^，；。：、\\d]{0,8}$"
)
"""(逾期未缴的1件，涉及)420元, (1件应缴)180元"""
_NOT_ALL_PAID = pattern("未|逾期|放弃|拖欠|欠缴|另|其余")
_NOTICES, _BILLED, _COLLECTED = "fee.notices", "fee.billed", "fee.collected"
_AMONG = pattern("(?P<n>\\d+)[件宗份](?:申请)?(?:当中|之中|中|里)，?[^，；。\\d]*$")
"""(未公开的89件中，)无法提供过半"""


def of_told_sets(context: CheckContext, found: Found) -> Found:
    """Do not judge numbers of a set that the words before them name."""
    for i, (claim, scope) in enumerate(found):
        if claim.agrees is not False:
            continue
        text = context.report.texts[claim.place.text]
        before = [c for c, _ in found[:i] if c.place.text == claim.place.text]
        if claim.rule_id == "N-06":
            found[i] = _of_cases(context.numbers, text, before, claim), scope
        elif _is_of_set(context.numbers, text, before, claim):
            found[i] = claim.left_alone(OF_SOME), scope
    return found


def _is_of_set(numbers: Mapping[str, Number], text: str, before: Sequence[Claim], claim: Claim) -> bool:
    if claim.key.startswith(_SHARE_IN_WORDS) or (claim.is_share and claim.rule_id == "N-05"):
        return _is_share_of_those(numbers, text, claim)
    if claim.number is None or claim.is_share:
        return False
    if claim.rule_id == "N-17":
        return claim.key == "fee_billed" and _is_of_one_payer(numbers, text, before, claim)
    if claim.rule_id not in _ON_REQUESTS:
        return False
    return (
        _is_of_these(text, before, claim)
        or _is_of_the_others(numbers, text, claim)
        or _is_of_lower_offices(text, before, claim)
    )


def _head(text: str, claim: Claim, marks: str) -> str:
    """Return what stands before a number since one of some marks; what it is quoted with belongs to it."""
    place = next((i for i in range(claim.place.start, claim.place.end) if text[i].isdecimal()), claim.place.start)
    return text[last_of(marks, text, 0, place) + 1 : place]


def _is_share_of_those(numbers: Mapping[str, Number], text: str, claim: Claim) -> bool:
    """Whether a share in words is told of a number that is no total, and was compared with another: 89件中，过半."""
    those = _AMONG.search(_head(text, claim, _PART))
    if those is None or int(those["n"]) in [0, *(added(way, numbers) for way in ALL_WAYS)]:
        return False
    if not claim.is_share:
        return f"（{those['n']}件中" not in claim.shown
    part = added(claim.cells[:-1], numbers)
    return part is not None and abs(float(part) * 100 / int(those["n"]) - float(claim.number or 0)) < _SLACK


def _is_of_these(text: str, before: Sequence[Claim], claim: Claim) -> bool:
    """Whether a number is told of these, of which the tables have a row that it does not belong to."""
    head = _head(text, claim, _PART)
    these = _THESE.search(head) if claim.key not in ONE_KIND else None
    if these is None or (claim.number or 0) > int(these["n"]):
        return False
    wholes = [c for c in before if c.agrees and c.number == int(these["n"]) and c.rule_id == "N-05"]
    return bool(wholes) and {*wholes[-1].cells}.isdisjoint(claim.cells)


def _is_of_the_others(numbers: Mapping[str, Number], text: str, claim: Claim) -> bool:
    """Whether a number is that of the table without those carried in, or may be: 剔除这4件，新收件答复121件."""
    without = _WITHOUT.search(_head(text, claim, _SENTENCE)) if claim.rule_id in ("N-04", "N-05") else None
    carried = numbers.get(CARRIED_IN)
    if without is None or carried is None or (without["n"] and carried != int(without["n"])):
        return False
    more = [total - (claim.number or 0) for total in claim.sums]
    least = carried if claim.rule_id == "N-04" else 0
    return any(least <= one <= carried for one in more)


def _is_of_lower_offices(text: str, before: Sequence[Claim], claim: Claim) -> bool:
    """Whether the part of a sentence begins with the offices below, and none of its numbers is the table's."""
    head = _head(text, claim, _PART)
    start = claim.place.start - len(head)
    is_of_them = LOWER_OFFICES.match(head) or _COUNTED_APART.match(head)
    return bool(is_of_them) and not any(c.agrees and c.place.start >= start for c in before)


def _is_of_one_payer(numbers: Mapping[str, Number], text: str, before: Sequence[Claim], claim: Claim) -> bool:
    """Whether an amount is told of fewer than all that were sent a notice, and is no more than was left unpaid."""
    head = _head(text, claim, _SENTENCE)
    told = _OF_ONE_PAYER.search(head)
    notices = numbers.get(_NOTICES)
    rest = numbers.get(_BILLED, 0) - numbers.get(_COLLECTED, 0)
    if told is None or notices is None or (claim.number or 0) > rest:
        return False
    many = int(told["n"]) if told["n"].isdecimal() else han_number(told["n"])
    is_fewer = many is not None and many < notices and "通知" not in told[0]
    end = text.find("。", claim.place.end) % (len(text) + 1)
    is_left = _NOT_ALL_PAID.search(head) or _NOT_ALL_PAID.search(text, claim.place.end, end)
    return is_fewer and bool(is_left) and not (before and before[-1].agrees is False)


def _of_cases(numbers: Mapping[str, Number], text: str, before: Sequence[Claim], claim: Claim) -> Claim:
    """Return a claim on cases as it is behind the words before it."""
    head = _head(text, claim, _PART)
    helped = _HELPED.search(head) if claim.number is not None else None
    if helped and (claim.number or 0) <= int(helped["n"]) and not _OWN_LAWYERS.search(head):
        wholes = [added(tuple(f"{row}.total" for row in rows), numbers) for rows in _ROWS]
        return claim if int(helped["n"]) in wholes else claim.left_alone(OF_SOME)
    closed = [*_CLOSED.finditer(head)][-1:]
    return _of_closed(numbers, before, claim, int(closed[0]["n"])) if closed else claim


def _of_closed(numbers: Mapping[str, Number], before: Sequence[Claim], claim: Claim, many: int) -> Claim:
    """Return an outcome compared with that of the cases of which so many are closed; also the share behind it."""
    if claim.is_share:
        last = before[-1].number if before and before[-1].key in _OUTCOMES else None
        is_its_own = last is not None and many > 0 and abs(float(last) * 100 / many - float(claim.number or 0)) < _SLACK
        return claim.left_alone(OF_SOME) if is_its_own else claim
    end = {cell.rpartition(".")[2] for cell in claim.cells}
    if claim.key not in _OUTCOMES or len(end) != 1:
        return claim
    for rows in _ROWS:
        cells = tuple(f"{row}.{outcome}" for row in rows for outcome in end)
        is_meant = added(tuple(f"{row}.{outcome}" for row in rows for outcome in _ENDS), numbers) == many
        if is_meant and added(cells, numbers) == claim.number:
            return claim._replace(cells=cells, sums=(claim.number or 0,), agrees=True)
    return claim
