"""Percentages whose base is told with them, and what is most by the rows of the form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate

from core.base.patterns import pattern
from core.form.known_cells import ALL_WAYS, CARRIED_IN, GRANTED, HANDLED, PARTIAL, RECEIVED
from core.report.entry_text import Number
from core.texts.claims.alibi.frames import Told
from core.texts.claims.claim import Claim
from core.texts.language.left_alone import OF_SOME
from core.texts.language.result_groups import GROUPS
from core.texts.reading.sentence.share_checks import added

_COUNT = pattern("(\\d+)[件宗起份例]")
WITHOUT = pattern(
    "(?:剔除|扣除|除去|去掉|减去|不含|不计|不包括|除)(?P<what>[^，；。]*?)(?P<n>\\d+)[件宗份][^，；。]{0,4}(?:外|后|以外|之外)?，"
)
"""(剔除行政执法案卷类23件)，公开率为48.0%"""
_WITHOUT_ROWS = pattern(
    "(?:剔除|扣除|除去|去掉|减去|不含|不计|不包括|除)(?P<rows>(?:[^，；。]{0,6}?(?:"
    f"{'|'.join(GROUPS)}))+)[^，；。]{{0,6}}(?:外|后|以外|之外)?，"
)
"""(剔除不予处理和其他处理后)，公开率为45.6%: without the rows that are named."""
_OF_YEAR = pattern("(?:当年|当期|新收)[^，；。]{0,4}率")
"""新收108件中102件当年办结，6件结转，(当年办结率)94.4%: of the new ones, whichever number stands between."""
_OF_THEM = ("中", "里", "申请中", "当中", "（")
_SUMS = ("共", "合计", "共计", "总计")
_EACH = pattern("各\\d+[件宗份]，?(?:三项|两项|三者|两者|以上)?(?:合计|共计?|总计)[^，；。\\d]{0,8}$")
"""国家秘密、内部事务信息(各1件，合计占)6%: of what all of these reasons are of."""
_NEW_ALONE = pattern(
    "(?:扣除|剔除|除去|减去|不含|不计|抛开)[^，；。\\d]{0,8}(?:结转|旧|老|上年|去年)[^，；。\\d]{0,6}(?:\\d+[件宗份])?(?:后|外)?，[^，；。\\d]{0,12}率[^，；。\\d]{0,3}[\\d.]+%"
    "|(?:新件|新收件|新收申请|新收的申请|当年新收)[^，；。\\d]{0,6}(?:当年|年内)?办结率[^，；。\\d]{0,3}[\\d.]+%"
    "|新收的?(?:政府信息公开)?的?(?:申请|办件|件)(?:已|共|均|当年|年内)*办结\\d+[件宗份]，(?:当年|年内)?办结率[^，；。\\d]{0,3}[\\d.]+%"
)
_LAST_YEAR = pattern(
    "(?:^|[，；（])(?:而|但|较|比|与)?(?:上年|去年|上一年|20\\d\\d年)度?(?:同期)?(?:为|是|的|有|仅|共)*\\d+[件宗起][，（、]?(?:约|仅)?占[^，；。\\d]{0,8}$"
)
_RATE_OF_SOME = pattern("(?:^|[，；。：])(?P<who>[^，；。：、（）\\d]{2,8}?)申请的?(?:公开|办结|答复)率")
_ALL_REQUESTS = pattern(
    "(?:依|政府信息公开|政府信息|信息公开|公开|全部|所有|各类|全年|本年度?|今年|年度|年内|当年|我[局委厅]|本[局委厅]|本机关|的|对|新收)+"
)
"""(依)申请公开率: of all."""
_GROUP = pattern("|".join(GROUPS))
_ROWS_IN_ORDER = pattern(f"(?P<first>{'|'.join(GROUPS)})[、和].*(?:分别|依次)占(?:比)?(?:为)?$")
_OF_OTHER_TIMES = pattern("其他年度|约数|多年累计|计划或标准")
_KIND = "applicants"
_KINDS = (_KIND, "other_applicants")
_FEWEST = 2
_MOST_PARTS = 6
_SLACK = 0.06
_BASE_MARK = "占"
_BESIDE = pattern("(?:仅次于|次于|[多高低少略]于|超过|不及|相当于|不如|介于|不敌)")
"""法律服务机构33件，(仅次于)自然人的264件，占9.6%"""
_OWN_SUBJECT = pattern(
    "(?!以上|上述|这|此|前|其)[^，；。：\\d]{2,}[类项种者块]，(?:[两二三四五][类种项者块])?(?:合计|共计?|总共|加起来)(?:约|已)?占"
)
"""；(征地批文和规划条件仍是申请最集中的两类，合计占)六成以上: of those two."""
_LATTER = pattern("[前后][一二两三四][类项种](?:分别|依次|各自?|均|都)*占")
"""(后两类各占)20.0%: of which numbers, the form does not say."""
_OF_THESE = pattern("(?P<base>\\d+)[件宗份]，(?:其中|当中|这其中|里面)，?[^，；。\\d]{2,12}$")
"""法人申请(18件，其中商业企业占)83.3%"""
_OTHER_NUMBER = pattern("(?<![\\d.第])\\d+(?:\\.\\d+)?(?:万|亿)?(?!年|月|日|号|条|款|项|[\\d.%])(?:[\u4e00-\u9fff])")
"""12.8万卷, 40个"""


def is_share_of_told(told: Told, numbers: Mapping[str, Number]) -> bool:
    """Whether a percentage is that of the numbers right before it over one told before these, or over all but some."""
    claim = told.claim
    if not claim.is_share or claim.number is None:
        return False
    part = told.text[told.part : claim.place.start]
    counted = [*_COUNT.finditer(part)]
    counts = [int(m[1]) * _names_of(told, m.end(1)) for m in counted]
    bases = [i for i, m in enumerate(counted) if not i or part.startswith(_OF_THEM, m.end())]
    runs = [*accumulate(reversed(counts[-_MOST_PARTS:]))]
    pairs = [
        (run, base) for many, run in enumerate(runs, 1) for base in (counts[i] for i in bases if i < len(counts) - many)
    ]
    if _OF_YEAR.search(told.own + claim.quote):
        pairs += [(run, base) for i, base in enumerate(counts) for run in counts[i + 1 :]]
    rest = _rest_of(told, numbers)
    if rest:
        parts = [added(claim.cells[:-1], numbers)]
        parts += [added((GRANTED, PARTIAL), numbers)] if claim.cells[:1] == (GRANTED,) else []
        pairs += [(int(p), rest) for p in parts if p is not None] + [(run, rest) for run in runs]
    for i in (i for i, m in enumerate(counted) if part.endswith(_SUMS, 0, m.start())):  # 共177件，公开108件、…
        pairs += [(run, counts[i]) for run in accumulate(counts[i + 1 : i + _MOST_PARTS])]
    if _EACH.search(part):
        pairs += [(run, int(c.number)) for run in runs for c in told.before if c.number and not c.is_share]
    last = next((c for c in reversed(told.here) if c.number and not c.is_share), None)
    if last and last.agrees is None and OF_SOME in last.meaning and len(pairs) <= len(runs):
        pairs += [(run, int(c.number or 0)) for run in runs for c in told.before if not c.is_share]
    share = float(claim.number)
    return any(base >= run and base > 0 and abs(run * 100 / base - share) < _SLACK for run, base in pairs)


def _names_of(told: Told, place: int) -> int:
    """Return how many results have the number that ends at a place of its part: 国家秘密、内部事务各1件."""
    end = told.part + place
    return max(sum(c.place.start < end <= c.place.end for c in told.before), 1)


def _rest_of(told: Told, numbers: Mapping[str, Number]) -> int:
    """Return how many were dealt with without those taken away before a percentage; 0 where none are."""
    whole = numbers.get(HANDLED)
    without = [*WITHOUT.finditer(told.head)]
    named = [*_WITHOUT_ROWS.finditer(told.head)]
    rows = _GROUP.findall(named[-1]["rows"]) if named and whole else []
    if without and whole and len(rows) < _FEWEST:
        return int(whole) - int(without[-1]["n"])
    taken = added(tuple(cell for row in dict.fromkeys(rows) for cell in told.results.cells[row]), numbers)
    return int(whole) - int(taken) if rows and whole and taken is not None else 0


def is_share_of_named(told: Told, numbers: Mapping[str, Number]) -> bool:
    """Whether a percentage is that of what it names, as told before, over a number told before that.

    无法提供68件，自然人59件、企业9件；其中自然人占86.8%. 企业23件，公开9件、部分公开3件。公开及部分公开占52.2%.
    """
    claim = told.claim
    if not claim.is_share or not claim.number or len(claim.cells) < _FEWEST:
        return False
    named = _names(claim.cells[:-1], claim.key)
    counts = [c for c in told.here if c.number and not c.is_share and not _OF_OTHER_TIMES.search(c.meaning)]
    last = {name: c for c in counts for name in _own_names(c, claim.key) if name in named}
    parts = [*{id(c): c for c in last.values()}.values()]
    if not parts or len(last) < len(named):
        return False
    first = min(c.place.start for c in parts)
    part = sum(float(c.number or 0) for c in parts)
    wholes = [added(way, numbers) for way in ALL_WAYS]
    told_before = [c for c in counts if c.place.start < first and c.number not in wholes]
    bases = {float(c.number or 0) for c in told_before if _may_be_base(c, claim)}
    return any(base >= part and abs(part * 100 / base - float(claim.number)) < _SLACK for base in bases)


def _may_be_base(whole: Claim, share: Claim) -> bool:
    """Whether a number is none of those listed beside what a share is of: 自然人32件；企业6件，占18.8%."""
    if share.key == _KIND:
        return whole.key not in _KINDS
    return whole.rule_id != "N-05" or {*whole.cells} > {*share.cells[:-1]}


def _own_names(claim: Claim, key: str) -> frozenset[str]:
    """Return what a count may be the part of a share by; none for one of other kinds of things."""
    return _names(claim.cells, key) if (claim.key == key) == (key == _KIND) else frozenset()


def _names(cells: Sequence[str], key: str) -> frozenset[str]:
    """Return the rows of some cells; their first column where a kind of applicants is told."""
    if key == _KIND:
        return frozenset(cell.rpartition(".")[2] for cell in cells[:1])
    return frozenset(cell.rpartition(".")[0] for cell in cells)


def is_of_last_year(told: Told, _numbers: Mapping[str, Number]) -> bool:
    """Whether a percentage is that of a number of the year before: 53件，占14.3%，上年为61件，占14.8%."""
    if not told.claim.is_share:
        return False
    return bool(_LAST_YEAR.search(told.text[told.part : told.claim.place.start]))


def is_rate_of_new(told: Told, numbers: Mapping[str, Number]) -> bool:
    """Whether a rate is that of the new ones, without those carried in, and may be: 扣除旧件，新件当年办结率90.1%."""
    received, handled = numbers.get(RECEIVED), numbers.get(HANDLED)
    if (
        not told.claim.is_share
        or not received
        or handled is None
        or not _NEW_ALONE.search(told.head + told.claim.quote)
    ):
        return False
    least = float(handled - numbers.get(CARRIED_IN, 0)) * 100 / float(received)
    most = float(min(handled, received)) * 100 / float(received)
    return least - _SLACK <= float(told.claim.number or 0) <= most + _SLACK


def is_rate_of_some(told: Told, _numbers: Mapping[str, Number]) -> bool:
    """Whether a rate is that of some applications: 市区申请公开率54.6%."""
    some = _RATE_OF_SOME.search(told.own + told.claim.quote) if told.claim.is_share else None
    return some is not None and not _ALL_REQUESTS.fullmatch(some["who"])


def is_share_of_head(told: Told, numbers: Mapping[str, Number]) -> bool:
    """Whether a percentage is that of the number before a list of its parts, or before those it is compared with.

    不予公开的16件，过程性信息10件、行政查询事项6件，占办结总数的27.6%. 企业39件，次于自然人的264件，占11.4%.
    """
    claim = told.claim
    counts = [c for c in told.before if c.place.start >= told.part and c.number]
    if not claim.is_share or len(counts) < _FEWEST or any(c.is_share for c in counts):
        return False
    head, *rest = counts
    is_whole = len(rest) >= _FEWEST and sum(c.number or 0 for c in rest) == head.number
    if not is_whole and not _BESIDE.search(told.text, head.place.end, claim.place.start):
        return False
    wholes = [added(way, numbers) for way in ALL_WAYS]
    share = float(claim.number or 0)
    return any(w and abs(float(head.number or 0) * 100 / float(w) - share) < _SLACK for w in wholes)


def is_share_of_those_before(told: Told, numbers: Mapping[str, Number]) -> bool:
    """Whether a percentage is that of its cells over the number right before: 法人申请18件，其中商业企业占83.3%."""
    claim = told.claim
    before = _OF_THESE.search(told.head) if claim.is_share and claim.number else None
    part = added(claim.cells[:-1], numbers) if before else None
    base = int(before["base"]) if before else 0
    is_part = part is not None and base > 0 and part <= base
    return is_part and abs(float(part or 0) * 100 / base - float(claim.number or 0)) < _SLACK


def is_share_of_latter(told: Told, _numbers: Mapping[str, Number]) -> bool:
    """Whether a percentage is that of each of the last ones listed: 予以公开3件，不掌握1件，…，后两类各占20.0%."""
    return told.claim.is_share and bool(_LATTER.search(told.head + told.claim.quote))


def is_share_of_own_subject(told: Told, _numbers: Mapping[str, Number]) -> bool:
    """Whether a percentage is that of what its part of the sentence names, and not of the numbers before that."""
    head = told.text[told.part : told.claim.place.start] if told.claim.is_share else ""
    return bool(head) and bool(_OWN_SUBJECT.match(head))


def is_share_in_order(told: Told, numbers: Mapping[str, Number]) -> bool:
    """Whether a percentage is that of the first of several results: 不予公开、无法提供分别占19.3%、18.5%."""
    named = _ROWS_IN_ORDER.search(told.own) if told.claim.is_share else None
    part = added(told.results.cells[named["first"]], numbers) if named else None
    wholes = [added(way, numbers) for way in ALL_WAYS] if part is not None else []
    return any(w and abs(float(part or 0) * 100 / float(w) - float(told.claim.number or 0)) < _SLACK for w in wholes)


def is_share_of_other_thing(told: Told, _numbers: Mapping[str, Number]) -> bool:
    """Whether a percentage is that of a number beside it that counts no applications: 已数字化9.6万卷，占75%."""
    if not told.claim.is_share or not told.before or _BASE_MARK not in told.head:
        return False
    mark = told.start + told.head.rindex(_BASE_MARK)
    return bool(_OTHER_NUMBER.search(told.text, told.before[-1].place.end, max(mark, told.before[-1].place.end)))


def is_most_of_form(told: Told, numbers: Mapping[str, Number]) -> bool:
    """Whether a result said to be most is more than any other of the form's own: 不予公开占比最大."""
    if not told.claim.key.startswith("most_") or told.claim.rule_id != "N-05":
        return False
    own = added(told.claim.cells, numbers)
    groups = told.results.cells.values()
    others = [added(group, numbers) for group in groups if not set(group) & set(told.claim.cells)]
    if own is None or None in others or "最" not in told.claim.quote:
        return False
    return all(own > other for other in others if other is not None)


OF_SHARES = (
    is_share_of_told,
    is_share_of_named,
    is_share_of_head,
    is_share_of_those_before,
    is_share_of_latter,
    is_share_of_own_subject,
    is_of_last_year,
    is_rate_of_new,
    is_rate_of_some,
    is_share_in_order,
    is_share_of_other_thing,
    is_most_of_form,
)
"""All of these alibis, in the order in which they are asked."""
