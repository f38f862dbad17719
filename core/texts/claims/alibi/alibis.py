"""Asks for the alibi of a number before it is called wrong: words before it may name fewer applications than all.

仅就自然人而言，新收164件 is right where the column of natural persons says 164, whatever the total is. A frame said
before a number in its sentence (kinds of applicants, results, a part of the year) leads to the cells of the crossing,
``is_of_those_cases`` to those of table four. A number that is right there is right. One that is wrong there too stays
what it was, against the total, unless the frame is plain (仅就…而言): then it is compared with its own cells. Where the
tables have no such cells (上半年, 由街道自行编制), a number that may be some of all is left alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import takewhile

from core.base.patterns import last_of, pattern
from core.checks.rules import CheckContext
from core.form.known_cells import (
    ALL_KINDS,
    CARRIED_IN,
    CARRIED_IN_ROW,
    HANDLED,
    HANDLED_ROW,
    OF_ALL_KINDS,
    RECEIVED,
    RECEIVED_ROW,
    in_row,
)
from core.report.entry_text import Number
from core.texts.claims.alibi.cases import is_of_those_cases
from core.texts.claims.alibi.decisions_of_offices import is_of_one_office
from core.texts.claims.alibi.decisions_together import decisions_together
from core.texts.claims.alibi.denied_of_applicants import is_denied_of_kind
from core.texts.claims.alibi.denied_of_kinds import is_denied_of_kinds
from core.texts.claims.alibi.frames import (
    EACH_ALONE,
    Columns,
    Told,
    columns_in,
    columns_named,
    is_of_a_time,
    only_column,
    plain_column,
    rows_named,
    ways_of,
)
from core.texts.claims.alibi.groups import is_group_of_rows, is_right_for_group
from core.texts.claims.alibi.kinds_given import is_kind_given, is_some_of_all
from core.texts.claims.alibi.last_kind import is_of_last_kind
from core.texts.claims.alibi.new_ones import (
    is_carried_of_kind,
    is_new_and_done,
    is_of_carried,
    is_of_part_told,
    is_old_and_new,
    is_part_of_unknown,
)
from core.texts.claims.alibi.not_counted import is_not_counted
from core.texts.claims.alibi.requests_done import is_of_requests
from core.texts.claims.alibi.shares import OF_SHARES, WITHOUT
from core.texts.claims.alibi.whole_told import is_growth, is_rest_of_whole
from core.texts.claims.claim import Claim, Found, different
from core.texts.language.grammar import ONLY_OURSELVES
from core.texts.language.left_alone import OF_SOME
from core.texts.language.role_keys import ONE_KIND
from core.texts.language.vocabulary import load_vocabulary
from core.texts.reading.sentence.sentences import REQUEST_TEXTS
from core.texts.reading.sentence.share_checks import added

_POWERS = "T2-06"
"""Powers that are said not to be used."""
_RULES = frozenset(["N-01", "N-02", "N-03", "N-04", "N-05", "N-06", "N-07", _POWERS])
_ROWS_OF_ALL = (RECEIVED_ROW, CARRIED_IN_ROW, HANDLED_ROW)
_GO_ON = pattern(
    "(?:(?:[我本](?:[局委办厅院镇乡县市区]|机关|单位|街道)|经[^，；。\\d]{2,6}，)*[对就在从]?其中|这些|上述|以上|另外|此外|该类|此类|其余|余下|经(?:审查|审核|检索|查找|查询|核实|研究)[^，。；\\d]{0,6}，)"
)
_BARE_RESULT = pattern("(?:其中，?)?(?:予以|全部|部分)?公开\\d+[件宗份]|(?:不予公开|无法提供|不予处理)\\d+[件宗份]")
_MARK = pattern("[。！？\n；]")
_ENDS_CLAUSE = "，；：。（）\n"
_FEWEST = 2
"""So many numbers of one kind before a 没有, which is of that kind then."""
_FAR = 300
"""No sentence goes on for so long."""
_TOPIC = pattern(
    "(?:许可|处罚|强制|收费|文件|规章)[^，；。：、\\d]{0,4}类|类(?:申请|事项|信息)?(?:为主|居多|次之|居首|最多)"
)
"""行政处罚类9件: what applications ask for."""
_BY_TOPIC = pattern(
    "(?:内容|主题|事项|信息|领域)[^，；。\\d]{0,3}(?:看|分|上|中|集中|涉及|统计|[为是有：]|依次|分别|包括)[，：]?|按内容|类\\d+[件宗份]"
)
_TOPICS_LISTED = pattern(
    "(?:^|[，；])(?:其中|所有|全部)?申请的?(?:内容|事项|主题|诉求|信息)(?:主要|多|大多)?(?:涉及|集中[在于]|围绕|包括|为|是|以)"
    "(?:(?!不予|公开|提供|处理|答复|告知)[^；])*$"
)
"""申请事项涉及(处罚案卷21件、登记档案14件): what is asked for, whatever came of it."""
_LOWER_OFFICES = pattern(
    "(?:^|其中)(?:(?:各|所辖|下辖|其他|其余)?(?:乡镇|镇街|街镇|镇乡|县区|区县|基层所|下属|所属|部门|单位|科室)"
    "|(?P<some>各|所辖|下辖|其他|其余)?(?P<kind>分局|派出所))[^，；。]{0,8}$"
)
"""(乡镇)未实施行政强制: others did, but for the report of a township; (分局)没有行政处罚, of a bureau with branches."""
_TOWNS = ("镇人民政府", "乡人民政府", "街道办事处")
_ON_WHAT = pattern("(?:多|主要|均)?(?:涉及|因|系|属于?)")
_STILL = pattern("仍(?:然)?(?:按|计|作|为|算)+$")
_LEFT_OF_ALL = pattern("(?:^|[，；])(?:其余|余|剩余|剩下)[^。；\\d]*$")
_REST = pattern("另|其余|余下|剩余|还|此外")
_ANSWERS = pattern("送达|答复|办结|寄出|回复")
_SUM = pattern("(?<!类)(?<!组织)(?:合计|共计|总计)$")
_TOGETHER = pattern("(?:合计|共计|总计|总共|共)$")
_COUNT = pattern("(?P<n>\\d+)[件宗起份]")


def alibis(context: CheckContext, found: Found) -> Found:
    """Return the claims, without those that narrower words before them excuse."""
    wrong = [i for i, (claim, _) in enumerate(found) if claim.agrees is False and claim.rule_id in _RULES]
    for i in wrong:
        claim, scope = found[i]
        found[i] = _heard(context, [c for c, _ in found[:i]], claim), scope
    return found


def _heard(context: CheckContext, told: Sequence[Claim], claim: Claim) -> Claim:
    """Return a claim as it is behind the words before it."""
    here = _told(context, told, claim)
    if claim.rule_id == "N-06":
        is_other = is_of_those_cases(here, context.numbers) or is_of_requests(here, context.numbers)
        why = OF_SOME if is_other else ""
    elif claim.rule_id == _POWERS:
        why = OF_SOME if _is_of_lower_offices(here.own, context.report.unit) else ""
    elif claim.rule_id == "N-07":
        if together := decisions_together(claim, context.numbers):
            return together
        why = "申请的内容" if _is_asked_for(here, context.numbers) else ""
        why = why or (OF_SOME if is_of_one_office(here, context.numbers) else "")
    else:
        narrowed = _of_plain_column(context, here)
        if narrowed:
            return narrowed
        why = OF_SOME if any(alibi(here, context.numbers) for alibi in _ALIBIS) else ""
    why = why or ("不计入本表" if is_not_counted(here, context.numbers) else "")
    return claim.left_alone(why) if why else claim


def _is_of_lower_offices(own: str, unit: str) -> bool:
    """Whether a clause speaks of offices below a unit, which may call itself by its kind: 分局没有行政处罚."""
    said = None if unit.endswith(_TOWNS) else _LOWER_OFFICES.search(own)
    return said is not None and not (said["kind"] and not said["some"] and unit.endswith(said["kind"]))


def _is_asked_for(told: Told, numbers: Mapping[str, Number]) -> bool:
    """Whether a number is that of the applications which ask for decisions: 按内容分，行政处罚类9件."""
    claim = told.claim
    if claim.place.text not in REQUEST_TEXTS or (claim.number or 0) > (
        numbers.get(RECEIVED, 0) + numbers.get(CARRIED_IN, 0)
    ):
        return False
    return bool(_TOPIC.search(claim.quote) or _BY_TOPIC.search(told.head))


def _is_topic_listed(told: Told, _numbers: Mapping[str, Number]) -> bool:
    return told.claim.rule_id == "N-05" and bool(_TOPICS_LISTED.search(told.own))


def _told(context: CheckContext, told: Sequence[Claim], claim: Claim) -> Told:
    text, place = context.report.texts[claim.place.text], claim.place.start
    far = max(place - _FAR, 0)
    marks = [mark.end() for mark in _MARK.finditer(text, far, place)]
    part = marks[-1] if marks else far
    ends = [end for end in marks if text[end - 1] != "；"]
    start = ends.pop() if ends else far
    if start and text[start - 1] == "。" and _GO_ON.match(text, start):
        start = ends.pop() if ends else far
    sentence_before = ends[-1] if ends else far
    if start and _BARE_RESULT.match(text, start) and len({*columns_in(text[sentence_before:start])}) == 1:
        start = sentence_before  # 律所新收11件，办结11件。予以公开4件、部分公开2件
    here = [c for c in told if c.place.text == claim.place.text and c.place.start < claim.place.start]
    before = [c for c in here if start <= c.place.start]
    own = max(last_of(_ENDS_CLAUSE, text, start, place) + 1, start)
    results = load_vocabulary(context.report.form_id).results
    return Told(text, start, max(part, start), claim, before, here, text[start:place], text[own:place], results)


def _of_plain_column(context: CheckContext, told: Told) -> Claim | None:
    """Return a claim as one of the kind that a plain frame names, compared with its cells; None for none."""
    claim = told.claim
    columns = plain_column(told) or _column_of_all(context, told)
    if not columns or claim.is_share or not all(cell.endswith(OF_ALL_KINDS) for cell in claim.cells):
        return None
    ways = [_crossed(way, columns) for way in ways_of(claim)]
    sums = [added(way, context.numbers) for way in ways]
    if None in sums:
        return None
    agrees = (0 if claim.number is None else claim.number) in sums
    return claim._replace(cells=ways[0], sums=different(sums[:2]), agrees=agrees)


def _column_of_all(context: CheckContext, told: Told) -> Columns:
    """Return the kind that the numbers before a 没有 are right for: 企业提的32件，公开12件，…，没有结转下年的."""
    columns = _column_of_none(told)
    right = [
        c
        for c in _of_all_kinds(told.before if columns else ())
        if c.number in [added(_crossed(way, columns), context.numbers) for way in ways_of(c)]
    ]
    return columns if len(right) >= _FEWEST else ()


def _column_of_none(told: Told) -> Columns:
    """Return the only kind of applicants told before a 没有; () for none, and where a number of all stands between."""
    columns = only_column(told) if told.claim.number is None else ()
    return () if any(c.agrees for c in _of_all_kinds(told.before)) else columns


def _columns_of_head(told: Told) -> Columns:
    """Return the kinds that are divided before a 没有: 法人申请12件，其中企业8件、律所4件，未出现不予处理情形."""
    told_kinds = [c for c in told.before if c.number and c.cells]
    kinds = [{cell.rpartition(".")[2] for cell in c.cells} for c in told_kinds]
    is_of_new = all(in_row(cell, RECEIVED_ROW) for c in told_kinds for cell in c.cells)
    if told.claim.number is not None or not is_of_new or len(kinds) < _FEWEST or ALL_KINDS in kinds[0]:
        return ()
    return tuple(sorted(kinds[0])) if all(kind < kinds[0] for kind in kinds[1:]) else ()


def _of_all_kinds(claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims on numbers of all kinds of applicants."""
    return [c for c in claims if c.number and c.cells and all(cell.endswith(OF_ALL_KINDS) for cell in c.cells)]


def _crossed(way: Sequence[str], columns: Sequence[str]) -> tuple[str, ...]:
    return tuple(f"{cell.removesuffix(OF_ALL_KINDS)}.{column}" for cell in way for column in columns)


def _is_right_in_columns(told: Told, numbers: Mapping[str, Number]) -> bool:
    """Whether a number is that of the kinds named before it: 法人和其他组织提出的30件…，已办结30件."""
    claim = told.claim
    is_share = claim.is_share
    if (
        claim.key.startswith(("most", "word_share"))
        or not claim.cells
        or not all(c.endswith(OF_ALL_KINDS) for c in claim.cells)
    ):
        return False
    if _SUM.search(told.own):
        return False  # of what is listed, which is added up elsewhere
    for columns in filter(None, [*columns_named(told), _column_of_none(told), _columns_of_head(told)]):
        if is_share:
            part = added(_crossed(claim.cells[:-1], columns), numbers)
            wholes = [added(_crossed((whole,), columns), numbers) for whole in (RECEIVED, HANDLED)]
            if part is not None and any(w and abs(_percent(part, w) - float(claim.number or 0)) < 0.06 for w in wholes):
                return True
            continue
        if (claim.number or 0) in [added(_crossed(way, columns), numbers) for way in ways_of(claim)]:
            return True
    return False


def _is_right_in_rows(told: Told, numbers: Mapping[str, Number]) -> bool:
    """Whether a number of a kind of applicants is that of the results named before it: 公开类39件中，企业7件."""
    cells = told.claim.cells
    if not cells or not all(in_row(cell, *_ROWS_OF_ALL) and not cell.endswith(OF_ALL_KINDS) for cell in cells):
        return False
    if told.claim.is_share:
        return False
    columns = dict.fromkeys(cell.rpartition(".")[2] for cell in cells)
    sums = [
        added(tuple(f"{r}.{column}" for r in rows for column in some), numbers)
        for rows in rows_named(told)
        for some in ([*columns], [*columns][:1])
    ]
    return told.claim.number in sums


def _is_part_of_same(told: Told, numbers: Mapping[str, Number]) -> bool:
    """Whether a number is a part of the right one before it: 部分公开的26件涉及隐去个人信息21件."""
    last = told.before[-1] if told.before and _ON_WHAT.match(told.own[told.own.rfind("件") + 1 :]) else None
    if last is None or not last.agrees or last.key != told.claim.key or last.number is None:
        return False
    return (told.claim.number or 0) < last.number == added(told.claim.cells, numbers)


def _is_said_again(told: Told, numbers: Mapping[str, Number]) -> bool:
    """Whether a number is one told before that stays the same: 12件同时申请多项信息，…，仍按12件登记."""
    again = _STILL.search(told.own)
    wholes = (numbers.get(RECEIVED, 0), numbers.get(HANDLED, 0))
    known = any(c.number == told.claim.number and c.key == "unknown" for c in told.before)
    known = known or told.claim.number in wholes  # 统计仍按102件计
    return bool(again) and known and (told.claim.number or 0) <= max(wholes)


def _is_all_answered(told: Told, numbers: Mapping[str, Number]) -> bool:
    """Whether a bare sum is that of the answers listed before it: 当面送达28件、邮寄送达96件，合计124件."""
    is_sum = told.claim.key == "received" and bool(_TOGETHER.search(told.own)) and bool(_ANSWERS.search(told.head))
    return is_sum and told.claim.number == numbers.get(HANDLED)


def _is_rest_of_group(told: Told, numbers: Mapping[str, Number]) -> bool:
    """Whether a number is what the rows told right before it leave of their group: 逾期不补正5件，另以“其他”方式1件."""
    group, claim = set(told.claim.cells), told.claim
    if claim.rule_id != "N-05" or claim.number is None or len(group) < _FEWEST or not _REST.match(told.own):
        return False
    rows = takewhile(lambda c: c.agrees and set(c.cells) < group and c.number is not None, reversed(told.before))
    named = [*rows]
    whole = added(claim.cells, numbers)
    return bool(named) and whole is not None and claim.number == whole - sum(c.number or 0 for c in named)


def _is_rest_of_kinds(told: Told, _numbers: Mapping[str, Number]) -> bool:
    """Whether a number is what the kinds told before it leave of all: 331件，自然人262件、企业51件，余为…合计18件."""
    wholes = [c for c in told.before if c.key in ("received", "received_new") and c.agrees]
    if not wholes or told.claim.key not in ("received", "received_new") or not _LEFT_OF_ALL.search(told.head):
        return False
    kinds = [c.number or 0 for c in told.before if c.key in ONE_KIND and not c.is_share]
    return bool(kinds) and sum(kinds) + (told.claim.number or 0) == wholes[-1].number


def _is_all_but(told: Told, numbers: Mapping[str, Number]) -> bool:
    """Whether a number is the table's without those taken from it: 扣除重复申请5件，实际新收365件."""
    without = [*WITHOUT.finditer(told.head)]
    if not without or told.claim.number is None or told.claim.is_share:
        return False
    return told.claim.number + int(without[-1]["n"]) in [added(way, numbers) for way in ways_of(told.claim)]


def _is_ours_alone(told: Told, numbers: Mapping[str, Number]) -> bool:
    """Whether a number is the unit's own without a verb, and right: 系统共收到1204件，办结1188件，我局370件."""
    is_bare = bool(ONLY_OURSELVES.search(told.own)) and told.claim.rule_id in EACH_ALONE
    return (
        is_bare and told.claim.number is not None and told.claim.number in (numbers.get(RECEIVED), numbers.get(HANDLED))
    )


def _is_some_in_time(told: Told, numbers: Mapping[str, Number]) -> bool:
    """Whether a number is one of a part of the year, and may be: 上半年新收121件，办结109件."""
    whole = max((added(way, numbers) or 0 for way in ways_of(told.claim)), default=0)
    is_share = told.claim.is_share
    return is_of_a_time(told) and not is_share and (told.claim.number or 0) <= whole


def _percent(part: Number, whole: Number) -> float:
    return float(part) * 100 / float(whole)


_ALIBIS: Sequence[Callable[[Told, Mapping[str, Number]], bool]] = (
    _is_right_in_columns,
    _is_right_in_rows,
    _is_topic_listed,
    is_of_last_kind,
    is_right_for_group,
    is_new_and_done,
    _is_some_in_time,
    is_of_carried,
    is_carried_of_kind,
    is_old_and_new,
    _is_part_of_same,
    is_part_of_unknown,
    _is_said_again,
    _is_all_answered,
    _is_rest_of_group,
    _is_all_but,
    _is_rest_of_kinds,
    _is_ours_alone,
    is_of_part_told,
    *OF_SHARES,
    is_group_of_rows,
    is_kind_given,
    is_some_of_all,
    is_rest_of_whole,
    is_growth,
    is_denied_of_kind,
    is_denied_of_kinds,
)
