"""Reads cases told by their kind behind an outcome as those of them: 未审结的14件案件，复议占6件，直接起诉占3件.

Their kind alone would make them all reviews, or all lawsuits of that way.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.base.patterns import pattern
from core.texts.reading.due import count_pass
from core.texts.reading.named_before import CASES
from core.texts.reading.references import OUTCOMES
from core.texts.reading.sentences import NumberReading, SentenceState, SourceText

_KIND = (
    "(?:行政)?(?:复议|诉讼|应诉)|(?:未经(?:行政)?复议)?直接(?:起诉|诉讼)|(?:经)?(?:行政)?复议后(?:又|再)?(?:起诉|诉讼)"
)
_NOUN = "(?:政府信息公开|信息公开)?(?:类|的)?(?:行政)?(?:争议|案件|案)?"
_ITEM = pattern(
    f"(?P<head>{_NOUN}(?:中|里|当中)?)(?P<mark>[，、；：（]|其中|，其中|和|及|与)(?:其中|属于?|由|在|因)?"
    f"(?:{_KIND})(?:类|阶段|环节|程序|案件|案|的)*(?P<own>占了?|有)?(?:共|有|为|是|各)*"
)
_FEWEST = 2


@count_pass(keys=OUTCOMES)
def ways_of_outcome(
    source: SourceText, _sentence: SentenceState, readings: Sequence[NumberReading]
) -> list[NumberReading]:
    """Return the readings of a sentence, cases listed by their kind behind an outcome as those with this outcome."""
    found = [*readings]
    for i, whole in enumerate(readings):
        if whole.key not in OUTCOMES or whole.kind != "count":
            continue
        run, is_said = _listed(source, readings[i:])
        is_all = sum(one.value for one in run) == whole.value
        if len(run) < _FEWEST or not (is_said or is_all) or any(one.value > whole.value for one in run):
            continue
        role = source.vocabulary.role(whole.key)
        if {one.key for one in run} - {"cases_review"} and any(one.key == "cases_review" for one in run):
            found[i] = whole._replace(ways=role.alternatives("both") or whole.ways)  # of no kind told before it
        for j, one in enumerate(run, i + 1):
            ways = role.alternatives(CASES[one.key])
            told = one._replace(kind="count", key=role.key, meaning=role.name, rule_id=role.rule_id, ways=ways)
            found[j] = told._replace(words=(), phrase=None)
    return found


def _listed(source: SourceText, readings: Sequence[NumberReading]) -> tuple[list[NumberReading], bool]:
    """Return the cases of several kinds listed behind the first reading, and whether they are said to be its parts."""
    run: list[NumberReading] = []
    is_said, last = True, readings[0]
    for reading in readings[1:]:
        item = _ITEM.fullmatch(source.printed, last.end, reading.start)
        if item is None or reading.key not in CASES or reading.value is None:
            break
        is_said = is_said and item["own"] is not None
        run.append(reading)
        last = reading
    return run, is_said and bool(run)
