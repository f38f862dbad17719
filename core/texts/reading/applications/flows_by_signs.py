"""Reads what came in, was carried over or was dealt with by what shows it: 背着15件旧账进入□□□本年 were carried in.

The signs stand in ``flow_signs.toml``. As those of rows, they say nothing of what else may narrow a number, so it is
the least that the table must have. They are asked for numbers only that nobody else has understood.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import chain
from typing import Any, NamedTuple

from core.base.patterns import WordFinder, any_of, fill, holds_one, pattern
from core.form.form_files import FormatFolder
from core.form.known_cells import CARRIED_IN, CARRIED_IN_ROW, KINDS, RECEIVED, RECEIVED_ROW
from core.texts.language.grammar import BREAK
from core.texts.language.left_alone import OTHER_YEAR
from core.texts.language.meanings import Alternatives, Role
from core.texts.language.numbers import PrintedNumber
from core.texts.reading.applications.rows_by_signs import UNITS, around, beside_others
from core.texts.reading.applications.sign_proof import is_cut, is_left_open, is_proven, without_brackets
from core.texts.reading.sentence.due import sentence_reader
from core.texts.reading.sentence.sentences import (
    OVERVIEW_TEXTS,
    NumberReading,
    SentenceState,
    SourceText,
)

_FILE = "flow_signs.toml"
_LONGEST = 100
_TOPICS = ("", "request")
KEYS = ("unknown", "handled", "processed", "received_new", "received", "mentioned")
"""Why a number is left alone that may have been carried in."""
_KIND_KEYS = ("received_new", "received")
_SAID_SHORTLY = {
    **dict.fromkeys(_KIND_KEYS, ("新", "要")),
    **dict.fromkeys(("handled", "processed"), ("没", "未", "待", "应", "需", "该", "还", "剩")),
}
"""Numbers that are understood already, but perhaps too shortly, by what their clause then holds."""
_DENIED = pattern("(?:没有|没|无|未有|未)$")
_OFFICE_VERBS = ("收", "接", "受理", "登记", "办", "答复")
_ON_REQUESTS = pattern("申请|信息公开|公开请求|要信息|来件|收件|接件|进件|件数|公开件")
_OF_YEARS = ("carried_in", "due")
"""What may name the year before."""
_APPLICANTS, _CARRIED_OUT = "applicants", "carried_out"
_ANYBODY = pattern("群众|百姓|乡亲|街坊")
_IN_PERSON = pattern("自然人|公民|个人|村民|居民|市民|农户|农民")
"""(群众)来要信息的6件: all who asked may be called so, as firms among them are."""
_OF_KIND = "或许只是前面所说一类申请人的"
_NONE = pattern("(?:没有|没|未|无|不)[^，；。]{0,6}$")


class _Words(NamedTuple):
    """All words of a sentence before a number, and those next to it that belong to no other one."""

    before: str
    left: str
    right: str


class _Flow(NamedTuple):
    role: str
    needs: tuple[str, ...]
    shapes: tuple[tuple[re.Pattern[str], re.Pattern[str] | None, re.Pattern[str] | None], ...]
    others: tuple[str, ...]
    new: tuple[str, ...]


class _Signs:
    """What shows the flow of applications and who applied."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        names = dict(data["classes"])
        self._flows = [_flow(record, names) for record in data["flows"]]
        self._veto, self._near = pattern(any_of(data["veto"]["words"])), pattern(data["veto"]["near"])
        asks, kinds = data["askers"], dict(data["kinds"])
        self._needs = WordFinder(chain(kinds.pop("needs"), *(flow.needs for flow in self._flows)))
        self._asked_not = tuple(asks["not"])
        self._kinds = {
            column: pattern(
                f"(?<![\u4e00-\u9fff]业)(?<!涉及)(?<!向){kind}{asks['beside']}{asks['behind']}"
                f"|{asks['before']}{kind}{asks['beside']}{asks['with']}"
            )
            for column, kind in kinds.items()
        }
        self._proof, self._other = pattern(asks["proof"]), pattern(asks["other"])
        self._done_behind, self._seeming = pattern(data["done"]["behind"]), pattern(data["done"]["seeming"])
        self._names = pattern("|".join(f"(?P<{column}>{kind})" for column, kind in kinds.items()))
        among = data["among"]
        self._among, self._bare = pattern(among["words"]), pattern(fill(among["bare"], names))
        self._rest, self._several = pattern(among["rest"]), pattern(among["several"])
        self._no_persons = pattern(
            f"{asks['outside']}|{asks['except']}{asks['persons']}(?:[之以]?外|，|后)(?!.*(?:企业|律师)[^，]*以外)"
        )
        self._no_five = pattern(f"{asks['except']}{asks['five']}[之以]?外")

    def may_show(self, text: str) -> bool:
        """Whether some words hold one that shows a flow, or one of those of a kind of applicants."""
        return self._needs.holds_one(text)

    def is_among(self, text: str, place: int) -> bool:
        """Whether a number is that of which others are told, or of documents: 25件里违建14件."""
        return bool(self._among.match(text, place))

    def is_done(self, left: str, right: str) -> bool:
        """Whether what was pending was dealt with in the same year, or only seemed to be pending at its end."""
        return bool(self._seeming.search(left) or self._done_behind.search(right))

    def names_kind(self, words: str) -> bool:
        """Whether some words name a kind of applicants."""
        return bool(self._names.search(words))

    def is_vetoed(self, left: str, right: str) -> bool:
        """Whether words speak of another matter, of a part of the year or of a change."""
        if len(left) > _LONGEST or self._near.search(left):
            return True
        if "申请" in left and self._other.search(BREAK.split(left)[-1]):
            return True  # 村民递交宅基地申请300件
        return "◆" in left or bool(self._veto.search(f"{left}#{BREAK.split(right)[0]}"))

    def flow(self, before: str, left: str, right: str) -> tuple[str, bool]:
        """Return the role that the words around a number show, and whether of new ones only."""
        for flow in self._flows:
            if not holds_one(left, flow.needs) and not holds_one(right, flow.needs):
                continue
            for shape, behind, frame in flow.shapes:
                match = shape.search(left)
                follows = behind.search(right) if behind and match else None
                if match is None or (behind and not follows) or (frame and not frame.search(before)):
                    continue
                if _DENIED.search(left, 0, match.start()):
                    continue  # 没有上年结转件，4件当年收当年结
                said = left[match.start() :] + (follows[0] if follows else "")
                if not holds_one(said, flow.others):
                    return flow.role, holds_one(said, flow.new)
        return "", False

    def kinds(self, before: str, left: str, right: str) -> tuple[str, ...]:
        """Return the columns of the kinds of applicants whose applications a number is of."""
        if not self._names.search(before) and not self._names.search(right):
            return ()
        own = BREAK.split(left)[-1]
        if self._no_five.search(left):
            return KINDS[-1:]
        if self._no_persons.search(left):
            return KINDS[1:]
        if self._bare.fullmatch(own) and "企业" in before:
            return KINDS[-1:]
        behind = BREAK.split(right)[0]
        text = f"{left}#{behind}"
        if (
            not (self._proof.search(text) or self._proof.search(before))
            or holds_one(text, self._asked_not)
            or self._rest.search(left)
            or self._several.search(behind)
        ):
            return ()
        for part in (own, f"#{behind}", left):
            found = tuple(column for column, shape in self._kinds.items() if shape.search(part))
            if len(found) > 1 and "等" in part:
                return ()  # 企业、律师事务所等单位提交的64件
            if found and (part is not left or part is own or len(found) == 1):
                named = {str(match.lastgroup) for match in self._names.finditer(part)}
                return found if named <= {*found} else tuple(sorted(named))
        return ()


def _flow(record: Mapping[str, Any], names: Mapping[str, str]) -> _Flow:
    behind, frames = record.get("right", {}), record.get("frame", [])
    shapes = []
    for i, left in enumerate(record["left"]):
        right = pattern(fill(behind[str(i)], names)) if str(i) in behind else None
        frame = pattern(frames[i]) if i < len(frames) and frames[i] else None
        shapes.append((pattern(fill(left, names)), right, frame))
    return _Flow(
        record["role"], tuple(record["needs"]), tuple(shapes), tuple(record["not"]), tuple(record.get("new", ()))
    )


@cache
def _signs(folder: FormatFolder) -> _Signs:
    return _Signs(folder.toml(_FILE))


def flows_by_signs(
    source: SourceText, sentence: SentenceState, readings: Sequence[NumberReading]
) -> list[NumberReading]:
    """Return the readings of a sentence, those left alone as the least there are of a flow that is shown."""
    asked = [reading for reading in readings if _may_be_shown(reading)]
    if not asked:
        return readings if isinstance(readings, list) else list(readings)
    places = {source.span(n.start, n.end)[1]: n for n in sentence.numbers if n.unit in UNITS}
    shown: dict[int, NumberReading] = {}
    for reading in asked:
        number = places.get(reading.end)
        least = _least(source, sentence, number, reading) if number else None
        if least:
            shown[id(reading)] = beside_others(least, reading, readings)
        elif number and reading.kind == "count" and reading.key in _KIND_KEYS:
            shown[id(reading)] = _of_all(source, sentence, number, reading)
    return [shown.get(id(reading), reading) for reading in readings]


def _of_all(
    source: SourceText, sentence: SentenceState, number: PrintedNumber, reading: NumberReading
) -> NumberReading:
    """Return what came in, left alone where a clause before names a kind of applicants of which it may be."""
    before = BREAK.split(source.text[sentence.start : number.start])
    if len(before) < 2 or not _signs(source.vocabulary.folder).names_kind(before[-2]) or "%" in before[-2]:
        return reading
    return reading._replace(kind="other", meaning=f"{reading.meaning}（{_OF_KIND}，不核对）", rule_id="", phrase=None)


def _may_be_shown(reading: NumberReading) -> bool:
    if reading.kind == "other":
        return reading.key == "unknown" or (reading.key == "handled" and is_left_open(reading, (OTHER_YEAR,)))
    if reading.kind != "count" or reading.key not in _SAID_SHORTLY:
        return False
    is_theirs = reading.key not in _KIND_KEYS or not holds_one(reading.quote, ("申请", *_OFFICE_VERBS))
    return is_theirs and holds_one(reading.quote, _SAID_SHORTLY[reading.key])


@sentence_reader(OVERVIEW_TEXTS, ["申请", "公开", "要信息", "来件", "收件"])
def flows_shown(source: SourceText, sentence: SentenceState) -> Iterator[NumberReading]:
    """Yield the flows that a sentence of section 一 shows, where it says in other words that it is on applications."""
    if not _ON_REQUESTS.search(sentence.text):
        return
    for number in sentence.numbers:
        start, end = source.span(number.start, number.end)
        if number.unit in UNITS and not any(r.start < end and start < r.end for r in sentence.readings):
            least = _least(source, sentence, number, None)
            if least:
                yield least


def _least(
    source: SourceText, sentence: SentenceState, number: PrintedNumber, reading: NumberReading | None
) -> NumberReading | None:
    """Return a number as the least there may be of what its words show."""
    if number.is_rough or source.topic_at(sentence, number.start) not in _TOPICS:
        return None
    left, right = around(source, sentence, number)
    signs, before = _signs(source.vocabulary.folder), source.text[sentence.start : number.start]
    left = "" if is_cut(before, left) else without_brackets(left)
    if (
        not signs.may_show(left + right)
        or signs.is_among(source.text, number.end)
        or signs.is_vetoed(left, right)
        or (number.value == 1 and _NONE.search(before))
    ):
        return None
    words = _Words(before, left, right)
    made = _kinds(source, signs, words, number, reading) or _flow_shown(source, signs, words, reading)
    if made is None:
        return None
    role, ways = made
    is_in_year = role.key in (*_OF_YEARS, _CARRIED_OUT) or source.is_this_year(sentence, number.start)
    if (reading and role.key == reading.key) or not is_in_year or not is_proven(source, sentence, number, role, left):
        return None
    scope = source.scope(number.start)
    start, end = source.span(number.start, number.end)
    quote = source.quote(number.start - len(source.subject(number.start)), number.end)
    name = f"至少有的{role.name}"
    return NumberReading(start, end, quote, number.value, "some", role.key, name, role.rule_id, ways, scope)


_Made = tuple[Role, Alternatives]
_HAD_TO = pattern(
    "(?:应|需|须)(?:当|予|要|该|以)*(?:答复|回复|办理|办结|处理)的?(?:政府信息公开|信息公开)?(?:申请|件)?$"
)
_ADDED = pattern(
    "(?:计入|加上?|连同|算上|并入|连带|包括|含)[^，；。\\d]{0,14}(?:结转|遗留|转来|转入)[^，；。\\d]{0,6}，[^，；。]*$"
    "|(?:把|将)[^，；。\\d]{0,8}(?:结转|遗留|转来|转入)[^，；。\\d]{0,4}(?:算|计|加|并|纳)[^，；。\\d]{0,6}，[^，；。]*$"
)
"""(计入上年结转后，)应予答复40件: all that had to be answered, not those carried in."""


def _kinds(
    source: SourceText, signs: _Signs, words: _Words, number: PrintedNumber, reading: NumberReading | None
) -> _Made | None:
    before, left, right = words
    own = BREAK.split(left)[-1]
    is_theirs = ("新" in own or "要" in own) and not (holds_one(own, _OFFICE_VERBS) or "申请" in own)
    if reading and reading.kind == "count" and not (reading.key in _KIND_KEYS and is_theirs):
        return None
    if source.text.startswith("（", number.end + len(right)):
        right = ""  # 40件申请由自然人（35件）和企业（5件）提出
    columns = signs.kinds(before, left, right)
    if not columns or len(columns) == len(KINDS):
        return None
    new = tuple(f"{RECEIVED_ROW}.{column}" for column in columns)
    both = (*new, *(f"{CARRIED_IN_ROW}.{column}" for column in columns))
    role = replace(source.vocabulary.role(_APPLICANTS), name="这类申请人的申请")
    if columns == KINDS[:1] and _ANYBODY.search(left + right) and not _IN_PERSON.search(left + right):
        role = replace(role, name="所有申请人的申请")
        return role, ((RECEIVED,),) if "新" in left else ((RECEIVED,), (RECEIVED, CARRIED_IN), new, both)
    return role, (new,) if "新" in left else (new, both)


def _flow_shown(source: SourceText, signs: _Signs, words: _Words, reading: NumberReading | None) -> _Made | None:
    key, is_new = signs.flow(*words)
    if not key or (reading and reading.kind == "count" and not _is_other(reading.key, key)):
        return None
    if key == _CARRIED_OUT and signs.is_done(words.left, words.right):
        return None
    if key == "carried_in" and _HAD_TO.search(BREAK.split(words.left)[-1]):
        key = "due" if _ADDED.search(words.before) else ""
        if not key:
            return None  # 上年结转的申请中，应予答复3件
    if key == "handled" and signs.names_kind(BREAK.split(words.left)[-1]):
        return None  # 律师事务所申请的办结件10件: others know of which kind
    role = source.vocabulary.role(key)
    ways: Alternatives = ((RECEIVED,),) if is_new else role.alternatives("request")
    return role, ways


def _is_other(read: str, shown: str) -> bool:
    """Whether a number read as dealt with is shown as pending, or as all that had to be."""
    return (read in ("handled", "processed") and shown == _CARRIED_OUT) or (read == "processed" and shown == "due")
