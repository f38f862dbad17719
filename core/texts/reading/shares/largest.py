"""Reads what is said to be more than any other of its kind: 以企业为主, 不予公开居首位, 公民个人提出的最多."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from core.base.patterns import pattern
from core.form.known_cells import KINDS, RECEIVED_ROW
from core.report.entry_text import Number, format_number
from core.texts.language import grammar
from core.texts.language.meanings import Alternatives, Role
from core.texts.language.word_shares import SAID
from core.texts.reading.sentence.frames import frame_of
from core.texts.reading.sentence.sentences import REQUEST_TEXTS, NumberReading, SentenceState, SourceText
from core.texts.reading.sentence.share_checks import added

MOST = ("首", "第一", "为主", "居多", "最多", "大头", "占比最", "主要")
"""What a sentence on the largest part holds one of."""
_LARGEST = pattern(
    "为主|居多|最多|[高位]?居(?:于|各类)?(?:首位|榜首|第一|首(?=$))|(?:排|列)在?(?:首位|第一)|占大头|占比最[高大]|主要(?=是|为|由|来自|以)|(?:依然|依旧|仍然?|仍旧|一直)?是(?:最?主要的?|最大的)申请(?:群体|主体|人群|来源)|以(?=.{2,14}为主)",
    needs=MOST,
)
_NOT_ALL = pattern("其余|其他|另|增|减|各|率|较上|同比|上年|去年|降|升")
"""What is of something else, or a change."""
_COUNTED = pattern(r"^在?(?:这|上述|以上|收到的?|办结的?|答复的?)*\d+[件宗份](?:申请)?(?:里头?|当中|之中|中)?")
"""(20件申请中)以企业为主"""
_AMONG_BODIES = pattern("组织|法人|单位|机构(?:类|中)")
"""What may be all that is compared."""
_LONGEST = 40
_TOPIC = "request"
LARGEST, MORE = "largest", "more"
"""Kinds of readings: more than all others, or than one, the names around ``MORE_THAN``: 企业多于自然人."""
MORE_THAN = "多于"


def largest(source: SourceText, sentence: SentenceState, said: Sequence[NumberReading]) -> Iterator[NumberReading]:
    """Yield what a sentence says to be more than any other, where every word of it is known."""
    if source.code not in REQUEST_TEXTS or not _LARGEST.search(sentence.text):
        return
    end = sentence.start
    for clause in grammar.BREAK.split(sentence.text):
        start, end = end, end + len(clause) + 1
        words = subject_of(clause)
        if not words or len(clause) > _LONGEST or _NOT_ALL.search(clause) or SAID.search(clause):
            continue
        groups = frame_of(source, sentence, start)
        if groups != () and source.is_this_year(sentence, start):
            yield from _reading(source, sentence, said, (start, start + len(clause)), words, groups or ())


def subject_of(clause: str) -> str:
    """Return the words of a clause but those that say it to be most; "" where there are none: 以自然人为主."""
    return _COUNTED.sub("", _LARGEST.sub("", clause)) if _LARGEST.search(clause) else ""


def _reading(
    source: SourceText,
    sentence: SentenceState,
    said: Sequence[NumberReading],
    place: tuple[int, int],
    words: str,
    groups: Alternatives,
) -> Iterator[NumberReading]:
    """Yield that a kind of applicants, or a result that is no row, is more than all others."""
    meant = source.vocabulary.concepts.shared(words, _TOPIC)
    if meant is None or (meant.is_result and meant.word):
        return
    told = source.text[sentence.start : place[0]]
    if meant.is_applicant and meant.word != "自然人" and _AMONG_BODIES.search(told):
        return  # 律所居各类组织第二位；企业最多
    span, quote = source.span(*place), source.quote(*place)
    if sentence.part_of is not None or any(r.kind == "share" and r.start < span[1] and span[0] < r.end for r in said):
        return
    of_which = source.text.startswith(("其中", "其结果", "其答复", "其办理"), place[0])
    if of_which and not groups and not is_of_all(source, [r for r in said if r.end <= span[0]]):
        return
    is_open = not any(reading.key == "partial" for reading in said) and not meant.is_applicant
    own = meant.alternatives(_TOPIC) if is_open else meant.alternatives(_TOPIC)[:1]
    ways = (*own, *_others(source, meant, own))
    reading = NumberReading(
        *span, quote, 0, LARGEST, f"most_{meant.key}", f"主要是{meant.name}", meant.rule_id, ways, groups=groups
    )
    yield reading._replace(counted=len(own))


def is_of_all(source: SourceText, before: Sequence[NumberReading]) -> bool:
    """Whether what is told behind some numbers is of all: 收到8件，其中过半数…, not 企业14件，其中…."""
    last = next((r for r in reversed(before) if r.kind in ("count", "other")), None)
    if last is not None and last.kind == "other":
        return source.printed.startswith(("结转件", "结转申请", "结转的申请"), last.end)
    is_of_both = last is not None and last.key == "carried" and "新" in last.quote  # 新申请和1件结转件
    return last is None or last.key in _OF_ALL or is_of_both


_OF_ALL = ("received", "received_new", "handled", "processed", "mentioned", "carried_in", "due")


def _others(source: SourceText, role: Role, own: Alternatives) -> Alternatives:
    """Return the cells of the other kinds of applicants, or of the other results."""
    if role.is_applicant:
        kinds = [f"{RECEIVED_ROW}.{kind}" for kind in KINDS]
        return tuple((cell,) for cell in kinds if cell not in own[0])
    mine = {cell for way in own for cell in way}
    groups = [r.alternatives("")[0] for r in source.vocabulary.roles if r.is_result and not r.word and r.anywhere]
    return tuple(way for way in groups if mine.isdisjoint(way))


def judged_larger(reading: NumberReading, numbers: Mapping[str, Number]) -> tuple[str, bool | None]:
    """Return the two numbers that are compared, and whether the first is larger, or so many times as large."""
    own = [added(way, numbers) for way in reading.ways[: int(reading.counted)]]
    others = [added(way, numbers) for way in reading.ways[int(reading.counted) :]]
    known = [value for value in own if value is not None]
    rest = [value for value in others if value is not None]
    shown = "、".join(map(format_number, (*known[:1], *rest))) if reading.kind == MORE else ""
    if len(known) + len(rest) < len(reading.ways) or not known:
        return shown, None
    if reading.slack:
        times = [float(max(known)) / float(other) for other in rest if other]
        return shown, any(abs(one - float(reading.value)) <= float(reading.slack) for one in times)
    return shown, not any(other + reading.value > max(known) for other in rest)
