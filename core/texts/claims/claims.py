"""What each number in the texts was taken to be, beside what the tables say: the list 文中数字 ↔ 表中数字."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from core.base.patterns import last_of, pattern
from core.checks.findings import Place
from core.checks.rules import CheckContext
from core.form.known_cells import CARRIED_IN, HANDLED, HANDLED_ROW, RECEIVED, RECEIVED_ROW, in_row
from core.report.entry_text import Number
from core.texts.claims.asked import AskedNumbers, asking
from core.texts.claims.claim import Claim, Found, different
from core.texts.claims.closed_up import closed_up
from core.texts.claims.compared_rows import JUDGES, compared_cells, tells_share
from core.texts.claims.decisions_beside import beside_right_ones
from core.texts.claims.left_out import other_scopes_left_out
from core.texts.claims.links import Link, claim_of_link, linked_spans, source_place
from core.texts.claims.new_and_old import all_done
from core.texts.claims.part_of_year import beyond_the_year
from core.texts.claims.parts.more_than_all import is_beyond_all
from core.texts.claims.passes import PASSES, PROVING
from core.texts.language.familiar import without_office_above
from core.texts.language.meanings import Role
from core.texts.language.role_keys import OF_KINDS, OUTCOMES
from core.texts.language.vocabulary import load_vocabulary
from core.texts.reading.amounts.swapped import KIND as SWAPPED
from core.texts.reading.amounts.swapped import is_swapped
from core.texts.reading.compared.bounded_counts import KIND as BOUND
from core.texts.reading.compared.rough_counts import KIND as ROUGH
from core.texts.reading.compared.rough_counts import WHY, judged_rough
from core.texts.reading.reader import read_text
from core.texts.reading.sentence.bare_cases import all_cases_left_out
from core.texts.reading.sentence.sentences import NumberReading
from core.texts.reading.sentence.share_checks import LIMIT, added, judged_share
from core.texts.reading.shares.largest import LARGEST, MORE, judged_larger
from core.texts.reading.shares.shares_in_words import KIND as IN_WORDS
from core.texts.reading.told.references import is_of_all_told

_ON_A_MATTER = pattern(
    "因[^，；。]{2,12}(?:信息公开|依申请公开)(?:申请|答复|工作|问题|事项)?(?:引发|引起|产生|提起|的)"
)
"""因征收补偿信息公开引发行政复议"""
_AGREED_TO = pattern("(?:经|已|报|依法|机关|本机关|单位|领导|负责人|主要负责人|分管领导|、|审批|批准|同意|审核|审定)+")
"""(经批准)延期、需结转下年继续办理的19件"""
_FOLK = pattern("(?:辖区|当地|本地|部分|、|和|与|及)*(?:村民|居民|农户|农民|业主|市民|职工|牧民|渔民)+")
"""党政办公室今年收到(村民)提交的申请1件"""
_SENT_IN = pattern(
    "(?:收到|接到|接收|收悉)了?(?![^，；。]*(?:转|移|应由|下属|所属|直属|撤|补正|补充|重复|咨询|信访|其[他它](?!组织)|[上去往]年|各|系统))"
    "[^，；。：\\d]{2,24}(?:提交|提出|递交|申请|(?:[递寄送发交投传捎]|邮寄)[来上])的(?:政府信息|政务信息|信息|政府)?公开的?申请(?:书|表|件)?[\\d一二两三四五六七八九]"
)
"""收到(一位退休教师从网上递来的信息公开申请)1件: one that came in, whoever sent it, and how."""
_NARROWING = {"carried_out": _AGREED_TO, "received": _FOLK}
_IN_ALL = pattern(
    "^(?!.*(?:结转|上年|去年|新收|收到|受理|接[收到]|登记))[^\\d]*(?:总|一共|经手|前后|里外|[合加凑拢](?:起来|在一[起块]|一?块|计))"
)
"""上年带来9件，(因此总量为262件)"""
_NOT_DONE = pattern("[欠缺差待等]|跨年度?(?:办理|处理)")
_REVIEWED = (*OUTCOMES, "no_loss")
_OF_EITHER = ("carried_in", "received", "received_new")
_SURE_DIGITS = 3
"""So many digits are not the same by chance."""


def claims(context: CheckContext) -> list[Claim]:
    """Return what the numbers and negations in all texts were taken for, in the order of the form."""
    kept = context.memory.get("claims")
    if kept is None:
        kept = context.memory["claims"] = _claims(context)
    return list(kept)


def _claims(context: CheckContext) -> tuple[Claim, ...]:
    report = context.report
    before: _KeptOfAll | None = context.kept.get("claims")
    given = (report.texts, report.meta, context.texts)
    if before and before[:3] == given and before.numbers == _values(context, before.asked):
        return before.claims
    noting, numbers = asking(context)
    asked: set[str] = set()
    found: Found = []
    written = [code for code in context.form.texts if context.texts.get(code)]
    for code in written:
        kept = _claims_in(context, noting, numbers, code)
        found += kept.claims
        asked.update(kept.asked)
    numbers.asked = asked
    claims = _judged_together(noting, found) if written else ()
    if noting.report is not context.report:
        claims = tuple(_in_source(context, claim) for claim in claims)
    codes = tuple(asked)
    context.kept["claims"] = _KeptOfAll(
        report.texts, report.meta, dict(context.texts), codes, _values(context, codes), claims
    )
    return claims


def _judged_together(context: CheckContext, found: Found) -> tuple[Claim, ...]:
    """Return the claims of all texts, judged by what stands beside them, and those made without a number."""
    proven: dict[tuple[Place, str], tuple[Claim, str]] = {}
    for judged in PASSES:
        found = judged(context, found)
        found = [proven.get((c.place, c.key), (c, scope)) for c, scope in found] if proven else found
        if judged in PROVING:
            proven = {(claim.place, claim.key): (claim, scope) for claim, scope in found if claim.is_proven}
    return tuple(other_scopes_left_out(context, found))


class _KeptOfAll(NamedTuple):
    """The claims of all texts, and what they were judged by: most keys change nothing that a text speaks of."""

    sources: Mapping[str, str]
    meta: Mapping[str, str]
    printed: Mapping[str, str]
    asked: tuple[str, ...]
    numbers: list[Number | None]
    claims: tuple[Claim, ...]


class _Kept(NamedTuple):
    """The claims of one text, and what they were judged by: also the name of the unit, whose words are understood."""

    source: str
    printed: str
    meta: Mapping[str, str]
    asked: tuple[str, ...]
    numbers: list[Number | None]
    claims: Found


def _in_source(context: CheckContext, claim: Claim) -> Claim:
    """Return a claim with its place in the source text; until then all places are those of the closed up one."""
    code, *place = claim.place
    return claim._replace(place=source_place(context, code, *closed_up(context.texts[code]).place_in_print(*place)))


def _claims_in(context: CheckContext, noting: CheckContext, numbers: AskedNumbers, code: str) -> _Kept:
    """Return the claims of one text with their scopes; kept, since most keys change nothing that it speaks of."""
    given = context.report.texts[code], context.texts[code], context.report.meta
    kept: _Kept | None = context.kept.get(f"claims in {code}")
    if kept and kept[:3] == given and kept.numbers == _values(context, kept.asked):
        return kept
    numbers.asked = set()
    found = _judged_readings(noting, code, _links(context, code))
    codes = tuple(numbers.asked)
    kept = context.kept[f"claims in {code}"] = _Kept(*given, codes, _values(context, codes), found)
    return kept


def _links(context: CheckContext, code: str) -> list[Link]:
    """Return the linked numbers of a text, with their places in the closed up one."""
    text, found = closed_up(context.texts[code]), []
    for link in linked_spans(context, code):
        start, end = text.place_of_print(link.start, link.end)
        found.append(link._replace(start=start, end=end))
    return found


def _judged_readings(context: CheckContext, code: str, links: Sequence[Link]) -> Found:
    """Return the claims of one text as printed, its linked numbers among them, in their order."""
    printed = context.report.texts[code]
    read = read_text(code, printed, context.report.year, context.report.form_id, context.report.unit)
    if not (read or links):
        return []  # as in many texts
    readings = beside_right_ones(read, printed, context.numbers)
    readings = all_cases_left_out(readings, code, printed, context.numbers)
    readings = beyond_the_year(readings, context.numbers, context.report.form_id)
    right = [link for link in links if not any(_is_of_another_cell(context, code, r, link) for r in readings)]
    read_as: dict[Link, NumberReading] = {}
    found: Found = []
    for reading in readings:
        inside = next((link for link in links if link.start < reading.end and reading.start < link.end), None)
        if inside in right and reading.kind != "none":
            read_as.setdefault(inside, reading)
            continue
        if reading.kind == SWAPPED and not is_swapped(reading, context.numbers):
            continue
        claim = _judged(context, code, reading)
        left = reading.instead
        if left and claim.agrees is not False and reading.value not in claim.sums:
            reading, claim = left, _judged(context, code, left)
        if reading.kind == "some" and found and found[-1][0].agrees is False:
            claim = claim._replace(agrees=None)  # 复议1件，结果维持: there is no such case, which is said already
        elif reading.kind == "some" and claim.agrees is False and reading.value == 1:
            claim = claim._replace(cells=(*claim.cells, *_outcomes_instead(context, claim.cells)))
        found.append((claim, reading.scope))
    found += [claim_of_link(context, code, link, read_as.get(link)) for link in right]
    return sorted(found, key=lambda told: told[0].place) if right else found


def _is_of_another_cell(context: CheckContext, code: str, reading: NumberReading, link: Link) -> bool:
    """Whether a linked number, and nothing beside it, is read as that of other cells, which hold another number."""
    start, end, cell = link[:3]
    return (
        reading.kind == "count"
        and reading.start <= start
        and end <= reading.end
        and context.numbers.get(cell) == reading.value
        and not any(cell in way for way in reading.ways)
        and _judged(context, code, reading).agrees is False
    )


def _outcomes_instead(context: CheckContext, cells: Iterable[str]) -> list[str]:
    """Return the other outcomes in the tables of the groups of cells: one of them is what the only case had."""
    groups = {cell.rpartition(".")[0] for cell in cells if cell.startswith("t4.")}
    others = (code for code in context.form.entered if code.rpartition(".")[0] in groups and code not in cells)
    return [code for code in others if context.numbers.get(code)]


def _values(context: CheckContext, cells: Iterable[str]) -> list[Number | None]:
    return [context.numbers.get(cell) for cell in cells]


def _judged(context: CheckContext, code: str, reading: NumberReading) -> Claim:
    """Compare a reading with the tables."""
    numbers = context.numbers
    place = Place(code, reading.start, reading.end)
    number = None if reading.kind in ("none", LARGEST, MORE, BOUND, IN_WORDS) else reading.value
    cells = () if reading.kind == "other" else _cells(reading, numbers)
    sums: list[Number | None] = []
    rule_id, shown, agrees = reading.rule_id, "", None
    if reading.kind in (LARGEST, MORE):
        shown, agrees = judged_larger(reading, numbers)
    elif reading.kind in JUDGES:
        shown, agrees = JUDGES[reading.kind](reading, numbers)
        cells = compared_cells(reading)
    elif reading.kind == "share":
        shown, agrees = judged_share(reading, numbers)
        if reading.key not in ("rate_of_cases", LIMIT):
            whole = RECEIVED if reading.key == "applicants" else HANDLED
            cells = (*cells, whole) if cells else (HANDLED, RECEIVED)
    elif reading.kind != "other":
        sums = [added(way, numbers) for way in reading.ways]
        agrees = judged_rough(reading, sums) if reading.kind == ROUGH else _agrees(reading, sums, numbers)
        is_all_or_none = sums[0] == 0 or (reading.value == 0 and None not in sums)
        if agrees is False and rule_id == "N-01" and is_all_or_none:
            is_of_kind = cells[0] != RECEIVED and in_row(cells[0], RECEIVED_ROW)
            cells = (RECEIVED, *cells) if is_of_kind and numbers.get(RECEIVED) == 0 else cells  # nobody asked
            rule_id = "N-02" if cells[0] == RECEIVED else rule_id
        if agrees is False and reading.key == "handled_all" and set(sums) == {0}:
            cells, rule_id = (RECEIVED, *cells), "N-02"  # 年内2件申请均已答复: there were none
    if reading.kind == "count" and reading.key in OF_KINDS and cells and _is_result(context, cells[0]):
        rule_id = "N-05"  # 予以公开8件（自然人3件）: the cells of that row
    elif reading.kind == "count" and reading.key in OF_KINDS and cells and in_row(cells[0], HANDLED_ROW):
        rule_id = "N-04"  # 办结件中自然人48件
    meaning = f"{reading.meaning}{WHY}" if reading.kind == ROUGH and agrees is None else reading.meaning
    if agrees is False and reading.words:
        other = _understood_otherwise(context, reading)
        if other:
            return _judged(context, code, other)
        unknown = _unfamiliar(context, reading) or _contradicted(context, reading)
        is_sure = _is_more_than_all(reading, sums, unknown) or is_beyond_all(reading, sums, numbers)
        if unknown and (is_sure or _is_shifted(reading, sums)):
            unknown = ""  # 因征收信息公开引发行政复议2件: some of all, which are fewer
        agrees = None if unknown else False
        meaning += f"（“{unknown}”未识别，不核对）" if unknown else ""
    told = different([*sums[:2], *(known for known in sums[2:] if agrees and known == reading.value)])
    kind = "share" if tells_share(reading) else reading.kind
    return Claim(place, reading.quote, meaning, number, cells, told, agrees, rule_id, reading.key, shown, kind)


def _is_result(context: CheckContext, cell: str) -> bool:
    return load_vocabulary(context.report.form_id).results.is_result(cell)


def _is_more_than_all(reading: NumberReading, sums: Sequence[Number | None], unknown: str) -> bool:
    """Whether a number of cases, narrowed by what their applications were about, is more than all cases are.

    Or of applications carried over, narrowed by who agreed to that; or of those received, by who sent them.
    """
    is_narrowed = reading.key.startswith("cases_") and any(map(_ON_A_MATTER.search, reading.words))
    is_narrowed = is_narrowed or (reading.key in _NARROWING and bool(_NARROWING[reading.key].fullmatch(unknown)))
    is_narrowed = is_narrowed or (reading.key == "received" and bool(_SENT_IN.search(reading.quote)))
    return is_narrowed and all(known is not None and reading.value > known for known in sums)


def _is_shifted(reading: NumberReading, sums: Sequence[Number | None]) -> bool:
    """Whether an amount has the digits of the table and another decimal point: 453.2万元 for 45.32."""
    if reading.key != "fees":
        return False
    told = _significant(reading.value)
    return len(told) >= _SURE_DIGITS and any(known and _significant(known) == told for known in sums)


def _significant(number: Number) -> tuple[int, ...]:
    """Return the digits of a number without the zeros around them."""
    return Decimal(number).normalize().as_tuple().digits


def _understood_otherwise(context: CheckContext, reading: NumberReading) -> NumberReading | None:
    """Return the reading by all words together of a number whose own words are not all familiar; None for none."""
    vocabulary = load_vocabulary(context.report.form_id)
    own = reading.words[:1]
    if not reading.phrase or not vocabulary.familiar.unknown(reading.rule_id, own, context.report.unit):
        return None
    composed = vocabulary.concepts.composed(reading.phrase, may_name=True)
    if composed is None or not (composed.role.rule_id == reading.rule_id or _is_left_over(composed.role, reading)):
        return None
    ways = reading.ways if composed.role.key == reading.key else composed.role.alternatives(composed.topic)
    return reading._replace(
        key=composed.role.key,
        meaning=composed.role.name,
        rule_id=composed.role.rule_id,
        ways=ways,
        words=(composed.offices, "", *reading.words[2:]),
        phrase=None,
    )


def _is_left_over(role: Role, reading: NumberReading) -> bool:
    """Whether what was read as dealt with is carried over: 尚欠答复的5件."""
    return role.key.startswith("carried") and bool(_NOT_DONE.search(reading.quote))


def _contradicted(context: CheckContext, reading: NumberReading) -> str:
    """Return the words of a number that are all known and together mean something else, or nothing."""
    if not reading.phrase or reading.rule_id != "N-05":
        return ""
    concepts = load_vocabulary(context.report.form_id).concepts
    own = reading.phrase.own
    return own if concepts.contradicts(own, reading.phrase.topic, reading.phrase.unit) else ""


def _unfamiliar(context: CheckContext, reading: NumberReading) -> str:
    """Return the words around a number that nothing is known of; what it counts is then uncertain."""
    vocabulary, unit = load_vocabulary(context.report.form_id), context.report.unit
    words = reading.words
    if reading.key in _REVIEWED:
        words = tuple(without_office_above(clause, unit) for clause in words)  # 市税务局均维持
    return vocabulary.familiar.unknown(reading.rule_id, words, unit)


def _agrees(reading: NumberReading, sums: list[Number | None], numbers: Mapping[str, Number]) -> bool | None:
    """Whether a number equals one of the ways to reckon it; None while blanks leave that open."""
    if reading.kind in ("below", "within"):
        most = reading.value + (reading.kind == "within")
        return None if None in sums else any(known is not None and known < most for known in sums)
    if reading.kind == "some" and any(known is not None and known >= reading.value for known in sums):
        return True
    if reading.value in sums or (reading.kind != "some" and any(_rounded(reading, s) for s in sums)):
        return True
    if all_done.is_all_done(reading, numbers):
        return True
    if reading.kind == "none" and any(numbers.get(code) for way in reading.ways for code in way):
        return False
    if sums[0] is None or (None in sums and not _is_below_all(reading, numbers)):
        return None
    if reading.key in _OF_EITHER and _is_of_both(reading, numbers):
        return None
    if reading.kind == "count" and reading.bases and not is_of_all_told(reading, numbers):
        return None  # 延期答复的29件中，自然人24件
    return False


def _is_of_both(reading: NumberReading, numbers: Mapping[str, Number]) -> bool:
    """Whether what was read as new or as carried in is both, and is called a total: 因此总量为262件."""
    both = (numbers.get(RECEIVED), numbers.get(CARRIED_IN))
    own = reading.quote[last_of("，；。：", reading.quote, 0, len(reading.quote)) + 1 :]
    return None not in both and reading.value == sum(n or 0 for n in both) and bool(_IN_ALL.search(own))


def _rounded(reading: NumberReading, value: Number | None) -> bool:
    """Whether an amount of money, or a number of 万件, is the table's, rounded to the places it is written with."""
    if value is None:
        return False
    if reading.slack:
        return -reading.slack < value - reading.value < reading.slack
    if reading.key != "fees" or isinstance(reading.value, int):
        return False
    exponent = reading.value.as_tuple().exponent
    return isinstance(exponent, int) and round(value, -exponent) == reading.value


def _is_below_all(reading: NumberReading, numbers: Mapping[str, Number]) -> bool:
    """Whether the number is less than the known part of every way, so that blanks cannot mend it."""
    if reading.rule_id != "N-01":
        return False
    return all(reading.value < sum(numbers.get(code, 0) for code in way) for way in reading.ways)


def _cells(reading: NumberReading, numbers: Mapping[str, Number]) -> tuple[str, ...]:
    """Return the cells of the first way, then those of the second that add something."""
    if not reading.ways:
        return ()
    more = reading.ways[1] if len(reading.ways) > 1 and reading.rule_id in ("N-01", "N-03") else ()
    more = () if reading.key == "applicants" and not set(reading.ways[0]) <= set(more) else more
    if reading.key == "closed":  # as wrong may be how many are pending
        pending = [tuple(f"{code.rpartition('.')[0]}.pending" for code in way) for way in reading.ways]
        more = next((way for way in pending if any(map(numbers.get, way))), ())
    return tuple(dict.fromkeys([*reading.ways[0], *(code for code in more if numbers.get(code))]))
