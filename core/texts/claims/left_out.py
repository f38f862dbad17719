"""Claims that the numbers around them excuse: parts of a total, of the new ones alone, of another scope."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from decimal import Decimal
from itertools import accumulate, combinations, takewhile

from core.base.patterns import pattern
from core.base.short_names import stands_in_order
from core.checks.rules import CheckContext
from core.form.known_cells import CARRIED_IN, CASE_ROWS, HANDLED
from core.report.entry_text import Number
from core.texts.claims.claim import Claim, Found
from core.texts.claims.same_frame import is_third_of_row
from core.texts.claims.turned_digits import is_turned_beside_right
from core.texts.language.grammar import INCLUDED
from core.texts.language.left_alone import OTHER_SCOPE
from core.texts.language.numbers import han_number
from core.texts.language.result_groups import ResultGroups
from core.texts.language.role_keys import ONE_KIND
from core.texts.language.vocabulary import load_vocabulary
from core.texts.reading.sentence.share_checks import added

_TOTAL = pattern(r"(?:共|合计|总计|共计|一共)(?:有|为|是|收到|受理|新收|办结|答复|公开)?\s*\d+[^，。；]{0,3}$")
_SUM = pattern("合计|共计|总计|共有?\\d+[^，。；\\d]*$|相加")
_BARE_SUM = pattern("(?:^|，)(?:合计|共计|总计)(?:为|有|达)?\\d+[件宗份]$")
"""公开39件、部分公开20件，(合计59件): of these two"""
_COUNT = pattern("(\\d+)[件宗份]")
_SO_MANY = pattern("([两二三四五])[项者类种样块]")
"""(两项)合计26件"""
_OF_THEM = pattern("(?:(?:的)?新(?:收的?|件))?(?:申请)?[中里当]|[，,；;（(]其中")
"""65件(新收申请中)，60件已办结"""
_NEW_BEHIND = pattern("(?:的)?新(?:收的?(?:申请)?|件)[中里当]")
"""新收的24件(里)，办结22件"""
_OLD_ONES = pattern("上年|去年|上一年|结转|遗留|旧件|老件")
_OLD_ONES_TOO = pattern("[另并还又](?:办结|答复|办完|处理)了?[^，。；]{0,3}(?:上年|去年|上一年|结转)")
"""新收24件，办结22件，(另办结上年)2件"""
_NEW_ONES = pattern("新(?:收的?(?:申请)?|件)\\d+[件宗份]$")
_DONE = pattern("(?:申请)?(?:当年|年内|本年|按期|按时|已|均|全部|都|依法|及时)*(?:办结|答复)")
_NEAR, _MOST_PARTS = 4, 6
"""So many numbers before a total may be its parts."""
_OLD_ONES_DONE = pattern(
    "(?:上年|去年|上一年|结转|遗留|年[底末]未办结)(?:[^，。；]{0,24}|[^。；]{0,24}[均都全])(?:部|已)*(?:办结|答复|办完|办理完毕|办毕|了结)"
)
"""(上年结转8件在一季度全部办结)；新收78件，当年办结75件"""
_WHOLES = ("received", "received_new", "handled", "cases_review", "cases_lawsuit")
_TELLING = 10
"""A number that agrees by chance is mostly smaller."""
_TOWNS = ("镇人民政府", "乡人民政府")
_GOVERNMENT = "人民政府"
_NOTICES = "fee.notices"
_ALL_NOTICES = pattern(
    "(?:^|[，（、])(?:两家|两局|两个单位)?(?:一共|共计|合计|总计|共)(?:发出|制发)?(?:收费)?(?:通知书?)?(\\d+)[件份]"
)
_SYSTEM = pattern(
    "全[省市县区州盟旗]?(?P<kind>[\u4e00-\u9fff]{0,8}?)系统(?=全年|年内|本年|今年|当年|\\d|共|累计|合计|总计|一共|总共|因|收到|受理|新收|发生|被|未|办结|答复|结转|作出|实施|查处|办理行政|核发|行政(?:处罚|许可|强制)|依法|立案)"
)
"""(全市教育系统)因信息公开引发行政复议36件, in the report of its bureau: no fewer than its own."""
_MARKS = ("", *"，。；、（\n")
_OF_POWERS = "N-07"
"""Decisions may be those on one matter only, told beside it: then they are far fewer than all."""


def _is_of_wider(found: Found) -> bool:
    """Whether the tables of an office hold the numbers of the whole place: those said of it agree, its own do not."""
    agreeing = {scope for claim, scope in found if claim.agrees and (claim.number or 0) >= _TELLING}
    return "wider" in agreeing and not agreeing & {"own", "self"}


def _is_of_office(found: Found) -> bool:
    """Whether the tables of a government hold its own office's numbers only: 全州办结479件，其中州本级办结70件."""
    own = [claim for claim, scope in found if claim.agrees and scope == "own" and (claim.number or 0) >= _TELLING]
    of_place = [claim.agrees for claim, scope in found if scope == "wider" and claim.number]
    return bool(own) and False in of_place and True not in of_place


def _foreign_scopes(found: Found, agreeing: Container[str]) -> frozenset[str]:
    """Return whose numbers are not the tables': 机关本级收到48件，答复46件；全局收到134件, which are."""
    agreed = {scope for claim, scope in found if claim.agrees and (claim.number or 0) >= _TELLING}
    wrong = [scope for c, scope in found if c.agrees is False and c.key in _WHOLES and c.key in agreeing]
    return frozenset(scope for scope in wrong if scope not in agreed and scope == "own")


def parts_left_out(found: Found) -> Found:
    """Do not judge a number where the total of the same is told behind it, and right: 公开3件，…，公开共4件."""
    for i, (claim, scope) in enumerate(found):
        if claim.agrees is not False or claim.is_share:
            continue
        if any(
            (claim.number or 0) < (c.number or 0)  # a part is less than its total
            and c.agrees is not False
            and c.place.text == claim.place.text
            and (c.cells[:1] == claim.cells[:1] or (c.key == "unknown" and claim.sums == (c.number,)))
            and _TOTAL.search(c.quote)
            and not (_is_of_more(claim, c) or _is_short_of_total([c for c, _ in found], i, place))
            and not _is_of_each([c for c, _ in found], claim, c)
            for place, (c, _) in enumerate(found[i + 1 :], i + 1)
        ):
            found[i] = claim.left_alone("后面另有合计"), scope
    return found


def _is_of_more(claim: Claim, total: Claim) -> bool:
    """Whether a total is right, and counts more than the cells of a number: 企业17件、律所9件，组织合计28件."""
    more = {*total.sums} - {*(claim.sums[:1] if claim.key in ONE_KIND else claim.sums)}
    is_other = (total.key, total.cells) != (claim.key, claim.cells)
    return bool(total.agrees and claim.number and is_other and total.number in more)


def _is_of_each(told: Sequence[Claim], claim: Claim, total: Claim) -> bool:
    """Whether a number is told of several at once, and the total is that of them: 复议、诉讼中被纠正的各1件，共2件."""
    each = [c.number or 0 for c in told if c.place == claim.place]
    return len(each) > 1 and sum(each) == total.number


def _is_short_of_total(told: Sequence[Claim], i: int, place: int) -> bool:
    """Whether new ones and those carried in are told right before their total, which is another number.

    新收26件，上年结转2件，共31件: the 26 are no part of the new ones, since nothing else stands before the 31.
    """
    claim, total = told[i], told[place]
    run = [c for c in told[:place] if c.place.text == claim.place.text and not c.is_share]
    begin = next(n for n, c in enumerate(run) if c is claim)
    old = [c for c in run[max(begin - 1, 0) :] if c.key in ("carried_in", "carried") and c.agrees]
    if claim.key not in ("received", "received_new") or not old:
        return False
    sums = [sum(c.number or 0 for c in run[n:]) for n in range(begin + 1)]
    return total.number not in sums


def totals_left_out(context: CheckContext, found: Found) -> Found:
    """Do not judge a total that follows from two numbers before it, one of which is wrong: the slip is said once."""
    results = load_vocabulary(context.report.form_id).results
    for i, (claim, scope) in enumerate(found):
        if claim.agrees is not False:
            continue
        before = [c for c, _ in found[max(i - _MOST_PARTS, 0) : i]]
        if _is_of_those_before(before, claim, results) or _is_sum_of_group([c for c, _ in found[:i]], claim, results):
            found[i] = claim.left_alone("由前面的数相加"), scope
            continue
        if _is_bare_sum(context.report.texts[claim.place.text], claim):
            found[i] = claim.left_alone("由前面的数相加"), scope
            continue
        if not _TOTAL.search(claim.quote):
            continue
        before = [c for c, _ in found[max(i - _NEAR, 0) : i] if c.place.text == claim.place.text and c.number]
        pairs = [pair for pair in combinations(before, 2) if sum(c.number or 0 for c in pair) == claim.number]
        if any(c.agrees is False for pair in pairs for c in pair) or _is_subtotal(claim, before, pairs):
            found[i] = claim.left_alone("由前面的数相加"), scope
    return found


def _is_bare_sum(text: str, claim: Claim) -> bool:
    """Whether a bare sum is that of the numbers right before it: 结转下年的分别为7件、3件，合计10件."""
    if claim.rule_id not in ("N-01", "N-04") or claim.is_share or not _BARE_SUM.search(claim.quote):
        return False
    if (claim.number or 0) * 2 > max(claim.sums, default=0):
        return False  # 网上7件、信函5件、当面2件，合计14件: of all, it seems
    start = max(text.rfind(mark, 0, claim.place.start) for mark in "。！？；\n") + 1
    counts = [int(n) for n in _COUNT.findall(text, start, claim.place.start)]
    return claim.number in [*accumulate(reversed(counts))][1:]


def _is_of_those_before(told: Sequence[Claim], claim: Claim, results: ResultGroups) -> bool:
    """Whether a number is the sum of what is told right before it: 1件被复议机关纠正、1件被法院纠正，2件均在征收领域.

    企业21件、科研机构3件、律所11件、其他1件，合计36件: of the kinds of applicants that are listed.
    """
    before = [c for c in told if c.place.text == claim.place.text and not c.is_share]
    if any(c.agrees is False or c.number is None for c in before[-2:]) or len(before) < 2:
        return False
    last = before[-2:]
    if claim.rule_id == "N-06" and all(c.key in (claim.key, "unknown") for c in last):
        return sum(c.number or 0 for c in last) == claim.number
    if claim.rule_id == "N-04" and _SUM.search(claim.quote):
        return _is_sum_of_results(before, claim, results)
    if claim.rule_id != "N-01" or not _TOTAL.search(claim.quote) or not any(c.key in ONE_KIND for c in last):
        return False
    kinds = [c.number or 0 if c.key in (*ONE_KIND, "unknown") and c.agrees is not False else None for c in before]
    run: Number = 0
    for many, kind in enumerate(reversed(kinds), 1):
        if kind is None:
            return False
        run += kind
        if run == claim.number and many > 1:
            return True
    return False


def _is_sum_of_group(told: Sequence[Claim], claim: Claim, groups: ResultGroups) -> bool:
    """Whether a sum is that of the rows of one group, each with its kinds: 第三方7件（个人7件）、…，合计16件."""
    if claim.rule_id not in ("N-01", "N-04") or claim.is_share or not _BARE_SUM.search(claim.quote):
        return False
    before = takewhile(lambda c: c.rule_id == "N-05" and not c.is_share, reversed(told))
    rows = [c for c in before if c.place.text == claim.place.text and c.key not in ONE_KIND][::-1]
    runs = [rows[n:] for n in range(len(rows) - 1)]
    return any(
        sum(c.number or 0 for c in run) == claim.number
        and groups.is_within_one({cell for c in run for cell in c.cells})
        for run in runs
    )


def _is_sum_of_results(before: Sequence[Claim], claim: Claim, groups: ResultGroups) -> bool:
    """Whether a sum is that of results told before it that are not all: 执法案卷20件、行政查询6件，两项合计26件."""
    said = _SO_MANY.search(claim.quote)
    is_bare = bool(_BARE_SUM.search(claim.quote))
    results = sum(part.rule_id == "N-05" for part in before)
    run: Number = 0
    cells: set[str] = set()
    for many, part in enumerate(reversed(before), 1):
        if part.rule_id != "N-05" or part.agrees is False or part.number is None:
            return False
        run, cells = run + part.number, cells | set(part.cells)
        if run >= (claim.number or 0) or (said and many == han_number(said[1])):
            is_known = (said and many == han_number(said[1])) or groups.is_within_one(cells)
            is_known = is_known or (is_bare and (many == 2 or many < results))
            return run == claim.number and many > 1 and bool(is_known)
    return False


def _is_subtotal(claim: Claim, before: Sequence[Claim], pairs: Sequence[Sequence[Claim]]) -> bool:
    """Whether a total of the two numbers before it makes up the table's with the one before these.

    网上提交208件；信函58件、当面6件，合计64件: the ways in of 272.
    """
    counts = [c for c in before if not c.is_share]
    if tuple(counts[-2:]) not in [tuple(pair) for pair in pairs] or any(c.agrees is not None for c in counts[-2:]):
        return False
    earlier = [c for c in counts[:-2] if c.agrees is None and c.number]
    return any((c.number or 0) + (claim.number or 0) in claim.sums for c in earlier)


def _is_of_new_ones(context: CheckContext, last: Claim, claim: Claim) -> bool:
    """Whether those dealt with are told as some of the new ones: 新收的71件中，当年办结66件."""
    text = context.report.texts[claim.place.text]
    is_new = last.key in ("received", "received_new") or _NEW_BEHIND.match(text, last.place.end)
    if last.place.text != claim.place.text or not is_new:
        return False
    if _OLD_ONES_TOO.search(text, claim.place.end) or _OLD_ONES_DONE.search(text, 0, last.place.start):
        return True
    return bool(_OLD_ONES.search(text) and _OF_THEM.match(text, last.place.end, claim.place.start))


def _are_done(context: CheckContext, claim: Claim) -> bool:
    """Whether a number is that of the new ones dealt with, all but those carried in: 当年新收的99件按期办结."""
    if not _NEW_ONES.search(claim.quote) or not _DONE.match(context.report.texts[claim.place.text], claim.place.end):
        return False
    return (claim.number or 0) + context.numbers.get(CARRIED_IN, 0) == context.numbers.get(HANDLED)


def new_ones_left_out(context: CheckContext, found: Found) -> Found:
    """Do not judge those dealt with of the new ones alone, where those carried in are told of behind them.

    新收81件，答复80件，结转1件；上年结转的2件已办结: together they are what the table has.
    """
    for i, (claim, scope) in enumerate(found):
        if claim.agrees is False and claim.rule_id == "N-01" and _are_done(context, claim):
            found[i] = claim.left_alone("本年新收的"), scope
        if claim.agrees is not False or claim.key != "handled" or claim.number is None:
            continue
        if i and _is_of_new_ones(context, found[i - 1][0], claim):
            old = context.numbers.get(CARRIED_IN)
            if old and claim.sums == (claim.number + old,):
                found[i] = claim.left_alone("本年新收的"), scope
                continue
        before = {c.key for c, _ in found[:i] if c.place.text == claim.place.text}
        if "received" not in before or "carried_in" in before:
            continue
        carried = (c for c, _ in found[i + 1 :] if c.key == "carried_in" and c.place.text == claim.place.text)
        behind = next(carried, None)
        if behind and behind.agrees:
            together = claim.number + (behind.number or 0)
            between = context.report.texts[claim.place.text][claim.place.end : behind.place.start]
            if claim.sums == (together,) and not INCLUDED.match(between):
                found[i] = claim.left_alone("本年新收的"), scope
    return found


_LARGER = (
    *((kind, "县区市州盟旗省") for kind in ("镇", "乡", "街道", "苏木")),
    *((kind, "市州盟省") for kind in ("县", "区", "旗")),
)
"""Kinds of places, and of those that are larger."""
_PLACE = pattern("全(?P<kind>[省市县区州盟旗镇乡])|全街道|(?:我|本)(?:[省市县区州盟旗镇乡]|街道)")


def other_scopes_left_out(context: CheckContext, found: Found) -> Iterable[Claim]:
    """Do not judge numbers of the office in the report of a whole place, nor those of a whole place in a unit's own.

    A 汇总 report may speak of the office's own numbers (17 beside 95 in the table), a bureau of the whole county's.
    """
    unit = context.report.unit
    is_summed = context.report.meta.get("meta.scope", "") == "汇总" or unit.endswith(_GOVERNMENT)
    is_of_office = _is_of_office(found)
    is_summed = (is_summed or _is_of_wider(found)) and not is_of_office
    of_office = {claim.rule_id for claim, scope in found if claim.agrees and scope == "own"}
    own_ones = [claim for claim, scope in found if claim.agrees and scope == "own" and claim.number]
    own_cases = {cell for claim in own_ones for cell in claim.cells}
    agreeing = {claim.key for claim, _ in found if claim.agrees and not claim.is_share}
    agreed = {claim.cells for claim, _ in found if claim.agrees}
    told = [claim for claim, _ in found]
    foreign = _foreign_scopes(found, agreeing)
    sure = {scope for c, scope in found if c.agrees and c.key in _WHOLES and (c.number or 0) >= _TELLING}
    sure -= {scope for c, scope in found if c.agrees is False and c.key in _WHOLES}
    for claim, scope in found:
        if claim.agrees is not False:
            yield claim
            continue
        is_others_office = scope == "own" and bool(unit) and "政府办" in claim.quote and "办" not in unit
        is_wider = scope == "wider" and not is_summed and not _is_less_than_ours(context, claim)
        is_wider = is_wider or (scope == "wider" and is_summed and _is_beyond(context, claim))
        is_no_more = claim.rule_id == "N-02" and bool(claim.number)  # than all: 0
        is_no_more = is_no_more or _is_more_than_ours(claim) or _is_of_town(context, claim)
        is_no_more = is_no_more or _total(claim) in own_cases  # 县本级被复议6件，维持5件: the 6 of the table
        is_own = scope == "own" and is_summed and not (is_no_more or _is_of_all_notices(context, claim))
        is_wider = is_wider or (scope == "wider" and claim.rule_id in of_office and _is_more(claim))
        is_other = is_own or is_others_office or is_wider or scope == "some"
        is_ours = scope == "wider" and is_summed and not _is_beyond(context, claim)
        is_ours = is_ours or (scope == "own" and is_of_office and claim.cells not in agreed)
        is_ours = is_ours or scope in sure
        is_foreign = is_other or (bool(scope) and not is_ours and (claim.key in agreeing or scope in foreign))
        is_left_alone = is_foreign and not is_third_of_row(context, told, claim)
        is_left_alone = is_left_alone and not (scope == "wider" and is_turned_beside_right(told, claim))
        yield claim.left_alone(OTHER_SCOPE) if is_left_alone else claim


def _total(claim: Claim) -> str:
    """Return the cell of all cases that an outcome is one of; "" for another claim."""
    row = claim.cells[0].rpartition(".")[0] if claim.cells else ""
    return f"{row}.total" if row in CASE_ROWS else ""


def _is_more_than_ours(claim: Claim) -> bool:
    """Whether the office of a place is said to have more applications or decisions than all offices together."""
    is_meant = claim.rule_id in ("N-01", "N-04", _OF_POWERS) and not claim.key.startswith("rules")
    return is_meant and _is_more(claim)


def _is_more(claim: Claim) -> bool:
    return claim.kind == "count" and bool(claim.sums) and (claim.number or 0) > max(claim.sums)


def _is_of_town(context: CheckContext, claim: Claim) -> bool:
    """Whether an office is that of a township, whose applications are all of the township's."""
    text, unit = context.report.texts[claim.place.text], context.report.unit
    begin = max(text.rfind(mark, 0, claim.place.start) for mark in "。！？；\n") + 1
    is_count = claim.rule_id in ("N-01", "N-03", "N-04") and claim.kind == "count"
    return is_count and unit.endswith(_TOWNS) and "其中" not in text[begin : claim.place.start]


def _is_of_all_notices(context: CheckContext, claim: Claim) -> bool:
    """Whether money is that of as many notices as the report has: 两局各发出收费通知1件，(共2件)，实际收取1420元."""
    if not claim.key.startswith("fee_"):
        return False
    text = context.report.texts[claim.place.text]
    begin = max(text.rfind(mark, 0, claim.place.start) for mark in "。！？；\n") + 1
    told = [Decimal(match[1]) for match in _ALL_NOTICES.finditer(text, begin, claim.place.start)]
    return told[-1:] == [context.numbers.get(_NOTICES)]


def _is_beyond(context: CheckContext, claim: Claim) -> bool:
    """Whether a number is that of a larger place than that of a government: 全县, in the report of a township."""
    unit, text = context.report.unit.removesuffix(_GOVERNMENT), context.report.texts[claim.place.text]
    larger = next((places for kind, places in _LARGER if unit.endswith(kind)), "")
    begin = max(text.rfind(mark, 0, claim.place.start) for mark in "。！？；\n") + 1
    named = [*_PLACE.finditer(text, begin, claim.place.end)]
    return bool(named) and (named[-1]["kind"] or "镇") in larger


def _is_less_than_ours(context: CheckContext, claim: Claim) -> bool:
    """Whether a number is said to be that of all offices like the unit, and is less than the unit alone has."""
    system = _SYSTEM.search(claim.quote)
    is_last = context.report.texts[claim.place.text][claim.place.end :][:1] in _MARKS  # 3件被纠正: of them
    is_count = is_last and claim.number is not None and bool(claim.cells) and not claim.is_share
    if not system or not is_count or not stands_in_order(system["kind"], context.report.unit):
        return False
    ours = added(claim.cells[:1] if claim.rule_id == "N-01" else claim.cells, context.numbers)
    is_near = ours is not None and (claim.rule_id != _OF_POWERS or (claim.number or 0) * 2 > ours)
    return ours is not None and is_near and (claim.number or 0) < ours
