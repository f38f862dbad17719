"""Reads what came of the rest of some cases: 复议9件，维持6件，其余均被纠正 says that 3 were put right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from core.base.patterns import pattern
from core.texts.reading.sentence.due import sentence_reader
from core.texts.reading.sentence.sentences import CASE_TEXTS, NumberReading, SentenceState, SourceText

_REST = pattern(
    "(?<=\\d[件起宗])(?:案件)?[，、](?P<said>(?:其余|余下|剩余|剩下)(?:的|案件|案)*(?:均|都|全部|全|皆|则)*(?:被|获|予以|为|是|系|依法|复议机关|县政府|市政府|法院|结果|得到|判决)*"
    "(?P<what>维持|纠正|撤销|纠错|其他结果|尚?未审结|未结|尚?在审|(?:尚在|正在|仍在)审理))中?(?=[，。；]|$)"
)
_KEYS = {"维持": "upheld", "纠正": "corrected", "撤销": "corrected", "纠错": "corrected", "其他结果": "other"}
_PENDING, _CLOSED = "pending", "closed"
_OUTCOMES = frozenset(["upheld", "corrected", "other_outcome", _PENDING])
_RULE = "N-06"


@sentence_reader(CASE_TEXTS, ("其余", "余下", "剩余", "剩下"))
def rest_outcome(source: SourceText, sentence: SentenceState) -> Iterator[NumberReading]:
    """Yield how many cases the rest is, with the outcome that it is said to have."""
    if sentence.is_own_case is False:
        return
    for told in _REST.finditer(source.text, sentence.start, sentence.end):
        if not source.is_this_year(sentence, told.start()):
            continue
        key = _KEYS.get(told["what"], _PENDING)
        begin = source.text.rfind("；", sentence.start, told.start()) + 1 or sentence.start
        first, last = source.span(begin, told.start())
        here = [r for r in sentence.readings if first <= r.start and r.end <= last]
        whole, parts = _whole_and_parts(here, key)
        rest = whole.value - sum(part.value for part in parts) if whole and parts else 0
        if whole is None or rest <= 0 or len(whole.ways) != 1:
            continue
        stems = dict.fromkeys(cell.rpartition(".")[0] for cell in whole.ways[0])
        ways = (tuple(f"{stem}.{key}" for stem in stems),)
        span, quote = source.span(*told.span("said")), source.quote(begin, told.end())
        name = f"{source.vocabulary.role('other_outcome' if key == 'other' else key).name}（总数减去前面的）"
        yield NumberReading(*span, quote, rest, "count", key, name, _RULE, ways, whole.scope)


def _whole_and_parts(here: Sequence[NumberReading], key: str) -> tuple[NumberReading | None, Sequence[NumberReading]]:
    """Return the number of cases that a rest is left of, and those of them whose outcome is told; None for none.

    复议9件，审结8件，维持6件，其余…: what is not pending is left of the 8.
    """
    at = next((i for i in reversed(range(len(here))) if here[i].key.startswith("cases_")), None)
    if at is None or any(r.kind != "count" or r.key not in (*_OUTCOMES, _CLOSED) for r in here[at + 1 :]):
        return None, ()
    whole, parts = here[at], here[at + 1 :]
    closed = [r for r in parts if r.key == _CLOSED]
    if closed and key == _PENDING:
        return whole, closed
    whole = closed[0] if closed else whole
    return whole, [r for r in parts if r.key != _CLOSED and not (closed and r.key == _PENDING)]
