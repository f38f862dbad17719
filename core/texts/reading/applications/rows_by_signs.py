"""Reads rows by what shows them, where not every word is understood: 整份材料都交到村民手里的9件 are 予以公开 at least.

The signs stand in ``row_signs.toml``. They say nothing of what else may narrow a number, so it is the least that the
table must have: a smaller number is never wrong. They are asked for numbers only that nobody else has understood.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from core.base.patterns import holds_one, pattern
from core.form.known_cells import OTHERS
from core.texts.language.grammar import BREAK
from core.texts.language.meanings import Alternatives, Role
from core.texts.language.numbers import PrintedNumber
from core.texts.reading.applications.row_signs import GIVEN, REST, Row, row_signs
from core.texts.reading.applications.sign_proof import (
    counts_others,
    is_cut,
    is_left_open,
    is_proven,
    turned,
    without_brackets,
)
from core.texts.reading.sentence.due import sentence_reader
from core.texts.reading.sentence.sentences import (
    OVERVIEW_TEXTS,
    REQUEST_TEXTS,
    NumberReading,
    SentenceState,
    SourceText,
)

UNITS = ("件", "宗", "起", "例", "桩")
_GROUPS = ("denied", "unavailable", "not_processed", "not_provided", "other_result")
_ALL = ("handled", "processed", "mentioned", "granted", "partial")
KEYS = ("unknown", *_ALL, *_GROUPS, "single_results")
_RULE, _LEAST = "N-05", "至少有的"
_TURNED = "另有所指：不与表格核对"
_NEAR = 40
_SENTENCE_ENDS = "。！？\n"
_BOTH_GIVEN = "granted_or_partial"
_NONE = pattern(
    "(?:没有|从未|从没有?|未曾|不曾)(?:(?:一|任何一?|哪怕一?|哪一?)[件宗起例位个]申?请?人?|出现过?|发生过?|有过)(?:因为?|以|把|将|对|由于)?(?P<said>[^，；。\\d]{4,40})(?=[，；。\n]|$)"
    "|(?:没有|从未|从没有?|未曾|不曾)(?:因为?|以|由于)(?P<why>[^，；。\\d]{4,30}过(?:任何)?一?[件宗起例位个](?:申请)?人?)(?=[，；。\n]|$)"
)
"""没有(一件申请因涉密)被拒; 没有(因逾期不补停办)过一件"""
_DENIED = pattern(
    "(?:^|(?<=，))(?P<row>(?!现成|没有|本机关)[^，；。\\d]{4,14}?)(?:的(?:情形|情况|申请)?)?(?:一件)?(?:也|都)?(?:没有|没有过|为零)(?=[，；。]|$)",
    needs=["没有", "为零"],
)
"""8件全是撤回的(，逾期未缴费的没有)"""
_ASKED = "征求"
"""征求第三方意见15件，其中不同意的11件: some was given to those perhaps."""
_TOPICS = ("", "request")
_REFERS = pattern(
    "(?:这样|如此|就此|照此|据此|为此|以此|按此|因此|因而|对此|这类|此类|这种|据实|如实|照实)[^，；。\\d]*$|的，[^，；。\\d]*(?:，[^，；。\\d]{0,4})?$"
)
"""讲不出理由，(据此)不予处理4件; 无故不补(的，终结处理)4件: the clause before says which ones."""
_REFERRING = ("的，", "这", "此", "如", "据", "照")
"""A sentence in which it does holds one of them."""
_OF_ROW = {"信访举报投诉": "other", "逾期未缴费": "fee"}
"""Topics that the words of a row are taken for."""


def rows_by_signs(
    source: SourceText, sentence: SentenceState, readings: Sequence[NumberReading]
) -> list[NumberReading]:
    """Return the readings of a sentence, those left alone as the least there are of a row that is shown."""
    refers = len(sentence.numbers) == 1 or holds_one(sentence.text, _REFERRING)
    asked = [reading for reading in readings if _is_open(reading) or (refers and _is_told_shortly(reading))]
    if not asked or not row_signs(source.vocabulary.folder).may_show(sentence.text):
        return readings if isinstance(readings, list) else list(readings)
    places = {source.span(n.start, n.end)[1]: n for n in sentence.numbers if n.unit in UNITS}
    least = {id(reading): _read(source, sentence, reading, places.get(reading.end)) for reading in asked}
    return [beside_others(least.get(id(reading)), reading, readings) for reading in readings]


def _read(
    source: SourceText, sentence: SentenceState, reading: NumberReading, number: PrintedNumber | None
) -> NumberReading | None:
    if number is None:
        return None
    is_open = reading.kind == "other"
    refers = is_open or bool(_REFERS.search(source.text[sentence.start : number.start]))
    is_alone = len(sentence.numbers) == 1 and reading.key in _GROUPS
    if not refers and not (is_alone and BREAK.search(source.text, sentence.start, number.start)):
        return None
    least = _least(source, sentence, number)
    if least is None or (not is_open and (least.key in _GROUPS or set(least.ways) <= set(reading.ways))):
        return None
    return least if refers else least._replace(ways=(*least.ways, *reading.ways))  # of that row, or of all refused


def without_turned(
    source: SourceText, sentence: SentenceState, readings: Sequence[NumberReading]
) -> list[NumberReading]:
    """Return the readings of a sentence, those left alone that are of something else or came otherwise."""
    if not any(reading.kind == "some" and reading.rule_id == _RULE for reading in readings):
        return readings if isinstance(readings, list) else list(readings)
    places = {source.span(n.start, n.end)[1]: n for n in sentence.numbers if n.unit in UNITS}
    found, folder = [], source.vocabulary.folder
    for reading in readings:
        number = places.get(reading.end) if reading.kind == "some" and reading.rule_id == _RULE else None
        if number:
            left, right = around(source, sentence, number)
            group = row_signs(folder).group_of(reading.meaning.removeprefix(_LEAST))
            is_turned = bool(group) and turned(folder).is_turned(group, left, right)
            if is_turned or counts_others(folder, left, right):
                reading = reading._replace(kind="other", meaning=_TURNED, rule_id="", ways=())
        found.append(reading)
    return found


def beside_others(
    least: NumberReading | None, reading: NumberReading, readings: Sequence[NumberReading]
) -> NumberReading:
    """Return the least that is shown of a reading, where no number of the sentence is understood as one of its cells.

    Where the tables hold more, it is left as it was: it would be a whole or a part to those beside it.
    """
    if least is None or any(r.kind == "count" and r is not reading and r.ways[:1] == least.ways[:1] for r in readings):
        return reading
    return least._replace(instead=reading) if reading.kind == "other" and least.kind == "some" else least


def _is_open(reading: NumberReading) -> bool:
    if reading.kind != "other":
        return False
    return reading.key == "unknown" or (reading.key in KEYS and is_left_open(reading))


def _is_told_shortly(reading: NumberReading) -> bool:
    """Whether a number is read by its own clause, so that the one before may say which ones are meant."""
    is_ours = reading.key in KEYS or reading.key == "single_results"
    return reading.kind == "count" and is_ours and reading.key not in GIVEN


@sentence_reader(OVERVIEW_TEXTS, ["申请", "公开", "来件", "挡回", "办结"])
def rows_shown(source: SourceText, sentence: SentenceState) -> Iterator[NumberReading]:
    """Yield the rows that a sentence of section 一 shows, where it says in other words that it is on applications."""
    if not row_signs(source.vocabulary.folder).may_show(sentence.text):
        return
    for number in sentence.numbers:
        start, end = source.span(number.start, number.end)
        if number.unit in UNITS and not any(r.start < end and start < r.end for r in sentence.readings):
            least = _least(source, sentence, number)
            if least:
                yield least


def _least(source: SourceText, sentence: SentenceState, number: PrintedNumber) -> NumberReading | None:
    """Return a number as the least there may be of the only row that its words show."""
    signs = row_signs(source.vocabulary.folder)
    is_within = source.text.startswith("（", number.start - 1) or signs.is_among(source.text, number.end)
    if is_within or number.is_rough:
        return None
    left, right = around(source, sentence, number)
    if _is_denied_behind(source, right):
        return None
    place = number.start - len(left)
    left = "" if is_cut(source.text[sentence.start : number.start], left) else without_brackets(left)
    group = signs.group(left, right)
    is_of_rows = bool(group) and signs.names_rows(group, left)
    group = "" if is_of_rows else group
    before = source.text[max(sentence.start, source.text.rfind("；", sentence.start, place) + 1) : place]
    rows = [] if group or _ASKED in before else signs.rows(left, right, signs.told(before[-_NEAR:]))
    made = None if is_of_rows and len(rows) == 1 else _made(source, group, rows)
    if made is None or not source.is_this_year(sentence, number.start):
        return None
    topic = source.topic_at(sentence, number.start)
    role, name, key, ways = made
    is_ours = topic in _TOPICS or any(_OF_ROW.get(row.name) == topic for row in rows)
    if not is_ours or not is_proven(source, sentence, number, role, left):
        return None
    start, end = source.span(number.start, number.end)
    quote = source.quote(number.start - len(source.subject(number.start)), number.end)
    scope = source.scope(number.start)
    kind = "count" if group else "some"
    name = name if group else f"{_LEAST}{name}"
    return NumberReading(start, end, quote, number.value, kind, key, name, _RULE, ways, scope)


def _is_denied_behind(source: SourceText, right: str) -> bool:
    """Whether what stands behind a number names a row that there is none of."""
    return any(source.vocabulary.concepts.row(denied["row"]) for denied in _DENIED.finditer(right))


@sentence_reader((*REQUEST_TEXTS, *OVERVIEW_TEXTS), ["没有", "从未", "未曾", "从没", "不曾"])
def none_by_signs(source: SourceText, sentence: SentenceState) -> Iterator[NumberReading]:
    """Yield the rows that a clause denies by what shows them: 没有一件申请因涉密被拒之门外."""
    if not row_signs(source.vocabulary.folder).may_show(sentence.text):
        return
    for match in _NONE.finditer(source.text, sentence.start, sentence.end):
        start, end = source.span(*match.span())
        is_told = any(r.start < end and start < r.end and r.kind != "other" for r in sentence.readings)
        is_ours = source.topic_at(sentence, match.start()) == "request" and not source.scope(match.start())
        if is_told or not is_ours or not source.is_this_year(sentence, match.start()):
            continue
        rows = row_signs(source.vocabulary.folder).rows(match["said"] or match["why"], "")
        made = _made(source, "", rows) if len(rows) == 1 else None
        if made:
            _, name, key, ways = made
            quote = source.quote(*match.span())
            yield NumberReading(start, end, quote, 0, "none", f"none_{key}", f"无{name}", _RULE, ways)


def without_shown(absent: Iterable[NumberReading], counted: Sequence[NumberReading]) -> Iterable[NumberReading]:
    """Return what a sentence denies but for rows of which it tells some: 现成的没有，要另外整理，这样答复的2件."""
    shown = [reading.ways[0] for reading in counted if reading.kind == "some" and reading.value]
    if not shown:
        return absent
    return [one for one in absent if not (one.kind == "none" and one.ways and one.ways[0] in shown)]


def _made(source: SourceText, group: str, rows: Sequence[Row]) -> tuple[Role, str, str, Alternatives] | None:
    """Return role, name, key and cells of the row that is shown alone, or of the group of those that are."""
    given = [row.name for row in rows if row.name in GIVEN]
    groups = {row.group for row in rows}
    if given:
        role: Role | None = source.vocabulary.role(given[0] if len(given) == 1 else _BOTH_GIVEN)
    elif group or (len(rows) > 1 and len(groups) == 1):
        role = source.vocabulary.role(group or rows[0].group)
    elif len(rows) != 1:
        return None
    elif rows[0].name == REST:
        return source.vocabulary.role("other_result"), REST, "single_results", ((OTHERS,),)
    else:
        name = rows[0].name
        role = source.vocabulary.concepts.row(name) or next((r for r in source.vocabulary.rows if r.word == name), None)
    return (role, role.name, role.key, role.alternatives("request")) if role else None


def around(source: SourceText, sentence: SentenceState, number: PrintedNumber) -> tuple[str, str]:
    """Return what stands before and behind a number that belongs to no other one."""
    text = source.text
    start = max(sentence.start, text.rfind("；", sentence.start, number.start) + 1)
    ends = [place for mark in "；" + _SENTENCE_ENDS if (place := text.find(mark, number.end)) >= 0]
    end = min([*ends, sentence.end])
    at = bisect_left(sentence.numbers, number)
    before = next((n for n in reversed(sentence.numbers[:at]) if _is_count(text, n) and n.end <= number.start), None)
    if before and start <= before.start:
        mark = BREAK.search(text, before.end, number.start)
        start = mark.end() if mark else before.end
    behind = next((n for n in sentence.numbers[at:] if _is_count(text, n) and number.end <= n.start), None)
    if behind and behind.end <= end:
        end = max((m.start() for m in BREAK.finditer(text, number.end, behind.start)), default=number.end)
    return text[start : number.start], text[number.end : end]


def _is_count(text: str, number: PrintedNumber) -> bool:
    """Whether a number counts applications: not 同一件, 再要一份."""
    is_one = number.value == 1 and text[max(number.start - 1, 0) : number.start] in ("同", "再", "这", "那", "某")
    return number.unit in UNITS and not is_one
