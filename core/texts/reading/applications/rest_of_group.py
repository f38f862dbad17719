"""Reads 其他 at the end of the rows of a group of results: 其他处理5件，其中逾期不补正3件、其他2件.

It is what the rows that are named leave of the group, or the row that is called 其他 itself. The group may be named
without its number: 其他处理方面，逾期不补正61件，申请人撤回等其他情形22件.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.base.patterns import holds_one, pattern
from core.form.known_cells import OTHERS
from core.texts.language.vocabulary import TextVocabulary
from core.texts.reading.sentence.due import count_pass
from core.texts.reading.sentence.sentences import NumberReading, SentenceState, SourceText

_REST = pattern(
    "(?:其中)?(?:[，,、]|^)?(?:[^，；。：（）\\d]{2,16}等(?=其[他它余]|情形|情况))?(?:其[他它余](?:各类|各种|处理)?|另外|(?<=等))"
    "(?:原因|情形|情况|理由|事由|方式|类)?的?(?:共|为|有|计)?\\d+[件宗份]$"
)
"""其他情形22件, 申请人主动撤回等其他情形22件"""
_SUCH = pattern("[^，；。：（）\\d]{2,16}等")
_WITHDRAWN = ("撤回", "撤销申请", "放弃")
_HEAD = pattern(
    "(?:^|(?<=[。；，\\n]))(?:在|属于|作|按)?(?:（[三四五六]）)?(?P<group>不予公开|无法提供|不予处理|其[他它]处理)"
    "(?:方面|一类|类|一项|中|情况|情形|结果|的)*[，：:（]"
)
"""(其他处理方面，)逾期不补正的61件"""
_OPENS = pattern("其中|含|包括|[：:（(]")
_GAP = pattern("[^；;。]*")
_CLAUSE = pattern("[^，；。！？（）\\n]*")
_JOINTS = pattern(
    "(?:申请|按照?|以|为|是|均|都|分别|予以|作出?|依法|或者?|以及|[、和及与]|等|方式|的|决定|告知|答复|处理|办结|了)*"
)
_CLOSED = pattern("[^（(；;。\\d]{0,8}[（(][^（）()]*[）)]")
_GROUPS = ("denied", "unavailable", "not_processed", "other_result")
_NAMES = dict(zip(("不予公开", "无法提供", "不予处理", "其他处理"), _GROUPS, strict=True))
_NAME = "其余各项"
_PART = "其他（其中一部分，不核对）"


@count_pass(keys=["unknown", "other_result"])
def rest_of_groups(
    source: SourceText, sentence: SentenceState, readings: Sequence[NumberReading]
) -> list[NumberReading]:
    """Return the readings of a sentence, 其他 read as the rows of its group that are not named before it."""
    found = list(readings)
    counts = [i for i, r in enumerate(found) if r.kind in ("count", "other") and r.value is not None]
    for n, i in enumerate(counts):
        if found[i].key not in ("unknown", "other_result") or not _is_rest(found[i].quote):
            continue
        told = [found[j] for j in counts[: n + 1]]
        other = next(
            (j for j in counts[:n] if found[j].key == "single_results" and found[j].ways == ((OTHERS,),)), None
        )
        if other is not None and source.printed.find("。", found[other].end, found[i].start) < 0:
            found[other] = found[other]._replace(kind="other", rule_id="", meaning=_PART)  # 撤回12件、转办等其他情形8件
            continue
        ways = _left_by(source, told, source.vocabulary) or _left_by_named(source, sentence, told)
        if ways:
            found[i] = found[i]._replace(kind="count", key="rest_of_group", meaning=_NAME, rule_id="N-05", ways=ways)
    return found


def _is_rest(quote: str) -> bool:
    """Whether some words name what is left; 逾期不补正等情形 names a row and others, 撤回等情形 none of the rows."""
    quote = quote.replace("“", "").replace("”", "")  # “其他”情形2件
    such = _SUCH.match(quote) if _REST.fullmatch(quote) else None
    is_other = such is None or quote.startswith("其", such.end()) or holds_one(such[0], _WITHDRAWN)
    return bool(_REST.fullmatch(quote)) and is_other


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
            if not (named or OTHERS in rows) or not named < set(rows) or not (is_sum or _OPENS.search(gap)):
                return ()
            if not is_sum and _CLOSED.match(source.printed, before.end, told[-1].start):
                return _named_behind(source, told[-1].end, vocabulary)
            return _own_or_rest(rest)
        named.update(before.ways[0])
        last = before
    return ()


def _left_by_named(
    source: SourceText, sentence: SentenceState, told: Sequence[NumberReading]
) -> tuple[tuple[str, ...], ...]:
    """Return the rows that a rest may be of whose group is named at the head of its list without a number."""
    last = told[-1]
    start = source.span(sentence.start, sentence.end)[0]
    heads = list(_HEAD.finditer(source.printed, start, last.start))
    if not heads or not (heads[-1][0].endswith("：") or _GAP.fullmatch(source.printed, heads[-1].end(), last.start)):
        return ()
    listed = [one for one in told[:-1] if one.start >= heads[-1].start()]
    rows = source.vocabulary.role(_NAMES[heads[-1]["group"].replace("它", "他")]).alternatives("request")[0]
    if any(one.kind != "count" or one.rule_id != "N-05" or len(one.ways) != 1 for one in listed):
        return ()
    named = {row for one in listed for row in one.ways[0]}
    if not named < set(rows) or not (named or OTHERS in rows):
        return ()
    return _own_or_rest(tuple(row for row in rows if row not in named))


def _own_or_rest(rest: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    own = tuple(row for row in rest if row == OTHERS)
    return (own, rest) if own and own != rest else (rest,)
