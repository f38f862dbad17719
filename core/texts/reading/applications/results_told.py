"""Reads a row of table three by all clauses around its number: 要看案卷的申请，均答复不公开，共24件.

Why, what was asked for and what came of it often stand in clauses of their own. Each of them must be understood; what
stands behind a row that is known already tells of it and changes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from core.base.patterns import holds_one, pattern
from core.texts.language import everyday_reasons
from core.texts.language.grammar import ASKED_FOR, BREAK
from core.texts.language.left_alone import OF_SOME
from core.texts.language.meanings import Role
from core.texts.language.numbers import PrintedNumber
from core.texts.language.own_words import columns
from core.texts.reading.applications.rows_at_least import row_at_least
from core.texts.reading.sentence.due import count_pass
from core.texts.reading.sentence.sentences import REQUEST_TEXTS, NumberReading, SentenceState, SourceText
from core.texts.reading.told.reasons import ONE_REASON

_GROUPS = ("denied", "unavailable", "not_processed", "not_provided", "other_result")
_OPEN = ("unknown", "granted", "partial", "single_results", "handled", "processed", "mentioned", *_GROUPS)
"""Keys of readings that may be a row: of other words, or by the clause with the result alone."""
_CASES = ("件", "宗", "份", "起", "例", "件次")
_UNITS = ("件", "宗", "起", "例")
_ASKED = ("的", "东西", "材料", "内容", "信息", "文件", "资料")
"""How a clause ends that says which ones are counted in the next."""
_OF_ALL = ("handled", "processed", "mentioned")
_RULES = ("N-01", "N-04", "N-05")
_CITED = pattern("(?:依据?|根据|依照|按照?|援引|适用|对照)?▢+(?:、▢+)*(?:中?关于)?", needs=("▢",))
_KIND = pattern(
    "^(?P<kind>[\u4e00-\u9fff]{2,8}?)(?:前?来要|来申请|申请|提出|提交|递交|索要|索取|来问|所要)(?:公开)?的(?P<rest>[^，；。]*)$"
)
"""(企业)来要的文件，我局全文给了7件: those of one kind."""
_OF_KIND = ("来要", "来问", "所要", "索要", "索取", "申请的", "提出的", "提交的", "递交的")
"""What such a clause holds."""
_ONE_PAPER = pattern("[同一][一]?[份件个]的?(?:材料|文件|信息|公文)")
"""(一份材料)里有能给的也有不能给的: no count."""
_SHARE = pattern("[，、]?(?:约|共)?占到?(?:了)?[^，；。]{0,10}?\\d+(?:\\.\\d+)?%(?=[，、]|$)")
_REFERS = pattern("(?:这样|如此|就此|照此|据此|为此|这么|因此|因而|以此)")
"""(这样)答复了22件: the clause before says what these are."""
_TELLS_WHY = pattern(
    "密|隐私|权益|第三|安全|稳定|同意|案卷|卷宗|过程|内部|查询|出版|书店|补|没|未|早已|已有|重复|信访|投诉|举报|反对|拿到|掌握|制作"
)
"""Words of which one stands in a clause that says why a result is what it is."""
_NOT_ENOUGH = (OF_SOME, ONE_REASON)
_OF_UNAVAILABLE = (("掌握", "不存在"), ("现成", "制作", "加工"), ("补正", "明确"))
"""Words of each row of 无法提供: no number of one of them is meant where all are named."""
_WHY = "前面所说的一种，不核对"
_BRACKET = pattern("[（：]")
_SUM = pattern("(?:两|二|三)(?:[条项类种个者]|部分)|合到一[处起]|合起来|合在一起|加起来|加在一起|相加")
_SUM_TOLD = pattern(
    "(?:这?(?:两|二|三)(?:[条项类种个者]|部分)(?:理由|原因)?)?(?:合到一[处起]|合起来|合在一起|加起来|加在一起|相加)",
    needs=("合", "加"),
)
_OUTSIDE = pattern("除[^，；。]{2,20}外|其余|其他(?!法律|组织)|[未不]含|不包括|其中")
_RESULTS = everyday_reasons.RESULTS | {"FULL", "PART"}
_GUIDE = "GUIDE"
"""The concept of where people were sent: applicants, perhaps, or whoever came to ask."""
_GIVEN = ("granted", "partial")
_SAID_OF_THEM = pattern("主要|[大过]?多[数半是为系]|居多|为主|集中|最[多高]|其中|[包内]?含|包括|^一[为是]|部分")
"""，(多数为重复申请): what some of them are."""
_ATTITUDE = pattern(
    "并重|坚持|原则|严格|加强|规范|审慎|做到|注重|确保|落实|强化|推进|提升|提高|影响|增[多加长]|上升|下降|减少|变化"
)
_AMONG = pattern("[中里内]有?$")
"""不予公开决定(中有)12件"""
_LONGEST = 160


class _Part(NamedTuple):
    """The clauses up to a number, those behind it, and the number before in the same part of the sentence."""

    before: list[str]
    behind: list[str]
    last: NumberReading | None

    @property
    def names_requests(self) -> bool:
        """Whether applications or applicants are named."""
        return any("申请" in clause for clause in (*self.before, *self.behind))


@count_pass(texts=REQUEST_TEXTS, keys=_OPEN)
def results_told(source: SourceText, sentence: SentenceState, readings: Sequence[NumberReading]) -> list[NumberReading]:
    """Return the readings of a sentence, with the rows that all clauses around a number tell together."""
    found = list(readings)
    names_kind = holds_one(sentence.text, _OF_KIND)
    for i, reading in enumerate(found):
        if reading.key not in _OPEN or not _may_be_row(reading, names_kind=names_kind):
            continue
        number = _number_of(source, sentence, reading)
        if number is None or (reading.kind == "count" and not _goes_on(source, sentence, number)):
            continue
        part = _part_of(source, sentence, number, found[:i])
        if part is None or _is_part(part, reading):
            continue
        if not source.is_this_year(sentence, number.start) or number.is_rough:
            continue
        is_story = not part.before[-1] and bool(ASKED_FOR.match(part.behind[0]))
        told = None if is_story else _told(source, part, reading)  # 1件申请公开某某案卷，不予公开
        if told:
            found[i] = _as_row(source, number, reading, *told)
        elif reading.kind == "count" and _is_of_one_reason(part, reading):
            found[i] = reading._replace(kind="other", meaning=f"{reading.meaning}（{_WHY}）", rule_id="", phrase=None)
        if not told and found[i].kind == "other" and part.last is None:
            found[i] = _at_least(source, number, part, found[i])
    return found


def _may_be_row(reading: NumberReading, *, names_kind: bool) -> bool:
    """Whether a reading is open: judged by its own clause alone, or left alone since that was not enough."""
    if reading.kind == "count":
        return reading.key not in ("single_results", *_GIVEN) or (names_kind and reading.key in _GIVEN)
    return reading.kind == "other" and (reading.key == "unknown" or holds_one(reading.meaning, _NOT_ENOUGH))


def _is_part(part: _Part, reading: NumberReading) -> bool:
    """Whether a number is one of those told before it (居民提出的6件中，2件给了全文), or of these and others."""
    if any(clause.startswith("连同") for clause in part.before):
        return True  # 予以公开23件，连同部分公开的，共29件
    is_some = reading.kind == "other" and reading.key != "unknown"
    return bool(_AMONG.search(part.before[-1])) or bool(is_some and part.last and part.last.key not in _GROUPS)


def _goes_on(source: SourceText, sentence: SentenceState, number: PrintedNumber) -> bool:
    """Whether a clause without a number stands before that of a number, in the same part of the sentence."""
    text = source.text
    mark = number.start - len(source.subject(number.start)) - 1
    if mark <= sentence.start or text[mark] not in "，：":
        return False
    last = max((other.end for other in sentence.numbers if other.end <= mark and other.unit in _CASES), default=-1)
    start = max(sentence.start, text.rfind("；", sentence.start, mark) + 1, last)
    return mark > start and (start != last or BREAK.search(text, last, mark) is not None)


def _number_of(source: SourceText, sentence: SentenceState, reading: NumberReading) -> PrintedNumber | None:
    for number in sentence.numbers:
        if number.unit in _UNITS and number.value == reading.value:
            start, end = source.span(number.start, number.end)
            if reading.start <= start and end <= max(reading.end, end) and start < reading.end:
                return number
    return None


def _reading_of(source: SourceText, number: PrintedNumber, readings: Sequence[NumberReading]) -> NumberReading | None:
    start, end = source.span(number.start, number.end)
    return next((r for r in readings if r.start <= start and end <= r.end and r.value == number.value), None)


def _part_of(
    source: SourceText, sentence: SentenceState, number: PrintedNumber, before: Sequence[NumberReading]
) -> _Part | None:
    """Return the clauses around a number that belong to it; None where another number stands too near."""
    text = source.text
    start = max(sentence.start, text.rfind("；", sentence.start, number.start) + 1)
    end = text.find("；", number.end, sentence.end)
    end = sentence.end if end < 0 else end
    last = None
    share = ""
    for other in sentence.numbers:
        if other.end <= number.start and start <= other.start:
            share = text[start : number.start] if other.unit == "%" else share
            is_one = _ONE_PAPER.match(text, other.start) or _ONE_PAPER.match(text, max(other.start - 1, start))
            if is_one or other.unit not in _CASES:
                continue
            last = _reading_of(source, other, before)
            mark = BREAK.search(text, other.end, number.start)
            if last is None or mark is None or last.kind != "count" or last.rule_id not in _RULES:
                return None
            start, share = mark.end(), ""
        elif other.start >= number.end and other.end <= end and other.unit in _CASES:
            mark_at = max((m.start() for m in BREAK.finditer(text, number.end, other.start)), default=-1)
            if mark_at < 0:
                return None
            end = min(end, mark_at)
    lead = _SHARE.sub("", text[start : number.start]) if share else text[start : number.start]
    behind = _BRACKET.split(text[number.end : end].rstrip("。\n"), maxsplit=1)[0]
    if len(lead) + len(behind) > _LONGEST or holds_one(lead, "（）%"):
        return None
    return _Part(BREAK.split(lead), BREAK.split(behind), last)


def _told(source: SourceText, part: _Part, reading: NumberReading) -> tuple[Role, tuple[tuple[str, ...], ...]] | None:
    """Return the row that the clauses tell, and its cells; None where one of them is not understood."""
    text = "，".join(part.before)
    if _OUTSIDE.search(text) and not (part.last and text.startswith("其中")):
        return None
    told = _said_before(source, part.before)
    if told is None:
        return None
    said, kind = told
    is_open = reading.kind == "other"
    if reading.key in _OF_ALL and not (part.before[-2:][0].endswith(_ASKED) or _REFERS.search(part.before[-1])):
        return None  # 执法案卷类占比较高，全年办结9件
    if not is_open and len(part.before) == 1 and not kind:
        return None  # known already by its own clause
    for i, clause in enumerate(part.behind):
        is_first = i == 0
        role = _row(source, said, part)
        if role and not (clause and is_first):
            return role, _cells(role, kind)
        one = None if _SAID_OF_THEM.search(clause) else _said(source, clause)
        if one is None or not (is_open or is_first):
            return None
        said |= one
    if role := _row(source, said, part):
        return role, _cells(role, kind)
    return _summed(source, said) if _SUM.search(f"{text}，{part.behind[0]}") else None


def _said_before(source: SourceText, clauses: Sequence[str]) -> tuple[frozenset[str], Role | None] | None:
    """Return what the clauses up to a number say, and the kind of applicants whose applications they are of."""
    said: frozenset[str] = frozenset()
    kind: Role | None = None
    for clause in clauses:
        of_kind = _KIND.match(clause) if kind is None else None
        role = source.vocabulary.concepts.shared(of_kind["kind"], "request") if of_kind else None
        kind = role if role and role.is_applicant else kind
        one = _said(source, of_kind["rest"] if of_kind and kind is role else clause)
        if one is None:
            return None
        said |= one
    return said, kind


def _said(source: SourceText, clause: str) -> frozenset[str] | None:
    """Return what a clause says; None where it is not understood."""
    return source.vocabulary.concepts.said(_SUM_TOLD.sub("", _CITED.sub("", clause)))


def _row(source: SourceText, said: frozenset[str], part: _Part) -> Role | None:
    """Return the row that some concepts tell, its result among them or told of the number whose rows are listed."""
    if part.last and part.last.key in _GROUPS:
        said -= {everyday_reasons.IF}
    elif said.isdisjoint(_RESULTS if part.names_requests else _RESULTS - {_GUIDE}):
        return None  # 涉及第三方的9件: asked for, perhaps
    meaning = source.vocabulary.concepts.meaning(said, "request", "件")
    role = meaning[0] if meaning else None
    return role if role and role.is_result and (role.word or role.key in _GIVEN) else None


def _summed(source: SourceText, said: frozenset[str]) -> tuple[Role, tuple[tuple[str, ...], ...]] | None:
    """Return the rows that are counted together: 内部事务、过程性信息两条相加5件."""
    concepts = source.vocabulary.concepts
    made = {concept: concepts.meaning(frozenset([concept]), "request", "件") for concept in sorted(said)}
    rows = {c: m[0] for c, m in made.items() if m and m[0].is_result and (m[0].word or m[0].key in _GIVEN)}
    if len(rows) < 2:
        return None
    others = said - {*rows, "AND", everyday_reasons.BESIDE}
    if any(concepts.meaning(frozenset([*others, row]), "request", "件") is None for row in rows):
        return None
    first = next(iter(rows.values()))
    return first, (tuple(sorted(cell for role in rows.values() for cell in role.alternatives("request")[0])),)


def _cells(role: Role, kind: Role | None) -> tuple[tuple[str, ...], ...]:
    ways = role.alternatives("request")
    return columns(ways, kind.alternatives("request")) if kind else ways


def _as_row(
    source: SourceText, number: PrintedNumber, reading: NumberReading, role: Role, ways: tuple[tuple[str, ...], ...]
) -> NumberReading:
    quote = source.quote(number.start - len(source.subject(number.start)), number.end)
    what = (reading.value, "count", role.key, role.name, role.rule_id, ways, source.scope(number.start))
    start, end = source.span(number.start, number.end)
    return NumberReading(start, end, quote, *what)


def _at_least(source: SourceText, number: PrintedNumber, part: _Part, reading: NumberReading) -> NumberReading:
    """Return a reading left alone as that of the least there may be of the row that its clauses name."""
    behind = [*takewhile(lambda clause: not _SAID_OF_THEM.search(clause), part.behind)]
    row = row_at_least(source, "，".join(part.before), "，".join(behind))
    if row is None:
        return reading
    least = _as_row(source, number, reading, row, row.alternatives("request"))
    return least._replace(kind="some", meaning=f"至少有的{row.name}")


def _is_of_one_reason(part: _Part, reading: NumberReading) -> bool:
    """Whether a result is told of what a clause before it says, which nobody understands."""
    if reading.key in ("handled", "processed"):
        return bool(len(part.before) > 1 and _REFERS.search(part.before[-1]))
    before = "".join(clause for clause in part.before[:-1] if not _ATTITUDE.search(clause))
    if all(holds_one(before, words) for words in _OF_UNAVAILABLE):
        return False
    is_group = reading.key in _GROUPS and bool(before) and bool(_TELLS_WHY.search(before))
    return is_group and (part.last is None or part.last.key not in _GROUPS)
