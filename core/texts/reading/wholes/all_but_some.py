"""Reads that all but one result were another: 除37件予以公开外，其余办结件全部属于部分公开."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from core.base.patterns import pattern
from core.form.known_cells import CARRIED_IN_ROW, CARRIED_OUT_ROW, HANDLED_ROW, KINDS, RECEIVED_ROW
from core.texts.reading.sentence.due import sentence_reader
from core.texts.reading.sentence.sentences import REQUEST_TEXTS, NumberReading, SentenceState, SourceText

_RESULT = "(?:予以公开|同意公开|部分公开|不予公开|无法提供|不予处理|其他处理)"
_NUMBER = "(?:(?:的|申请|答复|共|有)*\\d+[件宗份])?"
_ALL_BUT = pattern(
    f"(?:^|(?<=[，；。：\\n]))除(?:了|去)?(?:\\d+[件宗份](?:申请)?)?(?P<named>{_RESULT}{_NUMBER}(?:(?:、|和|与|及|以及)(?:\\d+[件宗份])?{_RESULT}{_NUMBER})*)"
    "(?:的|申请|答复|情形|决定)*(?:以|之)?外，?(?:其余|余下|其他|剩余|剩下)(?:的|办结|申请|答复|办件|件|\\d+[件宗份])*"
    f"(?:全部|均|都|一律|悉数)(?:属于|属|是|为|系|作出|作|作了|被)*(?P<rest>{_RESULT})(?:的?(?:答复|决定|处理|情形))?(?=[，；。]|$)",
)
_OF_SOME = pattern("其中|[中里]，|类|自然人|企业|结转")
_NAME = pattern(_RESULT)


_KIND = (
    "(?:自然人|公民|个人|居民|村民|市民|商业企业|企业|公司|科研机构|社会公益组织|公益组织|法律服务机构|律师事务所|律所)"
)
_ASKED = "(?:所|作为申请人)?(?:提出|提交|递交)?的?(?:申请)?"
_ONE_KIND = (
    f"(?:(?:由|来自|出自|系|为|是)?{_KIND}{_ASKED}\\d+[件宗份](?:申请)?"
    f"|\\d+[件宗份](?:申请)?(?:由|来自|出自|系|为|是)*{_KIND}{_ASKED})"
)
_ALL_BUT_KINDS = pattern(
    f"(?:^|(?<=[，；。：\\n]))除(?:了|去)?(?P<named>{_ONE_KIND}(?:(?:、|和|与|及|以及){_ONE_KIND})*)(?:以|之)?外，?"
    "(?:新收的?)?(?:其余|余下|其他|其它|剩余|剩下)的?(?:\\d+[件宗份])?(?:申请|件)?(?:申请人)?"
    f"(?:全部|均|都|一律|悉数|清一色)*(?:为|是|系|由|来自|出自|属于?)+(?P<rest>{_KIND}){_ASKED}(?=[，；。]|$)",
    needs=["除"],
)
"""57件新收申请，除2件由企业提出外，其余均为自然人"""
_KIND_NAME = pattern(_KIND)
_ROWS = {
    "received": (RECEIVED_ROW, "N-01"),
    "received_new": (RECEIVED_ROW, "N-01"),
    "handled": (HANDLED_ROW, "N-04"),
    "carried_in": (CARRIED_IN_ROW, "N-03"),
    "carried_out": (CARRIED_OUT_ROW, "N-03"),
}
_OTHERS = KINDS[-1]
"""Those of the last column may be called 企业 or 个人 by their offices."""


@sentence_reader(REQUEST_TEXTS, ["除"])
def all_but_some(source: SourceText, sentence: SentenceState) -> Iterator[NumberReading]:
    """Yield that there is no other result, or kind of applicants, than those that a sentence names."""
    yield from _all_but_kinds(source, sentence, sentence.readings)
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


def _all_but_kinds(
    source: SourceText, sentence: SentenceState, said: Sequence[NumberReading]
) -> Iterator[NumberReading]:
    """Yield that no other kinds occur in the row told right before: 新收57件，除2件由企业提出外，其余均为自然人."""
    for match in _ALL_BUT_KINDS.finditer(source.text, sentence.start, sentence.end):
        start, end = source.span(*match.span())
        before = [r for r in said if r.end <= start]
        row = _ROWS.get(before[-1].key) if before and before[-1].kind == "count" else None
        if row is None or before[-1].scope or not source.is_this_year(sentence, match.start()):
            continue
        concepts = source.vocabulary.concepts
        kinds = [concepts.shared(name, "request") for name in [*_KIND_NAME.findall(match["named"]), match["rest"]]]
        if any(kind is None or not kind.is_applicant for kind in kinds):
            continue
        own = {cell[-2:] for kind in kinds if kind for way in kind.alternatives("request") for cell in way}
        cells = tuple(f"{row[0]}.{kind}" for kind in KINDS if kind not in own and kind != _OTHERS)
        if cells:
            what = 0, "none", "kinds_only", "没有别的申请人", row[1], (cells,), ""
            yield NumberReading(start, end, source.quote(*match.span()), *what, words=before[-1].words)
