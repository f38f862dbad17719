"""Reads a total behind several kinds of applicants as that of these: 其余为科研机构和其他组织，合计29件."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import reduce
from itertools import product

from core.base.patterns import pattern
from core.texts.language.left_alone import OF_SOME
from core.texts.language.meanings import Alternatives
from core.texts.language.role_keys import ASKED_FOR
from core.texts.reading.sentence.due import count_pass
from core.texts.reading.sentence.sentences import NumberReading, SentenceState, SourceText

Cells = tuple[str, ...]

_TOTAL = "(?P<total>(?:合计|共计|总计|一共|共|计)(?:有|为)?\\d+[件宗份])"
_SUM = pattern(
    "(?:^|[，；。：])(?P<rest>(?:其余|余下|剩余|剩下|其他|另外|另|还|除此之外|除此以外|此外)(?:有|的)?)?(?:的)?(?:申请)?(?:均|都|则|全部|分别)*(?:为|是|由|系|来自)?"
    f"(?P<kinds>[^，；。：（）\\d]{{4,60}}?)(?P<many>(?:这|这样)?[两三四二][类种个](?:申请)?(?:主体|申请人|人群|群体|身份|对象)?)?(?:所)?(?:提出?|提交|递交)?的?新?(?:申请)?(?P<mark>，?){_TOTAL}$",
    needs=["组织", "企业", "公司", "机构", "法人", "自然人", "个人", "公民", "律"],
)
_AND_OTHERS = pattern(
    "(?:^|[，；。：])(?:由|而|其余|来自)?(?P<kinds>[^，；。：（）\\d]{2,30}?)等(?:各类)?(?:单位|组织|机构|法人|主体)(?:所)?(?:提出?|提交|递交)?的?"
    "(?:申请)?(?:共计?|合计|有|为)?\\d+[件宗份]$",
    needs=["等"],
)
"""自然人52件，(企业、律所等单位提交的14件): all bodies, or those named."""
_BODIES = "法人和其他组织"
_NAMES_A_KIND = pattern("组织|企业|公司|机构|法人|自然人|个人|公民|律师|律所")
_JOINS = pattern("、|以及|和|及|与")
_OPEN, _OTHERS, _PERSONS = "等", "其他组织", "人"
_FAR = 90
_KEY, _WHY = "applicants_together", f"{OF_SOME}，不核对"


@count_pass(keys=[*ASKED_FOR, "unknown"])
def sum_of_kinds(
    source: SourceText, _sentence: SentenceState, readings: Sequence[NumberReading]
) -> list[NumberReading]:
    """Return the readings of a sentence, totals of the kinds that are named right before them compared with these."""
    found = list(readings)
    beside = any(r.key == "applicants" and r.kind == "count" for r in found)
    for i, reading in enumerate(found):
        if not (reading.key in ASKED_FOR and reading.kind == "count") and reading.key != "unknown":
            continue
        near = source.printed[max(reading.end - _FAR, 0) : reading.end]
        bodies = _of_bodies(source, reading, near) if reading.key == "unknown" and beside else None
        if bodies:
            found[i] = bodies
            continue
        said = _SUM.search(near)
        is_list = said and _NAMES_A_KIND.search(said["kinds"]) and (said["rest"] or _JOINS.search(said["kinds"]))
        if said is None or not is_list or (reading.key == "unknown" and not (beside or said["many"])):
            continue
        ways = _ways(source, said)
        if ways:
            may_be_all = reading.ways if said["mark"] and reading.key != "unknown" else ()
            what = reading._replace(
                kind="count", key=_KEY, meaning=said["kinds"], rule_id="N-01", words=(), phrase=None
            )
            found[i] = what._replace(ways=(*ways, *may_be_all))
        elif reading.key != "unknown" and (said["rest"] or said["kinds"].endswith(_OPEN)):
            found[i] = reading._replace(kind="other", meaning=f"{reading.meaning}（{_WHY}）", rule_id="")
    return found


def _of_bodies(source: SourceText, reading: NumberReading, words: str) -> NumberReading | None:
    """Return a number behind names of some bodies as that of all bodies, or of those named."""
    said = _AND_OTHERS.search(words)
    everyone = source.vocabulary.concepts.shared(_BODIES, "request") if said else None
    named = _ways(source, said) if said else ()
    if said is None or everyone is None or not named or _PERSONS in said["kinds"]:
        return None
    ways = tuple(dict.fromkeys((*everyone.alternatives(""), *named)))
    name = f"{said['kinds']}等"
    return reading._replace(kind="count", key=_KEY, meaning=name, rule_id="N-01", ways=ways, words=(), phrase=None)


def _ways(source: SourceText, said: re.Match[str]) -> Alternatives:
    """Return the ways to reckon the kinds of a list together; () where one of them is not known."""
    shared = source.vocabulary.concepts.shared
    names = [said["kinds"]] if shared(said["kinds"], "request") else _JOINS.split(said["kinds"])
    kinds = [shared(_OTHERS if name == _OTHERS[:2] else name, "request") for name in names]
    known = [kind for kind in kinds if kind and kind.is_applicant]
    if len(known) < len(kinds):
        return ()
    sums = [reduce(_together, ways) for ways in product(*(kind.alternatives("") for kind in known))]
    plain = dict.fromkeys(way for way in sums if way)
    return tuple(sorted(plain, key=lambda way: way != sums[0] and not _is_with_old(way, sums[0])))


def _is_with_old(way: Cells, new: Cells) -> bool:
    """Whether a way to reckon is another one with those carried in: it is shown next."""
    return set(new) < set(way) and len(_rows(way)) > len(_rows(new))


def _together(a: Cells, b: Cells) -> Cells:
    """Return the cells of two kinds, each once; () where these are of other rows or one kind is named twice."""
    return tuple(dict.fromkeys((*a, *b))) if a and b and _rows(a) == _rows(b) and set(a) != set(b) else ()


def _rows(cells: Iterable[str]) -> set[str]:
    return {cell.rpartition(".")[0] for cell in cells}
