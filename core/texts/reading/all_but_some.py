"""Reads that all but one result were another: 除37件予以公开外，其余办结件全部属于部分公开."""

from __future__ import annotations

from collections.abc import Iterator

from core.base.patterns import pattern
from core.texts.reading.due import sentence_reader
from core.texts.reading.sentences import REQUEST_TEXTS, NumberReading, SentenceState, SourceText

_RESULT = "(?:予以公开|同意公开|部分公开|不予公开|无法提供|不予处理|其他处理)"
_NUMBER = "(?:(?:的|申请|答复|共|有)*\\d+[件宗份])?"
_ALL_BUT = pattern(
    f"(?:^|(?<=[，；。：\\n]))除(?:了|去)?(?:\\d+[件宗份](?:申请)?)?(?P<named>{_RESULT}{_NUMBER}(?:(?:、|和|与|及|以及)(?:\\d+[件宗份])?{_RESULT}{_NUMBER})*)"
    "(?:的|申请|答复|情形|决定)*(?:以|之)?外，?(?:其余|余下|其他|剩余|剩下)(?:的|办结|申请|答复|办件|件|\\d+[件宗份])*"
    f"(?:全部|均|都|一律|悉数)(?:属于|属|是|为|系|作出|作|作了|被)*(?P<rest>{_RESULT})(?:的?(?:答复|决定|处理|情形))?(?=[，；。]|$)",
)
_OF_SOME = pattern("其中|[中里]，|类|自然人|企业|结转")
_NAME = pattern(_RESULT)


@sentence_reader(REQUEST_TEXTS, ["除"])
def all_but_some(source: SourceText, sentence: SentenceState) -> Iterator[NumberReading]:
    """Yield that there is no other result than those that a sentence names."""
    for match in _ALL_BUT.finditer(source.text, sentence.start, sentence.end):
        before = source.text[sentence.start : match.start()]
        if _OF_SOME.search(before) or not source.is_this_year(sentence, match.start()):
            continue
        concepts = source.vocabulary.concepts
        rest = concepts.shared(match["rest"], "request")
        named = [concepts.shared(name, "request") for name in _NAME.findall(match["named"])]
        if rest is None or None in named:
            continue
        rows = [r for r in source.vocabulary.roles if r.is_result and not r.word and r.anywhere]
        own = {cell for role in (rest, *named) if role for way in role.alternatives("request")[:1] for cell in way}
        cells = dict.fromkeys(cell for role in rows for cell in role.alternatives("request")[0] if cell not in own)
        start, end = source.span(*match.span())
        what = 0, "none", f"all_but_{rest.key}", "没有别的结果", "N-05", (tuple(cells),), source.scope(match.start())
        yield NumberReading(start, end, source.quote(*match.span()), *what)
