"""Reads cases told by their kind, of which a clause before or behind says what came of them, as those that did.

年底悬而未决的，复议有6件，诉讼有4件 is no number of all reviews; nor is 4件未走复议就起诉的案子，到年底法官还没下判,
unless all that there are came to the same. Of 复议案件有3件被纠正 there are more, of which these were.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.base.patterns import pattern
from core.texts.language.meanings import Role
from core.texts.language.phrase_said import Phrase
from core.texts.reading.sentence.due import count_pass
from core.texts.reading.sentence.sentences import CASE_TEXTS, NumberReading, SentenceState, SourceText
from core.texts.reading.sentence.some_of import ALL_OUTCOMES
from core.texts.reading.told.named_before import CASES

_KIND = (
    "(?:行政)?(?:复议(?!后)|诉讼|应诉)"
    "|(?:未经(?:行政)?复议)?直接(?:起诉|诉讼)|经?(?:行政)?复议后(?:又|再)?(?:起诉|诉讼)"
)
_HEAD = pattern(
    "(?:^|[。；\\n])(?P<head>[^，；。：、（）\\d]{3,20}?)(?:的)?(?:案件|案子|案)?(?:中|里)?(?:，|：)(?:其中，?)?"
    f"(?:{_KIND})(?:类|阶段|环节|程序|案件|案|的)*(?:占了?|有|共|为|是)*$"
)
"""(年底悬而未决的，复议有)6件"""
_GOES_ON = pattern(f"(?:[，、；]|和|及|与|以及)(?:{_KIND})(?:类|阶段|环节|程序|案件|案|的)*(?:占了?|有|共|为|是|各)*")
_FIRST = pattern("(?:^|[，；。：\\n])(?:其中|另|另有|有|共有|全年|年内|本年度?|今年|，)*$")
_BEHIND = pattern("(?P<noun>[^，；。：、（）\\d]{0,20})，(?P<said>[^；。：（）\\d]{2,40})(?=[。；\\n]|$)")
"""4件(未走复议就起诉的案子，到年底法官还没下判)"""
_OF_THEM = pattern(
    "(?:案件|案子|案|复议(?:申请)?|诉讼|起诉|应诉|的)(?:当?中|里)?，?(?:也|仅|只|共|还|另|先后|已|年内|全年)*有$"
)
_PREDICATE = pattern(
    "[件起宗](?:案件|案子|案)?(?:获(?!得))?(?P<said>[^，；。：、（）\\d]{2,20})(?=[，；。：、（）\n]|$)"
)
"""(复议案件有)3(件被纠正)"""
_NOT_ONE_YET = pattern("一[件起宗](?:案子|案件)?(?:也|都)")
_OF_ALL = pattern("均|都|全部|全(?=[是为])|悉数|一律|其中|其余|另")
_FEWEST = 3
"""Characters that a clause must have to say an outcome."""


@count_pass(texts=CASE_TEXTS, keys=CASES)
def outcome_framed(
    source: SourceText, sentence: SentenceState, readings: Sequence[NumberReading]
) -> list[NumberReading]:
    """Return the readings of a sentence, cases framed by an outcome as those that had it."""
    found: list[NumberReading] = []
    head: Role | None = None
    begin = source.span(sentence.start, sentence.start)[0]
    for reading in readings:
        before = source.printed[begin : reading.start]
        is_next = bool(head and found and _GOES_ON.fullmatch(source.printed, found[-1].end, reading.start))
        head = head if is_next else None
        if reading.key in CASES and reading.value is not None:
            if head is None and (told := _HEAD.search(before)):
                head = _outcome(source, told["head"], "both")
            role = head or _said_of_them(source, before, reading)
            made = role and _with(reading, role, is_sure=True)
            found.append(made or _told_behind(source, before, reading))
        else:
            found.append(reading)
    return found


def _said_of_them(source: SourceText, before: str, reading: NumberReading) -> Role | None:
    """Return the outcome that is said of some cases behind their kind, if any: 复议案件有3件被纠正."""
    told = _PREDICATE.match(source.printed, reading.end - 1) if _OF_THEM.search(before) else None
    return _outcome(source, told["said"], CASES[reading.key]) if told else None


def _told_behind(source: SourceText, before: str, reading: NumberReading) -> NumberReading:
    """Return cases counted before their noun, with the outcome that all that follows them says, if any."""
    told = _BEHIND.match(source.printed, reading.end) if reading.kind == "count" and reading.value != 1 else None
    if told is None or not _FIRST.search(before) or _OF_ALL.search(told["said"]):
        return reading
    said = _NOT_ONE_YET.sub("", told["said"])
    clauses = [clause for clause in said.split("，") if len(clause) >= _FEWEST]
    roles = [_outcome(source, clause, CASES[reading.key]) for clause in clauses]
    role = roles[0] if roles else None
    if role is None or any(one != role for one in roles):
        return reading
    return _with(reading, role, is_sure=False) or reading


def _outcome(source: SourceText, clause: str, topic: str) -> Role | None:
    """Return the outcome that a clause without a number says, if nothing else."""
    meant = source.vocabulary.concepts.composed(Phrase("", clause, "", topic, "件"))
    return meant.role if meant and meant.role.key in ALL_OUTCOMES else None


def _with(reading: NumberReading, role: Role, *, is_sure: bool) -> NumberReading | None:
    ways = role.alternatives(CASES[reading.key])
    if not ways:
        return None
    told = reading._replace(kind="count", key=role.key, meaning=role.name, rule_id=role.rule_id, words=(), phrase=None)
    return told._replace(ways=ways if is_sure else (*ways, *reading.ways))
