"""Reads 其他 at the end of the rows of a group of results: 其他处理5件，其中逾期不补正3件、其他2件.

It is what the rows that are named leave of the group, or the row that is called 其他 itself.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.base.patterns import pattern
from core.form.known_cells import OTHERS
from core.texts.language.vocabulary import TextVocabulary
from core.texts.reading.due import count_pass
from core.texts.reading.sentences import NumberReading, SentenceState, SourceText

_REST = pattern("(?:[，,、]|^)?(?:其[他它余]|另外)(?:原因|情形|情况|理由|事由)?的?(?:为|有)?\\d+[件宗份]$")
_OPENS = pattern("其中|包括|包含|[：:（(]")
_GAP = pattern("[^；;。]*")
_CLAUSE = pattern("[^，；。！？（）\\n]*")
_JOINTS = pattern(
    "(?:申请|按照?|以|为|是|均|都|分别|予以|作出?|依法|或者?|以及|[、和及与]|等|方式|的|决定|告知|答复|处理|办结|了)*"
)
_CLOSED = pattern("[^（(；;。\\d]{0,8}[（(][^（）()]*[）)]")
_GROUPS = ("denied", "unavailable", "not_processed", "other_result")
_NAME = "其余各项"


@count_pass(keys=["unknown"])
def rest_of_groups(
    source: SourceText, _sentence: SentenceState, readings: Sequence[NumberReading]
) -> list[NumberReading]:
    """Return the readings of a sentence, 其他 read as the rows of its group that are not named before it."""
    found = list(readings)
    counts = [i for i, r in enumerate(found) if r.kind in ("count", "other") and r.value is not None]
    for n, i in enumerate(counts):
        if found[i].key != "unknown" or not _REST.fullmatch(found[i].quote):
            continue
        ways = _left_by(source, [found[j] for j in counts[: n + 1]], source.vocabulary)
        if ways:
            found[i] = found[i]._replace(kind="count", key="rest_of_group", meaning=_NAME, rule_id="N-05", ways=ways)
    return found


def _named_behind(source: SourceText, place: int, vocabulary: TextVocabulary) -> tuple[tuple[str, ...], ...]:
    """Return the groups that the words behind a rest name: 无法提供54件（不掌握47件），其余19件不予处理.

    Behind a list in brackets it is the rest of what the group itself is one of, and none of the group.
    """
    clause = _CLAUSE.match(source.printed, place)
    words = clause[0] if clause else ""
    cells: list[str] = []
    for key in _GROUPS:
        role = vocabulary.role(key)
        named = role.anywhere.search(words) if role.anywhere else None
        if named:
            words = words[: named.start()] + words[named.end() :]
            cells += role.alternatives("request")[0]
    return (tuple(cells),) if cells and _JOINTS.fullmatch(words) else ()


def _left_by(
    source: SourceText, told: Sequence[NumberReading], vocabulary: TextVocabulary
) -> tuple[tuple[str, ...], ...]:
    """Return the rows that the last of some numbers may be of; none where it ends no list of rows of a group."""
    named: set[str] = set()
    last = told[-1]
    for before in reversed(told[:-1]):
        gap = source.printed[before.end : last.start]
        if before.kind != "count" or before.rule_id != "N-05" or len(before.ways) != 1 or not _GAP.fullmatch(gap):
            return ()
        if before.key in _GROUPS:
            rows = vocabulary.role(before.key).alternatives("request")[0]
            rest = tuple(row for row in rows if row not in named)
            is_sum = before.value == sum(one.value for one in told[told.index(before) + 1 :])
            if not named or not named < set(rows) or not (is_sum or _OPENS.search(gap)):
                return ()
            if not is_sum and _CLOSED.match(source.printed, before.end, told[-1].start):
                return _named_behind(source, told[-1].end, vocabulary)
            own = tuple(row for row in rest if row == OTHERS)
            return (own, rest) if own and own != rest else (rest,)
        named.update(before.ways[0])
        last = before
    return ()
